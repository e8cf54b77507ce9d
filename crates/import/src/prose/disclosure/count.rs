//! What a count is of: a part of a list, a channel, the total, or an activity.

use super::channel::{self, Object, Reach, Statement};
use super::item::{Item, is_rest, strip_hedge};
use super::lists::{List, Part, PartKind};
use super::{ChannelCount, ClauseContext, LastCount, Reader, Rule, SentenceContext, TOTAL};
use crate::metadata::dates;
use crate::prose::count_phrases::CountPhrase;
use crate::prose::names;
use crate::prose::numbers::{self, Count, NumberKind};
use crate::prose::section_text::{SectionText, View};
use crate::prose::total::{self, Total};
use crate::{Gap, Remark};
use gongkai_model::Qualifier;

const CATEGORIES: &str = "disclosure.categories";
/// The longest rest of a list that is added up in advance, in bytes.
const LONGEST_LIST: usize = 3000;

/// A count with the words around it, as the rules read them.
pub(super) struct Words {
    pub before: String,
    pub after: String,
    /// The words before without a hedge in front of the verb.
    pub unhedged: String,
    pub hedge: Option<Qualifier>,
    /// Whether the words may belong to the neighbouring count.
    pub is_ambiguous: bool,
}

impl Words {
    /// The words around a phrase.
    pub fn of(text: &SectionText, phrase: &CountPhrase<'_>) -> Words {
        let after = text.text(&text.after_bracket(&phrase.after));
        let before = text.text(&phrase.before);
        // 政策文件（12件）
        if let Some(before) = before.strip_suffix(['（', '('])
            && let Some(after) = after.strip_prefix(['）', ')'])
        {
            let before = before.trim_start_matches(['）', ')', '、', '和', '及', '与']);
            return Words::new(before, after, false);
        }
        Words::new(before, after, phrase.is_ambiguous)
    }

    /// Words that were put together from several places.
    pub fn new(before: &str, after: &str, is_ambiguous: bool) -> Words {
        let after = after.trim_start_matches(['了', '、', '/']);
        let after = after.split('占').next().unwrap_or_default();
        let (unhedged, hedge) = strip_hedge(before);
        Words {
            before: before.to_owned(),
            after: after.to_owned(),
            unhedged,
            hedge,
            is_ambiguous,
        }
    }
}

impl Reader<'_> {
    /// Assigns a count that is not one of requests, by the first rule that fits.
    pub(super) fn assign(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        sentence: &SentenceContext,
        words: &Words,
    ) {
        let Some(count) = phrase.count else { return };
        self.close_list(phrase, clause, words);
        if self.assign_total_of_year(phrase, words) || self.assign_in_list(phrase, clause, words) {
            return;
        }
        if let List::Named(_, unit) = &self.list
            && (unit != count.unit || names::has_activity_verb(&words.before))
        {
            self.list = List::None;
        }
        if self.list == List::Unknown {
            self.gap(phrase, clause, None, Gap::Ambiguous, Rule::PartOfUnknown);
            return;
        }
        if words.is_ambiguous {
            self.gap(phrase, clause, None, Gap::Ambiguous, Rule::Unknown);
            return;
        }
        let is_free = self.list == List::None;
        if is_free && self.assign_cumulative(phrase, clause, words) {
            return;
        }
        if is_free && self.assign_sum(phrase, clause, sentence, words) {
            return;
        }
        if is_free && !clause.is_shared && self.assign_channel(phrase, clause, words) {
            return;
        }
        if is_free && !clause.is_shared && self.assign_total(phrase, clause, words) {
            return;
        }
        self.assign_activity(phrase, clause, sentence, count, words);
    }

    /// Closes the list before a count that does not belong to it.
    fn close_list(&mut self, phrase: &CountPhrase<'_>, clause: &ClauseContext<'_>, words: &Words) {
        if let List::Part(at, part) = self.list {
            let statement = channel::statement(&words.before, &words.after, self.context.agency);
            let is_channel = statement.is_some_and(|statement| !statement.is_weak);
            if is_channel || self.is_part_complete(at, part) {
                self.list = List::Division(at);
            }
        }
        if self.exceeds_named(phrase) {
            self.list = List::None;
            self.last = LastCount::Nothing;
        }
        // 推送信息148条，其中社区动态96条；发布概况1条: what was done next.
        if matches!(self.list, List::Named(..))
            && clause.follows_semicolon
            && names::begins_with_verb(&words.before)
        {
            self.list = List::None;
            self.last = LastCount::Nothing;
        }
        let List::Division(at) = self.list else {
            return;
        };
        let begins_with_verb = [
            "发布",
            "推送",
            "编发",
            "制作",
            "办理",
            "完成",
            "回复",
            "解读政策",
            "推出",
            "接听",
        ]
        .iter()
        .any(|verb| words.before.starts_with(verb));
        let division = self.divisions.get_mut(at);
        let is_over = division.is_some_and(|division| {
            let is_first = division.parts.is_empty();
            if clause.follows_semicolon && division.parts.len() == 1 {
                division.has_semicolons = true;
            }
            !is_first && clause.follows_semicolon && !division.has_semicolons && begins_with_verb
        });
        let begins_clause = phrase.before.start <= clause.range.start;
        if is_over || begins_clause && self.is_complete(at) {
            self.list = List::None;
        }
    }

    /// Reads 累计公开…条，其中2020年公开…条, where the part is the total of the year.
    fn assign_total_of_year(&mut self, phrase: &CountPhrase<'_>, words: &Words) -> bool {
        let follows_total = matches!(
            self.last,
            LastCount::Total | LastCount::Channel(_) | LastCount::Cumulative
        );
        if self.list == List::None && !follows_total || words.is_ambiguous {
            return false;
        }
        let before = names::strip_list_opening(&words.before);
        let years = dates::years(before);
        let named = years
            .iter()
            .find(|found| found.0 == self.context.year)
            .map(|found| found.2);
        // 累计公开345条，其中本年新增21条
        let this_year = ["本年度", "本年", "今年", "当年"]
            .iter()
            .find_map(|word| before.starts_with(word).then_some(word.len()));
        let Some(end) = named.or(this_year) else {
            return false;
        };
        let own = names::strip_list_opening(&words.unhedged);
        let of_year = before.get(end..).unwrap_or_default();
        let says_total = self.is_total(own, &words.after);
        let is_disclosed = total::is_disclosing(of_year) && words.after.is_empty();
        let follows_cumulative = self.last == LastCount::Cumulative;
        if self.list == List::Unknown && says_total
            || follows_cumulative && (says_total || is_disclosed)
        {
            self.add_total(phrase, words.hedge, Rule::TotalOfYear);
            self.list = List::None;
            return true;
        }
        if (says_total || is_disclosed) && self.takes_back_cumulative() {
            self.add_total(phrase, words.hedge, Rule::TotalOfYear);
            self.list = List::None;
            return true;
        }
        false
    }

    /// Leaves out 截至2020年底，累计公开…条, the sum of all years.
    fn assign_cumulative(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        words: &Words,
    ) -> bool {
        let before = &words.before;
        let own = before.replace("今年以来", "");
        let until =
            ["截至", "截止"].iter().any(|word| before.contains(word)) || clause.follows_cutoff;
        let since = ["以来", "至今", "历年", "开通", "建站", "上线以来"]
            .iter()
            .any(|word| own.contains(word));
        // 网站现有信息9200条
        let is_store = [
            "现公开信息总量",
            "共有信息",
            "现有信息",
            "存有信息",
            "已有信息",
            "存量信息",
        ]
        .iter()
        .any(|words| before.contains(words));
        let counts_information = ["公开", "发布", "信息"]
            .iter()
            .any(|word| before.contains(word));
        let is_stock = until
            && ["累计", "现有", "存量", "已有"]
                .iter()
                .any(|word| before.contains(word));
        if !(counts_information && (is_stock || since || is_store)) {
            return false;
        }
        self.gap(
            phrase,
            clause,
            Some(TOTAL),
            Gap::LooseNumber,
            Rule::Cumulative,
        );
        self.last = LastCount::Cumulative;
        self.list = List::None;
        true
    }

    /// Reads a count in a list of parts.
    fn assign_in_list(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        words: &Words,
    ) -> bool {
        let (at, sub) = match self.list {
            List::Division(at) => (at, None),
            List::Part(at, part) => (at, Some(part)),
            _ => return false,
        };
        let before = super::lists::strip_aspect(names::strip_list_opening(&words.before));
        let unhedged = names::strip_list_opening(&words.unhedged);
        let names_year = dates::years(before)
            .iter()
            .any(|found| found.0 == self.context.year);
        let is_disclosed = (before.contains("主动公开")
            || before.contains("公开政府信息")
            || before.contains("发布政务信息")
            || names_year && before.contains("公开"))
            && !words.is_ambiguous;
        if is_disclosed && sub.is_none() && self.is_total(unhedged, &words.after) {
            // 发布信息…条，其中主动公开政府信息…条: either may be the total, so that they contradict each other.
            self.totals
                .push(self.hedged_item(phrase, words.hedge, Rule::Total));
            self.list = List::Unknown;
            return true;
        }
        let statement = channel::statement(before, &words.after, self.context.agency);
        let statement = statement.filter(|_| {
            let unit = phrase.count.map_or("", |count| count.unit);
            !words.is_ambiguous && channel::counts_items(unit)
        });
        if sub.is_none() && self.assign_sum_of_parts(phrase, at, words) {
            return true;
        }
        let division = self.divisions.get(at);
        let lists_categories = division.is_some_and(super::lists::Division::lists_categories);
        let is_own = statement.as_ref().is_some_and(|found| {
            lists_categories && !found.is_weak && (found.has_verb || found.has_preposition)
        });
        if is_own && sub.is_none() {
            // …其他71条；另在微信公众号推送信息47条: another channel, not a part.
            self.list = List::None;
            return false;
        }
        if sub.is_none() && self.is_of_other_bodies(before) {
            // 县政府网站发布信息14600条，其中我局146条: the whole is not the office's.
            self.leave_out_whole(at);
            self.gap(phrase, clause, None, Gap::LooseNumber, Rule::OtherBody);
            return true;
        }
        if sub.is_none() && self.is_part_of_part(at, words) {
            self.gap(
                phrase,
                clause,
                Some(CATEGORIES),
                Gap::LooseNumber,
                Rule::PartOfUnknown,
            );
            return true;
        }
        let category = Item::category(
            phrase,
            before,
            &words.after,
            words.is_ambiguous,
            Rule::CategoryPart,
        )
        .or_else(|| {
            let name = names::whole_name(before)?;
            let is_sure = words.after.is_empty()
                && !words.is_ambiguous
                && self.view == View::Sentence
                && sub.is_none()
                && self.adds_up_ahead(at, phrase);
            is_sure.then(|| Item::of(phrase, name, Rule::CategoryPart))
        });
        let kind = match (&statement, &category) {
            (Some(found), _) if found.is_weak && !(found.has_verb || found.has_preposition) => {
                PartKind::Either
            }
            (Some(_), _) => PartKind::Channel,
            (None, Some(item)) if is_rest(&item.name) => PartKind::Rest,
            (None, Some(_)) => PartKind::Category,
            (None, None) => {
                let unit = phrase.count.map_or("", |count| count.unit);
                let is_part = channel::counts_items(unit)
                    && unit != "个"
                    && !names::has_activity_verb_in_list(before, unit)
                    && !self.is_complete(at);
                if is_part && self.view == View::Sentence {
                    // A part that is not understood does not end the list.
                    self.gap(phrase, clause, None, Gap::Ambiguous, Rule::PartOfUnknown);
                    return true;
                }
                self.list = List::None;
                return false;
            }
        };
        let category_name = category
            .as_ref()
            .map_or(String::new(), |item| item.name.clone());
        let category_name = self.as_printed(category_name, &clause.range);
        let item = match (kind, &statement, category) {
            (PartKind::Channel | PartKind::Either, Some(found), _) => {
                Item::of(phrase, found.name.to_owned(), Rule::ChannelPart)
            }
            (_, _, Some(item)) => item,
            _ => return false,
        };
        let mut item = self.printed(item, phrase, clause);
        item.quantity.qualifier = item.quantity.qualifier.or(words.hedge);
        let Some(division) = self.divisions.get_mut(at) else {
            return false;
        };
        if let Some(part) = sub {
            item.rule = Rule::ChannelCategory;
            if let Some(part) = division.parts.get_mut(part) {
                part.push(item);
            }
            return true;
        }
        let begins_a_line = self.text.text(&phrase.before).starts_with('\n')
            || self.text.begins_a_line(phrase.before.start);
        division.is_itemised |=
            division.parts.is_empty() && (names::is_item(before) || begins_a_line);
        let part = division.push(Part {
            item,
            kind,
            as_category: category_name,
            parts: Vec::new(),
            sum: 0,
            has_gap: false,
        });
        self.last = LastCount::Part(at, part);
        // 其他文件 may be one kind of several.
        if ends_list(before) && !self.lacks_parts(at) {
            self.list = List::None;
        }
        true
    }

    /// Whether a count is too large for a part of what was done, with the parts before it: 解读12条，其中
    /// 图文10条；动态200条.
    fn exceeds_named(&self, phrase: &CountPhrase<'_>) -> bool {
        let (List::Named(whole, unit), Some(count)) = (&self.list, phrase.count) else {
            return false;
        };
        let Some(of) = self
            .activities
            .iter()
            .rev()
            .find(|item| item.name == *whole && item.quantity.unit.as_deref() == Some(unit))
        else {
            return false;
        };
        let opening = [whole.as_str(), "（"].concat();
        let parts = self
            .activities
            .iter()
            .filter(|item| item.name.starts_with(&opening) && item.range.start > of.range.start);
        let sum = parts.fold(count.count, |sum, item| {
            sum.saturating_add(item.quantity.count)
        });
        of.quantity.qualifier.is_none()
            && count.count > of.quantity.count
            && sum > of.quantity.count
    }

    /// Whether an office is named as one part of what several bodies published.
    fn is_of_other_bodies(&self, before: &str) -> bool {
        let agency = self.context.agency;
        let is_government = ["政府", "管理委员会", "管委会", "办事处"]
            .iter()
            .any(|end| agency.ends_with(end));
        let rest = [
            "我局",
            "我委",
            "我办",
            "我厅",
            "我院",
            "本局",
            "本单位",
            "本部门",
        ]
        .iter()
        .find_map(|own| before.strip_prefix(own));
        // 我局网站 is a channel, 我局机关 a part of the office.
        let publishes = rest.is_some_and(|rest| {
            rest.is_empty()
                || [
                    "公开",
                    "发布",
                    "报送",
                    "提供",
                    "更新",
                    "主动公开",
                    "共",
                    "信息",
                ]
                .iter()
                .any(|verb| rest.starts_with(verb))
        });
        !is_government && publishes
    }

    /// Leaves out what a list divides.
    fn leave_out_whole(&mut self, at: usize) {
        let whole = self.divisions.get(at).map(|division| division.whole);
        let item = match whole {
            Some(super::lists::Whole::Total(total)) if total + 1 == self.totals.len() => {
                self.totals.pop()
            }
            Some(super::lists::Whole::Channel(channel)) if channel + 1 == self.channels.len() => {
                self.channels.pop().map(|channel| channel.item)
            }
            _ => None,
        };
        if let Some(item) = item {
            self.leave_out(item.range, Some(TOTAL), Gap::LooseNumber, Rule::OtherBody);
        }
        if let Some(division) = self.divisions.get_mut(at) {
            division.whole = super::lists::Whole::Nothing;
            division.has_gap = true;
        }
        self.last = LastCount::Nothing;
        self.list = List::Unknown;
    }

    /// Whether a count is of a part of the kind before it: 政策文件30条，含解读12条.
    fn is_part_of_part(&self, at: usize, words: &Words) -> bool {
        let has_parts = self
            .divisions
            .get(at)
            .is_some_and(|division| division.lists_categories());
        let opening = words.before.trim_start_matches(['，', '；', ' ', '\n']);
        has_parts
            && ["含", "内含", "包含", "包括"].iter().any(|word| {
                opening
                    .strip_prefix(word)
                    .is_some_and(|rest| !rest.is_empty() && !rest.starts_with("氟"))
            })
    }

    /// Whether this count and those that follow it in the sentence make the parts add up exactly, so that they are
    /// parts whatever their names.
    fn adds_up_ahead(&self, at: usize, phrase: &CountPhrase<'_>) -> bool {
        let Some(unit) = phrase.count.map(|count| count.unit) else {
            return false;
        };
        let (Some(division), Some(whole)) = (self.divisions.get(at), self.divided(at)) else {
            return false;
        };
        let has_unit = division
            .parts
            .first()
            .is_some_and(|part| part.item.quantity.unit.as_deref() == Some(unit));
        let ahead = self.text.masked_after(phrase.number.start);
        let ahead = ahead.split(['。', '\n']).next().unwrap_or_default();
        if !has_unit || ahead.len() > LONGEST_LIST {
            return false;
        }
        let mut sum = division.sum;
        for number in numbers::numbers(ahead) {
            let NumberKind::Count(count) = number.kind else {
                continue;
            };
            if count.unit != unit {
                return false;
            }
            sum = sum.saturating_add(count.count);
            if sum >= whole {
                return sum == whole;
            }
        }
        false
    }

    /// Reads 合计1798条 after parts that add up to it.
    fn assign_sum_of_parts(&mut self, phrase: &CountPhrase<'_>, at: usize, words: &Words) -> bool {
        let total = self.totals.len();
        let Some(division) = self.divisions.get_mut(at) else {
            return false;
        };
        let is_sum = division.whole == super::lists::Whole::Nothing
            && division.parts.len() > 1
            && phrase
                .count
                .is_some_and(|count| count.count == division.sum)
            && total::is_sum(&words.unhedged)
            && words.after.is_empty();
        if is_sum {
            division.whole = super::lists::Whole::Total(total);
            self.add_total(phrase, words.hedge, Rule::TotalContinued);
            self.list = List::None;
        }
        is_sum
    }

    /// Reads a count in a bracket as a part, or leaves it out.
    pub(super) fn assign_part(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        words: &Words,
    ) {
        let list = self.list.clone();
        if !self.assign_in_list(phrase, clause, words) {
            self.list = list;
            self.gap(phrase, clause, None, Gap::LooseNumber, Rule::PartOfUnknown);
        }
    }

    /// Reads a channel that is counted on its own.
    fn assign_channel(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        words: &Words,
    ) -> bool {
        let Some(count) = phrase.count else {
            return false;
        };
        if !channel::counts_items(count.unit)
            || clause.each.is_some_and(|at| at < phrase.number.start)
        {
            return false;
        }
        let agency = self.context.agency;
        let text = self.text;
        let after = without_brackets(&words.after);
        if let Some(found) = channel::statement(&words.unhedged, &after, agency) {
            // 在门户网站发布环境质量信息365条、行政处罚信息72条: kinds, of which one is the agency's field.
            if found.object == Object::Field && clause.has_several {
                return false;
            }
            // 网站发布图解12个
            let is_site = found.name.ends_with('网') || found.name.ends_with("网站");
            if found.object == Object::Articles && count.unit == "个" && is_site {
                return false;
            }
            return self.add_channel(phrase, clause, words, &found);
        }
        // 依托县政府网站，累计发布信息342条
        if let Some(means) = &clause.means
            && let Some(found) = channel::continued(&words.unhedged, &words.after, agency)
            && let Some(named) = channel::means_of_clause(text.text(means), agency)
        {
            let found = Statement {
                name: named.name,
                reach: named.reach,
                ..found
            };
            return self.add_channel(phrase, clause, words, &found);
        }
        // 网站100条，微信46条，其他10条
        let bare = names::strip_lead(&words.before);
        if self.follows_channel(clause) && words.after.is_empty() && is_rest(bare) {
            let noun = bare.trim_start_matches(['其', '他', '它', '余']);
            if ["", "方式", "渠道", "途径", "形式", "平台", "媒体"].contains(&noun) {
                let item = Item::of(phrase, bare.to_owned(), Rule::Channel);
                let item = self.printed(item, phrase, clause);
                self.channels.push(ChannelCount {
                    may_be_total: false,
                    reach: Reach::One,
                    item,
                });
                self.last = LastCount::Channel(self.channels.len() - 1);
                return true;
            }
        }
        // 1.网站公开。全年公开信息318条
        if let Some(subject) = self.subject.clone()
            && let Some(found) = channel::continued(&words.unhedged, &words.after, agency)
            && (found.object != Object::Information || self.totals.is_empty())
            && (self.is_subject_title || !words.before.contains("主动公开"))
        {
            let found = Statement {
                name: text.text(&subject),
                ..found
            };
            return self.add_channel(phrase, clause, words, &found);
        }
        false
    }

    fn add_channel(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        words: &Words,
        found: &Statement<'_>,
    ) -> bool {
        let is_bare = !found.has_verb && found.object == Object::Nothing;
        let is_beside = self.follows_channel(clause);
        if (is_bare || found.is_weak && !found.has_preposition) && !is_beside {
            // 政府公报4期 and 短视频12个 are no channels by themselves.
            let is_read = phrase
                .count
                .is_some_and(|count| matches!(count.unit, "条" | "篇"));
            let is_short_list =
                is_bare && !found.is_weak && (is_read || self.sentence_publishes(clause));
            let is_subject =
                found.is_weak && found.has_verb && (found.object != Object::Nothing || is_read);
            if !is_short_list && !is_subject {
                return false;
            }
        }
        let item = Item::of(phrase, found.name.to_owned(), Rule::Channel);
        let mut item = self.printed(item, phrase, clause);
        item.quantity.qualifier = item.quantity.qualifier.or(words.hedge);
        // 通过…等途径 names the means of everything, and no channel.
        let is_means_of_all = found.reach == Reach::Several
            && (found.object == Object::Information
                || found.object == Object::Nothing && found.is_public)
            && ["途径", "渠道", "方式", "形式", "载体", "平台"]
                .iter()
                .any(|noun| found.name.ends_with(noun) || words.before.contains(noun));
        if is_means_of_all {
            // 网站、微信两个平台 are these alone: another channel makes it no total.
            if found.name.contains(['等', '各', '多']) || words.before.contains('等') {
                item.name.clear();
            }
            item.rule = Rule::Total;
            self.totals.push(item);
            self.last = LastCount::Total;
            return true;
        }
        self.channels.push(ChannelCount {
            may_be_total: found.may_be_total(),
            reach: found.reach,
            item,
        });
        self.last = LastCount::Channel(self.channels.len() - 1);
        true
    }

    /// Whether the count before, in this clause or an earlier one of the sentence, is that of a channel.
    fn follows_channel(&self, clause: &ClauseContext<'_>) -> bool {
        let LastCount::Channel(at) = self.last else {
            return false;
        };
        let is_in_clause = self
            .channels
            .get(at)
            .is_some_and(|channel| channel.item.range.start >= clause.range.start);
        clause.follows_channel || is_in_clause
    }

    /// Whether the sentence up to the clause speaks of publishing.
    fn sentence_publishes(&self, clause: &ClauseContext<'_>) -> bool {
        let start = clause.range.start.saturating_sub(240);
        let start = (start..=clause.range.start)
            .find(|at| self.text.text(&(*at..clause.range.start)).len() == clause.range.start - at);
        let before = self
            .text
            .text(&(start.unwrap_or(clause.range.start)..clause.range.end));
        let sentence = before.rsplit('。').next().unwrap_or_default();
        ["发布", "公开", "推送", "刊发", "更新", "信息"]
            .iter()
            .any(|word| sentence.contains(word))
    }

    /// Reads a statement of the total.
    fn assign_total(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        words: &Words,
    ) -> bool {
        let unit = phrase.count.map_or("", |count| count.unit);
        if !channel::counts_items(unit) && !matches!(unit, "次" | "项" | "宗") {
            return false;
        }
        let agency = self.context.agency;
        let own = without_brackets(&words.unhedged);
        // 二是公开财政信息51条, after a total
        let is_item = names::is_item(&words.before) && !self.totals.is_empty();
        let names_field = total::names_field(&own, agency);
        if names_field && (clause.has_several || is_item) {
            return false;
        }
        // 公开的200条信息中，政策52条
        let among = words
            .after
            .strip_suffix('中')
            .filter(|after| after.ends_with("信息"));
        let own = if among.is_some() {
            let own = names::strip_lead(&own);
            own.strip_prefix('在')
                .unwrap_or(own)
                .replace("公开的", "公开")
        } else {
            own
        };
        // 80条（不完全统计）
        let plain_after = without_brackets(&words.after);
        let after = among.unwrap_or(&plain_after);
        if let Some(kind) = total::total(&own, after, agency) {
            let is_of_examples = kind == Total::OfExamples;
            let is_one_of_several = clause.has_several || names::is_item(&words.before);
            if is_of_examples && (is_one_of_several || !self.totals.is_empty()) {
                return false;
            }
            let is_disclosed = own.contains("公开") || after.contains("公开");
            if is_disclosed || kind == Total::OfChannel || !clause.follows_channel {
                let is_sum = ["合计", "总计"]
                    .iter()
                    .any(|word| words.before.contains(word));
                let rule = if names_field || is_of_examples {
                    Rule::TotalOfField
                } else if is_sum {
                    Rule::TotalContinued
                } else {
                    Rule::Total
                };
                self.add_total(phrase, words.hedge, rule);
                if (names_field || is_of_examples)
                    && let Some(total) = self.totals.last_mut()
                {
                    total.name = names::category_name(&words.before).unwrap_or_default();
                }
                if among.is_some() {
                    self.list = self.list_of_total();
                }
                return true;
            }
        }
        false
    }

    /// Makes a kind of the information of the agency's own field if another kind follows it: 公开财政信息52条，
    /// 政府采购信息112条.
    fn demote_field(&mut self, name: &str, unit: &str, sentence: &SentenceContext) {
        let is_kind = !names::has_activity_verb(name) && channel::counts_items(unit);
        let follows = |item: &Item| {
            item.range.start >= sentence.range.start && item.quantity.unit.as_deref() == Some(unit)
        };
        let found = self.totals.pop_if(|item| {
            is_kind && item.rule == Rule::TotalOfField && follows(item) && !item.name.is_empty()
        });
        if let Some(mut item) = found {
            item.rule = Rule::Activity;
            self.activities.push(item);
        }
    }

    /// Reads 主动公开的信息包括…两类，共计35条, a sum of what the clauses before speak of.
    fn assign_sum(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        sentence: &SentenceContext,
        words: &Words,
    ) -> bool {
        let says_published = total::is_disclosing(names::strip_lead(&words.unhedged))
            && ["累计", "共", "合计", "总计"]
                .iter()
                .any(|word| words.before.contains(word));
        // 政府信息公开工作有序开展，共公开245条
        let says_published = says_published
            && (self.sums_activities(phrase)
                || clause.has_topic && self.totals.is_empty() && self.channels.is_empty());
        let is_sum = ["", "信息", "政府信息", "政务信息"].contains(&words.after.as_str())
            && (total::is_sum(&words.unhedged) || says_published);
        let unit = phrase.count.map_or("", |count| count.unit);
        // 主动公开186条，动态类最多，共96条: a part of the total before.
        let follows_another = self.last == LastCount::Total
            && self.totals.last().is_some_and(|total| {
                total.range.start >= sentence.range.start
                    && phrase
                        .count
                        .is_some_and(|count| count.count != total.quantity.count)
            });
        let is_total = is_sum
            && !follows_another
            && (clause.has_topic || self.sums_activities(phrase))
            && channel::counts_items(unit)
            && !sentence.is_about_applications;
        if is_total {
            self.add_total(phrase, words.hedge, Rule::TotalContinued);
        }
        is_total
    }

    /// Whether the last activities, which may be kinds of information, or the last channels add up exactly
    /// to a count.
    fn sums_activities(&self, phrase: &CountPhrase<'_>) -> bool {
        let Some(count) = phrase.count else {
            return false;
        };
        let is_channel = matches!(self.last, LastCount::Channel(_));
        let mut channels = 0_i64;
        for (at, channel) in self
            .channels
            .iter()
            .rev()
            .enumerate()
            .filter(|_| is_channel)
        {
            channels = channels.saturating_add(channel.item.quantity.count);
            if at > 0 && channels == count.count {
                return true;
            }
        }
        let mut sum = 0_i64;
        for (at, item) in self.activities.iter().rev().enumerate() {
            if item.quantity.unit.as_deref() != Some(count.unit) {
                return false;
            }
            sum = sum.saturating_add(item.quantity.count);
            if sum >= count.count {
                return sum == count.count && at > 0;
            }
        }
        false
    }

    fn assign_activity(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        sentence: &SentenceContext,
        count: Count<'_>,
        words: &Words,
    ) {
        let follows = |position: Option<usize>| position.is_some_and(|at| at < phrase.number.start);
        // A frequency is not a count, and the number of each says nothing of the whole.
        if follows(clause.every) || (follows(clause.each) && count.count == 1) {
            self.remarks
                .push((clause.range.clone(), Remark::OfEach, Rule::OfEach));
            return;
        }
        // 工作报告、计划报告各1份
        let is_each = words.before.ends_with(['各', '均']);
        let gap = if is_each {
            Some((Gap::LooseNumber, Rule::OfEach))
        } else if clause.is_shared {
            Some((Gap::Ambiguous, Rule::Shared))
        } else {
            follows(clause.each).then_some((Gap::LooseNumber, Rule::OfEach))
        };
        let name = self.name(phrase, clause, count.unit, words);
        let gap = gap.or_else(|| {
            let is_of_others = name.as_deref().is_some_and(|name| {
                // 128宗地的征收信息
                let is_of_subject = name.ends_with("信息")
                    && !words.after.is_empty()
                    && !channel::counts_items(count.unit);
                is_of_information(name) || is_of_subject || is_doubtful(name, &words.before)
            });
            let is_sent = words.before.contains(['向', '给'])
                && [
                    "送交", "报送", "上报", "移送", "移交", "提交", "报备", "推荐",
                ]
                .iter()
                .any(|verb| words.before.contains(verb));
            // A number of requests that is neither the received nor the completed is one of those in the form.
            let is_of_requests = ["申请", "依公开"]
                .iter()
                .any(|word| words.before.contains(word) || words.after.contains(word));
            (is_of_others || is_sent || is_of_requests)
                .then_some((Gap::LooseNumber, Rule::OtherBody))
        });
        let name = match (gap, name) {
            (None, Some(name)) => name,
            (gap, _) => {
                let (gap, rule) = gap.unwrap_or((Gap::LooseNumber, Rule::Unknown));
                self.gap(phrase, clause, None, gap, rule);
                return;
            }
        };
        if self.last == LastCount::Total {
            self.demote_field(&name, count.unit, sentence);
        }
        let is_part = matches!(self.list, List::Named(..));
        if !is_part && !name.ends_with('）') {
            self.last = LastCount::Of(name.clone(), count.unit.to_owned());
        }
        let rule = if is_part {
            Rule::ActivityPart
        } else {
            Rule::Activity
        };
        let item = self.printed(Item::of(phrase, name, rule), phrase, clause);
        self.activities.push(item);
    }

    /// The name of an activity; `None` if the words give none.
    fn name(
        &self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        unit: &str,
        words: &Words,
    ) -> Option<String> {
        let after = words.after.as_str();
        let before = total::strip_time(&words.before);
        let before = total::strip_body(before, self.context.agency)
            .filter(|rest| {
                names::begins_with_verb(rest) || names::strip_lead(rest).len() < rest.len()
            })
            .unwrap_or(&words.before);
        let own = if after.is_empty() || after == "等" {
            names::name_before(before)
        } else {
            names::name_around(before, after, clause.verb)
        };
        // 发文（主动公开文件）: without its first words the name would say less.
        let own = own.map(|name| match names::part_name(&words.before) {
            Some(part)
                if matches!(self.list, List::Named(..))
                    && ["文件", "信息", "内容", "事项"].contains(&name.as_str()) =>
            {
                part
            }
            _ => name,
        });
        // 其中通过图片、视频等形式解读78篇: the form tells this part from others.
        let own = own.map(|name| {
            let way = words.before.split_once("通过").map(|(_, way)| way);
            match way {
                Some(way)
                    if matches!(self.list, List::Named(..))
                        && name.chars().count() <= 2
                        && way.ends_with(&name)
                        && way.chars().count() <= 30 =>
                {
                    way.to_owned()
                }
                _ => name,
            }
        });
        let is_of_people = matches!(unit, "人次" | "人" | "名");
        match (&self.list, own, &self.last) {
            (List::Named(whole, _), Some(own), _) => Some(format!("{whole}（{own}）")),
            (_, Some(own), LastCount::Of(whole, _))
                if names::is_outcome(&own)
                    && ![super::REQUESTS, super::COMPLETED].contains(&whole.as_str()) =>
            {
                Some(format!("{whole}（{own}）"))
            }
            (_, Some(own), _) if names::is_outcome(&own) => None,
            (_, Some(own), _) => Some(own),
            // "培训3期，120人次", "培训3期120人次"
            (List::None, None, LastCount::Of(whole, _))
                if (phrase.follows_number || (is_of_people && after.is_empty()))
                    && ![super::REQUESTS, super::COMPLETED].contains(&whole.as_str()) =>
            {
                Some(whole.clone())
            }
            _ => None,
        }
    }

    pub(super) fn is_total(&self, before: &str, after: &str) -> bool {
        let (before, after) = (without_brackets(before), without_brackets(after));
        total::total(&before, &after, self.context.agency) == Some(Total::Plain)
    }

    /// Moves the last total to the gaps if it is a sum over years: 累计公开…条，其中2020年新增…条.
    fn takes_back_cumulative(&mut self) -> bool {
        let is_cumulative = |item: &Item| {
            let from = item
                .range
                .start
                .saturating_sub("累计主动公开政府信息约".len());
            let from = (from..=item.range.start)
                .find(|at| self.text.text(&(*at..item.range.start)).len() == item.range.start - at);
            let before = self
                .text
                .text(&(from.unwrap_or(item.range.start)..item.range.start));
            before.contains("累计")
        };
        let found = match self.last {
            LastCount::Channel(at) if at + 1 == self.channels.len() => self
                .channels
                .pop_if(|channel| is_cumulative(&channel.item))
                .map(|channel| channel.item),
            _ => self.totals.pop_if(|item| is_cumulative(item)),
        };
        let is_found = found.is_some();
        if let Some(item) = found {
            self.leave_out(item.range, Some(TOTAL), Gap::LooseNumber, Rule::Cumulative);
            if let List::Division(at) = self.list
                && let Some(division) = self.divisions.get_mut(at)
            {
                division.whole = super::lists::Whole::Nothing;
            }
        }
        is_found
    }

    fn add_total(&mut self, phrase: &CountPhrase<'_>, hedge: Option<Qualifier>, rule: Rule) {
        self.totals.push(self.hedged_item(phrase, hedge, rule));
        self.last = LastCount::Total;
    }

    /// A statement of the total, with a hedge from before its verb.
    fn hedged_item(&self, phrase: &CountPhrase<'_>, hedge: Option<Qualifier>, rule: Rule) -> Item {
        let mut item = Item::of(phrase, String::new(), rule);
        item.quantity.qualifier = item.quantity.qualifier.or(hedge);
        let range = phrase.before.start..phrase.after.end.max(phrase.number.end);
        item.quantity.unit = item.quantity.unit.map(|unit| self.as_printed(unit, &range));
        item
    }

    /// Gives an item the characters of the file.
    fn printed(
        &self,
        mut item: Item,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
    ) -> Item {
        let own = phrase.before.start..phrase.after.end.max(phrase.number.end);
        let name = self.as_printed(item.name.clone(), &own);
        item.name = if name == item.name {
            self.as_printed(name, &clause.range)
        } else {
            name
        };
        item.quantity.unit = item.quantity.unit.map(|unit| self.as_printed(unit, &own));
        item
    }

    /// Restores the characters of the file in words that were simplified for comparison.
    fn as_printed(&self, compared: String, range: &std::ops::Range<usize>) -> String {
        if compared.is_empty() {
            return compared;
        }
        let found = self.text.text(range).rfind(&compared);
        let printed = found.map(|at| {
            let at = range.start + at;
            self.text.excerpt(&(at..at + compared.len()))
        });
        let printed: Option<String> =
            printed.map(|printed| printed.chars().filter(|c| !c.is_whitespace()).collect());
        match printed {
            Some(printed) if printed.chars().count() == compared.chars().count() => printed,
            _ => compared,
        }
    }
}

/// Whether the words before a number are those of a part that closes the list: 其他信息.
fn ends_list(before: &str) -> bool {
    let name = names::strip_lead(before);
    ["其他", "其它", "其余"].iter().any(|rest| {
        let kind = name.strip_prefix(rest);
        kind.is_some_and(|kind| ["", "类", "信息", "类信息", "信息类", "政府信息"].contains(&kind))
    })
}

/// Removes remarks in brackets: 主动公开政府信息（不含转载信息）.
pub(super) fn without_brackets(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(open) = rest.find(['（', '(']) {
        let inside = rest.get(open..).unwrap_or_default();
        let Some(close) = inside.find(['）', ')']) else {
            break;
        };
        plain.push_str(rest.get(..open).unwrap_or_default());
        let end = inside
            .get(close..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8);
        rest = inside.get(close + end..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

/// Whether a name says that somebody published information, or that somebody else took it over. Unless
/// it is the total or that of a channel, the number is that of another body or of a part.
fn is_of_information(name: &str) -> bool {
    let is_published = ["公开", "发布", "现有", "产生", "制作", "形成"]
        .iter()
        .any(|verb| name.contains(verb));
    let is_information = is_published && name.ends_with("信息");
    // 发布救助、养老等各类信息138条: of whatever channel was named before.
    let is_information = is_information || name.ends_with("各类信息");
    let is_taken_over = name.contains("采用")
        || name.contains("刊用")
        || name.contains("转载") && name.contains(['我', '本']);
    is_information || is_taken_over
}

/// Whether a name has digits that are not those of a hotline (12345, 12328, 119) or in quotes.
fn has_stray_digits(name: &str) -> bool {
    // H5 and 5G are words.
    let name = name.replace("H5", "").replace("5G", "");
    let runs = name.split(|c: char| !c.is_ascii_digit());
    let is_hotline = |run: &str| {
        run.len() == 5 && (run.starts_with("12") || run.starts_with("96")) || run == "119"
    };
    !name.contains(['“', '《'])
        && runs
            .filter(|run| !run.is_empty())
            .any(|run| !is_hotline(run))
}

/// Whether a name is not what was done or held, but words of a sentence that were cut out of it.
fn is_doubtful(name: &str, before: &str) -> bool {
    let begins = [
        "或",
        "申请内容",
        "内容为",
        "主要为",
        "更新旧",
        "修改",
        "于",
        "对",
        "把",
        "由",
        "将",
        "以",
        "被",
        "从",
        "按",
        "的",
        "转入",
        "结转",
        "撤下",
        "撤销",
        "删除",
        "下架",
        "公幵",
        "不含",
        "不包括",
        "保留",
        "领域",
        "申请人",
    ];
    let ends = ["收到", "直接收到", "递交", "转来", "受理", "接收", "办结"];
    let shares =
        ["和", "及", "与"].iter().any(|link| name.contains(link)) && name.ends_with("发布");
    // A number of information that is neither the total nor a channel's is of something unknown.
    let general = [
        "政府", "实际", "新增", "更新", "修改", "旧", "转载", "审核", "上传", "修订", "政务",
        "信息", "公开", "主动", "各类", "总量", "总数", "数量", "的", "相关", "发布", "本年",
        "年度", "全年", "新", "我", "本", "单位", "局", "县", "镇", "机关",
    ];
    let is_general = super::super::normalize::consists_of(name, &general);
    let is_general = is_general || ["内容", "事项", "数据", "信息的总数量"].contains(&name);
    // 县直部门公开: who published, and not what.
    let publisher = ["主动公开", "公开"]
        .iter()
        .find_map(|verb| name.strip_suffix(verb));
    let is_of_body = publisher.is_some_and(|body| {
        [
            "部门", "单位", "乡镇", "街道", "镇街", "科室", "股室", "机关",
        ]
        .iter()
        .any(|end| body.ends_with(end))
    });
    let is_general = is_general || is_of_body;
    let is_only_verbs = names::is_only_verbs(name);
    let is_of_aim = [
        "目标",
        "任务数",
        "信息任务",
        "计划完成",
        "完成率",
        "考核指标",
    ]
    .iter()
    .any(|word| name.contains(word))
        || ["任务", "指标"].iter().any(|word| name.ends_with(word));
    let is_outcome = [
        "予以公开",
        "不予公开",
        "部分公开",
        "同意公开",
        "不予处理",
        "无法提供",
        "信息不存在",
        "信息增加",
        "信息减少",
    ]
    .iter()
    .any(|word| name.contains(word));
    let is_of_all = name.contains("政府信息") && !name.ends_with("报告") && !name.contains("公开");
    let is_outcome = is_outcome || is_of_all || name.starts_with("其他处理");
    let is_state = is_outcome || name.starts_with(['待', '未', '尚', '仍']);
    // 涉及部门76个: about what was counted before.
    let is_of_whom = ["涉及", "覆盖", "惠及"]
        .iter()
        .any(|verb| before.contains(verb))
        && [
            "部门", "单位", "企业", "人员", "乡镇", "街道", "社区", "群众", "市民", "网民", "学校",
            "村", "项目", "事项", "类别", "领域", "内容",
        ]
        .contains(&name);
    let is_verb = [
        "受理",
        "收到",
        "接收",
        "新收",
        "办理",
        "申请",
        "信息中",
        "公开数",
        "本年",
        "发布",
        "更新",
        "采用",
    ]
    .contains(&name);
    is_general
        || is_only_verbs
        || is_of_aim
        || is_state
        || is_of_whom
        || is_verb
        || names::is_cut(name)
        || name.starts_with('在') && !name.starts_with("在线")
        || begins.iter().any(|word| name.starts_with(word))
        || ends.iter().any(|word| name.ends_with(word))
        || ["当面申请", "邮寄申请", "网上申请", "信函申请", "作了更新"]
            .iter()
            .any(|word| name.contains(word))
        || shares
        || name.contains("收录")
        || before.contains("计划数")
        || has_stray_digits(name)
}
