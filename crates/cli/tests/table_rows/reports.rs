//! One wide row for each report.

use super::*;
use gongkai_checks::{Verdict, check};
use gongkai_testing::arbitrary::any_report;
use proptest::prelude::*;

fn one(report: &Report) -> Row {
    let mut rows = rows(Grain::Report, report);
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

/// The column for a cell's path, if there is one.
fn column(path: &str) -> Option<String> {
    let path = match path.strip_suffix(']') {
        Some(path) => path.strip_suffix("[6")?,
        None => path,
    };
    let is_wide = !path.starts_with("disclosure.applications");
    is_wide.then(|| path.replace('.', "_"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_total_and_every_cell_of_section_two_is_in_its_column_and_nothing_else_is_a_number(
        report in any_report(),
    ) {
        let row = one(&report);
        let mut expected: BTreeMap<String, Value<'static>> = BTreeMap::new();
        let mut states: [Vec<String>; 2] = Default::default();
        for (path, cell) in printed(&report) {
            match cell.as_str() {
                Some("/") => states[1].push(path.clone()),
                _ if cell.is_null() => states[0].push(path.clone()),
                _ => {}
            }
            let Some(name) = column(&path) else { continue };
            if let Some(number) = cell.as_i64().or(cell.get("count").and_then(|n| n.as_i64())) {
                expected.insert(name, Value::Integer(number));
            } else if let Some(amount) = cell.get("value").and_then(|value| value.as_str()) {
                expected.insert(name, text(amount));
            }
        }
        for (name, value) in &row {
            let of_cell = ["proactive_", "applications_", "reviews_"];
            let is_cell = of_cell.iter().any(|section| name.starts_with(section));
            let is_part = name.ends_with("_unit") || name.ends_with("_yuan");
            if name == "disclosure_total" || is_cell && !is_part {
                let expected = expected.remove(name).unwrap_or(Value::Null);
                prop_assert_eq!(value, &expected, "{}", name);
            }
        }
        prop_assert!(expected.is_empty(), "no columns: {:?}", expected);
        for (name, mut paths) in ["blank_paths", "not_applicable_paths"].into_iter().zip(states) {
            let Value::Texts(found) = &row[name] else { panic!("no list") };
            let mut found = found.clone();
            found.sort();
            paths.sort();
            prop_assert_eq!(found, paths, "{}", name);
        }
    }

    #[test]
    fn the_findings_are_counted_once_each(report in any_report()) {
        let row = one(&report);
        let findings = check(&report);
        let names = [
            "checks_hold",
            "checks_hold_if_blanks_are_zero",
            "checks_cannot_tell",
            "checks_fail",
            "checks_noted",
        ];
        let counted: i64 = names
            .iter()
            .map(|name| match row[*name] {
                Value::Integer(number) => number,
                _ => panic!("{name} is no number"),
            })
            .sum();
        prop_assert_eq!(usize::try_from(counted), Ok(findings.len()));
        let fails = findings
            .iter()
            .filter(|one| one.verdict == Verdict::Fails && !matches!(one.rule.number(), 6 | 7));
        let mut rules: Vec<i64> = fails.map(|one| i64::from(one.rule.number())).collect();
        rules.sort();
        rules.dedup();
        prop_assert_eq!(&row["failing_rules"], &Value::Integers(rules));
    }
}

#[test]
fn the_real_report_is_one_row_with_its_two_failing_rules() {
    let row = one(&gongkai_testing::sample("longde-2020.json"));
    assert_eq!(row["failing_rules"], Value::Integers(vec![8, 9]));
    assert_eq!(row["checks_fail"], Value::Integer(2));
    assert_eq!(row["proactive_licences_decisions"], Value::Integer(5862));
    assert_eq!(row["disclosure_total_high"], Value::Integer(3299));
    assert_eq!(row["proactive_procurement_amount"], text("21207.84"));
    assert_eq!(
        row["proactive_procurement_amount_yuan"],
        Value::Decimal(212_078_400_000_000)
    );
    // Columns of the 2021 form are null in this report.
    assert_eq!(row["proactive_fees_amount"], Value::Null);
    assert_eq!(row["applications_outcomes_other_fee_not_paid"], Value::Null);
}
