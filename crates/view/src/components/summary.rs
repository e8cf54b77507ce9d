//! A figure's summary in words and what a reader must know of its numbers.

use crate::markup::{Element, Name, Tag};
use crate::text::Text;
use gongkai_i18n::Locale;

/// The id of the summary, which describes the chart.
pub const SUMMARY: &str = "summary";

/// A summary and caveats, each where there is one.
pub fn summary_and_caveats(summary: &str, caveats: &[String], locale: Locale, into: &mut Element) {
    if !summary.is_empty() {
        let paragraph = into.open(Tag::P);
        paragraph.set(Name::Class, "summary").set(Name::Id, SUMMARY);
        paragraph.open(Tag::Strong).text(Text::Summary.text(locale));
        paragraph.text(" ").text(summary.to_owned());
    }
    if !caveats.is_empty() {
        let list = into.open(Tag::Ul);
        list.set(Name::Class, "caveats")
            .set(Name::AriaLabel, Text::Notes.text(locale));
        for caveat in caveats {
            list.open(Tag::Li).text(caveat.clone());
        }
    }
}
