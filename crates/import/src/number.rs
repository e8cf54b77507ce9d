//! Numbers as they are printed in forms.

use super::Gap;
use gongkai_model::{Amount, Cell, Currency, Decimal, Money};

/// Signs for a cell that does not apply.
const NOT_APPLICABLE: [&str; 16] = [
    "/",
    "//",
    "\\",
    "-",
    "--",
    "---",
    "—",
    "——",
    "–",
    "―",
    "⸺",
    "⸻",
    "無",
    "无",
    "不涉及",
    "不适用",
];

/// Units that may follow a count.
const COUNT_UNITS: [&str; 20] = [
    "批次", "件次", "人次", "项次", "条次", "家次", "件", "项", "個", "个", "条", "次", "宗", "份",
    "項", "起", "例", "部", "批", "笔",
];

/// Words for no change from last year.
const NO_CHANGE: [&str; 16] = [
    "未增未减",
    "不增不减",
    "无增减",
    "无增无减",
    "未增减",
    "没有增减",
    "无变化",
    "没有变化",
    "未变化",
    "无变动",
    "未变动",
    "不变",
    "未变",
    "持平",
    "与上年持平",
    "同上年",
];

/// Signs before an increase from last year.
const MORE: [&str; 6] = ["增加", "新增", "增", "上升", "↑", "+"];
/// Signs before a decrease from last year.
const LESS: [&str; 6] = ["减少", "減少", "减", "減", "↓", "-"];

/// Folds a text for comparison: half-width characters without white space and invisible characters.
/// Dashes that may be a minus sign become one.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !is_invisible(*c))
        .map(|c| match c {
            // The full-width forms are in the order of ASCII.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '−' | '﹣' | '‐' | '‑' | '‒' => '-',
            '﹢' => '+',
            // Slashes in the fonts of PDF files.
            '∕' | '⁄' => '/',
            '﹒' => '.',
            c => c,
        })
        .collect()
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\0'
    )
}

/// Whether there is white space between figures: two numbers, or a number and a footnote sign. It is
/// not known what they mean together.
fn has_space_between_figures(text: &str) -> bool {
    let is_figure = |c: char| c.is_numeric() || matches!(c, ',' | '，' | '.' | '．');
    let mut last = None;
    let mut space = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if space && is_figure(c) && last.is_some_and(is_figure) {
            return true;
        }
        (last, space) = (Some(c), false);
    }
    false
}

/// Whether a cell contains something besides text, or text that is invisible or cannot be read.
fn is_unreadable(text: &str) -> bool {
    text.contains(['\u{fffc}', '\u{fffd}'])
}

/// Reads a cell: blank, not applicable, or a whole number from 0. A change from last year (`is_change`)
/// may have a sign or a word for it.
///
/// # Errors
/// [`Gap::NotANumber`], [`Gap::Unreadable`], [`Gap::Negative`] or [`Gap::TooLarge`].
pub fn cell(text: &str, is_change: bool) -> Result<Cell, Gap> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(Cell::Blank);
    }
    if is_unreadable(text) {
        return Err(Gap::Unreadable);
    }
    if has_space_between_figures(text) {
        return Err(Gap::NotANumber);
    }
    if NOT_APPLICABLE.contains(&folded.as_str()) {
        return Ok(Cell::NotApplicable);
    }
    if is_change && NO_CHANGE.contains(&folded.as_str()) {
        return Ok(Cell::Count(0));
    }
    let strip = |signs: &[&str]| signs.iter().find_map(|sign| folded.strip_prefix(sign));
    let dash = || {
        let rest = folded.strip_prefix(['–', '—', '―']);
        rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let (is_less, digits) = match (strip(&LESS).or_else(dash), strip(&MORE)) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => (false, folded.as_str()),
    };
    let is_signed = digits.len() != folded.len();
    let unit = COUNT_UNITS
        .iter()
        .find_map(|unit| digits.strip_suffix(unit));
    let digits = unit.unwrap_or(digits);
    let count = match digits {
        "〇" | "零" => 0,
        digits => whole_number(digits)?,
    };
    match (is_change, is_signed, is_less, count) {
        (false, true, true, 1..) => Err(Gap::Negative),
        (false, true, _, _) => Err(Gap::NotANumber),
        (_, _, true, count) => Ok(Cell::Count(-count)),
        (_, _, false, count) => Ok(Cell::Count(count)),
    }
}

fn whole_number(digits: &str) -> Result<i64, Gap> {
    let plain = ungrouped(digits).ok_or(Gap::NotANumber)?;
    if plain.is_empty() || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Gap::NotANumber);
    }
    plain.parse().map_err(|_| Gap::TooLarge)
}

/// Removes the separators of thousands. `None` if one is in the wrong position.
fn ungrouped(digits: &str) -> Option<String> {
    let (whole, rest) = match digits.split_once('.') {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (digits, None),
    };
    let mut groups = whole.split([',', '，']);
    let first = groups.next()?;
    let mut plain = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        plain.push_str(group);
    }
    if let Some(rest) = rest {
        plain.push('.');
        plain.push_str(rest);
    }
    Some(plain)
}

/// Reads an amount of money. `unit` is the unit that its heading prints.
///
/// That of the cell itself takes precedence.
///
/// # Errors
/// As for [`cell`].
pub fn amount(text: &str, unit: Option<Currency>) -> Result<Amount, Gap> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(Amount::Blank);
    }
    if is_unreadable(text) {
        return Err(Gap::Unreadable);
    }
    if has_space_between_figures(text) {
        return Err(Gap::NotANumber);
    }
    if NOT_APPLICABLE.contains(&folded.as_str()) {
        return Ok(Amount::NotApplicable);
    }
    let (digits, own) = money_unit(&folded);
    let unit = own.or(unit);
    let digits = match digits {
        "〇" | "零" => "0",
        digits => digits.strip_prefix(['¥', '￥']).unwrap_or(digits),
    };
    if digits
        .strip_prefix('-')
        .is_some_and(|rest| whole_number(rest).is_ok())
    {
        return Err(Gap::Negative);
    }
    let plain = ungrouped(digits).ok_or(Gap::NotANumber)?;
    let value = Decimal::parse(&plain).ok_or(Gap::NotANumber)?;
    Ok(Amount::Money(Money { value, unit }))
}

/// The sign of a cell that does not apply, unless it is the plain one of the form, "/".
pub fn unusual_sign(text: &str) -> Option<String> {
    let folded = fold(text);
    (NOT_APPLICABLE.contains(&folded.as_str()) && folded != "/").then_some(folded)
}

/// Whether a cell prints another unit of money than its heading.
pub fn differs_in_unit(text: &str, heading: Option<Currency>) -> bool {
    let (_, own) = money_unit(&fold(text));
    own.is_some() && heading.is_some() && own != heading
}

/// Splits a unit of money off the end of a text.
pub fn money_unit(folded: &str) -> (&str, Option<Currency>) {
    for (word, unit) in [
        ("亿元", Currency::HundredMillionYuan),
        ("億元", Currency::HundredMillionYuan),
        ("万元", Currency::TenThousandYuan),
        ("萬元", Currency::TenThousandYuan),
        ("元", Currency::Yuan),
        ("万", Currency::TenThousandYuan),
        ("亿", Currency::HundredMillionYuan),
    ] {
        let before = folded.strip_suffix("人民币").unwrap_or(folded);
        if let Some(rest) = before.strip_suffix(word) {
            return (rest, Some(unit));
        }
    }
    (folded, None)
}

/// Whether a text may be the value of a cell.
pub fn is_value(text: &str) -> bool {
    let folded = fold(text);
    !folded.is_empty()
        && !has_space_between_figures(text)
        && (cell(&folded, true).is_ok_and(|cell| cell != Cell::Blank)
            || matches!(cell(&folded, true), Err(Gap::TooLarge))
            || amount(&folded, None).is_ok())
}

/// Whether a row's values are the numbers of its columns: 1, 2, 3 … A row of figures does not count
/// like that, because its last value is the sum.
pub fn are_column_numbers<'a>(values: impl Iterator<Item = &'a str>) -> bool {
    let mut next = 1;
    for value in values {
        if cell(value, false) != Ok(Cell::Count(next)) {
            return false;
        }
        next += 1;
    }
    next > 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_however_it_is_printed() {
        for (text, count) in [
            ("0", 0),
            ("５８６２", 5862),
            ("1,234", 1234),
            ("1，234，567", 1_234_567),
            (" 12 项", 12),
            ("126\u{a0}个", 126),
            ("〇", 0),
            ("007", 7),
        ] {
            assert_eq!(cell(text, false), Ok(Cell::Count(count)), "{text}");
        }
    }

    #[test]
    fn a_change_has_a_sign_in_figures_or_words() {
        for (text, count) in [
            ("+2", 2),
            ("-1", -1),
            ("－302", -302),
            ("—3", -3),
            ("减4", -4),
            ("减少 4项", -4),
            ("增加3", 3),
            ("↓5", -5),
            ("-0", 0),
            ("17", 17),
            ("未增未减", 0),
            ("无变化", 0),
            ("持平", 0),
            ("不变", 0),
            ("无增减", 0),
        ] {
            assert_eq!(cell(text, true), Ok(Cell::Count(count)), "{text}");
        }
        assert_eq!(cell("-1", false), Err(Gap::Negative));
        assert_eq!(cell("+2", false), Err(Gap::NotANumber));
        assert_eq!(cell("持平", false), Err(Gap::NotANumber));
        assert_eq!(cell("31批次", false), Ok(Cell::Count(31)));
    }

    #[test]
    fn blank_not_applicable_and_zero_are_three_things() {
        for text in ["", " ", "\u{a0}", "\u{3000}\u{200b}"] {
            assert_eq!(cell(text, true), Ok(Cell::Blank), "{text:?}");
        }
        for text in ["/", "／", "∕", "-", "—", "——", "⸺", "－", "无", "無", "–"] {
            assert_eq!(cell(text, true), Ok(Cell::NotApplicable), "{text}");
        }
        assert_eq!(cell("0", true), Ok(Cell::Count(0)));
    }

    #[test]
    fn what_is_not_quite_a_number_is_none() {
        for text in [
            "约20",
            "1.0",
            "1,23",
            "1,2345",
            "12a",
            "3200余",
            "十",
            "12 3",
            "12\n3",
            "1,234, 567",
            "12 ①",
            "１２ ３人",
            "(302)",
            "2-3",
            ",123",
        ] {
            assert_eq!(cell(text, false), Err(Gap::NotANumber), "{text}");
        }
        assert_eq!(cell("9223372036854775808", false), Err(Gap::TooLarge));
    }

    #[test]
    fn a_row_of_column_numbers_is_no_row_of_figures() {
        let counts = |row: &str| are_column_numbers(row.split_whitespace());
        assert!(counts("1 2 3 4 5 6 7") && counts("１ ２ ３ ４ ５"));
        for row in ["1 2 3", "1 2 3 4 10", "栏次 1 2 3 4 5", "2 3 4 5 6", ""] {
            assert!(!counts(row), "{row}");
        }
    }

    #[test]
    fn money_keeps_its_unit_and_every_digit() {
        let money = |text: &str, unit| match amount(text, unit) {
            Ok(Amount::Money(Money { value, unit })) => (value.as_str().to_owned(), unit),
            other => panic!("{text}: {other:?}"),
        };
        use Currency::*;
        assert_eq!(
            money("21207.84 万元", None),
            ("21207.84".into(), Some(TenThousandYuan))
        );
        assert_eq!(money("1,234.50元", None), ("1234.50".into(), Some(Yuan)));
        assert_eq!(
            money("2.1亿元", None),
            ("2.1".into(), Some(HundredMillionYuan))
        );
        assert_eq!(money("０", None), ("0".into(), None));
        assert_eq!(
            money("12.5", Some(TenThousandYuan)),
            ("12.5".into(), Some(TenThousandYuan))
        );
        assert_eq!(
            money("709455.9元", Some(TenThousandYuan)),
            ("709455.9".into(), Some(Yuan))
        );
        assert_eq!(amount("/", None), Ok(Amount::NotApplicable));
        assert_eq!(amount("-5万元", None), Err(Gap::Negative));
        assert_eq!(amount("约5万元", None), Err(Gap::NotANumber));
    }
}
