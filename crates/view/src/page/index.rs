//! The index of a folder of reports: plain links, which the browser's own search can find.

use super::document::{PageFrame, document};
use super::embed::{Bundle, STYLE, attribute};
use crate::text::{PageText, page_text};
use gongkai_i18n::Locale;
use std::collections::{BTreeMap, BTreeSet};

/// A report in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexEntry {
    pub agency: String,
    /// 统计用区划代码, which distinguishes agencies with the same name.
    pub code: Option<String>,
    pub year: u16,
    /// The address of the report's page.
    pub page: String,
}

/// What the index links to besides the reports' pages: paths in the published folder, empty for a file that is not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndexFiles {
    /// The address of the published folder, which ends in `/`; empty if it is not known.
    pub site: String,
    pub csv: String,
    pub parquet: String,
    pub feed: String,
}

/// The script that filters the list, a file of its own because a strict policy runs nothing inline.
pub const SEARCH_SCRIPT: &str = include_str!("search.js");

/// The number of agencies from which a list has a search field.
const SEARCHABLE: usize = 10;

/// Renders a page that lists reports by agency in the order of the division codes, the latest year first,
/// and compares them if there is a catalogue. `search` is the address of [`SEARCH_SCRIPT`].
pub fn index(
    entries: &[IndexEntry],
    catalog: Option<&str>,
    search: Option<&str>,
    bundle: &Bundle,
    frame: &PageFrame,
    files: &IndexFiles,
    locale: Locale,
) -> String {
    let bundle = &bundle.for_page();
    let agencies = agencies(entries);
    let title = PageText::Index.text(locale);
    let lead = page_text::IndexLead {
        reports: &entries.len().to_string(),
        agencies: &agencies.len().to_string(),
    }
    .text(locale);
    let search = search.filter(|_| agencies.len() >= SEARCHABLE);
    let mut body = [
        "<main class=\"gongkai-index\">\n<h1>",
        title,
        "</h1>\n<p>",
        &attribute(&lead),
        "</p>\n",
        // The script shows it.
        if search.is_some() {
            "<p class=\"gongkai-search\" hidden><label>"
        } else {
            ""
        },
        search.map_or("", |_| PageText::FindAgency.text(locale)),
        if search.is_some() {
            " <input type=\"search\"></label> <span role=\"status\"></span></p>\n"
        } else {
            ""
        },
        "<table>\n<thead><tr><th scope=\"col\">",
        PageText::Agency.text(locale),
        "</th><th scope=\"col\">",
        PageText::Code.text(locale),
        "</th><th scope=\"col\">",
        PageText::Years.text(locale),
        "</th></tr></thead>\n<tbody>\n",
    ]
    .concat();
    let mut agencies: Vec<_> = agencies.into_iter().collect();
    // Those without a code come last, in the order of their names.
    agencies.sort_by_key(|(_, own)| {
        let code = own.iter().find_map(|entry| entry.code.clone());
        (code.is_none(), code)
    });
    for (agency, mut own) in agencies {
        own.sort_by_key(|entry| std::cmp::Reverse(entry.year));
        let code = own.iter().find_map(|entry| entry.code.as_deref());
        body.push_str("<tr data-code=\"");
        body.push_str(&attribute(code.unwrap_or_default()));
        body.push_str("\"><th scope=\"row\">");
        body.push_str(&attribute(&agency));
        body.push_str("</th><td>");
        body.push_str(&attribute(code.unwrap_or_default()));
        body.push_str("</td><td>");
        for entry in own {
            body.push_str("<a href=\"");
            body.push_str(&attribute(&entry.page));
            body.push_str("\">");
            body.push_str(&entry.year.to_string());
            body.push_str("</a> ");
        }
        body.push_str("</td></tr>\n");
    }
    body.push_str("</tbody>\n</table>\n");
    data_links(files, locale, &mut body);
    let mut head = bundle.style(STYLE);
    if !files.site.is_empty() {
        head.push_str("<link rel=\"canonical\" href=\"");
        head.push_str(&attribute(&files.site));
        head.push_str("\">\n");
    }
    if !files.feed.is_empty() {
        head.push_str("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"");
        head.push_str(&attribute(&files.feed));
        head.push_str("\">\n");
    }
    if let Some(src) = catalog {
        // Preloaded, so that the largest file does not wait for the script.
        head.push_str("<link rel=\"preload\" href=\"");
        head.push_str(&attribute(src));
        head.push_str("\" as=\"fetch\" crossorigin>\n");
        head.push_str(&bundle.script());
        body.push_str("<h2>");
        body.push_str(PageText::Compare.text(locale));
        body.push_str("</h2>\n<gongkai-report src=\"");
        body.push_str(&attribute(src));
        body.push_str("\" permalink>\n<p>");
        body.push_str(PageText::CompareNeeds.text(locale));
        body.push_str("</p>\n</gongkai-report>\n");
    }
    if let Some(search) = search {
        body.push_str("<script src=\"");
        body.push_str(&attribute(search));
        body.push_str("\" defer></script>\n");
    }
    body.push_str("</main>\n");
    document(title, &lead, locale, &body, &head, frame)
}

/// The tables of all reports, and the feed of changes.
fn data_links(files: &IndexFiles, locale: Locale, into: &mut String) {
    let links = [
        (&files.csv, " download", PageText::TableCsv),
        (&files.parquet, " download", PageText::TableParquet),
        (&files.feed, "", PageText::Feed),
    ];
    if links.iter().all(|(path, _, _)| path.is_empty()) {
        return;
    }
    into.push_str("<p class=\"gongkai-data\">");
    into.push_str(PageText::DataOfAll.text(locale));
    for (path, attributes, text) in links {
        if !path.is_empty() {
            into.push_str(" <a href=\"");
            into.push_str(&attribute(path));
            into.push('"');
            into.push_str(attributes);
            into.push('>');
            into.push_str(text.text(locale));
            into.push_str("</a>");
        }
    }
    into.push_str("</p>\n");
}

/// Groups entries by agency: by its name, and its code if several agencies share the name. An entry
/// without a code belongs to the only agency of its name, as in a catalogue.
fn agencies(entries: &[IndexEntry]) -> BTreeMap<String, Vec<&IndexEntry>> {
    let mut codes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for entry in entries {
        let codes = codes.entry(&entry.agency).or_default();
        codes.extend(entry.code.as_deref());
    }
    let mut agencies: BTreeMap<String, Vec<&IndexEntry>> = BTreeMap::new();
    for entry in entries {
        let is_shared = codes
            .get(entry.agency.as_str())
            .is_some_and(|codes| codes.len() > 1);
        let name = match (&entry.code, is_shared) {
            (Some(code), true) => format!("{}（{code}）", entry.agency),
            _ => entry.agency.clone(),
        };
        agencies.entry(name).or_default().push(entry);
    }
    agencies
}
