//! Small files: when one grows, a noun is hiding in it.

use super::{Source, sources};

const LONGEST: usize = 400;
const LONGEST_HANDLER: usize = 150;

/// Handler files that may be longer, and why.
const LONGER_HANDLERS: &[(&str, &str)] = &[];

#[test]
fn no_file_is_longer_than_400_lines() {
    let long: Vec<_> = longer_than(LONGEST, &sources(&["src", "migrations", "tests", "build"]));
    assert!(long.is_empty(), "longer than {LONGEST} lines: {long:#?}");
}

#[test]
fn no_handler_file_is_longer_than_150_lines_but_those_with_a_reason() {
    let handlers: Vec<_> = sources(&["src/web"]).into_iter().filter(is_handler).collect();
    let long = longer_than(LONGEST_HANDLER, &handlers);
    let expected: Vec<_> = LONGER_HANDLERS.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(long, expected, "longer than {LONGEST_HANDLER} lines (left), with a reason (right)");
}

fn is_handler(source: &Source) -> bool {
    ["src/web/partner/", "src/web/customer/"].iter().any(|folder| source.path.starts_with(folder))
}

fn longer_than(lines: usize, sources: &[Source]) -> Vec<String> {
    let long = sources.iter().filter(|source| source.text.lines().count() > lines);
    long.map(|source| source.path.clone()).collect()
}
