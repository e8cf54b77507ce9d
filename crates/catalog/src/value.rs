//! One figure of one report, with its notation.

use super::measure::Measure;
use super::number::Number;
use gongkai_model::CellRef;
use gongkai_model::{Amount, Cell, Currency, Decimal, Money, Qualifier, Quantity, Report};

/// A value of a report. Its four states are different things, as in a report; in a catalogue's JSON
/// they are `""` (missing), `null` (blank), `"/"` and a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// The report has no such field.
    #[default]
    Missing,
    /// Printed empty.
    Blank,
    /// Printed as `/`.
    NotApplicable,
    /// A count in a table.
    Count(i64),
    /// In prose, with its hedge and its unit.
    Stated(Box<Quantity>),
    /// With the printed unit.
    Money(Box<Money>),
}

impl Value {
    /// Takes the value of a measure from a report.
    pub fn of(report: &Report, measure: Measure) -> Value {
        match measure.cell() {
            CellRef::Total => {
                let disclosure = report.disclosure.as_ref();
                let total = disclosure.and_then(|disclosure| disclosure.total.clone());
                total.map_or(Value::Missing, |total| Value::Stated(Box::new(total)))
            }
            CellRef::Proactive(row, gongkai_model::ProactiveColumn::Amount) => {
                let table = report.proactive.as_ref();
                match table.and_then(|table| table.amount(row)) {
                    None | Some(Amount::Missing) => Value::Missing,
                    Some(Amount::Blank) => Value::Blank,
                    Some(Amount::NotApplicable) => Value::NotApplicable,
                    Some(Amount::Money(money)) => Value::Money(Box::new(money.clone())),
                }
            }
            CellRef::Proactive(row, column) => {
                let table = report.proactive.as_ref();
                table.map(|table| table.cell(row, column)).into()
            }
            CellRef::Application(row, column) => {
                let table = report.applications.as_ref();
                table.map(|table| table.cell(row, column)).into()
            }
            CellRef::Review(block, column) => {
                let table = report.reviews.as_ref();
                table.map(|table| table.cell(block, column)).into()
            }
            _ => Value::Missing,
        }
    }
}

impl From<Option<Cell>> for Value {
    fn from(cell: Option<Cell>) -> Value {
        match cell.unwrap_or_default() {
            Cell::Missing => Value::Missing,
            Cell::Blank => Value::Blank,
            Cell::NotApplicable => Value::NotApplicable,
            Cell::Count(count) => Value::Count(count),
        }
    }
}

/// How a number in a column is written, apart from its digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Notation {
    #[default]
    Plain,
    /// The index of the hedge in [`HEDGES`].
    Stated(Option<u8>, Option<Box<str>>),
    /// The number of decimals, and the unit's power of ten in 元; `None` if no unit is printed.
    Money(u8, Option<i32>),
}

const HEDGES: [(Qualifier, &str); 3] = [
    (Qualifier::Over, "over "),
    (Qualifier::About, "about "),
    (Qualifier::Nearly, "nearly "),
];

const UNITS: [(Currency, &str); 3] = [
    (Currency::Yuan, "元"),
    (Currency::TenThousandYuan, "万元"),
    (Currency::HundredMillionYuan, "亿元"),
];

impl Notation {
    /// Returns the number to compare and draw; `None` if a unit such as 万条 multiplies the count in a
    /// way that only a person should interpret.
    pub fn number(&self, digits: i64) -> Option<Number> {
        match self {
            Notation::Plain => Some(Number::whole(digits)),
            Notation::Stated(_, unit) => {
                let multiplies = |unit: &str| unit.starts_with(['十', '百', '千', '万', '亿']);
                let is_plain = !unit.as_deref().is_some_and(multiplies);
                is_plain.then_some(Number::whole(digits))
            }
            Notation::Money(decimals, unit) => {
                let own = Currency::TenThousandYuan.exponent();
                let exponent = unit.unwrap_or(own).saturating_sub(i32::from(*decimals));
                Some(Number::new(digits, exponent))
            }
        }
    }

    pub fn value(&self, digits: i64) -> Value {
        match self {
            Notation::Plain => Value::Count(digits),
            Notation::Stated(hedge, unit) => {
                let hedge = hedge.and_then(|hedge| HEDGES.get(usize::from(hedge)));
                Value::Stated(Box::new(Quantity {
                    count: digits,
                    qualifier: hedge.map(|(qualifier, _)| *qualifier),
                    unit: unit.as_deref().map(str::to_owned),
                }))
            }
            Notation::Money(decimals, unit) => {
                let exponent =
                    |(currency, _): &&(Currency, &str)| Some(currency.exponent()) == *unit;
                let value = Decimal::parse(&join_decimal(digits, *decimals)).unwrap_or_default();
                Value::Money(Box::new(Money {
                    value,
                    unit: UNITS.iter().find(exponent).map(|(currency, _)| *currency),
                }))
            }
        }
    }

    /// Writes a number as in a catalogue's JSON: `over 3200 条`, `21207.84 万元`.
    pub fn text(&self, digits: i64) -> String {
        match self {
            Notation::Plain => digits.to_string(),
            Notation::Stated(hedge, unit) => {
                let hedge = hedge.and_then(|hedge| HEDGES.get(usize::from(hedge)));
                let hedge = hedge.map_or("", |(_, word)| word);
                match unit {
                    Some(unit) => format!("{hedge}{digits} {unit}"),
                    None => format!("{hedge}{digits}"),
                }
            }
            Notation::Money(decimals, unit) => {
                let value = join_decimal(digits, *decimals);
                let exponent =
                    |(currency, _): &&(Currency, &str)| Some(currency.exponent()) == *unit;
                match UNITS.iter().find(exponent) {
                    Some((_, unit)) => format!("{value} {unit}"),
                    None => value,
                }
            }
        }
    }

    /// Reads a count in prose as [`Notation::text`] writes it.
    pub fn read_stated(text: &str) -> Option<(i64, Notation)> {
        let mut hedges = (0_u8..).zip(HEDGES);
        let found = hedges.find_map(|(index, (_, word))| Some((index, text.strip_prefix(word)?)));
        let (hedge, rest) = found.map_or((None, text), |(index, rest)| (Some(index), rest));
        let (digits, unit) = match rest.split_once(' ') {
            Some((digits, unit)) => (digits, Some(unit)),
            None => (rest, None),
        };
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let count = digits.parse().ok().filter(|_| is_number)?;
        Some((count, Notation::Stated(hedge, unit.map(Box::from))))
    }

    /// Reads an amount as [`Notation::text`] writes it.
    pub fn read_money(text: &str) -> Option<(i64, Notation)> {
        let (value, unit) = match text.split_once(' ') {
            Some((value, unit)) => {
                let (currency, _) = UNITS.iter().find(|(_, word)| *word == unit)?;
                (value, Some(currency.exponent()))
            }
            None => (text, None),
        };
        let (digits, decimals) = split_decimal(value)?;
        Some((digits, Notation::Money(decimals, unit)))
    }

    /// Splits a value into digits and notation; `None` if it has no number or too large a one.
    pub fn of(value: &Value) -> Option<(i64, Notation)> {
        match value {
            Value::Count(count) => Some((*count, Notation::Plain)),
            Value::Stated(stated) => {
                let mut hedges = (0_u8..).zip(HEDGES);
                let hedge = hedges.find(|(_, (word, _))| Some(*word) == stated.qualifier);
                let unit = stated.unit.as_deref().map(Box::from);
                Some((
                    stated.count,
                    Notation::Stated(hedge.map(|(index, _)| index), unit),
                ))
            }
            Value::Money(money) => {
                let (digits, decimals) = split_decimal(money.value.as_str())?;
                let unit = money.unit.map(Currency::exponent);
                Some((digits, Notation::Money(decimals, unit)))
            }
            Value::Missing | Value::Blank | Value::NotApplicable => None,
        }
    }
}

/// Splits a decimal into its digits, at most 18, and the number of decimals.
pub(super) fn split_decimal(value: &str) -> Option<(i64, u8)> {
    Decimal::parse(value)?;
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let digits = [whole, fraction].concat();
    let decimals = u8::try_from(fraction.len())
        .ok()
        .filter(|decimals| *decimals <= 18)?;
    Some((digits.parse().ok()?, decimals))
}

/// Joins what [`split_decimal`] has split.
pub(super) fn join_decimal(digits: i64, decimals: u8) -> String {
    let decimals = usize::from(decimals);
    let wanted = decimals.saturating_add(1);
    let mut text = format!("{digits:0>wanted$}");
    if decimals > 0 {
        text.insert(text.len().saturating_sub(decimals), '.');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(value: &str, unit: Option<Currency>) -> Value {
        let value = Decimal::parse(value).expect("a decimal");
        Value::Money(Box::new(Money { value, unit }))
    }

    #[test]
    fn money_keeps_its_digits_and_its_unit() {
        for (value, unit, text) in [
            ("21207.84", Some(Currency::TenThousandYuan), "21207.84 万元"),
            ("0.10", Some(Currency::HundredMillionYuan), "0.10 亿元"),
            ("0", None, "0"),
            ("3500000", Some(Currency::Yuan), "3500000 元"),
        ] {
            let value = money(value, unit);
            let (digits, notation) = Notation::of(&value).expect("fits");
            assert_eq!(notation.text(digits), text);
            assert_eq!(Notation::read_money(text), Some((digits, notation.clone())));
            assert_eq!(notation.value(digits), value);
        }
        assert_eq!(Notation::of(&money(&"9".repeat(40), None)), None);
        for wrong in ["1.5 美元", "-1 元", "1e3 元", "", "1.5万元"] {
            assert_eq!(Notation::read_money(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn money_in_any_unit_is_counted_in_yuan_and_without_one_in_the_forms_own() {
        let number = |value, unit| {
            let (digits, notation) = Notation::of(&money(value, unit)).expect("fits");
            notation.number(digits).expect("money")
        };
        let wanted = Number::whole(212_078_400);
        assert_eq!(number("21207.84", Some(Currency::TenThousandYuan)), wanted);
        assert_eq!(number("21207.84", None), wanted);
        assert_eq!(
            number("2.120784", Some(Currency::HundredMillionYuan)),
            wanted
        );
        assert_eq!(number("212078400", Some(Currency::Yuan)), wanted);
    }

    #[test]
    fn prose_keeps_its_hedge_and_its_unit() {
        for text in ["3200", "over 3200 条", "about 5 ", "nearly 90 万条", "0 件"] {
            let (digits, notation) = Notation::read_stated(text).expect("a count");
            assert_eq!(notation.text(digits), text);
            assert_eq!(
                Notation::of(&notation.value(digits)),
                Some((digits, notation))
            );
        }
        for wrong in ["", "over", "-3 条", "some 3", "3.5 条", "+3"] {
            assert_eq!(Notation::read_stated(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_unit_that_multiplies_is_no_number_to_compare() {
        let number = |text| {
            let (digits, notation) = Notation::read_stated(text).expect("a count");
            notation.number(digits)
        };
        assert_eq!(number("over 32 条"), Some(Number::whole(32)));
        assert_eq!(number("over 32 万条"), None);
    }
}
