//! The support profile of a reseller nobody signs in for: its provider fills it in meanwhile (`docs/domain.md` rule 4).

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, JoinType, QueryFilter,
    QuerySelect, RelationTrait,
};

use super::{PartnerStore, ProfileEdit, ProfilePage, SupportProfileEditor};
use crate::{
    domain::{
        ids::PartnerId,
        partner::PartnerKind,
        partnership::PartnershipState,
        request::{Door, RequestKind, RequestState},
        support_profile::CannotEdit,
    },
    store::{
        Edited, StoreError,
        entity::{membership, partner, partnership, request, support_profile, user},
        request_link::addressee,
    },
};

/// What a provider sees of it.
#[derive(Clone, Debug)]
pub struct ResellerProfile {
    pub page: ProfilePage,
    /// Why this provider may not fill it in.
    pub refusal: Option<CannotEdit>,
}

impl PartnerStore {
    /// `None`: neither a reseller of this provider nor one that it has asked for a partnership.
    pub async fn reseller_profile(
        &self,
        reseller: PartnerId,
    ) -> Result<Option<ResellerProfile>, StoreError> {
        let reader = self.scope.db.reader();
        if !self.may_know(reader, reseller, false).await? {
            return Ok(None);
        }
        let row = partner::Entity::find_by_id(reseller)
            .filter(partner::Column::Kind.eq(PartnerKind::IndirectReseller))
            .find_also_related(support_profile::Entity)
            .all(reader)
            .await?
            .pop();
        let Some((partner, profile)) = row else { return Ok(None) };
        let refusal = self.refusal(reader, reseller, profile.as_ref()).await?;
        let is_own = profile.as_ref().is_some_and(|row| row.entered_by == Some(self.partner));
        // Another provider that has filled it in is none of this one's business (rule 40).
        let entered_by = is_own.then(|| self.organisation.name.clone());
        Ok(Some(ResellerProfile { page: ProfilePage::of(partner, profile, entered_by), refusal }))
    }

    /// By an active partnership, or by an open request of this provider's own to a reseller that is nobody else's: of
    /// all others an asker is shown only what it typed (rule 16).
    async fn may_know(
        &self,
        db: &impl ConnectionTrait,
        reseller: PartnerId,
        lock: bool,
    ) -> Result<bool, StoreError> {
        let mut request = request::Entity::find()
            .filter(request::Column::Kind.eq(RequestKind::Partnership))
            .filter(request::Column::FromPartner.eq(self.partner))
            .filter(request::Column::ToPartner.eq(reseller))
            .filter(request::Column::State.eq(RequestState::Open))
            .filter(request::Column::ExpiresAt.gt(self.now()));
        let mut partnership = partnership::Entity::find_by_id((self.partner, reseller))
            .filter(partnership::Column::State.eq(PartnershipState::Active));
        if lock {
            request = request.lock_shared();
            partnership = partnership.lock_shared();
        }
        let request = request.all(db).await?.pop();
        if !partnership.all(db).await?.is_empty() {
            return Ok(true);
        }
        let Some(request) = request else { return Ok(false) };
        self.is_nobody_elses(db, reseller, &request).await
    }

    /// Whether it bears the name that this provider gave it, and nobody else has filled in anything.
    async fn is_nobody_elses(
        &self,
        db: &impl ConnectionTrait,
        reseller: PartnerId,
        request: &request::Model,
    ) -> Result<bool, StoreError> {
        let organisation = addressee::find(db, request).await?;
        let door = addressee::door(db, request, organisation.as_ref()).await?;
        let profile = support_profile::Entity::find_by_id(reseller).all(db).await?.pop();
        let is_own = profile.is_none_or(|row| row.entered_by == Some(self.partner));
        let name = organisation.as_ref().map(addressee::Organisation::name);
        Ok(door == Door::SetUp && is_own && name == request.typed_name.as_deref())
    }

    async fn refusal(
        &self,
        db: &impl ConnectionTrait,
        reseller: PartnerId,
        profile: Option<&support_profile::Model>,
    ) -> Result<Option<CannotEdit>, StoreError> {
        let own_people = membership::Entity::find()
            .join(JoinType::InnerJoin, membership::Relation::User.def())
            .filter(membership::Column::PartnerId.eq(reseller))
            .filter(user::Column::PasswordHash.is_not_null())
            .all(db)
            .await?;
        if !own_people.is_empty() {
            return Ok(Some(CannotEdit::HasOwnPeople));
        }
        let other = profile.and_then(|row| row.entered_by).filter(|by| *by != self.partner);
        let Some(other) = other else { return Ok(None) };
        let others = partnership::Entity::find_by_id((other, reseller))
            .filter(partnership::Column::State.eq(PartnershipState::Active));
        Ok((!others.all(db).await?.is_empty()).then_some(CannotEdit::EnteredByOther))
    }
}

impl SupportProfileEditor {
    /// `None`: not one whose profile this provider sees.
    pub async fn edit_profile_of(
        &self,
        reseller: PartnerId,
        edit: &ProfileEdit,
    ) -> Result<Option<Result<Edited, CannotEdit>>, StoreError> {
        self.write(async |tx| self.edit_profile_of_in(tx, reseller, edit).await).await
    }

    async fn edit_profile_of_in(
        &self,
        tx: &DatabaseTransaction,
        reseller: PartnerId,
        edit: &ProfileEdit,
    ) -> Result<Option<Result<Edited, CannotEdit>>, StoreError> {
        if !self.may_know(tx, reseller, true).await? {
            return Ok(None);
        }
        let profile = support_profile::Entity::find_by_id(reseller).all(tx).await?.pop();
        match self.refusal(tx, reseller, profile.as_ref()).await? {
            Some(refusal) => Ok(Some(Err(refusal))),
            None => self.edit_in(tx, reseller, edit).await.map(Some),
        }
    }
}
