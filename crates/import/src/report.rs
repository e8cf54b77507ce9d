//! From a [`Document`] to a [`Report`]: head, tables and prose, and what is said of each.

use super::prose::sections;
use super::tables::{self, Tables};
use super::{Block, Document, Gap, ImportError, Imported, Location, Log, Remark, Required, What};
use super::{metadata, prose};
use gongkai_model::{Agency, Date, Edition, FORMAT, OtherOutcome, Report};
use std::borrow::Cow;

/// What the person who converts knows besides the file. It wins over what the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    pub agency: Option<String>,
    /// From 2008 to 2200; any other is as none.
    pub year: Option<u16>,
    /// 统计用区划代码
    pub division_code: Option<String>,
    /// The page's address.
    pub address: Option<String>,
    pub published: Option<Date>,
}

/// Makes a report of a document.
///
/// # Errors
/// [`ImportError::TooMany`] characters; [`ImportError::NotAReport`] where neither a table of the form nor a title is found, and
/// [`ImportError::MissingRequired`] where the agency's name or the year cannot be told.
pub fn read(document: &Document) -> Result<Imported, ImportError> {
    read_with(document, &Given::default())
}

/// As [`read`], with what the file need not say.
///
/// # Errors
/// As [`read`]; what is given is not missing.
pub fn read_with(document: &Document, given: &Given) -> Result<Imported, ImportError> {
    within_limit(document)?;
    let given = usable(given);
    let mut log = Log::default();
    let mut tables = tables::read(document, &mut log);
    let mut one = Cow::Borrowed(document);
    if let Some((block, title)) = metadata::second(document, &tables.taken) {
        log = Log::default();
        one = Cow::Owned(part(document, block, &title, &given, &mut log));
        tables = tables::read(&one, &mut log);
    }
    let document = one.as_ref();
    let headings = sections::headings(document);
    let head = metadata::read(document, &tables.taken, &headings, &given, &mut log);
    if !head.titled && !tables.taken.contains(&true) {
        return Err(ImportError::NotAReport);
    }
    let (agency, year) = match (head.agency, head.year) {
        (Some(agency), Some(year)) => (agency, year),
        (agency, year) => {
            let agency = agency.is_none().then_some(Required::Agency);
            let year = year.is_none().then_some(Required::Year);
            let what = agency.into_iter().chain(year).collect();
            return Err(ImportError::MissingRequired { what });
        }
    };
    let context = prose::Context {
        agency: &agency,
        year,
        headings: &headings,
    };
    let prose = prose::read(document, &tables.taken, &context, &mut log);
    let edition = edition(&tables, year, &mut log);
    for page in &document.scanned_pages {
        let location = Location::Page {
            page: *page,
            line: 1,
        };
        log.gap(Some(location), "", None, Gap::ScannedPage);
    }
    for font in &document.doubtful_fonts {
        log.gap(None, font, None, Gap::DoubtfulFont);
    }
    let mut report = Report {
        format: FORMAT.to_owned(),
        agency: Agency {
            name: agency,
            division_code: given.division_code,
        },
        year,
        period: head.period,
        edition,
        source: head.source,
        disclosure: prose.disclosure,
        proactive: tables.proactive,
        applications: tables.applications,
        reviews: tables.reviews,
        text: prose.text,
    };
    hold_to_the_format(&mut report, &mut log);
    let order = order(document);
    let position = |location: &Location| order.binary_search(location).unwrap_or_else(|at| at);
    log.readings
        .sort_by_key(|reading| position(&reading.location));
    // What is in no place of the file comes last.
    log.notes
        .sort_by_key(|note| note.location.as_ref().map_or(usize::MAX, position));
    Ok(Imported {
        report,
        readings: log.readings,
        notes: log.notes,
    })
}

/// A report has rarely more than 30,000 characters, with a whole portal around it some 100,000.
const CHARACTERS: usize = 1_000_000;

fn within_limit(document: &Document) -> Result<(), ImportError> {
    let count = |text: &str| text.chars().count();
    let characters = document.blocks.iter().map(|block| match block {
        Block::Line(line) => count(&line.text),
        Block::Table(grid) => grid
            .rows
            .iter()
            .flatten()
            .map(|cell| count(&cell.text))
            .sum(),
    });
    match characters.sum::<usize>() > CHARACTERS {
        true => Err(ImportError::TooMany {
            what: What::Characters,
            limit: CHARACTERS,
        }),
        false => Ok(()),
    }
}

/// The one of two reports on a page that is asked for or that the page is named after, or else the
/// first.
fn part(
    document: &Document,
    block: usize,
    title: &metadata::Title,
    given: &Given,
    log: &mut Log,
) -> Document {
    let (first, second) = document.blocks.split_at(block.min(document.blocks.len()));
    let of_file = metadata::year_of_file(document);
    let is_second = given
        .year
        .or(of_file)
        .is_some_and(|year| title.year == Some(year));
    let own = if is_second { second } else { first };
    let left = if is_second { first } else { second };
    let excerpt = match is_second {
        true => "",
        false => title.written.as_str(),
    };
    let location = left.iter().find_map(|block| match block {
        Block::Line(line) if !line.text.trim().is_empty() => Some(line.location),
        _ => None,
    });
    log.gap(location, excerpt, None, Gap::OtherReport);
    Document {
        blocks: own.to_vec(),
        ..document.clone()
    }
}

/// What is given and says something.
fn usable(given: &Given) -> Given {
    let text = |text: &Option<String>| {
        let text = text.as_deref().map(str::trim)?;
        (!text.is_empty()).then(|| text.to_owned())
    };
    Given {
        agency: text(&given.agency),
        year: given.year.filter(|year| metadata::dates::is_year(*year)),
        division_code: text(&given.division_code),
        address: text(&given.address),
        published: given.published,
    }
}

/// The places of the document, sorted.
fn order(document: &Document) -> Vec<Location> {
    let locations = document.blocks.iter().flat_map(|block| match block {
        Block::Line(line) => vec![line.location],
        Block::Table(grid) => grid
            .rows
            .iter()
            .flatten()
            .map(|cell| cell.location)
            .collect(),
    });
    let mut locations: Vec<Location> = locations.collect();
    locations.sort_unstable();
    locations.dedup();
    locations
}

/// The edition that the headings tell; the year's own where only fields of both are there.
fn edition(tables: &Tables, year: u16, log: &mut Log) -> Edition {
    let of_year = if year >= 2021 {
        Edition::Form2021
    } else {
        Edition::Form2019
    };
    let path = || Some("edition".to_owned());
    match tables.edition {
        Some(edition) => {
            if edition != of_year {
                log.remark(None, "", path(), Remark::EditionOfOtherYear);
            }
            edition
        }
        None => {
            log.gap(None, "", path(), Gap::Edition);
            of_year
        }
    }
}

/// Leaves out what the format does not allow, so that whatever is written can be read again.
/// Nothing is, unless the tables were read against their own edition.
fn hold_to_the_format(report: &mut Report, log: &mut Log) {
    for _ in 0..6 {
        let Err(error) = Report::read(&report.write()) else {
            return;
        };
        let path = error.path.as_str();
        let outcomes = report
            .applications
            .as_mut()
            .and_then(|applications| applications.outcomes.as_mut());
        let other: Option<&mut Option<OtherOutcome>> = outcomes.map(|outcomes| &mut outcomes.other);
        match other {
            Some(other) if path.starts_with("applications.outcomes.other") => *other = None,
            _ if path.starts_with("applications") => report.applications = None,
            _ if path.starts_with("proactive") => report.proactive = None,
            _ if path.starts_with("reviews") => report.reviews = None,
            _ if path.starts_with("disclosure") => report.disclosure = None,
            _ => {
                report.period = None;
                report.source = None;
            }
        }
        log.readings
            .retain(|reading| !reading.path.starts_with(path));
        log.gap(None, "", Some(path.to_owned()), Gap::Edition);
    }
}
