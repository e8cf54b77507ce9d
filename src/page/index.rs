//! The list of a folder's reports: plain links, which a browser searches by itself.

use super::document::document;
use super::embed::{Bundle, STYLE, attribute};
use crate::i18n::{Locale, PageText};

/// One report of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub agency: String,
    pub year: u16,
    /// The page's address.
    pub page: String,
}

/// A page that lists reports by agency, the latest year first, and compares them where a catalogue
/// stands beside it.
pub fn index(entries: &[Entry], catalog: Option<&str>, bundle: &Bundle, locale: Locale) -> String {
    let mut agencies: Vec<&str> = entries.iter().map(|entry| entry.agency.as_str()).collect();
    agencies.sort_unstable();
    agencies.dedup();
    let title = PageText::Index.text(locale);
    let counts = [entries.len().to_string(), agencies.len().to_string()];
    let lead = PageText::IndexLead.with(locale, &counts.each_ref().map(String::as_str));
    let mut body = [
        "<main class=\"gongkai-index\">\n<h1>",
        title,
        "</h1>\n<p>",
        &attribute(&lead),
        "</p>\n<table>\n<thead><tr><th scope=\"col\">",
        PageText::Agency.text(locale),
        "</th><th scope=\"col\">",
        PageText::Years.text(locale),
        "</th></tr></thead>\n<tbody>\n",
    ]
    .concat();
    for agency in agencies {
        let mut own: Vec<&Entry> = entries
            .iter()
            .filter(|entry| entry.agency == agency)
            .collect();
        own.sort_by_key(|entry| std::cmp::Reverse(entry.year));
        body.push_str("<tr><th scope=\"row\">");
        body.push_str(&attribute(agency));
        body.push_str("</th><td>");
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
    let mut head = bundle.style(STYLE);
    if let Some(src) = catalog {
        // The largest file of the page need not wait for the script.
        head.push_str("<link rel=\"preload\" href=\"");
        head.push_str(&attribute(src));
        head.push_str("\" as=\"fetch\" crossorigin>\n");
        head.push_str(&bundle.script());
        body.push_str("<h2>");
        body.push_str(PageText::Compare.text(locale));
        body.push_str("</h2>\n<gongkai-report src=\"");
        body.push_str(&attribute(src));
        body.push_str("\" permalink></gongkai-report>\n");
    }
    body.push_str("</main>\n");
    document(title, &lead, locale, &body, &head)
}
