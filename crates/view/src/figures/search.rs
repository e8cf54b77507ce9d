//! Search that ignores width, case, spaces and thousands separators.

use gongkai_model::text::{contains, find};

/// A normalized text, with the positions of its characters in the source.
pub(super) struct Folded {
    pub text: String,
    /// For each byte of `text`, the range of its character in the source.
    at: Vec<(usize, usize)>,
}

pub(super) fn fold(source: &str) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(source.len()),
        at: Vec::with_capacity(source.len()),
    };
    // The number of digits so far: a thousands separator follows one to three.
    let mut digits = 0;
    for (start, c) in source.char_indices() {
        let end = start + c.len_utf8();
        let folded_char = fold_char(c);
        if c.is_whitespace() {
            continue;
        }
        if folded_char == ',' && (1..=3).contains(&digits) && three_digits(source.get(end..)) {
            digits = 0;
            continue;
        }
        digits = if folded_char.is_ascii_digit() {
            digits + 1
        } else {
            0
        };
        folded.text.push(folded_char);
        folded.at.resize(folded.text.len(), (start, end));
    }
    folded
}

/// Whether the text begins with exactly three digits.
fn three_digits(text: Option<&str>) -> bool {
    let ahead = text.unwrap_or_default().chars();
    ahead
        .take(4)
        .take_while(|c| fold_char(*c).is_ascii_digit())
        .count()
        == 3
}

/// Converts to half width, lower case and an ASCII minus sign. Only Latin, Greek and Cyrillic have
/// cases here, without the large tables of the standard library.
fn fold_char(c: char) -> char {
    let half = match c {
        '\u{ff01}'..='\u{ff5e}' => shifted(c, -0xfee0),
        '\u{2212}' => '-',
        c => c,
    };
    match half {
        'A'..='Z' => half.to_ascii_lowercase(),
        '\u{d7}' => half,
        '\u{c0}'..='\u{de}' | '\u{391}'..='\u{3a9}' | '\u{410}'..='\u{42f}' => shifted(half, 0x20),
        '\u{400}'..='\u{40f}' => shifted(half, 0x50),
        _ => half,
    }
}

fn shifted(c: char, by: i32) -> char {
    (c as u32)
        .checked_add_signed(by)
        .and_then(char::from_u32)
        .unwrap_or(c)
}

impl Folded {
    /// The range of the source that a range of the folded text comes from.
    pub fn source(&self, start: usize, end: usize) -> (usize, usize) {
        let part = self.at.get(start..end).unwrap_or_default();
        match (part.first(), part.last()) {
            (Some(first), Some(last)) => (first.0, last.1),
            _ => (0, 0),
        }
    }

    /// Whether no space was removed before the byte; a thousands separator may have been.
    pub fn joined(&self, index: usize, source: &str) -> bool {
        let before = index.checked_sub(1).and_then(|index| self.at.get(index));
        let (Some(before), Some(here)) = (before, self.at.get(index)) else {
            return false;
        };
        let between = source.get(before.1..here.0).unwrap_or_default();
        !between.contains(char::is_whitespace)
    }
}

/// Finds all matches of a query, in order and without overlap. A match includes combining
/// characters and joined emoji at its end.
pub(super) fn hits(source: &str, query: &Folded) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    if query.text.is_empty() {
        return found;
    }
    let folded = fold(source);
    let mut from = 0;
    while let Some(at) = folded
        .text
        .get(from..)
        .and_then(|rest| find(rest, &query.text))
    {
        let index = from + at;
        from = index + query.text.len();
        let (start, end) = folded.source(index, from);
        if found.last().is_none_or(|last| last.1 <= start) {
            found.push((start, extended(source, end)));
        }
    }
    found
}

/// Whether the text contains the query.
pub(super) fn is_hit(source: &str, query: &Folded) -> bool {
    !query.text.is_empty() && contains(&fold(source).text, &query.text)
}

/// Extends a match over the characters that combine with its last one.
fn extended(source: &str, mut end: usize) -> usize {
    let mut joined = false;
    for c in source.get(end..).unwrap_or_default().chars() {
        if !joined && !is_combining(c) {
            break;
        }
        joined = c == '\u{200d}';
        end += c.len_utf8();
    }
    end
}

/// Whether a character is a combining mark, a variation selector, a skin tone or a joiner.
fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{64b}'..='\u{65f}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{200d}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{1f3fb}'..='\u{1f3ff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(source: &'a str, query: &str) -> Vec<&'a str> {
        let hits = hits(source, &fold(query));
        hits.iter()
            .map(|(start, end)| &source[*start..*end])
            .collect()
    }

    #[test]
    fn width_case_spaces_and_thousands_make_no_difference() {
        assert_eq!(found("共 3,200 条", "3200"), ["3,200"]);
        assert_eq!(found("共３，２００条", "3 200"), ["３，２００"]);
        assert_eq!(found("共 3200 条", "3,200条"), ["3200 条"]);
        assert_eq!(found("ＡbC ÉТ", "AＢc"), ["ＡbC"]);
        assert_eq!(found("ＡbC ÉТ", "éт"), ["ÉТ"]);
        assert_eq!(found("增减 −302", "-302"), ["−302"]);
    }

    #[test]
    fn a_comma_between_two_numbers_keeps_them_apart() {
        assert_eq!(fold("2020，100").text, "2020,100");
        assert_eq!(fold("3，5").text, "3,5");
        assert_eq!(fold("1,2345").text, "1,2345");
        assert_eq!(fold("1,234,567.8").text, "1234567.8");
    }

    #[test]
    fn an_accent_or_a_joined_emoji_is_not_torn_off() {
        assert_eq!(found("cafe\u{301}s", "cafe"), ["cafe\u{301}"]);
        assert_eq!(found("👨\u{200d}👩!", "👨"), ["👨\u{200d}👩"]);
        assert_eq!(found("aaa", "aa"), ["aa"]);
        assert_eq!(found("aaa", " "), Vec::<&str>::new());
    }
}
