//! Tables in CSV as spreadsheet programs read and write them.

use csv::{QuoteStyle, ReaderBuilder, StringRecord, Terminator, WriterBuilder};

/// Spreadsheet programs assume another encoding without this byte order mark.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Decodes a file: UTF-8, or else GB18030, which spreadsheet programs in China write.
pub fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(bytes).0.into_owned(),
    }
}

/// A record with the number of the line on which it begins, from 1.
#[derive(Debug, PartialEq, Eq)]
pub struct Record {
    pub line: usize,
    pub cells: Vec<String>,
}

/// Reads all records. Empty lines are skipped, and records may differ in length.
pub fn read(text: &str) -> Vec<Record> {
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    let mut record = StringRecord::new();
    let (mut line, mut counted) = (1_usize, 0_usize);
    // A text in memory is always readable, and it is UTF-8 already.
    while matches!(reader.read_record(&mut record), Ok(true)) {
        // The reader's own position is before any empty lines and line breaks that it skips.
        let byte = record.position().map_or(0, csv::Position::byte);
        let rest = text.get(usize::try_from(byte).unwrap_or(counted)..);
        let rest = rest.unwrap_or_default().trim_start_matches(['\r', '\n']);
        let start = text.len().saturating_sub(rest.len());
        let passed = text.get(counted..start).unwrap_or_default();
        line = line.saturating_add(passed.matches('\n').count());
        counted = start;
        records.push(Record {
            line,
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    records
}

/// Writes one record as a line, all fields quoted and safe from being taken for formulas.
pub fn line(fields: &[&str]) -> String {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let fields = fields.iter().map(|field| without_formula(field));
    // Writing into memory does not fail.
    let _ = writer.write_record(fields.map(String::into_bytes));
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Prefixes a field that a spreadsheet program would run as a formula.
pub fn without_formula(field: &str) -> String {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t']);
    [if is_formula { "'" } else { "" }, field].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(line: usize, cells: &[&str]) -> Record {
        let cells = cells.iter().map(|&cell| cell.to_owned()).collect();
        Record { line, cells }
    }

    #[test]
    fn cells_may_be_quoted_and_hold_lines() {
        let records = read("code,name\r\n1,\"a,\"\"b\"\"\nc\"\n2,d");
        let expected = [
            record(1, &["code", "name"]),
            record(2, &["1", "a,\"b\"\nc"]),
            record(4, &["2", "d"]),
        ];
        assert_eq!(records, expected);
    }

    #[test]
    fn a_record_after_empty_lines_has_the_number_of_its_own_line() {
        for text in ["\n\na,b\n\n\nc\n", "\r\n\r\na,b\r\n\r\n\r\nc\r\n"] {
            assert_eq!(read(text), [record(3, &["a", "b"]), record(6, &["c"])]);
        }
    }

    #[test]
    fn what_is_written_is_read_back_and_is_no_formula() {
        let fields = ["a \"b\", c", "=1+1", "two\nlines", ""];
        let text = [BYTE_ORDER_MARK.to_string(), line(&fields), line(&["x"])].concat();
        let expected = [
            record(1, &["a \"b\", c", "'=1+1", "two\nlines", ""]),
            record(3, &["x"]),
        ];
        assert_eq!(read(&text), expected);
    }
}
