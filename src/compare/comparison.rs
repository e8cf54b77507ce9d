//! A catalogue with a choice, and what of it is shown.

use super::{Choice, panel};
use crate::catalog::{Catalog, Search};
use crate::charts::Size;
use crate::i18n::Locale;
use crate::markup::Element;
use std::rc::Rc;

/// One widget's look at a catalogue, which all widgets of the page share.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub(super) catalog: Rc<Catalog>,
    pub(super) search: Rc<Search>,
    pub(super) choice: Choice,
    pub(super) locale: Locale,
    pub(super) size: Size,
}

impl Comparison {
    /// `None` of a catalogue without a report.
    pub fn new(
        catalog: Rc<Catalog>,
        search: Rc<Search>,
        locale: Locale,
        size: Size,
    ) -> Option<Comparison> {
        let choice = Choice::of(&catalog)?;
        Some(Comparison {
            catalog,
            search,
            choice,
            locale,
            size,
        })
    }

    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    /// The figure with its finding, or the table.
    pub fn figure(&self) -> Element {
        panel::figure(self)
    }
}
