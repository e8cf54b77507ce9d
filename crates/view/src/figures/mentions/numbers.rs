//! The numbers in a paragraph.

use crate::figures::search::Folded;

/// A number in the folded text.
pub(super) struct Number<'a> {
    /// The start of the digits, without the sign.
    pub start: usize,
    pub end: usize,
    pub sign: Option<char>,
    /// The digits as printed, with the decimal point.
    pub digits: &'a str,
}

impl Number<'_> {
    pub fn count(&self) -> Option<i64> {
        self.digits.parse().ok()
    }

    pub fn signed(&self) -> Option<i64> {
        let count = self.count()?;
        if self.sign == Some('-') {
            count.checked_neg()
        } else {
            Some(count)
        }
    }
}

/// Finds all numbers that are not part of a code, of a date with dashes or of a range.
pub(super) fn numbers<'a>(folded: &'a Folded, source: &str) -> Vec<Number<'a>> {
    let text = folded.text.as_str();
    let is_digit = |index: usize| text.as_bytes().get(index).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text
        .get(from..)
        .and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
        .map(|offset| from + offset)
    {
        let mut end = start + 1;
        let mut points = 0;
        while (is_digit(end)
            || text.get(end..).is_some_and(|t| t.starts_with('.')) && is_digit(end + 1))
            && folded.joined(end, source)
        {
            points += usize::from(!is_digit(end));
            end += 1;
        }
        from = end;
        let before = text.get(..start).unwrap_or_default();
        let sign = before
            .chars()
            .next_back()
            .filter(|c| matches!(c, '+' | '-'));
        let unsigned = before.strip_suffix(['+', '-']).unwrap_or(before);
        let is_separator =
            |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '~');
        let is_separate = points < 2
            && is_separator(unsigned.chars().next_back())
            && is_separator(text.get(end..).and_then(|rest| rest.chars().next()))
            && !unsigned.ends_with(['第', '.', '+', '-', '〔', '[', '/'])
            && !text.get(end..).unwrap_or_default().starts_with(['-', '/']);
        if let Some(digits) = text.get(start..end).filter(|_| is_separate) {
            found.push(Number {
                start,
                end,
                sign,
                digits,
            });
        }
    }
    found
}
