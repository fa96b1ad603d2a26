//! Forgetting a person (`docs/security.md` G): nothing says who they were, and what they did stays.

use liaison::store::operator::{CannotInvite, LastAdminOf, NewMember};

use super::*;
use crate::support::{
    PASSWORD,
    arrange::{ALMASKERT, DANUBE},
    database::Dump,
};

const AGENT: &str = "admin.agent@danube.example";
const NAME: &str = "Gábor Szűcs";

/// The rows in which somebody is named.
fn naming(dump: &Dump, words: &[&str]) -> Vec<String> {
    let rows = dump.iter().flat_map(|(table, rows)| rows.iter().map(move |row| (table, row)));
    let named = rows.filter(|(_, row)| words.iter().any(|word| row.contains(word)));
    named.map(|(table, row)| format!("{table}: {row}")).collect()
}

#[actix_web::test]
async fn a_forgotten_person_is_nowhere_and_what_they_did_stays() {
    let app = TestApp::spawn().await;
    let (agent, admin) =
        (app.signed_in(AGENT).await, app.signed_in("global.admin@danube.example").await);
    let path = app.database.path_of(ALMASKERT, "Intune").await;
    let form = agent.get(&path).await.form("Submit").choose("Kékes");
    let review = agent.submit(&form).await.expect(303).location().to_owned();
    let form = agent.get(&path).await;
    assert!(form.text().contains(NAME), "the page does not name who changed it");
    app.database.run(&format!("UPDATE requests SET email = '{AGENT}' WHERE email IS NULL")).await;
    operator(&app).make_reset_link(&email(AGENT)).await.unwrap().unwrap().unwrap();
    let (changes, lines) =
        (app.database.count("changes").await, app.database.count("activity").await);
    assert!(!naming(&app.database.dump().await, &[AGENT, NAME]).is_empty());

    operator(&app).forget(&email(AGENT), false).await.unwrap().unwrap().unwrap();

    let left = naming(&app.database.dump().await, &[AGENT, NAME]);
    assert!(left.is_empty(), "{left:#?}");
    assert!(agent.get("/home").await.asks_to_sign_in());
    let form = agent.get("/sign-in").await.form("Sign in");
    let form = form.fill("Email", AGENT).fill("Password", PASSWORD);
    agent.submit(&form).await.expect(422);
    assert_eq!(app.database.count("changes").await, changes);
    assert_eq!(app.database.count("activity").await, lines + 1);
    let log = admin.get(LOG).await.expect(200).all("tbody tr");
    assert!(log[0].contains(BY_OPERATOR) && log[0].contains("Person removed"), "{}", log[0]);
    let assigned = log.iter().find(|line| line.contains("Support contact assigned")).unwrap();
    assert!(assigned.contains("somebody who has left"), "{assigned}");
    // Nothing stands where the name was.
    for path in [&path, &review] {
        let page = admin.get(path).await.expect(200);
        assert!(!page.text().contains("Made by") && !page.text().contains(NAME), "{}", page.text());
    }
    app.stop().await;
}

/// Another person, be it the same one come back, begins anew.
#[actix_web::test]
async fn a_forgotten_address_is_free_again_and_brings_nothing_back() {
    let app = TestApp::spawn().await;
    let danube = partner(&app, DANUBE).await;
    operator(&app).forget(&email(AGENT), false).await.unwrap().unwrap().unwrap();
    assert_eq!(operator(&app).forget(&email(AGENT), false).await.unwrap(), None);
    let new = NewMember {
        organisation: danube,
        name: "Gizella Szabó".parse().unwrap(),
        email: email(AGENT),
        roles: roles(danube, &["billing_admin"]),
    };
    let made = operator(&app).invite(&new).await.unwrap().unwrap();
    assert_eq!(made.to, AGENT);
    let accounts =
        format!("SELECT COUNT(*) FROM users WHERE email = '{AGENT}' AND password_hash IS NULL");
    assert_eq!(app.database.number(&accounts).await, 1);
    // Once more is the same invitation with another link.
    let again = operator(&app).invite(&new).await.unwrap().unwrap();
    assert_ne!(again.token.as_str(), made.token.as_str());
    let member = NewMember { email: email("global.admin@danube.example"), ..new };
    let refused = operator(&app).invite(&member).await.unwrap();
    assert_eq!(refused.unwrap_err(), CannotInvite::Member);
    app.stop().await;
}

/// `docs/domain.md` rules 4 and 17.
#[actix_web::test]
async fn the_last_global_admin_is_forgotten_only_by_saying_so_and_the_organisation_is_nobodys_to_take()
 {
    let app = TestApp::spawn().await;
    let admin = email("global.admin@kekes.example");
    let before = app.database.dump().await;
    let last = LastAdminOf(vec!["Kékes Systems Zrt.".to_owned()]);
    assert_eq!(operator(&app).forget(&admin, false).await.unwrap(), Some(Err(last)));
    assert_eq!(app.database.dump().await, before);

    operator(&app).forget(&admin, true).await.unwrap().unwrap().unwrap();
    let people = "SELECT COUNT(*) FROM memberships m JOIN partners p ON p.id = m.partner_id \
                  WHERE p.mpn_id = '4902211'";
    assert_eq!(app.database.number(people).await, 1, "it looks as if nobody had ever been there");
    // The other tenants' people are as they were.
    let left = app.database.number("SELECT COUNT(*) FROM users WHERE name <> ''").await;
    let all = app.database.count("users").await;
    assert_eq!(left, all - 1);
    app.stop().await;
}
