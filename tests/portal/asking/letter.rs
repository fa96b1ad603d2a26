//! The letter and the link.

use reqwest::Url;

use super::{ASK, ASK_RESELLER, MAKE, agent, ask_at, link, made};
use crate::support::{
    Browser, Reply, TestApp,
    arrange::{BAKONY, KEKES, ORSEG},
};

/// What a mail program makes of *Open in email*: to whom, subject, body.
fn opened(page: &Reply, button: &str) -> (String, String, String) {
    let address = page.link(button);
    let url = Url::parse(&address).unwrap();
    assert_eq!(url.scheme(), "mailto");
    assert!(!address.contains('+') && !address.contains(' '), "{address}");
    let decoded = |text: &str| {
        let text = text.replace('+', "%2B");
        let pairs: Vec<_> = form_urlencoded::parse(format!("x={text}").as_bytes())
            .map(|(_, value)| value.into_owned())
            .collect();
        pairs[0].clone()
    };
    let query = url.query().unwrap();
    let of = |name: &str| {
        let parts = query.split('&').filter_map(|part| part.split_once('='));
        decoded(parts.filter(|(key, _)| *key == name).map(|(_, value)| value).next().unwrap())
    };
    (decoded(url.path()), of("subject"), of("body"))
}

/// The text that can be selected without a script.
fn text(page: &Reply) -> String {
    let html = scraper::Html::parse_document(&page.body);
    let area = scraper::Selector::parse("textarea[readonly]").unwrap();
    html.select(&area).next().unwrap().text().collect()
}

async fn ask_for_kekes(browser: &Browser) -> Reply {
    let form = browser.get(ASK).await.form(MAKE);
    let form = form
        .fill("Domain of the customer", ORSEG)
        .fill("Email (optional)", "iroda+it@orseg.example")
        .fill("For one of your resellers (optional)", KEKES)
        .fill("Last day of the privileges (optional)", "2026-12-24");
    made(browser, browser.submit(&form).await).await
}

/// RFC 6068, and what the letter has to say (`docs/domain.md` rule 17).
#[actix_web::test]
async fn the_letter_opens_in_email_as_it_stands_on_the_page() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let page = ask_for_kekes(&browser).await;
    let (to, subject, body) = opened(&page, "Open in email");
    assert_eq!(to, "iroda+it@orseg.example");
    assert_eq!(subject, "Danube Distribution asks for a reseller relationship");
    assert!(body.contains("\r\n\r\n") && !body.replace("\r\n", "").contains(['\r', '\n']));
    assert_eq!(text(&page), format!("{subject}\n\n{}", body.replace("\r\n", "\n")));
    for part in [
        "a reseller relationship with Kékes Systems Zrt.",
        "These would end after 24 December 2026",
        "good until 22 December 2026",
        &link(&page),
    ] {
        assert!(body.contains(part), "{part} in {body}");
    }
    app.stop().await;
}

/// The language of the letter is the reader's to choose, whatever the page's.
#[actix_web::test]
async fn the_letter_is_written_in_either_language() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let page = ask_for_kekes(&browser).await;
    let hungarian = browser.click(&page, "Magyar").await.expect(200);
    assert_eq!(hungarian.language(), "en");
    let (_, subject, body) = opened(&hungarian, "Open in email");
    assert_eq!(subject, "Viszonteladói kapcsolat kérése – Danube Distribution");
    for part in
        ["Tisztelt Ügyfelünk!", "Kékes Systems Zrt.", "2026. december 24.", "2026. december 22."]
    {
        assert!(body.contains(part), "{part} in {body}");
    }
    assert_eq!(link(&hungarian), link(&page));

    let form = browser.get(ASK_RESELLER).await.form(MAKE).fill("Partner ID", BAKONY);
    let form = form.fill("Name of the reseller", "Bakony & Társa");
    let page = made(&browser, browser.submit(&form).await).await;
    let (to, _, body) = opened(&page, "Open in email");
    assert_eq!(to, "", "no email was given: the writer fills it in");
    assert!(body.starts_with("Dear Partner,") && body.contains("indirect reseller"), "{body}");
    let hungarian = browser.clone().in_language("hu").get(&page.path).await;
    let (_, subject, body) = opened(&hungarian, "Megnyitás e-mailben");
    assert_eq!(subject, "Partnerség kérése – Danube Distribution");
    assert!(body.starts_with("Tisztelt Partnerünk!"), "{body}");
    app.stop().await;
}

/// `docs/security.md` F, `docs/domain.md` rule 4: shown again while it is open, to those who may ask, and always the same.
#[actix_web::test]
async fn the_link_is_shown_again_to_those_who_may_ask() {
    let app = TestApp::spawn().await;
    let browser = agent(&app).await;
    let page = made(&browser, ask_at(&browser, ASK, ORSEG).await).await;
    let own = link(&page);
    let token = own.strip_prefix(&format!("http://{}/requests/", app.address)).unwrap();
    assert!(token.len() == 96 && token.bytes().all(|byte| byte.is_ascii_hexdigit()), "{token}");
    let colleague = app.signed_in("sales.agent@danube.example").await;
    let list = colleague.get("/partner/relationships").await;
    let again = colleague.click(&list, "Show the link : orseg.example").await.expect(200);
    assert_eq!(link(&again), own);

    let reader = app.signed_in("billing.admin@danube.example").await;
    let page = reader.get(&page.path).await.expect(200);
    assert!(!page.body.contains(token) && !page.has_button("Revoke the request"));
    let tokens = app.database.dump().await;
    let kept = tokens.values().flatten().any(|row| row.contains(&token[32..]));
    assert!(!kept, "nothing readable is kept");
    app.stop().await;
}

/// The public address, where there is one.
#[actix_web::test]
async fn the_link_begins_with_the_public_address() {
    let app = TestApp::configured(|config| {
        config.public_url = Some("https://portal.example".parse().unwrap());
    })
    .await;
    let browser = agent(&app).await;
    let page = made(&browser, ask_at(&browser, ASK, ORSEG).await).await;
    assert!(link(&page).starts_with("https://portal.example/requests/"), "{}", link(&page));
    app.stop().await;
}
