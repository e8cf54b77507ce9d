//! The picture that other sites show with a link to a report.

use super::svg;
use crate::charts::{Anchor, Drawing, Paint, Shape, text_lines};
use crate::figures::{Choices, View, figure};
use crate::text::{PageText, page_text};
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// Half of the size in pixels in which it is shown: 1200 × 630.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 315.0;
const MARGIN: f64 = 36.0;
/// The most headline numbers.
const NUMBERS: usize = 4;

/// Draws a report's name and its headline numbers as a picture of 600 × 315, for twice as many pixels.
pub fn preview_picture(report: &Report, locale: Locale) -> String {
    let mut drawing = Drawing {
        width: WIDTH,
        height: HEIGHT,
        ..Drawing::default()
    };
    drawing.guides.push(Shape::Rect {
        x: 0.0,
        y: 0.0,
        width: WIDTH,
        height: 10.0,
        paint: Paint::Square,
    });
    let inner = WIDTH - 2.0 * MARGIN;
    let mut y = 30.0;
    // A long name has two lines of a smaller size.
    let size = if text_lines(&report.agency.name, 34.0, inner).len() > 1 {
        24.0
    } else {
        32.0
    };
    for line in text_lines(&report.agency.name, size * 1.06, inner)
        .into_iter()
        .take(2)
    {
        y += size * 1.3;
        drawing
            .guides
            .push(text(MARGIN, y, size, Paint::Value, line));
    }
    let year = &report.year.to_string();
    let title = page_text::PreviewTitle { year }.text(locale);
    for line in text_lines(&title, 18.0, inner).into_iter().take(2) {
        y += 30.0;
        drawing
            .guides
            .push(text(MARGIN, y, 18.0, Paint::Name, line));
    }
    let figure = figure(report, View::Overview, &Choices::default(), locale);
    let headlines = figure.iter().flat_map(|figure| &figure.headlines);
    let column = (inner + 16.0) / 2.0;
    for (index, headline) in headlines.take(NUMBERS).enumerate() {
        let x = MARGIN + if index % 2 == 0 { 0.0 } else { column };
        let y = if index < 2 { 172.0 } else { 240.0 };
        let width = column - 16.0;
        let label = text_lines(headline.label, 14.0, width);
        let label = label.into_iter().next().unwrap_or_default();
        let size = size_on_one_line(&headline.value, width);
        let value = headline.value.clone();
        drawing.guides.push(text(x, y, 14.0, Paint::Legend, label));
        drawing
            .guides
            .push(text(x, y + 30.0, size, Paint::Value, value));
    }
    let lead = PageText::PreviewLead.text(locale).to_owned();
    drawing
        .guides
        .push(text(MARGIN, HEIGHT - 14.0, 13.0, Paint::Legend, lead));
    svg(&drawing, &title, &report.agency.name)
}

/// The size at which a number and its unit fit on one line: a number without its unit is another number.
fn size_on_one_line(value: &str, width: f64) -> f64 {
    let fits = |size: &f64| text_lines(value, size * 1.08, width).len() < 2;
    [25.0, 22.0, 19.0, 16.0]
        .into_iter()
        .find(fits)
        .unwrap_or(13.0)
}

/// Draws a sentence as a picture of the same size.
pub fn notice_picture(sentence: &str, locale: Locale) -> String {
    let mut drawing = Drawing {
        width: WIDTH,
        height: HEIGHT,
        ..Drawing::default()
    };
    let lines = text_lines(sentence, 22.0, WIDTH - 2.0 * MARGIN);
    let mut y = 130.0;
    for text in lines {
        drawing
            .guides
            .push(self::text(MARGIN, y, 22.0, Paint::Name, text));
        y += 34.0;
    }
    svg(&drawing, PageText::Removed.text(locale), sentence)
}

fn text(x: f64, y: f64, size: f64, paint: Paint, text: String) -> Shape {
    Shape::Text {
        x,
        y,
        size,
        anchor: Anchor::Start,
        text,
        paint,
    }
}
