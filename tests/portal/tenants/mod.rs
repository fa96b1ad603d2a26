//! Nobody reads, changes or learns of another tenant's row by its id (`docs/security.md` A2 and A3).

mod addresses;

use uuid::Uuid;

use self::addresses::*;
use crate::support::{Browser, TestApp, database::difference};

const DANUBE: &str = "4391507";
const ALFOLD: &str = "5120044";
const TISZA: &str = "4847383";
const BAKONY: &str = "5003127";

/// People of organisations that see different parts of the world, each with the partner ID of theirs.
const PEOPLE: [(&str, &str); 4] = [
    ("global.admin@danube.example", DANUBE),
    ("global.admin@alfold.example", ALFOLD),
    ("global.admin@tisza.example", TISZA),
    ("global.admin@bakony.example", BAKONY),
];

/// `docs/security.md` A2.
#[actix_web::test]
async fn another_tenants_row_looks_like_one_that_does_not_exist() {
    let app = TestApp::spawn().await;
    // One of Danube's own that nobody is shown any more is as good as gone.
    let removed = app.database.subscription("contoso-butor.example", "Project Plan 3").await;
    let removed = app.database.literal(removed);
    app.database
        .run(&format!("UPDATE subscriptions SET status = 'removed' WHERE id = {removed}"))
        .await;
    let exchange = app.database.subscription("almaskert.example", "Exchange Online").await;
    app.database.add_report(exchange, "wrong_contact", "almaskert.example").await;
    app.database.add_report_by(exchange, TISZA).await;
    let visio = app.database.subscription("almaskert.example", "Visio Plan 2").await;
    app.database.add_report(visio, "another_contact", "almaskert.example").await;
    app.database.request_by("relationship", DANUBE, "orseg.example").await;
    app.database.request_by("relationship", TISZA, "orseg.example").await;
    app.database.request_for("delegated_admin", ALFOLD, TISZA, "orseg.example").await;
    let mut compared = 0;
    for (email, mpn_id) in PEOPLE {
        let browser = app.signed_in(email).await;
        let rows = Rows::of(&app, mpn_id).await;
        let before = app.database.dump().await;
        for (addresses, foreign) in [
            (OF_CUSTOMERS, &rows.foreign_customers),
            (OF_SUBSCRIPTIONS, &rows.foreign_subscriptions),
            (OF_CHANGES, &rows.foreign_changes),
            (OF_REQUESTS, &rows.foreign_requests),
            (OF_REPORTS, &rows.foreign_reports),
            (OF_ACTIVITY, &rows.foreign_activity),
            (OF_MEMBERSHIPS, &rows.foreign_memberships),
            (OF_PARTNERS, &rows.foreign_partners),
        ] {
            for address in addresses {
                let Some(address) = rows.with_own(address) else { continue };
                let made_up = rows.answer(&browser, &address, Uuid::max()).await;
                for id in foreign {
                    let answer = rows.answer(&browser, &address, *id).await;
                    assert_eq!(answer, made_up, "{email} sees a difference at {address}");
                    compared += 1;
                }
                let is_path = address.contains("/{id}");
                let is_about =
                    |lists: &[&str]| lists.iter().any(|list| address.contains(&format!("{list}?")));
                let expected: &[u16] = if is_path {
                    &[404, 403]
                } else if is_about(&[
                    "/partner/resellers",
                    "/partner/providers",
                    "/partner/subscriptions/new",
                ]) {
                    // Only one kind of partner has each of these.
                    &[200, 403]
                } else {
                    // A reseller has no list of reports at all.
                    &[200, 404]
                };
                assert!(expected.contains(&made_up.0), "{email}, {address}: {}", made_up.0);
            }
        }
        let changed = difference(&before, &app.database.dump().await);
        assert!(changed.is_empty(), "{email} has changed something: {changed:#?}");
    }
    assert!(compared > 250, "only {compared} answers were compared");
    app.stop().await;
}

/// What one partner sees, by the words of rule 40 and not by the product's own queries, and what it does not.
struct Rows {
    own_partner: Uuid,
    own_customer: Uuid,
    own_subscription: Option<Uuid>,
    foreign_customers: Vec<Uuid>,
    foreign_subscriptions: Vec<Uuid>,
    foreign_changes: Vec<Uuid>,
    /// Made by somebody else, also where this partner is the one that is asked.
    foreign_requests: Vec<Uuid>,
    foreign_reports: Vec<Uuid>,
    foreign_activity: Vec<Uuid>,
    foreign_memberships: Vec<Uuid>,
    /// With whom there is no partnership.
    foreign_partners: Vec<Uuid>,
}

impl Rows {
    async fn of(app: &TestApp, mpn_id: &str) -> Self {
        let database = &app.database;
        let own = database.partner(mpn_id).await;
        let me = database.literal(own);
        let customers = format!("SELECT customer_id FROM relationships WHERE partner_id = {me}");
        let subscriptions = format!(
            "SELECT id FROM subscriptions WHERE status <> 'removed' AND \
             (provider_id = {me} OR support_reseller_id = {me} OR reseller_of_record = {me})"
        );
        let sold = format!(
            "SELECT id FROM subscriptions WHERE status <> 'removed' AND provider_id = {me}"
        );
        let partners = format!(
            "SELECT provider_id FROM partnerships WHERE reseller_id = {me} \
             UNION SELECT reseller_id FROM partnerships WHERE provider_id = {me} UNION SELECT {me}"
        );
        Self {
            own_partner: own,
            own_customer: database.ids(&format!("{customers} ORDER BY 1")).await[0],
            own_subscription: database
                .ids(&format!("{subscriptions} ORDER BY 1"))
                .await
                .first()
                .copied(),
            foreign_customers: database
                .ids(&format!("SELECT id FROM customers WHERE id NOT IN ({customers})"))
                .await,
            foreign_subscriptions: database
                .ids(&format!("SELECT id FROM subscriptions WHERE id NOT IN ({subscriptions})"))
                .await,
            foreign_partners: database
                .ids(&format!("SELECT id FROM partners WHERE id NOT IN ({partners})"))
                .await,
            foreign_changes: database
                .ids(&format!("SELECT id FROM changes WHERE subscription_id NOT IN ({sold})"))
                .await,
            foreign_requests: database
                .ids(&format!("SELECT id FROM requests WHERE from_partner <> {me}"))
                .await,
            foreign_memberships: database
                .ids(&format!(
                    "SELECT id FROM memberships WHERE partner_id IS NULL OR partner_id <> {me}"
                ))
                .await,
            foreign_reports: database
                .ids(&format!("SELECT id FROM reports WHERE provider_id <> {me}"))
                .await,
            foreign_activity: database
                .ids(&format!(
                    "SELECT id FROM activity WHERE COALESCE(partner_id <> {me}, true) \
                     AND COALESCE(other_partner_id <> {me}, true)"
                ))
                .await,
        }
    }

    fn with_own(&self, address: &str) -> Option<String> {
        let address = address
            .replace("{own partner}", &self.own_partner.to_string())
            .replace("{own customer}", &self.own_customer.to_string());
        match self.own_subscription {
            Some(id) => Some(address.replace("{own subscription}", &id.to_string())),
            None => Some(address).filter(|address| !address.contains("{own")),
        }
    }

    /// The answer, without the id that was asked for.
    async fn answer(
        &self,
        browser: &Browser,
        address: &str,
        id: Uuid,
    ) -> (u16, Vec<(String, String)>, String) {
        let mut parts = address.splitn(3, ' ');
        let (method, path) = (parts.next().unwrap(), parts.next().unwrap());
        let path = path.replace("{id}", &id.to_string());
        let browser = browser.clone();
        let reply = if method == "GET" {
            browser.get(&path).await
        } else {
            let body = parts.next().unwrap_or_default();
            browser.post_bytes(&path, body.as_bytes().to_vec()).await
        };
        let (status, headers, body) = reply.without_request();
        (status, headers, body.replace(&id.to_string(), "ASKED FOR"))
    }
}

/// `docs/security.md` A3, `docs/domain.md` rules 23, 25 and 33: subscription × contact.
#[actix_web::test]
async fn a_contact_that_is_not_related_is_never_bound_to_a_subscription() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let subscriptions = app.database.ids("SELECT id FROM subscriptions").await;
    let partners = app.database.ids("SELECT id FROM partners").await;
    let others = app.database.ids("SELECT id FROM customers UNION SELECT id FROM users").await;
    let before = app.database.dump().await;
    let (mut refused, mut allowed) = (0, 0);
    for subscription in subscriptions {
        let path = format!("/partner/subscriptions/{subscription}/support-contact");
        let version = app.database.version(subscription).await.to_string();
        let facts = Facts::of(&app, subscription).await;
        for contact in partners.iter().chain(&others).chain([&Uuid::max()]) {
            if facts.available.contains(contact) && facts.is_danubes {
                allowed += 1;
                continue;
            }
            let fields = [("contact", &*contact.to_string()), ("version", &*version)];
            let reply = danube.post(&path, &fields).await;
            let expected = if facts.is_danubes { 422 } else { 404 };
            assert_eq!(reply.status, expected, "{subscription} × {contact}: {}", reply.text());
            refused += 1;
        }
    }
    let changed = difference(&before, &app.database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");
    assert!(allowed >= 14 && refused > 50, "{allowed} allowed, {refused} refused");
    app.stop().await;
}

struct Facts {
    is_danubes: bool,
    /// By rule 23, where the subscription is live.
    available: Vec<Uuid>,
}

impl Facts {
    async fn of(app: &TestApp, subscription: Uuid) -> Self {
        let id = app.database.literal(subscription);
        let available = format!(
            "SELECT s.provider_id FROM subscriptions s WHERE s.id = {id} AND s.status = 'active' \
             UNION SELECT p.reseller_id FROM subscriptions s \
             JOIN partnerships p ON p.provider_id = s.provider_id AND p.state = 'active' \
             JOIN relationships r ON r.partner_id = p.reseller_id AND r.customer_id = s.customer_id \
             WHERE s.id = {id} AND s.status = 'active' AND r.state = 'active' AND r.delegated_admin"
        );
        let owner = format!(
            "SELECT COUNT(*) FROM subscriptions s JOIN partners p ON p.id = s.provider_id \
             WHERE s.id = {id} AND p.mpn_id = '{DANUBE}'"
        );
        Self {
            is_danubes: app.database.number(&owner).await == 1,
            available: app.database.ids(&available).await,
        }
    }
}

/// `docs/security.md` A3: the same pairs by plain SQL. The schema does not know of privileges, so Mecsek at Almáskert is a
/// pair that only the rules refuse.
#[actix_web::test]
async fn the_schema_refuses_a_contact_without_a_partnership_or_a_relationship() {
    let app = TestApp::spawn().await;
    let database = &app.database;
    let subscriptions = database.ids("SELECT id FROM subscriptions").await;
    let mut refused = 0;
    for subscription in subscriptions {
        let id = database.literal(subscription);
        for partner in database.ids("SELECT id FROM partners").await {
            let partner = database.literal(partner);
            let related = format!(
                "SELECT COUNT(*) FROM subscriptions s \
                 JOIN partnerships p ON p.provider_id = s.provider_id AND p.reseller_id = {partner} \
                 JOIN relationships r ON r.partner_id = {partner} AND r.customer_id = s.customer_id \
                 WHERE s.id = {id}"
            );
            if database.number(&related).await == 0 {
                let bind = format!(
                    "UPDATE subscriptions SET support_reseller_id = {partner} WHERE id = {id}"
                );
                let error = database.try_run(&bind).await.unwrap_err().to_string().to_lowercase();
                assert!(error.contains("foreign key"), "{error}");
                refused += 1;
            }
        }
    }
    assert!(refused > 20, "{refused}");
    app.stop().await;
}

/// `docs/security.md` A3: change × subscription.
#[actix_web::test]
async fn a_contact_is_repeated_only_for_the_same_customer_and_provider() {
    let app = TestApp::spawn().await;
    let database = &app.database;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let of = async |domain, product| database.subscription(domain, product).await;
    let almaskert = "almaskert.example";
    let exchange = of(almaskert, "Exchange Online").await;
    let azure = of(almaskert, "Azure plan").await;
    let visio = of(almaskert, "Visio Plan 2").await;
    let own = database.latest_change(exchange).await;
    let foreign = database.latest_change(visio).await;
    let foreign_rows = [
        visio,
        of("contoso-butor.example", "Exchange Online").await,
        of("orseg.example", "Exchange Online").await,
        Uuid::max(),
    ];
    let ticked = |id: Uuid| ("subscription", format!("{id}:1"));
    let before = database.dump().await;
    let mut cases: Vec<(Uuid, Vec<Uuid>)> =
        vec![(foreign, vec![azure]), (Uuid::max(), vec![azure])];
    for row in foreign_rows {
        cases.push((own, vec![row]));
        cases.push((own, vec![azure, row]));
        cases.push((foreign, vec![row]));
    }
    for (change, rows) in cases {
        let fields: Vec<_> = rows.iter().copied().map(ticked).collect();
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = format!("/partner/changes/{change}/repeat");
        danube.post(&path, &fields).await.expect(404);
    }
    let changed = difference(&before, &database.dump().await);
    assert!(changed.is_empty(), "{changed:#?}");

    // Only because they were foreign: the same form with the customer's own row is good.
    danube
        .post(&format!("/partner/changes/{own}/repeat"), &[("subscription", &format!("{azure}:1"))])
        .await
        .expect(303);
    app.stop().await;
}

/// `docs/security.md` A2: a partner that has nothing to do with provider and customer is not named by a refusal.
#[actix_web::test]
async fn a_refused_contact_is_named_only_to_those_who_know_it() {
    let app = TestApp::spawn().await;
    let danube = app.signed_in("admin.agent@danube.example").await;
    let subscription = app.database.subscription("contoso-butor.example", "Exchange Online").await;
    let path = format!("/partner/subscriptions/{subscription}/support-contact");
    let mut answers = Vec::new();
    for contact in
        [Uuid::max(), app.database.partner(BAKONY).await, app.database.partner(ALFOLD).await]
    {
        let contact = contact.to_string();
        let reply = danube.post(&path, &[("contact", &contact), ("version", "1")]).await;
        let (status, headers, body) = reply.without_request();
        answers.push((status, headers, body.replace(&contact, "ASKED FOR")));
    }
    assert_eq!(answers[0].0, 422);
    assert_eq!(answers[1], answers[0]);
    assert_eq!(answers[2], answers[0]);

    let kekes = app.database.partner("4902211").await.to_string();
    let reply = danube.post(&path, &[("contact", &kekes), ("version", "1")]).await.expect(422);
    assert!(reply.alert().contains("Kékes Systems Zrt. cannot be chosen"), "{}", reply.alert());
    app.stop().await;
}
