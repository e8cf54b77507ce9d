//! `gongkai catalog`: a folder of reports as one catalogue, so that many are compared with one request.

use super::args::Catalog as Arguments;
use super::atomic_file::WriteCounts;
use super::check::parse_report;
use super::convert::read_bytes;
use super::denominators::Denominators;
use super::progress::Progress;
use super::{Outcome, atomic_file, collect, stale_files, terminal};
use crate::messages::{CliText, cli_text};
use gongkai_catalog::{
    BuildResult, Catalog, Extract, ExtractError, Measure, Omission, OmissionReason, build,
    series_folder,
};
use gongkai_i18n::Locale;
use gongkai_publish::{SeriesFiles, catalog_files, hash, initials, province};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How many files are written at once: 4 ms each one by one, 1 ms with as many as this.
const WRITERS: usize = 32;

/// The default name of a catalogue.
const NAME: &str = "catalog.json";

pub fn run(args: &Arguments, locale: Locale) -> Outcome {
    match create(args, locale) {
        Ok(outcome) => outcome,
        Err(message) => {
            terminal::message(&message);
            terminal::message(CliText::NotWritten.text(locale));
            Outcome::Failed
        }
    }
}

fn create(args: &Arguments, locale: Locale) -> Result<Outcome, String> {
    let output = args.output.clone();
    let output = output.unwrap_or_else(|| args.folder.join(NAME));
    let prefix = path_from_catalog(&args.folder, &output, locale)?;
    if super::check::read_report(&output, locale).is_ok() {
        return Err(cli_text::OverOther {
            file: &output.display().to_string(),
        }
        .text(locale));
    }
    // Before the long part, so that a mistake in it is reported at once.
    let denominators = args.denominators.as_ref();
    let denominators = denominators
        .map(|file| Denominators::read(file, locale))
        .transpose()?;

    let measures = Measure::all();
    let (extracts, unread) = read_folder(args, &prefix, &measures, locale)?;
    let BuildResult {
        mut catalog,
        omitted,
    } = build(extracts, &measures, &initials);
    report_left_out(&omitted, &output, locale);
    if catalog.is_empty() {
        return Err(cli_text::CatalogEmpty {
            folder: &args.folder.display().to_string(),
        }
        .text(locale));
    }
    catalog.title.clone_from(&args.title);
    catalog.is_fictional = args.is_fictional;
    catalog.group_by(|agency| {
        let given = denominators.as_ref().and_then(|table| table.group(agency));
        given.or_else(|| province(agency.code.as_deref()?))
    });
    if let Some(denominators) = &denominators {
        denominators.add_to(&mut catalog)?;
        let unused = denominators.unused(&catalog);
        if !unused.is_empty() {
            let rows = &named(&unused, locale);
            let count = &unused.len().to_string();
            terminal::message(&cli_text::UnknownPlaces { rows, count }.text(locale));
        }
    }
    write(&mut catalog, &output, locale)?;
    let omitted = unread.saturating_add(omitted.len());
    report_totals(&catalog, omitted, &output, locale);
    Ok(if omitted == 0 {
        Outcome::Complete
    } else {
        Outcome::Gaps
    })
}

/// Reads all reports below the folder, and reports each file that is left out. Returns the number of those too.
fn read_folder(
    args: &Arguments,
    prefix: &Path,
    measures: &[Measure],
    locale: Locale,
) -> Result<(Vec<Extract>, usize), String> {
    let found = collect::reports_and_json(&args.folder)
        .map_err(|error| cannot_read(&args.folder, &error, locale))?;
    found.report(&args.folder, locale);
    let files = found.files;
    let (jsons, others): (Vec<PathBuf>, Vec<PathBuf>) =
        files.into_iter().partition(|file| collect::is_json(file));
    let progress = Progress::new(jsons.len(), locale);
    let read: Vec<Result<Extract, String>> = jsons
        .par_iter()
        .map(|file| {
            let extract = read(file, args, prefix, measures, locale);
            progress.step(&file.display().to_string());
            extract
        })
        .collect();
    progress.finish();
    let mut extracts = Vec::new();
    let mut unread = 0_usize;
    let unconverted = unconverted(&jsons, others).into_iter().map(|other| {
        Err(cli_text::NotConverted {
            file: &other.display().to_string(),
        }
        .text(locale))
    });
    for one in unconverted.chain(read) {
        match one {
            Ok(extract) => extracts.push(extract),
            Err(message) => {
                unread = unread.saturating_add(1);
                terminal::message(&message);
            }
        }
    }
    Ok((extracts, unread))
}

/// Files that have to be converted first: those without a JSON of the same name anywhere in the folder.
/// The others are sources that were converted, or pages of published reports.
fn unconverted(jsons: &[PathBuf], others: Vec<PathBuf>) -> Vec<PathBuf> {
    let converted: BTreeSet<_> = jsons.iter().filter_map(|file| file.file_stem()).collect();
    let is_unconverted = |file: &PathBuf| {
        let stem = file.file_stem();
        // `index.html` of a published folder lists reports.
        stem.is_some_and(|stem| !converted.contains(stem) && stem != "index")
    };
    others.into_iter().filter(is_unconverted).collect()
}

/// How many names a message lists.
const NAMED: usize = 5;

/// Lists the first names.
fn named(names: &[&str], locale: Locale) -> String {
    let first = names.get(..NAMED).unwrap_or(names);
    let mut list = first.join(CliText::Comma.text(locale));
    if first.len() < names.len() {
        list.push('…');
    }
    list
}

fn cannot_read(path: &Path, error: &std::io::Error, locale: Locale) -> String {
    terminal::cannot_read(&path.display().to_string(), error, locale)
}

/// The path from the catalogue's folder to the folder of reports. Paths in a catalogue never lead upwards.
fn path_from_catalog(folder: &Path, output: &Path, locale: Locale) -> Result<PathBuf, String> {
    let folder = std::fs::canonicalize(folder).map_err(|e| cannot_read(folder, &e, locale))?;
    let parent = std::fs::canonicalize(atomic_file::parent(output)).ok();
    let path = parent.and_then(|parent| Some(folder.strip_prefix(parent).ok()?.to_owned()));
    path.ok_or_else(|| {
        cli_text::CatalogElsewhere {
            catalog: &output.display().to_string(),
            folder: &folder.display().to_string(),
        }
        .text(locale)
    })
}

fn read(
    file: &Path,
    args: &Arguments,
    prefix: &Path,
    measures: &[Measure],
    locale: Locale,
) -> Result<Extract, String> {
    let name = file.display().to_string();
    let bytes = read_bytes(file, locale)?;
    let report = parse_report(&name, &bytes, locale)?;
    let inside = prefix.join(file.strip_prefix(&args.folder).unwrap_or(file));
    let steps: Option<Vec<&str>> = inside.iter().map(|step| step.to_str()).collect();
    let path = steps.map(|steps| steps.join("/")).unwrap_or_default();
    let sha384 = hash(&bytes);
    Extract::of(path, sha384, &report, measures).map_err(|unfit| match unfit {
        ExtractError::InvalidPath => cli_text::CatalogPath { file: &name }.text(locale),
        ExtractError::TooManyDigits(field) => cli_text::CatalogDigits {
            file: &name,
            field: &field,
        }
        .text(locale),
    })
}

fn report_left_out(omitted: &[Omission], output: &Path, locale: Locale) {
    let shown = |file: &str| output.with_file_name(file).display().to_string();
    for one in omitted {
        let (text, other) = match &one.reason {
            OmissionReason::DuplicateOf(other) => (CliText::CatalogSame, other),
            OmissionReason::ConflictsWith(other) => (CliText::CatalogContradicts, other),
        };
        terminal::message(&text.with(locale, &[&shown(&one.file), &shown(other)]));
    }
}

fn report_totals(catalog: &Catalog, omitted: usize, output: &Path, locale: Locale) {
    let years = catalog.years();
    let year = |year: Option<&u16>| year.map(u16::to_string).unwrap_or_default();
    let totals = cli_text::Cataloged {
        reports: &catalog.len().to_string(),
        agencies: &catalog.agencies().len().to_string(),
        first: &year(years.first()),
        last: &year(years.last()),
        left_out: &omitted.to_string(),
        catalog: &output.display().to_string(),
    };
    terminal::message(&totals.text(locale));
}

/// Makes the catalogue of published reports, and reports which ones it leaves out.
///
/// # Errors
/// A sentence for people.
pub(super) fn publish(
    extracts: Vec<Extract>,
    output: &Path,
    locale: Locale,
) -> Result<WriteCounts, String> {
    let BuildResult {
        mut catalog,
        omitted,
    } = build(extracts, &Measure::all(), &initials);
    report_left_out(&omitted, output, locale);
    catalog.group_by(|agency| province(agency.code.as_deref()?));
    write(&mut catalog, output, locale)
}

/// What a run has written beside a catalogue: the counts, and the paths of the files that belong to it.
#[derive(Default)]
struct Beside {
    counts: WriteCounts,
    kept: BTreeSet<PathBuf>,
}

impl Beside {
    fn write(&mut self, path: PathBuf, text: &str, locale: Locale) -> Result<(), String> {
        self.counts.write(&path, text.as_bytes(), locale)?;
        self.kept.insert(path);
        Ok(())
    }

    fn add(&mut self, other: Beside) {
        self.counts.add(other.counts);
        self.kept.extend(other.kept);
    }
}

/// Writes the catalogue, and beside it the series of its agencies and the hashes of a large one.
///
/// Whatever a file names is written before it, and files of an earlier catalogue are removed after everything: if
/// this stops anywhere, the old catalogue is still whole.
fn write(catalog: &mut Catalog, output: &Path, locale: Locale) -> Result<WriteCounts, String> {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    let stem = output.file_stem().unwrap_or_default().to_string_lossy();
    let hashes = output.with_file_name(format!("{stem}.hashes"));
    let series = output.with_file_name(series_folder(&name));
    let (index, peers) = (series.join("index"), series.join("peers"));
    let mut beside = write_series(catalog, output, &name, locale)?;
    for (path, text) in catalog_files(catalog, &name) {
        beside.write(output.with_file_name(&path), &text, locale)?;
    }
    let is_index = |stem: &str| stem == "all" || is_hexadecimal(stem) && stem.len() <= 6;
    remove_old(&hashes, &beside.kept, is_content_name);
    remove_old(&index, &beside.kept, is_index);
    remove_old(&peers, &beside.kept, is_content_name);
    remove_old(&series, &beside.kept, is_content_name);
    let folder = atomic_file::parent(output);
    stale_files::remove_temporary_files(&[folder, &hashes, &index, &peers, &series]);
    Ok(beside.counts)
}

/// Writes the series of each agency, the peers, and the index that leads to them.
fn write_series(
    catalog: &Catalog,
    output: &Path,
    name: &str,
    locale: Locale,
) -> Result<Beside, String> {
    let (series, peers) = SeriesFiles::new(catalog, name);
    let write_one = |(path, text): (String, String)| {
        let mut own = Beside::default();
        own.write(output.with_file_name(&path), &text, locale)?;
        Ok::<Beside, String>(own)
    };
    let write_each = |files: Vec<(String, String)>| {
        let written = files.into_par_iter().map(write_one);
        written.try_reduce(Beside::default, |mut all, one| {
            all.add(one);
            Ok(all)
        })
    };
    let write_all = || -> Result<Beside, String> {
        let mut beside = write_each(peers)?;
        let written: Result<Vec<_>, String> = (0..catalog.agencies().len())
            .into_par_iter()
            .filter_map(|agency| series.series(agency))
            .map(|(path, text, file)| Ok((write_one((path, text))?, file)))
            .collect();
        let mut files = Vec::new();
        for (own, file) in written? {
            beside.add(own);
            files.push(file);
        }
        let mut index = series.index(files);
        let root = index.pop();
        beside.add(write_each(index)?);
        beside.add(write_each(root.into_iter().collect())?);
        Ok(beside)
    };
    // A file system ends many writes at once in the time of one.
    match rayon::ThreadPoolBuilder::new().num_threads(WRITERS).build() {
        Ok(pool) => pool.install(write_all),
        Err(_) => write_all(),
    }
}

fn is_hexadecimal(stem: &str) -> bool {
    !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a file may be named after its content.
fn is_content_name(stem: &str) -> bool {
    stem.len() == 16 && is_hexadecimal(stem)
}

/// Removes the files of an earlier catalogue, told by their names, and the folder if nothing else is in it. One that
/// cannot be removed does no harm.
fn remove_old(folder: &Path, kept: &BTreeSet<PathBuf>, is_own: impl Fn(&str) -> bool) {
    let mut has_any = false;
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_stale = name.strip_suffix(".json").is_some_and(&is_own) && !kept.contains(&path);
        has_any |= !is_stale || std::fs::remove_file(path).is_err();
    }
    if !has_any {
        let _ = std::fs::remove_dir(folder);
    }
}
