//! `liaison user disable` and `liaison user enable`.

use clap::Args;

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

impl Disable {
    pub async fn run(self, operator: &Operator, output: Output) -> Outcome {
        let disable = async |email: &_| {
            let disabled = operator.disable(email, self.even_the_last).await?;
            let disabled = disabled.ok_or_else(unknown)?.map_err(|last| last_admin(&last))?;
            Ok(Answer::words(match disabled {
                Switched::Changed => format!("{email} is kept out from now on."),
                Switched::AlreadySo => format!("{email} is kept out already."),
            }))
        };
        output.each("email", &self.people.emails, disable).await
    }
}

impl Enable {
    pub async fn run(self, operator: &Operator, output: Output) -> Outcome {
        let enable = async |email: &_| {
            Ok(Answer::words(match operator.enable(email).await?.ok_or_else(unknown)? {
                Switched::Changed => format!("{email} may sign in again."),
                Switched::AlreadySo => format!("{email} is not kept out."),
            }))
        };
        output.each("email", &self.people.emails, enable).await
    }
}
