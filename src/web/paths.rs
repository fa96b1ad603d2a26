//! Addresses, for redirects and templates.

use crate::domain::{
    ids::{ChangeId, CustomerId, MembershipId, PartnerId, ReportId, RequestId, SubscriptionId},
    report::ReportKind,
    text::DomainName,
};

pub const ROOT: &str = "/";
pub const HEALTH: &str = "/healthz";
pub const READY: &str = "/readyz";
pub const SIGN_IN: &str = "/sign-in";
pub const SECOND_FACTOR: &str = "/sign-in/second-factor";
pub const FORGOT: &str = "/forgot";
pub const ASKED_FOR_HELP: &str = "/forgot?asked=1";
pub const SIGN_OUT: &str = "/sign-out";
pub const ORGANISATION: &str = "/organisation";
pub const LANGUAGE: &str = "/language";
pub const HOME: &str = "/home";
pub const ME: &str = "/me";
pub const MY_EMAIL: &str = "/me/email";
pub const MY_PASSWORD: &str = "/me/password";
pub const MY_SESSIONS: &str = "/me/sessions";
pub const MY_SECOND_FACTOR: &str = "/me/second-factor";
pub const MY_RECOVERY_CODES: &str = "/me/second-factor/codes";
pub const MY_RECOVERY_CODES_DONE: &str = "/me/second-factor/codes/done";
pub const MY_SECOND_FACTOR_OFF: &str = "/me/second-factor/off";
pub const MADE_LINK_DONE: &str = "/made-link/done";
pub const HELP: &str = "/help";
pub const ACCESSIBILITY: &str = "/accessibility";
pub const PARTNER_USERS: &str = "/partner/users";
pub const CUSTOMER_USERS: &str = "/admin/users";
pub const NEW_PARTNER_USER: &str = "/partner/users/new";
pub const NEW_CUSTOMER_USER: &str = "/admin/users/new";
pub const PARTNER_USERS_WHO_ASK: &str = "/partner/users?state=asked";
pub const CUSTOMER_USERS_WHO_ASK: &str = "/admin/users?state=asked";
pub const PARTNER_SECOND_FACTOR: &str = "/partner/users/second-factor";
pub const CUSTOMER_SECOND_FACTOR: &str = "/admin/users/second-factor";
pub const PARTNER_ORGANISATION: &str = "/partner/organisation";
pub const NEW_CUSTOMER: &str = "/partner/customers/new";
pub const NEW_SUBSCRIPTION: &str = "/partner/subscriptions/new";
pub const CUSTOMERS: &str = "/partner/customers";
pub const CUSTOMERS_WITHOUT_PEOPLE: &str = "/partner/customers?people=none";
pub const SUBSCRIPTIONS: &str = "/partner/subscriptions";
pub const UNDECIDED_SUBSCRIPTIONS: &str = "/partner/subscriptions?contact=undecided";
pub const RETURNED_SUBSCRIPTIONS: &str = "/partner/subscriptions?contact=returned";
pub const SUBSCRIPTIONS_WITHOUT_PRIVILEGES: &str = "/partner/subscriptions?contact=without-dap";
pub const SUBSCRIPTIONS_WHOSE_PRIVILEGES_END: &str = "/partner/subscriptions?contact=dap-ends";
pub const RESELLERS_WITHOUT_PROFILE: &str = "/partner/resellers?profile=incomplete";
pub const RESELLERS: &str = "/partner/resellers";
pub const RESELLERS_CSV: &str = "/partner/resellers.csv";
pub const PROVIDERS: &str = "/partner/providers";
pub const REPORTS: &str = "/partner/reports";
pub const SETTLED_REPORTS: &str = "/partner/activity?kind=reports";
pub const ACTIVITY: &str = "/partner/activity";
pub const ACTIVITY_FILE: &str = "/partner/activity.csv";
pub const CUSTOMER_ACTIVITY: &str = "/admin/activity";
pub const CUSTOMER_ACTIVITY_FILE: &str = "/admin/activity.csv";
pub const RELATIONSHIPS: &str = "/partner/relationships";
pub const UNANSWERED_REQUESTS: &str = "/partner/relationships?show=waiting&since=week";
pub const NEW_RELATIONSHIP: &str = "/partner/relationships/new";
pub const NEW_RESELLER: &str = "/partner/resellers/new";
pub const ADMIN: &str = "/admin";
pub const CUSTOMER_ORGANISATION: &str = "/admin/organisation";
pub const SUPPORT: &str = "/admin/support";
pub const CUSTOMER_REQUESTS: &str = "/admin/requests";
pub const ANSWERED_REQUESTS: &str = "/admin/requests?show=answered";
pub const PARTNER_RELATIONSHIPS: &str = "/admin/partner-relationships";
pub const PROFILE: &str = "/partner/profile";
pub const SUPPORT_VCARD: &str = "/admin/support.vcf";
pub const SHARE: &str = "/admin/support/share";

pub fn set_up(token: &str) -> String {
    format!("/setup/{token}")
}

/// Where somebody new accepts an invitation.
pub fn join(token: &str) -> String {
    format!("/setup/{token}/join")
}

/// Where somebody accepts one with their account.
pub fn accept_invitation(token: &str) -> String {
    format!("/setup/{token}/accept")
}

pub fn partner_user(membership: &MembershipId) -> String {
    format!("{PARTNER_USERS}/{membership}")
}

pub fn customer_user(membership: &MembershipId) -> String {
    format!("{CUSTOMER_USERS}/{membership}")
}

/// Where a new password is set, by a link.
pub fn reset(token: &str) -> String {
    format!("/reset/{token}")
}

pub fn sign_in_link(token: &str) -> String {
    format!("/sign-in/link/{token}")
}

/// Where somebody confirms an email address, by a link.
pub fn confirm_email(token: &str) -> String {
    format!("/email/{token}")
}

pub fn customer(customer: &CustomerId) -> String {
    format!("{CUSTOMERS}/{customer}")
}

pub fn edit_customer(customer: &CustomerId) -> String {
    format!("{CUSTOMERS}/{customer}/edit")
}

/// Where a customer's first admin is invited.
pub fn first_admin(customer: &CustomerId) -> String {
    format!("{CUSTOMERS}/{customer}/admin")
}

/// A form that adds a subscription of this customer.
pub fn new_subscription_of(customer: &CustomerId) -> String {
    format!("{NEW_SUBSCRIPTION}?customer={customer}")
}

/// The customer with one of its rows marked as changed.
pub fn customer_after(customer: &CustomerId, changed: &SubscriptionId) -> String {
    format!("{CUSTOMERS}/{customer}?changed={changed}#changed")
}

/// The support profile of a reseller nobody signs in for.
pub fn reseller_profile(reseller: &PartnerId) -> String {
    format!("/partner/resellers/{reseller}/profile")
}

/// One support contact to save.
pub fn support_vcard(contact: &PartnerId) -> String {
    format!("{SUPPORT_VCARD}?contact={contact}")
}

pub fn shared_support(token: &str) -> String {
    format!("/shared/support/{token}")
}

pub fn subscription(subscription: &SubscriptionId) -> String {
    format!("{SUBSCRIPTIONS}/{subscription}")
}

pub fn edit_subscription(subscription: &SubscriptionId) -> String {
    format!("{SUBSCRIPTIONS}/{subscription}/edit")
}

/// The subscription with a contact already chosen.
pub fn subscription_with(subscription: &SubscriptionId, contact: &PartnerId) -> String {
    format!("{SUBSCRIPTIONS}/{subscription}?contact={contact}")
}

pub fn support_contact(subscription: &SubscriptionId) -> String {
    format!("{SUBSCRIPTIONS}/{subscription}/support-contact")
}

/// The live subscriptions that have this contact.
pub fn subscriptions_of(contact: &PartnerId) -> String {
    format!("{SUBSCRIPTIONS}?contact={contact}")
}

pub fn reseller(reseller: &PartnerId) -> String {
    format!("{RESELLERS}/{reseller}")
}

pub fn suspend(reseller: &PartnerId) -> String {
    format!("{RESELLERS}/{reseller}/suspend")
}

pub fn resume(reseller: &PartnerId) -> String {
    format!("{RESELLERS}/{reseller}/resume")
}

pub fn end_partnership(reseller: &PartnerId) -> String {
    format!("{RESELLERS}/{reseller}/end")
}

pub fn end_partnership_csv(reseller: &PartnerId) -> String {
    format!("{RESELLERS}/{reseller}/end.csv")
}

pub fn provider(provider: &PartnerId) -> String {
    format!("{PROVIDERS}/{provider}")
}

pub fn leave_provider(provider: &PartnerId) -> String {
    format!("{PROVIDERS}/{provider}/end")
}

pub fn leave_provider_csv(provider: &PartnerId) -> String {
    format!("{PROVIDERS}/{provider}/end.csv")
}

pub fn end_relationship(customer: &CustomerId) -> String {
    format!("/partner/relationships/{customer}/end")
}

pub fn end_relationship_csv(customer: &CustomerId) -> String {
    format!("/partner/relationships/{customer}/end.csv")
}

/// *This is not ours*.
pub fn report_subscription(subscription: &SubscriptionId) -> String {
    format!("{SUBSCRIPTIONS}/{subscription}/report")
}

pub fn settle(report: &ReportId) -> String {
    format!("{REPORTS}/{report}/settle")
}

/// What a customer tells about the contact of one of its subscriptions.
pub fn report_contact(subscription: &SubscriptionId) -> String {
    format!("{SUPPORT}/{subscription}/report")
}

/// The same with what is to be told already chosen.
pub fn report_contact_as(subscription: &SubscriptionId, kind: ReportKind) -> String {
    format!("{SUPPORT}/{subscription}/report?kind={kind}")
}

pub fn change(change: &ChangeId) -> String {
    format!("/partner/changes/{change}")
}

pub fn undo(change: &ChangeId) -> String {
    format!("/partner/changes/{change}/undo")
}

pub fn repeat(change: &ChangeId) -> String {
    format!("/partner/changes/{change}/repeat")
}

/// A form that asks one's own customer for a relationship.
pub fn new_relationship_with(customer: &CustomerId) -> String {
    format!("{NEW_RELATIONSHIP}?customer={customer}")
}

/// A form that asks whoever has this domain.
pub fn new_relationship_to(domain: &DomainName) -> String {
    format!("{NEW_RELATIONSHIP}?domain={domain}")
}

/// A form that asks one's own customer for delegated admin.
pub fn new_delegated_admin(customer: &CustomerId) -> String {
    format!("{NEW_RELATIONSHIP}?kind=delegated_admin&customer={customer}")
}

/// The form filled as it was for another request, of a relationship or of delegated admin.
pub fn relationship_again(request: &RequestId) -> String {
    format!("{NEW_RELATIONSHIP}?again={request}")
}

/// The same for a partnership.
pub fn partnership_again(request: &RequestId) -> String {
    format!("{NEW_RESELLER}?again={request}")
}

/// A form that asks for what a reseller lacks, for the sake of a subscription of one's own.
pub fn new_relationship_for(
    customer: &CustomerId,
    reseller: &PartnerId,
    subscription: &SubscriptionId,
) -> String {
    format!(
        "{NEW_RELATIONSHIP}?customer={customer}&reseller={reseller}&subscription={subscription}"
    )
}

/// The same for delegated admin.
pub fn new_delegated_admin_for(
    customer: &CustomerId,
    reseller: &PartnerId,
    subscription: &SubscriptionId,
) -> String {
    format!(
        "{NEW_RELATIONSHIP}?kind=delegated_admin&customer={customer}&reseller={reseller}&subscription={subscription}"
    )
}

/// The same for a partnership. `mpn_id`: digits.
pub fn new_partnership_for(mpn_id: &str, subscription: &SubscriptionId) -> String {
    format!("{NEW_RESELLER}?mpn_id={mpn_id}&subscription={subscription}")
}

pub fn request(request: &RequestId) -> String {
    format!("/partner/requests/{request}")
}

pub fn revoke_request(request: &RequestId) -> String {
    format!("/partner/requests/{request}/revoke")
}

/// For whoever has the link.
pub fn request_link(token: &str) -> String {
    format!("/requests/{token}")
}

/// A reseller's answer to a provider.
pub fn answer(request: &RequestId) -> String {
    format!("/partner/requests/{request}/answer")
}

pub fn customer_request(request: &RequestId) -> String {
    format!("{CUSTOMER_REQUESTS}/{request}")
}

pub fn partner_relationship(partner: &PartnerId) -> String {
    format!("{PARTNER_RELATIONSHIPS}/{partner}")
}
