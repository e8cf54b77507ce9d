//! The listed categories as bars.

use super::{bar, bars, key, ranked};
use crate::figures::*;
use crate::text::{Text, view_text};
use gongkai_i18n::{Locale, grouped_wide, percent_of_sum, quantity, unit_word};
use gongkai_model::text::{clipped, digits};
use gongkai_model::{Disclosure, Named, Quantity};

/// The listed categories, at least one, and their sum.
pub(in crate::figures) struct Categories<'a> {
    pub list: &'a [Named],
    /// The sum of the counts as written.
    pub sum: i128,
    /// The least sum that the hedges allow.
    pub low: i128,
    /// The greatest sum that the hedges allow.
    pub high: i128,
    /// Indices, largest first; equal counts in printed order.
    ranked: Vec<usize>,
    /// The place of each index in `ranked`, from 1.
    ranks: Vec<usize>,
}

impl<'a> Categories<'a> {
    pub fn of(disclosure: &'a Disclosure) -> Option<Categories<'a>> {
        let categories = disclosure.categories.as_slice();
        if categories.is_empty() {
            return None;
        }
        let (mut sum, mut low, mut high) = (0_i128, 0_i128, 0_i128);
        for named in categories {
            let range = named.quantity().range();
            sum += i128::from(named.count);
            low += i128::from(range.0);
            high += i128::from(range.1);
        }
        let ranked = ranked(categories);
        let mut ranks = vec![0; ranked.len()];
        for (place, &index) in ranked.iter().enumerate() {
            if let Some(rank) = ranks.get_mut(index) {
                *rank = place.saturating_add(1);
            }
        }
        Some(Categories {
            list: categories,
            sum,
            low,
            high,
            ranked,
            ranks,
        })
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn order(&self, sort: Sort) -> Vec<usize> {
        match sort {
            Sort::Size => self.ranked.clone(),
            Sort::Printed => (0..self.len()).collect(),
        }
    }

    /// The units of the categories, each once.
    pub fn units(&self, locale: Locale) -> Vec<String> {
        let mut units: Vec<String> = Vec::new();
        for named in self.list {
            let unit = unit_word(locale, named.unit.as_deref().unwrap_or(""), false);
            if !unit.is_empty() && !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    }

    /// The sum, with the unit if there is only one.
    pub fn sum_with_unit(&self, locale: Locale) -> String {
        let mut units = self.list.iter().map(|named| &named.unit);
        let first = units.next();
        let unit = first.filter(|first| units.all(|unit| unit == *first));
        match i64::try_from(self.sum) {
            Ok(count) => quantity(
                locale,
                &Quantity {
                    count,
                    qualifier: None,
                    unit: unit.cloned().flatten(),
                },
            ),
            Err(_) => grouped_wide(self.sum),
        }
    }

    pub fn ranked_at(&self, rank: usize) -> Option<&Named> {
        self.ranked
            .get(rank)
            .and_then(|&index| self.list.get(index))
    }

    fn datum(&self, index: usize, measure: Measure, locale: Locale) -> Option<Datum> {
        let named = self.list.get(index)?;
        let printed = named.quantity();
        let share = percent_of_sum(named.count.into(), self.sum);
        let rank = *self.ranks.get(index)?;
        let mut datum = bar(&key(index), &named.name, &printed, Tone::Plain, locale);
        if let Some(share) = &share {
            datum.detail = view_text::CategoryDetail {
                category: &named.name,
                count: &quantity(locale, &printed),
                share,
                rank: &digits(rank),
            }
            .text(locale);
        }
        if measure == Measure::Share {
            datum.value = Some(match self.sum {
                0 => 0.0,
                sum => named.count as f64 * 100.0 / sum as f64,
            });
            datum.upper = None;
            datum.label = share.unwrap_or_default();
        }
        Some(datum)
    }

    pub fn finding(&self, locale: Locale) -> String {
        let number = digits(self.len());
        match (self.ranked_at(0), self.sum) {
            (Some(largest), 1..) => view_text::DisclosureFinding {
                category: &clipped(&largest.name),
                count: &quantity(locale, &largest.quantity()),
                categories: &number,
                sum: &self.sum_with_unit(locale),
                share: &percent_of_sum(largest.count.into(), self.sum).unwrap_or_default(),
            }
            .text(locale),
            _ => view_text::DisclosureZero {
                categories: &number,
            }
            .text(locale),
        }
    }

    pub fn summary(&self, locale: Locale) -> String {
        let (Some(largest), Some(smallest)) = (self.ranked_at(0), self.ranked_at(self.len() - 1))
        else {
            return String::new();
        };
        let first_three = (0..3)
            .filter_map(|rank| self.ranked_at(rank))
            .fold(0_i128, |sum, named| sum + i128::from(named.count));
        view_text::DisclosureSummary {
            categories: &digits(self.len()),
            largest: &clipped(&largest.name),
            largest_count: &quantity(locale, &largest.quantity()),
            smallest: &clipped(&smallest.name),
            smallest_count: &quantity(locale, &smallest.quantity()),
            share: &percent_of_sum(first_three, self.sum).unwrap_or_else(|| "0".to_owned()),
        }
        .text(locale)
    }

    pub fn panel(&self, order: &[usize], units: &str, choices: &Choices, locale: Locale) -> Panel {
        let (measured, ticks) = match choices.measure {
            Measure::Count => (view_text::AsCount { units }.text(locale), TickFormat::Count),
            Measure::Share => (Text::AsShare.text(locale).to_owned(), TickFormat::Percent),
        };
        let data = order.iter();
        let data = data.filter_map(|&index| self.datum(index, choices.measure, locale));
        let caption = view_text::CategoriesPanel { measure: &measured }.text(locale);
        bars(caption, data.collect(), choices.scale, ticks)
    }
}
