//! Lines of text that are not rows of a table: page numbers, drawn lines, remarks and prose.

use super::fields::{BARS, trimmed};
use crate::labels::normalize_label;
use crate::number::fold;

/// Whether a line is a remark about the table: 备注：行政许可12件为代办.
pub fn is_remark(text: &str) -> bool {
    let folded = fold(text);
    let rest = ["备注", "附注", "注", "说明"].iter();
    let mut rest = rest.filter_map(|word| folded.strip_prefix(word));
    rest.any(|rest| {
        let remark = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        remark.starts_with(':') && remark.len() > 1
    })
}

/// Whether a line is the caption of a table: 表9 2022, 附表一 申请情况.
pub fn is_caption(text: &str) -> bool {
    let folded = fold(text);
    let rest = ["附表", "续表", "表", "图"].iter();
    let mut rest = rest.filter_map(|word| folded.strip_prefix(word));
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    !text.contains('\t') && !text.contains(BARS) && rest.any(|rest| rest.starts_with(is_number))
}

/// Whether a line is a page number: - 3 -, 第 3 页, 3/12, 第3页 共12页.
pub fn is_page_number(text: &str) -> bool {
    // 0 / 0 in three cells is a row.
    let is_separator = |c: char| c == '\t' || BARS.contains(&c);
    let fields = text.split(is_separator).map(trimmed);
    if fields.filter(|field| !field.is_empty()).count() > 1 {
        return false;
    }
    let folded = fold(text);
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '·');
    let inner = folded.trim_matches(is_dash);
    if inner.len() < folded.len()
        && folded.starts_with(is_dash)
        && folded.ends_with(is_dash)
        && digits(inner)
    {
        return true;
    }
    if let Some((one, all)) = folded.split_once('/')
        && digits(one)
        && digits(all)
    {
        return true;
    }
    let Some(rest) = folded.strip_prefix('第') else {
        return false;
    };
    let rest = rest.trim_end_matches([',', '，', '/']);
    match rest.split_once('页') {
        Some((one, "")) => digits(one),
        Some((one, all)) => {
            let all = all.trim_start_matches([',', '，', '/']);
            let all = all
                .strip_prefix('共')
                .and_then(|all| all.strip_suffix('页'));
            digits(one) && all.is_some_and(digits)
        }
        None => false,
    }
}

/// Whether a line is drawn between rows: |---|---|, +----+, ─────.
pub fn is_ruling(text: &str) -> bool {
    let is_drawn = |c: char| {
        matches!(
            c,
            '-' | '=' | '+' | ':' | '_' | '|' | ' ' | '\t' | '─'..='╿'
        )
    };
    // A single dash may be the content of a cell. A drawn line has two next to each other.
    let is_stroke = |c: char| c == '-' || c == '=' || c == ':' || ('─'..='╿').contains(&c);
    let mut pairs = text.chars().zip(text.chars().skip(1));
    text.chars().all(is_drawn)
        && pairs.any(|(one, next)| is_stroke(one) && is_stroke(next))
        && text.chars().filter(|c| is_stroke(*c)).count() >= 3
}

/// Whether a line is prose and cannot be part of a table.
pub fn is_prose(text: &str) -> bool {
    if text.contains('\t') || text.contains(BARS) {
        return false;
    }
    let label = normalize_label(text);
    // The figures of a row do not make it prose, however many there are.
    let length = label.chars().filter(|c| !c.is_ascii_digit()).count();
    let ends = text
        .trim_end()
        .ends_with(['。', '；', '!', '！', '?', '？']);
    length > 60 || (ends && length > 12)
}
