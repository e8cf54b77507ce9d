//! The stack of open elements.

use std::collections::HashMap;

/// One open element.
#[derive(Debug)]
struct Element {
    name: usize,
    state: ElementState,
}

/// The effects of an open element on its text, as in [`Style`](super::attributes::Style).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ElementState {
    pub is_hidden: bool,
    pub is_preformatted: bool,
    pub is_block: bool,
    pub is_separated: bool,
    /// If it is empty, it is an empty line.
    pub is_paragraph: bool,
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
    hidden: usize,
    preformatted: usize,
}

impl OpenElements {
    pub fn depth(&self) -> usize {
        self.stack.len()
    }

    pub fn is_hidden(&self) -> bool {
        self.hidden > 0
    }

    pub fn is_preformatted(&self) -> bool {
        self.preformatted > 0
    }

    pub fn push(&mut self, name: &[u8], state: ElementState) {
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
        self.stack.push(Element { name, state });
    }

    pub fn pop(&mut self) -> Option<ElementState> {
        let Element { name, state } = self.stack.pop()?;
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
