//! Reading the activity log (`docs/domain.md` rules 39 and 40): who, what, before → after, reference.

use liaison::store::{ActivityGroup, ActivityKind};

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, CONTOSO, DANUBE},
};

const LOG: &str = "/partner/activity";
const OF_CUSTOMER: &str = "/admin/activity";
const AGENT: &str = "admin.agent@danube.example";

/// Kékes becomes the contact of a product, by the form.
async fn assign_kekes(app: &TestApp, browser: &Browser, product: &str) {
    let path = app.database.path_of(ALMASKERT, product).await;
    let form = browser.get(&path).await.form("Submit").choose("Kékes");
    browser.submit(&form).await.expect(303);
}

/// The lines of a page, each with who, what and reference.
fn lines(page: &Reply) -> Vec<String> {
    page.all("tbody tr")
}

fn kinds(page: &Reply) -> Vec<String> {
    page.all("tbody th")
}

#[actix_web::test]
async fn a_line_says_who_what_and_which_change() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    assign_kekes(&app, &agent, "Intune").await;
    let page = agent.get(LOG).await.expect(200);
    let intune = app.database.subscription(ALMASKERT, "Intune").await;
    let review = app.database.latest_change(intune).await;
    let newest = &lines(&page)[0];
    let expected = "22 Nov 2026, 10:41 Gábor Szűcs Support contact assigned \
                    Intune Almáskert Logisztika Kft. Tisza IT Kft. → becomes Kékes Systems Zrt. SC-";
    assert!(newest.starts_with(expected), "{newest}");
    let reference = page.first("tbody tr a.reference").unwrap();
    assert_eq!(page.link(&reference), format!("/partner/changes/{review}"));

    let hungarian = app.browser().in_language("hu");
    let sign_in = hungarian.get("/sign-in").await.form("Bejelentkezés");
    let password = crate::support::PASSWORD;
    let sign_in = sign_in.fill("E-mail-cím", AGENT).fill("Jelszó", password);
    hungarian.submit(&sign_in).await.expect(303);
    let page = hungarian.get(LOG).await.expect(200);
    assert_eq!(page.heading(), "Műveletnapló");
    let line = &lines(&page)[1];
    assert!(line.contains("Támogatási kapcsolattartó kijelölése Intune"), "{line}");
    app.stop().await;
}

/// `docs/domain.md` rule 39: persons are named only inside their own organisation.
#[actix_web::test]
async fn others_read_the_organisation_and_not_the_person() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    assign_kekes(&app, &agent, "Intune").await;
    let customer = app.signed_in("admin@almaskert.example").await;
    let page = customer.get(OF_CUSTOMER).await.expect(200);
    let line = lines(&page).into_iter().find(|line| line.contains("Intune")).unwrap();
    let expected = "22 Nov 2026, 10:41 Danube Distribution Support contact assigned Intune \
                    Tisza IT Kft. → becomes Kékes Systems Zrt. SC-";
    assert!(line.starts_with(expected), "{line}");
    assert!(!page.text().contains("Gábor Szűcs"));
    // Its own people it knows.
    assert!(lines(&page)[0].contains("Signed in"), "{:?}", lines(&page));
    let plain = app.signed_in("user@almaskert.example").await;
    plain.get(OF_CUSTOMER).await.expect(403);

    // A reseller reads that it was chosen; neither in whose place nor by which decision (rule 40).
    let kekes = app.signed_in("global.admin@kekes.example").await;
    let page = kekes.get(LOG).await.expect(200);
    let line = lines(&page).into_iter().find(|line| line.contains("Intune")).unwrap();
    let expected = "22 Nov 2026, 10:41 Danube Distribution Support contact assigned \
                    Intune Almáskert Logisztika Kft. Kékes Systems Zrt.";
    assert_eq!(line, expected);
    // And who was not chosen, nor sold it, reads nothing of it.
    for email in ["global.admin@mecsek.example", "global.admin@alfold.example"] {
        let page = app.signed_in(email).await.get(LOG).await.expect(200);
        assert!(!page.main().contains("Intune"), "{email}: {}", page.main());
    }
    let contoso = app.signed_in("admin@contoso-butor.example").await;
    assert!(!contoso.get(OF_CUSTOMER).await.main().contains("Intune"));
    app.stop().await;
}

/// What partners did that concerns a customer is in its log; that their people signed in is not.
#[actix_web::test]
async fn a_customer_does_not_read_when_partners_sign_in() {
    let app = TestApp::spawn().await;
    app.signed_in(AGENT).await;
    let customer = app.signed_in("admin@almaskert.example").await;
    let page = customer.get(&format!("{OF_CUSTOMER}?kind=signing_in")).await.expect(200);
    assert_eq!(kinds(&page), ["Signed in"], "their own");
    app.stop().await;
}

#[actix_web::test]
async fn filters_narrow_the_list_and_can_be_taken_away() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let helpdesk = app.signed_in("helpdesk.agent@danube.example").await;
    assign_kekes(&app, &agent, "Intune").await;
    assign_kekes(&app, &helpdesk, "Exchange Online").await;
    let today = "from=2026-11-22";
    let found =
        async |filter: &str| kinds(&agent.get(&format!("{LOG}?{filter}")).await.expect(200));
    let all = found(today).await;
    assert_eq!(all.len(), 4, "{all:?}");
    let contacts = found(&format!("{today}&kind=support_contacts")).await;
    assert_eq!(contacts.len(), 2);
    assert!(contacts.iter().all(|kind| kind.starts_with("Support contact assigned")));
    assert_eq!(found(&format!("{today}&kind=signing_in")).await, ["Signed in", "Signed in"]);
    for person in ["Szűcs", "szucs gabor", "admin.agent%40danube"] {
        assert_eq!(found(&format!("{today}&person={person}")).await.len(), 2, "{person}");
    }
    assert!(found("person=global.admin%40tisza").await.is_empty(), "nobody of another house");
    assert_eq!(found(&format!("{today}&customer=almas")).await.len(), 2);
    assert_eq!(found(&format!("{today}&customer=contoso")).await.len(), 0);

    let form = agent.get(LOG).await.form("Filter").fill("Customer", "almáskert");
    let page = agent.submit(&form.fill("From", "2026-11-22").fill("Kind", "reports")).await;
    assert!(page.main().contains("No line matches these filters."), "{}", page.main());
    let page = agent.click(&page, "Reports , remove this filter").await.expect(200);
    assert_eq!(kinds(&page).len(), 2);
    assert_eq!(
        page.all(".chosen a"),
        ["from 22 Nov 2026 , remove this filter", "customer: “almáskert” , remove this filter"]
    );
    app.stop().await;
}

/// Days are the viewer's, who sits in Budapest, an hour before UTC.
#[actix_web::test]
async fn a_day_begins_and_ends_at_the_viewers_midnight() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let danube = app.database.literal(app.database.partner(DANUBE).await);
    for (nth, at) in
        [(1, "21T22:59:59"), (2, "21T23:00:00"), (3, "22T22:59:59"), (4, "22T23:00:00")]
    {
        let id = app.database.literal(uuid::Uuid::from_u128(nth));
        app.database
            .run(&format!(
                "INSERT INTO activity (id, kind, arguments, by_partner, partner_id, at) VALUES \
                 ({id}, 'reseller_resumed', '{{\"reseller\": \"R{nth}\"}}', {danube}, {danube}, \
                 '2026-11-{at}Z')"
            ))
            .await;
    }
    let found = async |filter: &str| {
        let page = agent.get(&format!("{LOG}?kind=partnerships&{filter}")).await.expect(200);
        kinds(&page)
    };
    let named = |nth: u8| format!("Reseller resumed R{nth}");
    let day = "from=2026-11-22&to=2026-11-22";
    assert_eq!(found(day).await, [named(3), named(2)], "the newest first");
    assert_eq!(found("to=2026-11-21").await, [named(1)]);
    assert_eq!(found("from=2026-11-23").await, [named(4)]);
    app.stop().await;
}

#[actix_web::test]
async fn a_bad_filter_is_left_out_with_a_note() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let admin = app.signed_in("admin@almaskert.example").await;
    for (browser, path) in [(&agent, LOG), (&admin, OF_CUSTOMER)] {
        let all = lines(&browser.get(path).await.expect(200));
        for bad in
            ["from=x", "to=2026-02-30", "from=22.11.2026", "kind=x", "person=a%00b", "after=x"]
        {
            let page = browser.get(&format!("{path}?{bad}")).await.expect(200);
            assert!(page.main().contains("Part of the address could not be understood"), "{bad}");
            assert_eq!(lines(&page), all, "{path}?{bad}");
        }
    }
    app.stop().await;
}

/// Page by page, the newest first, and back again.
#[actix_web::test]
async fn the_log_is_read_page_by_page() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    add_lines(&app, 120).await;
    let mut page = agent.get(&format!("{LOG}?kind=partnerships")).await.expect(200);
    assert!(page.main().contains("120 lines"), "{}", page.main());
    let mut seen = kinds(&page);
    for expected in [50, 20] {
        page = agent.click(&page, "Next").await.expect(200);
        assert_eq!(kinds(&page).len(), expected);
        seen.extend(kinds(&page));
    }
    let newest_first: Vec<_> =
        (0..120).rev().map(|nth| format!("Reseller resumed R{nth}")).collect();
    assert_eq!(seen, newest_first);
    page = agent.click(&page, "Previous").await.expect(200);
    assert_eq!(kinds(&page), newest_first[50..100]);
    app.stop().await;
}

/// Lines of one second each two, so that ids decide among equals.
async fn add_lines(app: &TestApp, lines: u32) {
    let danube = app.database.literal(app.database.partner(DANUBE).await);
    for nth in 0..lines {
        let id = app.database.literal(uuid::Uuid::from_u128(u128::from(nth + 1)));
        let (minute, second) = (nth / 2 / 60, nth / 2 % 60);
        app.database
            .run(&format!(
                "INSERT INTO activity (id, kind, arguments, by_partner, partner_id, at) VALUES \
                 ({id}, 'reseller_resumed', '{{\"reseller\": \"R{nth}\"}}', {danube}, {danube}, \
                 '2026-11-20T09:{minute:02}:{second:02}Z')"
            ))
            .await;
    }
}

#[actix_web::test]
async fn the_filtered_list_is_a_file_for_a_spreadsheet() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    assign_kekes(&app, &agent, "Intune").await;
    let page = agent.get(&format!("{LOG}?kind=support_contacts&from=2026-11-22")).await.expect(200);
    let file = agent.click(&page, "Download as CSV").await.expect(200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"activity.csv\"");
    let rows: Vec<_> = file.body.lines().collect();
    assert_eq!(
        rows[0],
        "\u{feff}Time (Europe/Budapest),Who,What,About,Before,After,Details,Reference"
    );
    let expected = "2026-11-22 10:41:00,Gábor Szűcs,Support contact assigned,\
                    \"Intune, Almáskert Logisztika Kft.\",Tisza IT Kft.,Kékes Systems Zrt.,,SC-";
    assert!(rows[1].starts_with(expected), "{}", rows[1]);
    assert_eq!(rows.len(), 2);

    let customer = app.signed_in("admin@almaskert.example").await;
    let file = customer.get("/admin/activity.csv?kind=support_contacts").await.expect(200);
    assert!(file.body.contains("Danube Distribution,Support contact assigned,Intune,"));
    assert!(!file.body.contains("Szűcs"));
    app.stop().await;
}

/// In both languages, and by some filter.
#[test]
fn every_kind_has_words() {
    let english = liaison::locale::Messages::in_language("en").unwrap();
    let hungarian = liaison::locale::Messages::in_language("hu").unwrap();
    for t in [english, hungarian] {
        for kind in ActivityKind::ALL {
            assert_ne!(t.activity_kind(kind.as_str()), kind.as_str());
        }
    }
    for kind in ActivityKind::ALL {
        assert_ne!(english.activity_kind(kind.as_str()), hungarian.activity_kind(kind.as_str()));
        assert!(ActivityGroup::ALL.iter().any(|group| group.kinds().contains(kind)), "{kind}");
    }
}

/// A request names its customer by what was typed: whose domain it is, a filter does not tell (`docs/domain.md` rule 16).
#[actix_web::test]
async fn a_customer_that_one_does_not_know_is_not_found_by_name() {
    let app = TestApp::spawn().await;
    let contoso = app.database.customer(CONTOSO).await;
    let kekes = app.database.literal(app.database.partner("4902211").await);
    let id = app.database.literal(uuid::Uuid::from_u128(1));
    let customer = app.database.literal(contoso);
    app.database
        .run(&format!(
            "INSERT INTO activity (id, kind, arguments, by_partner, partner_id, customer_id, at) VALUES \
             ({id}, 'relationship_requested', '{{\"typed\": \"{CONTOSO}\"}}', {kekes}, {kekes}, \
             {customer}, '2026-11-20T09:00:00Z')"
        ))
        .await;
    let browser = app.signed_in("global.admin@kekes.example").await;
    let page = browser.get(&format!("{LOG}?kind=relationships")).await.expect(200);
    assert_eq!(kinds(&page), [format!("Relationship requested {CONTOSO}")]);
    let page = browser.get(&format!("{LOG}?kind=relationships&customer=bútor")).await.expect(200);
    assert!(kinds(&page).is_empty());
    app.stop().await;
}
