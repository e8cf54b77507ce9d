//! Builds lines and tables from the main document part of a Word file.

use super::styles::{Look, Styles};
use super::table::{Cell, Merge, Table};
use super::vocabulary::{Name, attribute, character, name, number, prefix, value};
use super::{MOST, damaged, too_many};
use crate::document::{HIDDEN, OBJECT, without_marks};
use crate::visible::visible;
use crate::{Block, Elsewhere, ElsewhereKind, ImportError, Line, Location, Resource};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The deepest nesting of elements. Word writes a few dozen levels.
const MAX_LEVELS: usize = 10_000;

/// Reads the blocks of the part `part` with the contents `xml`, and what it shows besides.
pub(super) fn read(
    xml: &str,
    part: &str,
    styles: &Styles,
) -> Result<(Vec<Block>, Vec<Elsewhere>), ImportError> {
    let mut reader = Reader::from_str(xml);
    let mut body = Body::new(styles);
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
    for block in &mut body.blocks {
        if let Block::Line(line) = block {
            without_marks(&mut line.text);
        }
    }
    Ok((body.blocks, body.elsewhere))
}

/// A paragraph that is being read. A text box is inside a paragraph.
#[derive(Debug, Default)]
struct Paragraph {
    number: usize,
    text: String,
    /// Whether its end was deleted, so that the next paragraph continues it.
    is_continued: bool,
    look: Look,
}

/// The properties of a run of characters.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    /// Whether it is in a text box in a hidden run.
    is_hidden: bool,
    style: Look,
    own: Look,
    /// Raised or lowered, like a footnote sign, which is not a digit of the number before it.
    is_separated: bool,
}

#[derive(Debug)]
struct Body<'a> {
    styles: &'a Styles,
    /// For each open field, how much had been read before its result.
    fields: Vec<usize>,
    /// How many characters and marks have been read.
    characters: usize,
    elsewhere: Vec<Elsewhere>,
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

impl<'a> Body<'a> {
    fn new(styles: &'a Styles) -> Self {
        Body {
            styles,
            fields: Vec::new(),
            characters: 0,
            elsewhere: Vec::new(),
            prefix: None,
            open: Vec::new(),
            last: Name::default(),
            ignored: 0,
            alternatives: Vec::new(),
            paragraphs: Vec::new(),
            runs: Vec::new(),
            continued: None,
            counted: 0,
            tables: Vec::new(),
            blocks: Vec::new(),
            cells: 0,
        }
    }

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
            (Name::Run, Name::Symbol) => {
                self.special_character(' ');
                self.mark(OBJECT);
            }
            (Name::Run, Name::NoteReference) => {
                // The rest of the run is a sign that the author chose.
                let custom = attribute(element, "customMarkFollows");
                if matches!(custom.as_deref(), Some("1" | "true" | "on")) {
                    self.separate();
                    if let Some(run) = self.runs.last_mut() {
                        run.is_separated = true;
                    }
                }
            }
            (Name::Run, Name::FieldCharacter) => match attribute(element, "fldCharType").as_deref()
            {
                Some("begin") => self.fields.push(self.characters),
                Some("separate") => {
                    if let Some(before) = self.fields.last_mut() {
                        *before = self.characters;
                    }
                }
                Some("end") => self.end_field(),
                _ => {}
            },
            (_, Name::SimpleField) => self.fields.push(self.characters),
            (Name::ParagraphProperties, Name::ParagraphStyle) => {
                let style = value(element).unwrap_or_default();
                let style = self.styles.look(&style);
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.look = paragraph.look.over(style);
                }
            }
            (Name::ParagraphProperties, Name::Shading)
            | (Name::NumberingProperties, Name::NumberId) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.look.set(name, element);
                }
            }
            (Name::TableProperties, Name::TableStyle) => {
                let style = value(element).unwrap_or_default();
                let has_background = self.styles.has_background(&style);
                self.row(|table| table.has_background |= has_background);
            }
            (Name::TableProperties, Name::Shading) => {
                let mut look = Look::default();
                look.set(name, element);
                self.row(|table| table.has_background |= look.has_background());
            }
            (Name::RowProperties, Name::HiddenRow) => self.row(|table| table.delete_row()),
            (_, Name::Object) => self.mark(OBJECT),
            (_, Name::OleObject) => {
                let program = attribute(element, "ProgID").unwrap_or_default();
                if program.starts_with("Excel") || program.starts_with("ET.") {
                    self.add_elsewhere(ElsewhereKind::EmbeddedSheet, program);
                }
            }
            (_, Name::InsertedFile) => {
                self.add_elsewhere(ElsewhereKind::InsertedFile, String::new());
            }
            (Name::Run, Name::Break) => self.special_character('\n'),
            (Name::Alternatives, Name::Choice | Name::Fallback) => {
                let taken = self.alternatives.last_mut();
                if taken.is_some_and(|taken| std::mem::replace(taken, true)) {
                    self.ignored = 1;
                }
            }
            (_, Name::Alternatives) => self.alternatives.push(false),
            (_, Name::Deleted | Name::Moved) => {
                self.mark(HIDDEN);
                self.ignored = 1;
            }
            (_, Name::Ignored) => self.ignored = 1,
            (_, Name::Paragraph) => self.start_paragraph(),
            (_, Name::Run) => {
                // A text box in a hidden run is hidden.
                let is_hidden = !self.runs.is_empty() && self.is_in_hidden_run();
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
            Name::RunProperties if self.open.last() == Some(&Name::Run) => {
                if let Some(run) = self.runs.last_mut()
                    && run.own.over(run.style).is_separated()
                {
                    run.is_separated = true;
                    self.separate();
                }
                Ok(())
            }
            Name::SimpleField => {
                self.end_field();
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
        if self.ignored > 0 || !is_text {
            return Ok(());
        }
        if self.is_in_hidden_run() {
            let mut text = text.filter_map(visible);
            if text.any(|c| !c.is_whitespace()) {
                self.mark(HIDDEN);
            }
            return Ok(());
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let visible = text.filter_map(visible);
            let before = paragraph.text.len();
            paragraph
                .text
                .extend(visible.map(|c| if c == '\n' { ' ' } else { c }));
            self.characters += paragraph.text.len().saturating_sub(before);
        }
        Ok(())
    }

    /// Whether nobody sees the text of the current run.
    fn is_in_hidden_run(&self) -> bool {
        let Some(run) = self.runs.last() else {
            return false;
        };
        let paragraph = self.paragraphs.last().map(|paragraph| paragraph.look);
        let table = self.tables.last();
        let cell = table.and_then(Table::last_cell).map(|cell| cell.look);
        let look = run.own.over(run.style).over(paragraph.unwrap_or_default());
        let look = look.over(self.styles.default_look());
        let look = look.over(cell.unwrap_or_default());
        // A background from a style of tables is not known for each cell.
        let look = if table.is_some_and(|table| table.has_background) && !look.has_background() {
            look.without_color()
        } else {
            look
        };
        run.is_hidden || look.is_unseen()
    }

    /// Marks something that is not seen text, if it is in a cell.
    fn mark(&mut self, mark: char) {
        if self.tables.is_empty() {
            return;
        }
        let mark = if self.is_in_hidden_run() {
            HIDDEN
        } else {
            mark
        };
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push(mark);
            self.characters += 1;
        }
    }

    /// Ends a field. One without a result shows a number as soon as it is updated.
    fn end_field(&mut self) {
        if self.fields.pop() == Some(self.characters) {
            self.mark(OBJECT);
        }
    }

    fn add_elsewhere(&mut self, kind: ElsewhereKind, name: String) {
        let location = Location::Paragraph(self.counted.max(1));
        self.elsewhere.push(Elsewhere {
            location,
            kind,
            name,
        });
    }

    /// Adds a character that is written as an element.
    fn special_character(&mut self, c: char) {
        let is_hidden = self.is_in_hidden_run();
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
                if property == Name::RunStyle {
                    let style = value(element).unwrap_or_default();
                    run.style = self.styles.look(&style);
                } else {
                    run.own.set(property, element);
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
            Name::Shading => self.cell(|cell| cell.look.set(property, element)),
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
                look: Look::default(),
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
        let Some(mut paragraph) = self.paragraphs.pop() else {
            return Ok(());
        };
        let look = paragraph.look.over(self.styles.default_look());
        if look.is_numbered == Some(true) && !self.tables.is_empty() {
            paragraph.text.insert(0, OBJECT);
        }
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
