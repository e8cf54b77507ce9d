//! The lines of a table in text, grouped into rows: a row a line or a cell a line, with any separators.

use super::fields::{Separators, is_doubtful_value, is_label, split_fields, trimmed};
use super::line_kinds::{is_caption, is_page_number, is_remark, is_ruling};
use super::text_row::{LabelPart, TextRow, ValueLine};
use crate::number::are_column_numbers;
use crate::tables::labelled_row::Printed;
use crate::{Line, Location, Log, Remark, Source};
use std::ops::Range;

/// Joins the lines of each row of a table whose cells are paragraphs. The text of such a table has a
/// line for each cell and a line for the tab between two cells. Other lines are kept as they are.
fn join_paragraph_cells(lines: &[(usize, &Line)]) -> Vec<TableLine> {
    let is_tab = |text: &str| text.contains('\t') && trimmed(text).is_empty();
    let mut fields = lines
        .iter()
        .map(|(_, line)| line.text.split('\t').map(trimmed));
    let has_paragraph_cells = lines.iter().any(|(_, line)| is_tab(&line.text))
        && fields.all(|fields| fields.filter(|field| !field.is_empty()).count() < 2);
    let mut rows: Vec<TableLine> = Vec::new();
    for (block, line) in lines {
        let text = line.text.trim_matches(' ');
        match rows.last_mut() {
            Some(row) if has_paragraph_cells && trimmed(text).is_empty() => {
                let tabs = text.chars().filter(|c| *c == '\t');
                row.line.text.extend(tabs);
            }
            Some(row)
                if has_paragraph_cells
                    && (row.line.text.ends_with('\t') || text.starts_with('\t')) =>
            {
                let start = row.line.text.chars().count();
                let indent = line.text.chars().take_while(|c| *c == ' ').count();
                row.parts.push((start, *block, indent));
                row.line.text.push_str(text);
            }
            _ => rows.push(TableLine {
                line: Line::clone(line),
                parts: vec![(0, *block, 0)],
            }),
        }
    }
    rows
}

/// A line of a table, joined of one or several lines of the document.
struct TableLine {
    line: Line,
    /// Where the text of each joined line begins, in characters, the block that it is from, and how many
    /// characters of that were left out before it.
    parts: Vec<(usize, usize, usize)>,
}

impl TableLine {
    /// Finds fields in the line, in whose texts white space may be left out.
    fn passages(&self, fields: &[String]) -> Vec<Source> {
        let text: Vec<char> = self.line.text.chars().collect();
        let mut at = 0;
        let passages = fields.iter().map(|field| {
            let found = find(&text, at, field);
            at = found.end;
            self.passage(found)
        });
        passages.collect()
    }

    fn passage(&self, chars: Range<usize>) -> Source {
        let mut parts = self.parts.iter().rev();
        let part = parts.find(|(start, ..)| *start <= chars.start);
        let (start, block, indent) = part.copied().unwrap_or_default();
        let shifted = |at: usize| at.saturating_sub(start).saturating_add(indent);
        Source::line(block, shifted(chars.start)..shifted(chars.end))
    }
}

/// Finds a field in a text from a character on. An empty field is where the last one ended.
fn find(text: &[char], from: usize, field: &str) -> Range<usize> {
    let wanted = || field.chars().filter(|c| !c.is_whitespace());
    if wanted().next().is_none() {
        return from..from;
    }
    let end_at = |start: usize| {
        let mut rest = wanted();
        let mut next = rest.next();
        for (at, c) in text.iter().enumerate().skip(start) {
            if next == Some(*c) {
                next = rest.next();
                if next.is_none() {
                    return Some(at + 1);
                }
            } else if !c.is_whitespace() {
                return None;
            }
        }
        None
    };
    let first = wanted().next();
    let mut starts = (from..text.len()).filter(|start| text.get(*start).copied() == first);
    let found = starts.find_map(|start| Some(start..end_at(start)?));
    found.unwrap_or(from..from)
}

/// Groups the lines of one table into rows.
pub fn rows(lines: &[(usize, &Line)], log: &mut Log) -> Vec<TextRow> {
    let table = join_paragraph_cells(lines);
    let lines: Vec<Line> = table.iter().map(|row| row.line.clone()).collect();
    let separators = Separators::of(&lines);
    let mut rows: Vec<TextRow> = Vec::new();
    for (number, row) in table.iter().enumerate() {
        let line = &row.line;
        if is_ruling(&line.text) {
            continue;
        }
        let fields = split_fields(&line.text, separators);
        let filled = fields.0.iter().filter(|field| !field.is_empty());
        let numbers_columns = are_column_numbers(filled.map(String::as_str));
        let is_other =
            is_page_number(&line.text) || is_remark(&line.text) || is_caption(&line.text);
        if numbers_columns || is_other {
            log.remark(Some(line.location), &line.text, None, Remark::Skipped);
        } else {
            add_line(row, number, fields, &mut rows);
        }
    }
    let mut next: Option<LabelPart> = None;
    for row in rows.iter_mut().rev() {
        row.quote(&lines, next.as_ref());
        next = row.label_parts.first().cloned();
    }
    rows
}

/// Adds the labels and values of a line.
fn add_line(
    row: &TableLine,
    number: usize,
    (fields, is_separated): (Vec<String>, bool),
    rows: &mut Vec<TextRow>,
) {
    let location = row.line.location;
    let width = is_separated.then_some(fields.len());
    let first_label = fields.iter().position(|field| is_label(field));
    let is_heading = fields
        .iter()
        .all(|field| field.is_empty() || is_label(field));
    let mut values: Vec<Printed> = Vec::new();
    let mut start = 0;
    let position = (location, number);
    let passages = row.passages(&fields);
    for (index, (field, passage)) in fields.into_iter().zip(passages).enumerate() {
        let is_doubtful = is_separated && !is_heading && is_doubtful_value(&field);
        if is_label(&field) && !is_doubtful {
            // Empty fields between the names of columns are merged cells.
            if is_heading {
                values.clear();
            }
            add_values(rows, &mut values, position, is_separated, start);
            let part = LabelPart {
                location,
                line: number,
                field: width.map(|width| (index, width)),
                text: field,
            };
            add_label(rows, part, width);
            start = index + 1;
        } else if first_label.is_some_and(|first| index < first) {
            // Empty fields before a label are merged cells, and a number is the number of the row.
            continue;
        } else {
            values.push(Printed {
                location,
                passage,
                text: field,
            });
        }
    }
    add_values(rows, &mut values, position, is_separated, start);
}

/// Adds the values read so far, if any, to the last row.
fn add_values(
    rows: &mut Vec<TextRow>,
    values: &mut Vec<Printed>,
    (location, line): (Location, usize),
    is_separated: bool,
    start: usize,
) {
    let fields = std::mem::take(values);
    let is_blank = fields.iter().all(|field| field.text.is_empty());
    if fields.is_empty() || (is_blank && !is_separated) {
        return;
    }
    if rows.is_empty() {
        rows.push(TextRow {
            location: Some(location),
            ..TextRow::default()
        });
    }
    if let Some(row) = rows.last_mut() {
        row.lines.push(ValueLine {
            location,
            line,
            is_separated,
            start,
            fields,
        });
    }
}

/// Adds to the label of the last row, or begins a new row if that has values.
fn add_label(rows: &mut Vec<TextRow>, part: LabelPart, width: Option<usize>) {
    match rows.last_mut() {
        Some(row) if row.lines.is_empty() => {
            if *row.location.get_or_insert(part.location) != part.location {
                row.width = None;
            }
            row.label.push_str(&part.text);
            row.label_parts.push(part);
        }
        _ => rows.push(TextRow {
            location: Some(part.location),
            label: part.text.clone(),
            width,
            label_parts: vec![part],
            ..TextRow::default()
        }),
    }
}
