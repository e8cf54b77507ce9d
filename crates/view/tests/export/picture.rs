//! Figures as standalone pictures with finding and source.

use super::longde;
use crate::support::{drawn, figure};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_testing::arbitrary;
use gongkai_view::charts::{Size, draw};
use gongkai_view::export::{picture, report_picture, svg};
use gongkai_view::figures::{Choices, View};
use proptest::prelude::*;

fn of(report: &Report, view: View, locale: Locale, width: f64) -> String {
    let figure = figure(report, view, &Choices::default(), locale);
    let drawing = draw(&figure, Size { width, em: 16.0 });
    picture(&figure, &drawing, report, locale)
}

/// The texts of one class, with their positions.
fn texts(picture: &str, class: &str) -> Vec<(f64, f64, String)> {
    let attribute = |tag: &str, name: &str| -> f64 {
        let (_, rest) = tag
            .split_once(&format!(" {name}=\""))
            .expect("an attribute");
        let (value, _) = rest.split_once('"').expect("it ends");
        value.parse().expect("a number")
    };
    let wanted = format!("<text class=\"{class}\"");
    let texts = picture.split("\n").filter(|line| line.starts_with(&wanted));
    texts
        .map(|line| {
            let (tag, rest) = line.split_once('>').expect("a tag ends");
            let text = rest.strip_suffix("</text>").expect("the text ends");
            (attribute(tag, "x"), attribute(tag, "y"), text.to_owned())
        })
        .collect()
}

fn joined(texts: &[(f64, f64, String)]) -> String {
    texts.iter().map(|(_, _, text)| text.as_str()).collect()
}

fn height(picture: &str) -> f64 {
    let (_, rest) = picture.split_once(" height=\"").expect("a height");
    let (height, _) = rest.split_once('"').expect("it ends");
    height.parse().expect("a number")
}

#[test]
fn the_finding_stands_above_the_drawing_and_the_source_below() {
    let report = longde();
    for view in drawn() {
        let figure = figure(&report, *view, &Choices::default(), Locale::ZhCn);
        let picture = of(&report, *view, Locale::ZhCn, 640.0);
        let finding = texts(&picture, "finding");
        assert_eq!(
            joined(&finding).replace(' ', ""),
            figure.heading(Locale::ZhCn).replace(' ', "")
        );
        let credit = texts(&picture, "credit");
        let said = joined(&credit).replace(' ', "");
        for part in [
            "隆德县人民政府2020年",
            "来源：隆德县2020年政府信息公开工作年度报告",
        ] {
            assert!(said.contains(part), "{part} is not in {said}");
        }
        let (_, top) = picture
            .split_once("<g class=\"drawing\" transform=\"translate(16 ")
            .expect("a drawing");
        let top: f64 = top
            .split_once(')')
            .expect("a place")
            .0
            .parse()
            .expect("a number");
        assert!(finding.iter().all(|(_, y, _)| *y < top), "{view:?}");
        assert!(credit.iter().all(|(_, y, _)| *y > top), "{view:?}");
        assert!(credit.iter().all(|(_, y, _)| *y < height(&picture)));
    }
}

#[test]
fn the_units_are_named_and_where_they_are_only_assumed_that_is_said() {
    let said = |view| joined(&texts(&of(&longde(), view, Locale::ZhCn, 960.0), "credit"));
    let disclosure = said(View::Disclosure);
    assert!(disclosure.contains("单位：条、期"), "{disclosure}");
    let services = said(View::Services);
    assert!(
        services.contains("件、项（原表未注明）") || services.contains("项、件（原表未注明）"),
        "{services}"
    );
    assert!(said(View::Procurement).contains("万元"));
    let english = joined(&texts(
        &of(&longde(), View::Disclosure, Locale::En, 960.0),
        "credit",
    ));
    assert!(english.contains("Units: items"), "{english}");
}

#[test]
fn a_fictional_reports_picture_says_so() {
    let report = gongkai_testing::sample("fictional/county-2020.json");
    let credit = joined(&texts(
        &of(&report, View::Services, Locale::ZhCn, 640.0),
        "credit",
    ));
    assert!(credit.contains("虚构示例，并非真实数据"), "{credit}");
    assert!(credit.contains("Fictional sample"), "{credit}");
}

#[test]
fn a_source_without_a_name_or_without_anything_has_no_empty_line() {
    let mut report = longde();
    report.source = None;
    let credit = texts(
        &of(&report, View::Disclosure, Locale::ZhCn, 960.0),
        "credit",
    );
    assert_eq!(credit.len(), 2, "{credit:?}");
    let mut report = longde();
    let source = report.source.as_mut().expect("a source");
    (source.title, source.url) = (None, Some("https://example.gov.cn/a?b=1&c=2".to_owned()));
    let credit = joined(&texts(
        &of(&report, View::Disclosure, Locale::ZhCn, 960.0),
        "credit",
    ));
    assert!(
        credit.contains("来源：https://example.gov.cn/a?b=1&amp;c=2"),
        "{credit}"
    );
}

#[test]
fn a_narrow_picture_breaks_its_finding_and_a_larger_text_size_enlarges_it() {
    let narrow = texts(
        &of(&longde(), View::Disclosure, Locale::ZhCn, 320.0),
        "finding",
    );
    let wide = texts(
        &of(&longde(), View::Disclosure, Locale::ZhCn, 1280.0),
        "finding",
    );
    assert!(narrow.len() > wide.len(), "{narrow:?} {wide:?}");
    let figure = figure(
        &longde(),
        View::Disclosure,
        &Choices::default(),
        Locale::ZhCn,
    );
    let size = Size {
        width: 640.0,
        em: 22.0,
    };
    let large = picture(&figure, &draw(&figure, size), &longde(), Locale::ZhCn);
    assert!(large.contains("class=\"finding\" fill=\"#1b1f24\" font-weight=\"bold\" x=\"22\""));
    assert!(large.contains("font-size=\"27.5\""));
}

#[test]
fn the_drawing_is_the_same_as_without_words() {
    let figure = figure(
        &longde(),
        View::Disclosure,
        &Choices::default(),
        Locale::ZhCn,
    );
    let drawing = draw(
        &figure,
        Size {
            width: 640.0,
            em: 16.0,
        },
    );
    let bare = svg(&drawing, &figure.title, &figure.summary);
    let (_, guides) = bare.split_once("<g class=\"guides\">").expect("guides");
    let guides = guides.strip_suffix("</svg>\n").expect("an end");
    let framed = picture(&figure, &drawing, &longde(), Locale::ZhCn);
    assert!(framed.contains(guides));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_picture_of_any_report_is_well_formed(report in arbitrary::any_report()) {
        for view in drawn() {
            let picture = of(&report, *view, Locale::ZhCn, 320.0);
            let mut open: Vec<&str> = Vec::new();
            for part in picture.split('<').skip(1) {
                let (tag, _) = part.split_once('>').expect("a tag ends");
                match tag.strip_prefix('/') {
                    Some(name) => prop_assert_eq!(open.pop(), Some(name)),
                    None if tag.ends_with('/') => {}
                    None => open.push(tag.split(' ').next().unwrap_or_default()),
                }
            }
            prop_assert!(open.is_empty());
            prop_assert!(!picture.contains("NaN") && !picture.contains("inf\""));
        }
    }
}

#[test]
fn all_figures_of_a_report_stand_in_one_picture_each_under_its_finding() {
    let report = gongkai_testing::sample("fictional/county-2020.json");
    let choices = Choices::default();
    let size = Size {
        width: 720.0,
        em: 16.0,
    };
    for locale in Locale::ALL {
        let whole = report_picture(&report, &choices, locale, size).expect("a picture");
        let mut drawn = 0;
        for view in View::ALL {
            let Some(figure) = gongkai_view::figures::figure(&report, *view, &choices, locale)
            else {
                continue;
            };
            for mark in &draw(&figure, size).marks {
                let named = format!("<title>{}</title>", mark.label.replace('&', "&amp;"));
                assert!(whole.contains(&named), "{named}");
                drawn += 1;
            }
        }
        assert!(drawn > 50, "{drawn}");
        assert!(whole.contains("2020"));
    }
}

#[test]
fn a_report_without_figures_has_no_picture() {
    let bare = serde_json::json!({
        "format": "gongkai-report/1",
        "agency": { "name": "某县人民政府" },
        "year": 2020,
        "edition": "2019",
    });
    let size = Size {
        width: 720.0,
        em: 16.0,
    };
    let bare = gongkai_testing::report(&bare);
    assert_eq!(
        report_picture(&bare, &Choices::default(), Locale::En, size),
        None
    );
}
