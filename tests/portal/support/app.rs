//! The portal, running, with the demo world in it.

use std::num::NonZeroUsize;
use std::{net::SocketAddr, time::Duration};

use actix_web::{
    body::BoxBody,
    dev::{ServerHandle, ServiceResponse},
    error, middleware,
    middleware::from_fn,
    rt, web,
};
pub use liaison::store::demo::PASSWORD;
use liaison::{clock::Clock, config::Config, server::Server, store::Store};
use time::{OffsetDateTime, macros::datetime};

use super::{
    browser::{Browser, RequestIds},
    database::{Content, TestDatabase},
    logs,
};

/// When every test begins: a Sunday.
pub const NOW: OffsetDateTime = datetime!(2026-11-22 09:41:00 UTC);

pub struct TestApp {
    pub address: SocketAddr,
    /// Where its metrics are, where the settings want them.
    pub metrics_address: Option<SocketAddr>,
    pub store: Store,
    /// Stands at [`NOW`] until it is advanced.
    pub clock: Clock,
    pub database: TestDatabase,
    public_url: Option<String>,
    handle: ServerHandle,
    answered: RequestIds,
}

impl TestApp {
    /// With the demo world and the usual settings.
    pub async fn spawn() -> Self {
        Self::configured(|_| ()).await
    }

    /// With the demo world and other settings.
    pub async fn configured(change: impl FnOnce(&mut Config)) -> Self {
        Self::start(Content::Demo, change).await
    }

    /// With tables and nothing in them.
    pub async fn empty() -> Self {
        Self::start(Content::Nothing, |_| ()).await
    }

    async fn start(content: Content, change: impl FnOnce(&mut Config)) -> Self {
        logs::start();
        let database = TestDatabase::fresh(content).await;
        let mut config = Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            database_url: database.url.parse().unwrap(),
            workers: NonZeroUsize::new(1),
            ..Config::default()
        };
        change(&mut config);
        let clock = Clock::standing_at(NOW);
        let store = Store::open(config.database_url.as_str(), clock.clone(), config.policy.clone())
            .await
            .unwrap();
        let started = Server::start(&config, store.clone(), clock.clone(), test_routes).await;
        let Server { address, metrics_address, handle, running, .. } = started.unwrap();
        rt::spawn(running);
        Self {
            address,
            metrics_address,
            store,
            clock,
            database,
            public_url: config.public_url.map(|url| url.as_str().to_owned()),
            handle,
            answered: RequestIds::default(),
        }
    }

    /// A person who has not signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(self.address, self.public_url.as_deref(), RequestIds::clone(&self.answered))
    }

    /// Somebody of the demo world, by email; costs a password hash, so once per person and test.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let browser = self.browser();
        self.sign_in(&browser, email).await;
        browser
    }

    /// Through the form, as a person does; leads to the page that was asked for before.
    pub async fn sign_in(&self, browser: &Browser, email: &str) -> super::Reply {
        let form = browser.get("/sign-in").await.form("Sign in");
        let form = form.fill("Email", email).fill("Password", PASSWORD);
        browser.submit(&form).await.expect(303)
    }

    /// This request was meant to fail by our own fault, and says so once in the log.
    pub fn expect_logged_error(&self, reply: &super::Reply) {
        reply.expect_logged_errors(1);
        self.answered.borrow_mut().remove(reply.request_id());
    }

    /// As many times as our own fault has to be in the log: a 503 is none.
    pub fn expect_logged_errors_of(&self, reply: &super::Reply) {
        if reply.status == 500 {
            self.expect_logged_error(reply);
        } else {
            reply.expect_logged_errors(0);
        }
    }

    /// As if it were killed: nobody waits for what is still going on.
    pub async fn stop_server(&self) {
        self.handle.stop(false).await;
    }

    /// The end of every test: no request has ended in a fault of ours that the test did not expect.
    pub async fn stop(self) {
        self.stop_server().await;
        self.store.close().await.unwrap();
        for id in self.answered.borrow().iter() {
            let errors = logs::errors_about(id);
            assert!(errors.is_empty(), "{errors:#?}");
        }
        self.database.drop().await;
    }
}

/// Waits for what happens beside a request.
pub async fn eventually(is_so: impl AsyncFn() -> bool) {
    for _ in 0..500 {
        if is_so().await {
            return;
        }
        rt::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it did not happen within five seconds");
}

/// Addresses that the product does not have: what happens when our own code fails.
fn test_routes(app: &mut web::ServiceConfig) {
    let refuse = from_fn(|_, _: middleware::Next<BoxBody>| async {
        Err::<ServiceResponse, _>(error::ErrorServiceUnavailable("a middleware said no"))
    });
    app.route("/test/panic", web::to(async || -> &'static str { panic!("deliberately") }))
        .route(
            "/test/error",
            web::to(async || Err::<&str, _>(error::ErrorInternalServerError("deliberately"))),
        )
        .service(web::resource("/test/middleware-error").wrap(refuse).to(async || "never"));
}
