//! All places in one year, every place a dot.

use super::trend::axis;
use super::words::sources;
use super::{opened, spread, table};
use crate::comparison::Comparison;
use crate::messages::CompareText;
use crate::words::zero;
use gongkai_catalog::{Distribution, GapCounts, distribution};
use gongkai_i18n::{Locale, grouped};
use gongkai_view::charts::{self, Strip};
use gongkai_view::components::{self, summary_and_caveats};
use gongkai_view::figures::{Display, Dots, NamedDot, Scale};
use gongkai_view::markup::{Element, Name, Tag};
use gongkai_view::text::Text;
use std::rc::Rc;

impl Comparison {
    /// The places that what shows all of them shows.
    pub(crate) fn within(&self) -> Vec<usize> {
        let group = self.choice.group;
        let places = self.catalog.agencies().iter().enumerate();
        places
            .filter(|(_, place)| group.is_none() || place.group == group)
            .map(|(index, _)| index)
            .collect()
    }

    fn distribution(&self) -> Distribution {
        let choice = &self.choice;
        distribution(&self.catalog, self.within(), choice.question(), choice.year)
    }

    /// The dots, and the place of each.
    fn strip(&self) -> Rc<(Strip, Vec<usize>)> {
        let made = || {
            let found = self.distribution();
            let dots = self.dots(&found);
            let places = found.ranked.iter().map(|mark| mark.agency).collect();
            Rc::new((charts::dots(&dots, self.size), places))
        };
        self.strip.get_or_init(made).clone()
    }

    /// The rank of the dot next to a point of the drawing, from 0.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        self.strip().0.nearest(x, y)
    }

    /// What a dot says, and where it stands.
    pub fn dot(&self, rank: usize) -> Option<(String, (f64, f64))> {
        let strip = self.strip();
        let place = strip.1.get(rank).copied()?;
        Some((self.said_of(place), strip.0.at.get(rank).copied()?))
    }

    fn said_of(&self, place: usize) -> String {
        let choice = &self.choice;
        let report = self.catalog.report(place, choice.year);
        let shown = self.shown(report, choice.measure);
        let year = choice.year.to_string();
        CompareText::Point.with(self.locale, &[self.name_of(place), &year, shown.said()])
    }

    fn dots(&self, found: &Distribution) -> Dots {
        let choice = &self.choice;
        // The axis says what it is related to.
        let number = |number| self.number_alone(number, choice.measure);
        let texts = [
            CompareText::Quartile1,
            CompareText::Quartile2,
            CompareText::Quartile3,
        ];
        let quartiles = found.quartiles().into_iter().flatten().zip(texts);
        let named = choice.places.iter().filter_map(|place| {
            let at = found.ranked.iter().position(|mark| mark.agency == *place)?;
            let mark = found.ranked.get(at)?;
            Some(NamedDot {
                at,
                key: place.to_string(),
                name: self.name_of(*place).to_owned(),
                shown: number(mark.number),
                label: self.said_of(*place),
            })
        });
        Dots {
            axis: axis(self, std::iter::once(choice.measure)),
            scale: self.scale(),
            unit: self.unit(choice.measure),
            values: found
                .ranked
                .iter()
                .map(|mark| self.drawn(mark.number, choice.measure))
                .collect(),
            quartiles: quartiles
                .map(|(ratio, text)| {
                    let label = text.with(self.locale, &[&number(ratio)]);
                    (self.drawn(ratio, choice.measure), label)
                })
                .collect(),
            named: named.collect(),
        }
    }
}

/// The reasons with how many places each holds for.
fn reasons(comparison: &Comparison, without: &GapCounts) -> String {
    let counts = [
        (without.no_report, CompareText::NoReport),
        (without.not_in_edition, CompareText::NotInEdition),
        (without.not_carried, CompareText::NotCarried),
        (without.missing, CompareText::Missing),
        (without.blank, CompareText::Blank),
        (without.not_applicable, CompareText::NotApplicable),
        (without.other_unit, CompareText::OtherUnit),
        (without.no_divisor, CompareText::NoDivisor),
    ];
    let locale = comparison.locale;
    let counted = counts.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = counted
        .map(|(count, why)| {
            CompareText::WithoutOne.with(locale, &[why.text(locale), &count.to_string()])
        })
        .collect();
    said.join(match locale {
        Locale::ZhCn => "，",
        Locale::En => ", ",
    })
}

fn count(number: usize) -> String {
    grouped(i64::try_from(number).unwrap_or(i64::MAX))
}

pub(super) fn finding(comparison: &Comparison) -> String {
    let (locale, choice) = (comparison.locale, &comparison.choice);
    let found = comparison.distribution();
    let year = choice.year.to_string();
    let measure = comparison.measure_name(choice.measure);
    match found.quartiles() {
        Some([_, median, _]) => {
            let median = comparison.number(median, choice.measure);
            let median = comparison.counted(median, choice.measure);
            let places = count(found.ranked.len());
            CompareText::DistributionTitle.with(locale, &[&year, &places, &measure, &median])
        }
        None => {
            let why = reasons(comparison, &found.gaps);
            CompareText::DistributionNone.with(locale, &[&year, &measure, &why])
        }
    }
}

pub(super) fn panel(comparison: &Comparison) -> Element {
    let (locale, choice) = (comparison.locale, &comparison.choice);
    let found = comparison.distribution();
    let mut panel = opened(comparison, CompareText::AskDistribution);
    let strip = comparison.strip();
    if !found.ranked.is_empty() {
        if choice.display == Display::Table {
            table(comparison, &spread::numbers(comparison, &found), &mut panel);
        } else {
            panel
                .open(Tag::P)
                .set(Name::Class, "detail")
                .set(Name::Part, "detail")
                .set(Name::DataPart, "detail")
                .set(Name::DataHint, "")
                .text(Text::DetailHint.text(locale));
            let chosen = choice
                .places
                .iter()
                .find_map(|place| strip.1.iter().position(|at| at == place));
            let current = chosen.unwrap_or(strip.1.len() / 2);
            let text = comparison
                .dot(current)
                .map(|(text, _)| text)
                .unwrap_or_default();
            let label = CompareText::Strip.text(locale);
            components::strip(&strip.0, label, current, &text, &mut panel);
            panel
                .open(Tag::P)
                .set(Name::Class, "keys")
                .text(CompareText::StripKeys.text(locale));
        }
    }
    summary_and_caveats(
        &summary(comparison, &found),
        &caveats(comparison, &found),
        locale,
        &mut panel,
    );
    panel
}

fn summary(comparison: &Comparison, found: &Distribution) -> String {
    let (locale, choice) = (comparison.locale, &comparison.choice);
    let number = |number| comparison.number(number, choice.measure);
    let mut words = String::new();
    if let (Some([low, middle, high]), Some(least), Some(most)) =
        (found.quartiles(), found.ranked.first(), found.ranked.last())
    {
        let numbers = [least.number, low, middle, high, most.number].map(number);
        words =
            CompareText::DistributionSummary.with(locale, &numbers.each_ref().map(String::as_str));
    }
    let without = found.gaps.total();
    if without > 0 && !found.ranked.is_empty() {
        let why = reasons(comparison, &found.gaps);
        words.push(' ');
        words.push_str(&CompareText::GapCounts.with(locale, &[&count(without), &why]));
    }
    for place in &choice.places {
        words.push(' ');
        words.push_str(&comparison.said_of(*place));
        words.push_str(match locale {
            Locale::ZhCn => "。",
            Locale::En => ".",
        });
    }
    words.trim().to_owned()
}

fn caveats(comparison: &Comparison, found: &Distribution) -> Vec<String> {
    let text = |text: CompareText| text.text(comparison.locale).to_owned();
    let is_table = comparison.choice.display == Display::Table;
    let is_drawn = !is_table && !found.ranked.is_empty();
    let mut caveats = vec![text(CompareText::QuartileCaveat)];
    if is_drawn {
        caveats.push(text(CompareText::DotCaveat));
    }
    if is_drawn && comparison.scale() == Scale::Log {
        caveats.push(text(CompareText::LogCaveat));
        if found.ranked.iter().any(|mark| mark.number == zero()) {
            caveats.push(Text::LogZero.text(comparison.locale).to_owned());
        }
    }
    if is_table && spread::is_cut(comparison) {
        caveats.push(text(CompareText::TableCut));
    }
    caveats.extend(sources(comparison));
    caveats
}
