//! Finds the labels of rows: words one below the other that make a label of the form.

use super::Placed;
use crate::labels::{is_numbered, normalize_label_keeping_brackets, strip_number};
use crate::pdf::broken_row::LABELS;

/// The most from one line of a label to the next, in heights of the font.
const NEXT: f64 = 2.1;
/// Baselines this near are one line, in heights of the font.
const SAME: f64 = 0.3;
/// Words of one line of a label are at most this far apart, in heights of the font.
const BESIDE: f64 = 0.7;

/// Labels of several rows, which are never rows themselves.
const GROUPS: [&str; 4] = ["本年度办理结果", "不予公开", "无法提供", "不予处理"];

/// A label with its place.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) from: f64,
    pub(super) to: f64,
    /// The baselines of its first and last line.
    pub(super) first: f64,
    pub(super) last: f64,
    pub(super) size: f64,
    pub(super) page: usize,
    pub(super) line: usize,
    /// Whether the words are those of the form.
    pub(super) is_known: bool,
}

impl Label {
    fn new(placed: &Placed) -> Label {
        let word = &placed.word;
        Label {
            text: word.text.clone(),
            from: word.from,
            to: word.to,
            first: word.y,
            last: word.y,
            size: word.size,
            page: placed.page,
            line: placed.line,
            is_known: false,
        }
    }

    fn add(&mut self, placed: &Placed) {
        let word = &placed.word;
        self.text.push_str(&word.text);
        self.from = self.from.min(word.from);
        self.to = self.to.max(word.to);
        self.last = word.y;
    }

    pub(super) fn is_group(&self) -> bool {
        GROUPS.contains(&plain(&self.text).as_str())
    }

    /// Whether a baseline is beside it, give or take this many heights of the font.
    pub(super) fn is_beside(&self, y: f64, more: f64) -> bool {
        let more = self.size * more;
        self.first - more <= y && y <= self.last + more
    }
}

/// A label without its number, as [`LABELS`] has it.
pub(super) fn plain(text: &str) -> String {
    let normal = normalize_label_keeping_brackets(text);
    strip_number(&normal).to_owned()
}

/// The labels that the words make, from top to bottom.
pub(super) fn labels(words: &[&Placed]) -> Vec<Label> {
    let mut order: Vec<&Placed> = words.to_vec();
    order.sort_by(|one, other| {
        let line = |placed: &Placed| (placed.word.y * 2.0).round();
        let lines = line(one).total_cmp(&line(other));
        lines.then(one.word.from.total_cmp(&other.word.from))
    });
    let mut used = vec![false; order.len()];
    let mut labels = Vec::new();
    for at in 0..order.len() {
        if used.get(at).copied().unwrap_or(true) {
            continue;
        }
        if let Some(label) = chain(&order, &mut used, at) {
            labels.push(label);
        }
    }
    labels
}

/// The label that begins with the word.
fn chain(words: &[&Placed], used: &mut [bool], at: usize) -> Option<Label> {
    let first = words.get(at)?;
    take(used, at);
    let mut label = Label::new(first);
    let mut last = first.word.clone();
    let mut page = first.page;
    loop {
        let is_free = |index: usize| !used.get(index).copied().unwrap_or(true);
        let beside = words.iter().enumerate().find(|(index, placed)| {
            let word = &placed.word;
            let gap = word.from - last.to;
            is_free(*index)
                && (word.y - last.y).abs() <= last.size * SAME
                && (-last.size * BESIDE..=last.size * BESIDE).contains(&gap)
                && continues(&label.text, &word.text) == Next::Same
        });
        if let Some((index, placed)) = beside {
            label.add(placed);
            last = placed.word.clone();
            take(used, index);
            continue;
        }
        let below = |(index, placed): &(usize, &&Placed)| {
            let word = &placed.word;
            let down = word.y - last.y;
            is_free(*index)
                && down > last.size * SAME
                && down <= last.size * NEXT
                && word.overlaps(label.from, label.to)
        };
        let y = words
            .iter()
            .enumerate()
            .find(below)
            .map(|(_, placed)| placed.word.y);
        let Some(y) = y else {
            // The end of the page breaks the label: its rest is the first on the next page.
            let is_next_page = |placed: &&&Placed| {
                placed.page == page + 1 && placed.word.overlaps(label.from, label.to)
            };
            let rest = words
                .iter()
                .enumerate()
                .find(|(_, placed)| is_next_page(placed));
            let Some((index, placed)) = rest.filter(|(index, placed)| {
                is_free(*index) && continues(&label.text, &placed.word.text) == Next::Same
            }) else {
                break;
            };
            label.add(placed);
            last = placed.word.clone();
            page = placed.page;
            take(used, index);
            continue;
        };

        let next: Vec<(usize, &&Placed)> = words
            .iter()
            .enumerate()
            .filter(below)
            .filter(|(_, placed)| (placed.word.y - y).abs() <= last.size * SAME)
            .collect();
        let same = next
            .iter()
            .find(|(_, placed)| continues(&label.text, &placed.word.text) == Next::Same);
        let other = next
            .iter()
            .any(|(_, placed)| continues(&label.text, &placed.word.text) == Next::Another);
        let chosen = match (same, next.as_slice()) {
            (Some((index, placed)), _) => Some((*index, *placed)),
            // Words that the form does not have.
            (None, [(index, placed)]) if !other => Some((*index, *placed)),
            _ => None,
        };
        let Some((index, placed)) = chosen else { break };
        label.add(placed);
        last = placed.word.clone();
        take(used, index);
    }
    label.is_known = is_complete(&label.text);
    Some(label)
}

fn take(used: &mut [bool], at: usize) {
    if let Some(mark) = used.get_mut(at) {
        *mark = true;
    }
}

/// How a word below a label belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// Both together begin a label of the form.
    Same,
    /// It begins another.
    Another,
    Unknown,
}

/// Whether a text below a label is the rest of it.
pub(in crate::pdf) fn continues_label(label: &str, below: &str) -> bool {
    continues(label, below) == Next::Same
}

fn continues(label: &str, word: &str) -> Next {
    let before = plain(label);
    let whole = plain(&format!("{label}{word}"));
    let begins = |text: &str| known().any(|known| known.starts_with(text));
    if before.is_empty() {
        // Only a number so far.
        return if begins(&whole) {
            Next::Same
        } else {
            Next::Unknown
        };
    }
    if is_numbered(word) && !is_bracket_tail(label, word) {
        return Next::Another;
    }
    let own = plain(word);
    let is_more = normalize_label_keeping_brackets(word).is_empty();
    if (whole.len() > before.len() || is_more) && begins(&whole) {
        return Next::Same;
    }
    let is_begun =
        own.chars().count() >= 2 && (begins(&own) || known().any(|known| own.starts_with(known)));
    let opens_number = |text: &str| {
        let mut signs = text.chars();
        signs.next().is_some_and(|sign| "（(".contains(sign))
            && signs
                .next()
                .is_none_or(|sign| "一二三四五六七八九十".contains(sign))
    };
    if is_begun || opens_number(word) || is_complete(label) {
        return Next::Another;
    }
    Next::Unknown
}

/// Whether the word closes a number that the label opens: （三 and ）不予公开.
fn is_bracket_tail(label: &str, word: &str) -> bool {
    let open = label.chars().filter(|sign| "（(".contains(*sign)).count();
    let closed = label.chars().filter(|sign| "）)".contains(*sign)).count();
    open > closed && !word.starts_with(['（', '('])
}

fn known() -> impl Iterator<Item = &'static str> {
    LABELS.into_iter().chain(["本年度办理结果", "政府集中采购"])
}

/// Whether a label has all words of one of the form's.
pub(super) fn is_complete(label: &str) -> bool {
    let text = plain(label);
    known().any(|known| known == text)
}
