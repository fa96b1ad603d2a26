//! Who may do what: one table (`docs/domain.md` rules 2 to 6).

use std::collections::BTreeSet;

use super::{partner::PartnerKind, words};

words! {
    /// What a person is inside a partner (rule 2).
    PartnerRole {
        GlobalAdmin = "global_admin",
        AdminAgent = "admin_agent",
        HelpdeskAgent = "helpdesk_agent",
        SalesAgent = "sales_agent",
        UserManagementAdmin = "user_management_admin",
        BillingAdmin = "billing_admin",
    }
}

words! {
    /// What a person is inside a customer (rule 3).
    CustomerRole {
        GlobalAdmin = "global_admin",
        PlainUser = "user",
    }
}

/// What a partner's people do, as far as not everybody may (rule 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerVerb {
    /// A provider's people read about its resellers, whatever their role.
    ReadResellers,
    /// A reseller's people read about its providers, whatever their role.
    ReadProviders,
    AssignSupportContact,
    AssignMany,
    /// Also delegated admin; and to show such a request's link again.
    RequestRelationship,
    RequestPartnership,
    /// To take back what was asked for: whoever may ask for it, so that the request's kind decides besides.
    RevokeRequest,
    /// To authorize or to decline what a provider asks for.
    AnswerPartnership,
    /// To suspend it, to resume it, to end the partnership.
    ManageReseller,
    /// To end the partnership from the reseller's side.
    LeaveProvider,
    EndRelationship,
    /// Also that of a reseller nobody signs in for.
    EditSupportProfile,
    SettleReport,
    /// To tell a provider that a subscription is not one's own.
    ReportSubscription,
    /// To add a customer and to edit what one knows of it (rule 13a).
    EditCustomers,
    /// To add a subscription that one sells, to edit it and its status.
    EditSubscriptions,
    EditOrganisation,
    /// The users of the own partner and their roles.
    ManageUsers,
    /// A customer's first admin.
    InviteFirstAdmin,
}

impl PartnerVerb {
    /// Whether a partner of this kind does it at all (rule 4): only who sells subscriptions has any to assign, and a
    /// direct partner has no resellers.
    pub fn is_for(self, kind: PartnerKind) -> bool {
        match self {
            Self::AssignSupportContact
            | Self::AssignMany
            | Self::SettleReport
            | Self::EditSubscriptions => kind.is_provider(),
            Self::ReadResellers | Self::RequestPartnership | Self::ManageReseller => {
                kind == PartnerKind::IndirectProvider
            }
            Self::ReadProviders
            | Self::AnswerPartnership
            | Self::LeaveProvider
            | Self::ReportSubscription => kind == PartnerKind::IndirectReseller,
            Self::RequestRelationship
            | Self::RevokeRequest
            | Self::EndRelationship
            | Self::EditSupportProfile
            | Self::EditCustomers
            | Self::EditOrganisation
            | Self::ManageUsers
            | Self::InviteFirstAdmin => true,
        }
    }
}

/// The roles that may assign a support contact: configuration, because the vendor's own page has changed its mind twice
/// (rule 6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssigningRoles(BTreeSet<PartnerRole>);

impl Default for AssigningRoles {
    fn default() -> Self {
        let all_but_billing = PartnerRole::ALL.iter().copied().filter(|role| *role != BILLING);
        Self(all_but_billing.collect())
    }
}

const BILLING: PartnerRole = PartnerRole::BillingAdmin;

impl AssigningRoles {
    /// `None` where billing admins are among them: they never assign (rule 6).
    pub fn of(roles: impl IntoIterator<Item = PartnerRole>) -> Option<Self> {
        let roles: BTreeSet<_> = roles.into_iter().collect();
        (!roles.contains(&BILLING)).then_some(Self(roles))
    }

    pub fn iter(&self) -> impl Iterator<Item = PartnerRole> {
        self.0.iter().copied()
    }
}

impl PartnerRole {
    /// The table of rule 4. Who assigns many must also be among those who assign one.
    pub fn may(self, verb: PartnerVerb, assigning: &AssigningRoles) -> bool {
        let assigns = assigning.0.contains(&self);
        match verb {
            PartnerVerb::ReadResellers | PartnerVerb::ReadProviders => true,
            PartnerVerb::AssignSupportContact => assigns,
            PartnerVerb::AssignMany => {
                assigns && matches!(self, Self::GlobalAdmin | Self::AdminAgent)
            }
            PartnerVerb::RequestRelationship
            | PartnerVerb::EditCustomers
            | PartnerVerb::EditSubscriptions => {
                matches!(self, Self::GlobalAdmin | Self::AdminAgent | Self::SalesAgent)
            }
            PartnerVerb::RequestPartnership
            | PartnerVerb::RevokeRequest
            | PartnerVerb::AnswerPartnership => {
                !matches!(self, Self::HelpdeskAgent | Self::BillingAdmin)
            }
            PartnerVerb::ManageReseller
            | PartnerVerb::LeaveProvider
            | PartnerVerb::EndRelationship => self == Self::GlobalAdmin,
            PartnerVerb::EditSupportProfile | PartnerVerb::EditOrganisation => {
                matches!(self, Self::GlobalAdmin | Self::AdminAgent)
            }
            PartnerVerb::ManageUsers | PartnerVerb::InviteFirstAdmin => {
                matches!(self, Self::GlobalAdmin | Self::UserManagementAdmin)
            }
            PartnerVerb::SettleReport | PartnerVerb::ReportSubscription => self != BILLING,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PartnerRole::*, *};

    /// `docs/domain.md` rule 4, the rows that are built.
    #[test]
    fn the_table_of_rule_4() {
        let roles =
            [GlobalAdmin, AdminAgent, HelpdeskAgent, SalesAgent, UserManagementAdmin, BillingAdmin];
        let table = [
            (PartnerVerb::ReadResellers, [true, true, true, true, true, true]),
            (PartnerVerb::ReadProviders, [true, true, true, true, true, true]),
            (PartnerVerb::AssignSupportContact, [true, true, true, true, true, false]),
            (PartnerVerb::AssignMany, [true, true, false, false, false, false]),
            (PartnerVerb::SettleReport, [true, true, true, true, true, false]),
            (PartnerVerb::ReportSubscription, [true, true, true, true, true, false]),
            (PartnerVerb::RequestRelationship, [true, true, false, true, false, false]),
            (PartnerVerb::RequestPartnership, [true, true, false, true, true, false]),
            (PartnerVerb::RevokeRequest, [true, true, false, true, true, false]),
            (PartnerVerb::AnswerPartnership, [true, true, false, true, true, false]),
            (PartnerVerb::ManageReseller, [true, false, false, false, false, false]),
            (PartnerVerb::LeaveProvider, [true, false, false, false, false, false]),
            (PartnerVerb::EndRelationship, [true, false, false, false, false, false]),
            (PartnerVerb::EditSupportProfile, [true, true, false, false, false, false]),
            (PartnerVerb::EditCustomers, [true, true, false, true, false, false]),
            (PartnerVerb::EditSubscriptions, [true, true, false, true, false, false]),
            (PartnerVerb::EditOrganisation, [true, true, false, false, false, false]),
            (PartnerVerb::ManageUsers, [true, false, false, false, true, false]),
            (PartnerVerb::InviteFirstAdmin, [true, false, false, false, true, false]),
        ];
        for (verb, expected) in table {
            let allowed = roles.map(|role| role.may(verb, &AssigningRoles::default()));
            assert_eq!(allowed, expected, "{verb:?}");
        }
    }

    /// `docs/domain.md` rule 6.
    #[test]
    fn the_assigning_roles_are_configuration_but_never_billing() {
        let few = AssigningRoles::of([AdminAgent, HelpdeskAgent]).unwrap();
        assert!(!GlobalAdmin.may(PartnerVerb::AssignSupportContact, &few));
        assert!(!GlobalAdmin.may(PartnerVerb::AssignMany, &few));
        assert!(HelpdeskAgent.may(PartnerVerb::AssignSupportContact, &few));
        assert_eq!(AssigningRoles::of([AdminAgent, BillingAdmin]), None);
    }
}
