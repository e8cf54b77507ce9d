//! The figures of section one: the total, its categories and channels, activities and requests.
//!
//! The text is read sentence by sentence, clause by clause. Each count of a clause is a
//! [`CountPhrase`]; [`Reader`] remembers what the clauses before have introduced, such as a list of
//! parts, and assigns the count by the first of its rules that fits ([`Rule`]). A count that fits none
//! becomes a gap. What a list of parts divides, and whether it names kinds or channels, is decided at the
//! end ([`result`]), when all of the section is known.

mod announcement;
mod channel;
mod count;
mod item;
mod lists;
mod result;
mod rule;
mod shared;
mod years;

use super::applications::{self, ApplicationContext, ApplicationCount};
use super::count_phrases::{CountPhrase, count_phrases};
use super::numbers::{self, NumberKind};
use super::paragraphs::Paragraph;
use super::section_text::{SectionText, View};
use super::{Context, names};
use crate::metadata::dates;
use crate::{Document, Gap, Log, Remark};
use count::Words;
use gongkai_model::Disclosure;
use item::{Item, position_of_each};
use lists::{Division, List};
pub use rule::Rule;
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
    /// A channel, by its index among the statements.
    Channel(usize),
    /// A part, by the indices of its division and its own.
    Part(usize, usize),
    /// Everything published so far, of which a part may be the year's.
    Cumulative,
    /// An activity or the requests, with the unit that they are counted in.
    Of(String, String),
}

/// A channel that was counted on its own, not as a part.
struct ChannelCount {
    item: Item,
    reach: channel::Reach,
    /// Whether the words say that information was disclosed, so that it may be the total.
    may_be_total: bool,
}

/// Something that was left out.
struct Left {
    range: Range<usize>,
    path: Option<&'static str>,
    gap: Gap,
    rule: Rule,
}

/// What has been read of the section.
struct Reader<'a> {
    text: &'a SectionText,
    context: &'a Context<'a>,
    view: View,
    totals: Vec<Item>,
    /// Where the total was read.
    totals_read: Vec<Range<usize>>,
    channels: Vec<ChannelCount>,
    divisions: Vec<Division>,
    activities: Vec<Item>,
    received: Vec<Item>,
    completed: Vec<Item>,
    last: LastCount,
    list: List,
    /// Statements that repeat a figure, with its field.
    repeats: Vec<(Item, &'static str)>,
    gaps: Vec<Left>,
    remarks: Vec<(Range<usize>, Remark, Rule)>,
    /// Whether requests were counted last in this paragraph.
    follows_applications: bool,
    /// Whether a title announces that the next counts are of requests for government information.
    is_announced: bool,
    /// Whether the previous sentence is that title.
    is_title_last: bool,
    /// Whether the sentence before speaks of information that was disclosed.
    has_topic: bool,
    /// The channel that a title or the subject of the sentence names.
    subject: Option<Range<usize>>,
    /// Whether a title names it.
    is_subject_title: bool,
    /// Whether the sentence before is that title.
    is_title_only: bool,
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
    /// The clause before if it names the means by which this was done: 依托县政府网站，.
    means: Option<Range<usize>>,
    /// Whether the previous clause names the end of a year up to which something was counted.
    follows_cutoff: bool,
    /// Whether this or the clause before names a month up to which something was counted, not December.
    is_until_month: bool,
    /// Whether the clause says what the count of another clause before is of.
    has_topic: bool,
    /// Whether a semicolon precedes the clause.
    follows_semicolon: bool,
    /// Whether the clause counts several things.
    has_several: bool,
}

/// What applies to every count of a sentence.
struct SentenceContext {
    range: Range<usize>,
    /// The year that the sentence begins with.
    opening_year: Option<u16>,
    is_about_applications: bool,
}

/// Reads the figures of section one.
pub(super) fn read(
    paragraphs: &[Paragraph],
    document: &Document,
    context: &Context<'_>,
    log: &mut Log,
) -> Option<Disclosure> {
    let text = SectionText::of(paragraphs);
    let mut reader = Reader {
        text: &text,
        context,
        view: View::Sentence,
        totals: Vec::new(),
        totals_read: Vec::new(),
        channels: Vec::new(),
        divisions: Vec::new(),
        activities: Vec::new(),
        received: Vec::new(),
        completed: Vec::new(),
        last: LastCount::Nothing,
        list: List::None,
        repeats: Vec::new(),
        gaps: Vec::new(),
        remarks: Vec::new(),
        follows_applications: false,
        is_announced: false,
        is_title_last: false,
        has_topic: false,
        subject: None,
        is_subject_title: false,
        is_title_only: false,
    };
    for sentence in text.sentences() {
        reader.sentence(&sentence);
    }
    reader.finish(document, log)
}

impl<'a> Reader<'a> {
    /// The text without the contents of quotes and brackets, or without those within the bracket that is
    /// being read.
    fn masked(&self, range: &Range<usize>) -> &'a str {
        self.text.masked_in(self.view, range)
    }

    fn sentence(&mut self, sentence: &Range<usize>) {
        let text = self.masked(sentence);
        let is_item = names::is_item(text);
        let begins_a_line = self.text.begins_a_line(sentence.start);
        if !((is_item || begins_a_line) && self.continues_division(sentence)) {
            self.list = List::None;
        }
        self.follows_applications &= !begins_a_line || applications::continues(text);
        self.update_announcement(sentence, is_item);
        // A title on a line of its own names the channel of the next line.
        if (begins_a_line && !self.is_title_only) || is_item {
            self.subject = None;
        }
        let context = SentenceContext {
            range: sentence.clone(),
            opening_year: opening_year(text),
            is_about_applications: self.is_announced || applications::is_about_applications(text),
        };
        self.read_none_received(sentence, &context);
        let mut has_counts = false;
        let mut follows_channel = false;
        let mut follows_count = false;
        let mut previous: Option<Range<usize>> = None;
        let mut has_topic = self.has_topic && begins_a_line;
        for range in self.text.clauses(self.view, sentence) {
            let masked = self.masked(&range);
            self.open_list(masked, &range, &context, follows_count);
            let before = previous.as_ref().map_or("", |range| self.masked(range));
            let means = previous.clone().filter(|range| self.is_means(range));
            let separator = self.masked(&(sentence.start..range.start));
            let clause = ClauseContext {
                each: position_of_each(masked).map(|at| range.start + at),
                every: masked.find('每').map(|at| range.start + at),
                is_shared: is_shared(masked),
                verb: names::verb_of_objects(masked),
                follows_channel,
                follows_cutoff: ends_at_cutoff(before),
                is_until_month: is_until_month(before) || is_until_month(masked),
                means,
                has_topic,
                follows_semicolon: separator.trim_end().ends_with(['；', ';']),
                has_several: self.counts_kinds(masked),
                range: range.clone(),
            };
            follows_channel |= channel::names_channel(masked);
            has_topic |= names_disclosed_information(masked);
            let counts = self.clause(masked, &clause, &context);
            has_counts |= counts;
            follows_count = counts;
            self.update_subject(&range, counts);
            previous = Some(range);
        }
        self.has_topic = has_topic;
        self.is_title_only = !has_counts && self.is_subject_title && self.subject.is_some();
        if !has_counts {
            self.last = LastCount::Nothing;
        }
    }

    /// Whether a clause counts several things, not all of them channels.
    fn counts_kinds(&self, masked: &str) -> bool {
        let phrases = count_phrases(masked, 0);
        let is_kind = |phrase: &CountPhrase<'_>| {
            let before = masked.get(phrase.before.clone()).unwrap_or_default();
            !channel::names_channel(before)
                && !names::has_activity_verb(before)
                && !names::begins_with_including(before)
        };
        phrases.len() > 1 && phrases.iter().skip(1).any(is_kind)
    }

    /// Whether a clause without a count names the channel by which the next was done.
    fn is_means(&self, range: &Range<usize>) -> bool {
        let clause = self.text.text(range);
        count_phrases(self.masked(range), 0).is_empty()
            && channel::means_of_clause(clause, self.context.agency).is_some()
    }

    /// Remembers the channel that a clause names as its subject.
    fn update_subject(&mut self, range: &Range<usize>, has_counts: bool) {
        let clause = self.text.text(range);
        if clause.starts_with('\n') && !self.is_title_only {
            self.subject = None;
        }
        let Some(name) = channel::subject(clause) else {
            return;
        };
        // A title, or the subject of a clause about its followers.
        let is_title = !has_counts && clause.chars().count() <= 16;
        let is_of_people = [
            "粉丝", "关注", "用户", "订阅", "访问", "浏览", "点击", "阅读",
        ]
        .iter()
        .any(|word| clause.contains(word));
        if (is_title || is_of_people)
            && let Some(at) = clause.find(name)
        {
            let start = range.start + at;
            self.subject = Some(start..start + name.len());
            self.is_subject_title = is_title;
        }
    }

    /// Reads the counts of a clause. Returns whether it has any.
    fn clause(
        &mut self,
        masked: &'a str,
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
        self.note_money(masked, &clause.range);
        self.note_without_unit(masked, &clause.range, phrases.is_empty());
        if phrases.is_empty() {
            self.read_total_without_unit(masked, &clause.range, sentence);
        }
        if !self.share(&phrases, clause, sentence) {
            for (at, phrase) in phrases.iter().enumerate() {
                let next = phrases.get(at + 1);
                // 推送126期388条: the issues, and what was in them.
                let is_of_issues = phrase
                    .count
                    .is_some_and(|count| matches!(count.unit, "期" | "批" | "批次"));
                let has_items = next.is_some_and(|next| {
                    next.follows_number
                        && next
                            .count
                            .is_some_and(|count| matches!(count.unit, "条" | "篇"))
                });
                if is_of_issues && has_items {
                    self.leave_out(phrase.number.clone(), None, Gap::Ambiguous, Rule::Unknown);
                    continue;
                }
                let previous = at
                    .checked_sub(1)
                    .and_then(|at| phrases.get(at))
                    .filter(|_| phrase.follows_number);
                let is_of_items = phrase
                    .count
                    .is_some_and(|count| matches!(count.unit, "条" | "篇"));
                let whole = previous.filter(|previous| {
                    is_of_items
                        && previous
                            .count
                            .is_some_and(|count| matches!(count.unit, "期" | "批" | "批次"))
                });
                let phrase = match whole {
                    Some(previous) => CountPhrase {
                        before: previous.before.clone(),
                        follows_number: false,
                        is_ambiguous: false,
                        ..phrase.clone()
                    },
                    None => phrase.clone(),
                };
                // 11大类190项
                let is_within = at
                    .checked_sub(1)
                    .and_then(|at| phrases.get(at))
                    .is_some_and(|previous| phrase.follows_number && previous.count.is_none());
                if is_within {
                    self.leave_out(phrase.number.clone(), None, Gap::Ambiguous, Rule::Unclear);
                    continue;
                }
                self.phrase(&phrase, clause, sentence);
                self.brackets(&phrase.number, &phrase.after);
            }
        }
        if phrases.is_empty() {
            self.brackets(
                &(clause.range.start..clause.range.start),
                &clause.range.clone(),
            );
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
                self.leave_out(range, None, Gap::LooseNumber, Rule::Compared);
            }
        }
    }

    /// Notes amounts of money, which have no field: 涉及资金2.6亿元.
    fn note_money(&mut self, clause: &str, range: &Range<usize>) {
        for (at, _) in clause.match_indices('元') {
            let before = clause.get(..at).unwrap_or_default();
            let number = before.trim_end_matches(['万', '亿', '千', '百', '余', '多']);
            let digits =
                number.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
            if digits.len() < number.len() {
                let money = range.start + digits.len()..range.start + at + '元'.len_utf8();
                self.remarks.push((money, Remark::NoField, Rule::Money));
            }
        }
    }

    /// Notes the numbers without a unit that count something: 粉丝数28.6万. One that may be the total is
    /// left to [`Self::read_total_without_unit`].
    fn note_without_unit(&mut self, clause: &str, range: &Range<usize>, is_alone: bool) {
        const COUNTING: [&str; 16] = [
            "：", ":", "数", "量", "为", "达", "到", "约", "共", "计", "近", "超", "过", "破",
            "粉丝", "用户",
        ];
        for number in numbers::numbers(clause) {
            let before = clause.get(..number.start).unwrap_or_default();
            let own = self.text.text(&(range.start..range.start + number.start));
            let is_read = |reader: &Self| {
                let counts_requests = !reader.is_in_parts()
                    && applications::names_only_requests(&count::without_brackets(own));
                is_alone
                    && (counts_requests || reader.list == List::None && reader.is_total(own, ""))
            };
            // 其中工作动态300、其他信息200
            let after = clause.get(number.end..).unwrap_or_default();
            let printed = clause.get(number.start..number.end).unwrap_or_default();
            let is_listed = matches!(self.list, List::Division(_) | List::Part(..))
                && (after.is_empty() || after.starts_with('、'))
                && printed.chars().all(|c| c.is_ascii_digit())
                && before.ends_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) && c != '第');
            if is_listed {
                let own = before.rfind('、').map_or(0, |at| at + '、'.len_utf8());
                self.leave_out(
                    range.start + own..range.start + number.end,
                    None,
                    Gap::LooseNumber,
                    Rule::Unknown,
                );
                self.mark_gap_in_list();
                continue;
            }
            let end = range.start + number.end;
            let is_cut = matches!(number.kind, NumberKind::WithoutUnit(_))
                && number.end == clause.len()
                && self.is_cut_by_comma(end);
            if is_cut && !is_read(self) {
                self.leave_out(
                    range.start..self.end_of_cut(end),
                    None,
                    Gap::Ambiguous,
                    Rule::Unclear,
                );
                continue;
            }
            let is_year = matches!(number.kind, NumberKind::WithoutUnit(1949..=2100));
            let is_count = matches!(number.kind, NumberKind::WithoutUnit(_))
                && COUNTING.iter().any(|word| before.ends_with(word));
            if is_count && !is_year && !is_read(self) {
                let number = range.start..range.start + number.end;
                self.leave_out(number, None, Gap::LooseNumber, Rule::Unknown);
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
            self.gap(phrase, clause, None, Gap::Ambiguous, Rule::Unclear);
            return;
        };
        let before = self.masked(&phrase.before);
        let after = self.masked(&phrase.after);
        let is_in_list = self.list != List::None;
        let context = ApplicationContext {
            is_in_list: is_in_list && !self.opens_new_matter(clause, before),
            is_part_of_requests: self.is_list_of_requests(),
            names_applicants: applications::names_applicants(self.masked(&sentence.range)),
            is_part_of_information: matches!(self.list, List::Division(_) | List::Part(..)),
            follows_received: self.follows_applications,
            has_unit_of_received: matches!(&self.last, LastCount::Of(name, unit) if unit == count.unit && [REQUESTS, COMPLETED].contains(&name.as_str())),
            is_announced: self.is_announced,
        };
        let meaning = if sentence.is_about_applications
            || self.follows_applications
            || applications::receives_plainly(before)
            || applications::receives_submitted(before, after)
        {
            applications::classify(&count::without_brackets(before), after, count.unit, context)
        } else {
            None
        };
        if meaning == Some(ApplicationCount::Unclear) {
            self.gap(
                phrase,
                clause,
                None,
                Gap::LooseNumber,
                Rule::RequestsUnclear,
            );
            return;
        }
        if meaning == Some(ApplicationCount::InTable) {
            let range = clause.range.clone();
            self.remarks
                .push((range, Remark::InTable, Rule::RequestsInTable));
            return;
        }
        // 主动公开350条，依申请公开3条，不予公开2条: how the documents were classified.
        let is_classification = meaning == Some(ApplicationCount::Received)
            && names::strip_lead(before) == "依申请公开"
            && ["主动公开", "不予公开"]
                .iter()
                .all(|kind| self.masked(&sentence.range).contains(kind));
        if is_classification {
            self.gap(
                phrase,
                clause,
                None,
                Gap::LooseNumber,
                Rule::RequestsUnclear,
            );
            return;
        }
        if self.is_of_other_year(before, sentence) {
            self.gap(phrase, clause, None, Gap::LooseNumber, Rule::OtherYear);
            return;
        }
        let agency = self.context.agency;
        let is_wider = super::total::names_wider_area(before, agency)
            || super::total::counts_office_beside(before, self.masked(&sentence.range), agency);
        if self.list == List::None && is_wider {
            self.gap(phrase, clause, None, Gap::LooseNumber, Rule::OtherBody);
            return;
        }
        if is_of_part_of_year(before) || clause.is_until_month {
            self.gap(phrase, clause, None, Gap::LooseNumber, Rule::PartOfYear);
            return;
        }
        let (name, rule) = match meaning {
            Some(ApplicationCount::Received) => (REQUESTS, Rule::RequestsReceived),
            Some(ApplicationCount::Completed) => (COMPLETED, Rule::RequestsCompleted),
            Some(ApplicationCount::Both) => (COMPLETED, Rule::RequestsBoth),
            _ => {
                // The next clauses are about something other than requests.
                self.follows_applications &= is_in_list;
                let words = Words::of(self.text, phrase);
                self.assign(phrase, clause, sentence, &words);
                return;
            }
        };
        if !self.is_list_of_requests() {
            self.list = List::None;
        }
        let item = Item::of(phrase, name.to_owned(), rule);
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
            List::Named(whole, _) => [REQUESTS, COMPLETED].contains(&whole.as_str()),
            _ => false,
        }
    }

    /// Whether a clause after a semicolon leaves the list before it: …招生68件；收到申请3件.
    fn opens_new_matter(&self, clause: &ClauseContext<'_>, before: &str) -> bool {
        let is_own = matches!(self.list, List::Division(_) | List::Part(..));
        let receives = ["收到", "受理", "接收", "接到"]
            .iter()
            .any(|verb| before.contains(verb));
        is_own && (receives || clause.follows_semicolon && before.contains("申请"))
            || is_own && self.follows_applications
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
        let requests = count::without_brackets(before);
        if !self.is_in_parts() && applications::names_only_requests(&requests) {
            let item = Item::bare(count, number, Rule::RequestsReceived);
            self.received.push(item);
            return;
        }
        if self.list != List::None
            || !self.is_total(before, "")
            || self.is_of_other_year(before, sentence)
        {
            return;
        }
        if self.is_cut_by_comma(range.end) {
            let range = range.start..self.end_of_cut(range.end);
            self.leave_out(range, Some(TOTAL), Gap::Ambiguous, Rule::Unclear);
            return;
        }
        self.totals
            .push(Item::bare(count, number, Rule::TotalWithoutUnit));
        self.last = LastCount::Total;
    }

    /// Whether a list of parts is being read. After a colon it is not yet known what is listed.
    fn is_in_parts(&self) -> bool {
        !matches!(self.list, List::None | List::Unknown)
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

    /// The end of a number that a comma cuts at `end`, with its unit: 12 , 480 条.
    fn end_of_cut(&self, end: usize) -> usize {
        let after = self.text.masked_after(end);
        let rest = after.trim_start_matches([',', '，', ' ']);
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let unit = rest.chars().next().map_or(0, char::len_utf8);
        end + after.len() - rest.len() + unit
    }

    /// Whether the words before a count, or else the sentence's first words, are about another year.
    fn is_of_other_year(&self, before: &str, sentence: &SentenceContext) -> bool {
        let named = dates::years(before).last().map(|found| found.0);
        let year = named.or(sentence.opening_year.filter(|_| {
            !["今年", "本年", "当年"]
                .iter()
                .any(|word| before.contains(word))
        }));
        let own = before.replace("今年以来", "");
        year.is_some_and(|year| year != self.context.year)
            || EARLIER.iter().any(|word| own.contains(word))
            || spans_years(before)
    }

    fn gap(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        path: Option<&'static str>,
        gap: Gap,
        rule: Rule,
    ) {
        self.mark_gap_in_list();
        let range = clause.range.start..clause.range.end.max(phrase.number.end);
        self.leave_out(range, path, gap, rule);
    }

    fn leave_out(&mut self, range: Range<usize>, path: Option<&'static str>, gap: Gap, rule: Rule) {
        self.gaps.push(Left {
            range,
            path,
            gap,
            rule,
        });
    }
}

/// Whether a clause shares several counts among several names with 分别. 分别为政策60条、动态20条 lists
/// names with their own counts.
fn is_shared(clause: &str) -> bool {
    let after = clause.split_once("分别").map(|(_, after)| after);
    after.is_some_and(|after| {
        let listed = after.strip_prefix(['为', '是', '有']);
        listed.is_none_or(|listed| {
            listed.starts_with(|c: char| c.is_ascii_digit() || "约近超：".contains(c))
        })
    })
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
    let clause = names::strip_ordinal(clause);
    (clause.starts_with("截至") || clause.starts_with("截止"))
        && clause.ends_with(['底', '末', '日', '前'])
}

/// Whether a clause begins like 截至9月底. The end of December is that of the year.
fn is_until_month(clause: &str) -> bool {
    let clause = clause.trim_start_matches(['，', '；', '\n', ' ', '。']);
    let Some(rest) = ["截至", "截止到", "截止"]
        .iter()
        .find_map(|word| clause.strip_prefix(word))
    else {
        return false;
    };
    let Some((before, _)) = rest.split_once('月') else {
        return false;
    };
    let month = before
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .unwrap_or_default();
    before.chars().count() <= 7 && !month.is_empty() && month != "12"
}

/// Whether a clause speaks of information that was disclosed, which a sum after it counts.
fn names_disclosed_information(clause: &str) -> bool {
    ["公开", "发布"].iter().any(|verb| clause.contains(verb)) && clause.contains("信息")
}
