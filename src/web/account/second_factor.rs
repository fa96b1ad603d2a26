//! One's own second factor: what stands, and setting it up with an app.

use actix_web::HttpResponse;
use askama::Template;

use super::second_factor_form::{PasswordAndCode, refuse};
use crate::{
    domain::second_factor::FEW_LEFT,
    store::{Account, SecondFactor},
    web::{
        assets,
        auth::Permitted,
        error::{AppError, see_other},
        flash::Flash,
        form::Form,
        page::Page,
        paths,
        qr::Qr,
        second_factor_offer::{MadeCodes, OfferedKey},
        session::BrowserSession,
        text_errors::FieldErrors,
    },
};

#[derive(Template)]
#[template(path = "account/second_factor/show.html")]
struct Show<'a> {
    page: &'a Page,
    own: SecondFactor,
    few_left: bool,
    /// Made just now, until they have been written down.
    codes: Option<MadeCodes>,
    /// Organisations that let them act only with a second factor.
    required_by: Vec<String>,
}

#[derive(Template)]
#[template(path = "account/second_factor/new.html")]
struct New<'a> {
    page: &'a Page,
    offer: Offer,
    code: &'a str,
    errors: FieldErrors,
    required_by: Vec<String>,
}

/// The key as an app takes it.
struct Offer {
    address: String,
    key: String,
    qr: Option<Qr>,
}

pub async fn show(
    account: Permitted<Account>,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let own = account.second_factor().await?;
    let required_by = requiring(&account).await?;
    if !own.is_on {
        let offer = offer(&account, &own.email, &session, &page).await?;
        let errors = FieldErrors::none(page.t);
        return page.show(New { page: &page, offer, code: "", errors, required_by });
    }
    let codes = session.recovery_codes().filter(|codes| codes.are_shown(page.now));
    let few_left = own.codes_left <= FEW_LEFT;
    page.show(Show { page: &page, own, few_left, codes, required_by })
}

pub async fn create(
    account: Permitted<Account>,
    input: Form<PasswordAndCode>,
    session: BrowserSession,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let mut errors = FieldErrors::none(page.t);
    let code = input.0.app_code(&page.t, &mut errors);
    let offered = session.offered_key().filter(|offered| offered.is_good(page.now));
    let offered = offered.ok_or_else(|| page.t.second_factor_new_key());
    if let (Some(code), Some(offered)) = (code, errors.take("code", offered)) {
        let seed = offered.seed();
        match account.set_up_second_factor(&seed, &input.0.password, &code).await? {
            Ok(done) => {
                session.go_on(&done.token)?;
                session.forget_offered_key();
                session.keep_recovery_codes(&MadeCodes::new(&done.codes, page.now))?;
                session.set_flash(Flash::SecondFactorOn)?;
                return Ok(see_other(paths::MY_SECOND_FACTOR));
            }
            Err(reason) => {
                if let Some(elsewhere) = refuse(&page, &mut errors, reason) {
                    return Ok(elsewhere);
                }
            }
        }
    }
    let own = account.second_factor().await?;
    let offer = offer(&account, &own.email, &session, &page).await?;
    let required_by = requiring(&account).await?;
    page.invalid(New { page: &page, offer, code: &input.0.code, errors, required_by })
}

/// The key that this browser has been offered already, or a new one.
async fn offer(
    account: &Account,
    email: &str,
    session: &BrowserSession,
    page: &Page,
) -> Result<Offer, AppError> {
    let kept = session.offered_key().filter(|offered| offered.is_good(page.now));
    let offered = kept.clone().unwrap_or_else(|| OfferedKey::new(page.now));
    let key = account.offered_key(&offered.seed()).await?;
    let address = key.address(&page.site.name, email);
    if kept.is_none() {
        session.offer_key(&offered)?;
    }
    Ok(Offer { key: key.grouped(), qr: Qr::of(&address), address })
}

/// Organisations of theirs that let them act only with a second factor, by name.
pub async fn requiring(account: &Account) -> Result<Vec<String>, AppError> {
    let memberships = account.memberships().await?;
    let requiring = memberships.into_iter().filter(|own| own.requires_second_factor);
    Ok(requiring.map(|own| own.organisation).collect())
}
