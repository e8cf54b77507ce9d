//! The metadata of a page: its title, address and date of publication.
//!
//! Government portals state them in `meta` elements that the guideline for government websites
//! (政府网站发展指引, 国办发〔2017〕47号) names: `ArticleTitle`, `PubDate`, `Url` and others.

use super::tokens::Tag;
use gongkai_model::Date;

/// The metadata of a page, from its `title`, `meta` and `link` elements and from comments.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    is_in_title: bool,
    title: Option<String>,
    article: Option<String>,
    /// `<link rel="canonical">`.
    canonical: Option<String>,
    /// `og:url`.
    open_graph: Option<String>,
    /// `Url`, as the guideline names it.
    portal: Option<String>,
    /// The address that a browser saved the page from.
    saved: Option<String>,
    published: Option<Date>,
    other_date: Option<Date>,
}

impl Metadata {
    pub fn start(&mut self, tag: &Tag, is_hidden: bool) {
        let attributes = &tag.attributes;
        match tag.name.as_slice() {
            // An embedded picture may have a title too.
            b"title" => self.is_in_title = !is_hidden && self.title.is_none(),
            b"meta" => {
                let name = attributes.name.as_deref().unwrap_or_default().trim();
                let property = attributes.property.as_deref().unwrap_or_default().trim();
                let name = if name.is_empty() { property } else { name };
                let content = attributes.content.as_deref().unwrap_or_default();
                self.meta(&name.to_ascii_lowercase(), content);
            }
            b"link" => {
                let rel = attributes.rel.as_deref().unwrap_or_default();
                let mut kinds = rel.split_ascii_whitespace();
                if kinds.any(|kind| kind.eq_ignore_ascii_case("canonical")) {
                    let href = attributes.href.as_deref().unwrap_or_default();
                    set_first(&mut self.canonical, address(href));
                }
            }
            _ => {}
        }
    }

    pub fn end(&mut self, name: &[u8]) {
        if name == b"title" {
            self.is_in_title = false;
        }
    }

    /// Reads text of the title. Returns whether it is.
    pub fn title_text(&mut self, text: &str) -> bool {
        if self.is_in_title {
            set_first(&mut self.title, collapse(text));
        }
        self.is_in_title
    }

    /// Reads the comment in which browsers note the address of a page that they save.
    pub fn comment(&mut self, comment: &str) {
        if let Some(note) = comment.trim().strip_prefix("saved from url=(") {
            let found = note.split_once(')').and_then(|(_, found)| address(found));
            set_first(&mut self.saved, found);
        }
    }

    fn meta(&mut self, name: &str, content: &str) {
        match name {
            "articletitle" => set_first(&mut self.article, collapse(content)),
            "pubdate" | "publishdate" | "article:published_time" => {
                set_first(&mut self.published, date(content));
            }
            "firstpublishedtime" | "dc.date" | "dcterms.issued" => {
                set_first(&mut self.other_date, date(content));
            }
            "og:url" => set_first(&mut self.open_graph, address(content)),
            "url" => set_first(&mut self.portal, address(content)),
            _ => {}
        }
    }

    pub fn title(&self) -> Option<String> {
        self.article.clone().or_else(|| self.title.clone())
    }

    pub fn address(&self) -> Option<String> {
        let addresses = [&self.canonical, &self.open_graph, &self.portal, &self.saved];
        addresses.into_iter().find_map(Clone::clone)
    }

    pub fn published(&self) -> Option<Date> {
        self.published.or(self.other_date)
    }
}

/// Sets a value that is not set yet.
fn set_first<T>(slot: &mut Option<T>, found: Option<T>) {
    if slot.is_none() {
        *slot = found;
    }
}

/// Collapses white space. `None` if nothing remains.
fn collapse(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// An absolute address. A relative one is useless once the page is a file.
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let is_absolute = ["http://", "https://"].iter().any(|scheme| {
        let start = text.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && text.len() > scheme.len()
    });
    let is_valid = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_absolute && is_valid).then(|| text.to_owned())
}

/// The date at the start of `2021-01-20 09:30`, `2021/1/20`, `2021年1月20日` or `20210120`.
fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (year, month, day) = if digits(text) == 8 {
        (text.get(..4)?, text.get(4..6)?, text.get(6..8)?)
    } else {
        let mut parts = text.splitn(3, ['-', '/', '.', '年', '月']);
        let (year, month, rest) = (parts.next()?, parts.next()?, parts.next()?);
        (year, month, rest.get(..digits(rest))?)
    };
    Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_portals_write_them() {
        let day = Date::parse("2021-01-05");
        for written in [
            "2021-01-05",
            " 2021-1-5 09:30:00",
            "2021-01-05T09:30:00+08:00",
            "2021/1/5",
            "2021.01.05",
            "2021年1月5日",
            "20210105",
        ] {
            assert_eq!(date(written), day, "{written}");
        }
        for other in ["", "2021", "2021-13-05", "1-2-3", "202101050930", "昨天"] {
            assert_eq!(date(other), None, "{other}");
        }
    }

    #[test]
    fn only_a_whole_address_is_one() {
        assert_eq!(
            address(" https://example.cn/a.html ").as_deref(),
            Some("https://example.cn/a.html")
        );
        for other in [
            "",
            "/art/1.html",
            "https://",
            "javascript:x",
            "http://a b",
            "年报",
        ] {
            assert_eq!(address(other), None, "{other}");
        }
    }
}
