//! The log scale: offered only if all numbers fit on it, with its caveats.

use crate::data::{Page, built, controller, report, with};
use gongkai_compare::{Controller, Region};
use gongkai_i18n::Locale;
use gongkai_view::figures::Scale;
use gongkai_view::markup::{Name, Tag};
use serde_json::json;

/// One agency with losses, and one with a 0 between two numbers.
fn signed() -> Controller {
    let changes = [-30, 20, -1];
    let items = [40, 0, 7];
    let reports = (0..3).map(|at| {
        let fields = [
            ("proactive.licences.items_last_year", json!(items[at])),
            ("proactive.licences.change", json!(changes[at])),
        ];
        let year = 2018 + at as u16;
        report(("虚构县", Some("990101"), ""), year, "2019", &fields)
    });
    let reports: Vec<_> = reports.collect();
    let mut controller = controller(built(&reports), None);
    controller.press("measure", "proactive.licences.items_last_year");
    controller
}

fn offers_log(controller: &Controller) -> bool {
    let controls = controller.region(Region::Controls);
    !with(&controls, Name::DataChoice, "scale").is_empty()
}

fn figure(controller: &Controller) -> String {
    gongkai_view::markup::html(&controller.region(Region::Panel))
}

#[test]
fn what_may_be_below_zero_is_drawn_linear_and_the_choice_is_kept_for_the_others() {
    for kind in ["trend", "multiples", "distribution"] {
        let mut controller = signed();
        controller.press("kind", kind);
        controller.press("scale", "log");
        assert!(offers_log(&controller));
        let log = figure(&controller);
        let parts = controller.press("measure", "proactive.licences.change");
        assert!(parts.contains(&Region::Controls), "{kind}: {parts:?}");
        assert!(!offers_log(&controller));
        assert_eq!(controller.choice().scale, Scale::Log);
        let shown = figure(&controller);
        assert!(!shown.contains("对数刻度"), "{shown}");
        // A link cannot choose more than the buttons can.
        let link = controller.link();
        assert!(link.contains("scale:log"), "{link}");
        controller.press("scale", "linear");
        assert_eq!(figure(&controller), shown, "{kind}");
        controller.restore(Some(&link));
        assert_eq!(figure(&controller), shown, "{kind}");
        controller.press("measure", "proactive.licences.items_last_year");
        assert!(offers_log(&controller));
        assert_eq!(figure(&controller), log, "{kind}");
    }
}

#[test]
fn a_second_measure_below_zero_takes_the_log_scale_away() {
    let mut controller = signed();
    controller.press("scale", "log");
    let parts = controller.press("other", "proactive.licences.change");
    assert!(parts.contains(&Region::Controls), "{parts:?}");
    assert!(!offers_log(&controller) && !figure(&controller).contains("对数刻度"));
    controller.press("kind", "multiples");
    assert!(offers_log(&controller), "it is not shown there");
}

#[test]
fn a_log_scale_says_what_it_is_and_where_zero_is() {
    let mut controller = signed();
    controller.press("scale", "log");
    for (kind, words) in [
        ("trend", "0 不在对数刻度上，单独标在轴的下端"),
        ("multiples", "0 不在对数刻度上，单独标在轴的下端"),
    ] {
        controller.press("kind", kind);
        let figure = figure(&controller);
        assert!(
            figure.contains("每相差十倍") && figure.contains(words),
            "{kind}: {figure}"
        );
    }
    controller.press("kind", "distribution");
    assert!(figure(&controller).contains("每相差十倍"));
    assert!(
        !figure(&controller).contains("0 不在对数刻度上"),
        "nobody has 0 then"
    );
    controller.press("year", "2019");
    assert!(figure(&controller).contains("0 不在对数刻度上，单独标在轴的左端"));
    controller.press("as", "table");
    assert!(!figure(&controller).contains("对数刻度"));
    controller.set_locale(Locale::En);
    controller.press("as", "chart");
    assert!(figure(&controller).contains("each factor of ten has the same length"));
}

#[test]
fn no_line_leads_to_a_zero_on_a_log_scale() {
    let steps = |controller: &Controller| {
        let figure = controller.region(Region::Panel);
        let lines = with(&figure, Name::Part, "line l0");
        let data = lines.iter().filter_map(|line| line.get(Name::D));
        data.map(|data| data.matches('L').count()).sum::<usize>()
    };
    let mut controller = signed();
    assert_eq!(steps(&controller), 2);
    controller.press("scale", "log");
    assert_eq!(steps(&controller), 0);
}

#[test]
fn gains_and_losses_part_at_a_strong_line() {
    let mut controller = signed();
    controller.press("measure", "proactive.licences.change");
    let figure = controller.region(Region::Panel);
    let axes = with(&figure, Name::Part, "axis");
    let mut zero = None;
    figure.elements(&mut |element| {
        if element.tag == Tag::Text && element.words() == "0" {
            zero = element.get(Name::Transform).map(str::to_owned);
        }
    });
    let y = |text: &str| -> f64 {
        let digits = text.rsplit([' ', ',', '(']).next().unwrap_or_default();
        digits.trim_end_matches(')').parse().expect("a number")
    };
    let at = y(axes[0].get(Name::Y1).expect("its place"));
    let label = y(&zero.expect("0 is labelled"));
    assert!((label - at).abs() < 8.0, "{label} {at}");
    controller.press("kind", "distribution");
    let figure = controller.region(Region::Panel);
    let axes = with(&figure, Name::Part, "axis");
    let upright = axes
        .iter()
        .filter(|axis| axis.get(Name::X1) == axis.get(Name::X2));
    assert_eq!(upright.count(), 1);
}
