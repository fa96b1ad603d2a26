//! What a partner's home page counts, and what waits there for somebody.

use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, Query, SubQueryStatement},
};

use super::{
    ContactFilter, PartnerStore, PartnershipFilter, SubscriptionFilter, contact_filter::Days,
    partnerships::unsigned,
};
use crate::{
    domain::partner::PartnerKind,
    store::{StoreError, entity::support_profile, support_details::PROFILE_IS_COMPLETE},
};

/// Numbers with a list behind each, which shows as many.
#[derive(Clone, Debug)]
pub struct Overview {
    pub customers: u64,
    pub subscriptions: u64,
    /// Live subscriptions whose contact nobody has decided; 0 for who cannot decide any. So are those that came back.
    pub undecided: u64,
    pub returned: u64,
    /// Those whose contact has lost its delegated admin privileges, or loses them soon; 0 where nobody needs them.
    pub without_privileges: u64,
    pub privileges_end: u64,
    /// What customers and resellers have told.
    pub reports: u64,
    /// Own requests that nobody has answered for a week.
    pub unanswered: u64,
    /// Resellers that support something and do not say how to be reached.
    pub incomplete_resellers: u64,
    /// Colleagues who ask for help with signing in; 0 for who cannot give it.
    pub users_who_ask: u64,
    /// Whether the partner itself says how to be reached.
    pub own_profile_is_complete: bool,
}

impl PartnerStore {
    pub async fn overview(&self) -> Result<Overview, StoreError> {
        let days = self.days().await?;
        let lists = [
            Some(self.active_relationships(None).into_counted()),
            Some(self.filtered(&SubscriptionFilter::default(), &days).into_counted()),
            self.with_contact(ContactFilter::Undecided, &days),
            self.with_contact(ContactFilter::Returned, &days),
            self.with_contact(ContactFilter::WithoutPrivileges, &days),
            self.with_contact(ContactFilter::PrivilegesEnd, &days),
            Some(self.waiting_reports().into_counted()),
            Some(self.waiting(None, true).into_counted()),
            self.without_profile(),
            self.users_who_ask().map(Counted::into_counted),
            Some(self.own_complete_profile().into_counted()),
        ];
        let [
            customers,
            subscriptions,
            undecided,
            returned,
            without_privileges,
            privileges_end,
            reports,
            unanswered,
            incomplete_resellers,
            users_who_ask,
            complete_profiles,
        ] = self.count(lists).await?;
        Ok(Overview {
            customers,
            subscriptions,
            undecided,
            returned,
            without_privileges,
            privileges_end,
            reports,
            unanswered,
            incomplete_resellers,
            users_who_ask,
            own_profile_is_complete: complete_profiles > 0,
        })
    }

    /// All in one statement; `None` counts as nothing.
    async fn count<const N: usize>(
        &self,
        lists: [Option<Expr>; N],
    ) -> Result<[u64; N], StoreError> {
        let mut counts = Query::select();
        for list in lists {
            counts.expr(list.unwrap_or_else(|| Expr::cust("CAST(0 AS BIGINT)")));
        }
        let row = self.scope.db.reader().query_one(&counts).await?;
        let row =
            row.ok_or_else(|| DbErr::RecordNotFound("a count always has a row".to_owned()))?;
        let mut numbers = [0; N];
        for (nth, number) in numbers.iter_mut().enumerate() {
            *number = unsigned(row.try_get_by_index::<i64>(nth)?);
        }
        Ok(numbers)
    }

    fn with_contact(&self, contact: ContactFilter, days: &Days) -> Option<Expr> {
        let is_asked = match contact {
            ContactFilter::WithoutPrivileges | ContactFilter::PrivilegesEnd => {
                self.needs_delegated_admin()
            }
            _ => self.kind.is_provider(),
        };
        let filter = SubscriptionFilter { contact: Some(contact), ..SubscriptionFilter::default() };
        is_asked.then(|| self.filtered(&filter, days).into_counted())
    }

    fn without_profile(&self) -> Option<Expr> {
        let filter = PartnershipFilter { without_profile: true, ..PartnershipFilter::default() };
        let has_resellers = self.kind == PartnerKind::IndirectProvider;
        has_resellers.then(|| self.filtered_partnerships(&filter).into_counted())
    }

    fn own_complete_profile(&self) -> Select<support_profile::Entity> {
        let is_complete = Expr::cust(PROFILE_IS_COMPLETE.replace("profile.", "support_profiles."));
        support_profile::Entity::find_by_id(self.partner).filter(is_complete)
    }
}

/// How many rows a list has, as a part of another statement.
trait Counted {
    fn into_counted(self) -> Expr;
}

impl<E: EntityTrait> Counted for Select<E> {
    fn into_counted(self) -> Expr {
        let count = self.select_only().expr(Expr::cust("COUNT(*)")).into_query();
        SubQueryStatement::from(count).into()
    }
}
