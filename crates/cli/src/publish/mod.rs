//! `gongkai publish`: a folder of reports as pages that any server, or none, can show.
//!
//! A run reads all reports, decides what has to be made, and writes that. Each file is replaced as a whole. Before the
//! first report's files are written, `addresses.next.json` records what the run is about to do, so that an interrupted
//! run forgets no change; `addresses.json` and then `manifest.json` are written last.

mod book;
mod clock;
mod plan;
mod previews;
mod sources;
mod tables;

use super::args::Publish;
use super::atomic_file::{self, WriteCounts};
use super::progress::Progress;
use super::render::page_frame;
use super::{Outcome, bundle, catalog, stale_files, terminal};
use crate::messages::{CliText, cli_text};
use gongkai_catalog::Measure;
use gongkai_i18n::Locale;
use gongkai_publish::{
    ADDRESSES, Addresses, CATALOG, DESK, FEED, FILES, INDEX, MadeFiles, NEXT_ADDRESSES, Published,
    REPORTS, SITE_MANIFEST, SITEMAP, Site, SiteManifest, SourceFile, Taken, Years, feed, key,
    list_files, removed_files, report_files, sitemap, slug, versioned_base,
};
use gongkai_view::export::{notice_picture, preview_picture};
use gongkai_view::page::{Bundle, IndexFiles, PageFrame};
use plan::{Plan, made_of};
use previews::Previews;
use rayon::prelude::*;
use sources::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The folders beside the catalogue, in the output folder: hashes of large catalogues, and series of agencies.
const BESIDE: [&str; 4] = [
    "catalog.hashes",
    "catalog.series",
    "catalog.series/index",
    "catalog.series/peers",
];
/// How many reports may be gone without being asked about, even if they are most.
const FEW: usize = 3;

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
    /// What is at which address, at first as earlier runs left it.
    addresses: Addresses,
    reports: Vec<Published>,
    /// The file of each of the reports.
    files: Vec<SourceFile>,
    /// Files that could not be published, by the slug that they would have.
    failed: BTreeMap<String, PathBuf>,
    counts: WriteCounts,
    listed: SiteManifest,
    /// The portal's own parts of each page.
    frame: PageFrame,
    site: Site,
    previews: Option<Previews>,
    now: String,
    has_catalog: bool,
}

impl<'a> Publication<'a> {
    fn new(args: &'a Publish, locale: Locale) -> Publication<'a> {
        Publication {
            args,
            locale,
            outcome: Outcome::Complete,
            addresses: Addresses::default(),
            reports: Vec::new(),
            files: Vec::new(),
            failed: BTreeMap::new(),
            counts: WriteCounts::default(),
            listed: SiteManifest::default(),
            frame: PageFrame::default(),
            site: Site::default(),
            previews: None,
            now: clock::now(),
            has_catalog: false,
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
        self.addresses = book::open(&self.args.output, self.locale)?;
        self.read_reports(&files);
        if self.reports.is_empty() {
            // An empty list would replace one that readers use.
            return Err(CliText::NotWritten.text(self.locale).to_owned());
        }
        let gone = self.gone()?;
        self.find_site()?;
        let into = self.args.output.join(&bundle.base);
        bundle::copy(&bundle, &folder, &into, &mut self.counts, self.locale)?;
        let plans = self.plan(&bundle);
        self.announce(&plans, &gone)?;
        self.write_reports(plans)?;
        self.write_removed(&gone, &bundle)?;
        for (name, bytes) in desk {
            self.write(&[DESK, &name].concat(), &bytes)?;
        }
        self.write_folder(&bundle)?;
        self.write_addresses()?;
        // Last, so that it lists no file that is not there yet.
        self.write_manifest(&bundle)?;
        self.report_stale_files(&bundle, &gone);
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

    /// Finds out what the pages say about the folder.
    fn find_site(&mut self) -> Result<(), String> {
        let Some(address) = &self.args.base_url else {
            return Ok(());
        };
        let font = self.args.font.as_deref();
        self.previews = Previews::new(font);
        match (&self.previews, font) {
            (None, Some(file)) => {
                let file = &file.display().to_string();
                return Err(cli_text::BadFont { file }.text(self.locale));
            }
            (None, None) => terminal::message(CliText::NoFont.text(self.locale)),
            (Some(_), _) => {}
        }
        self.site = Site {
            address: address.clone(),
            has_previews: self.previews.is_some(),
            feed: FEED.to_owned(),
        };
        Ok(())
    }

    /// Reads all files in parallel and takes each report once.
    fn read_reports(&mut self, files: &[PathBuf]) {
        let (args, locale) = (self.args, self.locale);
        let progress = Progress::new(files.len(), locale);
        let known = &self.addresses;
        let sources: Vec<Result<Source, String>> = files
            .par_iter()
            .map(|file| {
                let source = sources::read(file, args, known, locale);
                progress.step(&sources::inside(file, args).display().to_string());
                source
            })
            .collect();
        progress.finish();
        let found = sources.iter().flatten();
        let current: BTreeSet<_> = found.map(|source| key(&source.report)).collect();
        // Every address that was ever given stays taken.
        let before = self.addresses.addresses.iter();
        let before = before.map(|(slug, one)| (slug.clone(), (one.agency.clone(), one.year)));
        let mut taken = Taken::new(before.collect(), current.clone());
        for (file, source) in files.iter().zip(sources) {
            let inside = sources::inside(file, args);
            let taken = source.and_then(|source| self.take(source, inside, &mut taken, &current));
            if let Err(message) = taken {
                terminal::message(&message);
                self.outcome = Outcome::Failed;
                self.failed
                    .insert(slug(inside, |_| false), inside.to_owned());
            }
        }
    }

    /// Gives a report the address that it has, or else a new one, unless it is published already.
    fn take(
        &mut self,
        source: Source,
        inside: &Path,
        taken: &mut Taken,
        current: &BTreeSet<(String, u16)>,
    ) -> Result<(), String> {
        let name = inside.display().to_string();
        let Source { report, file } = source;
        for gap in &file.gaps {
            terminal::message(&format!("{name}  {gap}"));
        }
        if let Some(other) = taken.same_report(&report) {
            return Err(cli_text::SameReport { file: &name, other }.text(self.locale));
        }
        if !file.gaps.is_empty() {
            self.outcome = self.outcome.max(Outcome::Gaps);
        }
        let file_slug = slug(inside, |_| false);
        let own = self
            .addresses
            .of_report(&report, &name, &file_slug, current);
        let own = own.filter(|own| !taken.is_taken(own)).map(str::to_owned);
        let new = || slug(inside, |slug| taken.is_known(slug));
        let published = Published {
            slug: own.unwrap_or_else(new),
            report,
        };
        taken.add(&published, name);
        self.reports.push(published);
        self.files.push(file);
        Ok(())
    }

    /// The addresses of reports that are not in the folder any more. One that could not be read is not gone.
    fn gone(&self) -> Result<Vec<String>, String> {
        let current: BTreeSet<&str> = self.reports.iter().map(|one| one.slug.as_str()).collect();
        let failed: BTreeSet<String> = self
            .failed
            .values()
            .map(|file| file.display().to_string())
            .collect();
        let is_failed = |slug: &str, source: Option<&SourceFile>| match source {
            Some(source) => failed.contains(&source.file),
            None => self.failed.contains_key(slug),
        };
        let all = self.addresses.published().count();
        let gone: Vec<String> = self
            .addresses
            .published()
            .filter(|(slug, one)| !current.contains(slug) && !is_failed(slug, one.source.as_ref()))
            .map(|(slug, _)| slug.to_owned())
            .collect();
        let is_most = gone.len() > FEW && gone.len().saturating_mul(2) > all;
        if is_most && !self.args.may_withdraw {
            let (gone, all) = (&gone.len().to_string(), &all.to_string());
            return Err(cli_text::TooManyGone { gone, all }.text(self.locale));
        }
        Ok(gone)
    }

    /// Decides for each report what is new about it, and whether its files have to be made.
    fn plan(&self, bundle: &Bundle) -> Vec<Plan> {
        let args = self.args;
        let years = Years::of(&self.reports);
        let font = self
            .previews
            .as_ref()
            .map(|previews| previews.font.as_str());
        let reports = self.reports.par_iter().zip(&self.files);
        let plans = reports.map(|(published, file)| {
            let (frame, site) = (&self.frame, &self.site);
            let mut options = published.page_options(bundle, &years, frame, site, args.language);
            if args.has_desk {
                options.desk = [DESK, INDEX].concat();
            }
            let old = self.addresses.addresses.get(&published.slug);
            let others = years.of_agency(published).into_iter();
            let others = others.map(|one| &one.report);
            let others = others.filter(|other| other.year != published.report.year);
            let besides = others.map(|report| report.write());
            let besides = besides.chain(font.map(str::to_owned)).collect();
            let plan = Plan::new(published, file, old, options, besides, args, &self.now);
            if plan.is_made
                && (args.makes_all || !book::is_intact(&args.output, &plan.address.made))
            {
                return Plan {
                    is_made: false,
                    ..plan
                };
            }
            plan
        });
        plans.collect()
    }

    /// Records what this run is about to publish.
    fn announce(&mut self, plans: &[Plan], gone: &[String]) -> Result<(), String> {
        let mut next = self.addresses.clone();
        for (plan, published) in plans.iter().zip(&self.reports) {
            next.addresses
                .insert(published.slug.clone(), plan.address.clone());
        }
        for slug in gone {
            if let Some(address) = next.addresses.get_mut(slug) {
                address.removed = Some(self.now.clone());
            }
        }
        self.addresses = next;
        if gone.is_empty() && plans.iter().all(|plan| plan.is_made) {
            return Ok(());
        }
        let path = self.args.output.join(NEXT_ADDRESSES);
        atomic_file::write(&path, self.addresses.write().as_bytes(), self.locale)
    }

    /// Writes the files of each report that is new or different.
    fn write_reports(&mut self, plans: Vec<Plan>) -> Result<(), String> {
        let (args, locale) = (self.args, self.locale);
        let progress = Progress::new(self.reports.len(), locale);
        let previews = self.previews.as_ref();
        let years = Years::of(&self.reports);
        let written: Vec<Result<Written, String>> = self
            .reports
            .par_iter()
            .zip(plans)
            .map(|(published, plan)| {
                let written = if plan.is_made {
                    Ok(Written::unchanged(plan.address.made))
                } else {
                    write_report(published, &plan, &years, previews, args, locale)
                };
                progress.step(&published.page());
                written
            })
            .collect();
        progress.finish();
        let slugs: Vec<String> = self.reports.iter().map(|one| one.slug.clone()).collect();
        for (slug, written) in slugs.into_iter().zip(written) {
            self.keep(&slug, written?);
        }
        Ok(())
    }

    /// Keeps what was written at an address.
    fn keep(&mut self, slug: &str, written: Written) {
        self.counts.add(written.counts);
        for (name, file) in &written.made.files {
            self.listed.add_known(name.clone(), file);
        }
        if let Some(address) = self.addresses.addresses.get_mut(slug) {
            address.made = written.made;
        }
    }

    /// Leaves a notice at each address of a report that is gone, now or since earlier.
    fn write_removed(&mut self, gone: &[String], bundle: &Bundle) -> Result<(), String> {
        let (args, locale) = (self.args, self.locale);
        let removed: Vec<_> = self
            .addresses
            .addresses
            .iter()
            .filter(|(_, address)| address.removed.is_some())
            .map(|(slug, address)| (slug.clone(), address.clone()))
            .collect();
        for (slug, address) in removed {
            let parts = [
                format!("{bundle:?}"),
                format!("{:?}", self.frame),
                address.removed.clone().unwrap_or_default(),
                args.language.tag().to_owned(),
            ];
            let of = made_of(&parts);
            let is_made = address.made.made_of == of && !args.makes_all && !gone.contains(&slug);
            if is_made && book::is_intact(&args.output, &address.made) {
                self.keep(&slug, Written::unchanged(address.made));
                continue;
            }
            let files = removed_files(&slug, &address, bundle, &self.frame, args.language);
            let mut written = Written::new(of);
            for (name, text) in &files {
                written.write(name, text.as_bytes(), args, locale)?;
            }
            let pictures = address
                .made
                .files
                .keys()
                .filter(|name| name.ends_with(".png"));
            let notice = files.iter().find(|(name, _)| name.ends_with(".svg"));
            let notice =
                notice.map_or_else(|| notice_picture("", args.language), |(_, svg)| svg.clone());
            for name in pictures {
                if let Some(png) = self
                    .previews
                    .as_ref()
                    .and_then(|previews| previews.png(&notice))
                {
                    written.write(name, &png, args, locale)?;
                }
            }
            self.keep(&slug, written);
        }
        // The files of a report that could not be read stay as they are.
        let current: BTreeSet<&str> = self.reports.iter().map(|one| one.slug.as_str()).collect();
        let all = self.addresses.published();
        let kept = all.filter(|(slug, _)| !current.contains(slug));
        for (name, file) in kept.flat_map(|(_, address)| &address.made.files) {
            self.listed.add_known(name.clone(), file);
        }
        Ok(())
    }

    /// Writes what is made of all reports together, unless nothing about them has changed.
    fn write_folder(&mut self, bundle: &Bundle) -> Result<(), String> {
        let args = self.args;
        self.has_catalog = self.reports.len() > 1;
        let mut all = self.addresses.clone();
        all.folder = MadeFiles::default();
        let parts = [
            all.write(),
            format!("{bundle:?}{:?}{:?}", self.frame, self.site),
            self.reports
                .iter()
                .map(|one| [&one.slug, " "].concat())
                .collect(),
            args.language.tag().to_owned(),
        ];
        let of = made_of(&parts);
        let old = self.addresses.folder.clone();
        if old.made_of == of && !args.makes_all && book::is_intact(&args.output, &old) {
            for (name, file) in &old.files {
                self.listed.add_known(name.clone(), file);
            }
            self.counts.add(Written::unchanged(old).counts);
            return Ok(());
        }
        let mut written = Written::new(of);
        if self.has_catalog {
            self.write_catalog(&mut written)?;
        }
        let csv = tables::csv(&self.reports);
        written.write(tables::CSV, csv.as_bytes(), args, self.locale)?;
        let parquet = tables::parquet(&self.reports).map_err(|error| {
            let path = args.output.join(tables::PARQUET);
            terminal::cannot_write(&path, &std::io::Error::other(error), self.locale)
        })?;
        written.write(tables::PARQUET, &parquet, args, self.locale)?;
        let catalog = self.has_catalog.then_some(CATALOG);
        let index = IndexFiles {
            site: self.site.address.clone(),
            csv: tables::CSV.to_owned(),
            parquet: tables::PARQUET.to_owned(),
            feed: self.site.feed.clone(),
        };
        let language = args.language;
        for (name, text) in list_files(
            &self.reports,
            catalog,
            bundle,
            &self.frame,
            &index,
            language,
        ) {
            written.write(name, text.as_bytes(), args, self.locale)?;
        }
        if !self.site.address.is_empty() {
            let site = &self.site.address;
            let feed = feed(&self.addresses, site, language);
            written.write(FEED, feed.as_bytes(), args, self.locale)?;
            let map = sitemap(&self.addresses, site);
            written.write(SITEMAP, map.as_bytes(), args, self.locale)?;
        }
        self.counts.add(std::mem::take(&mut written.counts));
        for (name, file) in &written.made.files {
            self.listed.add_known(name.clone(), file);
        }
        self.addresses.folder = written.made;
        Ok(())
    }

    /// Writes a catalogue for comparing, and lists it and the files beside it, as they were written.
    fn write_catalog(&self, written: &mut Written) -> Result<(), String> {
        let output = &self.args.output;
        let measures = Measure::all();
        let extracts = self.reports.par_iter().filter_map(|published| {
            let address = self.addresses.addresses.get(&published.slug)?;
            published.extract(address.report.clone(), &measures)
        });
        let path = output.join(CATALOG);
        let counts = catalog::publish(extracts.collect(), &path, self.locale)?;
        written.counts.add(counts);
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
                written.made.files.insert(name, book::file_hash(&bytes));
            }
        }
        Ok(())
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        self.listed.add(name.to_owned(), bytes);
        let path = self.args.output.join(name);
        self.counts.write(&path, bytes, self.locale)
    }

    fn write_addresses(&mut self) -> Result<(), String> {
        let text = self.addresses.write();
        self.write(ADDRESSES, text.as_bytes())?;
        // From now on the manifest says the same. A rest that cannot be removed does no harm.
        let _ = std::fs::remove_file(self.args.output.join(NEXT_ADDRESSES));
        Ok(())
    }

    fn write_manifest(&mut self, bundle: &Bundle) -> Result<(), String> {
        let path = self.args.output.join(SITE_MANIFEST);
        let json = self.listed.write(&bundle.base);
        self.counts.write(&path, json.as_bytes(), self.locale)
    }

    fn report_stale_files(&self, bundle: &Bundle, gone: &[String]) {
        let output = &self.args.output;
        let files = output.join(FILES);
        stale_files::remove_temporary_files(&[
            output,
            &output.join(REPORTS),
            &files.join("excel"),
            &files,
            &output.join(&bundle.base),
        ]);
        let catalog = output.join(CATALOG);
        if !self.has_catalog && catalog.is_file() {
            let catalog = catalog.display().to_string();
            terminal::message(&cli_text::StaleCatalog { catalog: &catalog }.text(self.locale));
        }
        let page = |slug: &str| output.join([slug, ".html"].concat()).display().to_string();
        for slug in gone {
            let page = &page(slug);
            terminal::message(&cli_text::RemovedReport { page }.text(self.locale));
        }
        let current: BTreeSet<&str> = self.reports.iter().map(|one| one.slug.as_str()).collect();
        for (slug, address) in self.addresses.published() {
            if current.contains(slug) {
                continue;
            }
            // The report is not withdrawn but could not be read this time.
            let report = match &address.source {
                Some(source) => source.file.clone(),
                None => slug.to_owned(),
            };
            let (page, report) = (&page(slug), &report);
            terminal::message(&cli_text::StaleUnread { page, report }.text(self.locale));
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

/// What was written at one address.
struct Written {
    counts: WriteCounts,
    made: MadeFiles,
}

impl Written {
    fn new(made_of: String) -> Written {
        Written {
            counts: WriteCounts::default(),
            made: MadeFiles {
                made_of,
                files: BTreeMap::new(),
            },
        }
    }

    /// Files that are there already.
    fn unchanged(made: MadeFiles) -> Written {
        Written {
            counts: WriteCounts {
                changed: 0,
                unchanged: made.files.len(),
            },
            made,
        }
    }

    fn write(
        &mut self,
        name: &str,
        bytes: &[u8],
        args: &Publish,
        locale: Locale,
    ) -> Result<(), String> {
        self.counts.write(&args.output.join(name), bytes, locale)?;
        self.made
            .files
            .insert(name.to_owned(), book::file_hash(bytes));
        Ok(())
    }
}

fn write_report(
    published: &Published,
    plan: &Plan,
    years: &Years<'_>,
    previews: Option<&Previews>,
    args: &Publish,
    locale: Locale,
) -> Result<Written, String> {
    let mut written = Written::new(plan.address.made.made_of.clone());
    let preview = previews.and_then(|previews| {
        previews.png(&preview_picture(&published.report, plan.options.locale))
    });
    // Before the page that names it.
    if let Some(png) = preview {
        written.write(&published.preview(), &png, args, locale)?;
    }
    for (name, text) in report_files(published, &plan.options, years).files {
        written.write(&name, text.as_bytes(), args, locale)?;
    }
    // Files that only an earlier version of the report had stay at their addresses as they are.
    for (name, file) in &plan.before {
        if !written.made.files.contains_key(name) && args.output.join(name).is_file() {
            written.made.files.insert(name.clone(), file.clone());
        }
    }
    Ok(written)
}
