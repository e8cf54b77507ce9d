//! Which numbers of the prose are the report's own figures.
//!
//! A number is taken for a figure only where its words leave no other choice: a link to a wrong
//! cell is worse than none. Prose is always in the report's own language.

use super::View;
use super::checks::view_of_cell;
use super::search::{Folded, fold};
use gongkai_i18n::Locale;
use gongkai_model::CellRef;
use gongkai_model::{
    Amount, Applicant, BlockColumn, BlockKey, Cell, Currency, ProactiveColumn, ProactiveKey,
    Qualifier, Quantity, Report, RowKey,
};

/// A part of a paragraph that states a figure: the number, its hedge and its unit.
pub(super) struct Mention {
    /// Bytes of the paragraph.
    pub start: usize,
    pub end: usize,
    pub view: View,
    /// The path of the figure's cell.
    pub key: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Target {
    CellRef(CellRef),
    Activity(usize),
}

impl Target {
    fn key(self) -> String {
        match self {
            Target::CellRef(place) => place.path(),
            Target::Activity(index) => ["disclosure.activities[", &index.to_string(), "]"].concat(),
        }
    }

    fn view(self) -> Option<View> {
        match self {
            Target::CellRef(CellRef::StatedReceived | CellRef::StatedCompleted) => {
                Some(View::Applications)
            }
            Target::CellRef(place) => view_of_cell(place),
            Target::Activity(_) => Some(View::Activities),
        }
    }
}

/// A figure that a number may be, and where the folded text that states it begins and ends.
struct Match {
    target: Target,
    start: usize,
    end: usize,
}

/// The figures that a paragraph states, in order. `title` is that of its section.
pub(super) fn mentions(report: &Report, title: &str, paragraph: &str) -> Vec<Mention> {
    let folded = fold(paragraph);
    let mut found = Vec::new();
    let mut last = 0;
    for number in numbers(&folded, paragraph) {
        let context = Context::new(report, title, &folded.text, &number, last);
        last = number.end;
        let Some(context) = context else {
            continue;
        };
        let Some(found_match) = context.figure() else {
            continue;
        };
        let (start, end) = folded.source(found_match.start, found_match.end);
        last = found_match.end;
        if let Some(view) = found_match.target.view() {
            found.push(Mention {
                start,
                end,
                view,
                key: found_match.target.key(),
            });
        }
    }
    found
}

/// A number of the folded text.
struct Number<'a> {
    /// Of the digits, the sign left out.
    start: usize,
    end: usize,
    sign: Option<char>,
    /// As printed, with its point.
    digits: &'a str,
}

impl Number<'_> {
    fn count(&self) -> Option<i64> {
        self.digits.parse().ok()
    }

    fn signed(&self) -> Option<i64> {
        let count = self.count()?;
        if self.sign == Some('-') {
            count.checked_neg()
        } else {
            Some(count)
        }
    }
}

/// All that stand by themselves: no part of a code, a date with dashes or a range.
fn numbers<'a>(folded: &'a Folded, source: &str) -> Vec<Number<'a>> {
    let text = folded.text.as_str();
    let digit = |index: usize| text.as_bytes().get(index).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text
        .get(from..)
        .and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
        .map(|offset| from + offset)
    {
        let mut end = start + 1;
        let mut points = 0;
        while (digit(end) || text.get(end..).is_some_and(|t| t.starts_with('.')) && digit(end + 1))
            && folded.joined(end, source)
        {
            points += usize::from(!digit(end));
            end += 1;
        }
        from = end;
        let before = text.get(..start).unwrap_or_default();
        let sign = before.chars().next_back().filter(|c| "+-".contains(*c));
        let unsigned = before.strip_suffix(['+', '-']).unwrap_or(before);
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '~');
        let whole = points < 2
            && apart(unsigned.chars().next_back())
            && apart(text.get(end..).and_then(|rest| rest.chars().next()))
            && !unsigned.ends_with(['第', '.', '+', '-', '〔', '[', '/'])
            && !text.get(end..).unwrap_or_default().starts_with(['-', '/']);
        if let Some(digits) = text.get(start..end).filter(|_| whole) {
            found.push(Number {
                start,
                end,
                sign,
                digits,
            });
        }
    }
    found
}

const SEGMENT: [char; 4] = ['。', ';', '!', '?'];
const CLAUSE: [char; 11] = [',', '、', ':', '(', ')', '。', ';', '!', '?', '|', '…'];
/// Words that count things; a number before any other word is no count of a table.
const COUNTERS: [&str; 14] = [
    "人次", "件", "条", "项", "次", "份", "人", "宗", "起", "例", "个", "篇", "期", "场",
];
/// What a clause may end with before its number, without meaning.
const FILLERS: [&str; 14] = [
    "总计", "共计", "合计", "总数", "数量", "件数", "达到", "约", "近", "共", "达", "为", "的",
    "了",
];
/// In a clause of a part of the year or of a comparison.
const ELSEWHERE: [&str; 12] = [
    "同期", "同比", "比上", "较上", "增加", "减少", "增长", "下降", "累计", "季度", "月", "每",
];
/// Anywhere before in a sentence that is not about the report's year.
const OTHER_YEARS: [&str; 5] = ["去年", "往年", "历年", "以来", "半年"];

/// A number with the words around it.
struct Context<'a> {
    report: &'a Report,
    number: &'a Number<'a>,
    title: &'a str,
    /// From the last full stop or semicolon to the number.
    segment: &'a str,
    /// From the last comma or number to the number.
    clause: &'a str,
    /// The same without hedges and fillers at its end.
    words: &'a str,
    /// Behind the number and a hedge.
    after: &'a str,
    hedge: Option<Qualifier>,
    /// Where a hedge before the number begins.
    start: usize,
    /// Where `after` begins.
    end: usize,
}

impl<'a> Context<'a> {
    /// `None` where the words speak of something that no figure of the report can be.
    fn new(
        report: &'a Report,
        title: &'a str,
        text: &'a str,
        number: &'a Number<'a>,
        last: usize,
    ) -> Option<Context<'a>> {
        let start = number.start - number.sign.map_or(0, char::len_utf8);
        let before = text.get(..start)?;
        let segment = after_last(before, &SEGMENT);
        let clause = after_last(before, &CLAUSE);
        let clause = if last > start - clause.len() {
            text.get(last..start)?
        } else {
            clause
        };
        let other_year = other_year(segment, report.year)
            || OTHER_YEARS.iter().any(|word| segment.contains(word));
        if other_year || ELSEWHERE.iter().any(|word| clause.contains(word)) {
            return None;
        }
        let words = trimmed(clause);
        let mut after = text.get(number.end..)?;
        let ahead = if before.ends_with('约') {
            Some((Qualifier::About, '约'))
        } else if before.ends_with('近') {
            Some((Qualifier::Nearly, '近'))
        } else {
            None
        };
        let mut hedge = ahead.map(|(hedge, _)| hedge);
        if before.ends_with(['超', '逾', '过']) {
            return None;
        }
        if let Some(rest) = after.strip_prefix(['余', '多']) {
            if hedge.is_some() {
                return None;
            }
            (hedge, after) = (Some(Qualifier::Over), rest);
        }
        Some(Context {
            report,
            number,
            title,
            segment,
            clause,
            words: words.strip_suffix(['超', '逾']).unwrap_or(words),
            after,
            hedge,
            start: start - ahead.map_or(0, |(_, c)| c.len_utf8()),
            end: text.len() - after.len(),
        })
    }

    /// The one figure that the number can be; `None` where there is none, or more than one.
    fn figure(&self) -> Option<Match> {
        let mut found = [
            self.named(),
            self.total(),
            self.application(),
            self.money(),
            self.proactive(),
            self.review(),
        ]
        .into_iter()
        .flatten();
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// Where the words end if the number is the quantity: same count, unit and hedge.
    fn states(&self, quantity: &Quantity) -> Option<usize> {
        if self.number.sign.is_some() || self.number.count() != Some(quantity.count) {
            return None;
        }
        let unit = fold(quantity.unit.as_deref().unwrap_or_default()).text;
        let length = if unit.is_empty() {
            self.counter()?
        } else {
            unit.len()
        };
        let rest = self.after.get(length..)?;
        let other_unit = !self.after.starts_with(&unit)
            || !self.after.get(..length)?.ends_with('次') && rest.starts_with('次');
        if other_unit || rest.starts_with(['率', '以']) && !rest.starts_with("以上") {
            return None;
        }
        let behind = [
            ("以上", Qualifier::Over),
            ("余", Qualifier::Over),
            ("左右", Qualifier::About),
        ];
        let behind = behind.iter().find(|(word, _)| rest.starts_with(word));
        let hedge = match (self.hedge, behind) {
            (Some(_), Some(_)) => return None,
            (hedge, None) => hedge,
            (None, Some((_, hedge))) => Some(*hedge),
        };
        let end = self.end + length + behind.map_or(0, |(word, _)| word.len());
        (hedge == quantity.qualifier).then_some(end)
    }

    /// The length of the counting word; `None` where another word stands behind the number.
    fn counter(&self) -> Option<usize> {
        let mut counters = COUNTERS.iter();
        match counters.find(|counter| self.after.starts_with(**counter)) {
            Some(counter) => Some(counter.len()),
            None if self.after.is_empty() || self.after.starts_with(CLAUSE) => Some(0),
            None => None,
        }
    }

    fn quantity(&self, target: Target, quantity: &Quantity) -> Option<Match> {
        let end = self.states(quantity)?;
        Some(Match {
            target,
            start: self.start,
            end,
        })
    }

    /// Where the words end if the number is the cell: exact, and counted by a counting word.
    fn cell(&self, place: CellRef, cell: Cell) -> Option<Match> {
        let signed = matches!(place, CellRef::Proactive(_, ProactiveColumn::Change));
        let fits = self.hedge.is_none()
            && (signed || self.number.sign.is_none())
            && cell.count().is_some()
            && cell.count() == self.number.signed();
        let length = self.counter().filter(|_| fits)?;
        let rest = self.after.get(length..)?;
        let hedged = ["余", "多", "以", "左右", "率"];
        if hedged.iter().any(|word| rest.starts_with(word)) {
            return None;
        }
        Some(Match {
            target: Target::CellRef(place),
            start: self.start,
            end: self.end + length,
        })
    }

    fn of_last_year(&self) -> bool {
        ["上年", "上一年"]
            .iter()
            .any(|word| self.words.contains(word))
    }

    /// A category or an activity whose name the words before the number tell.
    fn named(&self) -> Option<Match> {
        let disclosure = self.report.disclosure.as_ref()?;
        if self.of_last_year() {
            return None;
        }
        let categories = disclosure.categories.iter().enumerate();
        let categories =
            categories.map(|(index, named)| (Target::CellRef(CellRef::Category(index)), named));
        let activities = disclosure.activities.iter().enumerate();
        let activities = activities.map(|(index, named)| (Target::Activity(index), named));
        let mut best: Option<(usize, Option<Match>)> = None;
        for (target, named) in categories.chain(activities) {
            let Some(found) = self.quantity(target, &named.quantity()) else {
                continue;
            };
            let likeness = likeness(self.words, &named.name);
            match &mut best {
                _ if likeness == 0 => {}
                Some((most, _)) if *most > likeness => {}
                // Two that are as like are as good as none.
                Some((most, found)) if *most == likeness => *found = None,
                _ => best = Some((likeness, Some(found))),
            }
        }
        best?.1
    }

    /// "全年主动公开政府信息 7342 条".
    fn total(&self) -> Option<Match> {
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
        const WHAT: [&str; 8] = ["政府", "各类", "信息", "公开", "主动", "发布", "总量", "总"];
        let total = self.report.disclosure.as_ref()?.total.as_ref()?;
        let verbs = ["公开", "发布"];
        let mut verbs = verbs.iter().filter_map(|verb| self.words.split_once(verb));
        let sure = !PART.iter().any(|word| self.words.contains(word))
            && verbs.any(|(_, what)| consists_of(what, &WHAT))
            && !self.words.ends_with("依申请公开")
            && !self.of_last_year();
        self.quantity(Target::CellRef(CellRef::Total), total)
            .filter(|_| sure)
    }

    /// Applications, as section one states them or as the table of section three has them.
    fn application(&self) -> Option<Match> {
        let in_section = self.title.contains("申请");
        let spoken_of = in_section || self.segment.contains("申请");
        let subject = self.subject();
        if !spoken_of || matches!(subject, Some(Subject::Row(_) | Subject::Block(_))) {
            return None;
        }
        const PART: [&str; 15] = [
            "自然人",
            "法人",
            "企业",
            "机构",
            "组织",
            "律师",
            "公民",
            "网上",
            "网络",
            "信函",
            "当面",
            "邮",
            "部门",
            "乡",
            "镇",
        ];
        if PART.iter().any(|word| self.words.contains(word)) {
            return None;
        }
        const WHAT: [&str; 9] = [
            "政府信息",
            "公开",
            "依",
            "申请",
            "有效",
            "书面",
            "各类",
            "事项",
            "共",
        ];
        let said = |verbs: &[&str]| {
            let mut verbs = verbs.iter();
            verbs.any(|verb| {
                let split = self.words.rsplit_once(verb);
                split.is_some_and(|(_, what)| consists_of(trimmed(what), &WHAT))
            })
        };
        let row = if self.words.contains("结转") {
            let words = self.words.strip_suffix("申请").unwrap_or(self.words);
            let ends = |phrases: &[&str]| phrases.iter().any(|phrase| words.ends_with(phrase));
            if ends(&["上年结转", "上一年结转", "上年度结转", "上一年度结转"]) {
                RowKey::CarriedIn
            } else if ends(&[
                "结转下年",
                "结转下年度",
                "结转下一年",
                "结转下一年度",
                "继续办理",
            ]) {
                RowKey::CarriedOut
            } else {
                return None;
            }
        } else if self.of_last_year() {
            return None;
        } else if said(&["新收", "收到", "受理", "接收", "接到"]) {
            RowKey::Received
        } else if said(&["办结"]) || self.words.ends_with("办理结果") {
            RowKey::Total
        } else {
            let named = |row: &RowKey| {
                let label = gongkai_i18n::row_label(Locale::ZhCn, *row);
                !matches!(row, RowKey::OtherRest | RowKey::Total) && self.words.ends_with(label)
            };
            RowKey::of(self.report.edition).find(named)?
        };
        let stated = self.report.disclosure.as_ref();
        let stated = stated.and_then(|disclosure| disclosure.applications.as_ref());
        let stated = match row {
            _ if in_section => None,
            RowKey::Received => stated
                .and_then(|stated| stated.received.as_ref())
                .map(|quantity| (CellRef::StatedReceived, quantity)),
            RowKey::Total => stated
                .and_then(|stated| stated.completed.as_ref())
                .map(|quantity| (CellRef::StatedCompleted, quantity)),
            _ => None,
        };
        let stated =
            stated.and_then(|(place, quantity)| self.quantity(Target::CellRef(place), quantity));
        stated.or_else(|| {
            let table = self.report.applications.as_ref()?;
            let cell = table.cell(row, Applicant::Total);
            self.cell(CellRef::Application(row, Applicant::Total), cell)
        })
    }

    fn subject(&self) -> Option<Subject> {
        subject(self.segment)
    }

    /// A cell of section two, by its row's name and its column's.
    fn proactive(&self) -> Option<Match> {
        let table = self.report.proactive.as_ref()?;
        let Some(Subject::Row(row)) = self.subject() else {
            return None;
        };
        let columns = row.columns(self.report.edition);
        let place = |column| {
            let place = CellRef::Proactive(row, column);
            self.cell(place, table.cell(row, column))
        };
        let mut named = COLUMNS
            .iter()
            .filter(|(_, words)| words.iter().any(|word| self.clause.contains(word)))
            .map(|(column, _)| *column);
        match (named.next(), named.next()) {
            (Some(column), None) => columns.contains(&column).then(|| place(column))?,
            (Some(_), Some(_)) => None,
            (None, _) => {
                let told =
                    subject(self.words) == Some(Subject::Row(row)) && ends_with_subject(self.words);
                let mut found = columns.iter().filter_map(|&column| place(column));
                let first = found.next().filter(|_| told)?;
                found.next().is_none().then_some(first)
            }
        }
    }

    /// The amount of procurement or of fees.
    fn money(&self) -> Option<Match> {
        let table = self.report.proactive.as_ref()?;
        let Some(Subject::Row(row)) = self.subject() else {
            return None;
        };
        let Some(Amount::Money(money)) = table.amount(row) else {
            return None;
        };
        let (word, unit) = [
            ("亿元", Currency::HundredMillionYuan),
            ("万元", Currency::TenThousandYuan),
            ("元", Currency::Yuan),
        ]
        .into_iter()
        .find(|(word, _)| self.after.starts_with(word))?;
        let fits = self.hedge.is_none()
            && self.number.sign.is_none()
            && money.value.as_str() == self.number.digits
            && money.unit.unwrap_or(Currency::TenThousandYuan) == unit;
        let told = ends_with_subject(self.words)
            || ["金额", "总额", "收费"]
                .iter()
                .any(|word| self.words.ends_with(word));
        let rest = self.after.get(word.len()..)?;
        let hedged = rest.starts_with(['余', '多']) || rest.starts_with("左右");
        (fits && told && !hedged).then_some(Match {
            target: Target::CellRef(CellRef::Proactive(row, ProactiveColumn::Amount)),
            start: self.start,
            end: self.end + word.len(),
        })
    }

    /// A cell of section four, by its block's name and its result's.
    fn review(&self) -> Option<Match> {
        let table = self.report.reviews.as_ref()?;
        let Some(Subject::Block(block)) = self.subject() else {
            return None;
        };
        let results = [
            (BlockColumn::Upheld, ["结果维持", "维持原决定"]),
            (BlockColumn::Corrected, ["结果纠正", "予以纠正"]),
            (BlockColumn::Other, ["其他结果", "其它结果"]),
            (BlockColumn::Pending, ["尚未审结", "未审结"]),
        ];
        let mut named = results
            .iter()
            .filter(|(_, words)| words.iter().any(|word| self.words.ends_with(word)));
        let column = match named.next() {
            Some((column, _)) => *column,
            None if ends_with_subject(self.words) => BlockColumn::Total,
            None => return None,
        };
        self.cell(CellRef::Review(block, column), table.cell(block, column))
    }
}

const COLUMNS: [(ProactiveColumn, &[&str]); 9] = [
    (ProactiveColumn::Made, &["制作", "制发"]),
    (ProactiveColumn::Disclosed, &["新公开"]),
    (ProactiveColumn::TotalDisclosed, &["对外公开总", "公开总数"]),
    (ProactiveColumn::Repealed, &["废止"]),
    (ProactiveColumn::InForce, &["现行有效"]),
    (ProactiveColumn::ItemsLastYear, &["上一年", "上年"]),
    (ProactiveColumn::Change, &["增减", "增/减"]),
    (ProactiveColumn::Decisions, &["处理决定"]),
    (ProactiveColumn::Projects, &["采购项目"]),
];

/// What a segment speaks of.
#[derive(Clone, Copy, PartialEq)]
enum Subject {
    Row(ProactiveKey),
    Block(BlockKey),
    /// Something of which no single cell can be told.
    Other,
}

const SUBJECTS: [(&str, Subject); 19] = [
    ("规章", Subject::Row(ProactiveKey::Rules)),
    ("规范性文件", Subject::Row(ProactiveKey::NormativeDocuments)),
    ("行政许可", Subject::Row(ProactiveKey::Licences)),
    (
        "对外管理服务事项",
        Subject::Row(ProactiveKey::OtherServices),
    ),
    ("行政处罚", Subject::Row(ProactiveKey::Penalties)),
    ("行政强制", Subject::Row(ProactiveKey::CompulsoryMeasures)),
    ("行政强制措施", Subject::Other),
    ("行政强制执行", Subject::Other),
    ("行政事业性收费", Subject::Row(ProactiveKey::Fees)),
    ("集中采购", Subject::Row(ProactiveKey::Procurement)),
    ("行政复议", Subject::Block(BlockKey::Reconsideration)),
    (
        "未经复议直接起诉",
        Subject::Block(BlockKey::LitigationDirect),
    ),
    ("直接起诉", Subject::Block(BlockKey::LitigationDirect)),
    (
        "直接提起的行政诉讼",
        Subject::Block(BlockKey::LitigationDirect),
    ),
    (
        "复议后起诉",
        Subject::Block(BlockKey::LitigationAfterReconsideration),
    ),
    (
        "复议后提起的行政诉讼",
        Subject::Block(BlockKey::LitigationAfterReconsideration),
    ),
    ("诉讼", Subject::Other),
    ("起诉", Subject::Other),
    ("申请", Subject::Other),
];

/// The last subject that the text names, by the longest of the words that name it.
fn last_subject(text: &str) -> Option<(usize, Subject)> {
    let mut last: Option<(usize, usize, Subject)> = None;
    for (words, subject) in SUBJECTS {
        let Some(start) = text.rfind(words) else {
            continue;
        };
        let end = start + words.len();
        let later = last.is_none_or(|(other, at, _)| end > other || end == other && start < at);
        let inside = last.is_some_and(|(other, at, _)| start >= at && end <= other);
        if later && !inside {
            last = Some((end, start, subject));
        }
    }
    last.map(|(end, _, subject)| (end, subject))
}

fn subject(text: &str) -> Option<Subject> {
    last_subject(text).map(|(_, subject)| subject)
}

fn ends_with_subject(words: &str) -> bool {
    last_subject(words).is_some_and(|(end, _)| end == words.len())
}

fn after_last<'a>(text: &'a str, marks: &[char]) -> &'a str {
    let mut parts = text.rsplit(marks);
    parts.next().unwrap_or(text)
}

/// Without what means nothing at its end.
fn trimmed(mut words: &str) -> &str {
    while let Some(rest) = FILLERS.iter().find_map(|filler| words.strip_suffix(filler)) {
        words = rest;
    }
    words
}

/// Whether the segment speaks of another year than the report's.
fn other_year(segment: &str, year: u16) -> bool {
    let mut parts = segment.split('年').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            break;
        }
        let start = part
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_ascii_digit())
            .last();
        let digits = start.and_then(|(start, _)| part.get(start..));
        let named = digits.filter(|digits| digits.len() == 4);
        if named.is_some_and(|digits| digits.parse() != Ok(year)) {
            return true;
        }
    }
    false
}

/// Whether the text is nothing but a sequence of the words.
fn consists_of(mut text: &str, words: &[&str]) -> bool {
    while !text.is_empty() {
        match words.iter().find_map(|word| text.strip_prefix(word)) {
            Some(rest) => text = rest,
            None => return false,
        }
    }
    true
}

/// Ends of words and names that tell no kind from another.
const GENERIC: [&str; 16] = [
    "政府",
    "政务",
    "信息",
    "公开",
    "工作",
    "情况",
    "活动",
    "全年",
    "全县",
    "县政府",
    "主动公开",
    "政务公开",
    "信息公开",
    "政府信息",
    "政府公开",
    "政府信息公开",
];

/// How much of a name the words end with, 0 where too little to tell. An exact name counts most.
fn likeness(words: &str, name: &str) -> usize {
    let (words, name) = (stem(words), stem(&fold(name).text));
    if words.is_empty() || name.is_empty() {
        return 0;
    }
    if words == name {
        return usize::MAX;
    }
    let ends = words.char_indices().filter_map(|(at, _)| words.get(at..));
    let Some(common) = ends.into_iter().find(|end| name.contains(end)) else {
        return 0;
    };
    let length = common.chars().count();
    if length < 2 || GENERIC.contains(&common) {
        return 0;
    }
    length * 2 + usize::from(common == name)
}

/// Without quotes, brackets and the words that any kind may end with.
fn stem(words: &str) -> String {
    let marks = "“”‘’\"'《》〈〉「」()（）";
    let mut stem: String = words.chars().filter(|c| !marks.contains(*c)).collect();
    while let Some(rest) = ["信息", "类", "活动", "情况", "的"]
        .iter()
        .find_map(|end| stem.strip_suffix(end))
        .filter(|rest| !rest.is_empty())
    {
        stem.truncate(rest.len());
    }
    stem
}
