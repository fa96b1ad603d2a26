//! The people of a partner.

use sea_orm::Select;

use super::{PartnerStore, UserManager};
use crate::{
    domain::{ids::OrganisationId, membership::Role, role::PartnerVerb},
    store::{
        entity::membership,
        user::{ManagesUsers, Users},
    },
};

impl ManagesUsers for UserManager {
    fn users(&self) -> Users {
        people(self)
    }
}

impl PartnerStore {
    /// Colleagues who wait for a link, where the reader may make it.
    pub(super) fn users_who_ask(&self) -> Option<Select<membership::Entity>> {
        self.may(PartnerVerb::ManageUsers).then(|| people(self).asking())
    }
}

fn people(partner: &PartnerStore) -> Users {
    let roles = partner.roles.iter().copied().map(Role::Partner).collect();
    Users::new(partner.scope.clone(), OrganisationId::Partner(partner.partner), roles)
}
