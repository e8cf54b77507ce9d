//! Every cell is used and has a name; numbers and lists may have any size.

use super::*;

#[test]
fn a_finding_lists_the_cells_whose_numbers_it_uses() {
    let report = gongkai_testing::sample("fictional/county-2022.json");
    let json = gongkai_testing::json(&report);
    let mut seen = BTreeSet::new();
    for finding in check(&report) {
        for formula in &finding.formulas {
            for term in formula.left.iter().chain(&formula.right) {
                let Some(cell) = term.cell else { continue };
                assert!(
                    finding.cells.contains(&cell),
                    "{cell:?} of {:?}",
                    finding.rule
                );
                let (Value::Cell(value) | Value::Change(value)) = term.value else {
                    continue;
                };
                if let CellRef::Paragraph(..) = cell.cell {
                    continue;
                }
                let expected = match value {
                    Cell::Count(n) => json!(n),
                    Cell::NotApplicable => json!("/"),
                    Cell::Blank => Json::Null,
                    Cell::Missing => continue,
                };
                assert_eq!(
                    gongkai_testing::at(&json, &cell.path()),
                    &expected,
                    "{}",
                    cell.path()
                );
                seen.insert(cell.path());
            }
        }
    }
    assert!(seen.len() > 190, "only {} cells", seen.len());
}

#[test]
fn all_cells_at_the_largest_number_overflow_nothing() {
    let row = vec![i64::MAX; 7];
    let mut json = gongkai_testing::json(&bare(json!({})));
    for key in RowKey::of(Edition::Form2019) {
        gongkai_testing::put(&mut json, key.path(), row.clone());
    }
    gongkai_testing::put(&mut json, "proactive.licences.items_last_year", i64::MAX);
    gongkai_testing::put(&mut json, "proactive.licences.change", i64::MIN);
    let findings = check(&gongkai_testing::report(&json));
    let outcomes = of_rule(&findings, Rule::OutcomesAddUp);
    let difference = i128::from(i64::MAX) * 18;
    for finding in outcomes {
        assert_eq!(
            finding.formulas[0].difference,
            Some(Difference {
                printed: difference,
                least: difference
            })
        );
        assert_eq!(
            gongkai_checks::verdict(Locale::ZhCn, finding),
            "不一致，相差 166,020,696,663,385,964,526"
        );
    }
    let items = only(&findings, Rule::ItemsRemain);
    assert_eq!(
        gongkai_checks::formulas(Locale::En, items, Detail::Full),
        "9,223,372,036,854,775,807 − 9,223,372,036,854,775,808 = −1 < 0"
    );
}

#[test]
fn a_list_of_a_hundred_thousand_categories_is_checked_at_once() {
    let mut report = bare(json!({ "disclosure": {
        "total": { "count": 300_000 },
        "categories_cover": "all",
    } }));
    let category = Named {
        name: "类".to_owned(),
        count: 3,
        qualifier: Some(Qualifier::About),
        unit: None,
    };
    let disclosure = report.disclosure.as_mut().expect("section one");
    disclosure.categories = vec![category; 100_000];
    let findings = check(&report);
    let finding = only(&findings, Rule::CategoriesAddUp);
    assert_eq!(finding.verdict, Verdict::Holds);
    assert_eq!(finding.cells.len(), 100_001);
}
