//! How a page names the widget's files.

use super::{PageOptions, first_part, rest};
use crate::figures::View;
use crate::markup::{Element, Name, Node, Tag, html};
use crate::text::PageText;
use gongkai_model::Report;

/// The widget's files as a page names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// Before each file's name, such as `gongkai/`.
    pub base: String,
    /// `sha384-…` of the files by name, as the bundle's manifest has them.
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

    /// For a whole page, which may be opened from a disk: there a browser holds no file to be of the
    /// page's own origin, and applies no style sheet that has a hash.
    pub(super) fn of_page(&self) -> Bundle {
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

/// All that a page without a script needs.
pub(super) const STYLE: &str = "gongkai-static.css";
/// What of it a view needs that has no table and no published text.
const FIRST_STYLE: &str = "gongkai-static-first.css";

/// The lines that a portal pastes into its page: one for its head, and the tag with the report in it.
pub fn snippet(report: &Report, options: &PageOptions) -> String {
    let (style, tag) = tag(report, options);
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

/// The style sheet for the page's head, and the tag. A browser shows what stands above a style sheet
/// before that has come: so the first figure waits for its own only, and for nothing below it to be read.
pub(super) fn tag(report: &Report, options: &PageOptions) -> (String, String) {
    let first = first_part(report, options.view, options.locale);
    let mut inside = html(&first);
    inside.push('\n');
    let all = options.bundle.style(STYLE);
    let style = if needs_all(&first) {
        all
    } else {
        inside.insert_str(below_figure(&inside), &all);
        options.bundle.style(FIRST_STYLE)
    };
    inside.push_str(&html(&rest(report, options.view, options.locale)));
    let view = match options.view {
        view if view == View::default() => String::new(),
        view => [" view=\"", view.id(), "\""].concat(),
    };
    let tag = [
        "<gongkai-report src=\"",
        &attribute(&options.src),
        "\" lang=\"",
        options.locale.tag(),
        "\"",
        &view,
        " permalink>\n",
        &inside,
        "\n</gongkai-report>\n",
    ]
    .concat();
    (style, tag)
}

/// Where the first view's figure has been read to its end, or the view where it has none.
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

/// Text as an attribute's value has it, and as HTML has it.
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
