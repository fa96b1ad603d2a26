//! Every address of the product: one line each.
//!
//! The server is configured from this table and the access test reads it. The handlers' signatures enforce it.

use std::collections::BTreeMap;

use actix_web::{FromRequest, Handler, Responder, Route, guard, http::Method, web};

use super::{
    accessibility, account, assets, customer, health, help, home, invitation, language, made_link,
    organisation, partner, request_link, reset, second_factor, set_up, sign_in, sign_in_help,
    sign_in_link, user,
};
use crate::{
    domain::role::PartnerVerb,
    store::{self, UserManager},
};

/// Who may use an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Anyone,
    /// Whoever has signed in, before they have chosen for which organisation they act.
    SignedIn,
    /// Whoever acts for an organisation.
    Member,
    PartnerUser,
    /// A partner's user whose role allows it, where the partner's kind does it at all.
    PartnerWho(PartnerVerb),
    CustomerUser,
    CustomerAdmin,
}

pub struct Endpoint {
    pub method: Method,
    pub path: &'static str,
    pub who: Who,
    route: Route,
}

#[expect(clippy::too_many_lines, reason = "one line for each address")]
#[rustfmt::skip]
pub fn all() -> Vec<Endpoint> {
    use PartnerVerb::*;
    use Who::*;
    vec![
        get ("/",                                                     Anyone,                           home::root),
        get ("/healthz",                                              Anyone,                           health::live),
        get ("/readyz",                                               Anyone,                           health::ready),
        get ("/static/{name}",                                        Anyone,                           assets::show),
        get ("/help",                                                 Anyone,                           help::show),
        get ("/accessibility",                                        Anyone,                           accessibility::show),
        get ("/language",                                             Anyone,                           home::root),
        post("/language",                                             Anyone,                           language::update),
        get ("/sign-in",                                              Anyone,                           sign_in::show),
        post("/sign-in",                                              Anyone,                           sign_in::create),
        get ("/sign-out",                                             Anyone,                           home::root),
        post("/sign-out",                                             Anyone,                           sign_in::destroy),
        get ("/sign-in/link/{token}",                                 Anyone,                           sign_in_link::show),
        post("/sign-in/link/{token}",                                 Anyone,                           sign_in_link::create),
        get ("/forgot",                                               Anyone,                           sign_in_help::show),
        post("/forgot",                                               Anyone,                           sign_in_help::create),
        get ("/reset/{token}",                                        Anyone,                           reset::show),
        post("/reset/{token}",                                        Anyone,                           reset::update),
        get ("/sign-in/second-factor",                                Anyone,                           second_factor::show),
        post("/sign-in/second-factor",                                Anyone,                           second_factor::create),
        get ("/setup/{token}",                                        Anyone,                           set_up::show),
        post("/setup/{token}",                                        Anyone,                           set_up::create),
        get ("/setup/{token}/join",                                   Anyone,                           invitation::to_page),
        post("/setup/{token}/join",                                   Anyone,                           invitation::join),
        get ("/setup/{token}/accept",                                 Anyone,                           invitation::to_page),
        post("/setup/{token}/accept",                                 Anyone,                           invitation::accept),
        get ("/requests/{token}",                                     Anyone,                           request_link::show),
        post("/requests/{token}",                                     Anyone,                           request_link::claim),
        get ("/organisation",                                         SignedIn,                         organisation::show),
        post("/organisation",                                         SignedIn,                         organisation::update),
        get ("/me",                                                   SignedIn,                         account::show),
        post("/me",                                                   SignedIn,                         account::update),
        get ("/me/email",                                             SignedIn,                         account::email::show),
        post("/me/email",                                             SignedIn,                         account::email::update),
        get ("/me/password",                                          SignedIn,                         account::password::show),
        post("/me/password",                                          SignedIn,                         account::password::update),
        get ("/me/sessions",                                          SignedIn,                         account::sessions::show),
        post("/me/sessions",                                          SignedIn,                         account::sessions::update),
        get ("/email/{token}",                                        Anyone,                           account::confirm_email::show),
        post("/email/{token}",                                        Anyone,                           account::confirm_email::update),
        get ("/me/second-factor",                                     SignedIn,                         account::second_factor::show),
        post("/me/second-factor",                                     SignedIn,                         account::second_factor::create),
        get ("/me/second-factor/off",                                 SignedIn,                         account::second_factor_off::edit),
        post("/me/second-factor/off",                                 SignedIn,                         account::second_factor_off::update),
        get ("/me/second-factor/codes",                               SignedIn,                         account::recovery_codes::new),
        post("/me/second-factor/codes",                               SignedIn,                         account::recovery_codes::create),
        get ("/me/second-factor/codes/done",                          SignedIn,                         account::recovery_codes::to_page),
        post("/me/second-factor/codes/done",                          SignedIn,                         account::recovery_codes::done),
        get ("/made-link/done",                                       Anyone,                           home::root),
        post("/made-link/done",                                       Member,                           made_link::done),
        get ("/home",                                                 Member,                           home::show),

        get ("/partner/customers",                                    PartnerUser,                      partner::customers::index),
        get ("/partner/customers/{customer}",                         PartnerUser,                      partner::customer::show),
        get ("/partner/customers/new",                                PartnerWho(EditCustomers),        partner::new_customer::new),
        post("/partner/customers/new",                                PartnerWho(EditCustomers),        partner::new_customer::create),
        get ("/partner/customers/{customer}/edit",                    PartnerWho(EditCustomers),        partner::customer_edit::edit),
        post("/partner/customers/{customer}/edit",                    PartnerWho(EditCustomers),        partner::customer_edit::update),
        get ("/partner/customers/{customer}/admin",                   PartnerWho(InviteFirstAdmin),     partner::first_admin::edit),
        post("/partner/customers/{customer}/admin",                   PartnerWho(InviteFirstAdmin),     partner::first_admin::update),
        get ("/partner/subscriptions",                                PartnerUser,                      partner::subscriptions::index),
        get ("/partner/subscriptions/{subscription}",                 PartnerUser,                      partner::support_contact::edit),
        get ("/partner/subscriptions/new",                            PartnerWho(EditSubscriptions),    partner::new_subscription::new),
        post("/partner/subscriptions/new",                            PartnerWho(EditSubscriptions),    partner::new_subscription::create),
        get ("/partner/subscriptions/{subscription}/edit",            PartnerWho(EditSubscriptions),    partner::subscription_edit::edit),
        post("/partner/subscriptions/{subscription}/edit",            PartnerWho(EditSubscriptions),    partner::subscription_edit::update),
        get ("/partner/subscriptions/{subscription}/support-contact", PartnerUser,                      partner::support_contact::to_form),
        post("/partner/subscriptions/{subscription}/support-contact", PartnerWho(AssignSupportContact), partner::support_contact::update),
        get ("/partner/subscriptions/{subscription}/report",          PartnerWho(ReportSubscription),   partner::not_ours::edit),
        post("/partner/subscriptions/{subscription}/report",          PartnerWho(ReportSubscription),   partner::not_ours::create),
        get ("/partner/changes/{change}",                             PartnerUser,                      partner::changes::show),
        get ("/partner/changes/{change}/undo",                        PartnerUser,                      partner::changes::to_review),
        post("/partner/changes/{change}/undo",                        PartnerWho(AssignSupportContact), partner::changes::undo),
        get ("/partner/changes/{change}/repeat",                      PartnerUser,                      partner::changes::to_review),
        post("/partner/changes/{change}/repeat",                      PartnerWho(AssignMany),           partner::repeat::create),
        get ("/partner/reports",                                      PartnerUser,                      partner::reports::index),
        get ("/partner/reports/{report}/settle",                      PartnerUser,                      partner::reports::to_list),
        post("/partner/reports/{report}/settle",                      PartnerWho(SettleReport),         partner::reports::settle),
        get ("/partner/resellers/{reseller}/profile",                 PartnerWho(ReadResellers),        partner::reseller_profile::show),
        post("/partner/resellers/{reseller}/profile",                 PartnerWho(EditSupportProfile),   partner::reseller_profile::update),
        get ("/partner/resellers",                                    PartnerWho(ReadResellers),        partner::resellers::index),
        get ("/partner/resellers.csv",                                PartnerWho(ReadResellers),        partner::resellers::export),
        get ("/partner/resellers/{reseller}",                         PartnerWho(ReadResellers),        partner::reseller::show),
        get ("/partner/resellers/{reseller}/suspend",                 PartnerWho(ReadResellers),        partner::reseller::to_page),
        post("/partner/resellers/{reseller}/suspend",                 PartnerWho(ManageReseller),       partner::suspension::suspend),
        get ("/partner/resellers/{reseller}/resume",                  PartnerWho(ReadResellers),        partner::reseller::to_page),
        post("/partner/resellers/{reseller}/resume",                  PartnerWho(ManageReseller),       partner::suspension::resume),
        get ("/partner/resellers/{reseller}/end",                     PartnerWho(ManageReseller),       partner::partnership_end::edit),
        post("/partner/resellers/{reseller}/end",                     PartnerWho(ManageReseller),       partner::partnership_end::update),
        get ("/partner/resellers/{reseller}/end.csv",                 PartnerWho(ManageReseller),       partner::partnership_end::export),
        get ("/partner/resellers/new",                                PartnerWho(RequestPartnership),   partner::partnership_request::new),
        post("/partner/resellers/new",                                PartnerWho(RequestPartnership),   partner::partnership_request::create),
        get ("/partner/providers",                                    PartnerWho(ReadProviders),        partner::providers::index),
        get ("/partner/providers/{provider}",                         PartnerWho(ReadProviders),        partner::providers::show),
        get ("/partner/providers/{provider}/end",                     PartnerWho(LeaveProvider),        partner::provider_end::edit),
        post("/partner/providers/{provider}/end",                     PartnerWho(LeaveProvider),        partner::provider_end::update),
        get ("/partner/providers/{provider}/end.csv",                 PartnerWho(LeaveProvider),        partner::provider_end::export),
        get ("/partner/relationships/{customer}/end",                 PartnerWho(EndRelationship),      partner::relationship_end::edit),
        post("/partner/relationships/{customer}/end",                 PartnerWho(EndRelationship),      partner::relationship_end::update),
        get ("/partner/relationships/{customer}/end.csv",             PartnerWho(EndRelationship),      partner::relationship_end::export),
        get ("/partner/relationships",                                PartnerUser,                      partner::relationships::index),
        get ("/partner/relationships/new",                            PartnerWho(RequestRelationship),  partner::relationship_request::new),
        post("/partner/relationships/new",                            PartnerWho(RequestRelationship),  partner::relationship_request::create),
        get ("/partner/requests/{request}",                           PartnerUser,                      partner::requests::show),
        get ("/partner/requests/{request}/revoke",                    PartnerUser,                      partner::requests::to_request),
        post("/partner/requests/{request}/revoke",                    PartnerWho(RevokeRequest),        partner::requests::revoke),
        get ("/partner/requests/{request}/answer",                    PartnerUser,                      partner::answer::show),
        post("/partner/requests/{request}/answer",                    PartnerWho(AnswerPartnership),    partner::answer::update),
        get ("/partner/profile",                                      PartnerUser,                      partner::support_profile::show),
        post("/partner/profile",                                      PartnerWho(EditSupportProfile),   partner::support_profile::update),
        get ("/partner/users",                                        PartnerWho(ManageUsers),          user::index::index::<UserManager>),
        get ("/partner/users/new",                                    PartnerWho(ManageUsers),          user::new::new::<UserManager>),
        post("/partner/users/new",                                    PartnerWho(ManageUsers),          user::new::create::<UserManager>),
        get ("/partner/users/second-factor",                          PartnerWho(ManageUsers),          user::second_factor::show::<UserManager>),
        post("/partner/users/second-factor",                          PartnerWho(ManageUsers),          user::second_factor::update::<UserManager>),
        get ("/partner/users/{membership}",                           PartnerWho(ManageUsers),          user::show::show::<UserManager>),
        post("/partner/users/{membership}",                           PartnerWho(ManageUsers),          user::show::update::<UserManager>),
        get ("/partner/organisation",                                 PartnerUser,                      partner::organisation::show),
        post("/partner/organisation",                                 PartnerWho(EditOrganisation),     partner::organisation::update),
        get ("/partner/activity",                                     PartnerUser,                      partner::activity::index),
        get ("/partner/activity.csv",                                 PartnerUser,                      partner::activity::file),

        get ("/admin",                                                CustomerUser,                     customer::admin::show),
        get ("/admin/support",                                        CustomerUser,                     customer::support::show),
        get ("/admin/support/{subscription}/report",                  CustomerUser,                     customer::report::edit),
        post("/admin/support/{subscription}/report",                  CustomerUser,                     customer::report::create),
        get ("/admin/support.vcf",                                    CustomerUser,                     customer::vcard::show),
        get ("/admin/support/share",                                  CustomerAdmin,                    customer::support_share::show),
        post("/admin/support/share",                                  CustomerAdmin,                    customer::support_share::update),
        get ("/admin/requests",                                       CustomerUser,                     customer::requests::index),
        get ("/admin/requests/{request}",                             CustomerUser,                     customer::requests::show),
        post("/admin/requests/{request}",                             CustomerAdmin,                    customer::requests::update),
        get ("/admin/partner-relationships",                          CustomerUser,                     customer::partner_relationships::index),
        get ("/admin/partner-relationships/{partner}",                CustomerUser,                     customer::partner_relationships::show),
        post("/admin/partner-relationships/{partner}",                CustomerAdmin,                    customer::partner_relationships::update),
        get ("/admin/users",                                          CustomerAdmin,                    user::index::index::<store::CustomerAdmin>),
        get ("/admin/users/new",                                      CustomerAdmin,                    user::new::new::<store::CustomerAdmin>),
        post("/admin/users/new",                                      CustomerAdmin,                    user::new::create::<store::CustomerAdmin>),
        get ("/admin/users/second-factor",                            CustomerAdmin,                    user::second_factor::show::<store::CustomerAdmin>),
        post("/admin/users/second-factor",                            CustomerAdmin,                    user::second_factor::update::<store::CustomerAdmin>),
        get ("/admin/users/{membership}",                             CustomerAdmin,                    user::show::show::<store::CustomerAdmin>),
        post("/admin/users/{membership}",                             CustomerAdmin,                    user::show::update::<store::CustomerAdmin>),
        get ("/admin/organisation",                                   CustomerUser,                     customer::organisation::show),
        post("/admin/organisation",                                   CustomerAdmin,                    customer::organisation::update),
        get ("/admin/activity",                                       CustomerAdmin,                    customer::activity::index),
        get ("/admin/activity.csv",                                   CustomerAdmin,                    customer::activity::file),
        get ("/shared/support/{token}",                               Anyone,                           customer::shared_support::show),
    ]
}

/// One resource per path, so that a wrong method is a 405 that names the right ones.
pub fn configure(app: &mut web::ServiceConfig) {
    let mut resources = BTreeMap::new();
    for Endpoint { path, route, .. } in all() {
        let resource = resources.remove(path).unwrap_or_else(|| web::resource(path));
        resources.insert(path, resource.route(route));
    }
    // Sorted paths put literals before `{…}`.
    for resource in resources.into_values() {
        app.service(resource);
    }
}

fn get<F, Args>(path: &'static str, who: Who, handler: F) -> Endpoint
where
    F: Handler<Args, Output: Responder>,
    Args: FromRequest + 'static,
{
    let get_or_head = guard::Any(guard::Get()).or(guard::Head());
    Endpoint { method: Method::GET, path, who, route: web::route().guard(get_or_head).to(handler) }
}

fn post<F, Args>(path: &'static str, who: Who, handler: F) -> Endpoint
where
    F: Handler<Args, Output: Responder>,
    Args: FromRequest + 'static,
{
    Endpoint { method: Method::POST, path, who, route: web::post().to(handler) }
}
