//! Matches numbers with the cells of sections two, three and four.

use super::context::Context;
use super::vocabulary::*;
use super::{Match, Target};
use gongkai_i18n::Locale;
use gongkai_model::text::{around_last, consists_of, contains};
use gongkai_model::{Amount, Applicant, BlockColumn, CellRef, Currency, ProactiveColumn, RowKey};

/// Words of numbers that are only a part of all applications.
const PARTS_OF_APPLICATIONS: [&str; 15] = [
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
/// Words that name applications.
const APPLICATIONS: [&str; 9] = [
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
const CARRIED_IN: [&str; 4] = ["上年结转", "上一年结转", "上年度结转", "上一年度结转"];
const CARRIED_OUT: [&str; 5] = [
    "结转下年",
    "结转下年度",
    "结转下一年",
    "结转下一年度",
    "继续办理",
];

impl Context<'_> {
    /// Matches an application: as section one states them, or a row of section three.
    pub fn application(&self) -> Option<Match> {
        let is_in_section = contains(self.title, "申请");
        let is_about_applications = is_in_section || contains(self.segment, "申请");
        let is_other_subject = matches!(self.subject(), Some(Subject::Row(_) | Subject::Block(_)));
        if !is_about_applications
            || is_other_subject
            || PARTS_OF_APPLICATIONS
                .iter()
                .any(|word| contains(self.words, word))
        {
            return None;
        }
        let row = self.application_row()?;
        let stated = if is_in_section {
            None
        } else {
            self.stated_application(row)
        };
        stated.or_else(|| {
            let table = self.report.applications.as_ref()?;
            let cell = table.cell(row, Applicant::Total);
            self.cell(CellRef::Application(row, Applicant::Total), cell)
        })
    }

    /// The row of section three that the words name.
    fn application_row(&self) -> Option<RowKey> {
        if contains(self.words, "结转") {
            let words = self.words.strip_suffix("申请").unwrap_or(self.words);
            let ends = |phrases: &[&str]| phrases.iter().any(|phrase| words.ends_with(phrase));
            if ends(&CARRIED_IN) {
                Some(RowKey::CarriedIn)
            } else if ends(&CARRIED_OUT) {
                Some(RowKey::CarriedOut)
            } else {
                None
            }
        } else if self.is_last_year() {
            None
        } else if self.has_verb(&["新收", "收到", "受理", "接收", "接到"]) {
            Some(RowKey::Received)
        } else if self.has_verb(&["办结"]) || self.words.ends_with("办理结果") {
            Some(RowKey::Total)
        } else {
            let is_named = |row: &RowKey| {
                let label = gongkai_i18n::row_label(Locale::ZhCn, *row);
                !matches!(row, RowKey::OtherRest | RowKey::Total) && self.words.ends_with(label)
            };
            RowKey::of(self.report.edition).find(is_named)
        }
    }

    /// Whether the words contain one of the verbs, followed by nothing but applications.
    fn has_verb(&self, verbs: &[&str]) -> bool {
        let mut verbs = verbs.iter();
        verbs.any(|verb| {
            let split = around_last(self.words, verb);
            split.is_some_and(|(_, object)| consists_of(trimmed(object), &APPLICATIONS))
        })
    }

    /// Matches the number of applications that section one states for a row.
    fn stated_application(&self, row: RowKey) -> Option<Match> {
        let disclosure = self.report.disclosure.as_ref()?;
        let stated = disclosure.applications.as_ref()?;
        let (cell, quantity) = match row {
            RowKey::Received => (CellRef::StatedReceived, stated.received.as_ref()?),
            RowKey::Total => (CellRef::StatedCompleted, stated.completed.as_ref()?),
            _ => return None,
        };
        self.quantity(Target::Cell(cell), quantity)
    }

    /// The subject of the segment.
    fn subject(&self) -> Option<Subject> {
        subject(self.segment)
    }

    /// Matches a cell of section two by the names of its row and its column.
    pub fn proactive(&self) -> Option<Match> {
        let table = self.report.proactive.as_ref()?;
        let Some(Subject::Row(row)) = self.subject() else {
            return None;
        };
        let columns = row.columns(self.report.edition);
        let matched = |column| {
            let at = CellRef::Proactive(row, column);
            self.cell(at, table.cell(row, column))
        };
        let mut named = COLUMNS
            .iter()
            .filter(|(_, words)| words.iter().any(|word| contains(self.clause, word)))
            .map(|(column, _)| *column);
        match (named.next(), named.next()) {
            (Some(column), None) => columns.contains(&column).then(|| matched(column))?,
            (Some(_), Some(_)) => None,
            (None, _) => {
                let is_named =
                    subject(self.words) == Some(Subject::Row(row)) && ends_with_subject(self.words);
                let mut found = columns.iter().filter_map(|&column| matched(column));
                let first = found.next().filter(|_| is_named)?;
                found.next().is_none().then_some(first)
            }
        }
    }

    /// Matches the amount of procurement or of fees.
    pub fn money(&self) -> Option<Match> {
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
        let is_named = ends_with_subject(self.words)
            || ["金额", "总额", "收费"]
                .iter()
                .any(|word| self.words.ends_with(word));
        let rest = self.after.get(word.len()..)?;
        let is_hedged = rest.starts_with(['余', '多']) || rest.starts_with("左右");
        (fits && is_named && !is_hedged).then_some(Match {
            target: Target::Cell(CellRef::Proactive(row, ProactiveColumn::Amount)),
            start: self.start,
            end: self.end + word.len(),
        })
    }

    /// Matches a cell of section four by the names of its block and its result.
    pub fn review(&self) -> Option<Match> {
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
