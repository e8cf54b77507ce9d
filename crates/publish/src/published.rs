//! A report under the name by which it is published, and its files.

use crate::hash;
use crate::list::{EMBED, INDEX};
use gongkai_catalog::{Extract, Measure};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::figures::View;
use gongkai_view::page::{Bundle, PageFrame, PageOptions, embed_page, page};
use std::collections::BTreeMap;

/// The folder of the reports' JSON in the published folder.
pub const REPORTS: &str = "reports/";

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

    /// The options of the report's pages.
    pub fn page_options(
        &self,
        bundle: &Bundle,
        years: &Years,
        frame: &PageFrame,
        locale: Locale,
    ) -> PageOptions {
        PageOptions {
            locale,
            view: View::default(),
            bundle: bundle.clone(),
            src: self.json(),
            catalog: String::new(),
            address: String::new(),
            index: INDEX.to_owned(),
            previous: years.neighbour(self, -1),
            next: years.neighbour(self, 1),
            desk: String::new(),
            frame: frame.clone(),
        }
    }
}

/// The files of one report.
pub struct ReportFiles {
    /// Their paths in the published folder and their text.
    pub files: [(String, String); 3],
    /// The report's part of the catalogue; `None` if no catalogue can hold it.
    pub extract: Option<Extract>,
}

/// Makes the report's JSON and its two pages.
pub fn report_files(
    published: &Published,
    options: &PageOptions,
    measures: &[Measure],
) -> ReportFiles {
    let Published { report, .. } = published;
    let json = report.write() + "\n";
    // A report that no catalogue can hold still has its page.
    let sha384 = hash(json.as_bytes());
    let extract = Extract::of(options.src.clone(), sha384, report, measures).ok();
    ReportFiles {
        files: [
            (options.src.clone(), json),
            (published.page(), page(report, options)),
            (published.embed_page(), embed_page(report, options, EMBED)),
        ],
        extract,
    }
}

/// The pages of each agency by year. Division codes distinguish agencies with the same name.
pub struct Years(BTreeMap<(String, Option<String>), BTreeMap<u16, String>>);

impl Years {
    /// Lists the pages of these reports. Of two with the same agency and year the later one counts.
    pub fn of(reports: &[Published]) -> Years {
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
