//! The partners of a customer (`docs/domain.md` rules 13, 15 and 39).

use super::*;
use crate::support::{
    arrange::{ALMASKERT, BAKONY, DANUBE, KEKES, MECSEK, TISZA},
    database::difference,
};

const LIST: &str = "/admin/partner-relationships";

/// `docs/domain.md` rules 13 and 15.
#[actix_web::test]
async fn the_list_says_what_each_partner_is_what_it_may_and_since_when() {
    let app = TestApp::spawn().await;
    let recorder = format!("recorded_by = (SELECT id FROM partners WHERE mpn_id = '{DANUBE}')");
    app.database.set_relationship(KEKES, ALMASKERT, &recorder).await;
    let expired = "delegated_admin_until = '2026-11-21'";
    app.database.set_relationship(TISZA, ALMASKERT, expired).await;
    app.database.end_relationship(BAKONY, ALMASKERT).await;
    for email in [ALMASKERT_ADMIN, ALMASKERT_USER] {
        let page = app.signed_in(email).await.get(LIST).await.expect(200);
        let rows = page.all("tbody tr");
        assert_eq!(rows.len(), 6, "{rows:#?}");
        for (nth, parts) in [
            &["Alföld Cloud Zrt.", "partner ID 5120044", "Provider of 1 product"][..],
            &["Bakony Services", "Ended by the partner", "Not given"],
            &["Danube Distribution", "Provider of 4 products", "Given"],
            &["Kékes Systems Zrt.", "Indirect reseller", "recorded by Danube Distribution"],
            &["Mecsek Support", "Indirect reseller", "Not given"],
            &["Tisza IT Kft.", "Indirect reseller", "Expired, last day 21 November 2026"],
        ]
        .iter()
        .enumerate()
        {
            for part in *parts {
                assert!(rows[nth].contains(part), "{part} is not in {}", rows[nth]);
            }
        }
    }
    app.stop().await;
}

/// `docs/domain.md` rules 15, 20 and 27: what it would do stands above each button.
#[actix_web::test]
async fn the_page_says_what_taking_back_would_do() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(ALMASKERT_ADMIN).await;
    let list = admin.get(LIST).await;
    let page = admin.click(&list, "Tisza IT Kft.").await.expect(200);
    for part in [
        "partner ID 4847383",
        "so does the partner as support contact of 2 products",
        "2 products lose this support contact and go back to the provider that sold each:",
        "Exchange Online Danube Distribution",
        "Intune Danube Distribution",
    ] {
        assert!(page.main().contains(part), "{part} is not in {}", page.main());
    }
    assert!(page.has_button("Revoke delegated admin") && page.has_button("End the relationship"));

    let page = admin.click(&list, "Mecsek Support").await.expect(200);
    assert!(page.main().contains("the support contact of none of your products"));
    assert!(!page.has_button("Revoke delegated admin"));

    let page = admin.click(&list, "Danube Distribution").await.expect(200);
    assert!(!page.has_button("End the relationship"), "{}", page.main());
    for product in ["Azure plan", "Exchange Online", "Intune", "Office 365 Business Standard"] {
        assert!(page.main().contains(product), "{product} is not in {}", page.main());
    }
    app.stop().await;
}

/// `docs/domain.md` rule 5.
#[actix_web::test]
async fn a_plain_user_reads_and_changes_nothing() {
    let app = TestApp::spawn().await;
    let user = app.signed_in(ALMASKERT_USER).await;
    let path = format!("{LIST}/{}", app.database.partner(TISZA).await);
    let page = user.get(&path).await.expect(200);
    assert!(!page.has_button("Revoke delegated admin") && !page.has_button("End the relationship"));
    assert!(page.main().contains(ALMASKERT_ADMIN), "{}", page.main());
    let before = app.database.dump().await;
    for action in ["revoke", "end"] {
        user.post(&path, &[("action", action)]).await.expect(403);
    }
    assert_eq!(difference(&before, &app.database.dump().await), [""; 0]);
    app.stop().await;
}

/// `docs/security.md` A2: a partner without a relationship is not there, whoever it is.
#[actix_web::test]
async fn a_partner_of_others_is_not_there() {
    let app = TestApp::spawn().await;
    let admin = app.signed_in(CONTOSO_ADMIN).await;
    let mut answers = Vec::new();
    for id in [Uuid::max(), app.database.partner(KEKES).await, app.database.partner(MECSEK).await] {
        let path = format!("{LIST}/{id}");
        for action in ["revoke", "end"] {
            admin.post(&path, &[("action", action)]).await.expect(404);
        }
        let (status, headers, body) = admin.get(&path).await.without_request();
        answers.push((status, headers, body.replace(&id.to_string(), "ASKED FOR")));
    }
    assert_eq!(answers[0].0, 404);
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    app.stop().await;
}
