//! Puts the settings together, one source over the other.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    net::SocketAddr,
    ops::Range,
    path::{Path, PathBuf},
};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    Config, ConfigError, DatabaseUrl, Source,
    problem::{Problem, nearest},
    setting::{Holds, Kind, Setting, variable},
    table::{keys, sections},
};

/// What was said on the command line.
#[derive(Debug, Default)]
pub struct Flags {
    pub listen: Option<SocketAddr>,
    pub database_url: Option<DatabaseUrl>,
}

/// The settings, and where each comes from that is not the default.
#[derive(Debug)]
pub struct Loaded {
    pub config: Config,
    /// The settings file, where there is one.
    pub file: Option<PathBuf>,
    /// By key.
    pub sources: BTreeMap<&'static str, Source>,
    /// Files in which a password or a key stands.
    pub secret_files: Vec<PathBuf>,
}

/// Loading, under way: problems are gathered, so that all are told at once.
#[derive(Default)]
pub struct Layers {
    config: Config,
    file: Option<PathBuf>,
    sources: BTreeMap<&'static str, Source>,
    secret_files: Vec<PathBuf>,
    problems: Vec<Problem>,
}

impl Layers {
    pub fn loaded(self) -> Result<Loaded, ConfigError> {
        let Self { config, file, sources, secret_files, problems } = self;
        ConfigError::unless_none(problems)?;
        Ok(Loaded { config, file, sources, secret_files })
    }

    pub fn file(&mut self, path: PathBuf) {
        match fs::read_to_string(&path) {
            Ok(text) => self.text(&text, &path),
            Err(error) => self.refuse(path.display(), error),
        }
        self.file = Some(path);
    }

    /// The text of a settings file.
    pub fn text(&mut self, text: &str, path: &Path) {
        match DeTable::parse(text) {
            Ok(table) => self.section(table.get_ref(), "", &File { text, path }),
            Err(error) => {
                let file = File { text, path };
                let line = file.line(&error.span().unwrap_or_default());
                // The line itself may hold a password, but what stands before its `=` is a name.
                let start = text.lines().nth(line - 1).unwrap_or_default();
                let name = start.split('=').next().unwrap_or_default().trim();
                self.refuse(file.source(line), format!("`{name}`: {}", error.message()));
            }
        }
    }

    fn section(&mut self, table: &DeTable<'_>, prefix: &str, file: &File<'_>) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in entries {
            let key = format!("{prefix}{}", name.get_ref());
            let source = file.source(file.line(&name.span()));
            let known = keys().find(|(known, ..)| *known == key);
            match (known, value.get_ref()) {
                (Some((_, setting, holds)), value) => match words(setting.kind, value) {
                    Some(words) => self.give(setting, holds, words, source),
                    None => self.refuse(source, format!("`{key}`: {}", setting.kind.expected())),
                },
                (None, DeValue::Table(table)) if sections().any(|section| section == key) => {
                    self.section(table, &format!("{key}."), file);
                }
                (None, _) => self.refuse(source, unknown_key(&key)),
            }
        }
    }

    /// What systemd hands over: a file for each secret, by its key.
    pub fn credentials(&mut self, directory: &Path) {
        for (key, setting, holds) in keys() {
            let path = directory.join(&key);
            if setting.kind == Kind::Secret && holds == Holds::Value && path.exists() {
                let words = vec![path.display().to_string()];
                self.give(setting, Holds::File, words, Source::Credential { path });
            }
        }
    }

    pub fn environment(&mut self, variables: &[(String, OsString)]) {
        for (name, value) in variables {
            let source = Source::Environment { name: name.clone() };
            let known = keys().find(|(key, ..)| variable(key) == *name);
            match (known, value.to_str()) {
                // Whoever starts the portal from a list of variables has no other way to leave one out.
                (Some(_), Some("")) => {}
                (Some((_, setting, holds)), Some(text)) => {
                    self.give(setting, holds, setting.kind.split(text), source);
                }
                (Some(_), None) => self.refuse(source, "this is no text"),
                (None, text) if is_of_kubernetes(name, text.unwrap_or_default()) => {}
                (None, _) => self.refuse(source, unknown_variable(name)),
            }
        }
    }

    pub fn flags(&mut self, flags: Flags) {
        if let Some(listen) = flags.listen {
            self.config.listen = listen;
            self.sources.insert("listen", Source::Flag { name: "--listen" });
        }
        if let Some(url) = flags.database_url {
            self.config.database_url = url;
            self.sources.insert("database_url", Source::Flag { name: "--database-url" });
        }
    }

    fn give(
        &mut self,
        setting: &'static Setting,
        holds: Holds,
        given: Vec<String>,
        source: Source,
    ) {
        if let Some(other) = self.sources.get(setting.key).filter(|other| other.is_beside(&source))
        {
            let message = format!("`{}` is said twice: {other} says it too", setting.key);
            return self.refuse(source, message);
        }
        let held_by = match (&source, holds) {
            (_, Holds::File) => Some(PathBuf::from(given.concat())),
            (Source::File { path, .. }, Holds::Value) => Some(path.clone()),
            _ => None,
        };
        let given = match (holds, &held_by) {
            (Holds::File, Some(path)) => read_secret(path),
            _ => Ok(given),
        };
        let applied = given.and_then(|words| {
            setting.apply(&mut self.config, &words)?;
            // What is not shown as it is written has something to hide.
            let hides = setting.kind == Kind::Secret && (setting.get)(&self.config) != words;
            self.secret_files.extend(held_by.filter(|_| hides));
            Ok(())
        });
        if let Err(problem) = applied {
            let problem: String = problem;
            self.refuse(&source, format!("`{}`: {problem}", setting.key));
        }
        self.sources.insert(setting.key, source);
    }

    fn refuse(&mut self, place: impl ToString, message: impl ToString) {
        self.problems.push(Problem { place: place.to_string(), message: message.to_string() });
    }
}

/// The one word that a file holds.
fn read_secret(path: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(vec![text.trim().to_owned()])
}

/// A settings file that is being read.
struct File<'a> {
    text: &'a str,
    path: &'a Path,
}

impl File<'_> {
    fn source(&self, line: usize) -> Source {
        Source::File { path: self.path.to_owned(), line }
    }

    /// Lines are counted from 1.
    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        before.matches('\n').count() + 1
    }
}

/// The words of a value that is written as its kind asks.
fn words(kind: Kind, value: &DeValue<'_>) -> Option<Vec<String>> {
    match (kind, value) {
        (Kind::Text | Kind::Secret, DeValue::String(text)) => Some(vec![text.to_string()]),
        (Kind::Number, DeValue::Integer(number)) => Some(vec![number.to_string()]),
        (Kind::Switch, DeValue::Boolean(switch)) => Some(vec![switch.to_string()]),
        (Kind::List, DeValue::Array(values)) => {
            let text = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
                DeValue::String(text) => Some(text.to_string()),
                _ => None,
            };
            values.iter().map(text).collect()
        }
        _ => None,
    }
}

fn unknown_key(key: &str) -> String {
    let known = keys().map(|(key, ..)| key).chain(sections().map(str::to_owned));
    let hint = match nearest(key, known) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "`liaison config example` shows all there are".to_owned(),
    };
    format!("there is no setting `{key}`; {hint}")
}

fn unknown_variable(name: &str) -> String {
    let hint = match nearest(name, keys().map(|(key, ..)| variable(&key))) {
        Some(name) => format!("did you mean {name}?"),
        None => "`liaison config example` shows all there are".to_owned(),
    };
    format!("there is no such setting; {hint}")
}

/// Kubernetes tells every container where its services are: one that is called `liaison` looks like settings of ours.
fn is_of_kubernetes(name: &str, value: &str) -> bool {
    name.starts_with("LIAISON_SERVICE_")
        || name.starts_with("LIAISON_PORT_")
        || name == "LIAISON_PORT" && value.contains("://")
}
