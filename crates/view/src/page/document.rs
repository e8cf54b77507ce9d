//! The page of a report.

use super::embed::{Bundle, attribute, tag};
use super::files::{PageFiles, changes, metadata, share};
use crate::components::{ContextOf, without_context};
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
    /// The address of the catalogue beside which are the agency's other years and its peers; empty if there is
    /// none.
    pub catalog: String,
    /// The address of the page itself without its fragment, for the links to its sections. Only a page with a
    /// `<base>` needs it; it may be empty.
    pub address: String,
    /// The address of the index of reports; empty if there is none.
    pub index: String,
    /// The years of the agency's nearest reports, with the addresses of their pages.
    pub previous: Option<(u16, String)>,
    pub next: Option<(u16, String)>,
    /// The address of the desk, which the widget's preview of a file links to; empty if no desk is published.
    pub desk: String,
    pub frame: PageFrame,
    /// The other files of the report, where it is published.
    pub files: PageFiles,
}

/// The portal's own parts around a page, as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageFrame {
    /// Goes at the beginning of the body.
    pub header: String,
    /// Goes at its end.
    pub footer: String,
}

/// Renders the whole page, which is complete without scripts and which the widget takes over if
/// they run.
pub fn page(report: &Report, options: &PageOptions) -> String {
    page_in_context(report, options, &without_context)
}

/// As [`page`], with what is known of the agency's other years.
pub fn page_in_context(report: &Report, options: &PageOptions, context: ContextOf<'_>) -> String {
    let options = &PageOptions {
        bundle: options.bundle.for_page(),
        ..options.clone()
    };
    let locale = options.locale;
    let year = report.year.to_string();
    let (agency, year) = (report.agency.name.as_str(), year.as_str());
    let title = view_text::Heading { agency, year }.text(locale);
    let description = page_text::Description { agency, year }.text(locale);
    let preloads = options.bundle.preloads(&options.src);
    let (style, tag) = tag(report, options, &preloads, context);
    let mut body = String::new();
    let mut links = String::new();
    if !options.index.is_empty() {
        link(&options.index, PageText::Back.text(locale), "", &mut links);
        link(
            &options.src,
            PageText::Json.text(locale),
            " download",
            &mut links,
        );
    }
    for (neighbour, rel) in [(&options.previous, "prev"), (&options.next, "next")] {
        let Some((year, href)) = neighbour else {
            continue;
        };
        let year = year.to_string();
        let year = year.as_str();
        let text = if rel == "prev" {
            page_text::PreviousYear { year }.text(locale)
        } else {
            page_text::NextYear { year }.text(locale)
        };
        link(href, &text, &[" rel=\"", rel, "\""].concat(), &mut links);
    }
    if !links.is_empty() {
        body.push_str("<nav class=\"gongkai-page-nav\">");
        body.push_str(links.trim_end());
        body.push_str("</nav>\n");
    }
    body.push_str("<main>\n<h1 class=\"gongkai-page-title\">");
    body.push_str(&attribute(&title));
    body.push_str("</h1>\n");
    changes(&options.files, locale, &mut body);
    body.push_str(&tag);
    share(options, &title, &mut body);
    body.push_str("</main>\n");
    body.push_str(&options.bundle.script());
    let head = metadata(options, &title, &description) + &style;
    document(&title, &description, locale, &body, &head, &options.frame)
}

fn link(href: &str, text: &str, attributes: &str, into: &mut String) {
    let href = attribute(href);
    let parts = ["<a href=\"", &href, "\"", attributes, ">", text, "</a> "];
    into.push_str(&parts.concat());
}

/// Renders the page that another page shows in an `<iframe>`: only the tag. `script` is the address of the
/// script that tells that page the height.
pub fn embed_page(report: &Report, options: &PageOptions, script: &str) -> String {
    embed_page_in_context(report, options, script, &without_context)
}

/// As [`embed_page`], with what is known of the agency's other years.
pub fn embed_page_in_context(
    report: &Report,
    options: &PageOptions,
    script: &str,
    context: ContextOf<'_>,
) -> String {
    let options = &PageOptions {
        bundle: options.bundle.for_page(),
        ..options.clone()
    };
    let locale = options.locale;
    let year = report.year.to_string();
    let (agency, year) = (report.agency.name.as_str(), year.as_str());
    let title = view_text::Heading { agency, year }.text(locale);
    let description = page_text::Description { agency, year }.text(locale);
    let preloads = options.bundle.preloads(&options.src);
    let (style, tag) = tag(report, options, &preloads, context);
    // The address of a frame is not what a reader would pass on.
    let tag = tag.replacen(" permalink>", ">", 1);
    let body = [
        "<main class=\"gongkai-embed\">\n",
        &tag,
        "</main>\n",
        // Before the widget's, which it tells the view that the address names.
        "<script src=\"",
        &attribute(script),
        "\" defer></script>\n",
        &options.bundle.script(),
    ]
    .concat();
    // The page around the frame has the portal's own parts.
    let frame = PageFrame::default();
    document(&title, &description, locale, &body, &style, &frame)
}

/// Renders a document around a body; `head` goes into its head, after title and description.
pub(super) fn document(
    title: &str,
    description: &str,
    locale: Locale,
    body: &str,
    head: &str,
    frame: &PageFrame,
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
        &frame.header,
        body,
        &frame.footer,
        "</body>\n</html>\n",
    ]
    .concat()
}
