//! The page of a report.

use super::embed::{Bundle, attribute, tag};
use crate::figures::View;
use crate::text::{PageText, page_text, view_text};
use gongkai_i18n::Locale;
use gongkai_model::Report;

/// The options of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageOptions {
    pub locale: Locale,
    /// The view that the widget starts with.
    pub view: View,
    pub bundle: Bundle,
    /// The address of the report's JSON.
    pub src: String,
    /// The address of the index of reports; empty if there is none.
    pub index: String,
}

/// Renders the whole page, which is complete without scripts and which the widget takes over if
/// they run.
pub fn page(report: &Report, options: &PageOptions) -> String {
    let options = &PageOptions {
        bundle: options.bundle.for_page(),
        ..options.clone()
    };
    let locale = options.locale;
    let year = report.year.to_string();
    let (agency, year) = (report.agency.name.as_str(), year.as_str());
    let title = view_text::Heading { agency, year }.text(locale);
    let description = page_text::Description { agency, year }.text(locale);
    let (style, tag) = tag(report, options);
    let mut body = String::new();
    if !options.index.is_empty() {
        body.push_str("<nav class=\"gongkai-page-nav\"><a href=\"");
        body.push_str(&attribute(&options.index));
        body.push_str("\">");
        body.push_str(PageText::Back.text(locale));
        body.push_str("</a> <a href=\"");
        body.push_str(&attribute(&options.src));
        body.push_str("\" download>");
        body.push_str(PageText::Json.text(locale));
        body.push_str("</a></nav>\n");
    }
    body.push_str("<main>\n<h1 class=\"gongkai-page-title\">");
    body.push_str(PageText::Index.text(locale));
    body.push_str("</h1>\n");
    body.push_str(&tag);
    body.push_str("</main>\n");
    body.push_str(&options.bundle.script());
    document(&title, &description, locale, &body, &style)
}

/// Renders the page that another page shows in an `<iframe>`: only the tag. `script` is the address of the
/// script that tells that page the height.
pub fn embed_page(report: &Report, options: &PageOptions, script: &str) -> String {
    let options = &PageOptions {
        bundle: options.bundle.for_page(),
        ..options.clone()
    };
    let locale = options.locale;
    let year = report.year.to_string();
    let (agency, year) = (report.agency.name.as_str(), year.as_str());
    let title = view_text::Heading { agency, year }.text(locale);
    let description = page_text::Description { agency, year }.text(locale);
    let (style, tag) = tag(report, options);
    // The address of a frame is not what a reader would pass on.
    let tag = tag.replacen(" permalink>", ">", 1);
    let body = [
        "<main class=\"gongkai-embed\">\n",
        &tag,
        "</main>\n",
        &options.bundle.script(),
        "<script src=\"",
        &attribute(script),
        "\" defer></script>\n",
    ]
    .concat();
    document(&title, &description, locale, &body, &style)
}

/// Renders a document around a body; `head` goes into its head, after title and description.
pub(super) fn document(
    title: &str,
    description: &str,
    locale: Locale,
    body: &str,
    head: &str,
) -> String {
    [
        "<!doctype html>\n<html lang=\"",
        locale.tag(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        &attribute(title),
        "</title>\n<meta name=\"description\" content=\"",
        &attribute(description),
        "\">\n",
        head,
        "</head>\n<body class=\"gongkai-page\">\n",
        body,
        "</body>\n</html>\n",
    ]
    .concat()
}
