//! A table without rules: blank fields where its columns leave no doubt.

use super::lines::{Field, Fields};

/// As many rows with every column filled make the columns certain.
const FULL: usize = 2;

/// The text of each line, its fields parted by tabs.
///
/// Where lines of the same number of fields stand below each other, a line between them with fewer
/// gets empty fields, if every one of its fields stands in a column of its own.
pub(super) fn texts(lines: &[Fields]) -> Vec<String> {
    let is_row = |one: &Fields, other: &Fields| one.fields.len() > 1 && other.fields.len() > 1;
    lines.chunk_by(is_row).flat_map(run).collect()
}

fn run(lines: &[Fields]) -> Vec<String> {
    let columns = columns(lines);
    let text = |line: &Fields| {
        let placed = columns.as_ref().and_then(|columns| placed(line, columns));
        placed.unwrap_or_else(|| joined(line.fields.iter().map(|field| field.text.as_str())))
    };
    lines.iter().map(text).collect()
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join("\t")
}

/// From where to where each column's fields stand.
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

    #[test]
    fn a_blank_between_full_rows_is_an_empty_field() {
        let lines = [
            line(&[(0.0, "规章"), (100.0, "1"), (200.0, "2"), (300.0, "3")]),
            line(&[(0.0, "文件"), (205.0, "4"), (300.0, "5")]),
            line(&[(0.0, "许可"), (100.0, "6"), (200.0, "7"), (300.0, "8")]),
        ];
        assert_eq!(
            texts(&lines),
            ["规章\t1\t2\t3", "文件\t\t4\t5", "许可\t6\t7\t8"]
        );
    }

    #[test]
    fn a_field_between_the_columns_leaves_tabs_only() {
        let lines = [
            line(&[(0.0, "规章"), (100.0, "1"), (200.0, "2")]),
            line(&[(0.0, "文件"), (150.0, "4")]),
            line(&[(0.0, "许可"), (100.0, "6"), (200.0, "7")]),
        ];
        assert_eq!(texts(&lines).get(1).map(String::as_str), Some("文件\t4"));
    }

    #[test]
    fn one_full_row_is_not_enough() {
        let lines = [
            line(&[(0.0, "规章"), (100.0, "1"), (200.0, "2")]),
            line(&[(0.0, "文件"), (200.0, "4")]),
        ];
        assert_eq!(texts(&lines).get(1).map(String::as_str), Some("文件\t4"));
    }
}
