//! What a panel is drawn from besides the report.

use crate::charts::Size;
use crate::figures::{Choices, View};
use gongkai_i18n::Locale;

/// A view with all that its panel depends on besides the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub view: View,
    pub choices: Choices,
    pub locale: Locale,
    pub size: Size,
    /// Whether the page's address says what is shown.
    pub permalink: bool,
    /// The reader's search in the text view.
    pub query: String,
}
