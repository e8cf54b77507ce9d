//! Charts of many reports: nothing is outside the drawing, nothing is lost, and the scale is shared.

use gongkai_view::charts::{Drawing, Shape, Size, dot_plot, lines, multiples};
use gongkai_view::figures::{DotPlot, Line, LinePoint, Lines, NamedDot, Scale, TickFormat};
use proptest::prelude::*;

fn line(name: &str, numbers: &[(u16, f64)]) -> Line {
    let points = numbers.iter().map(|(year, value)| LinePoint {
        key: format!("{name}-{year}"),
        year: *year,
        value: *value,
        shown: format!("{value:.0}"),
        label: format!("{name} {year}: {value:.0}"),
        is_joined: true,
    });
    Line {
        name: name.to_owned(),
        points: points.collect(),
    }
}

fn figure(lines: Vec<Line>, scale: Scale) -> Lines {
    Lines {
        caption: String::new(),
        ticks: TickFormat::Count,
        scale,
        unit: "件".to_owned(),
        years: 2019..=2025,
        breaks: vec![2021],
        break_label: "报告格式变更".to_owned(),
        lines,
    }
}

/// Returns each label with its start and end, at least as wide as the drawing estimates it.
fn labels(drawing: &Drawing) -> Vec<(f64, f64, f64, String)> {
    let mut found = Vec::new();
    let mut see = |shape: &Shape, left: f64, top: f64| {
        if let Shape::Text {
            x,
            y,
            size,
            anchor,
            text,
            ..
        } = shape
        {
            let wide: f64 = text
                .chars()
                .map(|c| if c.is_ascii() { 0.55 } else { 1.0 })
                .sum::<f64>()
                * size;
            let start = match anchor {
                gongkai_view::charts::Anchor::Start => x + left,
                gongkai_view::charts::Anchor::Middle => x + left - wide / 2.0,
                gongkai_view::charts::Anchor::End => x + left - wide,
            };
            found.push((start, start + wide, y + top, text.clone()));
        }
    };
    for guide in &drawing.guides {
        see(guide, 0.0, 0.0);
    }
    for mark in &drawing.marks {
        for shape in &mark.shapes {
            see(shape, mark.x, mark.y);
        }
    }
    found
}

fn stays_inside(drawing: &Drawing) {
    for (start, end, y, text) in labels(drawing) {
        assert!(
            start >= -0.5 && end <= drawing.width + 0.5,
            "{text}: {start}..{end} of {}",
            drawing.width
        );
        assert!(
            y >= 0.0 && y <= drawing.height,
            "{text}: {y} of {}",
            drawing.height
        );
    }
    for mark in &drawing.marks {
        assert!(
            mark.x >= -0.5 && mark.x + mark.width <= drawing.width + 0.5,
            "{}: {}",
            mark.key,
            mark.x
        );
        assert!(
            mark.y >= -0.5 && mark.y + mark.height <= drawing.height + 0.5,
            "{}: {}",
            mark.key,
            mark.y
        );
    }
}

fn sizes() -> impl Strategy<Value = Size> {
    (
        280.0..1900.0_f64,
        prop::sample::select(vec![16.0, 19.0, 22.0]),
    )
        .prop_map(|(width, em)| Size { width, em })
}

fn numbers() -> impl Strategy<Value = Vec<(u16, f64)>> {
    prop::collection::btree_map(2019..=2025_u16, prop_oneof![Just(0.0), 0.0..3e6_f64], 0..7)
        .prop_map(|points| points.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn lines_stay_inside_and_have_a_mark_for_every_number(
        all in prop::collection::vec(numbers(), 0..12),
        size in sizes(),
        is_log in any::<bool>(),
    ) {
        let scale = if is_log { Scale::Log } else { Scale::Linear };
        let count: usize = all.iter().map(Vec::len).sum();
        let all: Vec<Line> = all.iter().enumerate().map(|(index, numbers)| line(&format!("虚构省甲子市第{index}县人民政府"), numbers)).collect();
        let drawing = lines(&figure(all.clone(), scale), size);
        prop_assert_eq!(drawing.marks.len(), count);
        stays_inside(&drawing);
        let each: Vec<Lines> = all.into_iter().map(|line| Lines { caption: line.name.clone(), ..figure(vec![line], scale) }).collect();
        let drawing = multiples(&each, size);
        prop_assert_eq!(drawing.marks.len(), count);
        stays_inside(&drawing);
    }

    #[test]
    fn no_dot_is_lost_and_each_is_found_where_it_stands(
        mut values in prop::collection::vec(prop_oneof![Just(0.0), 0.0..100.0_f64, 0.0..1e6_f64], 1..300),
        size in sizes(),
        is_log in any::<bool>(),
    ) {
        values.sort_by(f64::total_cmp);
        let scale = if is_log { Scale::Log } else { Scale::Linear };
        let named = (0..values.len().min(3)).map(|at| NamedDot {
            at,
            key: at.to_string(),
            name: "虚构省甲子市乙县人民政府（虚构）".to_owned(),
            shown: "1,234".to_owned(),
            label: "虚构".to_owned(),
        });
        let quartiles = vec![(values[values.len() / 4], "四分之一 ≤ 3".to_owned()), (values[values.len() / 2], "一半 ≤ 7".to_owned())];
        let figure = DotPlot { ticks: TickFormat::Count, scale, unit: "件".to_owned(), values: values.clone(), quartiles, named: named.collect() };
        let strip = dot_plot(&figure, size);
        prop_assert_eq!(strip.centers.len(), values.len());
        let path = strip.drawing.guides.iter().find_map(|shape| match shape {
            Shape::Path { data, .. } => Some(data.clone()),
            _ => None,
        });
        prop_assert_eq!(path.unwrap_or_default().matches('M').count(), values.len());
        stays_inside(&strip.drawing);
        for (x, y) in &strip.centers {
            prop_assert!(*x >= 0.0 && *x <= size.width && *y >= 0.0 && *y <= strip.drawing.height);
            let nearest = strip.nearest(*x, *y).map(|index| strip.centers[index]);
            prop_assert_eq!(nearest, Some((*x, *y)));
        }
        // A larger value is never further left.
        for pair in strip.centers.windows(2) {
            prop_assert!(pair[0].0 <= pair[1].0 + 1e-9);
        }
    }
}

#[test]
fn small_charts_have_one_scale() {
    let size = Size {
        width: 900.0,
        em: 16.0,
    };
    let one = figure(vec![line("甲", &[(2019, 10.0)])], Scale::Linear);
    let other = figure(vec![line("乙", &[(2019, 1000.0)])], Scale::Linear);
    let drawing = multiples(&[one.clone(), other], size);
    let alone = multiples(&[one], size);
    let y = |drawing: &Drawing, key: &str| {
        drawing
            .marks
            .iter()
            .find(|mark| mark.key == key)
            .expect("a mark")
            .y
    };
    assert!(y(&drawing, "甲-2019") > y(&drawing, "乙-2019") + 50.0);
    assert!(
        y(&alone, "甲-2019") < y(&drawing, "甲-2019") - 50.0,
        "alone it fills its chart"
    );
}

#[test]
fn nothing_is_an_empty_drawing() {
    let size = Size {
        width: 900.0,
        em: 16.0,
    };
    assert!(
        lines(&figure(Vec::new(), Scale::Linear), size)
            .marks
            .is_empty()
    );
    assert!(multiples(&[], size).marks.is_empty());
    let none = DotPlot {
        ticks: TickFormat::Count,
        scale: Scale::Linear,
        unit: String::new(),
        values: Vec::new(),
        quartiles: Vec::new(),
        named: Vec::new(),
    };
    assert_eq!(dot_plot(&none, size).centers, []);
}
