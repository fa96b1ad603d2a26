//! Every form of the product, filled well.

use super::{AGENT, ALL, Bad, Bad::*, Field, GoodForm, NAME, NOTE, OWN_NAME, field};
use crate::support::{
    Browser, PASSWORD, TestApp,
    requests::{Asked, PARTNERSHIP, RELATIONSHIP},
};

#[expect(clippy::too_many_lines, reason = "a list of forms, one after the other")]
pub async fn forms(app: &TestApp) -> Vec<GoodForm> {
    let agent = app.signed_in(AGENT).await;
    let manager = app.signed_in("user.admin@danube.example").await;
    let anna = app.signed_in("anna.kovacs@liaison.example").await;
    let azure = app.database.subscription("almaskert.example", "Azure plan").await;
    let exchange = app.database.subscription("almaskert.example", "Exchange Online").await;
    let change = app.database.latest_change(exchange).await;
    let kekes = app.database.partner("4902211").await.to_string();
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let almaskert = app.signed_in("user@almaskert.example").await;
    app.database.request_by("relationship", "4847383", "orseg.example").await;
    let request = app.database.id("SELECT id FROM requests WHERE kind = 'relationship'").await;
    let report = app.database.add_report(exchange, "another_contact", "almaskert.example").await;
    let admin = app.signed_in("admin@almaskert.example").await;
    app.database.add_reseller("Hegyalja Support", "5999001").await;
    app.database.add_partnership("4391507", "5999001").await;
    let hegyalja = app.database.partner("5999001").await;
    app.database.add_customer("Hegyalja Bor Kft.", "hegyalja-bor.example", "4391507").await;
    let hegyalja_bor = app.database.customer("hegyalja-bor.example").await;
    app.database.sell("Intune", "4391507", "hegyalja-bor.example").await;
    let good = |route: &'static str, browser: &Browser, fields, button| GoodForm {
        route,
        path: route
            .replace("{report}", &report)
            // Of somebody else: a button without fields is good whatever it is sent with.
            .replace("/partner/requests/{request}", &format!("/partner/requests/{request}"))
            .replace(
                "/subscriptions/{subscription}/report",
                &format!("/subscriptions/{exchange}/report"),
            )
            .replace("{subscription}", &azure.to_string())
            .replace("{change}", &change.to_string())
            .replace("{customer}", &hegyalja_bor.to_string())
            .replace("{reseller}", &hegyalja.to_string()),
        browser: browser.clone(),
        fields,
        button,
    };
    let choice = vec![
        field("contact", &kekes, &[]),
        field("version", "1", &[]),
        field("ourselves", "", &[Empty]),
    ];
    let answers = answers(app).await;
    let mut forms = vec![
        good(
            "/sign-in",
            &app.browser(),
            vec![field("email", AGENT, &[]), field("password", PASSWORD, &[])],
            Some("Sign in"),
        ),
        good(
            "/forgot",
            &app.browser(),
            vec![field("email", AGENT, &[]), field("help", "new_password", &[])],
            Some("Ask for a link"),
        ),
        GoodForm {
            route: "/reset/{token}",
            path: app.account_link("reset", AGENT).await,
            browser: app.browser(),
            fields: vec![field("password", "a good long phrase for nobody else", &[Markup])],
            button: Some("Set password and sign in"),
        },
        GoodForm {
            route: "/sign-in/link/{token}",
            path: app.account_link("sign_in", AGENT).await,
            browser: app.browser(),
            fields: Vec::new(),
            button: None,
        },
        // Where to return to is only a wish: what is no address of ours leads home (D4).
        good(
            "/language",
            &agent,
            vec![field("language", "xx", &[]), field("return_to", "/help", &ALL)],
            None,
        ),
        good("/made-link/done", &agent, vec![field("return_to", "/help", &ALL)], None),
        good("/organisation", &anna, vec![field("membership", "", &[])], Some("Continue")),
        good(
            "/partner/subscriptions/{subscription}/support-contact",
            &agent,
            choice,
            Some("Submit"),
        ),
        good(
            "/partner/relationships/new",
            &agent,
            vec![
                field("kind", "relationship", &[]),
                field("domain", "new.example", &[]),
                field("name", "New Kft.", OWN_NAME),
                field("email", "it@new.example", &[Empty]),
                field("reseller", "4847383", &[Empty]),
                field("delegated_admin", "1", &[Empty]),
                field("last_day", "2026-11-30", &[Empty]),
                field("subscription", "", &[Empty]),
            ],
            Some("Make the request"),
        ),
        good(
            "/partner/resellers/new",
            &agent,
            vec![
                field("mpn_id", "6000001", &[]),
                field("name", "New Partner", NAME),
                field("email", "it@new.example", &[Empty]),
                field("subscription", "", &[Empty]),
            ],
            Some("Make the request"),
        ),
        good(
            "/partner/resellers/new",
            &agent,
            vec![field("lines", "New Partner,6000001", &[]), field("step", "make", &[])],
            None,
        ),
        good("/partner/requests/{request}/revoke", &agent, Vec::new(), None),
        good("/partner/customers/new", &agent, new_customer(), Some("Add a customer")),
        good("/partner/customers/{customer}/edit", &agent, customer(), Some("Save")),
        good("/partner/customers/{customer}/admin", &manager, first_admin(), Some("Invite")),
        good("/partner/subscriptions/new", &agent, new_subscription(), Some("Add a subscription")),
        good("/partner/subscriptions/{subscription}/edit", &agent, subscription(), Some("Save")),
        good("/partner/changes/{change}/undo", &agent, Vec::new(), None),
        good(
            "/partner/changes/{change}/repeat",
            &agent,
            vec![field("subscription", &format!("{azure}:0"), &[])],
            Some("Assign to the ticked subscriptions"),
        ),
        good("/partner/profile", &agent, profile(), Some("Save")),
        good("/partner/resellers/{reseller}/profile", &agent, profile(), Some("Save")),
        good("/admin/support/share", &admin, vec![field("link", "", &[])], None),
        good("/sign-out", &agent, Vec::new(), None),
        good(
            "/partner/subscriptions/{subscription}/report",
            &tisza,
            vec![field("note", "It is Danube’s.", NOTE)],
            Some("Tell the provider"),
        ),
        good("/partner/reports/{report}/settle", &agent, Vec::new(), None),
        good(
            "/admin/support/{subscription}/report",
            &almaskert,
            vec![
                field("kind", "wrong_contact", &[]),
                field("note", "Nobody answers.\nNever.", NOTE),
            ],
            Some("Send"),
        ),
    ];
    forms.extend(answers);
    forms
}

/// What whoever was asked sends: a customer, a reseller, and an organisation that is new to the portal.
async fn answers(app: &TestApp) -> Vec<GoodForm> {
    let database = &app.database;
    let asked = Asked { of: "almaskert.example", delegated_admin: true, ..RELATIONSHIP };
    let relationship = database.ask(Asked { from: "4977310", ..asked }).await;
    let partnership = database.ask(Asked { of: "5003127", ..PARTNERSHIP }).await;
    let new = Asked { of: "hegyalja.example", found: false, ..RELATIONSHIP };
    let link = app.link(database.ask(new).await).await;
    let tisza = database.partner("4847383").await;
    let customer = app.signed_in("admin@almaskert.example").await;
    // A box is ticked or it is not.
    let decline = |ticked| {
        vec![
            field("answer", "decline", &[]),
            field(ticked, "1", &[Empty]),
            field("reason", "Not now", &[Empty, NotAnId, Markup]),
        ]
    };
    vec![
        GoodForm {
            route: "/admin/requests/{request}",
            path: format!("/admin/requests/{relationship}"),
            browser: customer.clone(),
            fields: decline("delegated_admin"),
            button: Some("Decline"),
        },
        GoodForm {
            route: "/partner/requests/{request}/answer",
            path: format!("/partner/requests/{partnership}/answer"),
            browser: app.signed_in("global.admin@bakony.example").await,
            fields: decline("confirmed"),
            button: Some("Decline"),
        },
        GoodForm {
            route: "/admin/partner-relationships/{partner}",
            path: format!("/admin/partner-relationships/{tisza}"),
            browser: customer,
            fields: vec![field("action", "end", &[])],
            button: None,
        },
        GoodForm {
            route: "/requests/{token}",
            path: link,
            browser: app.browser(),
            fields: vec![
                field("name", "Hegyalja Bor Kft.", &[NotAnId, Markup]),
                field("country", "HU", &[]),
                field("time_zone", "Europe/Budapest", &[]),
                field("admin_name", "Nóra Bíró", &[NotAnId, Markup]),
                field("email", "nora@hegyalja.example", &[]),
                field("password", "a good long phrase for nobody else", &[Markup]),
            ],
            button: Some("Set up and read the request"),
        },
    ]
}

/// What stands between partners, and between them and customers.
pub async fn endings(app: &TestApp) -> Vec<GoodForm> {
    let danube = app.signed_in("global.admin@danube.example").await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let (provider, reseller, customer) = (
        app.database.partner("4391507").await,
        app.database.partner("4847383").await,
        app.database.customer("almaskert.example").await,
    );
    let kekes = app.database.partner("4902211").await;
    let good = |route: &'static str, browser: &Browser, fields| GoodForm {
        route,
        path: route
            .replace("{reseller}", &reseller.to_string())
            .replace("{provider}", &provider.to_string())
            .replace("{customer}", &customer.to_string()),
        browser: browser.clone(),
        fields,
        button: None,
    };
    let subscriptions = || field("subscriptions", "2", &[]);
    let instead = field("instead", &format!("{kekes}:2"), &[]);
    vec![
        good("/partner/resellers/{reseller}/suspend", &danube, Vec::new()),
        good("/partner/resellers/{reseller}/resume", &danube, Vec::new()),
        good("/partner/resellers/{reseller}/end", &danube, vec![subscriptions(), instead]),
        good("/partner/providers/{provider}/end", &tisza, vec![subscriptions()]),
        good("/partner/relationships/{customer}/end", &tisza, vec![subscriptions()]),
    ]
}

/// What somebody says of themself and of their organisation, and what opens their account.
pub async fn account(app: &TestApp) -> Vec<GoodForm> {
    let agent = app.signed_in(AGENT).await;
    let admin = app.signed_in("admin@almaskert.example").await;
    let good = |route: &'static str, browser: &Browser, fields, button| GoodForm {
        route,
        path: route.to_owned(),
        browser: browser.clone(),
        fields,
        button,
    };
    // An old form: it would be refused were it not spoilt.
    let organisation = || {
        vec![
            field("name", "New Kft.", NAME),
            field("country", "AT", &[]),
            field("time_zone", "Europe/Vienna", &[]),
            field("seen", "", &[]),
        ]
    };
    let password = || field("current_password", PASSWORD, &[]);
    vec![
        good(
            "/me",
            &agent,
            vec![
                field("name", "Szűcs Boglárka", NAME),
                field("language", "hu", &[Empty]),
                field("time_zone", "Europe/Vienna", &[Empty]),
            ],
            Some("Save"),
        ),
        good(
            "/me/email",
            &agent,
            vec![
                field("email", "new@danube.example", &[]),
                password(),
                field("step", "", &[Empty]),
            ],
            Some("Ask for the link"),
        ),
        good(
            "/me/password",
            &agent,
            // Any characters make a password (B1), but not these few.
            vec![password(), field("new_password", "a good long phrase for nobody", &[Markup])],
            Some("Change the password"),
        ),
        good("/me/sessions", &agent, vec![field("session", &"0".repeat(32), &[])], None),
        GoodForm { path: "/email/0".to_owned(), ..good("/email/{token}", &agent, vec![], None) },
        good("/partner/organisation", &agent, organisation(), Some("Save")),
        good("/admin/organisation", &admin, organisation(), Some("Save")),
    ]
}

fn first_admin() -> Vec<Field> {
    vec![field("name", "Nóra Bíró", NAME), field("email", "nora@hegyalja.example", &[])]
}

fn new_customer() -> Vec<Field> {
    [vec![field("domain", "new.example", &[])], customer()].concat()
}

/// What it was made from is left out, so that a good form is an old one and changes nothing.
fn customer() -> Vec<Field> {
    vec![
        field("name", "New Kft.", NAME),
        field("country", "HU", &[Empty]),
        field("time_zone", "Europe/Budapest", &[]),
        field("number", "N-1", NOTE),
    ]
}

fn new_subscription() -> Vec<Field> {
    let sold = [field("customer", "contoso-butor.example", &[]), field("product", "Intune", NAME)];
    [sold.to_vec(), subscription()].concat()
}

fn subscription() -> Vec<Field> {
    vec![
        field("nickname", "Workshop", NOTE),
        field("quantity", "25", &[Empty]),
        field("number", "N-1", NOTE),
        field("ends_on", "2027-03-31", &[Empty]),
        field("of_record", "4847383", &[Empty]),
        field("status", "suspended", &[]),
    ]
}

/// Every part but the zone may be empty, and a note may say anything that can be read.
fn profile() -> Vec<Field> {
    const TEXT: &[Bad] = &[Empty];
    vec![
        field("seen", "", &[]),
        field("email", "new@danube.example", TEXT),
        field("telephone", "+36 1 555 0101", TEXT),
        field("urgent_telephone", "+36 1 555 0102", TEXT),
        field("website", "https://danube.example", TEXT),
        field("time_zone", "Europe/Budapest", &[]),
        field("around_the_clock", "", TEXT),
        field("mon", "8-12, 13-17", TEXT),
        field("sun", "22-6", TEXT),
        field("closed_dates", "12-24", TEXT),
        field("language", "hu", &[]),
        field("note", "Have the subscription ID at hand", &[Empty, NotAnId, Markup]),
    ]
}

pub async fn set_up(app: &TestApp) -> GoodForm {
    let token = app.store.make_set_up_link().await.unwrap().unwrap();
    GoodForm {
        route: "/setup/{token}",
        path: format!("/setup/{}", token.as_str()),
        browser: app.browser(),
        fields: vec![
            field("name", "Duna Disztribúció Zrt.", &[NotAnId, Markup]),
            field("kind", "direct_partner", &[]),
            field("mpn_id", "4391507", &[]),
            field("country", "HU", &[]),
            field("time_zone", "Europe/Budapest", &[]),
            field("admin_name", "Horváth Katalin", &[NotAnId, Markup]),
            field("email", "katalin@duna.example", &[]),
            // Any characters make a password (B1), but not these few.
            field("password", "a good long phrase for nobody else", &[Markup]),
        ],
        button: Some("Set up and sign in"),
    }
}
