//! The widget's tag, and the links to its files.

use super::{PageOptions, first_part, has_lines, linked, rest};
use crate::components::{ContextOf, without_context};
use crate::figures::View;
use crate::markup::{Element, Name, Node, Tag, html};
use crate::text::PageText;
use gongkai_model::Report;

/// The location and the hashes of the widget's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// The path before each file's name, such as `gongkai/`.
    pub base: String,
    /// The name and the hash (`sha384-…`) of each file, from the bundle's manifest.
    pub integrity: Vec<(String, String)>,
}

impl Bundle {
    fn integrity(&self, name: &str) -> String {
        let mut files = self.integrity.iter();
        files
            .find(|(file, _)| file == name)
            .map(|(_, hash)| [" integrity=\"", &attribute(hash), "\""].concat())
            .unwrap_or_default()
    }

    /// Without the hashes of style sheets, for whole pages, which may be opened from a disk. There
    /// browsers treat every file as cross-origin, and reject a style sheet that has a hash.
    pub(super) fn for_page(&self) -> Bundle {
        let files = self.integrity.iter();
        let integrity = files.filter(|(name, _)| !name.ends_with(".css"));
        Bundle {
            base: self.base.clone(),
            integrity: integrity.cloned().collect(),
        }
    }

    pub(super) fn style(&self, name: &str) -> String {
        let address = attribute(&(self.base.clone() + name));
        [
            "<link rel=\"stylesheet\" href=\"",
            &address,
            "\"",
            &self.integrity(name),
            ">\n",
        ]
        .concat()
    }

    /// Links to what the widget asks for before it can answer, so that it need not wait for the script to ask.
    pub(super) fn preloads(&self, src: &str) -> String {
        let script = "gongkai.js";
        [
            "<link rel=\"preload\" href=\"",
            &attribute(&(self.base.clone() + script)),
            "\" as=\"script\"",
            &self.integrity(script),
            ">\n<link rel=\"preload\" href=\"",
            &attribute(&(self.base.clone() + "gongkai-draw.wasm")),
            "\" as=\"fetch\" crossorigin>\n<link rel=\"preload\" href=\"",
            &attribute(src),
            "\" as=\"fetch\" crossorigin>\n",
        ]
        .concat()
    }

    pub(super) fn script(&self) -> String {
        let name = "gongkai.js";
        let address = attribute(&(self.base.clone() + name));
        [
            "<script src=\"",
            &address,
            "\"",
            &self.integrity(name),
            " defer></script>\n",
        ]
        .concat()
    }
}

/// The complete style sheet of static pages.
pub(super) const STYLE: &str = "gongkai-static.css";
/// The part of it that a view without table and published text needs.
const FIRST_STYLE: &str = "gongkai-static-first.css";

/// The lines to paste into a portal's page: one for its head, and the tag with the report in it.
pub fn snippet(report: &Report, options: &PageOptions) -> String {
    snippet_in_context(report, options, &without_context)
}

/// As [`snippet`], with what is known of the agency's other years.
pub fn snippet_in_context(
    report: &Report,
    options: &PageOptions,
    context: ContextOf<'_>,
) -> String {
    let (style, tag) = tag(report, options, "", context);
    let locale = options.locale;
    let comment = |text: PageText| ["<!-- ", text.text(locale), " -->\n"].concat();
    [
        comment(PageText::InHead),
        style,
        comment(PageText::InPlace),
        tag,
        options.bundle.script(),
    ]
    .concat()
}

/// The style sheet for the page's head, and the tag.
///
/// A browser renders the content above a style sheet link without waiting for it. So the first
/// figure only waits for the small style sheet, and the complete one follows below it.
///
/// `preloads` goes below the figure, too: what is there is asked for once the figure has come.
pub(super) fn tag(
    report: &Report,
    options: &PageOptions,
    preloads: &str,
    context: ContextOf<'_>,
) -> (String, String) {
    let locale = options.locale;
    // The widget keeps the room wherever a page names a catalogue.
    let keeps_lines = !options.catalog.is_empty() || has_lines(locale, context);
    let first = linked(
        first_part(report, options.view, locale, keeps_lines, context),
        &options.address,
    );
    let mut inside = html(&first);
    inside.push('\n');
    let all = options.bundle.style(STYLE);
    let style = if needs_all(&first) {
        inside.insert_str(below_figure(&inside), preloads);
        all
    } else {
        inside.insert_str(below_figure(&inside), &[preloads, &all].concat());
        options.bundle.style(FIRST_STYLE)
    };
    let rest = rest(report, options.view, options.locale, context);
    inside.push_str(&html(&linked(rest, &options.address)));
    let view = match options.view {
        view if view == View::default() => String::new(),
        view => [" view=\"", view.id(), "\""].concat(),
    };
    let named = |name: &str, address: &str| {
        if address.is_empty() {
            return String::new();
        }
        [" ", name, "=\"", &attribute(address), "\""].concat()
    };
    let desk = named("desk", &options.desk);
    let catalog = named("catalog", &options.catalog);
    let tag = [
        "<gongkai-report src=\"",
        &attribute(&options.src),
        "\" lang=\"",
        options.locale.tag(),
        "\"",
        &catalog,
        &view,
        &desk,
        " permalink>\n",
        &inside,
        "\n</gongkai-report>\n",
    ]
    .concat();
    (style, tag)
}

/// The end of the first view's figure, or of the view if it has none.
fn below_figure(first: &str) -> usize {
    let drawn = first.rfind("<svg class=\"figure");
    let end = drawn.and_then(|at| Some(at + first.get(at..)?.find("</svg>")? + "</svg>".len()));
    end.unwrap_or(first.len())
}

fn needs_all(element: &Element) -> bool {
    element.tag == Tag::Table
        || element.get(Name::Class) == Some("original")
        || element.inside.iter().any(|node| match node {
            Node::Element(element) => needs_all(element),
            Node::Text(_) => false,
        })
}

/// Escapes text for use in HTML, also in attributes.
pub(super) fn attribute(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\0' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
