//! A figure's summary in words and what a reader must know of its numbers.

use crate::figures::Figure;
use crate::i18n::{Locale, Text};
use crate::markup::{Element, Name, Tag};

/// The id of the summary, which describes the chart.
pub const SUMMARY: &str = "summary";

pub fn words(figure: &Figure, locale: Locale, into: &mut Element) {
    if !figure.summary.is_empty() {
        let summary = into.open(Tag::P);
        summary.set(Name::Class, "summary").set(Name::Id, SUMMARY);
        summary.open(Tag::Strong).text(Text::Summary.text(locale));
        summary.text(" ").text(figure.summary.clone());
    }
    if !figure.caveats.is_empty() {
        let list = into.open(Tag::Ul);
        list.set(Name::Class, "caveats")
            .set(Name::AriaLabel, Text::Notes.text(locale));
        for caveat in &figure.caveats {
            list.open(Tag::Li).text(caveat.clone());
        }
    }
}
