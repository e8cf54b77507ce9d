//! Views for paper: all of a report below each other, or the one that is shown.

use super::context::ContextOf;
use super::header::{header, source_line};
use super::panel::{Panel, Part, PartKind};
use super::report_text::prose_panel;
use super::tabs::tab_id;
use super::views::{panel, tables};
use crate::charts::Size;
use crate::figures::{Choices, Display, Figure, TableCell, View, figure};
use crate::markup::{Element, Name, Node, Tag};
use crate::request::Request;
use crate::text::{OriginalText, Text};
use gongkai_i18n::Locale;
use gongkai_model::{Cell, Report};

/// An A4 page between its margins, in CSS pixels, with text as a form has it.
const A4: Size = Size {
    width: 690.0,
    em: 12.0,
};

/// The whole report: each view with its figure, each table once.
pub fn paper(report: &Report, locale: Locale, context: ContextOf<'_>) -> Element {
    let mut sheet = sheet(report, locale);
    let choices = Choices::default();
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
        if *view == View::Original {
            // The views have its tables.
            section.push(prose_panel(report, locale).into_element());
            continue;
        }
        let figure = figure(report, *view, &choices, locale);
        if let Some(figure) = figure.as_ref().filter(|figure| has_only_zeros(figure)) {
            let mut panel = Panel::new(tab_id(*view), "", figure.title.clone());
            panel.add(PartKind::Fixed, |into| {
                into.open(Tag::P).text(OriginalText::AllZero.text(locale));
            });
            section.push(panel.into_element());
            continue;
        }
        let mut panel = panel(report, &[], &request);
        panel.add_context(context(&request).with_one_year(), &request);
        let mut panel = panel.into_element();
        panel.open_details();
        section.push(panel);
        // The overview's table says what its tiles say; where nothing is drawn the panel is the table.
        if let Some(figure) = figure
            && !figure.panels.is_empty()
            && figure.headlines.is_empty()
        {
            tables(report, &figure, locale, section);
        }
        years(&request, context, section);
    }
    rename_hatch(&mut sheet);
    sheet
}

/// Adds the view over the years below the view.
fn years(request: &Request, context: ContextOf<'_>, into: &mut Element) {
    let request = Request {
        choices: Choices {
            display: Display::Years,
            ..request.choices
        },
        ..request.clone()
    };
    let Some(years) = context(&request).years else {
        return;
    };
    into.open(Tag::H4)
        .text(Text::ShowYears.text(request.locale));
    let is_shown = |part: &Part| matches!(part.kind, PartKind::Chart | PartKind::Cells);
    for part in years.parts.into_iter().filter(is_shown) {
        into.push(part.element);
    }
}

/// Whether a page of axes and noughts would say no more than one sentence. A blank is not a zero.
fn has_only_zeros(figure: &Figure) -> bool {
    let mut cells = figure.table.rows.iter().flat_map(|row| &row.cells);
    !figure.table.rows.is_empty()
        && cells.all(|cell| matches!(cell, TableCell::None | TableCell::Cell(Cell::Count(0))))
}

/// The view that is shown, as the reader has chosen it.
pub fn paper_view(
    report: &Report,
    others: &[Report],
    request: &Request,
    context: ContextOf<'_>,
) -> Element {
    let mut sheet = sheet(report, request.locale);
    let request = Request {
        size: A4,
        ..request.clone()
    };
    let mut panel = panel(report, others, &request);
    panel.add_context(context(&request), &request);
    let mut panel = panel.into_element();
    panel.open_details();
    sheet.push(panel);
    rename_hatch(&mut sheet);
    sheet
}

fn sheet(report: &Report, locale: Locale) -> Element {
    let mut sheet = Element::new(Tag::Div);
    sheet
        .set(Name::Class, "widget")
        .set(Name::Lang, locale.tag());
    header(report, locale, &mut sheet);
    source_line(report, locale, &mut sheet);
    sheet
}

/// Gives the hatch a name of its own: the browser would take the first pattern of a name, which is in the
/// figures that are hidden on paper.
fn rename_hatch(element: &mut Element) {
    for (name, value) in &mut element.attributes {
        match (*name, value.as_ref()) {
            (Name::Fill, "url(#hatch)") => *value = "url(#paper-hatch)".into(),
            (Name::Id, "hatch") => *value = "paper-hatch".into(),
            _ => {}
        }
    }
    for node in &mut element.inside {
        if let Node::Element(element) = node {
            rename_hatch(element);
        }
    }
}
