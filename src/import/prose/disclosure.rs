//! Section one's figures: the total, what it is divided into, activities and requests.

use super::activities::{Chunk, chunks};
use super::applications::{self, Stated};
use super::clause::Words;
use super::paragraphs::Paragraph;
use super::{Context, count, names, total};
use crate::import::head::dates;
use crate::import::{Gap, Log, Remark};
use crate::model::{Cover, Disclosure, Named, Quantity, StatedApplications};
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
    Of(String),
}

/// What the counts of the sentence are parts of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum List {
    None,
    Categories,
    /// Parts of an activity or of the requests.
    Parts(String),
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
            let at = inside.start + number.start..inside.start + number.end;
            reader.gaps.push((at, None, Gap::LooseNumber));
        }
    }
    reader.finish(log)
}

const COMPARING: [&str; 12] = [
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
    "较20",
    "比20",
];
const EARLIER: [&str; 4] = ["上年", "上一年", "去年", "往年"];

impl Reader<'_> {
    fn sentence(&mut self, sentence: &Range<usize>) {
        let words = self.words;
        self.list = List::None;
        let about = applications::is_about(words.masked(sentence));
        let mut received = false;
        let mut counted = false;
        for clause in words.clauses(sentence) {
            let masked = words.masked(&clause);
            if names::opens_a_list(masked) {
                self.open_list();
            }
            if COMPARING.iter().any(|word| masked.contains(word)) {
                continue;
            }
            let doing = names::doing(masked);
            for chunk in chunks(masked, clause.start) {
                counted = true;
                let Some(count) = chunk.count else {
                    self.gap(&chunk, &clause, None, Gap::Ambiguous);
                    continue;
                };
                let front = words.masked(&chunk.front);
                let behind = words.masked(&chunk.behind);
                let listed = self.list != List::None;
                let stated = if about {
                    applications::stated(front, behind, count.unit, listed, received)
                } else {
                    None
                };
                let in_table = stated == Some(Stated::InTable);
                if !in_table && self.not_of_the_year(sentence, &chunk) {
                    self.gap(&chunk, &clause, None, Gap::LooseNumber);
                    continue;
                }
                match stated {
                    Some(Stated::Received) => {
                        received = true;
                        let item = self.item(&chunk, "政府信息公开申请".to_owned());
                        self.last = Last::Of(item.name.clone());
                        self.received.push(item);
                    }
                    Some(Stated::Completed) => {
                        let item = self.item(&chunk, "办结".to_owned());
                        self.last = Last::Of(item.name.clone());
                        self.completed.push(item);
                    }
                    Some(Stated::InTable) => self.in_table.push(clause.clone()),
                    None => self.count(&chunk, &clause, doing),
                }
            }
        }
        if !counted {
            self.last = Last::Nothing;
        }
    }

    /// At 其中.
    fn open_list(&mut self) {
        self.list = match (&self.list, &self.last) {
            (List::None, Last::Total) if !self.listed => {
                self.listed = true;
                List::Categories
            }
            (List::None, Last::Of(name)) => List::Parts(name.clone()),
            // A list within a list: where the inner one ends is not said.
            (List::Categories, _) => {
                self.broken = true;
                List::Unclear
            }
            _ => List::Unclear,
        };
    }

    /// Whether the clause, or one that opens its sentence, speaks of another year.
    fn not_of_the_year(&self, sentence: &Range<usize>, chunk: &Chunk<'_>) -> bool {
        let year = self.context.year;
        let front = self.words.masked(&chunk.front);
        let before = self.words.masked(&(sentence.start..chunk.front.start));
        let named = |text: &str| dates::years(text).last().map(|found| found.0);
        let opening = dates::years(names::lead(before))
            .first()
            .is_some_and(|found| found.1 == 0);
        let spoken = named(front).or_else(|| {
            let lead = before.trim_start_matches(|c: char| c.is_whitespace());
            let first = dates::years(lead);
            first
                .first()
                .filter(|found| found.1 == 0 || opening)
                .and(named(lead))
        });
        spoken.is_some_and(|spoken| spoken != year)
            || EARLIER.iter().any(|word| front.contains(word))
    }

    fn item(&self, chunk: &Chunk<'_>, name: String) -> Item {
        let count = chunk.count;
        let unit = count.map(|count| count.unit.to_owned());
        let number = count.map_or(0, |count| count.count);
        let misprinted = count.is_some_and(|count| count.misprint);
        Item {
            name,
            misprint: misprinted
                .then(|| format!("{number}{}", unit.as_deref().unwrap_or_default())),
            quantity: Quantity {
                count: number,
                qualifier: count.and_then(|count| count.qualifier),
                unit,
            },
            at: chunk.number.clone(),
        }
    }

    fn gap(
        &mut self,
        chunk: &Chunk<'_>,
        clause: &Range<usize>,
        path: Option<&'static str>,
        gap: Gap,
    ) {
        self.broken |= self.list == List::Categories;
        let at = clause.start.min(chunk.front.start)..chunk.number.end.max(clause.end);
        self.gaps.push((at, path, gap));
    }

    fn count(&mut self, chunk: &Chunk<'_>, clause: &Range<usize>, doing: Option<&str>) {
        let words = self.words;
        let front = words.text(&chunk.front);
        let behind = words.text(&words.past_bracket(&chunk.behind));
        let behind = behind.trim_start_matches(['了', '、']);
        let behind = behind.split('占').next().unwrap_or_default();
        let Some(count) = chunk.count else { return };
        if self.list == List::Categories {
            if let Some(item) = self.category(chunk, front, behind) {
                let closes = ["其他", "其它", "其余"]
                    .iter()
                    .any(|word| item.name.starts_with(word));
                self.categories.push(item);
                self.last = Last::Category;
                if closes {
                    self.list = List::None;
                }
                return;
            }
            self.list = List::None;
        }
        if self.list == List::Unclear || chunk.doubtful {
            self.gap(chunk, clause, None, Gap::Ambiguous);
            return;
        }
        if self.list == List::None && total::is_total(front, behind, self.context.agency) {
            let item = self.item(chunk, String::new());
            self.totals.push(item);
            self.last = Last::Total;
            return;
        }
        // How often, or how many each: no count of the whole.
        if front.contains('每') || clause_has_each(words.masked(clause)) {
            let known = front.contains('每') || count.count == 1;
            if !known {
                self.gap(chunk, clause, None, Gap::LooseNumber);
            }
            return;
        }
        if words.masked(clause).contains("分别") {
            self.gap(chunk, clause, None, Gap::Ambiguous);
            return;
        }
        let name = if behind.is_empty() || behind == "等" {
            names::before(front)
        } else {
            names::around(front, behind, doing)
        };
        let people = matches!(count.unit, "人次" | "人" | "名");
        let name = match (&self.list, name, &self.last) {
            (List::Parts(whole), Some(name), _) => Some(format!("{whole}（{name}）")),
            (_, Some(name), _) => Some(name),
            // "培训3期，120人次", "培训3期120人次"
            (List::None, None, Last::Of(name))
                if chunk.adjoins || (people && behind.is_empty()) =>
            {
                Some(name.clone())
            }
            _ => None,
        };
        match name {
            Some(name) => {
                let item = self.item(chunk, name);
                if !matches!(self.list, List::Parts(_)) {
                    self.last = Last::Of(item.name.clone());
                }
                self.activities.push(item);
            }
            None => self.gap(chunk, clause, None, Gap::LooseNumber),
        }
    }

    /// A part of the total, where the words are the name of one.
    fn category(&self, chunk: &Chunk<'_>, front: &str, behind: &str) -> Option<Item> {
        let count = chunk.count?;
        if matches!(count.unit, "人次" | "人" | "名" | "场次" | "家" | "户") || chunk.doubtful
        {
            return None;
        }
        let name = if behind.is_empty() || behind == "等" {
            names::category(front)?
        } else if names::category(front).is_none() {
            names::category(behind)?
        } else {
            return None;
        };
        let acts = [
            "举办", "召开", "开展", "组织", "收到", "受理", "回应", "答复", "办理", "培训", "接待",
            "回复", "举行", "配备",
        ];
        let acts = acts.iter().any(|verb| name.starts_with(verb));
        (!acts).then(|| self.item(chunk, name))
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
            let place = words.place(item.at.start);
            if let Some(read) = &item.misprint {
                let remark = Remark::Misprint { read: read.clone() };
                log.remark(place, words.excerpt(&item.at), Some(path.clone()), remark);
            }
            place
                .into_iter()
                .for_each(|place| log.read(place, path.clone()));
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
            log.gap(words.place(at.start), words.excerpt(at), path, gap.clone());
        }
        for at in &self.in_table {
            log.remark(
                words.place(at.start),
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
        self.one(|reader| &mut reader.totals, "disclosure.total")
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
        let others = ["其他", "其它", "其余"]
            .iter()
            .any(|word| last.name.starts_with(word));
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

/// "均明确1名专职人员": so many each.
fn clause_has_each(clause: &str) -> bool {
    let words = ["均", "各自", "人均"];
    words.iter().any(|word| clause.contains(word)) && !clause.contains("平均")
}
