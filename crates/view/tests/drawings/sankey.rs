//! Sankey diagrams: links and bars on one scale, and texts that fit at any width.

use super::pictures::picture;
use super::snapshot::keep;
use super::words::of_drawing;
use super::{TEXT_SIZES, longde};
use crate::support::{choices, figure};
use gongkai_i18n::Locale::{self, En, ZhCn};
use gongkai_model::Report;
use gongkai_testing::arbitrary::{agreeing, any_report};
use gongkai_view::charts::{Drawing, Mark, Paint, Shape, Size, draw, draw_core};
use gongkai_view::figures::{Choices, Figure, Plot, Sankey, View};
use proptest::prelude::*;
use std::collections::BTreeSet;

const TABLET: (f64, f64) = (768.0, 16.0);

fn county(year: u16) -> Report {
    gongkai_testing::sample(&format!("fictional/county-{year}.json"))
}

#[test]
fn flow_from_applicants() {
    let kept = picture(&county(2020), View::Applications, "", ZhCn, TABLET);
    keep("flow_from_applicants", &kept);
}

#[test]
fn flow_from_cases_each_outcome_desktop_en() {
    let chosen = "from=cases outcomes=each";
    let size = (1280.0, 16.0);
    let kept = picture(&county(2022), View::Applications, chosen, En, size);
    keep("flow_from_cases_each_outcome_desktop_en", &kept);
}

#[test]
fn flow_from_applicants_phone_larger_en() {
    let size = (320.0, 22.0);
    let kept = picture(&county(2022), View::Applications, "", En, size);
    keep("flow_from_applicants_phone_larger_en", &kept);
}

fn figures(report: &Report) -> Vec<Figure> {
    let mut figures = Vec::new();
    for choices in choices(View::Applications) {
        for locale in Locale::ALL {
            figures.push(figure(report, View::Applications, &choices, locale));
        }
    }
    figures
}

fn flow(figure: &Figure) -> Option<&Sankey> {
    figure.panels.iter().find_map(|panel| match &panel.plot {
        Plot::Sankey(flow) => Some(flow),
        _ => None,
    })
}

/// The coordinates of a path.
fn coordinates(data: &str) -> Vec<f64> {
    data.split(|c: char| c.is_ascii_alphabetic() || c == ' ')
        .filter(|step| !step.is_empty())
        .map(|step| step.parse().expect("a number"))
        .collect()
}

/// The left, right, top and bottom of a shape.
fn spans(shape: &Shape) -> [f64; 4] {
    match shape {
        &Shape::Rect {
            x,
            y,
            width,
            height,
            ..
        } => [x, x + width, y, y + height],
        Shape::Path { data, .. } => {
            let steps = coordinates(data);
            // A curve reaches three quarters of the way to its handles.
            let [x, outer] = [steps[0], steps[2]];
            let ends = x.max(steps[6]);
            let reach = ends.max(x + (outer - x) * 0.75);
            let heights = steps.iter().skip(1).step_by(2).copied();
            let top = heights.clone().fold(f64::INFINITY, f64::min);
            [x, reach, top, heights.fold(0.0, f64::max)]
        }
        &Shape::Text { x, y, .. } => [x, x, y, y],
        other => panic!("no part of a flow: {other:?}"),
    }
}

#[track_caller]
fn sound(drawing: &Drawing, named: &str) {
    assert!(drawing.height.is_finite(), "{named}");
    let inside = |[left, right, top, bottom]: [f64; 4], (x, y): (f64, f64)| {
        left + x >= -0.1
            && right + x <= drawing.width + 0.1
            && top + y >= 0.0
            && bottom + y <= drawing.height + 0.1
    };
    for guide in &drawing.guides {
        assert!(inside(spans(guide), (0.0, 0.0)), "{named}: {guide:?}");
    }
    let mut keys = BTreeSet::new();
    for mark in &drawing.marks {
        assert!(keys.insert(&mark.key), "{named}: {} twice", mark.key);
        assert!(
            mark.height >= 44.0 && mark.width >= 44.0,
            "{named}: {mark:?}"
        );
        let whole = [0.0, mark.width, 0.0, mark.height];
        assert!(inside(whole, (mark.x, mark.y)), "{named}: {mark:?}");
        for shape in &mark.shapes {
            let [left, right, top, bottom] = spans(shape);
            let within = left >= -0.1
                && right <= mark.width + 0.1
                && top >= -0.1
                && bottom <= mark.height + 0.1;
            assert!(within, "{named}: {shape:?} leaves {mark:?}");
        }
    }
    for (index, one) in drawing.marks.iter().enumerate() {
        for other in &drawing.marks[index + 1..] {
            let apart = one.x + one.width <= other.x + 0.01
                || other.x + other.width <= one.x + 0.01
                || one.y + one.height <= other.y + 0.01
                || other.y + other.height <= one.y + 0.01;
            assert!(apart, "{named}: {} and {}", one.key, other.key);
        }
    }
    let words = of_drawing(drawing);
    for (index, one) in words.iter().enumerate() {
        let across = one.left >= -0.5 && one.right <= drawing.width + 0.5;
        assert!(across && one.bottom <= drawing.height, "{named}: {one:?}");
        for other in &words[index + 1..] {
            assert!(!one.meets(other), "{named}: {one:?} and {other:?}");
        }
    }
}

#[test]
fn at_every_width_and_text_size_nothing_is_cut_off_and_no_words_meet() {
    let mut drawn = 0;
    for report in gongkai_testing::samples("fictional", "county") {
        for figure in figures(&report) {
            for width in [320.0, 360.0, 480.0, 608.0, 720.0, 836.0, 1100.0, 1920.0] {
                for em in TEXT_SIZES {
                    let drawing = draw(&figure, Size { width, em });
                    let named = format!("{} {width} {em} {}", report.year, figure.title);
                    sound(&drawing, &named);
                    let cut = of_drawing(&drawing)
                        .iter()
                        .any(|words| words.text.contains('…'));
                    assert!(!cut, "{named}");
                    drawn += drawing.marks.len();
                }
            }
        }
    }
    assert!(drawn > 1000, "{drawn}");
}

fn bar_height(mark: &Mark) -> f64 {
    let bars = mark.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect {
            height,
            paint: Paint::Node(_),
            ..
        } => Some(*height),
        _ => None,
    });
    bars.sum()
}

/// The thickness of each link at its ends, in the order of the diagram's links.
fn link_heights(drawing: &Drawing, flow: &Sankey) -> Vec<f64> {
    let mut heights: Vec<f64> = drawing
        .guides
        .iter()
        .filter_map(|guide| match guide {
            Shape::Path {
                data,
                paint: Paint::Link(_),
            } => Some(coordinates(data)),
            _ => None,
        })
        .map(|steps| (steps[9] - steps[7]).abs())
        .collect();
    // In a list, links begin and end on the same side, and the last is drawn first.
    let is_list = drawing.marks.iter().all(|mark| mark.x == 0.0);
    if is_list {
        heights.reverse();
    }
    assert_eq!(heights.len(), flow.links.len());
    heights
}

/// The sums of the links that enter and leave each node.
fn sums(flow: &Sankey, each: &[f64]) -> Vec<(f64, f64)> {
    let mut sums = vec![(0.0, 0.0); flow.nodes.len()];
    for (link, amount) in flow.links.iter().zip(each) {
        sums[link.to].0 += amount;
        sums[link.from].1 += amount;
    }
    sums
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_flow_of_any_report_is_drawn_soundly(
        report in any_report(),
        width in 320.0..1600.0_f64,
        em in prop_oneof![Just(16.0), Just(19.0), Just(22.0)],
    ) {
        for figure in figures(&report) {
            let drawing = draw(&figure, Size { width, em });
            sound(&drawing, &figure.title);
            let Some(flow) = flow(&figure) else {
                assert!(drawing.marks.is_empty());
                continue;
            };
            assert_eq!(drawing.marks.len(), flow.nodes.len());
            for (node, mark) in flow.nodes.iter().zip(&drawing.marks) {
                assert_eq!((&node.key, &node.detail), (&mark.key, &mark.label));
                match node.value {
                    Some(value) if value > 0.0 => assert!(bar_height(mark) >= 1.5, "{mark:?}"),
                    _ => assert_eq!(bar_height(mark), 0.0),
                }
            }
            // Both coordinates are rounded to a tenth.
            assert!(link_heights(&drawing, flow).iter().all(|height| *height >= 1.35));
        }
    }

    #[test]
    fn where_the_table_agrees_the_bands_of_a_node_are_as_thick_as_its_bar(
        report in agreeing(),
        width in prop_oneof![Just(320.0), Just(1100.0)],
    ) {
        for figure in figures(&report) {
            let Some(flow) = flow(&figure) else { continue };
            let values: Vec<f64> = flow.links.iter().map(|link| link.value).collect();
            let drawing = draw(&figure, Size { width, em: 16.0 });
            let heights = link_heights(&drawing, flow);
            let drawn = sums(flow, &heights);
            // Links of the least thickness, and rounded tenths, are not to scale.
            let loose = 1.6 * heights.len() as f64;
            let to_scale = heights.iter().all(|height| *height > 1.6);
            let tight = 0.2 * heights.len() as f64 + 0.1;
            for (index, (into, out)) in sums(flow, &values).into_iter().enumerate() {
                let (node, mark) = (&flow.nodes[index], &drawing.marks[index]);
                let value = node.value.expect("a printed number");
                for (sum, height) in [(into, drawn[index].0), (out, drawn[index].1)] {
                    if sum > 0.0 {
                        assert_eq!(sum, value, "{}", node.key);
                        let off = (height - bar_height(mark)).abs();
                        let most = if to_scale { tight } else { loose };
                        assert!(off <= most, "{}: {off} in {width}", node.key);
                    }
                }
            }
        }
    }
}

#[test]
fn bars_of_all_stages_share_one_linear_scale() {
    for width in [320.0, 1100.0] {
        for figure in figures(&county(2025)) {
            let flow = flow(&figure).expect("a flow");
            let drawing = draw(&figure, Size { width, em: 16.0 });
            let scales: Vec<f64> = flow
                .nodes
                .iter()
                .zip(&drawing.marks)
                .filter(|(_, mark)| bar_height(mark) > 1.5)
                .map(|(node, mark)| bar_height(mark) / node.value.expect("a number"))
                .collect();
            assert!(scales.len() > 4, "{scales:?}");
            assert!(scales.iter().all(|scale| (scale - scales[0]).abs() < 1e-9));
        }
    }
}

#[test]
fn a_zero_and_a_blank_stand_there_with_their_sign_and_no_bar() {
    let mut choices = Choices::default();
    assert!(choices.choose("outcomes", "each"));
    let figure = figure(&county(2020), View::Applications, &choices, ZhCn);
    for width in [320.0, 1100.0] {
        let drawing = draw(&figure, Size { width, em: 16.0 });
        for (key, sign) in [
            ("applicants.other", "0"),
            ("applications.outcomes.refused.state_secret", "—"),
        ] {
            let mark = drawing.marks.iter().find(|mark| mark.key == key);
            let mark = mark.expect("a mark");
            assert_eq!(bar_height(mark), 0.0);
            let words = mark.shapes.iter().filter_map(|shape| match shape {
                Shape::Text {
                    text,
                    paint: Paint::Value,
                    ..
                } => Some(text.as_str()),
                _ => None,
            });
            assert_eq!(words.collect::<Vec<_>>(), [sign]);
        }
    }
}

#[test]
fn the_first_module_leaves_flows_out_and_draws_all_else_alike() {
    let size = Size {
        width: 768.0,
        em: 16.0,
    };
    for report in [longde(), county(2020)] {
        for view in crate::support::drawn() {
            let figure = figure(&report, *view, &Choices::default(), ZhCn);
            match flow(&figure) {
                Some(_) => assert_eq!(draw_core(&figure, size).height, 0.0),
                None => assert_eq!(draw_core(&figure, size), draw(&figure, size)),
            }
        }
    }
    let figure = figure(&county(2020), View::Applications, &Choices::default(), ZhCn);
    assert!(flow(&figure).is_some());
}
