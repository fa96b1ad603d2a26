//! The customer's other subscriptions on a change's review, to be given the same contact.

use super::words;
use crate::{
    domain::ids::SubscriptionId,
    store::{
        PartnerStore,
        partner::{ChangePage, RepeatLine, Would},
    },
    web::{error::AppError, kept_form::KeptForm, page::Page, paths},
};

pub struct RepeatForm {
    pub lines: Vec<Line>,
    /// Some line can be ticked.
    pub can_change: bool,
    /// Why none can: the contact is not available any more.
    pub impossible: Option<String>,
}

/// One of the customer's other subscriptions.
pub struct Line {
    pub id: SubscriptionId,
    /// The id and the version that was shown.
    pub value: String,
    pub product: String,
    pub nickname: Option<String>,
    pub contact_now: String,
    pub decided: bool,
    pub would: String,
    pub can_be_ticked: bool,
    pub ticked: bool,
}

impl RepeatForm {
    pub async fn of(
        partner: &PartnerStore,
        change: &ChangePage,
        page: &Page,
    ) -> Result<Self, AppError> {
        let kept = page.kept_form(&paths::repeat(&change.id));
        let reasons = partner.repeat_reasons(change).await?;
        if !reasons.is_empty() {
            let reasons = words::reason_list(page.t, &reasons);
            let impossible = Some(page.t.repeat_not_possible(reasons));
            return Ok(Self { lines: Vec::new(), can_change: false, impossible });
        }
        let lines = partner.repeat_lines(change).await?;
        let lines: Vec<_> =
            lines.into_iter().map(|line| Line::of(line, change, page, kept.as_ref())).collect();
        let can_change = lines.iter().any(|line| line.can_be_ticked);
        Ok(Self { lines, can_change, impossible: None })
    }
}

impl Line {
    fn of(line: RepeatLine, change: &ChangePage, page: &Page, kept: Option<&KeptForm>) -> Self {
        let value = format!("{}:{}", line.id, line.version);
        Self {
            ticked: kept.is_some_and(|kept| kept.has("subscription", &value)),
            would: match line.would {
                Would::Change => page.t.would_change(&change.after.name),
                Would::Confirm => page.t.would_confirm(),
                Would::Nothing => page.t.would_nothing(),
            },
            can_be_ticked: line.would != Would::Nothing,
            id: line.id,
            value,
            product: line.product,
            nickname: line.nickname,
            contact_now: line.contact_now,
            decided: line.decided,
        }
    }
}
