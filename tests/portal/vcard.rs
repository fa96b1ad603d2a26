//! Support contacts to save (`docs/domain.md` rule 35).

use uuid::Uuid;

use crate::support::{
    TestApp,
    arrange::{DANUBE, TISZA},
};

const CARDS: &str = "/admin/support.vcf";

#[actix_web::test]
async fn each_contact_is_a_card_that_says_for_what_and_when() {
    let app = TestApp::spawn().await;
    app.database.set_profile(TISZA, "note = 'Ask for the night shift; please, say why'").await;
    let user = app.signed_in("user@almaskert.example").await;
    let page = user.get("/admin/support").await;
    assert_eq!(page.link("Save all to contacts"), CARDS);
    let reply = user.get(CARDS).await.expect(200);
    assert_eq!(reply.header("content-type"), "text/vcard; charset=utf-8");
    let file = "attachment; filename=\"support-contacts.vcf\"";
    assert_eq!(reply.header("content-disposition"), file);
    assert_eq!(reply.body.matches("BEGIN:VCARD\r\nVERSION:3.0\r\n").count(), 3);
    assert!(reply.body.split("\r\n").all(|line| line.len() <= 75), "{}", reply.body);
    let unfolded = reply.body.replace("\r\n ", "");
    for line in [
        "ORG:Tisza IT Kft.\r\n",
        "TEL;TYPE=WORK,VOICE,PREF:+36 52 555 0111\r\n",
        "EMAIL;TYPE=INTERNET,WORK:help@tisza.example\r\n",
        "URL:https://tisza.example/support\r\n",
        "NOTE:Support contact of: Exchange Online\\, Intune\\nHours: around the clock",
        "\\nAsk for the night shift\\; please\\, say why\r\n",
        "urgent.TEL;TYPE=WORK,VOICE:+36 1 555 0199\r\nurgent.X-ABLabel:Urgent telephone\r\n",
        "Hours: Mon–Fri 8:00–18:00 (Europe/Budapest time)\\nUrgent telephone: +36 1 555 0199",
    ] {
        assert!(unfolded.contains(line), "{line} is not in {unfolded}");
    }
    app.stop().await;
}

#[actix_web::test]
async fn one_of_them_by_its_id_and_no_other_partner() {
    let app = TestApp::spawn().await;
    let user = app.signed_in("user@almaskert.example").await;
    let tisza = app.database.partner(TISZA).await;
    let reply = user.get(&format!("{CARDS}?contact={tisza}")).await.expect(200);
    assert_eq!(reply.body.matches("BEGIN:VCARD").count(), 1);
    assert!(reply.body.contains("ORG:Tisza IT Kft."));
    // The other tenant: Contoso has nothing to do with Tisza.
    let contoso = app.signed_in("admin@contoso-butor.example").await;
    for id in [tisza.to_string(), Uuid::max().to_string(), "x".to_owned()] {
        contoso.get(&format!("{CARDS}?contact={id}")).await.expect(404);
    }
    let all = contoso.get(CARDS).await.expect(200);
    assert!(all.body.contains("ORG:Danube") && !all.body.contains("Tisza"));
    app.stop().await;
}

/// Who stands in for a suspended reseller is whom one saves; without any product there is nothing to save.
#[actix_web::test]
async fn it_is_whom_to_call() {
    let app = TestApp::spawn().await;
    app.database.suspend(DANUBE, TISZA).await;
    let user = app.signed_in("user@almaskert.example").await;
    let reply = user.get(CARDS).await.expect(200);
    assert!(!reply.body.contains("Tisza"), "{}", reply.body);
    app.database.run("UPDATE subscriptions SET status = 'removed'").await;
    assert!(!user.get("/admin/support").await.text().contains("Save all"));
    user.get(CARDS).await.expect(404);
    app.stop().await;
}

/// What somebody types adds no property to a card.
#[actix_web::test]
async fn cards_are_inert() {
    let app = TestApp::spawn().await;
    let nl = if app.database.is_sqlite() { "char(13, 10)" } else { "chr(13) || chr(10)" };
    let columns = format!(
        "note = 'x' || {nl} || 'END:VCARD', telephone = '1' || {nl} || 'TEL:900', \
         website = 'https://x.example/' || {nl} || 'URL:https://evil.example'"
    );
    app.database.set_profile(TISZA, &columns).await;
    let user = app.signed_in("user@almaskert.example").await;
    let body = user.get(CARDS).await.expect(200).body.replace("\r\n ", "");
    assert_eq!(body.matches("\r\nEND:VCARD").count(), 3);
    assert!(!body.contains("\nTEL:900") && !body.contains("\nURL:https://evil"), "{body}");
    app.stop().await;
}
