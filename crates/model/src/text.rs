//! Cuts and joins text.
//!
//! The standard library's own functions can panic with a message, and so bring the formatting of text and
//! numbers along: 3 KB after brotli of the 66 KB that the first WebAssembly module would weigh.

/// As `str::split_once` with an ASCII character.
pub fn split_once(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at.saturating_add(1)..)?))
}

/// As `str::split` with an ASCII character.
pub fn split(text: &str, separator: u8) -> Split<'_> {
    let rest = Some(text);
    Split { rest, separator }
}

/// The parts of a text.
#[derive(Clone, Debug)]
pub struct Split<'a> {
    /// What has not been returned; `None` after the last part.
    rest: Option<&'a str>,
    separator: u8,
}

impl<'a> Iterator for Split<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.rest?;
        let (part, rest) = match split_once(text, self.separator) {
            Some((part, rest)) => (part, Some(rest)),
            None => (text, None),
        };
        self.rest = rest;
        Some(part)
    }
}

/// As `str::contains` with a text that is not empty.
pub fn contains(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// As `str::find` with a text that is not empty.
pub fn find(text: &str, part: &str) -> Option<usize> {
    (0..=text.len().checked_sub(part.len())?).find(|at| is_at(text, *at, part))
}

/// As `str::rfind` with a text that is not empty.
pub fn rfind(text: &str, part: &str) -> Option<usize> {
    (0..=text.len().checked_sub(part.len())?).rfind(|at| is_at(text, *at, part))
}

fn is_at(text: &str, at: usize, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    // Most places differ in the first byte.
    text.get(at) == part.first() && text.get(at..).is_some_and(|rest| rest.starts_with(part))
}

/// As `str::split_once` with a text: what is before and after its first occurrence.
pub fn around<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    around_at(text, find(text, part)?, part)
}

/// As `str::rsplit_once` with a text: what is before and after its last occurrence.
pub fn around_last<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    around_at(text, rfind(text, part)?, part)
}

fn around_at<'a>(text: &'a str, at: usize, part: &str) -> Option<(&'a str, &'a str)> {
    Some((text.get(..at)?, text.get(at.saturating_add(part.len())..)?))
}

/// Whether a text is a sequence of the given words and nothing else, however it is divided into them.
pub fn consists_of(text: &str, words: &[&str]) -> bool {
    // Whether the text up to a byte is such a sequence.
    let mut reached = vec![false; text.len().saturating_add(1)];
    if let Some(start) = reached.first_mut() {
        *start = true;
    }
    for at in 0..text.len() {
        let rest = text.get(at..).filter(|_| reached.get(at) == Some(&true));
        for word in words
            .iter()
            .filter(|word| rest.is_some_and(|rest| rest.starts_with(**word)))
        {
            if let Some(end) = reached.get_mut(at.saturating_add(word.len())) {
                *end = true;
            }
        }
    }
    reached.last() == Some(&true)
}

/// The most characters of a name within a sentence; the longest official names have about 40.
const MOST_OF_NAME: usize = 60;

/// Cuts a name that would fill the screen, but keeps its end, where names often differ.
pub fn clipped(name: &str) -> String {
    let length = name.chars().count();
    if length <= MOST_OF_NAME {
        return name.to_owned();
    }
    let kept = |from: usize, count: usize| name.chars().skip(from).take(count);
    let mut clipped: String = kept(0, MOST_OF_NAME - 11).collect();
    clipped.push('…');
    clipped.extend(kept(length - 10, 10));
    clipped
}

/// As `usize::to_string`, but with the code of a type that is needed anyway.
pub fn digits(number: usize) -> String {
    (number as u64).to_string()
}

/// As `[T]::concat`.
pub fn concat(parts: &[&str]) -> String {
    join(parts, "")
}

/// As `[T]::join`.
pub fn join<T: AsRef<str>>(parts: &[T], separator: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        text.push_str(part.as_ref());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_a_name_that_nobody_would_read_is_cut() {
        let longest = "长".repeat(60);
        assert_eq!(clipped(&longest), longest);
        let cut = clipped(&["甲", &"长".repeat(9_998), "乙"].concat());
        assert_eq!(cut.chars().count(), 60);
        assert!(cut.starts_with('甲') && cut.contains('…') && cut.ends_with('乙'));
    }

    #[test]
    fn a_text_consists_of_words_if_any_division_into_them_says_so() {
        let words = ["政府", "政府信息", "信息公开", "申请"];
        assert!(consists_of("政府信息公开申请", &words));
        assert!(consists_of("政府信息申请", &words));
        assert!(!consists_of("政府信息公开申请人", &words));
        assert!(consists_of("", &words));
        assert!(!consists_of("申", &["申请", ""]));
    }

    proptest! {
        #[test]
        fn all_of_them_do_what_the_standard_library_does(text in "[a年,]{0,9}", part in "[a年,]{1,3}") {
            prop_assert_eq!(split_once(&text, b','), text.split_once(','));
            let parts: Vec<&str> = split(&text, b',').collect();
            prop_assert_eq!(&parts, &text.split(',').collect::<Vec<_>>());
            prop_assert_eq!(find(&text, &part), text.find(part.as_str()));
            prop_assert_eq!(rfind(&text, &part), text.rfind(part.as_str()));
            prop_assert_eq!(around(&text, &part), text.split_once(part.as_str()));
            prop_assert_eq!(around_last(&text, &part), text.rsplit_once(part.as_str()));
            prop_assert_eq!(join(&parts, &part), parts.join(&part));
        }
    }
}
