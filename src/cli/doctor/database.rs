//! Whether the database answers, and whether its tables are those of this program.

use std::{path::Path, time::Duration};

use rustix::fs::{Access, access};
use tokio::time::timeout;

use super::{clock, finding::Finding};
use crate::{
    clock::Clock,
    config::Config,
    store::{Schema, Store, StoreError},
};

const DATABASE: &str = "database";
const TABLES: &str = "tables";
/// Longer than any database takes that is well.
const PATIENCE: Duration = Duration::from_secs(5);

pub async fn examine(config: &Config) -> Vec<Finding> {
    let file = config.database_url.sqlite_file();
    if let Some(finding) = file.as_deref().and_then(unusable) {
        return vec![finding];
    }
    let masked = config.database_url.masked();
    let url = config.database_url.as_str();
    let opened = timeout(PATIENCE, Store::open(url, Clock::default(), config.policy.clone())).await;
    let fix = match &file {
        Some(path) => format!("{} has to be a SQLite file of this portal", path.display()),
        None => format!("is the server up, and are host, name and password right in {masked}?"),
    };
    let store = match opened {
        Ok(Ok(store)) => store,
        Ok(Err(error)) => return vec![Finding::failed(DATABASE, error.to_string()).mended_by(fix)],
        Err(_) => {
            let seconds = PATIENCE.as_secs();
            let silent = format!("{masked} does not answer within {seconds} seconds");
            return vec![Finding::failed(DATABASE, silent).mended_by(fix)];
        }
    };
    let answers = Finding::good(DATABASE, format!("{masked} answers"));
    let mut findings = vec![answers, tables(&store).await.unwrap_or_else(|error| failed(&error))];
    findings.push(clock::examine(&store).await.unwrap_or_else(|error| failed(&error)));
    if let Err(error) = store.close().await {
        findings.push(failed(&error));
    }
    findings
}

fn failed(error: &StoreError) -> Finding {
    Finding::failed(TABLES, error.to_string()).mended_by(
        "is this the portal's database, and this program as new as the one that wrote it last?",
    )
}

/// Opening a file would make it: a doctor only looks.
fn unusable(path: &Path) -> Option<Finding> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    if path.exists() {
        let is_ours = access(path, Access::READ_OK | Access::WRITE_OK).is_ok()
            && access(folder, Access::WRITE_OK).is_ok();
        let found = format!("this user may not read and write {} and its folder", path.display());
        let fix = "run it as the user that the portal runs as, or give that user the folder";
        return (!is_ours).then(|| Finding::failed(DATABASE, found).mended_by(fix));
    }
    if folder.exists() && access(folder, Access::WRITE_OK).is_err() {
        let found = format!("this user may not write in {}", folder.display());
        return Some(Finding::failed(DATABASE, found).mended_by("give that user the folder"));
    }
    let found = format!("there is none at {} yet", path.display());
    Some(Finding::warning(DATABASE, found).mended_by("`liaison serve` makes it"))
}

async fn tables(store: &Store) -> Result<Finding, StoreError> {
    Ok(match store.schema().await? {
        Schema::Fits => Finding::good(TABLES, "up to date"),
        Schema::Empty => Finding::warning(TABLES, "the database is empty")
            .mended_by("`liaison serve` makes them"),
        Schema::Older(missing) if store.is_sqlite() => {
            Finding::warning(TABLES, behind(missing.len())).mended_by(
                "`liaison serve` brings them up to date, and keeps a copy of the file from before",
            )
        }
        Schema::Older(missing) => Finding::failed(TABLES, behind(missing.len()))
            .mended_by("stop all instances and run `liaison migrate`"),
        Schema::Newer(unknown) => {
            let found =
                format!("newer than this program; migrations it does not know: {}", unknown.len());
            Finding::failed(TABLES, found)
                .mended_by("start the version that made them, or a newer one")
        }
    })
}

fn behind(pending: usize) -> String {
    format!("older than this program; migrations to do: {pending}")
}
