//! What the documents point at is there.

use std::{fs, path::Path};

use regex::Regex;

use super::below;

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

/// A promise with a number stands in a row of a table, which ends with its proof: each file or folder named there says that
/// it proves this one.
#[test]
fn every_proof_of_a_promise_names_the_promise() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/security.md")).unwrap();
    let row = Regex::new(r"(?m)^\| ([A-L][0-9]+)\b.*\| ([^|]+) \|$").unwrap();
    let named = Regex::new(r"`((?:tests|domain|store|web|config)[\w:./-]+)`").unwrap();
    let (mut proofs, mut empty) = (0, Vec::new());
    for row in row.captures_iter(&text) {
        let cited =
            Regex::new(&format!(r"docs/security\.md` [A-L0-9, and]*\b{}\b", &row[1])).unwrap();
        for proof in named.captures_iter(&row[2]) {
            proofs += 1;
            let read = read(root, &proof[1]);
            if !cited.is_match(&read) {
                empty.push(format!("{}: {}", &row[1], &proof[1]));
            }
        }
    }
    assert!(proofs > 20, "the promises are not where they were");
    assert!(empty.is_empty(), "named as a proof, and says nothing of the promise: {empty:#?}");
}

/// All that stands in a file, in the files of a folder, or in a module, whose files are both.
fn read(root: &Path, named: &str) -> String {
    let path = if named.starts_with("tests") {
        root.join(named)
    } else {
        root.join("src").join(named.replace("::", "/"))
    };
    let folder = if path.is_dir() { below(&path) } else { Vec::new() };
    let file = [path.clone(), path.with_extension("rs")].into_iter().filter(|file| file.is_file());
    let files = file.chain(folder).map(|file| fs::read_to_string(file).unwrap());
    files.collect::<Vec<_>>().concat()
}
