//! The people of a customer.

use super::{CustomerAdmin, CustomerStore};
use crate::{
    domain::{ids::OrganisationId, membership::Role},
    store::{
        StoreError,
        user::{ManagesUsers, Users},
    },
};

impl ManagesUsers for CustomerAdmin {
    fn users(&self) -> Users {
        let roles = self.roles.iter().copied().map(Role::Customer).collect();
        Users::new(self.scope.clone(), OrganisationId::Customer(self.customer), roles)
    }
}

impl CustomerStore {
    /// How many colleagues wait for a link that the reader may make: none where they may not.
    pub async fn users_who_ask(&self) -> Result<u64, StoreError> {
        match self.clone().into_admin() {
            Some(admin) => admin.users().asked().await,
            None => Ok(0),
        }
    }
}
