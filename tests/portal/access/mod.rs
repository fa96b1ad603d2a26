//! Who may use which address: every row of the route table × everybody (`docs/security.md` A1, `docs/domain.md` rules 2
//! to 6). A row that is new in the product fails here until somebody says who may use it.

mod table;

use std::collections::BTreeMap;

use liaison::{
    domain::role::{
        AssigningRoles, PartnerRole,
        PartnerVerb::{self, *},
    },
    web::routes::{self, Endpoint, Who},
};
use reqwest::Method;

use self::table::{
    Fields,
    Promise::{self, *},
    TABLE,
};
use crate::support::{
    Browser, Reply, TestApp,
    browser::encoded,
    database,
    requests::{Asked, DELEGATED_ADMIN, PARTNERSHIP},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Person {
    Danube(PartnerRole),
    Tisza(PartnerRole),
    /// Of a customer: whether a global admin.
    Almaskert(bool),
    Undecided,
    /// Also somebody whose session has ended or whose account is disabled.
    Nobody,
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    LetIn,
    Status(u16),
    SignInFirst,
    ChooseFirst,
    Forbidden,
    NotThere,
}

/// `docs/domain.md` rules 4 to 6, said once more.
fn expected(promise: Promise, person: Person, assigning: &[PartnerRole]) -> Outcome {
    let let_in_if = |may| if may { Outcome::LetIn } else { Outcome::Forbidden };
    match (promise, person) {
        (Everybody(status), _) => Outcome::Status(status),
        (_, Person::Nobody) => Outcome::SignInFirst,
        (_, Person::Undecided) if promise != SignedIn => Outcome::ChooseFirst,
        (SignedIn | Member, _) => Outcome::LetIn,
        (Customer, _) => let_in_if(matches!(person, Person::Almaskert(_))),
        (CustomerAdmin, _) => let_in_if(person == Person::Almaskert(true)),
        (Provider, Person::Tisza(_)) | (Reseller, Person::Danube(_)) => Outcome::NotThere,
        (Partner | Provider | Reseller, _) => let_in_if(!matches!(person, Person::Almaskert(_))),
        (May(verb), Person::Danube(role)) => {
            let_in_if(is_for(verb).0 && may(verb, assigning).contains(&role))
        }
        (May(verb), Person::Tisza(role)) => {
            let_in_if(is_for(verb).1 && may(verb, assigning).contains(&role))
        }
        (MayOfProvider(verb), Person::Tisza(_)) => match expected(May(verb), person, assigning) {
            Outcome::LetIn => Outcome::NotThere,
            other => other,
        },
        (MayOfProvider(verb), Person::Danube(_)) => expected(May(verb), person, assigning),
        (May(_) | MayOfProvider(_), _) => Outcome::Forbidden,
    }
}

/// Whether providers, and whether resellers do it.
fn is_for(verb: PartnerVerb) -> (bool, bool) {
    match verb {
        AssignSupportContact | AssignMany | SettleReport | RequestPartnership | ManageReseller
        | ReadResellers | EditSubscriptions => (true, false),
        AnswerPartnership | LeaveProvider | ReportSubscription | ReadProviders => (false, true),
        RequestRelationship | RevokeRequest | EndRelationship | EditSupportProfile
        | EditCustomers | EditOrganisation | ManageUsers | InviteFirstAdmin => (true, true),
    }
}

fn may(verb: PartnerVerb, assigning: &[PartnerRole]) -> Vec<PartnerRole> {
    use PartnerRole::*;
    match verb {
        ReadResellers | ReadProviders => PartnerRole::ALL.to_vec(),
        AssignSupportContact => assigning.to_vec(),
        AssignMany => {
            let of_many = [GlobalAdmin, AdminAgent].into_iter();
            of_many.filter(|role| assigning.contains(role)).collect()
        }
        SettleReport | ReportSubscription => PartnerRole::ALL[..5].to_vec(),
        RequestRelationship | EditCustomers | EditSubscriptions => {
            vec![GlobalAdmin, AdminAgent, SalesAgent]
        }
        RequestPartnership | AnswerPartnership | RevokeRequest => {
            vec![GlobalAdmin, AdminAgent, SalesAgent, UserManagementAdmin]
        }
        ManageReseller | LeaveProvider | EndRelationship => vec![GlobalAdmin],
        EditSupportProfile | EditOrganisation => vec![GlobalAdmin, AdminAgent],
        ManageUsers | InviteFirstAdmin => vec![GlobalAdmin, UserManagementAdmin],
    }
}

fn outcome(promise: Promise, reply: &Reply) -> Outcome {
    match (reply.status, reply.location()) {
        (status, _) if matches!(promise, Everybody(_)) => Outcome::Status(status),
        (303, "/sign-in") => Outcome::SignInFirst,
        (303, "/organisation") => Outcome::ChooseFirst,
        (200 | 303 | 409 | 422, _) => Outcome::LetIn,
        (403, _) => Outcome::Forbidden,
        (404, _) => Outcome::NotThere,
        (status, _) => Outcome::Status(status),
    }
}

/// `docs/security.md` A1.
#[actix_web::test]
async fn every_address_is_open_to_those_it_is_promised_to_and_closed_to_all_others() {
    let all_but_billing = &PartnerRole::ALL[..5];
    check_matrix(all_but_billing).await;
}

/// `docs/security.md` A1, `docs/domain.md` rule 6.
#[actix_web::test]
async fn the_same_holds_where_other_roles_may_assign() {
    check_matrix(&[PartnerRole::AdminAgent, PartnerRole::HelpdeskAgent]).await;
}

async fn check_matrix(assigning: &[PartnerRole]) {
    let roles = AssigningRoles::of(assigning.iter().copied()).unwrap();
    let app = TestApp::configured(|config| config.policy.assigning_roles = roles).await;
    let people = people(&app).await;
    let ids = ids(&app).await;
    app.database.run("CREATE TABLE kept AS SELECT * FROM sessions").await;
    let mut wrong = Vec::new();
    for endpoint in routes::all() {
        let (promise, fields) = promised(&endpoint);
        let path =
            ids.iter().fold(endpoint.path.to_owned(), |path, (name, id)| path.replace(name, id));
        assert!(!path.contains('{'), "no id for {path}");
        for (name, person, browser) in &people {
            for method in methods(&endpoint) {
                let reply = send(browser, method.clone(), &path, fields).await;
                let outcome = outcome(promise, &reply);
                if outcome != expected(promise, *person, assigning) {
                    wrong.push(format!("{method} {} as {name}: {outcome:?}", endpoint.path));
                }
            }
        }
        if endpoint.path == "/sign-out" {
            app.database.run("DELETE FROM sessions").await;
            app.database.run("INSERT INTO sessions SELECT * FROM kept").await;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    app.stop().await;
}

fn promised(endpoint: &Endpoint) -> (Promise, Fields) {
    let row = TABLE
        .iter()
        .find(|(method, path, ..)| *method == endpoint.method.as_str() && *path == endpoint.path);
    let Some((_, _, promise, fields)) = row else {
        panic!("nobody has said who may use {} {}", endpoint.method, endpoint.path)
    };
    let who = match promise {
        Everybody(_) => Who::Anyone,
        SignedIn => Who::SignedIn,
        Member => Who::Member,
        Partner | Provider | Reseller => Who::PartnerUser,
        May(verb) | MayOfProvider(verb) => Who::PartnerWho(*verb),
        Customer => Who::CustomerUser,
        CustomerAdmin => Who::CustomerAdmin,
    };
    assert_eq!(endpoint.who, who, "{} {}", endpoint.method, endpoint.path);
    (*promise, fields)
}

fn methods(endpoint: &Endpoint) -> Vec<Method> {
    match endpoint.method.as_str() {
        "GET" => vec![Method::GET, Method::HEAD],
        method => vec![method.parse().unwrap()],
    }
}

async fn send(browser: &Browser, method: Method, path: &str, fields: &[(&str, &str)]) -> Reply {
    let browser = browser.clone();
    let body = (method == Method::POST)
        .then(|| ("application/x-www-form-urlencoded", encoded(fields).into_bytes()));
    browser.send(method, path, &[("sec-fetch-site", "same-origin")], body).await
}

async fn people(app: &TestApp) -> Vec<(&'static str, Person, Browser)> {
    let accounts = [
        ("global.admin@danube.example", Person::Danube(PartnerRole::GlobalAdmin)),
        ("admin.agent@danube.example", Person::Danube(PartnerRole::AdminAgent)),
        ("helpdesk.agent@danube.example", Person::Danube(PartnerRole::HelpdeskAgent)),
        ("sales.agent@danube.example", Person::Danube(PartnerRole::SalesAgent)),
        ("user.admin@danube.example", Person::Danube(PartnerRole::UserManagementAdmin)),
        ("billing.admin@danube.example", Person::Danube(PartnerRole::BillingAdmin)),
        ("global.admin@tisza.example", Person::Tisza(PartnerRole::GlobalAdmin)),
        ("helpdesk.agent@tisza.example", Person::Tisza(PartnerRole::HelpdeskAgent)),
        ("admin@almaskert.example", Person::Almaskert(true)),
        ("user@almaskert.example", Person::Almaskert(false)),
        ("anna.kovacs@liaison.example", Person::Undecided),
        // Whose sessions end below.
        ("global.admin@alfold.example", Person::Nobody),
        ("admin@orseg.example", Person::Nobody),
    ];
    let mut people = Vec::new();
    for (email, person) in accounts {
        people.push((email, person, app.signed_in(email).await));
    }
    people.push(("nobody", Person::Nobody, app.browser()));
    let disable = "UPDATE users SET active = FALSE WHERE email = 'global.admin@alfold.example'";
    app.database.run(disable).await;
    let expire = format!(
        "UPDATE sessions SET expires_at = {} WHERE user_id = \
         (SELECT id FROM users WHERE email = 'admin@orseg.example')",
        database::time(app.clock.now())
    );
    assert_eq!(app.database.run(&expire).await, 1);
    people
}

/// Of rows that belong to Danube and name Tisza, so that both may see them.
async fn ids(app: &TestApp) -> BTreeMap<&'static str, String> {
    let database = &app.database;
    // Which kind of role may revoke it goes by what it asks for; of a partnership the most.
    database.request_partnership("4391507", "5003127").await;
    let request = database.id("SELECT id FROM requests").await;
    let subscription = database.subscription("almaskert.example", "Exchange Online").await;
    let style = app.browser().get("/help").await.body;
    let style = style.split("/static/").nth(1).and_then(|rest| rest.split('"').next());
    let answer = database.ask(Asked { of: "4847383", ..PARTNERSHIP }).await;
    let asked = database.ask(Asked { of: "almaskert.example", ..DELEGATED_ADMIN }).await;
    [
        // Requests are somebody's to answer: one of Tisza's, one of Almáskert's.
        ("/partner/requests/{request}/answer", format!("/partner/requests/{answer}/answer")),
        ("/admin/requests/{request}", format!("/admin/requests/{asked}")),
        ("/admin/users/{membership}", {
            let user = database.membership("user@almaskert.example").await;
            format!("/admin/users/{user}")
        }),
        ("{membership}", database.membership("billing.admin@danube.example").await.to_string()),
        ("{partner}", database.partner("4391507").await.to_string()),
        ("{customer}", database.customer("almaskert.example").await.to_string()),
        ("{request}", request.to_string()),
        ("{reseller}", database.partner("4847383").await.to_string()),
        ("{provider}", database.partner("4391507").await.to_string()),
        ("{change}", database.latest_change(subscription).await.to_string()),
        (
            "{report}",
            database.add_report(subscription, "another_contact", "almaskert.example").await,
        ),
        ("{subscription}", subscription.to_string()),
        ("{name}", style.unwrap().to_owned()),
        ("{token}", "0".repeat(64)),
    ]
    .into()
}

/// `docs/domain.md` rule 5: what a customer's people may do is not open to partners, and the other way round.
#[actix_web::test]
async fn an_error_page_for_the_wrong_role_says_who_can() {
    let app = TestApp::spawn().await;
    let customer = app.signed_in("user@almaskert.example").await;
    let page = customer.get("/partner/customers").await.expect(403);
    assert_eq!(page.heading(), "You may not do this");
    assert!(page.text().contains("a colleague with another role"), "{}", page.text());
    app.stop().await;
}

/// `docs/domain.md` rule 4: a role that may not assign is shown no form, but the colleagues who can.
#[actix_web::test]
async fn a_billing_admin_reads_who_can_assign() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in("billing.admin@danube.example").await;
    let subscription = app.database.subscription("almaskert.example", "Exchange Online").await;
    let page = browser.get(&format!("/partner/subscriptions/{subscription}")).await.expect(200);
    assert!(!page.has_button("Submit") && !page.has_button("We support this ourselves"));
    assert!(page.text().contains("Gábor Szűcs, admin.agent@danube.example"), "{}", page.text());

    let change = app.database.latest_change(subscription).await;
    let page = browser.get(&format!("/partner/changes/{change}")).await.expect(200);
    assert!(!page.has_button("Undo") && !page.has_button("Assign to the ticked subscriptions"));
    app.stop().await;
}
