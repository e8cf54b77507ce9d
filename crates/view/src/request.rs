//! What is asked of the modules that draw, as one text.

use crate::charts::Size;
use crate::figures::{Choices, View};
use crate::link::Link;
use gongkai_i18n::Locale;

/// All that a panel depends on besides the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub view: View,
    pub choices: Choices,
    pub locale: Locale,
    pub size: Size,
    /// Whether the page's address tells what is shown.
    pub permalink: bool,
    /// What the reader searches for.
    pub query: String,
}

/// The part of a link that carries view, choices and language.
const NAME: &str = "r";

impl Request {
    pub fn write(&self) -> String {
        let link = Link::of(self.view, &self.choices, self.locale, None).write("", NAME);
        let tenths = |length: f64| ((length * 10.0).round() as i64).to_string();
        let permalink = if self.permalink { "1" } else { "0" };
        [
            &link,
            &tenths(self.size.width),
            &tenths(self.size.em),
            permalink,
            &self.query,
        ]
        .map(|part| part as &str)
        .join("\n")
    }

    /// What [`Request::write`] wrote; `None` for anything else.
    pub fn read(text: &str) -> Option<Request> {
        let mut parts = text.splitn(5, '\n');
        let link = Link::read(parts.next()?, NAME)?;
        let mut length = || {
            let tenths: i32 = parts.next()?.parse().ok()?;
            Some(f64::from(tenths) / 10.0)
        };
        let size = Size {
            width: length()?,
            em: length()?,
        };
        let mut choices = Choices::default();
        for (id, value) in &link.choices {
            choices.choose(id, value);
        }
        Some(Request {
            view: link.view?,
            choices,
            locale: link.locale?,
            size,
            permalink: parts.next()? == "1",
            query: parts.next()?.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_arrives_as_it_was_sent() {
        let mut choices = Choices::default();
        choices.choose("from", "cases");
        let request = Request {
            view: View::Applications,
            choices,
            locale: Locale::En,
            size: Size {
                width: 357.3,
                em: 22.0,
            },
            permalink: true,
            query: "3,200 余条\n#r=".to_owned(),
        };
        assert_eq!(Request::read(&request.write()), Some(request));
        assert_eq!(Request::read("view"), None);
    }
}
