//! The portal as a whole: the way into an empty one, and whether it is the demo.

use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait, PaginatorTrait};

use crate::store::{
    Store, StoreError, Token,
    entity::{partner, setting},
    one_time_link::{self, LinkPurpose, NewLink},
};

const DEMO: &str = "demo";

impl Store {
    /// A link with which the first organisation and its global admin are made, once; links made before are void. `None`
    /// where there is an organisation already.
    pub async fn make_set_up_link(&self) -> Result<Option<Token>, StoreError> {
        self.db
            .write(async |tx| {
                if partner::Entity::find().count(tx).await? > 0 {
                    return Ok(None);
                }
                let link = NewLink::new(LinkPurpose::SetUp, None, self.clock.now());
                Ok(Some(one_time_link::make(tx, link).await?))
            })
            .await
    }

    /// Whether the database holds the demo world: its pages say so, and it listens on loopback only.
    pub async fn is_demo(&self) -> Result<bool, StoreError> {
        let mark = setting::Entity::find_by_id(DEMO).all(self.db.reader()).await?;
        Ok(!mark.is_empty())
    }

    pub(in crate::store) async fn mark_as_demo(
        &self,
        tx: &DatabaseTransaction,
    ) -> Result<(), StoreError> {
        let mark = setting::ActiveModel { key: Set(DEMO.to_owned()), value: Set("yes".to_owned()) };
        setting::Entity::insert(mark).exec_without_returning(tx).await?;
        Ok(())
    }
}
