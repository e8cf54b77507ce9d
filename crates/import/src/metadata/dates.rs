//! Dates and years as they are printed in Chinese text.

use crate::prose::chinese_numerals;
use gongkai_model::Date;

/// Whether the format allows a report for a year.
pub(crate) fn is_year(year: u16) -> bool {
    (2008..=2200).contains(&year)
}

/// Every "2020年" or "2020年度" of a normalized text, with its start and end.
pub(crate) fn years(text: &str) -> Vec<(u16, usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('年') {
        let before = text.get(..at).unwrap_or_default();
        let Some((start, year)) = year_at_end(before) else {
            continue;
        };
        let after = text.get(at + '年'.len_utf8()..).unwrap_or_default();
        let suffix = if after.starts_with('度') {
            '度'.len_utf8()
        } else {
            0
        };
        if is_year(year) {
            found.push((year, start, at + '年'.len_utf8() + suffix));
        }
    }
    found
}

/// The four digits or Chinese numerals at the end of a text, with their start.
fn year_at_end(before: &str) -> Option<(usize, u16)> {
    let (start, _) = before.char_indices().rev().nth(3)?;
    let digits = before.get(start..)?;
    let earlier = before.get(..start)?;
    if digits.bytes().all(|b| b.is_ascii_digit()) {
        let is_longer = earlier.ends_with(|c: char| c.is_ascii_digit());
        return (!is_longer)
            .then(|| digits.parse().ok())
            .flatten()
            .map(|year| (start, year));
    }
    let (year, rest) = chinese_numerals::year(digits)?;
    rest.is_empty().then_some((start, year))
}

/// The first date of a normalized text (2021年1月20日, 2021-01-20, 2021/1/20, 2021.1.20) and the text after
/// it.
pub(crate) fn first(text: &str) -> Option<(Date, &str)> {
    let starts = text.char_indices().map(|(at, _)| at);
    let mut before = None;
    for at in starts {
        let rest = text.get(at..)?;
        let is_in_number = before.is_some_and(|c: char| c.is_ascii_digit());
        before = rest.chars().next();
        if !is_in_number && let Some(found) = day(rest) {
            return Some(found);
        }
    }
    None
}

/// Splits a date off the front of a text.
pub(crate) fn day(text: &str) -> Option<(Date, &str)> {
    let (year, rest) = match number(text, 4) {
        Some((year, rest)) if year >= 1000 => (year, rest),
        _ => chinese_numerals::year(text)?,
    };
    let (year, rest, separators) = match rest.strip_prefix('年') {
        Some(rest) => (year, rest, ['月', '日']),
        None => {
            let sign = rest
                .chars()
                .next()
                .filter(|c| matches!(c, '-' | '/' | '.'))?;
            (year, rest.strip_prefix(sign)?, [sign, '\0'])
        }
    };
    month_and_day(year, rest, separators)
}

/// Splits a date without a year, such as 12月31日, off the front of a text.
pub(crate) fn day_of(year: u16, text: &str) -> Option<(Date, &str)> {
    month_and_day(year, text, ['月', '日'])
}

fn month_and_day(year: u16, text: &str, separators: [char; 2]) -> Option<(Date, &str)> {
    let part = |text| {
        number(text, 2).or_else(|| {
            let (count, rest) = chinese_numerals::small(text)?;
            Some((u16::try_from(count).ok()?, rest))
        })
    };
    let [between, after] = separators;
    let (month, rest) = part(text)?;
    let (day, rest) = part(rest.strip_prefix(between)?)?;
    let rest = match after {
        '\0' => rest,
        sign => rest.strip_prefix(sign)?,
    };
    let date = Date::parse(&format!("{year:04}-{month:02}-{day:02}"))?;
    is_year(year).then_some((date, rest))
}

/// Parses a text that is a date.
pub(crate) fn parse(text: &str) -> Option<Date> {
    let (date, rest) = day(text)?;
    rest.is_empty().then_some(date)
}

/// Splits a number off the front of a text. `None` if it has more than `most` digits.
fn number(text: &str, most: usize) -> Option<(u16, &str)> {
    let length = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(length)?;
    ((1..=most).contains(&length))
        .then(|| digits.parse().ok())
        .flatten()
        .map(|n| (n, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> Option<String> {
        first(text).map(|(date, _)| date.to_string())
    }

    #[test]
    fn days_are_read_however_they_are_printed() {
        for text in [
            "发布时间：2021-01-20",
            "2021年1月20日",
            "日期:2021/1/20 10:30",
            "2021.01.20",
            "二〇二一年一月二十日",
        ] {
            assert_eq!(printed(text).as_deref(), Some("2021-01-20"), "{text}");
        }
        for text in [
            "2021年1月",
            "2021-13-20",
            "12021-01-20",
            "电话0954-6017831",
            "1999年1月1日",
        ] {
            assert_eq!(printed(text), None, "{text}");
        }
    }

    #[test]
    fn years_are_read_in_digits_and_in_words() {
        let found = |text| {
            years(text)
                .into_iter()
                .map(|found| found.0)
                .collect::<Vec<_>>()
        };
        assert_eq!(found("某局2020年度至二〇二一年"), [2020, 2021]);
        assert_eq!(found("12020年，1999年，第3年"), Vec::<u16>::new());
    }
}
