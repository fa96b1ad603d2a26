//! The first person of an organisation, who becomes its global admin: by the set-up link of the portal, or by a request's
//! link.

use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};

use super::{
    Store, StoreError,
    entity::{membership, membership_role, user},
};
use crate::domain::{
    ids::{MembershipId, OrganisationId, UserId},
    membership::Role,
    password::NewPassword,
    text::{EmailAddress, Name},
};

/// Who they are, as they say themselves.
pub struct NewAdmin {
    pub name: Name,
    pub email: EmailAddress,
    pub password: NewPassword,
}

impl Store {
    /// User, membership and role. `hash`: of the password, which takes too long to be made in a transaction.
    pub(super) async fn insert_admin(
        &self,
        tx: &DatabaseTransaction,
        admin: &NewAdmin,
        organisation: OrganisationId,
        hash: &str,
    ) -> Result<user::Model, StoreError> {
        let now = self.clock.now();
        let user = user::Model {
            id: UserId::new(now),
            email: admin.email.to_string(),
            name: admin.name.to_string(),
            password_hash: Some(hash.to_owned()),
            locale: None,
            time_zone: None,
            active: true,
            epoch: 0,
            totp_secret: None,
            totp_last_step: None,
        };
        let membership = MembershipId::new(now);
        user::Entity::insert(user::ActiveModel::from(user.clone()))
            .exec_without_returning(tx)
            .await?;
        let row = membership::ActiveModel {
            id: Set(membership),
            user_id: Set(user.id),
            partner_id: Set(organisation.partner()),
            customer_id: Set(organisation.customer()),
            active: Set(true),
            ..Default::default()
        };
        membership::Entity::insert(row).exec_without_returning(tx).await?;
        let role = membership_role::ActiveModel {
            membership_id: Set(membership),
            role: Set(Role::global_admin(organisation).to_string()),
        };
        membership_role::Entity::insert(role).exec_without_returning(tx).await?;
        Ok(user)
    }
}
