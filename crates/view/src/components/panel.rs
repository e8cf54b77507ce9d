//! What stands under a tab.

use super::chart::chart;
use super::controls::controls;
use super::headlines::headlines;
use super::table::table;
use super::tabs::tab_id;
use super::words::words;
use crate::charts::{self, Drawing, Size, glyph};
use crate::figures::{Choices, Display, Figure, View, first};
use crate::markup::{Element, Name, Tag};
use crate::request::Request;
use crate::text::{AppText, Text};
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// What a panel is made from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub report: &'a Report,
    pub choices: &'a Choices,
    pub locale: Locale,
    pub size: Size,
    /// Whether the page's address tells what is shown.
    pub permalink: bool,
}

impl<'a> Scene<'a> {
    pub fn of(report: &'a Report, request: &'a Request) -> Scene<'a> {
        Scene {
            report,
            choices: &request.choices,
            locale: request.locale,
            size: request.size,
            permalink: request.permalink,
        }
    }
}

/// The panel of a view: question, finding, choices, figure or table, words.
///
/// `draw` makes the drawing and `tables` the view's table, since the first module knows fewer of
/// them. Of `extras` the last goes to the end, any other below the figure.
pub fn panel(
    scene: &Scene<'_>,
    figure: &Figure,
    question: &'static str,
    draw: fn(&Figure, Size) -> Drawing,
    tables: &dyn Fn(&mut Element),
    extras: Option<Element>,
) -> Element {
    let Scene {
        choices, locale, ..
    } = *scene;
    let drawing = draw(figure, scene.size);
    let has_chart = !drawing.marks.is_empty() || !figure.headlines.is_empty();
    let has_table = !figure.table.rows.is_empty();
    let mut panel = opened(figure.view, question, &figure.title);
    let mut choosable = figure.controls.clone();
    if has_chart && has_table {
        choosable.push(choices.display_control(locale));
    }
    controls(&choosable, &mut panel);
    if choices.display == Display::Table || !has_chart {
        if has_table {
            tables(&mut panel);
        }
    } else if figure.headlines.is_empty() {
        panel
            .open(Tag::P)
            .set(Name::Class, "detail")
            .set(Name::Part, "detail")
            .set(Name::DataHint, "")
            .text(Text::DetailHint.text(locale));
        chart(&drawing, &figure.title, &mut panel);
        panel
            .open(Tag::P)
            .set(Name::Class, "keys")
            .text(Text::ChartHint.text(locale));
    } else {
        let small = |view| {
            let plain = first(scene.report, view, &Choices::default(), locale)?;
            Some(glyph(&plain, 120.0, 40.0))
        };
        headlines(&figure.headlines, locale, &small, &mut panel);
    }
    let mut extras = extras.map(|extras| extras.inside).unwrap_or_default();
    let last = extras.pop();
    panel.inside.append(&mut extras);
    words(figure, locale, &mut panel);
    panel.inside.extend(last);
    panel
}

/// The panel of a view that the first module draws; of any other one that says that it is on its way.
pub fn first_panel(report: &Report, request: &Request, extras: Option<Element>) -> Element {
    let Request {
        view,
        choices,
        locale,
        ..
    } = request;
    let figure = first(report, *view, choices, *locale);
    let Some((figure, question)) = figure.zip(view.first_question()) else {
        return waiting(*view, *locale, false);
    };
    let plain = |into: &mut Element| table(&figure.table, *locale, into);
    panel(
        &Scene::of(report, request),
        &figure,
        question.text(*locale),
        charts::first,
        &plain,
        extras,
    )
}

/// A panel with its question and its finding.
pub fn opened(view: View, question: &'static str, title: &str) -> Element {
    let mut panel = Element::new(Tag::Div);
    panel
        .set(Name::Class, "panel")
        .set(Name::Part, "panel")
        .set(Name::Id, "panel")
        .set(Name::Role, "tabpanel")
        .set(Name::Tabindex, "-1")
        .set(Name::AriaLabelledby, tab_id(view));
    panel
        .open(Tag::P)
        .set(Name::Class, "question")
        .text(question);
    panel
        .open(Tag::H3)
        .set(Name::Class, "finding")
        .set(Name::Part, "finding")
        .text(title.to_owned());
    panel
}

/// A panel whose content is still on its way, or cannot be had.
pub fn waiting(view: View, locale: Locale, failed: bool) -> Element {
    if !failed {
        return opened(view, "", AppText::MoreLoading.text(locale));
    }
    let mut panel = opened(view, "", AppText::MoreFailed.text(locale));
    panel
        .open(Tag::P)
        .open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::Class, "retry")
        .flag(Name::DataRetry, true)
        .text(AppText::MoreRetry.text(locale));
    panel
}
