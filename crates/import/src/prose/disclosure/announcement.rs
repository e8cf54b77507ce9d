//! Titles that announce requests for government information, and sentences that say there were none.

use super::item::Item;
use super::years::COMPARING;
use super::{Reader, SentenceContext};
use crate::metadata::dates;
use crate::prose::count_phrases::count_phrases;
use crate::prose::numbers::{self, NumberKind};
use std::ops::Range;

/// The longest title of a part, in characters.
const LONGEST_TITLE: usize = 24;

impl Reader<'_> {
    /// Notes whether a sentence is a title that announces requests. It applies to the paragraph that it
    /// begins or precedes.
    pub(super) fn update_announcement(&mut self, sentence: &Range<usize>, is_item: bool) {
        let text = self.text.masked(sentence);
        // "一是…；二是依申请公开。" announces them with its last words.
        let end = text.rsplit('；').next().unwrap_or(text);
        let is_title = end.chars().count() <= LONGEST_TITLE
            && !end.contains('，')
            && count_phrases(end, 0).is_empty()
            && (end.contains("依申请") || end.contains("信息公开申请"));
        let is_over = self.text.begins_a_line(sentence.start) && !self.is_title_last;
        self.is_announced = is_title || self.is_announced && !is_item && !is_over;
        self.is_title_last = is_title;
    }

    /// Reads 未收到政府信息公开申请 as zero requests.
    pub(super) fn read_none_received(
        &mut self,
        sentence: &Range<usize>,
        context: &SentenceContext,
    ) {
        let none = [
            "未收到",
            "没有收到",
            "未接到",
            "没有接到",
            "未受理",
            "无政府信息公开申请",
        ];
        let others = ["复议", "诉讼", "收费", "投诉", "举报"];
        let text = self.text.masked(sentence);
        for clause in self.text.clauses(sentence) {
            let words = self.text.masked(&clause);
            let is_none = none.iter().any(|word| words.contains(word)) && words.contains("申请");
            let is_of_all = !others.iter().any(|word| words.contains(word));
            if !(context.is_about_applications && is_none && is_of_all && self.received.is_empty())
            {
                continue;
            }
            // Checked last, because it reads the whole sentence.
            if words == text || !self.has_counts_of_year(sentence) {
                self.received.push(Item::bare(0, clause));
            }
        }
    }

    /// Whether a clause has a count that is neither of another year nor compared with one.
    fn has_counts_of_year(&self, sentence: &Range<usize>) -> bool {
        let clauses = self.text.clauses(sentence);
        let mut clauses = clauses.iter().map(|clause| self.text.masked(clause));
        clauses.any(|words| {
            let years = dates::years(words);
            let names_other_year = years.iter().any(|found| found.0 != self.context.year);
            let is_compared = COMPARING.iter().any(|word| words.contains(word));
            let numbers = numbers::numbers(words);
            let has_counts = numbers.iter().any(|n| n.kind != NumberKind::Other);
            has_counts && !names_other_year && !is_compared
        })
    }
}
