//! Characters as a reader sees them.

/// The character as it is seen: a hard space is a space, and what only tells where a line may be
/// broken is nothing, so that digits on both sides of it are one number.
pub(super) fn visible(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        '\u{a0}' => Some(' '),
        c => Some(c),
    }
}
