//! The counts of a clause, each with the words that it belongs to.

use super::numbers::{Count, NumberKind, numbers};
use std::ops::Range;

/// A count with the words before and after it, as offsets into the section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CountPhrase<'a> {
    pub before: Range<usize>,
    pub after: Range<usize>,
    /// The number with its hedge and unit.
    pub number: Range<usize>,
    /// `None` if the number is ambiguous.
    pub count: Option<Count<'a>>,
    /// Whether it directly follows another number: "3期120人次".
    pub follows_number: bool,
    /// Whether its words may belong to the neighbouring count.
    pub is_ambiguous: bool,
}

const LINKS: [&str; 6] = ["以及", "和", "及", "与", "、", "并"];

/// The counts of a clause with the masked text `clause`, which begins at `offset`.
pub(super) fn count_phrases(clause: &str, offset: usize) -> Vec<CountPhrase<'_>> {
    let numbers = numbers(clause);
    let counted: Vec<_> = numbers
        .iter()
        .filter_map(|number| match number.kind {
            NumberKind::Count(count) => Some((number, Some(count))),
            NumberKind::Ambiguous => Some((number, None)),
            NumberKind::WithoutUnit(_) | NumberKind::Other => None,
        })
        .collect();
    let mut phrases: Vec<CountPhrase<'_>> = Vec::new();
    for (number, count) in counted {
        let mut from = 0;
        let (mut follows_number, mut is_ambiguous) = (false, false);
        if let Some(last) = phrases.last_mut() {
            let end = last.number.end - offset;
            let between = clause.get(end..number.start).unwrap_or_default();
            from = match boundary(between) {
                Some(at) => end + at,
                None => {
                    is_ambiguous = !between.is_empty();
                    end
                }
            };
            follows_number = between.is_empty();
            last.after.end = offset + if is_ambiguous { number.start } else { from };
            last.is_ambiguous |= is_ambiguous;
        }
        phrases.push(CountPhrase {
            before: offset + from..offset + number.start,
            after: offset + number.end..offset + clause.len(),
            number: offset + number.start..offset + number.end,
            count,
            follows_number,
            is_ambiguous,
        });
    }
    for phrase in &mut phrases {
        phrase.before.start = limited_start(clause, offset, &phrase.before);
        phrase.after.end = limited_end(clause, offset, &phrase.after);
    }
    // If nothing follows the last number, all words precede their numbers: "培训3期参加120人次".
    // "网站及35个新媒体发布信息900条": the words after the first number belong to it.
    let is_open = |phrase: &CountPhrase<'_>| {
        let before = clause.get(phrase.before.start - offset..phrase.before.end - offset);
        before.is_some_and(|before| before.ends_with(['及', '和', '与', '的', '对', '由']))
    };
    if phrases
        .iter()
        .any(|phrase| phrase.is_ambiguous && is_open(phrase))
    {
        return phrases;
    }
    let ends_in_number = phrases.last().is_some_and(|last| last.after.is_empty());
    let begins_with_words = phrases.first().is_some_and(|first| first.before.len() >= 6);
    if ends_in_number && begins_with_words {
        for phrase in phrases.iter_mut().filter(|phrase| phrase.is_ambiguous) {
            phrase.is_ambiguous = false;
            phrase.after.end = phrase.after.start;
        }
    }
    phrases
}

/// How far from a number its words may be, in bytes.
const REACH: usize = 1200;

/// The start of the range, limited to what is within reach of its end.
fn limited_start(clause: &str, offset: usize, range: &Range<usize>) -> usize {
    let end = range.end;
    let from = end.saturating_sub(REACH).max(range.start);
    let boundary = (from..=end).find(|at| clause.is_char_boundary(at.saturating_sub(offset)));
    boundary.unwrap_or(end)
}

/// The end of the range, limited to what is within reach of its start.
fn limited_end(clause: &str, offset: usize, range: &Range<usize>) -> usize {
    let end = range.end;
    let to = range.start.saturating_add(REACH).min(end);
    let boundary = (to..=end).find(|at| clause.is_char_boundary(at.saturating_sub(offset)));
    boundary.unwrap_or(end)
}

/// Where the words between two counts are divided. Those before belong to the first count.
fn boundary(between: &str) -> Option<usize> {
    if between.is_empty() {
        return Some(0);
    }
    // "31条、公示、公告类154条": all words belong to the second count.
    if LINKS.iter().any(|link| between.starts_with(link)) {
        return Some(0);
    }
    if let Some(at) = between.rfind('、') {
        return Some(at);
    }
    let link = LINKS.iter().find(|link| between.ends_with(**link))?;
    Some(between.len() - link.len())
}
