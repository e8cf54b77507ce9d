//! What lines over years say in words, and what a reader must know of their numbers.

use super::trend::{Of, points};
use crate::catalog::Unit;
use crate::compare::By;
use crate::compare::comparison::Comparison;
use crate::figures::Lines;
use crate::i18n::{CompareText, Locale};

/// The latest number of each line, and what is not there.
pub(super) fn summary(comparison: &Comparison, of: &[Of], names: &[String]) -> String {
    let locale = comparison.locale;
    let mut latest = Vec::new();
    let mut gaps = Vec::new();
    for (of, name) in of.iter().zip(names) {
        let points = points(comparison, *of);
        let mut latest_first = points.iter().rev();
        if let Some(last) = latest_first.find(|point| point.state.number().is_some()) {
            let shown = comparison.shown(last.report, of.1).text;
            latest.push(CompareText::Latest.with(locale, &[name, &last.year.to_string(), &shown]));
        }
        // Years in a row that lack it for one reason are said together.
        for run in points.chunk_by(|one, next| one.state == next.state) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let Some(why) = crate::i18n::why_not(locale, first.state) else {
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

pub(super) fn caveats(comparison: &Comparison, lines: &Lines) -> Vec<String> {
    let text = |text: CompareText| text.text(comparison.locale).to_owned();
    let mut caveats = Vec::new();
    if !lines.breaks.is_empty() {
        caveats.push(text(CompareText::BreakCaveat));
    }
    caveats.push(text(CompareText::GapCaveat));
    caveats.extend(sources(comparison));
    caveats
}

/// What a reader must know of the measure and of what it is related to.
pub(super) fn sources(comparison: &Comparison) -> Vec<String> {
    let locale = comparison.locale;
    let mut caveats = Vec::new();
    if comparison.choice.measure.unit() == Unit::Pieces {
        caveats.push(CompareText::HedgeCaveat.text(locale).to_owned());
    }
    let by = match comparison.choice.by {
        By::Denominator { index, .. } => comparison.catalog.denominators().get(index),
        By::Nothing => None,
    };
    if by.is_some() || comparison.choice.measure.unit() == Unit::Money {
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
