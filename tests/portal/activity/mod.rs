//! What is recorded (`docs/security.md` G).

use std::collections::BTreeSet;

use liaison::{store::demo::accounts, web::routes};

use self::{
    by_hand::by_hand,
    steps::{People, Step, endings, own_account, requests, steps, users},
};
use crate::support::{
    Reply, TestApp,
    database::{difference, difference_besides_attempts},
    requests::{Asked, DELEGATED_ADMIN, PARTNERSHIP, RELATIONSHIP},
};

mod by_hand;
mod steps;

const AGENT: &str = "admin.agent@danube.example";
const SALES: &str = "sales.agent@danube.example";
const CUSTOMER: &str = "admin@almaskert.example";
const ANNA: &str = "anna.kovacs@liaison.example";

/// Routes with a test of their own in here, in `answers`, `reset`, `sign_in_link` and `second_factor`.
const ELSEWHERE: [&str; 15] = [
    "/partner/users/second-factor",
    "/admin/users/second-factor",
    "/sign-in/second-factor",
    "/me/second-factor",
    "/me/second-factor/off",
    "/me/second-factor/codes",
    "/setup/{token}",
    "/setup/{token}/join",
    "/setup/{token}/accept",
    "/reset/{token}",
    "/sign-in/link/{token}",
    "/requests/{token}",
    "/admin/requests/{request}",
    "/partner/requests/{request}/answer",
    "/admin/partner-relationships/{partner}",
];

/// `docs/security.md` G: every state-changing route is in here, with something that it changes and something that it does
/// not.
#[actix_web::test]
async fn whatever_changes_something_is_recorded_once_and_nothing_else_is() {
    let app = TestApp::spawn().await;
    let people = People::of_demo(&app).await;
    let steps = all_steps(&app, &people).await;
    let routes: BTreeSet<_> = steps.iter().map(|step| step.route).collect();
    for endpoint in routes::all().iter().filter(|endpoint| endpoint.method == "POST") {
        // Set-up has an empty database and a test of its own; so have the answers, which somebody else gives.
        let is_known = routes.contains(endpoint.path) || ELSEWHERE.contains(&endpoint.path);
        assert!(is_known, "nobody has said what {} records", endpoint.path);
    }
    for step in steps {
        let browser = people.of(step.route);
        let before = app.database.dump().await;
        let fields: Vec<_> =
            step.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = step.path.replace("{latest}", &latest(&app).await);
        let reply = browser.post(&path, &fields).await;
        assert_eq!(reply.status, step.status, "{}: {}", step.what, reply.text());
        let after = app.database.dump().await;
        let lines = after["activity"].len() - before["activity"].len();
        assert_eq!(i64::try_from(lines).unwrap(), step.lines, "{}", step.what);
        if step.lines == 0 {
            let changed = difference_besides_attempts(&before, &after);
            assert!(changed.is_empty(), "{}: {changed:#?}", step.what);
        } else {
            assert_ne!(before, after);
            assert_is_about(&app, &reply, step.what).await;
        }
    }
    app.stop().await;
}

async fn all_steps(app: &TestApp, people: &People) -> Vec<Step> {
    [
        requests(app).await,
        endings(app).await,
        by_hand(app, &people.agent).await,
        own_account(app, people).await,
        steps(app, &people.agent).await,
        users(app).await,
    ]
    .concat()
}

/// The line bears the id of the request, its author by id, and no person by name or address.
async fn assert_is_about(app: &TestApp, reply: &Reply, what: &str) {
    let id = app.database.literal(reply.request_id().parse().unwrap());
    let line = format!("FROM activity WHERE request_id = {id}");
    assert_eq!(app.database.number(&format!("SELECT COUNT(*) {line}")).await, 1, "{what}");
    assert_eq!(app.database.ids(&format!("SELECT by_user {line}")).await.len(), 1, "{what}");
    let column =
        if app.database.is_sqlite() { "CAST(arguments AS TEXT)" } else { "arguments::text" };
    let arguments = app.database.texts(&format!("SELECT {column} {line}")).await.remove(0);
    for person in accounts() {
        let is_named = arguments.contains(person.email) || arguments.contains(person.name);
        assert!(!is_named, "{what}: {arguments}");
    }
}

async fn latest(app: &TestApp) -> String {
    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    app.database.latest_change(azure).await.to_string()
}

/// `docs/domain.md` rule 31: a confirmation is recorded as such, once.
#[actix_web::test]
async fn a_confirmation_is_recorded_once() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    let page = agent.get(&format!("/partner/subscriptions/{azure}")).await;
    let reply = agent.submit(&page.form("We support this ourselves")).await.expect(303);
    let id = app.database.literal(reply.request_id().parse().unwrap());
    let kinds = format!("SELECT kind FROM activity WHERE request_id = {id}");
    assert_eq!(app.database.texts(&kinds).await, ["contact_confirmed"]);
    let before = app.database.dump().await;
    agent.submit(&page.form("We support this ourselves")).await.expect(303);
    assert_eq!(app.database.dump().await["activity"], before["activity"]);
    app.stop().await;
}

/// `docs/security.md` G: what cannot be recorded is not done.
#[actix_web::test]
async fn the_line_is_written_in_the_same_transaction() {
    let app = TestApp::spawn().await;
    let people = People::of_demo(&app).await;
    let steps = all_steps(&app, &people).await;
    refuse_activity(&app).await;
    for step in steps.iter().filter(|step| step.lines == 1) {
        let browser = people.of(step.route);
        let path = match step.what {
            // The rest of these need what the first ones would have changed.
            "undoes"
            | "undoes the undoing"
            | "back to the provider"
            | "resumes"
            | "revokes"
            | "enables"
            | "makes her link again"
            | "withdraws it" => {
                continue;
            }
            "repeats" => {
                let exchange =
                    app.database.subscription("almaskert.example", "Exchange Online").await;
                step.path
                    .replace("{latest}", &app.database.latest_change(exchange).await.to_string())
            }
            _ => step.path.clone(),
        };
        let before = app.database.dump().await;
        let fields: Vec<_> =
            step.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = browser.post(&path, &fields).await.expect(500);
        app.expect_logged_error(&reply);
        let changed = difference(&before, &app.database.dump().await);
        assert!(changed.is_empty(), "{}: {changed:#?}", step.what);
    }
    app.stop().await;
}

async fn refuse_activity(app: &TestApp) {
    app.database
        .run(if app.database.is_sqlite() {
            "CREATE TRIGGER no_line BEFORE INSERT ON activity BEGIN SELECT RAISE(ABORT, 'no'); END"
        } else {
            "CREATE FUNCTION no_line() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'no'; END $$; \
             CREATE TRIGGER no_line BEFORE INSERT ON activity FOR EACH ROW EXECUTE FUNCTION no_line();"
        })
        .await;
}

/// `docs/security.md` G and `docs/domain.md` rule 34: not even the database's owner edits them by mistake.
#[actix_web::test]
async fn changes_and_activity_are_never_edited_or_deleted() {
    let app = TestApp::spawn().await;
    let before = app.database.dump().await;
    for sql in [
        "UPDATE changes SET after_name = 'x'",
        "UPDATE changes SET at = at",
        "DELETE FROM changes",
        "UPDATE activity SET kind = 'x'",
        "DELETE FROM activity",
    ] {
        let error = app.database.try_run(sql).await.unwrap_err().to_string();
        assert!(error.contains("append-only"), "{sql}: {error}");
    }
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/security.md` G: one line says that it was done; its admin is signed in by it.
#[actix_web::test]
async fn setting_up_is_recorded() {
    let app = TestApp::empty().await;
    let token = app.store.make_set_up_link().await.unwrap().unwrap();
    let browser = app.browser();
    let form = browser.get(&format!("/setup/{}", token.as_str())).await.form("Set up and sign in");
    let form = form
        .fill("Name of the organisation", "Duna Disztribúció Zrt.")
        .fill("Partner ID", "4391507")
        .fill("Your name", "Horváth Katalin")
        .fill("Email", "katalin@duna.example")
        .fill("Password", "a good long phrase for nobody else");
    assert_eq!(app.database.count("activity").await, 0);
    browser.submit(&form).await.expect_redirect("/home");
    let kinds = app.database.texts("SELECT kind FROM activity ORDER BY id").await;
    assert_eq!(kinds, ["organisation_set_up"]);

    // Once.
    app.browser().submit(&form).await.expect(404);
    assert_eq!(app.database.count("activity").await, 1);
    app.stop().await;
}

/// `docs/security.md` G: what the other side of a request does, and a customer's parting.
#[actix_web::test]
async fn each_answer_is_recorded_once() {
    let app = TestApp::spawn().await;
    let database = &app.database;
    let almaskert = app.signed_in("admin@almaskert.example").await;
    let bakony = app.signed_in("global.admin@bakony.example").await;
    let asked = Asked { of: "almaskert.example", ..RELATIONSHIP };
    let first = database.ask(Asked { from: "4977310", ..asked }).await;
    let second = database.ask(Asked { from: "4902211", ..asked }).await;
    let privileges =
        database.ask(Asked { of: "almaskert.example", from: "4977310", ..DELEGATED_ADMIN }).await;
    let partnership = database.ask(Asked { of: "5003127", ..PARTNERSHIP }).await;
    let partner = database.partner("4977310").await;
    let (yes, no) = ([("answer", "accept"), ("confirmed", "1")], [("answer", "decline")]);
    let at_customer = |id| format!("/admin/requests/{id}");
    let at_partner = format!("/admin/partner-relationships/{partner}");
    for (browser, path, fields, status, kind) in [
        (&almaskert, at_customer(first), &yes[..1], 303, Some("relationship_accepted")),
        (&almaskert, at_customer(first), &yes[..1], 409, None),
        (&almaskert, at_customer(second), &no[..], 303, Some("relationship_declined")),
        (&almaskert, at_customer(second), &[][..], 422, None),
        (&almaskert, at_customer(privileges), &yes[..1], 303, Some("delegated_admin_accepted")),
        (&bakony, format!("/partner/requests/{partnership}/answer"), &yes[..1], 422, None),
        (
            &bakony,
            format!("/partner/requests/{partnership}/answer"),
            &yes[..],
            303,
            Some("partnership_authorized"),
        ),
        (
            &almaskert,
            at_partner.clone(),
            &[("action", "revoke")],
            303,
            Some("delegated_admin_revoked"),
        ),
        (&almaskert, at_partner.clone(), &[("action", "revoke")], 303, None),
        (&almaskert, at_partner.clone(), &[("action", "end")], 303, Some("relationship_ended")),
        (&almaskert, at_partner.clone(), &[("action", "end")], 303, None),
    ] {
        let before = database.dump().await;
        let reply = browser.post(&path, fields).await.expect(status);
        let after = database.dump().await;
        let Some(kind) = kind else {
            let changed = difference(&before, &after);
            assert!(changed.is_empty(), "{path}: {changed:#?}");
            continue;
        };
        assert_eq!(after["activity"].len(), before["activity"].len() + 1, "{path}");
        assert_is_about(&app, &reply, kind).await;
        let id = database.literal(reply.request_id().parse().unwrap());
        let kinds = format!("SELECT kind FROM activity WHERE request_id = {id}");
        assert_eq!(database.texts(&kinds).await, [kind]);
    }
    app.stop().await;
}

/// `docs/security.md` G.
#[actix_web::test]
async fn an_answer_that_cannot_be_recorded_is_not_given() {
    let app = TestApp::spawn().await;
    let database = &app.database;
    let almaskert = app.signed_in("admin@almaskert.example").await;
    let asked = Asked { of: "almaskert.example", from: "4977310", ..RELATIONSHIP };
    let request = database.ask(asked).await;
    let tisza = database.partner("4847383").await;
    let new = Asked { of: "hegyalja.example", found: false, ..RELATIONSHIP };
    let link = app.link(database.ask(new).await).await;
    let claim = [
        ("name", "Hegyalja Bor Kft."),
        ("country", "HU"),
        ("time_zone", "Europe/Budapest"),
        ("admin_name", "Nóra Bíró"),
        ("email", "nora@hegyalja.example"),
        ("password", "seven grey herons over the marsh"),
    ];
    refuse_activity(&app).await;
    let before = database.dump().await;
    for (browser, path, fields) in [
        (&almaskert, format!("/admin/requests/{request}"), &[("answer", "accept")][..]),
        (&almaskert, format!("/admin/requests/{request}"), &[("answer", "decline")]),
        (&almaskert, format!("/admin/partner-relationships/{tisza}"), &[("action", "revoke")]),
        (&almaskert, format!("/admin/partner-relationships/{tisza}"), &[("action", "end")]),
        (&app.browser(), link, &claim),
    ] {
        let reply = browser.post(&path, fields).await.expect(500);
        app.expect_logged_error(&reply);
    }
    let changed = difference(&before, &database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}
