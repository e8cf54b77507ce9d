//! Dot plots.

use super::snapshot::keep_comparison;
use super::*;
use gongkai_view::charts::{DotPlotDrawing, dot_plot};
use gongkai_view::export::svg;
use gongkai_view::figures::{DotPlot, NamedDot};

fn distribution(values: Vec<f64>) -> DotPlot {
    let count = values.len();
    let quarter = |part: usize| values[(count - 1) * part / 4];
    let quartiles = [
        (1, "四分之一不超过"),
        (2, "半数不超过"),
        (3, "四分之三不超过"),
    ]
    .map(|(part, words)| (quarter(part), format!("{words} {}", quarter(part))));
    let named = [
        ("虚构县甲", 0),
        ("虚构市乙区", count / 2),
        ("Fictional", count - 1),
    ]
    .map(|(name, at)| NamedDot {
        at,
        key: at.to_string(),
        name: name.to_owned(),
        shown: values[at].to_string(),
        label: format!("{name}：{}", values[at]),
    });
    DotPlot {
        ticks: TickFormat::Count,
        scale: Scale::Linear,
        unit: "件（收到的政府信息公开申请）".to_owned(),
        values,
        quartiles: quartiles.into(),
        named: named.into(),
    }
}

/// Many small values and few large ones, as in real distributions.
fn spread(count: usize) -> Vec<f64> {
    let mut values: Vec<f64> = (0..count)
        .map(|index| {
            let share = (index * 7919 % count) as f64 / count as f64;
            (share * share * share * 900.0).round()
        })
        .collect();
    values.sort_by(f64::total_cmp);
    values
}

#[test]
fn dots_on_a_phone() {
    let drawn = dot_plot(&distribution(spread(400)), PHONE).drawing;
    keep_comparison("compare_dots_phone", &svg(&drawn, "t", ""));
}

#[test]
fn dots_on_a_desktop() {
    let drawn = dot_plot(&distribution(spread(600)), DESKTOP).drawing;
    keep_comparison("compare_dots_desktop", &svg(&drawn, "t", ""));
}

fn places(strip: &DotPlotDrawing) -> Vec<(i64, i64)> {
    let tenth = |length: f64| (length * 100.0).round() as i64;
    let mut places: Vec<_> = strip
        .centers
        .iter()
        .map(|at| (tenth(at.0), tenth(at.1)))
        .collect();
    places.sort_unstable();
    places
}

#[test]
fn equal_values_stand_on_each_other_and_none_is_lost() {
    for count in [1, 7, 3200] {
        for values in [vec![4.0; count], spread(count)] {
            let strip = dot_plot(&distribution(values), DESKTOP);
            let drawn: Vec<_> = paths(&strip.drawing, "dots").collect();
            assert_eq!(drawn.len(), 1, "one element, however many dots");
            assert_eq!(steps(drawn[0], 'M'), count);
            let mut places = places(&strip);
            places.dedup();
            assert_eq!(places.len(), count, "no two in one place");
        }
    }
    let equal = dot_plot(&distribution(vec![4.0; 50]), PHONE);
    assert!(equal.centers.iter().all(|at| at.0 == equal.centers[0].0));
}

#[test]
fn a_point_finds_the_dot_that_is_drawn_there() {
    let strip = dot_plot(&distribution(spread(3200)), DESKTOP);
    for (index, (x, y)) in strip.centers.iter().enumerate() {
        assert_eq!(strip.nearest(*x, *y), Some(index));
        assert_eq!(strip.nearest(x + 0.01, y + 0.01), Some(index));
    }
    let (x, y) = strip.centers[3199];
    assert_eq!(strip.nearest(x + 23.0, y), Some(3199));
    assert_eq!(strip.nearest(x + 25.0, y), None);
    assert_eq!(strip.nearest(f64::NAN, y), None);
}

#[test]
fn a_name_whose_dot_is_not_there_is_left_out() {
    let mut figure = distribution(spread(9));
    figure.named[1].at = 9;
    let strip = dot_plot(&figure, DESKTOP);
    let keys: Vec<&str> = strip
        .drawing
        .marks
        .iter()
        .map(|mark| mark.key.as_str())
        .collect();
    assert_eq!(keys, ["0", "8"]);
}

#[test]
fn a_long_name_leaves_room_for_its_number() {
    let mut figure = distribution(spread(9));
    let ends = ["丁县", "戊县", "己县"];
    for (named, end) in figure.named.iter_mut().zip(ends) {
        named.name = format!("虚构省甲子市人民政府所属派出机关虚构新区{end}人民政府办公室（虚构）");
        named.shown = "1,234 万元".to_owned();
    }
    let drawing = dot_plot(&figure, PHONE).drawing;
    let words = of_drawing(&drawing);
    for end in ends {
        let label = words.iter().find(|words| words.text.contains(end));
        let label = label.unwrap_or_else(|| panic!("{end} is named"));
        assert!(label.text.ends_with(" 1,234 万元"), "{}", label.text);
    }
}

#[test]
fn no_line_leads_through_a_name() {
    let mut figure = distribution(spread(400));
    // Eight with close numbers, in no order.
    figure.named = [280, 120, 200, 240, 160, 300, 180, 260]
        .map(|at| NamedDot {
            at,
            key: at.to_string(),
            name: format!("虚构省甲子市第{at}县人民政府"),
            shown: figure.values[at].to_string(),
            label: "虚构".to_owned(),
        })
        .into();
    let drawing = dot_plot(&figure, DESKTOP).drawing;
    let words = of_drawing(&drawing);
    let names: Vec<_> = words
        .iter()
        .filter(|words| words.text.contains('第'))
        .collect();
    assert_eq!(names.len(), 8);
    let mut leaders = 0;
    for guide in &drawing.guides {
        let Shape::Line { from, to, paint } = guide else {
            continue;
        };
        if paint.class() != "leader" {
            continue;
        }
        leaders += 1;
        for name in &names {
            let is_beside = from.0 <= name.left || from.0 >= name.right;
            assert!(
                is_beside || to.1 <= name.top || from.1 >= name.bottom - 4.0,
                "{name:?} {from:?}"
            );
        }
    }
    assert_eq!(leaders, 8);
}

#[test]
fn nothing_leaves_a_distribution_and_no_words_of_its_axis_meet() {
    for width in WIDTHS {
        for em in SIZES {
            for scale in [Scale::Linear, Scale::Log] {
                let size = Size { width, em };
                let mut figure = distribution(spread(3200));
                figure.scale = scale;
                stands(
                    &dot_plot(&figure, size).drawing,
                    &format!("{size:?}, {scale:?}"),
                );
            }
        }
    }
}

#[test]
fn without_a_number_no_dot_is_drawn() {
    let figure = DotPlot {
        values: vec![f64::NAN],
        ..distribution(vec![1.0])
    };
    let strip = dot_plot(&figure, PHONE);
    assert!(strip.drawing.guides.is_empty() && strip.drawing.marks.is_empty());
    assert_eq!((strip.drawing.height, strip.centers.len()), (0.0, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_dots_stay_inside(
        mut values in prop::collection::vec(any_value(), 1..300),
        (scale, ticks) in any_scale(),
        width in 280.0..1900.0,
        em in 16.0..22.0,
    ) {
        values.sort_by(f64::total_cmp);
        let mut figure = distribution(values);
        (figure.scale, figure.ticks) = (scale, ticks);
        for named in &mut figure.named {
            named.shown.truncate(12);
        }
        let strip = dot_plot(&figure, Size { width, em });
        let faults = outside(&strip.drawing);
        prop_assert!(faults.is_empty(), "{faults:?}");
        for (x, y) in &strip.centers {
            prop_assert!((0.0..=width).contains(x) && (0.0..=strip.drawing.height).contains(y));
        }
    }
}
