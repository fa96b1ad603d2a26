//! What the crowd's companies are called: two words and a legal form, with all the letters that make sorting hard.

use super::{pick, scattered};
use crate::locale::search_key;

/// None is another's without its accents, since domains have none; none is the name of somebody in the demo world, so
/// that a search for one of those finds just that one.
const FIRST: [&str; 72] = [
    "Ablak",
    "Ádám",
    "Ágas",
    "Akác",
    "Aranyhíd",
    "Árnyas",
    "Bástya",
    "Berek",
    "Borostyán",
    "Búza",
    "Cédrus",
    "Cinege",
    "Csaba",
    "Csillag",
    "Csobogó",
    "Csücsök",
    "Dália",
    "Délibáb",
    "Dió",
    "Dzsungel",
    "Ékszer",
    "Északi",
    "Fecske",
    "Fűzfa",
    "Gálya",
    "Gerle",
    "Gyémánt",
    "Gyopár",
    "Gyöngyös",
    "Hajnal",
    "Hársfa",
    "Holdfény",
    "Ibolya",
    "Írisz",
    "Jácint",
    "Juhar",
    "Kagyló",
    "Kökény",
    "Körös",
    "Lápos",
    "Liget",
    "Liliom",
    "Mandula",
    "Mező",
    "Nádas",
    "Nyírfa",
    "Nyugati",
    "Óbuda",
    "Olajfa",
    "Orgona",
    "Öböl",
    "Ökörszem",
    "Ösvény",
    "Őszi",
    "Őzike",
    "Patak",
    "Platán",
    "Rózsa",
    "Rügy",
    "Sárkány",
    "Sirály",
    "Szarvas",
    "Szélrózsa",
    "Szőlő",
    "Tavasz",
    "Tűzkő",
    "Tyúkhúr",
    "Udvar",
    "Üveghegy",
    "Vadrózsa",
    "Zengő",
    "Zsálya",
];

/// What they do.
const TRADE: [&str; 60] = [
    "Asztalos",
    "Autó",
    "Ács",
    "Biztonság",
    "Borászat",
    "Bőrdísz",
    "Cipő",
    "Cukrászat",
    "Csempe",
    "Csomagolás",
    "Divat",
    "Elektro",
    "Energia",
    "Építő",
    "Étterem",
    "Fogászat",
    "Fuvar",
    "Fűtés",
    "Gépész",
    "Gyógyszer",
    "Gyümölcs",
    "Hűtés",
    "Ingatlan",
    "Iroda",
    "Irodaszer",
    "Játék",
    "Kávézó",
    "Kerékpár",
    "Kertészet",
    "Kézműves",
    "Kohó",
    "Könyvelés",
    "Kozmetika",
    "Kút",
    "Lakatos",
    "Malom",
    "Méhészet",
    "Mérnök",
    "Műhely",
    "Műszer",
    "Nyomda",
    "Olajipar",
    "Optika",
    "Oktatás",
    "Őrzés",
    "Papír",
    "Pékség",
    "Pénzügy",
    "Reklám",
    "Sajt",
    "Sport",
    "Szaküzlet",
    "Szállás",
    "Szerszám",
    "Szövő",
    "Takarítás",
    "Textil",
    "Utazás",
    "Üveg",
    "Vegyész",
];

const FORM: [&str; 7] = ["Kft.", "Kft.", "Kft.", "Zrt.", "Bt.", "Nonprofit Kft.", "Nyrt."];

/// How many names two words make; after that they come again, with a number.
const NAMES: u64 = FIRSTS * TRADE.len() as u64;
const FIRSTS: u64 = FIRST.len() as u64;
/// Without a divisor in common with [`NAMES`]: neighbours in number are not neighbours in the list of customers.
const STEP: u64 = 2_689;

/// The name and the domain of the company with this number; no two numbers have one in common.
pub(super) fn company(number: u64) -> (String, String) {
    let place = number % NAMES * STEP % NAMES;
    let words = format!("{} {}", pick(&FIRST, place), pick(&TRADE, place / FIRSTS));
    let round = match number / NAMES {
        0 => String::new(),
        again => format!(" {}", again + 1),
    };
    let form = pick(&FORM, scattered(number));
    let domain = search_key(&format!("{words}{round}")).replace(' ', "-");
    (format!("{words}{round} {form}"), format!("{domain}.example"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_companies_share_a_name_or_a_domain() {
        let companies: Vec<_> = (0..3 * NAMES).map(company).collect();
        let names: BTreeSet<_> = companies.iter().map(|(name, _)| name).collect();
        let domains: BTreeSet<_> = companies.iter().map(|(_, domain)| domain).collect();
        assert_eq!((names.len(), domains.len()), (companies.len(), companies.len()));
        assert_eq!(company(0), ("Ablak Asztalos Kft.".into(), "ablak-asztalos.example".into()));
    }

    #[test]
    fn a_domain_is_made_of_letters_that_a_domain_may_have() {
        for (_, domain) in (0..2 * NAMES).map(company) {
            let label = domain.strip_suffix(".example").unwrap();
            assert!(label.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-'), "{domain}");
        }
    }

    #[test]
    fn the_crowd_has_the_initials_that_sort_in_their_own_way() {
        let names: Vec<_> = (0..1_000).map(|number| company(number).0).collect();
        for initial in ["Cs", "Dzs", "Gy", "Ny", "Sz", "Ty", "Zs", "Á", "É", "Ó", "Ö", "Ő", "Ü"]
        {
            assert!(names.iter().any(|name| name.starts_with(initial)), "{initial}");
        }
    }
}
