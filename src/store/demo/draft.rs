//! Rows that wait to be written, many in one statement, and what is the same about all of them.

use std::{collections::BTreeMap, mem::take};

use sea_orm::{DatabaseTransaction, EntityTrait, IntoActiveModel, ModelTrait};
use serde_json::json;
use time::{Date, Duration, OffsetDateTime};

use crate::{
    domain::{
        change::{Cause, Reference},
        ids::{
            ActivityId, ChangeId, CustomerId, MembershipId, PartnerId, ProductId, SubscriptionId,
            UserId,
        },
        partner::PartnerKind,
        partnership::PartnershipState,
        relationship::RelationshipState,
        subscription::SubscriptionStatus,
    },
    locale::{Zone, search_key, sort_key, sort_key_of},
    store::{
        StoreError,
        activity::ActivityKind,
        entity::{
            activity, change, customer, membership, membership_role, partner, partnership, product,
            relationship, subscription, support_profile, user,
        },
        former_name::{customer_key, partner_key},
    },
};

pub(super) const COUNTRY: &str = "HU";
pub(super) const TIME_ZONE: &str = "Europe/Budapest";

/// Rows in one statement: at most 20 columns each, while SQLite takes 32,766 values and PostgreSQL 65,535.
const ROWS: usize = 500;

pub(super) struct Draft {
    pub now: OffsetDateTime,
    pub today: Date,
    /// All that were ever added, whereas the rows are gone once they are written.
    product_ids: BTreeMap<&'static str, ProductId>,
    partners: Vec<partner::Model>,
    profiles: Vec<support_profile::Model>,
    products: Vec<product::Model>,
    customers: Vec<customer::Model>,
    users: Vec<user::Model>,
    memberships: Vec<membership::Model>,
    roles: Vec<membership_role::Model>,
    partnerships: Vec<partnership::Model>,
    relationships: Vec<relationship::Model>,
    subscriptions: Vec<subscription::Model>,
    changes: Vec<change::Model>,
    activity: Vec<activity::Model>,
}

/// For whom somebody works.
#[derive(Clone, Copy)]
pub(super) enum Employer {
    Partner(PartnerId),
    Customer(CustomerId),
}

/// A subscription as it was bought, and what has become of it.
pub(super) struct Sale<'a> {
    pub provider: &'a partner::Model,
    pub customer: &'a customer::Model,
    pub product: &'static str,
    pub external_id: String,
    pub quantity: Option<i32>,
    pub status: SubscriptionStatus,
    pub ends_on: Date,
    pub reseller_of_record: Option<PartnerId>,
    pub at: OffsetDateTime,
    /// The contact that somebody has chosen since.
    pub chosen: Option<Chosen<'a>>,
}

pub(super) struct Chosen<'a> {
    pub reseller: &'a partner::Model,
    pub by: Option<UserId>,
    pub at: OffsetDateTime,
}

impl Draft {
    pub fn new(now: OffsetDateTime) -> Self {
        let zone = Zone::named(TIME_ZONE).unwrap_or_else(Zone::utc);
        Self {
            now,
            today: zone.today(now),
            product_ids: BTreeMap::new(),
            partners: Vec::new(),
            profiles: Vec::new(),
            products: Vec::new(),
            customers: Vec::new(),
            users: Vec::new(),
            memberships: Vec::new(),
            roles: Vec::new(),
            partnerships: Vec::new(),
            relationships: Vec::new(),
            subscriptions: Vec::new(),
            changes: Vec::new(),
            activity: Vec::new(),
        }
    }

    pub fn days_ago(&self, days: i64) -> OffsetDateTime {
        self.now - Duration::days(days)
    }

    pub fn add_partner(&mut self, kind: PartnerKind, name: &str, mpn_id: &str) -> partner::Model {
        let partner = partner::Model {
            id: PartnerId::new(self.now),
            kind,
            name: name.to_owned(),
            sort_key: sort_key(name),
            search_key: partner_key(name, mpn_id),
            mpn_id: mpn_id.to_owned(),
            country: COUNTRY.to_owned(),
            time_zone: TIME_ZONE.to_owned(),
            second_factor_required: false,
        };
        self.partners.push(partner.clone());
        partner
    }

    pub fn add_profile(&mut self, profile: support_profile::Model) {
        self.profiles.push(profile);
    }

    pub fn add_partnership(&mut self, provider: PartnerId, reseller: PartnerId) {
        self.partnerships.push(partnership::Model {
            provider_id: provider,
            reseller_id: reseller,
            state: PartnershipState::Active,
            since: self.days_ago(700),
            ended_at: None,
            suspended_at: None,
            recorded_by_import: false,
        });
    }

    pub fn add_customer(&mut self, name: &str, domain: &str) -> customer::Model {
        let customer = customer::Model {
            id: CustomerId::new(self.now),
            external_id: None,
            name: name.to_owned(),
            search_key: customer_key(name, domain),
            domain: domain.to_owned(),
            country: Some(COUNTRY.to_owned()),
            time_zone: TIME_ZONE.to_owned(),
            second_factor_required: false,
            added_by: None,
        };
        self.customers.push(customer.clone());
        customer
    }

    pub fn add_relationship(
        &mut self,
        partner: PartnerId,
        customer: &customer::Model,
        delegated_admin: bool,
        since: OffsetDateTime,
    ) {
        self.relationships.push(relationship::Model {
            partner_id: partner,
            customer_id: customer.id,
            state: RelationshipState::Active,
            delegated_admin,
            delegated_admin_until: None,
            recorded_by: None,
            default_reseller_id: None,
            customer_number: None,
            sort_key: sort_key(&customer.name),
            since,
            ended_at: None,
            ended_by_customer: false,
        });
    }

    /// Makes somebody a member, and a user where there is none with this email.
    pub fn add_member(
        &mut self,
        email: &str,
        name: &str,
        hash: &str,
        employer: Employer,
        role: &str,
    ) -> UserId {
        let user_id = self.user(email).unwrap_or_else(|| self.add_user(email, name, hash));
        let membership_id = MembershipId::new(self.now);
        let (partner_id, customer_id) = match employer {
            Employer::Partner(id) => (Some(id), None),
            Employer::Customer(id) => (None, Some(id)),
        };
        self.memberships.push(membership::Model {
            id: membership_id,
            user_id,
            partner_id,
            customer_id,
            active: true,
            invited_at: None,
            invited_as: None,
            invited_email: None,
            invited_by_partner: None,
        });
        self.roles.push(membership_role::Model { membership_id, role: role.to_owned() });
        user_id
    }

    /// Among those that are not written yet.
    pub fn user(&self, email: &str) -> Option<UserId> {
        self.users.iter().find(|user| user.email == email).map(|user| user.id)
    }

    fn add_user(&mut self, email: &str, name: &str, hash: &str) -> UserId {
        let id = UserId::new(self.now);
        self.users.push(user::Model {
            id,
            email: email.to_owned(),
            name: name.to_owned(),
            password_hash: Some(hash.to_owned()),
            // Pages follow the browser.
            locale: None,
            time_zone: None,
            active: true,
            epoch: 0,
            totp_secret: None,
            totp_last_step: None,
        });
        id
    }

    /// A subscription with its whole history: it begins with the default (`docs/domain.md` rules 22 and 34).
    pub fn add_sale(&mut self, sale: &Sale<'_>) {
        let chosen = sale.chosen.as_ref();
        let row = subscription::Model {
            id: SubscriptionId::new(sale.at),
            customer_id: sale.customer.id,
            provider_id: sale.provider.id,
            product_id: self.product(sale.product),
            nickname: None,
            external_id: Some(sale.external_id.clone()),
            quantity: sale.quantity,
            status: sale.status,
            ends_on: Some(sale.ends_on),
            reseller_of_record: sale.reseller_of_record,
            support_reseller_id: chosen.map(|chosen| chosen.reseller.id),
            decided: chosen.is_some(),
            version: if chosen.is_some() { 2 } else { 1 },
            sort_key: sort_key_of(&[&sale.customer.name, sale.product]),
            created_at: sale.at,
        };
        let start = default_change(row.id, sale);
        if let Some(chosen) = chosen {
            let assigned = assigned_change(&start, sale, chosen);
            self.activity.push(activity_line(&assigned, sale, chosen));
            self.changes.push(assigned);
        }
        self.changes.push(start);
        self.subscriptions.push(row);
    }

    fn product(&mut self, name: &'static str) -> ProductId {
        let Self { now, products, product_ids, .. } = self;
        *product_ids.entry(name).or_insert_with(|| {
            let id = ProductId::new(*now);
            products.push(product::Model {
                id,
                external_id: None,
                name: name.to_owned(),
                search_key: search_key(name),
            });
            id
        })
    }

    /// Writes the rows in the order in which they refer to each other, and is empty again.
    pub async fn write(&mut self, tx: &DatabaseTransaction) -> Result<(), StoreError> {
        insert(tx, take(&mut self.partners)).await?;
        insert(tx, take(&mut self.profiles)).await?;
        insert(tx, take(&mut self.products)).await?;
        insert(tx, take(&mut self.customers)).await?;
        insert(tx, take(&mut self.users)).await?;
        insert(tx, take(&mut self.memberships)).await?;
        insert(tx, take(&mut self.roles)).await?;
        insert(tx, take(&mut self.partnerships)).await?;
        insert(tx, take(&mut self.relationships)).await?;
        insert(tx, take(&mut self.subscriptions)).await?;
        insert(tx, take(&mut self.changes)).await?;
        insert(tx, take(&mut self.activity)).await
    }
}

fn default_change(subscription: SubscriptionId, sale: &Sale<'_>) -> change::Model {
    change::Model {
        id: ChangeId::new(sale.at),
        reference: Reference::from_random(rand::random()),
        subscription_id: subscription,
        version: 1,
        before_reseller_id: None,
        after_reseller_id: None,
        before_name: None,
        before_mpn_id: None,
        after_name: sale.provider.name.clone(),
        after_mpn_id: sale.provider.mpn_id.clone(),
        cause: Cause::Default,
        decided: false,
        undoes: None,
        batch_id: None,
        import_id: None,
        by_user: None,
        by_partner: None,
        by_customer: None,
        at: sale.at,
    }
}

fn assigned_change(start: &change::Model, sale: &Sale<'_>, chosen: &Chosen<'_>) -> change::Model {
    change::Model {
        id: ChangeId::new(chosen.at),
        reference: Reference::from_random(rand::random()),
        version: 2,
        after_reseller_id: Some(chosen.reseller.id),
        before_name: Some(start.after_name.clone()),
        before_mpn_id: Some(start.after_mpn_id.clone()),
        after_name: chosen.reseller.name.clone(),
        after_mpn_id: chosen.reseller.mpn_id.clone(),
        cause: Cause::Assigned,
        decided: true,
        by_user: chosen.by,
        by_partner: Some(sale.provider.id),
        at: chosen.at,
        ..start.clone()
    }
}

/// As assigning leaves it in the log.
fn activity_line(
    assigned: &change::Model,
    sale: &Sale<'_>,
    chosen: &Chosen<'_>,
) -> activity::Model {
    activity::Model {
        id: ActivityId::new(chosen.at),
        kind: ActivityKind::ContactAssigned.as_str().to_owned(),
        arguments: json!({
            "customer": sale.customer.name,
            "product": sale.product,
            "subscription": assigned.subscription_id.to_string(),
            "before": sale.provider.name,
            "after": chosen.reseller.name,
            "reference": assigned.reference.to_string(),
        }),
        by_user: chosen.by,
        by_partner: Some(sale.provider.id),
        by_customer: None,
        partner_id: Some(sale.provider.id),
        other_partner_id: Some(chosen.reseller.id),
        customer_id: Some(sale.customer.id),
        request_id: None,
        at: chosen.at,
    }
}

async fn insert<M>(tx: &DatabaseTransaction, rows: Vec<M>) -> Result<(), StoreError>
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    <M::Entity as EntityTrait>::ActiveModel: Send,
{
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    while rows.peek().is_some() {
        let some = rows.by_ref().take(ROWS);
        M::Entity::insert_many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}
