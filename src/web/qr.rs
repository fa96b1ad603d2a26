//! QR codes as drawings, so that they are sharp on paper at any size.

use qrcode::{Color, EcLevel, QrCode};

/// Squares of one unit in a square of `size`, with the quiet zone that the standard asks for around them.
pub struct Qr {
    pub size: usize,
    /// The `d` of an SVG path.
    pub path: String,
}

/// Units that stay white at each side (ISO/IEC 18004).
const QUIET: usize = 4;

impl Qr {
    /// `None`: the text is longer than a code can hold.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let dark = code.to_colors().into_iter().enumerate().filter(|(_, c)| *c == Color::Dark);
        let squares = dark
            .map(|(nth, _)| format!("M{} {}h1v1h-1z", nth % width + QUIET, nth / width + QUIET));
        Some(Self { size: width + 2 * QUIET, path: squares.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_square_and_has_its_three_corners() {
        let qr = Qr::of("https://portal.example/shared/support/0123456789").unwrap();
        let side = qr.size - 2 * QUIET;
        assert!((21..=177).contains(&side) && side % 4 == 1, "{side}");
        for (x, y) in [(0, 0), (side - 7, 0), (0, side - 7)] {
            for (x, y) in [(x, y), (x + 6, y), (x, y + 6), (x + 6, y + 6), (x + 3, y + 3)] {
                let square = format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET);
                assert!(qr.path.contains(&square), "{square}");
            }
        }
        assert!(Qr::of(&"x".repeat(5000)).is_none());
    }
}
