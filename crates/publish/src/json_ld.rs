//! A report as search engines read it: a data set of schema.org.

use crate::Published;
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::page::{PageOptions, encoded};
use gongkai_view::text::{page_text, view_text};
use serde_json::{Map, Value, json};

/// The title of a report's page.
pub fn title(report: &Report, locale: Locale) -> String {
    let year = &report.year.to_string();
    let agency = &report.agency.name;
    view_text::Heading { agency, year }.text(locale)
}

/// Describes a report as a `Dataset`. Addresses are whole if that of the folder is known, and otherwise relative to the
/// page.
pub fn dataset(published: &Published, options: &PageOptions) -> String {
    let Published { report, .. } = published;
    let locale = options.locale;
    let files = &options.files;
    let at = |path: &str| [&files.site, &*encoded(path)].concat();
    let year = &report.year.to_string();
    let agency = report.agency.name.as_str();
    let mut creator = Map::new();
    creator.insert("@type".to_owned(), "GovernmentOrganization".into());
    creator.insert("name".to_owned(), agency.into());
    if let Some(code) = &report.agency.division_code {
        creator.insert("identifier".to_owned(), code.as_str().into());
    }
    let download = |path: &str, media: &str| json!({ "@type": "DataDownload", "encodingFormat": media, "contentUrl": at(path) });
    let distribution = [
        download(&options.src, "application/json"),
        download(&files.csv, "text/csv"),
    ];
    let mut dataset = Map::new();
    let mut add = |name: &str, value: Value| dataset.insert(name.to_owned(), value);
    add("@context", "https://schema.org".into());
    add("@type", "Dataset".into());
    add("name", title(report, locale).into());
    add(
        "description",
        page_text::Description { agency, year }.text(locale).into(),
    );
    // The report itself is in Chinese, whatever the page is in.
    add("inLanguage", "zh-CN".into());
    add("isAccessibleForFree", true.into());
    add("temporalCoverage", year.as_str().into());
    add("creator", creator.into());
    add("distribution", distribution.to_vec().into());
    if !files.site.is_empty() {
        add("url", at(&files.page).into());
    }
    if let Some(source) = &report.source {
        if let Some(published) = source.published {
            add("datePublished", published.to_string().into());
        }
        let url = source.url.as_deref();
        if let Some(url) =
            url.filter(|url| url.starts_with("http://") || url.starts_with("https://"))
        {
            add("isBasedOn", url.into());
        }
    }
    if let Some(change) = files.changes.last() {
        add("dateModified", change.date.as_str().into());
    }
    Value::Object(dataset).to_string()
}
