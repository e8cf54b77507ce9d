//! Every number of the report is in the page's tables, and cells without a number do not look like
//! one.

use super::html::{Element, as_html_has_it};
use super::{inside, longde, samples};
use gongkai_i18n::Locale::{self, ZhCn};
use gongkai_i18n::{amount, cell, change};
use gongkai_model::{Amount, Cell, Report};
use gongkai_testing::arbitrary::any_report;
use gongkai_view::figures::{
    Choices, Form, View, figure, section_four, section_three, section_two,
};
use proptest::prelude::*;
use serde_json::Value;

/// A cell as the page must show it, derived from the JSON alone.
fn expected(report: &Report, json: &Value, path: &str, locale: Locale) -> String {
    let found = gongkai_testing::find(json, path);
    let is_change = path.ends_with(".change");
    match found {
        None => cell(locale, Cell::Missing),
        Some(Value::Null) => cell(locale, Cell::Blank),
        Some(Value::Number(number)) => {
            let count = Cell::Count(number.as_i64().expect("a whole number"));
            if is_change {
                change(locale, count)
            } else {
                cell(locale, count)
            }
        }
        Some(Value::Object(_)) => {
            let proactive = report.proactive.as_ref().expect("section two");
            let fees = proactive.fees.as_ref().map(|fees| &fees.amount);
            let procurement = proactive.procurement.as_ref().map(|row| &row.amount);
            let money = if path.contains("fees") {
                fees
            } else {
                procurement
            };
            amount(locale, money.unwrap_or(&Amount::Missing))
        }
        Some(other) => other.as_str().expect("a sign").to_owned(),
    }
}

/// The cells of the tables of one section of the form, in order.
fn printed(part: &Element, name: &str) -> Vec<String> {
    let tables = part.named("table");
    let own = tables.iter().filter(|table| {
        let form = table.get("data-form").unwrap_or_default();
        form.split('-').next() == Some(name)
    });
    let cells = own.flat_map(|table| table.named("td"));
    let values = cells.filter(|cell| cell.get("headers").is_some());
    values.map(|cell| cell.shown().trim().to_owned()).collect()
}

fn statutory_tables_are_whole(report: &Report, locale: Locale) {
    let page = inside(report, locale);
    let json = gongkai_testing::json(report);
    let forms = |some: Option<Form>| some.into_iter().collect::<Vec<Form>>();
    let sections = [
        (
            "proactive",
            section_two(report, locale),
            vec!["gongkai-text"],
        ),
        (
            "applications",
            forms(section_three(report, locale)),
            vec!["gongkai-text"],
        ),
        (
            "reviews",
            forms(section_four(report, locale)),
            vec!["gongkai-text"],
        ),
    ];
    for (name, forms, places) in sections {
        let keys: Vec<&str> = forms
            .iter()
            .flat_map(Form::values)
            .map(|value| value.key.as_str())
            .collect();
        let expected: Vec<String> = keys
            .iter()
            .map(|key| expected(report, &json, key, locale))
            .collect();
        for place in places {
            // An empty view has no table, but the original text has it.
            let id = place.trim_start_matches("gongkai-");
            let view = View::from_id(id).expect("a view");
            if figure(report, view, &Choices::default(), locale)
                .is_some_and(|figure| figure.table.rows.is_empty())
            {
                continue;
            }
            let shown = printed(page.by_id(place), name);
            assert_eq!(shown, expected, "{name} in {place}, {keys:?}");
        }
    }
}

/// The tables of views match their figures; the statutory tables are tested above.
fn tables_of_figures_are_whole(report: &Report, locale: Locale) {
    let page = inside(report, locale);
    for view in View::ALL {
        let Some(figure) = figure(report, *view, &Choices::default(), locale) else {
            continue;
        };
        let is_form = match view {
            View::Applications => report.applications.is_some(),
            View::Reviews => report.reviews.is_some(),
            _ => false,
        };
        if is_form || figure.table.rows.is_empty() {
            continue;
        }
        let captions = page.named("caption");
        let named: Vec<_> = captions
            .iter()
            .filter(|one| one.words() == figure.table.caption)
            .collect();
        assert_eq!(named.len(), 1, "{view:?}: {}", figure.table.caption);
        let tables = page.named("table");
        let table = tables
            .iter()
            .find(|table| table.named("caption")[0].words() == figure.table.caption)
            .expect("its table");
        let rows: Vec<Vec<String>> = table.named("tbody")[0]
            .children()
            .map(|row| row.children().map(Element::shown).collect())
            .collect();
        let expected: Vec<Vec<String>> = figure
            .table
            .rows
            .iter()
            .map(|row| {
                let cells = row.cells.iter().map(|cell| cell.shown(locale));
                std::iter::once(row.name.clone()).chain(cells).collect()
            })
            .collect();
        let clean = |rows: Vec<Vec<String>>| -> Vec<Vec<String>> {
            let clean = |cell: String| as_html_has_it(&cell).trim().to_owned();
            let rows = rows.into_iter();
            rows.map(|row| row.into_iter().map(clean).collect())
                .collect()
        };
        assert_eq!(clean(rows), clean(expected), "{view:?}");
    }
}

#[test]
fn every_cell_of_every_sample_stands_in_its_tables() {
    for report in samples() {
        for locale in Locale::ALL {
            statutory_tables_are_whole(&report, locale);
            tables_of_figures_are_whole(&report, locale);
        }
    }
}

#[test]
fn blank_not_applicable_missing_and_nought_are_four_different_things() {
    let mut json = gongkai_testing::json(&longde());
    let row = serde_json::json!([null, "/", 0, 7, 0, 0, 7]);
    gongkai_testing::put(&mut json, "applications.received", row);
    json["applications"]["outcomes"]["granted"].take();
    let outcomes = json["applications"]["outcomes"]
        .as_object_mut()
        .expect("outcomes");
    outcomes.remove("granted");
    let page = inside(&gongkai_testing::report(&json), ZhCn);
    let shown = printed(page.by_id("gongkai-text"), "applications");
    assert_eq!(shown[..7], ["—", "/", "0", "7", "0", "0", "7"]);
    let missing = &shown[14..21];
    assert!(
        missing
            .iter()
            .all(|cell| !["—", "/", "0", ""].contains(&cell.as_str())),
        "{missing:?}"
    );
    // Signs are also given in words.
    let tables = page.by_id("gongkai-text").named("table");
    let own = tables
        .iter()
        .find(|table| table.get("data-form") == Some("applications"));
    let cells = own.expect("the table").named("td");
    let heard: Vec<String> = cells
        .iter()
        .flat_map(|cell| cell.classed("spoken"))
        .map(Element::words)
        .collect();
    assert_eq!(heard, ["空白", "不适用"]);
}

#[test]
fn every_cell_has_its_headings_and_every_table_its_name() {
    for report in samples() {
        let page = inside(&report, ZhCn);
        assert!(page.named("table").len() > 8);
        for table in page.named("table") {
            assert_ne!(table.named("caption")[0].words().trim(), "");
            for heading in table.named("th") {
                assert!(
                    matches!(heading.get("scope"), Some("col" | "row")),
                    "{heading:?}"
                );
            }
            if table.get("data-form").is_some() {
                let cells = table.named("td");
                let values = cells
                    .iter()
                    .filter(|cell| cell.get("data-type") == Some("number"));
                assert!(values.clone().count() > 0);
                assert!(
                    values
                        .clone()
                        .all(|cell| cell.get("headers").is_some_and(|ids| !ids.is_empty()))
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn every_cell_of_any_report_stands_in_its_tables(report in any_report()) {
        for locale in Locale::ALL {
            statutory_tables_are_whole(&report, locale);
            tables_of_figures_are_whole(&report, locale);
        }
    }
}
