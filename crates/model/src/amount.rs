//! Amounts of money, exactly as printed.

use super::error::{Expected, Failure, Problem};
use super::node::{JsonType, Node, Read, Shape};
use super::text::{concat, split_once};
use serde::{Serialize, Serializer};

/// A decimal number stored as text, so that it is never rounded: `21207.84`, `0.10`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Decimal(String);

impl Decimal {
    /// Parses digits with at most one decimal point between them, without sign, exponent and
    /// separators.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (whole, fraction) = match split_once(text, b'.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        (digits(whole) && fraction.is_none_or(digits)).then(|| Decimal(text.to_owned()))
    }

    /// Returns the digits, with at most one decimal point.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.0.bytes().all(|b| b == b'0' || b == b'.')
    }

    /// Moves the decimal point by `places` to the left, or to the right if negative: 21207.84 万元
    /// moved by 4 is 2.120784 亿元.
    pub fn shifted(&self, places: i32) -> Decimal {
        let (whole, fraction) = split_once(&self.0, b'.').unwrap_or((&self.0, ""));
        let point = i32::try_from(whole.len()).unwrap_or(i32::MAX) - places;
        let zeros: String = (point..1).map(|_| '0').collect();
        let mut digits = concat(&[&zeros, whole, fraction]);
        let point = point.max(1);
        while i32::try_from(digits.len()).unwrap_or(i32::MAX) < point {
            digits.push('0');
        }
        // Not `split_at`: its panic would bring the formatting of text along, 5 KB in the `draw` module.
        let (whole, fraction) = usize::try_from(point)
            .ok()
            .and_then(|point| digits.split_at_checked(point))
            .unwrap_or((&digits, ""));
        let trimmed = whole.trim_start_matches('0');
        let whole = if trimmed.is_empty() { "0" } else { trimmed };
        // Printed decimals are kept; zeros that only the shift adds are not.
        let fraction = if places > 0 {
            fraction.trim_end_matches('0')
        } else {
            fraction
        };
        Decimal(if fraction.is_empty() {
            whole.to_owned()
        } else {
            concat(&[whole, ".", fraction])
        })
    }

    /// Converts to a float, for drawing only. The parser of the standard library would add its
    /// tables of powers to the WebAssembly modules.
    pub fn to_f64(&self) -> f64 {
        let mut value = 0.0;
        let mut place = 0.0;
        for byte in self.0.bytes() {
            match byte {
                b'.' => place = 1.0,
                digit => {
                    value = value * 10.0 + f64::from(digit - b'0');
                    place *= 10.0;
                }
            }
        }
        if place > 1.0 { value / place } else { value }
    }

    /// Divides by an integer and rounds half up to `places` decimals; `None` for a divisor below
    /// one or above a hundredth of 64 bits. Uses long division, so that an amount may have any
    /// length.
    pub fn divided(&self, by: i64, places: usize) -> Option<Decimal> {
        let by = u64::try_from(by)
            .ok()
            .filter(|by| (1..u64::MAX / 100).contains(by))?;
        let (whole, fraction) = split_once(&self.0, b'.').unwrap_or((&self.0, ""));
        let mut rest = 0;
        let mut quotient: Vec<u8> = Vec::new();
        // One more digit, for rounding.
        let fraction = fraction
            .bytes()
            .chain(std::iter::repeat(b'0'))
            .take(places + 1);
        for digit in whole.bytes().chain(fraction) {
            rest = rest * 10 + u64::from(digit.wrapping_sub(b'0'));
            quotient.push((rest / by) as u8);
            rest %= by;
        }
        let mut carry = quotient.pop().is_some_and(|digit| digit >= 5);
        for digit in quotient.iter_mut().rev() {
            if !carry {
                break;
            }
            *digit += 1;
            carry = *digit == 10;
            *digit %= 10;
        }
        let mut digits: String = if carry { "1".to_owned() } else { String::new() };
        digits.extend(quotient.iter().map(|digit| char::from(b'0' + digit)));
        let point = digits.len() - places;
        let (whole, fraction) = digits.split_at_checked(point).unwrap_or((&digits, ""));
        let trimmed = whole.trim_start_matches('0');
        let whole = if trimmed.is_empty() { "0" } else { trimmed };
        Some(Decimal(if places == 0 {
            whole.to_owned()
        } else {
            concat(&[whole, ".", fraction])
        }))
    }
}

impl Read for Decimal {
    fn read(node: Node<'_>) -> Result<Decimal, Failure> {
        Decimal::parse(&node.text(Expected::Decimal)?)
            .ok_or_else(|| Failure::new(Problem::InvalidValue(Expected::Decimal)))
    }
}

words! {
    /// The unit that a form prints beside an amount.
    pub enum Currency {
        /// One yuan.
        Yuan = "元",
        /// 10,000 yuan.
        TenThousandYuan = "万元",
        /// 100,000,000 yuan.
        HundredMillionYuan = "亿元",
    }
}

impl Currency {
    /// The power of ten of the unit, in 元.
    pub fn exponent(self) -> i32 {
        match self {
            Currency::Yuan => 0,
            Currency::TenThousandYuan => 4,
            Currency::HundredMillionYuan => 8,
        }
    }
}

record! {
    /// An amount with its printed unit; where none is printed, the form's own (万元) is assumed
    /// and the reader is told.
    pub struct Money {
        /// Digits as printed, with at most one point and no separators.
        pub value: Decimal,
        /// The printed unit.
        pub unit: Option<Currency>,
    }
}

impl Money {
    /// Converts the amount to `unit` exactly.
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
    /// The file lacks the field.
    #[default]
    Missing,
    /// Printed empty.
    Blank,
    /// Printed as `/`.
    NotApplicable,
    /// An amount of money.
    Money(Money),
}

impl Amount {
    /// Returns the amount; `None` if none is printed.
    pub fn money(&self) -> Option<&Money> {
        match self {
            Amount::Money(money) => Some(money),
            _ => None,
        }
    }

    /// Returns whether the file lacks the field.
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

impl Read for Amount {
    const REQUIRED: bool = false;
    const SHAPE: &'static Shape = Money::SHAPE;

    fn read(node: Node<'_>) -> Result<Amount, Failure> {
        match node.json_type() {
            JsonType::Null => Ok(Amount::Blank),
            JsonType::Text if node.is_slash() => Ok(Amount::NotApplicable),
            JsonType::Object => Money::read(node).map(Amount::Money),
            _ => Err(Failure::new(Problem::WrongType(Expected::Amount))),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_missing()
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
        assert_eq!(
            decimal("0.999").divided(1, 2).expect("fits").as_str(),
            "1.00"
        );
        assert_eq!(decimal("99.5").divided(1, 0).expect("fits").as_str(), "100");
        assert_eq!(
            decimal("0.5").divided(3, 4).expect("fits").as_str(),
            "0.1667"
        );
        assert_eq!(decimal("1").divided(0, 2), None);
        let long = "9".repeat(60);
        assert_eq!(
            decimal(&long).divided(9, 0).expect("fits").as_str(),
            "1".repeat(60)
        );
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
