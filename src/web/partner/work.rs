//! The work list on Home: what waits, how much of it, and the button that begins it.

use crate::{
    domain::role::PartnerVerb,
    locale::Messages,
    store::{PartnerStore, partner::Overview},
    web::paths,
};

/// One line. Its list shows as many rows as it counts.
pub struct Work {
    pub count: u64,
    pub what: String,
    pub advice: String,
    pub list: String,
    /// `None`: the reader can only look.
    pub button: Option<String>,
}

/// A step that an empty portal begins with.
pub struct Step {
    pub what: String,
    pub address: &'static str,
}

/// What is most urgent first.
pub fn work(t: Messages, partner: &PartnerStore, overview: &Overview) -> Vec<Work> {
    let may_assign = partner.may(PartnerVerb::AssignSupportContact);
    let may_settle = partner.may(PartnerVerb::SettleReport);
    let may_ask_customers = partner.may(PartnerVerb::RequestRelationship);
    let may_ask = may_ask_customers || partner.may(PartnerVerb::RequestPartnership);
    let may_edit_profiles = partner.may(PartnerVerb::EditSupportProfile);
    let is_provider = partner.kind().is_provider();
    let (reports, returned) = (overview.reports, overview.returned);
    let (lost, ending) = (overview.without_privileges, overview.privileges_end);
    let (undecided, incomplete) = (overview.undecided, overview.incomplete_resellers);
    let line = |count, what, advice, list: &str, button: Option<String>| Work {
        count,
        what,
        advice,
        list: list.to_owned(),
        button,
    };
    let lines = [
        line(
            reports,
            t.reports_wait(reports),
            t.reports_wait_advice(),
            paths::REPORTS,
            may_settle.then(|| t.reports_wait_button()),
        ),
        line(
            overview.users_who_ask,
            t.users_asked(overview.users_who_ask),
            t.users_asked_advice(),
            paths::PARTNER_USERS_WHO_ASK,
            Some(t.users_asked_button()),
        ),
        line(
            overview.unanswered,
            t.unanswered_requests(overview.unanswered),
            t.unanswered_requests_advice(),
            paths::UNANSWERED_REQUESTS,
            may_ask.then(|| t.show_their_links()),
        ),
        line(
            returned,
            t.returned_subscriptions(returned),
            t.returned_advice(),
            paths::RETURNED_SUBSCRIPTIONS,
            may_assign.then(|| t.choose_contacts()),
        ),
        line(
            lost,
            t.without_privileges(lost),
            if is_provider { t.without_privileges_advice() } else { t.own_privileges_advice() },
            paths::SUBSCRIPTIONS_WITHOUT_PRIVILEGES,
            may_assign.then(|| t.choose_contacts()),
        ),
        line(
            ending,
            t.privileges_end(ending),
            if is_provider { t.privileges_end_advice() } else { t.own_privileges_advice() },
            paths::SUBSCRIPTIONS_WHOSE_PRIVILEGES_END,
            may_ask_customers.then(|| t.look_at_them()),
        ),
        line(
            undecided,
            t.undecided_subscriptions(undecided),
            if may_assign { t.undecided_advice() } else { t.undecided_advice_reader() },
            paths::UNDECIDED_SUBSCRIPTIONS,
            may_assign.then(|| t.decide()),
        ),
        line(
            incomplete,
            t.incomplete_profiles(incomplete),
            t.incomplete_profiles_advice(),
            paths::RESELLERS_WITHOUT_PROFILE,
            may_edit_profiles.then(|| t.look_at_them()),
        ),
    ];
    lines.into_iter().filter(|line| line.count > 0).collect()
}

/// Where an empty portal begins; each only for who may take it.
pub fn first_steps(t: Messages, partner: &PartnerStore, overview: &Overview) -> Vec<Step> {
    if overview.customers > 0 || overview.subscriptions > 0 {
        return Vec::new();
    }
    let may = |verb| partner.may(verb);
    let profile = !overview.own_profile_is_complete && may(PartnerVerb::EditSupportProfile);
    let steps = [
        (profile, t.step_profile(), paths::PROFILE),
        (may(PartnerVerb::ManageUsers), t.step_users(), paths::NEW_PARTNER_USER),
        (may(PartnerVerb::EditCustomers), t.step_customer(), paths::NEW_CUSTOMER),
        (may(PartnerVerb::RequestRelationship), t.step_relationship(), paths::NEW_RELATIONSHIP),
        (may(PartnerVerb::RequestPartnership), t.step_partnership(), paths::NEW_RESELLER),
        (may(PartnerVerb::ReadProviders), t.step_providers(), paths::PROVIDERS),
    ];
    let steps = steps.into_iter().filter(|(may, ..)| *may);
    steps.map(|(_, what, address)| Step { what, address }).collect()
}
