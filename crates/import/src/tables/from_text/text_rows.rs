//! The lines of a table in text, grouped into rows: a row a line or a cell a line, with any separators.

use super::fields::{Separators, is_label, split_fields, trimmed};
use super::line_kinds::{is_caption, is_page_number, is_remark, is_ruling};
use super::text_row::{LabelPart, TextRow, ValueLine};
use crate::number::are_column_numbers;
use crate::{Line, Location, Log, Remark};

/// Joins the lines of each row of a table whose cells are paragraphs. The text of such a table has a
/// line for each cell and a line for the tab between two cells. Other lines are kept as they are.
fn join_paragraph_cells(lines: &[&Line]) -> Vec<Line> {
    let is_tab = |text: &str| text.contains('\t') && trimmed(text).is_empty();
    let mut fields = lines.iter().map(|line| line.text.split('\t').map(trimmed));
    let has_paragraph_cells = lines.iter().any(|line| is_tab(&line.text))
        && fields.all(|fields| fields.filter(|field| !field.is_empty()).count() < 2);
    let mut rows: Vec<Line> = Vec::new();
    for line in lines {
        let text = line.text.trim_matches(' ');
        match rows.last_mut() {
            Some(row) if has_paragraph_cells && trimmed(text).is_empty() => {
                row.text.extend(text.chars().filter(|c| *c == '\t'));
            }
            Some(row)
                if has_paragraph_cells && (row.text.ends_with('\t') || text.starts_with('\t')) =>
            {
                row.text.push_str(text);
            }
            _ => rows.push(Line::clone(line)),
        }
    }
    rows
}

/// Groups the lines of one table into rows.
pub fn rows(lines: &[&Line], log: &mut Log) -> Vec<TextRow> {
    let lines = join_paragraph_cells(lines);
    let separators = Separators::of(&lines);
    let mut rows: Vec<TextRow> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
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
            add_line(line, number, fields, &mut rows);
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
    line: &Line,
    number: usize,
    (fields, is_separated): (Vec<String>, bool),
    rows: &mut Vec<TextRow>,
) {
    let width = is_separated.then_some(fields.len());
    let first_label = fields.iter().position(|field| is_label(field));
    let is_heading = fields
        .iter()
        .all(|field| field.is_empty() || is_label(field));
    let mut values: Vec<String> = Vec::new();
    let mut start = 0;
    let position = (line.location, number);
    for (index, field) in fields.into_iter().enumerate() {
        if is_label(&field) {
            // Empty fields between the names of columns are merged cells.
            if is_heading {
                values.clear();
            }
            add_values(rows, &mut values, position, is_separated, start);
            let part = LabelPart {
                location: line.location,
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
            values.push(field);
        }
    }
    add_values(rows, &mut values, position, is_separated, start);
}

/// Adds the values read so far, if any, to the last row.
fn add_values(
    rows: &mut Vec<TextRow>,
    values: &mut Vec<String>,
    (location, line): (Location, usize),
    is_separated: bool,
    start: usize,
) {
    let fields = std::mem::take(values);
    let is_blank = fields.iter().all(|field| field.is_empty());
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
