//! The log scale: only where all has a place on it, and what a reader must know of it.

use crate::data::{built, comparison, report, with};
use gongkai_compare::{Comparison, Part};
use gongkai_i18n::Locale;
use gongkai_view::figures::Scale;
use gongkai_view::markup::{Name, Tag};
use serde_json::json;

/// One place with losses, and one with a 0 between two numbers.
fn signed() -> Comparison {
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
    let mut look = comparison(built(&reports), None);
    look.act("measure", "proactive.licences.items_last_year");
    look
}

fn offers_log(look: &Comparison) -> bool {
    let controls = look.part(Part::Controls);
    !with(&controls, Name::DataChoice, "scale").is_empty()
}

fn figure(look: &Comparison) -> String {
    gongkai_view::markup::html(&look.part(Part::Figure))
}

#[test]
fn what_may_be_below_zero_is_drawn_linear_and_the_choice_is_kept_for_the_others() {
    for kind in ["trend", "multiples", "distribution"] {
        let mut look = signed();
        look.act("kind", kind);
        look.act("scale", "log");
        assert!(offers_log(&look));
        let log = figure(&look);
        let parts = look.act("measure", "proactive.licences.change");
        assert!(parts.contains(&Part::Controls), "{kind}: {parts:?}");
        assert!(!offers_log(&look));
        assert_eq!(look.choice().scale, Scale::Log);
        let shown = figure(&look);
        assert!(!shown.contains("对数刻度"), "{shown}");
        // A link is heeded no more than a button.
        let link = look.link();
        assert!(link.contains("scale:log"), "{link}");
        look.act("scale", "linear");
        assert_eq!(figure(&look), shown, "{kind}");
        look.restore(Some(&link));
        assert_eq!(figure(&look), shown, "{kind}");
        look.act("measure", "proactive.licences.items_last_year");
        assert!(offers_log(&look));
        assert_eq!(figure(&look), log, "{kind}");
    }
}

#[test]
fn a_second_measure_below_zero_takes_the_log_scale_away() {
    let mut look = signed();
    look.act("scale", "log");
    let parts = look.act("other", "proactive.licences.change");
    assert!(parts.contains(&Part::Controls), "{parts:?}");
    assert!(!offers_log(&look) && !figure(&look).contains("对数刻度"));
    look.act("kind", "multiples");
    assert!(offers_log(&look), "it is not shown there");
}

#[test]
fn a_log_scale_says_what_it_is_and_where_zero_is() {
    let mut look = signed();
    look.act("scale", "log");
    for (kind, words) in [
        ("trend", "0 不在对数刻度上，单独标在轴的下端"),
        ("multiples", "0 不在对数刻度上，单独标在轴的下端"),
    ] {
        look.act("kind", kind);
        let figure = figure(&look);
        assert!(
            figure.contains("每相差十倍") && figure.contains(words),
            "{kind}: {figure}"
        );
    }
    look.act("kind", "distribution");
    assert!(figure(&look).contains("每相差十倍"));
    assert!(
        !figure(&look).contains("0 不在对数刻度上"),
        "nobody has 0 then"
    );
    look.act("year", "2019");
    assert!(figure(&look).contains("0 不在对数刻度上，单独标在轴的左端"));
    look.act("as", "table");
    assert!(!figure(&look).contains("对数刻度"));
    look.translate(Locale::En);
    look.act("as", "chart");
    assert!(figure(&look).contains("each tenfold takes the same distance"));
}

#[test]
fn no_line_leads_to_a_zero_on_a_log_scale() {
    let steps = |look: &Comparison| {
        let figure = look.part(Part::Figure);
        let lines = with(&figure, Name::Part, "line l0");
        let data = lines.iter().filter_map(|line| line.get(Name::D));
        data.map(|data| data.matches('L').count()).sum::<usize>()
    };
    let mut look = signed();
    assert_eq!(steps(&look), 2);
    look.act("scale", "log");
    assert_eq!(steps(&look), 0);
}

#[test]
fn gains_and_losses_part_at_a_strong_line() {
    let mut look = signed();
    look.act("measure", "proactive.licences.change");
    let figure = look.part(Part::Figure);
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
    look.act("kind", "distribution");
    let figure = look.part(Part::Figure);
    let axes = with(&figure, Name::Part, "axis");
    let upright = axes
        .iter()
        .filter(|axis| axis.get(Name::X1) == axis.get(Name::X2));
    assert_eq!(upright.count(), 1);
}
