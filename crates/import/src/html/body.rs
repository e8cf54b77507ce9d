//! The words of a page become lines and tables.

use super::MOST;
use super::attributes::span;
use super::elements::{Kind, implied_end, kind};
use super::line::Flow;
use super::open::{Open, State};
use super::table::{Piece, Table, finish};
use super::tokens::Tag;
use crate::number::is_value;
use crate::{Block, ImportError, Line, Location, Resource};

/// A page while it is read. Pieces stand in one list, in the order of the page; a table knows
/// where its own begin, so that tables inside tables cost nothing to take apart.
#[derive(Debug, Default)]
pub(super) struct Body {
    open: Open,
    tables: Vec<Table>,
    flow: Flow,
    pieces: Vec<Piece>,
    cells: usize,
    /// A line end right after `<pre>` is none.
    is_after_pre: bool,
}

type Done = Result<(), ImportError>;

impl Body {
    pub fn is_hidden(&self) -> bool {
        self.open.is_hidden()
    }

    pub fn start(&mut self, tag: &Tag) -> Done {
        self.is_after_pre = false;
        let kind = kind(&tag.name);
        match kind {
            Kind::Break => return self.line_end(tag.line),
            Kind::Void => return self.filled_in(tag),
            Kind::Rule => {
                self.close(b"p")?;
                return self.flush();
            }
            _ => {}
        }
        if self.open.depth() >= MOST {
            return Err(too_many(Resource::Blocks));
        }
        let is_part = matches!(
            kind,
            Kind::Table | Kind::Group(_) | Kind::Row | Kind::Cell | Kind::Caption
        );
        if !is_part || self.is_sealed() {
            return self.start_element(tag, kind);
        }
        match kind {
            Kind::Table => self.start_table(tag),
            Kind::Group(order) => self.start_group(tag, order),
            Kind::Row => self.start_row(tag),
            Kind::Cell => self.start_cell(tag),
            _ => self.start_caption(tag),
        }
    }

    pub fn end(&mut self, name: &[u8], line: usize) -> Done {
        self.is_after_pre = false;
        let kind = kind(name);
        if !self.tables.is_empty() && !self.is_sealed() {
            match kind {
                Kind::Table => return self.close_table(),
                Kind::Group(_) => return self.close_group(),
                Kind::Row => return self.close_row(),
                Kind::Cell => return self.close_cell(),
                _ => {}
            }
        }
        match kind {
            Kind::Break => self.line_end(line),
            // Ends a line even where it ends no paragraph.
            Kind::Leaf if self.last(name).is_none() => self.flush(),
            _ => self.close(name),
        }
    }

    pub fn text(&mut self, text: &str, line: usize) -> Done {
        let is_between_cells = self.tables.last().is_some_and(|table| table.cell.is_none());
        if self.open.is_hidden() || is_between_cells && text.trim_ascii().is_empty() {
            return Ok(());
        }
        let is_kept = self.open.is_kept();
        let mut line = line;
        for c in text.chars() {
            if c == '\n' {
                if is_kept && !self.is_after_pre {
                    self.line_end(line)?;
                }
                line += 1;
            }
            if c != '\n' || !is_kept {
                self.flow.push(c, line, is_kept);
            }
            self.is_after_pre = false;
        }
        Ok(())
    }

    pub fn finish(mut self) -> Result<Vec<Block>, ImportError> {
        while !self.tables.is_empty() {
            self.close_table()?;
        }
        self.pop_to(0)?;
        self.flush()?;
        let blocks = self.pieces.into_iter().map(|piece| match piece {
            Piece::Line(line) => Block::Line(line),
            Piece::Empty(line) => Block::Line(line_at(String::new(), line)),
            Piece::Table(grid) => Block::Table(grid),
        });
        Ok(blocks.collect())
    }

    /// A table that was saved while it was filled in has its numbers in fields.
    fn filled_in(&mut self, tag: &Tag) -> Done {
        let attributes = &tag.attributes;
        let kind = attributes.kind.as_deref().unwrap_or_default().trim();
        let is_text = ["", "text", "number", "tel"]
            .iter()
            .any(|kinds| kind.eq_ignore_ascii_case(kinds));
        let is_seen = self.is_in_cell() && !hides(tag);
        let value = match tag.name.as_slice() {
            b"input" => attributes.value.as_deref().filter(|_| is_text),
            // A picture of a number says which one it is.
            b"img" => attributes.alt.as_deref().filter(|alt| is_value(alt)),
            _ => None,
        };
        if let Some(value) = value.filter(|_| is_seen) {
            self.flow.part();
            self.text(value, tag.line)?;
            self.flow.part();
        }
        Ok(())
    }

    fn is_in_cell(&self) -> bool {
        self.tables.last().is_some_and(|table| table.cell.is_some())
    }

    fn start_element(&mut self, tag: &Tag, kind: Kind) -> Done {
        let style = tag.attributes.style;
        // A field of a table holds its number.
        let is_field = tag.name == b"textarea" && self.is_in_cell();
        let kind = if is_field { Kind::Apart } else { kind };
        // A link within the page, behind a number, is a note's sign.
        let href = tag.attributes.href.as_deref().unwrap_or_default();
        let is_note = tag.name == b"a" && href.starts_with('#');
        let is_block = matches!(kind, Kind::Block | Kind::Leaf | Kind::Kept);
        if is_block {
            self.close(b"p")?;
        }
        if let Some(ends) = implied_end(&tag.name) {
            let innermost = |names: &[&[u8]]| names.iter().filter_map(|name| self.last(name)).max();
            let (ended, within) = (innermost(ends.elements), innermost(ends.within));
            // `None` is less than any place.
            if let Some(at) = ended.filter(|_| within < ended) {
                self.pop_to(at)?;
            }
        }
        let state = State {
            is_hidden: kind == Kind::Dropped || hides(tag),
            is_kept: kind == Kind::Kept || style.is_kept,
            is_block: is_block || style.is_block,
            is_apart: kind == Kind::Apart || style.is_apart || is_note,
            is_leaf: kind == Kind::Leaf,
            line: tag.line,
            pieces: 0,
        };
        // Of the others only the end would be noted; left out, unclosed ones cannot pile up.
        let matters = kind != Kind::Inline
            || state.is_hidden
            || state.is_kept
            || state.is_block
            || state.is_apart
            || self.open.is_hidden()
            || tag.name == b"ruby";
        if matters {
            self.push(&tag.name, state)?;
            self.is_after_pre = kind == Kind::Kept;
        }
        Ok(())
    }

    fn start_table(&mut self, tag: &Tag) -> Done {
        // Straight inside a table there is no place for another: the first one ends.
        if self.tables.last().is_some_and(|table| table.cell.is_none()) {
            self.close_table()?;
        }
        self.close(b"p")?;
        let base = self.open.depth();
        self.push(&tag.name, part(tag))?;
        self.tables.push(Table::new(base, self.pieces.len()));
        Ok(())
    }

    fn start_group(&mut self, tag: &Tag, order: u8) -> Done {
        if self.tables.is_empty() {
            return self.start_element(tag, Kind::Block);
        }
        self.close_group()?;
        let at = self.open.depth();
        self.push(&tag.name, part(tag))?;
        if let Some(table) = self.tables.last_mut() {
            table.start_group(at, order, is_gone(tag));
        }
        Ok(())
    }

    fn start_row(&mut self, tag: &Tag) -> Done {
        if self.tables.is_empty() {
            return self.start_element(tag, Kind::Block);
        }
        self.close_row()?;
        let at = self.open.depth();
        self.push(&tag.name, part(tag))?;
        if let Some(table) = self.tables.last_mut() {
            table.start_row(at, is_gone(tag));
        }
        Ok(())
    }

    fn start_cell(&mut self, tag: &Tag) -> Done {
        let Some(table) = self.tables.last() else {
            return self.start_element(tag, Kind::Block);
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
        self.push(&tag.name, part(tag))?;
        let start = self.pieces.len();
        if let Some(table) = self.tables.last_mut() {
            table.start_cell(
                at,
                start,
                tag.line,
                span(tag.attributes.colspan.as_deref()),
                span(tag.attributes.rowspan.as_deref()),
                is_gone(tag),
            );
        }
        Ok(())
    }

    fn start_caption(&mut self, tag: &Tag) -> Done {
        if !self.tables.is_empty() {
            self.close_group()?;
        }
        self.start_element(tag, Kind::Block)
    }

    fn close_cell(&mut self) -> Done {
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
            // Words that stand between cells belong to none.
            self.pop_to(bottom)?;
        }
        Ok(())
    }

    fn close_row(&mut self) -> Done {
        self.close_cell()?;
        let row = self.tables.last_mut().and_then(|table| table.row.take());
        row.map_or(Ok(()), |at| self.pop_to(at))
    }

    fn close_group(&mut self) -> Done {
        self.close_row()?;
        let group = self.tables.last_mut().and_then(Table::end_group);
        group.map_or(Ok(()), |at| self.pop_to(at))
    }

    fn close_table(&mut self) -> Done {
        self.close_group()?;
        let Some(table) = self.tables.pop() else {
            return Ok(());
        };
        // What hides the table goes with it; that it hid anything must be known before.
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

    /// The innermost open element of this name that an end tag may reach: not beyond its cell.
    fn last(&self, name: &[u8]) -> Option<usize> {
        let bottom = self.tables.last().map_or(0, Table::bottom);
        self.open.last(name).filter(|at| *at >= bottom)
    }

    /// Inside a `template` rows and cells belong to no table of the page.
    fn is_sealed(&self) -> bool {
        self.last(b"template").is_some()
    }

    fn push(&mut self, name: &[u8], state: State) -> Done {
        if state.is_block {
            self.flush()?;
        }
        if state.is_apart {
            self.flow.part();
        }
        let pieces = self.pieces.len();
        self.open.push(name, State { pieces, ..state });
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Done {
        self.last(name).map_or(Ok(()), |at| self.pop_to(at))
    }

    fn pop_to(&mut self, depth: usize) -> Done {
        while self.open.depth() > depth {
            let Some(state) = self.open.pop() else {
                break;
            };
            if state.is_apart {
                self.flow.part();
            }
            if state.is_block {
                self.flush()?;
            }
            let is_empty = self.pieces.len() == state.pieces;
            if state.is_leaf && is_empty && !state.is_hidden && !self.open.is_hidden() {
                self.add(Piece::Empty(state.line))?;
            }
        }
        Ok(())
    }

    fn line_end(&mut self, line: usize) -> Done {
        if self.open.is_hidden() {
            return Ok(());
        }
        let (text, line) = self.flow.take().unwrap_or((String::new(), line));
        self.add(Piece::Line(line_at(text, line)))
    }

    fn flush(&mut self) -> Done {
        match self.flow.take() {
            Some((text, line)) => self.add(Piece::Line(line_at(text, line))),
            None => Ok(()),
        }
    }

    fn add(&mut self, piece: Piece) -> Done {
        if self.pieces.len() >= MOST {
            return Err(too_many(Resource::Blocks));
        }
        self.pieces.push(piece);
        Ok(())
    }
}

fn line_at(text: String, line: usize) -> Line {
    let location = Location::Line(line);
    Line { location, text }
}

pub(super) fn too_many(what: Resource) -> ImportError {
    ImportError::TooMany { what, limit: MOST }
}

/// Not laid out at all.
fn is_gone(tag: &Tag) -> bool {
    tag.attributes.is_hidden || tag.attributes.style.is_gone
}

fn hides(tag: &Tag) -> bool {
    is_gone(tag) || tag.attributes.style.is_blank
}

/// A table or a part of one on the stack.
fn part(tag: &Tag) -> State {
    State {
        is_hidden: hides(tag),
        is_kept: tag.attributes.style.is_kept,
        is_block: true,
        ..State::default()
    }
}
