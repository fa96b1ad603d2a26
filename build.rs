//! What is made before the portal is compiled: typed messages from `locales/`, and the files of
//! `static/` under names that change with their content.

#[path = "build/assets.rs"]
mod assets;
#[path = "build/locales.rs"]
mod locales;

use std::{env, fs, io, path::PathBuf};

fn main() -> io::Result<()> {
    let out = out_dir();
    fs::write(out.join("messages.rs"), locales::generate()?)?;
    fs::write(out.join("assets.rs"), assets::generate(&out)?)
}

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script by its environment")]
fn out_dir() -> PathBuf {
    PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"))
}
