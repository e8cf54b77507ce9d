//! Matches numbers with the figures of section one.

use super::context::Context;
use super::likeness::likeness;
use super::{Match, Target};
use gongkai_model::CellRef;
use gongkai_model::text::{around, consists_of, contains};

impl Context<'_> {
    /// Matches a category, a channel or an activity by its name before the number.
    pub fn named(&self) -> Option<Match> {
        let disclosure = self.report.disclosure.as_ref()?;
        if self.is_last_year() {
            return None;
        }
        let categories = disclosure.categories.iter().enumerate();
        let categories = categories.map(|(index, named)| {
            let target = Target::Cell(CellRef::Category(index));
            (target, &named.name, named.quantity())
        });
        let channels = disclosure.channels.iter().enumerate();
        let channels = channels.flat_map(|(index, channel)| {
            let target = Target::Cell(CellRef::Channel(index));
            let own = channel.categories.iter().enumerate();
            let own = own.map(move |(category, named)| {
                let target = Target::Cell(CellRef::ChannelCategory(index, category));
                (target, &named.name, named.quantity())
            });
            std::iter::once((target, &channel.name, channel.quantity())).chain(own)
        });
        let activities = disclosure.activities.iter().enumerate();
        let activities = activities
            .map(|(index, named)| (Target::Activity(index), &named.name, named.quantity()));
        let mut best: Option<(usize, Option<Match>)> = None;
        for (target, name, quantity) in categories.chain(channels).chain(activities) {
            let Some(found) = self.quantity(target, &quantity) else {
                continue;
            };
            let likeness = likeness(self.words, name);
            match &mut best {
                _ if likeness == 0 => {}
                Some((most, _)) if *most > likeness => {}
                // Two equally good matches are no match.
                Some((most, found)) if *most == likeness => *found = None,
                _ => best = Some((likeness, Some(found))),
            }
        }
        best?.1
    }

    /// Matches the total, as in "全年主动公开政府信息 7342 条".
    pub fn total(&self) -> Option<Match> {
        /// Words of numbers that are only a part of the total.
        const PART: [&str; 12] = [
            "网站",
            "微信",
            "微博",
            "公众号",
            "新媒体",
            "平台",
            "客户端",
            "公报",
            "通过",
            "部门",
            "乡",
            "镇",
        ];
        /// Words that may follow the verb.
        const OBJECT: [&str; 8] = ["政府", "各类", "信息", "公开", "主动", "发布", "总量", "总"];
        let total = self.report.disclosure.as_ref()?.total.as_ref()?;
        let verbs = ["公开", "发布"];
        let mut verbs = verbs.iter().filter_map(|verb| around(self.words, verb));
        let is_total = !PART.iter().any(|word| contains(self.words, word))
            && verbs.any(|(_, object)| consists_of(object, &OBJECT))
            && !self.words.ends_with("依申请公开")
            && !self.is_last_year();
        self.quantity(Target::Cell(CellRef::Total), total)
            .filter(|_| is_total)
    }
}
