//! The SVG of a drawing.

use super::{drawings, longde};
use gongkai_testing::arbitrary;
use gongkai_view::charts::{Anchor, Drawing, Mark, Paint, Shape};
use gongkai_view::export::svg;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;

/// Asserts that every tag is closed and every `&` is an entity of XML.
#[track_caller]
fn well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut parts = svg.split('<');
    assert_eq!(parts.next(), Some(""), "nothing stands before the root");
    for part in parts {
        let (tag, text) = part.split_once('>').expect("a tag has an end");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{svg}"),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap_or_default()),
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        for reference in text.split('&').skip(1) {
            let known = ["amp;", "lt;", "gt;", "quot;", "#13;"];
            assert!(known.iter().any(|k| reference.starts_with(k)), "{text}");
        }
    }
    assert_eq!(open, Vec::<&str>::new());
    let allowed = |c: char| !(c < ' ' && !"\t\n".contains(c) || "\u{fffe}\u{ffff}".contains(c));
    assert!(svg.chars().all(allowed));
}

fn drawing(text: &str) -> Drawing {
    Drawing {
        width: 100.0,
        height: 50.0,
        guides: Vec::new(),
        marks: vec![Mark {
            key: "key".to_owned(),
            label: text.to_owned(),
            x: 0.0,
            y: 0.0,
            width: 100.0,
            height: 44.0,
            shapes: vec![Shape::Text {
                x: 1.25,
                y: 20.0,
                size: 16.0,
                anchor: Anchor::End,
                text: text.to_owned(),
                paint: Paint::Name,
            }],
        }],
    }
}

#[test]
fn text_stays_text() {
    let nasty = "</text><script>alert(1)</script> & \"quoted\" ]]> \u{0}\u{7}\u{ffff}";
    let written = svg(&drawing(nasty), nasty, nasty);
    well_formed(&written);
    assert!(!written.contains("<script"), "{written}");
    let kept = "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; ]]&gt; \
                \u{fffd}\u{fffd}\u{fffd}";
    assert_eq!(written.matches(kept).count(), 4, "{written}");
}

#[test]
fn a_picture_has_a_name_and_a_description_and_its_marks_have_names() {
    let written = svg(&drawing("甲：1"), "标题", "说明");
    let root = r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" "#;
    assert!(written.starts_with(root), "{written}");
    assert!(written.contains("<title>标题</title>\n<desc>说明</desc>"));
    assert!(
        written.contains("<g class=\"mark\" transform=\"translate(0 0)\">\n<title>甲：1</title>")
    );
    assert!(
        written.contains(r#"<text class="name" x="1.3" y="20" font-size="16" text-anchor="end""#)
    );
    assert!(!svg(&drawing("甲"), "标题", "").contains("<desc"));
}

#[test]
fn what_cannot_be_seen_is_left_out() {
    let mut bare = drawing("");
    bare.marks[0].shapes.extend([
        Shape::Circle {
            x: 1.0,
            y: 1.0,
            r: 0.0,
            paint: Paint::DotFrom,
        },
        Shape::Rect {
            x: 1.0,
            y: 1.0,
            width: 0.0,
            height: 6.0,
            paint: Paint::Hedge,
        },
        Shape::Path {
            data: String::new(),
            paint: Paint::Stem,
        },
    ]);
    let written = svg(&bare, "t", "");
    for tag in ["<text", "<circle", "<path", "hatch", "hedge"] {
        assert!(!written.contains(tag), "{tag}: {written}");
    }
}

#[test]
fn the_hatch_is_there_just_where_a_hedge_is_drawn() {
    let (mut with, mut without) = (0, 0);
    for (named, drawing) in drawings(&longde(), &[640.0]) {
        let written = svg(&drawing, "t", "d");
        let used = written.contains("fill=\"url(#hatch)\"");
        assert_eq!(written.matches("id=").count(), usize::from(used), "{named}");
        assert_eq!(written.contains("<pattern id=\"hatch\""), used, "{named}");
        *(if used { &mut with } else { &mut without }) += 1;
    }
    assert!(with > 0 && without > 0, "{with} with, {without} without");
}

#[test]
fn a_picture_stands_by_itself_and_is_always_the_same() {
    for (named, drawing) in drawings(&longde(), &[320.0, 1280.0]) {
        let written = svg(&drawing, "标题", "说明");
        well_formed(&written);
        for banned in [
            "style=",
            "<style",
            "<script",
            "href",
            "currentColor",
            "var(",
        ] {
            assert!(!written.contains(banned), "{named}: {banned}");
        }
        let local = written.replace("http://www.w3.org/2000/svg", "");
        assert!(!local.contains("//"), "{named}");
        assert_eq!(written, svg(&drawing.clone(), "标题", "说明"));
    }
}

/// The colours of the default theme.
fn light_theme() -> BTreeSet<String> {
    let path = gongkai_testing::folder("style/theme.css");
    let css = fs::read_to_string(path).expect("the theme");
    let (_, block) = css.split_once(":host {").expect("the light theme");
    let (block, _) = block.split_once("\n}").expect("its end");
    block
        .match_indices('#')
        .map(|(at, _)| block[at..at + 7].to_owned())
        .collect()
}

#[test]
fn its_colours_are_those_of_the_light_theme() {
    let theme = light_theme();
    assert!(theme.len() >= 9, "{theme:?}");
    let mut used = BTreeSet::new();
    for (_, drawing) in drawings(&longde(), &[768.0]) {
        let written = svg(&drawing, "t", "d");
        for attribute in ["fill=\"", "stroke=\""] {
            for part in written.split(attribute).skip(1) {
                let (value, _) = part.split_once('"').expect("an end");
                if value != "none" && value != "url(#hatch)" {
                    used.insert(value.to_owned());
                }
            }
        }
    }
    assert_eq!(
        used.difference(&theme).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    assert!(used.len() >= 8, "{used:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_report_makes_a_well_formed_picture(report in arbitrary::any_report()) {
        for (_, figure) in super::figures(&report) {
            let size = gongkai_view::charts::Size { width: 360.0, em: 16.0 };
            let drawing = gongkai_view::charts::draw(&figure, size);
            well_formed(&svg(&drawing, &figure.title, &figure.summary));
        }
    }
}
