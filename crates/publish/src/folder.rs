//! A whole published folder, as a ZIP.

use crate::{
    CATALOG, Published, SITE_MANIFEST, SeriesFiles, Site, SiteManifest, Taken, UNLISTED, Years,
    catalog_files, hash, initials, key, list_files, province, read_manifest, report_files, slug,
    versioned_base,
};
use gongkai_catalog::{Measure, build};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::page::{IndexFiles, PageFrame};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A published folder.
pub struct Folder {
    /// The ZIP. The folder's files are at its root.
    pub zip: Vec<u8>,
    /// The page of each report, in the order of the reports.
    pub pages: Vec<String>,
    /// The reports that are not in the folder.
    pub left_out: Vec<NotPublished>,
}

/// A report that is left out, because another of the same agency and year is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPublished {
    /// Its file.
    pub name: String,
    /// The file of the report that is published.
    pub same_as: String,
}

/// The ZIP of the widget's files is damaged, or has no manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WidgetError;

impl From<ZipError> for WidgetError {
    fn from(_: ZipError) -> WidgetError {
        WidgetError
    }
}

impl From<std::io::Error> for WidgetError {
    fn from(_: std::io::Error) -> WidgetError {
        WidgetError
    }
}

/// Makes the folder that `gongkai publish` makes of the same reports. `reports` are the names of their files and the
/// reports, `widget` is a ZIP of the widget's files.
///
/// # Errors
/// [`WidgetError`] about `widget`.
pub fn folder(
    mut reports: Vec<(String, Report)>,
    widget: &[u8],
    locale: Locale,
) -> Result<Folder, WidgetError> {
    let mut widget = ZipArchive::new(Cursor::new(widget))?;
    let mut manifest = String::new();
    widget
        .by_name("manifest.json")?
        .read_to_string(&mut manifest)?;
    let mut bundle = read_manifest(&manifest, "").ok_or(WidgetError)?;
    bundle.base = versioned_base(&bundle);

    reports.sort_by(|(one, _), (other, _)| one.cmp(other));
    let (published, left_out) = take(reports);
    let mut zip = Writer::default();
    let measures = Measure::all();
    let years = Years::of(&published);
    let frame = PageFrame::default();
    let mut extracts = Vec::new();
    for one in &published {
        let options = one.page_options(&bundle, &years, &frame, &Site::default(), locale);
        for (path, text) in report_files(one, &options, &years).files {
            zip.add(path, &text)?;
        }
        let sha384 = hash(one.json_text().as_bytes());
        extracts.extend(one.extract(sha384, &measures));
    }
    let has_catalog = extracts.len() > 1;
    if has_catalog {
        let mut catalog = build(extracts, &measures, &initials).catalog;
        catalog.group_by(|agency| province(agency.code.as_deref()?));
        let (series, mut files) = SeriesFiles::new(&catalog, CATALOG);
        let mut held = Vec::new();
        for agency in 0..catalog.agencies().len() {
            if let Some((path, text, file)) = series.series(agency) {
                files.push((path, text));
                held.push(file);
            }
        }
        files.extend(series.index(held));
        files.extend(catalog_files(&mut catalog, CATALOG));
        for (path, text) in files {
            zip.add(path, &text)?;
        }
    }
    let catalog = has_catalog.then_some(CATALOG);
    let files = IndexFiles::default();
    for (path, text) in list_files(&published, catalog, &bundle, &frame, &files, locale) {
        zip.add(path.to_owned(), &text)?;
    }
    let listed = zip.listed.write(&bundle.base);
    zip.write(SITE_MANIFEST, &listed)?;
    let mut out = zip.out;
    for index in 0..widget.len() {
        let file = widget.by_index_raw(index)?;
        let name = file.name()?.into_owned();
        let is_listed = bundle.integrity.iter().any(|(listed, _)| *listed == name);
        if is_listed || UNLISTED.contains(&name.as_str()) {
            out.raw_copy_file_rename(file, format!("{}{name}", bundle.base))?;
        }
    }
    Ok(Folder {
        zip: out.finish()?.into_inner(),
        pages: published.iter().map(Published::page).collect(),
        left_out,
    })
}

/// Gives each report its name in the folder.
fn take(reports: Vec<(String, Report)>) -> (Vec<Published>, Vec<NotPublished>) {
    let current = reports.iter().map(|(_, report)| key(report)).collect();
    let mut taken = Taken::new(BTreeMap::new(), current);
    let mut published = Vec::new();
    let mut left_out = Vec::new();
    for (name, report) in reports {
        if let Some(other) = taken.same_report(&report) {
            let same_as = other.to_owned();
            left_out.push(NotPublished { name, same_as });
            continue;
        }
        let slug = slug(Path::new(&name), |slug| taken.is_of_other(slug, &report));
        let one = Published { report, slug };
        taken.add(&one, name);
        published.push(one);
    }
    (published, left_out)
}

/// A ZIP being written, with the list of its files.
struct Writer {
    out: ZipWriter<Cursor<Vec<u8>>>,
    listed: SiteManifest,
}

impl Default for Writer {
    fn default() -> Writer {
        Writer {
            out: ZipWriter::new(Cursor::new(Vec::new())),
            listed: SiteManifest::default(),
        }
    }
}

impl Writer {
    fn add(&mut self, path: String, text: &str) -> Result<(), WidgetError> {
        self.write(&path, text)?;
        self.listed.add(path, text.as_bytes());
        Ok(())
    }

    fn write(&mut self, path: &str, text: &str) -> Result<(), WidgetError> {
        // Without a clock, so that the same reports give the same bytes.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.out.start_file(path, options)?;
        self.out.write_all(text.as_bytes())?;
        Ok(())
    }
}
