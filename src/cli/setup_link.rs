//! `liaison setup-link`: the way in while there is nobody yet.

use anyhow::bail;
use serde_json::json;

use super::{
    open,
    output::{Output, link, link_in_words, written},
};
use crate::{clock::Clock, config::Config, store::limits::LinkPurpose, web::paths};

pub async fn run(config: &Config, output: Output) -> anyhow::Result<()> {
    let clock = Clock::default();
    let store = open(config, &clock).await?;
    let made = store.make_set_up_link().await?;
    store.close().await?;
    let Some(token) = made else {
        bail!(
            "there is an organisation already, so its global admin lets people in; where none can, \
             `liaison user reset-link` or `liaison user create` does"
        );
    };
    let lasts = LinkPurpose::SetUp.lasts();
    let address = link(config, &paths::set_up(token.as_str()));
    let words = format!(
        "{}\nIt works once, for {} hours; links made before are void.",
        link_in_words(&address),
        lasts.whole_hours()
    );
    output.say(words, &json!({ "link": address, "expires_at": written(clock.now() + lasts) }));
    Ok(())
}
