//! The subscriptions that an ending concerns: named on the page that asks for confirmation, and all of them in a file.

use actix_web::HttpResponse;
use serde::Deserialize;

use crate::{
    store::partner::LeavingLine,
    web::{csv::Csv, page::Page},
};

/// The form of an ending for which there is nothing to choose.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EndInput {
    /// How many subscriptions were shown to be concerned.
    pub subscriptions: String,
}

/// `name`: of the file.
pub fn file(page: &Page, lines: Vec<LeavingLine>, name: &str) -> HttpResponse {
    let t = page.t;
    let whose = [t.customer(), t.domain(), t.product(), t.nickname(), t.subscription_id()];
    let mut csv = Csv::new(whose.into_iter().chain([t.indirect_provider()]));
    for line in lines {
        let (number, provider) = (line.number(), line.provider().to_owned());
        csv.row([
            line.customer.name,
            line.customer.domain,
            line.product.name,
            line.nickname.unwrap_or_default(),
            number,
            provider,
        ]);
    }
    csv.download(name)
}
