//! One line of words while it is read.

use crate::visible::visible;

/// The line that the words of a page flow to, until a block or a line end closes it.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    /// Where the first word stands.
    line: Option<usize>,
    /// A space was read that counts only if a word follows on this line.
    has_space: bool,
}

impl Flow {
    /// Adds a character; `line` is where it stands. Kept ones are not collapsed.
    pub fn push(&mut self, c: char, line: usize, is_kept: bool) {
        if !is_kept && matches!(c, ' ' | '\t' | '\n' | '\u{c}') {
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

    /// Keeps what follows apart from what was read.
    pub fn part(&mut self) {
        self.has_space = true;
    }

    /// The line so far with its place, and a new one begins. `None` where nothing was read.
    pub fn take(&mut self) -> Option<(String, usize)> {
        self.has_space = false;
        let text = std::mem::take(&mut self.text);
        let line = self.line.take()?;
        // Tabs may part blank cells.
        let is_blank = text.chars().all(|c| c != '\t' && c.is_whitespace());
        Some((if is_blank { String::new() } else { text }, line))
    }
}
