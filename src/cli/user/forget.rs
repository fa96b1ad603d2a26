//! `liaison user forget`: asks first, because nothing brings somebody back.

use std::io::{self, IsTerminal, Write};

use anyhow::bail;
use clap::Args;
use serde_json::Map;

use super::{People, last_admin, unknown};
use crate::{
    cli::{
        Outcome,
        output::{Answer, Output},
    },
    store::operator::Operator,
};

#[derive(Debug, Args)]
pub struct Forget {
    #[command(flatten)]
    people: People,
    /// Do not ask first
    #[arg(long)]
    yes: bool,
    /// Also somebody without whom an organisation has no global admin
    #[arg(long)]
    even_the_last: bool,
}

impl Forget {
    pub async fn run(self, operator: &Operator, output: Output) -> anyhow::Result<Outcome> {
        if !self.yes && !self.is_confirmed()? {
            bail!("nobody has been forgotten");
        }
        let forget = async |email: &_| {
            let forgotten = operator.forget(email, self.even_the_last).await?;
            let forgotten = forgotten.ok_or_else(unknown)?.map_err(|last| last_admin(&last))?;
            let gone = forgotten.memberships;
            Ok(Answer {
                words: format!("{email} is forgotten; memberships given up: {gone}."),
                json: Map::from_iter([("memberships".to_owned(), gone.into())]),
            })
        };
        Ok(output.each("email", &self.people.emails, forget).await)
    }

    fn is_confirmed(&self) -> anyhow::Result<bool> {
        if !io::stdin().is_terminal() {
            bail!("nobody is there to be asked; --yes forgets without asking");
        }
        eprintln!("These people will be forgotten for good, and nothing brings them back:");
        for email in &self.people.emails {
            eprintln!("  {email}");
        }
        eprint!("Forget them? Type yes: ");
        io::stderr().flush()?;
        let mut said = String::new();
        io::stdin().read_line(&mut said)?;
        Ok(said.trim() == "yes")
    }
}
