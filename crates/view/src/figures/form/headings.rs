//! Finds the headings of each value of a table.

use super::{Form, FormCell, Heading, Scope};
use crate::text::OriginalText;
use gongkai_i18n::Locale;

/// The headings that cover each column of the current row.
struct Covered {
    /// For each column the id of a heading, and the number of rows that it still covers.
    columns: Vec<(u16, u16)>,
}

impl Covered {
    fn new(columns: u16) -> Covered {
        Covered {
            columns: vec![(0, 0); usize::from(columns)],
        }
    }

    /// The first column from `from` on that no heading covers.
    fn free(&self, from: usize) -> usize {
        let mut column = from;
        while self.columns.get(column).is_some_and(|(_, rows)| *rows > 0) {
            column += 1;
        }
        column
    }

    /// Covers columns from `column` on; returns the column after them.
    fn cover(&mut self, column: usize, heading: &Heading) -> usize {
        let end = column + usize::from(heading.columns);
        for column in self.columns.iter_mut().take(end).skip(column) {
            *column = (heading.id, heading.rows);
        }
        end
    }

    fn next_row(&mut self) {
        for (_, rows) in &mut self.columns {
            *rows = rows.saturating_sub(1);
        }
    }
}

impl Form {
    /// Lists the headings of each value.
    pub(super) fn link_headings(&mut self, locale: Locale) {
        let texts: Vec<String> = self.headings_mut().map(|h| h.text.clone()).collect();
        let mut column_headings: Vec<Vec<u16>> = vec![Vec::new(); usize::from(self.columns)];
        let mut covered = Covered::new(self.columns);
        for row in &self.head {
            let mut column = 0;
            for heading in row {
                let start = covered.free(column);
                column = covered.cover(start, heading);
                let below = column_headings.iter_mut().take(column).skip(start);
                for ids in below.filter(|_| heading.scope == Scope::Col) {
                    ids.push(heading.id);
                }
            }
            covered.next_row();
        }
        let mut covered = Covered::new(self.columns);
        for row in &mut self.body {
            let mut column = 0;
            for cell in row {
                column = covered.free(column);
                match cell {
                    FormCell::Heading(heading) => column = covered.cover(column, heading),
                    FormCell::Value(value) => {
                        for (id, _) in covered.columns.iter().filter(|(_, rows)| *rows > 0) {
                            if value.headings.last() != Some(id) {
                                value.headings.push(*id);
                            }
                        }
                        value
                            .headings
                            .extend(column_headings.get(column).into_iter().flatten());
                        let ids = value.headings.iter();
                        let names = ids.filter_map(|id| texts.get(usize::from(*id)));
                        let names: Vec<&str> = names.map(String::as_str).collect();
                        value.label = names.join(OriginalText::Comma.text(locale));
                        column += 1;
                    }
                }
            }
            covered.next_row();
        }
    }
}
