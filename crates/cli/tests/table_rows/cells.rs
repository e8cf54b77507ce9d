//! One row for each printed cell.

use super::*;
use gongkai_testing::arbitrary::any_report;
use proptest::prelude::*;
use serde_json::Value as Json;

/// A row's cell as the report's JSON writes it.
fn as_json(row: &Row) -> Json {
    let field = |name: &str| match &row[name] {
        Value::Text(text) => Some(Json::from(text.as_ref())),
        Value::Integer(number) => Some(Json::from(*number)),
        _ => None,
    };
    match &row["printed"] {
        Value::Text(state) if state == "blank" => Json::Null,
        Value::Text(state) if state == "not_applicable" => Json::from("/"),
        _ => {
            if let Some(amount) = field("amount") {
                let mut money = serde_json::json!({ "value": amount });
                if let Some(unit) = field("unit") {
                    money["unit"] = unit;
                }
                return money;
            }
            let count = field("value").expect("a number");
            if row["section"] != text("disclosure") {
                return count;
            }
            let mut stated = serde_json::json!({ "count": count });
            for name in ["qualifier", "unit"] {
                if let Some(word) = field(name) {
                    stated[name] = word;
                }
            }
            stated
        }
    }
}

fn path(row: &Row) -> String {
    match &row["path"] {
        Value::Text(path) => path.to_string(),
        other => panic!("{other:?} is no path"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_printed_cell_is_one_row_in_its_own_state_and_no_other_is(report in any_report()) {
        let mut expected = printed(&report);
        for row in rows(Grain::Cell, &report) {
            let path = path(&row);
            let cell = expected.remove(&path);
            prop_assert!(cell.is_some(), "{path} twice, or not printed");
            let mut cell = cell.unwrap_or_default();
            if let (Some(fields), true) = (cell.as_object_mut(), path.ends_with(']')) {
                // The name of a list entry is the row's label.
                let name = fields.remove("name").and_then(|name| Some(name.as_str()?.to_owned()));
                prop_assert_eq!(&row["row"], &text(&name.unwrap_or_default()));
            }
            prop_assert_eq!(as_json(&row), cell, "{}", path);
        }
        prop_assert!(expected.is_empty(), "no rows: {:?}", expected.keys());
    }

    #[test]
    fn the_rows_add_up_to_what_the_report_adds_up_to(report in any_report()) {
        let mut sums: BTreeMap<&str, i128> = BTreeMap::new();
        let cells = printed(&report);
        for (path, cell) in &cells {
            let count = cell.as_i64().or(cell.get("count").and_then(Json::as_i64));
            let section = path.split(['.', '[']).next().unwrap_or_default();
            *sums.entry(section).or_default() += i128::from(count.unwrap_or_default());
        }
        let mut of_rows: BTreeMap<String, i128> = BTreeMap::new();
        for row in rows(Grain::Cell, &report) {
            let Value::Text(section) = &row["section"] else { panic!("no section") };
            let value = match row["value"] {
                Value::Integer(number) => i128::from(number),
                _ => 0,
            };
            *of_rows.entry(section.to_string()).or_default() += value;
        }
        for (section, sum) in sums {
            prop_assert_eq!(of_rows.get(section), Some(&sum), "{}", section);
        }
    }

    #[test]
    fn a_number_lies_within_its_range_and_only_a_hedge_widens_it(report in any_report()) {
        for row in rows(Grain::Cell, &report) {
            match (&row["value"], &row["low"], &row["high"]) {
                (Value::Integer(value), Value::Integer(low), Value::Integer(high)) => {
                    prop_assert!(low <= value && value <= high);
                    prop_assert!(low == high || row["qualifier"] != Value::Null);
                }
                (Value::Null, Value::Null, Value::Null) => {}
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}

#[test]
fn the_real_report_has_its_cells_as_printed() {
    let rows = rows(Grain::Cell, &gongkai_testing::sample("longde-2020.json"));
    let at = |wanted: &str| {
        let mut found = rows.iter().filter(|row| path(row) == wanted);
        found.next().expect(wanted).clone()
    };
    let total = at("disclosure.total");
    assert_eq!(total["value"], Value::Integer(3200));
    assert_eq!(total["qualifier"], text("over"));
    assert_eq!(total["low"], Value::Integer(3200));
    assert_eq!(total["high"], Value::Integer(3299));
    let change = at("proactive.licences.change");
    assert_eq!(change["value"], Value::Integer(-302));
    assert_eq!(change["row"], text("行政许可"));
    assert_eq!(change["column"], text("本年增/减"));
    let amount = at("proactive.procurement.amount");
    assert_eq!(amount["value"], Value::Null);
    assert_eq!(amount["amount"], text("21207.84"));
    assert_eq!(amount["unit"], text("万元"));
    assert_eq!(amount["amount_yuan"], Value::Decimal(212_078_400_000_000));
    let secret = at("applications.outcomes.refused.state_secret[6]");
    assert_eq!(secret["row"], text("不予公开：属于国家秘密"));
    assert_eq!(secret["column"], text("总计"));
    assert_eq!(secret["agency"], text("隆德县人民政府"));
    assert_eq!(secret["year"], Value::Integer(2020));
    assert_eq!(secret["edition"], text("2019"));
    assert_eq!(secret["file"], text("a.html"));
}
