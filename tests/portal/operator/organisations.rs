//! Partners and customers that the operator makes and puts right.

use liaison::{
    domain::{ids::OrganisationId, partner::PartnerKind},
    locale::Zone,
    store::operator::{NewCustomer, NewPartner, PartnerEdit, PartnerEdited},
};

use super::*;
use crate::support::{
    arrange::{DANUBE, KEKES},
    requests::RELATIONSHIP,
};

fn budapest() -> Zone {
    Zone::named("Europe/Budapest").unwrap()
}

fn bodrog() -> NewPartner {
    NewPartner {
        kind: PartnerKind::IndirectReseller,
        name: "Bodrog IT Kft.".parse().unwrap(),
        mpn_id: "6001234".parse().unwrap(),
        country: "HU".parse().unwrap(),
        time_zone: budapest(),
    }
}

#[actix_web::test]
async fn a_partner_is_made_once_and_works_with_nobody_yet() {
    let app = TestApp::spawn().await;
    operator(&app).create_partner(&bodrog()).await.unwrap().unwrap();
    let before = app.database.dump().await;
    assert_eq!(operator(&app).create_partner(&bodrog()).await.unwrap(), None);
    let taken = NewPartner { mpn_id: DANUBE.parse().unwrap(), ..bodrog() };
    assert_eq!(operator(&app).create_partner(&taken).await.unwrap(), None);
    assert_eq!(app.database.dump().await, before);
    let listed = operator(&app).partners("bodrog 6001").await.unwrap();
    let [bodrog] = &listed[..] else { panic!("{listed:?}") };
    assert_eq!((bodrog.name.as_str(), bodrog.people), ("Bodrog IT Kft.", 0));
    // Nobody's list has grown.
    let admin = app.signed_in("global.admin@danube.example").await;
    let page = admin.get("/partner/resellers?q=bodrog").await.expect(200);
    assert!(!page.text().contains("6001234"), "{}", page.text());
    app.stop().await;
}

/// `docs/domain.md` rule 16: what was asked of somebody who was not there finds them.
#[actix_web::test]
async fn a_request_that_waited_for_a_customer_finds_it() {
    let app = TestApp::spawn().await;
    let asked = crate::support::requests::Asked {
        of: "hegyalja.example",
        named: Some("Hegyalja Bor"),
        found: false,
        ..RELATIONSHIP
    };
    app.database.ask(asked).await;
    let new = NewCustomer {
        name: "Hegyalja Bor Kft.".parse().unwrap(),
        domain: "hegyalja.example".parse().unwrap(),
        country: "HU".parse().unwrap(),
        time_zone: budapest(),
    };
    operator(&app).create_customer(&new).await.unwrap().unwrap();
    let waiting = "SELECT COUNT(*) FROM requests r JOIN customers c ON c.id = r.to_customer \
                   WHERE c.domain = 'hegyalja.example' AND r.state = 'open'";
    assert_eq!(app.database.number(waiting).await, 1);
    assert_eq!(operator(&app).create_customer(&new).await.unwrap(), None);
    app.stop().await;
}

#[actix_web::test]
async fn a_partner_is_put_right_and_reads_what_the_operator_changed() {
    let app = TestApp::spawn().await;
    let kekes = app.signed_in("global.admin@kekes.example").await;
    let (old, new) = (KEKES.parse().unwrap(), "4902299".parse().unwrap());
    let edit = PartnerEdit {
        name: Some("Kékes Rendszerház Zrt.".parse().unwrap()),
        mpn_id: Some("4902299".parse().unwrap()),
        ..PartnerEdit::default()
    };
    let edited = operator(&app).edit_partner(&old, &edit).await.unwrap();
    assert_eq!(edited, Some(PartnerEdited::Changed));
    let log = kekes.get(LOG).await.expect(200).all("tbody tr");
    for part in
        [BY_OPERATOR, "Kékes Systems Zrt.", "Kékes Rendszerház Zrt.", "partner ID", "4902299"]
    {
        assert!(log[0].contains(part), "“{part}” is not in {}", log[0]);
    }
    let danube = app.signed_in("global.admin@danube.example").await;
    for q in ["4902299", "rendszerhaz"] {
        let found = danube.get(&format!("/partner/resellers?q={q}")).await.expect(200);
        assert!(found.main().contains("Kékes Rendszerház Zrt."), "{q}: {}", found.main());
    }

    assert_eq!(operator(&app).edit_partner(&old, &edit).await.unwrap(), None);
    let lines = app.database.count("activity").await;
    let again = operator(&app).edit_partner(&new, &edit).await.unwrap();
    assert_eq!(again, Some(PartnerEdited::AlreadySo));
    let taken = PartnerEdit { mpn_id: Some(DANUBE.parse().unwrap()), ..PartnerEdit::default() };
    let taken = operator(&app).edit_partner(&new, &taken).await.unwrap();
    assert_eq!(taken, Some(PartnerEdited::Taken));
    assert_eq!(app.database.count("activity").await, lines);
    assert!(matches!(partner(&app, "4902299").await, OrganisationId::Partner(_)));
    app.stop().await;
}
