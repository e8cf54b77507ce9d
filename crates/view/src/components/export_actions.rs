//! The places below a view where readers download, share and print, each folded.

use crate::markup::{Element, Name, Tag};
use crate::text::{AppText, ExportActionText as Way, Text};
use gongkai_i18n::Locale;

/// What of a view can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exportable {
    pub table: bool,
    pub chart: bool,
    /// Whether there is something to put into a picture to share.
    pub picture: bool,
    /// The page's address tells what is shown.
    pub link: bool,
}

/// The places, each with what `fill` puts into it.
pub fn export_menus(locale: Locale, fill: impl Fn(usize, &mut Element)) -> Element {
    let mut menus = Element::new(Tag::Div);
    menus.set(Name::Class, "export").set(Name::Part, "export");
    for (place, name) in [Text::Download, Text::Share, Text::Print]
        .into_iter()
        .enumerate()
    {
        let menu = menus.open(Tag::Details);
        menu.set(Name::Class, "menu");
        menu.open(Tag::Summary).text(name.text(locale));
        fill(place, menu);
    }
    menus
}

/// The places before the app has come.
pub fn loading_menus(locale: Locale) -> Element {
    export_menus(locale, |_, menu| {
        menu.open(Tag::P).text(AppText::MoreLoading.text(locale));
    })
}

pub fn export_actions(what: Exportable, locale: Locale) -> Element {
    let link_note = if what.link {
        Way::LinkNote
    } else {
        Way::PageLinkNote
    };
    let mut menus = export_menus(locale, |place, menu| match place {
        0 => {
            ways(
                &[
                    (what.table, "csv-bom", Way::ViewTable, Way::ViewTableNote),
                    (
                        true,
                        "report-csv-bom",
                        Way::ReportTable,
                        Way::ReportTableNote,
                    ),
                ],
                locale,
                menu,
            );
            let more = menu.open(Tag::Details);
            more.set(Name::Class, "more");
            more.open(Tag::Summary).text(Way::More.text(locale));
            ways(
                &[
                    (what.chart, "png", Way::Png, Way::PngNote),
                    (what.chart, "svg", Way::Svg, Way::SvgNote),
                    (true, "report-png", Way::ReportPng, Way::ReportPictureNote),
                    (true, "report-svg", Way::ReportSvg, Way::SvgNote),
                    (what.table, "csv", Way::Csv, Way::CsvNote),
                    (true, "report-csv", Way::ReportCsv, Way::CsvNote),
                    (true, "json", Way::Json, Way::JsonNote),
                ],
                locale,
                more,
            );
        }
        1 => {
            ways(
                &[
                    (true, "link", Way::Link, link_note),
                    (
                        what.picture,
                        "share-picture",
                        Way::Picture,
                        Way::PictureNote,
                    ),
                    (true, "cite", Way::Cite, Way::CiteNote),
                ],
                locale,
                menu,
            );
            // Filled by the script: a text to copy, or a picture.
            menu.open(Tag::Div).set(Name::Class, "shared");
        }
        _ => ways(
            &[
                (true, "print-view", Way::PrintView, Way::PrintViewNote),
                (true, "print", Way::PrintReport, Way::PrintReportNote),
            ],
            locale,
            menu,
        ),
    });
    menus
        .open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::Class, "own")
        .set(Name::DataExport, "open")
        .text(Way::Open.text(locale));
    menus
}

/// Buttons below each other, each with a few words on what it is for.
fn ways(ways: &[(bool, &'static str, Way, Way)], locale: Locale, into: &mut Element) {
    for (_, kind, name, note) in ways.iter().filter(|(can, ..)| *can) {
        export_way(kind, name.text(locale), note.text(locale), into);
    }
}

/// A button with a few words on what it is for.
pub fn export_way(kind: &'static str, name: &'static str, note: &'static str, into: &mut Element) {
    let button = into.open(Tag::Button);
    button
        .set(Name::Type, "button")
        .set(Name::Class, "export-action")
        .set(Name::DataExport, kind);
    button
        .open(Tag::Strong)
        .set(Name::Class, "export-name")
        .text(name);
    button.text(" ");
    button
        .open(Tag::Span)
        .set(Name::Class, "export-note")
        .text(note);
}
