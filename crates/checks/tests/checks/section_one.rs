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

/// The verdicts of both rules about channels.
fn channel_verdicts(disclosure: Json) -> [Option<Verdict>; 2] {
    let findings = check(&bare(json!({ "disclosure": disclosure })));
    [Rule::ChannelsAddUp, Rule::ChannelCategoriesAddUp].map(|rule| {
        let finding = findings.iter().find(|finding| finding.rule == rule);
        finding.map(|finding| finding.verdict)
    })
}

#[test]
fn channels_are_summed_only_where_they_divide_the_total() {
    for (cover, counts, expected) in [
        (json!("all"), [387, 290], Some(Verdict::Holds)),
        (json!("all"), [387, 289], Some(Verdict::Fails)),
        (json!("some"), [387, 290], None),
        // More than the total, since one item may be on several channels.
        (json!("some"), [677, 677], None),
    ] {
        let [site, wechat] = counts;
        let mut disclosure = json!({
            "total": { "count": 677 },
            "channels_cover": cover,
            "channels": [{ "name": "网站", "count": site }, { "name": "微信", "count": wechat }],
        });
        assert_eq!(channel_verdicts(disclosure.clone()), [expected, None]);
        disclosure.as_object_mut().expect("fields").remove("total");
        assert_eq!(channel_verdicts(disclosure), [None, None], "no total");
    }
    let without_cover = json!({
        "total": { "count": 3 }, "channels": [{ "name": "网站", "count": 3 }],
    });
    assert_eq!(channel_verdicts(without_cover), [None, None]);
}

#[test]
fn a_hedged_channel_is_a_range() {
    let disclosure = |total: i64| {
        json!({
            "total": { "count": total }, "channels_cover": "all",
            "channels": [{ "name": "网站", "count": 300, "qualifier": "over" }, { "name": "微信", "count": 90 }],
        })
    };
    for (total, verdict) in [
        (390, Verdict::Holds),
        (489, Verdict::Holds),
        (490, Verdict::Fails),
        (389, Verdict::Fails),
    ] {
        assert_eq!(channel_verdicts(disclosure(total)), [Some(verdict), None]);
    }
}

#[test]
fn a_channels_own_categories_add_up_to_the_channel() {
    let report = |cover: &str, last: i64| {
        json!({ "channels": [
            { "name": "微信", "count": 7 },
            { "name": "网站", "count": 138, "categories_cover": cover, "categories": [
                { "name": "部门动态类", "count": 108 }, { "name": "其他", "count": last },
            ] },
        ] })
    };
    assert_eq!(
        channel_verdicts(report("all", 30)),
        [None, Some(Verdict::Holds)]
    );
    assert_eq!(channel_verdicts(report("some", 99)), [None, None]);
    let findings = check(&bare(json!({ "disclosure": report("all", 29) })));
    let finding = only(&findings, Rule::ChannelCategoriesAddUp);
    assert_eq!(finding.verdict, Verdict::Fails);
    assert_eq!(
        gongkai_checks::formulas(Locale::ZhCn, finding, Detail::Full),
        "108 + 29 = 137 ≠ 138"
    );
    assert_eq!(
        gongkai_checks::verdict(Locale::ZhCn, finding),
        "不一致，相差 1"
    );
    let paths: Vec<String> = finding.cells.iter().map(|at| at.cell.path()).collect();
    assert_eq!(
        paths,
        [
            "disclosure.channels[1].categories[0]",
            "disclosure.channels[1].categories[1]",
            "disclosure.channels[1]"
        ]
    );
}

#[test]
fn a_remark_changes_no_verdict() {
    let mut report = gongkai_testing::sample("longde-2020.json");
    let before = check(&report);
    let cells = before.iter().flat_map(|finding| &finding.cells);
    let at = cells.map(|at| at.cell.path()).collect();
    report.remarks = vec![Remark {
        at: Paths(at),
        rule: Some(8),
        text: "统计口径不同。".to_owned(),
    }];
    assert_eq!(check(&report), before);
}
