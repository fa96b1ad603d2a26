//! Many resellers in pasted lines, or in the text of a CSV file: name, partner ID, email.

use std::collections::BTreeMap;

use crate::{
    domain::text::MpnId,
    locale::Messages,
    store::partner::NewPartnership,
    web::{cells::cells, error::AppError, text_errors::FieldErrors},
};

/// One line that says something.
pub struct Line {
    /// As it stands in what was pasted, the first being 1.
    pub number: usize,
    pub text: String,
    pub read: Result<NewPartnership, NotRead>,
}

/// Why a line asks nobody.
pub enum NotRead {
    /// It has to be mended.
    Faulty(String),
    /// An earlier line has the same partner ID.
    Doubled(usize),
}

/// `docs/security.md` H.
const MOST: usize = 2000;

/// Lines without anything in them say nothing, and neither does a heading above the first one.
pub fn read(t: Messages, pasted: &str) -> Result<Vec<Line>, AppError> {
    let said = pasted.lines().zip(1..).filter(|(text, _)| !text.trim().is_empty());
    let said: Vec<_> = said.collect();
    if said.len() > MOST {
        return Err(AppError::TooLong);
    }
    let mut seen = BTreeMap::<MpnId, usize>::new();
    let is_heading = said.first().is_some_and(|(text, _)| is_heading(&cells(text)));
    let lines = said.into_iter().skip(usize::from(is_heading)).map(|(text, number)| {
        let read = reseller(t, &cells(text)).map_err(NotRead::Faulty).and_then(|asked| {
            let first = *seen.entry(asked.mpn_id.clone()).or_insert(number);
            if first == number { Ok(asked) } else { Err(NotRead::Doubled(first)) }
        });
        Line { number, text: text.trim().to_owned(), read }
    });
    Ok(lines.collect())
}

/// Those that ask somebody.
pub fn readable(lines: &[Line]) -> Vec<NewPartnership> {
    lines.iter().filter_map(|line| line.read.as_ref().ok()).cloned().collect()
}

/// Two or three words where a partner ID would have digits.
fn is_heading(cells: &[String]) -> bool {
    let has_digit = |cell: &String| cell.chars().any(|c| c.is_ascii_digit());
    matches!(cells.len(), 2 | 3) && !cells.iter().any(|cell| has_digit(cell) || cell.contains('@'))
}

fn reseller(t: Messages, cells: &[String]) -> Result<NewPartnership, String> {
    let (name, mpn_id, email) = match cells {
        [name, mpn_id] => (name, mpn_id, ""),
        [name, mpn_id, email] => (name, mpn_id, email.as_str()),
        _ => return Err(t.many_not_three()),
    };
    let mut errors = FieldErrors::none(t);
    let name = errors.parse("name", &t.ask_reseller_name(), name);
    let mpn_id = errors.parse("mpn_id", &t.partner_id_heading(), mpn_id);
    let email = errors.optional("email", &t.email(), email);
    let asked = || {
        Some(NewPartnership { name: name?, mpn_id: mpn_id?, email: email?, for_subscription: None })
    };
    let what = || errors.all().iter().map(|(_, message)| message.as_str()).collect::<Vec<_>>();
    asked().ok_or_else(|| what().join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(pasted: &str) -> Vec<Line> {
        read(Messages::in_language("en").unwrap(), pasted).unwrap_or_default()
    }

    #[test]
    fn commas_semicolons_tabs_and_quotes_part_the_same() {
        for pasted in [
            "Bakony, Kft.;5003127;iroda@bakony.example",
            "\"Bakony, Kft.\",5003127,iroda@bakony.example",
            "Bakony, Kft.\t5003127\tiroda@bakony.example",
            "Name;Partner ID;Email\n\nBakony, Kft. ; 5003127 ; iroda@bakony.example;\r\n",
        ] {
            let lines = lines(pasted);
            let [Line { read: Ok(asked), .. }] = &lines[..] else { panic!("{pasted:?}") };
            assert_eq!(asked.name.as_str(), "Bakony, Kft.");
            assert_eq!(asked.mpn_id.as_str(), "5003127");
            assert_eq!(asked.email.as_ref().unwrap().as_str(), "iroda@bakony.example");
        }
    }

    #[test]
    fn a_faulty_line_is_named_by_its_number_and_a_doubled_one_by_the_first() {
        let lines = lines("A,5003127\n\nB,50O3128\nC,5003127,\nD\nE,5003129,x@y\nF,1,2,3");
        let numbers: Vec<_> = lines.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [1, 3, 4, 5, 6, 7]);
        assert!(lines[0].read.is_ok() && matches!(lines[2].read, Err(NotRead::Doubled(1))));
        for nth in [1, 3, 5] {
            assert!(matches!(lines[nth].read, Err(NotRead::Faulty(_))), "{}", lines[nth].text);
        }
    }

    #[test]
    fn more_than_two_thousand_lines_are_too_many() {
        let t = Messages::in_language("en").unwrap();
        let pasted =
            (0..2001).map(|nth| format!("R,{}\n", 6_000_000 + nth)).collect::<Vec<_>>().concat();
        assert!(matches!(read(t, &pasted), Err(AppError::TooLong)));
        assert_eq!(lines(pasted.trim_end().rsplit_once('\n').unwrap().0).len(), 2000);
    }
}
