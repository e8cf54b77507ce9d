//! Chinese numerals: 十二, 两, 二〇二〇. Our own, because a number that is not written in full (一百二)
//! must be refused and not guessed.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

pub(crate) fn is_numeral(c: char) -> bool {
    matches!(c, '十' | '两') || DIGITS.contains(&c)
}

fn digit(c: char) -> Option<i64> {
    let c = match c {
        '零' | '○' | 'Ｏ' => '〇',
        c => c,
    };
    let at = DIGITS.iter().position(|digit| *digit == c)?;
    i64::try_from(at).ok()
}

/// Splits a number below 100, or a round one, off the front of the text: 三, 两, 十二, 二十, 三十五,
/// 三百. `None` if more numerals follow.
pub(crate) fn small(text: &str) -> Option<(i64, &str)> {
    let mut count = None;
    let mut rest = text;
    if let Some(after) = rest.strip_prefix('两') {
        (count, rest) = (Some(2), after);
    } else if let Some((ones, after)) = first_digit(rest) {
        (count, rest) = (Some(ones), after);
    }
    if !text.starts_with('两')
        && let Some(after) = rest.strip_prefix('十')
    {
        let ones = first_digit(after);
        rest = ones.map_or(after, |(_, rest)| rest);
        count = Some(count.unwrap_or(1) * 10 + ones.map_or(0, |(ones, _)| ones));
    }
    // 两百, 三千: round numbers. Others, such as 三百二十, must be written in full.
    let scale = [('百', 100), ('千', 1000)];
    let scaled = scale
        .iter()
        .find_map(|(c, times)| Some((rest.strip_prefix(*c)?, *times)));
    if let (Some(ones @ 1..=9), Some((after, times))) = (count, scaled) {
        (count, rest) = (Some(ones * times), after);
    }
    let more = |c: char| is_numeral(c) || matches!(c, '百' | '千' | '万' | '亿' | '零');
    Some((count?, rest)).filter(|(_, rest)| !rest.starts_with(more))
}

fn first_digit(text: &str) -> Option<(i64, &str)> {
    let first = text.chars().next()?;
    let digit = digit(first).filter(|digit| *digit > 0)?;
    Some((digit, text.get(first.len_utf8()..)?))
}

/// Reads a number that is written in full: 三百二十, 一千零五, 一万二千三百. `None` if a unit is left to the
/// reader, as in 一百二.
pub(crate) fn in_full(text: &str) -> Option<i64> {
    let part = |text: &str, zeros: u32| -> Option<i64> {
        if text.is_empty() {
            return Some(0);
        }
        below_ten_thousand(text).map(|count| count * 10_i64.pow(zeros))
    };
    let (millions, rest) = text.split_once('亿').unwrap_or(("", text));
    let (thousands, rest) = rest.split_once('万').unwrap_or(("", rest));
    let is_bare = |part: &str, mark: char| text.contains(mark) && part.is_empty();
    if is_bare(millions, '亿') || is_bare(thousands, '万') {
        return None;
    }
    // 一万二 is short for twelve thousand. Ten thousand and two is 一万零二.
    let is_short = |before: &str, own: &str| {
        let small = below_ten_thousand(own).is_some_and(|count| count < 1000);
        !before.is_empty() && small && !own.starts_with('零')
    };
    if is_short(millions, thousands) || is_short(thousands, rest) {
        return None;
    }
    Some(part(millions, 8)? + part(thousands, 4)? + part(rest, 0)?)
}

fn below_ten_thousand(text: &str) -> Option<i64> {
    let mut rest = text.strip_prefix('零').unwrap_or(text);
    let mut count = 0;
    let mut least = 10_000;
    while !rest.is_empty() {
        let (digit, after) = match rest.strip_prefix('两') {
            Some(after) => (2, after),
            None => first_digit(rest).unwrap_or((1, rest)),
        };
        let scales = [('千', 1000), ('百', 100), ('十', 10)];
        let scale = scales
            .iter()
            .find_map(|(c, times)| Some((after.strip_prefix(*c)?, *times)));
        let (after, times) = match scale {
            Some((after, times)) => (after, times),
            // The last digit follows the tens or a zero.
            None if after.is_empty() && rest.len() > after.len() => (after, 1),
            None => return None,
        };
        let is_next = least == 10_000 || times * 10 == least;
        let is_after_zero =
            text.len() > rest.len() && text.get(..text.len() - rest.len())?.ends_with('零');
        let is_lone_one = rest.len() == after.len() + '十'.len_utf8() && times > 1;
        if times >= least || !(is_next || is_after_zero) || is_lone_one && times != 10 {
            return None;
        }
        count += digit * times;
        least = times;
        rest = after.strip_prefix('零').unwrap_or(after);
    }
    (count > 0).then_some(count)
}

/// Splits a year, four numerals read one by one, off the front of the text: 二〇二〇, 二零二一.
pub(crate) fn year(text: &str) -> Option<(u16, &str)> {
    let mut year = 0;
    let mut rest = text;
    for _ in 0..4 {
        let first = rest.chars().next()?;
        year = year * 10 + digit(first)?;
        rest = rest.get(first.len_utf8()..)?;
    }
    Some((u16::try_from(year).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_and_round_numbers_are_read_from_words() {
        for (text, count) in [
            ("两期", 2),
            ("十次", 10),
            ("十二场", 12),
            ("三十五件", 35),
            ("二十个", 20),
            ("两百人次", 200),
            ("三千条", 3000),
        ] {
            assert_eq!(small(text).map(|found| found.0), Some(count), "{text}");
        }
        for text in ["百余条", "三百二十条", "一二三条", "两十条", "〇条", ""] {
            assert_eq!(small(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_written_in_full_is_read() {
        for (text, count) in [
            ("三百二十", 320),
            ("一百零五", 105),
            ("一千零五", 1005),
            ("一千零五十", 1050),
            ("三千二百", 3200),
            ("一万二千三百四十五", 12_345),
            ("两万", 20_000),
            ("十二万", 120_000),
            ("一亿零二十万", 100_200_000),
            ("一百一十五", 115),
        ] {
            assert_eq!(in_full(text), Some(count), "{text}");
        }
        for text in [
            "一百二",
            "三千五",
            "百",
            "千二百",
            "一二三",
            "二十百",
            "万",
            "零",
            "一万二",
        ] {
            assert_eq!(in_full(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_in_words_has_four_numerals() {
        assert_eq!(year("二〇二〇年"), Some((2020, "年")));
        assert_eq!(year("二零二一年"), Some((2021, "年")));
        assert_eq!(year("二〇年"), None);
    }
}
