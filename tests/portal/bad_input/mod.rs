//! Forms as no page of ours would send them: refused, as they were where there is a form to show, and nothing is kept
//! (`docs/security.md` E). Every form of the product is in here: a new one fails until somebody adds it.

use std::collections::BTreeSet;

use liaison::web::routes;

use self::{
    forms::{account, endings, forms, set_up},
    people::people,
    second_factor::second_factor,
};
use crate::support::{
    Browser, PASSWORD, Reply, TestApp, browser::encoded, database::difference_besides_attempts,
};

mod forms;
mod people;
mod second_factor;

const AGENT: &str = "admin.agent@danube.example";

/// A form that is good as it is; each of its fields is then spoilt.
struct GoodForm {
    route: &'static str,
    path: String,
    browser: Browser,
    fields: Vec<Field>,
    /// The button of the page that shows it again, where one does.
    button: Option<&'static str>,
}

#[derive(Clone)]
struct Field {
    name: &'static str,
    value: String,
    /// Values that are good, or that no form needs: they are not tried.
    may_be: &'static [Bad],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bad {
    Empty,
    TooLong,
    Nul,
    Control,
    Bidi,
    NotAnId,
    Markup,
    InvalidUtf8,
}
use Bad::*;

const ALL: [Bad; 8] = [Empty, TooLong, Nul, Control, Bidi, NotAnId, Markup, InvalidUtf8];

/// A name may be anything that can be shown; where it is only for the asker's own list it may be missing.
const NAME: &[Bad] = &[NotAnId, Markup];
const OWN_NAME: &[Bad] = &[Empty, NotAnId, Markup];

/// What somebody says in their own words, or does not.
const NOTE: &[Bad] = &[Empty, NotAnId, Markup];

impl Bad {
    /// As it stands in the body.
    fn written(self) -> String {
        match self {
            Empty => String::new(),
            TooLong => "x".repeat(5000),
            Nul => "a%00b".to_owned(),
            Control => "a%1B%0D%0Ab".to_owned(),
            Bidi => "a%E2%80%AEb".to_owned(),
            NotAnId => "not-an-id%21".to_owned(),
            Markup => encoded(&[("", "\"><script>alert(1)</script>")])[1..].to_owned(),
            InvalidUtf8 => "%FF%C3%28".to_owned(),
        }
    }
}

fn field(name: &'static str, value: &str, may_be: &'static [Bad]) -> Field {
    Field { name, value: value.to_owned(), may_be }
}

fn body(fields: &[Field]) -> String {
    let pairs: Vec<_> = fields.iter().map(|field| (field.name, field.value.as_str())).collect();
    encoded(&pairs)
}

/// `docs/security.md` E.
#[actix_web::test]
async fn a_spoilt_form_is_refused_and_nothing_is_kept() {
    let app = TestApp::spawn().await;
    let mut forms = forms(&app).await;
    forms.extend(endings(&app).await);
    forms.extend(people(&app).await);
    forms.extend(account(&app).await);
    forms.extend(second_factor(&app).await);
    let empty = TestApp::empty().await;
    let set_up = set_up(&empty).await;
    let known: BTreeSet<_> = forms.iter().chain([&set_up]).map(|form| form.route).collect();
    for endpoint in routes::all().iter().filter(|endpoint| endpoint.method == "POST") {
        assert!(known.contains(endpoint.path), "nobody has spoilt the form of {}", endpoint.path);
    }
    for form in &forms {
        check(&app, form).await;
    }
    check(&empty, &set_up).await;
    empty.stop().await;
    app.stop().await;
}

async fn check(app: &TestApp, form: &GoodForm) {
    let before = app.database.dump().await;
    for (nth, spoilt) in form.fields.iter().enumerate() {
        for bad in ALL.iter().filter(|bad| !spoilt.may_be.contains(bad)) {
            let mut others = form.fields.clone();
            others.remove(nth);
            let sent = format!("{}&{}={}", body(&others), spoilt.name, bad.written());
            let what = format!("{} with {} {bad:?}", form.route, spoilt.name);
            let reply = send(form, &sent).await;
            assert!((400..500).contains(&reply.status), "{what}: {}", reply.status);
            assert!(!reply.body.contains("<script>alert"), "{what}");
            if reply.status == 422 {
                assert_is_as_it_was(&reply, form, &others, &what);
            }
        }
    }
    for (what, sent) in shapes(form) {
        let reply = send(form, &sent).await;
        assert!((400..500).contains(&reply.status), "{} with {what}: {}", form.route, reply.status);
    }
    let json = Some(("application/json", b"{\"contact\":\"x\"}".to_vec()));
    let same_origin = [("sec-fetch-site", "same-origin")];
    let browser = form.browser.clone();
    let reply = browser.send(reqwest::Method::POST, &form.path, &same_origin, json).await;
    assert_eq!(reply.status, 400, "{} with JSON", form.route);
    let changed = difference_besides_attempts(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{}: {changed:#?}", form.route);
}

/// What no form of a browser looks like, whatever its fields are.
fn shapes(form: &GoodForm) -> Vec<(&'static str, String)> {
    let good = body(&form.fields);
    let mut shapes = vec![
        ("an unknown field", format!("{good}&surprise=1")),
        ("a field of the entity", format!("{good}&decided=true&provider_id=1")),
        ("an unknown field of no text", format!("{good}&%FF=%FF")),
        ("a megabyte", format!("{good}&x={}", "x".repeat(1024 * 1024))),
        ("a thousand fields", format!("{good}{}", "&x=1".repeat(1000))),
    ];
    for field in form.fields.iter().filter(|field| field.name != "subscription") {
        shapes.push(("a doubled field", format!("{good}&{}=x", field.name)));
        let list = format!("{}[]", field.name);
        shapes.push(("a list", format!("{good}&{}", encoded(&[(list.as_str(), "x")]))));
    }
    shapes
}

async fn send(form: &GoodForm, body: &str) -> Reply {
    form.browser.clone().post_bytes(&form.path, body.as_bytes().to_vec()).await
}

/// The page shows the form again, with what was good about it and without the password.
fn assert_is_as_it_was(reply: &Reply, form: &GoodForm, others: &[Field], what: &str) {
    assert!(reply.title().starts_with("Error:"), "{what}: {}", reply.title());
    assert!(!reply.alert().is_empty(), "{what} shows no alert");
    let Some(button) = form.button else { return };
    let shown = reply.form(button);
    for field in others.iter().filter(|field| shown.value(field.name).is_some()) {
        let expected = if field.name.contains("password") { "" } else { field.value.as_str() };
        assert_eq!(shown.value(field.name), Some(expected), "{what}: {}", field.name);
    }
    assert!(!reply.body.contains(PASSWORD) || form.route == "/sign-in", "{what}");
}

/// `docs/domain.md` rule 32: an old form is shown what stands now; a version that is none is an old form.
#[actix_web::test]
async fn an_old_form_is_answered_with_what_stands_now() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let exchange = app.database.subscription("almaskert.example", "Exchange Online").await;
    let kekes = app.database.partner("4902211").await.to_string();
    let path = format!("/partner/subscriptions/{exchange}/support-contact");
    let before = app.database.dump().await;
    for version in ["1", "0", "-1", "3", "", "x", "99999999999999999999", "9223372036854775807"] {
        let reply =
            agent.post(&path, &[("contact", &kekes), ("version", version)]).await.expect(409);
        assert_eq!(
            reply.alert(),
            "Somebody else has changed the contact Nothing was saved. Choose which contact to keep."
        );
        assert!(
            reply.main().contains("Tisza IT Kft.") && reply.main().contains("Kékes"),
            "{version}"
        );
    }
    assert_eq!(app.database.dump().await, before);
    app.stop().await;
}

/// `docs/security.md` E: what stands in an address is ignored with a note, and finds nothing.
#[actix_web::test]
async fn a_bad_filter_is_ignored_with_a_note() {
    let app = TestApp::spawn().await;
    let agent = app.signed_in(AGENT).await;
    let long = format!("q={}", "x".repeat(5000));
    for path in ["/partner/customers", "/partner/subscriptions", "/partner/resellers"] {
        let good = agent.get(path).await.expect(200);
        for bad in [
            "q=a%00b",
            "q=a%E2%80%AEb",
            "q=%FF",
            "after=x",
            "before=%FF",
            "after=1&before=2",
            &long,
        ] {
            let page = agent.get(&format!("{path}?{bad}")).await.expect(200);
            assert_eq!(page.all("tbody tr").len(), good.all("tbody tr").len(), "{path}?{bad}");
            assert_ne!(page.main(), good.main(), "{path}?{bad} is not noted");
        }
        let unknown = agent.get(&format!("{path}?surprise=1")).await.expect(200);
        assert_eq!(unknown.main(), good.main());
    }
    app.stop().await;
}
