//! How a page names the widget's files.

use super::PageOptions;
use crate::figures::View;

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

    pub(super) fn style(&self) -> String {
        let name = "gongkai_static.css";
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

/// The lines that a portal pastes into its page, the tag's own with `inside`.
pub fn snippet(options: &PageOptions, inside: &str) -> String {
    let bundle = &options.bundle;
    [bundle.style(), bundle.script(), tag(options, inside)].concat()
}

pub(super) fn tag(options: &PageOptions, inside: &str) -> String {
    let view = match options.view {
        view if view == View::default() => String::new(),
        view => [" view=\"", view.id(), "\""].concat(),
    };
    [
        "<gongkai-report src=\"",
        &attribute(&options.src),
        "\" lang=\"",
        options.locale.tag(),
        "\"",
        &view,
        " permalink>\n",
        inside,
        "\n</gongkai-report>\n",
    ]
    .concat()
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
