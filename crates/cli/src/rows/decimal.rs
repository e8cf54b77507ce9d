//! Money in 元 as a decimal number of a fixed width, exactly or not at all.

use gongkai_model::{Currency, Money};

/// The most digits that a decimal column can hold in every engine.
pub const PRECISION: usize = 38;

/// The places after the point: a printed 0.000001 万元 has two, and to spare.
pub const SCALE: usize = 6;

/// The amount in 元, counted in its [`SCALE`]th place; `None` where it has more digits than the
/// column, so that nothing is ever rounded. Where no unit is printed the form's own, 万元, is assumed.
pub(super) fn yuan(money: &Money) -> Option<i128> {
    let yuan = money.counted_in(Currency::Yuan);
    let (whole, fraction) = yuan.as_str().split_once('.').unwrap_or((yuan.as_str(), ""));
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if whole.len() > PRECISION - SCALE || fraction.len() > SCALE {
        return None;
    }
    format!("{whole}{fraction:0<SCALE$}").parse().ok()
}

/// As JSON and SQL write the number: without zeros after the last place that counts.
pub(super) fn written(scaled: i128) -> String {
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
            let scaled = yuan(&money(value, unit));
            assert_eq!(scaled.map(written).as_deref(), Some(expected), "{value}");
        }
    }

    #[test]
    fn what_the_column_cannot_hold_is_null_and_not_rounded() {
        let nines = "9".repeat(PRECISION - SCALE);
        assert!(yuan(&money(&nines, Some(Currency::Yuan))).is_some());
        assert_eq!(
            yuan(&money(&format!("{nines}9"), Some(Currency::Yuan))),
            None
        );
        assert!(yuan(&money("0.000001", Some(Currency::Yuan))).is_some());
        assert_eq!(yuan(&money("0.0000001", Some(Currency::Yuan))), None);
    }
}
