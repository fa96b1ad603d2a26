//! Where everything is kept.

use std::{fmt, path::PathBuf, str::FromStr};

use url::Url;

/// `sqlite://PATH` or `postgres://…`: it may hold a password, so only [`DatabaseUrl::masked`] is ever printed.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// With the password in it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// With three stars for a password.
    pub fn masked(&self) -> String {
        let hidden = || "***".to_owned();
        if self.sqlite_file().is_some() {
            return self.0.clone();
        }
        let Ok(mut url) = Url::parse(&self.0) else { return hidden() };
        if url.password().is_some() && url.set_password(Some("***")).is_err() {
            return hidden();
        }
        // A password may also stand among the options.
        if url.query().is_some_and(|options| options.contains("password")) {
            url.set_query(Some("***"));
        }
        url.into()
    }

    /// The file, where it is SQLite.
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        let path = self.0.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path);
        path.split('?').next().map(PathBuf::from)
    }
}

impl Default for DatabaseUrl {
    fn default() -> Self {
        Self("sqlite://data/liaison.sqlite".to_owned())
    }
}

impl FromStr for DatabaseUrl {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_known =
            ["sqlite:", "postgres://", "postgresql://"].iter().any(|start| text.starts_with(start));
        if is_known {
            Ok(Self(text.to_owned()))
        } else {
            Err("must begin with sqlite:// or postgres://")
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DatabaseUrl(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        for (url, shown) in [
            ("sqlite://data/liaison.sqlite", "sqlite://data/liaison.sqlite"),
            ("postgres://liaison@db/portal", "postgres://liaison@db/portal"),
            ("postgres://liaison:s3cret@db/portal", "postgres://liaison:***@db/portal"),
            ("postgres://db/portal?password=s3cret&user=x", "postgres://db/portal?***"),
            ("postgres://liaison:s3cret@db:port/", "***"),
        ] {
            let parsed: DatabaseUrl = url.parse().unwrap();
            assert_eq!(parsed.masked(), shown);
            assert_eq!(parsed.as_str(), url);
            assert!(!format!("{parsed:?}").contains("s3cret"));
        }
    }
}
