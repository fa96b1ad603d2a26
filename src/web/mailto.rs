//! Letters that the reader's own mail program sends (RFC 6068).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but what stands for itself in any part of an address.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address that opens a letter; without `to` the writer fills it in. Lines end as mail has them.
pub fn mailto(to: Option<&str>, subject: &str, body: &str) -> String {
    let body = body.replace("\r\n", "\n").replace('\n', "\r\n");
    let encoded = |text| utf8_percent_encode(text, RESERVED).to_string();
    // The at sign between name and domain stands for itself.
    let to = to.and_then(|to| to.rsplit_once('@'));
    let to = to.map(|(name, domain)| format!("{}@{}", encoded(name), encoded(domain)));
    let to = to.unwrap_or_default();
    format!("mailto:{to}?subject={}&body={}", encoded(subject), encoded(&body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_accents_and_lines_survive() {
        assert_eq!(
            mailto(Some("anna+x&y@kek.example"), "Kérés & más", "Tisztelt Ügyfél!\n100% a+b?"),
            "mailto:anna%2Bx%26y@kek.example?subject=K%C3%A9r%C3%A9s%20%26%20m%C3%A1s\
             &body=Tisztelt%20%C3%9Cgyf%C3%A9l%21%0D%0A100%25%20a%2Bb%3F"
        );
        assert_eq!(mailto(None, "a", "b"), "mailto:?subject=a&body=b");
    }
}
