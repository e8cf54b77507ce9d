//! A folder of reports becomes one catalogue, so that many are compared with one request.

use super::args::Catalog as Arguments;
use super::check::report;
use super::convert::bytes;
use super::folder::{Progress, collect};
use super::initials::initials;
use super::numbers::Numbers;
use super::output::Written;
use super::parallel::each;
use super::provinces::province;
use super::{End, leftovers, output, say};
use crate::messages::CliText;
use base64::{Engine, engine::general_purpose::STANDARD};
use gongkai_catalog::{Built, Catalog, Extract, INLINE, LeftOut, Measure, Unfit, Why, build};
use gongkai_i18n::Locale;
use sha2::{Digest, Sha384};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The name of a catalogue that is given none.
const NAME: &str = "catalog.json";

/// What became of one file.
enum Read {
    Taken(Box<Extract>),
    /// With a sentence that says why.
    LeftOut(String),
}

pub fn run(args: &Arguments, locale: Locale) -> End {
    match built(args, locale) {
        Ok(end) => end,
        Err(sentence) => {
            say::error(&sentence);
            say::error(CliText::NotWritten.text(locale));
            End::Failed
        }
    }
}

fn built(args: &Arguments, locale: Locale) -> Result<End, String> {
    let output = args.output.clone();
    let output = output.unwrap_or_else(|| args.folder.join(NAME));
    let below = below(&args.folder, &output, locale)?;
    if super::check::read(&output, locale).is_ok() {
        return Err(CliText::OverOther.with(locale, &[&output.display().to_string()]));
    }
    // Before the long part, so that a mistake in it is said at once.
    let numbers = args.denominators.as_ref();
    let numbers = numbers
        .map(|file| Numbers::read(file, locale))
        .transpose()?;
    let mut files = Vec::new();
    collect(&args.folder, &mut files, &["json"])
        .map_err(|error| cannot_read(&args.folder, &error, locale))?;
    files.sort();
    let (files, others): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(|file| {
        file.extension()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("json"))
    });

    let measures = Measure::all();
    let mut sources = Vec::new();
    let mut refused = 0_usize;
    for other in unconverted(&files, others) {
        refused = refused.saturating_add(1);
        say::error(&CliText::NotConverted.with(locale, &[&other.display().to_string()]));
    }
    for read in read_all(&files, args, &below, &measures, locale) {
        match read {
            Read::Taken(source) => sources.push(*source),
            Read::LeftOut(sentence) => {
                refused = refused.saturating_add(1);
                say::error(&sentence);
            }
        }
    }
    let Built {
        mut catalog,
        left_out,
    } = build(sources, &measures, &initials);
    for one in &left_out {
        say::error(&sentence(one, &output, locale));
    }
    if catalog.is_empty() {
        return Err(CliText::CatalogEmpty.with(locale, &[&args.folder.display().to_string()]));
    }
    catalog.title.clone_from(&args.title);
    catalog.is_fictional = args.is_fictional;
    let given = |place: &_| numbers.as_ref().and_then(|numbers| numbers.group(place));
    catalog.group_by(|place| given(place).or_else(|| province(place.code.as_deref()?)));
    if let Some(numbers) = &numbers {
        numbers.relate(&mut catalog, locale)?;
    }
    write(&mut catalog, &output, locale)?;
    let years = catalog.years();
    let year = |year: Option<&u16>| year.map(u16::to_string).unwrap_or_default();
    let left = refused.saturating_add(left_out.len());
    let arguments = [
        catalog.len().to_string(),
        catalog.places().len().to_string(),
        year(years.first()),
        year(years.last()),
        left.to_string(),
        output.display().to_string(),
    ];
    say::error(&CliText::Cataloged.with(locale, &arguments.each_ref().map(String::as_str)));
    Ok(match left {
        0 => End::Good,
        _ => End::Gaps,
    })
}

/// Of reports that are no JSON those that have none under their own name, wherever in the folder:
/// neither sources that were converted nor the pages of a published report.
fn unconverted(files: &[PathBuf], others: Vec<PathBuf>) -> Vec<PathBuf> {
    let stems: BTreeSet<_> = files.iter().filter_map(|file| file.file_stem()).collect();
    let is_left = |file: &PathBuf| {
        let stem = file.file_stem();
        // Such a page lists reports and is none.
        stem.is_some_and(|stem| !stems.contains(stem) && stem != "index")
    };
    others.into_iter().filter(is_left).collect()
}

fn cannot_read(path: &Path, error: &std::io::Error, locale: Locale) -> String {
    say::unreadable(&path.display().to_string(), error, locale)
}

/// The folder of reports as seen from the catalogue's; a path in a catalogue never leads upwards.
fn below(folder: &Path, output: &Path, locale: Locale) -> Result<PathBuf, String> {
    let folder = std::fs::canonicalize(folder).map_err(|e| cannot_read(folder, &e, locale))?;
    let parent = output.parent().filter(|it| !it.as_os_str().is_empty());
    let parent = std::fs::canonicalize(parent.unwrap_or(Path::new("."))).ok();
    let below = parent.and_then(|parent| Some(folder.strip_prefix(parent).ok()?.to_owned()));
    below.ok_or_else(|| {
        let arguments = [&output.display().to_string(), &folder.display().to_string()];
        CliText::CatalogElsewhere.with(locale, &arguments.map(String::as_str))
    })
}

/// Every file read, in the order of the files.
fn read_all(
    files: &[PathBuf],
    args: &Arguments,
    below: &Path,
    measures: &[Measure],
    locale: Locale,
) -> Vec<Read> {
    let mut progress = Progress::new(files.len(), locale);
    let work = |file: &PathBuf| read(file, args, below, measures, locale);
    let step = |file: &PathBuf| progress.step(&file.display().to_string());
    let all = each(files, work, step);
    progress.end();
    all
}

fn read(file: &Path, args: &Arguments, below: &Path, measures: &[Measure], locale: Locale) -> Read {
    let name = file.display().to_string();
    let bytes = match bytes(file, false, locale) {
        Ok(bytes) => bytes,
        Err(sentence) => return Read::LeftOut(sentence),
    };
    let report = match report(&name, &bytes, locale) {
        Ok(report) => report,
        Err(sentence) => return Read::LeftOut(sentence),
    };
    let inside = below.join(file.strip_prefix(&args.folder).unwrap_or(file));
    let steps: Option<Vec<&str>> = inside.iter().map(|step| step.to_str()).collect();
    let path = steps.map(|steps| steps.join("/")).unwrap_or_default();
    let sha384 = STANDARD.encode(Sha384::digest(&bytes));
    match Extract::of(path, sha384, &report, measures) {
        Ok(source) => Read::Taken(Box::new(source)),
        Err(Unfit::Path) => Read::LeftOut(CliText::CatalogPath.with(locale, &[&name])),
        Err(Unfit::Digits(field)) => {
            Read::LeftOut(CliText::CatalogDigits.with(locale, &[&name, &field]))
        }
    }
}

fn sentence(left_out: &LeftOut, output: &Path, locale: Locale) -> String {
    let (text, other) = match &left_out.why {
        Why::SameAs(other) => (CliText::CatalogSame, other),
        Why::Contradicts(other) => (CliText::CatalogContradicts, other),
    };
    let shown = |file: &str| output.with_file_name(file).display().to_string();
    text.with(locale, &[&shown(&left_out.file), &shown(other)])
}

/// Writes the catalogue, and the hashes of a large one beside it. A block of hashes is named by
/// what it holds, so the old catalogue's stay whole until the new one is in its place.
fn write(catalog: &mut Catalog, output: &Path, locale: Locale) -> Result<Written, String> {
    let stem = output.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}.hashes");
    let folder = output.with_file_name(&name);
    let mut kept = Vec::new();
    let mut written = Written::default();
    if catalog.len() > INLINE {
        let mut blocks = Vec::new();
        for text in catalog.hash_blocks() {
            let digest = Sha384::digest(text.as_bytes());
            let short: String = digest
                .iter()
                .take(8)
                .map(|byte| format!("{byte:02x}"))
                .collect();
            let file = format!("{short}.json");
            let path = folder.join(&file);
            written.write(&path, text.as_bytes(), locale)?;
            blocks.push((format!("{name}/{file}"), STANDARD.encode(digest)));
            kept.push(file);
        }
        catalog.keep_hashes_in(blocks);
    }
    written.write(output, catalog.write().as_bytes(), locale)?;
    clear(&folder, &kept);
    leftovers::sweep(&[output::folder(output), &folder]);
    Ok(written)
}

/// Of reports that are being published; says what it leaves out.
pub(super) fn publish(
    sources: Vec<Extract>,
    output: &Path,
    locale: Locale,
) -> Result<Written, String> {
    let Built {
        mut catalog,
        left_out,
    } = build(sources, &Measure::all(), &initials);
    for one in &left_out {
        say::error(&sentence(one, output, locale));
    }
    catalog.group_by(|place| province(place.code.as_deref()?));
    write(&mut catalog, output, locale)
}

/// Removes the blocks of a catalogue that is no longer. One that stays does no harm.
fn clear(folder: &Path, kept: &[String]) {
    let is_block = |name: &str| {
        let stem = name.strip_suffix(".json").unwrap_or_default();
        stem.len() == 16 && stem.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_block(&name) && !kept.contains(&name) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
    if kept.is_empty() {
        // Only where nothing is left in it.
        let _ = std::fs::remove_dir(folder);
    }
}
