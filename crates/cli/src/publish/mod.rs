//! `gongkai publish`: a folder of reports as pages that any server, or none, can show.

mod sources;

use super::args::Publish;
use super::atomic_file::WriteCounts;
use super::convert::gap_texts;
use super::progress::Progress;
use super::render::page_frame;
use super::{Outcome, bundle, catalog, stale_files, terminal};
use crate::messages::{CliText, cli_text};
use gongkai_catalog::{Extract, Measure};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_publish::{
    CATALOG, DESK, INDEX, Key, Published, REPORTS, ReportFiles, SITE_MANIFEST, SiteManifest, Taken,
    Years, key, list_files, report_files, slug, versioned_base,
};
use gongkai_view::page::{Bundle, PageFrame};
use rayon::prelude::*;
use sources::Source;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folders beside the catalogue, in the output folder: hashes of large catalogues, and series of agencies.
const BESIDE: [&str; 4] = [
    "catalog.hashes",
    "catalog.series",
    "catalog.series/index",
    "catalog.series/peers",
];

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
        bundle.base = versioned_base(&bundle);
        let desk = self.read_desk(&folder)?;
        self.read_reports(&files);
        if self.reports.is_empty() {
            // An empty list would replace one that readers use.
            return Err(CliText::NotWritten.text(self.locale).to_owned());
        }
        let into = self.args.output.join(&bundle.base);
        bundle::copy(&bundle, &folder, &into, &mut self.counts, self.locale)?;
        let extracts = self.write_pages(&bundle)?;
        let has_catalog = self.write_catalog(extracts)?;
        for (name, bytes) in desk {
            self.write(&[DESK, &name].concat(), &bytes)?;
        }
        self.write_index(&bundle, has_catalog)?;
        // Last, so that it lists no file that is not there yet.
        self.write_manifest(&bundle)?;
        self.report_stale_files(&bundle, has_catalog);
        self.report_totals();
        Ok(())
    }

    /// Reads the desk's files, if they are to be published.
    fn read_desk(&self, bundle: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
        if !self.args.has_desk {
            return Ok(Vec::new());
        }
        let folder = bundle.join(DESK);
        let missing = |_| {
            cli_text::NoDesk {
                folder: &folder.display().to_string(),
            }
            .text(self.locale)
        };
        let listed = bundle::read(&folder, DESK, self.locale).map_err(missing)?;
        bundle::whole(&listed, &folder, self.locale)
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
        let found = sources.iter().flatten();
        let current = found.map(|source| key(&source.report)).collect();
        let mut taken = Taken::new(published_before(&args.output), current);
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
                let mut page = published.page_options(bundle, &years, frame, args.language);
                if args.has_desk {
                    page.desk = [DESK, INDEX].concat();
                }
                let files = report_files(published, &page, &measures);
                let written = write_report(files, args, locale);
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
        self.list_catalog();
        Ok(true)
    }

    /// Adds the catalogue and the files beside it to the list, as they were written.
    fn list_catalog(&mut self) {
        let output = &self.args.output;
        let names = BESIDE.into_iter().flat_map(|folder| {
            let entries = std::fs::read_dir(output.join(folder)).into_iter().flatten();
            entries
                .flatten()
                .map(|entry| entry.file_name().to_string_lossy().into_owned())
                .filter(|name| name.ends_with(".json"))
                .map(move |name| format!("{folder}/{name}"))
        });
        for name in std::iter::once(CATALOG.to_owned()).chain(names) {
            if let Ok(bytes) = std::fs::read(output.join(&name)) {
                self.listed.add(name, &bytes);
            }
        }
    }

    fn write_index(&mut self, bundle: &Bundle, has_catalog: bool) -> Result<(), String> {
        let catalog = has_catalog.then_some(CATALOG);
        let language = self.args.language;
        for (name, text) in list_files(&self.reports, catalog, bundle, &self.frame, language) {
            self.write(name, text.as_bytes())?;
        }
        Ok(())
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

/// What was written of one report.
struct Written {
    counts: WriteCounts,
    listed: SiteManifest,
    extract: Option<Extract>,
}

fn write_report(files: ReportFiles, args: &Publish, locale: Locale) -> Result<Written, String> {
    let mut counts = WriteCounts::default();
    let mut listed = SiteManifest::default();
    for (name, text) in files.files {
        counts.write(&args.output.join(&name), text.as_bytes(), locale)?;
        listed.add(name, text.as_bytes());
    }
    Ok(Written {
        counts,
        listed,
        extract: files.extract,
    })
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
