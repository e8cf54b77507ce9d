//! What a file that is taken away is called.

use crate::figures::View;
use gongkai_model::Report;

/// In bytes of UTF-8: file systems hold 255, and the rest of the name and a browser's " (1)" need
/// some.
const LONGEST: usize = 150;

/// `隆德县人民政府-2020-disclosure.csv`; without a view the whole report's. What file systems
/// refuse or what would hide the name's end is replaced.
pub fn file_name(report: &Report, view: Option<View>, extension: &str) -> String {
    let mut name = String::new();
    for c in report.agency.name.chars() {
        let c = if is_refused(c) { '_' } else { c };
        if name.len() + c.len_utf8() > LONGEST {
            break;
        }
        // A leading dot hides a file, a leading space is lost.
        if !(name.is_empty() && matches!(c, '.' | ' ')) {
            name.push(c);
        }
    }
    name.truncate(name.trim_end_matches([' ', '.']).len());
    if name.is_empty() {
        name.push_str("report");
    }
    let mut parts = vec![name, report.year.to_string()];
    if let Some(view) = view {
        parts.push(view.id().to_owned());
    }
    format!("{}.{extension}", parts.join("-"))
}

fn is_refused(c: char) -> bool {
    match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => true,
        // Line and paragraph separators, and marks that turn the direction of text.
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{feff}' | '\u{fff0}'..='\u{ffff}' => true,
        c => c.is_control(),
    }
}
