//! What both layouts of a table are brought to: labels, each with the values that follow it.

use crate::labels::is_numbered;
use crate::{Line, Place};
use std::collections::BTreeMap;

/// A label and its values, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// Where the label begins; of values without one, where they do.
    pub place: Option<Place>,
    /// The pieces of the label as printed, joined.
    pub label: String,
    /// How many fields the label's line has, where separators part them and it is one line.
    pub width: Option<usize>,
    /// The pieces of the label, each with where it stands.
    pub heads: Vec<Head>,
    pub lines: Vec<Values>,
    /// The file's own lines of the row, and where they begin: what a note quotes.
    pub quoted: Option<(Place, String)>,
}

/// A piece of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub place: Place,
    /// Which of the table's lines it stands on; a place may have several.
    pub line: usize,
    /// How many fields stand before it on its line, and how many there are; `None` where nothing
    /// parts them.
    pub field: Option<(usize, usize)>,
    pub text: String,
}

/// The values that stand on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    pub place: Place,
    /// As that of a [`Head`].
    pub line: usize,
    /// Whether separators say where each cell is, blank ones included.
    pub is_separated: bool,
    /// How many fields stand before them on the line.
    pub start: usize,
    /// As printed; empty between two separators.
    pub fields: Vec<String>,
}

impl Values {
    fn filled(&self) -> usize {
        self.fields.iter().filter(|field| !field.is_empty()).count()
    }
}

/// The cells of one row, or why they cannot be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cells {
    /// As many as the row must have, and the places of values beside them that belong to none.
    Known(Vec<String>, Vec<(Place, String)>),
    /// So many were found.
    Count(usize),
}

impl Strip {
    pub fn filled(&self) -> usize {
        self.lines.iter().map(Values::filled).sum()
    }

    /// Whether separators part the values from each other and from the label.
    pub fn is_separated(&self) -> bool {
        self.lines.iter().all(|line| line.is_separated)
    }

    /// The row as the file has it, for an excerpt.
    pub fn shown(&self) -> &str {
        match &self.quoted {
            Some((_, text)) => text,
            None => self.label.trim(),
        }
    }

    /// Where the row begins that [`shown`](Self::shown) quotes.
    pub fn at(&self) -> Option<Place> {
        self.quoted.as_ref().map(|(at, _)| *at).or(self.place)
    }

    /// Notes which of the file's lines the row is: from its label, without headings above it, to its
    /// last value, or to the figure that is none (约1200万元) on the line after it.
    pub fn quote(&mut self, lines: &[Line], after: Option<&Head>) {
        let last = self.heads.last().map(|head| head.line);
        let Some(from) = last.or(self.lines.first().map(|values| values.line)) else {
            return;
        };
        let to = self.lines.last().map_or(from, |values| values.line);
        let is_figure = |head: &&Head| {
            head.text.contains(|c: char| c.is_ascii_digit()) && !is_numbered(&head.text)
        };
        let after = after.filter(|head| head.line == to + 1 && !self.lines.is_empty());
        let to = after.filter(is_figure).map_or(to, |head| head.line);
        let own = lines.get(from..=to).unwrap_or_default();
        let texts: Vec<&str> = own.iter().map(|line| line.text.trim()).collect();
        self.quoted = own.first().map(|line| (line.place, texts.join(" ")));
    }

    /// The row's `wanted` cells, where they can be told.
    pub fn cells(&self, wanted: usize, shapes: &Shapes) -> Cells {
        let filled = self.filled();
        let full = self.lines.iter().filter(|line| line.filled() == wanted);
        let mut full = full.filter(|line| line.is_block());
        if let (Some(line), None) = (full.next(), full.next()) {
            let rest = self
                .lines
                .iter()
                .filter(|other| !std::ptr::eq(*other, line));
            let is_alone = rest.clone().all(|line| line.start == 0);
            let stray: Vec<(Place, String)> = rest.flat_map(|line| line.filled_fields()).collect();
            // A page's number, not a second row, nor the begin of a cell that was broken over lines.
            if stray.is_empty() || stray.len() == 1 && is_alone && wanted > 2 {
                return Cells::Known(line.filled_fields().map(|(_, text)| text).collect(), stray);
            }
            return Cells::Count(filled);
        }
        if let [line] = self.lines.as_slice()
            && line.is_separated
        {
            return shapes
                .window(line, wanted)
                .map_or(Cells::Count(filled), |cells| {
                    Cells::Known(cells, Vec::new())
                });
        }
        let is_plain = self.lines.iter().all(|line| line.is_block());
        // One value a line, or a row broken over lines: without blanks nothing can have moved.
        if filled == wanted && is_plain {
            let fields = self.lines.iter().flat_map(Values::filled_fields);
            return Cells::Known(fields.map(|(_, text)| text).collect(), Vec::new());
        }
        Cells::Count(filled)
    }
}

impl Values {
    fn filled_fields(&self) -> impl Iterator<Item = (Place, String)> {
        let fields = self.fields.iter().filter(|field| !field.is_empty());
        fields.map(|field| (self.place, field.clone()))
    }

    /// Whether no blank stands between two values.
    fn is_block(&self) -> bool {
        let mut fields = self.fields.iter().map(|field| field.is_empty());
        let start = fields.by_ref().skip_while(|is_empty| *is_empty);
        let mut after = start.skip_while(|is_empty| !*is_empty);
        after.all(|is_empty| is_empty)
    }
}

/// Where the lines of one table have their cells, learnt from those that have all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shapes {
    /// By the number of fields before the values: the first cell's place and the number of fields;
    /// `None` where full lines differ.
    full: BTreeMap<usize, Option<(usize, usize)>>,
    /// Whether every line with values has just as many fields after its label.
    is_exact: bool,
    /// Whether a line with separators ends with a value.
    has_last: bool,
}

impl Shapes {
    pub fn of(strips: &[Strip], wanted: usize) -> Shapes {
        let mut shapes = Shapes {
            is_exact: true,
            ..Shapes::default()
        };
        for line in strips.iter().flat_map(|strip| &strip.lines) {
            if !line.is_separated {
                continue;
            }
            let total = line.start + line.fields.len();
            // Lines of labels alone say nothing.
            shapes.is_exact &= line.filled() == 0 || line.fields.len() == wanted;
            shapes.has_last |= line.fields.last().is_some_and(|field| !field.is_empty());
            if line.filled() == wanted && line.is_block() {
                let blank = line.fields.iter().take_while(|field| field.is_empty());
                let shape = Some((line.start + blank.count(), total));
                let known = shapes.full.entry(line.start).or_insert(shape);
                if *known != shape {
                    *known = None;
                }
            }
        }
        shapes
    }

    /// Where no headings say how many columns there are, a separator behind every line may be no
    /// cell's.
    pub fn without_headings(mut self) -> Shapes {
        self.is_exact &= self.has_last;
        self
    }

    /// The shape of all full lines, where it is one: the table is a rectangle.
    fn common(&self) -> Option<(usize, usize)> {
        let mut shapes = self.full.values().copied();
        let first = shapes.next()??;
        shapes.all(|shape| shape == Some(first)).then_some(first)
    }

    /// The cells of a line with blanks: where the other lines have theirs, and nowhere else.
    fn window(&self, line: &Values, wanted: usize) -> Option<Vec<String>> {
        let total = line.start + line.fields.len();
        let first = match self.full.get(&line.start) {
            Some(shape) => shape.filter(|(_, fields)| *fields == total)?.0,
            // As many fields as cells, here and in all other lines.
            None if self.is_exact && line.fields.len() == wanted => line.start,
            None => self.common().filter(|(_, fields)| *fields == total)?.0,
        };
        let (before, rest) = line
            .fields
            .split_at_checked(first.checked_sub(line.start)?)?;
        let (cells, after) = rest.split_at_checked(wanted)?;
        let is_clear = before.iter().chain(after).all(|field| field.is_empty());
        is_clear.then(|| cells.to_vec())
    }
}
