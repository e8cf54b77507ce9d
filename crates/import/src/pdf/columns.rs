//! Tables without rules: blank fields where the columns are certain.

use super::geometry::Bounds;
use super::lines::{Field, Fields};

/// This many numbers one after the other make a line a row of a table.
const NUMBERS: usize = 3;
/// Lines closer than this, in heights of the font, may belong to one cell.
const CLOSE: f64 = 2.2;
/// Separates numbers that must not be read as cells.
pub(super) const APART: &str = "·";
/// This many rows with every column filled make the columns certain.
const FULL: usize = 2;

/// What a line is in a table without rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    Text,
    Numbers,
    /// Numbers whose label may continue above or below them.
    Unsure,
}

/// The text of each line, its fields separated by tabs.
///
/// Where lines with the same number of fields follow each other, a line of numbers between them with
/// fewer fields gets empty ones, if each of its fields is in a column of its own and nothing of
/// `contents`, which holds pictures and text that is not seen, is beside it.
pub(super) fn texts(lines: &[Fields], contents: &[Bounds]) -> Vec<(String, Row)> {
    let is_row = |one: &Fields, other: &Fields| one.fields.len() > 1 && other.fields.len() > 1;
    let texts = lines
        .chunk_by(is_row)
        .flat_map(|lines| run(lines, contents));
    let around = |index: usize| {
        let above = index.checked_sub(1).and_then(|above| lines.get(above));
        [above, lines.get(index + 1)].into_iter().flatten()
    };
    let kind = |(index, line): (usize, &Fields)| {
        if longest_run(line) < NUMBERS {
            Row::Text
        } else if around(index).any(|other| may_share_label(line, other)) {
            Row::Unsure
        } else {
            Row::Numbers
        }
    };
    texts.zip(lines.iter().enumerate().map(kind)).collect()
}

/// Joins a row so that it is reported and not read as cells.
pub(super) fn as_text(row: &str) -> String {
    row.replace(['\t', ' '], APART)
}

/// How many numbers of a line follow each other at most. In a sentence there are words between them.
fn longest_run(line: &Fields) -> usize {
    let words = line.fields.iter().flat_map(|field| field.text.split(' '));
    let (mut longest, mut current) = (0_usize, 0_usize);
    for word in words {
        let is_unit = word.chars().count() == 1 && word.contains(UNITS);
        if is_cell(word.trim_end_matches(UNITS)) {
            current += 1;
        } else if !is_unit {
            current = 0;
        }
        longest = longest.max(current);
    }
    longest
}

/// The numbers of a line, each with the approximate position of its start: narrow columns share a
/// field.
fn numbers(line: &Fields) -> impl Iterator<Item = f64> {
    let within = |field: &Field| {
        let length = field.text.chars().count().max(1) as f64;
        let (from, width) = (field.from, field.to - field.from);
        let mut before = 0_usize;
        let places = field.text.split(' ').map(move |word| {
            let start = before;
            before += word.chars().count() + 1;
            (is_cell(word), from + width * start as f64 / length)
        });
        let places: Vec<(bool, f64)> = places.collect();
        places
    };
    let places = line.fields.iter().flat_map(within);
    places.filter_map(|(is_number, at)| is_number.then_some(at))
}

/// Whether a line near a row may be part of its label.
fn may_share_label(row: &Fields, other: &Fields) -> bool {
    let Some(first) = numbers(row).next() else {
        return false;
    };
    let is_close = (row.y - other.y).abs() <= row.size.max(other.size) * CLOSE;
    let is_beside = |field: &Field| field.to < first && !is_cell(&field.text);
    is_close && other.fields.iter().all(is_beside)
}

/// Units that may follow a number in its cell.
const UNITS: [char; 8] = ['件', '项', '個', '个', '条', '次', '宗', '份'];

/// Whether a text is a number, or a sign for "not applicable".
fn is_cell(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_sign = |c: char| "+-±/—–－／,.，．减增".contains(c);
    !text.is_empty() && text.chars().all(|c| is_digit(c) || is_sign(c)) || text == "无"
}

fn run(lines: &[Fields], contents: &[Bounds]) -> Vec<String> {
    let columns = columns(lines);
    let text = |line: &Fields| {
        // A line without numbers is a heading, or the rest of a label.
        let columns = columns.as_ref().filter(|_| numbers(line).next().is_some());
        let is_beside = |content: &Bounds| {
            content.top < line.y + line.size * 0.2 && line.y - line.size < content.bottom
        };
        let columns = columns.filter(|_| !contents.iter().any(is_beside));
        let placed = columns.and_then(|columns| placed(line, columns));
        placed.unwrap_or_else(|| joined(line.fields.iter().map(|field| field.text.as_str())))
    };
    lines.iter().map(text).collect()
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join("\t")
}

/// The left and right end of each column.
fn columns(lines: &[Fields]) -> Option<Vec<(f64, f64)>> {
    let most = lines.iter().map(|line| line.fields.len()).max()?;
    let mut full = lines.iter().filter(|line| line.fields.len() == most);
    let span = |field: &Field| (field.from, field.to);
    let mut columns: Vec<(f64, f64)> = full.next()?.fields.iter().map(span).collect();
    let mut count = 1;
    for line in full {
        count += 1;
        for ((from, to), field) in columns.iter_mut().zip(&line.fields) {
            *from = from.min(field.from);
            *to = to.max(field.to);
        }
    }
    let are_apart = columns
        .iter()
        .zip(columns.iter().skip(1))
        .all(|(one, next)| one.1 < next.0);
    (most > 2 && count >= FULL && are_apart).then_some(columns)
}

fn placed(line: &Fields, columns: &[(f64, f64)]) -> Option<String> {
    let mut texts = vec![""; columns.len()];
    for field in &line.fields {
        let touches = |(_, (from, to)): &(usize, &(f64, f64))| field.from < *to && *from < field.to;
        let mut touched = columns.iter().enumerate().filter(touches);
        let (column, _) = touched.next()?;
        let place = texts.get_mut(column)?;
        if touched.next().is_some() || !place.is_empty() {
            return None;
        }
        *place = &field.text;
    }
    Some(joined(texts.into_iter()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(fields: &[(f64, &str)]) -> Fields {
        let field = |(from, text): &(f64, &str)| Field {
            from: *from,
            to: from + 20.0,
            text: (*text).to_owned(),
        };
        Fields {
            y: 0.0,
            size: 10.0,
            fields: fields.iter().map(field).collect(),
        }
    }

    fn words(lines: &[Fields]) -> Vec<String> {
        let texts = texts(lines, &[]).into_iter();
        texts.map(|(text, _)| text).collect()
    }

    #[test]
    fn a_blank_between_full_rows_is_an_empty_field() {
        let lines = [
            line(&[(0.0, "规章"), (100.0, "1"), (200.0, "2"), (300.0, "3")]),
            line(&[(0.0, "文件"), (205.0, "4"), (300.0, "5")]),
            line(&[(0.0, "许可"), (100.0, "6"), (200.0, "7"), (300.0, "8")]),
        ];
        assert_eq!(
            words(&lines),
            ["规章\t1\t2\t3", "文件\t\t4\t5", "许可\t6\t7\t8"]
        );
    }

    #[test]
    fn a_line_without_numbers_and_one_beside_a_picture_get_no_blank_fields() {
        let row = |label: &'static str| line(&[(0.0, label), (100.0, "1"), (200.0, "2")]);
        let heading = line(&[(0.0, "种类"), (200.0, "数量")]);
        let lines = [row("规章"), heading, row("许可")];
        assert_eq!(words(&lines), ["规章\t1\t2", "种类\t数量", "许可\t1\t2"]);
        let short = line(&[(0.0, "文件"), (200.0, "4")]);
        let lines = [row("规章"), short, row("许可")];
        let picture = Bounds {
            left: 100.0,
            top: -10.0,
            right: 110.0,
            bottom: 0.0,
        };
        let texts = texts(&lines, &[picture]);
        assert_eq!(texts.get(1).map(|(text, _)| text.as_str()), Some("文件\t4"));
        assert_eq!(words(&lines).get(1).map(String::as_str), Some("文件\t\t4"));
    }

    #[test]
    fn numbers_of_a_sentence_make_no_row() {
        let sentence = line(&[(0.0, "权力运行信息 68 条，公告 154 条，提案 20 条")]);
        let kind = |line| texts(&[line], &[]).first().map(|(_, row)| *row);
        assert_eq!(kind(sentence), Some(Row::Text));
        assert_eq!(
            kind(line(&[(0.0, "规章 6 件 15 件 2 件")])),
            Some(Row::Numbers)
        );
    }

    #[test]
    fn a_field_between_the_columns_leaves_tabs_only() {
        let lines = [
            line(&[(0.0, "规章"), (100.0, "1"), (200.0, "2")]),
            line(&[(0.0, "文件"), (150.0, "4")]),
            line(&[(0.0, "许可"), (100.0, "6"), (200.0, "7")]),
        ];
        assert_eq!(words(&lines).get(1).map(String::as_str), Some("文件\t4"));
    }

    #[test]
    fn numbers_beside_a_label_of_two_lines_are_unsure() {
        let row = [(0.0, "密"), (100.0, "1"), (200.0, "2"), (300.0, "3")];
        let below = |y: f64| Fields {
            y,
            ..line(&[(0.0, "级")])
        };
        let kind = |lines: &[Fields]| texts(lines, &[]).first().map(|(_, row)| *row);
        assert_eq!(kind(&[line(&row), below(12.0)]), Some(Row::Unsure));
        assert_eq!(kind(&[line(&row), below(40.0)]), Some(Row::Numbers));
        assert_eq!(kind(&[below(0.0)]), Some(Row::Text));
        assert_eq!(as_text("密\t1\t2\t3"), "密·1·2·3");
    }

    #[test]
    fn one_full_row_is_not_enough() {
        let lines = [
            line(&[(0.0, "规章"), (100.0, "1"), (200.0, "2")]),
            line(&[(0.0, "文件"), (200.0, "4")]),
        ];
        assert_eq!(words(&lines).get(1).map(String::as_str), Some("文件\t4"));
    }
}
