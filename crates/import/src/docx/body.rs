//! The text of a Word file becomes lines and tables.

use super::table::{Cell, Merge, Table};
use super::words::{Name, character, is_on, name, number, prefix, value};
use super::{MOST, damaged, too_many};
use crate::visible::visible;
use crate::{Block, ImportError, Line, Location, Resource};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements inside elements; Word writes some dozens.
const LEVELS: usize = 10_000;

/// The blocks of the part `part`, which holds `xml`.
pub(super) fn read(xml: &str, part: &str) -> Result<Vec<Block>, ImportError> {
    let mut reader = Reader::from_str(xml);
    let mut body = Body::default();
    loop {
        let event = reader.read_event().map_err(|_| damaged(part))?;
        match event {
            Event::Start(element) => {
                body.start(&element)?;
                body.open.push(body.last);
                if body.open.len() > LEVELS {
                    let limit = LEVELS;
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
    // A part that ends before its last element has lost its end.
    if body.prefix.is_none() || !body.open.is_empty() {
        return Err(damaged(part));
    }
    body.flush()?;
    Ok(body.blocks)
}

/// A paragraph while it is read; a text box stands inside one.
#[derive(Debug, Default)]
struct Paragraph {
    number: usize,
    text: String,
    /// Its end was deleted: it goes on in the next one.
    is_joined: bool,
}

/// How a run of characters looks, as far as it matters.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    is_hidden: bool,
    /// Raised or lowered: a note's sign is no digit of the number before it.
    is_apart: bool,
}

#[derive(Debug, Default)]
struct Body {
    prefix: Option<String>,
    open: Vec<Name>,
    last: Name,
    /// How many open elements are inside one that is dropped, itself included.
    dropped: usize,
    /// For every open alternative whether one was taken.
    alternatives: Vec<bool>,
    paragraphs: Vec<Paragraph>,
    /// Runs stand inside runs where a text box does.
    runs: Vec<Run>,
    /// The start of a paragraph whose end was deleted.
    joined: Option<Paragraph>,
    counted: usize,
    tables: Vec<Table>,
    blocks: Vec<Block>,
    cells: usize,
}

type Done = Result<(), ImportError>;

impl Body {
    fn start(&mut self, element: &BytesStart<'_>) -> Done {
        if self.prefix.is_none() {
            self.prefix = prefix(element);
        }
        let word = self.prefix.as_deref().unwrap_or("w");
        let name = name(element.name().as_ref(), word);
        self.last = name;
        if self.dropped > 0 {
            self.dropped += 1;
            return Ok(());
        }
        let parent = self.open.last().copied().unwrap_or_default();
        match (parent, name) {
            (Name::RunProperties, property) => self.run_property(property, element),
            (Name::RowProperties, Name::Deleted) => self.row(|table| table.drop_row()),
            (Name::RowProperties, Name::GridBefore) => {
                let columns = number(element).unwrap_or_default();
                self.row(|table| table.skip_columns(columns));
            }
            (Name::CellProperties, property) => self.cell_property(property, element),
            (Name::Run, Name::Tab) => self.sign('\t'),
            (Name::Run, Name::Hyphen) => self.sign('-'),
            (Name::Run, Name::Symbol) => self.sign(' '),
            (Name::Run, Name::Break) => self.sign('\n'),
            (Name::Alternatives, Name::Choice | Name::Fallback) => {
                let taken = self.alternatives.last_mut();
                if taken.is_some_and(|taken| std::mem::replace(taken, true)) {
                    self.dropped = 1;
                }
            }
            (_, Name::Alternatives) => self.alternatives.push(false),
            (_, Name::Deleted | Name::Dropped) => self.dropped = 1,
            (_, Name::Paragraph) => self.start_paragraph(),
            (_, Name::Run) => {
                // A text box is as hidden as what it hangs on.
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

    fn end(&mut self, name: Name) -> Done {
        if self.dropped > 0 {
            self.dropped -= 1;
            return Ok(());
        }
        match name {
            Name::Paragraph => self.end_paragraph(),
            Name::Run => {
                if self.runs.pop().is_some_and(|run| run.is_apart) {
                    self.part();
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

    fn text(&mut self, text: impl Iterator<Item = char>) -> Done {
        let is_text = self.open.last() == Some(&Name::Text);
        let is_hidden = self.runs.last().is_some_and(|run| run.is_hidden);
        if self.dropped > 0 || !is_text || is_hidden {
            return Ok(());
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let seen = text.filter_map(visible);
            paragraph
                .text
                .extend(seen.map(|c| if c == '\n' { ' ' } else { c }));
        }
        Ok(())
    }

    /// A character that has an element of its own.
    fn sign(&mut self, c: char) {
        let is_hidden = self.runs.last().is_some_and(|run| run.is_hidden);
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| !is_hidden) {
            paragraph.text.push(c);
        }
    }

    /// Keeps what follows apart from what was read.
    fn part(&mut self) {
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
                    paragraph.is_joined = true;
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
                        let is_apart = match property {
                            Name::Align => {
                                matches!(value.as_deref(), Some("superscript" | "subscript"))
                            }
                            _ => is_raised(value.as_deref()),
                        };
                        run.is_apart |= is_apart;
                        if is_apart {
                            self.part();
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        if property == Name::Dropped {
            self.dropped = 1;
        }
    }

    fn cell_property(&mut self, property: Name, element: &BytesStart<'_>) {
        let merge = || match value(element).as_deref() {
            Some("restart") => Merge::Starts,
            _ => Merge::GoesOn,
        };
        match property {
            Name::GridSpan => {
                let columns = number(element).unwrap_or(1);
                self.cell(|cell| cell.set_columns(columns));
            }
            Name::VerticalMerge => self.cell(|cell| cell.vertical = merge()),
            Name::HorizontalMerge => self.cell(|cell| cell.horizontal = merge()),
            Name::DeletedCell => self.cell(|cell| cell.is_gone = true),
            Name::Dropped => self.dropped = 1,
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

    fn start_cell(&mut self) -> Done {
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
        let paragraph = match self.joined.take() {
            Some(joined) => Paragraph {
                is_joined: false,
                ..joined
            },
            None => Paragraph {
                number,
                ..Paragraph::default()
            },
        };
        self.paragraphs.push(paragraph);
    }

    fn end_paragraph(&mut self) -> Done {
        let Some(paragraph) = self.paragraphs.pop() else {
            return Ok(());
        };
        if paragraph.is_joined {
            self.joined = Some(paragraph);
            return Ok(());
        }
        self.add(&paragraph)
    }

    /// What waits for a next paragraph stands alone where none comes.
    fn flush(&mut self) -> Done {
        match self.joined.take() {
            Some(paragraph) => self.add(&paragraph),
            None => Ok(()),
        }
    }

    fn add(&mut self, paragraph: &Paragraph) -> Done {
        for text in paragraph.text.split('\n') {
            if self.blocks.len() >= MOST {
                return Err(too_many(Resource::Blocks));
            }
            // Tabs may part blank cells.
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

/// Raised or lowered so far, in half points, that it is no part of what stands beside it; less only
/// brings letters of two fonts onto one line.
const RAISED: u32 = 6;

fn is_raised(position: Option<&str>) -> bool {
    let by = position.and_then(|position| position.trim().parse::<i32>().ok());
    by.is_some_and(|by| by.unsigned_abs() >= RAISED)
}
