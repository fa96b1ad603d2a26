//! All subscriptions that a partner sells, or that name it.

use liaison::locale::sort_key_of;

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALMASKERT, CONTOSO, DANUBE},
};

const LIST: &str = "/partner/subscriptions";
const UNDECIDED: &str = "/partner/subscriptions?contact=undecided";
const IGNORED: &str = "Part of the address could not be understood and was left out.";

fn rows(page: &Reply) -> Vec<String> {
    page.all("tbody tr")
}

/// Product and customer of each row, without what stands beside them.
fn links(page: &Reply) -> Vec<String> {
    page.all("tbody th a")
}

/// Product and customer of each row.
fn lines(page: &Reply) -> Vec<String> {
    page.all("tbody th")
}

async fn danube(app: &TestApp) -> Browser {
    app.signed_in("admin.agent@danube.example").await
}

#[actix_web::test]
async fn a_provider_sees_what_it_sold_by_customer_and_product() {
    let app = TestApp::spawn().await;
    let page = danube(&app).await.get(LIST).await.expect(200);
    let rows = rows(&page);
    assert_eq!(
        lines(&page),
        [
            "Azure plan , Almáskert Logisztika Kft.",
            "Exchange Online , Almáskert Logisztika Kft.",
            "Intune , Almáskert Logisztika Kft.",
            "Office 365 Business Standard , Almáskert Logisztika Kft.",
            "Exchange Online , Contoso Bútor Kft.",
            "Project Plan 3 , Contoso Bútor Kft. Expired",
        ]
    );
    assert!(rows[0].ends_with("Danube Distribution default 2 Feb 2026"), "{}", rows[0]);
    assert!(rows[1].ends_with("Tisza IT Kft. 14 Sep 2026"), "{}", rows[1]);
    assert!(page.main().contains("6 subscriptions"));
    app.stop().await;
}

/// `docs/domain.md` rules 33 and 40.
#[actix_web::test]
async fn a_reseller_sees_those_that_name_it() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("helpdesk.agent@tisza.example").await;
    let page = tisza.get(LIST).await.expect(200);
    assert_eq!(
        lines(&page),
        [
            "Azure plan , Almáskert Logisztika Kft.",
            "Exchange Online , Almáskert Logisztika Kft.",
            "Intune , Almáskert Logisztika Kft.",
        ]
    );
    assert!(page.main().contains("Those that name you"), "{}", page.main());
    let kekes = app.signed_in("global.admin@kekes.example").await;
    let page = kekes.get(LIST).await.expect(200);
    assert!(page.main().contains("You have no subscriptions here yet."), "{}", page.main());
    assert!(page.main().contains("once a provider names you"), "{}", page.main());
    app.stop().await;
}

/// `docs/domain.md` rule 31: a work list that can be emptied.
#[actix_web::test]
async fn what_nobody_has_decided_is_a_work_list_that_can_be_emptied() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let home = danube.get("/home").await;
    assert!(home.main().contains("3 subscriptions are not decided yet"), "{}", home.main());
    let mut page = danube.click(&home, "3 subscriptions are not decided yet").await.expect(200);
    assert_eq!(page.path, UNDECIDED);
    assert_eq!(rows(&page).len(), 3, "what has expired is no work");
    while let Some(line) = lines(&page).first().cloned() {
        let subscription = danube.click(&page, &line).await.expect(200);
        danube.submit(&subscription.form("We support this ourselves")).await.expect(303);
        page = danube.get(UNDECIDED).await.expect(200);
    }
    assert!(page.main().contains("Every subscription is decided."), "{}", page.main());
    assert_eq!(page.link("Show all subscriptions"), LIST);
    assert!(danube.get("/home").await.main().contains("Nothing waits for you."));
    app.stop().await;
}

#[actix_web::test]
async fn filters_go_together_and_each_can_be_removed() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let form = danube.get(UNDECIDED).await.form("Filter").fill("Customer or product", "BUTOR");
    let page = danube.submit(&form).await.expect(200);
    assert_eq!(lines(&page), ["Exchange Online , Contoso Bútor Kft."]);
    assert_eq!(page.link("contains “BUTOR” , remove this filter"), UNDECIDED);
    let without = page.link("Not decided yet , remove this filter");
    assert_eq!(lines(&danube.get(&without).await).len(), 2);
    let none = danube.submit(&form.fill("Customer or product", "tisza")).await.expect(200);
    let sentence = "No subscription’s customer or product contains “tisza”.";
    assert!(none.main().contains(sentence), "{}", none.main());
    app.stop().await;
}

#[actix_web::test]
async fn the_filter_finds_customers_and_products_however_they_are_typed() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let form = danube.get(LIST).await.form("Filter");
    for (typed, expected) in [
        ("exchange", 2),
        ("EXCHANGE almás", 1),
        ("almáskert.example intune", 1),
        ("office 365", 1),
        ("plan", 2),
        ("visio", 0),
        ("%", 0),
        ("_", 0),
        ("\\", 0),
    ] {
        let page =
            danube.submit(&form.clone().fill("Customer or product", typed)).await.expect(200);
        assert_eq!(rows(&page).len(), expected, "{typed}: {:?}", rows(&page));
    }
    app.stop().await;
}

/// `docs/pages.md`: a bad value is ignored with a note.
#[actix_web::test]
async fn what_an_address_says_wrongly_is_left_out_with_a_note() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let of_alfold = app.database.subscription(ALMASKERT, "Visio Plan 2").await;
    let last = app.database.subscription(CONTOSO, "Project Plan 3").await;
    for query in [
        "contact=decided".to_owned(),
        "contact=UNDECIDED".to_owned(),
        "after=nonsense".to_owned(),
        format!("before={of_alfold}"),
        format!("after={last}"),
        "q=%E2%80%AE".to_owned(),
    ] {
        let page = danube.get(&format!("{LIST}?{query}")).await.expect(200);
        assert_eq!(rows(&page).len(), 6, "{query}");
        assert!(page.main().contains(IGNORED), "{query}");
    }
    let page = danube.get(&format!("{LIST}?contact=&colour=red")).await.expect(200);
    assert!(!page.main().contains(IGNORED));
    app.stop().await;
}

#[actix_web::test]
async fn a_long_list_is_leafed_through_forwards_and_backwards() {
    let app = TestApp::empty().await;
    assert!(app.store.fill_demo(60).await.unwrap());
    let danube = danube(&app).await;
    for list in [LIST, UNDECIDED] {
        let mut pages = vec![danube.get(list).await.expect(200)];
        while pages.last().unwrap().all("nav.pages a").iter().any(|text| text == "Next") {
            let next = danube.click(pages.last().unwrap(), "Next").await.expect(200);
            assert_eq!(next.path.contains("contact=undecided"), list == UNDECIDED);
            pages.push(next);
        }
        assert!(pages.len() >= 3, "{} pages", pages.len());
        let (last, full) = pages.split_last().unwrap();
        assert!(full.iter().all(|page| rows(page).len() == 50));
        let all: Vec<_> = pages.iter().flat_map(links).collect();
        assert!(last.main().contains(&format!("{} subscriptions", all.len())), "{}", all.len());
        assert!(all.is_sorted_by_key(|line| {
            let (product, customer) = line.split_once(" , ").unwrap();
            sort_key_of(&[customer, product])
        }));
        let mut page = danube.get(&last.path).await;
        for earlier in full.iter().rev() {
            page = danube.click(&page, "Previous").await.expect(200);
            assert_eq!(lines(&page), lines(earlier));
        }
        assert!(page.all("nav.pages a").iter().all(|text| text != "Previous"));
    }
    app.stop().await;
}

/// Two of the same product are told apart by their nicknames.
#[actix_web::test]
async fn a_nickname_stands_beside_its_product() {
    let app = TestApp::spawn().await;
    let second = app.database.sell("Intune", DANUBE, ALMASKERT).await;
    app.database.set_subscription(second, "nickname = 'Warehouse'").await;
    let page = danube(&app).await.get(LIST).await;
    let intune: Vec<_> =
        lines(&page).into_iter().filter(|line| line.starts_with("Intune")).collect();
    assert_eq!(intune.len(), 2);
    assert!(intune.iter().any(|line| line.ends_with("Warehouse")), "{intune:?}");
    app.stop().await;
}
