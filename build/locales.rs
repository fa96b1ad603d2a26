//! Turns `locales/en.ftl` into one typed method per message, and checks the other languages against it.
//!
//! A misspelt message or a missing argument in a template is a compile error. A translation may lack
//! a message (English is shown instead, and the build says so) but may not invent one, nor use a
//! variable that English does not pass.
//!
//! Two pieces of text could be swapped without the compiler noticing, so a message with several
//! variables must list them in a comment, in the order of the method's parameters. Rewording the
//! English sentence cannot change that order.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast, parser, serializer};

/// What `src/locale/messages.rs` gives to the languages; another name would print as `{NAME()}`.
const FUNCTIONS: &[&str] = &["ARTICLE"];

/// By name.
type Messages = BTreeMap<String, Message>;

struct Message {
    /// In the order in which the method takes them, for English; in no order for the others.
    variables: Vec<String>,
    /// As it stands in the file, for the method's documentation.
    text: String,
}

/// The code that `src/locale/messages.rs` includes.
pub fn generate() -> io::Result<String> {
    println!("cargo:rerun-if-changed=locales");
    let files = locale_files()?;
    let english = read(&files["en"], parameters)?;
    for (language, file) in &files {
        check(language, &read(file, variables)?, &english);
    }
    Ok(code(&files, &english))
}

fn locale_files() -> io::Result<BTreeMap<String, PathBuf>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir("locales")? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("ftl")) {
            let language = path.file_stem().expect("a file has a name").to_string_lossy();
            files.insert(language.into_owned(), path);
        }
    }
    Ok(files)
}

fn read(file: &Path, variables: fn(&ast::Message<&str>) -> Vec<String>) -> io::Result<Messages> {
    let source = fs::read_to_string(file)?;
    let resource = parser::parse(source.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
    let mut messages = Messages::new();
    for entry in resource.body {
        let message = match entry {
            ast::Entry::Message(message) => message,
            ast::Entry::Term(term) => panic!("{}: -{}: no terms", file.display(), term.id.name),
            _ => continue,
        };
        check_shape(file, &message);
        let name = message.id.name.to_owned();
        let read = Message { variables: variables(&message), text: text(message) };
        assert!(messages.insert(name.clone(), read).is_none(), "{}: two {name}", file.display());
    }
    Ok(messages)
}

/// A translator should see whole sentences, so messages do not refer to each other.
fn check_shape(file: &Path, message: &ast::Message<&str>) {
    let place = format!("{}: `{}`", file.display(), message.id.name);
    assert!(message.value.is_some(), "{place} has no text");
    assert!(message.attributes.is_empty(), "{place} has attributes, which nothing reads");
    for part in parts(message) {
        match part {
            ast::InlineExpression::FunctionReference { id, .. } => {
                assert!(FUNCTIONS.contains(&id.name), "{place}: no function {}", id.name);
            }
            ast::InlineExpression::MessageReference { id, .. }
            | ast::InlineExpression::TermReference { id, .. } => {
                panic!("{place} refers to `{}`: write it out", id.name)
            }
            _ => {}
        }
    }
}

/// In the order of the comment; only a single variable needs none.
fn parameters(message: &ast::Message<&str>) -> Vec<String> {
    let used = variables(message);
    let mut listed = in_comment(message);
    listed.retain(|name| used.contains(name));
    match used.len() {
        0 | 1 => used,
        several if several == listed.len() => listed,
        _ => panic!(
            "locales/en.ftl: list the variables of `{}` once each in a comment above it: {used:?}",
            message.id.name
        ),
    }
}

/// `# $product (text), $contact (text)` lists two.
fn in_comment(message: &ast::Message<&str>) -> Vec<String> {
    let lines = message.comment.iter().flat_map(|comment| &comment.content);
    let starts = lines.flat_map(|line| line.split('$').skip(1));
    starts.map(|text| text.chars().take_while(|c| is_of_name(*c)).collect()).collect()
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

fn variables(message: &ast::Message<&str>) -> Vec<String> {
    let names = parts(message).into_iter().filter_map(|part| match part {
        ast::InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
        _ => None,
    });
    names.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Everything between braces, however deep.
fn parts<'m>(message: &'m ast::Message<&'m str>) -> Vec<&'m ast::InlineExpression<&'m str>> {
    let mut found = Vec::new();
    if let Some(pattern) = &message.value {
        in_pattern(pattern, &mut found);
    }
    found
}

type Parts<'m> = Vec<&'m ast::InlineExpression<&'m str>>;

fn in_pattern<'m>(pattern: &'m ast::Pattern<&'m str>, found: &mut Parts<'m>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression<'m>(expression: &'m ast::Expression<&'m str>, found: &mut Parts<'m>) {
    match expression {
        ast::Expression::Inline(inline) => in_inline(inline, found),
        ast::Expression::Select { selector, variants } => {
            in_inline(selector, found);
            for variant in variants {
                in_pattern(&variant.value, found);
            }
        }
    }
}

fn in_inline<'m>(inline: &'m ast::InlineExpression<&'m str>, found: &mut Parts<'m>) {
    found.push(inline);
    match inline {
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                in_inline(argument, found);
            }
        }
        ast::InlineExpression::Placeable { expression } => in_expression(expression, found),
        _ => {}
    }
}

fn text(message: ast::Message<&str>) -> String {
    let start = format!("{} =", message.id.name);
    let alone = ast::Entry::Message(ast::Message { comment: None, ..message });
    let written = serializer::serialize(&ast::Resource { body: vec![alone] });
    written.strip_prefix(&start).unwrap_or(&written).trim().to_owned()
}

fn check(language: &str, messages: &Messages, english: &Messages) {
    for (name, message) in messages {
        let Some(source) = english.get(name) else {
            panic!("locales/{language}.ftl: `{name}` is not in en.ftl")
        };
        let unknown = message.variables.iter().find(|name| !source.variables.contains(name));
        if let Some(unknown) = unknown {
            panic!("locales/{language}.ftl: `{name}` uses ${unknown}, which en.ftl does not pass");
        }
    }
    for missing in english.keys().filter(|name| !messages.contains_key(*name)) {
        println!("cargo:warning=locales/{language}.ftl lacks `{missing}`");
    }
}

fn code(files: &BTreeMap<String, PathBuf>, english: &Messages) -> String {
    let locales: Vec<_> = files.iter().map(|(language, file)| locale(language, file)).collect();
    let names: Vec<_> = english.keys().collect();
    let methods: Vec<_> = english.iter().map(|(name, message)| method(name, message)).collect();
    format!(
        "static LOCALES: &[(&str, &str)] = &[{}];\n\n\
         #[cfg(test)]\nstatic NAMES: &[&str] = &{names:?};\n\n\
         impl Messages {{\n{}}}\n",
        locales.concat(),
        methods.concat()
    )
}

/// Not by an absolute path: a build folder may be kept while the checkout moves.
fn locale(language: &str, file: &Path) -> String {
    let file = format!("/{}", file.display());
    format!("({language:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {file:?}))), ")
}

fn method(name: &str, message: &Message) -> String {
    let method = snake_case(name);
    let documentation = message.text.replace('\n', "\n    /// ");
    let variables = message.variables.iter();
    let parameters: Vec<_> =
        variables.clone().map(|name| format!(", {}: impl Argument", snake_case(name))).collect();
    let pairs: Vec<_> =
        variables.map(|name| format!("({name:?}, {}.value()), ", snake_case(name))).collect();
    let (parameters, pairs) = (parameters.concat(), pairs.concat());
    format!(
        "    /// ```text\n    /// {documentation}\n    /// ```\n    \
         pub fn {method}(&self{parameters}) -> String {{ self.format({name:?}, [{pairs}]) }}\n\n"
    )
}

fn snake_case(name: &str) -> String {
    name.replace('-', "_")
}
