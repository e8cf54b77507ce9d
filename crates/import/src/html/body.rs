//! Builds lines and tables from the tokens of a page's body.

use super::MOST;
use super::elements::{ElementKind, element_kind, implied_end, is_object, is_silent};
use super::line::LineBuilder;
use super::open_elements::{ElementState, OpenElements};
use super::stylesheet::Stylesheet;
use super::table::{Piece, Table};
use super::tokens::Tag;
use crate::document::{HIDDEN, OBJECT, without_marks};
use crate::number::is_value;
use crate::{Block, Elsewhere, ElsewhereKind, ImportError, Line, Location, Resource};

/// The state of reading a page. Pieces are in one list, in the order of the page. A table knows where
/// its own pieces begin, so that nested tables are cheap.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) styles: Stylesheet,
    pub(super) open: OpenElements,
    pub(super) tables: Vec<Table>,
    line: LineBuilder,
    pub(super) pieces: Vec<Piece>,
    pub(super) cells: usize,
    pub(super) elsewhere: Vec<Elsewhere>,
    /// A line end directly after `<pre>` is ignored.
    is_after_pre: bool,
}

/// More links and frames than that say nothing about where the report is.
const MAX_ELSEWHERE: usize = 10;

/// The extensions of documents that may be a report.
const DOCUMENTS: [&str; 16] = [
    "doc", "docx", "wps", "pdf", "xls", "xlsx", "et", "rtf", "odt", "ods", "ofd", "ceb", "zip",
    "rar", "7z", "csv",
];

/// Whether an address is that of a document.
fn is_document(address: &str) -> bool {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let path = address.get(..end).unwrap_or_default();
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    let mut known = DOCUMENTS.iter();
    extension.is_some_and(|own| known.any(|known| known.eq_ignore_ascii_case(own)))
}

/// Whether a script writes a table or holds the form's words.
fn writes_table(script: &str) -> bool {
    let words = [
        "<table",
        "<TABLE",
        "<td",
        "\\u003ctable",
        "本年新收",
        "createElement(\"table\")",
        "createElement('table')",
    ];
    words.iter().any(|word| script.contains(word))
}

/// The result of a step, which fails if the page is too large.
pub(super) type Step = Result<(), ImportError>;

impl Body {
    pub fn is_hidden(&self) -> bool {
        self.open.is_hidden()
    }

    /// Finds the style of an element that starts.
    pub fn set_style(&mut self, tag: &mut Tag) {
        let open = &self.open;
        let is_open = |name: &str| open.has(name);
        tag.attributes.style = self.styles.style(tag, is_open);
    }

    pub fn start(&mut self, tag: &Tag) -> Step {
        self.is_after_pre = false;
        self.look_elsewhere(tag);
        let kind = element_kind(&tag.name);
        match kind {
            ElementKind::Break => return self.line_end(tag.line),
            ElementKind::Void => return self.form_field(tag),
            ElementKind::Rule => {
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
            ElementKind::Table
                | ElementKind::Group(_)
                | ElementKind::Row
                | ElementKind::Cell
                | ElementKind::Caption
        );
        if !is_part || self.is_in_template() {
            return self.start_element(tag, kind);
        }
        match kind {
            ElementKind::Table => self.start_table(tag),
            ElementKind::Group(order) => self.start_group(tag, order),
            ElementKind::Row => self.start_row(tag),
            ElementKind::Cell => self.start_cell(tag),
            _ => self.start_caption(tag),
        }
    }

    pub fn end(&mut self, name: &[u8], line: usize) -> Step {
        self.is_after_pre = false;
        let kind = element_kind(name);
        if !self.tables.is_empty() && !self.is_in_template() {
            match kind {
                ElementKind::Table => return self.close_table(),
                ElementKind::Group(_) => return self.close_group(),
                ElementKind::Row => return self.close_row(),
                ElementKind::Cell => return self.close_cell(),
                _ => {}
            }
        }
        match kind {
            ElementKind::Break => self.line_end(line),
            // Ends the line even if no such element is open.
            ElementKind::Paragraph if self.last(name).is_none() => self.flush(),
            _ => self.close(name),
        }
    }

    pub fn text(&mut self, text: &str, line: usize) -> Step {
        let is_between_cells = self.tables.last().is_some_and(|table| table.cell.is_none());
        let is_blank = text.chars().all(char::is_whitespace);
        if self.open.is_silent() && self.open.last(b"script").is_some() && writes_table(text) {
            self.add_elsewhere(ElsewhereKind::Script, "", line);
        }
        if self.open.is_hidden() && !self.open.is_silent() && !is_blank {
            self.mark(HIDDEN, line);
        }
        if self.open.is_doubtful() && !self.open.is_hidden() && !is_blank {
            self.mark(OBJECT, line);
        }
        if self.open.is_hidden() || is_between_cells && text.trim_ascii().is_empty() {
            return Ok(());
        }
        let is_preformatted = self.open.is_preformatted();
        let mut line = line;
        for c in text.chars() {
            if c == '\n' {
                if is_preformatted && !self.is_after_pre {
                    self.line_end(line)?;
                }
                line += 1;
            }
            if c != '\n' || !is_preformatted {
                self.line.push(c, line, is_preformatted);
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
        let blocks = self.pieces.into_iter().filter_map(|piece| match piece {
            Piece::Line(mut line) => {
                let was_empty = line.text.is_empty();
                without_marks(&mut line.text);
                (was_empty || !line.text.is_empty()).then_some(Block::Line(line))
            }
            Piece::Empty(line) => Some(Block::Line(line_at(String::new(), line))),
            Piece::Table(grid) => Some(Block::Table(grid)),
        });
        Ok(blocks.collect())
    }

    /// Notes links to documents and frames.
    fn look_elsewhere(&mut self, tag: &Tag) {
        let attributes = &tag.attributes;
        let (kind, address) = match tag.name.as_slice() {
            b"a" => (ElsewhereKind::Attachment, &attributes.href),
            b"iframe" | b"frame" | b"embed" => (ElsewhereKind::Frame, &attributes.src),
            b"object" => (ElsewhereKind::Frame, &attributes.data),
            _ => return,
        };
        let address = address.as_deref().unwrap_or_default().trim();
        let is_shown = match kind {
            ElsewhereKind::Attachment => is_document(address),
            _ => {
                !address.is_empty()
                    && !address.starts_with(['#', '?'])
                    && !address.starts_with("about:")
            }
        };
        if is_shown && !hides(tag) && !self.open.is_hidden() {
            self.add_elsewhere(kind, address, tag.line);
        }
    }

    fn add_elsewhere(&mut self, kind: ElsewhereKind, name: &str, line: usize) {
        let is_known = self
            .elsewhere
            .iter()
            .any(|known| known.kind == kind && known.name == name);
        if !is_known && self.elsewhere.len() < MAX_ELSEWHERE {
            self.elsewhere.push(Elsewhere {
                location: Location::SourceLine(line),
                kind,
                name: name.to_owned(),
            });
        }
    }

    /// Marks something that is not seen text, if it is in a cell.
    pub(super) fn mark(&mut self, mark: char, line: usize) {
        if self.is_in_cell() {
            self.line.mark(mark, line);
        }
    }

    /// Reads a field of a table. Pages saved from an editor have their numbers in form fields.
    fn form_field(&mut self, tag: &Tag) -> Step {
        let attributes = &tag.attributes;
        let type_name = attributes.type_name.as_deref().unwrap_or_default().trim();
        let is_text = ["", "text", "number", "tel"]
            .iter()
            .any(|known| type_name.eq_ignore_ascii_case(known));
        if !self.is_in_cell() || hides(tag) || self.open.is_hidden() {
            return Ok(());
        }
        let value = match tag.name.as_slice() {
            b"input" if type_name.eq_ignore_ascii_case("hidden") => return Ok(()),
            b"input" => attributes.value.as_deref().filter(|_| is_text),
            // The alternative text of a picture of a number is that number.
            b"img" => attributes.alt.as_deref().filter(|alt| is_value(alt)),
            b"embed" => None,
            _ => return Ok(()),
        };
        match value.filter(|value| !value.trim().is_empty()) {
            Some(value) => {
                self.line.separate();
                self.text(value, tag.line)?;
                self.line.separate();
            }
            // What a browser shows in an empty field is not in the page.
            None if !is_spacer(tag) => self.mark(OBJECT, tag.line),
            None => {}
        }
        Ok(())
    }

    fn is_in_cell(&self) -> bool {
        self.tables.last().is_some_and(|table| table.cell.is_some())
    }

    pub(super) fn start_element(&mut self, tag: &Tag, kind: ElementKind) -> Step {
        let style = tag.attributes.style;
        if is_object(&tag.name) && !hides(tag) && !self.open.is_hidden() {
            self.mark(OBJECT, tag.line);
        }
        // A field in a table holds a number.
        let is_field = tag.name == b"textarea" && self.is_in_cell();
        let kind = if is_field {
            ElementKind::Separated
        } else {
            kind
        };
        // A link within the page is the sign of a footnote, and not a digit of the number before it.
        let href = tag.attributes.href.as_deref().unwrap_or_default();
        let is_footnote = tag.name == b"a" && href.starts_with('#');
        let is_small = self.is_in_cell() && self.open.is_small(&style);
        let is_block = matches!(
            kind,
            ElementKind::Block | ElementKind::Paragraph | ElementKind::Preformatted
        );
        if is_block {
            self.close(b"p")?;
        }
        if let Some(ends) = implied_end(&tag.name) {
            let innermost = |names: &[&[u8]]| names.iter().filter_map(|name| self.last(name)).max();
            let (ended, within) = (innermost(ends.elements), innermost(ends.within));
            // `None` is less than any position.
            if let Some(at) = ended.filter(|_| within < ended) {
                self.pop_to(at)?;
            }
        }
        let state = ElementState {
            is_hidden: kind == ElementKind::Dropped || hides(tag),
            is_silent: kind == ElementKind::Dropped && is_silent(&tag.name),
            style,
            field: is_field.then(|| self.line.length()),
            is_preformatted: kind == ElementKind::Preformatted || style.is_preformatted,
            is_block: is_block || style.is_block(),
            is_separated: kind == ElementKind::Separated
                || style.is_separated()
                || is_footnote
                || is_small,
            is_paragraph: kind == ElementKind::Paragraph,
            line: tag.line,
            pieces: 0,
        };
        // Other elements have no effect. They are not kept, so that unclosed ones cannot pile up.
        let matters = kind != ElementKind::Inline
            || state.is_hidden
            || state.is_preformatted
            || state.is_block
            || state.is_separated
            || self.open.is_hidden()
            || style.is_inherited()
            || style.is_doubtful
            || tag.name == b"ruby"
            || !self.styles.marks_of(tag).is_empty();
        if matters {
            self.push(tag, state)?;
            self.is_after_pre = kind == ElementKind::Preformatted;
        }
        Ok(())
    }

    /// The innermost open element of this name that an end tag may close, which is not outside of the
    /// current cell.
    fn last(&self, name: &[u8]) -> Option<usize> {
        let bottom = self.tables.last().map_or(0, Table::bottom);
        self.open.last(name).filter(|at| *at >= bottom)
    }

    /// Whether the position is in a `template`, whose rows and cells are not part of the page.
    fn is_in_template(&self) -> bool {
        self.last(b"template").is_some()
    }

    pub(super) fn push(&mut self, tag: &Tag, state: ElementState) -> Step {
        if state.is_block {
            self.flush()?;
        }
        if state.is_separated {
            self.line.separate();
        }
        let pieces = self.pieces.len();
        let marks = self.styles.marks_of(tag);
        self.open
            .push(&tag.name, marks, ElementState { pieces, ..state });
        // A list's own numbers count only if nothing else is there.
        if tag.name == b"li" && !self.open.is_hidden() {
            self.mark(HIDDEN, tag.line);
        }
        Ok(())
    }

    pub(super) fn close(&mut self, name: &[u8]) -> Step {
        self.last(name).map_or(Ok(()), |at| self.pop_to(at))
    }

    pub(super) fn pop_to(&mut self, depth: usize) -> Step {
        while self.open.depth() > depth {
            let Some(state) = self.open.pop() else {
                break;
            };
            if state.field == Some(self.line.length()) {
                self.mark(OBJECT, state.line);
            }
            if state.is_separated {
                self.line.separate();
            }
            if state.is_block {
                self.flush()?;
            }
            let is_empty = self.pieces.len() == state.pieces;
            if state.is_paragraph && is_empty && !state.is_hidden && !self.open.is_hidden() {
                self.add(Piece::Empty(state.line))?;
            }
        }
        Ok(())
    }

    fn line_end(&mut self, line: usize) -> Step {
        if self.open.is_hidden() {
            return Ok(());
        }
        let (text, line) = self.line.take().unwrap_or((String::new(), line));
        self.add(Piece::Line(line_at(text, line)))
    }

    fn flush(&mut self) -> Step {
        match self.line.take() {
            Some((text, line)) => self.add(Piece::Line(line_at(text, line))),
            None => Ok(()),
        }
    }

    fn add(&mut self, piece: Piece) -> Step {
        if self.pieces.len() >= MOST {
            return Err(too_many(Resource::Blocks));
        }
        self.pieces.push(piece);
        Ok(())
    }
}

fn line_at(text: String, line: usize) -> Line {
    let location = Location::SourceLine(line);
    Line { location, text }
}

pub(super) fn too_many(what: Resource) -> ImportError {
    ImportError::TooMany { what, limit: MOST }
}

/// Whether an element is not rendered at all.
pub(super) fn is_not_rendered(tag: &Tag) -> bool {
    tag.attributes.is_hidden || tag.attributes.style.is_not_rendered()
}

/// Whether the text of an element is hidden.
pub(super) fn hides(tag: &Tag) -> bool {
    is_not_rendered(tag) || tag.attributes.style.is_invisible()
}

/// Whether a picture only takes up space.
fn is_spacer(tag: &Tag) -> bool {
    let attributes = &tag.attributes;
    let is_thin = |size: &Option<String>| {
        size.as_deref()
            .is_some_and(|size| matches!(size.trim(), "0" | "1" | "0px" | "1px"))
    };
    tag.name == b"img" && (is_thin(&attributes.width) || is_thin(&attributes.height))
}
