//! The organisations that have a name and people.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{NOW, counts, danube, found, on_each_database, partner, principal};
use crate::{
    domain::{
        change::Cause,
        role::{CustomerRole, PartnerVerb},
        subscription::SubscriptionStatus,
        support_contact::Unavailable,
    },
    store::{
        Acting, CustomerStore, Entered, Permission, Position, Store, SupportAssigner,
        activity::ActivityKind,
        demo::{DemoRole, PASSWORD, accounts},
        entity::{activity, user},
        partner::{Assignment, CustomerFilter, KnownReseller, SubscriptionPage},
    },
};

#[tokio::test]
async fn the_demo_is_written_into_an_empty_database_only() {
    on_each_database(async |store| {
        assert!(!store.is_demo().await.unwrap());
        assert!(store.fill_demo(3).await.unwrap());
        assert!(store.is_demo().await.unwrap());
        let before = counts(store).await;
        assert_eq!(before[1..3], [6, 6]);
        assert!(!store.fill_demo(5).await.unwrap());
        assert_eq!(counts(store).await, before);
    })
    .await;
}

/// `docs/domain.md` rule 23, and the table of `docs/demo.md`.
#[tokio::test]
async fn those_may_be_chosen_whom_the_table_names() {
    on_each_database(async |store| {
        store.fill_demo(0).await.unwrap();
        let danube = danube(store).await;
        let alfold = partner(store, "global.admin@alfold.example").await;
        for (provider, customer, products, expected) in [
            (
                &danube,
                "almaskert",
                4,
                &["Danube Distribution", "Kékes Systems Zrt.", "Tisza IT Kft."][..],
            ),
            (&alfold, "almaskert", 1, &["Alföld Cloud Zrt.", "Tisza IT Kft."]),
            (&danube, "contoso", 2, &["Danube Distribution", "Tisza IT Kft."]),
            (&alfold, "orseg", 1, &["Alföld Cloud Zrt."]),
        ] {
            let pages = found(provider, customer).await;
            assert_eq!(pages.len(), products, "{customer}");
            for page in pages {
                let resellers = provider.known_resellers(&page).await.unwrap();
                let available = resellers.iter().filter(|reseller| reseller.is_available());
                let mut names = vec![page.provider.name.as_str()];
                names.extend(available.map(|reseller| reseller.details.name.as_str()));
                assert_eq!(names, expected, "{customer}: {}", page.product);
            }
        }
    })
    .await;
}

/// `docs/domain.md` rule 26.
#[tokio::test]
async fn the_others_are_known_with_the_reason_against_them() {
    on_each_database(async |store| {
        store.fill_demo(0).await.unwrap();
        let danube = danube(store).await;
        let page = found(&danube, "azure").await.remove(0);
        let resellers = danube.known_resellers(&page).await.unwrap();
        let against = |name| reseller(&resellers, name).reasons.clone();
        assert_eq!(against("Mecsek Support"), [Unavailable::NoDelegatedAdmin]);
        assert_eq!(against("Bakony Services"), [Unavailable::NoPartnership]);
        let alfold = partner(store, "global.admin@alfold.example").await;
        let page = found(&alfold, "orseg").await.remove(0);
        let resellers = alfold.known_resellers(&page).await.unwrap();
        assert_eq!(resellers.len(), 1);
        assert_eq!(resellers[0].reasons, [Unavailable::NoRelationship]);
    })
    .await;
}

fn reseller<'a>(resellers: &'a [KnownReseller], name: &str) -> &'a KnownReseller {
    resellers.iter().find(|reseller| reseller.details.name == name).unwrap()
}

/// `docs/domain.md` rules 22 and 34.
#[tokio::test]
async fn tisza_is_the_contact_of_two_products_and_the_rest_has_the_default() {
    on_each_database(async |store| {
        store.fill_demo(0).await.unwrap();
        let danube = danube(store).await;
        let mut pages = found(&danube, "almaskert").await;
        pages.extend(found(&danube, "contoso").await);
        for page in pages {
            let is_assigned = page.customer.domain == "almaskert.example"
                && ["Exchange Online", "Intune"].contains(&page.product.as_str());
            let history = danube.history(page.id).await.unwrap();
            let causes: Vec<_> = history.iter().map(|line| line.cause).collect();
            assert_eq!((page.decided, page.latest.id), (is_assigned, history[0].id));
            if is_assigned {
                assert_eq!(page.contact_details().name, "Tisza IT Kft.");
                assert_eq!(page.changed_by.as_deref(), Some("Gábor Szűcs"));
                assert_eq!(causes, [Cause::Assigned, Cause::Default]);
                let review = danube.change(page.latest.id).await.unwrap().unwrap();
                assert_eq!(
                    review.before.map(|side| side.name).as_deref(),
                    Some("Danube Distribution")
                );
            } else {
                assert_eq!(page.contact_details().name, "Danube Distribution");
                assert_eq!((page.changed_by, &causes[..]), (None, &[Cause::Default][..]));
            }
        }
    })
    .await;
}

/// `docs/domain.md` rule 29.
#[tokio::test]
async fn all_is_live_but_the_expired_project_plan() {
    on_each_database(async |store| {
        store.fill_demo(0).await.unwrap();
        let pages = found(&danube(store).await, "contoso").await;
        let statuses: Vec<_> =
            pages.iter().map(|page| (page.product.as_str(), page.status)).collect();
        assert_eq!(
            statuses,
            [
                ("Exchange Online", SubscriptionStatus::Active),
                ("Project Plan 3", SubscriptionStatus::Expired)
            ]
        );
        let customer =
            CustomerStore::granted_to(principal(store, "admin@contoso-butor.example").await);
        let supported = customer.unwrap().supported_subscriptions().await.unwrap();
        assert_eq!(supported.len(), 2, "also under Earlier products");
    })
    .await;
}

/// `docs/domain.md` rules 1 and 2.
#[tokio::test]
async fn everybody_in_the_table_of_accounts_signs_in_for_their_organisation() {
    on_each_database(async |store| {
        store.fill_demo(0).await.unwrap();
        let accounts = accounts();
        assert_eq!(accounts.len(), 18);
        for account in &accounts {
            let principal = principal(store, account.email).await;
            assert_eq!(principal.user.name, account.name);
            assert_eq!(principal.user.locale, None);
            match principal.acting {
                Acting::Partner(partner) => {
                    assert_eq!(partner.organisation().name, account.organisation);
                    let [role] = *partner.roles() else { panic!("{:?}", partner.roles()) };
                    assert_eq!(DemoRole::Partner(role), account.role);
                }
                Acting::Customer(customer) => {
                    assert_eq!(customer.organisation().name, account.organisation);
                    let [role] = *customer.roles() else { panic!("{:?}", customer.roles()) };
                    assert_eq!(DemoRole::Customer(role), account.role);
                }
                Acting::SecondFactorFirst(_) => panic!("nobody requires a second factor"),
                Acting::Undecided => assert_eq!(account.email, "anna.kovacs@liaison.example"),
            }
        }
        let plain = accounts
            .iter()
            .filter(|account| account.role == DemoRole::Customer(CustomerRole::PlainUser));
        assert_eq!(
            plain.map(|account| account.email).collect::<Vec<_>>(),
            ["user@almaskert.example"]
        );
    })
    .await;
}

#[tokio::test]
async fn somebody_belongs_to_two_organisations_and_chooses() {
    on_each_database(async |store| {
        store.fill_demo(0).await.unwrap();
        let email = "anna.kovacs@liaison.example";
        let signed_in = store.sign_in(email, PASSWORD, &super::Browser::default()).await.unwrap();
        let Ok(Entered::Session(signed_in)) = signed_in else { panic!("cannot sign in") };
        assert!(signed_in.must_choose);
        let principal = store.principal(&signed_in.token, None).await.unwrap().unwrap();
        assert_eq!(principal.user.memberships, 2);
        let memberships = principal.account.memberships().await.unwrap();
        let names: Vec<_> = memberships.iter().map(|one| one.organisation.as_str()).collect();
        assert_eq!(names, ["Alföld Cloud Zrt.", "Danube Distribution"]);
        principal.account.choose(memberships[1].id).await.unwrap().unwrap();
        let principal = store.principal(&signed_in.token, None).await.unwrap().unwrap();
        let Acting::Partner(partner) = principal.acting else { panic!("not a partner") };
        assert_eq!(partner.organisation().name, "Danube Distribution");
        assert!(
            partner.may(PartnerVerb::AssignSupportContact) && !partner.may(PartnerVerb::AssignMany)
        );
    })
    .await;
}

/// `docs/domain.md` rule 38 needs one that is empty.
#[tokio::test]
async fn every_partner_can_be_reached_but_mecsek() {
    on_each_database(async |store| {
        store.fill_demo(0).await.unwrap();
        let danube = danube(store).await;
        let page = found(&danube, "azure").await.remove(0);
        let alfold = partner(store, "global.admin@alfold.example").await;
        let visio = found(&alfold, "visio").await.remove(0);
        let mut partners = vec![page.provider.clone(), visio.provider];
        let resellers = danube.known_resellers(&page).await.unwrap();
        partners.extend(resellers.into_iter().map(|reseller| reseller.details));
        assert_eq!(partners.len(), 6);
        for partner in partners {
            let profile = partner.profile;
            if partner.name == "Mecsek Support" {
                assert!(profile.is_empty());
                continue;
            }
            let has_all = [&profile.email, &profile.telephone, &profile.website];
            assert!(has_all.into_iter().all(Option::is_some), "{}", partner.name);
            assert!(!profile.languages.is_empty(), "{}", partner.name);
            let around_the_clock = profile.hours.unwrap().is_around_the_clock();
            assert_eq!(around_the_clock, partner.name == "Tisza IT Kft.");
        }
    })
    .await;
}

fn called(q: &str) -> CustomerFilter {
    CustomerFilter { q: Some(q.to_owned()), without_people: false }
}

#[tokio::test]
async fn a_customer_is_found_by_name_and_by_domain() {
    on_each_database(async |store| {
        store.fill_demo(200).await.unwrap();
        let danube = danube(store).await;
        for q in ["almaskert", "ALMÁSKERT", "almaskert.example", "Logisztika Kft."] {
            let found = danube.customers(&called(q), Position::Start).await.unwrap();
            let names: Vec<_> = found.rows.iter().map(|line| line.name.as_str()).collect();
            assert_eq!(names, ["Almáskert Logisztika Kft."], "{q}");
            assert_eq!(found.rows[0].subscriptions, 4);
            assert_eq!(found.rows[0].undecided, 2);
        }
        let foreign = danube.customers(&called("orseg"), Position::Start).await.unwrap();
        assert!(foreign.rows.is_empty());
    })
    .await;
}

/// A line of the log is worded from its arguments, whoever wrote it.
#[tokio::test]
async fn the_log_tells_of_the_demo_as_of_what_is_done_by_hand() {
    on_each_database(async |store| {
        store.fill_demo(0).await.unwrap();
        let page = found(&danube(store).await, "azure").await.remove(0);
        assign_to_tisza(store, &page).await;
        let lines = activity::Entity::find()
            .filter(activity::Column::Kind.eq(ActivityKind::ContactAssigned.as_str()))
            .order_by_desc(activity::Column::At)
            .all(store.db.reader())
            .await
            .unwrap();
        let [by_hand, exchange, intune] = &lines[..] else { panic!("{} lines", lines.len()) };
        for line in [exchange, intune] {
            assert!(line.at < NOW);
            assert_eq!(keys(line), keys(by_hand));
            let same = |line: &activity::Model| activity::Model {
                id: by_hand.id,
                arguments: by_hand.arguments.clone(),
                at: by_hand.at,
                ..line.clone()
            };
            assert_eq!(&same(line), by_hand);
        }
        let authors = user::Entity::find_by_id(by_hand.by_user.unwrap());
        let author = authors.one(store.db.reader()).await.unwrap().unwrap();
        assert_eq!(author.email, "admin.agent@danube.example");
    })
    .await;
}

async fn assign_to_tisza(store: &Store, page: &SubscriptionPage) {
    let danube = danube(store).await;
    let resellers = danube.known_resellers(page).await.unwrap();
    let assigner =
        SupportAssigner::granted_to(principal(store, "admin.agent@danube.example").await).unwrap();
    let assignment = Assignment {
        subscription: page.id,
        contact: reseller(&resellers, "Tisza IT Kft.").details.id,
        seen_version: Some(page.version),
    };
    assigner.assign(&assignment).await.unwrap().unwrap().unwrap();
}

fn keys(line: &activity::Model) -> Vec<&String> {
    line.arguments.as_object().unwrap().keys().collect()
}
