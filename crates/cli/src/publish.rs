//! A folder of reports becomes a folder that any server, or none, can show.

use super::args::Publish;
use super::check::report;
use super::convert::{bytes, imported};
use super::folder::{Progress, collect};
use super::output::Written;
use super::parallel::each;
use super::render::{beside, bundle};
use super::stem::stem;
use super::{End, leftovers, say};
use crate::messages::CliText;
use base64::{Engine, engine::general_purpose::STANDARD};
use gongkai_catalog::{Extract, Measure};
use gongkai_i18n::Locale;
use gongkai_import::{Given, Note, Subject};
use gongkai_import::{import_error, import_note};
use gongkai_model::Report;
use gongkai_view::figures::View;
use gongkai_view::page::{Bundle, IndexEntry, PageOptions, index, page};
use sha2::{Digest, Sha384};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Where the reports' JSON stands.
const REPORTS: &str = "reports/";
/// What lists them for comparing.
const CATALOG: &str = "catalog.json";

/// A report that is published.
struct Taken {
    report: Report,
    stem: String,
}

impl Taken {
    /// The name of its page.
    fn page(&self) -> String {
        format!("{}.html", self.stem)
    }
}

/// What is published already, so that no report is there twice and no name.
#[derive(Default)]
struct Before {
    /// By an agency's name and year.
    files: BTreeMap<(String, u16), Vec<Source>>,
    stems: BTreeSet<String>,
}

struct Source {
    file: String,
    /// Of the agency.
    code: Option<String>,
}

impl Before {
    /// The file of the same report, if there is one: namesakes are told apart by their codes, and
    /// what has none could be of either.
    fn same(&self, report: &Report) -> Option<&str> {
        let key = (report.agency.name.clone(), report.year);
        let code = &report.agency.division_code;
        let mut files = self.files.get(&key)?.iter();
        let same = files.find(|other| match (code, &other.code) {
            (Some(code), Some(other)) => code == other,
            _ => true,
        })?;
        Some(&same.file)
    }

    fn add(&mut self, taken: &Taken, file: String) {
        let agency = &taken.report.agency;
        let key = (agency.name.clone(), taken.report.year);
        let code = agency.division_code.clone();
        let files = self.files.entry(key).or_default();
        files.push(Source { file, code });
        self.stems.insert(taken.stem.clone());
    }
}

pub fn run(args: &Publish, locale: Locale) -> End {
    match published(args, locale) {
        Ok(end) => end,
        Err(sentence) => {
            say::error(&sentence);
            End::Failed
        }
    }
}

fn published(args: &Publish, locale: Locale) -> Result<End, String> {
    let files = sources(args, locale)?;
    let folder = args.bundle.clone().unwrap_or_else(beside);
    let mut files_of = bundle(&Some(folder.clone()), "", locale)?;
    files_of.base = base(&files_of);
    let mut end = End::Good;
    let mut reports: Vec<Taken> = Vec::new();
    let mut before = Before::default();
    let inside = |file: &PathBuf| file.strip_prefix(&args.reports).unwrap_or(file).to_owned();
    let mut progress = Progress::new(files.len(), locale);
    let all = each(
        &files,
        |file| read(file, &inside(file), locale),
        |file| progress.step(&inside(file).display().to_string()),
    );
    progress.end();
    let mut unread: BTreeMap<String, PathBuf> = BTreeMap::new();
    for (file, read) in files.iter().zip(all) {
        let inside = inside(file);
        match read.and_then(|read| taken(read, &inside, &before, locale)) {
            Ok((report, is_whole)) => {
                if !is_whole {
                    end = end.max(End::Gaps);
                }
                before.add(&report, inside.display().to_string());
                reports.push(report);
            }
            Err(sentence) => {
                say::error(&sentence);
                end = End::Failed;
                unread.insert(stem(&inside, |_| false), inside);
            }
        }
    }
    if reports.is_empty() {
        // A list of nothing would take the place of one that readers use.
        return Err(CliText::NotWritten.text(locale).to_owned());
    }
    let mut written = Written::default();
    copy(&folder, &files_of, args, &mut written, locale)?;
    let mut entries = Vec::new();
    let mut sources = Vec::new();
    let mut progress = Progress::new(reports.len(), locale);
    let measures = Measure::all();
    let made = each(
        &reports,
        |taken| pages(taken, args, &files_of, &measures, locale),
        |taken| progress.step(&taken.page()),
    );
    progress.end();
    for (taken, made) in reports.iter().zip(made) {
        let (own, source) = made?;
        written.add(own);
        sources.extend(source);
        let agency = &taken.report.agency;
        entries.push(IndexEntry {
            agency: agency.name.clone(),
            code: agency.division_code.clone(),
            year: taken.report.year,
            page: taken.page(),
        });
    }
    // One report by itself is compared with nothing.
    let compared = sources.len() > 1;
    if compared {
        written.add(super::catalog::publish(
            sources,
            &args.output.join(CATALOG),
            locale,
        )?);
    }
    let start = args.output.join("index.html");
    let list = index(
        &entries,
        compared.then_some(CATALOG),
        &files_of,
        args.language,
    );
    written.write(&start, list.as_bytes(), locale)?;
    leftovers::sweep(&[
        &args.output,
        &args.output.join(REPORTS),
        &args.output.join(&files_of.base),
    ]);
    let stems: Vec<&str> = reports.iter().map(|taken| taken.stem.as_str()).collect();
    let catalog = args.output.join(CATALOG);
    if !compared && catalog.is_file() {
        say::error(&CliText::LeftoverCatalog.with(locale, &[&catalog.display().to_string()]));
    }
    for (page, json, stem) in leftovers::pages(&args.output, REPORTS, &stems) {
        let source = unread.get(&stem).map(|source| source.display().to_string());
        let (text, other) = match source {
            // It is not withdrawn, only spoilt.
            Some(source) => (CliText::LeftoverUnread, source),
            None => (CliText::Leftover, json),
        };
        say::error(&text.with(locale, &[&page, &other]));
    }
    let arguments = [
        reports.len().to_string(),
        args.output.display().to_string(),
        written.changed.to_string(),
        written.same.to_string(),
        start.display().to_string(),
    ];
    say::error(&CliText::Published.with(locale, &arguments.each_ref().map(String::as_str)));
    Ok(end)
}

/// Where the widget's files stand, below the folder that is written: named by what they hold, so that
/// a server may let browsers keep them for ever, and a page from before an update still finds its own.
fn base(bundle: &Bundle) -> String {
    let mut hash = Sha384::new();
    for (name, file) in &bundle.integrity {
        hash.update([name.as_bytes(), b"\0", file.as_bytes(), b"\0"].concat());
    }
    let digits = hash
        .finalize()
        .iter()
        .take(6)
        .fold(String::new(), |digits, byte| {
            digits + &format!("{byte:02x}")
        });
    format!("gongkai-{digits}/")
}

/// The files to publish.
///
/// # Errors
/// A sentence for people, where there are none or they would be written over.
fn sources(args: &Publish, locale: Locale) -> Result<Vec<PathBuf>, String> {
    let shown = args.reports.display().to_string();
    let cannot = |error: std::io::Error| say::unreadable(&shown, &error, locale);
    let out = std::fs::canonicalize(&args.output).ok();
    let is_written = |path: &Path| {
        let path = std::fs::canonicalize(path).ok();
        matches!((&path, &out), (Some(path), Some(out)) if path.starts_with(out))
    };
    if is_written(&args.reports) {
        return Err(CliText::SourceInOutput.with(locale, &[&shown]));
    }
    let mut files = Vec::new();
    collect(&args.reports, &mut files, &["json"]).map_err(cannot)?;
    // What this program wrote before is no source.
    files.retain(|file| !is_written(file));
    files.sort();
    if files.is_empty() {
        return Err(CliText::NoReports.with(locale, &[&shown]));
    }
    // What was converted and perhaps corrected stands for the file it was made of.
    let (jsons, others): (Vec<PathBuf>, Vec<PathBuf>) =
        files.into_iter().partition(|file| is_json(file));
    let own = jsons.iter().map(|json| (json.with_extension(""), json));
    let own: BTreeMap<PathBuf, &PathBuf> = own.collect();
    let mut files = jsons.clone();
    for file in others {
        match own.get(&file.with_extension("")) {
            None => files.push(file),
            Some(json) => {
                let inside = |path: &Path| {
                    let inside = path.strip_prefix(&args.reports).unwrap_or(path);
                    inside.display().to_string()
                };
                let arguments = [inside(&file), inside(json)];
                let arguments = arguments.each_ref().map(String::as_str);
                say::error(&CliText::FromJson.with(locale, &arguments));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_json(file: &Path) -> bool {
    file.extension()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("json"))
}

/// The widget's files, each held to the manifest.
fn copy(
    folder: &Path,
    bundle: &Bundle,
    args: &Publish,
    written: &mut Written,
    locale: Locale,
) -> Result<(), String> {
    let into = args.output.join(&bundle.base);
    let mut files = Vec::new();
    // All are looked at before the first is written.
    for (name, hash) in &bundle.integrity {
        let path = folder.join(name);
        let bad = || CliText::BadBundle.with(locale, &[&path.display().to_string()]);
        let bytes = std::fs::read(&path).map_err(|_| bad())?;
        if format!("sha384-{}", STANDARD.encode(Sha384::digest(&bytes))) != *hash {
            return Err(bad());
        }
        files.push((name, bytes));
    }
    for (name, bytes) in files {
        written.write(&into.join(name), &bytes, locale)?;
    }
    for name in ["manifest.json", "LICENSE", "LICENSE-MIT", "LICENSE-APACHE"] {
        if let Ok(bytes) = std::fs::read(folder.join(name)) {
            written.write(&into.join(name), &bytes, locale)?;
        }
    }
    Ok(())
}

/// The report in a file, of whatever kind, and what was not taken of it.
fn read(file: &Path, inside: &Path, locale: Locale) -> Result<(Report, Vec<Note>), String> {
    let name = inside.display().to_string();
    let bytes = bytes(file, false, locale)?;
    if is_json(inside) {
        return Ok((report(&name, &bytes, locale)?, Vec::new()));
    }
    let imported = imported(&name, &bytes, &Given::default());
    let mut imported = imported.map_err(|error| import_error(locale, &name, &error))?;
    let is_gap = |note: &Note| matches!(note.subject, Subject::Gap(_));
    imported.notes.retain(is_gap);
    Ok((imported.report, imported.notes))
}

/// A report that is not there yet, under a name of its own, and whether it was read whole.
fn taken(
    (report, gaps): (Report, Vec<Note>),
    inside: &Path,
    before: &Before,
    locale: Locale,
) -> Result<(Taken, bool), String> {
    let name = inside.display().to_string();
    for gap in &gaps {
        say::error(&format!(
            "{name}  {}",
            import_note(locale, report.edition, gap)
        ));
    }
    if let Some(other) = before.same(&report) {
        return Err(CliText::SameReport.with(locale, &[&name, other]));
    }
    let stem = stem(inside, |name| before.stems.contains(name));
    Ok((Taken { report, stem }, gaps.is_empty()))
}

/// Writes a report's JSON and its page; with what a catalogue takes of it, where one can hold it.
fn pages(
    Taken { report, stem }: &Taken,
    args: &Publish,
    files_of: &Bundle,
    measures: &[Measure],
    locale: Locale,
) -> Result<(Written, Option<Extract>), String> {
    let mut written = Written::default();
    let src = format!("{REPORTS}{stem}.json");
    let json = report.write() + "\n";
    written.write(&args.output.join(&src), json.as_bytes(), locale)?;
    let options = PageOptions {
        locale: args.language,
        view: View::default(),
        bundle: files_of.clone(),
        src: src.clone(),
        index: "index.html".to_owned(),
    };
    let html = page(report, &options);
    let path = args.output.join(format!("{stem}.html"));
    written.write(&path, html.as_bytes(), locale)?;
    let sha384 = STANDARD.encode(Sha384::digest(json.as_bytes()));
    // What no catalogue can hold is not compared, and has its page all the same.
    Ok((written, Extract::of(src, sha384, report, measures).ok()))
}

#[cfg(test)]
mod tests {
    use super::base;
    use gongkai_view::page::Bundle;

    fn named(hash: &str) -> String {
        base(&Bundle {
            base: String::new(),
            integrity: vec![("gongkai.js".to_owned(), hash.to_owned())],
        })
    }

    #[test]
    fn the_folder_of_the_widget_has_another_name_when_a_file_holds_something_else() {
        assert_eq!(named("sha384-a"), named("sha384-a"));
        assert_ne!(named("sha384-a"), named("sha384-b"));
        assert!(named("sha384-a").ends_with('/'));
    }
}
