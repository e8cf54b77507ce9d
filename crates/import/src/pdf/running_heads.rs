//! Removes page numbers and running heads.

use super::page::{Item, Line, Page};
use std::collections::BTreeMap;

/// The margins, as a share of the page's height.
const MARGIN: f64 = 0.12;
/// How many lines of each margin are compared.
const LINES: usize = 2;
/// Lines at the same height, in points.
const SAME: f64 = 4.0;
/// Text besides a page's number shows that it is a header from this many pages on.
const PAGES: usize = 3;

/// A line in a margin.
struct Candidate {
    page: usize,
    item: usize,
    /// The distance from the page's edge.
    distance: f64,
    numbers: Vec<u64>,
}

/// Removes page numbers, and all but the first copy of a line that several pages repeat at the same
/// place.
pub(super) fn leave_out(pages: &mut [Page]) {
    let mut groups: BTreeMap<(bool, String), Vec<Candidate>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        for (item, line, is_below) in margins(page) {
            let distance = if is_below {
                page.height - line.y
            } else {
                line.y
            };
            let (pattern, numbers) = pattern(&line.text);
            let candidate = Candidate {
                page: at,
                item,
                distance,
                numbers,
            };
            groups
                .entry((is_below, pattern))
                .or_default()
                .push(candidate);
        }
    }
    let mut left_out: Vec<(usize, usize)> = Vec::new();
    for ((_, pattern), group) in &groups {
        let place = |candidate: &Candidate| (candidate.page, candidate.item);
        if counts(pattern, group) {
            left_out.extend(group.iter().map(place));
        } else if repeats(group) {
            left_out.extend(group.iter().skip(1).map(place));
        }
    }
    // From the end, so that the indices before it stay valid.
    left_out.sort_unstable();
    left_out.dedup();
    for (page, item) in left_out.into_iter().rev() {
        if let Some(page) = pages.get_mut(page)
            && item < page.items.len()
        {
            page.items.remove(item);
        }
    }
}

/// The lines of a page's margins, each with whether it is in the lower one.
fn margins(page: &Page) -> Vec<(usize, &Line, bool)> {
    let line = |(at, item): (usize, &'_ Item)| match item {
        Item::Line(_) => Some(at),
        Item::Table(_) | Item::Grid(_) => None,
    };
    let above = page.items.iter().enumerate().take(LINES).filter_map(line);
    let below = page
        .items
        .iter()
        .enumerate()
        .rev()
        .take(LINES)
        .filter_map(line);
    let above: Vec<(usize, bool)> = above.map(|at| (at, false)).collect();
    let below: Vec<(usize, bool)> = below.map(|at| (at, true)).collect();
    let mut found = Vec::new();
    for (at, is_below) in above.into_iter().chain(below) {
        let Some(Item::Line(line)) = page.items.get(at) else {
            continue;
        };
        let distance = if is_below {
            page.height - line.y
        } else {
            line.y
        };
        if distance < page.height * MARGIN {
            found.push((at, line, is_below));
        }
    }
    found
}

/// The text with `#` in place of each number, and the numbers.
fn pattern(text: &str) -> (String, Vec<u64>) {
    let mut pattern = String::new();
    let mut numbers: Vec<u64> = Vec::new();
    let mut is_within = false;
    for sign in text.chars() {
        let digit = sign.to_digit(10).map(u64::from);
        match (digit, numbers.last_mut().filter(|_| is_within)) {
            (Some(digit), Some(number)) => {
                *number = number.saturating_mul(10).saturating_add(digit)
            }
            (Some(digit), None) => {
                numbers.push(digit);
                pattern.push('#');
            }
            (None, _) => pattern.push(sign),
        }
        is_within = digit.is_some();
    }
    (pattern, numbers)
}

/// Whether one of the numbers increases with the pages.
fn counts(pattern: &str, group: &[Candidate]) -> bool {
    let is_plain = |sign: char| "#-—–－/·.… 　第页頁共()（）[]〔〕Pageof".contains(sign);
    // Browsers print the address before it.
    let is_of_total = pattern.ends_with("#/#") && pattern.contains('\t');
    let needed = if is_of_total || pattern.chars().all(is_plain) {
        2
    } else {
        PAGES
    };
    let places = group
        .iter()
        .map(|candidate| candidate.numbers.len())
        .max()
        .unwrap_or(0);
    let ahead = |candidate: &Candidate, place: usize| {
        let page = u64::try_from(candidate.page).ok()?;
        // The numbers may start at any page; the offset keeps the difference positive.
        let number = candidate
            .numbers
            .get(place)?
            .checked_add(u64::from(u32::MAX))?;
        number.checked_sub(page)
    };
    let is_counted = |place: usize| {
        let mut each = group.iter().map(|candidate| ahead(candidate, place));
        let first = each.next().flatten();
        first.is_some() && each.all(|next| next == first)
    };
    let pages = || {
        group.windows(2).filter(|pair| match pair {
            [one, other] => one.page != other.page,
            _ => false,
        })
    };
    pages().count() + 1 >= needed && group.len() >= 2 && (0..places).any(is_counted)
}

/// Whether the same line is at the same height of several pages.
fn repeats(group: &[Candidate]) -> bool {
    let Some(first) = group.first() else {
        return false;
    };
    let is_same = |other: &Candidate| {
        other.numbers == first.numbers && (other.distance - first.distance).abs() <= SAME
    };
    let is_once = group.windows(2).all(|pair| match pair {
        [one, other] => one.page < other.page,
        _ => true,
    });
    group.len() >= 2 && is_once && group.iter().all(is_same)
}
