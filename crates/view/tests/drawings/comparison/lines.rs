//! Lines over years.

use super::snapshot::keep_comparison;
use super::*;
use gongkai_view::charts::{Paint, lines, multiples};
use gongkai_view::export::svg;
use gongkai_view::figures::{Line, LinePoint, Lines};

/// Values by year from 2018. A line is interrupted at a year without a number, and before 2021,
/// when the form changes.
fn line(index: usize, name: &str, values: &[Option<f64>]) -> Line {
    let years = 2018_u16..;
    let before = std::iter::once(&None).chain(values);
    let points = years.zip(values).zip(before);
    Line {
        name: name.to_owned(),
        points: points
            .filter_map(|((year, value), before)| {
                let value = (*value)?;
                Some(LinePoint {
                    key: format!("{index}-{year}"),
                    year,
                    value,
                    shown: format!("{value}"),
                    label: format!("{name}，{year}年：{value}"),
                    is_joined: before.is_some() && year != 2021,
                })
            })
            .collect(),
    }
}

fn figure(lines: Vec<Line>) -> Lines {
    Lines {
        caption: String::new(),
        ticks: TickFormat::Count,
        scale: Scale::Linear,
        unit: "件".to_owned(),
        years: 2018..=2024,
        breaks: vec![2021],
        break_label: "报告格式调整".to_owned(),
        lines,
    }
}

/// A line with a missing year, a line with a zero, and others up to `count`.
fn several(count: usize) -> Lines {
    let all = |values: [f64; 7]| values.map(Some);
    let mut lines = vec![
        line(
            0,
            "虚构县甲",
            &[
                Some(31.0),
                Some(64.0),
                None,
                Some(120.0),
                Some(118.0),
                Some(230.0),
                Some(244.0),
            ],
        ),
        line(
            1,
            "虚构市乙区",
            &all([12.0, 0.0, 18.0, 40.0, 77.0, 251.0, 240.0]),
        ),
    ];
    for index in 2..count {
        let value = |year: usize| ((index * 37 + year * 53) % 300) as f64;
        let values: Vec<Option<f64>> = (0..7).map(|year| Some(value(year))).collect();
        lines.push(line(index, &format!("虚构县第{index}"), &values));
    }
    lines.truncate(count);
    figure(lines)
}

fn panels(count: usize) -> Vec<Lines> {
    let each = several(count).lines.into_iter().map(|one| Lines {
        caption: one.name.clone(),
        ..figure(vec![one])
    });
    each.collect()
}

#[test]
fn lines_on_a_phone() {
    keep_comparison(
        "compare_lines_phone",
        &svg(&lines(&several(3), PHONE), "t", ""),
    );
}

#[test]
fn lines_on_a_desktop() {
    keep_comparison(
        "compare_lines_desktop",
        &svg(&lines(&several(12), DESKTOP), "t", ""),
    );
}

#[test]
fn one_line_with_its_numbers_on_a_log_scale() {
    let mut figure = several(2);
    figure.lines.remove(0);
    figure.scale = Scale::Log;
    keep_comparison("compare_line_log", &svg(&lines(&figure, DESKTOP), "t", ""));
}

#[test]
fn small_multiples() {
    let drawn = multiples(&panels(6), DESKTOP);
    keep_comparison("compare_multiples", &svg(&drawn, "t", ""));
}

#[test]
fn nothing_leaves_the_drawing_and_no_words_of_the_axes_meet() {
    for width in WIDTHS {
        for em in SIZES {
            let size = Size { width, em };
            for scale in [Scale::Linear, Scale::Log] {
                for count in [1, 2, 3, 12] {
                    let what = format!("{count} at {width} px, text {em} px, {scale:?}");
                    let mut figure = several(count);
                    figure.scale = scale;
                    stands(&lines(&figure, size), &what);
                    let mut panels = panels(count);
                    for panel in &mut panels {
                        panel.scale = scale;
                    }
                    stands(&multiples(&panels, size), &what);
                }
            }
        }
    }
}

#[test]
fn no_line_crosses_a_missing_year_or_a_change_of_the_form() {
    let drawing = lines(&several(2), DESKTOP);
    // 2018-2019, then 2021-2024: 2020 has no number, and 2021 another form.
    let with_gap: Vec<_> = paths(&drawing, "line l0").collect();
    assert_eq!(with_gap.len(), 1);
    assert_eq!((steps(with_gap[0], 'M'), steps(with_gap[0], 'L')), (2, 4));
    // 2018-2020, then 2021-2024.
    let whole: Vec<_> = paths(&drawing, "line l1").collect();
    assert_eq!((steps(whole[0], 'M'), steps(whole[0], 'L')), (2, 5));
    // Exactly the years with a number have a mark.
    assert_eq!(drawing.marks.len(), 6 + 7);
    assert!(drawing.marks.iter().all(|mark| mark.key != "0-2020"));
}

fn centre(drawing: &Drawing, key: &str) -> (f64, f64) {
    let mark = drawing.marks.iter().find(|mark| mark.key == key);
    let mark = mark.unwrap_or_else(|| panic!("{key} is drawn"));
    (mark.x + mark.width / 2.0, mark.y + mark.height / 2.0)
}

#[test]
fn the_change_of_the_form_stands_between_its_years() {
    let drawing = lines(&several(2), DESKTOP);
    let found: Vec<f64> = drawing
        .guides
        .iter()
        .filter_map(|shape| match shape {
            Shape::Line { from, to, paint } if *paint == Paint::Named("break") => {
                assert_eq!(from.0, to.0);
                Some(from.0)
            }
            _ => None,
        })
        .collect();
    assert_eq!(found.len(), 1);
    assert!(centre(&drawing, "1-2020").0 < found[0]);
    assert!(found[0] < centre(&drawing, "1-2021").0);
    // Before the first year there is nothing to separate it from.
    let mut figure = several(2);
    figure.breaks = vec![2018, 2025];
    let drawing = lines(&figure, DESKTOP);
    let is_break = |shape: &Shape| matches!(shape, Shape::Line { paint, .. } if *paint == Paint::Named("break"));
    assert!(!drawing.guides.iter().any(is_break));
}

#[test]
fn every_change_of_the_form_says_what_it_is_where_there_is_room() {
    let mut figure = several(3);
    figure.breaks = vec![2020, 2021, 2023];
    let labels = |drawing: &Drawing| {
        let words = of_guides(drawing).into_iter();
        words.filter(|words| words.text == "报告格式调整").count()
    };
    assert_eq!(labels(&lines(&figure, DESKTOP)), 3);
    let narrow = lines(&figure, PHONE);
    assert!((1..3).contains(&labels(&narrow)));
    for width in WIDTHS {
        stands(
            &lines(&figure, Size { width, em: 16.0 }),
            &format!("{width} px"),
        );
    }
}

#[test]
fn on_a_phone_long_names_that_begin_alike_still_differ() {
    let mut figure = several(3);
    let ends = ["丁县", "戊县", "己县"];
    for (line, end) in figure.lines.iter_mut().zip(ends) {
        line.name = format!("虚构省甲子市人民政府所属派出机关虚构新区{end}人民政府办公室（虚构）");
    }
    let drawing = lines(&figure, PHONE);
    for end in ends {
        let words = of_guides(&drawing);
        let named = words
            .iter()
            .filter(|words| words.text.contains(end))
            .count();
        assert_eq!(named, 1, "{end}");
    }
}

#[test]
fn zero_stands_apart_on_a_log_scale_and_at_the_bottom_of_a_linear_one() {
    let mut figure = several(2);
    let linear = lines(&figure, DESKTOP);
    figure.scale = Scale::Log;
    let log = lines(&figure, DESKTOP);
    let y = |drawing: &Drawing, key: &str| centre(drawing, key).1;
    let per_case = (y(&linear, "1-2019") - y(&linear, "0-2018")) / 31.0;
    let by_two = (y(&linear, "1-2019") - y(&linear, "0-2019")) / 64.0;
    assert!((per_case - by_two).abs() < 0.05, "{per_case} {by_two}");
    assert!(y(&log, "1-2019") > y(&log, "1-2018") + 20.0);
}

#[test]
fn equal_values_stand_equally_high_in_all_small_charts() {
    let value = |index, value: f64| line(index, "县", &[Some(value), Some(40.0)]);
    let all = [5.0, 900.0, 31.0, 0.0];
    let panels: Vec<Lines> = all
        .iter()
        .enumerate()
        .map(|(index, one)| Lines {
            // Plots are aligned, whatever the lengths of their captions.
            caption: "虚构县".repeat(1 + index * 9),
            ..figure(vec![value(index, *one)])
        })
        .collect();
    let drawing = multiples(&panels, DESKTOP);
    let (first, others) = (centre(&drawing, "0-2019").1, 1..all.len());
    for index in others {
        assert_eq!(centre(&drawing, &format!("{index}-2019")).1, first);
    }
    assert!(centre(&drawing, "1-2018").1 < centre(&drawing, "2-2018").1);
    assert!(centre(&drawing, "2-2018").1 < centre(&drawing, "3-2018").1);
}

#[test]
fn lines_of_one_colour_differ_in_the_shape_of_their_points() {
    let drawing = lines(&several(12), DESKTOP);
    let mut looks: Vec<(&str, String)> = drawing
        .marks
        .iter()
        .filter(|mark| mark.key.ends_with("-2024"))
        .filter_map(|mark| match mark.shapes.first() {
            Some(Shape::Path { data, paint }) => Some((paint.class(), data.clone())),
            _ => None,
        })
        .collect();
    looks.sort();
    looks.dedup();
    assert_eq!(looks.len(), 12);
}

#[test]
fn every_line_is_named_beside_its_end_or_above_the_chart() {
    for width in WIDTHS {
        for count in [2, 3, 12] {
            let figure = several(count);
            let drawing = lines(&figure, Size { width, em: 16.0 });
            let words = of_guides(&drawing);
            for line in &figure.lines {
                let named = words.iter().filter(|words| words.text == line.name).count();
                assert_eq!(named, 1, "{} at {width} px", line.name);
            }
        }
    }
}

#[test]
fn without_a_number_nothing_is_drawn() {
    let empty = figure(vec![line(0, "县", &[None, Some(f64::NAN)])]);
    for drawing in [
        lines(&empty, PHONE),
        multiples(std::slice::from_ref(&empty), PHONE),
        multiples(&[], PHONE),
    ] {
        assert!(drawing.guides.is_empty() && drawing.marks.is_empty());
        assert_eq!(drawing.height, 0.0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_lines_stay_inside(
        all in prop::collection::vec(prop::collection::vec(prop::option::of(any_value()), 0..8), 0..13),
        (scale, ticks) in any_scale(),
        name in "[虚构县a-z ]{0,30}",
        width in 280.0..1900.0,
        em in 16.0..22.0,
    ) {
        let each = all.iter().enumerate().map(|(index, values)| line(index, &name, values));
        let mut figure = figure(each.collect());
        (figure.scale, figure.ticks) = (scale, ticks);
        let size = Size { width, em };
        let drawing = lines(&figure, size);
        let faults = outside(&drawing);
        prop_assert!(faults.is_empty(), "{faults:?}");
        let small: Vec<Lines> = figure
            .lines
            .iter()
            .map(|one| Lines { caption: name.clone(), lines: vec![one.clone()], ..figure.clone() })
            .collect();
        let faults = outside(&multiples(&small, size));
        prop_assert!(faults.is_empty(), "{faults:?}");
        let numbers = all.iter().flatten().flatten().count();
        prop_assert_eq!(drawing.marks.len(), numbers);
    }
}
