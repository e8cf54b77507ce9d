//! What a published page says about its report's other files, its changes and its removal.

use super::PageOptions;
use super::document::{PageFrame, document};
use super::embed::{Bundle, STYLE, attribute};
use crate::figures::View;
use crate::text::{PageText, page_text};
use gongkai_i18n::Locale;

/// The files of a published report, as paths in the published folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageFiles {
    /// The address of the published folder, which ends in `/`; empty if it is not known.
    pub site: String,
    /// The page itself; empty outside a published folder.
    pub page: String,
    pub embed: String,
    /// The script for the page around an `<iframe>`.
    pub embed_script: String,
    pub csv: String,
    /// With the byte order mark that Excel needs.
    pub csv_excel: String,
    /// The picture of each view that has one.
    pub pictures: Vec<(View, String)>,
    /// The picture that other sites show with a link; empty if no picture is made.
    pub preview: String,
    /// Empty without the address of the folder.
    pub oembed: String,
    pub feed: String,
    /// What search engines read, as JSON-LD.
    pub json_ld: String,
    pub changes: Vec<PageChange>,
}

/// A report that was published anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageChange {
    /// Such as `2026-11-30`.
    pub date: String,
    /// Empty if the report was only brought back.
    pub fields: Vec<ChangedField>,
    /// The number of further fields.
    pub more: usize,
}

/// `None` is a value that is not there, and an empty one a blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangedField {
    pub name: String,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// The size of the preview in pixels, which most sites expect.
const PREVIEW: [&str; 2] = ["1200", "630"];

/// A path of the published folder in an address. Names may have characters that addresses may not.
pub fn encoded(path: &str) -> String {
    let mut address = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

/// The lines to paste into another page. `site` may be empty.
pub fn embed_lines(site: &str, embed: &str, script: &str, title: &str) -> String {
    [
        "<iframe src=\"",
        &attribute(site),
        &encoded(embed),
        "\" title=\"",
        &attribute(title),
        "\" width=\"100%\" height=\"900\" frameborder=\"0\"></iframe>\n<script src=\"",
        &attribute(site),
        &encoded(script),
        "\" defer></script>\n",
    ]
    .concat()
}

/// The lines of the head by which other programs know the page.
pub(super) fn metadata(options: &PageOptions, title: &str, description: &str) -> String {
    let files = &options.files;
    let mut head = String::new();
    if files.page.is_empty() {
        return head;
    }
    let link = |rel: &str, media: &str, href: &str| {
        let media = if media.is_empty() {
            String::new()
        } else {
            [" type=\"", media, "\""].concat()
        };
        [
            "<link rel=\"",
            rel,
            "\"",
            &media,
            " href=\"",
            &attribute(href),
            "\">\n",
        ]
        .concat()
    };
    let meta = |name: &str, content: &str| {
        let content = attribute(content);
        [
            "<meta property=\"",
            name,
            "\" content=\"",
            &content,
            "\">\n",
        ]
        .concat()
    };
    for (rel, neighbour) in [("prev", &options.previous), ("next", &options.next)] {
        if let Some((_, href)) = neighbour {
            head.push_str(&link(rel, "", href));
        }
    }
    head.push_str(&link("alternate", "application/json", &options.src));
    head.push_str(&meta("og:type", "article"));
    head.push_str(&meta("og:title", title));
    head.push_str(&meta("og:description", description));
    // The others have to be whole addresses.
    if files.site.is_empty() {
        return head;
    }
    let whole = |path: &str| [&files.site, &*encoded(path)].concat();
    head.push_str(&link("canonical", "", &whole(&files.page)));
    head.push_str(&meta("og:url", &whole(&files.page)));
    if !files.preview.is_empty() {
        let [width, height] = PREVIEW;
        head.push_str(&meta("og:image", &whole(&files.preview)));
        head.push_str(&meta("og:image:type", "image/png"));
        head.push_str(&meta("og:image:width", width));
        head.push_str(&meta("og:image:height", height));
        head.push_str(&meta("og:image:alt", title));
        head.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
    }
    if !files.oembed.is_empty() {
        head.push_str(&link(
            "alternate",
            "application/json+oembed",
            &whole(&files.oembed),
        ));
    }
    if !files.feed.is_empty() {
        head.push_str(&link(
            "alternate",
            "application/atom+xml",
            &whole(&files.feed),
        ));
    }
    head
}

/// What was changed since the report was first published.
pub(super) fn changes(files: &PageFiles, locale: Locale, into: &mut String) {
    if files.changes.is_empty() {
        return;
    }
    let mut element = |begin: &str, text: &str, end: &str| {
        into.push_str(begin);
        into.push_str(&attribute(text));
        into.push_str(end);
    };
    element(
        "<details class=\"gongkai-changes\">\n<summary>",
        PageText::Changes.text(locale),
        "</summary>\n",
    );
    for change in files.changes.iter().rev() {
        let date = change.date.as_str();
        if change.fields.is_empty() && change.more == 0 {
            let returned = page_text::ReturnedOn { date }.text(locale);
            element("<p>", &returned, "</p>\n");
            continue;
        }
        element("<p>", &page_text::ChangedOn { date }.text(locale), "</p>\n");
        element(
            "<table>\n<thead><tr><th scope=\"col\">",
            PageText::Field.text(locale),
            "</th>",
        );
        element("<th scope=\"col\">", PageText::Before.text(locale), "</th>");
        element(
            "<th scope=\"col\">",
            PageText::After.text(locale),
            "</th></tr></thead>\n<tbody>\n",
        );
        for field in &change.fields {
            element("<tr><th scope=\"row\">", &field.name, "</th>");
            element("<td>", shown(field.old.as_deref(), locale), "</td>");
            element("<td>", shown(field.new.as_deref(), locale), "</td></tr>\n");
        }
        element("</tbody>\n</table>\n", "", "");
        if change.more > 0 {
            let count = &change.more.to_string();
            element(
                "<p>",
                &page_text::MoreChanges { count }.text(locale),
                "</p>\n",
            );
        }
    }
    element("</details>\n", "", "");
}

fn shown(value: Option<&str>, locale: Locale) -> &str {
    match value {
        None => PageText::Absent.text(locale),
        Some("") => PageText::BlankValue.text(locale),
        Some(value) => value,
    }
}

/// The report's files, and the lines by which it is embedded elsewhere.
pub(super) fn share(options: &PageOptions, title: &str, into: &mut String) {
    let (files, locale) = (&options.files, options.locale);
    if files.page.is_empty() {
        return;
    }
    let link = |href: &str, text: &str, attributes: &str| {
        [
            "<a href=\"",
            &attribute(href),
            "\"",
            attributes,
            ">",
            &attribute(text),
            "</a> ",
        ]
        .concat()
    };
    into.push_str("<details class=\"gongkai-share\">\n<summary>");
    into.push_str(PageText::Share.text(locale));
    into.push_str("</summary>\n<p>");
    for (path, text) in [
        (&files.csv_excel, PageText::CsvExcel),
        (&files.csv, PageText::Csv),
        (&options.src, PageText::Json),
    ] {
        into.push_str(&link(path, text.text(locale), " download"));
    }
    into.push_str("</p>\n<table>\n<caption>");
    into.push_str(PageText::OneFigure.text(locale));
    into.push_str("</caption>\n<tbody>\n");
    for view in View::ALL {
        if *view == View::Original || *view == View::Checks {
            continue;
        }
        let mut pictures = files.pictures.iter();
        let picture = pictures.find(|(own, _)| own == view);
        let picture =
            picture.map(|(_, path)| link(path, PageText::Picture.text(locale), " download"));
        let alone = [&*files.embed, "?view=", view.id()].concat();
        into.push_str("<tr><th scope=\"row\">");
        into.push_str(&attribute(view.name(locale)));
        into.push_str("</th><td>");
        into.push_str(&link(&alone, PageText::Alone.text(locale), ""));
        into.push_str(&picture.unwrap_or_default());
        into.push_str("</td></tr>\n");
    }
    into.push_str("</tbody>\n</table>\n<p>");
    into.push_str(PageText::EmbedLead.text(locale));
    if files.site.is_empty() {
        into.push_str(PageText::EmbedFolder.text(locale));
    }
    into.push_str("</p>\n<pre>");
    let lines = embed_lines(&files.site, &files.embed, &files.embed_script, title);
    into.push_str(&attribute(&lines));
    into.push_str("</pre>\n</details>\n");
    if !files.json_ld.is_empty() {
        // No browser runs it. Nothing in it can end the element.
        into.push_str("<script type=\"application/ld+json\">");
        into.push_str(&files.json_ld.replace('<', "\\u003c"));
        into.push_str("</script>\n");
    }
}

/// The page that is left at the address of a removed report.
pub fn removed_page(
    agency: &str,
    year: u16,
    date: &str,
    index: &str,
    bundle: &Bundle,
    frame: &PageFrame,
    locale: Locale,
) -> String {
    let title = PageText::Removed.text(locale);
    let year = &year.to_string();
    let sentence = page_text::RemovedOn { agency, year, date }.text(locale);
    let head = [
        "<meta name=\"robots\" content=\"noindex\">\n",
        &bundle.for_page().style(STYLE),
    ]
    .concat();
    let body = [
        "<main class=\"gongkai-removed\">\n<h1>",
        title,
        "</h1>\n<p>",
        &attribute(&sentence),
        "</p>\n<p><a href=\"",
        &attribute(index),
        "\">",
        PageText::Back.text(locale),
        "</a></p>\n</main>\n",
    ]
    .concat();
    document(title, &sentence, locale, &body, &head, frame)
}
