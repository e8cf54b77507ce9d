//! Longde's report without pictures and styles, as a snapshot.

use super::html::{Element, Node};
use super::{inside, longde};
use gongkai_i18n::Locale::ZhCn;

/// One line per block or table row; drawings by their names.
fn outline(element: &Element, lines: &mut Vec<String>) {
    let mut line = String::new();
    for node in &element.inside {
        match node {
            Node::Text(text) => line.push_str(text),
            Node::Element(inner) => match inner.name.as_str() {
                "a" | "span" | "strong" | "mark" => line.push_str(&inner.words()),
                "svg" if inner.has_class("figure") => {
                    lines.push(format!("[{}]", inner.get("aria-label").unwrap_or_default()));
                }
                "svg" => {}
                "tr" => {
                    let cells: Vec<String> = inner.children().map(Element::words).collect();
                    lines.push(format!("| {} |", cells.join(" | ")));
                }
                _ => {
                    if !line.trim().is_empty() {
                        lines.push(line.trim().to_owned());
                    }
                    line = String::new();
                    let sign = match inner.name.as_str() {
                        "h2" => "## ",
                        "h3" => "### ",
                        "h4" => "#### ",
                        "li" => "- ",
                        _ => "",
                    };
                    if inner.name == "section" {
                        let id = inner.get("id").map(|id| [" ", id].concat());
                        lines.push(["---", &id.unwrap_or_default()].concat());
                    }
                    let start = lines.len();
                    outline(inner, lines);
                    if let Some(first) = lines.get_mut(start) {
                        first.insert_str(0, sign);
                    }
                }
            },
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim().to_owned());
    }
}

#[test]
fn longde_is_complete_without_pictures_and_styles() {
    let mut lines = Vec::new();
    outline(&inside(&longde(), ZhCn), &mut lines);
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("static_page", lines.join("\n")));
}
