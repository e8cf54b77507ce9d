//! All agencies in one year, each a dot.

use super::line_chart::axis;
use super::notes::measure_caveats;
use super::{distribution_table, mark_detail, open_panel, scrolling_table};
use crate::messages::{CompareText, compare_text};
use crate::number_format::plotted_value;
use crate::phrases::{grouped_count, with_unit};
use crate::short_names::short_names;
use crate::view_model::{AgencyDots, ViewModel};
use crate::year_change::zero;
use gongkai_catalog::{Distribution, GapCounts};
use gongkai_i18n::Locale;
use gongkai_view::charts::{self, Drawing, Size};
use gongkai_view::components::{self, summary_and_caveats};
use gongkai_view::figures::{Display, DotPlot, NamedDot, Scale};
use gongkai_view::markup::{Element, Name, Tag};
use gongkai_view::text::Text;
use std::rc::Rc;

/// A dot of the distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// The agency, the year, and the number or the reason why it is missing.
    pub label: String,
    /// The centre in the drawing.
    pub center: (f64, f64),
}

/// Returns the rank of the dot that is nearest to a point of the drawing, from 0.
pub fn nearest_dot(model: &ViewModel, x: f64, y: f64) -> Option<usize> {
    dots(model).drawing.nearest(x, y)
}

/// Returns a dot by its rank.
pub fn dot(model: &ViewModel, rank: usize) -> Option<Dot> {
    let dots = dots(model);
    let agency = dots.agencies.get(rank).copied()?;
    Some(Dot {
        label: agency_label(model, agency),
        center: dots.drawing.centers.get(rank).copied()?,
    })
}

/// Draws the dots, unless they are drawn already.
fn dots(model: &ViewModel) -> Rc<AgencyDots> {
    model.dots(|| {
        let distribution = model.distribution();
        let figure = dots_figure(model, &distribution);
        AgencyDots {
            drawing: charts::dot_plot(&figure, model.size()),
            agencies: distribution
                .ranked
                .iter()
                .map(|entry| entry.agency)
                .collect(),
        }
    })
}

/// States the number of an agency, or why it has none.
fn agency_label(model: &ViewModel, agency: usize) -> String {
    let choice = model.choice();
    let report = model.catalog().report(agency, choice.year);
    let answer = model.numbers().answer(report, choice.measure);
    let year = choice.year.to_string();
    compare_text::Point {
        name: model.agency_name(agency),
        year: &year,
        shown: answer.text_or_reason(),
    }
    .text(model.locale())
}

/// Draws the dots in any size.
pub(super) fn drawing(model: &ViewModel, size: Size) -> Drawing {
    charts::dot_plot(&dots_figure(model, &model.distribution()), size).drawing
}

/// Returns the agencies of the chosen group: those with a number in rising order, then the others.
pub(super) fn agencies(model: &ViewModel) -> Vec<usize> {
    let distribution = model.distribution();
    let mut agencies: Vec<usize> = distribution.ranked.iter().map(|one| one.agency).collect();
    let others = model.agencies_in_group();
    let others: Vec<usize> = others
        .into_iter()
        .filter(|agency| !agencies.contains(agency))
        .collect();
    agencies.extend(others);
    agencies
}

fn dots_figure(model: &ViewModel, distribution: &Distribution) -> DotPlot {
    let choice = model.choice();
    let numbers = model.numbers();
    // The axis names the divisor.
    let number = |number| numbers.bare_number(number, choice.measure);
    let texts = [
        CompareText::Quartile1,
        CompareText::Quartile2,
        CompareText::Quartile3,
    ];
    let quartiles = distribution.quartiles().into_iter().flatten().zip(texts);
    let names: Vec<&str> = choice
        .agencies
        .iter()
        .map(|agency| model.agency_name(*agency))
        .collect();
    let names = short_names(&names);
    let named = choice
        .agencies
        .iter()
        .zip(names)
        .filter_map(|(agency, name)| {
            let mut ranked = distribution.ranked.iter().enumerate();
            let (rank, entry) = ranked.find(|(_, entry)| entry.agency == *agency)?;
            Some(NamedDot {
                at: rank,
                key: agency.to_string(),
                name,
                shown: number(entry.number),
                label: agency_label(model, *agency),
            })
        });
    DotPlot {
        ticks: axis(model, std::iter::once(choice.measure)),
        scale: model.scale(),
        unit: numbers.axis_unit(choice.measure),
        values: distribution
            .ranked
            .iter()
            .map(|entry| plotted_value(entry.number, choice.measure))
            .collect(),
        quartiles: quartiles
            .map(|(ratio, text)| {
                let label = text.with(model.locale(), &[&number(ratio)]);
                (plotted_value(ratio, choice.measure), label)
            })
            .collect(),
        named: named.collect(),
    }
}

/// Lists the reasons for the lack of a number, each with the number of agencies.
fn gap_reasons(model: &ViewModel, gaps: &GapCounts) -> String {
    let counts = [
        (gaps.no_report, CompareText::NoReport),
        (gaps.not_in_edition, CompareText::NotInEdition),
        (gaps.not_carried, CompareText::NotCarried),
        (gaps.missing, CompareText::Missing),
        (gaps.blank, CompareText::Blank),
        (gaps.not_applicable, CompareText::NotApplicable),
        (gaps.other_unit, CompareText::OtherUnit),
        (gaps.no_divisor, CompareText::NoDivisor),
    ];
    let locale = model.locale();
    let reasons = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, reason)| {
            compare_text::ReasonCount {
                reason: reason.text(locale),
                count: &count.to_string(),
            }
            .text(locale)
        });
    let reasons: Vec<String> = reasons.collect();
    reasons.join(match locale {
        Locale::ZhCn => "，",
        Locale::En => ", ",
    })
}

pub(super) fn finding(model: &ViewModel) -> String {
    let (locale, choice) = (model.locale(), model.choice());
    let numbers = model.numbers();
    let distribution = model.distribution();
    let year = choice.year.to_string();
    let measure = numbers.measure_name(choice.measure);
    match distribution.quartiles() {
        Some([_, median, _]) => {
            let agencies = grouped_count(distribution.ranked.len());
            let median = numbers.number(median, choice.measure);
            let median = with_unit(locale, median, choice.measure);
            compare_text::DistributionFinding {
                year: &year,
                count: &agencies,
                measure: &measure,
                median: &median,
            }
            .text(locale)
        }
        None => {
            let reasons = gap_reasons(model, &distribution.gaps);
            compare_text::DistributionEmpty {
                year: &year,
                measure: &measure,
                reasons: &reasons,
            }
            .text(locale)
        }
    }
}

pub(super) fn panel(model: &ViewModel) -> Element {
    let distribution = model.distribution();
    let mut panel = open_panel(model, CompareText::AskDistribution);
    if !distribution.ranked.is_empty() {
        if model.choice().display == Display::Table {
            let table = distribution_table::table(model, &distribution);
            scrolling_table(model, &table, &mut panel);
        } else {
            dot_plot(model, &mut panel);
        }
    }
    summary_and_caveats(
        &summary(model, &distribution),
        &caveats(model, &distribution),
        model.locale(),
        &mut panel,
    );
    panel
}

/// Adds the dot plot. Its slider starts at the first chosen agency, or in the middle.
fn dot_plot(model: &ViewModel, panel: &mut Element) {
    let locale = model.locale();
    let dots = dots(model);
    let rank_of = |agency: &usize| dots.agencies.iter().position(|dot| dot == agency);
    let chosen = model.choice().agencies.iter().find_map(rank_of);
    let current = chosen.unwrap_or(dots.agencies.len() / 2);
    let text = dot(model, current).map(|dot| dot.label).unwrap_or_default();
    let label = CompareText::DotPlotLabel.text(locale);
    components::strip(&dots.drawing, label, current, &text, panel);
    mark_detail(model, panel);
    panel
        .open(Tag::P)
        .set(Name::Class, "keys")
        .text(CompareText::DotPlotKeys.text(locale));
}

fn summary(model: &ViewModel, distribution: &Distribution) -> String {
    let (locale, choice) = (model.locale(), model.choice());
    let numbers = model.numbers();
    let mut summary = String::new();
    if let (Some([low, middle, high]), Some(least), Some(most)) = (
        distribution.quartiles(),
        distribution.ranked.first(),
        distribution.ranked.last(),
    ) {
        let shown = [least.number, low, middle, high, most.number]
            .map(|number| numbers.number(number, choice.measure));
        let [least, quarter, half, three_quarters, most] = &shown;
        summary = compare_text::DistributionSummary {
            least,
            quarter,
            half,
            three_quarters,
            most,
        }
        .text(locale);
    }
    let without_number = distribution.gaps.total();
    if without_number > 0 && !distribution.ranked.is_empty() {
        let reasons = gap_reasons(model, &distribution.gaps);
        let without = compare_text::WithoutNumber {
            count: &grouped_count(without_number),
            reasons: &reasons,
        };
        summary.push(' ');
        summary.push_str(&without.text(locale));
    }
    for agency in &choice.agencies {
        summary.push(' ');
        summary.push_str(&agency_label(model, *agency));
        summary.push_str(match locale {
            Locale::ZhCn => "。",
            Locale::En => ".",
        });
    }
    summary.trim().to_owned()
}

fn caveats(model: &ViewModel, distribution: &Distribution) -> Vec<String> {
    let text = |text: CompareText| text.text(model.locale()).to_owned();
    let is_table = model.choice().display == Display::Table;
    let is_drawn = !is_table && !distribution.ranked.is_empty();
    let mut caveats = vec![text(CompareText::QuartileCaveat)];
    if is_drawn {
        caveats.push(text(CompareText::DotCaveat));
    }
    if is_drawn && model.scale() == Scale::Log {
        caveats.push(text(CompareText::LogCaveat));
        if distribution
            .ranked
            .iter()
            .any(|entry| entry.number == zero())
        {
            caveats.push(Text::LogZero.text(model.locale()).to_owned());
        }
    }
    if is_table && distribution_table::is_shortened(model) {
        caveats.push(text(CompareText::ShortenedTableCaveat));
    }
    caveats.extend(measure_caveats(model));
    caveats
}
