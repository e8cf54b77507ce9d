//! What stands below the choices: a finding, the figure or its table, and what a reader must know.

use super::comparison::Comparison;
use crate::markup::{Element, Tag};

pub(super) fn figure(_comparison: &Comparison) -> Element {
    Element::new(Tag::Div)
}
