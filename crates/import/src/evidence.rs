//! Where in the document each value of a report was read, so that a person can check it there.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A passage of a [`Document`](crate::Document).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The index of the block in [`Document::blocks`](crate::Document::blocks).
    pub block: usize,
    /// The index of the row, if the block is a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The index of the cell in its row, if the block is a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<usize>,
    /// The characters of the line or of the cell's text, counted as Unicode scalar values.
    pub chars: Range<usize>,
}

impl Source {
    /// A passage of a line outside tables.
    pub fn line(block: usize, chars: Range<usize>) -> Source {
        Source {
            block,
            row: None,
            cell: None,
            chars,
        }
    }
}

/// A value of the report and the passage that it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The field, as [`Note::path`](crate::Note::path) names it.
    pub field: String,
    /// Where the passage is in the document.
    pub source: Source,
    /// The passage as written.
    pub text: String,
}
