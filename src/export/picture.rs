//! A figure as a picture that says what it shows and whose numbers these are.

use super::printed::{is_missing, printed, sources};
use super::svg::{Words, document};
use crate::charts::{Drawing, Shape};
use crate::figures::Figure;
use crate::i18n::{ExportText, Locale, Text};
use crate::model::Report;

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
    let year = report.year.to_string();
    let mut lines = vec![ExportText::CreditReport.with(locale, &[&report.agency.name, &year])];
    if let Some(source) = &report.source {
        let named = [source.title.as_deref(), source.url.as_deref()];
        let named = named.into_iter().flatten().filter(|part| !part.is_empty());
        lines.extend(named.map(|part| ExportText::CreditSource.with(locale, &[part])));
    }
    let units = units(figure, report, locale);
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
