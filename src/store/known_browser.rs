//! Browsers that have signed in to an account before: what strangers do to it does not hold them up (`docs/security.md`
//! B3). Such a browser keeps a mark for each of the last few people who used it, which only the secret key can make; it
//! opens nothing.

use super::{
    Store, StoreError, Token,
    signed_link::{LinkKey, Purpose},
};
use crate::domain::ids::UserId;

/// So many people share a browser and stay known to it.
const AT_MOST: usize = 5;
/// Between the marks, and between a mark's number and its token.
const SEPARATORS: [char; 2] = ['~', '.'];

impl Store {
    /// The number by which this account knows the browser that brings these marks.
    pub(super) async fn known_browser(
        &self,
        user: UserId,
        marks: &str,
    ) -> Result<Option<i32>, StoreError> {
        let key = self.secret_key.links().await?;
        Ok(parsed(marks)
            .filter(|(_, token)| LinkKey::id_of::<UserId>(token) == Some(user))
            .find(|(number, token)| key.opens(token, Purpose::KnownBrowser, *number))
            .map(|(number, _)| number))
    }

    /// What the browser keeps after somebody has signed in with it.
    pub(super) async fn mark_browser(
        &self,
        user: UserId,
        marks: &str,
    ) -> Result<String, StoreError> {
        let [between, inside] = SEPARATORS;
        let number = rand::random();
        let token = self.secret_key.links().await?.token(Purpose::KnownBrowser, user, number);
        let others = parsed(marks).filter(|(_, token)| LinkKey::id_of(token) != Some(user));
        let all = [(number, token)].into_iter().chain(others).take(AT_MOST);
        let all = all.map(|(number, token)| format!("{number}{inside}{}", token.as_str()));
        Ok(all.collect::<Vec<_>>().join(&between.to_string()))
    }
}

/// What is no mark is dropped.
fn parsed(marks: &str) -> impl Iterator<Item = (i32, Token)> {
    let [between, inside] = SEPARATORS;
    marks.split(between).filter_map(move |mark| {
        let (number, token) = mark.split_once(inside)?;
        LinkKey::id_of::<UserId>(&Token::presented(token))?;
        Some((number.parse().ok()?, Token::presented(token)))
    })
}
