//! What lines over years say in words, and what a reader must know of their numbers.

use super::trend::{Of, breaks_of, points};
use crate::By;
use crate::comparison::Comparison;
use crate::messages::CompareText;
use crate::words::zero;
use gongkai_catalog::MeasureUnit;
use gongkai_i18n::Locale;
use gongkai_view::figures::Scale;

/// The latest number of each line, and what is not there.
pub(super) fn summary(comparison: &Comparison, of: &[Of], names: &[String]) -> String {
    let locale = comparison.locale;
    let mut latest = Vec::new();
    let mut gaps = Vec::new();
    for (of, name) in of.iter().zip(names) {
        let points = points(comparison, *of);
        let mut latest_first = points.iter().rev();
        if let Some(last) = latest_first.find(|point| point.answer.number().is_some()) {
            let shown = comparison.shown(last.report, of.1).text;
            latest.push(CompareText::Latest.with(locale, &[name, &last.year.to_string(), &shown]));
        }
        // Years in a row that lack it for one reason are said together.
        for run in points.chunk_by(|one, next| one.answer == next.answer) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let Some(why) = crate::messages::why_not(locale, first.answer) else {
                continue;
            };
            let mut years = first.year.to_string();
            if last.year != first.year {
                years = [&years, "–", &last.year.to_string()].concat();
            }
            gaps.push(CompareText::Gap.with(locale, &[name, &years, why]));
        }
    }
    let separator = match locale {
        Locale::ZhCn => "；",
        Locale::En => "; ",
    };
    let end = match locale {
        Locale::ZhCn => "。",
        Locale::En => ". ",
    };
    let mut words = latest.join(separator);
    if !words.is_empty() {
        words.push_str(end);
    }
    if !gaps.is_empty() {
        words.push_str(&CompareText::Gaps.with(locale, &[&gaps.join(separator)]));
    }
    words
}

/// `is_drawn` says that they stand below a chart, and not below a table or nothing.
pub(super) fn caveats(comparison: &Comparison, of: &[Of], is_drawn: bool) -> Vec<String> {
    let text = |text: CompareText| text.text(comparison.locale).to_owned();
    let mut caveats: Vec<String> = Vec::new();
    caveats.extend(change_of_form(comparison, of, is_drawn));
    if is_drawn && comparison.scale() == Scale::Log {
        caveats.push(text(CompareText::LogCaveat));
        let mut points = of.iter().flat_map(|of| points(comparison, *of));
        if points.any(|point| point.answer.number() == Some(zero())) {
            caveats.push(text(CompareText::LogZeroCaveat));
        }
    }
    caveats.push(text(match is_drawn {
        true => CompareText::GapCaveat,
        false => CompareText::GapDifferent,
    }));
    caveats.extend(sources(comparison));
    caveats
}

/// When the form changed: of all places at once, or place by place.
fn change_of_form(comparison: &Comparison, of: &[Of], is_drawn: bool) -> Option<String> {
    let locale = comparison.locale;
    let mut changes: Vec<(usize, Vec<u16>)> = Vec::new();
    for (place, measure) in of {
        if !changes.iter().any(|(known, _)| known == place) {
            changes.push((*place, breaks_of(comparison, (*place, *measure))));
        }
    }
    let mut years: Vec<u16> = changes
        .iter()
        .flat_map(|(_, years)| years.clone())
        .collect();
    years.sort_unstable();
    years.dedup();
    if years.is_empty() {
        return None;
    }
    let listed = |items: Vec<String>| comparison.listed(&items);
    if changes.iter().all(|(_, of_place)| *of_place == years) {
        let years = years
            .iter()
            .map(|year| CompareText::YearOf.with(locale, &[&year.to_string()]));
        return Some(match is_drawn {
            true => CompareText::BreakCaveat.text(locale).to_owned(),
            false => CompareText::BreakYears.with(locale, &[&listed(years.collect())]),
        });
    }
    let mut said: Vec<String> = Vec::new();
    for year in &years {
        let places = changes
            .iter()
            .filter(|(_, of_place)| of_place.contains(year));
        let names: Vec<&str> = places
            .map(|(place, _)| comparison.name_of(*place))
            .collect();
        let (year, count) = (year.to_string(), names.len().to_string());
        match names.as_slice() {
            [] => {}
            [name] => said.push(CompareText::BreakOne.with(locale, &[name, &year])),
            [name, ..] => said.push(CompareText::BreakSome.with(locale, &[name, &count, &year])),
        }
    }
    let without = changes.iter().filter(|(_, years)| years.is_empty()).count();
    if without > 0 {
        said.push(CompareText::BreakOthers.with(locale, &[&without.to_string()]));
    }
    let text = match is_drawn {
        true => CompareText::BreakPlaces,
        false => CompareText::BreakPlacesTable,
    };
    Some(text.with(locale, &[&listed(said)]))
}

/// What a reader must know of the measure and of what it is related to.
pub(super) fn sources(comparison: &Comparison) -> Vec<String> {
    let locale = comparison.locale;
    let mut caveats = Vec::new();
    if comparison.choice.measure.unit() == MeasureUnit::Pieces {
        caveats.push(CompareText::HedgeCaveat.text(locale).to_owned());
    }
    let by = match comparison.choice.by {
        By::Denominator { index, .. } => comparison.catalog.denominators().get(index),
        By::Nothing => None,
    };
    if by.is_some() || comparison.choice.measure.unit() == MeasureUnit::Money {
        caveats.push(CompareText::Rounded.text(locale).to_owned());
    }
    if let Some(one) = by {
        let name = match locale {
            Locale::ZhCn => &one.zh,
            Locale::En => &one.en,
        };
        caveats.push(CompareText::Source.with(locale, &[name, &one.unit, &one.source]));
    }
    caveats
}
