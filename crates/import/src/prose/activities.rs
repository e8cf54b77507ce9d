//! The counts of a clause, each with the words that are its own.

use super::count::{Count, Kind, numbers};
use std::ops::Range;

/// A number of a clause with the words before and behind it, as offsets into the section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk<'a> {
    pub front: Range<usize>,
    pub behind: Range<usize>,
    /// The number with its hedge and unit.
    pub number: Range<usize>,
    /// `None` where something is counted and how much cannot be told.
    pub count: Option<Count<'a>>,
    /// Whether it stands right behind another number: "3期120人次".
    pub adjoins: bool,
    /// Whether its words could as well be its neighbour's.
    pub doubtful: bool,
}

const LINKS: [&str; 6] = ["以及", "和", "及", "与", "、", "并"];

/// The counts of a clause whose masked text is `clause` and begins at `offset`.
pub(super) fn chunks(clause: &str, offset: usize) -> Vec<Chunk<'_>> {
    let numbers = numbers(clause);
    let counted: Vec<_> = numbers
        .iter()
        .filter_map(|number| match number.kind {
            Kind::Count(count) => Some((number, Some(count))),
            Kind::Unclear => Some((number, None)),
            Kind::Bare(_) | Kind::Other => None,
        })
        .collect();
    let mut chunks: Vec<Chunk<'_>> = Vec::new();
    for (number, count) in counted {
        let mut from = 0;
        let (mut adjoins, mut doubtful) = (false, false);
        if let Some(last) = chunks.last_mut() {
            let end = last.number.end - offset;
            let between = clause.get(end..number.start).unwrap_or_default();
            from = match parted(between) {
                Some(at) => end + at,
                None => {
                    doubtful = !between.is_empty();
                    end
                }
            };
            adjoins = between.is_empty();
            last.behind.end = offset + if doubtful { number.start } else { from };
            last.doubtful |= doubtful;
        }
        chunks.push(Chunk {
            front: offset + from..offset + number.start,
            behind: offset + number.end..offset + clause.len(),
            number: offset + number.start..offset + number.end,
            count,
            adjoins,
            doubtful,
        });
    }
    for chunk in &mut chunks {
        chunk.front.start = near(clause, offset, chunk.front.end, chunk.front.start);
        chunk.behind.end = far(clause, offset, chunk.behind.start, chunk.behind.end);
    }
    // "培训3期参加120人次" reads from front to back where nothing stands behind the last number.
    let closes = chunks.last().is_some_and(|last| last.behind.is_empty());
    let opens = chunks.first().is_some_and(|first| first.front.len() >= 6);
    if closes && opens {
        for chunk in chunks.iter_mut().filter(|chunk| chunk.doubtful) {
            chunk.doubtful = false;
            if chunk.behind.end < offset + clause.len() || !chunk.behind.is_empty() {
                chunk.behind.end = chunk.behind.start;
            }
        }
    }
    chunks
}

/// Words further than this from a number, in bytes, are not about it.
const REACH: usize = 1200;

/// The later of `start` and what is within reach before `end`.
fn near(clause: &str, offset: usize, end: usize, start: usize) -> usize {
    let from = end.saturating_sub(REACH).max(start);
    let boundary = (from..=end).find(|at| clause.is_char_boundary(at.saturating_sub(offset)));
    boundary.unwrap_or(end)
}

/// The earlier of `end` and what is within reach behind `start`.
fn far(clause: &str, offset: usize, start: usize, end: usize) -> usize {
    let to = start.saturating_add(REACH).min(end);
    let boundary = (to..=end).find(|at| clause.is_char_boundary(at.saturating_sub(offset)));
    boundary.unwrap_or(end)
}

/// Where the words between two counts part: those before belong to the first.
fn parted(between: &str) -> Option<usize> {
    if between.is_empty() {
        return Some(0);
    }
    // "31条、公示、公告类154条": nothing is behind the first number.
    if LINKS.iter().any(|link| between.starts_with(link)) {
        return Some(0);
    }
    if let Some(at) = between.rfind('、') {
        return Some(at);
    }
    let link = LINKS.iter().find(|link| between.ends_with(**link))?;
    Some(between.len() - link.len())
}
