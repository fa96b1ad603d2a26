//! *Assign now*: a request that remembered a subscription was accepted, and its reseller can be chosen (`docs/domain.md`
//! rule 21).

use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use time::{Date, OffsetDateTime};

use super::PartnerStore;
use crate::{
    domain::{
        ids::{PartnerId, SubscriptionId},
        partnership::{Partnership, PartnershipState},
        relationship::{DelegatedAdmin, Relationship, RelationshipState},
        support_contact::{Requested, Standing},
    },
    store::StoreError,
};

/// A reseller that was asked for, for the sake of a subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignNow {
    pub subscription: SubscriptionId,
    pub product: String,
    pub nickname: Option<String>,
    pub customer: String,
    pub reseller: PartnerId,
    pub reseller_name: String,
}

#[derive(FromQueryResult)]
struct Row {
    subscription: SubscriptionId,
    product: String,
    nickname: Option<String>,
    customer: String,
    time_zone: String,
    reseller: PartnerId,
    reseller_name: String,
    partnership_state: PartnershipState,
    suspended_at: Option<OffsetDateTime>,
    relationship_state: RelationshipState,
    delegated_admin: bool,
    delegated_admin_until: Option<Date>,
}

/// $1 the provider. Whoever decided after the answer has decided otherwise, and is not asked again.
const ACCEPTED: &str = "
    SELECT subscriptions.id AS subscription, products.name AS product, subscriptions.nickname,
           customers.name AS customer, customers.time_zone, partners.id AS reseller, partners.name AS reseller_name,
           partnerships.state AS partnership_state, partnerships.suspended_at,
           relationships.state AS relationship_state, relationships.delegated_admin,
           relationships.delegated_admin_until
    FROM requests
    JOIN subscriptions ON subscriptions.id = requests.for_subscription AND subscriptions.provider_id = $1
    JOIN changes latest ON latest.subscription_id = subscriptions.id AND latest.version = subscriptions.version
    JOIN products ON products.id = subscriptions.product_id
    JOIN customers ON customers.id = subscriptions.customer_id
    JOIN partners ON partners.id = COALESCE(requests.for_reseller, requests.to_partner)
    JOIN partnerships ON partnerships.provider_id = $1 AND partnerships.reseller_id = partners.id
    JOIN relationships ON relationships.partner_id = partners.id
        AND relationships.customer_id = subscriptions.customer_id
    WHERE requests.from_partner = $1 AND requests.state = 'accepted'
      AND subscriptions.status IN ('active', 'pending', 'suspended')
      AND (subscriptions.support_reseller_id IS NULL OR subscriptions.support_reseller_id <> partners.id)
      AND (NOT subscriptions.decided OR latest.at < requests.answered_at)
    ORDER BY requests.answered_at DESC, requests.id DESC";

impl PartnerStore {
    /// The newest answer first.
    pub async fn to_assign_now(&self) -> Result<Vec<AssignNow>, StoreError> {
        let reader = self.scope.db.reader();
        let accepted = Statement::from_sql_and_values(
            reader.get_database_backend(),
            ACCEPTED,
            [self.partner.into()],
        );
        let rows = Row::find_by_statement(accepted).all(reader).await?;
        let mut to_assign: Vec<AssignNow> = Vec::new();
        for row in rows {
            let reasons = row.standing().reasons(self.terms(&row.time_zone));
            let line = AssignNow::from(row);
            // A partnership and a relationship may have been asked for, one after the other.
            if reasons.is_empty() && !to_assign.contains(&line) {
                to_assign.push(line);
            }
        }
        Ok(to_assign)
    }
}

impl Row {
    fn standing(&self) -> Standing {
        let delegated_admin =
            DelegatedAdmin::from_columns(self.delegated_admin, self.delegated_admin_until);
        Standing {
            partnership: Some(Partnership {
                state: self.partnership_state,
                suspended: self.suspended_at.is_some(),
            }),
            relationship: Some(Relationship { state: self.relationship_state, delegated_admin }),
            requested: Requested::default(),
        }
    }
}

impl From<Row> for AssignNow {
    fn from(row: Row) -> Self {
        Self {
            subscription: row.subscription,
            product: row.product,
            nickname: row.nickname,
            customer: row.customer,
            reseller: row.reseller,
            reseller_name: row.reseller_name,
        }
    }
}
