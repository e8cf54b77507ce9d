//! A strict parser of RFC 4180.

/// Parses the records of a file, each of which ends with CRLF.
#[track_caller]
pub fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut record = Vec::new();
        loop {
            let (field, after) = field(rest);
            record.push(field);
            if let Some(after) = after.strip_prefix(',') {
                rest = after;
                continue;
            }
            rest = after
                .strip_prefix("\r\n")
                .unwrap_or_else(|| panic!("neither a comma nor CRLF: {after:.80?}"));
            break;
        }
        records.push(record);
    }
    records
}

#[track_caller]
fn field(text: &str) -> (String, &str) {
    let Some(mut rest) = text.strip_prefix('"') else {
        let end = text.find([',', '\r', '\n', '"']).expect("a field ends");
        let (field, rest) = text.split_at(end);
        assert!(!rest.starts_with(['"', '\n']), "not quoted: {text:.80?}");
        return (field.to_owned(), rest);
    };
    let mut field = String::new();
    loop {
        let (part, after) = rest.split_once('"').expect("a quoted field ends");
        field.push_str(part);
        match after.strip_prefix('"') {
            Some(after) => {
                field.push('"');
                rest = after;
            }
            None => return (field, after),
        }
    }
}

#[test]
fn quotes_commas_and_lines_are_read_back() {
    let read = records("a,\"b,\"\"c\"\"\r\nd\",\r\n,,\"\"\r\n");
    assert_eq!(read, [["a", "b,\"c\"\r\nd", ""], ["", "", ""]]);
}
