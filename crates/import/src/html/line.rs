//! Builds a line of text as a browser lays it out.

use crate::visible::visible;

/// A line of text that is being read. A block or a line break ends it.
#[derive(Debug, Default)]
pub(super) struct LineBuilder {
    text: String,
    /// The source line of the first character.
    line: Option<usize>,
    /// Whether white space was read, which counts if more text follows.
    has_space: bool,
}

impl LineBuilder {
    /// Adds a character from the source line `line`. White space is collapsed unless preformatted.
    pub fn push(&mut self, c: char, line: usize, is_preformatted: bool) {
        if !is_preformatted && matches!(c, ' ' | '\t' | '\n' | '\u{c}') {
            self.has_space = true;
        } else if let Some(c) = visible(c) {
            if self.has_space && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.has_space = false;
            self.line.get_or_insert(line);
            self.text.push(c);
        }
    }

    /// Adds a mark.
    pub fn mark(&mut self, mark: char, line: usize) {
        self.line.get_or_insert(line);
        self.text.push(mark);
    }

    /// How much was read.
    pub fn length(&self) -> usize {
        self.text.len()
    }

    /// Separates what follows from what was read.
    pub fn separate(&mut self) {
        self.has_space = true;
    }

    /// Takes the line with its source line and begins a new one. `None` if nothing was read.
    pub fn take(&mut self) -> Option<(String, usize)> {
        self.has_space = false;
        let text = std::mem::take(&mut self.text);
        let line = self.line.take()?;
        // Tabs may separate blank cells.
        let is_blank = text.chars().all(|c| c != '\t' && c.is_whitespace());
        Some((if is_blank { String::new() } else { text }, line))
    }
}
