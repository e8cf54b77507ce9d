//! The words that open a list of parts, and the numbering of its items.

use super::EDGES;
use super::trim::strip_ordinal;
use crate::prose::sections::{NumberingStyle, numbering};

/// Whether the clause begins with 其中.
pub(in crate::prose) fn begins_with_of_which(clause: &str) -> bool {
    clause.trim_start_matches(EDGES).starts_with("其中")
}

/// Words after a total that open a list of its parts.
const INCLUDING: [&str; 6] = ["主要包括", "主要有", "主要涉及", "包括", "包含", "涵盖"];

/// Whether a clause lists what the total before it includes.
pub(in crate::prose) fn begins_with_including(clause: &str) -> bool {
    let clause = clause.trim_start_matches(EDGES);
    INCLUDING.iter().any(|word| clause.starts_with(word))
}

/// Strips the words that open a list.
pub(in crate::prose) fn strip_list_opening(before: &str) -> &str {
    let before = before.trim_start_matches(EDGES);
    let words = INCLUDING.iter().chain(&["其中"]);
    let mut rest = words.filter_map(|word| before.strip_prefix(word));
    rest.next().unwrap_or(before)
}

/// Whether the text begins like an item of a list: 一是, 1., （1）.
pub(in crate::prose) fn is_item(text: &str) -> bool {
    let text = text.trim_start_matches(EDGES);
    numbering(text).0 != NumberingStyle::None || strip_ordinal(text).len() < text.len()
}
