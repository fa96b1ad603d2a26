//! `liaison customer`: the customers of the portal.

use anyhow::bail;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::{
    Outcome,
    argument::{text, zone},
    open,
    output::{self, Output, table},
};
use crate::{
    clock::Clock,
    config::Config,
    domain::text::{Country, DomainName, Name},
    locale::Zone,
    store::operator::{CustomerListed, NewCustomer, Operator},
};

#[derive(Debug, Args)]
pub struct CustomerArgs {
    #[command(flatten)]
    output: Output,
    #[command(subcommand)]
    command: CustomerCommand,
}

#[derive(Debug, Subcommand)]
enum CustomerCommand {
    /// Make a customer that no partner has added; `liaison user create` then lets its first person in
    #[command(
        after_help = "A partner adds the customers that it serves itself, in the portal. With one that is made here, partners \
                      request a relationship.\n\nExample:\n  liaison customer create 'Almáskert Logisztika Kft.' --domain almaskert.example \\\n      --country HU --time-zone Europe/Budapest"
    )]
    Create(Create),
    /// List the customers by name
    List {
        /// Only those that have all these words in their name, a name of the last 90 days, or their domain
        words: Vec<String>,
    },
}

#[derive(Debug, Args)]
struct Create {
    /// As everybody knows it
    #[arg(value_parser = text::<Name>("name"))]
    name: Name,
    /// For example almaskert.example
    #[arg(long, value_parser = text::<DomainName>("domain"))]
    domain: DomainName,
    /// Two letters
    #[arg(long, value_name = "CODE", value_parser = text::<Country>("country"))]
    country: Country,
    /// For example Europe/Budapest
    #[arg(long, value_name = "NAME", value_parser = zone)]
    time_zone: Zone,
}

pub async fn run(arguments: CustomerArgs, config: &Config) -> anyhow::Result<Outcome> {
    let store = open(config, &Clock::default()).await?;
    let operator = Operator::of(&store);
    let CustomerArgs { output, command } = arguments;
    match command {
        CustomerCommand::Create(new) => create(&operator, output, new).await?,
        CustomerCommand::List { words } => {
            let customers = operator.customers(&words.join(" ")).await?;
            output.say(listed(&customers, &words), &customers.iter().map(in_json).collect());
        }
    }
    store.close().await?;
    Ok(Outcome::Done)
}

async fn create(operator: &Operator, output: Output, new: Create) -> anyhow::Result<()> {
    let Create { name, domain, country, time_zone } = new;
    let new = NewCustomer { name, domain, country, time_zone };
    let (name, domain) = (&new.name, &new.domain);
    if operator.create_customer(&new).await?.is_none() {
        bail!("there is a customer with the domain {domain} already");
    }
    let words = format!(
        "{name} is a customer now. Let its first person in:\n  \
         liaison user create EMAIL --name NAME --customer {domain} --role global_admin"
    );
    output.say(words, &json!({ "domain": domain.as_str(), "name": name.as_str() }));
    Ok(())
}

fn listed(customers: &[CustomerListed], words: &[String]) -> String {
    let rows: Vec<_> = customers
        .iter()
        .map(|one| {
            let country = one.country.clone().unwrap_or_default();
            let (people, partners) = (one.people.to_string(), one.partners.to_string());
            let name = output::name(&one.name, one.formerly.as_deref());
            [one.domain.clone(), name, country, people, partners]
        })
        .collect();
    let none = if words.is_empty() {
        "No customer yet; partners add theirs in the portal."
    } else {
        "No customer has these words in its name or domain."
    };
    table(["DOMAIN", "NAME", "COUNTRY", "PEOPLE", "PARTNERS"], &rows, none)
}

fn in_json(one: &CustomerListed) -> Value {
    json!({
        "domain": one.domain,
        "name": one.name,
        "formerly": one.formerly,
        "country": one.country,
        "time_zone": one.time_zone,
        "people": one.people,
        "partners": one.partners,
    })
}
