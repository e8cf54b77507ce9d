//! Rules 8 and 9.

use super::*;

fn categories(total: Json, cover: &str, counts: &[(i64, Option<&str>)]) -> Finding {
    let categories: Vec<Json> = counts
        .iter()
        .map(|(count, qualifier)| match qualifier {
            Some(qualifier) => json!({ "name": "类", "count": count, "qualifier": qualifier }),
            None => json!({ "name": "类", "count": count }),
        })
        .collect();
    let mut disclosure = json!({ "total": total, "categories": categories });
    if !cover.is_empty() {
        disclosure["categories_cover"] = json!(cover);
    }
    let findings = check(&bare(json!({ "disclosure": disclosure })));
    assert_eq!(findings.len(), 1);
    findings[0].clone()
}

#[test]
fn hedged_numbers_are_ranges_that_must_meet() {
    let about = |count: i64| json!({ "count": count, "qualifier": "about" });
    let exact = |count: i64| json!({ "count": count });
    for (total, cover, counts, verdict) in [
        (
            exact(30),
            "all",
            vec![(10, None), (20, None)],
            Verdict::Holds,
        ),
        (
            exact(31),
            "all",
            vec![(10, None), (20, None)],
            Verdict::Fails,
        ),
        (
            exact(39),
            "all",
            vec![(10, None), (20, Some("over"))],
            Verdict::Holds,
        ),
        (
            exact(40),
            "all",
            vec![(10, None), (20, Some("over"))],
            Verdict::Fails,
        ),
        (
            exact(21),
            "all",
            vec![(10, None), (20, Some("nearly"))],
            Verdict::Holds,
        ),
        (
            exact(20),
            "all",
            vec![(10, None), (20, Some("nearly"))],
            Verdict::Fails,
        ),
        (about(100), "all", vec![(50, None)], Verdict::Holds),
        (about(100), "all", vec![(49, None)], Verdict::Fails),
        (
            exact(30),
            "some",
            vec![(10, None), (19, None)],
            Verdict::Holds,
        ),
        (
            exact(30),
            "some",
            vec![(10, None), (21, None)],
            Verdict::Fails,
        ),
        (
            exact(22),
            "some",
            vec![(10, None), (20, Some("nearly"))],
            Verdict::Holds,
        ),
        // The list may not divide the total.
        (exact(30), "", vec![(10, None), (20, None)], Verdict::Holds),
        (
            exact(30),
            "",
            vec![(10, None), (21, None)],
            Verdict::CannotTell,
        ),
    ] {
        let finding = categories(total.clone(), cover, &counts);
        assert_eq!(finding.verdict, verdict, "{total} {cover} {counts:?}");
        let rule = match cover {
            "some" => Rule::CategoriesWithinTotal,
            _ => Rule::CategoriesAddUp,
        };
        assert_eq!(finding.rule, rule);
    }
}

/// The formula of rule 9 in Chinese, and its verdict.
fn stated(stated: Json, received: Json, carried_in: Json, total: Json) -> (String, Verdict) {
    let row = |total: Json| json!([null, null, null, null, null, null, total]);
    let report = bare(json!({
        "disclosure": { "applications": stated },
        "applications": {
            "received": row(received), "carried_in": row(carried_in),
            "outcomes": { "total": row(total) },
        },
    }));
    let findings = check(&report);
    let finding = only(&findings, Rule::StatedApplications);
    (
        gongkai_checks::formulas(Locale::ZhCn, finding, Detail::Full),
        finding.verdict,
    )
}

#[test]
fn applications_received_may_be_stated_with_those_carried_in() {
    let received = |count: i64| json!({ "received": { "count": count } });
    let case = |count, new, old| stated(received(count), new, old, json!(0));
    assert_eq!(
        case(8, json!(8), json!(2)),
        ("8 = 8".to_owned(), Verdict::Holds)
    );
    assert_eq!(
        case(10, json!(8), json!(2)),
        ("10 = 8 + 2".to_owned(), Verdict::Holds)
    );
    assert_eq!(
        case(9, json!(8), json!(2)),
        ("9 ≠ 8；9 ≠ 10 = 8 + 2".to_owned(), Verdict::Fails)
    );
    assert_eq!(
        case(9, json!(8), json!(0)),
        ("9 ≠ 8".to_owned(), Verdict::Fails)
    );
    assert_eq!(case(9, json!(8), Json::Null).1, Verdict::CannotTell);
    assert_eq!(
        case(8, json!(8), json!("/")),
        ("8 = 8".to_owned(), Verdict::Holds)
    );
    assert_eq!(
        case(0, Json::Null, json!(0)).1,
        Verdict::HoldsIfBlanksAreZero
    );
}

#[test]
fn received_and_completed_are_one_check() {
    let both = json!({ "received": { "count": 3 }, "completed": { "count": 2 } });
    let (formula, verdict) = stated(both, json!(3), json!(0), json!(3));
    assert_eq!(
        (formula.as_str(), verdict),
        ("3 = 3；2 ≠ 3", Verdict::Fails)
    );
    let hedged = json!({ "completed": { "count": 30, "qualifier": "over" } });
    let (_, verdict) = stated(hedged, json!(0), json!(0), json!(39));
    assert_eq!(verdict, Verdict::Holds);
}

#[test]
fn applications_stated_without_a_table_cannot_be_checked() {
    let report = bare(json!({ "disclosure": { "applications": {
        "received": { "count": 3 },
    } } }));
    let findings = check(&report);
    assert_eq!(
        only(&findings, Rule::StatedApplications).verdict,
        Verdict::CannotTell
    );
}
