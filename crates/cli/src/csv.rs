//! Tables as spreadsheet programs read and write them (RFC 4180).

/// The text of a file: UTF-8, or else as spreadsheet programs in China write it.
pub fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(bytes).0.into_owned(),
    }
}

/// The cells of a text, each line with its number from 1.
pub fn read(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut lines = Vec::new();
    let mut cells: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut is_quoted = false;
    let (mut line, mut start) = (1_usize, 1_usize);
    let mut characters = text.trim_start_matches(MARK).chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                cell.push('"');
                characters.next();
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\n' => {
                line = line.saturating_add(1);
                if is_quoted {
                    cell.push('\n');
                    continue;
                }
                cells.push(std::mem::take(&mut cell));
                lines.push((start, std::mem::take(&mut cells)));
                start = line;
            }
            '\r' if !is_quoted => {}
            ',' if !is_quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        lines.push((start, cells));
    }
    lines
}

/// Spreadsheet programs take a file for another encoding without this byte order mark.
pub const MARK: char = '\u{feff}';

/// One line of a file.
pub fn line(fields: &[&str]) -> String {
    let quoted = |field: &&str| format!("\"{}\"", guarded(field).replace('"', "\"\""));
    fields.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A spreadsheet program runs what looks like a formula.
pub fn guarded(field: &str) -> String {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t']);
    [if is_formula { "'" } else { "" }, field].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_may_be_quoted_and_hold_lines() {
        let lines = read("code,name\r\n1,\"a,\"\"b\"\"\nc\"\n2,d");
        let wanted = [
            (1, vec!["code".to_owned(), "name".to_owned()]),
            (2, vec!["1".to_owned(), "a,\"b\"\nc".to_owned()]),
            (4, vec!["2".to_owned(), "d".to_owned()]),
        ];
        assert_eq!(lines, wanted);
    }

    #[test]
    fn what_is_written_is_read_back_and_is_no_formula() {
        let fields = ["a \"b\", c", "=1+1", "two\nlines", ""];
        let text = [MARK.to_string(), line(&fields), line(&["x"])].concat();
        let lines: Vec<Vec<String>> = read(&text).into_iter().map(|(_, cells)| cells).collect();
        assert_eq!(lines[0], ["a \"b\", c", "'=1+1", "two\nlines", ""]);
        assert_eq!(lines[1], ["x"]);
    }
}
