//! Exact numbers. Nothing is rounded before it is compared, ranked or divided.

use gongkai_model::Decimal;
use std::cmp::Ordering;

/// The number `digits` × 10^`exponent`. Money is in 元: 21207.84 万元 is 2120784 × 10².
#[derive(Clone, Copy, Debug)]
pub struct Number {
    digits: i64,
    exponent: i32,
}

impl Number {
    /// The number 1.
    pub const ONE: Number = Number::whole(1);

    /// Makes an integer.
    pub const fn whole(count: i64) -> Number {
        Number {
            digits: count,
            exponent: 0,
        }
    }

    /// Makes a number; the exponent is limited to ±64, as in columns.
    pub(super) fn new(digits: i64, exponent: i32) -> Number {
        Number {
            digits,
            exponent: exponent.clamp(-64, 64),
        }
    }

    /// Subtracts exactly; `None` on overflow.
    pub fn minus(self, other: Number) -> Option<Number> {
        let exponent = self.exponent.min(other.exponent);
        let digits_at_exponent = |number: Number| {
            let power = 10_i64.checked_pow(number.exponent.abs_diff(exponent))?;
            number.digits.checked_mul(power)
        };
        let digits = digits_at_exponent(self)?.checked_sub(digits_at_exponent(other)?)?;
        Some(Number { digits, exponent })
    }

    /// Returns whether the number is above zero.
    pub fn is_positive(self) -> bool {
        self.digits > 0
    }

    /// Returns the number as an integer; `None` if it has a fraction or does not fit.
    pub(super) fn as_whole(self) -> Option<i64> {
        let power = 10_i64.checked_pow(self.exponent.unsigned_abs());
        if self.exponent < 0 {
            let power = power?;
            return (self.digits % power == 0).then_some(self.digits / power);
        }
        self.digits.checked_mul(power?)
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        let (one, other) = (
            (i128::from(self.digits), self.exponent),
            (i128::from(other.digits), other.exponent),
        );
        compare(one, other)
    }
}

/// Compares two `digits × 10^exponent`.
fn compare(one: (i128, i32), other: (i128, i32)) -> Ordering {
    if one.1 < other.1 {
        return compare(other, one).reverse();
    }
    if one.0 == 0 || one.1 == other.1 {
        return one.0.cmp(&other.0);
    }
    let power = 10_i128.checked_pow(one.1.abs_diff(other.1));
    match power.and_then(|power| one.0.checked_mul(power)) {
        Some(scaled) => scaled.cmp(&other.0),
        // A number beyond 128 bits is farther from zero than any on the other side.
        None => one.0.cmp(&0),
    }
}

/// A quotient of two numbers, not divided yet. The divisor is above zero; it is 1 for a plain number.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    dividend: Number,
    divisor: Number,
}

impl Ratio {
    /// Makes a quotient; `None` if the divisor is zero or below.
    pub fn new(dividend: Number, divisor: Number) -> Option<Ratio> {
        divisor.is_positive().then_some(Ratio { dividend, divisor })
    }

    /// Multiplies by 10^`power`: a power of 4 turns applications per person into those per 10,000.
    pub fn per_power(self, power: u8) -> Ratio {
        let dividend = Number::new(
            self.dividend.digits,
            self.dividend.exponent.saturating_add(i32::from(power)),
        );
        Ratio { dividend, ..self }
    }

    /// Divides by 10^`power`: a power of 4 turns 元 into 万元.
    pub fn in_units_of(self, power: u8) -> Ratio {
        let exponent = self.dividend.exponent.saturating_sub(i32::from(power));
        let dividend = Number::new(self.dividend.digits, exponent);
        Ratio { dividend, ..self }
    }

    /// Returns the number as an integer; `None` if it has a fraction or does not fit.
    pub(super) fn as_whole(self) -> Option<i64> {
        let divisor = self.divisor.as_whole()?;
        (divisor == 1).then(|| self.dividend.as_whole())?
    }

    /// Converts to a float, for drawing only; a printed number never passes through one.
    pub fn to_f64(self) -> f64 {
        let mut value = self.dividend.digits as f64 / self.divisor.digits as f64;
        let exponent = self.dividend.exponent.saturating_sub(self.divisor.exponent);
        for _ in 0..exponent.unsigned_abs() {
            value = if exponent > 0 {
                value * 10.0
            } else {
                value / 10.0
            };
        }
        value
    }

    /// Rounds to a number of decimals, half away from zero. Divides digit by digit, so that nothing
    /// overflows.
    pub fn rounded(self, decimals: u8) -> Rounded {
        let shift = self
            .dividend
            .exponent
            .saturating_sub(self.divisor.exponent)
            .saturating_add(i32::from(decimals));
        // Either append zeros, with one more digit to round by, or drop digits.
        let zeros = usize::try_from(shift.saturating_add(1)).unwrap_or(0);
        let dropped = usize::try_from(shift.saturating_neg()).unwrap_or(0).max(1);
        let divisor = u128::from(self.divisor.digits.unsigned_abs().max(1));
        let mut rest = 0_u128;
        let mut quotient: Vec<u8> = Vec::new();
        let digits = self.dividend.digits.unsigned_abs().to_string();
        for digit in digits.bytes().chain(std::iter::repeat_n(b'0', zeros)) {
            rest = rest * 10 + u128::from(digit.wrapping_sub(b'0'));
            quotient.push((rest / divisor) as u8);
            rest %= divisor;
        }
        let kept = quotient.len().saturating_sub(dropped);
        let mut carry =
            quotient.len() >= dropped && quotient.get(kept).is_some_and(|digit| *digit >= 5);
        quotient.truncate(kept);
        for digit in quotient.iter_mut().rev() {
            if !carry {
                break;
            }
            *digit += 1;
            carry = *digit == 10;
            *digit %= 10;
        }
        if carry {
            quotient.insert(0, 1);
        }
        let whole = usize::from(decimals);
        while quotient.len() <= whole {
            quotient.insert(0, 0);
        }
        let point = quotient.len().saturating_sub(whole);
        let mut text = String::new();
        for (index, digit) in quotient.iter().enumerate() {
            if index == point {
                text.push('.');
            }
            if index.saturating_add(1) < point && text.is_empty() && *digit == 0 {
                continue;
            }
            text.push(char::from(b'0'.wrapping_add(*digit)));
        }
        let value = Decimal::parse(&text).unwrap_or_default();
        Rounded {
            is_negative: self.dividend.digits < 0 && !value.is_zero(),
            value,
        }
    }
}

impl From<Number> for Ratio {
    fn from(dividend: Number) -> Ratio {
        Ratio {
            dividend,
            divisor: Number::ONE,
        }
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        let product = |one: Number, other: Number| {
            let digits = i128::from(one.digits) * i128::from(other.digits);
            (digits, one.exponent.saturating_add(other.exponent))
        };
        compare(
            product(self.dividend, other.divisor),
            product(other.dividend, self.divisor),
        )
    }
}

/// Derives equality from the order, since 10 × 10⁰ equals 1 × 10¹.
macro_rules! by_order {
    ($($name:ident),+) => {$(
        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &$name) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &$name) -> bool {
                self.cmp(other).is_eq()
            }
        }

        impl Eq for $name {}
    )+};
}

by_order!(Number, Ratio);

/// A decimal with its sign; zero is never negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rounded {
    /// Whether the number is below zero.
    pub is_negative: bool,
    /// The absolute value.
    pub value: Decimal,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio(over: i64, under: i64) -> Ratio {
        Ratio::new(Number::whole(over), Number::whole(under)).expect("above zero")
    }

    #[test]
    fn nothing_is_a_share_of_nothing() {
        assert_eq!(Ratio::new(Number::whole(3), Number::whole(0)), None);
        assert_eq!(Ratio::new(Number::whole(3), Number::whole(-1)), None);
    }

    #[test]
    fn a_quotient_is_rounded_half_away_from_zero() {
        let rounded = |over, under, decimals| {
            let rounded = ratio(over, under).rounded(decimals);
            let sign = if rounded.is_negative { "-" } else { "" };
            format!("{sign}{}", rounded.value.as_str())
        };
        assert_eq!(rounded(2, 3, 2), "0.67");
        assert_eq!(rounded(1, 8, 2), "0.13");
        assert_eq!(rounded(-1, 8, 2), "-0.13");
        assert_eq!(rounded(-1, 1000, 2), "0.00");
        assert_eq!(rounded(999, 1, 0), "999");
        assert_eq!(rounded(1999, 2, 0), "1000");
        assert_eq!(rounded(0, 7, 1), "0.0");
        assert_eq!(rounded(i64::MAX, 1, 1), "9223372036854775807.0");
    }

    #[test]
    fn an_exponent_moves_the_point_only() {
        let money = Number::new(2_120_784, 2);
        assert_eq!(money, Number::whole(212_078_400));
        assert!(Number::new(1, -2) < Number::new(1, 0));
        let each = Ratio::new(money, Number::whole(3)).expect("above zero");
        assert_eq!(
            each.per_power(4).rounded(1).value.as_str(),
            "706928000000.0"
        );
        let small = Ratio::from(Number::new(5, -3));
        assert_eq!(small.rounded(2).value.as_str(), "0.01");
        assert_eq!(small.rounded(1).value.as_str(), "0.0");
        assert_eq!(
            Ratio::from(Number::new(49, -3)).rounded(0).value.as_str(),
            "0"
        );
    }

    #[test]
    fn numbers_far_apart_are_compared_and_not_overflown() {
        let far = Number::new(i64::MAX, 60);
        assert!(far > Number::new(i64::MAX, -60));
        assert!(Number::new(i64::MIN, 60) < Number::new(i64::MIN, -60));
        assert!(Ratio::from(far) > Ratio::from(Number::new(i64::MAX, -60)));
    }

    proptest! {
        #[test]
        fn quotients_are_ordered_as_fractions_are(
            a in -10_000..10_000_i64, b in 1..500_i64, c in -10_000..10_000_i64, d in 1..500_i64,
        ) {
            prop_assert_eq!(ratio(a, b).cmp(&ratio(c, d)), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn rounding_is_what_whole_numbers_give(over in 0..1_000_000_i64, under in 1..5000_i64, decimals in 0..5_u8) {
            let power = 10_i128.pow(u32::from(decimals));
            let wanted = (i128::from(over) * power * 2 + i128::from(under)) / (2 * i128::from(under));
            let digits = ratio(over, under).rounded(decimals).value.as_str().replace('.', "");
            prop_assert_eq!(digits.parse::<i128>().expect("digits"), wanted);
        }
    }
}
