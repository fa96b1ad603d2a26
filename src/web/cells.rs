//! Lines that are pasted into a field, or come from a CSV file.

/// Parted by tabs, as copied from a spreadsheet; by semicolons, as a Hungarian one saves them; or by commas.
pub fn cells(line: &str) -> Vec<String> {
    let delimiter = [b'\t', b';'].into_iter().find(|mark| line.as_bytes().contains(mark));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(line.as_bytes());
    let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
    let mut cells: Vec<_> = first.iter().map(|cell| cell.trim().to_owned()).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}
