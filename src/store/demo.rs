//! The demo world: made-up organisations that show every case of the rules, and a crowd of customers to leaf through
//! (`docs/demo.md`). Tests build on it too.

mod crowd;
mod draft;
mod world;

#[cfg(test)]
mod tests;

use sea_orm::{EntityTrait, PaginatorTrait};

pub use self::world::{DemoAccount, DemoRole, accounts};
use self::{crowd::Crowd, draft::Draft, world::World};
use super::{Store, StoreError, entity::partner};

/// The password of every demo account.
pub const PASSWORD: &str = "liaison-demo-only";

/// How many customers of the crowd are written at a time.
const BATCH: usize = 200;

impl Store {
    /// Writes the demo world and marks the database as demo, with `customers` generated customers besides. `false`: there
    /// is a partner already, and nothing has been touched.
    ///
    /// It is one transaction, so that a run that is broken off leaves the database as empty as it was.
    pub async fn fill_demo(&self, customers: usize) -> Result<bool, StoreError> {
        // One hash for all accounts: what it would keep secret stands three lines further up.
        let hash = self.passwords.hash(PASSWORD).await?;
        self.db
            .write(async |tx| {
                if partner::Entity::find().count(tx).await? > 0 {
                    return Ok(false);
                }
                self.mark_as_demo(tx).await?;
                let mut draft = Draft::new(self.clock.now());
                let world = World::new(&mut draft, &hash);
                draft.write(tx).await?;
                let mut crowd = Crowd::new(&world);
                let mut numbers = (0..).take(customers).peekable();
                while numbers.peek().is_some() {
                    numbers
                        .by_ref()
                        .take(BATCH)
                        .for_each(|number| crowd.add_customer(&mut draft, number));
                    draft.write(tx).await?;
                }
                Ok(true)
            })
            .await
    }
}
