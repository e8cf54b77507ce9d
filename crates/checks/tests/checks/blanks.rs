//! Blank, not applicable and missing cells are not zeros.

use super::*;

fn block(cells: [Json; 5]) -> Finding {
    let [upheld, corrected, other, pending, total] = cells;
    let report = bare(json!({ "reviews": { "litigation_direct": {
        "upheld": upheld, "corrected": corrected, "other": other,
        "pending": pending, "total": total,
    } } }));
    let findings = check(&report);
    only(&findings, Rule::ResultsAddUp).clone()
}

#[test]
fn each_verdict_has_its_case() {
    let blank = Json::Null;
    for (cells, verdict) in [
        (
            [json!(1), json!(2), json!(0), json!(0), json!(3)],
            Verdict::Holds,
        ),
        (
            [json!(1), json!(2), blank.clone(), blank.clone(), json!(3)],
            Verdict::HoldsIfBlanksAreZero,
        ),
        (
            [
                blank.clone(),
                blank.clone(),
                blank.clone(),
                blank.clone(),
                blank.clone(),
            ],
            Verdict::HoldsIfBlanksAreZero,
        ),
        (
            [json!(1), json!(2), json!(0), json!(0), json!(4)],
            Verdict::Fails,
        ),
        // The blank may account for the difference.
        (
            [json!(1), json!(2), blank.clone(), json!(0), json!(4)],
            Verdict::CannotTell,
        ),
        // No value of the blank can make the sum smaller.
        (
            [json!(1), json!(4), blank.clone(), json!(0), json!(3)],
            Verdict::Fails,
        ),
        (
            [json!(1), json!(2), json!("/"), json!(0), json!(3)],
            Verdict::CannotTell,
        ),
        (
            [json!(1), json!(4), json!("/"), json!(0), json!(3)],
            Verdict::CannotTell,
        ),
        (
            [json!(1), json!(2), json!(0), json!(0), blank],
            Verdict::CannotTell,
        ),
    ] {
        assert_eq!(block(cells.clone()).verdict, verdict, "{cells:?}");
    }
}

#[test]
fn a_missing_cell_is_not_a_zero() {
    let report = bare(json!({ "reviews": { "reconsideration": {
        "upheld": 3, "total": 3,
    } } }));
    let findings = check(&report);
    let finding = only(&findings, Rule::ResultsAddUp);
    assert_eq!(finding.verdict, Verdict::CannotTell);
    assert_eq!(
        gongkai_checks::reason(Locale::En, report.edition, finding).as_deref(),
        Some(
            "“Administrative reconsideration (Corrected)” was not read; \
             “Administrative reconsideration (Other result)” was not read; \
             “Administrative reconsideration (Pending)” was not read"
        )
    );
    assert_eq!(
        gongkai_checks::formulas(Locale::ZhCn, finding, Detail::Full),
        "3 + 未录入 + 未录入 + 未录入，与 3 对照"
    );
}

#[test]
fn blank_and_not_applicable_are_written_as_such() {
    let finding = block([json!(1), Json::Null, json!("/"), json!(0), json!(1)]);
    assert_eq!(
        gongkai_checks::formulas(Locale::ZhCn, &finding, Detail::Full),
        "1 + 空白 + 不适用 + 0，与 1 对照"
    );
    let finding = block([json!(1), Json::Null, json!(1), json!(0), json!(2)]);
    assert_eq!(
        gongkai_checks::formulas(Locale::En, &finding, Detail::Full),
        "1 + blank + 1 + 0 = 2"
    );
    assert_eq!(
        gongkai_checks::verdict(Locale::En, &finding),
        "Agrees if blanks are counted as 0"
    );
}

#[test]
fn a_blank_change_may_be_below_zero() {
    let items = |items: Json, change: Json| {
        let report = bare(json!({ "proactive": { "licences": {
            "items_last_year": items, "change": change,
        } } }));
        let findings = check(&report);
        only(&findings, Rule::ItemsRemain).verdict
    };
    assert_eq!(items(json!(5), Json::Null), Verdict::HoldsIfBlanksAreZero);
    assert_eq!(items(Json::Null, json!(-5)), Verdict::CannotTell);
    assert_eq!(items(json!(5), json!(-6)), Verdict::Fails);
    assert_eq!(items(json!(5), json!(-5)), Verdict::Holds);
    assert_eq!(items(json!(5), json!("/")), Verdict::CannotTell);
}

#[test]
fn what_a_report_does_not_have_yields_no_finding() {
    assert_eq!(check(&bare(json!({}))), []);
    let empty = bare(json!({
        "disclosure": { "applications": {} }, "proactive": { "licences": {} },
        "applications": { "outcomes": {} }, "reviews": { "reconsideration": {} },
    }));
    assert_eq!(check(&empty), []);
}
