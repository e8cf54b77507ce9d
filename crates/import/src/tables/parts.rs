//! Which part of the form a line belongs to: its section's title, or words that only its table has.

use super::from_text::{ROW_NUMBER_COLUMNS, Separators, is_prose, split_fields};
use crate::FormSection;
use crate::labels::{
    normalize_label, normalize_label_keeping_brackets, parse_row_label, proactive_columns,
    proactive_row,
};
use crate::number::{fold, is_value};

/// The part of a line, which follows a line of `previous`.
pub fn part_of_line(text: &str, previous: Option<FormSection>) -> Option<FormSection> {
    if is_prose(text) || is_section_title(text) {
        return None;
    }
    part_begun_by(text).or(previous)
}

/// The part that a section's title names. `Some(None)` for a section without a table.
pub fn part_of_section_title(text: &str) -> Option<Option<FormSection>> {
    if !is_section_title(text) {
        return None;
    }
    let title = normalize_label(text);
    let parts = [
        ("主动公开", FormSection::Proactive),
        ("收到和处理", FormSection::Applications),
        ("复议", FormSection::Reviews),
    ];
    let part = parts.iter().find(|(word, _)| title.contains(word));
    Some(part.map(|(_, part)| *part))
}

/// The part of a line in a table that lacks its heading: the section's part, if the line can only be a
/// row of its table.
pub fn part_without_heading(text: &str, section: Option<FormSection>) -> Option<FormSection> {
    if is_prose(text) || is_section_title(text) {
        return None;
    }
    let (fields, _) = split_fields(text, Separators::AROUND);
    let first = normalize_label(fields.first()?);
    let is_row_number = ROW_NUMBER_COLUMNS.contains(&first.as_str());
    let is_table = match section? {
        FormSection::Proactive => is_row_number || proactive_row(&first).is_some(),
        FormSection::Applications => {
            is_row_number || !parse_row_label(&first, None).rows.is_empty()
        }
        FormSection::Reviews => fields.iter().any(|field| is_value(field)),
        FormSection::Disclosure => false,
    };
    section.filter(|_| is_table)
}

/// A table's line without separators is no longer, in characters.
const LONGEST_LINE: usize = 80;

/// The part whose table the words of a line begin.
pub fn part_begun_by(text: &str) -> Option<FormSection> {
    let label = normalize_label(text);
    let with_brackets = normalize_label_keeping_brackets(text);
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    if label.chars().count() > LONGEST_LINE && !text.contains(['\t', '|', '｜', '│']) {
        return None;
    }
    if has(&["结果维持", "未经复议直接起诉"]) || label == "行政复议" {
        return Some(FormSection::Reviews);
    }
    if has(&["申请人情况", "自然人", "本年新收政府信息"]) || with_brackets.contains("勾稽关系")
    {
        return Some(FormSection::Applications);
    }
    let is_clause = with_brackets.starts_with("第二十条第") && with_brackets.chars().count() < 14;
    let (columns, _) = proactive_columns(&label);
    let is_proactive = is_clause || label.starts_with("信息内容") || columns.len() > 1;
    is_proactive.then_some(FormSection::Proactive)
}

/// Whether a line is the title of a section of the report, before which a table ends.
fn is_section_title(text: &str) -> bool {
    let text = fold(text);
    let text = text.trim_start_matches(['#', '*']);
    let numbers = text.trim_start_matches(['第', '(']);
    let digits = numbers.trim_start_matches(|c| "一二三四五六".contains(c));
    if numbers.chars().count() - digits.chars().count() != 1 {
        return false;
    }
    let title = normalize_label(digits.trim_start_matches(['、', '.', ')', '部', '分', ',', ':']));
    [
        "总体情况",
        "主动公开政府信息",
        "收到和处理",
        "因政府信息公开",
        "政府信息公开行政复议",
        "行政复议和行政诉讼",
        "行政复议行政诉讼",
        "存在的主要问题",
        "存在问题",
        "存在的问题",
        "主要问题",
        "工作存在",
        "其他需要报告",
        "需要报告",
    ]
    .iter()
    .any(|word| title.starts_with(word))
}
