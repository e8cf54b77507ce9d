//! Builds paragraphs and tables from the content of an OpenDocument file.

use super::styles::{Family, Properties, Styles};
use super::table::TableBuilder;
use super::{attribute, count, damaged};
use crate::docx::character;
use crate::sheet;
use crate::visible::visible;
use crate::word::{Limits, MAX_DEPTH, Node, Paragraph, Run, too_many};
use crate::{ImportError, Resource};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The deepest nesting of elements.
const MAX_LEVELS: usize = 10_000;

pub(super) fn read(xml: &str, styles: &Styles) -> Result<Vec<Node>, ImportError> {
    let mut reader = Reader::from_str(xml);
    let mut body = Body::new(styles);
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(element) => body.start(&element)?,
            Event::Empty(element) => {
                body.start(&element)?;
                body.end()?;
            }
            Event::End(_) => body.end()?,
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
    if !body.open.is_empty() || !body.has_body {
        return Err(damaged());
    }
    Ok(body.nodes.pop().unwrap_or_default())
}

/// What ends with an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Opened {
    #[default]
    Other,
    Body,
    Paragraph,
    Span,
    Field,
    ListItem,
    List,
    Table,
    Row,
    Cell,
    /// An element that is skipped with its contents.
    Skipped,
}

/// An open paragraph. A text box is inside of one.
#[derive(Debug, Default)]
struct OpenParagraph {
    paragraph: Paragraph,
    /// The properties of its text, and of each open span.
    looks: Vec<Properties>,
    /// Whether white space at this position adds nothing.
    is_after_space: bool,
}

struct Body<'a> {
    styles: &'a Styles,
    limits: Limits,
    open: Vec<Opened>,
    /// How many open elements are skipped.
    skipped: usize,
    has_body: bool,
    paragraphs: Vec<OpenParagraph>,
    /// The style of each open list.
    lists: Vec<String>,
    /// Whether the next paragraph is the first of its list item.
    starts_item: bool,
    tables: Vec<TableBuilder>,
    /// The text style of each open cell.
    cells: Vec<Properties>,
    /// For each open cell, whether it has a value.
    has_value: Vec<bool>,
    /// What was read of the text, and of each open cell.
    nodes: Vec<Vec<Node>>,
}

type Step = Result<(), ImportError>;

impl<'a> Body<'a> {
    fn new(styles: &'a Styles) -> Self {
        Body {
            styles,
            limits: Limits::default(),
            open: Vec::new(),
            skipped: 0,
            has_body: false,
            paragraphs: Vec::new(),
            lists: Vec::new(),
            starts_item: false,
            tables: Vec::new(),
            cells: Vec::new(),
            has_value: Vec::new(),
            nodes: vec![Vec::new()],
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Step {
        if self.open.len() >= MAX_LEVELS {
            return Err(too_many(Resource::Blocks, MAX_LEVELS));
        }
        let opened = if self.skipped > 0 {
            Opened::Skipped
        } else {
            self.opened(element)?
        };
        self.skipped += usize::from(opened == Opened::Skipped);
        self.open.push(opened);
        Ok(())
    }

    fn opened(&mut self, element: &BytesStart<'_>) -> Result<Opened, ImportError> {
        let qualified = element.name();
        let qualified = qualified.as_ref();
        let style = |name: &str| attribute(element, name).unwrap_or_default();
        let (prefix, local) = qualified.split_once(':').unwrap_or(("", qualified));
        if !self.has_body {
            self.has_body = (prefix, local) == ("office", "body");
            return Ok(if self.has_body {
                Opened::Body
            } else {
                Opened::Other
            });
        }
        Ok(match (prefix, local) {
            ("text", "p" | "h") => {
                self.start_paragraph(&style("style-name"));
                Opened::Paragraph
            }
            ("text", "span") => {
                self.start_span(&style("style-name"));
                Opened::Span
            }
            ("text", "s") => {
                for _ in 0..count(element, "c").min(1000) {
                    self.character(' ')?;
                }
                Opened::Other
            }
            ("text", "tab") => {
                self.character('\t')?;
                Opened::Other
            }
            ("text", "line-break") => {
                self.character('\n')?;
                Opened::Other
            }
            ("text", "note") => {
                self.run(Run::NoteReference);
                Opened::Skipped
            }
            // Where deleted text was.
            ("text", "change") => {
                self.run(Run::Deleted);
                Opened::Other
            }
            ("text", "hidden-text" | "hidden-paragraph") => {
                let is_hidden = attribute(element, "is-hidden").as_deref() == Some("true");
                if is_hidden {
                    self.run(Run::Deleted);
                    Opened::Skipped
                } else {
                    Opened::Other
                }
            }
            (
                "text",
                "table-formula" | "text-input" | "variable-get" | "variable-set" | "expression"
                | "user-field-get" | "drop-down" | "placeholder" | "database-display"
                | "conditional-text" | "date" | "time",
            ) => {
                self.run(Run::FieldBegin);
                Opened::Field
            }
            ("text", "section") if style("display") == "none" => Opened::Skipped,
            ("text", "list") => {
                let name = attribute(element, "style-name");
                let name = name.or_else(|| self.lists.last().cloned());
                self.lists.push(name.unwrap_or_default());
                Opened::List
            }
            ("text", "list-item") => {
                let list = self.lists.last();
                self.starts_item = list.is_some_and(|list| self.styles.numbers_list(list));
                Opened::ListItem
            }
            ("table", "table") => self.start_table(&style("style-name")),
            ("table", "table-column") => {
                let is_hidden = is_collapsed(element);
                if let Some(table) = self.tables.last_mut() {
                    table.add_columns(count(element, "number-columns-repeated"), is_hidden);
                }
                Opened::Other
            }
            ("table", "table-row") => {
                if let Some(table) = self.tables.last_mut() {
                    table.start_row(
                        count(element, "number-rows-repeated"),
                        is_collapsed(element),
                    );
                }
                Opened::Row
            }
            ("table", "table-cell") if !self.tables.is_empty() => {
                self.start_cell(element);
                Opened::Cell
            }
            ("table", "covered-table-cell") => {
                if let Some(table) = self.tables.last_mut() {
                    table.covered(count(element, "number-columns-repeated"), &mut self.limits)?;
                }
                Opened::Skipped
            }
            (
                "draw",
                "frame" | "custom-shape" | "rect" | "line" | "ellipse" | "circle" | "path"
                | "polygon" | "polyline" | "connector" | "caption" | "control" | "g" | "measure"
                | "regular-polygon",
            ) => {
                self.object()?;
                Opened::Other
            }
            ("svg" | "dc" | "meta" | "presentation", _)
            | ("office", "annotation" | "forms" | "event-listeners")
            | (
                "text",
                "tracked-changes"
                | "ruby-text"
                | "table-of-content-source"
                | "sequence-decls"
                | "variable-decls"
                | "user-field-decls"
                | "dde-connection-decls"
                | "index-title-template",
            )
            | (
                "table",
                "calculation-settings"
                | "content-validations"
                | "tracked-changes"
                | "named-expressions"
                | "database-ranges"
                | "data-pilot-tables"
                | "label-ranges"
                | "consolidation"
                | "dde-links"
                | "shapes",
            ) => Opened::Skipped,
            _ => Opened::Other,
        })
    }

    fn end(&mut self) -> Step {
        let opened = self.open.pop().ok_or_else(damaged)?;
        match opened {
            Opened::Skipped => self.skipped = self.skipped.saturating_sub(1),
            Opened::Paragraph => {
                if let Some(open) = self.paragraphs.pop() {
                    self.limits.node()?;
                    self.add(Node::Paragraph(open.paragraph));
                }
            }
            Opened::Span => {
                if let Some(open) = self.paragraphs.last_mut() {
                    open.looks.pop();
                }
            }
            Opened::Field => self.run(Run::FieldEnd),
            Opened::ListItem => self.starts_item = false,
            Opened::List => {
                self.lists.pop();
            }
            Opened::Cell => {
                self.cells.pop();
                let mut nodes = if self.nodes.len() > 1 {
                    self.nodes.pop().unwrap_or_default()
                } else {
                    Vec::new()
                };
                // A value that its number format hides.
                if self.has_value.pop() == Some(true) && nodes.is_empty() {
                    nodes = sheet::unseen();
                }
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell(nodes, &mut self.limits)?;
                }
            }
            Opened::Row => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row(&mut self.limits)?;
                }
            }
            Opened::Table => {
                if let Some(table) = self.tables.pop() {
                    self.add(Node::Table(table.finish()));
                }
            }
            Opened::Other | Opened::Body => {}
        }
        Ok(())
    }

    fn add(&mut self, node: Node) {
        if let Some(nodes) = self.nodes.last_mut() {
            nodes.push(node);
        }
    }

    fn start_paragraph(&mut self, style: &str) {
        let base = self.styles.text(Family::Paragraph, style);
        let base = base.over(self.cells.last().copied().unwrap_or_default());
        let base = base.over(self.styles.default_text(Family::Paragraph));
        let is_numbered = std::mem::take(&mut self.starts_item);
        self.paragraphs.push(OpenParagraph {
            paragraph: Paragraph {
                is_numbered,
                background: self.styles.background(Family::Paragraph, style),
                ..Paragraph::default()
            },
            looks: vec![base],
            is_after_space: true,
        });
    }

    fn start_span(&mut self, style: &str) {
        let own = self.styles.text(Family::Text, style);
        if let Some(open) = self.paragraphs.last_mut() {
            let around = open.looks.last().copied().unwrap_or_default();
            open.looks.push(own.over(around));
        }
    }

    fn start_table(&mut self, style: &str) -> Opened {
        if self.tables.len() >= MAX_DEPTH || self.styles.hides_table(style) {
            self.run(Run::Deleted);
            return Opened::Skipped;
        }
        self.tables.push(TableBuilder::default());
        Opened::Table
    }

    fn start_cell(&mut self, element: &BytesStart<'_>) {
        let style = attribute(element, "style-name").unwrap_or_default();
        let background = self.styles.background(Family::Cell, &style);
        let text = self.styles.text(Family::Cell, &style);
        self.cells
            .push(text.over(self.styles.default_text(Family::Cell)));
        self.nodes.push(Vec::new());
        let value_type = attribute(element, "value-type");
        self.has_value
            .push(value_type.is_some_and(|kind| kind != "string"));
        if let Some(table) = self.tables.last_mut() {
            table.start_cell(
                count(element, "number-columns-repeated"),
                count(element, "number-columns-spanned"),
                count(element, "number-rows-spanned"),
                background,
            );
        }
    }

    fn run(&mut self, run: Run) {
        if let Some(open) = self.paragraphs.last_mut() {
            open.paragraph.runs.push(run);
        }
    }

    /// Adds a picture or drawing, which in a sheet is outside of paragraphs.
    fn object(&mut self) -> Step {
        let open = self.paragraphs.last();
        let look = open.and_then(|open| open.looks.last());
        let run = Run::Object(look.map(Properties::look).unwrap_or_default());
        if self.paragraphs.is_empty() {
            self.limits.node()?;
            self.add(Node::Paragraph(Paragraph {
                runs: vec![run],
                ..Paragraph::default()
            }));
        } else {
            self.run(run);
        }
        Ok(())
    }

    /// Adds text. White space is collapsed.
    fn text(&mut self, text: impl Iterator<Item = char>) -> Step {
        if self.skipped > 0 {
            return Ok(());
        }
        for c in text {
            let is_space = matches!(c, ' ' | '\t' | '\r' | '\n');
            let Some(open) = self.paragraphs.last_mut() else {
                continue;
            };
            if is_space && open.is_after_space {
                continue;
            }
            self.character(if is_space { ' ' } else { c })?;
            if let Some(open) = self.paragraphs.last_mut() {
                open.is_after_space = is_space;
            }
        }
        Ok(())
    }

    fn character(&mut self, c: char) -> Step {
        self.limits.character()?;
        let c = if matches!(c, '\t' | '\n') {
            Some(c)
        } else {
            visible(c)
        };
        if let (Some(open), Some(c)) = (self.paragraphs.last_mut(), c) {
            let look = open.looks.last().map(Properties::look).unwrap_or_default();
            open.paragraph.push(c, look);
            open.is_after_space = false;
        }
        Ok(())
    }
}

/// Whether a row or column is hidden, or left out by a filter.
fn is_collapsed(element: &BytesStart<'_>) -> bool {
    let visibility = attribute(element, "visibility");
    matches!(visibility.as_deref(), Some("collapse" | "filter"))
}
