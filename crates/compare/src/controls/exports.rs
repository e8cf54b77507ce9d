//! The places to download, share and print, as a report has them.

use crate::messages::CompareText;
use crate::panel;
use crate::view_model::ViewModel;
use gongkai_view::components::{export_menus, export_way};
use gongkai_view::markup::{Element, Name, Tag};
use gongkai_view::text::ExportActionText as Way;

/// Adds the ways that there are, each with its id, its name and what it is for.
fn ways(ways: &[(bool, &'static str, &'static str, &'static str)], into: &mut Element) {
    for (_, kind, name, note) in ways.iter().filter(|(can, ..)| *can) {
        export_way(kind, name, note, into);
    }
}

pub(crate) fn exports(model: &ViewModel) -> Element {
    let locale = model.locale();
    let has_chart = panel::has_chart(model);
    let text = |way: Way| way.text(locale);
    let own = |text: CompareText| text.text(locale);
    export_menus(locale, |place, menu| match place {
        0 => {
            ways(
                &[
                    (
                        true,
                        "csv-bom",
                        text(Way::ViewTable),
                        own(CompareText::ShownTable),
                    ),
                    (
                        true,
                        "all-csv-bom",
                        own(CompareText::AllTable),
                        own(CompareText::AllTableNote),
                    ),
                ],
                menu,
            );
            let more = menu.open(Tag::Details);
            more.set(Name::Class, "more");
            more.open(Tag::Summary).text(text(Way::More));
            ways(
                &[
                    (has_chart, "png", text(Way::Png), text(Way::PngNote)),
                    (has_chart, "svg", text(Way::Svg), text(Way::SvgNote)),
                    (true, "csv", text(Way::Csv), text(Way::CsvNote)),
                    (
                        true,
                        "all-csv",
                        own(CompareText::AllTablePlain),
                        text(Way::CsvNote),
                    ),
                ],
                more,
            );
        }
        1 => {
            ways(
                &[
                    (
                        true,
                        "link",
                        text(Way::Link),
                        if model.has_link() {
                            text(Way::LinkNote)
                        } else {
                            text(Way::PageLinkNote)
                        },
                    ),
                    (
                        has_chart,
                        "share-picture",
                        text(Way::Picture),
                        text(Way::PictureNote),
                    ),
                    (true, "cite", text(Way::Cite), own(CompareText::CiteNote)),
                ],
                menu,
            );
            // Filled by the script: a text to copy, or a picture.
            menu.open(Tag::Div).set(Name::Class, "shared");
        }
        _ => ways(
            &[(
                true,
                "print-view",
                text(Way::PrintView),
                text(Way::PrintViewNote),
            )],
            menu,
        ),
    })
}
