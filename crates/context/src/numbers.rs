//! Numbers of a catalogue as the reader sees them.

use crate::messages::unit;
use gongkai_catalog::{Measure, MeasureUnit, Number, Ratio, Value};
use gongkai_i18n::Locale;
use gongkai_model::{Amount, Cell, Currency};
use gongkai_view::figures::TableCell;

/// A value as a cell of a table: as printed, so that blank, "/" and 0 differ.
pub fn cell(value: Value, measure: Measure) -> TableCell {
    let is_money = measure.unit() == MeasureUnit::Money;
    match value {
        Value::Count(count) if measure.may_be_negative() => TableCell::Change(Cell::Count(count)),
        Value::Count(count) => TableCell::Cell(Cell::Count(count)),
        Value::Stated(stated) => TableCell::Quantity(*stated),
        Value::Money(money) => TableCell::Amount(Amount::Money(*money)),
        Value::Blank if is_money => TableCell::Amount(Amount::Blank),
        Value::Blank => TableCell::Cell(Cell::Blank),
        Value::NotApplicable if is_money => TableCell::Amount(Amount::NotApplicable),
        Value::NotApplicable => TableCell::Cell(Cell::NotApplicable),
        Value::Missing => TableCell::Cell(Cell::Missing),
    }
}

/// A value in a sentence, with its unit.
pub fn in_words(value: Value, measure: Measure, locale: Locale) -> String {
    let is_count = matches!(value, Value::Count(_));
    let cell = cell(value, measure);
    let shown = cell.spoken(locale).unwrap_or_else(|| cell.shown(locale));
    match locale {
        Locale::ZhCn if is_count => [&shown, " ", unit(locale, measure.unit())].concat(),
        _ => shown,
    }
}

/// The number that axes and marks are drawn by: money in 万元, anything else as it is.
pub fn plotted(number: Ratio, measure: Measure) -> f64 {
    match measure.unit() {
        MeasureUnit::Money => number.in_units_of(4).to_f64(),
        _ => number.to_f64(),
    }
}

/// The difference of two values with its sign; `None` if either is no exact number.
pub fn change(
    (now, before): (Option<Number>, Option<Number>),
    (now_value, before_value): (&Value, &Value),
    measure: Measure,
    locale: Locale,
) -> Option<String> {
    let is_exact = |value: &Value| match value {
        Value::Stated(stated) => stated.qualifier.is_none(),
        _ => true,
    };
    let difference = now?.minus(before?)?;
    if !is_exact(now_value) || !is_exact(before_value) {
        return None;
    }
    let sign = if difference.is_positive() { "+" } else { "" };
    Some([sign, &number(difference, measure, locale)].concat())
}

/// A number that no report prints. Only money has decimals.
pub fn number(number: Number, measure: Measure, locale: Locale) -> String {
    let ratio = Ratio::from(number);
    let is_money = measure.unit() == MeasureUnit::Money;
    let rounded = if is_money {
        ratio.in_units_of(4).rounded(2)
    } else {
        ratio.rounded(0)
    };
    let sign = if rounded.is_negative { "\u{2212}" } else { "" };
    let digits = [sign, &gongkai_i18n::decimal(&rounded.value)].concat();
    if is_money {
        gongkai_i18n::in_currency(locale, &digits, Currency::TenThousandYuan)
    } else {
        digits
    }
}
