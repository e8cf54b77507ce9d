//! What a view shows below the tabs.

use super::chart::chart;
use super::controls::options;
use super::export_actions::loading_menus;
use super::headlines::headlines;
use super::summary::summary_and_caveats;
use super::table::table;
use super::tabs::tab_id;
use crate::charts::{self, Drawing, Size};
use crate::figures::{Display, Figure, View, core_figure};
use crate::markup::{Element, Name, Node, Tag};
use crate::request::Request;
use crate::text::{AppText, Text};
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// A panel, part by part from top to bottom, so that a page can renew one part without the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The element that holds the parts.
    pub frame: Element,
    /// The finding, in one sentence.
    pub title: String,
    pub parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub kind: PartKind,
    pub element: Element,
}

/// How a part depends on what the reader points at or has selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Not at all.
    Fixed,
    /// The label of the mark pointed at, beside that mark.
    Detail,
    /// Marks, of which one is current and one may be selected.
    Chart,
    /// Cells, rows or numbers that may be selected.
    Cells,
}

impl Panel {
    /// A panel with its question and its finding.
    pub fn new(tab_id: String, question: &'static str, title: String) -> Panel {
        let mut frame = Element::new(Tag::Div);
        frame
            .set(Name::Class, "panel")
            .set(Name::Part, "panel")
            .set(Name::Id, "panel")
            .set(Name::Role, "tabpanel")
            .set(Name::Tabindex, "-1")
            .set(Name::AriaLabelledby, tab_id);
        let mut panel = Panel {
            frame,
            title: title.clone(),
            parts: Vec::new(),
        };
        panel.add(PartKind::Fixed, |into| {
            into.open(Tag::P)
                .set(Name::Class, "question")
                .text(question);
            into.open(Tag::H3)
                .set(Name::Class, "finding")
                .set(Name::Part, "finding")
                .text(title);
        });
        panel
    }

    /// A panel whose content is still loading, or could not be loaded.
    pub fn unavailable(view: View, locale: Locale, has_failed: bool) -> Panel {
        if !has_failed {
            return Panel::new(
                tab_id(view),
                "",
                AppText::MoreLoading.text(locale).to_owned(),
            );
        }
        let mut panel = Panel::new(
            tab_id(view),
            "",
            AppText::MoreFailed.text(locale).to_owned(),
        );
        panel.add(PartKind::Fixed, |into| {
            into.open(Tag::P)
                .open(Tag::Button)
                .set(Name::Type, "button")
                .set(Name::Class, "retry")
                .flag(Name::DataRetry, true)
                .text(AppText::MoreRetry.text(locale));
        });
        panel
    }

    /// Adds the elements that `make` puts into an element, each as a part.
    pub fn add(&mut self, kind: PartKind, make: impl FnOnce(&mut Element)) {
        let mut holder = Element::new(Tag::Div);
        make(&mut holder);
        self.parts
            .extend(holder.inside.into_iter().filter_map(|node| match node {
                Node::Element(element) => Some(Part { kind, element }),
                Node::Text(_) => None,
            }));
    }

    pub fn push(&mut self, kind: PartKind, element: Element) {
        self.parts.push(Part { kind, element });
    }

    /// Adds a drawing with the place for the label of its current mark above it and the keys below.
    pub fn add_chart(&mut self, drawing: &Drawing, label: &str, locale: Locale) {
        self.add(PartKind::Detail, |into| {
            into.open(Tag::P)
                .set(Name::Class, "detail")
                .set(Name::Part, "detail")
                .set(Name::DataHint, "");
        });
        self.add(PartKind::Chart, |into| chart(drawing, label, into));
        self.add(PartKind::Fixed, |into| {
            let hint = into.open(Tag::P);
            hint.set(Name::Class, "keys");
            // The style sheet shows the one for the reader's device.
            for (class, text) in [("by-touch", Text::TapHint), ("by-key", Text::ChartHint)] {
                hint.open(Tag::Span)
                    .set(Name::Class, class)
                    .text(text.text(locale));
            }
        });
    }

    /// The whole panel as one element.
    pub fn into_element(self) -> Element {
        let mut panel = self.frame;
        let parts = self.parts.into_iter();
        panel
            .inside
            .extend(parts.map(|part| Node::Element(part.element)));
        panel
    }
}

/// Starts the panel of a tab with its question and its finding, as one element.
pub fn open_panel(tab_id: String, question: &'static str, finding: String) -> Element {
    Panel::new(tab_id, question, finding).into_element()
}

/// The panel of a view with a figure: question, finding, choices, figure or table, summary.
///
/// `draw` makes the drawing and `tables` the view's table, since the `draw` module knows fewer of them.
pub fn figure_panel(
    request: &Request,
    figure: &Figure,
    question: &'static str,
    draw: fn(&Figure, Size) -> Drawing,
    tables: &dyn Fn(&mut Element),
) -> Panel {
    let Request {
        choices,
        locale,
        size,
        ..
    } = *request;
    let drawing = draw(figure, size);
    let has_chart = !drawing.marks.is_empty() || !figure.headlines.is_empty();
    let has_table = !figure.table.rows.is_empty();
    let mut panel = Panel::new(tab_id(figure.view), question, figure.title.clone());
    for notice in &figure.notices {
        panel.add(PartKind::Cells, |into| {
            let paragraph = into.open(Tag::P);
            paragraph.set(Name::Class, "lead").text(notice.text.clone());
            if let Some(key) = &notice.key {
                // A link from the checks can take the keyboard here.
                paragraph
                    .set(Name::DataKey, key.clone())
                    .set(Name::Tabindex, "-1");
            }
        });
    }
    let mut choosable = figure.controls.clone();
    if has_chart && has_table {
        choosable.push(choices.display_control(locale));
    }
    panel.add(PartKind::Fixed, |into| options(&choosable, locale, into));
    if !has_chart {
        // The finding says it all, so the table comes on request.
        if has_table {
            panel.add(PartKind::Cells, |into| {
                let details = into.open(Tag::Details);
                details
                    .set(Name::Class, "on-request")
                    .flag(Name::Open, choices.display == Display::Table)
                    .open(Tag::Summary)
                    .text(Text::TableOnRequest.text(locale));
                tables(details);
            });
        }
    } else if choices.display == Display::Table {
        if has_table {
            panel.add(PartKind::Cells, tables);
        }
    } else if figure.headlines.is_empty() {
        panel.add_chart(&drawing, &figure.title, locale);
    } else {
        panel.add(PartKind::Fixed, |into| {
            headlines(&figure.headlines, locale, into);
        });
    }
    panel.add(PartKind::Fixed, |into| {
        summary_and_caveats(&figure.summary, &figure.caveats, locale, into);
    });
    panel
}

/// The panel of a view that the `draw` module draws; for any other view one that says that it is loading, or
/// `has_failed` to.
///
/// It has the room for what only the app can fill: what the checks found, and the ways to export.
pub fn first_panel(report: &Report, request: &Request, has_failed: bool) -> Panel {
    let Request {
        view,
        choices,
        locale,
        ..
    } = request;
    let figure = core_figure(report, *view, choices, *locale);
    let Some((figure, question)) = figure.zip(view.core_question()) else {
        return Panel::unavailable(*view, *locale, has_failed);
    };
    let plain = |into: &mut Element| table(&figure.table, *locale, into);
    let question = question.text(*locale);
    let mut panel = figure_panel(request, &figure, question, charts::draw_core, &plain);
    if *view == View::Overview {
        panel.add(PartKind::Fixed, |into| {
            into.open(Tag::Details)
                .set(Name::Class, "findings")
                .flag(Name::DataPending, true)
                .open(Tag::Summary)
                .text(Text::Checking.text(*locale));
        });
    }
    panel.push(PartKind::Fixed, loading_menus(*locale));
    panel
}
