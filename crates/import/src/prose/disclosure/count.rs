//! What a count is of: the total, a category, or an activity.

use super::item::{Item, strip_hedge};
use super::{ClauseContext, LastCount, List, Reader, TOTAL};
use crate::metadata::dates;
use crate::prose::count_phrases::CountPhrase;
use crate::prose::names;
use crate::prose::numbers::Count;
use crate::prose::total::{self, Total};
use crate::{Gap, Remark};
use gongkai_model::Qualifier;

/// A count with the words around it, as the rules read them.
struct Words<'a> {
    before: &'a str,
    after: &'a str,
    /// The words before without a hedge in front of the verb.
    unhedged: String,
    hedge: Option<Qualifier>,
    /// Whether the words may belong to the neighbouring count.
    is_ambiguous: bool,
}

impl Reader<'_> {
    /// Assigns a count that is not one of requests.
    pub(super) fn assign(&mut self, phrase: &CountPhrase<'_>, clause: &ClauseContext<'_>) {
        let Some(count) = phrase.count else { return };
        let text = self.text;
        let before = text.text(&phrase.before);
        let after = text.text(&text.after_bracket(&phrase.after));
        let after = after.trim_start_matches(['了', '、']);
        let after = after.split('占').next().unwrap_or_default();
        let (unhedged, hedge) = strip_hedge(before);
        let words = Words {
            before,
            after,
            unhedged,
            hedge,
            is_ambiguous: phrase.is_ambiguous,
        };
        if self.list == List::Unknown && self.assign_total_of_year(phrase, &words) {
            return;
        }
        if self.list == List::Categories {
            if self.assign_in_categories(phrase, &words) {
                return;
            }
            self.list = List::None;
        }
        if let List::Parts(_, unit) = &self.list
            && (unit != count.unit || names::has_activity_verb(before))
        {
            self.list = List::None;
        }
        if self.list == List::Unknown || phrase.is_ambiguous {
            self.gap(phrase, clause, None, Gap::Ambiguous);
            return;
        }
        let total = match self.list {
            List::None => total::total(&words.unhedged, after, self.context.agency),
            _ => None,
        };
        if let Some(kind) = total {
            // 截至2020年底，累计公开…条 is the sum of all years.
            if clause.follows_cutoff && before.contains("累计") {
                self.gap(phrase, clause, Some(TOTAL), Gap::LooseNumber);
                return;
            }
            if clause.follows_means {
                self.gap(phrase, clause, Some(TOTAL), Gap::Ambiguous);
                return;
            }
            let is_disclosed = before.contains("公开") || after.contains("公开");
            let is_of_channel = kind == Total::OfChannel;
            if is_disclosed || is_of_channel || !clause.follows_channel {
                if is_of_channel {
                    let name = self.name(phrase, clause, count.unit, &words);
                    let name = name.unwrap_or_else(|| before.to_owned());
                    let item = Item::of(phrase, self.as_printed(name, phrase));
                    self.channel_totals.push((self.totals.len(), item));
                }
                self.add_total(phrase, words.hedge);
                return;
            }
        }
        self.assign_activity(phrase, clause, count, &words);
    }

    /// Reads 累计公开…条，其中2020年公开…条, where the part is the total of the year.
    fn assign_total_of_year(&mut self, phrase: &CountPhrase<'_>, words: &Words<'_>) -> bool {
        let years = dates::years(words.before);
        let names_year = years.iter().any(|found| found.0 == self.context.year);
        let own = names::strip_list_opening(&words.unhedged);
        let is_total = names_year && !words.is_ambiguous && self.is_total(own, words.after);
        if is_total {
            self.add_total(phrase, words.hedge);
            self.list = List::None;
        }
        is_total
    }

    /// Reads a count in a list of categories.
    fn assign_in_categories(&mut self, phrase: &CountPhrase<'_>, words: &Words<'_>) -> bool {
        let before = names::strip_list_opening(words.before);
        let unhedged = names::strip_list_opening(&words.unhedged);
        let is_disclosed = before.contains("主动公开") && !words.is_ambiguous;
        let is_total = is_disclosed && self.is_total(unhedged, words.after);
        // 截至2021年底累计公开…条，其中2021年公开…条
        let years = dates::years(before);
        let year = years.iter().find(|found| found.0 == self.context.year);
        let of_year = year.and_then(|(_, _, end)| before.get(*end..));
        let is_of_year = of_year.is_some_and(total::is_disclosing) && words.after.is_empty();
        if is_of_year && self.ends_in_cumulative_total() {
            self.add_total(phrase, words.hedge);
            self.list = List::None;
            self.has_categories = false;
            return true;
        }
        if is_total || is_of_year {
            // 发布信息…条，其中主动公开政府信息…条: either may be the total, so that they contradict each other.
            self.totals.push(self.hedged_item(phrase, words.hedge));
            self.list = List::Unknown;
            return true;
        }
        let Some(mut item) = Item::category(phrase, before, words.after) else {
            return false;
        };
        item.name = self.as_printed(item.name, phrase);
        item.quantity.unit = item.quantity.unit.map(|unit| self.as_printed(unit, phrase));
        self.is_itemised |= self.categories.is_empty() && names::is_item(before);
        // 其他文件 may be one kind of several.
        let ends_list = ["其他", "其它", "其余"].iter().any(|rest| {
            let kind = item.name.strip_prefix(rest);
            kind.is_some_and(|kind| {
                ["", "类", "信息", "类信息", "信息类", "政府信息"].contains(&kind)
            })
        });
        if ends_list {
            self.list = List::None;
        }
        self.categories.push(item);
        self.last = LastCount::Category;
        true
    }

    fn assign_activity(
        &mut self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        count: Count<'_>,
        words: &Words<'_>,
    ) {
        let follows = |position: Option<usize>| position.is_some_and(|at| at < phrase.number.start);
        // A frequency is not a count, and the number of each says nothing of the whole.
        if follows(clause.every) || (follows(clause.each) && count.count == 1) {
            self.remarks.push((clause.range.clone(), Remark::OfEach));
            return;
        }
        let gap = if clause.is_shared {
            Some(Gap::Ambiguous)
        } else {
            follows(clause.each).then_some(Gap::LooseNumber)
        };
        let name = self.name(phrase, clause, count.unit, words);
        let gap = gap.or_else(|| {
            let is_of_others = name.as_deref().is_some_and(is_of_information);
            is_of_others.then_some(Gap::LooseNumber)
        });
        let name = match (gap, name) {
            (None, Some(name)) => name,
            (gap, _) => {
                self.gap(phrase, clause, None, gap.unwrap_or(Gap::LooseNumber));
                return;
            }
        };
        if !matches!(self.list, List::Parts(..)) && !name.ends_with('）') {
            self.last = LastCount::Of(name.clone(), count.unit.to_owned());
        }
        let mut item = Item::of(phrase, self.as_printed(name, phrase));
        item.quantity.unit = item.quantity.unit.map(|unit| self.as_printed(unit, phrase));
        self.activities.push(item);
    }

    /// The name of an activity; `None` if the words give none.
    fn name(
        &self,
        phrase: &CountPhrase<'_>,
        clause: &ClauseContext<'_>,
        unit: &str,
        words: &Words<'_>,
    ) -> Option<String> {
        let after = words.after;
        let own = if after.is_empty() || after == "等" {
            names::name_before(words.before)
        } else {
            names::name_around(words.before, after, clause.verb)
        };
        let is_of_people = matches!(unit, "人次" | "人" | "名");
        match (&self.list, own, &self.last) {
            (List::Parts(whole, _), Some(own), _) => Some(format!("{whole}（{own}）")),
            (_, Some(own), LastCount::Of(whole, _)) if names::is_outcome(&own) => {
                Some(format!("{whole}（{own}）"))
            }
            (_, Some(own), _) if names::is_outcome(&own) => None,
            (_, Some(own), _) => Some(own),
            // "培训3期，120人次", "培训3期120人次"
            (List::None, None, LastCount::Of(whole, _))
                if phrase.follows_number || (is_of_people && after.is_empty()) =>
            {
                Some(whole.clone())
            }
            _ => None,
        }
    }

    pub(super) fn is_total(&self, before: &str, after: &str) -> bool {
        total::total(before, after, self.context.agency) == Some(Total::Plain)
    }

    /// Moves the last total to the gaps if it is a sum over years: 累计公开…条，其中2020年新增…条.
    fn ends_in_cumulative_total(&mut self) -> bool {
        let is_cumulative = |item: &Item| {
            let from = item.range.start.saturating_sub("累计约".len());
            self.text.text(&(from..item.range.start)).contains("累计")
        };
        let found = self.totals.pop_if(|item| is_cumulative(item));
        let is_found = found.is_some();
        let gap = found.map(|item| (item.range, Some(TOTAL), Gap::LooseNumber));
        self.gaps.extend(gap);
        is_found
    }

    fn add_total(&mut self, phrase: &CountPhrase<'_>, hedge: Option<Qualifier>) {
        self.totals.push(self.hedged_item(phrase, hedge));
        self.last = LastCount::Total;
    }

    /// A statement of the total, with a hedge from before its verb.
    fn hedged_item(&self, phrase: &CountPhrase<'_>, hedge: Option<Qualifier>) -> Item {
        let mut item = Item::of(phrase, String::new());
        item.quantity.qualifier = item.quantity.qualifier.or(hedge);
        item.quantity.unit = item.quantity.unit.map(|unit| self.as_printed(unit, phrase));
        item
    }

    /// Restores the characters of the file in words that were simplified for comparison.
    fn as_printed(&self, compared: String, phrase: &CountPhrase<'_>) -> String {
        let range = phrase.before.start..phrase.after.end.max(phrase.number.end);
        let found = self.text.text(&range).rfind(&compared);
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

/// Whether a name says that somebody published information, or that somebody else took it over. Unless
/// it is the total or that of a channel, the number is that of another body or of a part.
fn is_of_information(name: &str) -> bool {
    let is_published = ["公开", "发布", "现有"]
        .iter()
        .any(|verb| name.contains(verb));
    let is_information = is_published && name.ends_with("信息") && !total::names_channel(name);
    let is_taken_over = name.ends_with("采用") || name.contains("刊用");
    is_information || is_taken_over
}
