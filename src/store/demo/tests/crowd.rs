//! The generated customers.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
    hash::Hash,
};

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{NOW, counts, danube, on_each_database, partner};
use crate::{
    domain::ids::{CustomerId, PartnerId},
    locale::sort_key_of,
    store::{
        PartnerStore, Position, Slice, Store, StoreError,
        entity::{change, customer, relationship, subscription},
        partner::{CustomerFilter, SubscriptionFilter},
    },
};

#[tokio::test]
async fn a_thousand_customers_keep_the_shares() {
    on_each_database(async |store| {
        store.fill_demo(1_000).await.unwrap();
        let tisza = partner(store, "global.admin@tisza.example").await.id();
        let kekes = partner(store, "global.admin@kekes.example").await.id();
        // Besides the two at Almáskert and Contoso.
        assert_eq!(relationships(store, tisza, true).await, 850 + 2);
        assert_eq!(relationships(store, tisza, false).await, 100);
        assert_eq!(relationships(store, kekes, true).await, 500 + 1);
        assert_eq!(relationships(store, kekes, false).await, 0);
        let [.., customers, _, _, _, subscriptions, changes, _] = counts(store).await;
        assert_eq!(customers, 1_000 + 3);
        let tiszas = subscription::Entity::find()
            .filter(subscription::Column::SupportResellerId.eq(tisza))
            .count(store.db.reader())
            .await
            .unwrap();
        let of_crowd = subscriptions - 8;
        assert!((2_900..=3_100).contains(&of_crowd), "{of_crowd}");
        assert!((tiszas - 2).abs_diff(of_crowd / 10) <= 1, "{tiszas} of {of_crowd}");
        assert_eq!(changes, subscriptions + tiszas);
    })
    .await;
}

async fn relationships(store: &Store, partner: PartnerId, delegated_admin: bool) -> u64 {
    relationship::Entity::find()
        .filter(relationship::Column::PartnerId.eq(partner))
        .filter(relationship::Column::DelegatedAdmin.eq(delegated_admin))
        .count(store.db.reader())
        .await
        .unwrap()
}

/// `docs/domain.md` rules 23 and 34.
#[tokio::test]
async fn tisza_has_only_what_it_may_have_and_every_contact_its_history() {
    on_each_database(async |store| {
        store.fill_demo(300).await.unwrap();
        let reader = store.db.reader();
        let relationships = relationship::Entity::find().all(reader).await.unwrap();
        let with_dap: BTreeSet<_> = relationships
            .iter()
            .filter(|row| row.delegated_admin)
            .map(|row| (row.partner_id, row.customer_id))
            .collect();
        let mut histories: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for change in change::Entity::find().all(reader).await.unwrap() {
            histories.entry(change.subscription_id).or_default().push(change);
        }
        for row in subscription::Entity::find().all(reader).await.unwrap() {
            let mut history = histories.remove(&row.id).unwrap();
            history.sort_by_key(|change| change.version);
            assert!(history.is_sorted_by_key(|change| (change.at, change.id)));
            assert!(history.iter().map(|change| change.version).eq(1..=row.version));
            let last = history.last().unwrap();
            assert_eq!(last.after_reseller_id, row.support_reseller_id);
            assert_eq!(last.decided, row.decided);
            assert_eq!(history[0].at, row.created_at);
            let contact = row.support_reseller_id.unwrap_or(row.provider_id);
            assert!(with_dap.contains(&(contact, row.customer_id)));
        }
        assert!(histories.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_run_that_fails_half_way_leaves_the_database_as_it_was() {
    on_each_database(async |store| {
        let in_the_way = customer::ActiveModel {
            id: Set(CustomerId::new(NOW)),
            name: Set("Ablak Asztalos Kft.".to_owned()),
            search_key: Set(String::new()),
            domain: Set("ablak-asztalos.example".to_owned()),
            time_zone: Set("UTC".to_owned()),
            ..Default::default()
        };
        let writer = store.db.writer();
        customer::Entity::insert(in_the_way).exec_without_returning(writer).await.unwrap();
        let before = counts(store).await;
        assert!(store.fill_demo(1).await.is_err());
        assert_eq!(counts(store).await, before);
        assert!(!store.is_demo().await.unwrap());
        assert!(store.fill_demo(0).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn the_crowd_is_always_the_same() {
    let remembered = std::cell::RefCell::new(None);
    let look = async |store: &Store| {
        let seen = what_there_is(store).await;
        let before = remembered.replace(Some(seen.clone()));
        assert!(before.is_none_or(|before: Vec<_>| before == seen));
    };
    for customers in [60, 80] {
        on_each_database(async |store| {
            store.fill_demo(customers).await.unwrap();
            look(store).await;
        })
        .await;
    }
}

/// Of the customers that every crowd of 60 has.
async fn what_there_is(store: &Store) -> Vec<(String, Vec<Vec<u8>>, Vec<Option<String>>)> {
    let reader = store.db.reader();
    let customers = customer::Entity::find().all(reader).await.unwrap();
    let subscriptions = subscription::Entity::find().all(reader).await.unwrap();
    let mut seen: Vec<_> = customers
        .into_iter()
        .map(|row| {
            let mut own: Vec<_> =
                subscriptions.iter().filter(|one| one.customer_id == row.id).collect();
            own.sort_by_key(|one| one.external_id.clone());
            (
                row.id,
                row.name,
                own.iter().map(|one| one.sort_key.clone()).collect(),
                own.iter().map(|one| one.external_id.clone()).collect(),
            )
        })
        .collect();
    seen.sort_by_key(|(id, ..)| *id);
    seen.truncate(63);
    seen.into_iter().map(|(_, name, products, numbers)| (name, products, numbers)).collect()
}

#[tokio::test]
async fn the_list_of_customers_has_each_of_them_once_in_hungarian_order() {
    on_each_database(async |store| {
        store.fill_demo(1_000).await.unwrap();
        let danube = danube(store).await;
        let page = async |at| danube.customers(&CustomerFilter::default(), at).await;
        let names = both_ways(page, |line| (line.id, vec![line.name.clone()])).await;
        assert_eq!(names.len(), 1_002);
        let place = |initial: &str| names.iter().position(|name| name[0].starts_with(initial));
        assert!(place("Cédrus") < place("Csaba") && place("Cinege") < place("Csaba"));
        assert!(place("Óbuda") < place("Orgona") && place("Orgona") < place("Öböl"));
        assert!(place("Zengő") < place("Zsálya"));
    })
    .await;
}

#[tokio::test]
async fn beyond_either_end_of_a_list_is_its_first_page() {
    on_each_database(async |store| {
        store.fill_demo(0).await.unwrap();
        let danube = danube(store).await;
        let customers =
            danube.customers(&CustomerFilter::default(), Position::Start).await.unwrap().rows;
        let ends = [Position::Before(customers[0].id), Position::After(customers[1].id)];
        for position in ends {
            let page = danube.customers(&CustomerFilter::default(), position).await.unwrap();
            assert!(page.lost_position);
            assert_eq!((page.rows.len(), page.previous, page.next), (2, None, None));
        }
        let filter = SubscriptionFilter::default();
        let subscriptions = danube.subscriptions(&filter, Position::Start).await.unwrap().rows;
        let last = Position::After(subscriptions.last().unwrap().id);
        let page = danube.subscriptions(&filter, last).await.unwrap();
        assert_eq!((page.lost_position, page.rows.len()), (true, subscriptions.len()));
    })
    .await;
}

#[tokio::test]
async fn the_list_of_subscriptions_has_each_of_them_once_in_hungarian_order() {
    on_each_database(async |store| {
        store.fill_demo(300).await.unwrap();
        assert_subscriptions(&danube(store).await).await;
        assert_subscriptions(&partner(store, "helpdesk.agent@tisza.example").await).await;
    })
    .await;
}

async fn assert_subscriptions(partner: &PartnerStore) {
    let filter = SubscriptionFilter::default();
    let page = async |at| partner.subscriptions(&filter, at).await;
    let names = both_ways(page, |line| {
        (line.id, vec![line.customer.name.clone(), line.product.name.clone()])
    })
    .await;
    assert!(names.len() > 50, "more than one page");
}

/// Leafs through the whole list and back again; what it is sorted by, of each row.
async fn both_ways<T, I: Copy + Debug + Eq + Ord + Hash>(
    page: impl AsyncFn(Position<I>) -> Result<Slice<T, I>, StoreError>,
    row: impl Fn(&T) -> (I, Vec<String>),
) -> Vec<Vec<String>> {
    let mut there = Vec::new();
    let mut slice = page(Position::Start).await.unwrap();
    assert_eq!(slice.previous, None);
    loop {
        assert!(!slice.lost_position);
        there.push(slice.rows.iter().map(&row).collect::<Vec<_>>());
        let Some(last) = slice.next else { break };
        slice = page(Position::After(last)).await.unwrap();
        assert!(slice.previous.is_some());
    }
    let mut back = vec![slice.rows.iter().map(&row).collect::<Vec<_>>()];
    while let Some(first) = slice.previous {
        slice = page(Position::Before(first)).await.unwrap();
        back.insert(0, slice.rows.iter().map(&row).collect());
    }
    assert_eq!(back, there);
    let rows = there.concat();
    assert_eq!(rows.len() as u64, slice.total);
    assert_eq!(rows.iter().map(|(id, _)| id).collect::<BTreeSet<_>>().len(), rows.len());
    let names: Vec<_> = rows.into_iter().map(|(_, names)| names).collect();
    assert!(names.is_sorted_by_key(|names| {
        sort_key_of(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }));
    names
}
