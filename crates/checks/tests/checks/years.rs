//! Rule 12, and rules 13 to 15 between two years.

use super::*;

fn year(report: &Report, year: u16, changes: &[(&str, Json)]) -> Report {
    let mut json = gongkai_testing::json(report);
    json["year"] = json!(year);
    if let Some(fields) = json.as_object_mut() {
        fields.remove("period");
    }
    for (path, value) in changes {
        gongkai_testing::put(&mut json, path, value.clone());
    }
    gongkai_testing::report(&json)
}

fn failing_between(earlier: &Report, later: &Report) -> BTreeSet<(String, String)> {
    let findings = check_between(earlier, later);
    let failing = findings.iter().filter(|finding| finding.is_failure());
    failing.map(key).collect()
}

const ZEROS: [i64; 7] = [0; 7];

fn old() -> Report {
    let services = json!({ "items_last_year": 10, "change": -4, "decisions": 1 });
    bare(json!({
        "proactive": {
            "licences": services, "other_services": services, "penalties": services,
            "compulsory_measures": services,
            "fees": { "items_last_year": 10, "change": -4 },
        },
        "applications": { "carried_in": ZEROS, "carried_out": [1, 2, 3, 4, 5, 6, 21] },
    }))
}

fn new() -> Report {
    bare(json!({
        "edition": "2021",
        "proactive": {
            "rules": { "made": 2, "repealed": 1, "in_force": 8 },
            "normative_documents": { "made": 2, "repealed": 1, "in_force": 8 },
            "licences": { "decisions": 7 },
        },
        "applications": { "carried_in": ZEROS, "carried_out": ZEROS },
    }))
}

#[test]
fn what_was_carried_out_is_carried_in_even_across_the_editions() {
    let before = old();
    let carried = json!([1, 2, 3, 4, 5, 6, 21]);
    for later in [old(), new()] {
        let later = year(
            &later,
            2021,
            &[("applications.carried_in", carried.clone())],
        );
        let findings = check_between(&before, &later);
        let carried_over = of_rule(&findings, Rule::CarriedOver);
        assert_eq!(carried_over.len(), 7);
        assert!(carried_over.iter().all(|f| f.verdict == Verdict::Holds));
        let later = year(&later, 2021, &[("applications.carried_in[3]", json!(5))]);
        let failing = failing_between(&before, &later);
        assert!(failing.contains(&("CarriedOver".to_owned(), "3".to_owned())));
        let over = failing.iter().filter(|(rule, _)| rule == "CarriedOver");
        assert_eq!(over.count(), 1);
        let later = year(&later, 2021, &[("applications.carried_in[3]", Json::Null)]);
        let findings = check_between(&before, &later);
        let verdict = of_rule(&findings, Rule::CarriedOver)[3].verdict;
        assert_eq!(verdict, Verdict::CannotTell);
    }
}

#[test]
fn this_years_items_are_the_next_reports_last_years() {
    let before = old();
    let rows = [
        "licences",
        "other_services",
        "penalties",
        "compulsory_measures",
        "fees",
    ];
    let paths = rows.map(|row| format!("proactive.{row}.items_last_year"));
    let six: Vec<(&str, Json)> = paths.iter().map(|path| (path.as_str(), json!(6))).collect();
    let later = year(&before, 2021, &six);
    let findings = check_between(&before, &later);
    let items = of_rule(&findings, Rule::ItemsContinue);
    assert_eq!(items.len(), 5);
    assert!(
        items
            .iter()
            .all(|finding| finding.verdict == Verdict::Holds)
    );
    assert_eq!(
        gongkai_checks::formulas(Locale::ZhCn, items[0], Detail::Full),
        "10 − 4 = 6"
    );
    let years: Vec<u16> = items[0].cells.iter().map(|cell| cell.year).collect();
    assert_eq!(years, [2020, 2020, 2021]);
    assert_eq!(
        gongkai_checks::cell_name_of_year(Locale::ZhCn, Edition::Form2019, items[0].cells[2]),
        "2021 年：行政许可（上一年项目数量）"
    );
    // A blank change may be negative.
    let blank = year(&before, 2020, &[("proactive.fees.change", Json::Null)]);
    let findings = check_between(&blank, &later);
    let fees = of_rule(&findings, Rule::ItemsContinue)[4];
    assert_eq!(fees.verdict, Verdict::CannotTell);
    let later = year(
        &later,
        2021,
        &[("proactive.fees.items_last_year", json!(7))],
    );
    let expected = ("ItemsContinue".to_owned(), "proactive.fees".to_owned());
    assert!(failing_between(&before, &later).contains(&expected));
}

#[test]
fn what_is_in_force_follows_from_the_year_before() {
    let before = new();
    let later = year(&before, 2021, &[("proactive.rules.in_force", json!(9))]);
    let findings = check_between(&before, &later);
    let in_force = of_rule(&findings, Rule::InForceContinues);
    let verdicts: Vec<Verdict> = in_force.iter().map(|finding| finding.verdict).collect();
    assert_eq!(verdicts, [Verdict::Holds, Verdict::Fails]);
    assert_eq!(
        gongkai_checks::formulas(Locale::ZhCn, in_force[1], Detail::Full),
        "8 ≠ 9 = 8 + 2 − 1"
    );
    let repealed = [("proactive.rules.repealed", Json::Null)];
    let findings = check_between(&before, &year(&before, 2021, &repealed));
    assert_eq!(
        of_rule(&findings, Rule::InForceContinues)[0].verdict,
        Verdict::CannotTell
    );
}

#[test]
fn items_and_what_is_in_force_are_not_compared_across_the_editions() {
    let mut rules = BTreeSet::new();
    for finding in check_between(&old(), &year(&new(), 2021, &[])) {
        rules.insert(finding.rule.number());
    }
    for finding in check_between(&new(), &year(&old(), 2021, &[])) {
        rules.insert(finding.rule.number());
    }
    assert_eq!(rules, BTreeSet::from([13]));
}

#[test]
fn only_consecutive_years_of_one_agency_are_compared() {
    let before = old();
    let name = ("agency.name", json!("另一县人民政府"));
    assert_ne!(check_between(&before, &year(&before, 2021, &[])), []);
    assert_eq!(check_between(&before, &year(&before, 2022, &[])), []);
    assert_eq!(check_between(&before, &year(&before, 2020, &[])), []);
    assert_eq!(check_between(&before, &year(&before, 2019, &[])), []);
    assert_eq!(check_between(&before, &year(&before, 2021, &[name])), []);
    let code = |code: &str| ("agency.division_code", json!(code));
    let here = year(&before, 2020, &[code("640423")]);
    assert_ne!(check_between(&here, &year(&here, 2021, &[])), []);
    let elsewhere = year(&here, 2021, &[code("640424")]);
    assert_eq!(check_between(&here, &elsewhere), []);
}

#[test]
fn the_period_lies_in_the_reports_year() {
    let period = |from: &str, to: &str| bare(json!({ "period": { "from": from, "to": to } }));
    assert_eq!(failing(&period("2020-01-01", "2020-12-31")), []);
    for (from, to) in [("2019-12-31", "2020-12-31"), ("2020-01-01", "2021-01-01")] {
        let report = period(from, to);
        assert_eq!(failing(&report), [Rule::PeriodInYear]);
        let findings = check(&report);
        let finding = only(&findings, Rule::PeriodInYear);
        assert_eq!(
            gongkai_checks::verdict(Locale::ZhCn, finding),
            "不一致，相差 1"
        );
        let paths: Vec<String> = finding.cells.iter().map(|cell| cell.path()).collect();
        assert_eq!(paths, ["period.from", "year", "period.to"]);
    }
}
