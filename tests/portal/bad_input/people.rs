//! The forms by which people are let in.

use super::{Bad::*, GoodForm, NAME, field};
use crate::support::{
    Browser, TestApp,
    invitations::{invite, made_link},
};

const MANAGER: &str = "global.admin@danube.example";

pub async fn people(app: &TestApp) -> Vec<GoodForm> {
    let danube = app.signed_in(MANAGER).await;
    let admin = app.signed_in("admin@almaskert.example").await;
    let user = app.signed_in("user@almaskert.example").await;
    let billing = app.database.membership("billing.admin@danube.example").await;
    let plain = app.database.membership("user@almaskert.example").await;
    let list = "/partner/users";
    let page = invite(&danube, list, "Új Ember", "uj@new.example", "sales_agent").await;
    let new = made_link(&page);
    let page = invite(&danube, list, "Más", "user@almaskert.example", "sales_agent").await;
    let known = made_link(&page);
    let good = |route: &'static str, path: &str, browser: &Browser, fields, button| GoodForm {
        route,
        path: path.to_owned(),
        browser: browser.clone(),
        fields,
        button,
    };
    let person = |role| {
        vec![
            field("name", "Éva Kiss", NAME),
            field("email", "eva@new.example", &[]),
            field("role", role, &[]),
        ]
    };
    let lines = |role: &str| {
        vec![
            field("lines", &format!("eva@new.example;Éva;{role}"), &[]),
            field("step", "make", &[]),
        ]
    };
    let roles = |role| vec![field("action", "roles", &[]), field("role", role, &[])];
    let (of_partner, of_customer) = ("/partner/users/new", "/admin/users/new");
    let (make, save) = (Some("Make the invitation"), Some("Save the roles"));
    vec![
        good(of_partner, of_partner, &danube, person("sales_agent"), make),
        good(of_partner, of_partner, &danube, lines("sales agent"), None),
        good(of_customer, of_customer, &admin, person("user"), make),
        good(of_customer, of_customer, &admin, lines("user"), None),
        good(
            "/partner/users/{membership}",
            &format!("/partner/users/{billing}"),
            &danube,
            roles("sales_agent"),
            save,
        ),
        good(
            "/admin/users/{membership}",
            &format!("/admin/users/{plain}"),
            &admin,
            roles("global_admin"),
            save,
        ),
        good(
            "/setup/{token}/join",
            &format!("{new}/join"),
            &app.browser(),
            vec![
                field("name", "Új Ember", NAME),
                field("password", "a good long phrase for nobody else", &[Markup]),
            ],
            Some("Accept and sign in"),
        ),
        good("/setup/{token}/accept", &format!("{known}/accept"), &user, Vec::new(), None),
    ]
}
