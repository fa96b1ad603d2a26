//! The second factor (`docs/security.md` B7).

mod own;
mod recorded;
mod required;
mod signing_in;

const AGENT: &str = "admin.agent@danube.example";
const SET_UP: &str = "Set up a second factor";
const CODE: &str = "Code from the app";
const ANY_CODE: &str = "Code from the app, or a recovery code";
const CURRENT: &str = "Current password";
const OWN: &str = "/me/second-factor";
const OFF: &str = "/me/second-factor/off";
const CODES: &str = "/me/second-factor/codes";
