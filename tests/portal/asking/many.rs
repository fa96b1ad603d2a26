//! Many resellers at once: pasted lines, a check, then the requests with their links.

use super::{ASK_RESELLER, agent, requests};
use crate::support::{
    Browser, Reply, TestApp,
    arrange::{ALFOLD, BAKONY, DANUBE, TISZA},
    database::difference,
};

async fn check(browser: &Browser, lines: &str) -> Reply {
    let form = browser.get(ASK_RESELLER).await.expect(200).form("Check");
    browser.submit(&form.fill("Resellers", lines)).await
}

/// Line and outcome.
fn outcomes(page: &Reply) -> Vec<(String, String)> {
    page.all("tbody th").into_iter().zip(page.all("tbody td:last-child")).collect()
}

/// `docs/domain.md` rule 16: a check says everything and does nothing.
#[actix_web::test]
async fn the_check_says_what_would_happen_to_each_line() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    app.database.request_partnership(DANUBE, BAKONY).await;
    let before = app.database.dump().await;
    let lines = format!(
        "Name;Partner ID;Email\nNew Partner;6000001;it@new.example\n\nTisza;{TISZA}\nBakony;{BAKONY}\n\
         Once more;6000001\nWrong;60O0002\nAlföld;{ALFOLD}\nOurselves;{DANUBE}\nno partner ID 7\n\
         Bad mail;6000003;x@@y"
    );
    let page = check(&browser, &lines).await.expect(422);
    assert!(page.title().starts_with("Error:"));
    assert!(page.alert().contains("5 lines cannot be used."), "{}", page.alert());
    let said = outcomes(&page);
    for (line, outcome) in [
        ("2", "a new request"),
        ("4", "is your reseller already"),
        ("5", "was asked already and has not answered"),
        ("6", "the same partner ID as in line 2"),
        ("7", "Partner ID: write 4 to 10 digits"),
        ("8", "Nobody with this partner ID can be your reseller."),
        ("9", "This is your own partner ID."),
        ("10", "write name, partner ID and email"),
        ("11", "Email: write one address"),
    ] {
        let found = said.iter().find(|(number, _)| number == line);
        assert!(found.is_some_and(|(_, what)| what.contains(outcome)), "{line}: {found:?}");
    }
    assert_eq!(said.len(), 9);
    assert!(!page.has_button("Make 1 request"), "not before all can be used");
    // Nor by a form that pretends.
    let form = page.form("Check again").with("step", "make");
    browser.submit(&form).await.expect(422);
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

/// `docs/architecture.md`, *the one exception to 303*.
#[actix_web::test]
async fn the_requests_are_made_with_their_links_in_the_answer() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    app.database.request_partnership(DANUBE, BAKONY).await;
    let lines =
        format!("=Új Partner\t6000001\tit@new.example\nMásik Kft.\t6000002\nTisza\t{TISZA}");
    let page = check(&browser, &lines).await.expect(200);
    assert!(page.main().contains("2 new requests") && page.main().contains("1 line asks nobody"));
    let made = browser.submit(&page.form("Make 2 requests")).await.expect(200);
    assert_eq!(made.heading(), "2 requests were made");
    let links = made.all("tbody td:last-child");
    assert_eq!(links.len(), 2);
    assert_eq!(requests(&app).await, 3);

    let file = browser.submit(&made.form("Download all links as CSV")).await.expect(200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    let rows: Vec<_> = file.body.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(rows[0], "Name of the reseller,Partner ID,Email,Link");
    assert_eq!(rows[1], format!("'=Új Partner,6000001,it@new.example,{}", links[0]));
    assert_eq!(rows[2], format!("Másik Kft.,6000002,,{}", links[1]));

    // Each is a request like any other, with the same link.
    let own = browser.click(&made, "=Új Partner").await.expect(200);
    assert_eq!(super::link(&own), links[0]);
    let before = app.database.dump().await;
    let again = browser.submit(&page.form("Make 2 requests")).await.expect(200);
    assert_eq!(again.heading(), "No new request was made");
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    app.stop().await;
}

/// `docs/security.md` H: this address takes 256 KiB and 2,000 lines; the others stay short.
#[actix_web::test]
async fn two_thousand_lines_are_taken_and_no_more() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let line = |nth: usize| format!("Partner {nth},{},it@partner{nth}.example\n", 6_000_000 + nth);
    let lines = (0..2000).map(line).collect::<Vec<_>>().concat();
    let page = check(&browser, &lines).await.expect(200);
    assert_eq!(page.all("tbody tr").len(), 50, "no page carries a list of hundreds");
    assert!(page.main().contains("1,950 more lines"), "{}", page.main());
    let statements = app.store.statements();
    let made = browser.submit(&page.form("Make 2,000 requests")).await.expect(200);
    let cost = app.store.statements() - statements;
    assert!(cost < 50, "{cost} statements for 2,000 requests");
    assert_eq!(made.heading(), "2,000 requests were made");
    assert_eq!(requests(&app).await, 2000);
    let file = browser.submit(&made.form("Download all links as CSV")).await.expect(200);
    assert_eq!(file.body.lines().count(), 2001);

    let too_many = format!("{lines}{}", line(2000));
    check(&browser, &too_many).await.expect(413);
    let too_long = "x".repeat(256 * 1024);
    check(&browser, &too_long).await.expect(413);
    browser
        .post("/partner/relationships/new", &[("domain", &"x".repeat(17_000))])
        .await
        .expect(413);
    assert_eq!(requests(&app).await, 2000);
    app.stop().await;
}

#[actix_web::test]
async fn nothing_pasted_asks_nobody() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    for lines in ["", " \n\n "] {
        let page = check(&browser, lines).await.expect(422);
        assert!(page.alert().contains("Paste at least one line"), "{}", page.alert());
    }
    let hungarian = app.signed_in("admin.agent@danube.example").await.in_language("hu");
    let form = hungarian.get(ASK_RESELLER).await.form("Előnézet");
    let page = hungarian.submit(&form.fill("Viszonteladók", "Új,6000001\nÚj,6000001")).await;
    assert!(page.expect(200).main().contains("ugyanaz a partnerazonosító, mint ebben a sorban: 1"));
    app.stop().await;
}
