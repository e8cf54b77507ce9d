//! Drawings are legible on phones, on paper, and without a style sheet.

use super::html::{Element, parse};
use super::{inside, samples};
use gongkai_i18n::Locale;
use gongkai_view::figures::View;
use gongkai_view::page::fragment;

/// The width of a drawing on a phone of 320 px.
const PHONE: f64 = 288.0;

fn each(mut see: impl FnMut(&Element)) {
    let mut seen = 0;
    for report in samples() {
        for locale in Locale::ALL {
            for drawing in inside(&report, locale).classed("figure") {
                see(drawing);
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "only {seen} drawings");
}

fn number(element: &Element, name: &str) -> f64 {
    let text = element
        .get(name)
        .unwrap_or_else(|| panic!("no {name}: {element:?}"));
    text.parse().expect("a number")
}

#[test]
fn every_drawing_is_one_picture_with_a_name_and_scales() {
    each(|drawing| {
        assert_eq!(drawing.get("role"), Some("img"));
        assert_ne!(drawing.get("aria-label").unwrap_or_default(), "");
        let (width, height) = (number(drawing, "width"), number(drawing, "height"));
        let shown: Vec<f64> = drawing
            // In lower case, unlike in a browser, which has exceptions for SVG.
            .get("viewbox")
            .expect("a view box")
            .split(' ')
            .map(|n| n.parse().expect("a number"))
            .collect();
        assert_eq!(shown, [0.0, 0.0, width, height]);
        assert!(
            drawing
                .all()
                .iter()
                .all(|one| one.get("role").is_none() && one.get("aria-label").is_none())
        );
    });
}

#[test]
fn each_is_drawn_for_a_phone_and_for_a_column_and_one_shows_without_a_style_sheet() {
    for report in samples() {
        let page = inside(&report, Locale::ZhCn);
        let drawings = page.classed("figure");
        assert!(!drawings.is_empty());
        for drawing in drawings {
            // Folded views have one drawing for all widths.
            assert!(drawing.has_class("single"));
            assert_eq!(drawing.get("display"), None);
            assert!(number(drawing, "width") < 320.0);
        }
        let first = parse(&fragment(&report, View::Services, "", Locale::ZhCn));
        let drawings = first.by_id("gongkai-services").classed("figure");
        let [wide, narrow] = drawings[..] else {
            assert!(drawings.is_empty());
            continue;
        };
        assert!(wide.has_class("wide") && narrow.has_class("narrow"));
        assert_eq!(wide.get("aria-label"), narrow.get("aria-label"));
        assert_eq!(wide.get("display"), Some("none"));
        assert_eq!(narrow.get("display"), None);
        assert!(number(narrow, "width") < 320.0 && number(wide, "width") > 600.0);
    }
}

#[test]
fn words_on_a_phone_are_no_smaller_than_twelve_pixels() {
    each(|drawing| {
        if drawing.has_class("wide") {
            return;
        }
        let scale = (PHONE / number(drawing, "width")).min(1.0);
        for text in drawing.named("text") {
            let size = number(text, "font-size") * scale;
            assert!(size >= 12.0, "{}: {size} px", text.words());
        }
    });
}

#[test]
fn without_a_style_sheet_every_shape_has_its_colour() {
    each(|drawing| {
        for shape in drawing.all() {
            if !["rect", "circle", "line", "path"].contains(&shape.name.as_str()) {
                continue;
            }
            assert!(
                shape.get("fill").is_some() || shape.get("stroke").is_some(),
                "{shape:?}"
            );
            // An open path without its own fill would be black.
            if shape.name == "line" {
                assert!(shape.get("stroke").is_some(), "{shape:?}");
            }
        }
    });
}
