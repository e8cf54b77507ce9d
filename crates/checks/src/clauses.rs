//! Splits Chinese prose into segments and clauses, and finds the numbers in them.

/// A number in a clause, with the word that counts it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// All digits, without the decimal point.
    pub digits: i64,
    /// The number of decimals.
    pub places: u32,
    pub unit: Option<char>,
    /// Whether it is an ordinal or hedged by 约, 近, 余, 以上 and the like, so not an exact count.
    pub is_hedged: bool,
    /// The range of bytes of the clause, including the unit.
    pub start: usize,
    pub end: usize,
}

/// Words that count cases or pieces of information; a number of years or an amount is not a count.
const UNITS: [char; 11] = [
    '件', '条', '项', '次', '份', '人', '宗', '起', '例', '个', '篇',
];
const HEDGES_BEFORE: [char; 6] = ['约', '近', '超', '逾', '过', '第'];
const HEDGES_AFTER: [&str; 5] = ["余", "多", "以上", "左右", "以内"];

/// Converts digits, points and per cent signs to ASCII, and removes spaces and thousands
/// separators.
pub(super) fn normalize(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let c = ascii(c);
        let digit_before = plain.ends_with(|c: char| c.is_ascii_digit());
        let ahead = rest.as_str();
        let digit_ahead = |n| {
            ahead
                .chars()
                .nth(n)
                .is_some_and(|c| ascii(c).is_ascii_digit())
        };
        let dropped = if matches!(c, ',' | '，') {
            digit_before && (0..3).all(digit_ahead) && !digit_ahead(3)
        } else {
            // A space between two digits separates two numbers.
            c.is_whitespace() && !(digit_before && digit_ahead(0))
        };
        if !dropped {
            plain.push(c);
        }
    }
    plain
}

fn ascii(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10).unwrap_or(c),
        '％' => '%',
        '．' => '.',
        c => c,
    }
}

/// Splits a text at full stops and semicolons, which end the scope of words such as 其中.
pub(super) fn segments(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', ';', '！', '!', '？', '?'])
}

/// Splits a segment at commas, colons and brackets.
pub(super) fn clauses(segment: &str) -> Vec<&str> {
    segment
        .split(['，', ',', '、', '：', ':', '（', '）', '(', ')'])
        .collect()
}

/// Finds all numbers of up to 15 digits in a clause.
pub(super) fn numbers(clause: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(offset) = clause
        .get(from..)
        .and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
    {
        let start = from + offset;
        let tail = clause.get(start..).unwrap_or_default();
        let length = tail
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(tail.len());
        from = start + length;
        let (printed, after) = tail.split_at_checked(length).unwrap_or((tail, ""));
        let (whole, fraction) = printed.split_once('.').unwrap_or((printed, ""));
        let digits = [whole, fraction].concat();
        let Some(digits) = (digits.len() <= 15).then(|| digits.parse().ok()).flatten() else {
            continue;
        };
        let unit = after
            .chars()
            .next()
            .filter(|unit| *unit == '%' || UNITS.contains(unit));
        let behind = after
            .get(unit.map_or(0, char::len_utf8)..)
            .unwrap_or_default();
        let before = clause.get(..start).unwrap_or_default();
        let is_hedged = before.ends_with(HEDGES_BEFORE)
            || HEDGES_AFTER.iter().any(|hedge| behind.starts_with(hedge));
        found.push(Number {
            digits,
            places: u32::try_from(fraction.len()).unwrap_or_default(),
            unit,
            is_hedged,
            start,
            end: from + unit.map_or(0, char::len_utf8),
        });
    }
    found
}

/// The count of a clause; `None` unless there is exactly one.
pub(super) fn only_count(clause: &str) -> Option<Number> {
    let numbers = numbers(clause);
    let mut counts = numbers
        .iter()
        .filter(|number| number.unit.is_some_and(|unit| unit != '%'));
    let first = counts.next().copied()?;
    (counts.next().is_none() && !first.is_hedged && first.places == 0).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_digits_and_thousands_are_plain_numbers() {
        assert_eq!(normalize("共 １，２００ 条"), "共1200条");
        assert_eq!(
            normalize("第一，3件，2020年，5件"),
            "第一，3件，2020年，5件"
        );
        assert_eq!(normalize("共 1,200 条，占 ９９．５％"), "共1200条，占99.5%");
        assert_eq!(normalize("3 5"), "3 5");
        assert_eq!(normalize("1,2345"), "1,2345");
    }

    #[test]
    fn a_number_carries_its_unit_and_its_hedge() {
        let number = |clause| numbers(clause).pop();
        assert_eq!(
            number("办结3件"),
            Some(Number {
                digits: 3,
                places: 0,
                unit: Some('件'),
                is_hedged: false,
                start: 6,
                end: 10
            })
        );
        assert_eq!(
            number("99.50%").map(|n| (n.digits, n.places)),
            Some((9950, 2))
        );
        for hedged in ["约3件", "3余件", "3件以上", "第3件", "3件左右"] {
            assert!(numbers(hedged).iter().all(|n| n.is_hedged), "{hedged}");
        }
        assert_eq!(number("2020年").and_then(|n| n.unit), None);
        assert_eq!(number("1234567890123456件"), None);
        assert_eq!(number("1.2.3件").map(|n| n.digits), None);
    }
}
