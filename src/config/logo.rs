//! The portal's logo: a small picture, looked at when the portal starts.

use std::{fs, path::PathBuf, str::FromStr};

/// A picture that browsers know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub path: PathBuf,
    pub content_type: &'static str,
    /// What its name ends with: `png`.
    pub extension: &'static str,
    pub bytes: Vec<u8>,
}

/// In bytes; every first visit fetches it.
const LARGEST: u64 = 100_000;

/// Reads the file at a path.
impl FromStr for Logo {
    type Err = String;

    fn from_str(path: &str) -> Result<Self, String> {
        let length = fs::metadata(path).map_err(|error| error.to_string())?.len();
        if length > LARGEST {
            return Err(format!("{} kB are too many: at most 100 kB", length.div_ceil(1000)));
        }
        let bytes = fs::read(path).map_err(|error| error.to_string())?;
        let (extension, content_type) =
            kind(&bytes).ok_or("this is neither PNG nor SVG nor WebP")?;
        Ok(Self { path: path.into(), content_type, extension, bytes })
    }
}

/// By its content, whatever the file is called.
fn kind(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(("png", "image/png"))
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(("webp", "image/webp"))
    } else {
        is_svg(bytes).then_some(("svg", "image/svg+xml"))
    }
}

/// An XML text whose first element is `svg`.
fn is_svg(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while let Some(end) = prologue(rest) {
        rest = rest.get(end..).unwrap_or_default().trim_start();
    }
    let after = rest.strip_prefix("<svg").unwrap_or_default();
    after.starts_with(|next: char| next.is_whitespace() || next == '>' || next == '/')
}

/// Where a declaration, a comment or a document type at the start ends.
fn prologue(text: &str) -> Option<usize> {
    let (_, end) = [("<?", "?>"), ("<!--", "-->"), ("<!DOCTYPE", ">")]
        .into_iter()
        .find(|(start, _)| text.starts_with(start))?;
    text.find(end).map(|at| at + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_content() {
        let svg = "\u{feff}<?xml version='1.0'?>\n<!-- <html> -->\n<!DOCTYPE svg>\n<svg xmlns=''/>";
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n...").map(|(name, _)| name), Some("png"));
        assert_eq!(kind(b"RIFF\x10\0\0\0WEBPVP8 ").map(|(name, _)| name), Some("webp"));
        assert_eq!(kind(svg.as_bytes()).map(|(name, _)| name), Some("svg"));
        for other in ["", "<html><svg></svg></html>", "<svgx>", "<!-- <svg>", "GIF89a", "RIFF"] {
            assert_eq!(kind(other.as_bytes()), None, "{other}");
        }
    }
}
