//! A figure as a picture that says what it shows and whose numbers these are.

use super::printed::{is_missing, printed, sources};
use super::svg::{Words, document};
use crate::charts::{Anchor, Drawing, Mark, Paint, Shape, Size, draw, text_lines};
use crate::figures::{Choices, Figure, View, figure};
use crate::text::{ExportText, Text};
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// The text size in CSS pixels where the drawing has no text to go by.
const EM: f64 = 16.0;

/// The drawing as [`svg`](super::svg()) writes it, with the finding above it and below it where the
/// numbers come from: agency and year, the report's source, the units. Lengths in CSS pixels.
pub fn picture(figure: &Figure, drawing: &Drawing, report: &Report, locale: Locale) -> String {
    let words = Words {
        em: em(drawing),
        heading: &figure.title,
        credit: &credit(figure, report, locale),
    };
    document(drawing, &figure.title, &figure.summary, Some(&words))
}

/// All figures of a report in one picture, each under its finding; `None` where there is none to
/// draw.
pub fn report_picture(
    report: &Report,
    choices: &Choices,
    locale: Locale,
    size: Size,
) -> Option<String> {
    let mut whole = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    let mut units_of_all: Vec<String> = Vec::new();
    for view in View::ALL {
        let Some(figure) = figure(report, *view, choices, locale) else {
            continue;
        };
        let drawing = draw(&figure, size);
        if drawing.marks.is_empty() {
            continue;
        }
        for unit in units(&figure, report, locale) {
            if !units_of_all.contains(&unit) {
                units_of_all.push(unit);
            }
        }
        below(&mut whole, &figure.title, drawing, size.em);
    }
    if whole.marks.is_empty() {
        return None;
    }
    let year = report.year.to_string();
    let heading = Text::Heading.with(locale, &[&report.agency.name, &year]);
    let words = Words {
        em: size.em,
        heading: &heading,
        credit: &credited(units_of_all, report, locale),
    };
    Some(document(&whole, &heading, "", Some(&words)))
}

/// Puts a drawing under its finding below what is there.
fn below(whole: &mut Drawing, finding: &str, part: Drawing, em: f64) {
    whole.height += em;
    // Findings are bold, and bold is wider than the estimate.
    for line in text_lines(finding, em * 1.12, whole.width) {
        whole.height += em * 1.5;
        whole.guides.push(Shape::Text {
            x: 0.0,
            y: whole.height - em * 0.4,
            size: em,
            anchor: Anchor::Start,
            text: line,
            paint: Paint::Value,
        });
    }
    whole.height += em * 0.75;
    // A mark can be moved as it is, and a path cannot.
    whole.marks.push(Mark {
        key: String::new(),
        label: finding.to_owned(),
        x: 0.0,
        y: whole.height,
        width: part.width,
        height: part.height,
        shapes: part.guides,
    });
    let top = whole.height;
    whole.marks.extend(part.marks.into_iter().map(|mark| Mark {
        y: mark.y + top,
        ..mark
    }));
    whole.height += part.height;
}

/// The reader's text size: what most of the drawing is written in.
fn em(drawing: &Drawing) -> f64 {
    let marked = drawing.marks.iter().flat_map(|mark| &mark.shapes);
    let size = |shape: &Shape| match shape {
        Shape::Text { size, .. } => Some(*size),
        _ => None,
    };
    marked.filter_map(size).fold(EM, f64::max)
}

/// The lines below the drawing.
fn credit(figure: &Figure, report: &Report, locale: Locale) -> Vec<String> {
    credited(units(figure, report, locale), report, locale)
}

fn credited(units: Vec<String>, report: &Report, locale: Locale) -> Vec<String> {
    let year = report.year.to_string();
    let mut lines = vec![ExportText::CreditReport.with(locale, &[&report.agency.name, &year])];
    if let Some(source) = &report.source {
        let named = [source.title.as_deref(), source.url.as_deref()];
        let named = named.into_iter().flatten().filter(|part| !part.is_empty());
        lines.extend(named.map(|part| ExportText::CreditSource.with(locale, &[part])));
    }
    if !units.is_empty() {
        let units = units.join(Text::Semicolon.text(locale));
        lines.push(ExportText::CreditUnits.with(locale, &[&units]));
    }
    lines
}

/// The units of the printed numbers in the figure's table, each once.
fn units(figure: &Figure, report: &Report, locale: Locale) -> Vec<String> {
    let all = printed(report, locale);
    let mut units: Vec<String> = Vec::new();
    for row in &figure.table.rows {
        for source in sources(figure, row, &all).into_iter().flatten() {
            let unit = source.unit(locale);
            if !is_missing(&source.value) && !unit.is_empty() && !units.contains(&unit) {
                units.push(unit);
            }
        }
    }
    units
}
