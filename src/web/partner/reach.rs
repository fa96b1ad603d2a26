//! How a partner is reached, in one line: what the customer will see of it.

use crate::{domain::support_profile::SupportProfile, locale::Messages};

/// Telephone, email, hours and languages, as far as they are known.
pub fn reach(t: Messages, profile: &SupportProfile) -> Vec<String> {
    let languages: Vec<_> = profile.languages.iter().map(|code| t.spoken_language(code)).collect();
    [
        profile.telephone.clone(),
        profile.email.clone(),
        profile.hours.as_ref().map(|hours| t.hours(hours)),
        (!languages.is_empty()).then(|| languages.join(", ")),
    ]
    .into_iter()
    .flatten()
    .collect()
}
