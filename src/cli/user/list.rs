//! `liaison user list`.

use clap::Args;
use serde_json::{Value, json};

use super::{found, named};
use crate::{
    cli::{
        Outcome,
        argument::text,
        output::{Output, table, written},
    },
    domain::{
        membership::Standing,
        text::{DomainName, MpnId},
    },
    store::operator::{MembershipListed, Named, Operator, UserFilter, UserListed},
};

#[derive(Debug, Args)]
pub struct List {
    /// Only those who have all these words in their name or address
    words: Vec<String>,
    /// Only those of this partner
    #[arg(long, value_name = "PARTNER_ID", conflicts_with = "customer", value_parser = text::<MpnId>("partner ID"))]
    partner: Option<MpnId>,
    /// Only those of this customer
    #[arg(long, value_name = "DOMAIN", value_parser = text::<DomainName>("domain"))]
    customer: Option<DomainName>,
    /// Only those who wait for a link
    #[arg(long)]
    asking: bool,
}

impl List {
    pub async fn run(self, operator: &Operator, output: Output) -> anyhow::Result<Outcome> {
        let of = named(self.partner.as_ref(), self.customer.as_ref());
        if let Some(of) = &of {
            found(operator, of).await?;
        }
        let filter = UserFilter { of, q: self.words.join(" "), asking: self.asking };
        let users = operator.users(&filter).await?;
        output.say(listed(&users), &users.iter().map(in_json).collect());
        Ok(Outcome::Done)
    }
}

/// One line for each membership, so that an address can be searched for and counted.
fn listed(users: &[UserListed]) -> String {
    let rows: Vec<_> = users.iter().flat_map(rows).collect();
    table(["EMAIL", "NAME", "ORGANISATION", "ROLES", "STATE", "HAS ASKED FOR"], &rows, "Nobody.")
}

fn rows(user: &UserListed) -> Vec<[String; 6]> {
    let asked: Vec<_> = user.asked.iter().map(|wish| spaced(wish.purpose.as_str())).collect();
    let row = |organisation: String, roles: String, state: &str| {
        [
            user.email.clone(),
            user.name.clone(),
            organisation,
            roles,
            state.to_owned(),
            asked.join(", "),
        ]
    };
    if user.memberships.is_empty() {
        return vec![row(String::new(), String::new(), state(user, None))];
    }
    let of_one = |one: &MembershipListed| {
        row(one.organisation.clone(), one.roles.join(", "), state(user, Some(one)))
    };
    user.memberships.iter().map(of_one).collect()
}

fn spaced(word: &str) -> String {
    word.replace('_', " ")
}

fn state(user: &UserListed, membership: Option<&MembershipListed>) -> &'static str {
    match membership.map(|one| one.standing) {
        _ if !user.active => "kept out",
        None => "without organisation",
        Some(Standing::Member) => "member",
        Some(Standing::Invited { .. }) => "invited",
        Some(Standing::Expired) => "invitation expired",
        Some(Standing::Disabled) => "disabled",
        Some(Standing::Blocked) => "kept out",
    }
}

fn in_json(user: &UserListed) -> Value {
    let asked = user.asked.iter().map(|wish| {
        json!({ "link": wish.purpose.as_str(), "new_email": wish.email, "at": written(wish.at) })
    });
    let memberships = user.memberships.iter().map(|one| membership_in_json(user, one));
    json!({
        "email": user.email,
        "name": user.name,
        "active": user.active,
        "has_password": user.has_password,
        "has_second_factor": user.has_second_factor,
        "memberships": memberships.collect::<Vec<_>>(),
        "asked": asked.collect::<Vec<_>>(),
    })
}

fn membership_in_json(user: &UserListed, one: &MembershipListed) -> Value {
    let (partner, customer) = match &one.of {
        Named::Partner(mpn_id) => (Some(mpn_id.as_str()), None),
        Named::Customer(domain) => (None, Some(domain.as_str())),
    };
    json!({
        "organisation": one.organisation,
        "partner": partner,
        "customer": customer,
        "roles": one.roles,
        "state": state(user, Some(one)),
    })
}
