//! Links that open an account, as admins make them, without the page that makes them.

use sha2::{Digest, Sha256};
use time::Duration;
use uuid::Uuid;

use super::{app::TestApp, database};

impl TestApp {
    /// A link that confirms a new address of somebody's; its path. The wish for it is done.
    pub async fn confirmation(&self, of: &str, email: &str) -> String {
        let token = Uuid::from_bytes(rand::random()).simple().to_string();
        let hash = self.database.bytes(&Sha256::digest(&token));
        let (now, until) = (self.clock.now(), self.clock.now() + Duration::hours(24));
        let (now, until) = (database::time(now), database::time(until));
        self.database
            .run(&format!(
                "INSERT INTO one_time_links (token_hash, purpose, user_id, email, valid_from, expires_at) \
                 SELECT {hash}, 'new_email', id, '{email}', {now}, {until} FROM users WHERE email = '{of}'"
            ))
            .await;
        let of = format!("user_id = (SELECT id FROM users WHERE email = '{of}')");
        self.database.run(&format!("DELETE FROM asked_links WHERE {of}")).await;
        format!("/email/{token}")
    }

    /// The path of a link that is made now; `purpose`: the word of a `LinkPurpose`.
    pub async fn account_link(&self, purpose: &str, email: &str) -> String {
        let token = format!("{:032x}{:032x}", rand::random::<u128>(), rand::random::<u128>());
        let lasts = match purpose {
            "reset" => Duration::minutes(30),
            _ => Duration::minutes(15),
        };
        let now = self.clock.now();
        let (from, until) = (database::time(now), database::time(now + lasts));
        let hash = self.database.bytes(&Sha256::digest(&token));
        let sql = format!(
            "INSERT INTO one_time_links (token_hash, purpose, user_id, valid_from, expires_at) \
             SELECT {hash}, '{purpose}', id, {from}, {until} FROM users WHERE email = '{email}'"
        );
        assert_eq!(self.database.run(&sql).await, 1);
        match purpose {
            "reset" => format!("/reset/{token}"),
            _ => format!("/sign-in/link/{token}"),
        }
    }
}
