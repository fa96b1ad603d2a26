//! The page that stands for an error, and the headers that every answer bears.

use actix_web::{
    Error, HttpMessage, HttpRequest, HttpResponse, ResponseError,
    http::{
        StatusCode,
        header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue},
    },
    web,
};
use askama::Template;
use tracing_actix_web::RequestId;

use crate::{
    domain::role::CustomerRole,
    locale::Messages,
    web::{
        assets,
        error::AppError,
        language,
        page::{self, Page},
        paths,
        site::Site,
    },
};

pub const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

#[derive(thiserror::Error)]
#[error("{status} in request {request_id}")]
pub struct ErrorPage {
    pub status: StatusCode,
    request_id: String,
    t: Messages,
    site: web::Data<Site>,
    here: String,
    /// The address holds a secret: other sites are told where we are, but not on which page.
    holds_token: bool,
}

#[derive(Template)]
#[template(path = "errors/error.html")]
struct ErrorTemplate<'a> {
    page: &'a Page,
    status: u16,
    advice: String,
    /// Where to go on.
    home: String,
    request_id: &'a str,
}

impl ErrorPage {
    /// What must be known before the request is given away.
    pub fn about(request: &HttpRequest) -> Self {
        let request_id = request.extensions().get::<RequestId>().map(ToString::to_string);
        Self {
            status: StatusCode::INTERNAL_SERVER_ERROR,
            request_id: request_id.unwrap_or_default(),
            t: language::of(request),
            site: Site::of(request),
            here: page::here(request),
            holds_token: HOLD_TOKENS.iter().any(|start| request.path().starts_with(start)),
        }
    }

    /// `error`: what ended the request, where it is known.
    pub fn html(&self, error: Option<&Error>) -> String {
        let page = Page::bare(self.t, self.site.clone(), self.here.clone());
        let error = error.and_then(Error::as_error);
        let template = ErrorTemplate {
            page: &page,
            status: self.status.as_u16(),
            advice: self.advice(error),
            home: self.home(error),
            request_id: &self.request_id,
        };
        template.render().unwrap_or_else(|_| self.to_string())
    }

    /// What it means and what to do next; never a cause.
    fn advice(&self, error: Option<&AppError>) -> String {
        match error {
            Some(AppError::NeedsRole(roles)) => {
                let roles: Vec<_> =
                    roles.iter().map(|role| self.t.partner_role(role.as_str())).collect();
                self.t.error_roles(roles.join(", "))
            }
            Some(AppError::NeedsGlobalAdmin) => {
                self.t.error_roles(self.t.customer_role(CustomerRole::GlobalAdmin.as_str()))
            }
            Some(AppError::ForeignOrigin) => match &self.site.public_url {
                Some(address) => self.t.error_origin_elsewhere(address),
                None => self.t.error_origin(),
            },
            Some(AppError::ForeignHost) => self.t.error_host(self.site.address("")),
            _ => self.t.error_advice(self.status.as_u16()),
        }
    }

    /// By our own name, for whoever has come by another.
    fn home(&self, error: Option<&AppError>) -> String {
        match error {
            Some(AppError::ForeignOrigin | AppError::ForeignHost) => self.site.address(paths::ROOT),
            _ => paths::ROOT.to_owned(),
        }
    }

    pub fn add_headers(&self, headers: &mut HeaderMap) {
        let referrer = if self.holds_token { "strict-origin" } else { "same-origin" };
        let mut add = |name, value| {
            let name = HeaderName::from_static(name);
            // A handler may know better, for example how long a file keeps.
            if !headers.contains_key(&name) {
                headers.insert(name, HeaderValue::from_static(value));
            }
        };
        for (name, value) in SECURITY_HEADERS {
            add(name, value);
        }
        add("referrer-policy", referrer);
        if self.site.is_secure() {
            add("strict-transport-security", "max-age=31536000");
        }
        if let Ok(id) = HeaderValue::from_str(&self.request_id) {
            headers.insert(HeaderName::from_static("x-request-id"), id);
        }
    }
}

impl std::fmt::Debug for ErrorPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl ResponseError for ErrorPage {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status)
            .insert_header((CONTENT_TYPE, HTML))
            .body(self.html(None));
        self.add_headers(response.headers_mut());
        response
    }
}

/// Addresses that are secrets themselves: no other site may learn them from a referrer.
const HOLD_TOKENS: [&str; 6] =
    ["/setup/", "/requests/", "/shared/", "/reset/", "/sign-in/link/", "/email/"];

const SECURITY_HEADERS: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-permitted-cross-domain-policies", "none"),
    ("cache-control", "no-store"),
];
