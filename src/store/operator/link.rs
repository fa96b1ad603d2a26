//! Links that open an account, made by the operator for whoever has asked the support line: for anybody, since there is
//! nobody whom the operator could outwit by it (an organisation's admin may make them for some people only).

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use time::OffsetDateTime;

use super::{Operator, person::Person};
use crate::{
    domain::text::EmailAddress,
    store::{
        StoreError, Token,
        activity::ActivityKind,
        entity::{asked_link, user},
        one_time_link::{self, LinkPurpose, NewLink},
    },
};

/// A link to be passed on.
#[derive(Clone, Debug)]
pub struct MadeLink {
    pub token: Token,
    /// Whom it is to reach: for a new address, that one.
    pub to: String,
    pub expires_at: OffsetDateTime,
}

/// Why no link is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotLink {
    Disabled,
    /// They belong to no organisation, or have yet to accept an invitation.
    NotAMember,
    /// They have not asked for another address.
    NothingAsked,
    /// Somebody else has the address that they asked for.
    EmailInUse,
}

impl Operator {
    /// A link with which somebody sets a new password. `None`: nobody has this address.
    pub async fn make_reset_link(
        &self,
        email: &EmailAddress,
    ) -> Result<Option<Result<MadeLink, CannotLink>>, StoreError> {
        self.make_link(email, LinkPurpose::Reset, ActivityKind::ResetLinkMade).await
    }

    /// A link that signs somebody in without a password. `None`: nobody has this address.
    pub async fn make_sign_in_link(
        &self,
        email: &EmailAddress,
    ) -> Result<Option<Result<MadeLink, CannotLink>>, StoreError> {
        self.make_link(email, LinkPurpose::SignIn, ActivityKind::SignInLinkMade).await
    }

    /// A link that confirms the address which somebody has asked to have. `None`: nobody has this address.
    pub async fn make_confirm_link(
        &self,
        email: &EmailAddress,
    ) -> Result<Option<Result<MadeLink, CannotLink>>, StoreError> {
        self.make_link(email, LinkPurpose::NewEmail, ActivityKind::NewEmailLinkMade).await
    }

    async fn make_link(
        &self,
        email: &EmailAddress,
        purpose: LinkPurpose,
        kind: ActivityKind,
    ) -> Result<Option<Result<MadeLink, CannotLink>>, StoreError> {
        self.store
            .db
            .write(async |tx| {
                let Some(person) = Person::lock(tx, email).await? else { return Ok(None) };
                let (concerned, user) = (person.active_in(), person.user);
                if !user.active {
                    return Ok(Some(Err(CannotLink::Disabled)));
                }
                if concerned.is_empty() {
                    return Ok(Some(Err(CannotLink::NotAMember)));
                }
                let wanted = match purpose {
                    LinkPurpose::NewEmail => match asked_address(tx, &user).await? {
                        Ok(address) => Some(address),
                        Err(reason) => return Ok(Some(Err(reason))),
                    },
                    _ => None,
                };
                let new = NewLink::new(purpose, Some(user.id), self.now());
                let token =
                    one_time_link::make(tx, NewLink { email: wanted.clone(), ..new }).await?;
                self.record_about(tx, kind, user.id, concerned).await?;
                let expires_at = self.now() + purpose.lasts();
                Ok(Some(Ok(MadeLink { token, to: wanted.unwrap_or(user.email), expires_at })))
            })
            .await
    }
}

/// The address that somebody has asked to have, while nobody else has it.
async fn asked_address(
    tx: &DatabaseTransaction,
    user: &user::Model,
) -> Result<Result<String, CannotLink>, StoreError> {
    let asked = asked_link::Entity::find_by_id((user.id, LinkPurpose::NewEmail)).all(tx).await?;
    let Some(address) = asked.into_iter().find_map(|row| row.email) else {
        return Ok(Err(CannotLink::NothingAsked));
    };
    let others = user::Entity::find().filter(user::Column::Email.eq(&address)).all(tx).await?;
    Ok(if others.is_empty() { Ok(address) } else { Err(CannotLink::EmailInUse) })
}
