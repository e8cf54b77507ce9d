//! The tables of the three sections, as grids that the readers of ruled tables take.

use super::columns::{Column, assigned, clusters, column_of};
use super::labels::{Label, labels};
use super::{Found, Placed, Zone};
use crate::labels::{
    applicant, normalize_label, parse_row_label, proactive_columns, proactive_row, review_column,
};
use crate::number::is_value;
use crate::pdf::tables::{PICTURE, UNREADABLE};
use crate::{FormSection, Grid, GridCell, Location};
use gongkai_model::{Applicant, RowKey};

/// How far beside a label's lines the baseline of its values may be, in heights of the font.
const BESIDE: f64 = 0.6;
/// Within this distance there is no doubt.
const EXACT: f64 = 0.2;
/// Columns of section three and four.
const APPLICANTS: usize = 7;
const RESULTS: usize = 15;
/// The characters of the names in section four.
const REVIEWS: &str = "行政复议诉讼未经直接起诉后结果维持纠正其他尚审总合计";

/// The tables of a section, from top to bottom; none if one of them cannot be read.
pub(super) fn read(part: FormSection, mut zone: Zone) -> Vec<Found> {
    let mut all = Vec::new();
    loop {
        let found = match part {
            _ if zone.words.iter().any(|placed| placed.word.is_turned) => None,
            FormSection::Applications => applications(&zone),
            FormSection::Proactive => proactive(&zone),
            FormSection::Reviews => reviews(&zone),
            FormSection::Disclosure => None,
        };
        let Some(found) = found else {
            return Vec::new();
        };
        zone.words.retain(|placed| placed.word.y > found.last);
        all.push(found);
        if !zone
            .words
            .iter()
            .any(|placed| is_name(part, &placed.word.text))
        {
            return all;
        }
    }
}

/// Whether a word is the name of a column, which only a further table of the section has.
fn is_name(part: FormSection, text: &str) -> bool {
    let text = normalize_label(text);
    match part {
        FormSection::Applications => ["申请人情况", "自然人", "商业企业"].contains(&text.as_str()),
        FormSection::Proactive => text == "信息内容",
        FormSection::Reviews => {
            ["行政复议", "行政诉讼", "复议后起诉"].contains(&text.as_str()) || text.contains("结果")
        }
        FormSection::Disclosure => false,
    }
}

fn applications(zone: &Zone) -> Option<Found> {
    let is_first_row = |placed: &&Placed| {
        let label = normalize_label(&placed.word.text);
        label.starts_with("一本年") || label.starts_with("本年新收")
    };
    let first_row = zone.words.iter().find(is_first_row)?;
    let above = first_row.word.y - first_row.word.size * BESIDE;
    let is_spanning = |placed: &Placed| {
        let name = normalize_label(&placed.word.text);
        let is_rest = ["他组织", "其他组织", "或其他组织"].contains(&name.as_str());
        name.starts_with("申请人") || name.starts_with("法人") || is_rest
    };
    // The numbers of the columns.
    let numbers = zone
        .words
        .iter()
        .filter(|placed| normalize_label(&placed.word.text) == "栏次");
    let numbers: Vec<f64> = numbers.map(|placed| placed.word.y).collect();
    let is_numbered = |placed: &Placed| {
        let distance = placed.word.size * BESIDE;
        numbers.iter().any(|y| (y - placed.word.y).abs() < distance)
    };
    let heading: Vec<&Placed> = zone
        .words
        .iter()
        .filter(|placed| placed.word.y < above && !is_numbered(placed))
        .collect();
    let person = heading.iter().find(|placed| is_person(&placed.word.text))?;
    let left = person.word.from;
    // A value whose cell begins above its label.
    let is_broken = heading.iter().any(|placed| is_value(&placed.word.text));
    let names: Vec<&Placed> = heading
        .iter()
        .copied()
        .filter(|placed| !is_value(&placed.word.text))
        .filter(|placed| placed.word.from >= left - placed.word.size && !is_spanning(placed))
        .collect();
    let (columns, texts) = headings(&names);
    let expected = |(at, text): (usize, &String)| {
        applicant(&normalize_label(text)).is_some_and(|name| name as usize == at)
    };
    if columns.len() != APPLICANTS || !texts.iter().enumerate().all(expected) {
        return None;
    }
    // The headings that each page repeats.
    let is_repeated = |placed: &&Placed| {
        let same = |name: &&Placed| {
            name.word.text == placed.word.text && (name.word.from - placed.word.from).abs() < 1.0
        };
        placed.page > first_row.page && heading.iter().any(same)
    };
    let body: Vec<&Placed> = zone
        .words
        .iter()
        .filter(|placed| placed.word.y >= above && !is_repeated(placed))
        .collect();
    let sides = Sides::of(&body, &columns)?;
    let found = labels(&sides.labels);
    let rows = rows(found, &|label| {
        parse_row_label(&normalize_label(&label.text), None)
            .rows
            .last()
            == Some(&RowKey::CarriedOut)
    });
    let mut table = Table::fill(zone, &columns, rows, &sides.values)?;
    if let Some(first) = table.is_unsure.first_mut() {
        *first |= is_broken;
    }
    let top = names
        .iter()
        .map(|placed| placed.word.y)
        .fold(above, f64::min);
    Some(table.found(top, Some(texts)))
}

/// Whether a word begins the name of the first column, which a narrow column breaks.
fn is_person(text: &str) -> bool {
    let name = normalize_label(text);
    !name.is_empty() && "自然人".starts_with(&name)
}

/// The labels of rows until the last row of the form. Labels of several rows are left of them.
fn rows(found: Vec<Label>, is_last: &dyn Fn(&Label) -> bool) -> Vec<Label> {
    let is_other = |label: &Label| {
        let key = parse_row_label(&normalize_label(&label.text), None).rows;
        matches!(
            key.last(),
            Some(RowKey::NotCorrectedInTime | RowKey::FeeNotPaid)
        )
    };
    let has_parts_of_other = found.iter().any(is_other);
    let is_left_of_another = |label: &Label| {
        found.iter().any(|other| {
            other.from >= label.to
                && other.is_known
                && other.first <= label.last + label.size * BESIDE
                && label.first - label.size * BESIDE <= other.last
        })
    };
    let is_heading_of_other =
        |label: &Label| has_parts_of_other && super::labels::plain(&label.text) == "其他处理";
    let mut rows: Vec<Label> = Vec::new();
    for label in &found {
        if label.is_group() || is_heading_of_other(label) {
            continue;
        }
        if !label.is_known && is_left_of_another(label) {
            continue;
        }
        rows.push(label.clone());
        if is_last(label) {
            break;
        }
    }
    if has_parts_of_other {
        // 其他 is a row of that group only.
        let group = found.iter().find(|label| is_heading_of_other(label));
        let first = rows.iter_mut().find(|label| is_other(label));
        if let Some((group, first)) = group.zip(first) {
            first.text = format!("{}{}", group.text, first.text);
        }
    }
    rows
}

/// The words of the labels and of the values.
struct Sides<'a> {
    labels: Vec<&'a Placed>,
    values: Vec<&'a Placed>,
}

impl<'a> Sides<'a> {
    /// `None` if a word reaches over both.
    fn of(body: &[&'a Placed], columns: &[Column]) -> Option<Sides<'a>> {
        let first = columns.first()?;
        let is_text = |placed: &&&Placed| {
            let text = &placed.word.text;
            !is_value(text) && text.chars().any(char::is_alphabetic)
        };
        let end = body
            .iter()
            .filter(is_text)
            .filter(|placed| placed.word.from < first.from && placed.word.center() < first.from)
            .map(|placed| placed.word.to)
            .fold(f64::MIN, f64::max);
        let (mut labels, mut values) = (Vec::new(), Vec::new());
        for placed in body {
            if placed.word.from >= end - 0.5 {
                values.push(*placed);
            } else if placed.word.to <= end + 0.5 {
                labels.push(*placed);
            } else {
                return None;
            }
        }
        // A number among the labels shows that the columns are not where they seem to be.
        let is_number = |placed: &&Placed| {
            let text = &placed.word.text;
            text.ends_with(|sign: char| sign.is_ascii_digit())
                && text
                    .chars()
                    .all(|sign| sign.is_ascii_digit() || ",，.".contains(sign))
        };
        (!labels.iter().any(is_number)).then_some(Sides { labels, values })
    }
}

/// Whether there is a number among the names: a value whose cell begins above its label.
fn has_value(names: &[&Placed]) -> bool {
    names.iter().any(|placed| is_value(&placed.word.text))
}

/// The columns below the words of a heading row, from left to right, and the words of each.
fn headings(names: &[&Placed]) -> (Vec<Column>, Vec<String>) {
    let columns = clusters(names.iter().map(|placed| &placed.word));
    let texts = columns.iter().map(|column| text_in(names, *column));
    let texts = texts.collect();
    (columns, texts)
}

/// The words of a column, from top to bottom.
fn text_in(words: &[&Placed], column: Column) -> String {
    let mut own: Vec<&&Placed> = words
        .iter()
        .filter(|placed| placed.word.overlaps(column.from, column.to))
        .collect();
    own.sort_by(|one, other| {
        let lines = one.word.y.total_cmp(&other.word.y);
        lines.then(one.word.from.total_cmp(&other.word.from))
    });
    own.iter().map(|placed| placed.word.text.as_str()).collect()
}

/// The cells of a table.
struct Table {
    rows: Vec<Label>,
    /// The words of each cell, row by row.
    cells: Vec<Vec<Vec<Placed>>>,
    /// The rows of which something belongs to no cell.
    is_unsure: Vec<bool>,
    /// The rows beside something that is not text, with what it is.
    content: Vec<Option<char>>,
}

impl Table {
    fn fill(zone: &Zone, names: &[Column], rows: Vec<Label>, values: &[&Placed]) -> Option<Table> {
        let last = rows.last()?;
        let end = last.last + last.size * BESIDE;
        let values: Vec<&&Placed> = values
            .iter()
            .filter(|placed| placed.word.y <= end)
            .collect();
        // A word below two names may be two numbers that touch.
        let is_in_one = |placed: &&&&Placed| {
            let mut above = names
                .iter()
                .filter(|name| placed.word.overlaps(name.from, name.to));
            above.next().is_none() || above.next().is_none()
        };
        let in_one = values.iter().filter(is_in_one);
        let columns = assigned(names, &clusters(in_one.map(|placed| &placed.word)))?;
        let mut table = Table {
            cells: vec![vec![Vec::new(); columns.len()]; rows.len()],
            is_unsure: vec![false; rows.len()],
            content: vec![None; rows.len()],
            rows,
        };
        for placed in values {
            let row = table.row_of(placed.word.y);
            let column = column_of(&columns, &placed.word);
            let cell = row
                .zip(column)
                .and_then(|(row, column)| table.cells.get_mut(row)?.get_mut(column));
            match cell {
                Some(cell) => cell.push((*placed).clone()),
                None => table.leave_out_beside(row, placed.word.y),
            }
        }
        table.mark_crowded();
        table.mark_contents(zone, columns.first()?.from);
        table.mark_page_ends();
        table.mark_unknown();
        Some(table)
    }

    /// The only row whose label is beside the baseline.
    fn row_of(&self, y: f64) -> Option<usize> {
        let only = |more: f64| {
            let mut rows = self
                .rows
                .iter()
                .enumerate()
                .filter(|(_, label)| label.is_beside(y, more));
            let (row, _) = rows.next()?;
            rows.next().is_none().then_some(row)
        };
        only(BESIDE).or_else(|| only(EXACT))
    }

    /// Marks the row of a word that is in no column, or both rows around a word that is in no row.
    fn leave_out_beside(&mut self, row: Option<usize>, y: f64) {
        if let Some(mark) = row.and_then(|row| self.is_unsure.get_mut(row)) {
            *mark = true;
            return;
        }
        let after = self.rows.partition_point(|label| label.last < y);
        for row in [after.checked_sub(1), Some(after)].into_iter().flatten() {
            if let Some(mark) = self.is_unsure.get_mut(row) {
                *mark = true;
            }
        }
    }

    /// Marks rows beside pictures and text that is not seen.
    fn mark_contents(&mut self, zone: &Zone, left: f64) {
        for (row, label) in self.rows.iter().enumerate() {
            let (top, bottom) = (
                label.first - label.size * 1.2,
                label.last + label.size * 0.4,
            );
            let is_beside = zone.contents.iter().any(|content| {
                content.top < bottom && top < content.bottom && content.right > left
            });
            if let Some(content) = self.content.get_mut(row).filter(|_| is_beside) {
                *content = Some(PICTURE);
            }
        }
    }

    /// Two numbers in one cell may be those of two columns or of two rows.
    fn mark_crowded(&mut self) {
        for (cells, mark) in self.cells.iter().zip(&mut self.is_unsure) {
            let is_crowded = |words: &Vec<Placed>| {
                words
                    .iter()
                    .filter(|placed| is_value(&placed.word.text))
                    .count()
                    > 1
            };
            *mark |= cells.iter().any(is_crowded);
        }
    }

    /// A row at the end of a page may continue on the next.
    fn mark_page_ends(&mut self) {
        let pages: Vec<usize> = self.rows.iter().map(|label| label.page).collect();
        for (row, pair) in pages.windows(2).enumerate() {
            if pair.first() == pair.last() {
                continue;
            }
            for row in [row, row + 1] {
                let is_blank = self
                    .cells
                    .get(row)
                    .is_some_and(|cells| cells.iter().all(Vec::is_empty));
                let is_known = self.rows.get(row).is_some_and(|label| label.is_known);
                if let Some(mark) = self
                    .is_unsure
                    .get_mut(row)
                    .filter(|_| is_blank || !is_known)
                {
                    *mark = true;
                }
            }
        }
    }

    /// Blank cells beside a label that the form does not have may belong to it.
    fn mark_unknown(&mut self) {
        for at in 0..self.rows.len() {
            let is_unknown = |row: Option<usize>| {
                let label = row.and_then(|row| self.rows.get(row));
                label.is_some_and(|label| !label.is_known)
            };
            let is_blank = self
                .cells
                .get(at)
                .is_some_and(|cells| cells.iter().all(Vec::is_empty));
            let is_beside = is_unknown(at.checked_sub(1)) || is_unknown(Some(at + 1));
            if let Some(mark) = self.is_unsure.get_mut(at).filter(|_| is_blank && is_beside) {
                *mark = true;
            }
        }
    }

    fn text(&self, row: usize, words: &[Placed]) -> String {
        let mut words: Vec<&Placed> = words.iter().collect();
        words.sort_by(|one, other| one.word.from.total_cmp(&other.word.from));
        let texts: Vec<&str> = words
            .iter()
            .map(|placed| placed.word.text.as_str())
            .collect();
        let mut text = texts.join(" ");
        let is_one_line = words.windows(2).all(|pair| match pair {
            [one, other] => (one.word.y - other.word.y).abs() <= one.word.size * 0.1,
            _ => true,
        });
        if !is_one_line || self.is_unsure.get(row).copied().unwrap_or(true) {
            text.push(UNREADABLE);
        }
        if text.is_empty() {
            text.extend(self.content.get(row).copied().flatten());
        }
        text
    }

    fn grid_rows(&self) -> Vec<Vec<GridCell>> {
        let row = |(at, (label, cells)): (usize, (&Label, &Vec<Vec<Placed>>))| {
            let location = Location::Page {
                page: label.page,
                line: label.line,
            };
            let values = cells.iter().map(|words| {
                let own = words.first().map(|placed| Location::Page {
                    page: placed.page,
                    line: placed.line,
                });
                cell(own.unwrap_or(location), self.text(at, words))
            });
            let mut row = vec![cell(location, label.text.clone())];
            row.extend(values);
            row
        };
        self.rows
            .iter()
            .zip(&self.cells)
            .enumerate()
            .map(row)
            .collect()
    }

    fn end(&self) -> f64 {
        let label = self.rows.last().map_or(f64::MIN, |label| label.last);
        let words = self.cells.iter().flatten().flatten();
        words.map(|placed| placed.word.y).fold(label, f64::max)
    }

    /// The table under a row of names.
    fn found(&self, first: f64, names: Option<Vec<String>>) -> Found {
        let mut rows = Vec::new();
        if let (Some(names), Some(label)) = (names, self.rows.first()) {
            let location = Location::Page {
                page: label.page,
                line: label.line,
            };
            let names = names.into_iter().map(|name| cell(location, name));
            rows.push(
                [cell(location, String::new())]
                    .into_iter()
                    .chain(names)
                    .collect(),
            );
        }
        rows.extend(self.grid_rows());
        Found {
            grid: Grid { rows },
            first,
            last: self.end(),
        }
    }
}

fn cell(location: Location, text: String) -> GridCell {
    GridCell {
        location,
        text,
        columns: 1,
        rows: 1,
    }
}

fn location(placed: &Placed) -> Location {
    Location::Page {
        page: placed.page,
        line: placed.line,
    }
}

/// Section two: each heading row names the columns of the rows below it.
fn proactive(zone: &Zone) -> Option<Found> {
    let is_heading = |placed: &&Placed| normalize_label(&placed.word.text) == "信息内容";
    let mut headings: Vec<&Placed> = zone.words.iter().filter(is_heading).collect();
    headings.sort_by(|one, other| one.word.y.total_cmp(&other.word.y));
    let is_clause = |placed: &&Placed| normalize_label(&placed.word.text).starts_with("第二十条");
    let clauses: Vec<f64> = zone
        .words
        .iter()
        .filter(is_clause)
        .map(|placed| placed.word.y)
        .collect();
    let words: Vec<&Placed> = zone
        .words
        .iter()
        .filter(|placed| !is_clause(placed))
        .collect();
    let mut rows: Vec<Vec<GridCell>> = Vec::new();
    let first = headings.first()?;
    let (mut top, mut last) = (first.word.y, f64::MIN);
    for (at, heading) in headings.iter().enumerate() {
        let next = headings.get(at + 1).map_or(f64::MAX, |next| next.word.y);
        let clause = clauses
            .iter()
            .copied()
            .filter(|y| *y < heading.word.y)
            .fold(f64::MIN, f64::max);
        let (block, names) = block(zone, heading, &words, clause.max(last), next)?;
        let row: Vec<GridCell> = [cell(location(heading), heading.word.text.clone())]
            .into_iter()
            .chain(names.into_iter().map(|name| cell(location(heading), name)))
            .collect();
        rows.push(row);
        rows.extend(block.grid_rows());
        last = last.max(block.end());
    }
    let names_above = clauses.iter().copied().fold(f64::MAX, f64::min);
    top = top.min(names_above);
    Some(Found {
        grid: Grid { rows },
        first: top - first.word.size * 2.0,
        last,
    })
}

/// The rows below one heading row, and the names of their columns.
fn block(
    zone: &Zone,
    heading: &Placed,
    words: &[&Placed],
    after: f64,
    next: f64,
) -> Option<(Table, Vec<String>)> {
    let size = heading.word.size;
    let own = |placed: &&&Placed| {
        placed.word.y > after && placed.word.y < next && !std::ptr::eq(**placed, heading)
    };
    let mut own: Vec<&Placed> = words.iter().filter(own).copied().collect();
    // What belongs to the next heading row, whose names may begin above it.
    own.retain(|placed| {
        proactive_columns(&normalize_label(&placed.word.text))
            .0
            .is_empty()
            || placed.word.y <= heading.word.y + size * 2.5
    });
    let is_row = |placed: &&&Placed| {
        placed.word.y > heading.word.y + size * BESIDE && starts_row(&placed.word.text)
    };
    let first_row = own
        .iter()
        .filter(is_row)
        .map(|placed| placed.word.y)
        .fold(f64::MAX, f64::min);
    if first_row == f64::MAX {
        return None;
    }
    let above = first_row - size * BESIDE;
    let names: Vec<&Placed> = own
        .iter()
        .copied()
        .filter(|placed| placed.word.y < above && placed.word.from >= heading.word.to)
        .collect();
    let (columns, texts) = headings(&names);
    let is_name = |text: &String| crate::labels::proactive_column(&normalize_label(text)).is_some();
    if has_value(&names) || columns.is_empty() || !texts.iter().all(is_name) {
        return None;
    }
    let body: Vec<&Placed> = own
        .into_iter()
        .filter(|placed| placed.word.y >= above)
        .collect();
    let sides = Sides::of(&body, &columns)?;
    let mut found = labels(&sides.labels);
    // Words below the last row of the form are no part of the table.
    let count = found
        .iter()
        .take_while(|label| proactive_row(&normalize_label(&label.text)).is_some())
        .count();
    found.truncate(count);
    for label in &mut found {
        label.is_known = true;
    }
    Some((Table::fill(zone, &columns, found, &sides.values)?, texts))
}

fn starts_row(text: &str) -> bool {
    let label = normalize_label(text);
    ["规章", "规范性", "行政", "其他对外", "政府集中"]
        .iter()
        .any(|word| label.starts_with(word))
}

/// Section four: one row of values below three rows of names.
fn reviews(zone: &Zone) -> Option<Found> {
    let is_spanning = |text: &str| {
        !text.is_empty()
            && ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
                .iter()
                .any(|name| name.contains(text))
    };
    let is_number = |placed: &&Placed| is_value(&placed.word.text);
    let first = zone
        .words
        .iter()
        .filter(is_number)
        .min_by(|one, other| one.word.y.total_cmp(&other.word.y))?;
    let above = first.word.y - first.word.size * BESIDE;
    let is_heading = |placed: &&Placed| {
        let text = normalize_label(&placed.word.text);
        !text.is_empty() && text.chars().all(|sign| REVIEWS.contains(sign))
    };
    let lines = || zone.words.iter().filter(|placed| placed.word.y < above);
    let heading: Vec<&Placed> = lines().filter(is_heading).collect();
    let top = heading
        .iter()
        .map(|placed| placed.word.y)
        .fold(above, f64::min);
    // Only the lines above the table may hold other words.
    if lines().any(|placed| !is_heading(&placed) && placed.word.y >= top) {
        return None;
    }
    let names: Vec<&Placed> = heading
        .iter()
        .copied()
        .filter(|placed| !is_spanning(&normalize_label(&placed.word.text)))
        .collect();
    let (columns, texts) = headings(&names);
    let expected = |(at, text): (usize, &String)| {
        review_column(&normalize_label(text)).is_some_and(|column| column as usize == at % 5)
            && normalize_label(text).chars().count() <= 4
    };
    if columns.len() != RESULTS || !texts.iter().enumerate().all(expected) {
        return None;
    }
    let values: Vec<&Placed> = zone
        .words
        .iter()
        .filter(|placed| {
            placed.word.y >= above && placed.word.y <= first.word.y + first.word.size * BESIDE
        })
        .collect();
    let row = Label {
        text: String::new(),
        from: 0.0,
        to: 0.0,
        first: first.word.y,
        last: first.word.y,
        size: first.word.size,
        page: first.page,
        line: first.line,
        is_known: true,
    };
    let mut table = Table::fill(zone, &columns, vec![row], &values)?;
    // A line right below it may be the rest of its cells.
    let continues = |placed: &Placed| {
        let down = placed.word.y - first.word.y;
        down > first.word.size * BESIDE
            && down < first.word.size * 2.2
            && is_value(&placed.word.text)
    };
    if zone.words.iter().any(continues) {
        table.is_unsure.fill(true);
    }
    let at = Location::Page {
        page: first.page,
        line: first.line,
    };
    let blocks = [("行政复议", 5), ("未经复议直接起诉", 5), ("复议后起诉", 5)];
    let blocks = blocks.map(|(name, columns)| GridCell {
        columns,
        ..cell(at, name.to_owned())
    });
    let mut rows = vec![
        blocks.to_vec(),
        texts.into_iter().map(|name| cell(at, name)).collect(),
    ];
    let values = table.grid_rows();
    rows.extend(
        values
            .into_iter()
            .map(|row| row.into_iter().skip(1).collect()),
    );
    Some(Found {
        grid: Grid { rows },
        first: top,
        last: table.end(),
    })
}

/// The name of a column of section three. Kept here so that the order of the form is checked.
const _: () = assert!(Applicant::Person as usize == 0 && Applicant::Total as usize == 6);
