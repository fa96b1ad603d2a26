//! What a partner's people write down themselves, and whom they let in.

use super::steps::{FIRST_ADMIN, Step, step};
use crate::support::{Browser, TestApp};

/// About customers and subscriptions that are written down by hand.
pub async fn by_hand(app: &TestApp, agent: &Browser) -> Vec<Step> {
    const ADD: &str = "/partner/customers/new";
    const EDIT: &str = "/partner/customers/{customer}/edit";
    const SELL: &str = "/partner/subscriptions/new";
    const EDIT_SOLD: &str = "/partner/subscriptions/{subscription}/edit";

    let fields = |fields: &[(&'static str, &str)]| -> Vec<(&'static str, String)> {
        fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
    };
    let database = &app.database;
    let contoso = database.customer("contoso-butor.example").await;
    let project = database.subscription("contoso-butor.example", "Project Plan 3").await;
    database.add_customer("Hegyalja Bor Kft.", "hegyalja-bor.example", "4391507").await;
    database.sell("Intune", "4391507", "hegyalja-bor.example").await;
    let hegyalja = database.customer("hegyalja-bor.example").await;
    let admin = FIRST_ADMIN.replace("{customer}", &hegyalja.to_string());
    let edit = EDIT.replace("{customer}", &contoso.to_string());
    let edit_sold = EDIT_SOLD.replace("{subscription}", &project.to_string());
    let seen =
        async |path: &str| agent.get(path).await.form("Save").value("seen").unwrap().to_owned();
    let (of_customer, of_sold) = (seen(&edit).await, seen(&edit_sold).await);
    let customer = |domain| {
        fields(&[("domain", domain), ("name", "Új Vevő Kft."), ("time_zone", "Europe/Budapest")])
    };
    let sale = |number| {
        let product = [("customer", "contoso-butor.example"), ("product", "Intune")];
        fields(&[&product[..], &[("number", number), ("status", "active")]].concat())
    };
    let sold = |nickname, seen: &str| {
        fields(&[("nickname", nickname), ("status", "expired"), ("seen", seen)])
    };
    let removed =
        |confirmed| fields(&[("remove", "1"), ("confirmed", confirmed), ("seen", &of_sold)]);
    let nora = || fields(&[("name", "Nóra Bíró"), ("email", "nora@hegyalja.example")]);
    let action = |action| fields(&[("action", action)]);
    vec![
        step(FIRST_ADMIN, "invites nobody", &admin, fields(&[("name", "x")]), 422, 0),
        step(FIRST_ADMIN, "invites an admin", &admin, nora(), 303, 1),
        step(FIRST_ADMIN, "invites her again", &admin, nora(), 409, 0),
        step(FIRST_ADMIN, "makes her link again", &admin, action("again"), 303, 1),
        step(FIRST_ADMIN, "withdraws it", &admin, action("withdraw"), 303, 1),
        step(FIRST_ADMIN, "withdraws it again", &admin, action("withdraw"), 303, 0),
        step(
            ADD,
            "adds a customer without a name",
            ADD,
            fields(&[("domain", "x.example")]),
            422,
            0,
        ),
        step(ADD, "adds a customer", ADD, customer("uj-vevo.example"), 303, 1),
        step(ADD, "adds it again", ADD, customer("uj-vevo.example"), 422, 0),
        step(ADD, "adds one of another's", ADD, customer("orseg.example"), 422, 0),
        step(
            EDIT,
            "numbers a customer",
            &edit,
            fields(&[("number", "7"), ("seen", &of_customer)]),
            303,
            1,
        ),
        step(EDIT, "numbers it again", &edit, fields(&[("number", "7")]), 303, 0),
        step(
            EDIT,
            "by an old form",
            &edit,
            fields(&[("number", "8"), ("seen", &of_customer)]),
            409,
            0,
        ),
        step(SELL, "sells to nobody", SELL, fields(&[("status", "active")]), 422, 0),
        step(SELL, "sells", SELL, sale("N-1"), 303, 1),
        step(SELL, "sells by the same number", SELL, sale("N-1"), 422, 0),
        step(EDIT_SOLD, "removes without a tick", &edit_sold, removed(""), 422, 0),
        step(EDIT_SOLD, "calls a subscription", &edit_sold, sold("HQ", &of_sold), 303, 1),
        step(EDIT_SOLD, "removes by an old form", &edit_sold, removed("1"), 409, 0),
    ]
}
