//! Plain text: its lines, as they are. What tables there are is told later, by their words.

use super::{Block, Document, ImportError, Line, Location, What};

/// Far more than a report has.
const LINES: usize = 200_000;

/// # Errors
/// [`ImportError::TooMany`] lines.
pub fn document(text: &str) -> Result<Document, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut blocks = Vec::new();
    // A page's end is a line's end too.
    let mut rest = text.split(['\n', '\u{c}']);
    for number in 1.. {
        let Some(line) = rest.next() else { break };
        if number > LINES {
            return Err(ImportError::TooMany {
                what: What::Blocks,
                limit: LINES,
            });
        }
        // Old files end their lines with a carriage return alone.
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
