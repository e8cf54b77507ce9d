//! The form's labels, recognised by the words in them that do not vary between reports.

mod applications;
mod proactive;
mod reviews;
mod traditional;

pub use applications::{
    HeadingOrder, RowGroup, applicant, group_named_last, has_extra_columns, heading_order,
    parse_row_label,
};
#[cfg(feature = "pdf")]
pub use proactive::is_whole_column_name;
pub use proactive::{proactive_column, proactive_columns, proactive_row};
pub use reviews::{review_block, review_column};
pub use traditional::simplified;

use super::number::fold;

/// Brings a label to the form that labels are compared in: simplified characters without bracketed
/// remarks, white space and punctuation.
pub fn normalize_label(text: &str) -> String {
    let mut depth = 0_usize;
    let mut normal = String::new();
    for c in fold(text).chars() {
        match c {
            '(' | '[' | '〔' | '【' | '〈' => depth += 1,
            ')' | ']' | '〕' | '】' | '〉' => depth = depth.saturating_sub(1),
            c if depth == 0 && c.is_alphanumeric() => normal.push(simplified(c)),
            _ => {}
        }
    }
    normal
}

/// Like [`normalize_label`], but keeps the text in brackets, where units and a label's number are.
pub fn normalize_label_keeping_brackets(text: &str) -> String {
    let folded = fold(text);
    let letters = folded.chars().filter(|c| c.is_alphanumeric());
    letters.map(simplified).collect()
}

/// Strips the number in front of a label: 三、 (七) 1. ①
pub fn strip_number(label: &str) -> &str {
    label.trim_start_matches(|c: char| {
        c.is_ascii_digit() || "一二三四五六七八九十第".contains(c) || ('①'..='⑳').contains(&c)
    })
}

/// Whether a label begins with a number: 三、 (七) 1. ①
pub fn is_numbered(label: &str) -> bool {
    let folded = fold(label);
    let text = folded.trim_start_matches('(');
    let rest = strip_number(text);
    let is_circled = text.starts_with(|c: char| ('①'..='⑳').contains(&c));
    is_circled || rest.len() < text.len() && rest.starts_with(['、', '.', ')', ',', ':'])
}

/// Finds the last occurrence of any of the words. Returns where it ends and the key of that word.
fn last_match<T: Copy>(
    text: &str,
    words: impl Iterator<Item = (T, &'static str)>,
) -> Option<(usize, T)> {
    words
        .filter_map(|(key, word)| text.rfind(word).map(|at| (at + word.len(), key)))
        .max_by_key(|(end, _)| *end)
}
