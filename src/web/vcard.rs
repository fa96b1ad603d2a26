//! Contacts as telephones and mail programs save them: vCard 3.0 (RFC 2426), which all of them read. No crate that is
//! kept up writes it.

use actix_web::{
    HttpResponse,
    http::header::{ContentDisposition, DispositionParam, DispositionType},
};

/// One contact in the making.
pub struct VCard(String);

/// Octets in a line, without its end.
const LONGEST_LINE: usize = 75;

impl VCard {
    /// An organisation; `uid` stays the same for the same contact, so that saving it again replaces it.
    pub fn of_organisation(uid: &str, name: &str) -> Self {
        let mut card = Self(String::new());
        card.line("BEGIN:VCARD");
        card.line("VERSION:3.0");
        card.line(&format!("UID:{}", escaped(uid)));
        card.line(&format!("FN:{}", escaped(name)));
        // A name is asked for; an organisation has no first and last one.
        card.line(&format!("N:{};;;;", escaped(name)));
        card.line(&format!("ORG:{}", escaped(name)));
        card.line("X-ABSHOWAS:COMPANY");
        card
    }

    /// `property`: a property with its parameters, for example `TEL;TYPE=WORK,VOICE`.
    pub fn text(&mut self, property: &str, value: &str) {
        self.line(&format!("{property}:{}", escaped(value)));
    }

    /// An address that is written as it is; an escape would break it.
    pub fn address(&mut self, property: &str, address: &str) {
        let address = address.replace(|c: char| c.is_control(), "");
        self.line(&format!("{property}:{address}"));
    }

    /// A telephone number with a name of its own.
    pub fn named_telephone(&mut self, group: &str, name: &str, number: &str) {
        self.text(&format!("{group}.TEL;TYPE=WORK,VOICE"), number);
        self.text(&format!("{group}.X-ABLabel"), name);
    }

    pub fn end(mut self) -> String {
        self.line("END:VCARD");
        self.0
    }

    /// Folded: what goes on begins with a blank, and no letter is cut in two.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ',' | ';' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// `name`: without `.vcf`, in plain letters.
pub fn download(cards: Vec<VCard>, name: &str) -> HttpResponse {
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(format!("{name}.vcf"))],
    };
    let body: String = cards.into_iter().map(VCard::end).collect();
    HttpResponse::Ok()
        .content_type("text/vcard; charset=utf-8")
        .insert_header(disposition)
        .body(body)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As RFC 2426 says that a card is read: unfolded, then each property by its name. An address has no escapes.
    fn read(card: &str) -> Vec<(String, String)> {
        assert!(card.ends_with("\r\n"));
        let unfolded = card.replace("\r\n ", "");
        let lines = unfolded.split_terminator("\r\n");
        let parts = lines.map(|line| line.split_once(':').unwrap());
        let texts = parts.map(|(name, value)| {
            let is_address = name == "URL";
            (name.to_owned(), if is_address { value.to_owned() } else { unescaped(value) })
        });
        texts.collect()
    }

    fn unescaped(value: &str) -> String {
        let mut letters = value.chars();
        let mut text = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => text.push(match letters.next().unwrap() {
                    'n' => '\n',
                    letter => letter,
                }),
                letter => text.push(letter),
            }
        }
        text
    }

    #[test]
    fn a_card_is_written_as_the_standard_says() {
        let mut card = VCard::of_organisation("urn:uuid:1", "Őrség; Panzió, Bt.");
        card.text("NOTE", "Open\nwhen \\ it is");
        card.named_telephone("item1", "Urgent", "+36 1 555 0199");
        card.address("URL", "https://x.example/a,b;c");
        assert_eq!(
            card.end(),
            "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:1\r\nFN:Őrség\\; Panzió\\, Bt.\r\n\
             N:Őrség\\; Panzió\\, Bt.;;;;\r\nORG:Őrség\\; Panzió\\, Bt.\r\nX-ABSHOWAS:COMPANY\r\n\
             NOTE:Open\\nwhen \\\\ it is\r\nitem1.TEL;TYPE=WORK,VOICE:+36 1 555 0199\r\n\
             item1.X-ABLabel:Urgent\r\nURL:https://x.example/a,b;c\r\nEND:VCARD\r\n"
        );
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_every_text_is_read_again(text in "[\\PC\n\\\\,;é]{0,200}") {
            let mut card = VCard::of_organisation("1", "x");
            card.text("NOTE", &text);
            let card = card.end();
            for line in card.split("\r\n") {
                prop_assert!(line.len() <= LONGEST_LINE, "{}", line);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let note = read(&card).into_iter().find(|(name, _)| name == "NOTE");
            prop_assert_eq!(note.map(|(_, value)| value), Some(text));
        }

        /// Nobody gets a property in by what they type.
        #[test]
        fn nothing_that_is_typed_becomes_a_property(text in "\\PC{0,5}(\r\n|\n|\r)[A-Z]{3}:\\PC{0,20}") {
            let mut card = VCard::of_organisation("1", &text);
            card.address("URL", &text);
            card.named_telephone("item1", &text, &text);
            prop_assert_eq!(read(&card.end()).len(), 11);
        }
    }
}
