//! The files that are left at the addresses of a removed report. Each answers, and says that it was removed.

use crate::list::INDEX;
use crate::{Address, REPORTS};
use gongkai_i18n::Locale;
use gongkai_view::export::{Bom, CsvField, CsvWriter, notice_picture};
use gongkai_view::page::{Bundle, PageFrame, removed_page};
use gongkai_view::text::{PageText, page_text};
use serde_json::json;

/// Makes a file for each path that the address had, except for the previews, which are not text.
pub fn removed_files(
    slug: &str,
    address: &Address,
    bundle: &Bundle,
    frame: &PageFrame,
    locale: Locale,
) -> Vec<(String, String)> {
    let at = address.removed.as_deref().unwrap_or_default();
    let date = at.get(..10).unwrap_or(at);
    let (agency, year) = (address.agency.as_str(), address.year);
    let sentence = page_text::RemovedOn {
        agency,
        year: &year.to_string(),
        date,
    }
    .text(locale);
    let page = removed_page(agency, year, date, INDEX, bundle, frame, locale);
    let embed = removed_page(
        agency,
        year,
        date,
        INDEX,
        bundle,
        &PageFrame::default(),
        locale,
    );
    let json =
        json!({ "format": "gongkai-removed/1", "agency": agency, "year": year, "removed": at });
    let json = format!("{json:#}\n");
    let table = |bom| {
        let mut table = CsvWriter::new(bom, &[PageText::Removed.text(locale)]);
        table.row(&[CsvField::Text(&sentence)]);
        table.finish()
    };
    let oembed = json!({ "version": "1.0", "type": "link", "title": sentence });
    let paths = [
        [slug, ".html"].concat(),
        [slug, ".embed.html"].concat(),
        [REPORTS, slug, ".json"].concat(),
    ];
    let mut all: Vec<String> = paths.to_vec();
    all.extend(
        address
            .made
            .files
            .keys()
            .filter(|path| !paths.contains(path))
            .cloned(),
    );
    let files = all.into_iter().filter_map(|path| {
        let text = if path.ends_with(".embed.html") {
            embed.clone()
        } else if path.ends_with(".html") {
            page.clone()
        } else if path.ends_with(".oembed.json") {
            format!("{oembed:#}\n")
        } else if path.ends_with(".json") {
            json.clone()
        } else if path.ends_with(".svg") {
            notice_picture(&sentence, locale)
        } else if path.ends_with(".csv") {
            let has_mark = path.contains("/excel/");
            table(if has_mark { Bom::With } else { Bom::Without })
        } else {
            return None;
        };
        Some((path, text))
    });
    files.collect()
}
