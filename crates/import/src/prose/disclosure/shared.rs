//! Counts that a clause shares among several names, and lists in brackets.

use super::channel::{self, Reach};
use super::count::Words;
use super::lists::List;
use super::{ClauseContext, LastCount, Reader, Rule, SentenceContext};
use crate::Gap;
use crate::prose::count_phrases::{CountPhrase, count_phrases};
use crate::prose::numbers::{self, NumberKind};
use crate::prose::section_text::View;
use std::ops::Range;

/// What separates the parts that are named in a bracket.
const SEPARATORS: [char; 6] = ['，', '、', '；', ',', ';', '。'];

impl Reader<'_> {
    /// Reads 微信和微博分别发布信息1306条、5988条: the first count is the first name's. Returns whether the
    /// names are as many as the counts.
    pub(super) fn share(
        &mut self,
        phrases: &[CountPhrase<'_>],
        clause: &ClauseContext<'_>,
        sentence: &SentenceContext,
    ) -> bool {
        let [first, others @ ..] = phrases else {
            return false;
        };
        let before = self.text.text(&first.before);
        let is_bare = |phrase: &CountPhrase<'_>| {
            let between = self.masked(&phrase.before);
            between
                .trim_matches(['、', '，', '和', '及', '与', ' '])
                .is_empty()
        };
        let counts_differ_only = !others.is_empty() && others.iter().all(is_bare);
        if others.is_empty() {
            return false;
        }
        let has_units_alike = others.iter().all(|phrase| {
            phrase.count.map(|count| count.unit) == first.count.map(|count| count.unit)
        });
        if !clause.is_shared {
            // 网站和微信共发布120条、30条: whose is which is not said.
            let names_several = ["和", "、", "及", "与"]
                .iter()
                .any(|link| before.contains(link));
            let is_row = phrases.len() > 2 || names_several;
            let is_unsaid = counts_differ_only
                && has_units_alike
                && is_row
                && phrases
                    .iter()
                    .all(|phrase| !phrase.follows_number && self.masked(&phrase.after).is_empty());
            if is_unsaid && self.share_in_order(phrases, clause, sentence, before) {
                return true;
            }
            if is_unsaid {
                for phrase in phrases {
                    self.gap(phrase, clause, None, Gap::Ambiguous, Rule::Shared);
                }
            }
            return is_unsaid;
        }
        let Some((listed, verb)) = before.split_once("分别") else {
            return false;
        };
        let earlier = self.text.text(&(sentence.range.start..clause.range.start));
        // …主要包含甲类信息和乙类信息，数量分别为1204条、506条
        let is_of_earlier = ["数量", "数", "条数", ""].contains(&listed.trim());
        let of_channels = self.names_of_channels(phrases);
        let has_channels = is_of_earlier && of_channels.is_some();
        let listed = if let Some(names) = of_channels.as_deref().filter(|_| is_of_earlier) {
            names
        } else if is_of_earlier {
            let words = ["包括", "包含", "分为", "涉及", "涵盖", "为"];
            let found = words
                .iter()
                .filter_map(|word| Some(earlier.rfind(word)? + word.len()))
                .max();
            match found.and_then(|at| earlier.get(at..)) {
                Some(listed) => {
                    without_number_of_kinds(listed.trim_end_matches(['，', '；', ',', '：']))
                }
                None => return false,
            }
        } else {
            listed
        };
        let names = split_names(listed);
        if names.len() != phrases.len() || !counts_differ_only {
            return false;
        }
        let verb = verb.trim_start_matches('为').to_owned();
        if has_channels && let Some(mut sum) = self.channels.pop() {
            // What they published together is the total, unless another channel is counted.
            sum.item.rule = Rule::Total;
            self.totals.push(sum.item);
            self.last = LastCount::Total;
        }
        let follows_total = self.list == List::None && matches!(self.last, LastCount::Total);
        if follows_total || is_of_earlier {
            self.list = match self.totals.len().checked_sub(1) {
                Some(at) => self.divide(super::lists::Whole::Total(at)),
                None => self.divide(super::lists::Whole::Nothing),
            };
        }
        let unshared = ClauseContext {
            range: clause.range.clone(),
            each: None,
            every: None,
            is_shared: false,
            verb: None,
            follows_channel: clause.follows_channel,
            means: None,
            follows_cutoff: clause.follows_cutoff,
            is_until_month: clause.is_until_month,
            has_topic: clause.has_topic,
            follows_semicolon: false,
            has_several: false,
        };
        for (phrase, name) in phrases.iter().zip(names) {
            // 机构概况、政策法规分别公开3条、12条: the names are those of kinds.
            let publishes = ["公开", "发布", "主动公开"].contains(&verb.as_str());
            let is_kind = publishes
                && !channel::names_channel(&name)
                && !name.ends_with([
                    '局', '镇', '乡', '办', '村', '委', '道', '心', '台', '栏', '区',
                ]);
            let words = if is_kind {
                [verb.as_str(), &name].concat()
            } else {
                [name.as_str(), &verb].concat()
            };
            let words = Words::new(&words, "", false);
            self.assign(phrase, &unshared, sentence, &words);
        }
        true
    }

    /// Reads 在微信、微博和抖音发布信息100条、50条、20条: as many channels as counts, in their order. 共 would make
    /// it a sum.
    fn share_in_order(
        &mut self,
        phrases: &[CountPhrase<'_>],
        clause: &ClauseContext<'_>,
        sentence: &SentenceContext,
        before: &str,
    ) -> bool {
        let is_sum = ["共", "合计", "总", "累计"]
            .iter()
            .any(|word| before.contains(word));
        let Some(found) = channel::statement(before, "", self.context.agency) else {
            return false;
        };
        let names = split_names(found.name);
        let are_channels = names.iter().all(|name| channel::names_channel(name));
        if is_sum || !found.has_verb || !are_channels || names.len() != phrases.len() {
            return false;
        }
        for (phrase, name) in phrases.iter().zip(names) {
            let words = Words::new(&[name.as_str(), "发布信息"].concat(), "", false);
            self.assign(phrase, clause, sentence, &words);
        }
        true
    }

    /// The names of the channels that the last count is of together, if the counts add up to it:
    /// 网站、微信共发布信息162条，分别为54条、108条.
    fn names_of_channels(&self, phrases: &[CountPhrase<'_>]) -> Option<String> {
        let LastCount::Channel(at) = self.last else {
            return None;
        };
        let channel = self.channels.get(at)?;
        let sum = phrases
            .iter()
            .filter_map(|phrase| phrase.count)
            .fold(0_i64, |sum, count| sum.saturating_add(count.count));
        let is_last = at + 1 == self.channels.len();
        (is_last && channel.reach == Reach::Several && sum == channel.item.quantity.count)
            .then(|| channel.item.name.clone())
    }

    /// Reads the brackets in the words after a number: 信息240条（政策法规36条、通知公告88条）.
    pub(super) fn brackets(&mut self, number: &Range<usize>, after: &Range<usize>) {
        if self.view == View::Bracket {
            // Brackets within brackets name parts of parts.
            self.note_inner_brackets(after);
            return;
        }
        let end = after.end.max(number.end);
        let found = within(&self.text.bracketed, &(number.start..end)).to_vec();
        for inside in found {
            let follows = inside.start.saturating_sub(number.end) <= '（'.len_utf8()
                && number.start < number.end;
            self.bracket(&inside, follows);
        }
    }

    /// Reads one bracket, as a list of the parts of the number that it follows.
    fn bracket(&mut self, inside: &Range<usize>, follows_number: bool) {
        let text = self.text.masked_in(View::Bracket, inside);
        let phrases = count_phrases(text, inside.start);
        let is_whole = match self.last {
            LastCount::Total | LastCount::Channel(_) => true,
            LastCount::Part(at, part) => self.is_channel(at, part),
            _ => false,
        };
        if phrases.is_empty() || !follows_number || !is_whole {
            self.note_numbers(inside, text);
            return;
        }
        let (list, last) = (self.list.clone(), self.last.clone());
        let sentence = SentenceContext {
            range: inside.clone(),
            opening_year: None,
            is_about_applications: false,
        };
        self.view = View::Bracket;
        let opened = self.list_of_last(&sentence, inside);
        if matches!(opened, List::Division(_) | List::Part(..)) {
            self.list = opened.clone();
            for range in self.text.clauses(View::Bracket, inside) {
                let masked = self.masked(&range);
                let context = ClauseContext {
                    range: range.clone(),
                    each: None,
                    every: None,
                    is_shared: false,
                    verb: None,
                    follows_channel: false,
                    means: None,
                    follows_cutoff: false,
                    is_until_month: false,
                    has_topic: false,
                    follows_semicolon: false,
                    has_several: false,
                };
                for phrase in count_phrases(masked, range.start) {
                    let words = Words::of(self.text, &phrase);
                    let is_part = phrase.count.is_some()
                        && self.list == opened
                        && !self.is_of_other_year(&words.before, &sentence);
                    if is_part {
                        self.assign_part(&phrase, &context, &words);
                    } else {
                        self.leave_out(
                            phrase.before.start..phrase.number.end,
                            None,
                            Gap::LooseNumber,
                            Rule::PartOfUnknown,
                        );
                    }
                    self.note_inner_brackets(&(phrase.number.end..phrase.after.end));
                }
            }
        } else {
            self.note_numbers(inside, text);
        }
        self.view = View::Sentence;
        self.list = list;
        self.last = last;
    }

    /// Notes the numbers of brackets within a bracket.
    fn note_inner_brackets(&mut self, after: &Range<usize>) {
        let found = within(&self.text.inner, after).to_vec();
        for inside in found {
            let text = self.text.text(&inside);
            self.note_numbers(&inside, text);
        }
    }

    /// Notes the counts of a text of which it is not known what they are parts of.
    fn note_numbers(&mut self, inside: &Range<usize>, text: &str) {
        let numbers = numbers::numbers(text);
        let is_year = text.len() == 4 && text.starts_with("20");
        for number in numbers
            .iter()
            .filter(|number| number.kind != NumberKind::Other && !is_year)
        {
            // With the words that it belongs to, so that a person finds it.
            let before = text.get(..number.start).unwrap_or_default();
            let after = text.get(number.end..).unwrap_or_default();
            let from = before
                .rfind(SEPARATORS)
                .and_then(|at| Some(at + before.get(at..)?.chars().next()?.len_utf8()));
            let to = after.find(SEPARATORS).unwrap_or(after.len());
            let range = inside.start + from.unwrap_or(0)..inside.start + number.end + to;
            self.leave_out(range, None, Gap::LooseNumber, Rule::PartOfUnknown);
        }
    }
}

/// Strips the number of the kinds from the end of their list: 文件、动态、公示三大类.
fn without_number_of_kinds(listed: &str) -> &str {
    let ends = ["大类信息", "类信息", "大类", "个方面", "方面", "类", "种"];
    let rest = ends.iter().find_map(|end| listed.strip_suffix(end));
    let Some(rest) = rest else { return listed };
    let is_number = |c: char| c.is_ascii_digit() || "两二三四五六七八九十".contains(c);
    let names = rest.trim_end_matches(is_number);
    if names.len() == rest.len() {
        return listed;
    }
    names.strip_suffix('等').unwrap_or(names)
}

/// Splits a list of names: 统计数据、统计分析和统计公报.
fn split_names(listed: &str) -> Vec<String> {
    let listed = super::super::names::strip_lead(listed);
    let mut names = Vec::new();
    let mut name = String::new();
    let mut depth = 0_usize;
    let mut rest = listed;
    while let Some(c) = rest.chars().next() {
        let link = ["以及", "、", "和", "及", "与"]
            .iter()
            .find(|link| rest.starts_with(**link));
        match link {
            Some(link) if depth == 0 && !name.is_empty() => {
                names.push(std::mem::take(&mut name));
                rest = rest.get(link.len()..).unwrap_or_default();
                continue;
            }
            _ => {}
        }
        match c {
            '“' | '《' | '（' => depth += 1,
            '”' | '》' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        name.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    if !name.is_empty() {
        names.push(name);
    }
    names
}

/// The brackets within a range, among all in order.
fn within<'a>(brackets: &'a [Range<usize>], range: &Range<usize>) -> &'a [Range<usize>] {
    let from = brackets.partition_point(|inside| inside.start < range.start);
    let to = brackets.partition_point(|inside| inside.end <= range.end);
    brackets.get(from..to).unwrap_or_default()
}
