//! Two people have edited the same customer or subscription: what stands now, what was filled in, and the choice.

use actix_web::HttpResponse;
use askama::Template;

use crate::{
    domain::ids::CustomerId,
    web::{assets, error::AppError, page::Page, paths},
};

/// What both have edited.
pub struct About {
    pub heading: String,
    /// The customer that it is about.
    pub customer: (CustomerId, String),
    /// Where the form is sent.
    pub action: String,
    /// Of what stands now.
    pub seen: String,
}

/// A field as it stands and as it was filled in, both in words, and as it is sent again.
pub struct TwoValues {
    name: &'static str,
    label: String,
    theirs: String,
    mine: String,
    sent: String,
}

#[derive(Template)]
#[template(path = "partner/edit_conflict.html")]
struct Conflict<'a> {
    page: &'a Page,
    about: About,
    values: Vec<TwoValues>,
}

impl TwoValues {
    /// Of a field that is shown as it is typed.
    pub fn of(name: &'static str, label: String, theirs: &str, mine: &str) -> Self {
        let (theirs, mine) = (theirs.to_owned(), mine.trim().to_owned());
        Self { name, label, theirs, sent: mine.clone(), mine }
    }

    /// The same, with words for both.
    pub fn worded(self, word: impl Fn(&str) -> String) -> Self {
        Self { theirs: word(&self.theirs), mine: word(&self.mine), ..self }
    }

    fn differs(&self) -> bool {
        self.theirs != self.mine
    }
}

pub fn conflict(
    page: &Page,
    about: About,
    values: Vec<TwoValues>,
) -> Result<HttpResponse, AppError> {
    page.conflict(Conflict { page, about, values })
}
