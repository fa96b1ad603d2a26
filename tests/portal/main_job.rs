//! The main job, word for word (`docs/demo.md`): a provider gives a customer's subscription a support contact, and the
//! customer sees whom to call.

use regex::Regex;

use crate::support::{
    Browser, PASSWORD, Reply, TestApp,
    arrange::{ALMASKERT, KEKES},
};

/// What the pages say, in one language.
struct Words {
    language: &'static str,
    email: &'static str,
    password: &'static str,
    sign_in: &'static str,
    customers: &'static str,
    subscriptions: &'static str,
    change: &'static str,
    designated: &'static str,
    submit: &'static str,
    cancel: &'static str,
    review: &'static str,
    before: &'static str,
    now: &'static str,
    undo: &'static str,
    close: &'static str,
    changed: &'static str,
    admin: &'static str,
    support: &'static str,
    partner_id: &'static str,
    badge: &'static str,
    hours: &'static str,
    languages: &'static str,
    since: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    email: "Email",
    password: "Password",
    sign_in: "Sign in",
    customers: "Customers",
    subscriptions: "Subscriptions",
    change: "Change : Azure plan",
    designated: "Designated support contact",
    submit: "Submit",
    cancel: "Cancel",
    review: "Review that the changes are correct",
    before: "Before",
    now: "Now",
    undo: "Undo",
    close: "Close",
    changed: "Changed",
    admin: "Admin",
    support: "Support",
    partner_id: "partner ID 4391507",
    badge: "Default",
    hours: "Mon–Fri 9:00–17:00",
    languages: "Languages: Hungarian",
    since: "since 22 Nov 2026 , assigned by Danube Distribution",
};

const HUNGARIAN: Words = Words {
    language: "hu",
    email: "E-mail-cím",
    password: "Jelszó",
    sign_in: "Bejelentkezés",
    customers: "Ügyfelek",
    subscriptions: "Előfizetések",
    change: "Módosítás : Azure plan",
    designated: "Kijelölt támogatási kapcsolattartó",
    submit: "Küldés",
    cancel: "Mégse",
    review: "Ellenőrizze, hogy helyesek-e a módosítások",
    before: "Korábban",
    now: "Most",
    undo: "Visszavonás",
    close: "Bezárás",
    changed: "Módosítva",
    admin: "Felügyelet",
    support: "Támogatás",
    partner_id: "partnerazonosító: 4391507",
    badge: "Alapértelmezett",
    hours: "H–P 9:00–17:00",
    languages: "Nyelvek: magyar",
    since: "2026. nov. 22. óta , kijelölte: Danube Distribution",
};

/// `docs/domain.md` rules 22 to 24, 30, 34 and 35.
#[actix_web::test]
async fn a_partner_assigns_a_contact_and_the_customer_sees_it_in_english() {
    the_main_job(&ENGLISH).await;
}

/// `docs/domain.md` rules 22 to 24, 30, 34 and 35.
#[actix_web::test]
async fn a_partner_assigns_a_contact_and_the_customer_sees_it_in_hungarian() {
    the_main_job(&HUNGARIAN).await;
}

async fn the_main_job(words: &Words) {
    let app = TestApp::spawn().await;
    let (agent, home) = sign_in(&app, words, "admin.agent@danube.example").await;
    let customers = agent.click(&home, words.customers).await.expect(200);
    let customer = agent.click(&customers, "Almáskert Logisztika Kft.").await.expect(200);
    sees_the_customer(&customer, words);
    let page = agent.click(&customer, "Azure plan").await.expect(200);
    assert_eq!(agent.click(&customer, words.change).await.path, page.path);
    sees_the_form(&page, words);
    assert_eq!(page.link(words.cancel), customer.path);

    let form = page.form(words.submit).choose("Kékes Systems Zrt.");
    let review = agent.follow(&agent.submit(&form).await).await.expect(200);
    sees_the_review(&review, words);
    let closed = agent.click(&review, words.close).await.expect(200);
    assert_eq!(closed.heading(), "Almáskert Logisztika Kft.");
    let marked = closed.all("tr.changed");
    let [row] = &marked[..] else { panic!("{} rows are marked", marked.len()) };
    for part in ["Azure plan", words.changed, "Kékes Systems Zrt.", "+36 37 555 0122"] {
        assert!(row.contains(part), "{part} is not in {row}");
    }

    let (admin, home) = sign_in(&app, words, "admin@almaskert.example").await;
    sees_whom_to_call(&admin, &home, words).await;
    app.stop().await;
}

/// Through the form; the home page.
async fn sign_in(app: &TestApp, words: &Words, email: &str) -> (Browser, Reply) {
    let browser = app.browser().in_language(words.language);
    let form = browser.get("/sign-in").await.form(words.sign_in);
    let form = form.fill(words.email, email).fill(words.password, PASSWORD);
    let reply = browser.submit(&form).await.expect_redirect("/home");
    let home = browser.follow(&reply).await.expect(200);
    assert_eq!(home.language(), words.language);
    (browser, home)
}

fn sees_the_customer(customer: &Reply, words: &Words) {
    assert_eq!(customer.heading(), "Almáskert Logisztika Kft.");
    assert!(customer.all("h2").iter().any(|heading| heading == words.subscriptions));
    let rows = customer.all("section:has(#subs) tbody tr");
    let azure = rows.iter().find(|row| row.starts_with("Azure plan")).unwrap();
    for part in ["Danube Distribution", "+36 1 555 0100", words.change] {
        assert!(azure.contains(part), "{part} is not in {azure}");
    }
}

fn sees_the_form(page: &Reply, words: &Words) {
    assert_eq!(page.heading(), "Azure plan");
    let above = page.first(".over").unwrap();
    assert!(above.starts_with("Almáskert Logisztika Kft."), "{above}");
    assert!(page.all("h2").iter().any(|heading| heading == words.designated));
    let form = page.form(words.submit);
    let provider = format!("Danube Distribution {} {}", words.partner_id, words.badge);
    assert_eq!(form.chosen(), Some(provider.as_str()));
    assert_eq!(form.choices()[0], provider);
    assert_eq!(form.choices().len(), 3);
}

fn sees_the_review(review: &Reply, words: &Words) {
    assert_eq!(review.heading(), words.review);
    let sides = review.all(".diff section");
    let [before, now] = &sides[..] else { panic!("{} sides", sides.len()) };
    assert!(before.starts_with(&format!("{} Danube Distribution", words.before)), "{before}");
    assert!(now.starts_with(&format!("{} Kékes Systems Zrt.", words.now)), "{now}");
    assert!(now.contains("+36 37 555 0122"), "{now}");
    let reference = review.first(".reference").unwrap();
    let pattern = Regex::new("^SC(-[0-9A-HJKMNP-TV-Z]{4}){3}$").unwrap();
    assert!(pattern.is_match(&reference), "{reference}");
    assert!(review.has_button(words.undo));
}

/// *Home*, tile *Admin*, section *Support*.
async fn sees_whom_to_call(admin: &Browser, home: &Reply, words: &Words) {
    let tile = home.all(".tiles a");
    assert_eq!(tile, [words.admin]);
    let page = admin.click(home, words.admin).await.expect(200);
    assert_eq!(page.heading(), words.admin);
    let section = page.first("section:has(> h2#support)").unwrap();
    assert!(section.starts_with(words.support), "{section}");
    let reach = ["+36 37 555 0122", "service@kekes.example", "kekes.example/service", "Azure plan"];
    sees_kekes(&page, &reach);

    let support = admin.click(&page, words.support).await.expect(200);
    assert_eq!(
        (support.path.as_str(), support.heading().as_str()),
        ("/admin/support", words.support)
    );
    sees_kekes(&support, &reach);
    sees_kekes(&support, &[words.hours, words.languages, words.since]);
    let links =
        ["tel:+36375550122", "mailto:service@kekes.example", "https://kekes.example/service"];
    for link in links {
        assert!(support.links().iter().any(|address| address == link), "{link}");
    }
}

fn sees_kekes(page: &Reply, parts: &[&str]) {
    let cards = page.all("article.call");
    let card = cards.iter().find(|card| card.starts_with("Kékes Systems Zrt.")).unwrap();
    for part in parts {
        assert!(card.contains(part), "{part} is not in {card}");
    }
}

/// `docs/domain.md` rule 24.
#[actix_web::test]
async fn the_provider_takes_the_subscription_back_at_any_time() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in("helpdesk.agent@danube.example").await;
    let path = app.database.path_of(ALMASKERT, "Exchange Online").await;
    let page = agent.get(&path).await;
    assert!(page.form("Submit").chosen().unwrap().starts_with("Tisza IT Kft."));
    let form = page.form("Submit").choose("Danube Distribution");
    let review = agent.follow(&agent.submit(&form).await).await.expect(200);
    let sides = review.all(".diff section .name");
    assert_eq!(sides, ["Tisza IT Kft.", "Danube Distribution"]);
    let page = agent.get(&path).await;
    assert!(page.form("Submit").chosen().unwrap().ends_with("Current"), "decided, so no default");
    app.stop().await;
}

/// `docs/domain.md` rules 36 and 40: what the customer sees is the profile as it is now.
#[actix_web::test]
async fn the_customer_sees_the_profile_as_it_is_now() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in("admin.agent@danube.example").await;
    let path = app.database.path_of(ALMASKERT, "Azure plan").await;
    agent.submit(&agent.get(&path).await.form("Submit").choose("Kékes")).await.expect(303);
    app.database.set_profile(KEKES, "telephone = '+36 37 555 0999'").await;
    let customer = app.signed_in("user@almaskert.example").await;
    let support = customer.get("/admin/support").await;
    sees_kekes(&support, &["+36 37 555 0999"]);
    assert!(!support.text().contains("+36 37 555 0122"));
    app.stop().await;
}
