//! A request's link: whom it is meant for, and how an organisation that is new to the portal is set up by it
//! (`docs/domain.md` rule 17). Looking uses nothing up.

pub(super) mod addressee;
mod claim;

use sea_orm::{ColumnTrait, DerivePartialModel, EntityTrait, JoinType, QueryFilter, RelationTrait};
use time::Date;

pub(super) use self::claim::address_all;
pub use self::claim::{CannotClaim, Claim};
use super::{
    Acting, Party, Store, StoreError, Token,
    entity::request,
    joins::with_details,
    party::PartyRow,
    signed_link::{LinkKey, Purpose},
    support_details::ProfileRow,
};
use crate::domain::{
    ids::{OrganisationId, RequestId},
    request::{Door, RequestKind, Standing},
};

/// A request whose link somebody holds.
pub struct LinkedRequest {
    row: request::Model,
    addressee: Option<addressee::Organisation>,
}

/// What is asked of an organisation that nobody signs in for, as far as whoever holds the link may know.
pub struct Claimable {
    pub kind: RequestKind,
    pub asker: Party,
    /// For whom it is asked, where that is not the asker.
    pub reseller: Option<Party>,
    pub delegated_admin: bool,
    pub delegated_admin_until: Option<Date>,
    /// The exact partner ID or domain that the asker typed.
    pub typed_id: String,
    /// The organisation's name, where it is not for its first admin to say.
    pub name: Option<String>,
    /// What the asker calls it.
    pub suggested_name: Option<String>,
    /// As far as they are known; else the asker's.
    pub country: String,
    pub time_zone: String,
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "request::Entity")]
struct PartiesRow {
    #[sea_orm(nested, alias = "asker")]
    asker: PartyRow,
    #[sea_orm(nested, alias = "asker_profile")]
    asker_profile: Option<ProfileRow>,
    #[sea_orm(nested, alias = "reseller")]
    reseller: Option<PartyRow>,
    #[sea_orm(nested, alias = "reseller_profile")]
    reseller_profile: Option<ProfileRow>,
}

impl LinkedRequest {
    pub fn id(&self) -> RequestId {
        self.row.id
    }

    /// A partnership is asked of a partner, everything else of a customer.
    pub fn is_of_partner(&self) -> bool {
        self.row.kind == RequestKind::Partnership
    }

    /// Whether it was meant for the organisation that somebody acts for.
    pub fn is_for(&self, acting: &Acting) -> bool {
        let own = match acting {
            Acting::Partner(store) => OrganisationId::Partner(store.id()),
            Acting::Customer(store) => OrganisationId::Customer(store.id()),
            Acting::Undecided | Acting::SecondFactorFirst(_) => return false,
        };
        self.addressee.as_ref().is_some_and(|addressee| addressee.id() == own)
    }
}

impl Store {
    /// `None`: no link of ours, or one that has been replaced by another.
    pub async fn linked_request(&self, token: &Token) -> Result<Option<LinkedRequest>, StoreError> {
        let reader = self.db.reader();
        let Some(id) = LinkKey::id_of::<RequestId>(token) else { return Ok(None) };
        let row = request::Entity::find_by_id(id).all(reader).await?.pop();
        let links = self.secret_key.links().await?;
        let good = row.filter(|row| links.opens(token, Purpose::Request, row.link_number));
        let Some(row) = good else { return Ok(None) };
        let addressee = addressee::find(reader, &row).await?;
        Ok(Some(LinkedRequest { row, addressee }))
    }

    /// Where it leads somebody who is not signed in; `None` once it is answered, revoked or expired.
    pub async fn door(&self, link: &LinkedRequest) -> Result<Option<Door>, StoreError> {
        if link.row.standing().standing(self.clock.now()) != Standing::Open {
            return Ok(None);
        }
        addressee::door(self.db.reader(), &link.row, link.addressee.as_ref()).await.map(Some)
    }

    /// For the page on which the organisation is set up.
    pub async fn claimable(&self, link: &LinkedRequest) -> Result<Option<Claimable>, StoreError> {
        let row = &link.row;
        let found = request::Entity::find().filter(request::Column::Id.eq(row.id));
        let asker = request::Relation::Asker.def();
        let found = with_details(found, JoinType::InnerJoin, asker, "asker", "asker_profile");
        let reseller = request::Relation::Reseller.def();
        let found =
            with_details(found, JoinType::LeftJoin, reseller, "reseller", "reseller_profile");
        let parties = found.into_partial_model::<PartiesRow>().all(self.db.reader()).await?.pop();
        let Some(parties) = parties else { return Ok(None) };
        let asker = Party::from_rows(parties.asker, parties.asker_profile);
        let (country, time_zone) = match &link.addressee {
            Some(known) => (known.country(), Some(known.time_zone())),
            None => (None, None),
        };
        let given = row.typed_name.clone().filter(|_| link.is_of_partner());
        Ok(Some(Claimable {
            kind: row.kind,
            reseller: parties
                .reseller
                .map(|reseller| Party::from_rows(reseller, parties.reseller_profile)),
            delegated_admin: row.delegated_admin,
            delegated_admin_until: row.delegated_admin_until,
            typed_id: row.typed_id.clone(),
            name: link.addressee.as_ref().map(|known| known.name().to_owned()).or(given),
            suggested_name: row.typed_name.clone(),
            country: country.unwrap_or(&asker.country).to_owned(),
            time_zone: time_zone.unwrap_or(&asker.details.time_zone).to_owned(),
            asker,
        }))
    }
}
