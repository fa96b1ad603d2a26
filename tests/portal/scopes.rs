//! The store by itself: every function that takes an id, with the ids of other tenants (`docs/security.md` A2).

use liaison::{
    domain::ids::PartnerId,
    store::{
        Account, Browser, Entered, ManyAssigner, PartnerStore, Permission, Position, Principal,
        SupportAssigner,
        partner::{Assignment, CustomerFilter, RepeatChoice, SubscriptionFilter},
    },
};

use crate::support::{PASSWORD, TestApp, database::difference};

async fn principal(app: &TestApp, email: &str) -> Principal {
    let entered = app.store.sign_in(email, PASSWORD, &Browser::default()).await.unwrap();
    let Ok(Entered::Session(signed_in)) = entered else { panic!("{email} cannot sign in") };
    app.store.principal(&signed_in.token, None).await.unwrap().unwrap()
}

fn granted<P: Permission>(principal: &Principal) -> P {
    P::granted_to(principal.clone()).unwrap()
}

/// `docs/security.md` A2.
#[actix_web::test]
async fn no_function_of_a_scope_finds_or_changes_the_rows_of_another() {
    let app = TestApp::spawn().await;
    for (email, own) in
        [("global.admin@danube.example", "4391507"), ("global.admin@alfold.example", "5120044")]
    {
        let who = principal(&app, email).await;
        let (partner, assigner, many) = (
            granted::<PartnerStore>(&who),
            granted::<SupportAssigner>(&who),
            granted::<ManyAssigner>(&who),
        );
        let before = app.database.dump().await;
        let ids = Foreign::of(&app, own).await;
        assert!(
            !ids.subscriptions.is_empty() && !ids.changes.is_empty() && !ids.customers.is_empty()
        );
        for id in &ids.customers {
            let id = id.parse().unwrap();
            assert!(partner.customer(id).await.unwrap().is_none());
            let lost =
                partner.customers(&CustomerFilter::default(), Position::After(id)).await.unwrap();
            assert!(lost.lost_position);
        }
        for id in &ids.subscriptions {
            let id = id.parse().unwrap();
            assert!(partner.subscription(id).await.unwrap().is_none());
            assert!(partner.history(id).await.unwrap().is_empty(), "{email} reads a history");
            let filter = SubscriptionFilter::default();
            let lost = partner.subscriptions(&filter, Position::Before(id)).await.unwrap();
            assert!(lost.lost_position);
            let assignment =
                Assignment { subscription: id, contact: partner.id(), seen_version: None };
            assert!(assigner.assign(&assignment).await.unwrap().is_none());
        }
        for id in &ids.changes {
            let id = id.parse().unwrap();
            assert!(partner.change(id).await.unwrap().is_none());
            assert!(assigner.undo(id).await.unwrap().is_none());
            assert!(many.repeat(id, &[]).await.unwrap().is_none());
        }
        let own_change = app.database.ids(&ids.own_changes).await[0].to_string().parse().unwrap();
        for id in &ids.subscriptions {
            let choice = RepeatChoice { subscription: id.parse().unwrap(), seen_version: 1 };
            assert!(many.repeat(own_change, &[choice]).await.unwrap().is_none());
        }
        let changed = difference(&before, &app.database.dump().await);
        assert!(changed.is_empty(), "{changed:#?}");
    }
    app.stop().await;
}

/// Rows that another provider owns.
struct Foreign {
    customers: Vec<String>,
    subscriptions: Vec<String>,
    changes: Vec<String>,
    own_changes: String,
}

impl Foreign {
    async fn of(app: &TestApp, mpn_id: &str) -> Self {
        let me = format!("(SELECT id FROM partners WHERE mpn_id = '{mpn_id}')");
        let of_others = format!("SELECT id FROM subscriptions WHERE provider_id <> {me}");
        let texts = async |sql: String| -> Vec<String> {
            app.database.ids(&sql).await.iter().map(ToString::to_string).collect()
        };
        Self {
            customers: texts(format!(
                "SELECT id FROM customers WHERE id NOT IN \
                 (SELECT customer_id FROM relationships WHERE partner_id = {me})"
            ))
            .await,
            changes: texts(format!(
                "SELECT id FROM changes WHERE subscription_id IN ({of_others})"
            ))
            .await,
            subscriptions: texts(of_others).await,
            own_changes: format!(
                "SELECT c.id FROM changes c JOIN subscriptions s ON s.id = c.subscription_id \
                 WHERE s.provider_id = {me} AND c.cause = 'assigned' \
                 UNION ALL SELECT c.id FROM changes c JOIN subscriptions s \
                 ON s.id = c.subscription_id WHERE s.provider_id = {me}"
            ),
        }
    }
}

/// `docs/security.md` A2: nor does an account choose a membership of somebody else's.
#[actix_web::test]
async fn an_account_acts_only_for_its_own_organisations() {
    let app = TestApp::spawn().await;
    let who = principal(&app, "anna.kovacs@liaison.example").await;
    let account = granted::<Account>(&who);
    let own: Vec<_> = account.memberships().await.unwrap().iter().map(|own| own.id).collect();
    assert_eq!(own.len(), 2);
    for id in app.database.ids("SELECT id FROM memberships").await {
        let id = id.to_string().parse().unwrap();
        let chosen = account.choose(id).await.unwrap();
        assert_eq!(chosen.is_some(), own.contains(&id));
    }
    app.stop().await;
}

/// `docs/domain.md` rules 23 and 25: a partner's own id is the provider's only where it is the provider.
#[actix_web::test]
async fn a_contact_of_another_world_is_refused_by_the_store() {
    let app = TestApp::spawn().await;
    let who = principal(&app, "global.admin@danube.example").await;
    let assigner = granted::<SupportAssigner>(&who);
    let subscription = app.database.subscription("contoso-butor.example", "Exchange Online").await;
    for mpn_id in ["5120044", "5003127", "4902211", "4977310"] {
        let contact: PartnerId = app.database.partner(mpn_id).await.to_string().parse().unwrap();
        let subscription = subscription.to_string().parse().unwrap();
        let assignment = Assignment { subscription, contact, seen_version: None };
        assert!(assigner.assign(&assignment).await.unwrap().unwrap().is_err(), "{mpn_id}");
    }
    app.stop().await;
}
