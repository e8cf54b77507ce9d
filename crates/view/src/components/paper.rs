//! All views one below the other, figures with their tables, for paper.

use super::header::header;
use super::views::{any_panel, tables};
use crate::charts::Size;
use crate::figures::{Choices, Listed, View, figure};
use crate::markup::{Element, Name, Tag};
use crate::request::Request;
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// An A4 page between its margins, in CSS pixels, with text as a form has it.
const A4: Size = Size {
    width: 680.0,
    em: 14.0,
};

pub fn paper(report: &Report, locale: Locale) -> Element {
    let mut sheet = Element::new(Tag::Div);
    sheet
        .set(Name::Class, "widget")
        .set(Name::Lang, locale.tag());
    header(report, locale, &mut sheet);
    let choices = Choices {
        listed: Listed::All,
        ..Choices::default()
    };
    for view in View::ALL {
        let request = Request {
            view: *view,
            choices,
            locale,
            size: A4,
            permalink: false,
            query: String::new(),
        };
        let section = sheet.open(Tag::Section);
        section
            .open(Tag::H3)
            .set(Name::Class, "view")
            .text(view.name(locale));
        let mut panel = any_panel(report, &[], &request);
        panel.open_details();
        section.push(panel);
        let Some(figure) = figure(report, *view, &choices, locale) else {
            continue;
        };
        // Where nothing is drawn the panel is the table.
        if !figure.panels.is_empty() || !figure.headlines.is_empty() {
            tables(report, &figure, locale, section);
        }
    }
    sheet
}
