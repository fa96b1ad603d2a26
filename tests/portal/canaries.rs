//! No byte of one tenant on any page of another, but for what rules 39 and 40 grant (`docs/security.md` A4).
//!
//! Every text of every organisation is marked with a word of its own. Then everybody goes everywhere.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::support::{
    Browser, Reply, TestApp,
    crawl::crawl,
    requests::{Asked, DELEGATED_ADMIN, PARTNERSHIP},
};

/// A word, and in whose pages it may stand: partners and customers by id.
type Words = BTreeMap<String, Vec<Uuid>>;

const PEOPLE: [(&str, &str); 14] = [
    ("admin.agent@danube.example", "4391507"),
    ("billing.admin@danube.example", "4391507"),
    ("global.admin@danube.example", "4391507"),
    ("global.admin@alfold.example", "5120044"),
    ("global.admin@tisza.example", "4847383"),
    ("helpdesk.agent@tisza.example", "4847383"),
    ("global.admin@kekes.example", "4902211"),
    ("global.admin@mecsek.example", "4977310"),
    ("global.admin@bakony.example", "5003127"),
    ("admin@almaskert.example", "almaskert.example"),
    ("user@almaskert.example", "almaskert.example"),
    ("admin@contoso-butor.example", "contoso-butor.example"),
    ("admin@orseg.example", "orseg.example"),
    ("anna.kovacs@liaison.example", "nobody yet"),
];

/// `docs/security.md` A4, `docs/domain.md` rules 39 and 40.
#[actix_web::test]
async fn nobody_reads_a_word_of_those_they_have_nothing_to_do_with() {
    let app = TestApp::spawn().await;
    let mut readers = Vec::new();
    for (email, organisation) in PEOPLE {
        let browser = app.signed_in(email).await;
        let id = format!(
            "SELECT id FROM partners WHERE mpn_id = '{organisation}' \
             UNION SELECT id FROM customers WHERE domain = '{organisation}'"
        );
        readers.push((email, app.database.ids(&id).await.first().copied(), browser));
    }
    ask(&app).await;
    let starts = starts(&app).await;
    let words = plant(&app).await;
    // Who has not chosen yet reads between which two.
    let names_of_anna = ["public0word", "public1word"].map(str::to_owned);
    let mut read = BTreeMap::<&str, Vec<&str>>::new();
    for (email, reader, browser) in &readers {
        let mut replies = crawl(browser, starts.clone()).await;
        replies.extend(refusals(&app, browser).await);
        assert!(replies.len() > starts.len());
        for reply in &replies {
            assert!(reply.status < 500, "{email}: {} {}", reply.path, reply.status);
            let all = everything(reply);
            for (word, allowed) in &words {
                if all.contains(word) {
                    let may = match reader {
                        Some(reader) => allowed.contains(reader),
                        None => reply.path == "/organisation" && names_of_anna.contains(word),
                    };
                    assert!(may, "{email} reads {word} at {}", reply.path);
                    read.entry(word).or_default().push(email);
                }
            }
        }
    }
    // The marks are there to be seen: else this would prove nothing.
    let unread: Vec<_> = words
        .keys()
        .filter(|word| {
            ["public", "sold", "customer", "told", "asked"]
                .iter()
                .any(|start| word.starts_with(start))
        })
        .filter(|word| !read.contains_key(word.as_str()))
        .collect();
    assert!(unread.is_empty(), "nobody at all reads {unread:?}");
    app.stop().await;
}

/// Requests between those who know each other anyway; who was asked reads who asks.
async fn ask(app: &TestApp) {
    let database = &app.database;
    let privileges = Asked { of: "almaskert.example", ..DELEGATED_ADMIN };
    database.ask(Asked { reseller: Some("4977310"), ..privileges }).await;
    database.ask(Asked { from: "4902211", ..privileges }).await;
    let closed = database.ask(Asked { from: "4847383", ..privileges }).await;
    database
        .set_request(closed, "state = 'declined', answered_at = created_at, decline_reason = 'no'")
        .await;
    database.ask(Asked { of: "4847383", ..PARTNERSHIP }).await;
}

/// Headers and body, in small letters.
fn everything(reply: &Reply) -> String {
    let mut all = reply.body.to_lowercase();
    for value in reply.headers.values() {
        all.push_str(&value.to_str().unwrap().to_lowercase());
    }
    all
}

/// Where everybody begins: the first pages, every row by its address, and a search for every name.
async fn starts(app: &TestApp) -> Vec<String> {
    let mut starts: Vec<String> = [
        "/home",
        "/admin",
        "/admin/support",
        "/admin/requests",
        "/admin/requests?show=answered",
        "/admin/partner-relationships",
        "/organisation",
        "/partner/customers",
        "/partner/subscriptions",
        "/partner/relationships",
        "/partner/relationships?show=active",
        "/partner/relationships?show=ended",
        "/partner/relationships/new",
        "/partner/customers/new",
        "/partner/subscriptions/new",
        "/partner/resellers/new",
        "/partner/reports",
        "/partner/activity",
        "/partner/activity.csv",
        "/admin/activity",
        "/admin/activity.csv",
        "/partner/resellers",
        "/partner/resellers.csv",
        "/partner/providers",
        "/partner/profile",
        "/admin/support.vcf",
        "/admin/support/share",
    ]
    .map(str::to_owned)
    .to_vec();
    for subscription in app.database.ids("SELECT id FROM subscriptions").await {
        starts.push(format!("/partner/subscriptions/{subscription}/report"));
        starts.push(format!("/partner/subscriptions/{subscription}/edit"));
        starts.push(format!("/admin/support/{subscription}/report"));
    }
    for request in app.database.ids("SELECT id FROM requests").await {
        starts.push(format!("/partner/requests/{request}"));
        starts.push(format!("/partner/relationships/new?again={request}"));
    }
    for customer in app.database.ids("SELECT id FROM customers").await {
        starts.push(format!("/partner/relationships/new?customer={customer}"));
        starts.push(format!("/partner/subscriptions/new?customer={customer}"));
        starts.push(format!("/partner/customers/{customer}/edit"));
        starts.push(format!("/partner/customers/{customer}/admin"));
    }
    for reseller in app.database.ids("SELECT id FROM partners").await {
        starts.push(format!("/partner/relationships/new?reseller={reseller}"));
    }
    for (table, path) in [
        ("customers", "/partner/customers"),
        ("subscriptions", "/partner/subscriptions"),
        ("changes", "/partner/changes"),
        ("partners", "/partner/resellers"),
        ("partners", "/partner/providers"),
        ("requests", "/admin/requests"),
        ("partners", "/admin/partner-relationships"),
    ] {
        let ids = app.database.ids(&format!("SELECT id FROM {table}")).await;
        starts.extend(ids.iter().map(|id| format!("{path}/{id}")));
    }
    for (table, path) in [
        ("partners", "/partner/resellers/{id}/end"),
        ("partners", "/partner/providers/{id}/end"),
        ("customers", "/partner/relationships/{id}/end"),
    ] {
        for id in app.database.ids(&format!("SELECT id FROM {table}")).await {
            let path = path.replace("{id}", &id.to_string());
            starts.extend([format!("{path}.csv"), path]);
        }
    }
    for id in app.database.ids("SELECT id FROM partners").await {
        starts.push(format!("/partner/subscriptions?contact={id}"));
    }
    for id in app.database.ids("SELECT id FROM requests WHERE kind = 'partnership'").await {
        starts.push(format!("/partner/requests/{id}/answer"));
        starts.push(app.link(id).await);
    }
    for q in ["kft", "alm", "contoso", "panzi", "visio", "exchange", "example"] {
        starts.push(format!("/partner/customers?q={q}"));
        starts.push(format!("/partner/subscriptions?q={q}"));
        starts.push(format!("/partner/activity?customer={q}&person={q}"));
        starts.push(format!("/admin/activity?person={q}"));
    }
    for subscription in app.database.ids("SELECT id FROM subscriptions").await {
        for q in ["kft", "zrt", "support", "services", "5003127", "5120044", "4977310"] {
            starts.push(format!("/partner/subscriptions/{subscription}?reseller={q}"));
        }
    }
    starts
}

/// Refused forms show pages too.
async fn refusals(app: &TestApp, browser: &Browser) -> Vec<Reply> {
    let mut replies = Vec::new();
    let contacts = app.database.ids("SELECT id FROM partners").await;
    // With numbers that nobody can have seen, so that nothing ends.
    let impossible = [("subscriptions", "999")];
    for partner in &contacts {
        for side in ["resellers", "providers"] {
            let path = format!("/partner/{side}/{partner}/end");
            replies.push(browser.post(&path, &impossible).await);
        }
    }
    for customer in app.database.ids("SELECT id FROM customers").await {
        let path = format!("/partner/relationships/{customer}/end");
        replies.push(browser.post(&path, &impossible).await);
    }
    for subscription in app.database.ids("SELECT id FROM subscriptions").await {
        let path = format!("/partner/subscriptions/{subscription}/support-contact");
        for contact in &contacts {
            let contact = contact.to_string();
            replies.push(browser.post(&path, &[("contact", &contact), ("version", "0")]).await);
        }
    }
    replies
}

/// Marks every text, and says who may read each mark.
async fn plant(app: &TestApp) -> Words {
    let mut words = Words::new();
    for product in ["Exchange Online", "Visio Plan 2"] {
        let subscription = app.database.subscription("almaskert.example", product).await;
        app.database.add_report(subscription, "wrong_contact", "almaskert.example").await;
        app.database.add_report_by(subscription, "4847383").await;
    }
    app.database.request_for("relationship", "4391507", "4902211", "contoso-butor.example").await;
    app.database.request_by("relationship", "4847383", "orseg.example").await;
    app.database.request_by("relationship", "5003127", "contoso-butor.example").await;
    app.database.request_for("relationship", "5120044", "4847383", "orseg.example").await;
    plant_partners(app, &mut words).await;
    plant_customers(app, &mut words).await;
    plant_persons(app, &mut words).await;
    plant_subscriptions(app, &mut words).await;
    plant_reports(app, &mut words).await;
    plant_requests(app, &mut words).await;
    words
}

/// What was typed about the other side: for who has typed it, for whom it is, and for the other side.
async fn plant_requests(app: &TestApp, words: &mut Words) {
    let database = &app.database;
    let requests = database.ids("SELECT id FROM requests ORDER BY id").await;
    for (nth, request) in requests.into_iter().enumerate() {
        let (word, id) = (format!("asked{nth}word"), database.literal(request));
        let typed = format!("typed_id = '{word}.example', typed_name = '{word}'");
        database
            .run(&format!(
                "UPDATE requests SET {typed}, email = 'x@{word}.example' WHERE id = {id}"
            ))
            .await;
        let sides = ["from_partner", "for_reseller", "to_partner", "to_customer"]
            .map(|column| format!("SELECT {column} AS id FROM requests WHERE id = {id}"));
        let sides =
            format!("SELECT id FROM ({}) sides WHERE id IS NOT NULL", sides.join(" UNION "));
        words.insert(word, database.ids(&sides).await);
    }
}

/// What somebody has told in their own words: for the provider alone, not even for who is the contact (a customer's) or
/// for the customer (a reseller's).
async fn plant_reports(app: &TestApp, words: &mut Words) {
    let database = &app.database;
    for (nth, report) in
        database.ids("SELECT id FROM reports ORDER BY id").await.into_iter().enumerate()
    {
        let (word, id) = (format!("told{nth}word"), database.literal(report));
        database.run(&format!("UPDATE reports SET note = '{word}' WHERE id = {id}")).await;
        let provider = format!("SELECT provider_id FROM reports WHERE id = {id}");
        words.insert(word, database.ids(&provider).await);
    }
}

/// Name, country and profile: for the partner itself, its partnerships, those with a common customer, and the customers
/// whose subscriptions it sells or supports, or that have a relationship with it or are asked for one.
async fn plant_partners(app: &TestApp, words: &mut Words) {
    let database = &app.database;
    for (nth, partner) in
        database.ids("SELECT id FROM partners ORDER BY id").await.into_iter().enumerate()
    {
        let word = format!("public{nth}word");
        let id = database.literal(partner);
        database
            .run(&format!("UPDATE partners SET name = name || ' {word}' WHERE id = {id}"))
            .await;
        let website = format!("website = 'https://{word}.example', email = '{word}@x.example'");
        let texts = format!("telephone = '{word}', urgent_telephone = '{word}', note = '{word}'");
        database
            .run(&format!("UPDATE support_profiles SET {website}, {texts} WHERE partner_id = {id}"))
            .await;
        let readers = format!(
            "SELECT {id} UNION SELECT provider_id FROM partnerships WHERE reseller_id = {id} \
             UNION SELECT reseller_id FROM partnerships WHERE provider_id = {id} \
             UNION SELECT partner_id FROM relationships WHERE customer_id IN \
             (SELECT customer_id FROM relationships WHERE partner_id = {id}) \
             UNION SELECT customer_id FROM relationships WHERE partner_id = {id} \
             UNION SELECT customer_id FROM subscriptions \
             WHERE provider_id = {id} OR support_reseller_id = {id} \
             UNION SELECT COALESCE(to_customer, to_partner) FROM requests \
             WHERE (from_partner = {id} OR for_reseller = {id}) \
             AND COALESCE(to_customer, to_partner) IS NOT NULL"
        );
        words.insert(word, database.ids(&readers).await);
    }
}

/// Name and domain: for the customer and those with a relationship. The number that a partner gave it: for that one.
async fn plant_customers(app: &TestApp, words: &mut Words) {
    let database = &app.database;
    for (nth, customer) in
        database.ids("SELECT id FROM customers ORDER BY id").await.into_iter().enumerate()
    {
        let word = format!("customer{nth}word");
        let id = database.literal(customer);
        let name = format!("name = name || ' {word}', domain = domain || '.{word}'");
        database.run(&format!("UPDATE customers SET {name} WHERE id = {id}")).await;
        let partners = format!("SELECT partner_id FROM relationships WHERE customer_id = {id}");
        let partners = database.ids(&partners).await;
        for (row, partner) in partners.iter().enumerate() {
            let word = format!("number{nth}of{row}word");
            let of = database.literal(*partner);
            let number = format!("UPDATE relationships SET customer_number = '{word}'");
            database.run(&format!("{number} WHERE customer_id = {id} AND partner_id = {of}")).await;
            words.insert(word, vec![*partner]);
        }
        words.insert(word, [vec![customer], partners].concat());
    }
}

/// Persons are named only inside their own organisation (rule 39), and their ids nowhere.
async fn plant_persons(app: &TestApp, words: &mut Words) {
    let database = &app.database;
    for (nth, user) in
        database.ids("SELECT id FROM users ORDER BY id").await.into_iter().enumerate()
    {
        let word = format!("person{nth}word");
        let id = database.literal(user);
        let texts = format!("name = name || ' {word}', email = '{word}.' || email");
        database.run(&format!("UPDATE users SET {texts} WHERE id = {id}")).await;
        let own = format!(
            "SELECT COALESCE(partner_id, customer_id) FROM memberships WHERE user_id = {id}"
        );
        words.insert(word, database.ids(&own).await);
        words.insert(user.to_string(), Vec::new());
    }
    // Anna has not chosen yet, but reads her own name.
    let anna = database.texts("SELECT email FROM users WHERE email LIKE '%anna.kovacs%'").await;
    words.remove(anna[0].split('.').next().unwrap());
}

/// Nickname and number: for the provider, the customer, and the resellers that it names. The history: for the provider.
/// By its reference, a change is also known to the customer, whose activity log says what was decided for it.
async fn plant_subscriptions(app: &TestApp, words: &mut Words) {
    let database = &app.database;
    let subscriptions = database.ids("SELECT id FROM subscriptions ORDER BY id").await;
    for (nth, subscription) in subscriptions.into_iter().enumerate() {
        let word = format!("sold{nth}word");
        let id = database.literal(subscription);
        let texts = format!("nickname = '{word}', external_id = '{word}'");
        database.run(&format!("UPDATE subscriptions SET {texts} WHERE id = {id}")).await;
        let column = |column| format!("SELECT {column} AS id FROM subscriptions WHERE id = {id}");
        let columns = ["provider_id", "customer_id", "support_reseller_id", "reseller_of_record"];
        let readers = columns.map(column).join(" UNION ");
        let readers = format!("SELECT id FROM ({readers}) AS readers WHERE id IS NOT NULL");
        words.insert(word, database.ids(&readers).await);
        let provider = database.ids(&column("provider_id")).await;
        let customer = database.ids(&column("customer_id")).await;
        let informed = [provider.clone(), customer].concat();
        let references = format!("SELECT reference FROM changes WHERE subscription_id = {id}");
        for reference in database.texts(&references).await {
            words.insert(reference.to_lowercase(), informed.clone());
        }
        let changes = format!("SELECT id FROM changes WHERE subscription_id = {id}");
        for change in database.ids(&changes).await {
            // In its own address it stands because the reader has typed it there.
            words.insert(format!("changes/{change}/undo"), provider.clone());
        }
    }
}
