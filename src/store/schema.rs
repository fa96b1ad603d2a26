//! Whether the database is as this program knows it, and how it becomes so.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use liaison_migrations::Migrator;
use sea_orm::EntityTrait;
use sea_orm_migration::{MigratorTrait, SchemaManager, seaql_migrations};

use super::{Store, StoreError, connect::in_words};

/// How the database's schema stands to this program's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schema {
    /// There is none yet: whoever opens the database first makes it.
    Empty,
    Fits,
    /// It lacks these migrations.
    Older(Vec<String>),
    /// It has seen these migrations, which this program does not know.
    Newer(Vec<String>),
}

/// What has been done to the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migrated {
    pub migrations: usize,
    /// Where the database stands as it was before, if it is a file.
    pub copy: Option<PathBuf>,
}

impl Store {
    pub async fn schema(&self) -> Result<Schema, StoreError> {
        schema(&SchemaManager::new(self.db.writer())).await
    }

    /// The same for a database that has a schema, in one statement: whoever watches the portal asks often.
    pub async fn made_schema(&self) -> Result<Schema, StoreError> {
        Ok(Schema::of(seaql_migrations::Entity::find().all(self.db.reader()).await?))
    }

    /// Brings the schema up to date, all of it or nothing. A file with something in it is copied before. Of several programs
    /// that do so at once, one does it, and the others find it done.
    pub async fn migrate(&self) -> Result<Migrated, StoreError> {
        self.db
            .write_alone(async |tx| {
                let (migrations, copy) = match schema(&SchemaManager::new(tx)).await? {
                    Schema::Empty => (Migrator::migrations().len(), None),
                    Schema::Older(missing) => {
                        let first = missing.first().map(String::as_str).unwrap_or_default();
                        (missing.len(), self.copy_before(first).await?)
                    }
                    Schema::Fits | Schema::Newer(_) => (0, None),
                };
                Migrator::up(tx, None).await?;
                Ok(Migrated { migrations, copy })
            })
            .await
    }

    /// A copy beside the file, for its owner only: `liaison.before-m20261122_000001_partners.sqlite`. One that is there
    /// already is left alone. `None` where there is no file.
    async fn copy_before(&self, migration: &str) -> Result<Option<PathBuf>, StoreError> {
        let Some(file) = self.db.file() else { return Ok(None) };
        let failed = |error| StoreError::Copy { path: beside(&file, migration, 1), error };
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        // Under another name until it is complete, and gone if it never is.
        let growing = tempfile::Builder::new()
            .prefix(".liaison-copy-")
            .tempfile_in(folder.unwrap_or(Path::new(".")))
            .map_err(failed)?;
        let not_copied = |error| failed(io::Error::other(in_words(&error)));
        self.db.copy_into(growing.path()).await.map_err(not_copied)?;
        growing.as_file().sync_all().map_err(failed)?;
        keep(growing, &file, migration).map(Some).map_err(failed)
    }
}

async fn schema(manager: &SchemaManager<'_>) -> Result<Schema, StoreError> {
    if !manager.has_table("seaql_migrations").await? {
        return Ok(Schema::Empty);
    }
    let done = seaql_migrations::Entity::find().all(manager.get_connection()).await?;
    Ok(Schema::of(done))
}

impl Schema {
    fn of(done: Vec<seaql_migrations::Model>) -> Self {
        let done: BTreeSet<_> = done.into_iter().map(|row| row.version).collect();
        let known: Vec<_> =
            Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
        let unknown: Vec<_> = done.iter().filter(|name| !known.contains(name)).cloned().collect();
        let missing: Vec<_> = known.into_iter().filter(|name| !done.contains(name)).collect();
        if done.is_empty() {
            Self::Empty
        } else if !unknown.is_empty() {
            Self::Newer(unknown)
        } else if !missing.is_empty() {
            Self::Older(missing)
        } else {
            Self::Fits
        }
    }
}

/// Gives the copy the first name that is free.
fn keep(mut copy: tempfile::NamedTempFile, file: &Path, migration: &str) -> io::Result<PathBuf> {
    for nth in 1.. {
        let path = beside(file, migration, nth);
        match copy.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => copy = taken.file,
            Err(failed) => return Err(failed.error),
        }
    }
    unreachable!("numbers do not end")
}

fn beside(file: &Path, migration: &str, nth: usize) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let number = if nth == 1 { String::new() } else { format!("-{nth}") };
    file.with_file_name(format!("{stem}.before-{migration}{number}.sqlite"))
}
