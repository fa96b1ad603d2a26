//! What sending a form has done to what it edits: what differs, and whether the form was made from what stands.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    Changed,
    /// Nothing was recorded, because nothing had to be.
    AlreadySo,
}

/// Names what a form was made from, so that it can say so: the same for the same content, and for nothing else.
pub(super) fn mark(content: &Value) -> String {
    let digest = Sha256::digest(content.to_string());
    let digits = digest.iter().take(MARK_BYTES).map(|byte| format!("{byte:02x}"));
    digits.fold(String::new(), |mark, byte| mark + &byte)
}

const MARK_BYTES: usize = 16;

/// What is edited, by the names under which the activity log keeps it: as it stands, or as it is to stand, in one order.
pub(super) struct Fields(Vec<(&'static str, Value)>);

impl Fields {
    pub fn new(fields: impl Into<Vec<(&'static str, Value)>>) -> Self {
        Self(fields.into())
    }

    /// Before and after of what differs.
    pub fn difference(&self, new: &Self) -> Map<String, Value> {
        let pairs = self.0.iter().zip(&new.0);
        let changed = pairs.filter(|((_, before), (_, after))| before != after);
        let lines = changed.map(|((field, before), (_, after))| {
            ((*field).to_owned(), json!({ "before": before, "after": after }))
        });
        lines.collect()
    }

    pub fn mark(&self) -> String {
        let values: Vec<_> = self.0.iter().map(|(_, value)| value).collect();
        mark(&json!(values))
    }
}
