//! The figures of section one, from the counts that were understood.

use super::channel::Reach;
use super::item::{Item, is_rest};
use super::lists::{Division, Part, PartKind, Whole};
use super::{ChannelCount, Left, Reader, Rule, TOTAL};
use crate::{Document, Explanation, Gap, Log, Remark};
use gongkai_model::{Channel, Cover, Disclosure, Quantity, StatedApplications};
use std::ops::Range;

const CATEGORIES: &str = "disclosure.categories";
const CHANNELS: &str = "disclosure.channels";

/// The lists of parts, once it is known what they divide.
#[derive(Default)]
struct Lists {
    categories: Vec<Item>,
    has_categories: bool,
    has_gap_in_categories: bool,
    channels: Vec<(Item, Vec<Item>, bool)>,
    /// Whether the channels are a list of parts of the total.
    has_channels: bool,
    has_gap_in_channels: bool,
}

impl Reader<'_> {
    /// Makes the figures, and logs what was read and what was not.
    pub(super) fn finish(mut self, document: &Document, log: &mut Log) -> Option<Disclosure> {
        let mut channels = std::mem::take(&mut self.channels);
        let divisions = std::mem::take(&mut self.divisions);
        let mut divisions = divisions;
        self.leave_out_total_of_examples();
        let has_partial_sum = self.demote_sums_of_channels(&channels);
        if has_partial_sum && self.totals.is_empty() {
            for division in &mut divisions {
                division.whole = Whole::Nothing;
            }
        }
        let promoted = if has_partial_sum {
            None
        } else {
            self.promote_channel(&mut channels, &divisions)
        };
        self.leave_out_sums_of_accounts(&mut channels, &divisions, promoted);
        for total in &mut self.totals {
            total.name.clear();
        }
        let total = self.agreed(|reader| &mut reader.totals, TOTAL);
        self.totals_read = total.iter().map(|total| total.range.clone()).collect();
        let mut lists = Lists::default();
        if let Some(total) = &total {
            give_to_total(&mut divisions, &channels, &total.quantity);
        }
        let mut own = vec![(Vec::new(), false); channels.len()];
        for division in &divisions {
            if let Whole::Channel(at) = division.whole
                && promoted != Some(at)
                && let Some((parts, has_gap)) = own.get_mut(at)
            {
                let kinds = division
                    .parts
                    .iter()
                    .filter(|part| part.kind != PartKind::Channel);
                parts.extend(kinds.map(as_category));
                *has_gap |= division.has_gap;
            }
        }
        for (channel, (parts, has_gap)) in channels.into_iter().zip(own) {
            if !channel.item.name.is_empty() {
                lists.channels.push((channel.item, parts, has_gap));
            }
        }
        for division in divisions {
            self.take_division(division, &total, promoted, &mut lists);
        }
        if let Some(total) = &total {
            self.take_parts_that_add_up(&total.quantity, &mut lists);
        }
        for (_, parts, _) in &mut lists.channels {
            for part in parts {
                part.rule = Rule::ChannelCategory;
            }
        }
        lists.channels.sort_by_key(|(item, ..)| item.range.start);
        let received = self.agreed(
            |reader| &mut reader.received,
            "disclosure.applications.received",
        );
        let completed = self.agreed(
            |reader| &mut reader.completed,
            "disclosure.applications.completed",
        );
        self.log_figures([&total, &received, &completed], &lists, document, log);
        let quantity = total.as_ref().map(|total| &total.quantity);
        let categories_cover =
            quantity.and_then(|total| cover(&lists.categories, lists.has_gap_in_categories, total));
        let channels_cover = quantity.and_then(|total| channels_cover(&lists, total));
        let applications = StatedApplications {
            received: received.map(|item| item.quantity),
            completed: completed.map(|item| item.quantity),
        };
        let named = |items: Vec<Item>| items.into_iter().map(Item::named).collect();
        let channel = |(item, parts, has_gap): (Item, Vec<Item>, bool)| {
            let categories_cover = cover(&parts, has_gap, &item.quantity);
            let own = item.named();
            Channel {
                name: own.name,
                count: own.count,
                qualifier: own.qualifier,
                unit: own.unit,
                categories_cover,
                categories: named(parts),
            }
        };
        let disclosure = Disclosure {
            total: total.map(|item| item.quantity),
            categories_cover,
            categories: named(lists.categories),
            channels_cover,
            channels: lists.channels.into_iter().map(channel).collect(),
            activities: named(self.activities),
            applications: (applications != StatedApplications::default()).then_some(applications),
        };
        (disclosure != Disclosure::default()).then_some(disclosure)
    }

    /// Leaves out the sum of channels that are counted one by one after it, which would count twice:
    /// 微信、微博共发布150条，其中微信100条，微博50条.
    fn leave_out_sums_of_accounts(
        &mut self,
        channels: &mut [ChannelCount],
        divisions: &[Division],
        promoted: Option<usize>,
    ) {
        for division in divisions {
            let Whole::Channel(at) = division.whole else {
                continue;
            };
            let Some(channel) = channels.get_mut(at) else {
                continue;
            };
            let is_sum = promoted != Some(at)
                && division.lists_channels()
                && division.parts.len() > 1
                && division.sum == channel.item.quantity.count
                && !channel.item.name.is_empty();
            if is_sum {
                channel.item.name.clear();
                let range = channel.item.range.clone();
                self.leave_out(range, Some(CHANNELS), Gap::LooseNumber, Rule::Channel);
            }
        }
    }

    /// Leaves out a total that is said of examples if another kind is counted beside them:
    /// 主动公开机构职能、财政预算等信息52条。公开行政许可信息112条.
    fn leave_out_total_of_examples(&mut self) {
        let activities = &self.activities;
        let is_beside_kinds = |total: &Item| {
            total.rule == Rule::TotalOfField
                && total.name.contains('、')
                && activities.iter().any(|item| {
                    item.quantity.unit == total.quantity.unit
                        && ["信息", "类", "公示", "公告"]
                            .iter()
                            .any(|end| item.name.ends_with(end))
                })
        };
        let (doubtful, rest): (Vec<Item>, Vec<Item>) = std::mem::take(&mut self.totals)
            .into_iter()
            .partition(is_beside_kinds);
        self.totals = rest;
        for total in doubtful {
            self.leave_out(total.range, Some(TOTAL), Gap::Ambiguous, Rule::TotalOfField);
        }
    }

    /// Leaves out the sum of some channels, named one by one, if another channel is counted beside them:
    /// 微信、微博两个平台发布信息1842条；门户网站发布719条.
    fn demote_sums_of_channels(&mut self, channels: &[ChannelCount]) -> bool {
        let is_partial = |total: &Item| {
            total.rule == Rule::Total
                && !total.name.is_empty()
                && channels
                    .iter()
                    .any(|channel| !total.name.contains(&channel.item.name))
        };
        let (partial, whole): (Vec<Item>, Vec<Item>) = std::mem::take(&mut self.totals)
            .into_iter()
            .partition(is_partial);
        self.totals = whole;
        let is_found = !partial.is_empty();
        for total in partial {
            self.leave_out(total.range, Some(TOTAL), Gap::LooseNumber, Rule::Total);
        }
        is_found
    }

    /// Takes the number of one channel as the total only if nothing else states the total, and no other
    /// channel is counted beside it. Returns the channel whose list of parts divides the total.
    fn promote_channel(
        &mut self,
        channels: &mut [ChannelCount],
        divisions: &[Division],
    ) -> Option<usize> {
        if let Some(total) = self.totals.first() {
            // The platform's own number repeats the total.
            for channel in channels
                .iter_mut()
                .filter(|channel| channel.reach != Reach::One)
            {
                let own = &channel.item.quantity;
                if own.count == total.quantity.count && own.unit == total.quantity.unit {
                    channel.item.name.clear();
                }
            }
            return None;
        }
        let is_alone = channels.len() == 1;
        let mut platforms = channels
            .iter()
            .enumerate()
            .filter(|(_, channel)| channel.reach == Reach::Platform && channel.may_be_total);
        let platform = platforms
            .next()
            .map(|(at, _)| at)
            .filter(|_| platforms.next().is_none());
        // 在公开平台发布43条，在本单位网站发布97条: beside each other.
        let is_beside = |at: &usize| {
            let own = channels.get(*at).map(|channel| &channel.item.range);
            channels.iter().any(|other| {
                let other = &other.item.range;
                own.is_some_and(|own| {
                    let (from, to) = (own.end.min(other.end), own.start.max(other.start));
                    from < to && !self.text.text(&(from..to)).contains(['。', '\n'])
                })
            })
        };
        let at = if is_alone {
            0
        } else {
            platform.filter(|at| !is_beside(at))?
        };
        let found = channels.get_mut(at)?;
        if !found.may_be_total {
            return None;
        }
        let mut total = found.item.clone();
        total.name.clear();
        total.rule = Rule::TotalOfChannel;
        self.totals.push(total);
        let has_own_channels = divisions
            .iter()
            .any(|division| division.whole == Whole::Channel(at) && division.lists_channels());
        if found.reach != Reach::One || has_own_channels {
            found.item.name.clear();
        }
        Some(at)
    }

    /// Takes the parts of a list as categories or channels.
    fn take_division(
        &mut self,
        division: Division,
        total: &Option<Item>,
        promoted: Option<usize>,
        lists: &mut Lists,
    ) {
        let of_channel = match division.whole {
            Whole::Channel(at) if promoted != Some(at) => true,
            Whole::Total(_) | Whole::Channel(_) | Whole::Nothing => false,
        };
        let adds_up = total
            .as_ref()
            .is_some_and(|total| division.sum == total.quantity.count);
        let has_channel = division
            .parts
            .iter()
            .any(|part| part.kind == PartKind::Channel);
        let has_category = division
            .parts
            .iter()
            .any(|part| part.kind == PartKind::Category);
        let is_of_channels = !has_category
            && (has_channel
                || adds_up
                    && division
                        .parts
                        .iter()
                        .all(|part| part.kind == PartKind::Either));
        let is_unknown = total.is_none() && division.whole != Whole::Nothing && !of_channel;
        if of_channel {
            // The kinds are the channel's own; channels among them are counted on their own.
            for part in division.parts {
                if part.kind == PartKind::Channel {
                    lists.channels.push((part.item, part.parts, part.has_gap));
                }
            }
            return;
        }
        let repeats = if is_of_channels {
            lists.has_channels
        } else {
            lists.has_categories
        };
        if repeats && !division.parts.is_empty() {
            self.leave_out_parts(division.parts, Rule::SecondDivision);
            return;
        }
        // 通过以下渠道公开信息，其中网站2120条、新闻发布会4场: the channels among them.
        if division.whole == Whole::Nothing && has_channel && !is_of_channels {
            let (channels, others): (Vec<Part>, Vec<Part>) = division
                .parts
                .into_iter()
                .partition(|part| part.kind == PartKind::Channel);
            for part in channels {
                lists.channels.push((part.item, part.parts, part.has_gap));
            }
            self.leave_out_parts(others, Rule::PartOfUnknown);
            return;
        }
        if is_unknown || division.whole == Whole::Nothing && !is_of_channels {
            self.leave_out_parts(division.parts, Rule::PartOfUnknown);
            return;
        }
        if is_of_channels {
            lists.has_channels = division.whole != Whole::Nothing;
            lists.has_gap_in_channels |= division.has_gap;
            for part in division.parts {
                lists.channels.push((part.item, part.parts, part.has_gap));
            }
            return;
        }
        lists.has_categories |= !division.parts.is_empty();
        lists.has_gap_in_categories |= division.has_gap;
        for part in division.parts {
            if part.kind == PartKind::Channel {
                lists.has_gap_in_categories = true;
                lists.channels.push((part.item, part.parts, part.has_gap));
            } else {
                // A kind of information has no parts in the format.
                for item in &part.parts {
                    self.leave_out(
                        item.range.clone(),
                        Some(CATEGORIES),
                        Gap::LooseNumber,
                        Rule::PartOfUnknown,
                    );
                }
                lists.categories.push(as_category(&part));
            }
        }
    }

    fn leave_out_parts(&mut self, parts: Vec<Part>, rule: Rule) {
        for part in parts {
            let path = if part.kind == PartKind::Channel {
                CHANNELS
            } else {
                CATEGORIES
            };
            let inner = part.parts.into_iter().map(|item| item.range);
            for range in std::iter::once(part.item.range).chain(inner) {
                self.leave_out(range, Some(path), Gap::Ambiguous, rule);
            }
        }
    }

    /// Makes categories of counts in a row that add up exactly to the total. Without 其中 before them, only
    /// the sum shows that they are its parts.
    fn take_parts_that_add_up(&mut self, total: &Quantity, lists: &mut Lists) {
        if lists.has_categories || total.qualifier.is_some() {
            return;
        }
        let is_part = |item: &Item| {
            item.quantity.unit == total.unit
                && item.quantity.qualifier.is_none()
                && item.quantity.count < total.count
                && !item.name.contains(['（', '('])
        };
        let mut found = None;
        for from in 0..self.activities.len() {
            let mut sum = 0_i64;
            for (at, item) in self.activities.iter().enumerate().skip(from) {
                if !is_part(item) {
                    break;
                }
                sum = sum.saturating_add(item.quantity.count);
                if sum >= total.count {
                    // Ambiguous: more than one list of parts adds up.
                    if sum == total.count && found.replace(from..at + 1).is_some() {
                        return;
                    }
                    break;
                }
            }
        }
        let found = found.or_else(|| self.kinds_after_total(total));
        if let Some(range) = found {
            lists.categories = self.activities.drain(range).collect();
            let names: Vec<String> = lists
                .categories
                .iter()
                .map(|item| [&item.name, "（"].concat())
                .collect();
            // 其中重点信息12条 after the last part may be of all of them.
            let (parts, others): (Vec<Item>, Vec<Item>) = std::mem::take(&mut self.activities)
                .into_iter()
                .partition(|item| names.iter().any(|name| item.name.starts_with(name)));
            self.activities = others;
            for part in parts {
                self.leave_out(part.range, None, Gap::LooseNumber, Rule::PartOfUnknown);
            }
            for item in &mut lists.categories {
                item.rule = Rule::AddsUp;
                for opening in ["属于", "涉及", "关于"] {
                    if let Some(name) = item.name.strip_prefix(opening) {
                        item.name = name.to_owned();
                    }
                }
                // 管理处公开了信息公开指南
                if let Some((_, name)) = item.name.split_once("公开了") {
                    item.name = name.to_owned();
                }
            }
        }
    }

    /// The counts that follow the total in its clause as bare names, in its unit, and are no more than it:
    /// 公开政府信息500条，工作动态200条，通知公告100条.
    fn kinds_after_total(&self, total: &Quantity) -> Option<Range<usize>> {
        let [stated] = self.totals_read.as_slice() else {
            return None;
        };
        let mut end = stated.end;
        let mut sum = 0_i64;
        let mut found: Option<Range<usize>> = None;
        for (at, item) in self.activities.iter().enumerate() {
            if item.range.start < end {
                continue;
            }
            let between = self.text.text(&(end..item.range.start));
            let name = between.trim_matches(['，', '、', ',', ' ']);
            sum = sum.saturating_add(item.quantity.count);
            let is_kind = name == item.name
                && item.quantity.unit == total.unit
                && item.quantity.qualifier.is_none()
                && sum <= total.count;
            if !is_kind {
                break;
            }
            let from = found.map_or(at, |found| found.start);
            found = Some(from..at + 1);
            end = item.range.end;
        }
        found.filter(|found| found.len() > 1)
    }

    fn log_figures(
        &mut self,
        [total, received, completed]: [&Option<Item>; 3],
        lists: &Lists,
        document: &Document,
        log: &mut Log,
    ) {
        let single = [
            ("total", total),
            ("applications.received", received),
            ("applications.completed", completed),
        ];
        let mut figures = Vec::new();
        for (name, item) in single {
            if let Some(item) = item {
                figures.push((item, format!("disclosure.{name}")));
            }
        }
        for (list, items) in [
            ("categories", &lists.categories),
            ("activities", &self.activities),
        ] {
            let items = items.iter().enumerate();
            figures.extend(items.map(|(at, item)| (item, format!("disclosure.{list}[{at}]"))));
        }
        for (at, (item, parts, _)) in lists.channels.iter().enumerate() {
            let path = format!("{CHANNELS}[{at}]");
            for (part, item) in parts.iter().enumerate() {
                figures.push((item, format!("{path}.categories[{part}]")));
            }
            figures.push((item, path));
        }
        let mut explained = Vec::new();
        for (item, path) in figures {
            let path = format!("{path}.count");
            self.log_item(item, &path, document, log);
            let name = Some(item.name.clone()).filter(|name| !name.is_empty());
            explained.push((item.range.clone(), item.rule, Some(path), name));
        }
        // The same figure, stated again: each passage proves it.
        for (item, path) in &self.repeats {
            let path = format!("{path}.count");
            if let Some((source, text)) = self.text.passage(&item.range, document) {
                log.prove(&path, source, text);
            }
            explained.push((item.range.clone(), item.rule, Some(path), None));
        }
        for Left {
            range,
            path,
            gap,
            rule,
        } in &self.gaps
        {
            let location = self.text.location(range.start);
            let path = path.map(str::to_owned);
            log.gap(location, self.text.excerpt(range), path, gap.clone());
            explained.push((range.clone(), *rule, None, None));
        }
        for (range, remark, rule) in &self.remarks {
            let location = self.text.location(range.start);
            log.remark(location, self.text.excerpt(range), None, remark.clone());
            explained.push((range.clone(), *rule, None, None));
        }
        explained.sort_by_key(|(range, ..)| (range.start, range.end));
        log.explanations
            .extend(
                explained
                    .into_iter()
                    .map(|(range, rule, path, name)| Explanation {
                        location: self.text.location(range.start),
                        text: self.text.excerpt(&range).to_owned(),
                        rule,
                        path,
                        name,
                    }),
            );
    }

    fn log_item(&self, item: &Item, path: &str, document: &Document, log: &mut Log) {
        let location = self.text.location(item.range.start);
        if let Some(read) = &item.misprint {
            let remark = Remark::Misprint { read: read.clone() };
            let excerpt = self.text.excerpt(&item.range);
            log.remark(location, excerpt, Some(path.to_owned()), remark);
        }
        if let Some(location) = location {
            log.read(location, path);
        }
        if let Some((source, text)) = self.text.passage(&item.range, document) {
            log.prove(path, source, text);
        }
    }

    /// The one value that all statements agree on.
    fn agreed(
        &mut self,
        items: fn(&mut Self) -> &mut Vec<Item>,
        path: &'static str,
    ) -> Option<Item> {
        let found = std::mem::take(items(self));
        let value = |item: &Item| (item.quantity.count, item.quantity.qualifier);
        let first = value(found.first()?);
        if found.iter().all(|item| value(item) == first) {
            let mut found = found.into_iter();
            let own = found.next();
            self.repeats.extend(found.map(|item| (item, path)));
            return own;
        }
        // 各部门公开3308条，各街道公开1240条，合计4548条
        let mut sums = found
            .iter()
            .filter(|item| item.rule == Rule::TotalContinued);
        let sum = sums.next().filter(|_| sums.next().is_none()).cloned();
        let sum = sum.filter(|sum| {
            let mut others = found.iter().filter(|item| item.range != sum.range);
            others.all(|item| {
                let between = item.range.end.min(sum.range.start)..sum.range.start;
                item.quantity.count < sum.quantity.count && !self.text.text(&between).contains('。')
            })
        });
        for item in found {
            if sum.as_ref().is_none_or(|sum| sum.range != item.range) {
                self.leave_out(item.range, Some(path), Gap::Ambiguous, Rule::Contradiction);
            }
        }
        sum
    }
}

/// Gives a list of kinds that follows the last channel to the total if it adds up to that, and is more than
/// the channel published: 网站300条、微信100条，其中政策文件80条，工作动态320条.
fn give_to_total(divisions: &mut Vec<Division>, channels: &[ChannelCount], total: &Quantity) {
    let mut found = Vec::new();
    for division in divisions.iter_mut() {
        if let Whole::Channel(at) = division.whole
            && let Some(channel) = channels.get(at)
            && division.sum > channel.item.quantity.count
            && division.sum == total.count
        {
            division.whole = Whole::Total(0);
        }
        for part in &mut division.parts {
            if part.sum > part.item.quantity.count && part.sum == total.count {
                let items = std::mem::take(&mut part.parts);
                found.push(Division::of_categories(items));
            }
        }
    }
    divisions.extend(found);
}

/// A part under its name as a kind of information.
fn as_category(part: &Part) -> Item {
    let mut item = part.item.clone();
    if part.kind == PartKind::Either && !part.as_category.is_empty() {
        item.name.clone_from(&part.as_category);
        item.rule = Rule::CategoryPart;
    }
    item
}

/// Whether the parts are all of the whole: the list ends in "others", or adds up.
fn cover(parts: &[Item], has_gap: bool, whole: &Quantity) -> Option<Cover> {
    let last = parts.last()?;
    let is_exact = whole.qualifier.is_none()
        && parts.iter().all(|part| part.quantity.qualifier.is_none())
        && parts.iter().map(|part| part.quantity.count).sum::<i64>() == whole.count;
    let is_complete = is_exact || !has_gap && (is_rest(&last.name) || adds_up(parts.iter(), whole));
    Some(if is_complete { Cover::All } else { Cover::Some })
}

/// Whether the parts add up to the whole within their hedges.
fn adds_up<'a>(parts: impl Iterator<Item = &'a Item>, whole: &Quantity) -> bool {
    let (mut low, mut high) = (0_i64, 0_i64);
    for item in parts {
        let (least, most) = item.quantity.range();
        low = low.saturating_add(least);
        high = high.saturating_add(most);
    }
    let (least, most) = whole.range();
    low <= most && least <= high
}

/// Whether the channels divide the total. Absent for the one channel that is the total.
fn channels_cover(lists: &Lists, total: &Quantity) -> Option<Cover> {
    let (last, ..) = lists.channels.last()?;
    let is_total = lists.channels.len() == 1 && !lists.has_channels && last.quantity == *total;
    if is_total {
        return None;
    }
    let has_all = !lists.has_gap_in_channels
        && (adds_up(lists.channels.iter().map(|(item, ..)| item), total)
            || lists.has_channels && is_rest(&last.name));
    let is_exact = total.qualifier.is_none()
        && lists.channels.len() > 1
        && lists
            .channels
            .iter()
            .all(|(item, ..)| item.quantity.qualifier.is_none())
        && lists
            .channels
            .iter()
            .map(|(item, ..)| item.quantity.count)
            .sum::<i64>()
            == total.count;
    let is_complete = is_exact || has_all && (lists.has_channels || lists.channels.len() > 1);
    Some(if is_complete { Cover::All } else { Cover::Some })
}
