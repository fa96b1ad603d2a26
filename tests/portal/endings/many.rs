//! Twenty thousand subscriptions at once: one transaction, and a number of statements that does not follow theirs
//! (`docs/domain.md` rule 11).

use super::{END, danube, end_with_provider, end_with_reseller};
use crate::support::{
    TestApp,
    arrange::{DANUBE, KEKES, TISZA},
};

const MANY: i64 = 20_000;

/// Of Danube's, half at each of two customers; all name Tisza.
async fn sell_many(app: &TestApp) {
    let database = &app.database;
    let (id, reference) = if database.is_sqlite() {
        ("randomblob(16)", "printf('SC-%012d', n)")
    } else {
        ("gen_random_uuid()", "'SC-' || lpad(n::text, 12, '0')")
    };
    let numbers = format!(
        "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {MANY})"
    );
    let sold = format!(
        "INSERT INTO subscriptions (id, customer_id, provider_id, product_id, quantity, status, decided, version, \
         sort_key, created_at, support_reseller_id) {numbers} SELECT {id}, (SELECT id FROM customers WHERE domain = \
         CASE WHEN n % 2 = 0 THEN 'almaskert.example' ELSE 'contoso-butor.example' END), s.provider_id, s.product_id, \
         n, 'active', true, 1, s.sort_key, s.created_at, s.support_reseller_id FROM numbers, subscriptions s \
         JOIN products p ON p.id = s.product_id JOIN customers c ON c.id = s.customer_id \
         WHERE p.name = 'Intune' AND c.domain = 'almaskert.example'"
    );
    assert_eq!(database.run(&sold).await, u64::try_from(MANY).unwrap());
    let changes = format!(
        "INSERT INTO changes (id, reference, subscription_id, version, after_reseller_id, after_name, after_mpn_id, \
         cause, decided, at) SELECT {id}, {reference}, id, 1, support_reseller_id, 'Tisza IT Kft.', '{TISZA}', \
         'import', true, created_at FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM subscriptions s \
         WHERE NOT EXISTS (SELECT 1 FROM changes c WHERE c.subscription_id = s.id)) AS fresh"
    );
    assert_eq!(database.run(&changes).await, u64::try_from(MANY).unwrap());
}

async fn naming(app: &TestApp, mpn_id: &str) -> i64 {
    let sql = format!(
        "SELECT COUNT(*) FROM subscriptions s JOIN partners p ON p.id = s.support_reseller_id \
         WHERE p.mpn_id = '{mpn_id}'"
    );
    app.database.number(&sql).await
}

async fn moved(app: &TestApp) -> i64 {
    app.database.number("SELECT COUNT(*) FROM changes WHERE cause = 'partnership_ended'").await
}

/// `docs/domain.md` rules 11 and 34.
#[actix_web::test]
async fn twenty_thousand_move_in_one_transaction_each_with_its_change() {
    let app = TestApp::spawn().await;
    sell_many(&app).await;
    let danube = danube(&app).await;
    let page = danube.get(&end_with_reseller(&app, TISZA).await).await.expect(200);
    let kekes = page.all(".choice").remove(1);
    assert!(kekes.contains("10,002 can go to it. 10,000 return to you"), "{kekes}");
    assert!(kekes.contains("No relationship with the customer: 10,000"), "{kekes}");
    assert_eq!(page.all("section:has(#concerned) tbody tr").len(), 50);
    let form = page.form(END).choose("Kékes");
    let before = app.store.statements();
    danube.submit(&form).await.expect(303);
    let statements = app.store.statements() - before;
    // A thousand rows a statement: 21 to write the changes, 22 to move two groups, and what any ending takes.
    assert!(statements < 65, "{statements} statements");
    assert_eq!((naming(&app, TISZA).await, naming(&app, KEKES).await), (0, MANY / 2 + 2));
    assert_eq!(moved(&app).await, MANY + 2);
    app.assert_nobody_is_named_who_has_left().await;
    app.stop().await;
}

/// `docs/domain.md` rule 11, from the reseller's side, and all of it or nothing.
#[actix_web::test]
async fn twenty_thousand_go_back_or_none() {
    let app = TestApp::spawn().await;
    sell_many(&app).await;
    let tisza = app.signed_in("global.admin@tisza.example").await;
    let page = tisza.get(&end_with_provider(&app, DANUBE).await).await.expect(200);
    let form = page.form(END);
    let refuse = if app.database.is_sqlite() {
        "CREATE TRIGGER no_line BEFORE INSERT ON activity BEGIN SELECT RAISE(ABORT, 'no'); END"
    } else {
        "CREATE FUNCTION no_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$; \
         CREATE TRIGGER no_line BEFORE INSERT ON activity FOR EACH ROW EXECUTE FUNCTION no_line();"
    };
    app.database.run(refuse).await;
    let failed = tisza.submit(&form).await.expect(500);
    app.expect_logged_error(&failed);
    assert_eq!((naming(&app, TISZA).await, moved(&app).await), (MANY + 2, 0));

    app.database
        .run(if app.database.is_sqlite() {
            "DROP TRIGGER no_line"
        } else {
            "DROP TRIGGER no_line ON activity"
        })
        .await;
    tisza.submit(&form).await.expect(303);
    assert_eq!((naming(&app, TISZA).await, moved(&app).await), (0, MANY + 2));
    app.assert_nobody_is_named_who_has_left().await;
    app.stop().await;
}
