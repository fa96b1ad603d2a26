//! Ending a partnership from either side, and a relationship from the partner's: what the page says first, and what is so
//! afterwards (`docs/domain.md` rules 10, 11, 18 and 19).

mod instead;
mod many;
mod partnership;
mod provider;
mod races;
mod relationship;

use uuid::Uuid;

use crate::support::{
    Browser, TestApp,
    arrange::{ALMASKERT, CONTOSO},
};

const END: &str = "End the partnership";
const CHANGED: &str = "Something has changed since this page was shown, so nothing was done.";

async fn danube(app: &TestApp) -> Browser {
    app.signed_in("global.admin@danube.example").await
}

async fn end_with_reseller(app: &TestApp, mpn_id: &str) -> String {
    format!("/partner/resellers/{}/end", app.database.partner(mpn_id).await)
}

async fn end_with_provider(app: &TestApp, mpn_id: &str) -> String {
    format!("/partner/providers/{}/end", app.database.partner(mpn_id).await)
}

async fn end_with_customer(app: &TestApp, domain: &str) -> String {
    format!("/partner/relationships/{}/end", app.database.customer(domain).await)
}

impl TestApp {
    /// Makes somebody the contact, as if it had been chosen before this test.
    async fn designate(&self, domain: &str, product: &str, mpn_id: &str) -> Uuid {
        let subscription = self.database.subscription(domain, product).await;
        let contact = format!("(SELECT id FROM partners WHERE mpn_id = '{mpn_id}')");
        let columns = format!("support_reseller_id = {contact}, decided = true");
        self.database.set_subscription(subscription, &columns).await;
        subscription
    }

    /// The partner ID of a subscription's reseller; nothing for its provider.
    async fn contact_of(&self, subscription: Uuid) -> String {
        let id = self.database.literal(subscription);
        let contact = format!(
            "SELECT COALESCE(p.mpn_id, '') FROM subscriptions s \
             LEFT JOIN partners p ON p.id = s.support_reseller_id WHERE s.id = {id}"
        );
        self.database.texts(&contact).await.remove(0)
    }

    /// Cause, names before and after, and whether anybody had decided: of the newest change.
    async fn latest(&self, subscription: Uuid) -> String {
        let change = self.database.literal(self.database.latest_change(subscription).await);
        let sql = format!(
            "SELECT cause || ': ' || before_name || ' → ' || after_name || \
             CASE WHEN decided THEN ', decided' ELSE '' END FROM changes WHERE id = {change}"
        );
        self.database.texts(&sql).await.remove(0)
    }

    /// What is true after whatever happened: each live subscription's newest change is the one it stands by, and nobody is
    /// the contact whose partnership or relationship has ended.
    async fn assert_nobody_is_named_who_has_left(&self) {
        let left = "SELECT COUNT(*) FROM subscriptions s \
                    JOIN partnerships p ON p.provider_id = s.provider_id AND p.reseller_id = s.support_reseller_id \
                    JOIN relationships r ON r.partner_id = s.support_reseller_id AND r.customer_id = s.customer_id \
                    WHERE s.status IN ('active', 'pending', 'suspended') AND (p.state = 'ended' OR r.state = 'ended')";
        assert_eq!(self.database.number(left).await, 0, "somebody who has left is named");
        let unexplained = "SELECT COUNT(*) FROM subscriptions s WHERE s.version <> \
                           (SELECT MAX(c.version) FROM changes c WHERE c.subscription_id = s.id)";
        assert_eq!(self.database.number(unexplained).await, 0, "a version without its change");
    }

    async fn state_of_relationship(&self, mpn_id: &str, domain: &str) -> String {
        let sql = format!(
            "SELECT r.state || CASE WHEN r.delegated_admin THEN ' with DAP' ELSE '' END FROM relationships r \
             JOIN partners p ON p.id = r.partner_id JOIN customers c ON c.id = r.customer_id \
             WHERE p.mpn_id = '{mpn_id}' AND c.domain = '{domain}'"
        );
        self.database.texts(&sql).await.remove(0)
    }

    async fn arguments_of_latest(&self, kind: &str) -> serde_json::Value {
        let column =
            if self.database.is_sqlite() { "CAST(arguments AS TEXT)" } else { "arguments::text" };
        let sql = format!("SELECT {column} FROM activity WHERE kind = '{kind}' ORDER BY id DESC");
        serde_json::from_str(&self.database.texts(&sql).await[0]).unwrap()
    }
}

/// Tisza's at Almáskert are two; this makes it three at two customers.
async fn third_of_tisza(app: &TestApp) -> Uuid {
    app.designate(CONTOSO, "Exchange Online", crate::support::arrange::TISZA).await
}

async fn exchange_and_intune(app: &TestApp) -> [Uuid; 2] {
    [
        app.database.subscription(ALMASKERT, "Exchange Online").await,
        app.database.subscription(ALMASKERT, "Intune").await,
    ]
}
