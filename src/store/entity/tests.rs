//! Entities and migrations are written apart: whatever an entity says must come back from its table as it went in. On
//! PostgreSQL too, when `TEST_DATABASE_URL` names a server on which databases may be created.

use std::{fmt::Debug, process};

use liaison_migrations::Migrator;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, IntoActiveModel, JoinType, QuerySelect,
    entity::prelude::*,
};
use sea_orm_migration::MigratorTrait;
use serde_json::json;
use time::macros::{date, datetime};

use super::*;
use crate::{
    domain::{
        change::{Cause, Reference},
        ids::*,
        partner::PartnerKind,
        partnership::PartnershipState,
        relationship::RelationshipState,
        report::ReportKind,
        request::{RequestKind, RequestState},
        subscription::SubscriptionStatus,
    },
    store::one_time_link::LinkPurpose,
};

#[tokio::test]
async fn rows_come_back_as_they_went_in_from_sqlite() {
    let in_memory = ConnectOptions::new("sqlite::memory:").max_connections(1).to_owned();
    write_and_read_everything(&Database::connect(in_memory).await.unwrap()).await;
}

#[tokio::test]
async fn rows_come_back_as_they_went_in_from_postgresql() {
    let Some(server) = postgres_server() else { return };
    let admin = Database::connect(&server).await.unwrap();
    let name = format!("liaison_entities_{}", process::id());
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let database = name.clone();
    let options = ConnectOptions::new(server)
        .map_sqlx_postgres_opts(move |options| options.database(&database))
        .to_owned();
    let db = Database::connect(options).await.unwrap();
    write_and_read_everything(&db).await;
    db.close().await.unwrap();
    admin.execute_unprepared(&format!("DROP DATABASE {name}")).await.unwrap();
}

#[expect(clippy::disallowed_methods, reason = "a test has no Config")]
fn postgres_server() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok().filter(|url| url.starts_with("postgres://"))
}

const NOW: time::OffsetDateTime = datetime!(2026-11-22 10:41:00 UTC);
const LAST_DAY: time::Date = date!(2027 - 01 - 31);

#[expect(clippy::too_many_lines, reason = "a list of rows, one for each table")]
async fn write_and_read_everything(db: &DatabaseConnection) {
    Migrator::up(db, None).await.unwrap();

    let provider = partner("1", PartnerKind::IndirectProvider);
    let reseller = partner("2", PartnerKind::IndirectReseller);
    let (provider_id, reseller_id) = (provider.id, reseller.id);
    insert(db, reseller).await;
    insert(db, provider.clone()).await;
    let found = partner::Entity::find_by_id(provider_id).one(db).await.unwrap();
    assert_eq!(found, Some(provider));
    round_trip(
        db,
        support_profile::Model {
            partner_id: reseller_id,
            email: Some(text()),
            telephone: Some(text()),
            urgent_telephone: Some(text()),
            website: Some(text()),
            hours: Some(json!({ "mon": [["08:00", "17:00"]] })),
            closed_dates: json!(["2026-12-25"]),
            languages: json!([]),
            note: Some(text()),
            entered_by: Some(provider_id),
        },
    )
    .await;
    let product_id = ProductId::new(NOW);
    round_trip(
        db,
        product::Model {
            id: product_id,
            external_id: Some(text()),
            name: text(),
            search_key: text(),
        },
    )
    .await;
    let customer_id = CustomerId::new(NOW);
    round_trip(
        db,
        customer::Model {
            id: customer_id,
            external_id: Some(text()),
            name: text(),
            search_key: text(),
            domain: text(),
            country: Some(text()),
            time_zone: text(),
            second_factor_required: true,
            added_by: Some(provider_id),
        },
    )
    .await;
    let user_id = UserId::new(NOW);
    round_trip(
        db,
        user::Model {
            id: user_id,
            email: text(),
            name: text(),
            password_hash: Some(text()),
            locale: Some(text()),
            time_zone: Some(text()),
            active: true,
            epoch: 7,
            totp_secret: Some(vec![0, 255]),
            totp_last_step: Some(i64::MAX),
        },
    )
    .await;
    let membership_id = MembershipId::new(NOW);
    round_trip(
        db,
        membership::Model {
            id: membership_id,
            user_id,
            partner_id: Some(provider_id),
            customer_id: None,
            active: true,
            invited_at: Some(NOW),
            invited_as: Some(text()),
            invited_email: Some(text()),
            invited_by_partner: Some(provider_id),
        },
    )
    .await;
    round_trip(db, membership_role::Model { membership_id, role: text() }).await;
    round_trip(
        db,
        session::Model {
            token_hash: vec![0, 255],
            user_id,
            membership_id: Some(membership_id),
            epoch: 7,
            created_at: NOW,
            last_seen_at: NOW,
            expires_at: NOW,
            address: Some(text()),
            user_agent: Some(text()),
        },
    )
    .await;
    round_trip(
        db,
        one_time_link::Model {
            token_hash: vec![0, 255],
            purpose: LinkPurpose::Invitation,
            user_id: Some(user_id),
            membership_id: Some(membership_id),
            email: Some(text()),
            valid_from: NOW,
            expires_at: NOW,
            used_at: Some(NOW),
        },
    )
    .await;
    let (purpose, email) = (LinkPurpose::NewEmail, Some(text()));
    round_trip(db, asked_link::Model { user_id, purpose, email, asked_at: NOW }).await;
    let code = recovery_code::Model { user_id, code_hash: vec![0, 255], used_at: Some(NOW) };
    round_trip(db, code).await;
    let attempt = sign_in_attempt::Model { key: text(), failures: 3, refused_until: Some(NOW) };
    round_trip(db, attempt).await;
    round_trip(
        db,
        former_name::Model {
            id: FormerNameId::new(NOW),
            partner_id: Some(provider_id),
            customer_id: None,
            name: text(),
            search_key: text(),
            until: NOW,
        },
    )
    .await;
    setting::Entity::delete_many().exec(db).await.unwrap();
    round_trip(db, setting::Model { key: text(), value: text() }).await;
    round_trip(
        db,
        partnership::Model {
            provider_id,
            reseller_id,
            state: PartnershipState::Active,
            since: NOW,
            ended_at: Some(NOW),
            suspended_at: Some(NOW),
            recorded_by_import: true,
        },
    )
    .await;
    let of_provider = relationship::Model {
        partner_id: provider_id,
        customer_id,
        state: RelationshipState::Active,
        delegated_admin: true,
        delegated_admin_until: Some(LAST_DAY),
        recorded_by: Some(provider_id),
        default_reseller_id: Some(reseller_id),
        customer_number: Some(text()),
        sort_key: vec![0, 255],
        since: NOW,
        ended_at: Some(NOW),
        ended_by_customer: true,
    };
    round_trip(db, of_provider.clone()).await;
    let of_reseller =
        relationship::Model { partner_id: reseller_id, default_reseller_id: None, ..of_provider };
    insert(db, of_reseller).await;
    let subscription_id = SubscriptionId::new(NOW);
    round_trip(
        db,
        subscription::Model {
            id: subscription_id,
            customer_id,
            provider_id,
            product_id,
            nickname: Some(text()),
            external_id: Some(text()),
            quantity: Some(i32::MAX),
            status: SubscriptionStatus::Active,
            ends_on: Some(LAST_DAY),
            reseller_of_record: Some(reseller_id),
            support_reseller_id: Some(reseller_id),
            decided: true,
            version: 7,
            sort_key: vec![0, 255],
            created_at: NOW,
        },
    )
    .await;
    let change_id = ChangeId::new(NOW);
    round_trip(
        db,
        change::Model {
            id: change_id,
            reference: Reference::from_random(7),
            subscription_id,
            version: 7,
            before_reseller_id: Some(reseller_id),
            after_reseller_id: Some(reseller_id),
            before_name: Some(text()),
            before_mpn_id: Some(text()),
            after_name: text(),
            after_mpn_id: text(),
            cause: Cause::RelationshipEnded,
            decided: true,
            undoes: Some(change_id),
            batch_id: Some(Uuid::max()),
            import_id: Some(Uuid::max()),
            by_user: Some(user_id),
            by_partner: Some(provider_id),
            by_customer: Some(customer_id),
            at: NOW,
        },
    )
    .await;
    round_trip(
        db,
        activity::Model {
            id: ActivityId::new(NOW),
            kind: text(),
            arguments: json!({ "subscription": 1, "names": ["árvíztűrő", null] }),
            by_user: Some(user_id),
            by_partner: Some(provider_id),
            by_customer: Some(customer_id),
            partner_id: Some(provider_id),
            other_partner_id: Some(reseller_id),
            customer_id: Some(customer_id),
            request_id: Some(Uuid::max()),
            at: NOW,
        },
    )
    .await;

    round_trip(
        db,
        request::Model {
            id: RequestId::new(NOW),
            kind: RequestKind::DelegatedAdmin,
            from_partner: provider_id,
            for_reseller: Some(reseller_id),
            to_partner: None,
            to_customer: Some(customer_id),
            typed_id: text(),
            typed_name: Some(text()),
            email: Some(text()),
            for_subscription: Some(subscription_id),
            delegated_admin: true,
            delegated_admin_until: Some(LAST_DAY),
            link_number: 7,
            state: RequestState::Declined,
            decline_reason: Some(text()),
            by_user: Some(user_id),
            answered_by: Some(user_id),
            created_at: NOW,
            expires_at: NOW,
            answered_at: Some(NOW),
        },
    )
    .await;
    round_trip(
        db,
        support_share::Model {
            id: SupportShareId::new(NOW),
            customer_id,
            number: 7,
            created_by: user_id,
            created_at: NOW,
            revoked_at: Some(NOW),
        },
    )
    .await;
    round_trip(
        db,
        report::Model {
            id: ReportId::new(NOW),
            kind: ReportKind::NotOurs,
            subscription_id,
            provider_id,
            by_user: Some(user_id),
            by_customer: None,
            by_partner: Some(reseller_id),
            note: Some(text()),
            at: NOW,
            settled_at: Some(NOW),
            settled_by: Some(user_id),
        },
    )
    .await;

    let names = subscription::Entity::find()
        .join_as(JoinType::InnerJoin, subscription::Relation::Provider.def(), "provider")
        .join_as(JoinType::InnerJoin, subscription::Relation::SupportReseller.def(), "reseller")
        .select_only()
        .column_as(Expr::col(("provider", partner::Column::MpnId)), "provider_mpn_id")
        .column_as(Expr::col(("reseller", partner::Column::MpnId)), "reseller_mpn_id")
        .into_tuple::<(String, String)>()
        .one(db)
        .await;
    assert_eq!(names.unwrap(), Some(("1".to_owned(), "2".to_owned())));
}

fn partner(mpn_id: &str, kind: PartnerKind) -> partner::Model {
    partner::Model {
        id: PartnerId::new(NOW),
        kind,
        name: text(),
        sort_key: vec![0, 255],
        search_key: text(),
        mpn_id: mpn_id.to_owned(),
        country: text(),
        time_zone: text(),
        second_factor_required: true,
    }
}

fn text() -> String {
    "árvíztűrő tükörfúrógép".to_owned()
}

/// Into a table that is empty yet.
async fn round_trip<M>(db: &DatabaseConnection, row: M)
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel> + PartialEq + Debug,
    M::Entity: EntityTrait<Model = M>,
    <M::Entity as EntityTrait>::ActiveModel: Send,
{
    insert(db, row.clone()).await;
    let found = M::Entity::find().one(db).await.unwrap();
    assert_eq!(found, Some(row));
}

async fn insert<M>(db: &DatabaseConnection, row: M)
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    <M::Entity as EntityTrait>::ActiveModel: Send,
{
    let all_columns = row.into_active_model().reset_all();
    M::Entity::insert(all_columns).exec_without_returning(db).await.unwrap();
}
