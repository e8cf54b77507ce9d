//! Titles that announce requests for government information, and sentences that say there were none.

use super::item::Item;
use super::years::{COMPARING, names_part_of_year};
use super::{Reader, Rule, SentenceContext};
use crate::metadata::dates;
use crate::prose::count_phrases::count_phrases;
use crate::prose::numbers::{self, NumberKind};
use crate::prose::{applications, names};
use std::ops::Range;

/// The longest title of a part, in characters.
const LONGEST_TITLE: usize = 24;

impl Reader<'_> {
    /// Notes whether a sentence is a title that announces requests. It applies to the paragraph that it
    /// begins or precedes.
    pub(super) fn update_announcement(&mut self, sentence: &Range<usize>, is_item: bool) {
        let text = self.masked(sentence);
        // "一是…；二是依申请公开。" announces them with its last words.
        let end = text.rsplit('；').next().unwrap_or(text);
        let is_title = end.chars().count() <= LONGEST_TITLE
            && !end.contains('，')
            && count_phrases(end, 0).is_empty()
            && (end.contains("依申请") || end.contains("信息公开申请"));
        let is_over = self.text.begins_a_line(sentence.start) && !self.is_title_last;
        let topic = ["方面，", "情况，", "工作，"]
            .iter()
            .find_map(|end| Some(text.split_once(end)?.0));
        let title = topic.or_else(|| text.split(['：', ':']).next());
        let opens_with_title = title.is_some_and(|title| {
            title.len() < text.len()
                && title.chars().count() <= LONGEST_TITLE
                && !title.contains('，')
                && count_phrases(title, 0).is_empty()
                && title.contains("依申请公开")
                && !["指南", "目录", "制度"]
                    .iter()
                    .any(|noun| title.contains(noun))
        });
        self.is_announced =
            is_title || opens_with_title || self.is_announced && !is_item && !is_over;
        self.is_title_last = is_title;
    }

    /// Reads 未收到政府信息公开申请 as zero requests.
    pub(super) fn read_none_received(
        &mut self,
        sentence: &Range<usize>,
        context: &SentenceContext,
    ) {
        let clauses = self.text.clauses(self.view, sentence);
        for clause in &clauses {
            let words = self.masked(clause);
            let is_none = context.is_about_applications && applications::says_none(words)
                || self.is_announced
                    && ["无", "零", "没有", "无申请"].contains(
                        &names::strip_lead(words).trim_matches(['：', ':', '。', ' ', '\n']),
                    );
            if !is_none || !self.received.is_empty() || names_part_of_year(words) {
                continue;
            }
            // Checked last, because it reads the whole sentence.
            if !self.counts_requests_of_year(&clauses) {
                self.received
                    .push(Item::bare(0, clause.clone(), Rule::RequestsNone));
            }
        }
    }

    /// Whether a clause counts requests, neither of another year nor compared with one. A clause without a
    /// verb belongs to the one before it.
    fn counts_requests_of_year(&self, clauses: &[Range<usize>]) -> bool {
        let mut clauses = clauses.iter().map(|clause| self.masked(clause));
        clauses.any(|words| {
            let years = dates::years(words);
            let names_other_year = years.iter().any(|found| found.0 != self.context.year);
            let is_compared = COMPARING.iter().any(|word| words.contains(word));
            let numbers = numbers::numbers(words);
            let has_counts = numbers.iter().any(|n| n.kind != NumberKind::Other);
            let receives = ["收到", "受理", "接收", "接到", "新收", "办结", "答复"]
                .iter()
                .any(|verb| words.contains(verb));
            let is_bare = names::strip_lead(words).starts_with(|c: char| c.is_ascii_digit());
            let is_of_requests =
                words.contains("申请") || !is_of_disclosure(words) && (receives || is_bare);
            has_counts && !names_other_year && !is_compared && is_of_requests
        })
    }
}

/// Whether the words before the first number of a clause are about information that was disclosed.
fn is_of_disclosure(words: &str) -> bool {
    let end = words.find(|c: char| c.is_ascii_digit());
    let before = words.get(..end.unwrap_or(words.len())).unwrap_or_default();
    let receives = ["收到", "受理", "接收", "接到"];
    ["公开", "发布", "公布", "其中", "信息", "类"]
        .iter()
        .any(|word| before.contains(word))
        && !receives.iter().any(|word| before.contains(word))
}
