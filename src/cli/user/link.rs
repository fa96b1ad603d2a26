//! `liaison user reset-link`, `sign-in-link` and `confirm-link`: for whoever asks the support line.

use anyhow::anyhow;
use clap::Args;
use serde_json::Map;

use super::{People, unknown};
use crate::{
    cli::{
        Outcome,
        output::{Answer, Output, link, link_in_words, written},
    },
    config::Config,
    store::operator::{CannotLink, MadeLink, Operator},
    web::paths,
};

#[derive(Debug, Args)]
pub struct Link {
    #[command(flatten)]
    people: People,
}

impl Link {
    pub async fn reset(self, operator: &Operator, output: Output, config: &Config) -> Outcome {
        let make = async |email: &_| {
            let made = operator.make_reset_link(email).await?.ok_or_else(unknown)?;
            let made = made.map_err(refused)?;
            let lasts = "sets a new password; it works once, for 30 minutes";
            Ok(answer(&made, &link(config, &paths::reset(made.token.as_str())), lasts))
        };
        output.each("email", &self.people.emails, make).await
    }

    pub async fn sign_in(self, operator: &Operator, output: Output, config: &Config) -> Outcome {
        let make = async |email: &_| {
            let made = operator.make_sign_in_link(email).await?.ok_or_else(unknown)?;
            let made = made.map_err(refused)?;
            let lasts = "signs in without a password; it works once, for 15 minutes";
            Ok(answer(&made, &link(config, &paths::sign_in_link(made.token.as_str())), lasts))
        };
        output.each("email", &self.people.emails, make).await
    }

    pub async fn confirm(self, operator: &Operator, output: Output, config: &Config) -> Outcome {
        let make = async |email: &_| {
            let made = operator.make_confirm_link(email).await?.ok_or_else(unknown)?;
            let made = made.map_err(refused)?;
            let lasts = "confirms this address; it works once, for 24 hours";
            Ok(answer(&made, &link(config, &paths::confirm_email(made.token.as_str())), lasts))
        };
        output.each("email", &self.people.emails, make).await
    }
}

/// `does`: what the link does, and how long it is good.
pub fn answer(made: &MadeLink, address: &str, does: &str) -> Answer {
    Answer {
        words: format!("For {}, this link {does}:\n  {}", made.to, link_in_words(address)),
        json: Map::from_iter([
            ("link".to_owned(), address.into()),
            ("to".to_owned(), made.to.as_str().into()),
            ("expires_at".to_owned(), written(made.expires_at)),
        ]),
    }
}

fn refused(reason: CannotLink) -> anyhow::Error {
    match reason {
        CannotLink::Disabled => {
            anyhow!("is kept out; `liaison user enable` lets them in again")
        }
        CannotLink::NotAMember => {
            anyhow!(
                "belongs to no organisation yet; `liaison user create` invites them, or makes the link of an invitation anew"
            )
        }
        CannotLink::NothingAsked => {
            anyhow!("has not asked for another address; they do so in the portal under their name")
        }
        CannotLink::EmailInUse => anyhow!("has asked for an address that somebody else has"),
    }
}
