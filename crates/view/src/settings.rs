//! The element's attributes, and what is shown by them before the reader has done anything.

use crate::figures::View;
use crate::link::Link;
use crate::request::Request;
use crate::state::State;
use gongkai_i18n::Locale;
use gongkai_model::text::concat;

/// The element's attributes as understood.
pub struct Settings {
    pub view: Option<View>,
    pub locale: Locale,
    /// The reader's text size in CSS pixels, as measured in the page.
    pub em: f64,
    /// The widget's part of the page's fragment; `None` leaves the address alone.
    pub permalink: Option<String>,
}

impl Settings {
    /// From the text size, and the values of `view`, `lang` and `permalink` as far as they are set.
    pub fn new(em: f64, text: impl Fn(&str) -> Option<String>) -> Settings {
        Settings {
            view: text("view").and_then(|view| View::from_id(&view)),
            locale: Locale::from_tag(text("lang").as_deref().unwrap_or("zh-CN")),
            em,
            permalink: text("permalink").map(|name| {
                // Only what may stand in a fragment as it is.
                let name: String = name
                    .chars()
                    .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
                    .collect();
                match name.as_str() {
                    "" | "true" => "gongkai".to_owned(),
                    name => concat(&["gongkai-", name]),
                }
            }),
        }
    }

    /// What the page's fragment says of this widget.
    pub fn link(&self, fragment: &str) -> Option<Link> {
        let name = self.permalink.as_deref()?;
        Link::read(fragment, name)
    }

    /// What is to be drawn first.
    pub fn opened(&self, width: f64, fragment: &str) -> Request {
        let link = self.link(fragment);
        State::opened(self.view, self.locale, width, link.as_ref())
            .request(self.em, self.permalink.is_some())
    }
}
