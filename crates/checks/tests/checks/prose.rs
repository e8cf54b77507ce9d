//! Rules 10 and 11: which words are certain enough to be checked.

use super::*;

/// The findings about a text in a report whose received, corrected, other and pending are 1.
fn read(text: &str) -> Vec<(Rule, Verdict)> {
    let block = json!({ "upheld": 0, "corrected": 1, "other": 1, "pending": 1, "total": 3 });
    let report = bare(json!({
        "text": paragraph(text),
        "applications": { "received": [1, 0, 0, 0, 0, 0, 1] },
        "reviews": { "reconsideration": block },
    }));
    let findings = check(&report).into_iter();
    let findings = findings.filter(|f| matches!(f.rule.number(), 10 | 11));
    findings.map(|f| (f.rule, f.verdict)).collect()
}

#[test]
fn no_application_means_none_in_the_table() {
    for text in [
        "未收到政府信息公开申请。",
        "2020年，我县未收到公民、法人和其他组织的政府信息公开申请。",
        "2020 年度，某县人民政府没有收到依申请公开事项，其他工作正常。",
        "做好公开。全年未收到任何政府信息公开申请；未发生复议。",
        "截至2020年12月31日，未收到申请。",
    ] {
        assert_eq!(read(text), [(Rule::NoneReceived, Verdict::Fails)], "{text}");
    }
}

#[test]
fn words_that_may_mean_less_yield_no_finding() {
    for text in [
        "2019年未收到政府信息公开申请。",
        "上半年未收到政府信息公开申请。",
        "1至6月，未收到政府信息公开申请。",
        "三个乡镇未收到政府信息公开申请。",
        "教育局未收到政府信息公开申请。",
        "未收到申请人的补正材料。",
        "未收到行政复议申请。",
        "未收到网上申请。",
        "如未收到申请答复，可以投诉。",
        "未收到政府信息公开申请的部门有三个。",
        "收到政府信息公开申请1件。",
        "申请未收到。",
        "未收到。",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn none_received_holds_of_a_zero_and_depends_on_a_blank() {
    for (cell, verdict) in [
        (json!(0), Verdict::Holds),
        (Json::Null, Verdict::HoldsIfBlanksAreZero),
        (json!("/"), Verdict::CannotTell),
        (json!(2), Verdict::Fails),
    ] {
        let report = bare(json!({
            "text": paragraph("未收到政府信息公开申请。"),
            "applications": { "received": [0, 0, 0, 0, 0, 0, cell] },
        }));
        let findings = check(&report);
        let finding = only(&findings, Rule::NoneReceived);
        assert_eq!(finding.verdict, verdict, "{cell}");
        let paths: Vec<String> = finding.cells.iter().map(|cell| cell.path()).collect();
        assert_eq!(paths, ["applications.received[6]", "text[0].paragraphs[0]"]);
    }
    let report = bare(json!({ "text": paragraph("未收到政府信息公开申请。") }));
    let findings = check(&report);
    assert_eq!(
        only(&findings, Rule::NoneReceived).verdict,
        Verdict::CannotTell
    );
}

#[test]
fn all_upheld_means_no_other_result() {
    for text in [
        "行政复议 3 件，均获维持。",
        "2020年发生行政复议3件，均予维持；诉讼1件，其中纠正1件。",
        "行政复议案件全部维持。",
    ] {
        assert_eq!(read(text), [(Rule::AllUpheld, Verdict::Fails)], "{text}");
    }
    for text in [
        "行政复议 3 件，其中 2 件均获维持。",
        "已审结的行政复议均获维持。",
        "2019年的行政复议均获维持。",
        "行政复议纠正1件，诉讼均获维持。",
        "1月至6月的行政复议均获维持。",
        "复议后起诉2件，均获维持。",
        "原有机构均获维持。",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn all_upheld_is_held_against_the_blocks_that_it_names() {
    let block = |corrected: i64| {
        json!({
            "upheld": 1, "corrected": corrected, "other": 0, "pending": 0, "total": 1 + corrected,
        })
    };
    let report = |text: &str| {
        bare(json!({
            "text": paragraph(text),
            "reviews": {
                "reconsideration": block(1), "litigation_direct": block(0),
                "litigation_after_reconsideration": block(0),
            },
        }))
    };
    for (text, verdict) in [
        ("行政复议均获维持。", Verdict::Fails),
        ("行政诉讼均获维持。", Verdict::Holds),
        ("行政复议、行政诉讼均获维持。", Verdict::Fails),
    ] {
        let findings = check(&report(text));
        assert_eq!(only(&findings, Rule::AllUpheld).verdict, verdict, "{text}");
    }
}

#[test]
fn a_percentage_is_the_quotient_of_the_numbers_beside_it() {
    for (text, verdict) in [
        (
            "共受理3件政府信息依公开申请，办结3件，办结率100%。",
            Verdict::Holds,
        ),
        (
            "受理 ３ 件，办结 ２ 件，办结率为 ６６．７％。",
            Verdict::Holds,
        ),
        ("受理3件，办结2件，办结率66.6%。", Verdict::Holds),
        ("受理3件，办结2件，办结率67%。", Verdict::Holds),
        ("受理3件，办结2件，办结率100%。", Verdict::Fails),
        (
            "受理1,200件，按时办结1,100件，按时办结率95%。",
            Verdict::Fails,
        ),
        (
            "受理1，200件，按时办结1，100件，按时办结率91.7%。",
            Verdict::Holds,
        ),
        (
            "新收5件，上年结转1件，办结6件，办结率100%。",
            Verdict::Holds,
        ),
        ("受理0件，办结0件，办结率100%。", Verdict::CannotTell),
        ("办结805件，其中予以公开275件，占34.2%。", Verdict::Holds),
        (
            "办结805件，其中予以公开275件，占比为44.2%。",
            Verdict::Fails,
        ),
        ("办结805件，予以公开275件，占34.2%。", Verdict::Holds),
        (
            "办结805件，其中予以公开275件，占34.2%，部分公开80件，占9.9%。",
            Verdict::Holds,
        ),
    ] {
        let found = read(text);
        assert!(!found.is_empty(), "{text}");
        for finding in found {
            assert_eq!(finding, (Rule::Percentage, verdict), "{text}");
        }
    }
}

#[test]
fn a_percentage_of_what_is_not_surely_beside_it_yields_no_finding() {
    for text in [
        "90%以上事项实现了“网上可办”，80%以上的事项可“不见面”办理。",
        "申请3件，同比增长50%。",
        "受理3件，满意率50%。",
        "受理3余件，办结2件，办结率50%。",
        "受理3件，办结2件，办结率约50%。",
        "受理3件，办结2件，办结率50%以上。",
        "受理3件，未办结2件，办结率50%。",
        "受理10件，办结8件，结转下年2件，办结率100%。",
        "新收5件，转来3件，办结6件，办结率50%。",
        "受理3个项目，办结2件，办结率50%。",
        "办结805件，予以公开275件，占90%。",
        "办结805件，其中予以公开275件，占总数的90%。",
        "办结805件，其中予以公开275条，占90%。",
        "全年办结2件。办结率50%。",
        "办结率50%",
        "%%%%占%，占%率%",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn a_wrong_percentage_is_shown_beside_the_right_one() {
    let report = bare(json!({ "text": paragraph("受理3件，办结2件，办结率100%。") }));
    let findings = check(&report);
    let finding = only(&findings, Rule::Percentage);
    assert_eq!(
        gongkai_checks::formulas(Locale::ZhCn, finding, Detail::Full),
        "2 ÷ 3 = 66.7% ≠ 100%"
    );
    assert_eq!(gongkai_checks::verdict(Locale::ZhCn, finding), "不一致");
    let report = bare(json!({ "text": paragraph("新收5件，转来1件，办结6件，办结率100%。") }));
    let findings = check(&report);
    assert_eq!(
        gongkai_checks::formulas(Locale::En, only(&findings, Rule::Percentage), Detail::Full),
        "6 ÷ (5 + 1) = 100%"
    );
}

#[test]
fn a_paragraph_of_nothing_but_percentages_is_read_in_one_go() {
    let text = "办结805件，其中予以公开275件，占34.2%，办结率1%，".repeat(5_000);
    let report = bare(json!({ "text": paragraph(&text) }));
    assert!(check(&report).iter().all(|f| f.rule == Rule::Percentage));
}
