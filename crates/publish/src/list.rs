//! The list of reports, and the scripts beside it.

use crate::Published;
use gongkai_i18n::Locale;
use gongkai_view::page::{Bundle, IndexEntry, IndexFiles, PageFrame, SEARCH_SCRIPT, index};

/// The list of reports.
pub const INDEX: &str = "index.html";
/// The script that filters the list.
pub const SEARCH: &str = "index-search.js";
/// The script that gives an `<iframe>` its height, for the page around it.
pub const EMBED: &str = "embed.js";
const EMBED_SCRIPT: &str = include_str!("embed.js");
/// The script of the page inside the `<iframe>`.
pub const EMBED_FRAME: &str = "embed-frame.js";
const EMBED_FRAME_SCRIPT: &str = include_str!("embed-frame.js");

/// The list with its scripts: paths in the published folder and texts. `catalog` is the path of the catalogue, if
/// there is one.
pub fn list_files(
    reports: &[Published],
    catalog: Option<&str>,
    bundle: &Bundle,
    frame: &PageFrame,
    files: &IndexFiles,
    locale: Locale,
) -> [(&'static str, String); 4] {
    let entries: Vec<IndexEntry> = reports
        .iter()
        .map(|published| IndexEntry {
            agency: published.report.agency.name.clone(),
            code: published.report.agency.division_code.clone(),
            year: published.report.year,
            page: published.page(),
        })
        .collect();
    let html = index(
        &entries,
        catalog,
        Some(SEARCH),
        bundle,
        frame,
        files,
        locale,
    );
    [
        (SEARCH, SEARCH_SCRIPT.to_owned()),
        (INDEX, html),
        (EMBED, EMBED_SCRIPT.to_owned()),
        (EMBED_FRAME, EMBED_FRAME_SCRIPT.to_owned()),
    ]
}
