//! One line for each thing that somebody does about it, and none for what is refused (`docs/security.md` G).

use super::{AGENT, CODES, OFF, OWN};
use crate::support::{PASSWORD, TestApp, authenticator::Authenticator};

/// `docs/security.md` G.
#[actix_web::test]
async fn each_step_is_recorded_once_and_names_nobody() {
    let app = TestApp::spawn().await;
    let browser = app.signed_in(AGENT).await;
    let authenticator = Authenticator::scan(&browser.get(OWN).await);
    let code = authenticator.code(app.clock.now());
    let fields = |code: &str| [("code", code.to_owned()), ("password", PASSWORD.to_owned())];
    let mut lines = app.database.count("activity").await;
    let signing_in = "/sign-in/second-factor";
    let mut codes = Vec::new();
    for (path, recovery, kind) in [
        (OWN, None, "second_factor_on"),
        (signing_in, Some(0), "signed_in"),
        (CODES, Some(1), "recovery_codes_made"),
        (OFF, Some(0), "second_factor_off"),
    ] {
        let who = if path == signing_in { app.with_password(AGENT).await } else { browser.clone() };
        if !codes.is_empty() {
            who.post(path, &[("code", "000000"), ("password", PASSWORD)]).await;
        }
        assert_eq!(app.database.count("activity").await, lines, "{path} records a refusal");
        let code = recovery.map_or(&code, |nth: usize| &codes[nth]);
        let sent = fields(code);
        let sent: Vec<_> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let sent = if path == signing_in { &sent[..1] } else { &sent[..] };
        let reply = who.post(path, sent).await.expect(303);
        if path != signing_in {
            browser.set_cookies(who.cookies());
        }
        lines += 1;
        assert_eq!(app.database.count("activity").await, lines, "{path}");
        let id = app.database.literal(reply.request_id().parse().unwrap());
        let kinds = format!("SELECT kind FROM activity WHERE request_id = {id}");
        assert_eq!(app.database.texts(&kinds).await, [kind]);
        codes = match browser.get(OWN).await.all("#main ol .id") {
            shown if shown.is_empty() => codes,
            shown => shown,
        };
    }
    let text = if app.database.is_sqlite() { "CAST(arguments AS TEXT)" } else { "arguments::text" };
    let all = app.database.texts(&format!("SELECT {text} FROM activity")).await.join(" ");
    assert!(!all.contains(AGENT));
    app.stop().await;
}
