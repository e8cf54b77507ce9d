//! In work.

use super::{Document, Log};
use crate::model::{Applications, Edition, Proactive, Reviews};

/// What the statutory tables hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    pub edition: Option<Edition>,
    pub proactive: Option<Proactive>,
    pub applications: Option<Applications>,
    pub reviews: Option<Reviews>,
    /// One for each block of the document: whether it belongs to a statutory table.
    pub taken: Vec<bool>,
}

pub fn read(document: &Document, _log: &mut Log) -> Tables {
    Tables {
        taken: vec![false; document.blocks.len()],
        ..Tables::default()
    }
}
