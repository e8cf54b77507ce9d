//! Marks have unique keys, which are the same under every choice.

use super::{drawings, figures, longde};
use crate::support::figure;
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::charts::{Drawing, Mark, Paint, Shape, Size, draw};
use gongkai_view::figures::{Choices, View};
use std::collections::{BTreeMap, BTreeSet};

fn reports() -> Vec<Report> {
    let mut reports = gongkai_testing::samples("fictional", "");
    reports.push(longde());
    reports
}

fn keys(drawing: &Drawing) -> BTreeSet<&str> {
    drawing.marks.iter().map(|mark| mark.key.as_str()).collect()
}

#[test]
fn no_key_stands_twice_in_a_drawing() {
    let mut looked_at = 0;
    for report in reports() {
        for (named, drawing) in drawings(&report, &[320.0, 1280.0]) {
            assert_eq!(keys(&drawing).len(), drawing.marks.len(), "{named}");
            looked_at += drawing.marks.len();
        }
    }
    assert!(looked_at > 1000, "{looked_at}");
}

/// The view, with the choices that decide which marks there are.
fn marked(named: &str, view: View) -> &str {
    let chosen = named.split(',').next().unwrap_or_default();
    match (view, chosen.rsplit_once(' ')) {
        (View::Applications, Some((chosen, _))) => chosen,
        _ => view.id(),
    }
}

#[test]
fn every_choice_width_and_language_has_the_same_keys() {
    for report in reports() {
        for view in crate::support::drawn() {
            let mut first: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for (named, drawing) in drawings(&report, &[320.0, 1280.0]) {
                if !named.starts_with(view.id()) {
                    continue;
                }
                let keys: BTreeSet<String> =
                    keys(&drawing).into_iter().map(str::to_owned).collect();
                let first = first
                    .entry(marked(&named, *view).to_owned())
                    .or_insert_with(|| keys.clone());
                assert_eq!(&keys, first, "{named}");
            }
            let ways = if *view == View::Applications { 4 } else { 1 };
            assert_eq!(first.len(), ways, "{view:?}");
            let has_marks = first.values().all(|keys| !keys.is_empty());
            let plain = figure(&report, *view, &Choices::default(), Locale::ZhCn);
            assert_eq!(has_marks, !plain.panels.is_empty(), "{view:?}");
            let always = crate::support::FIRST.contains(view) && *view != View::Overview;
            let drawn = always && report == longde();
            assert!(!drawn || has_marks, "{view:?}");
        }
    }
}

fn is_lasting(shape: &Shape) -> bool {
    let passing = |paint: &Paint| matches!(paint, Paint::Hedge | Paint::Dot(_));
    match shape {
        Shape::Rect { paint, .. } | Shape::Circle { paint, .. } => !passing(paint),
        _ => true,
    }
}

/// The kinds of a mark's first shapes, its bar and its texts, which must be the same for it to be
/// animated. Hedges and dots follow, if they are visible.
fn build(drawing: &Drawing) -> Vec<(String, Vec<&'static str>)> {
    let kind = |shape: &Shape| match shape {
        Shape::Rect { .. } => "rect",
        Shape::Circle { .. } => "circle",
        Shape::Line { .. } => "line",
        Shape::Path { .. } => "path",
        Shape::Text { .. } => "text",
    };
    let last = |mark: &Mark| mark.shapes.iter().rposition(is_lasting);
    for mark in &drawing.marks {
        let first = mark.shapes.iter().position(|shape| !is_lasting(shape));
        assert!(
            first.is_none_or(|first| Some(first) > last(mark)),
            "{mark:?}"
        );
    }
    let mut build: Vec<(String, Vec<&str>)> = drawing
        .marks
        .iter()
        .map(|mark| {
            (
                mark.key.clone(),
                mark.shapes
                    .iter()
                    .filter(|shape| is_lasting(shape))
                    .map(kind)
                    .collect(),
            )
        })
        .collect();
    build.sort();
    build
}

#[test]
fn a_mark_is_built_alike_in_every_order_measure_and_scale() {
    let size = Size {
        width: 320.0,
        em: 22.0,
    };
    for view in [View::Disclosure, View::Procurement] {
        let all = crate::support::choices(view);
        assert!(all.len() > 1);
        for locale in Locale::ALL {
            let built =
                |choices: &Choices| build(&draw(&figure(&longde(), view, choices, locale), size));
            let first = built(&Choices::default());
            assert!(!first.is_empty());
            for choices in &all {
                assert_eq!(built(choices), first, "{choices:?}");
            }
        }
    }
}

#[test]
fn every_mark_says_in_words_what_it_shows() {
    let size = Size {
        width: 768.0,
        em: 16.0,
    };
    for (named, figure) in figures(&longde()) {
        for mark in draw(&figure, size).marks {
            assert_eq!(
                figure.detail(&mark.key),
                Some(mark.label.as_str()),
                "{named}"
            );
            assert!(mark.label.len() > 8, "{named}: {}", mark.label);
        }
    }
}
