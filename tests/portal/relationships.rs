//! What a partner has asked for, its relationships, and those that have ended (`docs/domain.md` rules 12 to 20).

use crate::support::{
    Reply, TestApp,
    arrange::{ALFOLD, ALMASKERT, CONTOSO, DANUBE, KEKES, ORSEG, TISZA},
};

const LIST: &str = "/partner/relationships";

fn rows(page: &Reply) -> Vec<String> {
    page.all("tbody tr")
}

/// `docs/domain.md` rules 14 and 16: the oldest first, with what was typed and no more.
#[actix_web::test]
async fn what_waits_is_listed_with_its_age() {
    let app = TestApp::spawn().await;
    let database = &app.database;
    database.request_for("delegated_admin", DANUBE, KEKES, ALMASKERT).await;
    database.run("UPDATE requests SET typed_id = 'old.example', created_at = '2026-10-12T09:41:00Z', expires_at = '2026-11-11T09:41:00Z'").await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let form = danube.get("/partner/relationships/new").await.form("Make the request");
    danube.submit(&form.fill("Domain of the customer", ORSEG)).await.expect(303);
    database.request_by("relationship", TISZA, ORSEG).await;
    database.request_by("relationship", ALFOLD, CONTOSO).await;

    let page = danube.click(&danube.get("/home").await, "Relationships").await.expect(200);
    assert_eq!(page.heading(), "Relationships");
    let mut waiting = rows(&page);
    waiting.sort();
    assert_eq!(
        waiting,
        [
            "old.example Expired Delegated admin privileges Kékes Systems Zrt. 41 days",
            "orseg.example Relationship since today Show the link : orseg.example",
        ]
    );
    let answered = "UPDATE requests SET state = 'accepted' WHERE typed_id = 'orseg.example'";
    database.run(answered).await;
    assert_eq!(rows(&danube.get(LIST).await).len(), 1, "what is answered waits no more");

    let found = danube.get(&format!("{LIST}?q=kekes%20old")).await;
    assert_eq!(rows(&found).len(), 1);
    let none = danube.get(&format!("{LIST}?q=nowhere")).await;
    assert!(none.main().contains("Nothing here contains “nowhere”."), "{}", none.main());
    app.stop().await;
}

/// `docs/domain.md` rules 13, 15 and 40.
#[actix_web::test]
async fn relationships_are_listed_with_their_delegated_admin() {
    let app = TestApp::spawn().await;
    let recorder = app.database.literal(app.database.partner(ALFOLD).await);
    app.database
        .set_relationship(
            DANUBE,
            ALMASKERT,
            &format!("delegated_admin = true, delegated_admin_until = '2026-12-24', recorded_by = {recorder}"),
        )
        .await;
    app.database.set_relationship(DANUBE, CONTOSO, "delegated_admin = false").await;
    let admin = app.signed_in("global.admin@danube.example").await;
    let active = admin.click(&admin.get(LIST).await, "Active").await.expect(200);
    let listed = rows(&active);
    assert_eq!(listed.len(), 2);
    for part in
        ["recorded by Alföld Cloud Zrt.", "Given, until 24 Dec 2026", "End the relationship"]
    {
        assert!(listed[0].contains(part), "{part}: {}", listed[0]);
    }
    assert!(listed[1].contains("Not given"), "{}", listed[1]);
    let ask = admin.click(&active, "Request them : Contoso Bútor Kft.").await.expect(200);
    assert_eq!(ask.heading(), "Request delegated admin privileges");
    assert_eq!(ask.form("Make the request").value("domain"), Some(CONTOSO));

    app.database.set_relationship(DANUBE, ALMASKERT, "delegated_admin_until = '2026-11-21'").await;
    let helpdesk = app.signed_in("helpdesk.agent@danube.example").await;
    let page = helpdesk.get(&format!("{LIST}?show=active&q=almas")).await;
    assert_eq!(rows(&page).len(), 1);
    assert!(rows(&page)[0].contains("Expired on 21 Nov 2026"), "{}", rows(&page)[0]);
    for action in ["End the relationship", "Request them", "Request a relationship"] {
        assert!(!page.main().contains(action), "{action}");
    }
    app.stop().await;
}

/// `docs/domain.md` rules 18 to 20: when, and by whom.
#[actix_web::test]
async fn ended_ones_are_listed_with_the_day_and_the_side() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let page = tisza.get(&format!("{LIST}?show=ended")).await.expect(200);
    assert!(page.main().contains("No relationship has ended."));
    app.database.end_relationship(TISZA, ALMASKERT).await;
    app.database.end_relationship(TISZA, CONTOSO).await;
    app.database
        .set_relationship(
            TISZA,
            CONTOSO,
            "ended_by_customer = true, ended_at = '2026-11-20T10:00:00Z'",
        )
        .await;
    let page = tisza.get(&format!("{LIST}?show=ended")).await;
    let listed = rows(&page);
    assert!(listed[0].contains("your organisation"), "{}", listed[0]);
    assert!(listed[1].contains("20 Nov 2026 the customer"), "{}", listed[1]);
    assert!(rows(&tisza.get(&format!("{LIST}?show=active")).await).is_empty());
    let hungarian = tisza.clone().in_language("hu").get(&format!("{LIST}?show=ended")).await;
    assert_eq!(hungarian.heading(), "Kapcsolatok");
    assert!(rows(&hungarian)[1].contains("az ügyfél"));
    app.stop().await;
}

/// Pages by key: none is skipped or shown twice.
#[actix_web::test]
async fn long_lists_are_read_page_by_page() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let lines =
        (0..120).map(|nth| format!("R {nth},{}\n", 6_000_000 + nth)).collect::<Vec<_>>().concat();
    let fields = [("lines", lines.as_str()), ("step", "make")];
    danube.post("/partner/resellers/new", &fields).await.expect(200);
    let mut page = danube.get(LIST).await;
    let mut seen = page.all("tbody th a");
    for expected in [50, 20] {
        page = danube.click(&page, "Next").await;
        assert_eq!(rows(&page).len(), expected);
        seen.extend(page.all("tbody th a"));
    }
    let all: Vec<_> = (0..120).map(|nth| format!("R {nth}")).collect();
    assert_eq!(seen, all);
    let back = danube.click(&danube.click(&page, "Previous").await, "Previous").await;
    assert_eq!(back.all("tbody th a"), all[..50]);

    for bad in [
        "show=everything",
        "after=x",
        "q=a%00b",
        "show=active&after=00000000-0000-0000-0000-000000000000",
    ] {
        let page = danube.get(&format!("{LIST}?{bad}")).await.expect(200);
        assert!(page.main().contains("could not be understood"), "{bad}");
    }
    app.stop().await;
}
