//! What a page says of the widget: its script and its reports.

use super::address;
use html5gum::{Token, Tokenizer};
use std::collections::BTreeMap;

#[derive(Default)]
pub struct PageLinks {
    pub scripts: Vec<Script>,
    /// Addresses of reports and catalogues.
    pub reports: Vec<String>,
    /// Addresses on other hosts, which the widget does not ask.
    pub foreign: Vec<String>,
}

pub struct Script {
    pub address: String,
    pub sha384: Option<String>,
}

impl PageLinks {
    pub fn is_empty(&self) -> bool {
        self.scripts.is_empty() && self.reports.is_empty() && self.foreign.is_empty()
    }
}

/// The content of each policy in a page's `<meta>`.
pub fn policies(html: &str) -> Vec<String> {
    let tags = tags(html).into_iter();
    tags.filter(|(name, attributes)| {
        let policy = attributes.get("http-equiv");
        name == "meta"
            && policy.is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
    })
    .filter_map(|(_, mut attributes)| attributes.remove("content"))
    .collect()
}

/// Finds the widget's script and tags in a page.
pub fn links(page: &str, html: &str) -> PageLinks {
    let mut links = PageLinks::default();
    let mut base = page.to_owned();
    for (name, attributes) in tags(html) {
        let get = |name: &str| attributes.get(name).map(String::as_str);
        match name.as_str() {
            "base" => {
                if let Some(href) = get("href") {
                    base = address::join(page, href);
                }
            }
            "script" => {
                let Some(src) = get("src").filter(|src| is_script(src)) else {
                    continue;
                };
                let hash = get("integrity").and_then(|hash| hash.trim().strip_prefix("sha384-"));
                links.scripts.push(Script {
                    address: address::join(&base, src),
                    sha384: hash.map(str::to_owned),
                });
            }
            "gongkai-report" => {
                let Some(src) = get("src").filter(|src| !src.trim().is_empty()) else {
                    continue;
                };
                let report = address::join(&base, src);
                if address::origin(&report) == address::origin(page) {
                    links.reports.push(report);
                } else {
                    links.foreign.push(report);
                }
            }
            _ => {}
        }
    }
    links
}

fn is_script(src: &str) -> bool {
    let path = src.split(['?', '#']).next().unwrap_or(src);
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(name, "gongkai.js" | "gongkai.module.js")
}

/// The start tags of a page with their attributes.
fn tags(html: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Tokenizer::new(html)
        .filter_map(|token| match token {
            Ok(Token::StartTag(tag)) => Some((
                text(&tag.name),
                tag.attributes
                    .iter()
                    .map(|(name, value)| (text(name), text(value)))
                    .collect(),
            )),
            _ => None,
        })
        .collect()
}
