//! What holds for the text of a group, and ends with it.

use crate::word::{Color, Look};

/// What the text of a group is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Destination {
    #[default]
    Body,
    /// The file's metadata, of which only the title is read.
    Metadata,
    Title,
    FontTable,
    ColorTable,
    Skipped,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub destination: Destination,
    pub look: Look,
    pub font: i32,
    pub is_deleted: bool,
    /// How many bytes stand for a character of `\u` in older programs.
    pub replacements: usize,
    /// How many tables the paragraph is in.
    pub depth: usize,
    /// How many tables are around the text box that it is in.
    pub outer_depth: usize,
    pub is_numbered: bool,
    pub background: Option<Color>,
    /// Whether it holds the rows of an inner table.
    pub is_nested_row: bool,
    /// Whether its first group is for older programs, and the second says the same in Unicode.
    pub has_alternative: bool,
    pub is_field: bool,
    pub is_text_box: bool,
    /// Whether nothing was read since its start, so that a word may be its destination.
    pub is_new: bool,
    /// Whether it begins with `\*`: unknown destinations are skipped.
    pub is_optional: bool,
}

impl Default for State {
    fn default() -> Self {
        State {
            destination: Destination::Body,
            look: Look::default(),
            font: 0,
            is_deleted: false,
            replacements: 1,
            depth: 0,
            outer_depth: 0,
            is_numbered: false,
            background: None,
            is_nested_row: false,
            has_alternative: false,
            is_field: false,
            is_text_box: false,
            is_new: false,
            is_optional: false,
        }
    }
}

impl State {
    /// The state of a group inside of this one.
    pub fn inner(&self) -> State {
        State {
            destination: if self.has_alternative {
                Destination::Skipped
            } else {
                self.destination
            },
            has_alternative: false,
            is_field: false,
            is_text_box: false,
            is_new: true,
            is_optional: false,
            ..*self
        }
    }

    /// Resets the properties of paragraphs.
    pub fn reset_paragraph(&mut self) {
        self.depth = self.outer_depth;
        self.is_numbered = false;
        self.background = None;
    }

    /// Resets the properties of characters.
    pub fn reset_characters(&mut self) {
        self.look = Look::default();
        self.is_deleted = false;
    }
}
