//! Lists as a file for a spreadsheet: UTF-8 with its mark, since Excel takes a file without one for another encoding.

use actix_web::{
    HttpResponse,
    http::header::{ContentDisposition, DispositionParam, DispositionType},
};
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};

/// A file in the making.
pub struct Csv(csv::Writer<Vec<u8>>);

const BYTE_ORDER_MARK: &str = "\u{feff}";

impl Csv {
    pub fn new<S: AsRef<str>>(heads: impl IntoIterator<Item = S>) -> Self {
        let mut file = Self(csv::Writer::from_writer(BYTE_ORDER_MARK.into()));
        file.row(heads);
        file
    }

    pub fn row<S: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = S>) {
        let cells = cells.into_iter().map(|cell| inert(cell.as_ref()));
        self.0.write_record(cells).expect("a row of texts goes into memory");
    }

    /// The file itself as an address, for a link that no other request has to answer.
    pub fn into_address(self) -> String {
        let bytes = self.0.into_inner().expect("memory is never full half-way");
        format!("data:text/csv;charset=utf-8,{}", percent_encode(&bytes, NON_ALPHANUMERIC))
    }

    /// `name`: without `.csv`, in plain letters.
    pub fn download(self, name: &str) -> HttpResponse {
        let bytes = self.0.into_inner().expect("memory is never full half-way");
        let disposition = ContentDisposition {
            disposition: DispositionType::Attachment,
            parameters: vec![DispositionParam::Filename(format!("{name}.csv"))],
        };
        HttpResponse::Ok()
            .content_type("text/csv; charset=utf-8")
            .insert_header(disposition)
            .body(bytes)
    }
}

/// What a spreadsheet would take for a formula gets a quote before it.
fn inert(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(csv: Csv) -> String {
        String::from_utf8(csv.0.into_inner().unwrap()).unwrap()
    }

    #[test]
    fn a_cell_that_starts_a_formula_is_only_text() {
        let mut csv = Csv::new(["Name", "Telephone"]);
        csv.row(["=HYPERLINK(\"x\")", "+36 1 555 0100"]);
        csv.row(["Őrség, Panzió", ""]);
        assert_eq!(
            text(csv),
            "\u{feff}Name,Telephone\n\"'=HYPERLINK(\"\"x\"\")\",'+36 1 555 0100\n\"Őrség, Panzió\",\n"
        );
    }
}
