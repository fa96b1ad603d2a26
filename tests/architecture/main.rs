//! Holds the directions between the floors (`docs/architecture.md`): who may import whom, which crate may appear where, how
//! long a file may be, and that every address that is built leads somewhere.

#![expect(
    clippy::unwrap_used,
    reason = "a failed unwrap is a failed test; clippy.toml only knows test functions"
)]

mod addresses;
mod documents;
mod imports;
mod sizes;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A source file by its path from the root of the repository, with `/` between folders.
struct Source {
    path: String,
    text: String,
}

/// Every Rust file below these folders.
fn sources(folders: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = folders.iter().flat_map(|folder| below(&root.join(folder))).collect();
    files.sort();
    let read = |file: PathBuf| {
        let path = file.strip_prefix(root).unwrap().iter().map(|part| part.to_str().unwrap());
        Source {
            path: path.collect::<Vec<_>>().join("/"),
            text: fs::read_to_string(&file).unwrap(),
        }
    };
    let sources: Vec<_> = files.into_iter().map(read).collect();
    assert!(sources.len() > 10, "the sources are not where they were");
    sources
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}
