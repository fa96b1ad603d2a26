//! One's own account: what somebody says of themself, what opens the account, and where it is open.

use crate::support::{TestApp, database::Dump};

mod details;
mod email;
mod password;
mod sessions;

const AGENT: &str = "admin.agent@danube.example";
const OTHER: &str = "global.admin@danube.example";
const ANNA: &str = "anna.kovacs@liaison.example";
const NEW_PASSWORD: &str = "a good long phrase for nobody else";

async fn activity(app: &TestApp, kind: &str) -> i64 {
    app.database.number(&format!("SELECT COUNT(*) FROM activity WHERE kind = '{kind}'")).await
}

/// All that is kept but how often somebody has failed.
async fn kept(app: &TestApp) -> Dump {
    let mut dump = app.database.dump().await;
    dump.remove("sign_in_attempts");
    dump
}
