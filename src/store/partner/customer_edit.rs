//! Editing what a partner knows of a customer: its own number for it always; what all see, only while it alone sees it.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use serde_json::json;
use time::OffsetDateTime;

use super::{CustomerEditor, CustomerFacts};
use crate::{
    domain::{
        customer::{CannotEdit, FactsAreShared, Standing},
        ids::CustomerId,
        text::Number,
    },
    store::{
        Edited, StoreError,
        activity::{self, ActivityKind},
        customer_people,
        edited::Fields,
        entity::{customer, relationship},
        former_name,
    },
};

/// What a form asks for.
#[derive(Clone, Debug)]
pub struct CustomerEdit {
    pub customer: CustomerId,
    /// `None`: they stay as they are.
    pub facts: Option<CustomerFacts>,
    pub number: Option<Number>,
    /// Of what the form was made from.
    pub seen: String,
}

/// A customer as its form shows it.
#[derive(Clone, Debug)]
pub struct EditableCustomer {
    pub id: CustomerId,
    pub name: String,
    pub domain: String,
    pub country: Option<String>,
    pub time_zone: String,
    /// In the partner's own books.
    pub number: Option<String>,
    /// Why the other facts stay as they are.
    pub facts: Result<(), FactsAreShared>,
    /// Names what stands, so that a form can say what it was made from.
    pub seen: String,
}

impl CustomerEditor {
    /// `None`: the partner has, and has had, no relationship with it.
    pub async fn editable_customer(
        &self,
        id: CustomerId,
    ) -> Result<Option<EditableCustomer>, StoreError> {
        let reader = self.scope.db.reader();
        let own = relationship::Entity::find_by_id((self.id(), id));
        let row = own.find_also_related(customer::Entity).all(reader).await?.pop();
        let Some((own, Some(row))) = row else { return Ok(None) };
        let facts = self.standing_of(reader, &own).await?.may_edit_facts();
        let seen = fields(&row, &own).mark();
        let customer::Model { name, domain, country, time_zone, .. } = row;
        let number = own.customer_number;
        Ok(Some(EditableCustomer { id, name, domain, country, time_zone, number, facts, seen }))
    }

    /// `None`: the partner has, and has had, no relationship with it.
    pub async fn edit_customer(
        &self,
        edit: &CustomerEdit,
    ) -> Result<Option<Result<Edited, CannotEdit>>, StoreError> {
        self.write(async |tx| self.edit_customer_in(tx, edit).await).await
    }

    async fn edit_customer_in(
        &self,
        tx: &DatabaseTransaction,
        edit: &CustomerEdit,
    ) -> Result<Option<Result<Edited, CannotEdit>>, StoreError> {
        let locked = relationship::Entity::find_by_id((self.id(), edit.customer)).lock_exclusive();
        let Some(own) = locked.all(tx).await?.pop() else { return Ok(None) };
        // Nobody ties anything to it meanwhile.
        let locked = customer::Entity::find_by_id(edit.customer).lock_exclusive();
        let Some(row) = locked.all(tx).await?.pop() else { return Ok(None) };
        let (new_row, new_own) = edit.applied(&row, &own);
        let standing = fields(&row, &own);
        let changed = standing.difference(&fields(&new_row, &new_own));
        if changed.is_empty() {
            return Ok(Some(Ok(Edited::AlreadySo)));
        }
        if edit.seen != standing.mark() {
            return Ok(Some(Err(CannotEdit::Stale)));
        }
        if new_row != row
            && let Err(why) = self.standing_of(tx, &own).await?.may_edit_facts()
        {
            return Ok(Some(Err(CannotEdit::Facts(why))));
        }
        write(tx, &row, &new_row, &new_own, self.now()).await?;
        let mut line = self.activity(ActivityKind::CustomerEdited, edit.customer);
        // A partner's own books are nobody else's business.
        line.customer = line.customer.filter(|_| new_row != row);
        line.arguments = json!({ "customer": new_row.name, "changed": changed });
        activity::record(tx, line).await?;
        Ok(Some(Ok(Edited::Changed)))
    }

    async fn standing_of(
        &self,
        connection: &impl ConnectionTrait,
        own: &relationship::Model,
    ) -> Result<Standing, StoreError> {
        let others = relationship::Entity::find()
            .filter(relationship::Column::CustomerId.eq(own.customer_id))
            .filter(relationship::Column::PartnerId.ne(self.id()));
        Ok(Standing {
            relationship: own.state,
            has_people: customer_people::are_there(connection, own.customer_id).await?,
            is_known_to_others: others.count(connection).await? > 0,
        })
    }
}

impl CustomerEdit {
    /// Both rows as they are to stand.
    fn applied(
        &self,
        row: &customer::Model,
        own: &relationship::Model,
    ) -> (customer::Model, relationship::Model) {
        let (mut row, mut own) = (row.clone(), own.clone());
        if let Some(CustomerFacts { name, country, zone }) = &self.facts {
            row.name = name.to_string();
            row.country = country.as_ref().map(ToString::to_string);
            zone.name().clone_into(&mut row.time_zone);
        }
        own.customer_number = self.number.as_ref().map(ToString::to_string);
        (row, own)
    }
}

fn fields(row: &customer::Model, own: &relationship::Model) -> Fields {
    Fields::new([
        ("name", json!(row.name)),
        ("country", json!(row.country)),
        ("time_zone", json!(row.time_zone)),
        ("customer_number", json!(own.customer_number)),
    ])
}

async fn write(
    tx: &DatabaseTransaction,
    old: &customer::Model,
    new: &customer::Model,
    own: &relationship::Model,
    now: OffsetDateTime,
) -> Result<(), StoreError> {
    if new.name != old.name {
        former_name::rename_customer(tx, old, &new.name, now).await?;
    }
    let facts = customer::ActiveModel {
        id: Set(old.id),
        country: Set(new.country.clone()),
        time_zone: Set(new.time_zone.clone()),
        ..Default::default()
    };
    facts.update(tx).await?;
    let number = relationship::ActiveModel {
        partner_id: Set(own.partner_id),
        customer_id: Set(own.customer_id),
        customer_number: Set(own.customer_number.clone()),
        ..Default::default()
    };
    number.update(tx).await?;
    Ok(())
}
