//! `liaison doctor`: what is well with the portal, what is not, and how to mend it. It mends nothing itself.

mod address;
mod clock;
mod database;
mod finding;
mod folder;
mod secrets;

use serde::Serialize;

use self::finding::{Finding, State};
use super::Outcome;
use crate::config::{ConfigError, Loaded};

/// As `--json` prints it.
#[derive(Serialize)]
struct Report {
    /// Nothing has failed; there may be warnings.
    ok: bool,
    checks: Vec<Finding>,
}

/// Settings that cannot be read are what it says then, and all that it says.
pub async fn run(loaded: Result<Loaded, ConfigError>, as_json: bool) -> anyhow::Result<Outcome> {
    let checks = match loaded {
        Ok(loaded) => examine(&loaded).await,
        Err(error) => vec![
            Finding::failed("settings", error.to_string())
                .mended_by("mend what it names; `liaison config example` shows every setting"),
        ],
    };
    let ok = checks.iter().all(|finding| finding.state != State::Failed);
    if as_json {
        println!("{}", serde_json::to_string_pretty(&Report { ok, checks })?);
    } else {
        for finding in &checks {
            println!("{finding}");
        }
        println!("\n{}", summary(&checks));
    }
    Ok(if ok { Outcome::Done } else { Outcome::Failed })
}

async fn examine(loaded: &Loaded) -> Vec<Finding> {
    let Loaded { config, .. } = loaded;
    let mut findings = vec![settings(loaded)];
    findings.extend(database::examine(config).await);
    findings.extend(folder::examine(config));
    findings.push(secrets::files(loaded));
    findings.extend(secrets::command_line(loaded));
    findings.extend(address::own(config));
    findings.extend(address::public(config));
    findings
}

fn settings(loaded: &Loaded) -> Finding {
    let file = match &loaded.file {
        Some(path) => format!("read from {}", path.display()),
        None => "no file is named".to_owned(),
    };
    let variables = loaded.sources.values().filter(|source| source.is_environment()).count();
    Finding::good("settings", format!("{file}; set in the environment: {variables}"))
}

fn summary(findings: &[Finding]) -> String {
    let count = |state| findings.iter().filter(|finding| finding.state == state).count();
    match (count(State::Failed), count(State::Warning)) {
        (0, 0) => "All is well.".to_owned(),
        (0, warnings) => format!("Nothing has failed; warnings: {warnings}."),
        (failed, 0) => format!("Failed: {failed}."),
        (failed, warnings) => format!("Failed: {failed}; warnings: {warnings}."),
    }
}
