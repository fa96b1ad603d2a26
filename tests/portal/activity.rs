//! What is recorded (`docs/security.md` G).

use std::collections::BTreeSet;

use liaison::{store::demo::accounts, web::routes};

use crate::support::{
    Browser, PASSWORD, Reply, TestApp,
    database::difference,
    requests::{Asked, DELEGATED_ADMIN, PARTNERSHIP, RELATIONSHIP},
};

const AGENT: &str = "admin.agent@danube.example";
const ANNA: &str = "anna.kovacs@liaison.example";

const NOT_OURS: &str = "/partner/subscriptions/{subscription}/report";
const TELL: &str = "/admin/support/{subscription}/report";
const SETTLE: &str = "/partner/reports/{report}/settle";
const SUSPEND: &str = "/partner/resellers/{reseller}/suspend";
const RESUME: &str = "/partner/resellers/{reseller}/resume";
const END_WITH_RESELLER: &str = "/partner/resellers/{reseller}/end";
const END_WITH_PROVIDER: &str = "/partner/providers/{provider}/end";
const END_RELATIONSHIP: &str = "/partner/relationships/{customer}/end";
/// Routes with a test of their own in here, and one that is in `answers`.
const ELSEWHERE: [&str; 5] = [
    "/setup/{token}",
    "/requests/{token}",
    "/admin/requests/{request}",
    "/partner/requests/{request}/answer",
    "/admin/partner-relationships/{partner}",
];

/// One press of a button, and how many lines it adds.
#[derive(Clone)]
struct Step {
    route: &'static str,
    what: &'static str,
    path: String,
    fields: Vec<(&'static str, String)>,
    status: u16,
    lines: i64,
}

/// `docs/security.md` G: every state-changing route is in here, with something that it changes and something that it does
/// not.
#[actix_web::test]
async fn whatever_changes_something_is_recorded_once_and_nothing_else_is() {
    let app = TestApp::spawn().await;
    let people = People::of_demo(&app).await;
    let steps = [endings(&app).await, steps(&app).await].concat();
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
            let changed = difference(&before, &after);
            assert!(changed.is_empty(), "{}: {changed:#?}", step.what);
        } else {
            assert_ne!(before, after);
            assert_is_about(&app, &reply, step.what).await;
        }
    }
    app.stop().await;
}

/// Who presses which button.
struct People {
    agent: Browser,
    anna: Browser,
    tisza: Browser,
    almaskert: Browser,
    /// Who may part with its resellers.
    danube: Browser,
}

impl People {
    async fn of_demo(app: &TestApp) -> Self {
        Self {
            agent: app.signed_in(AGENT).await,
            anna: app.signed_in(ANNA).await,
            tisza: app.signed_in("global.admin@tisza.example").await,
            almaskert: app.signed_in("user@almaskert.example").await,
            danube: app.signed_in("global.admin@danube.example").await,
        }
    }

    fn of(&self, route: &str) -> &Browser {
        match route {
            "/organisation" => &self.anna,
            NOT_OURS | END_WITH_PROVIDER | END_RELATIONSHIP => &self.tisza,
            SUSPEND | RESUME | END_WITH_RESELLER => &self.danube,
            route if route.starts_with("/admin/") => &self.almaskert,
            _ => &self.agent,
        }
    }
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

fn step(
    route: &'static str,
    what: &'static str,
    path: &str,
    fields: Vec<(&'static str, String)>,
    status: u16,
    lines: i64,
) -> Step {
    Step { route, what, path: path.to_owned(), fields, status, lines }
}

/// About resellers, providers and relationships that have nothing to do with the other steps.
async fn endings(app: &TestApp) -> Vec<Step> {
    let database = &app.database;
    let (kekes, danube) = (database.partner("4902211").await, database.partner("4391507").await);
    let (mecsek, alfold) = (database.partner("4977310").await, database.partner("5120044").await);
    let contoso = database.customer("contoso-butor.example").await;
    let suspend = SUSPEND.replace("{reseller}", &kekes.to_string());
    let resume = RESUME.replace("{reseller}", &kekes.to_string());
    let end = END_WITH_RESELLER.replace("{reseller}", &mecsek.to_string());
    let leave = END_WITH_PROVIDER.replace("{provider}", &alfold.to_string());
    let end_relationship = END_RELATIONSHIP.replace("{customer}", &contoso.to_string());
    let all_back = || vec![("subscriptions", "0".to_owned()), ("instead", format!("{danube}:0"))];
    let seen = |count: &str| vec![("subscriptions", count.to_owned())];
    vec![
        step(SUSPEND, "suspends", &suspend, vec![], 303, 1),
        step(SUSPEND, "suspends again", &suspend, vec![], 303, 0),
        step(RESUME, "resumes", &resume, vec![], 303, 1),
        step(RESUME, "resumes again", &resume, vec![], 303, 0),
        step(END_WITH_RESELLER, "ends what was not shown", &end, seen("0"), 422, 0),
        step(END_WITH_RESELLER, "ends a partnership", &end, all_back(), 303, 1),
        step(END_WITH_RESELLER, "ends it again", &end, all_back(), 303, 0),
        step(END_WITH_PROVIDER, "leaves with another number", &leave, seen("7"), 409, 0),
        step(END_WITH_PROVIDER, "leaves a provider", &leave, seen("0"), 303, 1),
        step(END_WITH_PROVIDER, "leaves it again", &leave, seen("0"), 303, 0),
        step(END_RELATIONSHIP, "ends with another number", &end_relationship, seen("7"), 409, 0),
        step(END_RELATIONSHIP, "ends a relationship", &end_relationship, seen("0"), 303, 1),
        step(END_RELATIONSHIP, "ends it once more", &end_relationship, seen("0"), 303, 0),
    ]
}

async fn steps(app: &TestApp) -> Vec<Step> {
    const CONTACT: &str = "/partner/subscriptions/{subscription}/support-contact";
    const UNDO: &str = "/partner/changes/{change}/undo";
    const REPEAT: &str = "/partner/changes/{change}/repeat";

    let database = &app.database;
    let azure = database.subscription("almaskert.example", "Azure plan").await;
    let office = database.subscription("almaskert.example", "Office 365 Business Standard").await;
    let (kekes, danube, mecsek) = (
        database.partner("4902211").await.to_string(),
        database.partner("4391507").await.to_string(),
        database.partner("4977310").await.to_string(),
    );
    let memberships = database
        .ids(&format!(
            "SELECT m.id FROM memberships m JOIN users u ON u.id = m.user_id WHERE u.email = '{ANNA}' \
             ORDER BY m.id"
        ))
        .await;
    let contact = CONTACT.replace("{subscription}", &azure.to_string());
    let at_office = CONTACT.replace("{subscription}", &office.to_string());
    let undo = UNDO.replace("{change}", "{latest}");
    let repeat = REPEAT.replace("{change}", "{latest}");
    let exchange = database.subscription("almaskert.example", "Exchange Online").await;
    let report = database.add_report(exchange, "another_contact", "almaskert.example").await;
    let settle = SETTLE.replace("{report}", &report);
    let not_ours = NOT_OURS.replace("{subscription}", &exchange.to_string());
    let not_theirs = NOT_OURS.replace("{subscription}", &azure.to_string());
    let tell = TELL.replace("{subscription}", &azure.to_string());
    let told = |kind: &str| vec![("kind", kind.to_owned()), ("note", "Nobody answers".to_owned())];
    let choice = |contact: &str, version: i32| {
        vec![("contact", contact.to_owned()), ("version", version.to_string())]
    };
    let ticked = |version: i32| vec![("subscription", format!("{office}:{version}"))];
    let language = |language: &str| vec![("language", language.to_owned())];
    let account =
        |password: &str| vec![("email", AGENT.to_owned()), ("password", password.to_owned())];
    let member = |nth: usize| vec![("membership", memberships[nth].to_string())];
    vec![
        step("/organisation", "chooses nothing", "/organisation", vec![], 422, 0),
        step("/organisation", "chooses the first", "/organisation", member(0), 303, 1),
        step("/organisation", "chooses the same again", "/organisation", member(0), 303, 0),
        step("/organisation", "chooses the other", "/organisation", member(1), 303, 1),
        step("/language", "a language", "/language", language("hu"), 303, 1),
        step("/language", "the same language", "/language", language("hu"), 303, 0),
        step("/language", "no language", "/language", language("xx"), 400, 0),
        step(CONTACT, "assigns", &contact, choice(&kekes, 1), 303, 1),
        step(CONTACT, "assigns the same again", &contact, choice(&kekes, 2), 303, 0),
        step(CONTACT, "assigns by an old form", &contact, choice(&danube, 1), 409, 0),
        step(CONTACT, "assigns who is not available", &contact, choice(&mecsek, 2), 422, 0),
        step(CONTACT, "assigns nobody", &contact, vec![], 422, 0),
        step(UNDO, "undoes", &undo, vec![], 303, 1),
        step(UNDO, "undoes the undoing", &undo, vec![], 303, 1),
        step(REPEAT, "repeats for nothing", &repeat, vec![], 422, 0),
        step(REPEAT, "repeats", &repeat, ticked(1), 303, 1),
        step(REPEAT, "repeats what is so", &repeat, ticked(2), 303, 0),
        step(CONTACT, "back to the provider", &at_office, choice(&danube, 2), 303, 1),
        step(CONTACT, "ourselves, once more", &at_office, choice(&danube, 3), 303, 0),
        step(NOT_OURS, "gives back", &not_ours, vec![], 303, 1),
        step(NOT_OURS, "gives back again", &not_ours, vec![], 303, 0),
        step(NOT_OURS, "gives back what it does not have", &not_theirs, vec![], 303, 0),
        step(TELL, "tells nothing", &tell, vec![], 422, 0),
        step(TELL, "tells", &tell, told("wrong_contact"), 303, 1),
        step(TELL, "tells the same", &tell, told("wrong_contact"), 303, 0),
        step(TELL, "tells something else", &tell, told("another_contact"), 303, 1),
        step(SETTLE, "settles", &settle, vec![], 303, 1),
        step(SETTLE, "settles again", &settle, vec![], 303, 0),
        step("/sign-in", "a wrong password", "/sign-in", account("something else"), 422, 0),
        step("/sign-in", "signs in", "/sign-in", account(PASSWORD), 303, 1),
        step("/sign-out", "signs out", "/sign-out", vec![], 303, 1),
        step("/sign-out", "signs out again", "/sign-out", vec![], 303, 0),
    ]
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
    let steps = [endings(&app).await, steps(&app).await].concat();
    refuse_activity(&app).await;
    for step in steps.iter().filter(|step| step.lines == 1) {
        let browser = people.of(step.route);
        let path = match step.what {
            // The rest of these need what the first ones would have changed.
            "undoes" | "undoes the undoing" | "back to the provider" | "resumes" => continue,
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
