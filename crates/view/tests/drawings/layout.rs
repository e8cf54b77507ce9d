//! Nothing is cut off, and nothing overlaps.

use super::words::{of_drawing, of_guides, of_mark};
use super::{drawings, longde};
use crate::support::figure;
use gongkai_i18n::Locale;
use gongkai_view::charts::{Drawing, Paint, Size, draw};
use gongkai_view::figures::Choices;
use std::sync::LazyLock;

const WIDTHS: [f64; 12] = [
    312.0, 320.0, 360.0, 414.0, 480.0, 608.0, 640.0, 720.0, 768.0, 1024.0, 1280.0, 1920.0,
];

/// Drawn once for all tests.
fn all_of_longde() -> &'static [(String, Drawing)] {
    static ALL: LazyLock<Vec<(String, Drawing)>> = LazyLock::new(|| drawings(&longde(), &WIDTHS));
    &ALL
}

#[track_caller]
fn no_fault(faults: &[String], looked_at: usize) {
    assert!(looked_at > 100, "only {looked_at} were looked at");
    let shown: Vec<&str> = faults.iter().take(12).map(String::as_str).collect();
    assert!(
        faults.is_empty(),
        "{} of {looked_at}:\n{}",
        faults.len(),
        shown.join("\n")
    );
}

#[test]
fn no_words_leave_the_drawing() {
    let (mut faults, mut looked_at) = (Vec::new(), 0);
    for (named, drawing) in all_of_longde() {
        for words in of_drawing(drawing) {
            looked_at += 1;
            let across = words.left >= -0.5 && words.right <= drawing.width + 0.5;
            if !across || words.top < 0.0 || words.bottom > drawing.height {
                faults.push(format!("{named}: {words:?}"));
            }
        }
    }
    no_fault(&faults, looked_at);
}

#[test]
fn no_two_words_of_a_row_meet() {
    let (mut faults, mut looked_at) = (Vec::new(), 0);
    for (named, drawing) in all_of_longde() {
        for mark in &drawing.marks {
            let words = of_mark(mark);
            for (index, one) in words.iter().enumerate() {
                for other in &words[index + 1..] {
                    looked_at += 1;
                    if one.meets(other) {
                        faults.push(format!("{named}: {one:?} and {other:?}"));
                    }
                }
            }
        }
    }
    no_fault(&faults, looked_at);
}

#[test]
fn no_two_words_beside_the_marks_meet() {
    let (mut faults, mut looked_at) = (Vec::new(), 0);
    for (named, drawing) in all_of_longde() {
        let words = of_guides(drawing);
        for (index, one) in words.iter().enumerate() {
            for other in &words[index + 1..] {
                looked_at += 1;
                if one.meets(other) {
                    faults.push(format!("{named}: {one:?} and {other:?}"));
                }
            }
        }
    }
    no_fault(&faults, looked_at);
}

#[test]
fn every_row_has_its_own_place_and_holds_its_words() {
    let (mut faults, mut looked_at) = (Vec::new(), 0);
    for (named, drawing) in all_of_longde() {
        let mut bottom = 0.0;
        for mark in &drawing.marks {
            looked_at += 1;
            let inside = mark.x >= 0.0
                && mark.x + mark.width <= drawing.width + 0.1
                && mark.y + mark.height <= drawing.height;
            if !inside || mark.y < bottom - 0.01 {
                faults.push(format!(
                    "{named}: {} at {} after {bottom}",
                    mark.key, mark.y
                ));
            }
            bottom = mark.y + mark.height;
            for words in of_mark(mark) {
                if words.top < mark.y || words.bottom > bottom {
                    faults.push(format!("{named}: {words:?} leaves its row"));
                }
            }
        }
    }
    no_fault(&faults, looked_at);
}

#[test]
fn every_row_is_high_enough_for_a_finger() {
    let all = all_of_longde();
    for (named, drawing) in all {
        for mark in &drawing.marks {
            assert!(mark.height >= 44.0, "{named}: {}", mark.key);
        }
    }
    assert!(all.iter().any(|(_, drawing)| !drawing.marks.is_empty()));
}

#[test]
fn no_name_of_a_real_report_is_cut() {
    let (mut faults, mut looked_at) = (Vec::new(), 0);
    for (named, drawing) in all_of_longde() {
        for words in of_drawing(drawing) {
            looked_at += 1;
            if words.text.contains('…') {
                faults.push(format!("{named}: {}", words.text));
            }
        }
    }
    no_fault(&faults, looked_at);
}

fn names(drawing: &Drawing, key: &str) -> Vec<String> {
    let mark = drawing.marks.iter().find(|mark| mark.key == key);
    of_mark(mark.expect("the mark"))
        .iter()
        .filter(|words| words.paint == Paint::Name)
        .map(|words| words.text.to_owned())
        .collect()
}

#[test]
fn a_name_of_five_hundred_characters_is_cut_with_an_ellipsis_and_heard_whole() {
    for name in ["很长的类别".repeat(100), "lengthy ".repeat(62) + "name"] {
        let report =
            gongkai_testing::with(&longde(), "disclosure.categories[0].name", name.as_str());
        let key = "disclosure.categories[0]";
        for (named, drawing) in drawings(&report, &WIDTHS) {
            let Some(mark) = drawing.marks.iter().find(|mark| mark.key == key) else {
                continue;
            };
            assert!(mark.label.contains(&name), "{named}: {}", mark.label);
            let lines = names(&drawing, key);
            assert_eq!(lines.len(), 2, "{named}: {lines:?}");
            assert!(lines[1].ends_with('…'), "{named}: {lines:?}");
            assert!(name.starts_with(&lines[0]), "{named}: {lines:?}");
            for words in of_drawing(&drawing) {
                assert!(words.left >= -0.5, "{named}: {words:?}");
                assert!(words.right <= drawing.width + 0.5, "{named}: {words:?}");
            }
        }
    }
}

#[test]
fn a_view_without_numbers_is_an_empty_drawing() {
    let size = Size {
        width: 768.0,
        em: 16.0,
    };
    let report = gongkai_testing::report(&serde_json::json!({
        "format": "gongkai-report/1",
        "agency": { "name": "某县人民政府" },
        "year": 2020,
        "edition": "2019",
    }));
    for view in crate::support::drawn() {
        for locale in Locale::ALL {
            let drawing = draw(&figure(&report, *view, &Choices::default(), locale), size);
            assert!(drawing.marks.is_empty() && drawing.guides.is_empty());
            assert_eq!(drawing.height, 0.0);
        }
    }
}
