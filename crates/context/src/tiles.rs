//! What goes into the overview's tiles: a small line of years, and the number of the year before.

use crate::measures::{TILES, of_tile};
use crate::messages::context_text;
use crate::numbers::{in_words, plotted};
use crate::series::Series;
use gongkai_catalog::{Measure, Question, Value, series};
use gongkai_i18n::Locale;
use gongkai_view::charts::{SparkPoint, px, sparkline};
use gongkai_view::components::shape;
use gongkai_view::markup::{Element, Name, Tag};

/// In CSS pixels.
const SIZE: (f64, f64) = (96.0, 28.0);

pub fn tiles(series: &Series, locale: Locale) -> Vec<(String, Element)> {
    let tiles = TILES.iter().filter_map(|key| {
        let element = tile(series, &of_tile(key), locale)?;
        Some(((*key).to_owned(), element))
    });
    tiles.collect()
}

/// `None` without a number of another year.
fn tile(series: &Series, measures: &[Measure], locale: Locale) -> Option<Element> {
    let points = points(series, measures);
    let is_other = |point: &SparkPoint| point.year != series.year;
    if !points.iter().any(is_other) {
        return None;
    }
    let mut line = Element::new(Tag::Span);
    line.set(Name::Class, "tile-years");
    let drawing = sparkline(&points, series.years(), series.year, SIZE);
    let svg = line.open(Tag::Svg);
    svg.set(Name::Class, "spark")
        .set(Name::AriaHidden, "true")
        .set(Name::Width, px(drawing.width))
        .set(Name::Height, px(drawing.height));
    for guide in &drawing.guides {
        shape(guide, svg);
    }
    if let Some(value) = series
        .before()
        .and_then(|before| sum(series, before, measures))
    {
        let (measure, year) = (measures.first()?, series.year.saturating_sub(1));
        line.text(" ").open(Tag::Span).text(
            context_text::TileLastYear {
                year: &year.to_string(),
                value: &in_words(value, *measure, locale),
            }
            .text(locale),
        );
    }
    Some(line)
}

/// The years with a number; of several measures, those in which all have one.
fn points(of: &Series, measures: &[Measure]) -> Vec<SparkPoint> {
    let lines: Vec<_> = measures
        .iter()
        .map(|measure| {
            let question = Question::from(*measure);
            (measure, series(&of.catalog, 0, question, of.years()).points)
        })
        .collect();
    let mut points = Vec::new();
    let mut follows = false;
    for (index, year) in of.years().enumerate() {
        let mut value = Some(0.0);
        let mut is_after_break = false;
        for (measure, line) in &lines {
            let point = line.get(index);
            let number = point.and_then(|point| point.answer.number());
            value = value
                .zip(number)
                .map(|(sum, number)| sum + plotted(number, **measure));
            is_after_break |= point.is_some_and(|point| point.is_after_break);
        }
        if let Some(value) = value {
            points.push(SparkPoint {
                year,
                value,
                is_joined: follows && !is_after_break,
            });
        }
        follows = value.is_some();
    }
    points
}

/// The value of one measure, or the sum of several counts; `None` if one of these is no count.
fn sum(series: &Series, report: usize, measures: &[Measure]) -> Option<Value> {
    if let [measure] = measures {
        let value = series.catalog.value(report, *measure);
        return (value != Value::Missing).then_some(value);
    }
    let mut sum = 0_i64;
    for measure in measures {
        let Value::Count(count) = series.catalog.value(report, *measure) else {
            return None;
        };
        sum = sum.checked_add(count)?;
    }
    Some(Value::Count(sum))
}
