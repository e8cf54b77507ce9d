//! The agency, year, period and source of a report.

pub(super) mod agency;
mod choice;
pub(super) mod dates;
mod printed;
mod title;

use super::prose::normalize::normalize_text;
use super::prose::sections::{self, Heading};
use super::report::Overrides;
use super::{Block, Document, Gap, Log, Remark};
use choice::choose_title;
use gongkai_model::{Date, Period, Source};
use printed::Printed;
pub(super) use title::Title;

/// The metadata of a report, mostly from the text above its sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub agency: Option<String>,
    pub year: Option<u16>,
    pub period: Option<Period>,
    pub source: Option<Source>,
    /// Whether a title of such a report was found.
    pub has_title: bool,
}

/// The titles of the reports in a document, each with its agency and year, if there are several.
pub(super) fn reports(document: &Document, in_tables: &[bool]) -> Vec<Title> {
    let first_table = in_tables.iter().position(|is_in_table| *is_in_table);
    let last_table = in_tables.iter().rposition(|is_in_table| *is_in_table);
    let (Some(first_table), Some(last_table)) = (first_table, last_table) else {
        return Vec::new();
    };
    let titles = title::titles(document, last_table);
    let (before, after): (Vec<Title>, Vec<Title>) = titles
        .into_iter()
        .filter(|title| title.agency.is_some() && title.year.is_some())
        .partition(|title| title.block < first_table);
    let Some(first) = before.into_iter().next_back() else {
        return Vec::new();
    };
    // A running head of a page does not begin a report.
    let first_headings = sections::first_headings(document);
    let begins = |title: &Title| {
        let mut own = first_headings.iter().filter(|at| **at > title.block);
        own.any(|at| *at < last_table)
    };
    let mut reports = vec![first];
    for title in after.into_iter().filter(begins) {
        let is_same = |own: &Title| (&own.agency, own.year) == (&title.agency, title.year);
        if !reports.iter().any(is_same) {
            reports.push(title);
        }
    }
    if reports.len() > 1 {
        reports
    } else {
        Vec::new()
    }
}

/// The year in the title in the file's metadata.
pub(super) fn year_of_file(document: &Document) -> Option<u16> {
    title::from_file_title(document.title.as_deref()?)?.year
}

/// Reads the metadata of a document.
pub(super) fn read(
    document: &Document,
    in_tables: &[bool],
    headings: &[Heading],
    overrides: &Overrides,
    log: &mut Log,
) -> Metadata {
    let first_heading = headings.first().map(|heading| heading.block);
    let first_table = in_tables.iter().position(|is_in_table| *is_in_table);
    let limit = first_heading.into_iter().chain(first_table).min();
    let limit = limit.unwrap_or(document.blocks.len());
    let titles = title::titles(document, limit);
    let file_title = document.title.as_deref().and_then(title::from_file_title);
    let period = period(document, in_tables, log);
    let period_year = period
        .as_ref()
        .filter(|p| p.from.year == p.to.year)
        .map(|p| p.from.year);
    let known = overrides.year.or(period_year);
    let chosen = choose_title(document, limit, &titles, file_title.as_ref(), known);
    let is_dated = |title: &Title| title.year.is_some();
    let has_title = titles
        .iter()
        .chain(&file_title)
        .any(|t| is_dated(t) || !headings.is_empty());
    let mut metadata = Metadata {
        period,
        has_title,
        ..Metadata::default()
    };
    let title = match chosen {
        Some(title) => title,
        None => {
            if let Some(unsure) = titles.last().or(file_title.as_ref()) {
                log.gap(
                    unsure.location,
                    &unsure.written,
                    Some("year".to_owned()),
                    Gap::Ambiguous,
                );
            }
            Title::default()
        }
    };
    let others = titles.iter().any(|other| {
        let year = other.year.is_some() && other.year != title.year;
        year || (other.agency.is_some() && title.agency.is_some() && other.agency != title.agency)
    });
    if others && !title.written.is_empty() {
        let read = title.written.clone();
        log.remark(
            title.location,
            &title.written,
            None,
            Remark::Chosen { read },
        );
    }
    metadata.year = year(&title, period_year, overrides, log);
    metadata.agency = agency_of(document, &title, headings, limit, overrides, log);
    metadata.source = source(
        document,
        in_tables,
        limit,
        &title,
        metadata.year,
        overrides,
        log,
    );
    metadata
}

/// The period that the report states.
fn period(document: &Document, in_tables: &[bool], log: &mut Log) -> Option<Period> {
    let (reversed, found): (Vec<_>, Vec<_>) = printed::periods(document, in_tables)
        .into_iter()
        .partition(|found| printed::is_reversed(&found.value));
    if let (Some(reversed), []) = (reversed.first(), found.as_slice()) {
        let path = Some("period".to_owned());
        log.gap(Some(reversed.location), reversed.line, path, Gap::Reversed);
    }
    let first = found.first()?;
    if let Some(other) = found.iter().find(|other| other.value != first.value) {
        log.gap(
            Some(other.location),
            other.line,
            Some("period".to_owned()),
            Gap::Ambiguous,
        );
        return None;
    }
    log.read(first.location, "period.from");
    log.read(first.location, "period.to");
    Some(first.value.clone())
}

/// The year of the report: that of the overrides, the title or the period.
fn year(title: &Title, period: Option<u16>, overrides: &Overrides, log: &mut Log) -> Option<u16> {
    if let Some(year) = overrides.year {
        return Some(year);
    }
    let year = title.year.or(period)?;
    if let Some(location) = title.location.filter(|_| title.year.is_some()) {
        log.read(location, "year");
    }
    if period.is_some_and(|period| period != year) {
        let read = year.to_string();
        log.remark(
            title.location,
            &title.written,
            Some("year".to_owned()),
            Remark::Chosen { read },
        );
    }
    Some(year)
}

const AGENCY_PATH: &str = "agency.name";

/// The agency of the report: that of the overrides, the title, the announcement or the signature.
fn agency_of(
    document: &Document,
    title: &Title,
    headings: &[Heading],
    limit: usize,
    overrides: &Overrides,
    log: &mut Log,
) -> Option<String> {
    if let Some(name) = &overrides.agency {
        return Some(name.clone());
    }
    let elsewhere = || announced(document, limit).or_else(|| signature(document, headings));
    let is_in_title = title.agency.is_some();
    let found = match &title.agency {
        Some(_) => title.clone(),
        None => elsewhere()?,
    };
    let name = found.agency?;
    let location = found.location;
    location
        .into_iter()
        .for_each(|location| log.read(location, AGENCY_PATH));
    let full = agency::government(&name);
    let read = full.clone().unwrap_or(name);
    if full.is_some() || !is_in_title {
        let read = read.clone();
        log.remark(
            location,
            &found.written,
            Some(AGENCY_PATH.to_owned()),
            Remark::Chosen { read },
        );
    }
    Some(read)
}

/// The agency in an announcement: "现将某局2021年政府信息公开工作年度报告公布如下".
fn announced(document: &Document, limit: usize) -> Option<Title> {
    let blocks = document.blocks.iter().take(limit.saturating_add(3));
    blocks.into_iter().find_map(|block| {
        let Block::Line(line) = block else {
            return None;
        };
        let (_, rest) = line
            .text
            .split_once("现将")
            .or_else(|| line.text.split_once("现公布"))?;
        let end = rest.find("报告")? + "报告".len();
        let found = title::parse(rest.get(..end)?).filter(|title| title.agency.is_some())?;
        Some(Title {
            location: Some(line.location),
            ..found
        })
    })
}

/// The agency in the signature after the last section, with the date below it.
fn signature(document: &Document, headings: &[Heading]) -> Option<Title> {
    let last = headings.last()?.block;
    let lines = document.blocks.iter().skip(last);
    let mut before = None;
    for line in lines {
        let Block::Line(line) = line else { continue };
        let text = normalize_text(&line.text);
        if text.is_empty() {
            continue;
        }
        if dates::parse(&text).is_some()
            && let Some((location, name)) = before
        {
            return Some(Title {
                agency: Some(String::clone(&name)),
                written: name,
                location: Some(location),
                ..Title::default()
            });
        }
        before = agency::is_name(&text).then_some((line.location, text));
    }
    None
}

/// Where the report was published.
fn source(
    document: &Document,
    in_tables: &[bool],
    limit: usize,
    title: &Title,
    year: Option<u16>,
    overrides: &Overrides,
    log: &mut Log,
) -> Option<Source> {
    let written = (!title.written.is_empty()).then(|| title.written.clone());
    if let Some(location) = title.location.filter(|_| written.is_some()) {
        log.read(location, "source.title");
    }
    let source = Source {
        title: written,
        url: overrides
            .address
            .clone()
            .or_else(|| document.address.clone()),
        published: overrides
            .published
            .or_else(|| published(document, in_tables, limit, year, log)),
    };
    (source != Source::default()).then_some(source)
}

const PUBLISHED_PATH: &str = "source.published";

/// The date of publication that the page prints, or that of the file's metadata.
fn published(
    document: &Document,
    in_tables: &[bool],
    limit: usize,
    year: Option<u16>,
    log: &mut Log,
) -> Option<Date> {
    let found = printed::published(document, in_tables, limit);
    // A list of other reports has dates too. Those above the sections are this report's.
    let (above, below): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.block < limit);
    let near: Vec<&Printed<'_, Date>> = if above.is_empty() { below } else { above };
    let path = || Some(PUBLISHED_PATH.to_owned());
    let Some(first) = near.first() else {
        return document
            .published
            .filter(|date| year.is_none_or(|year| date.year >= year));
    };
    if let Some(other) = near.iter().find(|other| other.value != first.value) {
        log.gap(Some(other.location), other.line, path(), Gap::Ambiguous);
        return None;
    }
    // A report is not published before its year.
    if year.is_some_and(|year| first.value.year < year) {
        log.gap(Some(first.location), first.line, path(), Gap::Ambiguous);
        return None;
    }
    log.read(first.location, PUBLISHED_PATH);
    if document.published.is_some_and(|date| date != first.value) {
        let read = first.value.to_string();
        log.remark(
            Some(first.location),
            first.line,
            path(),
            Remark::Chosen { read },
        );
    }
    Some(first.value)
}
