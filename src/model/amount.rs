//! Money, digit for digit as printed.

use serde::de::{
    Deserializer, Error, MapAccess, Unexpected, Visitor, value::MapAccessDeserializer,
};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// A decimal number kept as its digits, so that nothing is rounded: `21207.84`, `0.10`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Decimal(String);

impl Decimal {
    /// Accepts digits with at most one point between them; no sign, no exponent, no separators.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        (digits(whole) && fraction.is_none_or(digits)).then(|| Decimal(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_zero(&self) -> bool {
        self.0.bytes().all(|b| b == b'0' || b == b'.')
    }

    /// The same amount with the point moved `places` to the left (to the right where negative),
    /// exactly: 21207.84 万元 moved by 4 is 2.120784 亿元.
    pub fn shifted(&self, places: i32) -> Decimal {
        let (whole, fraction) = self.0.split_once('.').unwrap_or((&self.0, ""));
        let mut digits = format!("{whole}{fraction}");
        let mut point = i32::try_from(whole.len()).unwrap_or(i32::MAX) - places;
        while point < 1 {
            digits.insert(0, '0');
            point += 1;
        }
        while i32::try_from(digits.len()).unwrap_or(i32::MAX) < point {
            digits.push('0');
        }
        let (whole, fraction) = digits.split_at(usize::try_from(point).unwrap_or(0));
        let trimmed = whole.trim_start_matches('0');
        let whole = if trimmed.is_empty() { "0" } else { trimmed };
        // Places that were printed are kept; zeros that only the shift brought are not.
        let fraction = if places > 0 {
            fraction.trim_end_matches('0')
        } else {
            fraction
        };
        Decimal(if fraction.is_empty() {
            whole.to_owned()
        } else {
            format!("{whole}.{fraction}")
        })
    }

    /// For scales and shapes only; never for a printed number.
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::MAX)
    }

    /// The quotient by a whole number, rounded half up to `places`; `None` for a divisor of zero
    /// or an amount beyond what fits 128 bits.
    pub fn divided(&self, by: i64, places: u32) -> Option<Decimal> {
        let (whole, fraction) = self.0.split_once('.').unwrap_or((&self.0, ""));
        let units: i128 = format!("{whole}{fraction}").parse().ok()?;
        let by = i128::from(by);
        if by <= 0 {
            return None;
        }
        // units / 10^f / by, in units of 10^-places.
        let scale = 10_i128.checked_pow(places)?;
        let below = by.checked_mul(10_i128.checked_pow(u32::try_from(fraction.len()).ok()?)?)?;
        let rounded = units
            .checked_mul(scale)?
            .checked_mul(2)?
            .checked_add(below)?
            / below.checked_mul(2)?;
        let (whole, rest) = (rounded / scale, rounded % scale);
        Some(Decimal(if places == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{rest:0width$}", width = places as usize)
        }))
    }
}

struct DecimalVisitor;

impl Visitor<'_> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("decimal")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        Decimal::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Decimal, D::Error> {
        from.deserialize_any(DecimalVisitor)
    }
}

/// The unit that a form prints beside an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Currency {
    #[serde(rename = "元")]
    Yuan,
    #[serde(rename = "万元")]
    TenThousandYuan,
    #[serde(rename = "亿元")]
    HundredMillionYuan,
}

impl Currency {
    /// The power of ten of one unit, in 元.
    pub fn exponent(self) -> i32 {
        match self {
            Currency::Yuan => 0,
            Currency::TenThousandYuan => 4,
            Currency::HundredMillionYuan => 8,
        }
    }
}

/// An amount with its printed unit; where none is printed, the form's own (万元) is assumed and
/// the reader is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    pub value: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Currency>,
}

impl Money {
    /// The amount counted in `unit`, exactly.
    pub fn counted_in(&self, unit: Currency) -> Decimal {
        let own = self.unit.unwrap_or(Currency::TenThousandYuan);
        if own == unit {
            self.value.clone()
        } else {
            self.value.shifted(unit.exponent() - own.exponent())
        }
    }
}

/// A cell that holds money.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Amount {
    #[default]
    Missing,
    Blank,
    NotApplicable,
    Money(Money),
}

impl Amount {
    pub fn money(&self) -> Option<&Money> {
        match self {
            Amount::Money(money) => Some(money),
            _ => None,
        }
    }

    pub fn is_missing(&self) -> bool {
        *self == Amount::Missing
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Amount::Missing | Amount::Blank => to.serialize_unit(),
            Amount::NotApplicable => to.serialize_str("/"),
            Amount::Money(money) => money.serialize(to),
        }
    }
}

struct AmountVisitor;

impl<'de> Visitor<'de> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("amount")
    }

    fn visit_unit<E: Error>(self) -> Result<Amount, E> {
        Ok(Amount::Blank)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Amount, E> {
        match text {
            "/" => Ok(Amount::NotApplicable),
            other => Err(E::invalid_type(Unexpected::Str(other), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Amount, A::Error> {
        Money::deserialize(MapAccessDeserializer::new(map)).map(Amount::Money)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Amount, D::Error> {
        from.deserialize_any(AmountVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a decimal")
    }

    #[test]
    fn a_change_of_unit_loses_no_digit() {
        assert_eq!(decimal("21207.84").shifted(4).as_str(), "2.120784");
        assert_eq!(decimal("21207.84").shifted(-4).as_str(), "212078400");
        assert_eq!(decimal("5").shifted(8).as_str(), "0.00000005");
        assert_eq!(decimal("0.10").shifted(-4).as_str(), "1000");
        assert_eq!(decimal("0.123456").shifted(-4).as_str(), "1234.56");
        assert_eq!(decimal("120000").shifted(4).as_str(), "12");
    }

    #[test]
    fn an_average_is_rounded_half_up() {
        assert_eq!(
            decimal("21207.84").divided(126, 2).expect("fits").as_str(),
            "168.32"
        );
        assert_eq!(decimal("1").divided(8, 2).expect("fits").as_str(), "0.13");
        assert_eq!(decimal("1").divided(0, 2), None);
    }

    #[test]
    fn only_plain_digits_are_a_decimal() {
        for wrong in [
            "", ".", "1.", ".5", "-1", "+1", "1e3", "1,000", "１", "1.2.3", " 1",
        ] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }
}
