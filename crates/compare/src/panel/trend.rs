//! The chosen agencies over the years, in one chart.

use super::line_chart::{LineSource, chart_or_table, has_numbers, lines};
use super::open_panel;
use crate::messages::{CompareText, compare_text};
use crate::phrases::{with_unit, year_range};
use crate::short_names::short_names;
use crate::view_model::ViewModel;
use gongkai_catalog::{SeriesPoint, comparable, incomparable_message};
use gongkai_view::charts::{self, Drawing, Size};
use gongkai_view::markup::{Element, Name, Tag};

/// Returns two measures of the first agency if there is a second measure, else one of each agency.
pub(super) fn line_sources(model: &ViewModel) -> Vec<LineSource> {
    let choice = model.choice();
    match (model.second_measure(), choice.agencies.first()) {
        (Some(second), Some(&agency)) => [choice.measure, second]
            .into_iter()
            .map(|measure| LineSource {
                agency,
                measure,
                name: model.numbers().measure_name(measure),
            })
            .collect(),
        _ => agency_sources(model),
    }
}

/// Returns the measure of each chosen agency.
pub(super) fn agency_sources(model: &ViewModel) -> Vec<LineSource> {
    let choice = model.choice();
    let sources = choice.agencies.iter().map(|&agency| LineSource {
        agency,
        measure: choice.measure,
        name: model.agency_name(agency).to_owned(),
    });
    sources.collect()
}

/// Says why the second measure is not shown, if it is not.
pub(super) fn second_measure_refusal(model: &ViewModel) -> Option<String> {
    let choice = model.choice();
    let second = choice
        .second_measure
        .filter(|_| !choice.agencies.is_empty())?;
    let reason = comparable(choice.measure, second).err()?;
    let [first, second] =
        [choice.measure, second].map(|measure| model.numbers().measure_name(measure));
    let reason = incomparable_message(model.locale(), reason);
    Some(
        compare_text::Refused {
            first: &first,
            second: &second,
            reason,
        }
        .text(model.locale()),
    )
}

pub(super) fn finding(model: &ViewModel) -> String {
    let locale = model.locale();
    let sources = line_sources(model);
    let Some(first) = sources.first() else {
        return CompareText::NoneChosen.text(locale).to_owned();
    };
    if !has_numbers(model, &sources) {
        return CompareText::NoNumbers.text(locale).to_owned();
    }
    if sources.len() == 1 {
        return single_line_finding(model, first);
    }
    if model.second_measure().is_some() {
        let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
        return compare_text::TrendTwoMeasures {
            agency: model.agency_name(first.agency),
            measures: &names.join(" · "),
            years: &year_range(model),
        }
        .text(locale);
    }
    if let Some(finding) = extremes(model, &sources) {
        return finding;
    }
    let count = sources.len().to_string();
    let measure = model.numbers().measure_name(first.measure);
    compare_text::TrendAgencies {
        count: &count,
        measure: &measure,
        years: &year_range(model),
    }
    .text(locale)
}

/// States which agency has most and which least in the latest year in which several have a number; `None` if
/// there is no such year.
pub(super) fn extremes(model: &ViewModel, sources: &[LineSource]) -> Option<String> {
    let (locale, numbers) = (model.locale(), model.numbers());
    let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
    let names = short_names(&names);
    let lines: Vec<Vec<SeriesPoint>> = sources.iter().map(|one| one.points(model)).collect();
    let (first, last) = (model.choice().first_year, model.choice().last_year);
    for year in (first..=last).rev() {
        let point = |line: &Vec<SeriesPoint>| {
            let point = line.iter().find(|point| point.year == year)?;
            Some((point.answer.number()?, point.report))
        };
        let mut ranked: Vec<_> = lines
            .iter()
            .zip(&names)
            .filter_map(|(line, name)| Some((point(line)?, name)))
            .collect();
        ranked.sort_by_key(|(point, _)| point.0);
        let (Some((least, least_name)), Some((most, most_name))) = (ranked.first(), ranked.last())
        else {
            continue;
        };
        if ranked.len() < 2 {
            continue;
        }
        let measure = model.choice().measure;
        let shown = |report| with_unit(locale, numbers.answer(report, measure).text, measure);
        let (year, measure) = (&year.to_string(), &numbers.measure_name(measure));
        return Some(if least.0 == most.0 {
            compare_text::TrendEqual {
                year,
                measure,
                count: &ranked.len().to_string(),
                shown: &shown(most.1),
            }
            .text(locale)
        } else {
            compare_text::TrendExtremes {
                year,
                measure,
                most: most_name,
                most_shown: &shown(most.1),
                least: least_name,
                least_shown: &shown(least.1),
            }
            .text(locale)
        });
    }
    None
}

/// States the first and the last number of the line.
fn single_line_finding(model: &ViewModel, source: &LineSource) -> String {
    let (locale, numbers) = (model.locale(), model.numbers());
    let name = model.agency_name(source.agency);
    let measure = numbers.measure_name(source.measure);
    let shown = |point: &SeriesPoint| {
        let shown = numbers.answer(point.report, source.measure).text;
        with_unit(locale, shown, source.measure)
    };
    let mut points = source.points(model);
    points.retain(|point| point.answer.number().is_some());
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return CompareText::NoNumbers.text(locale).to_owned();
    };
    let last_year = last.year.to_string();
    if first.year == last.year {
        return compare_text::TrendOneYear {
            agency: name,
            year: &last_year,
            measure: &measure,
            shown: &shown(last),
        }
        .text(locale);
    }
    // The two editions of the form do not count in quite the same way.
    let breaks = source.breaks(model);
    let is_between = |year: &u16| first.year < *year && *year <= last.year;
    let text = if breaks.iter().any(is_between) {
        CompareText::TrendAcrossForms
    } else {
        CompareText::TrendChange
    };
    text.with(
        locale,
        &[
            name,
            &first.year.to_string(),
            &measure,
            &shown(first),
            &last_year,
            &shown(last),
        ],
    )
}

pub(super) fn drawing(model: &ViewModel, sources: &[LineSource], size: Size) -> Drawing {
    charts::lines(&lines(model, String::new(), sources), size)
}

pub(super) fn panel(model: &ViewModel) -> Element {
    let sources = line_sources(model);
    let mut panel = open_panel(model, CompareText::AskTrend);
    if let Some(sentence) = second_measure_refusal(model) {
        panel
            .open(Tag::P)
            .set(Name::Class, "refused")
            .set(Name::Role, "note")
            .text(sentence);
    }
    let drawing = drawing(model, &sources, model.size());
    chart_or_table(model, &drawing, &sources, &mut panel);
    panel
}
