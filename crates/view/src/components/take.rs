//! What a reader can take away, behind one heading.

use crate::markup::{Element, Name, Tag};
use crate::text::TakeText;
use gongkai_i18n::Locale;

/// What there is to take of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Takeable {
    pub table: bool,
    pub chart: bool,
    /// The page's address tells what is shown.
    pub link: bool,
}

pub fn take(what: Takeable, locale: Locale) -> Element {
    let mut details = Element::new(Tag::Details);
    details.set(Name::Class, "take").set(Name::Part, "take");
    details
        .open(Tag::Summary)
        .text(TakeText::Heading.text(locale));
    for (heading, ways) in [
        (
            TakeText::View,
            &[
                (what.table, "csv", TakeText::Csv),
                (what.table, "csv-bom", TakeText::CsvBom),
                (what.chart, "svg", TakeText::Svg),
                (what.chart, "png", TakeText::Png),
                (what.link, "link", TakeText::Link),
            ][..],
        ),
        (
            TakeText::Report,
            &[
                (true, "report-csv", TakeText::Csv),
                (true, "report-csv-bom", TakeText::CsvBom),
                (true, "report-svg", TakeText::Svg),
                (true, "report-png", TakeText::Png),
                (true, "json", TakeText::Json),
                (true, "print", TakeText::Print),
            ],
        ),
        (TakeText::Own, &[(true, "open", TakeText::Open)]),
    ] {
        let mut ways = ways.iter().filter(|(can, ..)| *can).peekable();
        if ways.peek().is_none() {
            continue;
        }
        let group = details.open(Tag::Div);
        let heading = heading.text(locale);
        group
            .set(Name::Class, "control")
            .set(Name::Role, "group")
            .set(Name::AriaLabel, heading);
        group
            .open(Tag::Span)
            .set(Name::Class, "control-label")
            .set(Name::AriaHidden, "true")
            .text(heading);
        for (_, kind, label) in ways {
            group
                .open(Tag::Button)
                .set(Name::Type, "button")
                .set(Name::DataTake, *kind)
                .text(label.text(locale));
        }
    }
    details
}
