//! `liaison partner`: the partners of the portal.

use anyhow::{anyhow, bail};
use clap::{ArgGroup, Args, Subcommand};
use serde_json::{Value, json};

use super::{
    Outcome,
    argument::{kind, text, zone},
    open,
    output::{self, Output, table},
};
use crate::{
    clock::Clock,
    config::Config,
    domain::{
        partner::PartnerKind,
        text::{Country, MpnId, Name},
    },
    locale::Zone,
    store::operator::{NewPartner, Operator, PartnerEdit, PartnerEdited, PartnerListed},
};

#[derive(Debug, Args)]
pub struct PartnerArgs {
    #[command(flatten)]
    output: Output,
    #[command(subcommand)]
    command: PartnerCommand,
}

#[derive(Debug, Subcommand)]
enum PartnerCommand {
    /// Make a partner; `liaison user create` then lets its first person in
    #[command(
        after_help = "Example:\n  liaison partner create 'Tisza IT Kft.' --partner-id 4847383 --kind indirect_reseller \\\n      --country HU --time-zone Europe/Budapest"
    )]
    Create(Create),
    /// List the partners by name
    List {
        /// Only those that have all these words in their name, a name of the last 90 days, or their partner ID
        words: Vec<String>,
    },
    /// Change a partner's name, partner ID, country or time zone
    #[command(
        after_help = "The former name is shown and found for 90 days more. What has been recorded keeps the old name and \
                      partner ID.\n\nExample:\n  liaison partner edit 4847383 --name 'Tisza Informatika Kft.'"
    )]
    Edit(Edit),
}

#[derive(Debug, Args)]
struct Create {
    /// As everybody knows it
    #[arg(value_parser = text::<Name>("name"))]
    name: Name,
    /// Its number at the vendor
    #[arg(long, value_name = "NUMBER", value_parser = text::<MpnId>("partner ID"))]
    partner_id: MpnId,
    /// What it is to the vendor; it cannot be changed later
    #[arg(long, value_parser = kind())]
    kind: PartnerKind,
    /// Two letters
    #[arg(long, value_name = "CODE", value_parser = text::<Country>("country"))]
    country: Country,
    /// For example Europe/Budapest
    #[arg(long, value_name = "NAME", value_parser = zone)]
    time_zone: Zone,
}

#[derive(Debug, Args)]
#[command(group(
    ArgGroup::new("change").required(true).multiple(true).args(["name", "new_partner_id", "country", "time_zone"])
))]
struct Edit {
    /// The partner ID that it has now
    #[arg(value_name = "PARTNER_ID", value_parser = text::<MpnId>("partner ID"))]
    partner_id: MpnId,
    /// The name that it has from now on
    #[arg(long, value_parser = text::<Name>("name"))]
    name: Option<Name>,
    /// The partner ID that it has from now on
    #[arg(long, value_name = "NUMBER", value_parser = text::<MpnId>("partner ID"))]
    new_partner_id: Option<MpnId>,
    /// Two letters
    #[arg(long, value_name = "CODE", value_parser = text::<Country>("country"))]
    country: Option<Country>,
    /// For example Europe/Budapest
    #[arg(long, value_name = "NAME", value_parser = zone)]
    time_zone: Option<Zone>,
}

pub async fn run(arguments: PartnerArgs, config: &Config) -> anyhow::Result<Outcome> {
    let store = open(config, &Clock::default()).await?;
    let operator = Operator::of(&store);
    let PartnerArgs { output, command } = arguments;
    match command {
        PartnerCommand::Create(new) => create(&operator, output, new).await?,
        PartnerCommand::List { words } => {
            let partners = operator.partners(&words.join(" ")).await?;
            output.say(listed(&partners, &words), &partners.iter().map(in_json).collect());
        }
        PartnerCommand::Edit(edit) => self::edit(&operator, output, edit).await?,
    }
    store.close().await?;
    Ok(Outcome::Done)
}

async fn create(operator: &Operator, output: Output, new: Create) -> anyhow::Result<()> {
    let Create { name, partner_id, kind, country, time_zone } = new;
    let new = NewPartner { kind, name, mpn_id: partner_id, country, time_zone };
    let (name, mpn_id) = (&new.name, &new.mpn_id);
    if operator.create_partner(&new).await?.is_none() {
        bail!("there is a partner with the partner ID {mpn_id} already");
    }
    let words = format!(
        "{name} is a partner now. Let its first person in:\n  \
         liaison user create EMAIL --name NAME --partner {mpn_id} --role global_admin"
    );
    output.say(words, &json!({ "partner_id": mpn_id.as_str(), "name": name.as_str() }));
    Ok(())
}

async fn edit(operator: &Operator, output: Output, edit: Edit) -> anyhow::Result<()> {
    let Edit { partner_id, name, new_partner_id, country, time_zone } = edit;
    let wanted = PartnerEdit { name, mpn_id: new_partner_id, country, time_zone };
    let edited = operator.edit_partner(&partner_id, &wanted).await?;
    let edited = edited.ok_or_else(|| anyhow!("there is no partner {partner_id}"))?;
    let mpn_id = wanted.mpn_id.unwrap_or(partner_id);
    let words = match edited {
        PartnerEdited::Changed => format!("Partner {mpn_id} has been changed."),
        PartnerEdited::AlreadySo => format!("Partner {mpn_id} is like this already."),
        PartnerEdited::Taken => bail!("there is a partner with the partner ID {mpn_id} already"),
    };
    let changed = edited == PartnerEdited::Changed;
    output.say(words, &json!({ "partner_id": mpn_id.as_str(), "changed": changed }));
    Ok(())
}

fn listed(partners: &[PartnerListed], words: &[String]) -> String {
    let rows: Vec<_> = partners
        .iter()
        .map(|one| {
            let people = one.people.to_string();
            let kind = one.kind.to_string();
            let name = output::name(&one.name, one.formerly.as_deref());
            [one.mpn_id.clone(), name, kind, one.country.clone(), people]
        })
        .collect();
    let none = if words.is_empty() {
        "No partner yet; `liaison partner create` makes one."
    } else {
        "No partner has these words in its name or partner ID."
    };
    table(["PARTNER ID", "NAME", "KIND", "COUNTRY", "PEOPLE"], &rows, none)
}

fn in_json(one: &PartnerListed) -> Value {
    json!({
        "partner_id": one.mpn_id,
        "name": one.name,
        "formerly": one.formerly,
        "kind": one.kind.as_str(),
        "country": one.country,
        "time_zone": one.time_zone,
        "people": one.people,
    })
}
