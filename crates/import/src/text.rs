//! Plain text, split into lines. Tables are recognised later, by their labels.

use super::{Block, Document, ImportError, Line, Location, Resource};

/// Far more lines than a report has.
const LINES: usize = 200_000;

/// Splits plain text into lines.
///
/// # Errors
/// [`ImportError::TooMany`] lines.
pub fn document(text: &str) -> Result<Document, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut blocks = Vec::new();
    // A form feed ends a line too.
    let mut rest = text.split(['\n', '\u{c}']);
    for number in 1.. {
        let Some(line) = rest.next() else { break };
        if number > LINES {
            return Err(ImportError::TooMany {
                what: Resource::Blocks,
                limit: LINES,
            });
        }
        // Old files end lines with a carriage return only.
        for part in line.strip_suffix('\r').unwrap_or(line).split('\r') {
            blocks.push(Block::Line(Line {
                location: Location::Line(number),
                text: part.to_owned(),
            }));
        }
    }
    Ok(Document {
        blocks,
        ..Document::default()
    })
}
