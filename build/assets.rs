//! Embeds the files of `static/`, compressed once and for good.
//!
//! A file's name holds a hash of its content, so that browsers may keep it forever and still get a
//! new one at once.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use brotli::enc::{BrotliEncoderParams, backward_references::BrotliEncoderMode};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest as _, Sha256};

/// The code that `src/web/assets.rs` includes; the bytes are kept beside it.
pub fn generate(out: &Path) -> io::Result<String> {
    println!("cargo:rerun-if-changed=static");
    let kept = out.join("static");
    fs::create_dir_all(&kept)?;
    let (mut addresses, mut table) = (Vec::new(), Vec::new());
    for file in files()? {
        let content = fs::read(&file)?;
        let name = hashed_name(&file, &content);
        addresses.push(address(&file, &name));
        table.push(asset(&kept, &name, content_type(&file), &content)?);
    }
    let (addresses, table) = (addresses.concat(), table.concat());
    Ok(format!("{addresses}\nstatic ASSETS: &[Asset] = &[\n{table}];\n"))
}

/// In order, so that the same files always make the same code.
fn files() -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir("static")?.map(|entry| entry.map(|entry| entry.path()));
    let mut files = entries.collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.is_file() && !file_name(file).starts_with('.'));
    files.sort();
    Ok(files)
}

/// `app.css` → `app.3f2a91c0.css`
fn hashed_name(file: &Path, content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    let start = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    let name = file_name(file);
    let (stem, extension) = name.rsplit_once('.').expect("content_type needs an extension");
    format!("{stem}.{start:08x}.{extension}")
}

/// `app.css` → `APP_CSS`
fn address(file: &Path, hashed_name: &str) -> String {
    let name = file_name(file);
    let constant = name.replace(|c: char| !c.is_ascii_alphanumeric(), "_").to_uppercase();
    let documentation = format!("/// The address of `static/{name}`.");
    format!("{documentation}\npub const {constant}: &str = \"/static/{hashed_name}\";\n")
}

fn asset(kept: &Path, name: &str, content_type: &str, content: &[u8]) -> io::Result<String> {
    let smaller = |bytes: Vec<u8>| Some(bytes).filter(|bytes| bytes.len() < content.len());
    let identity = keep(kept, name, content)?;
    let gzip = keep_if_any(kept, &format!("{name}.gz"), smaller(gzip(content)?))?;
    let brotli = keep_if_any(kept, &format!("{name}.br"), smaller(brotli(content)?))?;
    Ok(format!(
        "    Asset {{ name: {name:?}, content_type: {content_type:?}, identity: {identity}, \
         gzip: {gzip}, brotli: {brotli} }},\n"
    ))
}

fn keep_if_any(kept: &Path, name: &str, bytes: Option<Vec<u8>>) -> io::Result<String> {
    match bytes {
        Some(bytes) => Ok(format!("Some({})", keep(kept, name, &bytes)?)),
        None => Ok("None".to_owned()),
    }
}

fn keep(kept: &Path, name: &str, bytes: &[u8]) -> io::Result<String> {
    fs::write(kept.join(name), bytes)?;
    Ok(format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/static/{name}\"))"))
}

fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

fn brotli(mut content: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        mode: BrotliEncoderMode::BROTLI_MODE_TEXT,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn content_type(file: &Path) -> &'static str {
    let name = file_name(file);
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => panic!("{}: say its content type in build/assets.rs", file.display()),
    }
}

fn file_name(file: &Path) -> &str {
    file.file_name().and_then(|name| name.to_str()).expect("a plain name")
}
