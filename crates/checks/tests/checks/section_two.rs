//! Rules 5 to 7.

use super::*;

fn verdicts(edition: &str, table: Json) -> Vec<(Rule, Verdict)> {
    let report = bare(json!({ "edition": edition, "proactive": table }));
    let findings = check(&report).into_iter();
    let findings = findings.filter(|finding| finding.rule != Rule::NotNegative);
    findings.map(|f| (f.rule, f.verdict)).collect()
}

#[test]
fn hints_are_noted_and_are_no_failures() {
    let report = bare(json!({ "proactive": {
        "rules": { "made": 9, "disclosed": 3, "total_disclosed": 2 },
        "procurement": { "projects": 0, "amount": { "value": "0.01", "unit": "元" } },
    } }));
    let findings = check(&report);
    let tally = Tally::of(&findings);
    assert_eq!((tally.failures, tally.noted), (0, 2));
    assert_eq!(failing(&report), []);
    let finding = only(&findings, Rule::DisclosedWithinTotal);
    assert!(finding.rule.is_hint() && finding.is_noted() && !finding.is_failure());
    assert_eq!(
        gongkai_checks::verdict(Locale::ZhCn, finding),
        "供参考，相差 1"
    );
    assert_eq!(
        gongkai_checks::formulas(Locale::ZhCn, finding, Detail::Full),
        "3 > 2"
    );
    let finding = only(&findings, Rule::ProjectsWithAmount);
    let sentence = gongkai_checks::sentence(Locale::ZhCn, report.edition, finding);
    assert_eq!(
        sentence.as_deref(),
        Some("采购金额填了 0.01 元，采购项目却是 0 个。")
    );
    assert_eq!(
        gongkai_checks::formulas(Locale::ZhCn, finding, Detail::Full),
        "项目 0，金额 0.01 元"
    );
    assert_eq!(
        gongkai_checks::verdict(Locale::En, finding),
        "For your information"
    );
}

#[test]
fn projects_and_their_amount_are_zero_together() {
    let amount = |value: &str| json!({ "value": value, "unit": "万元" });
    for (projects, amount, verdict) in [
        (json!(0), amount("0.00"), Verdict::Holds),
        (json!(1), amount("0.01"), Verdict::Holds),
        (json!(1), amount("0"), Verdict::Fails),
        (json!(0), amount("5"), Verdict::Fails),
        (Json::Null, amount("0"), Verdict::HoldsIfBlanksAreZero),
        (json!(0), Json::Null, Verdict::HoldsIfBlanksAreZero),
        (Json::Null, Json::Null, Verdict::HoldsIfBlanksAreZero),
        (Json::Null, amount("5"), Verdict::CannotTell),
        (json!(5), Json::Null, Verdict::CannotTell),
        (json!("/"), amount("0"), Verdict::CannotTell),
        (json!(0), json!("/"), Verdict::CannotTell),
    ] {
        let table = json!({ "procurement": { "projects": projects, "amount": amount } });
        assert_eq!(
            verdicts("2019", table.clone()),
            [(Rule::ProjectsWithAmount, verdict)],
            "{table}"
        );
    }
}

#[test]
fn each_edition_has_its_own_rules_for_documents() {
    let new = json!({ "rules": { "made": 3, "repealed": 0, "in_force": 2 } });
    assert_eq!(
        verdicts("2021", new),
        [(Rule::MadeWithinInForce, Verdict::Fails)]
    );
    let old = json!({ "rules": { "made": 3, "disclosed": 2, "total_disclosed": 2 } });
    assert_eq!(
        verdicts("2019", old),
        [(Rule::DisclosedWithinTotal, Verdict::Holds)]
    );
}

#[test]
fn a_negative_number_other_than_a_change_does_not_hold() {
    // Reading rejects it, so it must be built in another way.
    let mut report = bare(json!({ "proactive": { "licences": {
        "items_last_year": 5, "change": -2, "decisions": 1,
    } } }));
    assert_eq!(failing(&report), []);
    let licences = report
        .proactive
        .as_mut()
        .and_then(|table| table.licences.as_mut());
    licences.expect("a row").decisions = Cell::Count(-1);
    assert_eq!(failing(&report), [Rule::NotNegative]);
}
