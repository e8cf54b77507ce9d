//! The figures of section one: the total, its categories, activities and requests.
//!
//! The text is read sentence by sentence, clause by clause. Each count of a clause is a
//! [`CountPhrase`]; [`Reader`] remembers what the clauses before have introduced, such as a list of
//! categories, and assigns the count. A count that fits nothing known becomes a gap.

mod announcement;
mod count;
mod item;
mod result;
mod years;

use super::applications::{self, ApplicationContext, ApplicationCount};
use super::count_phrases::{CountPhrase, count_phrases};
use super::numbers::{self, NumberKind};
use super::paragraphs::Paragraph;
use super::section_text::SectionText;
use super::{Context, names, total};
use crate::metadata::dates;
use crate::{Gap, Log, Remark};
use gongkai_model::Disclosure;
use item::{Item, names_one_means, position_of_each};
use std::ops::Range;
use years::{Compared, EARLIER, is_change, names_part_of_year, opening_year, spans_years};

const TOTAL: &str = "disclosure.total";
/// The names of the requests that were received and completed, as what a list divides.
const REQUESTS: &str = "政府信息公开申请";
const COMPLETED: &str = "办结";

/// What was counted last. 其中 introduces its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
enum LastCount {
    Nothing,
    Total,
    Category,
    /// An activity or the requests, with the unit that they are counted in.
    Of(String, String),
}

/// What the counts of the sentence are parts of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum List {
    None,
    Categories,
    /// Parts of an activity or of the requests, counted in the same unit.
    Parts(String, String),
    /// It is not known what they are parts of.
    Unknown,
}

/// What has been read of the section.
struct Reader<'a> {
    text: &'a SectionText,
    context: &'a Context<'a>,
    totals: Vec<Item>,
    /// The totals that are said of one channel, by their index, with the channel as an activity.
    channel_totals: Vec<(usize, Item)>,
    categories: Vec<Item>,
    /// Whether a list of categories has begun. A second one divides the total in another way.
    has_categories: bool,
    /// Whether something in that list was not understood.
    has_gap_in_categories: bool,
    /// Whether the categories are items of a list, each of which may be a sentence.
    is_itemised: bool,
    activities: Vec<Item>,
    received: Vec<Item>,
    completed: Vec<Item>,
    last: LastCount,
    list: List,
    gaps: Vec<(Range<usize>, Option<&'static str>, Gap)>,
    remarks: Vec<(Range<usize>, Remark)>,
    /// Whether requests were counted last in this paragraph.
    follows_applications: bool,
    /// Whether a title announces that the next counts are of requests for government information.
    is_announced: bool,
    /// Whether the previous sentence is that title.
    is_title_last: bool,
}

/// What applies to every count of a clause.
struct ClauseContext<'a> {
    range: Range<usize>,
    /// The position of 均, 各 or the like, after which counts are one for each of several.
    each: Option<usize>,
    /// The position of 每, after which counts are frequencies.
    every: Option<usize>,
    /// Whether 分别 shares several counts among several names.
    is_shared: bool,
    /// The verb of "对…进行…".
    verb: Option<&'a str>,
    /// Whether the sentence has named one channel before.
    follows_channel: bool,
    /// Whether the previous clause says that it was done through that channel.
    follows_means: bool,
    /// Whether the previous clause names the end of a year up to which something was counted.
    follows_cutoff: bool,
}

/// What applies to every count of a sentence.
struct SentenceContext {
    /// The year that the sentence begins with.
    opening_year: Option<u16>,
    is_about_applications: bool,
}

/// Reads the figures of section one.
pub(super) fn read(
    paragraphs: &[Paragraph],
    context: &Context<'_>,
    log: &mut Log,
) -> Option<Disclosure> {
    let text = SectionText::of(paragraphs);
    let mut reader = Reader {
        text: &text,
        context,
        totals: Vec::new(),
        channel_totals: Vec::new(),
        categories: Vec::new(),
        has_categories: false,
        has_gap_in_categories: false,
        is_itemised: false,
        activities: Vec::new(),
        received: Vec::new(),
        completed: Vec::new(),
        last: LastCount::Nothing,
        list: List::None,
        gaps: Vec::new(),
        remarks: Vec::new(),
        follows_applications: false,
        is_announced: false,
        is_title_last: false,
    };
    for sentence in text.sentences() {
        reader.sentence(&sentence);
    }
    for inside in &text.bracketed {
        let numbers = numbers::numbers(text.text(inside));
        let counts = numbers
            .iter()
            .filter(|number| number.kind != NumberKind::Other);
        for number in counts {
            let at = inside.start + number.start;
            let gap = (at..inside.end, None, Gap::LooseNumber);
            reader.gaps.push(gap);
        }
    }
    reader.finish(log)
}

impl Reader<'_> {
    fn sentence(&mut self, sentence: &Range<usize>) {
        let text = self.text.masked(sentence);
        let is_item = names::is_item(text);
        if !(is_item && self.continues_categories(sentence)) {
            self.list = List::None;
            self.is_itemised = false;
        }
        self.follows_applications &= !self.text.begins_a_line(sentence.start);
        self.update_announcement(sentence, is_item);
        let context = SentenceContext {
            opening_year: opening_year(text),
            is_about_applications: self.is_announced || applications::is_about_applications(text),
        };
        self.read_none_received(sentence, &context);
        let mut has_counts = false;
        let mut follows_channel = false;
        let mut previous = "";
        for range in self.text.clauses(sentence) {
            let masked = self.text.masked(&range);
            self.open_list(masked, text);
            let clause = ClauseContext {
                each: position_of_each(masked).map(|at| range.start + at),
                every: masked.find('每').map(|at| range.start + at),
                is_shared: masked.contains("分别"),
                verb: names::verb_of_objects(masked),
                follows_channel,
                follows_cutoff: ends_at_cutoff(previous),
                follows_means: total::names_channel(previous) && names_one_means(previous),
                range,
            };
            follows_channel |= total::names_channel(masked);
            previous = masked;
            has_counts |= self.clause(masked, &clause, &context);
        }
        if !has_counts {
            self.last = LastCount::Nothing;
        }
    }

    /// Reads the counts of a clause. Returns whether it has any.
    fn clause(
        &mut self,
        masked: &str,
        clause: &ClauseContext<'_>,
        sentence: &SentenceContext,
    ) -> bool {
        let mut phrases = Vec::new();
        let compared = Compared::of(masked);
        for (at, own) in compared.own {
            phrases.extend(count_phrases(own, clause.range.start + at));
        }
        for (at, comparison) in compared.comparisons {
            self.note_other_counts(comparison, clause.range.start + at);
        }
        if phrases.is_empty() {
            self.read_total_without_unit(masked, &clause.range, sentence);
        }
        for phrase in &phrases {
            self.phrase(phrase, clause, sentence);
        }
        !phrases.is_empty()
    }

    /// Notes the counts of a comparison that are not the amount of the change: 较上年增加3件办结5件.
    fn note_other_counts(&mut self, comparison: &str, offset: usize) {
        let mut from = 0;
        for number in numbers::numbers(comparison) {
            let before = comparison.get(from..number.start).unwrap_or_default();
            from = number.end;
            if number.kind != NumberKind::Other && !is_change(before) {
                let range = offset + number.start..offset + number.end;
                self.gaps.push((range, None, Gap::LooseNumber));
            }
        }
    }

    fn phrase(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        sentence: &SentenceContext,
    ) {
        let Some(count) = phrase.count else {
            self.gap(phrase, clause, None, Gap::Ambiguous);
            return;
        };
        let before = self.text.masked(&phrase.before);
        let after = self.text.masked(&phrase.after);
        let is_in_list = self.list != List::None;
        let context = ApplicationContext {
            is_in_list,
            is_part_of_requests: self.is_list_of_requests(),
            follows_received: self.follows_applications,
            is_announced: self.is_announced,
        };
        let meaning = if sentence.is_about_applications || self.follows_applications {
            applications::classify(before, after, count.unit, context)
        } else {
            None
        };
        if meaning == Some(ApplicationCount::Unclear) {
            self.gap(phrase, clause, None, Gap::LooseNumber);
            return;
        }
        if meaning == Some(ApplicationCount::InTable) {
            self.remarks.push((clause.range.clone(), Remark::InTable));
            return;
        }
        if self.is_of_other_year(before, sentence) || is_of_part_of_year(before) {
            self.gap(phrase, clause, None, Gap::LooseNumber);
            return;
        }
        let name = match meaning {
            Some(ApplicationCount::Received) => REQUESTS,
            Some(ApplicationCount::Completed | ApplicationCount::Both) => COMPLETED,
            _ => {
                // The next clauses are about something other than requests.
                self.follows_applications &= is_in_list;
                self.assign(phrase, clause);
                return;
            }
        };
        let item = Item::of(phrase, name.to_owned());
        if meaning != Some(ApplicationCount::Completed) {
            self.received.push(item.clone());
        }
        if meaning != Some(ApplicationCount::Received) {
            self.completed.push(item);
        }
        self.last = LastCount::Of(name.to_owned(), count.unit.to_owned());
        self.follows_applications = true;
    }

    /// Whether the list after 其中 divides the requests.
    fn is_list_of_requests(&self) -> bool {
        match &self.list {
            List::Parts(whole, _) => [REQUESTS, COMPLETED].contains(&whole.as_str()),
            _ => false,
        }
    }

    /// Whether a sentence can be the next item of the list of categories: a name with its count.
    fn continues_categories(&self, sentence: &Range<usize>) -> bool {
        let has_one_count = match self.text.clauses(sentence).as_slice() {
            [clause] => count_phrases(self.text.masked(clause), clause.start).len() == 1,
            _ => false,
        };
        has_one_count && self.is_itemised && self.list == List::Categories
    }

    /// Reads a total without a unit: 主动公开政府信息总数1234.
    fn read_total_without_unit(
        &mut self,
        clause: &str,
        range: &Range<usize>,
        sentence: &SentenceContext,
    ) {
        let numbers = numbers::numbers(clause);
        let mut counts = numbers.iter().filter(|n| n.kind != NumberKind::Other);
        let (Some(number), None) = (counts.next(), counts.next()) else {
            return;
        };
        let NumberKind::WithoutUnit(count) = number.kind else {
            return;
        };
        let number = range.start + number.start..range.start + number.end;
        let before = self.text.text(&(range.start..number.start));
        if self.list == List::None && applications::names_only_requests(before) {
            self.received.push(Item::bare(count, number));
            return;
        }
        if self.list != List::None
            || !self.is_total(before, "")
            || self.is_of_other_year(before, sentence)
        {
            return;
        }
        if self.is_cut_by_comma(range.end) {
            self.gaps.push((range.clone(), Some(TOTAL), Gap::Ambiguous));
            return;
        }
        self.totals.push(Item::bare(count, number));
        self.last = LastCount::Total;
    }

    /// Whether a comma that does not separate thousands cuts the number that ends at `end`: 12,34条.
    fn is_cut_by_comma(&self, end: usize) -> bool {
        let after = self.text.masked_after(end);
        let rest = after.trim_start_matches([',', '，', ' ', '\n']);
        let is_digit = |c: char| c.is_ascii_digit();
        // "2.依申请公开" on the next line begins an item.
        let is_item = rest
            .trim_start_matches(is_digit)
            .starts_with(['.', '、', '．', '）', ')']);
        rest.len() < after.len() && rest.starts_with(is_digit) && !is_item
    }

    /// Opens a list if the clause begins with 其中 or 包括.
    fn open_list(&mut self, clause: &str, sentence: &str) {
        let can_divide_total =
            self.list == List::None && self.last == LastCount::Total && !self.has_categories;
        if names::begins_with_of_which(clause) {
            self.list = match (&self.list, &self.last) {
                _ if can_divide_total => List::Categories,
                (List::None, LastCount::Of(name, unit)) => List::Parts(name.clone(), unit.clone()),
                (List::Categories, _) => {
                    // In a list within a list it is not known where the inner one ends.
                    self.has_gap_in_categories = true;
                    List::Unknown
                }
                _ => List::Unknown,
            };
            self.has_categories |= can_divide_total;
        } else if names::begins_with_including(clause) && can_divide_total {
            self.has_categories = true;
            self.list = List::Categories;
            // 包括…等 names only some of the categories.
            self.has_gap_in_categories |= sentence.contains('等') || clause.contains("主要");
        }
    }

    /// Whether the words before a count, or else the sentence's first words, are about another year.
    fn is_of_other_year(&self, before: &str, sentence: &SentenceContext) -> bool {
        let named = dates::years(before).last().map(|found| found.0);
        let year = named.or(sentence.opening_year);
        year.is_some_and(|year| year != self.context.year)
            || EARLIER.iter().any(|word| before.contains(word))
            || spans_years(before)
    }

    fn gap(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        path: Option<&'static str>,
        gap: Gap,
    ) {
        self.has_gap_in_categories |= self.list == List::Categories;
        let range = clause.range.start..clause.range.end.max(phrase.number.end);
        self.gaps.push((range, path, gap));
    }
}

/// Whether the count is of information or requests in a part of the year. What happened in a month,
/// such as a meeting, happened in the year.
fn is_of_part_of_year(before: &str) -> bool {
    let nouns = ["公开", "信息", "申请", "发布"];
    let begins = before.trim_end_matches(['共', '：', ':']);
    let is_bare = begins.ends_with("半年") || begins.ends_with("季度") || begins.ends_with('月');
    names_part_of_year(before) && (is_bare || nouns.iter().any(|noun| before.contains(noun)))
}

/// Whether a clause names the end of a year up to which something was counted: 截至2020年底.
fn ends_at_cutoff(clause: &str) -> bool {
    let clause = clause.trim();
    (clause.starts_with("截至") || clause.starts_with("截止")) && clause.ends_with(['底', '末'])
}
