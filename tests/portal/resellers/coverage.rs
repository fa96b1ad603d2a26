//! Where a reseller can be chosen, counted: the numbers agree with what each customer's page says
//! (`docs/domain.md` rules 23 and 26).

use std::collections::BTreeMap;

use super::{danube, page};
use crate::support::{
    Reply, TestApp,
    arrange::{ALMASKERT, CONTOSO, DANUBE, KEKES, MECSEK, TISZA},
};

/// What the reseller's page says: at how many customers it can be chosen, and at how many not, by reason.
fn said(page: &Reply) -> (i64, BTreeMap<String, i64>) {
    let text = page.first("section:has(#coverage) p").unwrap();
    let number = |text: &str| text.replace(',', "").parse().unwrap_or_default();
    let available = text.split_whitespace().find(|word| word.parse::<i64>().is_ok());
    let reasons = page.all("section:has(#coverage) tbody th");
    let counts = page.all("section:has(#coverage) tbody td");
    let counts = counts.iter().map(|count| number(count));
    (available.map(number).unwrap_or_default(), reasons.into_iter().zip(counts).collect())
}

/// What the pages of single subscriptions say, one for each customer: the rule itself.
async fn counted(app: &TestApp, mpn_id: &str) -> (i64, BTreeMap<String, i64>) {
    let danube = danube(app).await;
    let one_each = format!(
        "SELECT s.id FROM subscriptions s JOIN partners p ON p.id = s.provider_id AND p.mpn_id = '{DANUBE}' \
         WHERE s.status IN ('active', 'pending', 'suspended') AND NOT EXISTS (SELECT 1 FROM subscriptions o \
         WHERE o.customer_id = s.customer_id AND o.provider_id = s.provider_id AND o.id < s.id \
         AND o.status IN ('active', 'pending', 'suspended'))"
    );
    let (mut available, mut reasons) = (0, BTreeMap::new());
    for subscription in app.database.ids(&one_each).await {
        let path = format!("/partner/subscriptions/{subscription}?reseller={mpn_id}");
        let page = danube.get(&path).await.expect(200);
        let why = page.all("#missing li .state.warn");
        if why.is_empty() {
            assert_eq!(page.all("#missing li .state.ok"), ["Available"]);
            available += 1;
        }
        for reason in why {
            *reasons.entry(reason).or_default() += 1;
        }
    }
    (available, reasons)
}

/// Every customer of the crowd has a subscription to look at; so the numbers must be the same.
#[actix_web::test]
async fn the_numbers_agree_with_the_rule_on_a_crowd() {
    let app = TestApp::empty().await;
    assert!(app.store.fill_demo(40).await.unwrap());
    let database = &app.database;
    // A last day that has passed in Budapest and not yet in Honolulu, one that has not, and what has been asked for.
    database.set_relationship(TISZA, ALMASKERT, "delegated_admin_until = '2026-11-21'").await;
    database.set_relationship(TISZA, CONTOSO, "delegated_admin_until = '2026-11-21'").await;
    let west =
        format!("UPDATE customers SET time_zone = 'Pacific/Honolulu' WHERE domain = '{CONTOSO}'");
    database.run(&west).await;
    database.request_for("delegated_admin", DANUBE, TISZA, ALMASKERT).await;
    database.request_by("relationship", KEKES, CONTOSO).await;
    database.request_for("delegated_admin", DANUBE, MECSEK, ALMASKERT).await;
    let ended = "UPDATE relationships SET state = 'ended', ended_at = since, delegated_admin = false \
                 WHERE partner_id = (SELECT id FROM partners WHERE mpn_id = '4902211') \
                 AND customer_id IN (SELECT id FROM customers WHERE domain LIKE 'a%')";
    assert!(database.run(ended).await > 0);
    let danube = danube(&app).await;
    for mpn_id in [TISZA, KEKES, MECSEK] {
        let (available, reasons) = said(&page(&app, &danube, mpn_id).await);
        assert!(!reasons.is_empty(), "{mpn_id}: every reason is absent");
        assert_eq!((available, reasons), counted(&app, mpn_id).await, "{mpn_id}");
    }
    // Whatever stands in the way of the partnership stands in the way everywhere, beside the rest.
    database.suspend(DANUBE, TISZA).await;
    database.end_partnership(DANUBE, KEKES).await;
    database.request_partnership(DANUBE, KEKES).await;
    for mpn_id in [TISZA, KEKES] {
        let (available, reasons) = said(&page(&app, &danube, mpn_id).await);
        assert_eq!(available, 0);
        assert_eq!((available, reasons), counted(&app, mpn_id).await, "{mpn_id}");
    }
    app.stop().await;
}

/// `docs/domain.md` rule 15: the last day counts, by the customer's own clock, which is 23:41 on the day before.
#[actix_web::test]
async fn a_last_day_ends_at_the_customers_midnight() {
    let app = TestApp::spawn().await;
    app.database.set_relationship(TISZA, CONTOSO, "delegated_admin_until = '2026-11-21'").await;
    let danube = danube(&app).await;
    assert_eq!(
        said(&page(&app, &danube, TISZA).await),
        (1, [("DAP expired".to_owned(), 1)].into())
    );
    let west =
        format!("UPDATE customers SET time_zone = 'Pacific/Honolulu' WHERE domain = '{CONTOSO}'");
    app.database.run(&west).await;
    assert_eq!(said(&page(&app, &danube, TISZA).await), (2, BTreeMap::new()));
    app.stop().await;
}

/// `docs/domain.md` rule 23: where delegated admin is not needed, it is not missed.
#[actix_web::test]
async fn where_delegated_admin_is_not_needed_it_is_no_reason() {
    let app = TestApp::configured(|config| config.policy.available_needs_dap = false).await;
    let danube = danube(&app).await;
    let (available, reasons) = said(&page(&app, &danube, MECSEK).await);
    assert_eq!(available, 1);
    assert_eq!(reasons, [("No relationship with the customer".to_owned(), 1)].into());
    app.stop().await;
}
