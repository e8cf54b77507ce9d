//! A figure as a picture, with its finding and its source.

use super::report_cells::{report_cells, sources};
use super::svg::{Caption, Code, document};
use crate::charts::{Anchor, Drawing, Mark, Paint, Shape, Size, draw, text_lines};
use crate::figures::{Choices, Figure, Headline, View, figure};
use crate::text::{ExportText, Text, export_text, view_text};
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// The text size in CSS pixels of a drawing without text.
const EM: f64 = 16.0;

/// Writes a drawing as [`svg`](super::svg()) does, with the finding above it, and agency, year,
/// source and units below it. Lengths are in CSS pixels.
pub fn picture(figure: &Figure, drawing: &Drawing, report: &Report, locale: Locale) -> String {
    let caption = Caption {
        em: em(drawing),
        heading: &figure.heading(locale),
        credit: &credit(figure, report, locale),
        kicker: "",
        code: None,
    };
    document(drawing, &figure.title, &figure.summary, Some(&caption))
}

/// Writes all figures of a report as one picture, each below its finding; `None` if there is no
/// number to draw.
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
        append(&mut whole, &figure.heading(locale), drawing, size.em);
    }
    if whole.marks.is_empty() {
        return None;
    }
    let year = report.year.to_string();
    let heading = view_text::Heading {
        agency: &report.agency.name,
        year: &year,
    }
    .text(locale);
    let caption = Caption {
        em: size.em,
        heading: &heading,
        credit: &credit_lines(units_of_all, report, locale),
        kicker: "",
        code: None,
    };
    Some(document(&whole, &heading, "", Some(&caption)))
}

/// The texts of a picture that is not of a report.
#[derive(Clone, Copy, Debug)]
pub struct Captions<'a> {
    /// A small line above the finding; may be empty.
    pub kicker: &'a str,
    pub finding: &'a str,
    /// What the picture says in words, for readers who do not see it.
    pub summary: &'a str,
    /// Lines below the drawing.
    pub credit: &'a [String],
    /// The address of a QR code beside them.
    pub address: Option<&'a str>,
}

/// Writes a drawing as [`svg`](super::svg()) does, with texts above and below it.
pub fn captioned_picture(drawing: &Drawing, captions: Captions<'_>) -> String {
    let caption = Caption {
        em: em(drawing),
        heading: captions.finding,
        credit: captions.credit,
        kicker: captions.kicker,
        code: captions
            .address
            .filter(|address| fits_code(address))
            .map(|address| Code {
                address,
                size: CODE_SIZE,
            }),
    };
    document(drawing, captions.finding, captions.summary, Some(&caption))
}

/// The size of the picture that is made for phones: its text is as large as that of a page.
pub const PHONE: Size = Size {
    width: 344.0,
    em: 16.0,
};
const CODE_SIZE: f64 = 96.0;
/// What a QR code of version 15 holds, in bytes: the modules of a larger one would be smaller than two pixels of a
/// phone.
const MAX_ADDRESS: usize = 520;

/// Whether a phone could read the address from a picture.
fn fits_code(address: &str) -> bool {
    address.len() <= MAX_ADDRESS
}

/// What a picture that readers send to others says besides what it shows.
#[derive(Clone, Copy, Debug)]
pub struct Shared<'a> {
    /// The address of the page, for a QR code.
    pub address: Option<&'a str>,
    /// Such as `2026-11-30`.
    pub today: &'a str,
}

/// Writes a view as a picture made for a phone: whose report it is, the finding, the figure, the source, and a
/// place for the page's address as a QR code. `None` for a view without figure and headline numbers.
pub fn phone_picture(
    report: &Report,
    view: View,
    choices: &Choices,
    locale: Locale,
    shared: Shared<'_>,
) -> Option<String> {
    let figure = figure(report, view, choices, locale)?;
    let mut drawing = draw(&figure, PHONE);
    if drawing.marks.is_empty() {
        drawing = numbers(&figure.headlines)?;
    }
    let heading = view_text::Heading {
        agency: &report.agency.name,
        year: &report.year.to_string(),
    }
    .text(locale);
    let mut credit = source_lines(report, locale);
    let today = shared.today;
    credit.push(export_text::CreditMade { today }.text(locale));
    let address = shared.address.filter(|address| fits_code(address));
    if address.is_some() {
        credit.push(ExportText::CreditScan.text(locale).to_owned());
    }
    let caption = Caption {
        em: PHONE.em,
        heading: &figure.title,
        credit: &credit,
        kicker: &heading,
        code: address.map(|address| Code {
            address,
            size: CODE_SIZE,
        }),
    };
    Some(document(
        &drawing,
        &figure.title,
        &figure.summary,
        Some(&caption),
    ))
}

/// Draws headline numbers below each other; `None` if the report has no headline number.
fn numbers(headlines: &[Headline]) -> Option<Drawing> {
    let em = PHONE.em;
    let mut drawing = Drawing {
        width: PHONE.width,
        ..Drawing::default()
    };
    let mut y = 0.0;
    for headline in headlines {
        for (text, size, leading, paint) in [
            (headline.label, em * 0.875, 1.5, Paint::Legend),
            (&headline.value, em * 1.5, 1.4, Paint::Value),
            (&headline.note, em * 0.875, 1.5, Paint::Legend),
        ] {
            for line in text_lines(text, size, PHONE.width) {
                y += size * leading;
                drawing.guides.push(Shape::Text {
                    x: 0.0,
                    y: y - size * 0.3,
                    size,
                    anchor: Anchor::Start,
                    text: line,
                    paint,
                });
            }
        }
        y += em * 0.75;
    }
    drawing.height = y;
    (!headlines.is_empty()).then_some(drawing)
}

/// Appends a drawing, with its finding above it.
fn append(whole: &mut Drawing, finding: &str, part: Drawing, em: f64) {
    whole.height += em;
    // Findings are bold, which is wider than the estimate.
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
    // The guides become a mark, because a mark can be moved and a path cannot.
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

/// The reader's text size, which is the largest in the drawing's marks.
fn em(drawing: &Drawing) -> f64 {
    let marked = drawing.marks.iter().flat_map(|mark| &mark.shapes);
    let size = |shape: &Shape| match shape {
        Shape::Text { size, .. } => Some(*size),
        _ => None,
    };
    marked.filter_map(size).fold(EM, f64::max)
}

/// The lines below the drawing of a figure.
fn credit(figure: &Figure, report: &Report, locale: Locale) -> Vec<String> {
    credit_lines(units(figure, report, locale), report, locale)
}

fn credit_lines(units: Vec<String>, report: &Report, locale: Locale) -> Vec<String> {
    let year = report.year.to_string();
    let mut lines = vec![
        export_text::CreditReport {
            agency: &report.agency.name,
            year: &year,
        }
        .text(locale),
    ];
    lines.extend(source_lines(report, locale));
    if !units.is_empty() {
        let units = &listed(&units, locale);
        lines.push(export_text::CreditUnits { units }.text(locale));
    }
    lines
}

/// Lists units, those that the form does not print last and marked once.
fn listed(units: &[String], locale: Locale) -> String {
    let mark = export_text::UnitAssumed { unit: "" }.text(locale);
    let stripped = |unit: &String| unit.strip_suffix(mark.as_str()).map(str::to_owned);
    let mut list: Vec<String> = units
        .iter()
        .filter(|unit| stripped(unit).is_none())
        .cloned()
        .collect();
    let assumed: Vec<String> = units.iter().filter_map(stripped).collect();
    let has_assumed = !assumed.is_empty();
    list.extend(assumed);
    let mut list = list.join(Text::ListComma.text(locale));
    if has_assumed {
        list.push_str(&mark);
    }
    list
}

/// The report's title and address where it was published, as far as they are known.
fn source_lines(report: &Report, locale: Locale) -> Vec<String> {
    let Some(source) = &report.source else {
        return Vec::new();
    };
    let parts = [source.title.as_deref(), source.url.as_deref()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts
        .map(|part| export_text::CreditSource { source: part }.text(locale))
        .collect()
}

/// The units of the printed numbers in a figure's table, each once.
fn units(figure: &Figure, report: &Report, locale: Locale) -> Vec<String> {
    let all = report_cells(report, locale);
    let mut units: Vec<String> = Vec::new();
    for row in &figure.table.rows {
        for source in sources(figure, row, &all).into_iter().flatten() {
            let unit = source.unit(locale);
            if !source.is_missing() && !unit.is_empty() && !units.contains(&unit) {
                units.push(unit);
            }
        }
    }
    units
}
