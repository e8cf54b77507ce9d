//! The charts of many reports: lines over years, and dot plots.

mod dot_plot;
mod lines;

use super::snapshot;
use super::words::{of_drawing, of_guides};
use gongkai_view::charts::{Drawing, Shape, Size};
use gongkai_view::figures::{Scale, TickFormat};
use proptest::prelude::*;

const WIDTHS: [f64; 7] = [280.0, 312.0, 360.0, 640.0, 768.0, 1280.0, 1900.0];

const SIZES: [f64; 3] = [16.0, 19.0, 22.0];

const PHONE: Size = Size {
    width: 328.0,
    em: 16.0,
};

const DESKTOP: Size = Size {
    width: 1248.0,
    em: 16.0,
};

/// The texts and marks that extend beyond the drawing.
fn outside(drawing: &Drawing) -> Vec<String> {
    let mut faults = Vec::new();
    for words in of_drawing(drawing) {
        let across = words.left >= -0.5 && words.right <= drawing.width + 0.5;
        if !across || words.top < 0.0 || words.bottom > drawing.height {
            faults.push(format!("{words:?}"));
        }
    }
    for mark in &drawing.marks {
        let across = mark.x >= -0.1 && mark.x + mark.width <= drawing.width + 0.1;
        let down = mark.y >= -0.1 && mark.y + mark.height <= drawing.height + 0.1;
        if !across || !down {
            faults.push(format!("{} at {} {}", mark.key, mark.x, mark.y));
        }
    }
    faults
}

#[track_caller]
fn stands(drawing: &Drawing, what: &str) {
    assert_eq!(outside(drawing), Vec::<String>::new(), "{what}");
    let words = of_guides(drawing);
    for (index, one) in words.iter().enumerate() {
        for other in &words[index + 1..] {
            assert!(!one.meets(other), "{what}: {one:?} and {other:?}");
        }
    }
}

/// The data of the paths of a class.
fn paths<'a>(drawing: &'a Drawing, class: &'a str) -> impl Iterator<Item = &'a str> {
    drawing.guides.iter().filter_map(move |shape| match shape {
        Shape::Path { data, paint } if paint.class() == class => Some(data.as_str()),
        _ => None,
    })
}

fn steps(data: &str, command: char) -> usize {
    data.matches(command).count()
}

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (0_u32..5000).prop_map(f64::from),
        1 => Just(0.0),
        1 => -500.0..500.0,
        1 => 0.0..1e-6,
        1 => any::<f64>().prop_filter("finite", |value| value.is_finite()),
    ]
}

fn any_scale() -> impl Strategy<Value = (Scale, TickFormat)> {
    let axis = prop_oneof![
        Just(TickFormat::Count),
        Just(TickFormat::Decimal),
        Just(TickFormat::Percent),
        Just(TickFormat::SignedCount)
    ];
    (prop_oneof![Just(Scale::Linear), Just(Scale::Log)], axis)
}
