//! The app on a person's telephone that shows codes, and persons who have one.

use time::OffsetDateTime;
use totp_rs::Totp;

use super::{Browser, PASSWORD, Reply, TestApp};

/// One entry in the app.
#[derive(Clone)]
pub struct Authenticator(Totp);

impl Authenticator {
    /// Adds the account that a page offers.
    pub fn scan(page: &Reply) -> Self {
        Self(Totp::from_url(page.link("Open in the app on this device")).unwrap())
    }

    /// What it shows at this time.
    pub fn code(&self, now: OffsetDateTime) -> String {
        self.0.generate(u64::try_from(now.unix_timestamp()).unwrap()).to_string()
    }
}

/// Somebody who has set up a second factor, signed in.
pub struct Secured {
    pub browser: Browser,
    pub authenticator: Authenticator,
    /// Recovery codes, as they were shown.
    pub codes: Vec<String>,
}

impl TestApp {
    /// Sets up a second factor as a person does. The code that it took is used up: so the clock moves on to the next.
    pub async fn secured(&self, email: &str) -> Secured {
        let browser = self.signed_in(email).await;
        let page = browser.get("/me/second-factor").await.expect(200);
        let authenticator = Authenticator::scan(&page);
        let form = page.form("Set up a second factor");
        let form = form.fill("Code from the app", &authenticator.code(self.clock.now()));
        let reply = browser.submit(&form.fill("Current password", PASSWORD)).await.expect(303);
        let codes = browser.follow(&reply).await.expect(200).all("#main ol .id");
        self.clock.advance(time::Duration::seconds(30));
        Secured { browser, authenticator, codes }
    }

    /// The first step of signing in, by somebody who has a second factor.
    pub async fn with_password(&self, email: &str) -> Browser {
        let browser = self.browser();
        let form = browser.get("/sign-in").await.form("Sign in");
        let form = form.fill("Email", email).fill("Password", PASSWORD);
        browser.submit(&form).await.expect_redirect("/sign-in/second-factor");
        browser
    }

    /// The second one, with whatever code.
    pub async fn with_code(&self, browser: &Browser, code: &str) -> Reply {
        let page = browser.get("/sign-in/second-factor").await.expect(200);
        let form = page.form("Sign in");
        browser.submit(&form.fill("Code from the app, or a recovery code", code)).await
    }
}
