//! The demo world, looked at as the people in it would: on SQLite, and on PostgreSQL too when `TEST_DATABASE_URL` names a
//! server on which databases may be created.

mod crowd;
mod world;

use std::{
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use time::{OffsetDateTime, macros::datetime};

use super::PASSWORD;
use crate::{
    clock::Clock,
    domain::policy::Policy,
    store::{
        Browser, Entered, PartnerStore, Permission, Position, Principal, Store,
        entity::{
            activity, change, customer, membership, partner, relationship, setting, subscription,
            user,
        },
        partner::{SubscriptionFilter, SubscriptionPage},
    },
};

const NOW: OffsetDateTime = datetime!(2026-11-22 09:41:00 UTC);

/// Runs a test on a database of its own on each server there is.
async fn on_each_database(test: impl AsyncFn(&Store)) {
    let directory = tempfile::tempdir().unwrap();
    let store = open(&format!("sqlite://{}/liaison.db", directory.path().display())).await;
    test(&store).await;
    store.close().await.unwrap();

    let Some(server) = postgres_server() else { return };
    let name = format!("liaison_demo_{}_{}", process::id(), NTH.fetch_add(1, Ordering::Relaxed));
    let admin = sea_orm::Database::connect(&server).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let store = open(&database_on(&server, &name)).await;
    test(&store).await;
    store.close().await.unwrap();
    admin.execute_unprepared(&format!("DROP DATABASE {name}")).await.unwrap();
}

static NTH: AtomicU32 = AtomicU32::new(0);

async fn open(url: &str) -> Store {
    let store = Store::open(url, Clock::standing_at(NOW), Policy::default()).await.unwrap();
    store.migrate().await.unwrap();
    store
}

#[expect(clippy::disallowed_methods, reason = "a test has no Config")]
fn postgres_server() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok().filter(|url| url.starts_with("postgres://"))
}

/// The same address with another database: `postgres://user@host/NAME?options`.
fn database_on(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').unwrap_or((server, ""));
    let host = address.split('/').nth(2).unwrap_or_default();
    format!("postgres://{host}/{name}?{options}")
}

async fn principal(store: &Store, email: &str) -> Principal {
    let signed_in = store.sign_in(email, PASSWORD, &Browser::default()).await.unwrap();
    let Ok(Entered::Session(signed_in)) = signed_in else { panic!("{email} cannot sign in") };
    let token = signed_in.token;
    store.principal(&token, None).await.unwrap().unwrap()
}

async fn partner(store: &Store, email: &str) -> PartnerStore {
    PartnerStore::granted_to(principal(store, email).await).unwrap()
}

async fn danube(store: &Store) -> PartnerStore {
    partner(store, "admin.agent@danube.example").await
}

/// All the subscriptions that a search finds, each with its page.
async fn found(partner: &PartnerStore, q: &str) -> Vec<SubscriptionPage> {
    let filter = SubscriptionFilter { q: Some(q.to_owned()), contact: None };
    let lines = partner.subscriptions(&filter, Position::Start).await.unwrap().rows;
    let mut pages = Vec::new();
    for line in lines {
        pages.push(partner.subscription(line.id).await.unwrap().unwrap());
    }
    pages
}

/// How much there is of everything, sessions aside.
async fn counts(store: &Store) -> [u64; 9] {
    let reader = store.db.reader();
    [
        setting::Entity::find().count(reader).await.unwrap(),
        partner::Entity::find().count(reader).await.unwrap(),
        customer::Entity::find().count(reader).await.unwrap(),
        user::Entity::find().count(reader).await.unwrap(),
        membership::Entity::find().count(reader).await.unwrap(),
        relationship::Entity::find().count(reader).await.unwrap(),
        subscription::Entity::find().count(reader).await.unwrap(),
        change::Entity::find().count(reader).await.unwrap(),
        activity::Entity::find().count(reader).await.unwrap(),
    ]
}
