//! `gongkai publish`: a folder of reports as pages that any server, or none, can show.

mod site_manifest;
mod sources;

use super::args::Publish;
use super::atomic_file::WriteCounts;
use super::convert::gap_texts;
use super::progress::Progress;
use super::render::page_frame;
use super::slug::slug;
use super::{Outcome, bundle, catalog, stale_files, terminal};
use crate::messages::{CliText, cli_text};
use base64::{Engine, engine::general_purpose::STANDARD};
use gongkai_catalog::{Extract, Measure};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::figures::View;
use gongkai_view::page::{
    Bundle, IndexEntry, PageFrame, PageOptions, SEARCH_SCRIPT, embed_page, index, page,
};
use rayon::prelude::*;
use sha2::{Digest, Sha384};
use site_manifest::{SITE_MANIFEST, SiteManifest};
use sources::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The folder of the reports' JSON in the output folder.
const REPORTS: &str = "reports/";
/// The catalogue for comparing, in the output folder.
const CATALOG: &str = "catalog.json";
/// The list of reports, in the output folder.
const INDEX: &str = "index.html";
/// The script that gives an `<iframe>` its height.
const EMBED: &str = "embed.js";
const EMBED_SCRIPT: &str = include_str!("embed.js");
/// The script that filters the list, in the output folder.
const SEARCH: &str = "index-search.js";

pub fn run(args: &Publish, locale: Locale) -> Outcome {
    let mut publication = Publication::new(args, locale);
    match publication.publish() {
        Ok(()) => publication.outcome,
        Err(message) => {
            terminal::message(&message);
            Outcome::Failed
        }
    }
}

/// A report under the name by which it is published.
struct Published {
    report: Report,
    slug: String,
}

impl Published {
    fn page(&self) -> String {
        format!("{}.html", self.slug)
    }

    /// The page for an `<iframe>`.
    fn embed_page(&self) -> String {
        format!("{}.embed.html", self.slug)
    }

    fn json(&self) -> String {
        format!("{REPORTS}{}.json", self.slug)
    }
}

/// One run, step by step.
struct Publication<'a> {
    args: &'a Publish,
    locale: Locale,
    outcome: Outcome,
    reports: Vec<Published>,
    /// Files that could not be published, by the slug that they would have.
    failed: BTreeMap<String, PathBuf>,
    counts: WriteCounts,
    listed: SiteManifest,
    /// The portal's own parts of each page.
    frame: PageFrame,
}

impl<'a> Publication<'a> {
    fn new(args: &'a Publish, locale: Locale) -> Publication<'a> {
        Publication {
            args,
            locale,
            outcome: Outcome::Complete,
            reports: Vec::new(),
            failed: BTreeMap::new(),
            counts: WriteCounts::default(),
            listed: SiteManifest::default(),
            frame: PageFrame::default(),
        }
    }

    fn publish(&mut self) -> Result<(), String> {
        let (header, footer) = (self.args.header.as_deref(), self.args.footer.as_deref());
        self.frame = page_frame(header, footer, self.locale)?;
        let files = sources::find(self.args, self.locale)?;
        let folder = bundle::folder(self.args.bundle.as_deref());
        let mut bundle = bundle::read(&folder, "", self.locale)?;
        bundle.base = bundle::versioned_base(&bundle);
        self.read_reports(&files);
        if self.reports.is_empty() {
            // An empty list would replace one that readers use.
            return Err(CliText::NotWritten.text(self.locale).to_owned());
        }
        let into = self.args.output.join(&bundle.base);
        bundle::copy(&bundle, &folder, &into, &mut self.counts, self.locale)?;
        let extracts = self.write_pages(&bundle)?;
        let has_catalog = self.write_catalog(extracts)?;
        self.write_index(&bundle, has_catalog)?;
        // Last, so that it lists no file that is not there yet.
        self.write_manifest(&bundle)?;
        self.report_stale_files(&bundle, has_catalog);
        self.report_totals();
        Ok(())
    }

    /// Reads all files in parallel and takes each report once.
    fn read_reports(&mut self, files: &[PathBuf]) {
        let (args, locale) = (self.args, self.locale);
        let progress = Progress::new(files.len(), locale);
        let sources: Vec<Result<Source, String>> = files
            .par_iter()
            .map(|file| {
                let source = sources::read(file, args, locale);
                progress.step(&sources::inside(file, args).display().to_string());
                source
            })
            .collect();
        progress.finish();
        let mut taken = Taken {
            before: published_before(&args.output),
            ..Taken::default()
        };
        let found = sources.iter().flatten();
        taken.current = found.map(|source| key(&source.report)).collect();
        for (file, source) in files.iter().zip(sources) {
            let inside = sources::inside(file, args);
            match source.and_then(|source| self.take(source, inside, &mut taken)) {
                Ok(report) => self.reports.push(report),
                Err(message) => {
                    terminal::message(&message);
                    self.outcome = Outcome::Failed;
                    self.failed
                        .insert(slug(inside, |_| false), inside.to_owned());
                }
            }
        }
    }

    /// Gives a report a slug, unless it is published already.
    fn take(
        &mut self,
        source: Source,
        inside: &Path,
        taken: &mut Taken,
    ) -> Result<Published, String> {
        let name = inside.display().to_string();
        let Source { report, gaps } = source;
        for note in gap_texts(&report, gaps.iter(), self.locale) {
            terminal::message(&format!("{name}  {note}"));
        }
        if let Some(other) = taken.same_report(&report) {
            return Err(cli_text::SameReport { file: &name, other }.text(self.locale));
        }
        if !gaps.is_empty() {
            self.outcome = self.outcome.max(Outcome::Gaps);
        }
        let slug = slug(inside, |slug| taken.is_of_other(slug, &report));
        let published = Published { report, slug };
        taken.add(&published, name);
        Ok(published)
    }

    /// Writes each report's JSON and page, and extracts the catalogue's part of each report that fits one.
    fn write_pages(&mut self, bundle: &Bundle) -> Result<Vec<Extract>, String> {
        let (args, locale) = (self.args, self.locale);
        let measures = Measure::all();
        let progress = Progress::new(self.reports.len(), locale);
        let years = Years::of(&self.reports);
        let frame = &self.frame;
        let written: Vec<Result<Written, String>> = self
            .reports
            .par_iter()
            .map(|published| {
                let page = PageOptions {
                    locale: args.language,
                    view: View::default(),
                    bundle: bundle.clone(),
                    src: published.json(),
                    address: String::new(),
                    index: INDEX.to_owned(),
                    previous: years.neighbour(published, -1),
                    next: years.neighbour(published, 1),
                    frame: frame.clone(),
                };
                let written = write_page(published, args, &page, &measures, locale);
                progress.step(&published.page());
                written
            })
            .collect();
        progress.finish();
        let mut extracts = Vec::new();
        for one in written {
            let one = one?;
            self.counts.add(one.counts);
            self.listed.extend(one.listed);
            extracts.extend(one.extract);
        }
        Ok(extracts)
    }

    /// Writes a catalogue, and returns `true`, if there is more than one report to compare.
    fn write_catalog(&mut self, extracts: Vec<Extract>) -> Result<bool, String> {
        if extracts.len() < 2 {
            return Ok(false);
        }
        let path = self.args.output.join(CATALOG);
        self.counts
            .add(catalog::publish(extracts, &path, self.locale)?);
        self.listed.add_catalog(&self.args.output, CATALOG);
        Ok(true)
    }

    fn write_index(&mut self, bundle: &Bundle, has_catalog: bool) -> Result<(), String> {
        let entries: Vec<IndexEntry> = self
            .reports
            .iter()
            .map(|published| IndexEntry {
                agency: published.report.agency.name.clone(),
                code: published.report.agency.division_code.clone(),
                year: published.report.year,
                page: published.page(),
            })
            .collect();
        let catalog = has_catalog.then_some(CATALOG);
        let html = index(
            &entries,
            catalog,
            Some(SEARCH),
            bundle,
            &self.frame,
            self.args.language,
        );
        self.write(SEARCH, SEARCH_SCRIPT.as_bytes())?;
        self.write(INDEX, html.as_bytes())?;
        self.write(EMBED, EMBED_SCRIPT.as_bytes())
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        self.listed.add(name.to_owned(), bytes);
        let path = self.args.output.join(name);
        self.counts.write(&path, bytes, self.locale)
    }

    fn write_manifest(&mut self, bundle: &Bundle) -> Result<(), String> {
        let path = self.args.output.join(SITE_MANIFEST);
        let json = self.listed.write(&bundle.base);
        self.counts.write(&path, json.as_bytes(), self.locale)
    }

    fn report_stale_files(&self, bundle: &Bundle, has_catalog: bool) {
        let output = &self.args.output;
        stale_files::remove_temporary_files(&[
            output,
            &output.join(REPORTS),
            &output.join(&bundle.base),
        ]);
        let catalog = output.join(CATALOG);
        if !has_catalog && catalog.is_file() {
            let catalog = catalog.display().to_string();
            terminal::message(&cli_text::StaleCatalog { catalog: &catalog }.text(self.locale));
        }
        let slugs: Vec<&str> = self.reports.iter().map(|one| one.slug.as_str()).collect();
        for stale in stale_files::stale_pages(output, REPORTS, &slugs) {
            let (text, other) = match self.failed.get(&stale.slug) {
                // The report is not withdrawn but could not be read this time.
                Some(source) => (CliText::StaleUnread, source.display().to_string()),
                None => {
                    let embed = output.join(format!("{}.embed.html", stale.slug));
                    let others = [stale.json, embed.display().to_string()];
                    let comma = CliText::Comma.text(self.locale);
                    (CliText::StalePage, others.join(comma))
                }
            };
            terminal::message(&text.with(self.locale, &[&stale.page, &other]));
        }
    }

    fn report_totals(&self) {
        let totals = cli_text::Published {
            reports: &self.reports.len().to_string(),
            folder: &self.args.output.display().to_string(),
            written: &self.counts.changed.to_string(),
            unchanged: &self.counts.unchanged.to_string(),
            page: &self.args.output.join(INDEX).display().to_string(),
        };
        terminal::message(&totals.text(self.locale));
    }
}

/// The files of one report.
struct Written {
    counts: WriteCounts,
    listed: SiteManifest,
    extract: Option<Extract>,
}

fn write_page(
    published: &Published,
    args: &Publish,
    options: &PageOptions,
    measures: &[Measure],
    locale: Locale,
) -> Result<Written, String> {
    let mut counts = WriteCounts::default();
    let mut listed = SiteManifest::default();
    let mut write = |name: String, text: &str| {
        listed.add(name.clone(), text.as_bytes());
        counts.write(&args.output.join(name), text.as_bytes(), locale)
    };
    let src = options.src.clone();
    let json = published.report.write() + "\n";
    write(src.clone(), &json)?;
    write(published.page(), &page(&published.report, options))?;
    let framed = embed_page(&published.report, options, EMBED);
    write(published.embed_page(), &framed)?;
    let sha384 = STANDARD.encode(Sha384::digest(json.as_bytes()));
    // A report that no catalogue can hold still has its page.
    let extract = Extract::of(src, sha384, &published.report, measures).ok();
    Ok(Written {
        counts,
        listed,
        extract,
    })
}

/// The pages of each agency by year. Division codes distinguish agencies with the same name.
struct Years(BTreeMap<(String, Option<String>), BTreeMap<u16, String>>);

impl Years {
    fn of(reports: &[Published]) -> Years {
        let mut years: BTreeMap<_, BTreeMap<u16, String>> = BTreeMap::new();
        for published in reports {
            let pages = years.entry(Years::key(published)).or_default();
            pages.insert(published.report.year, published.page());
        }
        Years(years)
    }

    fn key(published: &Published) -> (String, Option<String>) {
        let agency = &published.report.agency;
        (agency.name.clone(), agency.division_code.clone())
    }

    /// The year and the page of the agency's nearest report before (`-1`) or after (`1`) one.
    fn neighbour(&self, published: &Published, direction: i8) -> Option<(u16, String)> {
        let pages = self.0.get(&Years::key(published))?;
        let year = published.report.year;
        let found = if direction < 0 {
            pages.range(..year).next_back()
        } else {
            pages.range(year.saturating_add(1)..).next()
        };
        found.map(|(year, page)| (*year, page.clone()))
    }
}

/// An agency and a year.
type Key = (String, u16);

fn key(report: &Report) -> Key {
    (report.agency.name.clone(), report.year)
}

/// The reports that the output folder has, by their slugs.
fn published_before(output: &Path) -> BTreeMap<String, Key> {
    let entries = std::fs::read_dir(output.join(REPORTS));
    let paths = entries
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let published = paths.filter_map(|path| {
        let slug = path.file_stem()?.to_str()?.to_owned();
        let text = std::fs::read_to_string(&path).ok()?;
        Some((slug, key(&Report::read(&text).ok()?)))
    });
    published.collect()
}

/// What is taken already, so that no report and no slug is published twice.
#[derive(Default)]
struct Taken {
    /// What earlier runs published. An address stays with the report that first had it.
    before: BTreeMap<String, Key>,
    /// All reports of this run.
    current: BTreeSet<Key>,
    /// Files by agency and year.
    files: BTreeMap<(String, u16), Vec<TakenFile>>,
    slugs: BTreeSet<String>,
}

struct TakenFile {
    file: String,
    division_code: Option<String>,
}

impl Taken {
    /// Whether a slug is another report's. That of a report of the same year that is gone is free: its
    /// agency's name was corrected.
    fn is_of_other(&self, slug: &str, report: &Report) -> bool {
        let own = key(report);
        let is_other =
            |before: &Key| *before != own && (before.1 != own.1 || self.current.contains(before));
        self.slugs.contains(slug) || self.before.get(slug).is_some_and(is_other)
    }

    /// The file of the same report. Agencies of the same name are distinguished by their codes; one without a
    /// code could be either.
    fn same_report(&self, report: &Report) -> Option<&str> {
        let key = (report.agency.name.clone(), report.year);
        let code = &report.agency.division_code;
        let mut files = self.files.get(&key)?.iter();
        let same = files.find(|other| match (code, &other.division_code) {
            (Some(code), Some(other)) => code == other,
            _ => true,
        })?;
        Some(&same.file)
    }

    fn add(&mut self, published: &Published, file: String) {
        let agency = &published.report.agency;
        let key = (agency.name.clone(), published.report.year);
        self.files.entry(key).or_default().push(TakenFile {
            file,
            division_code: agency.division_code.clone(),
        });
        self.slugs.insert(published.slug.clone());
    }
}
