//! The elements that are open, and what they hide.

use std::collections::HashMap;

/// One open element.
#[derive(Debug)]
struct Element {
    name: usize,
    state: State,
}

/// What an open element does to the words inside it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct State {
    pub is_hidden: bool,
    pub is_kept: bool,
    pub is_block: bool,
    pub is_apart: bool,
    /// Where it is empty, an empty line stands.
    pub is_leaf: bool,
    /// How many pieces had been read before it.
    pub pieces: usize,
    /// The line of its tag.
    pub line: usize,
}

/// A stack that also knows where each name was opened last, so that an end tag finds its start in
/// constant time at any depth.
#[derive(Debug, Default)]
pub(super) struct Open {
    stack: Vec<Element>,
    names: HashMap<Vec<u8>, usize>,
    /// For each name the positions on the stack, lowest first.
    positions: Vec<Vec<usize>>,
    hidden: usize,
    kept: usize,
}

impl Open {
    pub fn depth(&self) -> usize {
        self.stack.len()
    }

    pub fn is_hidden(&self) -> bool {
        self.hidden > 0
    }

    pub fn is_kept(&self) -> bool {
        self.kept > 0
    }

    pub fn push(&mut self, name: &[u8], state: State) {
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
        self.kept += usize::from(state.is_kept);
        self.stack.push(Element { name, state });
    }

    pub fn pop(&mut self) -> Option<State> {
        let Element { name, state } = self.stack.pop()?;
        if let Some(positions) = self.positions.get_mut(name) {
            positions.pop();
        }
        self.hidden = self.hidden.saturating_sub(usize::from(state.is_hidden));
        self.kept = self.kept.saturating_sub(usize::from(state.is_kept));
        Some(state)
    }

    /// Where the innermost element of this name stands.
    pub fn last(&self, name: &[u8]) -> Option<usize> {
        let positions = self.positions.get(*self.names.get(name)?)?;
        positions.last().copied()
    }
}
