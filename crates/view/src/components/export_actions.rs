//! The ways to export a view or the report, behind one heading.

use crate::markup::{Element, Name, Tag};
use crate::text::{ExportActionText, Text};
use gongkai_i18n::Locale;

/// What of a view can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exportable {
    pub table: bool,
    pub chart: bool,
    /// The page's address tells what is shown.
    pub link: bool,
}

pub fn export_actions(what: Exportable, locale: Locale) -> Element {
    let mut details = Element::new(Tag::Details);
    details.set(Name::Class, "export").set(Name::Part, "export");
    details.open(Tag::Summary).text(Text::Export.text(locale));
    for (heading, ways) in [
        (
            ExportActionText::View,
            &[
                (what.table, "csv", ExportActionText::Csv),
                (what.table, "csv-bom", ExportActionText::CsvBom),
                (what.chart, "svg", ExportActionText::Svg),
                (what.chart, "png", ExportActionText::Png),
                (what.link, "link", ExportActionText::Link),
            ][..],
        ),
        (
            ExportActionText::Report,
            &[
                (true, "report-csv", ExportActionText::Csv),
                (true, "report-csv-bom", ExportActionText::CsvBom),
                (true, "report-svg", ExportActionText::Svg),
                (true, "report-png", ExportActionText::Png),
                (true, "json", ExportActionText::Json),
                (true, "print", ExportActionText::Print),
            ],
        ),
        (
            ExportActionText::Own,
            &[(true, "open", ExportActionText::Open)],
        ),
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
                .set(Name::DataExport, *kind)
                .text(label.text(locale));
        }
    }
    details
}
