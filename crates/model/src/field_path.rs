//! Where in a JSON file an error is, and how the value there is quoted.

use super::text::digits;

/// One step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The field of an object.
    Field(String),
    /// The item of a list.
    Index(usize),
}

/// The path of a field, such as `applications.received[3]`. It is collected from the inside out, while
/// an error is returned from one reader to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldPath {
    /// Innermost first.
    steps: Vec<Step>,
}

impl FieldPath {
    /// Adds a step outside those that are there.
    pub fn push_outer(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// Writes the path from the outside in; empty for the file as a whole.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for step in self.steps.iter().rev() {
            match step {
                Step::Field(name) => {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    text.push_str(&excerpt(name));
                }
                Step::Index(index) => {
                    text.push('[');
                    text.push_str(&digits(*index));
                    text.push(']');
                }
            }
        }
        text
    }
}

/// Returns the 1-based number of the line that holds the byte offset; `None` if the offset is outside
/// the text or within a character.
pub fn line_at(text: &str, offset: usize) -> Option<usize> {
    let before = text.get(..offset)?;
    let breaks = before.bytes().filter(|byte| *byte == b'\n').count();
    Some(breaks.saturating_add(1))
}

/// Cuts a text to 60 characters, so that a broken file cannot fill the reader's screen.
pub fn excerpt(text: &str) -> String {
    let mut shown: String = text.chars().take(60).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_from_the_outside_in() {
        let mut path = FieldPath::default();
        assert_eq!(path.text(), "");
        path.push_outer(Step::Index(3));
        path.push_outer(Step::Field("received".to_owned()));
        path.push_outer(Step::Field("applications".to_owned()));
        assert_eq!(path.text(), "applications.received[3]");
    }

    #[test]
    fn lines_are_counted_from_one() {
        assert_eq!(line_at("a\nb", 0), Some(1));
        assert_eq!(line_at("a\nb", 2), Some(2));
        assert_eq!(line_at("a\nb", 9), None);
    }
}
