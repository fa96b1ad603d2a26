//! Assembles the house: settings, store and pages become a running server.

mod housekeeping;
mod watching;

use std::{
    io,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
    time::Duration,
};

use actix_session::{
    SessionMiddleware, config::CookieContentSecurity, storage::CookieSessionStore,
};
use actix_web::{
    App, HttpServer,
    body::MessageBody,
    cookie::{Key, SameSite},
    dev::{Server as Running, ServerHandle, ServiceRequest, ServiceResponse},
    http::KeepAlive,
    middleware::{Compress, from_fn},
    web,
};
use tracing::Span;
use tracing_actix_web::{RequestId, RootSpanBuilder, TracingLogger};

use crate::{
    clock::Clock,
    config::{self, Config},
    store::{Store, StoreError},
    web::{
        health::Stopping,
        logo::Logo,
        metrics::Metrics,
        middleware::{body, host, last_word::last_word, request_origin},
        routes,
        site::Site,
    },
};

pub use self::housekeeping::keep_house;

/// A server that accepts connections as soon as this exists.
pub struct Server {
    pub address: SocketAddr,
    /// How browsers reach it, by its first name.
    pub public_address: String,
    /// Where its metrics are, if anywhere.
    pub metrics_address: Option<SocketAddr>,
    pub stopping: Stopping,
    pub handle: ServerHandle,
    pub running: Running,
}

#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(
        "{address} cannot be listened on: {error}; choose another with --listen or in the settings"
    )]
    Listen { address: SocketAddr, error: io::Error },
    #[error("a demo listens on loopback only, and {0} is not: everybody knows its passwords")]
    DemoBeyondLoopback(SocketAddr),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the server could not start: {0}")]
    Io(#[from] io::Error),
}

/// Requests in flight get this long when the portal stops.
const STOP_SECONDS: u64 = 10;
/// For the first line and the headers.
const HEAD_WITHIN: Duration = Duration::from_secs(5);
const KEEP_ALIVE: Duration = Duration::from_secs(30);

impl Server {
    /// `also` adds routes: tests need some that the product does not have.
    pub async fn start(
        config: &Config,
        store: Store,
        clock: Clock,
        also: fn(&mut web::ServiceConfig),
    ) -> Result<Self, StartError> {
        let is_demo = store.is_demo().await?;
        if is_demo && !config.listen.ip().is_loopback() {
            return Err(StartError::DemoBeyondLoopback(config.listen));
        }
        let key = Key::from(&store.secret_key().await?);
        let listener = listen(config.listen)?;
        let address = listener.local_addr()?;
        let site = site(config, address, is_demo);
        let public_address = public_address(config, address);
        let data = Data::new(site, store, clock);
        let metrics_address = watching::serve(config.metrics_listen, data.metrics.clone())?;
        let stopping = Stopping::clone(&data.stopping);
        let running = serve(config, listener, data, key, also)?;
        let handle = running.handle();
        Ok(Self { address, public_address, metrics_address, stopping, handle, running })
    }
}

fn listen(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).map_err(|error| StartError::Listen { address, error })
}

/// What handlers and middleware find in the application.
#[derive(Clone)]
struct Data {
    site: web::Data<Site>,
    store: web::Data<Store>,
    clock: web::Data<Clock>,
    metrics: web::Data<Metrics>,
    stopping: web::Data<Stopping>,
}

impl Data {
    fn new(site: Site, store: Store, clock: Clock) -> Self {
        Self {
            site: web::Data::new(site),
            metrics: web::Data::new(Metrics::new(store.clone())),
            store: web::Data::new(store),
            clock: web::Data::new(clock),
            stopping: web::Data::default(),
        }
    }
}

fn serve(
    config: &Config,
    listener: TcpListener,
    data: Data,
    key: Key,
    also: fn(&mut web::ServiceConfig),
) -> io::Result<Running> {
    let app = move || {
        App::new()
            .app_data(data.site.clone())
            .app_data(data.store.clone())
            .app_data(data.clock.clone())
            .app_data(data.metrics.clone())
            .app_data(data.stopping.clone())
            .configure(routes::configure)
            .configure(also)
            // The last one runs first.
            .wrap(from_fn(body::read))
            .wrap(from_fn(request_origin::check))
            .wrap(session(&data.site, key.clone()))
            .wrap(from_fn(host::check))
            .wrap(Compress::default())
            .wrap(from_fn(last_word))
            .wrap(TracingLogger::<RequestSpan>::new())
    };
    let mut server = HttpServer::new(app)
        .client_request_timeout(HEAD_WITHIN)
        .keep_alive(keep_alive(config))
        .shutdown_timeout(STOP_SECONDS)
        .disable_signals();
    if let Some(workers) = config.workers {
        server = server.workers(workers.get());
    }
    Ok(server.listen(listener)?.run())
}

/// Without a proxy that buffers, later requests on an open connection have no deadline for their headers: then each gets
/// a connection of its own.
fn keep_alive(config: &Config) -> KeepAlive {
    if config.listen.ip().is_loopback() || !config.trusted_proxies.is_empty() {
        KeepAlive::Timeout(KEEP_ALIVE)
    } else {
        KeepAlive::Disabled
    }
}

fn session(site: &Site, key: Key) -> SessionMiddleware<CookieSessionStore> {
    let is_secure = site.is_secure();
    let name = if is_secure { "__Host-liaison" } else { "liaison" };
    SessionMiddleware::builder(CookieSessionStore::default(), key)
        .cookie_name(name.to_owned())
        .cookie_secure(is_secure)
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .cookie_content_security(CookieContentSecurity::Private)
        .build()
}

/// How browsers reach a portal that listens there: by its public address, or else by a loopback name.
pub fn public_address(config: &Config, address: SocketAddr) -> String {
    match &config.public_url {
        Some(url) => url.as_str().to_owned(),
        None => loopback_origins(address)[0].clone(),
    }
}

/// The name that fits the address first.
fn loopback_origins(address: SocketAddr) -> [String; 3] {
    let port = address.port();
    let v4 = format!("http://{}", SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    let v6 = format!("http://{}", SocketAddr::from((Ipv6Addr::LOCALHOST, port)));
    let name = format!("http://localhost:{port}");
    if address.ip() == Ipv6Addr::LOCALHOST { [v6, name, v4] } else { [v4, name, v6] }
}

fn site(config: &Config, address: SocketAddr, is_demo: bool) -> Site {
    let public_url = config.public_url.as_ref().map(|url| url.as_str().to_owned());
    Site {
        name: config.site.name.clone(),
        logo: config.site.logo.as_ref().map(logo),
        support_line: config.site.support_line.clone(),
        imprint_url: config.site.imprint_url.clone(),
        privacy_url: config.site.privacy_url.clone(),
        is_demo,
        public_url,
        loopback: loopback_origins(address),
        trusted_proxies: config.trusted_proxies.clone(),
    }
}

fn logo(logo: &config::Logo) -> Logo {
    Logo::new(&logo.bytes, logo.content_type, logo.extension)
}

/// One span a request, with nothing in it that a client could forge: no address, only the pattern that it matches.
struct RequestSpan;

impl RootSpanBuilder for RequestSpan {
    fn on_request_start(request: &ServiceRequest) -> Span {
        use actix_web::HttpMessage;

        let id = request.extensions().get::<RequestId>().map(|id| tracing::field::display(*id));
        tracing::info_span!("request", id, method = %request.method(), route = request.match_pattern())
    }

    fn on_request_end<B: MessageBody>(_: Span, _: &Result<ServiceResponse<B>, actix_web::Error>) {}
}
