//! The stack of open elements.

use super::style::{Color, Style};
use std::collections::HashMap;

/// One open element.
#[derive(Debug)]
struct Element {
    name: usize,
    state: ElementState,
    look: Look,
    /// Its classes and identifier, if a style sheet asks for them.
    marks: Vec<String>,
}

/// What an element inherits from those around it and decides whether its text is seen.
#[derive(Clone, Copy, Debug)]
struct Look {
    color: Color,
    background: Color,
    is_zero: bool,
    font_size: Option<f32>,
    is_doubtful: bool,
}

/// The sizes of a note sign: this part of the size of the text around it, or less than this many pixels
/// if that is not known.
const SMALL_PART: f32 = 0.75;
const SMALL: f32 = 9.5;

const DEFAULT: Look = Look {
    color: [0; 3],
    background: [255; 3],
    is_zero: false,
    font_size: None,
    is_doubtful: false,
};

impl Look {
    fn is_unseen(&self) -> bool {
        let mut differences = self.color.iter().zip(self.background);
        // A difference that small is not seen either.
        self.is_zero || differences.all(|(one, other)| one.abs_diff(other) < 16)
    }
}

/// The effects of an open element on its text, as in [`Style`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ElementState {
    pub is_hidden: bool,
    /// Whether it would not be seen even if it was not hidden, such as a style sheet.
    pub is_silent: bool,
    pub is_preformatted: bool,
    pub is_block: bool,
    pub is_separated: bool,
    /// If it is empty, it is an empty line.
    pub is_paragraph: bool,
    pub style: Style,
    /// For a form field, how much of its line was read before it.
    pub field: Option<usize>,
    /// How many pieces were read before it.
    pub pieces: usize,
    /// The line of its tag.
    pub line: usize,
}

/// A stack that knows the positions of each name, so that an end tag finds its start tag in constant time
/// at any depth.
#[derive(Debug, Default)]
pub(super) struct OpenElements {
    stack: Vec<Element>,
    names: HashMap<Vec<u8>, usize>,
    /// The positions of each name on the stack, lowest first.
    positions: Vec<Vec<usize>>,
    marks: HashMap<String, usize>,
    hidden: usize,
    silent: usize,
    preformatted: usize,
}

impl OpenElements {
    pub fn depth(&self) -> usize {
        self.stack.len()
    }

    pub fn is_hidden(&self) -> bool {
        self.hidden > 0 || self.look().is_unseen()
    }

    /// Whether the text is part of what a page never shows.
    pub fn is_silent(&self) -> bool {
        self.silent > 0
    }

    /// Whether a rule that may apply hides the text or shows it otherwise.
    pub fn is_doubtful(&self) -> bool {
        self.look().is_doubtful
    }

    /// Whether text of a style is as small as a note sign here.
    pub fn is_small(&self, style: &Style) -> bool {
        let small = self
            .look()
            .font_size
            .map_or(SMALL, |size| size * SMALL_PART);
        style.font_size.is_some_and(|size| size < small)
    }

    fn look(&self) -> Look {
        self.stack.last().map_or(DEFAULT, |element| element.look)
    }

    /// Whether an element with this name or mark is open.
    pub fn has(&self, name_or_mark: &str) -> bool {
        if name_or_mark.starts_with(['.', '#']) {
            self.marks.get(name_or_mark).is_some_and(|count| *count > 0)
        } else {
            self.last(name_or_mark.as_bytes()).is_some()
        }
    }

    pub fn is_preformatted(&self) -> bool {
        self.preformatted > 0
    }

    pub fn push(&mut self, name: &[u8], marks: Vec<String>, state: ElementState) {
        let name = match self.names.get(name) {
            Some(known) => *known,
            None => {
                let next = self.positions.len();
                self.names.insert(name.to_owned(), next);
                self.positions.push(Vec::new());
                next
            }
        };
        if let Some(positions) = self.positions.get_mut(name) {
            positions.push(self.stack.len());
        }
        self.hidden += usize::from(state.is_hidden);
        self.preformatted += usize::from(state.is_preformatted);
        self.silent += usize::from(state.is_silent);
        for mark in &marks {
            *self.marks.entry(mark.clone()).or_default() += 1;
        }
        let around = self.look();
        let style = state.style;
        let look = Look {
            color: style.color.unwrap_or(around.color),
            background: style.background.unwrap_or(around.background),
            is_zero: style.is_zero.unwrap_or(around.is_zero),
            font_size: style.font_size.or(around.font_size),
            is_doubtful: style.is_doubtful || around.is_doubtful,
        };
        self.stack.push(Element {
            name,
            state,
            look,
            marks,
        });
    }

    pub fn pop(&mut self) -> Option<ElementState> {
        let Element {
            name, state, marks, ..
        } = self.stack.pop()?;
        for mark in marks {
            if let Some(count) = self.marks.get_mut(&mark) {
                *count = count.saturating_sub(1);
            }
        }
        self.silent = self.silent.saturating_sub(usize::from(state.is_silent));
        if let Some(positions) = self.positions.get_mut(name) {
            positions.pop();
        }
        self.hidden = self.hidden.saturating_sub(usize::from(state.is_hidden));
        self.preformatted = self
            .preformatted
            .saturating_sub(usize::from(state.is_preformatted));
        Some(state)
    }

    /// The position of the innermost element of this name.
    pub fn last(&self, name: &[u8]) -> Option<usize> {
        let positions = self.positions.get(*self.names.get(name)?)?;
        positions.last().copied()
    }
}
