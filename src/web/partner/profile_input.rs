//! What the browser sent with the form of a support profile.

use serde::Deserialize;

use super::profile_hours::{FIELDS, HoursInput};
use crate::{
    domain::{opening_hours::WEEKDAYS, support_profile::Language},
    store::partner::ProfilePage,
    web::{error::AppError, kept_form::KeptForm},
};

#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProfileInput {
    /// What the form was made from.
    pub seen: String,
    pub email: String,
    pub telephone: String,
    pub urgent_telephone: String,
    pub website: String,
    pub time_zone: String,
    /// A box: nothing, or `1`.
    around_the_clock: String,
    mon: String,
    tue: String,
    wed: String,
    thu: String,
    fri: String,
    sat: String,
    sun: String,
    pub closed_dates: String,
    /// Boxes, each with its code.
    pub language: Vec<String>,
    pub note: String,
}

impl ProfileInput {
    /// As the form shows what stands.
    pub fn of(page: &ProfilePage) -> Self {
        let profile = page.details.profile.clone();
        let hours = profile.hours.unwrap_or_default();
        let is_always = hours.is_around_the_clock();
        let typed = |weekday| if is_always { String::new() } else { hours.typed(weekday) };
        let [mon, tue, wed, thu, fri, sat, sun] = WEEKDAYS.map(typed);
        let closed: Vec<_> = profile.closed_dates.iter().map(|day| day.to_string()).collect();
        Self {
            seen: page.seen.clone(),
            email: profile.email.unwrap_or_default(),
            telephone: profile.telephone.unwrap_or_default(),
            urgent_telephone: profile.urgent_telephone.unwrap_or_default(),
            website: profile.website.unwrap_or_default(),
            time_zone: page.details.time_zone.clone(),
            around_the_clock: if is_always { "1".to_owned() } else { String::new() },
            mon,
            tue,
            wed,
            thu,
            fri,
            sat,
            sun,
            closed_dates: closed.join("\n"),
            language: profile.languages,
            note: profile.note.unwrap_or_default(),
        }
    }

    /// What was filled in before the session ended.
    pub fn kept(form: &KeptForm) -> Self {
        let value = |name| form.value(name).unwrap_or_default().to_owned();
        let [mon, tue, wed, thu, fri, sat, sun] = FIELDS.map(value);
        let ticked =
            Language::ALL.iter().filter(|language| form.has("language", language.as_str()));
        Self {
            seen: value("seen"),
            email: value("email"),
            telephone: value("telephone"),
            urgent_telephone: value("urgent_telephone"),
            website: value("website"),
            time_zone: value("time_zone"),
            around_the_clock: value("around_the_clock"),
            mon,
            tue,
            wed,
            thu,
            fri,
            sat,
            sun,
            closed_dates: value("closed_dates"),
            language: ticked.map(ToString::to_string).collect(),
            note: value("note"),
        }
    }

    pub fn hours(&self) -> HoursInput<'_> {
        let Self { mon, tue, wed, thu, fri, sat, sun, .. } = self;
        HoursInput {
            around_the_clock: self.around_the_clock == "1",
            days: [mon, tue, wed, thu, fri, sat, sun].map(String::as_str),
        }
    }

    pub fn speaks(&self, language: Language) -> bool {
        self.language.iter().any(|code| code == language.as_str())
    }

    /// Every field as it was sent, to be sent again; besides, there are the languages.
    pub fn fields(&self) -> Vec<(&'static str, &str)> {
        let mut fields = vec![
            ("email", self.email.as_str()),
            ("telephone", &self.telephone),
            ("urgent_telephone", &self.urgent_telephone),
            ("website", &self.website),
            ("time_zone", &self.time_zone),
            ("around_the_clock", &self.around_the_clock),
            ("closed_dates", &self.closed_dates),
            ("note", &self.note),
        ];
        fields.extend(FIELDS.into_iter().zip(self.hours().days));
        fields
    }

    pub fn languages(&self) -> &[String] {
        &self.language
    }

    /// Boxes send what the page gave them: with anything else it is no form of ours.
    pub fn check_boxes(&self) -> Result<(), AppError> {
        let is_ours = ["", "1"].contains(&self.around_the_clock.as_str())
            && self.language.iter().all(|code| code.parse::<Language>().is_ok());
        is_ours.then_some(()).ok_or(AppError::BadForm)
    }
}
