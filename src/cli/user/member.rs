//! `liaison user create` and `liaison user grant`: who belongs to an organisation, and with which roles.

use anyhow::{anyhow, bail};
use clap::Args;
use serde_json::{Value, json};

use super::{Place, last_admin, link};
use crate::{
    cli::{
        Outcome,
        argument::text,
        output::{self, Output},
    },
    config::Config,
    domain::{
        membership::{Role, Roles},
        text::{EmailAddress, Name},
    },
    store::operator::{CannotInvite, NewMember, Operator},
    web::paths,
};

#[derive(Debug, Args)]
pub struct Create {
    /// Whom to invite
    #[arg(value_parser = text::<EmailAddress>("email"))]
    email: EmailAddress,
    /// As colleagues know them; the person's own word counts later
    #[arg(long, value_parser = text::<Name>("name"))]
    name: Name,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
pub struct Grant {
    /// Whose roles
    #[arg(value_parser = text::<EmailAddress>("email"))]
    email: EmailAddress,
    #[command(flatten)]
    place: Place,
    /// Take the roles that they had and that are not named
    #[arg(long)]
    only: bool,
}

impl Create {
    pub async fn run(
        self,
        operator: &Operator,
        output: Output,
        config: &Config,
    ) -> anyhow::Result<Outcome> {
        let (place, roles) = self.place.find(operator).await?;
        let (name, email) = (self.name, self.email);
        let new = NewMember { organisation: place.id, name, email, roles };
        let made = match operator.invite(&new).await? {
            Ok(made) => made,
            Err(CannotInvite::Member) => {
                bail!(
                    "{} belongs to {} already; `liaison user grant` gives roles",
                    new.email,
                    place.name
                )
            }
            Err(CannotInvite::Disabled) => {
                bail!(
                    "{} has been disabled at {}; an admin there lets them in again",
                    new.email,
                    place.name
                )
            }
        };
        let address = output::link(config, &paths::set_up(made.token.as_str()));
        let does = format!("leads into {}; it works once, for 30 days", place.name);
        let mut answer = link::answer(&made, &address, &does);
        answer.json.insert("email".to_owned(), new.email.as_str().into());
        output.say(answer.words, &Value::Object(answer.json));
        Ok(Outcome::Done)
    }
}

impl Grant {
    pub async fn run(self, operator: &Operator, output: Output) -> anyhow::Result<Outcome> {
        let (place, roles) = self.place.find(operator).await?;
        let (email, name) = (&self.email, &place.name);
        let granted = operator.grant(email, place.id, &roles, self.only).await?;
        let granted = granted
            .ok_or_else(|| {
                anyhow!("{email} does not belong to {name}; `liaison user create` invites them")
            })?
            .map_err(|last| last_admin(&last).context(email.clone()))?;
        let admin = Role::global_admin(place.id);
        let all = words(&granted.after).join(", ");
        let words_said = if granted.before == granted.after {
            format!("{email} has these roles at {name} already: {all}.")
        } else if granted.after.contains(&admin) && !granted.before.contains(&admin) {
            format!(
                "{email} is a GLOBAL ADMIN of {name} now and may do everything there. All roles: {all}."
            )
        } else {
            format!("{email} has these roles at {name} now: {all}.")
        };
        let json = json!({
            "email": email.as_str(),
            "roles": words(&granted.after),
            "before": words(&granted.before),
        });
        output.say(words_said, &json);
        Ok(Outcome::Done)
    }
}

fn words(roles: &Roles) -> Vec<&'static str> {
    roles.iter().map(|role| role.as_str()).collect()
}
