//! Builds lines and tables from the main document part of a Word file.

use super::table::{Cell, Merge, Table};
use super::vocabulary::{Name, character, is_on, name, number, prefix, value};
use super::{MOST, damaged, too_many};
use crate::visible::visible;
use crate::{Block, ImportError, Line, Location, Resource};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The deepest nesting of elements. Word writes a few dozen levels.
const MAX_LEVELS: usize = 10_000;

/// Reads the blocks of the part `part` with the contents `xml`.
pub(super) fn read(xml: &str, part: &str) -> Result<Vec<Block>, ImportError> {
    let mut reader = Reader::from_str(xml);
    let mut body = Body::default();
    loop {
        let event = reader.read_event().map_err(|_| damaged(part))?;
        match event {
            Event::Start(element) => {
                body.start(&element)?;
                body.open.push(body.last);
                if body.open.len() > MAX_LEVELS {
                    let limit = MAX_LEVELS;
                    let what = Resource::Blocks;
                    return Err(ImportError::TooMany { what, limit });
                }
            }
            Event::Empty(element) => {
                body.start(&element)?;
                let name = body.last;
                body.end(name)?;
            }
            Event::End(_) => {
                let name = body.open.pop().ok_or_else(|| damaged(part))?;
                body.end(name)?;
            }
            Event::Text(text) => body.text(text.xml10_content().chars())?,
            Event::CData(text) => body.text(text.xml10_content().chars())?,
            Event::GeneralRef(reference) => {
                body.text(character(&reference).or(Some('\u{fffd}')).into_iter())?;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    // A part that ends before its last element is truncated.
    if body.prefix.is_none() || !body.open.is_empty() {
        return Err(damaged(part));
    }
    body.flush()?;
    Ok(body.blocks)
}

/// A paragraph that is being read. A text box is inside a paragraph.
#[derive(Debug, Default)]
struct Paragraph {
    number: usize,
    text: String,
    /// Whether its end was deleted, so that the next paragraph continues it.
    is_continued: bool,
}

/// The properties of a run of characters.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    is_hidden: bool,
    /// Raised or lowered, like a footnote sign, which is not a digit of the number before it.
    is_separated: bool,
}

#[derive(Debug, Default)]
struct Body {
    prefix: Option<String>,
    open: Vec<Name>,
    last: Name,
    /// How many open elements are ignored: an ignored one and those in it.
    ignored: usize,
    /// For each open `AlternateContent`, whether one of its contents was read.
    alternatives: Vec<bool>,
    paragraphs: Vec<Paragraph>,
    /// The open runs, which are nested if there is a text box.
    runs: Vec<Run>,
    /// The beginning of a paragraph whose end was deleted.
    continued: Option<Paragraph>,
    counted: usize,
    tables: Vec<Table>,
    blocks: Vec<Block>,
    cells: usize,
}

/// The result of a step, which fails if the file is too large.
type Step = Result<(), ImportError>;

impl Body {
    fn start(&mut self, element: &BytesStart<'_>) -> Step {
        if self.prefix.is_none() {
            self.prefix = prefix(element);
        }
        let word = self.prefix.as_deref().unwrap_or("w");
        let name = name(element.name().as_ref(), word);
        self.last = name;
        if self.ignored > 0 {
            self.ignored += 1;
            return Ok(());
        }
        let parent = self.open.last().copied().unwrap_or_default();
        match (parent, name) {
            (Name::RunProperties, property) => self.run_property(property, element),
            (Name::RowProperties, Name::Deleted) => self.row(|table| table.delete_row()),
            (Name::RowProperties, Name::GridBefore) => {
                let columns = number(element).unwrap_or_default();
                self.row(|table| table.skip_columns(columns));
            }
            (Name::CellProperties, property) => self.cell_property(property, element),
            (Name::Run, Name::Tab) => self.special_character('\t'),
            (Name::Run, Name::Hyphen) => self.special_character('-'),
            (Name::Run, Name::Symbol) => self.special_character(' '),
            (Name::Run, Name::Break) => self.special_character('\n'),
            (Name::Alternatives, Name::Choice | Name::Fallback) => {
                let taken = self.alternatives.last_mut();
                if taken.is_some_and(|taken| std::mem::replace(taken, true)) {
                    self.ignored = 1;
                }
            }
            (_, Name::Alternatives) => self.alternatives.push(false),
            (_, Name::Deleted | Name::Ignored) => self.ignored = 1,
            (_, Name::Paragraph) => self.start_paragraph(),
            (_, Name::Run) => {
                // A text box in a hidden run is hidden.
                let is_hidden = self.runs.last().is_some_and(|run| run.is_hidden);
                self.runs.push(Run {
                    is_hidden,
                    ..Run::default()
                });
            }
            (_, Name::Table) => {
                self.flush()?;
                self.tables.push(Table::new(self.blocks.len()));
            }
            (_, Name::Row) => {
                let start = self.blocks.len();
                self.row(|table| table.start_row(start));
            }
            (_, Name::Cell) => return self.start_cell(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: Name) -> Step {
        if self.ignored > 0 {
            self.ignored -= 1;
            return Ok(());
        }
        match name {
            Name::Paragraph => self.end_paragraph(),
            Name::Run => {
                if self.runs.pop().is_some_and(|run| run.is_separated) {
                    self.separate();
                }
                Ok(())
            }
            Name::Alternatives => {
                self.alternatives.pop();
                Ok(())
            }
            Name::Cell => {
                self.flush()?;
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell(&mut self.blocks);
                }
                Ok(())
            }
            Name::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row(&mut self.blocks);
                }
                Ok(())
            }
            Name::Table => {
                self.flush()?;
                let Some(table) = self.tables.pop() else {
                    return Ok(());
                };
                let holds_table = table.finish(&mut self.blocks)?;
                if let Some(outer) = self.tables.last_mut() {
                    outer.holds_tables |= holds_table;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: impl Iterator<Item = char>) -> Step {
        let is_text = self.open.last() == Some(&Name::Text);
        let is_hidden = self.runs.last().is_some_and(|run| run.is_hidden);
        if self.ignored > 0 || !is_text || is_hidden {
            return Ok(());
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let visible = text.filter_map(visible);
            paragraph
                .text
                .extend(visible.map(|c| if c == '\n' { ' ' } else { c }));
        }
        Ok(())
    }

    /// Adds a character that is written as an element.
    fn special_character(&mut self, c: char) {
        let is_hidden = self.runs.last().is_some_and(|run| run.is_hidden);
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| !is_hidden) {
            paragraph.text.push(c);
        }
    }

    /// Separates what follows from what was read.
    fn separate(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut()
            && !paragraph.text.is_empty()
            && !paragraph.text.ends_with(char::is_whitespace)
        {
            paragraph.text.push(' ');
        }
    }

    fn run_property(&mut self, property: Name, element: &BytesStart<'_>) {
        let mut around = self.open.iter().rev().skip(1);
        match around.next() {
            Some(Name::ParagraphProperties) => {
                if property == Name::Deleted
                    && let Some(paragraph) = self.paragraphs.last_mut()
                {
                    paragraph.is_continued = true;
                }
            }
            Some(Name::Run) => {
                let Some(run) = self.runs.last_mut() else {
                    return;
                };
                match property {
                    Name::Vanish | Name::Strike => run.is_hidden |= is_on(element),
                    Name::Align | Name::Raised => {
                        let value = value(element);
                        let is_separated = match property {
                            Name::Align => {
                                matches!(value.as_deref(), Some("superscript" | "subscript"))
                            }
                            _ => is_raised(value.as_deref()),
                        };
                        run.is_separated |= is_separated;
                        if is_separated {
                            self.separate();
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        if property == Name::Ignored {
            self.ignored = 1;
        }
    }

    fn cell_property(&mut self, property: Name, element: &BytesStart<'_>) {
        let merge = || match value(element).as_deref() {
            Some("restart") => Merge::Starts,
            _ => Merge::Continues,
        };
        match property {
            Name::GridSpan => {
                let columns = number(element).unwrap_or(1);
                self.cell(|cell| cell.set_columns(columns));
            }
            Name::VerticalMerge => self.cell(|cell| cell.vertical = merge()),
            Name::HorizontalMerge => self.cell(|cell| cell.horizontal = merge()),
            Name::DeletedCell => self.cell(|cell| cell.is_deleted = true),
            Name::Ignored => self.ignored = 1,
            _ => {}
        }
    }

    fn row(&mut self, act: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            act(table);
        }
    }

    fn cell(&mut self, act: impl FnOnce(&mut Cell)) {
        if let Some(cell) = self.tables.last_mut().and_then(Table::cell) {
            act(cell);
        }
    }

    fn start_cell(&mut self) -> Step {
        self.flush()?;
        self.cells += 1;
        if self.cells > MOST {
            return Err(too_many(Resource::Cells));
        }
        let location = Location::Paragraph(self.counted.saturating_add(1));
        let start = self.blocks.len();
        self.row(|table| table.start_cell(start, location));
        Ok(())
    }

    fn start_paragraph(&mut self) {
        self.counted += 1;
        let number = self.counted;
        let paragraph = match self.continued.take() {
            Some(continued) => Paragraph {
                is_continued: false,
                ..continued
            },
            None => Paragraph {
                number,
                ..Paragraph::default()
            },
        };
        self.paragraphs.push(paragraph);
    }

    fn end_paragraph(&mut self) -> Step {
        let Some(paragraph) = self.paragraphs.pop() else {
            return Ok(());
        };
        if paragraph.is_continued {
            self.continued = Some(paragraph);
            return Ok(());
        }
        self.add(&paragraph)
    }

    /// Adds a continued paragraph that no other follows.
    fn flush(&mut self) -> Step {
        match self.continued.take() {
            Some(paragraph) => self.add(&paragraph),
            None => Ok(()),
        }
    }

    fn add(&mut self, paragraph: &Paragraph) -> Step {
        for text in paragraph.text.split('\n') {
            if self.blocks.len() >= MOST {
                return Err(too_many(Resource::Blocks));
            }
            // Tabs may separate blank cells.
            let is_blank = text.chars().all(|c| c != '\t' && c.is_whitespace());
            self.blocks.push(Block::Line(Line {
                location: Location::Paragraph(paragraph.number),
                text: if is_blank {
                    String::new()
                } else {
                    text.to_owned()
                },
            }));
        }
        Ok(())
    }
}

/// From this distance, in half points, a raised or lowered run is separate. Smaller ones only align two
/// fonts.
const MIN_RAISED: u32 = 6;

fn is_raised(position: Option<&str>) -> bool {
    let by = position.and_then(|position| position.trim().parse::<i32>().ok());
    by.is_some_and(|by| by.unsigned_abs() >= MIN_RAISED)
}
