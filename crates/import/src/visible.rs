//! Characters as they appear to a reader.

use super::document::{HIDDEN, OBJECT};

/// The visible form of a character: a no-break space becomes a space. Characters that only affect line
/// breaking are dropped, so that the digits on both sides are one number.
pub(super) fn visible(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        '\u{a0}' => Some(' '),
        // Used for marks in cells.
        OBJECT | HIDDEN => Some('\u{fffd}'),
        c => Some(c),
    }
}
