//! Assigning the designated support contact of one subscription (`docs/domain.md` rules 22 to 34).

use sea_orm::DatabaseTransaction;

use super::SupportAssigner;
use crate::{
    domain::{
        change::Cause,
        ids::{ChangeId, PartnerId, SubscriptionId},
        support_contact::{CannotAssign, Choice, Contact, Decision, decide},
    },
    store::{StoreError, activity::ActivityKind},
};

/// What a form asks for.
#[derive(Clone, Copy, Debug)]
pub struct Assignment {
    pub subscription: SubscriptionId,
    /// The provider's own id means that it supports the subscription itself.
    pub contact: PartnerId,
    /// The version that the form was made from.
    pub seen_version: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assigned {
    Changed(ChangeId),
    /// Nobody had decided before: the same contact stands (rule 31).
    Confirmed(ChangeId),
    /// Nothing was recorded, because nothing had to be (rule 31).
    AlreadySo,
}

impl SupportAssigner {
    /// `None`: not a subscription that this provider sold.
    pub async fn assign(
        &self,
        assignment: &Assignment,
    ) -> Result<Option<Result<Assigned, CannotAssign>>, StoreError> {
        self.write(async |tx| self.assign_in(tx, assignment).await).await
    }

    async fn assign_in(
        &self,
        tx: &DatabaseTransaction,
        assignment: &Assignment,
    ) -> Result<Option<Result<Assigned, CannotAssign>>, StoreError> {
        let Some(subject) = self.subject(tx, assignment.subscription).await? else {
            return Ok(None);
        };
        let contact = Contact::named(assignment.contact, self.id());
        let reasons = self.reasons(tx, contact, &subject.customer).await?;
        let Some(row) = self.lock_subscription(tx, assignment.subscription).await? else {
            return Ok(None);
        };
        let choice = Choice { contact, seen_version: assignment.seen_version };
        let decision = match decide(row.designation(), choice, reasons, Cause::Assigned) {
            Ok(decision) => decision,
            Err(refusal) => return Ok(Some(Err(refusal))),
        };
        let Some(recorded) = self.record_decision(tx, &row, decision, None).await? else {
            return Ok(Some(Ok(Assigned::AlreadySo)));
        };
        let kind = kind(decision);
        self.record_activity(tx, kind, &subject, &recorded).await?;
        Ok(Some(Ok(match kind {
            ActivityKind::ContactConfirmed => Assigned::Confirmed(recorded.id),
            _ => Assigned::Changed(recorded.id),
        })))
    }
}

fn kind(decision: Decision) -> ActivityKind {
    match decision {
        Decision::Record { cause: Cause::Confirmed, .. } => ActivityKind::ContactConfirmed,
        _ => ActivityKind::ContactAssigned,
    }
}
