//! Lists of parts: what opens and closes them, and what they divide.

use super::item::Item;
use super::{LastCount, Reader, SentenceContext};
use crate::prose::count_phrases::count_phrases;
use crate::prose::names;
use std::ops::Range;

/// What the counts of the sentence are parts of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum List {
    None,
    /// Parts of the total or of a channel, by the index of the division.
    Division(usize),
    /// Parts of a channel that is a part itself, by the indices of its division and its own.
    Part(usize, usize),
    /// Parts of an activity or of the requests, counted in the same unit.
    Named(String, String),
    /// It is not known what they are parts of.
    Unknown,
}

/// What a list divides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    /// A statement of the total, by its index.
    Total(usize),
    /// A channel that is counted on its own, by its index.
    Channel(usize),
    /// Nothing that is counted: 通过以下平台发布信息，其中….
    Nothing,
}

/// A list of parts.
#[derive(Debug)]
pub(super) struct Division {
    pub whole: Whole,
    pub parts: Vec<Part>,
    /// The sum of the parts.
    pub sum: i64,
    has_channels: bool,
    has_categories: bool,
    /// Whether something in it was not understood, or it says that it names only some parts.
    pub has_gap: bool,
    /// Whether the parts are items of a list, each of which may be a sentence.
    pub is_itemised: bool,
    /// Whether a semicolon separates the parts.
    pub has_semicolons: bool,
}

/// How a part is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    /// A kind of information.
    Category,
    /// 其他, which closes a list of either kind.
    Rest,
    /// A channel.
    Channel,
    /// A word such as 公报 that is a channel beside other channels, and a kind beside other kinds.
    Either,
}

/// A part of the total or of a channel.
#[derive(Debug)]
pub(super) struct Part {
    pub item: Item,
    pub kind: PartKind,
    /// The name as a kind of information, if [`Part::item`] has that of a channel.
    pub as_category: String,
    /// The parts of a channel.
    pub parts: Vec<Item>,
    /// The sum of those.
    pub sum: i64,
    pub has_gap: bool,
}

impl Division {
    fn new(whole: Whole) -> Division {
        Division {
            whole,
            parts: Vec::new(),
            sum: 0,
            has_channels: false,
            has_categories: false,
            has_gap: false,
            is_itemised: false,
            has_semicolons: false,
        }
    }

    /// A list of kinds that divides the total.
    pub fn of_categories(items: Vec<Item>) -> Division {
        let mut division = Division::new(Whole::Total(0));
        for item in items {
            division.push(Part {
                as_category: item.name.clone(),
                item,
                kind: PartKind::Category,
                parts: Vec::new(),
                sum: 0,
                has_gap: false,
            });
        }
        division
    }

    /// Adds a part, and returns its index.
    pub fn push(&mut self, part: Part) -> usize {
        self.sum = self.sum.saturating_add(part.item.quantity.count);
        self.has_channels |= part.kind == PartKind::Channel;
        self.has_categories |= part.kind == PartKind::Category;
        self.parts.push(part);
        self.parts.len() - 1
    }

    /// Whether all parts so far are channels.
    pub fn lists_channels(&self) -> bool {
        self.has_channels && !self.has_categories
    }

    /// Whether a part so far is a kind of information.
    pub fn lists_categories(&self) -> bool {
        self.has_categories
    }
}

impl Part {
    /// Adds a kind of what the channel published.
    pub fn push(&mut self, item: Item) {
        self.sum = self.sum.saturating_add(item.quantity.count);
        self.parts.push(item);
    }
}

/// Whether a clause without a count announces a division: 按渠道分, 公开内容包括, 在主动公开的信息中.
fn announces_division(clause: &str) -> bool {
    const ASPECTS: [&str; 20] = [
        "渠道", "途径", "平台", "载体", "方式", "形式", "内容", "类别", "类型", "分类", "种类",
        "体裁", "主体", "领域", "栏目", "性质", "层级", "具体", "构成", "情况",
    ];
    let clause = clause
        .trim()
        .trim_start_matches(['，', '。', '；', '：', '、', '\n']);
    let clause = clause.strip_prefix("其中").unwrap_or(clause);
    let clause = clause.trim_start_matches(['，', '：']);
    let names_aspect = ASPECTS.iter().any(|word| clause.contains(word));
    let by_what = ["按", "从", "分", "依", "以"]
        .iter()
        .any(|word| clause.starts_with(word));
    let ends = [
        "包括", "为", "如下", "包含", "有", "是", "分布", "上", "方面", "构成", "分", "看", "计",
    ];
    let is_announced = ends.iter().any(|end| clause.ends_with(end));
    let among =
        clause.starts_with('在') && ["信息中", "信息里"].iter().any(|end| clause.ends_with(end));
    let opens = [
        "包括",
        "其中包括",
        "具体包括",
        "主要包括",
        "具体为",
        "具体是",
        "分别为",
        "分别是",
        "具体如下",
        "其中主要有",
        "主要有",
        "分为",
    ];
    if opens.contains(&clause) {
        return true;
    }
    clause.chars().count() <= 20 && (names_aspect && (by_what || is_announced) || among)
}

/// Strips the words that announce a division before its first part: 按渠道分网站300条.
pub(super) fn strip_aspect(before: &str) -> &str {
    let begins = before.starts_with("按") || before.starts_with("从") || before.starts_with("分");
    let end = ["划分", "分为", "来看", "统计", "分", "看"]
        .iter()
        .find_map(|end| {
            let at = before.get(3..)?.find(end)? + 3 + end.len();
            (at <= 30).then_some(at)
        });
    end.filter(|_| begins)
        .and_then(|end| before.get(end..))
        .filter(|rest| !rest.is_empty())
        .map_or(before, |rest| rest.trim_start_matches(['，', '：', ':']))
}

impl Reader<'_> {
    /// Opens a list if the clause begins with 其中 or 包括, follows a colon, or announces one.
    pub(super) fn open_list(
        &mut self,
        clause: &str,
        range: &Range<usize>,
        sentence: &SentenceContext,
        follows_count: bool,
    ) {
        let has_counts = !count_phrases(clause, 0).is_empty();
        if names::begins_with_of_which(clause) {
            self.list = match self.list.clone() {
                List::None => self.list_of_last(sentence, range),
                List::Division(at) => self.list_within(at),
                List::Part(at, _) => {
                    self.mark_gap_in_list();
                    List::Division(at)
                }
                _ => List::Unknown,
            };
            return;
        }
        let clause_words = clause.trim_start_matches(['，', '；', '\n', ' ']);
        let names_aspect = !has_counts && announces_division(clause)
            || strip_aspect(clause_words).len() < clause_words.len();
        if names_aspect
            && self.channels.len() > 1
            && matches!(self.last, LastCount::Channel(_))
            && self.totals.is_empty()
        {
            // What the channels have together is divided, and is not known.
            self.list = List::Unknown;
            return;
        }
        let divides = |list: &List| {
            matches!(list, List::None)
                || matches!(list, List::Division(at) if self.is_complete(*at))
        };
        if !divides(&self.list) {
            return;
        }
        let sentence_text = self.masked(&sentence.range);
        let opens_by_aspect = has_counts && {
            let clause = clause.trim_start_matches(['，', '；', '\n', ' ']);
            strip_aspect(clause).len() < clause.len()
        };
        if has_counts
            && (names::begins_with_including(clause)
                || begins_with_having(clause)
                || opens_by_aspect)
        {
            let opened = self.list_of_total();
            if let List::Division(at) = opened {
                // 包括…等 names only some of the categories.
                if let Some(division) = self.divisions.get_mut(at) {
                    division.has_gap |= sentence_text.contains('等') || clause.contains("主要");
                }
                self.list = opened;
            }
        } else if !has_counts && announces_division(clause) {
            let opened = self.list_of_total();
            if opened != List::None {
                self.list = opened;
            } else if clause.contains("发布量") {
                self.list = self.divide(Whole::Nothing);
            }
        } else if has_counts
            && follows_count
            && self
                .text
                .masked(&(sentence.range.start..range.start))
                .trim_end()
                .ends_with(['：', ':'])
        {
            let follows_count = matches!(self.last, LastCount::Total | LastCount::Channel(_));
            if follows_count && self.list == List::None {
                self.list = self.list_of_total();
            }
        }
    }

    /// Opens a list of the parts of what was counted last.
    pub(super) fn list_of_last(
        &mut self,
        sentence: &SentenceContext,
        range: &Range<usize>,
    ) -> List {
        match self.last.clone() {
            LastCount::Total | LastCount::Channel(_) => self.list_of_total(),
            LastCount::Part(at, part) => {
                let is_channel = self
                    .divisions
                    .get(at)
                    .and_then(|division| division.parts.get(part));
                if is_channel
                    .is_some_and(|part| matches!(part.kind, PartKind::Channel | PartKind::Either))
                {
                    List::Part(at, part)
                } else {
                    self.mark_gap(at);
                    List::Unknown
                }
            }
            LastCount::Of(name, unit) => List::Named(name, unit),
            LastCount::Cumulative => List::Unknown,
            LastCount::Nothing => {
                // 通过以下平台发布信息。其中…
                let begins = range.start.saturating_sub(180);
                let from = (begins..=range.start)
                    .find(|at| self.text.text(&(*at..range.start)).len() == range.start - at);
                let from = from.unwrap_or(range.start).min(sentence.range.start);
                let before = self.text.text(&(from..range.start));
                let before = before.rsplit('\n').next().unwrap_or_default();
                let publishes = ["发布", "公开", "推送"]
                    .iter()
                    .any(|verb| before.contains(verb));
                let names_several = ["平台", "渠道", "途径", "方式", "媒体"]
                    .iter()
                    .any(|word| before.contains(word));
                if publishes && names_several {
                    self.divide(Whole::Nothing)
                } else {
                    List::Unknown
                }
            }
        }
    }

    /// The list that 其中 opens within a division.
    fn list_within(&mut self, at: usize) -> List {
        let is_empty = self
            .divisions
            .get(at)
            .is_none_or(|division| division.parts.is_empty());
        if is_empty {
            return List::Division(at);
        }
        let LastCount::Part(of, part) = self.last.clone() else {
            return List::Division(at);
        };
        let found = self
            .divisions
            .get(of)
            .and_then(|division| division.parts.get(part));
        if found.is_some_and(|part| part.kind == PartKind::Channel) {
            return List::Part(of, part);
        }
        // In a list within a list it is not known where the inner one ends.
        self.mark_gap(at);
        List::Unknown
    }

    /// Whether a part is a channel.
    pub(super) fn is_channel(&self, at: usize, part: usize) -> bool {
        let part = self
            .divisions
            .get(at)
            .and_then(|division| division.parts.get(part));
        part.is_some_and(|part| matches!(part.kind, PartKind::Channel | PartKind::Either))
    }

    /// Opens a division of the total or channel that was counted last.
    pub(super) fn list_of_total(&mut self) -> List {
        match self.last.clone() {
            LastCount::Total => match self.totals.len().checked_sub(1) {
                Some(at) => self.divide(Whole::Total(at)),
                None => List::None,
            },
            LastCount::Channel(at) => self.divide(Whole::Channel(at)),
            LastCount::Part(at, _) => match self.divisions.get(at).map(|division| division.whole) {
                Some(whole) if whole != Whole::Nothing => self.divide(whole),
                _ => List::None,
            },
            _ => List::None,
        }
    }

    pub(super) fn divide(&mut self, whole: Whole) -> List {
        self.divisions.push(Division::new(whole));
        List::Division(self.divisions.len() - 1)
    }

    /// Marks that something in the list was not understood.
    pub(super) fn mark_gap_in_list(&mut self) {
        match self.list {
            List::Division(at) => self.mark_gap(at),
            List::Part(at, part) => {
                let part = self
                    .divisions
                    .get_mut(at)
                    .and_then(|division| division.parts.get_mut(part));
                if let Some(part) = part {
                    part.has_gap = true;
                }
            }
            _ => {}
        }
    }

    fn mark_gap(&mut self, at: usize) {
        if let Some(division) = self.divisions.get_mut(at) {
            division.has_gap = true;
        }
    }

    /// The exact number that a division divides.
    pub(super) fn divided(&self, at: usize) -> Option<i64> {
        let whole = match self.divisions.get(at)?.whole {
            Whole::Total(total) => self.totals.get(total)?,
            Whole::Channel(channel) => &self.channels.get(channel)?.item,
            Whole::Nothing => return None,
        };
        whole
            .quantity
            .qualifier
            .is_none()
            .then_some(whole.quantity.count)
    }

    /// Whether the parts of a division add up exactly, so that nothing more belongs to it.
    pub(super) fn is_complete(&self, at: usize) -> bool {
        let division = self.divisions.get(at);
        division.is_some_and(|division| {
            division.parts.len() > 1 && self.divided(at) == Some(division.sum)
        })
    }

    /// Whether the parts of a division fall short of an exact whole, so that more of them may follow.
    pub(super) fn lacks_parts(&self, at: usize) -> bool {
        let division = self.divisions.get(at);
        division.is_some_and(|division| self.divided(at).is_some_and(|whole| division.sum < whole))
    }

    /// Whether the parts of a channel that is a part itself add up exactly.
    pub(super) fn is_part_complete(&self, at: usize, part: usize) -> bool {
        let part = self
            .divisions
            .get(at)
            .and_then(|division| division.parts.get(part));
        part.is_some_and(|part| part.parts.len() > 1 && part.sum == part.item.quantity.count)
    }

    /// Whether a sentence can be the next item of the list of parts: a name with its count.
    pub(super) fn continues_division(&self, sentence: &Range<usize>) -> bool {
        let List::Division(at) = self.list else {
            return false;
        };
        // 行政执法：19条，进一步保障了知情权
        let counts = |clause: &Range<usize>| count_phrases(self.masked(clause), clause.start).len();
        let has_one_count = match self.text.clauses(self.view, sentence).as_slice() {
            [first, others @ ..] => counts(first) == 1 && others.iter().all(|c| counts(c) == 0),
            [] => false,
        };
        let division = self.divisions.get(at);
        let is_itemised =
            division.is_some_and(|division| division.is_itemised || division.parts.is_empty());
        has_one_count && is_itemised
    }
}

/// Whether a clause says what the total before it has: 内有通知公告5条, 含规范性文件4件, 涉及社会救助62条.
fn begins_with_having(clause: &str) -> bool {
    let clause = clause.trim_start_matches(['，', '；', ' ', '\n', '：']);
    ["内有", "内含", "含有", "含", "涉及", "分为", "有"]
        .iter()
        .any(|word| clause.starts_with(word))
}
