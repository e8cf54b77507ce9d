//! Money in 元 as a fixed-point number, never rounded.

use gongkai_model::{Currency, Money};

/// Digits of a decimal column: the most that every engine supports.
pub const PRECISION: usize = 38;

/// Digits after the point. A printed 0.000001 万元 needs two.
pub const SCALE: usize = 6;

/// The amount in 元 × 10^[`SCALE`]; `None` if the column has not enough digits for it. If no unit is
/// printed, the form's own, 万元, is assumed.
pub(super) fn scaled_yuan(money: &Money) -> Option<i128> {
    let yuan = money.counted_in(Currency::Yuan);
    let (whole, fraction) = yuan.as_str().split_once('.').unwrap_or((yuan.as_str(), ""));
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if whole.len() > PRECISION - SCALE || fraction.len() > SCALE {
        return None;
    }
    format!("{whole}{fraction:0<SCALE$}").parse().ok()
}

/// Formats a scaled number as JSON and SQL do, without trailing zeros.
pub fn format_scaled(scaled: i128) -> String {
    let sign = if scaled < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", scaled.unsigned_abs(), width = SCALE + 1);
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(SCALE));
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongkai_model::Decimal;

    fn money(value: &str, unit: Option<Currency>) -> Money {
        Money {
            value: Decimal::parse(value).expect("a decimal"),
            unit,
        }
    }

    #[test]
    fn an_amount_is_counted_in_yuan_whatever_its_unit() {
        for (value, unit, expected) in [
            ("21207.84", Some(Currency::TenThousandYuan), "212078400"),
            ("2.120784", Some(Currency::HundredMillionYuan), "212078400"),
            ("0.10", Some(Currency::Yuan), "0.1"),
            ("3", None, "30000"),
            ("0.000", None, "0"),
            ("0.0000012", Some(Currency::TenThousandYuan), "0.012"),
        ] {
            let scaled = scaled_yuan(&money(value, unit));
            assert_eq!(
                scaled.map(format_scaled).as_deref(),
                Some(expected),
                "{value}"
            );
        }
    }

    #[test]
    fn what_the_column_cannot_hold_is_null_and_not_rounded() {
        let nines = "9".repeat(PRECISION - SCALE);
        assert!(scaled_yuan(&money(&nines, Some(Currency::Yuan))).is_some());
        assert_eq!(
            scaled_yuan(&money(&format!("{nines}9"), Some(Currency::Yuan))),
            None
        );
        assert!(scaled_yuan(&money("0.000001", Some(Currency::Yuan))).is_some());
        assert_eq!(scaled_yuan(&money("0.0000001", Some(Currency::Yuan))), None);
    }
}
