//! Numbers for whoever watches the portal: what it has answered, how fast, and what its store has counted. No label holds
//! anything that a client or a person has typed.

use std::{fmt, time::Duration};

use actix_web::{HttpResponse, http::Method, web};
use prometheus_client::{
    collector::Collector,
    encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric, text},
    metrics::{
        counter::{ConstCounter, Counter},
        family::Family,
        gauge::ConstGauge,
        histogram::Histogram,
        info::Info,
    },
    registry::Registry,
};

use super::error::AppError;
use crate::store::Store;

/// What this instance has counted since it was started.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    route: String,
    method: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

/// In seconds; a page should take milliseconds, a sign-in takes tenths of a second for its hash.
const BUCKETS: [f64; 11] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// For an address that is none of ours.
const NO_ROUTE: &str = "none";

/// Methods by name; all that others make up are one.
const METHODS: [Method; 7] = [
    Method::GET,
    Method::HEAD,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
    Method::OPTIONS,
];

impl Metrics {
    pub fn new(store: Store) -> Self {
        let mut registry = Registry::with_prefix("liaison");
        let build = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "The program that runs", build);
        let requests = Family::default();
        registry.register("requests", "Requests that were answered", requests.clone());
        let durations: Family<_, _, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(BUCKETS));
        let help = "How long it took until the answer began";
        registry.register("request_duration_seconds", help, durations.clone());
        registry.register_collector(Box::new(Counted(store)));
        Self { registry, requests, durations }
    }

    /// Notes a request that has been answered. `route`: the pattern of its address, if it is one of ours.
    pub fn answered(&self, route: Option<&str>, method: &Method, status: u16, took: Duration) {
        let route = route.unwrap_or(NO_ROUTE).to_owned();
        let method = METHODS.iter().find(|known| *known == method).map_or("other", Method::as_str);
        let request = Request { route: route.clone(), method: method.to_owned(), status };
        self.requests.get_or_create(&request).inc();
        self.durations.get_or_create(&Route { route }).observe(took.as_secs_f64());
    }
}

/// In the text format that Prometheus reads.
pub async fn show(metrics: web::Data<Metrics>) -> Result<HttpResponse, AppError> {
    const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    let mut lines = String::new();
    text::encode(&mut lines, &metrics.registry)?;
    Ok(HttpResponse::Ok().content_type(OPEN_METRICS).body(lines))
}

/// What the store counts, asked when somebody wants to know.
#[derive(Debug)]
struct Counted(Store);

impl Collector for Counted {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let store = &self.0;
        let mut count = |name: &str, help: &str, number: u64| {
            let counter = ConstCounter::new(number);
            counter.encode(encoder.encode_descriptor(name, help, None, counter.metric_type())?)
        };
        count("database_statements", "Statements given to the database", store.statements())?;
        count("failed_sign_ins", "Attempts to sign in that failed", store.failed_sign_ins())?;
        contact_changes(store, &mut encoder)?;
        pools(store, &mut encoder)
    }
}

fn contact_changes(store: &Store, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
    let help = "Support contacts that were changed, by cause";
    let kind = ConstCounter::new(0_u64).metric_type();
    let mut family = encoder.encode_descriptor("support_contact_changes", help, None, kind)?;
    for (cause, number) in store.contact_changes() {
        let labels = [("cause", cause.as_str())];
        ConstCounter::new(number).encode(family.encode_family(&labels)?)?;
    }
    Ok(())
}

fn pools(store: &Store, encoder: &mut DescriptorEncoder<'_>) -> fmt::Result {
    let kind = ConstGauge::new(0_i64).metric_type();
    let help = "Connections to the database";
    let mut family = encoder.encode_descriptor("database_connections", help, None, kind)?;
    for pool in store.pools() {
        let gauge = ConstGauge::new(i64::from(pool.size));
        gauge.encode(family.encode_family(&[("pool", pool.name)])?)?;
    }
    let help = "Connections to the database that nobody uses at the moment";
    let mut family = encoder.encode_descriptor("database_connections_idle", help, None, kind)?;
    for pool in store.pools() {
        let gauge = ConstGauge::new(i64::try_from(pool.idle).unwrap_or(i64::MAX));
        gauge.encode(family.encode_family(&[("pool", pool.name)])?)?;
    }
    Ok(())
}
