//! The summary of lines over the years, and the caveats about their numbers.

use super::line_chart::LineSource;
use crate::choice::PanelKind;
use crate::messages::{CompareText, compare_text, missing_reason};
use crate::phrases::{join_list, year_label};
use crate::view_model::ViewModel;
use crate::year_change::zero;
use gongkai_catalog::{MeasureUnit, denominator_name};
use gongkai_i18n::Locale;
use gongkai_view::figures::Scale;

/// States the latest number of each line, and the years without a number.
pub(super) fn summary(model: &ViewModel, sources: &[LineSource]) -> String {
    let locale = model.locale();
    let mut latest = Vec::new();
    let mut gaps = Vec::new();
    for source in sources {
        let points = source.points(model);
        let mut latest_first = points.iter().rev();
        if let Some(last) = latest_first.find(|point| point.answer.number().is_some()) {
            let shown = model.numbers().answer(last.report, source.measure).text;
            let year = last.year.to_string();
            latest.push(
                compare_text::Latest {
                    name: &source.name,
                    year: &year,
                    shown: &shown,
                }
                .text(locale),
            );
        }
        // Consecutive years with the same reason are one gap.
        for run in points.chunk_by(|one, next| one.answer == next.answer) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let Some(reason) = missing_reason(locale, first.answer) else {
                continue;
            };
            let mut years = first.year.to_string();
            if last.year != first.year {
                years = [&years, "–", &last.year.to_string()].concat();
            }
            gaps.push(
                compare_text::Gap {
                    name: &source.name,
                    years: &years,
                    reason,
                }
                .text(locale),
            );
        }
    }
    let [separator, end] = match locale {
        Locale::ZhCn => ["；", "。"],
        Locale::En => ["; ", ". "],
    };
    let mut summary = latest.join(separator);
    if !summary.is_empty() {
        summary.push_str(end);
    }
    if !gaps.is_empty() {
        summary.push_str(
            &compare_text::Gaps {
                gaps: &gaps.join(separator),
            }
            .text(locale),
        );
    }
    summary
}

/// Lists what a reader must know of the lines. `is_drawn` tells whether they follow a chart instead of a
/// table or nothing.
pub(super) fn caveats(model: &ViewModel, sources: &[LineSource], is_drawn: bool) -> Vec<String> {
    let text = |text: CompareText| text.text(model.locale()).to_owned();
    let mut caveats: Vec<String> = Vec::new();
    if is_drawn && model.choice().panel == PanelKind::Multiples && sources.len() > 1 {
        caveats.push(text(CompareText::SameScale));
    }
    caveats.extend(form_change_caveat(model, sources, is_drawn));
    if is_drawn && model.scale() == Scale::Log {
        caveats.push(text(CompareText::LogCaveat));
        let mut points = sources.iter().flat_map(|source| source.points(model));
        if points.any(|point| point.answer.number() == Some(zero())) {
            caveats.push(text(CompareText::LogZeroCaveat));
        }
    }
    caveats.push(text(if is_drawn {
        CompareText::GapCaveat
    } else {
        CompareText::GapDifferent
    }));
    caveats.extend(measure_caveats(model));
    caveats
}

/// Says when the form changed: for all agencies in the same year, or for each.
fn form_change_caveat(model: &ViewModel, sources: &[LineSource], is_drawn: bool) -> Option<String> {
    let locale = model.locale();
    // By agency, the years in which its form changed.
    let mut changes: Vec<(usize, Vec<u16>)> = Vec::new();
    for source in sources {
        if !changes.iter().any(|(agency, _)| *agency == source.agency) {
            changes.push((source.agency, source.breaks(model)));
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
    if changes.iter().all(|(_, of_agency)| *of_agency == years) {
        if is_drawn {
            return Some(CompareText::BreakCaveat.text(locale).to_owned());
        }
        let years: Vec<String> = years.iter().map(|year| year_label(locale, *year)).collect();
        return Some(
            compare_text::BreakYears {
                years: &join_list(locale, &years),
            }
            .text(locale),
        );
    }
    let mut phrases: Vec<String> = Vec::new();
    for year in &years {
        let agencies = changes.iter().filter(|(_, years)| years.contains(year));
        let names: Vec<&str> = agencies
            .map(|(agency, _)| model.agency_name(*agency))
            .collect();
        let (year, count) = (year.to_string(), names.len().to_string());
        match names.as_slice() {
            [] => {}
            [name] => phrases.push(
                compare_text::BreakOne {
                    agency: name,
                    year: &year,
                }
                .text(locale),
            ),
            [name, ..] => phrases.push(
                compare_text::BreakSome {
                    agency: name,
                    count: &count,
                    year: &year,
                }
                .text(locale),
            ),
        }
    }
    let unchanged = changes.iter().filter(|(_, years)| years.is_empty()).count();
    if unchanged > 0 {
        phrases.push(
            compare_text::BreakOthers {
                count: &unchanged.to_string(),
            }
            .text(locale),
        );
    }
    let text = if is_drawn {
        CompareText::BreakAgencies
    } else {
        CompareText::BreakAgenciesTable
    };
    Some(text.with(locale, &[&join_list(locale, &phrases)]))
}

/// Lists what a reader must know of the measure and of the denominator.
pub(super) fn measure_caveats(model: &ViewModel) -> Vec<String> {
    let (locale, choice) = (model.locale(), model.choice());
    let unit = choice.measure.unit();
    let mut caveats = Vec::new();
    if unit == MeasureUnit::Pieces {
        caveats.push(CompareText::HedgeCaveat.text(locale).to_owned());
    }
    let denominators = model.catalog().denominators();
    let denominator = choice.per.and_then(|per| denominators.get(per.denominator));
    if denominator.is_some() || unit == MeasureUnit::Money {
        caveats.push(CompareText::RoundedCaveat.text(locale).to_owned());
    }
    if let Some(denominator) = denominator {
        let source = compare_text::Source {
            name: denominator_name(locale, denominator),
            unit: &denominator.unit,
            source: &denominator.source,
        };
        caveats.push(source.text(locale));
    }
    caveats
}
