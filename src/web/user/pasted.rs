//! Many people in pasted lines, or in the text of a CSV file: email, name, roles.

use std::collections::BTreeMap;

use super::words;
use crate::{
    domain::{
        ids::OrganisationId,
        membership::{Role, Roles},
        text::EmailAddress,
    },
    locale::{Messages, search_key},
    store::user::Invite,
    web::{cells::cells, error::AppError, text_errors::FieldErrors},
};

/// One line that says something.
pub struct Line {
    /// As it stands in what was pasted, the first being 1.
    pub number: usize,
    pub text: String,
    pub read: Result<Invite, NotRead>,
}

/// Why a line invites nobody.
pub enum NotRead {
    /// It has to be mended.
    Faulty(String),
    /// An earlier line has the same address.
    Doubled(usize),
}

/// Their links fit one page.
pub const MOST: usize = 200;

/// Lines without anything in them say nothing, and neither does a heading above the first one.
pub fn read(
    t: Messages,
    organisation: OrganisationId,
    pasted: &str,
) -> Result<Vec<Line>, AppError> {
    let said = pasted.lines().zip(1..).filter(|(text, _)| !text.trim().is_empty());
    let said: Vec<_> = said.collect();
    if said.len() > MOST {
        return Err(AppError::TooLong);
    }
    let mut seen = BTreeMap::<EmailAddress, usize>::new();
    let is_heading = said.first().is_some_and(|(text, _)| !text.contains('@'));
    let has_heading = is_heading && said.len() > 1;
    let lines = said.into_iter().skip(usize::from(has_heading)).map(|(text, number)| {
        let read = person(t, organisation, &cells(text)).map_err(NotRead::Faulty);
        let read = read.and_then(|invite| {
            let first = *seen.entry(invite.email.clone()).or_insert(number);
            if first == number { Ok(invite) } else { Err(NotRead::Doubled(first)) }
        });
        Line { number, text: text.trim().to_owned(), read }
    });
    Ok(lines.collect())
}

/// Those that invite somebody.
pub fn readable(lines: &[Line]) -> Vec<Invite> {
    lines.iter().filter_map(|line| line.read.as_ref().ok()).cloned().collect()
}

/// Where commas part the cells, each role has one of its own.
fn person(t: Messages, organisation: OrganisationId, cells: &[String]) -> Result<Invite, String> {
    let [email, name, roles @ ..] = cells else { return Err(t.user_line_parts()) };
    let mut errors = FieldErrors::none(t);
    let email = errors.parse("email", &t.email(), email);
    let name = errors.parse("name", &t.user_name(), name);
    let named = roles.iter().flat_map(|cell| cell.split(',')).map(str::trim);
    let mut roles = Roles::new();
    for word in named.filter(|word| !word.is_empty()) {
        let role = called(t, organisation, word).ok_or_else(|| t.user_line_no_role(word));
        roles.extend(errors.take("role", role));
    }
    if roles.is_empty() && errors.of("role").is_empty() {
        errors.take::<()>("role", Err(t.user_no_role()));
    }
    let what = || errors.all().iter().map(|(_, message)| message.as_str()).collect::<Vec<_>>();
    match (email, name, errors.is_empty()) {
        (Some(email), Some(name), true) => Ok(Invite { name, email, roles }),
        _ => Err(what().join("; ")),
    }
}

/// As the pages call it, in the reader's language or in any other, or as it is stored.
fn called(t: Messages, organisation: OrganisationId, word: &str) -> Option<Role> {
    let wanted = search_key(word);
    let languages = Messages::languages().filter_map(|(code, _)| Messages::in_language(code));
    let languages: Vec<_> = [t].into_iter().chain(languages).collect();
    Role::all(organisation).into_iter().find(|role| {
        role.as_str() == word
            || languages.iter().any(|t| search_key(&words::role(t, *role)) == wanted)
    })
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    use super::*;
    use crate::domain::{ids::PartnerId, role::PartnerRole};

    fn lines(pasted: &str) -> Vec<Line> {
        let partner = OrganisationId::Partner(PartnerId::new(OffsetDateTime::UNIX_EPOCH));
        read(Messages::in_language("en").unwrap(), partner, pasted).unwrap_or_default()
    }

    #[test]
    fn roles_are_read_in_any_language_and_with_any_delimiter() {
        let both = [PartnerRole::AdminAgent, PartnerRole::SalesAgent].map(Role::Partner);
        for pasted in [
            "eva@danube.example; Éva Kiss; admin agent, sales agent",
            "eva@danube.example\tÉva Kiss\tAdmin Agent, Sales agent",
            "eva@danube.example,Éva Kiss,admin_agent,sales_agent",
            "Email;Name;Roles\neva@danube.example;Éva Kiss;rendszergazdai ügynök, értékesítési ügynök",
        ] {
            let lines = lines(pasted);
            let [Line { read: Ok(invite), .. }] = &lines[..] else { panic!("{pasted:?}") };
            assert_eq!(invite.email.as_str(), "eva@danube.example");
            assert_eq!(invite.name.as_str(), "Éva Kiss");
            assert_eq!(invite.roles, Roles::from(both), "{pasted:?}");
        }
    }

    #[test]
    fn a_faulty_line_is_named_by_its_number_and_a_doubled_one_by_the_first() {
        let lines = lines(
            "a@x.example;A;admin agent\n\nb@x.example;B\nA@X.example;A;sales agent\nc;C;sales agent\n\
             d@x.example;D;king\ne@x.example",
        );
        let numbers: Vec<_> = lines.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [1, 3, 4, 5, 6, 7]);
        assert!(lines[0].read.is_ok() && matches!(lines[2].read, Err(NotRead::Doubled(1))));
        for nth in [1, 3, 4, 5] {
            assert!(matches!(lines[nth].read, Err(NotRead::Faulty(_))), "{}", lines[nth].text);
        }
    }

    #[test]
    fn more_than_two_hundred_lines_are_too_many() {
        let t = Messages::in_language("en").unwrap();
        let partner = OrganisationId::Partner(PartnerId::new(OffsetDateTime::UNIX_EPOCH));
        let many = |count| "x@x.example;X;sales agent\n".repeat(count);
        assert!(read(t, partner, &many(200)).is_ok());
        assert!(matches!(read(t, partner, &many(201)), Err(AppError::TooLong)));
    }
}
