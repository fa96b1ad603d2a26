//! The foot of a long list: which rows these are, and the way to the others.

use crate::{store::Slice, web::query::address};

/// The addresses of the pages around this one.
pub struct Pages {
    pub previous: Option<String>,
    pub next: Option<String>,
}

impl Pages {
    /// `filters` stay as they are.
    pub fn of<T, I: ToString>(
        path: &str,
        filters: &[(&str, Option<&str>)],
        slice: &Slice<T, I>,
    ) -> Self {
        let link = |name: &str, id: &Option<I>| {
            let id = id.as_ref()?.to_string();
            let mut values = filters.to_vec();
            values.push((name, Some(&id)));
            Some(address(path, &values))
        };
        Self { previous: link("before", &slice.previous), next: link("after", &slice.next) }
    }
}
