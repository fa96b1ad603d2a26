//! Accepting an invitation with the account that one has.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::Account;
use crate::store::{StoreError, Token, entity::session, invitation};

impl Account {
    /// They are a member from now on, and act for that organisation. `None`: the link is not good any more, or it is not
    /// theirs.
    pub async fn accept_invitation(&self, token: &Token) -> Result<Option<()>, StoreError> {
        self.store
            .db
            .write(async |tx| {
                self.still_signed_in(tx).await?;
                let now = self.store.clock.now();
                let accepted = invitation::accept(tx, token, self.user, now, self.request).await?;
                let Some(membership) = accepted else { return Ok(None) };
                session::Entity::update_many()
                    .col_expr(session::Column::MembershipId, Expr::value(membership))
                    .filter(session::Column::TokenHash.eq(self.token.hash()))
                    .exec(tx)
                    .await?;
                Ok(Some(()))
            })
            .await
    }
}
