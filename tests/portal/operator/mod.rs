//! What the operator's commands do, as the people of the portal meet it. What the commands themselves say is in
//! `tests/command_line`.

mod forget;
mod organisations;
mod people;

use liaison::{
    domain::{
        ids::OrganisationId,
        membership::{Role, Roles},
        text::EmailAddress,
    },
    store::operator::{Named, Operator},
};

use crate::support::TestApp;

const LOG: &str = "/partner/activity";
const BY_OPERATOR: &str = "the operator of the portal";

fn operator(app: &TestApp) -> Operator {
    Operator::of(&app.store)
}

fn email(text: &str) -> EmailAddress {
    text.parse().unwrap()
}

async fn partner(app: &TestApp, mpn_id: &str) -> OrganisationId {
    let named = Named::Partner(mpn_id.parse().unwrap());
    operator(app).organisation(&named).await.unwrap().unwrap().id
}

fn roles(organisation: OrganisationId, words: &[&str]) -> Roles {
    words.iter().map(|word| Role::parse(organisation, word).unwrap()).collect()
}
