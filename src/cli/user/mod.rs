//! `liaison user`: the people of the portal. Links are printed and passwords never asked for: nobody but the person
//! themself knows theirs.

mod forget;
mod link;
mod list;
mod member;
mod switch;

use anyhow::{Context, anyhow};
use clap::{ArgGroup, Args, Subcommand, builder::PossibleValuesParser};

use super::{Outcome, argument::text, open, output::Output};
use crate::{
    clock::Clock,
    config::Config,
    domain::{
        ids::OrganisationId,
        membership::{Role, Roles},
        role::{CustomerRole, PartnerRole},
        text::{DomainName, EmailAddress, MpnId},
    },
    store::operator::{LastAdminOf, Named, NamedOrganisation, Operator},
};

#[derive(Debug, Args)]
pub struct UserArgs {
    #[command(flatten)]
    output: Output,
    #[command(subcommand)]
    command: UserCommand,
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Invite somebody into an organisation and print the link to send them
    #[command(
        after_help = "The link works once, for 30 days; with it the person sets a password. For somebody who has been invited \
                      already, a new link is made.\n\nExample:\n  liaison user create nora.biro@tisza.example --name 'Nóra Bíró' \\\n      --partner 4847383 --role global_admin"
    )]
    Create(member::Create),
    /// List the people by name, with what they belong to and what they have asked for
    #[command(after_help = "Example, who waits for a link:\n  liaison user list --asking")]
    List(list::List),
    /// Keep people out, whatever they belong to, and end their sessions
    #[command(
        after_help = "An admin of their organisation disables them for that organisation only.\n\nExample:\n  liaison user disable nora.biro@tisza.example"
    )]
    Disable(switch::Disable),
    /// Let people in again, with the roles that they had
    #[command(after_help = "Example:\n  liaison user enable nora.biro@tisza.example")]
    Enable(switch::Enable),
    /// Take off second factors that people have lost, and end their sessions
    #[command(
        after_help = "Be sure who is asking: from then on the password alone opens the account. Where a second factor is required, they \
                      are led to setting up a new one when they sign in.\n\nExample:\n  liaison user reset-second-factor nora.biro@tisza.example"
    )]
    ResetSecondFactor(switch::ResetSecondFactor),
    /// Give somebody roles in an organisation that they belong to
    #[command(
        after_help = "Unlike an admin in the portal, you may make anybody a global admin; their organisation reads in its \
                      activity log that the operator did it.\n\nExample:\n  liaison user grant nora.biro@tisza.example --partner 4847383 --role global_admin"
    )]
    Grant(member::Grant),
    /// Print links with which people set a new password; each works once, for 30 minutes
    #[command(
        after_help = "Be sure who is asking: whoever has the link has the account.\n\nExample:\n  liaison user reset-link nora.biro@tisza.example"
    )]
    ResetLink(link::Link),
    /// Print links that sign people in without a password; each works once, for 15 minutes
    #[command(
        after_help = "Be sure who is asking: whoever has the link has the account.\n\nExample:\n  liaison user sign-in-link anna@almaskert.example"
    )]
    SignInLink(link::Link),
    /// Print links that confirm the new addresses which people have asked to have; each works once, for 24 hours
    #[command(
        after_help = "Name the address that they have now, and send the link to the new one, which shows that it is theirs.\n\n\
                      Example:\n  liaison user confirm-link nora.biro@tisza.example"
    )]
    ConfirmLink(link::Link),
    /// Blank people for good: name, address, password, second factor, sessions, links, roles
    #[command(
        after_help = "What they did stays in the activity log and in the changes, done by somebody who has left. Copies of the \
                      database that were made before still hold them.\n\nExample:\n  liaison user forget nora.biro@tisza.example"
    )]
    Forget(forget::Forget),
}

pub async fn run(arguments: UserArgs, config: &Config) -> anyhow::Result<Outcome> {
    let store = open(config, &Clock::default()).await?;
    let operator = Operator::of(&store);
    let UserArgs { output, command } = arguments;
    let outcome = match command {
        UserCommand::Create(new) => new.run(&operator, output, config).await?,
        UserCommand::List(list) => list.run(&operator, output).await?,
        UserCommand::Disable(disable) => disable.run(&operator, output).await,
        UserCommand::Enable(enable) => enable.run(&operator, output).await,
        UserCommand::ResetSecondFactor(reset) => reset.run(&operator, output).await,
        UserCommand::Grant(grant) => grant.run(&operator, output).await?,
        UserCommand::ResetLink(links) => links.reset(&operator, output, config).await,
        UserCommand::SignInLink(links) => links.sign_in(&operator, output, config).await,
        UserCommand::ConfirmLink(links) => links.confirm(&operator, output, config).await,
        UserCommand::Forget(forget) => forget.run(&operator, output).await?,
    };
    store.close().await?;
    Ok(outcome)
}

/// The people whom a command is about.
#[derive(Debug, Args)]
struct People {
    /// Their addresses
    #[arg(value_name = "EMAIL", required = true, value_parser = text::<EmailAddress>("email"))]
    emails: Vec<EmailAddress>,
}

/// The organisation that a command is about, and roles there.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("organisation").required(true).args(["partner", "customer"])))]
struct Place {
    /// The partner's number at the vendor
    #[arg(long, value_name = "PARTNER_ID", value_parser = text::<MpnId>("partner ID"))]
    partner: Option<MpnId>,
    /// The customer's domain
    #[arg(long, value_name = "DOMAIN", value_parser = text::<DomainName>("domain"))]
    customer: Option<DomainName>,
    /// What they may do there; may be given several times. A customer has `global_admin` and `user`
    #[arg(long = "role", value_name = "ROLE", required = true, value_parser = roles())]
    roles: Vec<String>,
}

/// Of partners and of customers; which it is decides what is a role there.
fn roles() -> PossibleValuesParser {
    let words = PartnerRole::ALL.iter().map(|role| role.as_str());
    PossibleValuesParser::new(words.chain([CustomerRole::PlainUser.as_str()]))
}

impl Place {
    async fn find(&self, operator: &Operator) -> anyhow::Result<(NamedOrganisation, Roles)> {
        let named = named(self.partner.as_ref(), self.customer.as_ref());
        let named = named.context("which organisation? Say --partner or --customer")?;
        let found = found(operator, &named).await?;
        let roles: Result<Roles, _> = self
            .roles
            .iter()
            .map(|word| {
                let role = Role::parse(found.id, word);
                role.map_err(|_| no_role(word, found.id))
            })
            .collect();
        Ok((found, roles?))
    }
}

fn no_role(word: &str, of: OrganisationId) -> anyhow::Error {
    let kind = if of.partner().is_some() { "partner" } else { "customer" };
    let all: Vec<_> = Role::all(of).into_iter().map(Role::as_str).collect();
    anyhow!("{word} is no role of a {kind}; its roles are {}", all.join(", "))
}

async fn found(operator: &Operator, named: &Named) -> anyhow::Result<NamedOrganisation> {
    let found = operator.organisation(named).await?;
    found.ok_or_else(|| anyhow!("there is no {named}"))
}

fn named(partner: Option<&MpnId>, customer: Option<&DomainName>) -> Option<Named> {
    partner.cloned().map(Named::Partner).or(customer.cloned().map(Named::Customer))
}

fn unknown() -> anyhow::Error {
    anyhow!("nobody has this address")
}

/// Why somebody is kept who is the last.
fn last_admin(last: &LastAdminOf) -> anyhow::Error {
    let organisations = last.0.join(", ");
    anyhow!(
        "is the last global admin of {organisations}; make somebody else one first (`liaison user grant`), or say --even-the-last"
    )
}
