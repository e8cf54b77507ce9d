//! Which rule of the prose reader decided what a number is.

use super::Location;
use super::prose::Rule;

/// A number in the prose of section one, with the rule that assigned it or left it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Where the number is; `None` if that is not known.
    pub location: Option<Location>,
    /// The number as written, or the clause around it if it was left out.
    pub text: String,
    /// The rule that decided.
    pub rule: Rule,
    /// The field that it became. `None` if it was left out.
    pub path: Option<String>,
    /// The name of the category, channel or activity that it counts.
    pub name: Option<String>,
}
