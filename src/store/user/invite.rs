//! Inviting people, one or many at once.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, DatabaseTransaction, JoinType, QueryFilter, QuerySelect, RelationTrait,
    sea_query::ExprTrait,
};
use serde_json::json;

use super::{Users, command::words};
use crate::{
    domain::{
        ids::MembershipId,
        membership::{CannotManage, Manager, Roles, Standing},
        text::{EmailAddress, Name},
    },
    store::{
        StoreError, Token,
        activity::{self, ActivityKind},
        entity::{membership, user},
        invitation::{self, CannotInvite, Invited, NewInvitation},
    },
};

/// Somebody to be let in.
#[derive(Clone, Debug)]
pub struct Invite {
    pub name: Name,
    pub email: EmailAddress,
    pub roles: Roles,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotInvited {
    /// Whoever invites may not give this.
    CannotManage(CannotManage),
    /// They are here already.
    CannotInvite(CannotInvite),
}

impl Users {
    pub async fn invite(
        &self,
        new: &Invite,
    ) -> Result<Result<(MembershipId, Token), NotInvited>, StoreError> {
        self.write(async |tx, manager| {
            let invited = match self.let_in(tx, manager, new).await? {
                Ok(invited) => invited,
                Err(why) => return Ok(Err(why)),
            };
            let mut line = self.activity(ActivityKind::UserInvited, Some(invited.user));
            line.arguments["roles"] = words(&new.roles);
            activity::record(tx, line).await?;
            Ok(Ok((invited.membership, invited.token)))
        })
        .await
    }

    /// All in one transaction, with one line in the log. Whoever cannot be invited is left out.
    pub async fn invite_many(
        &self,
        all: &[Invite],
    ) -> Result<Vec<Result<Token, NotInvited>>, StoreError> {
        self.write(async |tx, manager| {
            let (mut outcomes, mut users) = (Vec::new(), Vec::new());
            for new in all {
                let outcome = self.let_in(tx, manager, new).await?;
                outcomes.push(outcome.map(|invited| {
                    users.push(invited.user);
                    invited.token
                }));
            }
            if !users.is_empty() {
                let mut line = self.activity(ActivityKind::UsersInvited, None);
                line.arguments = json!({ "count": users.len(), "users": users });
                activity::record(tx, line).await?;
            }
            Ok(outcomes)
        })
        .await
    }

    /// What would become of each; nothing is made.
    pub async fn check_many(
        &self,
        all: &[Invite],
    ) -> Result<Vec<Result<(), NotInvited>>, StoreError> {
        let emails: Vec<_> = all.iter().map(|new| new.email.as_str()).collect();
        let typed = membership::Column::InvitedEmail.is_in(emails.clone());
        let rows = self
            .own_memberships()
            .join(JoinType::InnerJoin, membership::Relation::User.def())
            .filter(user::Column::Email.is_in(emails).or(typed))
            .select_also(user::Entity)
            .all(self.scope.db.reader())
            .await?;
        let mut here = BTreeMap::new();
        for (row, user) in rows {
            let standing = Standing::of(row.active, row.invited_at, self.scope.now());
            let found = CannotInvite { membership: row.id, standing };
            here.extend(row.invited_email.map(|email| (email, found)));
            here.extend(user.map(|user| (user.email, found)));
        }
        let check = |new: &Invite| {
            self.manager.may_give(&new.roles).map_err(NotInvited::CannotManage)?;
            match here.get(new.email.as_str()) {
                Some(found) => Err(NotInvited::CannotInvite(*found)),
                None => Ok(()),
            }
        };
        Ok(all.iter().map(check).collect())
    }

    async fn let_in(
        &self,
        tx: &DatabaseTransaction,
        manager: Manager,
        new: &Invite,
    ) -> Result<Result<Invited, NotInvited>, StoreError> {
        if let Err(why) = manager.may_give(&new.roles) {
            return Ok(Err(NotInvited::CannotManage(why)));
        }
        let now = self.scope.now();
        let invitation = NewInvitation {
            organisation: self.organisation,
            name: new.name.clone(),
            email: new.email.clone(),
            roles: new.roles.clone(),
            by_partner: None,
            valid_from: now,
        };
        let invited = invitation::invite(tx, &invitation, now).await?;
        Ok(invited.map_err(NotInvited::CannotInvite))
    }
}
