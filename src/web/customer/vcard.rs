//! The support contacts to save on a telephone or in a mail program.

use actix_web::HttpResponse;

use crate::{
    domain::ids::PartnerId,
    locale::Messages,
    store::{CustomerStore, PartnerDetails, customer::SupportedSubscription},
    web::{
        auth::Permitted,
        error::{AppError, OrNotFound},
        page::Page,
        query::{Query, Said},
        vcard::{VCard, download},
    },
};

/// `?contact=` one of them, else all.
pub async fn show(
    customer: Permitted<CustomerStore>,
    query: Query,
    page: Page,
) -> Result<HttpResponse, AppError> {
    let subscriptions = customer.supported_subscriptions().await?;
    let mut contacts = contacts(&subscriptions);
    match query.parsed::<PartnerId>("contact") {
        Said::Nothing => {}
        Said::This(id) => contacts.retain(|(partner, _)| partner.id == id),
        Said::Nonsense => return Err(AppError::NotFound),
    }
    let some = (!contacts.is_empty()).then_some(contacts).or_not_found()?;
    let cards = some.iter().map(|(partner, products)| card(&page.t, partner, products));
    Ok(download(cards.collect(), "support-contacts"))
}

/// Each whom to call, with its live products, in the order of the page.
fn contacts(subscriptions: &[SupportedSubscription]) -> Vec<(&PartnerDetails, Vec<&str>)> {
    let mut contacts: Vec<(&PartnerDetails, Vec<&str>)> = Vec::new();
    for subscription in subscriptions.iter().filter(|one| one.status.is_live()) {
        let (called, product) = (subscription.whom_to_call(), subscription.product.as_str());
        match contacts.iter_mut().find(|(partner, _)| partner.id == called.id) {
            Some((_, products)) if products.contains(&product) => {}
            Some((_, products)) => products.push(product),
            None => contacts.push((called, vec![product])),
        }
    }
    contacts
}

fn card(t: &Messages, partner: &PartnerDetails, products: &[&str]) -> VCard {
    let profile = &partner.profile;
    let mut card = VCard::of_organisation(&format!("urn:uuid:{}", partner.id), &partner.name);
    if let Some(number) = &profile.telephone {
        card.text("TEL;TYPE=WORK,VOICE,PREF", number);
    }
    if let Some(number) = &profile.urgent_telephone {
        card.named_telephone("urgent", &t.support_urgent_telephone(), number);
    }
    if let Some(address) = &profile.email {
        card.text("EMAIL;TYPE=INTERNET,WORK", address);
    }
    if let Some(address) = &profile.website {
        card.address("URL", address);
    }
    card.text("NOTE", &note(t, partner, products));
    card
}

/// A card is read months later and elsewhere: the hours stay in the partner's own zone, which is named.
fn note(t: &Messages, partner: &PartnerDetails, products: &[&str]) -> String {
    let profile = &partner.profile;
    let hours = profile
        .hours
        .as_ref()
        .map(|hours| t.support_hours(t.vcard_hours(t.hours(hours), partner.zone().name())));
    let urgent = profile
        .urgent_telephone
        .as_ref()
        .map(|number| format!("{}: {number}", t.support_urgent_telephone()));
    let languages: Vec<_> = profile.languages.iter().map(|code| t.spoken_language(code)).collect();
    let languages = (!languages.is_empty()).then(|| t.support_languages(languages.join(", ")));
    let lines = [Some(t.vcard_products(products.join(", "))), hours, urgent, languages];
    let lines = lines.into_iter().flatten().chain(profile.note.clone());
    lines.collect::<Vec<_>>().join("\n")
}
