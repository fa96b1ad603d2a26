//! What every page shows around its content.

use actix_web::{
    FromRequest, HttpRequest, HttpResponse,
    dev::Payload,
    http::{StatusCode, header::RETRY_AFTER},
    web,
};
use askama::Template;
use futures_util::future::LocalBoxFuture;
use time::OffsetDateTime;

use super::{
    assets, auth, error::AppError, flash::Flash, kept_form::KeptForm, language,
    made_link::MadeLink, paths, return_path, session::BrowserSession, site::Site,
};
use crate::{
    clock::Clock,
    domain::{partner::PartnerKind, role::PartnerVerb},
    locale::{Messages, Zone},
    store::{Acting, Organisation, Principal},
};

pub struct Page {
    pub t: Messages,
    pub site: web::Data<Site>,
    pub viewer: Option<Viewer>,
    pub flash: Option<Flash>,
    /// The viewer's, in which all times are shown.
    pub zone: Zone,
    pub now: OffsetDateTime,
    /// The address of this page, to come back to.
    pub here: String,
    session: Option<BrowserSession>,
}

#[derive(Template)]
#[template(path = "errors/too_many.html")]
struct TooMany<'a> {
    page: &'a Page,
    seconds: i64,
}

/// Who is looking, as the header names them.
pub struct Viewer {
    pub name: String,
    /// `None` until they have chosen for which organisation they act.
    pub organisation: Option<String>,
    pub side: Side,
    /// They are a member of several organisations.
    pub can_switch: bool,
    /// They let people in and say what those may do.
    pub manages_users: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Partner(PartnerKind),
    Customer,
    Undecided,
}

impl Viewer {
    pub fn is_partner(&self) -> bool {
        matches!(self.side, Side::Partner(_))
    }

    pub fn has_resellers(&self) -> bool {
        self.side == Side::Partner(PartnerKind::IndirectProvider)
    }

    pub fn has_providers(&self) -> bool {
        self.side == Side::Partner(PartnerKind::IndirectReseller)
    }

    pub fn is_customer(&self) -> bool {
        self.side == Side::Customer
    }
}

impl Page {
    /// A page for nobody in particular, as errors need it.
    pub fn bare(t: Messages, site: web::Data<Site>, here: String) -> Self {
        Self {
            t,
            site,
            viewer: None,
            flash: None,
            zone: Zone::utc(),
            now: OffsetDateTime::UNIX_EPOCH,
            here,
            session: None,
        }
    }

    pub fn show(&self, template: impl Template) -> Result<HttpResponse, AppError> {
        self.respond(StatusCode::OK, template)
    }

    /// The same form again, with what is wrong.
    pub fn invalid(&self, template: impl Template) -> Result<HttpResponse, AppError> {
        self.respond(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    /// Somebody else was first: what stands now, and the choice.
    pub fn conflict(&self, template: impl Template) -> Result<HttpResponse, AppError> {
        self.respond(StatusCode::CONFLICT, template)
    }

    /// A page that says more than that there is nothing here.
    pub fn not_found(&self, template: impl Template) -> Result<HttpResponse, AppError> {
        self.respond(StatusCode::NOT_FOUND, template)
    }

    /// Too many have failed from the same network address; the next may try at `until`.
    pub fn too_many(&self, until: OffsetDateTime) -> Result<HttpResponse, AppError> {
        let seconds = (until - self.now).whole_seconds().max(1);
        let page = TooMany { page: self, seconds };
        let mut response = self.respond(StatusCode::TOO_MANY_REQUESTS, page)?;
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
        Ok(response)
    }

    /// The link that was made on this page just now.
    pub fn made_link(&self) -> Option<MadeLink> {
        let link = self.session.as_ref()?.made_link();
        link.filter(|link| link.is_shown(&self.here, self.now))
    }

    /// What was filled into the form at `path` before the session ended; shown once.
    pub fn kept_form(&self, path: &str) -> Option<KeptForm> {
        let session = self.session.as_ref()?;
        let kept = session.kept_form().filter(|kept| kept.path == path)?;
        session.forget_kept_form();
        Some(kept)
    }

    /// The value of `aria-current` for a link to `path`: `page` on that page itself, `true` below it.
    pub fn current(&self, path: &str) -> Option<&'static str> {
        let below = self.here.strip_prefix(path)?;
        if below.is_empty() || below.starts_with('?') {
            Some("page")
        } else {
            below.starts_with('/').then_some("true")
        }
    }

    /// The language that the footer offers, with its own name.
    pub fn other_languages(&self) -> Vec<(&'static str, String)> {
        Messages::languages().filter(|(code, _)| *code != self.t.language()).collect()
    }

    fn respond(
        &self,
        status: StatusCode,
        template: impl Template,
    ) -> Result<HttpResponse, AppError> {
        let html = template.render()?;
        // Only now has somebody seen it: a handler that ends in a redirect or an error leaves the flash for the next page.
        if let (Some(session), Some(_)) = (&self.session, &self.flash) {
            session.forget_flash();
        }
        Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html))
    }
}

impl FromRequest for Page {
    type Error = AppError;
    type Future = LocalBoxFuture<'static, Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let principal = auth::principal(&request).await?;
            let session = BrowserSession::of(&request);
            let clock: &web::Data<Clock> =
                request.app_data().expect("server.rs provides the clock");
            Ok(Self {
                t: language::of(&request),
                site: Site::of(&request),
                flash: session.flash(),
                zone: principal.as_ref().map_or_else(Zone::utc, zone_of),
                viewer: principal.map(Viewer::from),
                now: clock.now(),
                here: here(&request),
                session: Some(session),
            })
        })
    }
}

/// The path and query of a request, as far as one can come back to it.
pub fn here(request: &HttpRequest) -> String {
    let path = request.uri().path_and_query().map_or(paths::ROOT, |path| path.as_str());
    return_path::own(path).unwrap_or(paths::ROOT).to_owned()
}

/// The person's own zone, or the organisation's.
fn zone_of(principal: &Principal) -> Zone {
    let own = principal.user.time_zone.as_deref().and_then(Zone::named);
    let organisation = organisation(&principal.acting);
    own.or_else(|| organisation.and_then(|organisation| Zone::named(&organisation.time_zone)))
        .unwrap_or_else(Zone::utc)
}

fn organisation(acting: &Acting) -> Option<&Organisation> {
    match acting {
        Acting::Partner(store) => Some(store.organisation()),
        Acting::Customer(store) => Some(store.organisation()),
        Acting::SecondFactorFirst(organisation) => Some(organisation),
        Acting::Undecided => None,
    }
}

impl From<Principal> for Viewer {
    fn from(principal: Principal) -> Self {
        let manages_users = match &principal.acting {
            Acting::Partner(store) => store.may(PartnerVerb::ManageUsers),
            Acting::Customer(store) => store.is_admin(),
            Acting::Undecided | Acting::SecondFactorFirst(_) => false,
        };
        Self {
            organisation: organisation(&principal.acting).map(|own| own.name.clone()),
            side: match principal.acting {
                Acting::Partner(store) => Side::Partner(store.kind()),
                Acting::Customer(_) => Side::Customer,
                Acting::Undecided | Acting::SecondFactorFirst(_) => Side::Undecided,
            },
            manages_users,
            can_switch: principal.user.memberships > 1,
            name: principal.user.name,
        }
    }
}
