//! The cells of a table: the words of each, and what makes them doubtful.

use super::super::columns::{Column, assigned, clusters, column_of};
use super::super::labels::Label;
use super::super::{Found, Placed, Zone};
use super::{BESIDE, cell};
use crate::number::is_value;
use crate::pdf::tables::{PICTURE, UNREADABLE};
use crate::{Grid, GridCell, Location};

/// Within this distance, in heights of the font, there is no doubt whose values a baseline has.
const EXACT: f64 = 0.2;
/// A number this near to the paper's edge, in heights of the font, may have another digit beyond it.
const EDGE: f64 = 0.6;

/// The cells of a table.
pub(super) struct Table {
    rows: Vec<Label>,
    /// The words of each cell, row by row.
    cells: Vec<Vec<Vec<Placed>>>,
    /// The rows of which something belongs to no cell.
    pub(super) is_unsure: Vec<bool>,
    /// The rows beside something that is not text, with what it is.
    content: Vec<Option<char>>,
    /// The columns at the right that the paper's edge cuts off.
    cut: usize,
    /// Whether some values of the last column may be taken for those of the columns that are cut off.
    is_last_doubtful: bool,
}

impl Table {
    pub(super) fn fill(
        zone: &Zone,
        names: &[Column],
        rows: Vec<Label>,
        values: &[&Placed],
        cut: usize,
    ) -> Option<Table> {
        let last = rows.last()?;
        let end = last.last + last.size * BESIDE;
        let edge = names.last().filter(|_| cut > 0);
        let edge = edge.map_or(f64::MAX, |last| last.to);
        let (values, beyond): (Vec<&&Placed>, Vec<&&Placed>) = values
            .iter()
            .filter(|placed| placed.word.y <= end)
            .partition(|placed| placed.word.from < edge);
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
            cut,
            is_last_doubtful: false,
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
        table.mark_contents(zone, columns.first()?.from, edge);
        table.mark_at_the_edge(zone.width, !beyond.is_empty());
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
    fn mark_contents(&mut self, zone: &Zone, left: f64, right: f64) {
        for (row, label) in self.rows.iter().enumerate() {
            let (top, bottom) = (
                label.first - label.size * 1.2,
                label.last + label.size * 0.4,
            );
            let is_beside = zone.contents.iter().any(|content| {
                let is_within = content.right > left && content.left < right;
                content.top < bottom && top < content.bottom && is_within
            });
            if let Some(content) = self.content.get_mut(row).filter(|_| is_beside) {
                *content = Some(PICTURE);
            }
        }
    }

    /// Marks numbers whose next digit may be beyond the paper, and blank cells whose number may be among
    /// those of the columns that are cut off.
    fn mark_at_the_edge(&mut self, width: f64, has_values_beyond: bool) {
        for cells in &mut self.cells {
            for word in cells.iter_mut().flatten().map(|placed| &mut placed.word) {
                if word.to + word.size * EDGE > width {
                    word.text.push(UNREADABLE);
                }
            }
        }
        self.is_last_doubtful = has_values_beyond;
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

    pub(super) fn grid_rows(&self) -> Vec<Vec<GridCell>> {
        let row = |(at, (label, cells)): (usize, (&Label, &Vec<Vec<Placed>>))| {
            let location = Location::Page {
                page: label.page,
                line: label.line,
            };
            let values = cells.iter().enumerate().map(|(column, words)| {
                let own = words.first().map(|placed| Location::Page {
                    page: placed.page,
                    line: placed.line,
                });
                let mut text = self.text(at, words);
                if text.is_empty() && self.is_last_doubtful && column + 1 == cells.len() {
                    text.push(UNREADABLE);
                }
                cell(own.unwrap_or(location), text)
            });
            let mut row = vec![cell(location, label.text.clone())];
            row.extend(values);
            let cut = cell(location, UNREADABLE.to_string());
            row.extend(vec![cut; self.cut]);
            row
        };
        self.rows
            .iter()
            .zip(&self.cells)
            .enumerate()
            .map(row)
            .collect()
    }

    pub(super) fn end(&self) -> f64 {
        let label = self.rows.last().map_or(f64::MIN, |label| label.last);
        let words = self.cells.iter().flatten().flatten();
        words.map(|placed| placed.word.y).fold(label, f64::max)
    }

    /// The table under a row of names.
    pub(super) fn found(&self, first: f64, names: Option<Vec<String>>) -> Found {
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
