//! Formats the numbers of a catalogue for the reader.

use super::choice::PerUnit;
use super::year_change::{year_change, zero};
use crate::messages::{CompareText, compare_text, measure_unit, missing_reason};
use gongkai_catalog::{
    Answer, Catalog, Divisor, Measure, MeasureUnit, Question, Ratio, Rounded, Value, measure_name,
    per_unit,
};
use gongkai_i18n::Locale;
use gongkai_model::{Cell, Currency};

/// The largest number of decimals.
const MAX_DECIMALS: u8 = 12;

/// A format of numbers, which may be divided by a denominator.
#[derive(Clone, Copy)]
pub(crate) struct NumberFormat<'a> {
    catalog: &'a Catalog,
    locale: Locale,
    per: Option<PerUnit>,
}

impl<'a> NumberFormat<'a> {
    pub fn new(catalog: &'a Catalog, locale: Locale, per: Option<PerUnit>) -> NumberFormat<'a> {
        NumberFormat {
            catalog,
            locale,
            per,
        }
    }

    pub fn question(&self, measure: Measure) -> Question {
        Question {
            measure,
            divisor: self.per.map(Divisor::from),
        }
    }

    /// Names the measure, and what it is divided by.
    pub fn measure_name(&self, measure: Measure) -> String {
        let name = measure_name(self.locale, measure);
        match self.per_name() {
            Some(per) => compare_text::NamePer {
                name: &name,
                per: &per,
            }
            .text(self.locale),
            None => name,
        }
    }

    /// Names the unit of the divisor, such as `每万人`.
    pub fn per_name(&self) -> Option<String> {
        let PerUnit { denominator, power } = self.per?;
        let unit = &self.catalog.denominators().get(denominator)?.unit;
        Some(per_unit(self.locale, unit, power))
    }

    /// Names the unit of an axis.
    pub fn axis_unit(&self, measure: Measure) -> String {
        let unit = measure_unit(self.locale, measure.unit());
        match self.per_name() {
            Some(per) => compare_text::Per { unit, per: &per }.text(self.locale),
            None => unit.to_owned(),
        }
    }

    /// Formats a report's answer: as printed, or as calculated if it is divided.
    pub fn answer(&self, report: Option<usize>, measure: Measure) -> FormattedAnswer {
        self.answer_with(report, measure, NumberFormat::number)
    }

    /// Formats a report's answer for an axis or a narrow column, whose heading names the divisor.
    pub fn bare_answer(&self, report: Option<usize>, measure: Measure) -> FormattedAnswer {
        self.answer_with(report, measure, NumberFormat::bare_number)
    }

    fn answer_with(
        &self,
        report: Option<usize>,
        measure: Measure,
        format: fn(&NumberFormat<'a>, Ratio, Measure) -> String,
    ) -> FormattedAnswer {
        let question = self.question(measure);
        let answer = self.catalog.answer(report, question);
        let text = match (answer, report, question.divisor) {
            (Answer::Number(_), Some(report), None) => {
                printed_value(self.locale, &self.catalog.value(report, measure))
            }
            (Answer::Number(number), ..) => format(self, number, measure),
            (Answer::NotApplicable, ..) => "/".to_owned(),
            _ => "—".to_owned(),
        };
        FormattedAnswer {
            text,
            reason: missing_reason(self.locale, answer),
        }
    }

    /// Formats a number in the measure's unit. Money includes its unit, since reports print other
    /// units, and therefore also the divisor.
    pub fn number(&self, number: Ratio, measure: Measure) -> String {
        let bare = self.bare_number(number, measure);
        match self
            .per_name()
            .filter(|_| measure.unit() == MeasureUnit::Money)
        {
            Some(per) => compare_text::Per {
                unit: &bare,
                per: &per,
            }
            .text(self.locale),
            None => bare,
        }
    }

    /// Formats a number without its divisor. Only money and divided numbers have decimals.
    pub fn bare_number(&self, number: Ratio, measure: Measure) -> String {
        let is_money = measure.unit() == MeasureUnit::Money;
        let is_million = number.in_units_of(6).to_f64().abs() >= 1.0;
        let number = match self.locale {
            Locale::ZhCn if is_money => number.in_units_of(4),
            // Ten thousands are no unit in English.
            Locale::En if is_money && is_million => number.in_units_of(6),
            _ => number,
        };
        let rounded = if self.per.is_none() && !is_money {
            number.rounded(0)
        } else {
            rounded(number)
        };
        let sign = if rounded.is_negative { "\u{2212}" } else { "" };
        let shown = [sign, &gongkai_i18n::decimal(&rounded.value)].concat();
        match self.locale {
            _ if !is_money => shown,
            Locale::ZhCn => {
                gongkai_i18n::in_currency(self.locale, &shown, Currency::TenThousandYuan)
            }
            Locale::En if is_million => [&shown, " million yuan"].concat(),
            Locale::En => [&shown, " yuan"].concat(),
        }
    }

    /// Writes a number for a program: without separators, and money in 万元.
    pub fn plain_number(&self, number: Ratio, measure: Measure) -> String {
        let is_money = measure.unit() == MeasureUnit::Money;
        let number = if is_money {
            number.in_units_of(4)
        } else {
            number
        };
        let rounded = if self.per.is_none() && !is_money {
            number.rounded(0)
        } else {
            rounded(number)
        };
        let sign = if rounded.is_negative { "-" } else { "" };
        [sign, rounded.value.as_str()].concat()
    }

    /// Writes a change for a program, or returns `None` if the two years cannot be compared.
    pub fn plain_change(
        &self,
        later: Option<usize>,
        earlier: Option<usize>,
        measure: Measure,
    ) -> Option<String> {
        let change = year_change(self.catalog, later, earlier, self.question(measure));
        change.ok().map(|change| self.plain_number(change, measure))
    }

    /// Formats the change from an earlier to a later report with its sign, or the reason why there is
    /// none.
    pub fn change(
        &self,
        later: Option<usize>,
        earlier: Option<usize>,
        measure: Measure,
    ) -> FormattedAnswer {
        match year_change(self.catalog, later, earlier, self.question(measure)) {
            Ok(change) => {
                let sign = if change > zero() { "+" } else { "" };
                FormattedAnswer {
                    text: [sign, &self.bare_number(change, measure)].concat(),
                    reason: None,
                }
            }
            Err(reason) => FormattedAnswer {
                text: "—".to_owned(),
                reason: Some(reason.text(self.locale)),
            },
        }
    }
}

/// Returns the number that axes and marks are drawn by: money in 万元, anything else as it is.
pub(crate) fn plotted_value(number: Ratio, measure: Measure) -> f64 {
    match measure.unit() {
        MeasureUnit::Money => number.in_units_of(4).to_f64(),
        _ => number.to_f64(),
    }
}

/// The text of a number, or a sign for the lack of one with its reason.
pub(crate) struct FormattedAnswer {
    pub text: String,
    pub reason: Option<&'static str>,
}

impl FormattedAnswer {
    /// Replaces the reason if the catalogue has no reports of that year at all.
    pub fn in_covered_year(self, is_covered: bool, locale: Locale) -> FormattedAnswer {
        if is_covered {
            return self;
        }
        FormattedAnswer {
            reason: Some(CompareText::NotCovered.text(locale)),
            ..self
        }
    }

    /// Returns the text for a table cell, followed by the reason if it is not a number.
    pub fn cell(&self, locale: Locale) -> String {
        let [opening, closing] = match locale {
            Locale::ZhCn => ["（", "）"],
            Locale::En => [" (", ")"],
        };
        match self.reason {
            Some(reason) if self.text != "/" => [&self.text, opening, reason, closing].concat(),
            _ => self.text.clone(),
        }
    }

    /// Returns the text for a sentence: the number, or the reason why there is none.
    pub fn text_or_reason(&self) -> &str {
        self.reason.unwrap_or(&self.text)
    }
}

/// Formats a value as the report prints it.
fn printed_value(locale: Locale, value: &Value) -> String {
    match value {
        Value::Count(count) => gongkai_i18n::cell(locale, Cell::Count(*count)),
        Value::Stated(stated) => gongkai_i18n::quantity(locale, stated),
        Value::Money(money) => gongkai_i18n::money(locale, money),
        Value::Blank => gongkai_i18n::cell(locale, Cell::Blank),
        Value::NotApplicable => gongkai_i18n::cell(locale, Cell::NotApplicable),
        Value::Missing => gongkai_i18n::cell(locale, Cell::Missing),
    }
}

/// Rounds to two decimals, or to as many as a non-zero number needs so as not to show as 0.
fn rounded(number: Ratio) -> Rounded {
    let is_non_zero = |decimals: &u8| !number.rounded(*decimals).value.is_zero();
    match (2..=MAX_DECIMALS).find(is_non_zero) {
        // With a second digit, since 0.001 may be up to half as much again.
        Some(decimals) if decimals > 2 => number.rounded(decimals.saturating_add(1)),
        _ => number.rounded(2),
    }
}
