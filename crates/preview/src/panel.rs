//! The panel for a file, which is dropped, chosen or pasted.

use crate::messages::OpenText;
use gongkai_i18n::Locale;
use gongkai_view::markup::{Element, Name, Tag};

/// The types of files that the browser offers.
const ACCEPT: &str = ".html,.htm,.shtml,.aspx,.mht,.txt,.docx,.doc,.wps,.rtf,.odt,.xlsx,.xls,.et,.ods,.csv,\
    .ofd,.pdf,.json,text/html,text/plain,application/json";

/// Builds the panel. The script finds its parts by `data-open`. `desk` is the address of the desk, if there is one.
pub fn panel(locale: Locale, desk: Option<&str>) -> Element {
    let text = |text: OpenText| text.text(locale);
    let mut section = Element::new(Tag::Section);
    section
        .set(Name::Class, "widget open")
        .set(Name::Part, "open")
        .set(Name::Lang, locale.tag())
        .set(Name::AriaLabel, text(OpenText::Title));
    section
        .open(Tag::H3)
        .set(Name::DataOpen, "title")
        .set(Name::Tabindex, "-1")
        .text(text(OpenText::Title));
    section.open(Tag::P).text(text(OpenText::Lead));

    if let Some(desk) = desk {
        let line = section.open(Tag::P);
        line.text([text(OpenText::DeskLead), " "].concat());
        line.open(Tag::A)
            .set(Name::Href, desk.to_owned())
            .set(Name::DataOpen, "desk")
            .text(text(OpenText::Desk));
    }

    let drop = section.open(Tag::Label);
    drop.set(Name::Class, "open-drop")
        .set(Name::DataOpen, "drop");
    drop.open(Tag::Span).text(text(OpenText::Drop));
    drop.open(Tag::Input)
        .set(Name::Type, "file")
        .set(Name::Accept, ACCEPT)
        .set(Name::DataOpen, "file");

    let paste = section.open(Tag::Label);
    paste.set(Name::Class, "open-paste");
    paste.open(Tag::Span).text(text(OpenText::Paste));
    paste
        .open(Tag::Textarea)
        .set(Name::Rows, "4")
        .set(Name::DataOpen, "paste");

    let actions = section.open(Tag::P);
    actions.set(Name::Class, "open-ways");
    for (action, label) in [("read", OpenText::Read), ("close", OpenText::Close)] {
        actions
            .open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::DataOpen, action)
            .text(text(label));
    }
    section
        .open(Tag::Div)
        .set(Name::Class, "open-outcome")
        .set(Name::Role, "status")
        .set(Name::Tabindex, "-1")
        .set(Name::DataOpen, "outcome");
    section
}
