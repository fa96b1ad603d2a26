//! The list of an organisation's people: few enough to look through in memory.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, DerivePartialModel, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QuerySelect, QueryTrait, RelationTrait, Select, sea_query::Expr,
};
use time::OffsetDateTime;

use super::Users;
use crate::{
    domain::{
        ids::{MembershipId, UserId},
        membership::{Roles, Standing},
        words,
    },
    locale::{search_key, sort_key},
    store::{
        Position, Slice, StoreError,
        entity::{asked_link, membership, membership_role, user},
        limits::LinkPurpose,
        listing::PAGE,
    },
};

words! {
    /// What the list can be narrowed to.
    UserState {
        Member = "member",
        Invited = "invited",
        Expired = "expired",
        Disabled = "disabled",
        /// A member who has done nothing here yet.
        Never = "never",
        /// Somebody waits for a link.
        Asked = "asked",
    }
}

/// What the list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct UserFilter {
    /// Words, each a part of the name or the address.
    pub q: Option<String>,
    pub state: Option<UserState>,
}

/// Somebody of the organisation.
#[derive(Clone, Debug)]
pub struct UserLine {
    pub membership: MembershipId,
    pub user: UserId,
    /// Of somebody who is invited: as it was typed, and so is the address.
    pub name: String,
    pub email: String,
    pub roles: Roles,
    pub standing: Standing,
    /// The reader.
    pub is_reader: bool,
    /// When they last did something for the organisation; `None`: never.
    pub last_seen: Option<OffsetDateTime>,
    pub has_second_factor: bool,
    /// The links that they wait for.
    pub asked: Vec<Asked>,
}

/// A link that somebody has asked for and that nobody has made yet.
#[derive(Clone, Debug)]
pub struct Asked {
    pub purpose: LinkPurpose,
    /// The new address that it is to confirm.
    pub email: Option<String>,
    pub at: OffsetDateTime,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "membership::Entity")]
struct Row {
    id: MembershipId,
    active: bool,
    invited_at: Option<OffsetDateTime>,
    invited_as: Option<String>,
    invited_email: Option<String>,
    #[sea_orm(from_expr = "last_seen()")]
    last_seen: Option<OffsetDateTime>,
    #[sea_orm(nested)]
    user: UserRow,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "user::Entity")]
struct UserRow {
    id: UserId,
    name: String,
    email: String,
    active: bool,
    #[sea_orm(from_expr = "has_second_factor()")]
    has_second_factor: bool,
}

/// What they do for another organisation is none of this one's business.
fn last_seen() -> Expr {
    Expr::cust(
        "(SELECT MAX(a.at) FROM activity a WHERE a.by_user = memberships.user_id \
         AND (a.by_partner = memberships.partner_id OR a.by_customer = memberships.customer_id))",
    )
}

fn has_second_factor() -> Expr {
    Expr::cust("(users.totp_secret IS NOT NULL)")
}

impl Users {
    /// By name.
    pub async fn list(
        &self,
        filter: &UserFilter,
        position: Position<MembershipId>,
    ) -> Result<Slice<UserLine, MembershipId>, StoreError> {
        let words: Vec<_> =
            filter.q.iter().flat_map(|q| q.split_whitespace()).map(search_key).collect();
        let mut lines = self.lines(self.own_memberships()).await?;
        lines.retain(|line| line.is_called(&words) && filter.state.is_none_or(|s| line.is(s)));
        lines.sort_by_cached_key(|line| (sort_key(&line.name), line.membership));
        Ok(slice(lines, position))
    }

    /// How many wait for a link.
    pub async fn asked(&self) -> Result<u64, StoreError> {
        Ok(self.asking().count(self.scope.db.reader()).await?)
    }

    /// The memberships of those who wait for a link.
    pub(in crate::store) fn asking(&self) -> Select<membership::Entity> {
        let asked = asked_link::Entity::find().select_only().column(asked_link::Column::UserId);
        self.own_memberships()
            .join(JoinType::InnerJoin, membership::Relation::User.def())
            .filter(membership::Column::Active.eq(true))
            .filter(user::Column::Active.eq(true))
            .filter(membership::Column::UserId.in_subquery(asked.into_query()))
    }

    pub(super) async fn lines(
        &self,
        memberships: Select<membership::Entity>,
    ) -> Result<Vec<UserLine>, StoreError> {
        let (db, now) = (self.scope.db.reader(), self.scope.now());
        let ids = memberships.clone().select_only().column(membership::Column::Id).into_query();
        let users =
            memberships.clone().select_only().column(membership::Column::UserId).into_query();
        let rows = memberships
            .join(JoinType::InnerJoin, membership::Relation::User.def())
            .into_partial_model::<Row>()
            .all(db)
            .await?;
        let mut roles = BTreeMap::<MembershipId, Roles>::new();
        let given = membership_role::Column::MembershipId.in_subquery(ids);
        for row in membership_role::Entity::find().filter(given).all(db).await? {
            roles.entry(row.membership_id).or_default().extend(self.role(&row.role));
        }
        let mut asked = BTreeMap::<UserId, Vec<Asked>>::new();
        let wishes =
            asked_link::Entity::find().filter(asked_link::Column::UserId.in_subquery(users));
        for row in wishes.all(db).await? {
            let wish = Asked { purpose: row.purpose, email: row.email, at: row.asked_at };
            asked.entry(row.user_id).or_default().push(wish);
        }
        let line = |row: Row| {
            let (roles, asked) = (roles.remove(&row.id), asked.remove(&row.user.id));
            self.line(row, roles.unwrap_or_default(), asked.unwrap_or_default(), now)
        };
        Ok(rows.into_iter().map(line).collect())
    }

    /// An account that waits for its owner to accept keeps to itself what was not typed here.
    fn line(&self, row: Row, roles: Roles, asked: Vec<Asked>, now: OffsetDateTime) -> UserLine {
        let standing = Standing::of(row.active, row.invited_at, now).with_account(row.user.active);
        let invited = row.invited_as.zip(row.invited_email).filter(|_| standing.is_invitation());
        let is_told = invited.is_none();
        let (name, email) = invited.unwrap_or((row.user.name, row.user.email));
        UserLine {
            membership: row.id,
            user: row.user.id,
            name,
            email,
            roles,
            standing,
            is_reader: row.id == self.scope.membership,
            last_seen: row.last_seen,
            has_second_factor: is_told && row.user.has_second_factor,
            asked: if standing == Standing::Member { asked } else { Vec::new() },
        }
    }
}

impl UserLine {
    fn is_called(&self, words: &[String]) -> bool {
        let text = search_key(&format!("{} {}", self.name, self.email));
        words.iter().all(|word| text.contains(word))
    }

    fn is(&self, state: UserState) -> bool {
        match state {
            UserState::Member => self.standing == Standing::Member,
            UserState::Invited => matches!(self.standing, Standing::Invited { .. }),
            UserState::Expired => self.standing == Standing::Expired,
            UserState::Disabled => {
                matches!(self.standing, Standing::Disabled | Standing::Blocked)
            }
            UserState::Never => self.standing == Standing::Member && self.last_seen.is_none(),
            UserState::Asked => !self.asked.is_empty(),
        }
    }
}

/// One page of all of them.
fn slice(lines: Vec<UserLine>, position: Position<MembershipId>) -> Slice<UserLine, MembershipId> {
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let place = |id| lines.iter().position(|line| line.membership == id);
    let start = match position {
        Position::Start => Some(0),
        Position::After(id) => place(id).map(|at| at + 1).filter(|at| *at < lines.len()),
        Position::Before(id) => place(id).filter(|at| *at > 0).map(|at| at.saturating_sub(page)),
    };
    let lost_position = start.is_none();
    let (start, total) = (start.unwrap_or(0), lines.len());
    let rows: Vec<_> = lines.into_iter().skip(start).take(page).collect();
    Slice {
        total: total as u64,
        previous: rows.first().map(|line| line.membership).filter(|_| start > 0),
        next: rows.last().map(|line| line.membership).filter(|_| start + rows.len() < total),
        lost_position,
        rows,
    }
}
