//! Section one's figures: the total, what it is divided into, activities and requests.

use super::activities::{Chunk, chunks};
use super::applications::{self, Stated};
use super::clause::Words;
use super::paragraphs::Paragraph;
use super::{Context, count, names, total};
use crate::metadata::dates;
use crate::{Gap, Log, Remark};
use gongkai_model::{Cover, Disclosure, Named, Qualifier, Quantity, StatedApplications};
use std::ops::Range;

/// A count that was understood.
#[derive(Clone, Debug)]
struct Item {
    name: String,
    quantity: Quantity,
    /// As printed, when it was misprinted: the number and unit meant.
    misprint: Option<String>,
    at: Range<usize>,
}

/// What the last count was of: 其中 divides it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Last {
    Nothing,
    Total,
    Category,
    /// An activity or the requests, with the unit they are counted in.
    Of(String, String),
}

/// What the counts of the sentence are parts of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum List {
    None,
    Categories,
    /// Parts of an activity or of the requests, counted in the same unit.
    Parts(String, String),
    /// Of what cannot be told.
    Unclear,
}

struct Reader<'a> {
    words: &'a Words,
    context: &'a Context<'a>,
    totals: Vec<Item>,
    categories: Vec<Item>,
    /// Whether a list of categories was begun; a second one divides the total in another way.
    listed: bool,
    /// Whether something of that list was not understood.
    broken: bool,
    activities: Vec<Item>,
    received: Vec<Item>,
    completed: Vec<Item>,
    last: Last,
    list: List,
    gaps: Vec<(Range<usize>, Option<&'static str>, Gap)>,
    in_table: Vec<Range<usize>>,
    /// Whether the last thing counted in this paragraph were requests.
    requests: bool,
    /// Whether the words before have announced that requests for government information follow.
    titled: bool,
    /// Whether those were the sentence before.
    is_title_last: bool,
    /// Whether the categories are items of a list, which may be sentences of their own.
    itemised: bool,
}

/// What holds for every count of a clause.
struct Clause<'a> {
    range: Range<usize>,
    /// Where 均 or 每 makes of what follows so many each.
    each: Option<usize>,
    every: Option<usize>,
    shared: bool,
    /// The verb of "对…进行…".
    doing: Option<&'a str>,
    /// Whether the sentence has spoken of one channel before, and whether the clause right before
    /// says that it was by that.
    channel: bool,
    by_channel: bool,
}

pub(super) fn read(
    paragraphs: &[Paragraph],
    context: &Context<'_>,
    log: &mut Log,
) -> Option<Disclosure> {
    let words = Words::of(paragraphs);
    let mut reader = Reader {
        words: &words,
        context,
        totals: Vec::new(),
        categories: Vec::new(),
        listed: false,
        broken: false,
        activities: Vec::new(),
        received: Vec::new(),
        completed: Vec::new(),
        last: Last::Nothing,
        list: List::None,
        gaps: Vec::new(),
        in_table: Vec::new(),
        requests: false,
        titled: false,
        is_title_last: false,
        itemised: false,
    };
    for sentence in words.sentences() {
        reader.sentence(&sentence);
    }
    for inside in &words.bracketed {
        let numbers = count::numbers(words.text(inside));
        let counts = numbers
            .iter()
            .filter(|number| number.kind != count::Kind::Other);
        for number in counts {
            let at = inside.start + number.start;
            reader.gaps.push((at..inside.end, None, Gap::LooseNumber));
        }
    }
    reader.finish(log)
}

const COMPARING: [&str; 10] = [
    "同比",
    "环比",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "比上一年",
    "较上一年",
    "上年同期",
    "去年同期",
];
const EARLIER: [&str; 6] = ["上年", "上一年", "去年", "往年", "历年", "以来"];

impl Reader<'_> {
    fn sentence(&mut self, sentence: &Range<usize>) {
        let words = self.words;
        let text = words.masked(sentence);
        let is_item = names::is_item(text);
        if !(is_item && self.goes_on(sentence)) {
            self.list = List::None;
            self.itemised = false;
        }
        self.requests &= !words.begins_a_line(sentence.start);
        // "一是…；二是依申请公开。" announces it with its last words.
        let end = text.rsplit('；').next().unwrap_or(text);
        let is_title = end.chars().count() <= TITLE
            && !end.contains('，')
            && chunks(end, 0).is_empty()
            && (end.contains("依申请") || end.contains("信息公开申请"));
        // It holds for the paragraph that it begins or stands above.
        let is_over = words.begins_a_line(sentence.start) && !self.is_title_last;
        self.titled = is_title || self.titled && !is_item && !is_over;
        self.is_title_last = is_title;
        let titled = self.titled && text.contains("申请");
        let about = titled || applications::is_about(text);
        self.none_received(sentence, text, about);
        let opening = opening_year(text);
        let mut counted = false;
        let mut channel = false;
        let mut before = "";
        for range in words.clauses(sentence) {
            let masked = words.masked(&range);
            if names::opens_a_list(masked) {
                self.open_list();
            } else if names::includes(masked)
                && (self.last == Last::Total && self.list == List::None && !self.listed)
            {
                self.listed = true;
                self.list = List::Categories;
                // 包括…等 names some of the kinds.
                self.broken |= text.contains('等') || masked.contains("主要");
            }
            let clause = Clause {
                each: each(masked).map(|at| range.start + at),
                every: masked.find('每').map(|at| range.start + at),
                shared: masked.contains("分别"),
                doing: names::doing(masked),
                channel,
                by_channel: total::names_a_channel(before) && by_means(before),
                range,
            };
            channel |= total::names_a_channel(masked);
            before = masked;
            let mut found = Vec::new();
            for (at, own) in of_the_year(masked) {
                found.extend(chunks(own, clause.range.start + at));
            }
            if found.is_empty() {
                self.bare(masked, &clause.range, opening);
            }
            for chunk in found {
                counted = true;
                self.chunk(&chunk, &clause, about, opening);
            }
        }
        if !counted {
            self.last = Last::Nothing;
        }
    }

    fn chunk(&mut self, chunk: &Chunk<'_>, clause: &Clause<'_>, about: bool, opening: Option<u16>) {
        let words = self.words;
        let Some(count) = chunk.count else {
            self.gap(chunk, clause, None, Gap::Ambiguous);
            return;
        };
        let front = words.masked(&chunk.front);
        let behind = words.masked(&chunk.behind);
        let listed = self.list != List::None;
        let stated = if about || self.requests {
            let titled = self.titled;
            applications::stated(front, behind, count.unit, listed, self.requests, titled)
        } else {
            None
        };
        if stated == Some(Stated::InTable) {
            self.in_table.push(clause.range.clone());
            return;
        }
        if self.not_of_the_year(front, opening) {
            self.gap(chunk, clause, None, Gap::LooseNumber);
            return;
        }
        let (items, name) = match stated {
            Some(Stated::Received) => (&mut self.received, "政府信息公开申请"),
            Some(Stated::Completed) => (&mut self.completed, "办结"),
            _ => {
                // What is done with something else is not done with requests.
                self.requests &= listed;
                self.count(chunk, clause);
                return;
            }
        };
        items.push(item(chunk, name.to_owned()));
        self.last = Last::Of(name.to_owned(), count.unit.to_owned());
        self.requests = true;
    }

    /// Whether a sentence can be the next item of the list of categories: a name with its count.
    fn goes_on(&self, sentence: &Range<usize>) -> bool {
        let one = match self.words.clauses(sentence).as_slice() {
            [clause] => chunks(self.words.masked(clause), clause.start).len() == 1,
            _ => false,
        };
        one && self.itemised && self.list == List::Categories
    }

    /// 主动公开政府信息总数1234: a total without a word that counts it.
    fn bare(&mut self, clause: &str, range: &Range<usize>, opening: Option<u16>) {
        let numbers = count::numbers(clause);
        let mut bare = numbers.iter().filter(|n| n.kind != count::Kind::Other);
        let (Some(number), None) = (bare.next(), bare.next()) else {
            return;
        };
        let count::Kind::Bare(count) = number.kind else {
            return;
        };
        let at = range.start + number.start..range.start + number.end;
        let front = self.words.text(&(range.start..at.start));
        // 12,34条: a comma that parts no thousands has cut the number.
        let behind = self.words.behind(range.end);
        let rest = behind.trim_start_matches([',', '，', ' ', '\n']);
        let is_digit = |c: char| c.is_ascii_digit();
        // 2.依申请公开 on the next line begins an item.
        let is_item = rest
            .trim_start_matches(is_digit)
            .starts_with(['.', '、', '．', '）', ')']);
        let is_cut = rest.len() < behind.len() && rest.starts_with(is_digit) && !is_item;
        if self.list != List::None
            || !total::is_total(front, "", self.context.agency)
            || self.not_of_the_year(front, opening)
        {
            return;
        }
        if is_cut {
            self.gaps.push((range.clone(), Some(TOTAL), Gap::Ambiguous));
            return;
        }
        self.totals.push(Item {
            name: String::new(),
            quantity: Quantity {
                count,
                qualifier: None,
                unit: None,
            },
            misprint: None,
            at,
        });
        self.last = Last::Total;
    }

    /// 未收到政府信息公开申请: none is a number too.
    fn none_received(&mut self, sentence: &Range<usize>, text: &str, about: bool) {
        let none = [
            "未收到",
            "没有收到",
            "未接到",
            "没有接到",
            "未受理",
            "无政府信息公开申请",
        ];
        let others = ["复议", "诉讼", "收费", "投诉", "举报"];
        for clause in self.words.clauses(sentence) {
            let words = self.words.masked(&clause);
            let says = none.iter().any(|word| words.contains(word)) && words.contains("申请");
            let is_whole = !others.iter().any(|word| words.contains(word));
            if !(about && says && is_whole && self.received.is_empty()) {
                continue;
            }
            // Last, as it reads the whole sentence.
            if words == text || !self.counts_of_the_year(sentence) {
                self.received.push(Item {
                    name: String::new(),
                    quantity: Quantity {
                        count: 0,
                        qualifier: None,
                        unit: None,
                    },
                    misprint: None,
                    at: clause,
                });
            }
        }
    }

    /// Whether a clause counts something, neither of another year nor compared with one.
    fn counts_of_the_year(&self, sentence: &Range<usize>) -> bool {
        let clauses = self.words.clauses(sentence);
        let mut words = clauses.iter().map(|clause| self.words.masked(clause));
        words.any(|words| {
            let years = dates::years(words);
            let other = years.iter().any(|found| found.0 != self.context.year);
            let compared = COMPARING.iter().any(|word| words.contains(word));
            let numbers = count::numbers(words);
            let counts = numbers.iter().any(|n| n.kind != count::Kind::Other);
            counts && !other && !compared
        })
    }

    /// At 其中.
    fn open_list(&mut self) {
        self.list = match (&self.list, &self.last) {
            (List::None, Last::Total) if !self.listed => {
                self.listed = true;
                List::Categories
            }
            (List::None, Last::Of(name, unit)) => List::Parts(name.clone(), unit.clone()),
            // A list within a list: where the inner one ends is not said.
            (List::Categories, _) => {
                self.broken = true;
                List::Unclear
            }
            _ => List::Unclear,
        };
    }

    /// Whether the clause, or else the sentence's first words, speak of another year.
    fn not_of_the_year(&self, front: &str, opening: Option<u16>) -> bool {
        let named = dates::years(front).last().map(|found| found.0);
        let other = named
            .or(opening)
            .is_some_and(|year| year != self.context.year);
        other || EARLIER.iter().any(|word| front.contains(word)) || spans_years(front)
    }

    fn gap(
        &mut self,
        chunk: &Chunk<'_>,
        clause: &Clause<'_>,
        path: Option<&'static str>,
        gap: Gap,
    ) {
        self.broken |= self.list == List::Categories;
        let at = clause.range.start..clause.range.end.max(chunk.number.end);
        self.gaps.push((at, path, gap));
    }

    fn count(&mut self, chunk: &Chunk<'_>, clause: &Clause<'_>) {
        let words = self.words;
        let front = words.text(&chunk.front);
        let behind = words.text(&words.past_bracket(&chunk.behind));
        let behind = behind.trim_start_matches(['了', '、']);
        let behind = behind.split('占').next().unwrap_or_default();
        let Some(count) = chunk.count else { return };
        let (unhedged, hedge) = hedged(front);
        if self.list == List::Unclear {
            // 累计公开…条，其中2020年公开…条: the part is the year's total.
            let named = dates::years(front)
                .iter()
                .any(|found| found.0 == self.context.year);
            let own = names::within_a_list(&unhedged);
            if named && !chunk.doubtful && total::is_total(own, behind, self.context.agency) {
                self.totals.push(self.hedged_item(chunk, hedge));
                self.last = Last::Total;
                self.list = List::None;
                return;
            }
        }
        if self.list == List::Categories {
            let front = names::within_a_list(front);
            let disclosed = front.contains("主动公开") && !chunk.doubtful;
            let is_total = disclosed
                && total::is_total(names::within_a_list(&unhedged), behind, self.context.agency);
            // 截至2021年底累计公开…条，其中2021年公开…条
            let years = dates::years(front);
            let year = years.iter().find(|found| found.0 == self.context.year);
            let of_year = year.and_then(|(_, _, end)| front.get(*end..));
            let is_of_year = of_year.is_some_and(total::is_disclosing) && behind.is_empty();
            if is_total || is_of_year {
                // 发布信息…条，其中主动公开政府信息…条: which of them is the total is not said.
                self.totals.push(self.hedged_item(chunk, hedge));
                self.list = List::Unclear;
                return;
            }
            if let Some(mut item) = category(chunk, front, behind) {
                item.name = self.as_printed(item.name, chunk);
                item.quantity.unit = item.quantity.unit.map(|unit| self.as_printed(unit, chunk));
                self.itemised |= self.categories.is_empty() && names::is_item(front);
                if is_rest(&item.name) {
                    self.list = List::None;
                }
                self.categories.push(item);
                self.last = Last::Category;
                return;
            }
            self.list = List::None;
        }
        let foreign = match &self.list {
            List::Parts(_, unit) => unit != count.unit || names::acts(front),
            _ => false,
        };
        if foreign {
            self.list = List::None;
        }
        if self.list == List::Unclear || chunk.doubtful {
            self.gap(chunk, clause, None, Gap::Ambiguous);
            return;
        }
        if self.list == List::None && total::is_total(&unhedged, behind, self.context.agency) {
            if clause.by_channel {
                self.gap(chunk, clause, Some(TOTAL), Gap::Ambiguous);
                return;
            }
            let disclosed = front.contains("公开") || behind.contains("公开");
            if disclosed || !clause.channel {
                self.totals.push(self.hedged_item(chunk, hedge));
                self.last = Last::Total;
                return;
            }
        }
        let follows = |at: Option<usize>| at.is_some_and(|at| at < chunk.number.start);
        // How often is no count, and one each is none of the whole.
        if follows(clause.every) || (follows(clause.each) && count.count == 1) {
            return;
        }
        let shared = clause.shared.then_some(Gap::Ambiguous);
        if let Some(gap) = shared.or(follows(clause.each).then_some(Gap::LooseNumber)) {
            self.gap(chunk, clause, None, gap);
            return;
        }
        let Some(name) = self.name(chunk, clause, count.unit, front, behind) else {
            self.gap(chunk, clause, None, Gap::LooseNumber);
            return;
        };
        if !matches!(self.list, List::Parts(..)) && !name.ends_with('）') {
            self.last = Last::Of(name.clone(), count.unit.to_owned());
        }
        let mut item = item(chunk, self.as_printed(name, chunk));
        item.quantity.unit = item.quantity.unit.map(|unit| self.as_printed(unit, chunk));
        self.activities.push(item);
    }

    /// Words that were compared simplified, in the characters of the file.
    fn as_printed(&self, compared: String, chunk: &Chunk<'_>) -> String {
        let range = chunk.front.start..chunk.behind.end.max(chunk.number.end);
        let found = self.words.text(&range).rfind(&compared);
        let printed = found.map(|at| {
            let at = range.start + at;
            self.words.excerpt(&(at..at + compared.len()))
        });
        let printed: Option<String> =
            printed.map(|printed| printed.chars().filter(|c| !c.is_whitespace()).collect());
        match printed {
            Some(printed) if printed.chars().count() == compared.chars().count() => printed,
            _ => compared,
        }
    }

    /// A statement of the total, with a hedge that stands before its verb.
    fn hedged_item(&self, chunk: &Chunk<'_>, hedge: Option<Qualifier>) -> Item {
        let mut item = item(chunk, String::new());
        item.quantity.qualifier = item.quantity.qualifier.or(hedge);
        item.quantity.unit = item.quantity.unit.map(|unit| self.as_printed(unit, chunk));
        item
    }

    /// The name of an activity; `None` where the words give none.
    fn name(
        &self,
        chunk: &Chunk<'_>,
        clause: &Clause<'_>,
        unit: &str,
        front: &str,
        behind: &str,
    ) -> Option<String> {
        let own = if behind.is_empty() || behind == "等" {
            names::before(front)
        } else {
            names::around(front, behind, clause.doing)
        };
        let people = matches!(unit, "人次" | "人" | "名");
        match (&self.list, own, &self.last) {
            (List::Parts(whole, _), Some(own), _) => Some(format!("{whole}（{own}）")),
            (_, Some(own), Last::Of(whole, _)) if names::is_outcome(&own) => {
                Some(format!("{whole}（{own}）"))
            }
            (_, Some(own), _) if names::is_outcome(&own) => None,
            (_, Some(own), _) => Some(own),
            // "培训3期，120人次", "培训3期120人次"
            (List::None, None, Last::Of(whole, _))
                if chunk.adjoins || (people && behind.is_empty()) =>
            {
                Some(whole.clone())
            }
            _ => None,
        }
    }

    fn finish(mut self, log: &mut Log) -> Option<Disclosure> {
        let total = self.one_total();
        if total.is_none() {
            // Parts of what is not known.
            for item in std::mem::take(&mut self.categories) {
                self.gaps
                    .push((item.at, Some("disclosure.categories"), Gap::Ambiguous));
            }
        }
        let received = self.one(
            |reader| &mut reader.received,
            "disclosure.applications.received",
        );
        let completed = self.one(
            |reader| &mut reader.completed,
            "disclosure.applications.completed",
        );
        let words = self.words;
        let note = |log: &mut Log, item: &Item, path: String| {
            let location = words.location(item.at.start);
            if let Some(read) = &item.misprint {
                let remark = Remark::Misprint { read: read.clone() };
                log.remark(
                    location,
                    words.excerpt(&item.at),
                    Some(path.clone()),
                    remark,
                );
            }
            location
                .into_iter()
                .for_each(|location| log.read(location, path.clone()));
        };
        for (name, item) in [
            ("total", &total),
            ("applications.received", &received),
            ("applications.completed", &completed),
        ] {
            if let Some(item) = item {
                note(log, item, format!("disclosure.{name}.count"));
            }
        }
        for (list, items) in [
            ("categories", &self.categories),
            ("activities", &self.activities),
        ] {
            for (at, item) in items.iter().enumerate() {
                note(log, item, format!("disclosure.{list}[{at}].count"));
            }
        }
        for (at, path, gap) in &self.gaps {
            let path = path.map(str::to_owned);
            log.gap(
                words.location(at.start),
                words.excerpt(at),
                path,
                gap.clone(),
            );
        }
        for at in &self.in_table {
            log.remark(
                words.location(at.start),
                words.excerpt(at),
                None,
                Remark::InTable,
            );
        }
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
        };
        (disclosure != Disclosure::default()).then_some(disclosure)
    }

    /// The total, where all statements of it agree.
    fn one_total(&mut self) -> Option<Item> {
        self.one(|reader| &mut reader.totals, TOTAL)
    }

    fn one(&mut self, of: fn(&mut Self) -> &mut Vec<Item>, path: &'static str) -> Option<Item> {
        let found = std::mem::take(of(self));
        let first = found.first()?;
        let same = |item: &Item| {
            (item.quantity.count, item.quantity.qualifier)
                == (first.quantity.count, first.quantity.qualifier)
        };
        if found.iter().all(same) {
            return found.into_iter().next();
        }
        for item in found {
            self.gaps.push((item.at, Some(path), Gap::Ambiguous));
        }
        None
    }

    /// Whether the list divides the whole: it ends in "others", or its sum is the total.
    fn cover(&self, total: &Quantity) -> Option<Cover> {
        let last = self.categories.last()?;
        let others = is_rest(&last.name);
        let (low, high) = self
            .categories
            .iter()
            .fold((0_i64, 0_i64), |(low, high), item| {
                let range = item.quantity.range();
                (low.saturating_add(range.0), high.saturating_add(range.1))
            });
        let (least, most) = total.range();
        let adds_up = low <= most && least <= high;
        let all = !self.broken && (others || adds_up);
        Some(if all { Cover::All } else { Cover::Some })
    }
}

impl Item {
    fn named(self) -> Named {
        let Quantity {
            count,
            qualifier,
            unit,
        } = self.quantity;
        Named {
            name: self.name,
            count,
            qualifier,
            unit,
        }
    }
}

const TOTAL: &str = "disclosure.total";

/// 其他 and the like, which end a list that divides the whole.
fn is_rest(name: &str) -> bool {
    ["其他", "其它", "其余"]
        .iter()
        .any(|word| name.starts_with(word))
}

fn item(chunk: &Chunk<'_>, name: String) -> Item {
    let count = chunk.count;
    let unit = count.map(|count| count.unit.to_owned());
    let number = count.map_or(0, |count| count.count);
    let misprinted = count.is_some_and(|count| count.misprint);
    Item {
        name,
        misprint: misprinted.then(|| format!("{number}{}", unit.as_deref().unwrap_or_default())),
        quantity: Quantity {
            count: number,
            qualifier: count.and_then(|count| count.qualifier),
            unit,
        },
        at: chunk.number.clone(),
    }
}

/// A part of the total, where the words are the name of one.
fn category(chunk: &Chunk<'_>, front: &str, behind: &str) -> Option<Item> {
    let count = chunk.count?;
    let people = matches!(count.unit, "人次" | "人" | "名" | "场次" | "家" | "户");
    if people || chunk.doubtful || names::acts(front) {
        return None;
    }
    let before = names::category(front);
    let name = if behind.is_empty() || behind == "等" {
        before?
    } else if before.is_none() {
        names::category(behind)?
    } else {
        return None;
    };
    Some(item(chunk, name))
}

/// Without a hedge before the verb: 约公开政府信息2000条.
fn hedged(front: &str) -> (String, Option<Qualifier>) {
    let hedges = [
        ("大约", Qualifier::About),
        ("约", Qualifier::About),
        ("近", Qualifier::Nearly),
        ("超过", Qualifier::Over),
    ];
    for (word, qualifier) in hedges {
        for verb in ["主动公开", "公开", "发布", "公布"] {
            let both = [word, verb].concat();
            if front.contains(&both) {
                return (front.replacen(&both, verb, 1), Some(qualifier));
            }
        }
    }
    (front.to_owned(), None)
}

/// What a clause says of the year itself: all but the comparisons with another one, which end where
/// the next item of a list begins. 3200条较上年增加215条; 动态600条同比增长5%、公告34条.
fn of_the_year(clause: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(rest) = clause.get(from..).filter(|rest| !rest.is_empty()) {
        let words = COMPARING.iter().filter_map(|word| rest.find(word)).min();
        let years = ["较20", "比20"]
            .iter()
            .flat_map(|word| rest.match_indices(word));
        let years = years.filter(|(at, word)| {
            let year = rest.get(at + word.len()..).unwrap_or_default();
            let year = year.trim_start_matches(|c: char| c.is_ascii_digit());
            year.starts_with('年')
        });
        let at = years.map(|(at, _)| at).chain(words).min();
        let own = rest.get(..at.unwrap_or(rest.len())).unwrap_or_default();
        let plain = own.trim_end_matches(['（', '(', '、', ' ']);
        // 较上年增加3条、减少2条: the comparison goes on.
        let goes_on = from > 0
            && ["增", "减", "下降", "上升", "提高"]
                .iter()
                .any(|word| own.starts_with(word));
        if !goes_on && !plain.is_empty() {
            parts.push((from, plain));
        }
        let Some(at) = at else { break };
        let after = rest.get(at..).unwrap_or_default();
        match after.find('、') {
            Some(next) => from += at + next + '、'.len_utf8(),
            None => break,
        }
    }
    parts
}

/// Titles of parts are no longer, in characters.
const TITLE: usize = 24;

/// Whether words are of several years: 五年来, 近三年共.
fn spans_years(front: &str) -> bool {
    front.match_indices('年').any(|(at, _)| {
        let (before, behind) = front.split_at_checked(at).unwrap_or_default();
        let behind = behind.get('年'.len_utf8()..).unwrap_or_default();
        let spans = ["来", "间", "累计", "共", "内"];
        let mut back = before.chars().rev();
        let last = back.next();
        let alone = |c: Option<char>| {
            c.is_none_or(|c| {
                !c.is_ascii_digit() && !super::chinese_numerals::is_numeral(c) && c != '零'
            })
        };
        let is_several = last.is_some_and(|c| "两二三四五六七八九十23456789".contains(c));
        is_several && alone(back.next()) && spans.iter().any(|word| behind.starts_with(word))
    })
}

/// The year that a sentence opens with.
fn opening_year(sentence: &str) -> Option<u16> {
    let head = sentence.trim_start();
    let end = head.char_indices().nth(12).map_or(head.len(), |(at, _)| at);
    let years = dates::years(head.get(..end).unwrap_or_default());
    years
        .first()
        .filter(|found| found.1 == 0)
        .map(|found| found.0)
}

/// Where "均明确1名专职人员" or "各部门明确1名" begins: so many each.
fn each(clause: &str) -> Option<usize> {
    let bodies = [
        "部门", "单位", "乡", "镇", "街道", "村", "科室", "股室", "站所", "级", "县", "区", "局",
        "成员",
    ];
    let of_each = |(at, _): (usize, &str)| {
        let rest = clause.get(at + "各".len()..).unwrap_or_default();
        // "组织各部门召开": of all of them together.
        let together = [
            "组织", "督促", "指导", "对", "向", "为", "召集", "与", "邀请", "推动", "在", "、",
        ];
        let before = clause.get(..at).unwrap_or_default();
        if together.iter().any(|word| before.ends_with(word)) {
            return None;
        }
        bodies
            .iter()
            .any(|body| rest.starts_with(body))
            .then_some(at)
    };
    let own = ["均", "各自", "人均"]
        .iter()
        .filter_map(|word| clause.find(word));
    own.chain(clause.match_indices('各').find_map(of_each))
        .min()
}

/// "通过县政府网站，…": by that means.
fn by_means(clause: &str) -> bool {
    let means = ["通过", "利用", "依托", "借助", "运用", "在"];
    let clause = clause.trim_start();
    means.iter().any(|word| clause.starts_with(word)) && !clause.contains(['等', '各', '多'])
}
