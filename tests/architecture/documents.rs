//! What the documents point at is there.

use std::{fs, path::Path};

use regex::Regex;

#[test]
fn every_path_that_a_document_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = Regex::new(r"`((?:src|tests|migrations|docs|build|locales|templates|static|web|store|domain)/[\w./-]+)`")
        .unwrap();
    let documents = fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut missing = Vec::new();
    for document in documents.chain([root.join("README.md")]) {
        let text = fs::read_to_string(&document).unwrap();
        for named in path.captures_iter(&text).map(|found| found[1].to_owned()) {
            // Floors are named without `src/`.
            if !root.join(&named).exists() && !root.join("src").join(&named).exists() {
                missing.push(format!("{}: {named}", document.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
