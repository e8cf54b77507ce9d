//! The controls: what they offer, by keyboard and screen reader too.

use crate::data::*;
use gongkai_catalog::Catalog;
use gongkai_compare::{Controller, PanelKind, Region};
use gongkai_i18n::Locale;
use gongkai_view::markup::{Element, Name, Tag, html};

fn some() -> Controller {
    controller(fictional(), None)
}

fn tagged(element: &Element, tag: Tag) -> Vec<Element> {
    let mut found = Vec::new();
    element.elements(&mut |inner| {
        if inner.tag == tag {
            found.push(inner.clone());
        }
    });
    found
}

fn found(controller: &Controller, query: &str) -> Vec<Element> {
    tagged(&controller.matches(query), Tag::Button)
}

#[test]
fn places_are_found_by_name_code_and_initials_and_each_is_a_button_that_adds_it() {
    let controller = some();
    for query in ["望川", "990202", "xgwcx", "ＸＧＷＣＸ"] {
        let buttons = found(&controller, query);
        assert_eq!(buttons.len(), 1, "{query}");
        assert!(buttons[0].words().contains("虚构望川县 990202"));
        assert_eq!(buttons[0].get(Name::DataChoice), Some("add"));
        assert_eq!(buttons[0].get(Name::DataValue), Some("3"));
        assert_eq!(buttons[0].get(Name::AriaPressed), Some("false"));
    }
    let none = controller.matches("<b>nowhere");
    assert!(tagged(&none, Tag::Button).is_empty() && !none.words().is_empty());
    assert!(controller.matches("  ").words().is_empty());
}

#[test]
fn what_is_chosen_is_a_pressed_button() {
    let buttons = found(&some(), "青禾");
    assert_eq!(buttons[0].get(Name::AriaPressed), Some("true"));
    assert_eq!(buttons[0].get(Name::DataChoice), Some("remove"));
}

#[test]
fn of_many_matches_thirty_are_listed_and_all_are_counted() {
    let controller = controller(many(100), None);
    let found = controller.matches("虚构");
    assert_eq!(tagged(&found, Tag::Button).len(), 30);
    assert!(found.words().contains("100"), "{}", found.words());
}

#[test]
fn every_kind_has_only_the_controls_that_it_heeds() {
    let mut controller = some();
    let wanted: [(PanelKind, &[&str]); 6] = [
        (
            PanelKind::Trend,
            &["measure", "other", "by", "from", "to", "scale", "as"],
        ),
        (
            PanelKind::Multiples,
            &["measure", "by", "from", "to", "scale", "as"],
        ),
        (
            PanelKind::Distribution,
            &["measure", "year", "by", "group", "scale", "as"],
        ),
        (
            PanelKind::AgencyTable,
            &["measure", "year", "base", "by", "group"],
        ),
        (PanelKind::YearOverYear, &["year", "base"]),
        (PanelKind::Checks, &[]),
    ];
    for (kind, wanted) in wanted {
        controller.press("kind", kind.id());
        let controls = controller.region(Region::Controls);
        let mut ids: Vec<String> = Vec::new();
        controls.elements(&mut |element| {
            if let Some(id) = element.get(Name::DataChoice)
                && !ids.iter().any(|known| known == id)
            {
                ids.push(id.to_owned());
            }
        });
        assert_eq!(ids, wanted, "{}", kind.id());
    }
}

#[test]
fn every_option_is_one_that_may_be_chosen_and_one_is_selected() {
    for kind in PanelKind::ALL {
        let mut controller = some();
        controller.press("kind", kind.id());
        for select in tagged(&controller.region(Region::Controls), Tag::Select) {
            let id = select.get(Name::DataChoice).expect("a choice").to_owned();
            let options = tagged(&select, Tag::Option);
            let chosen = options
                .iter()
                .filter(|option| option.get(Name::Selected).is_some());
            assert_eq!(chosen.count(), 1, "{id}");
            for option in &options {
                let mut other = controller.clone();
                let value = option.get(Name::Value).expect("a value");
                let parts = other.press(&id, value);
                let is_chosen = option.get(Name::Selected).is_some();
                assert_eq!(parts.is_empty(), is_chosen, "{id} {value}");
            }
        }
    }
}

#[test]
fn measures_stand_under_the_views_and_say_which_form_has_them() {
    let controls = some().region(Region::Controls);
    let measures = &with(&controls, Name::DataChoice, "measure")[0];
    let groups = tagged(measures, Tag::Optgroup);
    let labels: Vec<&str> = groups
        .iter()
        .filter_map(|group| group.get(Name::Label))
        .collect();
    assert!(
        labels.contains(&"许可与处罚") && labels.contains(&"依申请公开"),
        "{labels:?}"
    );
    let words = |id: &str| with(measures, Name::Value, id)[0].words();
    assert_eq!(words("proactive.licences.decisions"), "行政许可决定数");
    assert_eq!(
        words("proactive.procurement.amount"),
        "政府集中采购总金额（仅旧版报告）"
    );
    assert_eq!(
        words("proactive.fees.amount"),
        "行政事业性收费金额（仅新版报告）"
    );
    assert_eq!(tagged(measures, Tag::Option).len(), 73);
}

#[test]
fn a_denominator_says_for_how_many_a_rate_is_told() {
    let mut controller = some();
    let words = |controller: &Controller| {
        let controls = controller.region(Region::Controls);
        with(&controls, Name::Value, "population")[0].words()
    };
    assert_eq!(words(&controller), "常住人口（每万人）");
    controller.set_locale(Locale::En);
    assert_eq!(
        words(&controller),
        "Resident population (per 10,000 persons)"
    );
    controller.press("by", "population");
    let figure = controller.region(Region::Panel).words();
    assert!(figure.contains("per 10,000 persons"), "{figure}");
}

fn is_named(element: &Element, labelled: bool) -> bool {
    let own = element
        .get(Name::AriaLabel)
        .is_some_and(|label| !label.trim().is_empty());
    own || labelled || (element.tag == Tag::Button && !element.words().trim().is_empty())
}

/// Each control is a native element with a name, and no element has a style attribute.
fn is_operable(catalog: Catalog) {
    for locale in Locale::ALL {
        for kind in PanelKind::ALL {
            let mut shown = controller(catalog.clone(), None);
            shown.set_locale(locale);
            shown.press("kind", kind.id());
            let whole = shown.widget();
            assert!(!html(&whole).contains("style="));
            let labelled: Vec<Element> = tagged(&whole, Tag::Label)
                .iter()
                .filter(|label| !label.words().trim().is_empty())
                .flat_map(|label| [tagged(label, Tag::Select), tagged(label, Tag::Input)].concat())
                .collect();
            let mut acting = 0;
            whole.elements(&mut |element| {
                if element.get(Name::DataChoice).is_none()
                    && element.get(Name::DataSearch).is_none()
                {
                    return;
                }
                acting += 1;
                assert!(matches!(
                    element.tag,
                    Tag::Button | Tag::Select | Tag::Input
                ));
                assert!(is_named(element, labelled.contains(element)), "{element:?}");
                if element.tag == Tag::Button {
                    assert_eq!(element.get(Name::Type), Some("button"));
                    assert!(element.get(Name::DataValue).is_some());
                }
            });
            assert!(acting > 6);
        }
    }
}

#[test]
fn everything_that_acts_is_native_and_named() {
    is_operable(fictional());
    is_operable(longde());
}

#[test]
fn one_tab_is_selected_and_is_the_only_one_that_tab_reaches() {
    let mut controller = some();
    controller.press("kind", "last-year");
    let tabs = tagged(&controller.region(Region::Tabs), Tag::Button);
    assert_eq!(tabs.len(), 7);
    for tab in tabs {
        let is_current = tab.get(Name::DataValue) == Some("last-year");
        let (selected, stop) = if is_current {
            ("true", "0")
        } else {
            ("false", "-1")
        };
        assert_eq!(tab.get(Name::AriaSelected), Some(selected));
        assert_eq!(tab.get(Name::Tabindex), Some(stop));
    }
}

#[test]
fn a_catalogue_says_that_it_is_made_up_and_the_real_one_does_not() {
    assert!(some().region(Region::Header).words().contains("虚构的"));
    let real = controller(longde(), None).region(Region::Header);
    assert!(!real.words().contains("虚构"));
    assert!(real.words().contains("2020"));
}
