//! Every form of the product, filled well.

use super::{AGENT, ALL, Bad, Bad::*, Field, GoodForm, NAME, NOTE, OWN_NAME, field};
use crate::support::{
    Browser, PASSWORD, TestApp,
    requests::{Asked, PARTNERSHIP, RELATIONSHIP},
};

#[expect(clippy::too_many_lines, reason = "a list of forms, one after the other")]
pub async fn forms(app: &TestApp) -> Vec<GoodForm> {
    let agent = app.signed_in(AGENT).await;
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
        // Where to return to is only a wish: what is no address of ours leads home (D4).
        good(
            "/language",
            &agent,
            vec![field("language", "xx", &[]), field("return_to", "/help", &ALL)],
            None,
        ),
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
