//! What a command answers: words for people, or one JSON value for programs.

use std::fmt::Display;

use clap::Args;
use serde_json::{Map, Value};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::Outcome;
use crate::{config::Config, server::public_address};

#[derive(Clone, Copy, Debug, Args)]
pub struct Output {
    /// Answer in JSON, for programs
    #[arg(long, global = true)]
    json: bool,
}

/// What was done for one of several names.
pub struct Answer {
    pub words: String,
    /// Besides the name itself.
    pub json: Map<String, Value>,
}

impl Output {
    pub fn say(self, words: impl Display, json: &Value) {
        if self.json {
            println!("{json:#}");
        } else {
            println!("{words}");
        }
    }

    /// Does the same for each name. What goes wrong with one stops none of the others: somebody may be waiting for what
    /// has been made for them.
    ///
    /// `key`: what the names are, in JSON.
    pub async fn each<N: Display>(
        self,
        key: &str,
        names: &[N],
        work: impl AsyncFn(&N) -> anyhow::Result<Answer>,
    ) -> Outcome {
        let mut failed = 0;
        let mut answers = Vec::new();
        for name in names {
            let (words, mut json) = match work(name).await {
                Ok(Answer { words, json }) => (Ok(words), json),
                Err(error) => {
                    failed += 1;
                    let reason = Value::from(format!("{error:#}"));
                    (Err(error), Map::from_iter([("error".to_owned(), reason)]))
                }
            };
            json.insert(key.to_owned(), name.to_string().into());
            answers.push(Value::Object(json));
            match words {
                _ if self.json => {}
                Ok(words) => println!("{words}"),
                Err(error) => eprintln!("liaison: {name}: {error:#}"),
            }
        }
        if self.json {
            println!("{:#}", Value::Array(answers));
        }
        match failed {
            0 => Outcome::Done,
            _ if failed == names.len() => Outcome::Failed,
            _ => Outcome::Partly,
        }
    }
}

/// Columns as wide as what stands in them; `none`: what is said where there are no rows.
pub fn table<const N: usize>(heads: [&str; N], rows: &[[String; N]], none: &str) -> String {
    if rows.is_empty() {
        return none.to_owned();
    }
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([heads[column].chars().count()]).max().unwrap_or_default()
    };
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |cells: [&str; N]| {
        let padded = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let lines = rows.iter().map(|row| line(std::array::from_fn(|column| row[column].as_str())));
    [line(heads)].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// An organisation's name, with the one by which somebody may have looked for it.
pub fn name(name: &str, formerly: Option<&str>) -> String {
    formerly.map_or_else(|| name.to_owned(), |former| format!("{name} (formerly {former})"))
}

/// A path of the portal as people follow it; the bare path where neither the settings nor the port say where the portal is.
pub fn link(config: &Config, path: &str) -> String {
    match config.listen.port() {
        0 if config.public_url.is_none() => path.to_owned(),
        _ => format!("{}{path}", public_address(config, config.listen)),
    }
}

/// A link for people, who are told what is missing from it.
pub fn link_in_words(link: &str) -> String {
    if link.starts_with('/') { format!("{link} at the portal's address") } else { link.to_owned() }
}

/// A time for programs.
pub fn written(at: OffsetDateTime) -> Value {
    at.format(&Rfc3339).map_or(Value::Null, Value::from)
}
