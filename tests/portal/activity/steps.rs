//! Every button that changes something, pressed in order.

use crate::support::{Browser, PASSWORD, TestApp};

use super::{AGENT, ANNA, CUSTOMER, SALES};

const NOT_OURS: &str = "/partner/subscriptions/{subscription}/report";
const TELL: &str = "/admin/support/{subscription}/report";
const SHARE: &str = "/admin/support/share";
const ASK: &str = "/partner/relationships/new";
const ASK_RESELLERS: &str = "/partner/resellers/new";
const REVOKE: &str = "/partner/requests/{request}/revoke";
const SETTLE: &str = "/partner/reports/{report}/settle";
const SUSPEND: &str = "/partner/resellers/{reseller}/suspend";
const RESUME: &str = "/partner/resellers/{reseller}/resume";
const END_WITH_RESELLER: &str = "/partner/resellers/{reseller}/end";
const END_WITH_PROVIDER: &str = "/partner/providers/{provider}/end";
pub const FIRST_ADMIN: &str = "/partner/customers/{customer}/admin";
const END_RELATIONSHIP: &str = "/partner/relationships/{customer}/end";
const CUSTOMER_ORGANISATION: &str = "/admin/organisation";
const CONFIRM: &str = "/email/{token}";
/// One press of a button, and how many lines it adds.
#[derive(Clone)]
pub struct Step {
    pub route: &'static str,
    pub what: &'static str,
    pub path: String,
    pub fields: Vec<(&'static str, String)>,
    pub status: u16,
    pub lines: i64,
}

/// Who presses which button.
pub struct People {
    pub agent: Browser,
    pub anna: Browser,
    pub tisza: Browser,
    pub almaskert: Browser,
    /// Who may part with its resellers.
    pub danube: Browser,
    pub admin: Browser,
    /// Whose own account is changed.
    pub sales: Browser,
}

impl People {
    pub async fn of_demo(app: &TestApp) -> Self {
        Self {
            agent: app.signed_in(AGENT).await,
            anna: app.signed_in(ANNA).await,
            tisza: app.signed_in("global.admin@tisza.example").await,
            almaskert: app.signed_in("user@almaskert.example").await,
            danube: app.signed_in("global.admin@danube.example").await,
            admin: app.signed_in(CUSTOMER).await,
            sales: app.signed_in(SALES).await,
        }
    }

    pub fn of(&self, route: &str) -> &Browser {
        match route {
            "/organisation" => &self.anna,
            NOT_OURS | END_WITH_PROVIDER | END_RELATIONSHIP => &self.tisza,
            SUSPEND | RESUME | END_WITH_RESELLER | FIRST_ADMIN => &self.danube,
            SHARE | CUSTOMER_ORGANISATION => &self.admin,
            route if route.starts_with("/partner/users") => &self.danube,
            route if route.starts_with("/admin/users") => &self.admin,
            CONFIRM => &self.sales,
            route if route.starts_with("/me") && !route.starts_with("/made") => &self.sales,
            route if route.starts_with("/admin/") => &self.almaskert,
            _ => &self.agent,
        }
    }
}

pub fn step(
    route: &'static str,
    what: &'static str,
    path: &str,
    fields: Vec<(&'static str, String)>,
    status: u16,
    lines: i64,
) -> Step {
    Step { route, what, path: path.to_owned(), fields, status, lines }
}

/// About resellers, providers and relationships that have nothing to do with the other steps.
pub async fn endings(app: &TestApp) -> Vec<Step> {
    let database = &app.database;
    let (kekes, danube) = (database.partner("4902211").await, database.partner("4391507").await);
    let (mecsek, alfold) = (database.partner("4977310").await, database.partner("5120044").await);
    let contoso = database.customer("contoso-butor.example").await;
    let suspend = SUSPEND.replace("{reseller}", &kekes.to_string());
    let resume = RESUME.replace("{reseller}", &kekes.to_string());
    let end = END_WITH_RESELLER.replace("{reseller}", &mecsek.to_string());
    let leave = END_WITH_PROVIDER.replace("{provider}", &alfold.to_string());
    let end_relationship = END_RELATIONSHIP.replace("{customer}", &contoso.to_string());
    let all_back = || vec![("subscriptions", "0".to_owned()), ("instead", format!("{danube}:0"))];
    let seen = |count: &str| vec![("subscriptions", count.to_owned())];
    vec![
        step(SUSPEND, "suspends", &suspend, vec![], 303, 1),
        step(SUSPEND, "suspends again", &suspend, vec![], 303, 0),
        step(RESUME, "resumes", &resume, vec![], 303, 1),
        step(RESUME, "resumes again", &resume, vec![], 303, 0),
        step(END_WITH_RESELLER, "ends what was not shown", &end, seen("0"), 422, 0),
        step(END_WITH_RESELLER, "ends a partnership", &end, all_back(), 303, 1),
        step(END_WITH_RESELLER, "ends it again", &end, all_back(), 303, 0),
        step(END_WITH_PROVIDER, "leaves with another number", &leave, seen("7"), 409, 0),
        step(END_WITH_PROVIDER, "leaves a provider", &leave, seen("0"), 303, 1),
        step(END_WITH_PROVIDER, "leaves it again", &leave, seen("0"), 303, 0),
        step(END_RELATIONSHIP, "ends with another number", &end_relationship, seen("7"), 409, 0),
        step(END_RELATIONSHIP, "ends a relationship", &end_relationship, seen("0"), 303, 1),
        step(END_RELATIONSHIP, "ends it once more", &end_relationship, seen("0"), 303, 0),
    ]
}

/// Letting people in, and what they may do.
pub async fn users(app: &TestApp) -> Vec<Step> {
    const NEW: [&str; 2] = ["/partner/users/new", "/admin/users/new"];
    const ONE: [&str; 2] = ["/partner/users/{membership}", "/admin/users/{membership}"];
    let people = ["billing.admin@danube.example", "user@almaskert.example"];
    let roles = [["billing_admin", "sales_agent"], ["user", "global_admin"]];
    let field = |name, value: &str| (name, value.to_owned());
    let mut all = Vec::new();
    for side in 0..2 {
        let [old, new] = roles[side];
        let invite = |role: Option<&str>| {
            let person = vec![field("name", "Éva"), field("email", "eva@new.example")];
            person.into_iter().chain(role.map(|role| field("role", role))).collect()
        };
        let many = |step: &str| {
            vec![field("lines", &format!("ede@new.example;Ede;{new}")), field("step", step)]
        };
        let membership = app.database.membership(people[side]).await.to_string();
        let path = ONE[side].replace("{membership}", &membership);
        let act = |action: &str| vec![field("action", action)];
        let roles = |role: &str| vec![field("action", "roles"), field("role", role)];
        all.extend([
            step(NEW[side], "invites without a role", NEW[side], invite(None), 422, 0),
            step(NEW[side], "invites", NEW[side], invite(Some(new)), 303, 1),
            step(NEW[side], "invites again", NEW[side], invite(Some(new)), 422, 0),
            step(NEW[side], "checks many people", NEW[side], many("check"), 200, 0),
            step(NEW[side], "invites many", NEW[side], many("make"), 200, 1),
            step(NEW[side], "invites many again", NEW[side], many("make"), 200, 0),
            step(ONE[side], "gives the same role", &path, roles(old), 303, 0),
            step(ONE[side], "gives another role", &path, roles(new), 303, 1),
            step(ONE[side], "makes a link", &path, act("reset"), 303, 1),
            step(ONE[side], "disables", &path, act("disable"), 303, 1),
            step(ONE[side], "disables again", &path, act("disable"), 422, 0),
            step(ONE[side], "enables", &path, act("enable"), 303, 1),
            step(ONE[side], "enables again", &path, act("enable"), 422, 0),
        ]);
    }
    all
}

/// About one's own account, with two more browsers in which it is open; and about the organisations themselves.
pub async fn own_account(app: &TestApp, people: &People) -> Vec<Step> {
    const EMAIL: &str = "/me/email";
    const PASSWORD_FORM: &str = "/me/password";
    const SESSIONS: &str = "/me/sessions";
    const ORGANISATION: &str = "/partner/organisation";

    app.signed_in(SALES).await;
    app.signed_in(SALES).await;
    let other = people.sales.get(SESSIONS).await.form("Sign out : Unknown browser");
    let link = app.confirmation(SALES, "sales@danube.example").await;
    let owned = |fields: &[(&'static str, &str)]| {
        fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect::<Vec<_>>()
    };
    let one = owned(&[("session", other.value("session").unwrap())]);
    let others = owned(&[("session", "others")]);
    let named = |name| owned(&[("name", name), ("language", "en")]);
    let email =
        |current| owned(&[("email", "other@danube.example"), ("current_password", current)]);
    let withdraw = owned(&[("step", "withdraw")]);
    let password = |current| {
        owned(&[("current_password", current), ("new_password", "seven grey herons, marshes")])
    };
    let seen = async |browser: &Browser, path| {
        browser.get(path).await.form("Save").value("seen").unwrap().to_owned()
    };
    let facts = |country, seen: &str| {
        let zone = ("time_zone", "Europe/Budapest");
        owned(&[("name", "Some Name"), ("country", country), zone, ("seen", seen)])
    };
    let of_partner = seen(&people.agent, ORGANISATION).await;
    let of_customer = seen(&people.admin, CUSTOMER_ORGANISATION).await;
    let at = CUSTOMER_ORGANISATION;
    vec![
        step("/me", "no name", "/me", named(""), 422, 0),
        step("/me", "another name", "/me", named("Some Other Name"), 303, 1),
        step("/me", "the same name", "/me", named("Some Other Name"), 303, 0),
        step(SESSIONS, "ends a session", SESSIONS, one.clone(), 303, 1),
        step(SESSIONS, "ends it again", SESSIONS, one, 303, 0),
        step(SESSIONS, "ends all others", SESSIONS, others.clone(), 303, 1),
        step(SESSIONS, "ends them again", SESSIONS, others, 303, 0),
        step(CONFIRM, "confirms an address", &link, vec![], 303, 1),
        step(CONFIRM, "confirms it again", &link, vec![], 404, 0),
        step(EMAIL, "asks without the password", EMAIL, email("not this one"), 422, 0),
        step(EMAIL, "asks for an address", EMAIL, email(PASSWORD), 303, 1),
        step(EMAIL, "asks for it again", EMAIL, email(PASSWORD), 303, 0),
        step(EMAIL, "withdraws the wish", EMAIL, withdraw.clone(), 303, 1),
        step(EMAIL, "withdraws it again", EMAIL, withdraw, 303, 0),
        step(PASSWORD_FORM, "a wrong password", PASSWORD_FORM, password("not this one"), 422, 0),
        step(PASSWORD_FORM, "a new password", PASSWORD_FORM, password(PASSWORD), 303, 1),
        step(ORGANISATION, "no country", ORGANISATION, facts("", &of_partner), 422, 0),
        step(ORGANISATION, "edits the partner", ORGANISATION, facts("AT", &of_partner), 303, 1),
        step(ORGANISATION, "by the same form", ORGANISATION, facts("AT", &of_partner), 303, 0),
        step(ORGANISATION, "by an old form", ORGANISATION, facts("SK", &of_partner), 409, 0),
        step(at, "edits the customer", at, facts("AT", &of_customer), 303, 1),
        step(at, "by the same form", at, facts("AT", &of_customer), 303, 0),
    ]
}

#[expect(clippy::too_many_lines, reason = "a list of buttons, one a line")]
pub async fn steps(app: &TestApp, agent: &Browser) -> Vec<Step> {
    const PROFILE: &str = "/partner/profile";
    const OF_RESELLER: &str = "/partner/resellers/{reseller}/profile";
    const CODES_DONE: &str = "/me/second-factor/codes/done";
    const CONTACT: &str = "/partner/subscriptions/{subscription}/support-contact";
    const UNDO: &str = "/partner/changes/{change}/undo";
    const REPEAT: &str = "/partner/changes/{change}/repeat";

    let database = &app.database;
    let azure = database.subscription("almaskert.example", "Azure plan").await;
    let office = database.subscription("almaskert.example", "Office 365 Business Standard").await;
    let (kekes, danube, mecsek) = (
        database.partner("4902211").await.to_string(),
        database.partner("4391507").await.to_string(),
        database.partner("4977310").await.to_string(),
    );
    let memberships = database
        .ids(&format!(
            "SELECT m.id FROM memberships m JOIN users u ON u.id = m.user_id WHERE u.email = '{ANNA}' \
             ORDER BY m.id"
        ))
        .await;
    let contact = CONTACT.replace("{subscription}", &azure.to_string());
    let at_office = CONTACT.replace("{subscription}", &office.to_string());
    let undo = UNDO.replace("{change}", "{latest}");
    let repeat = REPEAT.replace("{change}", "{latest}");
    let exchange = database.subscription("almaskert.example", "Exchange Online").await;
    let report = database.add_report(exchange, "another_contact", "almaskert.example").await;
    let settle = SETTLE.replace("{report}", &report);
    let not_ours = NOT_OURS.replace("{subscription}", &exchange.to_string());
    let not_theirs = NOT_OURS.replace("{subscription}", &azure.to_string());
    let tell = TELL.replace("{subscription}", &azure.to_string());
    let told = |kind: &str| vec![("kind", kind.to_owned()), ("note", "Nobody answers".to_owned())];
    let choice = |contact: &str, version: i32| {
        vec![("contact", contact.to_owned()), ("version", version.to_string())]
    };
    let ticked = |version: i32| vec![("subscription", format!("{office}:{version}"))];
    let language = |language: &str| vec![("language", language.to_owned())];
    let account =
        |password: &str| vec![("email", AGENT.to_owned()), ("password", password.to_owned())];
    let wish = |email: &str| vec![("email", email.to_owned()), ("help", "link".to_owned())];
    let member = |nth: usize| vec![("membership", memberships[nth].to_string())];
    database.add_reseller("Hegyalja Support", "5999001").await;
    database.add_partnership("4391507", "5999001").await;
    let hegyalja = database.partner("5999001").await;
    let of_reseller = OF_RESELLER.replace("{reseller}", &hegyalja.to_string());
    let of_kekes = OF_RESELLER.replace("{reseller}", &kekes);
    let as_shown = agent.get(PROFILE).await.form("Save").value("seen").unwrap().to_owned();
    let seen_of_reseller =
        agent.get(&of_reseller).await.form("Save").value("seen").unwrap().to_owned();
    let profile = |telephone: &str, seen: &str| {
        let zone = ("time_zone", "Europe/Budapest".to_owned());
        vec![zone, ("telephone", telephone.to_owned()), ("seen", seen.to_owned())]
    };
    let link = |link: &str| vec![("link", link.to_owned())];
    vec![
        step(PROFILE, "a telephone that is none", PROFILE, profile("x", &as_shown), 422, 0),
        step(PROFILE, "edits the profile", PROFILE, profile("112", &as_shown), 303, 1),
        step(PROFILE, "edits it by the same form", PROFILE, profile("112", &as_shown), 303, 0),
        step(PROFILE, "edits it by an old form", PROFILE, profile("113", &as_shown), 409, 0),
        step(
            OF_RESELLER,
            "edits a reseller's",
            &of_reseller,
            profile("114", &seen_of_reseller),
            303,
            1,
        ),
        step(OF_RESELLER, "once more", &of_reseller, profile("114", &seen_of_reseller), 303, 0),
        step(OF_RESELLER, "of one that signs in", &of_kekes, profile("115", ""), 422, 0),
        step(SHARE, "shares", SHARE, link("make"), 303, 1),
        step(SHARE, "shares again", SHARE, link("make"), 303, 0),
        step(SHARE, "revokes", SHARE, link("revoke"), 303, 1),
        step(SHARE, "revokes again", SHARE, link("revoke"), 303, 0),
        step("/organisation", "chooses nothing", "/organisation", vec![], 422, 0),
        step("/organisation", "chooses the first", "/organisation", member(0), 303, 1),
        step("/organisation", "chooses the same again", "/organisation", member(0), 303, 0),
        step("/organisation", "chooses the other", "/organisation", member(1), 303, 1),
        step("/language", "a language", "/language", language("hu"), 303, 1),
        step("/language", "the same language", "/language", language("hu"), 303, 0),
        step("/made-link/done", "has passed a link on", "/made-link/done", vec![], 303, 0),
        step("/language", "no language", "/language", language("xx"), 400, 0),
        step(CONTACT, "assigns", &contact, choice(&kekes, 1), 303, 1),
        step(CONTACT, "assigns the same again", &contact, choice(&kekes, 2), 303, 0),
        step(CONTACT, "assigns by an old form", &contact, choice(&danube, 1), 409, 0),
        step(CONTACT, "assigns who is not available", &contact, choice(&mecsek, 2), 422, 0),
        step(CONTACT, "assigns nobody", &contact, vec![], 422, 0),
        step(UNDO, "undoes", &undo, vec![], 303, 1),
        step(UNDO, "undoes the undoing", &undo, vec![], 303, 1),
        step(REPEAT, "repeats for nothing", &repeat, vec![], 422, 0),
        step(REPEAT, "repeats", &repeat, ticked(1), 303, 1),
        step(REPEAT, "repeats what is so", &repeat, ticked(2), 303, 0),
        step(CONTACT, "back to the provider", &at_office, choice(&danube, 2), 303, 1),
        step(CONTACT, "ourselves, once more", &at_office, choice(&danube, 3), 303, 0),
        step(NOT_OURS, "gives back", &not_ours, vec![], 303, 1),
        step(NOT_OURS, "gives back again", &not_ours, vec![], 303, 0),
        step(NOT_OURS, "gives back what it does not have", &not_theirs, vec![], 303, 0),
        step(TELL, "tells nothing", &tell, vec![], 422, 0),
        step(TELL, "tells", &tell, told("wrong_contact"), 303, 1),
        step(TELL, "tells the same", &tell, told("wrong_contact"), 303, 0),
        step(TELL, "tells something else", &tell, told("another_contact"), 303, 1),
        step(SETTLE, "settles", &settle, vec![], 303, 1),
        step(SETTLE, "settles again", &settle, vec![], 303, 0),
        step("/forgot", "asks for no link", "/forgot", wish("nobody@danube.example"), 303, 0),
        step("/forgot", "asks for a link", "/forgot", wish("user@almaskert.example"), 303, 1),
        step("/forgot", "asks once more", "/forgot", wish("user@almaskert.example"), 303, 0),
        step(CODES_DONE, "has written codes down", CODES_DONE, vec![], 303, 0),
        step("/sign-in", "a wrong password", "/sign-in", account("something else"), 422, 0),
        step("/sign-in", "signs in", "/sign-in", account(PASSWORD), 303, 1),
        step("/sign-out", "signs out", "/sign-out", vec![], 303, 1),
        step("/sign-out", "signs out again", "/sign-out", vec![], 303, 0),
    ]
}

/// About requests that are made, shown and revoked.
pub async fn requests(app: &TestApp) -> Vec<Step> {
    let database = &app.database;
    database.request_for("delegated_admin", "4391507", "4977310", "almaskert.example").await;
    let request = database.id("SELECT id FROM requests").await.to_string();
    let revoke = REVOKE.replace("{request}", &request);
    let customer = |domain: &str, reseller: &str| {
        let fields = [("kind", "relationship"), ("domain", domain), ("reseller", reseller)];
        fields.map(|(name, value)| (name, value.to_owned())).to_vec()
    };
    let reseller =
        |mpn_id: &str| vec![("mpn_id", mpn_id.to_owned()), ("name", "Some Partner".to_owned())];
    let many = |step: &str| {
        let lines = "One,6000001\nTwo,6000002,it@two.example".to_owned();
        vec![("lines", lines), ("step", step.to_owned())]
    };
    vec![
        step(ASK, "asks nothing", ASK, vec![], 400, 0),
        step(ASK, "asks a customer", ASK, customer("orseg.example", ""), 303, 1),
        step(ASK, "asks the same again", ASK, customer("orseg.example", ""), 409, 0),
        step(ASK, "asks for a reseller", ASK, customer("orseg.example", "4847383"), 303, 1),
        step(ASK, "asks one that it has", ASK, customer("contoso-butor.example", ""), 422, 0),
        step(ASK_RESELLERS, "asks a reseller", ASK_RESELLERS, reseller("5003127"), 303, 1),
        step(ASK_RESELLERS, "asks it again", ASK_RESELLERS, reseller("5003127"), 409, 0),
        step(ASK_RESELLERS, "asks its own", ASK_RESELLERS, reseller("4847383"), 422, 0),
        step(ASK_RESELLERS, "checks many", ASK_RESELLERS, many("check"), 200, 0),
        step(ASK_RESELLERS, "asks many", ASK_RESELLERS, many("make"), 200, 1),
        step(ASK_RESELLERS, "asks many again", ASK_RESELLERS, many("make"), 200, 0),
        step(ASK_RESELLERS, "reads their links", ASK_RESELLERS, many("links"), 200, 0),
        step(REVOKE, "takes a request back", &revoke, vec![], 303, 1),
        step(REVOKE, "takes it back again", &revoke, vec![], 303, 0),
    ]
}
