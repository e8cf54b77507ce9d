//! What stands below the choices: a finding, the figure or its table, and what a reader must know.

mod beside;
mod checks;
mod distribution;
mod multiples;
mod order;
mod rows;
mod spread;
mod trend;
mod words;

pub(super) use order::Order;
pub use rows::FIRST_ROWS;
pub(super) use rows::{fit, heading, order_said};

use super::choice::Kind;
use super::comparison::Comparison;
use super::controls::tab_id;
use crate::messages::CompareText;
use gongkai_view::components;
use gongkai_view::figures::Table;
use gongkai_view::markup::{Element, Name, Tag};
use gongkai_view::text::Text;

pub(super) fn figure(comparison: &Comparison) -> Element {
    match comparison.choice.kind {
        Kind::Trend => trend::panel(comparison),
        Kind::Multiples => multiples::panel(comparison),
        Kind::Distribution => distribution::panel(comparison),
        Kind::Places => rows::panel(comparison),
        Kind::Beside => beside::panel(comparison),
        Kind::Checks => checks::panel(comparison),
    }
}

/// The figure's finding, as its heading says it.
pub(super) fn finding(comparison: &Comparison) -> String {
    match comparison.choice.kind {
        Kind::Trend => trend::finding(comparison),
        Kind::Multiples => multiples::finding(comparison),
        Kind::Distribution => distribution::finding(comparison),
        Kind::Places => rows::finding(comparison),
        Kind::Beside => beside::finding(comparison),
        Kind::Checks => checks::finding(comparison),
    }
}

/// Why a second measure is not beside the first.
pub(super) fn refusal(comparison: &Comparison) -> Option<String> {
    match comparison.choice.kind {
        Kind::Trend => trend::refusal(comparison),
        _ => None,
    }
}

/// A panel with its question and its finding.
fn opened(comparison: &Comparison, question: CompareText) -> Element {
    let locale = comparison.locale;
    let mut panel = Element::new(Tag::Div);
    panel
        .set(Name::Class, "panel")
        .set(Name::Part, "panel")
        .set(Name::Id, "panel")
        .set(Name::Role, "tabpanel")
        .set(Name::Tabindex, "-1")
        .set(Name::AriaLabelledby, tab_id(comparison.choice.kind));
    panel
        .open(Tag::P)
        .set(Name::Class, "question")
        .text(question.text(locale));
    panel
        .open(Tag::H3)
        .set(Name::Class, "finding")
        .set(Name::Part, "finding")
        .text(finding(comparison));
    panel
}

/// Where the mark that is pointed at is told.
fn detail(comparison: &Comparison, into: &mut Element) {
    into.open(Tag::P)
        .set(Name::Class, "detail")
        .set(Name::Part, "detail")
        .set(Name::DataPart, "detail")
        .set(Name::DataHint, "")
        .text(Text::DetailHint.text(comparison.locale));
}

fn table(comparison: &Comparison, table: &Table, into: &mut Element) {
    // Many years beside each other scroll by themselves, and the page does not.
    let scroller = into.open(Tag::Div);
    scroller
        .set(Name::Class, "wide")
        .set(Name::Role, "region")
        .set(Name::Tabindex, "0")
        .set(Name::AriaLabel, table.caption.clone());
    components::table(table, comparison.locale, scroller);
}
