//! Splitting a line of a table in text into fields.

use super::line_kinds::is_ruling;
use crate::Line;
use crate::labels::{is_numbered, normalize_label, parse_row_label, proactive_row};
use crate::number::{fold, is_value, money_unit};

/// Bars that tables are drawn with in text.
pub const BARS: [char; 5] = ['|', '｜', '│', '┃', '¦'];

/// How the separators of one table are to be understood.
#[derive(Clone, Copy)]
pub struct Separators {
    /// Whether every line begins with a bar, which then separates nothing.
    opens: bool,
    /// Whether every line ends with a bar, which then separates nothing.
    closes: bool,
    /// Whether each line holds one cell, so that a tab next to it does not delimit a blank cell.
    is_cell_per_line: bool,
    /// Whether cells are separated by two tabs, so that every second field is empty.
    is_doubled: bool,
}

impl Separators {
    /// Bars around each line.
    pub const AROUND: Separators = Separators {
        opens: true,
        closes: true,
        is_cell_per_line: false,
        is_doubled: false,
    };

    /// Finds out how the lines of a table use their separators.
    pub fn of(lines: &[Line]) -> Separators {
        let texts = lines.iter().map(|line| line.text.trim());
        let barred = texts.filter(|text| text.contains(BARS) && !is_ruling(text));
        let mut separators = Separators::AROUND;
        for text in barred {
            separators.opens &= text.starts_with(BARS);
            separators.closes &= text.ends_with(BARS);
        }
        separators.is_cell_per_line = lines.iter().all(|line| {
            let fields = line.text.split('\t').map(trimmed);
            fields.filter(|field| !field.is_empty()).count() < 2
        });
        let tabbed = || lines.iter().filter(|line| line.text.contains('\t'));
        let is_even = |line: &Line| {
            let mut fields = line.text.split('\t').map(trimmed);
            let is_second_empty = fields
                .clone()
                .skip(1)
                .step_by(2)
                .all(|field| field.is_empty());
            is_second_empty && fields.by_ref().count() % 2 == 1
        };
        // The names of columns are never blank, so a line of them is conclusive.
        let filled = |line: &Line| {
            line.text
                .split("\t\t")
                .filter(|f| !trimmed(f).is_empty())
                .count()
        };
        separators.is_doubled = tabbed().all(is_even) && tabbed().any(|line| filled(line) > 2);
        separators
    }
}

/// Splits a line into fields. Returns whether separators part them.
pub fn split_fields(text: &str, separators: Separators) -> (Vec<String>, bool) {
    let has_bar = text.contains(BARS);
    if has_bar || text.trim_matches(' ').contains('\t') {
        let is_separator = |c: char| {
            if has_bar {
                BARS.contains(&c)
            } else {
                c == '\t'
            }
        };
        let mut fields: Vec<String> = text.split(is_separator).map(trimmed).collect();
        if separators.is_doubled && !has_bar {
            fields = fields.into_iter().step_by(2).collect();
        }
        // A bar that every line ends or begins with separates nothing.
        if has_bar {
            if separators.closes && fields.last().is_some_and(|field| field.is_empty()) {
                fields.pop();
            }
            if separators.opens && text.trim_start().starts_with(BARS) && !fields.is_empty() {
                fields.remove(0);
            }
        }
        if let ([one, other], false) = (fields.as_slice(), has_bar)
            && separators.is_cell_per_line
            && one.is_empty() != other.is_empty()
        {
            return (
                split_at_spaces(if one.is_empty() { other } else { one }),
                false,
            );
        }
        let is_separated = fields.len() > 1;
        return (fields, is_separated);
    }
    (split_at_spaces(text), false)
}

/// Trims white space, invisible characters and Markdown emphasis. A single asterisk is a footnote
/// sign and stays.
pub fn trimmed(field: &str) -> String {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    let mut field = field.trim_matches(is_edge);
    while let Some(inner) = field
        .strip_prefix('*')
        .and_then(|rest| rest.strip_suffix('*'))
    {
        field = inner.trim_matches(is_edge);
    }
    field.to_owned()
}

/// Splits a line without separators into labels and the numbers between or after them.
fn split_at_spaces(text: &str) -> Vec<String> {
    let text = trimmed(text);
    if text.is_empty() || is_value(&text) && !text.contains(char::is_whitespace) {
        return if text.is_empty() {
            Vec::new()
        } else {
            vec![text]
        };
    }
    let mut fields: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let unit = money_unit(word);
        match fields.last_mut() {
            // 21207.84 万元
            Some(last) if unit == ("", unit.1) && unit.1.is_some() && is_value(last) => {
                last.push_str(word);
            }
            // 减 4
            Some(last)
                if ["增加", "减少", "增", "减", "+", "-"].contains(&fold(last).as_str())
                    && is_value(word) =>
            {
                last.push_str(word);
            }
            Some(last) if is_label(last) && is_label(word) => last.push_str(word),
            _ => fields.push(word.to_owned()),
        }
    }
    fields
}

/// Whether a field is a label and not a value.
pub fn is_label(field: &str) -> bool {
    !field.is_empty() && !is_value(field)
}

/// Whether a field that is not a value cannot be a label either: O, N/A, 236（其中简易程序41）.
pub fn is_doubtful_value(field: &str) -> bool {
    if field.is_empty() || is_value(field) {
        return false;
    }
    let label = normalize_label(field);
    let is_letter = |c: char| c.is_alphabetic() && !c.is_ascii();
    let names_row =
        || !parse_row_label(&label, None).rows.is_empty() || proactive_row(&label).is_some();
    !label.contains(is_letter)
        || fold(field).starts_with(|c: char| c.is_ascii_digit())
            && !is_numbered(field)
            && !names_row()
}
