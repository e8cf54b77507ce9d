//! The names of exported files.

use crate::figures::View;
use gongkai_model::Report;

/// The longest agency name in bytes of UTF-8. File systems allow 255 for a file name, and the rest
/// of it and a browser's " (1)" need some.
const MAX_LENGTH: usize = 150;

/// Names a file, such as `隆德县人民政府-2020-disclosure.csv`; without a view for the whole report.
/// Characters that file systems reject, or that could disguise the extension, are replaced.
pub fn file_name(report: &Report, view: Option<View>, extension: &str) -> String {
    let year = report.year.to_string();
    let mut parts = vec![year.as_str()];
    parts.extend(view.map(View::id));
    safe_name(&report.agency.name, &parts, extension)
}

/// Names a file by a title, which is cut and cleaned, and by parts that are safe.
pub fn safe_name(title: &str, parts: &[&str], extension: &str) -> String {
    let mut name = String::new();
    for c in title.chars() {
        let c = if is_rejected(c) { '_' } else { c };
        if name.len() + c.len_utf8() > MAX_LENGTH {
            break;
        }
        // A leading dot would hide the file, and a leading space could be trimmed.
        if !(name.is_empty() && matches!(c, '.' | ' ')) {
            name.push(c);
        }
    }
    name.truncate(name.trim_end_matches([' ', '.']).len());
    if name.is_empty() {
        name.push_str("report");
    }
    for part in parts {
        name.push('-');
        name.push_str(part);
    }
    name.push('.');
    name.push_str(extension);
    name
}

fn is_rejected(c: char) -> bool {
    match c {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => true,
        // The name is also written into addresses.
        '#' | '%' => true,
        // Line and paragraph separators, and marks that change the direction of text.
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{feff}' | '\u{fff0}'..='\u{ffff}' => true,
        c => c.is_control(),
    }
}
