//! The state that drawing goes by (ISO 32000-1, 8.4).

use super::font::Font;
use super::geometry::Matrix;
use std::rc::Rc;

#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) matrix: Matrix,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) between_letters: f64,
    pub(super) between_words: f64,
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    /// Drawn neither filled nor stroked, as the words under a scanned picture.
    pub(super) is_invisible: bool,
}

impl State {
    pub(super) fn new(matrix: Matrix) -> State {
        State {
            matrix,
            font: None,
            size: 1.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_invisible: false,
        }
    }
}
