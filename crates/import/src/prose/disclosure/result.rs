//! The figures of section one, from the counts that were understood.

use super::item::{Item, is_rest};
use super::{Reader, TOTAL};
use crate::prose::total;
use crate::{Gap, Log, Remark};
use gongkai_model::{Cover, Disclosure, Quantity, StatedApplications};

impl Reader<'_> {
    /// Makes the figures, and logs what was read and what was not.
    pub(super) fn finish(mut self, log: &mut Log) -> Option<Disclosure> {
        self.demote_channel_totals();
        let total = self.agreed(|reader| &mut reader.totals, TOTAL);
        if let Some(total) = &total {
            self.take_parts_that_add_up(&total.quantity);
        }
        if total.is_none() {
            // Without a total it is not known what the categories are parts of.
            for item in std::mem::take(&mut self.categories) {
                let path = Some("disclosure.categories");
                self.gaps.push((item.range, path, Gap::Ambiguous));
            }
        }
        let received = self.agreed(
            |reader| &mut reader.received,
            "disclosure.applications.received",
        );
        let completed = self.agreed(
            |reader| &mut reader.completed,
            "disclosure.applications.completed",
        );
        let single = [
            ("total", &total),
            ("applications.received", &received),
            ("applications.completed", &completed),
        ];
        for (name, item) in single {
            if let Some(item) = item {
                self.log_item(item, format!("disclosure.{name}.count"), log);
            }
        }
        let lists = [
            ("categories", &self.categories),
            ("activities", &self.activities),
        ];
        for (list, items) in lists {
            for (at, item) in items.iter().enumerate() {
                self.log_item(item, format!("disclosure.{list}[{at}].count"), log);
            }
        }
        self.log_gaps(log);
        let cover = total.as_ref().and_then(|total| self.cover(&total.quantity));
        let applications = StatedApplications {
            received: received.map(|item| item.quantity),
            completed: completed.map(|item| item.quantity),
        };
        let named = |items: Vec<Item>| items.into_iter().map(Item::named).collect();
        let disclosure = Disclosure {
            total: total.map(|item| item.quantity),
            categories_cover: cover,
            categories: named(self.categories),
            activities: named(self.activities),
            applications: (applications != StatedApplications::default()).then_some(applications),
            ..Disclosure::default()
        };
        (disclosure != Disclosure::default()).then_some(disclosure)
    }

    /// Takes the number of one channel as the total only if no other channel is counted beside it, and
    /// nothing else states the total.
    fn demote_channel_totals(&mut self) {
        let found = std::mem::take(&mut self.channel_totals);
        let Some((_, first)) = found.first() else {
            return;
        };
        let counts_information = |item: &Item| item.quantity.unit == first.quantity.unit;
        let has_other_channel = self
            .activities
            .iter()
            .any(|item| total::names_channel(&item.name) && counts_information(item));
        if found.len() == 1 && self.totals.len() == 1 && !has_other_channel {
            return;
        }
        for (at, item) in found.into_iter().rev() {
            if at < self.totals.len() {
                self.totals.remove(at);
            }
            self.activities.push(item);
        }
        self.activities.sort_by_key(|item| item.range.start);
    }

    /// Makes categories of counts in a row that add up exactly to the total. Without 其中 before them, only
    /// the sum shows that they are its parts.
    fn take_parts_that_add_up(&mut self, total: &Quantity) {
        if self.has_categories || total.qualifier.is_some() {
            return;
        }
        let is_part = |item: &Item| {
            item.quantity.unit == total.unit
                && item.quantity.qualifier.is_none()
                && item.quantity.count < total.count
                && !total::names_channel(&item.name)
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
        if let Some(range) = found {
            self.categories = self.activities.drain(range).collect();
            for item in &mut self.categories {
                // 管理处公开了信息公开指南
                if let Some((_, name)) = item.name.split_once("公开了") {
                    item.name = name.to_owned();
                }
            }
        }
    }

    fn log_item(&self, item: &Item, path: String, log: &mut Log) {
        let location = self.text.location(item.range.start);
        if let Some(read) = &item.misprint {
            let remark = Remark::Misprint { read: read.clone() };
            let excerpt = self.text.excerpt(&item.range);
            log.remark(location, excerpt, Some(path.clone()), remark);
        }
        if let Some(location) = location {
            log.read(location, path);
        }
    }

    fn log_gaps(&self, log: &mut Log) {
        for (range, path, gap) in &self.gaps {
            let location = self.text.location(range.start);
            let path = path.map(str::to_owned);
            log.gap(location, self.text.excerpt(range), path, gap.clone());
        }
        for (range, remark) in &self.remarks {
            let location = self.text.location(range.start);
            log.remark(location, self.text.excerpt(range), None, remark.clone());
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
            return found.into_iter().next();
        }
        for item in found {
            self.gaps.push((item.range, Some(path), Gap::Ambiguous));
        }
        None
    }

    /// Whether the categories are all parts of the total: the list ends in "others", or adds up.
    fn cover(&self, total: &Quantity) -> Option<Cover> {
        let last = self.categories.last()?;
        let (mut low, mut high) = (0_i64, 0_i64);
        for item in &self.categories {
            let (least, most) = item.quantity.range();
            low = low.saturating_add(least);
            high = high.saturating_add(most);
        }
        let (least, most) = total.range();
        let adds_up = low <= most && least <= high;
        let is_complete = !self.has_gap_in_categories && (is_rest(&last.name) || adds_up);
        Some(if is_complete { Cover::All } else { Cover::Some })
    }
}
