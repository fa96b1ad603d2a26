//! How each language writes a whole number.

use fluent_bundle::FluentValue;

/// Where the digits of a number are parted, and by what.
pub(super) struct Grouping {
    separator: char,
    /// Shorter numbers stay in one piece.
    from_digits: usize,
}

type Formatter<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

const BY_COMMA: Grouping = Grouping { separator: ',', from_digits: 4 };
const BY_SPACE: Grouping = Grouping { separator: '\u{a0}', from_digits: 5 };

impl Grouping {
    /// A language that is not named here writes numbers as English does.
    pub(super) fn of(language: &str) -> &'static Self {
        match language {
            "hu" => &BY_SPACE,
            _ => &BY_COMMA,
        }
    }

    /// Fluent takes a plain function that can't know its language, so each grouping has its own.
    pub(super) fn formatter<M>(&self) -> Formatter<M> {
        match self.separator {
            ',' => |value, _| BY_COMMA.of_value(value),
            _ => |value, _| BY_SPACE.of_value(value),
        }
    }

    /// What is not a number is left to Fluent.
    pub(super) fn of_value(&self, value: &FluentValue<'_>) -> Option<String> {
        match value {
            FluentValue::Number(number) => Some(self.apply(&number.as_string())),
            _ => None,
        }
    }

    /// `12040` → `12 040`; `number` is written with digits, perhaps after a minus.
    fn apply(&self, number: &str) -> String {
        let digits = number.trim_start_matches('-');
        if digits.len() < self.from_digits {
            return number.to_owned();
        }
        let mut grouped = number[..number.len() - digits.len()].to_owned();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(self.separator);
            }
            grouped.push(digit);
        }
        grouped
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::Messages;

    #[test]
    fn numbers_are_written_the_languages_way() {
        let cases = [
            (0, "0", "0"),
            (999, "999", "999"),
            (1204, "1,204", "1204"),
            (12_040, "12,040", "12 040"),
            (-123_456, "-123,456", "-123 456"),
            (-123, "-123", "-123"),
            (1_234_567, "1,234,567", "1 234 567"),
        ];
        for (number, english, hungarian) in cases {
            let say = |code| Messages::in_language(code).unwrap().number(number);
            assert_eq!(say("en"), english);
            assert_eq!(say("hu"), hungarian.replace(' ', "\u{a0}"));
        }
    }
}
