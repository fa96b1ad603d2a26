//! What every answer bears (`docs/security.md` D3). The browser of these tests accepts nothing less.

use super::page::Reply;

const FIXED: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-permitted-cross-domain-policies", "none"),
];

/// Addresses that open something for whoever knows them.
const HOLD_TOKENS: [&str; 6] =
    ["/setup/", "/requests/", "/shared/", "/reset/", "/sign-in/link/", "/email/"];

pub fn check(reply: &Reply, is_https: bool) {
    let path = &reply.path;
    let is_file = path.starts_with("/static/") && reply.status == 200;
    let is_download = reply.header("content-disposition").starts_with("attachment");
    for (name, value) in FIXED {
        assert_eq!(reply.only_header(name), Some(value), "{name} of {path} ({})", reply.status);
    }
    let holds_token = HOLD_TOKENS.iter().any(|start| path.starts_with(start));
    let referrer = if holds_token { "strict-origin" } else { "same-origin" };
    assert_eq!(reply.only_header("referrer-policy"), Some(referrer), "{path}");
    let transport = is_https.then_some("max-age=31536000");
    assert_eq!(reply.only_header("strict-transport-security"), transport, "{path}");
    if !is_file {
        assert_eq!(reply.only_header("cache-control"), Some("no-store"), "{path}");
    }
    assert_eq!(reply.header("x-request-id").len(), 36, "{path} has no request id");
    let is_watched = path == "/readyz" || path == "/healthz" && reply.status == 200;
    let is_page = !is_file && !is_watched;
    if is_page && !reply.body.is_empty() {
        let kind = reply.only_header("content-type");
        let address = path.split('?').next().unwrap_or_default();
        let expected = match address.rsplit_once('.') {
            Some((_, "vcf")) if is_download => "text/vcard; charset=utf-8",
            // The links of many requests are downloaded from where they were made.
            _ if address == "/partner/resellers/new" && is_download => "text/csv; charset=utf-8",
            Some((_, "csv")) if is_download => "text/csv; charset=utf-8",
            _ => "text/html; charset=utf-8",
        };
        assert_eq!(kind, Some(expected), "{path}: {}", reply.body);
    }
    assert_eq!(reply.only_header("server"), None, "{path}");
}
