//! The people of the portal: listed with what they wait for, let in and kept out.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter,
};
use time::OffsetDateTime;

use super::{
    LastAdminOf, Named, Operator,
    organisation::{names, organisation_of},
    person::Person,
};
use crate::{
    domain::{
        ids::{MembershipId, UserId},
        membership::Standing,
        text::EmailAddress,
    },
    locale::{search_key, sort_key},
    store::{
        StoreError,
        activity::ActivityKind,
        credentials,
        entity::{asked_link, membership, membership_role, user},
        one_time_link::LinkPurpose,
    },
};

/// Whom to list.
#[derive(Clone, Debug, Default)]
pub struct UserFilter {
    /// Who belongs to this organisation.
    pub of: Option<Named>,
    /// Words, each a part of the name or of the address.
    pub q: String,
    /// Only who waits for a link that somebody has to make.
    pub asking: bool,
}

#[derive(Clone, Debug)]
pub struct UserListed {
    pub email: String,
    pub name: String,
    /// Not while the operator keeps them out.
    pub active: bool,
    pub has_password: bool,
    pub has_second_factor: bool,
    pub memberships: Vec<MembershipListed>,
    pub asked: Vec<Wish>,
}

#[derive(Clone, Debug)]
pub struct MembershipListed {
    pub organisation: String,
    /// The partner ID or the domain.
    pub of: Named,
    pub roles: Vec<String>,
    pub standing: Standing,
}

/// A link that somebody has asked for.
#[derive(Clone, Debug)]
pub struct Wish {
    pub purpose: LinkPurpose,
    /// The address that it is to confirm.
    pub email: Option<String>,
    pub at: OffsetDateTime,
}

/// What has come of a command that may find everything as it wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switched {
    Changed,
    AlreadySo,
}

impl Operator {
    /// By name; whoever was forgotten is not among them.
    pub async fn users(&self, filter: &UserFilter) -> Result<Vec<UserListed>, StoreError> {
        let db = self.store.db.reader();
        let users = user::Entity::find().filter(user::Column::Name.ne("")).all(db).await?;
        let mut memberships = self.memberships_listed().await?;
        let mut asked = wishes(db).await?;
        let words: Vec<_> = filter.q.split_whitespace().map(search_key).collect();
        let mut listed: Vec<_> = users
            .into_iter()
            .map(|row| UserListed {
                memberships: memberships.remove(&row.id).unwrap_or_default(),
                asked: asked.remove(&row.id).unwrap_or_default(),
                has_password: row.password_hash.is_some(),
                has_second_factor: row.totp_secret.is_some(),
                active: row.active,
                email: row.email,
                name: row.name,
            })
            .filter(|user| filter.matches(user, &words))
            .collect();
        listed.sort_by_cached_key(|user| (sort_key(&user.name), user.email.clone()));
        Ok(listed)
    }

    async fn memberships_listed(
        &self,
    ) -> Result<BTreeMap<UserId, Vec<MembershipListed>>, StoreError> {
        let (db, now) = (self.store.db.reader(), self.now());
        let mut roles: BTreeMap<MembershipId, Vec<String>> = BTreeMap::new();
        for row in membership_role::Entity::find().all(db).await? {
            roles.entry(row.membership_id).or_default().push(row.role);
        }
        let names = names(db).await?;
        let mut all: BTreeMap<UserId, Vec<MembershipListed>> = BTreeMap::new();
        for row in membership::Entity::find().all(db).await? {
            let its_name = organisation_of(&row).and_then(|id| names.get(&id));
            let Some((of, organisation)) = its_name else { continue };
            all.entry(row.user_id).or_default().push(MembershipListed {
                organisation: organisation.clone(),
                of: of.clone(),
                roles: roles.remove(&row.id).unwrap_or_default(),
                standing: Standing::of(row.active, row.invited_at, now),
            });
        }
        Ok(all)
    }

    /// Keeps somebody out, whatever they belong to, and ends their sessions. `None`: nobody has this address.
    pub async fn disable(
        &self,
        email: &EmailAddress,
        even_the_last: bool,
    ) -> Result<Option<Result<Switched, LastAdminOf>>, StoreError> {
        self.store
            .db
            .write(async |tx| {
                let Some(person) = Person::lock(tx, email).await? else { return Ok(None) };
                if !person.user.active {
                    return Ok(Some(Ok(Switched::AlreadySo)));
                }
                let last = person.last_admin_of(tx, &person.active_in()).await?;
                if let (Some(last), false) = (last, even_the_last) {
                    return Ok(Some(Err(last)));
                }
                let user = person.user.id;
                set_active(tx, user, false).await?;
                credentials::renew(tx, user).await?;
                let (kind, concerned) = (ActivityKind::UserDisabled, person.active_in());
                self.record_about(tx, kind, user, concerned).await?;
                Ok(Some(Ok(Switched::Changed)))
            })
            .await
    }

    /// Lets somebody in again with what they had. `None`: nobody has this address.
    pub async fn enable(&self, email: &EmailAddress) -> Result<Option<Switched>, StoreError> {
        self.store
            .db
            .write(async |tx| {
                let Some(person) = Person::lock(tx, email).await? else { return Ok(None) };
                if person.user.active {
                    return Ok(Some(Switched::AlreadySo));
                }
                let user = person.user.id;
                set_active(tx, user, true).await?;
                let (kind, concerned) = (ActivityKind::UserEnabled, person.active_in());
                self.record_about(tx, kind, user, concerned).await?;
                Ok(Some(Switched::Changed))
            })
            .await
    }
}

impl UserFilter {
    /// `words`: folded as keys are.
    fn matches(&self, user: &UserListed, words: &[String]) -> bool {
        let text = search_key(&format!("{} {}", user.name, user.email));
        let belongs = |of: &Named| user.memberships.iter().any(|membership| membership.of == *of);
        self.of.as_ref().is_none_or(belongs)
            && (!self.asking || !user.asked.is_empty())
            && words.iter().all(|word| text.contains(word))
    }
}

async fn set_active(
    tx: &DatabaseTransaction,
    user: UserId,
    active: bool,
) -> Result<(), StoreError> {
    let row = user::ActiveModel { id: Set(user), active: Set(active), ..Default::default() };
    row.update(tx).await?;
    Ok(())
}

async fn wishes(
    connection: &impl ConnectionTrait,
) -> Result<BTreeMap<UserId, Vec<Wish>>, StoreError> {
    let mut wishes: BTreeMap<UserId, Vec<Wish>> = BTreeMap::new();
    for row in asked_link::Entity::find().all(connection).await? {
        let wish = Wish { purpose: row.purpose, email: row.email, at: row.asked_at };
        wishes.entry(row.user_id).or_default().push(wish);
    }
    Ok(wishes)
}
