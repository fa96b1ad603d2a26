//! Who imports whom: read from the `use` lines, from paths that are written out, and from derives.
//!
//! What macros are made of is read as text, so that nothing hides in one.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::Regex;
use syn::{
    Attribute, ItemMod, ItemUse, Macro, Meta, Path, Token, UseTree,
    punctuated::Punctuated,
    visit::{self, Visit},
};

use super::{Source, sources};

/// Each floor with those that it may use; all may use themselves.
const FLOORS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("locale", &["domain"]),
    ("clock", &[]),
    ("config", &["domain"]),
    ("telemetry", &[]),
    ("store", &["domain", "locale", "clock"]),
    ("web", &["domain", "locale", "clock", "store"]),
    ("server", &["domain", "locale", "clock", "config", "store", "web"]),
    ("cli", &["domain", "locale", "clock", "config", "telemetry", "store", "web", "server"]),
    ("main", &["cli"]),
    // Declares the others.
    ("lib", &[]),
];

/// Crates that belong to some floors only.
const CRATES: &[(&[&str], &[&str])] = &[
    (&["sea_orm", "sea_orm_migration", "sea_query", "sqlx"], &["store", "migrations"]),
    (&["liaison_migrations"], &["store", "migrations"]),
    (&["argon2"], &["store"]),
    (&["actix_web", "actix_session", "tracing_actix_web"], &["web", "server"]),
    (&["askama"], &["web", "mail"]),
    (&["lettre"], &["mail"]),
    (&["fluent_bundle", "fluent_langneg", "icu_collator", "jiff"], &["locale"]),
    (&["clap"], &["cli", "main"]),
    (&["prometheus_client"], &["web"]),
];

/// What a floor may take from a crate that is not its own, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    // An attribute without I/O that makes an id or an enumeration usable as a column, and what it asks for.
    ("domain", "sea_orm::DeriveValueType", "ids, words and references are columns"),
    ("domain", "sea_orm::TryFromU64", "asked of every primary key"),
    ("domain", "sea_orm::DbErr", "what TryFromU64 answers with"),
    // The door runs the house: the runtime is actix's.
    ("main", "actix_web::main", "the runtime that the server runs on"),
    ("cli", "actix_web::rt", "waits for signals beside the server"),
];

#[test]
fn each_floor_uses_those_below_it_and_none_above() {
    let mut wrong = Vec::new();
    for (source, import) in imports(&["src"]) {
        let [root, floor, ..] = &import[..] else { continue };
        if root != "crate" && root != "liaison" {
            continue;
        }
        let own = floor_of(&source);
        let (_, below) = FLOORS
            .iter()
            .find(|(name, _)| *name == own)
            .unwrap_or_else(|| panic!("{source}: on which floor is this? Say so in this test"));
        let is_floor = FLOORS.iter().any(|(name, _)| name == floor);
        if is_floor && *floor != own && !below.contains(&floor.as_str()) {
            wrong.push(format!("{source} uses {}", import.join("::")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_crate_stays_on_its_floors() {
    let mut wrong = Vec::new();
    let mut excused = BTreeSet::new();
    for (source, import) in imports(&["src", "migrations"]) {
        let own = floor_of(&source);
        let Some((_, floors)) =
            CRATES.iter().find(|(names, _)| names.contains(&import[0].as_str()))
        else {
            continue;
        };
        let path = import.join("::");
        let exception =
            EXCEPTIONS.iter().find(|(floor, item, _)| *floor == own && path.starts_with(item));
        match exception {
            _ if floors.contains(&own.as_str()) => {}
            Some((floor, item, _)) => {
                excused.insert((*floor, *item));
            }
            None => wrong.push(format!("{source} uses {path}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let listed: BTreeSet<_> = EXCEPTIONS.iter().map(|(floor, item, _)| (*floor, *item)).collect();
    assert_eq!(excused, listed, "exceptions that are used (left) and listed (right)");
}

#[test]
fn pages_hold_no_connection_and_no_row() {
    let hidden = [
        &["crate", "store", "entity"][..],
        &["crate", "store", "Database"],
        &["crate", "store", "connect"],
        &["crate", "store", "scope"],
    ];
    let wrong: Vec<_> = imports(&["src"])
        .into_iter()
        .filter(|(source, _)| floor_of(source) != "store")
        .filter(|(_, import)| hidden.iter().any(|path| import.starts_with(&owned(path))))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// It asks nobody's session (`src/store/operator`).
#[test]
fn only_the_command_line_acts_as_the_operator() {
    let operator = owned(&["crate", "store", "operator"]);
    let users: BTreeSet<_> = imports(&["src"])
        .into_iter()
        .filter(|(source, import)| {
            import.starts_with(&operator) && !source.starts_with("src/store/operator/")
        })
        .map(|(source, _)| floor_of(&source))
        .collect();
    assert_eq!(users, BTreeSet::from(["cli".to_owned()]));
}

#[test]
fn migrations_never_import_an_entity_or_anything_else_of_the_portal() {
    let wrong: Vec<_> =
        imports(&["migrations"]).into_iter().filter(|(_, import)| import[0] == "liaison").collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_settings_read_the_environment() {
    let sources = sources(&["src"]);
    let readers = sources.iter().filter(|source| {
        let imports = imports_of(source);
        imports.iter().any(|import| import.starts_with(&owned(&["std", "env"])))
    });
    let readers: Vec<_> =
        readers.map(|source| source.path.as_str()).filter(|path| !is_test(path)).collect();
    assert_eq!(readers, ["src/config.rs"]);
}

#[test]
fn nothing_hides_in_a_group_a_macro_or_a_derive() {
    let text = "use a::{b::{self, c}, d as e, f::*};
        mod inner { use super::super::near; fn call() { g::h(); dbg!(i::j { k: $crate::l }) } }
        #[derive(m::N)] #[o::p] struct Row;";
    let source = Source { path: "src/store/partner/mod.rs".to_owned(), text: text.to_owned() };
    let found: Vec<_> = imports_of(&source).iter().map(|path| path.join("::")).collect();
    let expected = [
        "a::b",
        "a::b::c",
        "a::d",
        "a::f",
        "crate::l",
        "crate::store::near",
        "g::h",
        "i::j",
        "m::N",
        "o::p",
    ];
    assert_eq!(found, expected);
}

/// Tests inside `src` choose their database by the environment.
fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|part| (*part).to_owned()).collect()
}

/// `src/web/partner/home.rs` is on the floor `web`.
fn floor_of(path: &str) -> String {
    let mut parts = path.split('/');
    let folder = parts.next().unwrap_or_default();
    let floor = if folder == "src" { parts.next().unwrap_or_default() } else { folder };
    floor.trim_end_matches(".rs").to_owned()
}

/// Each file with each path that it names, from its root: `crate`, or a crate's name.
fn imports(folders: &[&str]) -> Vec<(String, Vec<String>)> {
    let of = |source: &Source| {
        let path = source.path.clone();
        imports_of(source).into_iter().map(move |import| (path.clone(), import)).collect::<Vec<_>>()
    };
    sources(folders).iter().flat_map(of).collect()
}

fn imports_of(source: &Source) -> BTreeSet<Vec<String>> {
    let file =
        syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
    let mut reader = Reader { module: module_of(&source.path), found: BTreeSet::new() };
    reader.visit_file(&file);
    reader.found
}

/// `src/store/partner/mod.rs` is `crate::store::partner`.
fn module_of(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let inside = inside.split('/').filter(|part| !["lib", "main"].contains(part));
    ["crate"].into_iter().chain(inside).map(str::to_owned).collect()
}

/// A path as the compiler prints tokens, with or without blanks.
static PATH: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:\$ ?)?\b[A-Za-z_]\w*(?: ?:: ?[A-Za-z_]\w*)+").unwrap());

struct Reader {
    /// Where the reader stands.
    module: Vec<String>,
    found: BTreeSet<Vec<String>>,
}

impl Reader {
    fn note(&mut self, path: Vec<String>) {
        let resolved = self.resolve(path);
        self.found.insert(resolved);
    }

    /// `self` and `super` from where they stand.
    fn resolve(&self, path: Vec<String>) -> Vec<String> {
        let mut from = self.module.clone();
        let mut rest = path.into_iter().peekable();
        let mut is_relative = false;
        while let Some(step) = rest.next_if(|part| part == "self" || part == "super") {
            is_relative = true;
            if step == "super" {
                from.pop();
            }
        }
        if is_relative { from.into_iter().chain(rest).collect() } else { rest.collect() }
    }

    fn note_tree(&mut self, tree: &UseTree, before: &[String]) {
        let with = |part: String| before.iter().cloned().chain([part]).collect::<Vec<_>>();
        match tree {
            UseTree::Path(path) => self.note_tree(&path.tree, &with(path.ident.to_string())),
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.note_tree(tree, before));
            }
            UseTree::Name(name) if name.ident == "self" => self.note(before.to_vec()),
            UseTree::Name(name) => self.note(with(name.ident.to_string())),
            UseTree::Rename(rename) => self.note(with(rename.ident.to_string())),
            UseTree::Glob(_) => self.note(before.to_vec()),
        }
    }

    /// Inside a macro there are only tokens: whatever looks like a path is one.
    fn note_text(&mut self, tokens: &str) {
        for found in PATH.find_iter(tokens) {
            let parts = found.as_str().trim_start_matches(['$', ' ']).split("::");
            self.note(parts.map(|part| part.trim().to_owned()).collect());
        }
    }
}

impl<'file> Visit<'file> for Reader {
    fn visit_item_mod(&mut self, module: &'file ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'file ItemUse) {
        self.note_tree(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'file Path) {
        if path.segments.len() > 1 {
            self.note(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_attribute(&mut self, attribute: &'file Attribute) {
        self.visit_path(attribute.path());
        if let Meta::List(list) = &attribute.meta
            && list.path.is_ident("derive")
            && let Ok(derives) =
                list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
        {
            derives.iter().for_each(|path| self.note_text(&quoted(path)));
        }
    }

    fn visit_macro(&mut self, call: &'file Macro) {
        self.visit_path(&call.path);
        self.note_text(&call.tokens.to_string());
    }
}

fn quoted(path: &Path) -> String {
    let parts: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    parts.join("::")
}
