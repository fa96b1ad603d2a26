//! Reading the activity log: what an organisation's own people did, and what others did that concerns it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait, Condition, DerivePartialModel, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, RelationTrait, Select,
    prelude::Json,
    sea_query::{Expr, ExprTrait, IntoCondition},
};
use time::OffsetDateTime;

use super::{
    Position, Slice, StoreError,
    activity::{ActivityGroup, ActivityKind},
    entity::{activity, customer, membership, partner, relationship, user},
    former_name::customer_is_called,
    joins::AuthorRow,
    listing::Bound,
    scope::Scope,
};
use crate::{
    domain::{
        change::Reference,
        ids::{ActivityId, CustomerId, PartnerId, UserId},
    },
    locale::search_key,
};

/// What the log is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct ActivityFilter {
    /// From this moment on …
    pub from: Option<OffsetDateTime>,
    /// … and before this one.
    pub before: Option<OffsetDateTime>,
    pub group: Option<ActivityGroup>,
    /// Words, each a part of a customer's name or domain; only partners have several.
    pub customer: Option<String>,
    /// Words, each a part of the name or the address of somebody of the own organisation (`docs/domain.md` rule 39).
    pub person: Option<String>,
}

/// One line, to be worded in the reader's language.
#[derive(Clone, Debug)]
pub struct ActivityLine {
    pub id: ActivityId,
    pub kind: ActivityKind,
    pub arguments: Arguments,
    pub by: Actor,
    /// The colleague whom it is about; nobody of another organisation is named (`docs/domain.md` rule 39).
    pub person: Option<String>,
    pub at: OffsetDateTime,
}

impl ActivityLine {
    /// The changes that it speaks of, by their numbers.
    pub fn references(&self) -> Vec<Reference> {
        let all =
            self.arguments.text("reference").into_iter().chain(self.arguments.list("references"));
        all.filter_map(|reference| reference.parse().ok()).collect()
    }
}

/// Who did it: persons are named only inside their own organisation (`docs/domain.md` rule 39).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody of the reader's own organisation; `None` once they are forgotten.
    Colleague(Option<String>),
    /// Whoever runs the portal, on its command line.
    Operator,
    Organisation(String),
}

/// What a line is worded from: names and references as they were. Any may be missing.
#[derive(Clone, Debug)]
pub struct Arguments(Json);

impl Arguments {
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str().filter(|text| !text.is_empty())
    }

    /// Whom it is about.
    fn user(&self) -> Option<UserId> {
        self.text("user")?.parse().ok()
    }

    pub fn is_true(&self, name: &str) -> bool {
        self.0.get(name).and_then(Json::as_bool).unwrap_or_default()
    }

    /// The fields that were changed, each with what stood before and what stands now, where that is text.
    pub fn changed(&self) -> Vec<(&str, Option<&str>, Option<&str>)> {
        let changed = self.0.get("changed").and_then(Json::as_object);
        changed
            .into_iter()
            .flatten()
            .map(|(field, change)| {
                let side = |name| change.get(name).and_then(Json::as_str);
                (field.as_str(), side("before"), side("after"))
            })
            .collect()
    }

    pub fn number(&self, name: &str) -> Option<u64> {
        self.0.get(name)?.as_u64()
    }

    pub fn list(&self, name: &str) -> Vec<&str> {
        let list = self.0.get(name).and_then(Json::as_array);
        list.into_iter().flatten().filter_map(Json::as_str).collect()
    }

    /// A partner's own number for the customer, and who gets its incentive, are none of the customer's business
    /// (`docs/domain.md` rule 39).
    fn for_customer(mut self) -> Self {
        if let Some(changed) = self.0.get_mut("changed").and_then(Json::as_object_mut) {
            for hidden in ["customer_number", "reseller_of_record"] {
                changed.remove(hidden);
            }
        }
        self
    }

    /// What another partner may read of a line: neither whom a provider has chosen besides, nor the numbers by which it
    /// keeps its decisions, nor how many subscriptions of others are concerned (`docs/domain.md` rule 40).
    fn for_another_partner(mut self, kind: ActivityKind) -> Self {
        if let Some(arguments) = self.0.as_object_mut() {
            for hidden in ["before", "reference", "references", "instead", "to_instead"] {
                arguments.remove(hidden);
            }
            if kind != ActivityKind::PartnershipEnded {
                arguments.remove("subscriptions");
            }
        }
        self
    }
}

/// Whose log it is.
#[derive(Clone, Copy)]
pub(super) enum Reader {
    Partner(PartnerId),
    Customer(CustomerId),
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "activity::Entity")]
struct Row {
    id: ActivityId,
    kind: ActivityKind,
    arguments: Json,
    by_user: Option<UserId>,
    by_partner: Option<PartnerId>,
    by_customer: Option<CustomerId>,
    other_partner_id: Option<PartnerId>,
    partner_id: Option<PartnerId>,
    at: OffsetDateTime,
    #[sea_orm(nested, alias = "author")]
    author: Option<AuthorRow>,
    #[sea_orm(nested, alias = "acting_partner")]
    acting_partner: Option<PartnerName>,
    #[sea_orm(nested, alias = "acting_customer")]
    acting_customer: Option<CustomerName>,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "partner::Entity")]
struct PartnerName {
    name: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "customer::Entity")]
struct CustomerName {
    name: String,
}

/// A page of the log, the newest first.
pub(super) async fn page(
    scope: &Scope,
    reader: Reader,
    filter: &ActivityFilter,
    position: Position<ActivityId>,
) -> Result<Slice<ActivityLine, ActivityId>, StoreError> {
    let db = scope.db.reader();
    let list = filtered(scope, reader, filter).await?;
    let total = list.clone().count(db).await?;
    let mut bound = position.at(place(scope, reader, position).await?);
    let page = async |bound: &Bound<ActivityId, OffsetDateTime>| {
        let (at, id) = (activity::Column::At, activity::Column::Id);
        let rows = bound.page_of_newest(with_actors(list.clone(), reader), at, id);
        rows.into_partial_model::<Row>().all(db).await
    };
    let rows = bound.rows(page).await?;
    let mut slice = bound.slice(rows, total, |row| row.id, position).map(|row| row.line(reader));
    name_people(scope, reader, &mut slice.rows).await?;
    Ok(slice)
}

/// The newest lines, as many as a file holds.
pub(super) async fn newest(
    scope: &Scope,
    reader: Reader,
    filter: &ActivityFilter,
    most: u64,
) -> Result<Vec<ActivityLine>, StoreError> {
    let rows = with_actors(filtered(scope, reader, filter).await?, reader)
        .order_by_desc(activity::Column::At)
        .order_by_desc(activity::Column::Id)
        .limit(most)
        .into_partial_model::<Row>()
        .all(scope.db.reader())
        .await?;
    let mut lines: Vec<_> = rows.into_iter().map(|row| row.line(reader)).collect();
    name_people(scope, reader, &mut lines).await?;
    Ok(lines)
}

/// Those of the reader's own organisation whom lines are about, in one statement. Whoever has not accepted yet is called
/// as the inviter typed it.
async fn name_people(
    scope: &Scope,
    reader: Reader,
    lines: &mut [ActivityLine],
) -> Result<(), StoreError> {
    let about: BTreeSet<_> = lines.iter().filter_map(|line| line.arguments.user()).collect();
    if about.is_empty() {
        return Ok(());
    }
    let rows = membership::Entity::find()
        .filter(own_memberships(reader))
        .filter(membership::Column::UserId.is_in(about))
        .find_also_related(user::Entity)
        .all(scope.db.reader())
        .await?;
    let people = rows.into_iter().filter_map(|(row, user)| {
        let name = row.invited_as.filter(|_| !row.active).or(user.map(|user| user.name));
        Some((row.user_id, name.filter(|name| !name.is_empty())?))
    });
    let names: BTreeMap<_, _> = people.collect();
    for line in lines {
        line.person = line.arguments.user().and_then(|user| names.get(&user).cloned());
    }
    Ok(())
}

fn own_memberships(reader: Reader) -> Expr {
    match reader {
        Reader::Partner(partner) => membership::Column::PartnerId.eq(partner),
        Reader::Customer(customer) => membership::Column::CustomerId.eq(customer),
    }
}

async fn filtered(
    scope: &Scope,
    reader: Reader,
    filter: &ActivityFilter,
) -> Result<Select<activity::Entity>, StoreError> {
    let mut list = of(reader);
    if let Some(from) = filter.from {
        list = list.filter(activity::Column::At.gte(from));
    }
    if let Some(before) = filter.before {
        list = list.filter(activity::Column::At.lt(before));
    }
    if let Some(group) = filter.group {
        list = list.filter(activity::Column::Kind.is_in(group.kinds().iter().copied()));
    }
    if let (Some(q), Reader::Partner(partner)) = (&filter.customer, reader) {
        list = list.filter(about_customers(partner, q, scope.now()));
    }
    if let Some(q) = &filter.person {
        let people = people(scope, reader, q).await?;
        list = list.filter(by_own_people(reader)).filter(activity::Column::ByUser.is_in(people));
    }
    Ok(list)
}

/// The lines that stand in somebody's log.
fn of(reader: Reader) -> Select<activity::Entity> {
    activity::Entity::find().filter(match reader {
        Reader::Partner(partner) => Condition::any()
            .add(activity::Column::PartnerId.eq(partner))
            .add(activity::Column::OtherPartnerId.eq(partner)),
        Reader::Customer(customer) => Condition::all()
            .add(activity::Column::CustomerId.eq(customer))
            // What a reseller has told its provider is between the two.
            .add(
                Condition::any()
                    .add(activity::Column::Kind.is_not_in(ActivityGroup::Reports.kinds().to_vec()))
                    .add(activity::Column::OtherPartnerId.is_null()),
            ),
    })
}

/// Those with which the partner has or had a relationship: a domain that somebody typed does not tell whose it is
/// (`docs/domain.md` rule 16).
fn about_customers(partner: PartnerId, q: &str, now: OffsetDateTime) -> Expr {
    let related = relationship::Entity::find()
        .select_only()
        .column(relationship::Column::CustomerId)
        .join(JoinType::InnerJoin, relationship::Relation::Customer.def())
        .filter(relationship::Column::PartnerId.eq(partner));
    let words = q.split_whitespace();
    let found = words.fold(related, |related, word| related.filter(customer_is_called(word, now)));
    activity::Column::CustomerId.in_subquery(found.into_query())
}

fn by_own_people(reader: Reader) -> Expr {
    match reader {
        Reader::Partner(partner) => activity::Column::ByPartner.eq(partner),
        Reader::Customer(customer) => activity::Column::ByCustomer.eq(customer),
    }
}

/// People have no column to be searched by; an organisation has few enough of them to look through.
async fn people(scope: &Scope, reader: Reader, q: &str) -> Result<Vec<UserId>, StoreError> {
    let members = membership::Entity::find().select_only().column(membership::Column::UserId);
    let users = user::Entity::find()
        .filter(user::Column::Id.in_subquery(members.filter(own_memberships(reader)).into_query()))
        .all(scope.db.reader())
        .await?;
    let words: Vec<_> = q.split_whitespace().map(search_key).collect();
    let is_meant = |user: &user::Model| {
        let text = search_key(&format!("{} {}", user.name, user.email));
        words.iter().all(|word| text.contains(word))
    };
    Ok(users.into_iter().filter(is_meant).map(|user| user.id).collect())
}

async fn place(
    scope: &Scope,
    reader: Reader,
    position: Position<ActivityId>,
) -> Result<Option<OffsetDateTime>, StoreError> {
    let Some(id) = position.id() else { return Ok(None) };
    let row = of(reader).filter(activity::Column::Id.eq(id));
    Ok(row.all(scope.db.reader()).await?.pop().map(|row| row.at))
}

fn with_actors(list: Select<activity::Entity>, reader: Reader) -> Select<activity::Entity> {
    let author = activity::Relation::User.def().on_condition(move |line, _| {
        match reader {
            Reader::Partner(own) => Expr::col((line, activity::Column::ByPartner)).eq(own),
            Reader::Customer(own) => Expr::col((line, activity::Column::ByCustomer)).eq(own),
        }
        .into_condition()
    });
    let (partner, customer) =
        (activity::Relation::ByPartner.def(), activity::Relation::ByCustomer.def());
    list.join_as(JoinType::LeftJoin, author, "author")
        .join_as(JoinType::LeftJoin, partner, "acting_partner")
        .join_as(JoinType::LeftJoin, customer, "acting_customer")
}

impl Row {
    fn line(self, reader: Reader) -> ActivityLine {
        let is_own = match reader {
            Reader::Partner(own) => self.by_partner == Some(own),
            Reader::Customer(own) => self.by_customer == Some(own),
        };
        let arguments = Arguments(self.arguments);
        // Who answers a request stays what its asker typed (`docs/domain.md` rule 16).
        let as_told = match self.kind {
            ActivityKind::PartnershipDeclined => arguments.text("reseller"),
            _ => self.by_customer.and_then(|_| arguments.text("customer")),
        };
        let partner = self.acting_partner.map(|partner| partner.name);
        let organisation = as_told
            .map(str::to_owned)
            .or(partner)
            .or(self.acting_customer.map(|customer| customer.name));
        let is_nobodys =
            self.by_user.is_none() && self.by_partner.is_none() && self.by_customer.is_none();
        let by = match organisation {
            _ if is_nobodys => Actor::Operator,
            Some(name) if !is_own => Actor::Organisation(name),
            _ => Actor::Colleague(self.author.and_then(AuthorRow::name)),
        };
        let arguments = match reader {
            Reader::Partner(own)
                if self.partner_id != Some(own)
                    && self.other_partner_id == Some(own)
                    && !is_own =>
            {
                arguments.for_another_partner(self.kind)
            }
            Reader::Partner(_) => arguments,
            Reader::Customer(_) => arguments.for_customer(),
        };
        ActivityLine { id: self.id, kind: self.kind, arguments, by, person: None, at: self.at }
    }
}
