//! A report under the name by which it is published, and its files.

use crate::changes::FieldChange;
use crate::list::{EMBED, EMBED_FRAME, INDEX};
use crate::{CATALOG, Change, json_ld};
use gongkai_catalog::{Extract, Measure};
use gongkai_context::Series;
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::charts::Size;
use gongkai_view::components::Context;
use gongkai_view::export::{Bom, export_file, report_cells, report_csv};
use gongkai_view::figures::{Choices, View};
use gongkai_view::page::{
    Bundle, ChangedField, PageChange, PageFiles, PageFrame, PageOptions, embed_lines,
    embed_page_in_context, encoded, page_in_context,
};
use gongkai_view::request::Request;
use serde_json::json;
use std::collections::BTreeMap;

/// The folder of the reports' JSON in the published folder.
pub const REPORTS: &str = "reports/";

/// The folder of the reports' tables and pictures in the published folder.
pub const FILES: &str = "files/";
/// The size of the pictures of figures.
const PICTURE: Size = Size {
    width: 720.0,
    em: 16.0,
};
/// The most changed fields that a page lists.
const LISTED: usize = 40;

/// What the pages of a folder know about the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Its address, which ends in `/`; empty if it is not known.
    pub address: String,
    /// Whether pictures are made that other sites show with a link.
    pub has_previews: bool,
    /// The feed of changes; empty if no feed is written.
    pub feed: String,
}

/// A report under the name by which it is published.
pub struct Published {
    /// The report.
    pub report: Report,
    /// The name of its files, without an extension: a part of an address that needs no escaping.
    pub slug: String,
}

impl Published {
    /// The name of its page.
    pub fn page(&self) -> String {
        [&self.slug, ".html"].concat()
    }

    /// The page for an `<iframe>`.
    pub fn embed_page(&self) -> String {
        [&self.slug, ".embed.html"].concat()
    }

    /// The path of its data in the published folder.
    pub fn json(&self) -> String {
        [REPORTS, &self.slug, ".json"].concat()
    }

    /// The path of its table.
    pub fn csv(&self) -> String {
        [FILES, &self.slug, ".csv"].concat()
    }

    /// The table with a byte order mark.
    pub fn excel_csv(&self) -> String {
        [FILES, "excel/", &self.slug, ".csv"].concat()
    }

    /// The path of a view's picture.
    pub fn picture(&self, view: View) -> String {
        [FILES, &self.slug, ".", view.id(), ".svg"].concat()
    }

    /// The picture that other sites show with a link.
    pub fn preview(&self) -> String {
        [FILES, &self.slug, ".png"].concat()
    }

    /// The path of its answer to oEmbed.
    pub fn oembed(&self) -> String {
        [&self.slug, ".oembed.json"].concat()
    }

    /// Draws the figures that can be pictures.
    fn pictures(&self, locale: Locale) -> Vec<(View, String)> {
        let drawn = View::ALL.iter().filter_map(|view| {
            let choices = Choices::default();
            let file = export_file(&self.report, "svg", *view, &choices, locale, PICTURE)?;
            Some((*view, file.text))
        });
        drawn.collect()
    }

    /// The options of the report's pages.
    pub fn page_options(
        &self,
        bundle: &Bundle,
        years: &Years<'_>,
        frame: &PageFrame,
        site: &Site,
        locale: Locale,
    ) -> PageOptions {
        let has_site = !site.address.is_empty();
        PageOptions {
            locale,
            view: View::default(),
            bundle: bundle.clone(),
            src: self.json(),
            catalog: if years.has_catalog() {
                CATALOG.to_owned()
            } else {
                String::new()
            },
            address: String::new(),
            index: INDEX.to_owned(),
            previous: years.neighbour(self, -1),
            next: years.neighbour(self, 1),
            desk: String::new(),
            frame: frame.clone(),
            files: PageFiles {
                site: site.address.clone(),
                page: self.page(),
                embed: self.embed_page(),
                embed_script: EMBED.to_owned(),
                csv: self.csv(),
                csv_excel: self.excel_csv(),
                preview: if site.has_previews {
                    self.preview()
                } else {
                    String::new()
                },
                oembed: if has_site {
                    self.oembed()
                } else {
                    String::new()
                },
                feed: site.feed.clone(),
                ..PageFiles::default()
            },
        }
    }

    /// What a page says about the report's changes. Fields are named as in the form, where they are in it.
    pub fn page_changes(&self, changes: &[Change], locale: Locale) -> Vec<PageChange> {
        if changes.is_empty() {
            return Vec::new();
        }
        let cells = report_cells(&self.report, locale);
        let names: BTreeMap<&str, String> = cells
            .iter()
            .map(|cell| (cell.path.as_str(), [&cell.row, " · ", cell.column].concat()))
            .collect();
        let named = |field: &FieldChange| ChangedField {
            name: names
                .get(field.path.as_str())
                .unwrap_or(&field.path)
                .clone(),
            old: field.old.clone(),
            new: field.new.clone(),
        };
        let changes = changes.iter().map(|change| PageChange {
            date: change.at.get(..10).unwrap_or(&change.at).to_owned(),
            fields: change.fields.iter().take(LISTED).map(named).collect(),
            more: change
                .fields
                .len()
                .saturating_sub(LISTED)
                .saturating_add(change.more),
        });
        changes.collect()
    }
}

/// The files of one report.
pub struct ReportFiles {
    /// Their paths in the published folder and their text.
    pub files: Vec<(String, String)>,
}

impl Published {
    /// The report's JSON as it is published.
    pub fn json_text(&self) -> String {
        self.report.write() + "\n"
    }

    /// The report's part of the catalogue; `None` if no catalogue can hold it. `sha384` is the hash of its JSON.
    pub fn extract(&self, sha384: String, measures: &[Measure]) -> Option<Extract> {
        Extract::of(self.json(), sha384, &self.report, measures).ok()
    }
}

/// Makes the report's JSON, its tables and pictures, and its two pages, which show the agency's other `years`.
pub fn report_files(
    published: &Published,
    options: &PageOptions,
    years: &Years<'_>,
) -> ReportFiles {
    let Published { report, .. } = published;
    let locale = options.locale;
    let pictures = published.pictures(locale);
    let series = years.series(published);
    let context = |request: &Request| match &series {
        Some(series) => series.context(report, request),
        None => Context::default(),
    };
    let mut options = options.clone();
    options.files.pictures = pictures
        .iter()
        .map(|(view, _)| (*view, published.picture(*view)))
        .collect();
    options.files.json_ld = json_ld::dataset(published, &options);
    let mut files = vec![
        (options.src.clone(), published.json_text()),
        (published.csv(), report_csv(report, locale, Bom::Without)),
        (published.excel_csv(), report_csv(report, locale, Bom::With)),
        (
            published.page(),
            page_in_context(report, &options, &context),
        ),
        (
            published.embed_page(),
            embed_page_in_context(report, &options, EMBED_FRAME, &context),
        ),
    ];
    let pictures = pictures.into_iter();
    files.extend(pictures.map(|(view, svg)| (published.picture(view), svg)));
    if !options.files.oembed.is_empty() {
        files.push((options.files.oembed.clone(), oembed(published, &options)));
    }
    ReportFiles { files }
}

/// What an editor of pages asks for to embed a report, see oembed.com.
fn oembed(published: &Published, options: &PageOptions) -> String {
    let title = json_ld::title(&published.report, options.locale);
    let files = &options.files;
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": published.report.agency.name,
        "html": embed_lines(&files.site, &files.embed, &files.embed_script, &title),
        "width": 720,
        "height": 900,
        "cache_age": 86400,
    });
    if !files.preview.is_empty()
        && let Some(answer) = answer.as_object_mut()
    {
        let address = [&files.site, &*encoded(&files.preview)].concat();
        answer.insert("thumbnail_url".to_owned(), address.into());
        answer.insert("thumbnail_width".to_owned(), 1200.into());
        answer.insert("thumbnail_height".to_owned(), 630.into());
    }
    format!("{answer:#}\n")
}

/// The reports of each agency by year. Division codes distinguish agencies with the same name.
pub struct Years<'a> {
    agencies: BTreeMap<AgencyKey<'a>, BTreeMap<u16, &'a Published>>,
    has_catalog: bool,
}

type AgencyKey<'a> = (&'a str, Option<&'a str>);

impl<'a> Years<'a> {
    /// Orders these reports. Of two with the same agency and year the later one counts.
    pub fn of(reports: &'a [Published]) -> Years<'a> {
        let mut agencies: BTreeMap<_, BTreeMap<u16, &Published>> = BTreeMap::new();
        for published in reports {
            let years = agencies.entry(Years::key(published)).or_default();
            years.insert(published.report.year, published);
        }
        Years {
            agencies,
            has_catalog: reports.len() > 1,
        }
    }

    /// Whether a catalogue is beside these reports.
    pub fn has_catalog(&self) -> bool {
        self.has_catalog
    }

    fn key(published: &Published) -> AgencyKey<'_> {
        let agency = &published.report.agency;
        (&agency.name, agency.division_code.as_deref())
    }

    /// The reports of the same agency, this one included, by ascending year.
    pub fn of_agency(&self, published: &Published) -> Vec<&'a Published> {
        let years = self.agencies.get(&Years::key(published)).into_iter();
        years.flat_map(|years| years.values().copied()).collect()
    }

    /// The agency's reports as one series, if there are several.
    fn series(&self, published: &Published) -> Option<Series> {
        let reports = self.of_agency(published).into_iter();
        let reports: Vec<&Report> = reports.map(|one| &one.report).collect();
        if reports.len() < 2 {
            return None;
        }
        Series::of_reports(&reports, &published.report)
    }

    /// The year and the page of the agency's nearest report before (`-1`) or after (`1`) one.
    fn neighbour(&self, published: &Published, direction: i8) -> Option<(u16, String)> {
        let years = self.agencies.get(&Years::key(published))?;
        let year = published.report.year;
        let found = if direction < 0 {
            years.range(..year).next_back()
        } else {
            years.range(year.saturating_add(1)..).next()
        };
        found.map(|(year, other)| (*year, other.page()))
    }
}
