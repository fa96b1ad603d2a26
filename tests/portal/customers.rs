//! The customers that a partner serves, and the page of one.

use liaison::locale::sort_key;

use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALFOLD, ALMASKERT, CONTOSO, DANUBE, MECSEK, TISZA},
};

const LIST: &str = "/partner/customers";
const IGNORED: &str = "Part of the address could not be understood and was left out.";

/// The names in a list, in their order.
fn names(page: &Reply) -> Vec<String> {
    page.all("tbody th")
}

async fn danube(app: &TestApp) -> Browser {
    app.signed_in("sales.agent@danube.example").await
}

async fn customer(app: &TestApp, browser: &Browser, domain: &str) -> Reply {
    let id = app.database.customer(domain).await;
    browser.get(&format!("{LIST}/{id}")).await.expect(200)
}

/// The products on a customer's page.
fn products(page: &Reply) -> Vec<String> {
    page.all("section:has(#subs) tbody th")
}

#[actix_web::test]
async fn a_row_names_who_supports_the_customer_and_what_nobody_has_decided() {
    let app = TestApp::spawn().await;
    let page = danube(&app).await.get(LIST).await.expect(200);
    assert_eq!(
        page.all("tbody tr"),
        [
            "Almáskert Logisztika Kft. almaskert.example Danube Distribution, Tisza IT Kft. 2 not decided 4 \
             14 Sep 2026",
            "Contoso Bútor Kft. contoso-butor.example Danube Distribution 1 not decided 1 17 Mar 2026",
        ]
    );
    assert!(page.main().contains("2 customers"));
    app.stop().await;
}

/// `docs/domain.md` rule 37 seen from the partners, and rule 40: neither provider sees the other's.
#[actix_web::test]
async fn each_of_two_providers_sees_what_it_sold_and_nothing_of_the_other() {
    let app = TestApp::spawn().await;
    let alfold = app.signed_in("global.admin@alfold.example").await;
    assert_eq!(names(&alfold.get(LIST).await), ["Almáskert Logisztika Kft.", "Őrség Panzió Bt."]);
    let of_alfold = customer(&app, &alfold, ALMASKERT).await;
    assert_eq!(products(&of_alfold), ["Visio Plan 2"]);
    assert!(!of_alfold.text().contains("Danube"), "{}", of_alfold.text());
    let of_danube = customer(&app, &danube(&app).await, ALMASKERT).await;
    let expected = ["Azure plan", "Exchange Online", "Intune", "Office 365 Business Standard"];
    assert_eq!(products(&of_danube), expected);
    assert!(!of_danube.text().contains("Alföld"), "{}", of_danube.text());
    app.stop().await;
}

/// `docs/domain.md` rule 26, the first reason of each.
#[actix_web::test]
async fn a_provider_sees_who_may_support_the_customer() {
    let app = TestApp::spawn().await;
    let page = customer(&app, &danube(&app).await, ALMASKERT).await;
    assert_eq!(
        page.all("section:has(#partners) tbody tr"),
        [
            "Danube Distribution your organisation 4391507 Available 2 of 4",
            "Bakony Services 5003127 No partnership none",
            "Kékes Systems Zrt. 4902211 Available none",
            "Mecsek Support 4977310 No DAP none",
            "Tisza IT Kft. 4847383 Available 2 of 4",
        ]
    );
    app.stop().await;
}

/// `docs/domain.md` rule 40: of a customer only the subscriptions that name it, read-only.
#[actix_web::test]
async fn a_reseller_sees_what_names_it_and_changes_nothing() {
    let app = TestApp::spawn().await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let list = tisza.get(LIST).await.expect(200);
    assert_eq!(names(&list), ["Almáskert Logisztika Kft.", "Contoso Bútor Kft."]);
    assert!(
        list.all("tbody tr")[1].contains("no subscription names you"),
        "{:?}",
        list.all("tbody tr")
    );
    assert!(!list.main().contains("not decided"), "what to decide is the provider's");
    let page = customer(&app, &tisza, ALMASKERT).await;
    assert_eq!(products(&page), ["Azure plan", "Exchange Online", "Intune"]);
    assert!(!page.main().contains("Change :") && page.first("#partners").is_none());
    // Nobody is told about other resellers of the customer.
    for other in ["Kékes", "Mecsek", "Bakony", "Alföld", "Visio", "Office 365"] {
        assert!(!page.text().contains(other), "{other}");
    }
    let page = customer(&app, &tisza, CONTOSO).await;
    assert!(page.main().contains("No subscription of this customer names you"), "{}", page.main());
    app.stop().await;
}

/// `docs/domain.md` rule 23 seen from the page: who may not assign finds no *Change*, nor does what has ended.
#[actix_web::test]
async fn change_stands_where_it_can_be_done() {
    let app = TestApp::spawn().await;
    let page = customer(&app, &danube(&app).await, CONTOSO).await;
    assert_eq!(products(&page), ["Exchange Online", "Project Plan 3 Expired"]);
    assert!(page.main().contains("Change : Exchange Online"), "{}", page.main());
    assert!(!page.main().contains("Change : Project Plan 3"));
    let billing = app.signed_in("billing.admin@danube.example").await;
    assert!(!customer(&app, &billing, CONTOSO).await.main().contains("Change :"));
    app.stop().await;
}

/// `docs/domain.md` rule 13.
#[actix_web::test]
async fn a_relationship_that_has_ended_leaves_the_list_and_keeps_its_page() {
    let app = TestApp::spawn().await;
    let mecsek = app.signed_in("global.admin@mecsek.example").await;
    assert_eq!(names(&mecsek.get(LIST).await), ["Almáskert Logisztika Kft."]);
    app.database.end_relationship(MECSEK, ALMASKERT).await;
    let list = mecsek.get(LIST).await.expect(200);
    assert!(list.main().contains("You have no customers here yet."), "{}", list.main());
    assert!(list.main().contains("Ask your indirect provider"), "{}", list.main());
    let page = customer(&app, &mecsek, ALMASKERT).await;
    assert!(page.main().contains("Relationship ended"), "{}", page.main());
    assert!(page.main().contains("Not given"), "{}", page.main());
    app.stop().await;
}

#[actix_web::test]
async fn customers_stand_in_the_order_of_the_hungarian_alphabet() {
    let app = TestApp::spawn().await;
    let expected = [
        "Ádám Kft.",
        "Almáskert Logisztika Kft.",
        "Contoso Bútor Kft.",
        "Cukor Kft.",
        "Csaba Kft.",
        "Dob 2 Kft.",
        "Dob 10 Kft.",
        "Gázló Kft.",
        "Gyár Kft.",
        "Óbuda Kft.",
        "Ozora Kft.",
        "Ödön Kft.",
        "Zebra Kft.",
        "Zsolt Kft.",
    ];
    for (nth, name) in expected.iter().enumerate().rev() {
        if ![1, 2].contains(&nth) {
            app.database.add_customer(name, &format!("c{nth}.example"), DANUBE).await;
        }
    }
    assert_eq!(names(&danube(&app).await.get(LIST).await), expected);
    app.stop().await;
}

/// By name or domain, however it is typed.
#[actix_web::test]
async fn the_filter_ignores_accents_and_case_and_takes_signs_literally() {
    let app = TestApp::spawn().await;
    for (name, domain) in
        [("100% Kft.", "szaz.example"), ("A_B Kft.", "ab.example"), (r"C\D Kft.", "cd.example")]
    {
        app.database.add_customer(name, domain, DANUBE).await;
    }
    let danube = danube(&app).await;
    let form = danube.get(LIST).await.form("Filter");
    for (typed, expected) in [
        ("almaskert", &["Almáskert Logisztika Kft."][..]),
        ("ALMÁSKERT  LOGI", &["Almáskert Logisztika Kft."]),
        ("kft logisztika", &["Almáskert Logisztika Kft."]),
        ("bútor", &["Contoso Bútor Kft."]),
        ("CONTOSO-BUTOR.EX", &["Contoso Bútor Kft."]),
        ("%", &["100% Kft."]),
        ("_", &["A_B Kft."]),
        ("\\", &[r"C\D Kft."]),
        ("őrség", &[]),
        ("' OR 1=1 --", &[]),
    ] {
        let page = danube.submit(&form.clone().fill("Name or domain", typed)).await.expect(200);
        assert_eq!(names(&page), expected, "{typed}");
        assert_eq!(page.form("Filter").value("q").unwrap(), typed.trim());
        if expected.is_empty() {
            let none = format!("No customer’s name or domain contains “{typed}”.");
            assert!(page.main().contains(&none), "{}", page.main());
            assert_eq!(page.link("Show all customers"), LIST);
        } else {
            assert_eq!(
                page.link(&format!("contains “{typed}” , remove this filter").replace("  ", " ")),
                LIST
            );
        }
        assert!(!page.main().contains(IGNORED));
    }
    app.stop().await;
}

/// All pages from this one on, by this link.
async fn walk(browser: &Browser, first: Reply, link: &str) -> Vec<Reply> {
    let mut pages = vec![first];
    while let Some(address) = {
        let page = pages.last().unwrap();
        let is_link = page.all("nav.pages a").iter().any(|text| text == link);
        is_link.then(|| page.link(link))
    } {
        pages.push(browser.get(&address).await.expect(200));
        assert!(pages.len() < 20, "the pages go on for ever");
    }
    pages
}

#[actix_web::test]
async fn a_long_list_is_leafed_through_forwards_and_backwards() {
    let app = TestApp::empty().await;
    assert!(app.store.fill_demo(120).await.unwrap());
    let danube = danube(&app).await;
    let forwards = walk(&danube, danube.get(LIST).await.expect(200), "Next").await;
    let lengths: Vec<_> = forwards.iter().map(|page| names(page).len()).collect();
    assert_eq!(lengths, [50, 50, 22]);
    let all: Vec<_> = forwards.iter().flat_map(names).collect();
    assert!(all.is_sorted_by_key(|name| sort_key(name)), "{all:#?}");
    assert!(forwards.iter().all(|page| page.main().contains("122 customers")));
    let ids: std::collections::BTreeSet<_> = forwards
        .iter()
        .flat_map(Reply::links)
        .filter(|link| link.len() == LIST.len() + 37)
        .collect();
    assert_eq!(ids.len(), 122, "each once");

    let last = danube.get(&forwards[2].path).await;
    let mut backwards = walk(&danube, last, "Previous").await;
    backwards.reverse();
    let all_again: Vec<_> = backwards.iter().flat_map(names).collect();
    assert_eq!(all_again, all);
    assert_eq!(backwards.len(), 3);

    // And forwards again from where the way back has led.
    let start = danube.get(&backwards[0].path).await;
    let again = walk(&danube, start, "Next").await;
    assert_eq!(again.iter().flat_map(names).collect::<Vec<_>>(), all);

    // A filter stays as it is.
    let found = danube.get(&format!("{LIST}?q=kft")).await;
    let found = walk(&danube, found, "Next").await;
    assert!(found.len() > 1 && found.iter().all(|page| page.path.contains("q=kft")));
    assert!(found.iter().flat_map(names).all(|name| name.to_lowercase().contains("kft")));
    app.stop().await;
}

/// `docs/pages.md`: unknown parameters are ignored, and a bad value with a note.
#[actix_web::test]
async fn what_an_address_says_wrongly_is_left_out_with_a_note() {
    let app = TestApp::spawn().await;
    let danube = danube(&app).await;
    let id = app.database.customer(CONTOSO).await;
    let stranger = app.database.customer("orseg.example").await;
    let long = "x".repeat(101);
    for query in [
        "after=nonsense".to_owned(),
        "before=1".to_owned(),
        format!("after={stranger}"),
        format!("after={id}"),
        format!("after={id}&before={id}"),
        "after=00000000-0000-0000-0000-000000000000".to_owned(),
        "q=%00".to_owned(),
        "q=%FF".to_owned(),
        format!("q={long}"),
    ] {
        let page = danube.get(&format!("{LIST}?{query}")).await.expect(200);
        assert_eq!(names(&page).len(), 2, "{query}");
        assert!(page.main().contains(IGNORED), "{query}");
    }
    for query in ["", "q=", "q=+++", "sort=name&x=%00", "page=7", "after=&before=", "&&=&"] {
        let page = danube.get(&format!("{LIST}?{query}")).await.expect(200);
        assert_eq!(names(&page).len(), 2, "{query}");
        assert!(!page.main().contains(IGNORED), "{query}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn a_provider_without_customers_is_told_what_a_customer_is() {
    let app = TestApp::spawn().await;
    app.database.end_relationship(ALFOLD, ALMASKERT).await;
    app.database.end_relationship(ALFOLD, "orseg.example").await;
    let page = app.signed_in("global.admin@alfold.example").await.get(LIST).await.expect(200);
    assert!(page.main().contains("You have no customers here yet."), "{}", page.main());
    assert!(page.main().contains("once you have a relationship with it"), "{}", page.main());
    app.database.add_customer("Új Kft.", "uj.example", TISZA).await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let page = customer(&app, &tisza, "uj.example").await;
    assert!(page.main().contains("No subscription of this customer names you"), "{}", page.main());
    app.stop().await;
}
