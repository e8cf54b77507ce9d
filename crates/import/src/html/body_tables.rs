//! The tables of a page's body: starting and closing tables, groups, rows and cells.

use super::MOST;
use super::attributes::span;
use super::body::{Body, Step, hides, is_not_rendered, too_many};
use super::elements::ElementKind;
use super::open_elements::ElementState;
use super::table::{Table, finish};
use super::tokens::Tag;
use crate::Resource;
use crate::document::HIDDEN;

impl Body {
    pub(super) fn start_table(&mut self, tag: &Tag) -> Step {
        // A table directly inside another, outside its cells, ends that one.
        if self.tables.last().is_some_and(|table| table.cell.is_none()) {
            self.close_table()?;
        }
        self.close(b"p")?;
        let base = self.open.depth();
        self.push(tag, table_part(tag))?;
        self.tables.push(Table::new(base, self.pieces.len()));
        Ok(())
    }

    pub(super) fn start_group(&mut self, tag: &Tag, order: u8) -> Step {
        if self.tables.is_empty() {
            return self.start_element(tag, ElementKind::Block);
        }
        self.close_group()?;
        let at = self.open.depth();
        self.push(tag, table_part(tag))?;
        if let Some(table) = self.tables.last_mut() {
            table.start_group(at, order, is_not_rendered(tag));
        }
        Ok(())
    }

    pub(super) fn start_row(&mut self, tag: &Tag) -> Step {
        if self.tables.is_empty() {
            return self.start_element(tag, ElementKind::Block);
        }
        self.close_row()?;
        let at = self.open.depth();
        self.push(tag, table_part(tag))?;
        if let Some(table) = self.tables.last_mut() {
            table.start_row(at, is_not_rendered(tag));
        }
        Ok(())
    }

    pub(super) fn start_cell(&mut self, tag: &Tag) -> Step {
        let Some(table) = self.tables.last() else {
            return self.start_element(tag, ElementKind::Block);
        };
        if table.row.is_none() {
            let row = Tag {
                name: b"tr".to_vec(),
                line: tag.line,
                ..Tag::default()
            };
            self.start_row(&row)?;
        }
        self.close_cell()?;
        self.cells += 1;
        if self.cells > MOST {
            return Err(too_many(Resource::Cells));
        }
        let at = self.open.depth();
        self.push(tag, table_part(tag))?;
        let start = self.pieces.len();
        if let Some(table) = self.tables.last_mut() {
            table.start_cell(
                at,
                start,
                tag.line,
                span(tag.attributes.colspan.as_deref()),
                span(tag.attributes.rowspan.as_deref()),
                is_not_rendered(tag),
            );
        }
        // The picture behind a blank cell may be its number.
        if tag.attributes.style.has_picture {
            self.mark(HIDDEN, tag.line);
        }
        Ok(())
    }

    pub(super) fn start_caption(&mut self, tag: &Tag) -> Step {
        if !self.tables.is_empty() {
            self.close_group()?;
        }
        self.start_element(tag, ElementKind::Block)
    }

    pub(super) fn close_cell(&mut self) -> Step {
        let Some(table) = self.tables.last() else {
            return Ok(());
        };
        let (has_cell, bottom) = (table.cell.is_some(), table.bottom());
        if has_cell {
            let at = bottom.saturating_sub(1);
            self.pop_to(at)?;
            let end = self.pieces.len();
            if let Some(table) = self.tables.last_mut() {
                table.end_cell(end);
            }
        } else {
            // Text between cells does not belong to a cell.
            self.pop_to(bottom)?;
        }
        Ok(())
    }

    pub(super) fn close_row(&mut self) -> Step {
        self.close_cell()?;
        let row = self.tables.last_mut().and_then(|table| table.row.take());
        row.map_or(Ok(()), |at| self.pop_to(at))
    }

    pub(super) fn close_group(&mut self) -> Step {
        self.close_row()?;
        let group = self.tables.last_mut().and_then(Table::end_group);
        group.map_or(Ok(()), |at| self.pop_to(at))
    }

    pub(super) fn close_table(&mut self) -> Step {
        self.close_group()?;
        let Some(table) = self.tables.pop() else {
            return Ok(());
        };
        // Whether the table is hidden must be known before its own element is closed.
        self.pop_to(table.base.saturating_add(1))?;
        let is_hidden = self.open.is_hidden();
        self.pop_to(table.base)?;
        if is_hidden {
            self.pieces.truncate(table.start);
            return Ok(());
        }
        let holds_table = finish(table, &mut self.pieces)?;
        if let Some(outer) = self.tables.last_mut() {
            outer.holds_tables |= holds_table;
        }
        Ok(())
    }
}

/// The state of a table or a part of one.
fn table_part(tag: &Tag) -> ElementState {
    ElementState {
        is_hidden: hides(tag),
        is_preformatted: tag.attributes.style.is_preformatted,
        is_block: true,
        style: tag.attributes.style,
        ..ElementState::default()
    }
}
