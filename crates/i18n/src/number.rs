//! Writes numbers in each language. Uses integer arithmetic only: printed numbers are exact, and
//! only shares and averages are rounded.

use crate::Locale;
use gongkai_model::text::{concat, split, split_once};
use gongkai_model::{Amount, Cell, Currency, Date, Decimal, Money, Qualifier, Quantity};

/// The sign of a blank cell.
pub const BLANK: &str = "—";
const MINUS: &str = "\u{2212}";

/// Writes an integer in groups of three digits, with a proper minus sign: `4,236`.
pub fn grouped(n: i64) -> String {
    let digits = group(&n.unsigned_abs().to_string());
    if n < 0 {
        concat(&[MINUS, &digits])
    } else {
        digits
    }
}

/// As [`grouped`], also for sums beyond 64 bits.
pub fn grouped_wide(n: i128) -> String {
    if let Ok(n) = i64::try_from(n) {
        return grouped(n);
    }
    let digits = group(&digits_of(n.unsigned_abs()));
    if n < 0 {
        concat(&[MINUS, &digits])
    } else {
        digits
    }
}

/// Divides by ten for each digit, in four parts, since the code for dividing 128 bits is large.
fn digits_of(n: u128) -> String {
    let mut parts = [96, 64, 32, 0].map(|shift| (n >> shift) as u32);
    let mut digits: Vec<u8> = Vec::new();
    while parts.iter().any(|part| *part > 0) {
        let mut rest = 0_u64;
        for part in &mut parts {
            let value = rest << 32 | u64::from(*part);
            *part = (value / 10) as u32;
            rest = value % 10;
        }
        digits.push(b'0' + rest as u8);
    }
    digits.into_iter().rev().map(char::from).collect()
}

/// As [`grouped`], with a plus sign before positive numbers.
pub fn signed(n: i64) -> String {
    if n > 0 {
        concat(&["+", &grouped(n)])
    } else {
        grouped(n)
    }
}

/// Writes a decimal with its integer part in groups of three digits.
pub fn decimal(value: &Decimal) -> String {
    match split_once(value.as_str(), b'.') {
        Some((whole, fraction)) => concat(&[&group(whole), ".", fraction]),
        None => group(value.as_str()),
    }
}

/// Inserts a comma before each group of three digits.
pub fn group(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// More digits than these have no room in a figure.
const MAX_DIGITS: usize = 12;

/// Shortens a written number of more than 12 digits by the reader's units, with two decimals below 1,000:
/// `1,999,999,999,999,998` becomes `2,000 万亿` or `2,000 tn`. What is around it, a sign or a hedge, stays.
pub fn brief(locale: Locale, written: &str) -> String {
    let is_number = |byte: u8| byte.is_ascii_digit() || byte == b',';
    let count = |text: &str, is_counted: &dyn Fn(u8) -> bool| {
        text.bytes().take_while(|b| is_counted(*b)).count()
    };
    let (before, rest) = parted(written, count(written, &|byte| !is_number(byte)));
    let (number, after) = parted(rest, count(rest, &is_number));
    let mut digits = number.bytes().filter(u8::is_ascii_digit);
    let length = digits.clone().count();
    let value = digits.try_fold(0_u64, |value, digit| {
        value.checked_mul(10)?.checked_add(u64::from(digit - b'0'))
    });
    let Some(value) = value.filter(|_| length > MAX_DIGITS) else {
        return written.to_owned();
    };
    let (unit, name) = match (locale, length) {
        (Locale::ZhCn, ..=16) => (1_000_000_000_000, "万亿"),
        (Locale::ZhCn, _) => (10_000_000_000_000_000, "亿亿"),
        // Larger units are longer than the digits that they save, and less known.
        (Locale::En, _) => (1_000_000_000_000, "tn"),
    };
    let hundredths = match value.saturating_add(unit / 200) / (unit / 100) {
        // Four digits tell enough.
        many @ 100_000.. => (many + 50) / 100 * 100,
        few => few,
    };
    let whole = group(&(hundredths / 100).to_string());
    let [tenth, hundredth] = [hundredths / 10 % 10, hundredths % 10].map(|digit| digit.to_string());
    let fraction = match hundredths % 100 {
        0 => String::new(),
        some if some % 10 == 0 => concat(&[".", &tenth]),
        _ => concat(&[".", &tenth, &hundredth]),
    };
    // The decimals that are written are lost in what is rounded.
    let decimals = count(after, &|byte| byte == b'.' || byte.is_ascii_digit());
    let (_, after) = parted(after, decimals);
    concat(&[before, &whole, &fraction, " ", name, after])
}

/// Divides a text at a byte.
fn parted(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// Writes a cell. Blank, "/" and 0 differ, and a missing cell is called that.
pub fn cell(locale: Locale, cell: Cell) -> String {
    match cell {
        Cell::Count(n) => grouped(n),
        Cell::Blank => BLANK.to_owned(),
        Cell::NotApplicable => "/".to_owned(),
        Cell::Missing => missing(locale).to_owned(),
    }
}

/// As [`cell`], for a change from last year.
pub fn change(locale: Locale, value: Cell) -> String {
    match value {
        Cell::Count(n) => signed(n),
        other => cell(locale, other),
    }
}

/// Writes a cell in words, for screen readers.
pub fn spoken(locale: Locale, value: Cell) -> String {
    match (value, locale) {
        (Cell::Blank, Locale::ZhCn) => "空白".to_owned(),
        (Cell::Blank, Locale::En) => "blank".to_owned(),
        (Cell::NotApplicable, Locale::ZhCn) => "不适用".to_owned(),
        (Cell::NotApplicable, Locale::En) => "not applicable".to_owned(),
        _ => cell(locale, value),
    }
}

fn missing(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhCn => "未录入",
        Locale::En => "not read",
    }
}

/// Writes a share in per cent with one decimal, rounded half away from zero; `None` if the whole is
/// zero.
pub fn percent(part: i64, whole: i64) -> Option<String> {
    let (tenths, is_negative) = tenths_of_a_percent(part, whole)?;
    let sign = if is_negative && tenths > 0 { MINUS } else { "" };
    let (whole, rest) = (grouped(tenths / 10), grouped(tenths % 10));
    Some(concat(&[sign, &whole, ".", &rest, "%"]))
}

/// As [`percent`], of a sum that may exceed 64 bits.
pub fn percent_of_sum(part: i128, sum: i128) -> Option<String> {
    let (mut part, mut sum) = (part, sum);
    loop {
        if let (Ok(part), Ok(whole)) = (i64::try_from(part), i64::try_from(sum)) {
            return percent(part, whole);
        }
        // For numbers this large the last digits do not matter. Not a division, whose code for 128 bits is large.
        part >>= 1;
        sum >>= 1;
    }
}

/// As [`percent`], with a plus sign before positive shares.
pub fn signed_percent(part: i64, whole: i64) -> Option<String> {
    let shown = percent(part, whole)?;
    let is_positive = (part > 0) == (whole > 0) && part != 0;
    Some(if is_positive {
        concat(&["+", &shown])
    } else {
        shown
    })
}

fn tenths_of_a_percent(part: i64, whole: i64) -> Option<(i64, bool)> {
    if whole == 0 {
        return None;
    }
    let is_negative = (part < 0) != (whole < 0);
    let (mut part, mut whole) = (part.unsigned_abs(), whole.unsigned_abs());
    // Prevents overflow; for numbers this large the last digits do not matter.
    while part.max(whole) > u64::MAX / 4000 {
        part /= 2;
        whole /= 2;
    }
    let whole = whole.max(1);
    let tenths = (part * 2000 + whole) / (whole * 2);
    Some((i64::try_from(tenths).unwrap_or(i64::MAX), is_negative))
}

/// Writes a day: `2020 年 1 月 1 日`, `2020-01-01`. In Chinese without the year if that is `known`.
pub fn day(locale: Locale, date: Date, known: Option<u16>) -> String {
    if locale == Locale::En {
        return date.text();
    }
    let [year, month, day] =
        [date.year, date.month.into(), date.day.into()].map(|part| u64::from(part).to_string());
    let day = concat(&[&month, " 月 ", &day, " 日"]);
    match known {
        Some(known) if known == date.year => day,
        _ => concat(&[&year, " 年 ", &day]),
    }
}

/// Writes a count from prose with its hedge and its unit: `3,200 余条`, `over 3,200 items`.
pub fn quantity(locale: Locale, quantity: &Quantity) -> String {
    let count = grouped(quantity.count);
    let unit = quantity.unit.as_deref().unwrap_or("");
    match locale {
        Locale::ZhCn => match quantity.qualifier {
            None if unit.is_empty() => count,
            None => concat(&[&count, " ", unit]),
            Some(Qualifier::Over) => concat(&[&count, " 余", unit]),
            Some(Qualifier::About) => with_unit("约 ", &count, unit),
            Some(Qualifier::Nearly) => with_unit("近 ", &count, unit),
        },
        Locale::En => {
            let unit = unit_word(locale, unit, quantity.count == 1);
            let hedge = match quantity.qualifier {
                None => "",
                Some(Qualifier::Over) => "over ",
                Some(Qualifier::About) => "about ",
                Some(Qualifier::Nearly) => "nearly ",
            };
            with_unit(hedge, &count, &unit)
        }
    }
}

/// Writes a count between its hedge and its unit, which may be empty.
fn with_unit(hedge: &str, count: &str, unit: &str) -> String {
    let space = if unit.is_empty() { "" } else { " " };
    concat(&[hedge, count, space, unit])
}

/// Writes a count from prose with its hedge, but without its unit: `3,200 余`, `over 3,200`.
pub fn hedged(locale: Locale, count: i64, qualifier: Option<Qualifier>) -> String {
    let count = grouped(count);
    match (qualifier, locale) {
        (None, _) => count,
        (Some(Qualifier::Over), Locale::ZhCn) => concat(&[&count, " 余"]),
        (Some(Qualifier::About), Locale::ZhCn) => concat(&["约 ", &count]),
        (Some(Qualifier::Nearly), Locale::ZhCn) => concat(&["近 ", &count]),
        (Some(Qualifier::Over), Locale::En) => concat(&["over ", &count]),
        (Some(Qualifier::About), Locale::En) => concat(&["about ", &count]),
        (Some(Qualifier::Nearly), Locale::En) => concat(&["nearly ", &count]),
    }
}

/// Translates a measure word; an unknown one is kept as printed.
pub fn unit_word(locale: Locale, unit: &str, is_singular: bool) -> String {
    if locale == Locale::ZhCn {
        return unit.to_owned();
    }
    let (one, many) = match unit {
        "条" | "项" => ("item", "items"),
        "件" => ("case", "cases"),
        "期" => ("session", "sessions"),
        "次" => ("time", "times"),
        "场" => ("event", "events"),
        "篇" => ("article", "articles"),
        "份" => ("document", "documents"),
        "人" | "名" => ("person", "people"),
        "人次" => ("attendance", "attendances"),
        "个" => ("unit", "units"),
        other => (other, other),
    };
    (if is_singular { one } else { many }).to_owned()
}

/// The name of a currency unit: 万元, `10,000 yuan`.
pub fn currency(locale: Locale, unit: Currency) -> &'static str {
    match (locale, unit) {
        (Locale::ZhCn, Currency::Yuan) => "元",
        (Locale::ZhCn, Currency::TenThousandYuan) => "万元",
        (Locale::ZhCn, Currency::HundredMillionYuan) => "亿元",
        (Locale::En, Currency::Yuan) => "yuan",
        (Locale::En, Currency::TenThousandYuan) => "10,000 yuan",
        (Locale::En, Currency::HundredMillionYuan) => "100 million yuan",
    }
}

/// Writes an amount with all its digits: as printed in Chinese, `21,207.84 万元`, and in yuan in
/// English, which does not count in ten thousands: `212,078,400 yuan`.
pub fn money(locale: Locale, money: &Money) -> String {
    let printed = money.unit.unwrap_or(Currency::TenThousandYuan);
    match locale {
        Locale::ZhCn => in_currency(locale, &decimal(&money.value), printed),
        Locale::En => {
            let yuan = money.counted_in(Currency::Yuan);
            in_currency(locale, &decimal(&yuan), Currency::Yuan)
        }
    }
}

/// Writes a number followed by its unit: `168.32 万元`, `168.32 × 10,000 yuan`.
pub fn in_currency(locale: Locale, number: &str, unit: Currency) -> String {
    let times = match (locale, unit) {
        // Two adjacent numbers would read as one.
        (Locale::En, Currency::TenThousandYuan | Currency::HundredMillionYuan) => " × ",
        _ => " ",
    };
    concat(&[number, times, currency(locale, unit)])
}

/// Writes an amount briefly, in the unit that is easiest to read and rounded to two decimals: `2.12
/// 亿元`, `212.08 million yuan`. `None` if that is the printed unit.
pub fn money_in_brief(locale: Locale, money: &Money) -> Option<String> {
    let yuan = money.counted_in(Currency::Yuan);
    let whole = split(yuan.as_str(), b'.').next().unwrap_or("").len();
    let (places, unit) = match locale {
        Locale::ZhCn if whole > 8 => (8, "亿元"),
        Locale::ZhCn if whole > 4 => (4, "万元"),
        Locale::ZhCn => (0, "元"),
        Locale::En if whole > 9 => (9, "billion yuan"),
        Locale::En if whole > 6 => (6, "million yuan"),
        Locale::En => (0, "yuan"),
    };
    let printed = money.unit.unwrap_or(Currency::TenThousandYuan);
    if places == printed.exponent() {
        return None;
    }
    let rounded = yuan.shifted(places).divided(1, 2)?;
    Some(concat(&[&decimal(&rounded), " ", unit]))
}

/// Writes an amount, as [`cell`] does a count.
pub fn amount(locale: Locale, value: &Amount) -> String {
    match value {
        Amount::Money(printed) => money(locale, printed),
        Amount::Blank => BLANK.to_owned(),
        Amount::NotApplicable => "/".to_owned(),
        Amount::Missing => missing(locale).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_number_without_room_is_shortened() {
        use Locale::{En, ZhCn};
        for (written, chinese, english) in [
            ("999,999,999,999", "999,999,999,999", "999,999,999,999"),
            ("1,234,500,000,000", "1.23 万亿", "1.23 tn"),
            ("1,999,999,999,999,998", "2,000 万亿", "2,000 tn"),
            (
                "+12,345,678,901,234,567 余",
                "+1.23 亿亿 余",
                "+12,346 tn 余",
            ),
            (
                "\u{2212}9,223,372,036,854,775,807",
                "\u{2212}922.34 亿亿",
                "\u{2212}9,223,372 tn",
            ),
            ("1,500,000,000,000.12", "1.5 万亿", "1.5 tn"),
            (
                "110,680,464,442,257,309,684",
                "110,680,464,442,257,309,684",
                "110,680,464,442,257,309,684",
            ),
            (BLANK, BLANK, BLANK),
        ] {
            assert_eq!(brief(ZhCn, written), chinese);
            assert_eq!(brief(En, written), english);
        }
    }

    #[test]
    fn blank_not_applicable_missing_and_zero_look_different() {
        for locale in Locale::ALL {
            let shown = [
                Cell::Blank,
                Cell::NotApplicable,
                Cell::Missing,
                Cell::Count(0),
            ]
            .map(|value| cell(locale, value));
            for (index, one) in shown.iter().enumerate() {
                assert!(!one.is_empty());
                assert!(!shown[index + 1..].contains(one), "{one}");
            }
        }
    }

    #[test]
    fn a_share_is_rounded_half_up_and_has_no_base_of_zero() {
        assert_eq!(signed_percent(-302, 387).as_deref(), Some("−78.0%"));
        assert_eq!(signed_percent(1, 12).as_deref(), Some("+8.3%"));
        assert_eq!(signed_percent(0, 12).as_deref(), Some("0.0%"));
        assert_eq!(percent(1, 0), None);
        assert_eq!(percent(i64::MAX, i64::MAX).as_deref(), Some("100.0%"));
        assert_eq!(percent(i64::MIN, 1).map(|p| p.starts_with('−')), Some(true));
    }

    #[test]
    fn money_keeps_its_digits_and_gains_a_readable_unit() {
        let money_ = Money {
            value: Decimal::parse("21207.84").expect("a decimal"),
            unit: Some(Currency::TenThousandYuan),
        };
        assert_eq!(money(Locale::ZhCn, &money_), "21,207.84 万元");
        assert_eq!(
            money_in_brief(Locale::ZhCn, &money_).as_deref(),
            Some("2.12 亿元")
        );
        assert_eq!(
            money_in_brief(Locale::En, &money_).as_deref(),
            Some("212.08 million yuan")
        );
    }

    #[test]
    fn a_day_is_written_as_people_write_it() {
        let date = Date::parse("2020-12-31").expect("a date");
        assert_eq!(day(Locale::ZhCn, date, None), "2020 年 12 月 31 日");
        assert_eq!(day(Locale::ZhCn, date, Some(2020)), "12 月 31 日");
        assert_eq!(day(Locale::ZhCn, date, Some(2019)), "2020 年 12 月 31 日");
        assert_eq!(day(Locale::En, date, Some(2020)), "2020-12-31");
    }

    #[test]
    fn whole_numbers_are_grouped_by_three() {
        assert_eq!(grouped(-3898), "−3,898");
        assert_eq!(grouped(123), "123");
        assert_eq!(grouped(i64::MIN), "−9,223,372,036,854,775,808");
        assert_eq!(
            grouped_wide(i128::MIN),
            "−170,141,183,460,469,231,731,687,303,715,884,105,728"
        );
        assert_eq!(signed(0), "0");
    }
}
