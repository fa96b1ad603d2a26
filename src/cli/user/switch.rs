//! `liaison user disable`, `enable` and `reset-second-factor`.

use clap::Args;
use serde_json::Map;

use super::{People, last_admin, unknown};
use crate::{
    cli::{
        Outcome,
        output::{Answer, Output},
    },
    store::operator::{Operator, Switched},
};

#[derive(Debug, Args)]
pub struct Disable {
    #[command(flatten)]
    people: People,
    /// Also somebody without whom an organisation has no global admin
    #[arg(long)]
    even_the_last: bool,
}

#[derive(Debug, Args)]
pub struct Enable {
    #[command(flatten)]
    people: People,
}

#[derive(Debug, Args)]
pub struct ResetSecondFactor {
    #[command(flatten)]
    people: People,
}

impl Disable {
    pub async fn run(self, operator: &Operator, output: Output) -> Outcome {
        let disable = async |email: &_| {
            let disabled = operator.disable(email, self.even_the_last).await?;
            let disabled = disabled.ok_or_else(unknown)?.map_err(|last| last_admin(&last))?;
            Ok(answer(
                disabled,
                format!("{email} is kept out from now on."),
                format!("{email} is kept out already."),
            ))
        };
        output.each("email", &self.people.emails, disable).await
    }
}

impl Enable {
    pub async fn run(self, operator: &Operator, output: Output) -> Outcome {
        let enable = async |email: &_| {
            Ok(answer(
                operator.enable(email).await?.ok_or_else(unknown)?,
                format!("{email} may sign in again."),
                format!("{email} is not kept out."),
            ))
        };
        output.each("email", &self.people.emails, enable).await
    }
}

impl ResetSecondFactor {
    pub async fn run(self, operator: &Operator, output: Output) -> Outcome {
        let reset = async |email: &_| {
            Ok(answer(
                operator.take_off_second_factor(email).await?.ok_or_else(unknown)?,
                format!(
                    "{email} signs in with the password alone now; all their sessions have ended."
                ),
                format!("{email} has no second factor."),
            ))
        };
        output.each("email", &self.people.emails, reset).await
    }
}

/// `changed`, `already`: what is said where something was to be done, and where nothing was.
fn answer(switched: Switched, changed: String, already: String) -> Answer {
    let has_changed = switched == Switched::Changed;
    Answer {
        words: if has_changed { changed } else { already },
        json: Map::from_iter([("changed".to_owned(), has_changed.into())]),
    }
}
