//! Makes a [`Report`] of a [`Document`]: metadata, tables and prose, with diagnostics.

use super::prose::sections;
use super::tables::{self, Tables};
use super::{
    Block, Document, Evidence, Gap, ImportError, Imported, Location, Log, Place, Remark,
    RequiredField, Resource, Source,
};
use super::{metadata, number, prose};
use gongkai_model::{Agency, Date, Edition, FORMAT, OtherOutcome, Report};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Fields that the person who converts a file states. They take precedence over the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The name of the agency.
    pub agency: Option<String>,
    /// From 2008 to 2200. Other values are ignored.
    pub year: Option<u16>,
    /// 统计用区划代码
    pub division_code: Option<String>,
    /// The page's address.
    pub address: Option<String>,
    /// The date of publication.
    pub published: Option<Date>,
}

/// Reads a document as a report.
///
/// # Errors
/// [`ImportError::TooMany`] characters; [`ImportError::NotAReport`] if neither a table of the form nor a
/// title is found; [`ImportError::OlderForm`] or [`ImportError::SchoolYear`] if it is a report without the
/// form; [`ImportError::NoSuchReport`] if the file holds several reports, but none of the given agency or
/// year; [`ImportError::MissingRequired`] if the agency's name or the year is not known.
pub fn read(document: &Document) -> Result<Imported, ImportError> {
    read_with(document, &Overrides::default())
}

/// Like [`read`], with fields that take precedence over the file.
///
/// # Errors
/// As for [`read`], except that overrides are not missing.
pub fn read_with(document: &Document, overrides: &Overrides) -> Result<Imported, ImportError> {
    check_size(document)?;
    let overrides = valid(overrides);
    let mut log = Log::default();
    let mut tables = tables::read(document, &mut log);
    let mut own = Cow::Borrowed(document);
    // The index of the report's first block.
    let mut first_block = 0;
    let reports = metadata::reports(document, &tables.in_tables);
    if !reports.is_empty() {
        log = Log::default();
        let (blocks, from) = chosen_report(document, &reports, &overrides, &mut log)?;
        (own, first_block) = (Cow::Owned(blocks), from);
        tables = tables::read(&own, &mut log);
    }
    let document = own.as_ref();
    let headings = sections::headings(document);
    let metadata = metadata::read(document, &tables.in_tables, &headings, &overrides, &mut log);
    if !metadata.has_title && !tables.in_tables.contains(&true) {
        let elsewhere = document.elsewhere.first();
        return Err(
            elsewhere.map_or(ImportError::NotAReport, |found| ImportError::Elsewhere {
                kind: found.kind,
                name: found.name.clone(),
            }),
        );
    }
    let has_form =
        tables.proactive.is_some() || tables.applications.is_some() || tables.reviews.is_some();
    if !has_form {
        if let Some(year) = metadata.year.filter(|year| *year < FIRST_YEAR) {
            return Err(ImportError::OlderForm { year });
        }
        if is_on_school_year(document) {
            return Err(ImportError::SchoolYear);
        }
    }
    let (agency, year) = match (metadata.agency, metadata.year) {
        (Some(agency), Some(year)) => (agency, year),
        (agency, year) => {
            let agency = agency.is_none().then_some(RequiredField::Agency);
            let year = year.is_none().then_some(RequiredField::Year);
            let what = agency.into_iter().chain(year).collect();
            return Err(ImportError::MissingRequired { what });
        }
    };
    let context = prose::Context {
        agency: &agency,
        year,
        headings: &headings,
    };
    let prose = prose::read(document, &tables.in_tables, &context, &mut log);
    let edition = edition(&tables, year, &mut log);
    for page in &document.scanned_pages {
        let location = Location::Page {
            page: *page,
            line: 1,
        };
        log.gap(Some(location), "", None, Gap::ScannedPage);
    }
    let has_tables =
        tables.proactive.is_some() && tables.applications.is_some() && tables.reviews.is_some();
    for found in document.elsewhere.iter().filter(|_| !has_tables) {
        let gap = Gap::Elsewhere(found.kind);
        log.gap(Some(found.location), &found.name, None, gap);
    }
    for font in &document.doubtful_fonts {
        log.gap(None, font, None, Gap::DoubtfulFont);
    }
    let mut report = Report {
        format: FORMAT.to_owned(),
        agency: Agency {
            name: agency,
            division_code: overrides.division_code,
        },
        year,
        period: metadata.period,
        edition,
        source: metadata.source,
        disclosure: prose.disclosure,
        proactive: tables.proactive,
        applications: tables.applications,
        reviews: tables.reviews,
        text: prose.text,
        ..Report::default()
    };
    leave_out_invalid(&mut report, &mut log);
    remark_signs(&mut log);
    let places = places(document, &tables.in_tables);
    for note in &mut log.notes {
        note.place = note
            .location
            .and_then(|location| places.get(&location).cloned());
    }
    let locations = sorted_locations(document);
    let position = |location: &Location| locations.binary_search(location).unwrap_or_else(|at| at);
    log.readings
        .sort_by_key(|reading| position(&reading.location));
    prove_by_lines(document, &mut log);
    for evidence in &mut log.evidence {
        quote_as_written(evidence, document);
        evidence.source.block += first_block;
    }
    log.evidence.sort_by_key(|evidence| {
        let source = &evidence.source;
        (source.block, source.row, source.cell, source.chars.start)
    });
    // Notes without a location come last.
    log.notes
        .sort_by_key(|note| note.location.as_ref().map_or(usize::MAX, position));
    Ok(Imported {
        report,
        readings: log.readings,
        notes: log.notes,
        evidence: log.evidence,
        explanations: log.explanations,
    })
}

/// The first year whose reports have the statutory form.
const FIRST_YEAR: u16 = 2019;

/// Whether one of the first lines is the title of a report on a school year.
fn is_on_school_year(document: &Document) -> bool {
    let lines = document.blocks.iter().filter_map(|block| match block {
        Block::Line(line) => Some(line.text.as_str()),
        Block::Table(_) => None,
    });
    let names = |line: &str| {
        ["学年", "信息公开", "报告"]
            .iter()
            .all(|word| line.contains(word))
    };
    document.title.as_deref().is_some_and(names) || lines.take(12).any(names)
}

/// Says how many cells print a sign such as "—", each sign once. That of the form, "/", needs no word.
fn remark_signs(log: &mut Log) {
    let mut signs: Vec<(String, String, usize)> = Vec::new();
    for evidence in &log.evidence {
        let Some(sign) = number::unusual_sign(&evidence.text) else {
            continue;
        };
        match signs.iter_mut().find(|(own, ..)| *own == sign) {
            Some((_, _, count)) => *count += 1,
            None => signs.push((sign, evidence.field.clone(), 1)),
        }
    }
    for (sign, path, count) in signs {
        let found = log
            .readings
            .iter()
            .find(|reading| path.starts_with(&reading.path) || reading.path.starts_with(&path));
        let location = found.map(|reading| reading.location);
        let remark = Remark::NotApplicable { count };
        log.remark(location, &sign, Some(path), remark);
    }
}

/// The most characters of a document. A report rarely has more than 30,000, or 100,000 with a whole
/// portal page around it.
const MAX_CHARACTERS: usize = 1_000_000;

fn check_size(document: &Document) -> Result<(), ImportError> {
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
    if characters.sum::<usize>() > MAX_CHARACTERS {
        return Err(ImportError::TooMany {
            what: Resource::Characters,
            limit: MAX_CHARACTERS,
        });
    }
    Ok(())
}

/// Chooses one of several reports in a file by their titles: that of the given agency and year, the one that
/// the page is named after, or the first. Returns it and the index of its first block.
///
/// # Errors
/// [`ImportError::NoSuchReport`] if none is of the given agency or year.
fn chosen_report(
    document: &Document,
    reports: &[metadata::Title],
    overrides: &Overrides,
    log: &mut Log,
) -> Result<(Document, usize), ImportError> {
    let year = overrides.year.or_else(|| metadata::year_of_file(document));
    let is_given = |title: &metadata::Title| {
        let given = overrides.agency.as_deref();
        let has_agency = given.is_none_or(|own| title.agency.as_deref() == Some(own));
        let has_year = overrides.year.is_none_or(|year| title.year == Some(year));
        (has_agency, has_year)
    };
    // A name that none of the titles has may be the one to give to a report that has only one.
    let names = reports.iter().map(|title| title.agency.as_deref());
    let has_one_name = names.collect::<BTreeSet<_>>().len() == 1;
    if !reports.iter().any(|title| {
        let (has_agency, has_year) = is_given(title);
        (has_agency || has_one_name) && has_year
    }) {
        let found = reports.iter().filter_map(|title| {
            let agency = title.agency.as_deref()?;
            Some(format!("{agency} {}", title.year?))
        });
        return Err(ImportError::NoSuchReport {
            found: found.collect(),
        });
    }
    let agrees = |title: &metadata::Title| {
        let has_year = year.is_some_and(|year| title.year == Some(year));
        let has_agency = title.agency.as_deref().is_some_and(|agency| {
            match (&overrides.agency, &document.title) {
                (Some(own), _) => own == agency,
                (None, Some(file)) => file.contains(agency),
                (None, None) => false,
            }
        });
        let (is_of_agency, is_of_year) = is_given(title);
        (is_of_agency && is_of_year, has_year, has_agency)
    };
    // The first of those that agree most.
    let mut chosen = 0;
    for (at, title) in reports.iter().enumerate() {
        if reports
            .get(chosen)
            .is_some_and(|own| agrees(title) > agrees(own))
        {
            chosen = at;
        }
    }
    let begin = |at: usize| match reports.get(at) {
        Some(title) if at > 0 => title.block.min(document.blocks.len()),
        Some(_) => 0,
        None => document.blocks.len(),
    };
    for (at, title) in reports.iter().enumerate().filter(|(at, _)| *at != chosen) {
        let blocks = document.blocks.get(begin(at)..).unwrap_or_default();
        let location = blocks.iter().find_map(|block| match block {
            Block::Line(line) if !line.text.trim().is_empty() => Some(line.location),
            _ => None,
        });
        log.gap(location, &title.written, None, Gap::OtherReport);
    }
    let from = begin(chosen);
    let own = document.blocks.get(from..begin(chosen + 1));
    let document = Document {
        blocks: own.unwrap_or_default().to_vec(),
        ..document.clone()
    };
    Ok((document, from))
}

/// Drops overrides that are blank or invalid.
fn valid(overrides: &Overrides) -> Overrides {
    let text = |text: &Option<String>| {
        let text = text.as_deref().map(str::trim)?;
        (!text.is_empty()).then(|| text.to_owned())
    };
    Overrides {
        agency: text(&overrides.agency),
        year: overrides
            .year
            .filter(|year| metadata::dates::is_year(*year)),
        division_code: text(&overrides.division_code),
        address: text(&overrides.address),
        published: overrides.published,
    }
}

/// Adds the line of each reading whose passage is not known more exactly.
fn prove_by_lines(document: &Document, log: &mut Log) {
    let mut lines: BTreeMap<Location, (usize, &str)> = BTreeMap::new();
    for (index, block) in document.blocks.iter().enumerate() {
        if let Block::Line(line) = block
            && !line.text.trim().is_empty()
        {
            lines.entry(line.location).or_insert((index, &line.text));
        }
    }
    let proven: BTreeSet<&str> = log.evidence.iter().map(|own| own.field.as_str()).collect();
    let is_proven = |path: &str| {
        let mut after = proven.range(path..);
        after.next().is_some_and(|field| {
            let rest = field.strip_prefix(path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    };
    let unproven = log
        .readings
        .iter()
        .filter(|reading| !is_proven(&reading.path));
    let added: Vec<Evidence> = unproven
        .filter_map(|reading| {
            let (block, text) = lines.get(&reading.location)?;
            Some(Evidence {
                field: reading.path.clone(),
                source: Source::line(*block, 0..text.chars().count()),
                text: (*text).to_owned(),
            })
        })
        .collect();
    log.evidence.extend(added);
}

/// Restores the spaces and the marks of bold text that a value is read without.
fn quote_as_written(evidence: &mut Evidence, document: &Document) {
    let Some(written) = document.passage(&evidence.source) else {
        return;
    };
    let is_dropped = |c: &char| c.is_whitespace() || *c == '*';
    let is_same = written
        .chars()
        .filter(|c| !is_dropped(c))
        .eq(evidence.text.chars().filter(|c| !is_dropped(c)));
    if is_same {
        evidence.text = written;
    }
}

/// How many characters of a paragraph tell it from others.
const BEGINNING: usize = 12;

/// The place of each location. Lines of a table in text have none: their numbers are as good.
fn places(document: &Document, in_tables: &[bool]) -> BTreeMap<Location, Place> {
    let mut places = BTreeMap::new();
    let mut table = 0;
    for (block, is_in_table) in document.blocks.iter().zip(in_tables) {
        match block {
            Block::Line(line) if *is_in_table || line.text.trim().is_empty() => {}
            Block::Line(line) => {
                let text = line.text.trim().chars().take(BEGINNING);
                places.entry(line.location).or_insert_with(|| Place::Line {
                    beginning: text.collect(),
                });
            }
            Block::Table(grid) => {
                table += 1;
                for (row, cells) in grid.rows.iter().enumerate() {
                    for cell in cells {
                        let row = row + 1;
                        let place = places.entry(cell.location);
                        place.or_insert(Place::Row { table, row });
                    }
                }
            }
        }
    }
    places
}

/// The locations of the document, sorted.
fn sorted_locations(document: &Document) -> Vec<Location> {
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

/// The edition of the tables, or that of the year if they do not tell.
fn edition(tables: &Tables, year: u16, log: &mut Log) -> Edition {
    let edition_of_year = if year >= 2021 {
        Edition::Form2021
    } else {
        Edition::Form2019
    };
    let path = || Some("edition".to_owned());
    match tables.edition {
        Some(edition) => {
            if edition != edition_of_year {
                log.remark(None, "", path(), Remark::EditionOfOtherYear);
            }
            edition
        }
        None => {
            log.gap(None, "", path(), Gap::Edition);
            edition_of_year
        }
    }
}

/// Leaves out what the format does not allow, so that the written report can be read again. This only
/// affects tables that were read against their own edition.
fn leave_out_invalid(report: &mut Report, log: &mut Log) {
    // One round for each section and one for the metadata.
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
        log.evidence
            .retain(|evidence| !evidence.field.starts_with(path));
        log.gap(None, "", Some(path.to_owned()), Gap::Edition);
    }
}
