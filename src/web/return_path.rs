//! Where to go back to: only ever a path of ours (`docs/security.md` D4).

/// The path and query, if they lead to this site and nowhere else, whatever a browser makes of them.
pub fn own(path: &str) -> Option<&str> {
    let mut bytes = path.bytes();
    // Browsers read `//host` and `/\host` as another site, and skip tabs and line breaks before they look.
    let starts_with_one_slash =
        bytes.next() == Some(b'/') && !matches!(bytes.next(), Some(b'/' | b'\\'));
    let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (starts_with_one_slash && is_plain && path.len() <= LONGEST).then_some(path)
}

const LONGEST: usize = 1000;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `docs/security.md` D4.
    #[test]
    fn other_sites_are_no_return_path() {
        let schemes = ["http:", "https:", "HTTPS:", "javascript:", "data:", "ftp:", "", "x:"];
        let slashes = ["//", "///", "/\\", "\\/", "\\\\", "/\t/", "/\n/", "\t//", " //"];
        for scheme in schemes {
            for slash in slashes {
                let path = format!("{scheme}{slash}evil.example/home");
                assert_eq!(own(&path), None, "{path:?}");
            }
        }
        for path in
            ["", "home", "evil.example", "/\0", "/a b", "/á", "/\u{2028}", "?x", "#x", ".", "@x"]
        {
            assert_eq!(own(path), None, "{path:?}");
        }
        assert_eq!(own(&format!("/{}", "x".repeat(LONGEST))), None);
    }

    #[test]
    fn our_own_paths_are_kept_with_their_query() {
        for path in ["/", "/home", "/partner/customers?q=alm%C3%A1s&after=1", "/a//b", "/@x"] {
            assert_eq!(own(path), Some(path));
        }
    }

    proptest! {
        #[test]
        fn what_is_accepted_stays_on_this_site(path in "\\PC{0,20}") {
            if own(&path).is_some() {
                let base = "http://portal.example";
                let url = reqwest::Url::parse(base).unwrap().join(&path).unwrap();
                prop_assert_eq!(url.origin().ascii_serialization(), base);
            }
        }
    }
}
