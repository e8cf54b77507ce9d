//! The stated total beside the sum of the listed categories.

use super::{Categories, DIFFERENCE, SUM, TOTAL, bar, bars};
use crate::figures::*;
use crate::text::{Text, view_text};
use gongkai_i18n::{Locale, grouped_wide, quantity};
use gongkai_model::text::{concat, digits};
use gongkai_model::{Cover, Disclosure, Quantity};

/// The stated total compared with the sum of the listed categories.
pub(super) struct Totals {
    cover: Cover,
    stated: i128,
    /// Sum − total, of the numbers as written.
    pub difference: i128,
    /// The least difference that the hedges allow; zero if the ranges overlap.
    least: i128,
}

impl Totals {
    pub fn of(disclosure: &Disclosure, listed: &Categories<'_>) -> Option<Totals> {
        let total = disclosure.total.as_ref()?;
        let (low, high) = total.range();
        let (low, high) = (i128::from(low), i128::from(high));
        let least = (listed.low - high).max(low - listed.high).max(0);
        Some(Totals {
            // A list that does not say what it covers cannot contradict the total by being short.
            cover: disclosure.categories_cover.unwrap_or(Cover::Some),
            stated: i128::from(total.count),
            difference: listed.sum - i128::from(total.count),
            least,
        })
    }

    /// Whether sum and total contradict each other.
    pub fn disagrees(&self) -> bool {
        self.least > 0 && (self.cover == Cover::All || self.difference > 0)
    }

    /// Compares the two in one sentence.
    pub fn sentence(
        &self,
        disclosure: &Disclosure,
        listed: &Categories<'_>,
        locale: Locale,
    ) -> String {
        let total = disclosure
            .total
            .as_ref()
            .map(|total| quantity(locale, total))
            .unwrap_or_default();
        let total = &total;
        let categories = &digits(listed.len());
        let sum = &listed.sum_with_unit(locale);
        let absolute = self.difference.abs();
        let difference = &grouped_wide(absolute);
        match (self.cover, self.disagrees()) {
            (Cover::All, true) => {
                let hedge = &if self.least == absolute {
                    String::new()
                } else {
                    let least = &grouped_wide(self.least);
                    view_text::AtLeast { least }.text(locale)
                };
                let direction = if self.difference > 0 {
                    Text::Surplus
                } else {
                    Text::Shortfall
                };
                view_text::TotalsDiffer {
                    total,
                    categories,
                    sum,
                    direction: direction.text(locale),
                    difference,
                    hedge,
                }
                .text(locale)
            }
            (Cover::All, false) => view_text::TotalsAgree {
                total,
                categories,
                sum,
            }
            .text(locale),
            (Cover::Some, true) => view_text::TotalsPartOver {
                total,
                categories,
                sum,
                difference,
            }
            .text(locale),
            (Cover::Some, false) => view_text::TotalsPart {
                total,
                categories,
                sum,
            }
            .text(locale),
        }
    }

    /// The name and the tone of the row for the difference; `None` if there is none to show.
    pub fn gap(&self) -> Option<(Text, Tone)> {
        if self.difference == 0 {
            None
        } else if self.disagrees() {
            Some((Text::TotalDifference, Tone::Difference))
        } else if self.cover == Cover::Some && self.difference < 0 {
            Some((Text::TotalRemainder, Tone::Muted))
        } else {
            None
        }
    }

    pub fn panel(&self, total: &Quantity, listed: &Categories<'_>, locale: Locale) -> Panel {
        let sum = grouped_wide(listed.sum);
        let mut data = vec![
            bar(
                TOTAL,
                Text::TotalStated.text(locale),
                total,
                Tone::Plain,
                locale,
            ),
            TotalBar {
                key: SUM,
                name: view_text::TotalListed {
                    categories: &digits(listed.len()),
                }
                .text(locale),
                count: listed.sum,
                upper: listed.high,
                shown: sum.clone(),
                label: sum,
                tone: Tone::Muted,
            }
            .datum(locale),
        ];
        data.extend(self.gap_datum(listed, locale));
        let caption = Text::TotalsPanel.text(locale).to_owned();
        bars(caption, data, Scale::Linear, TickFormat::Count)
    }

    /// The bar between the total and the sum.
    fn gap_datum(&self, listed: &Categories<'_>, locale: Locale) -> Option<Datum> {
        let (text, tone) = self.gap()?;
        let name = text.text(locale);
        let size = grouped_wide(self.difference.abs());
        let mut gap = TotalBar {
            key: DIFFERENCE,
            name: name.to_owned(),
            count: listed.sum.max(self.stated),
            upper: 0,
            shown: size.clone(),
            label: size,
            tone,
        }
        .datum(locale);
        gap.from = listed.sum.min(self.stated) as f64;
        if self.disagrees() && self.least != self.difference.abs() {
            let hedge = view_text::AtLeast {
                least: &grouped_wide(self.least),
            }
            .text(locale);
            let difference = concat(&[gap.label.as_str(), &hedge]);
            gap.detail = view_text::TotalDetail {
                name,
                value: &difference,
            }
            .text(locale);
        }
        Some(gap)
    }
}

/// A bar of the panel of totals.
struct TotalBar {
    key: &'static str,
    name: String,
    count: i128,
    upper: i128,
    /// The number in the detail sentence.
    shown: String,
    /// The number beside the bar.
    label: String,
    tone: Tone,
}

impl TotalBar {
    fn datum(self, locale: Locale) -> Datum {
        Datum {
            key: self.key.to_owned(),
            value: Some(self.count as f64),
            upper: (self.upper > self.count).then_some(self.upper as f64),
            from: 0.0,
            label: self.label,
            detail: view_text::TotalDetail {
                name: &self.name,
                value: &self.shown,
            }
            .text(locale),
            name: self.name,
            tone: self.tone,
        }
    }
}
