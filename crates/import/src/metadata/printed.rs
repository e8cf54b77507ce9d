//! The period that a report covers and the date of its publication, as printed on the page.

use super::dates;
use crate::prose::normalize::normalize_text;
use crate::{Block, Document, Location};
use gongkai_model::{Date, Period};

/// A value with its location and the line that prints it.
pub(super) struct Printed<'a, T> {
    pub value: T,
    pub location: Location,
    pub line: &'a str,
    pub block: usize,
}

/// The lines of a document that do not belong to a table, with their blocks.
fn lines<'a>(
    document: &'a Document,
    in_tables: &'a [bool],
) -> impl Iterator<Item = (usize, Location, &'a str)> {
    let lines = document.blocks.iter().enumerate();
    lines.filter_map(|(at, block)| match block {
        Block::Line(line) if !in_tables.get(at).copied().unwrap_or(false) => {
            Some((at, line.location, line.text.as_str()))
        }
        _ => None,
    })
}

/// Words that mark a period as that of the report.
const PERIOD_WORDS: [&str; 7] = [
    "统计期限",
    "统计时间",
    "统计时限",
    "统计",
    "数据",
    "报告期",
    "期限",
];

/// The periods that the lines state: 统计期限自2020年1月1日起至2020年12月31日止.
pub(super) fn periods<'a>(
    document: &'a Document,
    in_tables: &'a [bool],
) -> Vec<Printed<'a, Period>> {
    let all: Vec<(usize, Location, &str)> = lines(document, in_tables).collect();
    let mentions_period = |(_, (_, _, line)): &(usize, &(usize, Location, &str))| {
        line.contains(['期', '间', '間', '据', '據', '计', '計'])
    };
    let found = all.iter().enumerate().filter(mentions_period);
    found
        .filter_map(|(at, (block, location, line))| {
            let (block, location, line) = (*block, *location, *line);
            let stated = |text: &str| {
                let sentences = text.split(['。', '；']);
                let mut stated = sentences.filter_map(|sentence| {
                    PERIOD_WORDS.iter().find(|word| sentence.contains(**word))?;
                    period(sentence)
                });
                // One that ends before it begins is a misprint, or no period.
                let first = stated.next()?;
                let proper = std::iter::once(&first).cloned().chain(stated);
                let proper = proper.into_iter().find(|period| !is_reversed(period));
                Some(proper.unwrap_or(first))
            };
            let own = normalize_text(line);
            // A line of a PDF may end within a date, and what is cut off may look like an
            // earlier one.
            let is_cut = !own.ends_with(['。', '；']);
            let next = all
                .iter()
                .skip(at + 1)
                .map(|(_, _, next)| normalize_text(next));
            let next = next.take(3).find(|next| !next.is_empty());
            let joined = next.filter(|_| is_cut).map(|next| own.clone() + &next);
            let value = joined
                .as_deref()
                .and_then(stated)
                .or_else(|| stated(&own))?;
            Some(Printed {
                value,
                location,
                line,
                block,
            })
        })
        .collect()
}

/// The period of a sentence: two dates with a word or dash between them.
fn period(sentence: &str) -> Option<Period> {
    let (from, rest) = dates::first(sentence)?;
    // 1月1日0时起至12月31日24时止
    let hours = ["零时", "00时", "0时", "零点", "0点"];
    let hour = hours.iter().find_map(|hour| rest.strip_prefix(hour));
    let rest = hour.unwrap_or(rest);
    let rest = rest.strip_prefix('起').unwrap_or(rest);
    let rest = rest.strip_prefix(['，', ',']).unwrap_or(rest);
    let links = ["至", "到", "—", "-", "－", "–", "~", "～", "止"];
    let mut rest = links.iter().find_map(|link| rest.strip_prefix(link))?;
    rest = rest.strip_prefix(['—', '-', '－']).unwrap_or(rest);
    let (to, _) = dates::day(rest).or_else(|| dates::day_of(from.year, rest))?;
    // A misprinted year is kept as printed, and fails its check. Within a year, the period is noted.
    let is_misprint = from.year == to.year || from.year == to.year + 1;
    (from < to || is_misprint && from != to).then_some(Period { from, to })
}

/// Whether a period ends before it begins, within one year.
pub(super) fn is_reversed(period: &Period) -> bool {
    period.from.year == period.to.year && period.from > period.to
}

/// Labels of the date of publication. The dates when a page was changed or made are others.
const PUBLISHED_LABELS: [&str; 9] = [
    "发布时间",
    "发布日期",
    "公开日期",
    "公布日期",
    "公开时间",
    "发文日期",
    "发布于",
    "日期",
    "时间",
];

/// The dates of publication that the lines state: 发布时间：2021-01-20.
pub(super) fn published<'a>(
    document: &'a Document,
    in_tables: &'a [bool],
    limit: usize,
) -> Vec<Printed<'a, Date>> {
    lines(document, in_tables)
        .filter(|(block, _, line)| {
            let has_label = line.contains(['期', '间', '間', '于']);
            line.len() < 600 && (has_label || *block < limit && line.contains(['（', '(']))
        })
        .filter_map(|(block, location, line)| {
            let text = normalize_text(line);
            // （2023年1月12日） below the title
            let bracketed = text
                .strip_prefix(['（', '('])
                .and_then(|inner| inner.strip_suffix(['）', ')']))
                .filter(|_| block < limit)
                .and_then(dates::parse);
            let labelled = PUBLISHED_LABELS.iter().find_map(|label| {
                let (before, after) = text.split_once(label)?;
                // 更新时间, 统计时间, 生成日期 … are other dates.
                let is_apart = line.split(label).next().is_some_and(|before| {
                    before.ends_with(|c: char| c.is_whitespace() || matches!(c, '|' | '】'))
                });
                let is_own = label.chars().count() > 2 || before.is_empty() || is_apart;
                let after = after.trim_start_matches(['：', ':', '】', ']', ' ', '|']);
                dates::day(after).filter(|_| is_own).map(|found| found.0)
            });
            Some(Printed {
                value: labelled.or(bracketed)?,
                location,
                line,
                block,
            })
        })
        .collect()
}
