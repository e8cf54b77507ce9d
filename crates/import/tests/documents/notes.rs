//! What a report holds beside the form, and what is written in another way than the form wants, is said.

use crate::page;
use gongkai_import::{Gap, ImportError, Imported, Location, NoteKind, Remark, read};
use gongkai_model::{Cell, Currency};
use std::path::Path;

const RECEIVED: &str =
    "<td>9179</td><td>8667</td><td>8617</td><td>9029</td><td>9903</td><td>10349</td><td>55744</td>";
const REVIEWS: &str = "<td>15</td><td>48</td><td>96</td></tr>";

/// A whole report in which something is written in another way.
fn changed(from: &str, to: &str) -> Imported {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/faults");
    let html = std::fs::read_to_string(folder.join("html-two-agencies-same-year.html"));
    let html = html.expect("a report");
    let (first, _) = html.rsplit_once("<h1>").expect("two reports");
    assert!(first.contains(from), "{from}");
    read(&page(&first.replacen(from, to, 1))).expect("a report")
}

fn notes(imported: &Imported) -> Vec<(&str, &str, &NoteKind)> {
    let notes = imported.notes.iter();
    notes
        .map(|note| {
            let path = note.path.as_deref().unwrap_or_default();
            (path, note.excerpt.as_str(), &note.kind)
        })
        .collect()
}

#[test]
fn a_value_in_a_column_without_a_heading_is_said() {
    let skipped = NoteKind::Remark(Remark::Skipped);
    let imported = changed(RECEIVED, &format!("{RECEIVED}<td>77</td>"));
    assert_eq!(
        notes(&imported),
        [("applications.received", "77", &skipped)]
    );
    let applications = imported.report.applications.expect("section three");
    let received = applications.received.expect("a row");
    assert_eq!(received.0.first(), Some(&Cell::Count(9179)));
    let imported = changed(REVIEWS, &REVIEWS.replace("</tr>", "<td>55</td></tr>"));
    assert_eq!(notes(&imported), [("reviews", "55", &skipped)]);
    assert!(imported.report.reviews.is_some());
}

#[test]
fn a_period_that_ends_before_it_begins_is_said() {
    let gap = NoteKind::Gap(Gap::Reversed);
    let imported = changed(
        "（虚构示例）",
        "统计期限自2022年12月31日起至2022年1月1日止。",
    );
    let [("period", _, kind)] = notes(&imported)[..] else {
        panic!("{:?}", imported.notes);
    };
    assert_eq!(*kind, gap);
    assert_eq!(imported.report.period, None);
    let imported = changed(
        "（虚构示例）",
        "统计期限自2022年1月1日起至2022年12月31日止。",
    );
    assert!(imported.notes.is_empty() && imported.report.period.is_some());
}

#[test]
fn each_sign_for_what_does_not_apply_is_to_be_confirmed_once() {
    let imported = changed(
        RECEIVED,
        &RECEIVED
            .replace("9179", "—")
            .replace("8667", "—")
            .replace("8617", "无")
            .replace("9029", "/"),
    );
    let of = |count| NoteKind::Remark(Remark::NotApplicable { count });
    assert_eq!(
        notes(&imported),
        [
            ("applications.received[0]", "—", &of(2)),
            ("applications.received[2]", "无", &of(1))
        ]
    );
    assert!(
        imported
            .notes
            .iter()
            .all(|note| matches!(note.location, Some(Location::SourceLine(_))))
    );
}

#[test]
fn a_cell_may_print_its_own_unit() {
    let imported = changed("<td>规章</td><td>3</td>", "<td>规章</td><td>31批次</td>");
    assert!(imported.notes.is_empty(), "{:?}", imported.notes);
    let proactive = imported.report.proactive.expect("section two");
    assert_eq!(proactive.rules.expect("a row").made, Cell::Count(31));
    // The form's heading says 万元.
    let fees = changed(
        "<td>行政事业性收费</td><td colspan=\"3\">",
        "<td>行政事业性收费</td><td colspan=\"3\">709455.9元</td></tr><tr><td>无</td><td>",
    );
    let amount = fees.report.proactive.expect("section two").fees;
    let amount = amount
        .expect("a row")
        .amount
        .money()
        .expect("money")
        .clone();
    assert_eq!(
        (amount.value.as_str(), amount.unit),
        ("709455.9", Some(Currency::Yuan))
    );
    let chosen = |note: &gongkai_import::Note| matches!(&note.kind, NoteKind::Remark(Remark::Chosen { read }) if read == "709455.9元");
    assert!(fees.notes.iter().any(chosen), "{:?}", fees.notes);
}

#[test]
fn a_report_without_the_form_is_refused_by_what_it_is() {
    let of = |title: &str| {
        let html =
            format!("<h1>{title}</h1><p>一、概述</p><p>主动公开信息20条。</p><p>二、收费情况</p>");
        read(&page(&html)).expect_err(title)
    };
    assert_eq!(
        of("虚构县水利局2016年政府信息公开工作年度报告"),
        ImportError::OlderForm { year: 2016 }
    );
    assert_eq!(
        of("虚构大学2019-2020学年信息公开工作年度报告"),
        ImportError::SchoolYear
    );
    let html = "<h1>虚构县水利局2021年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>公开信息20条。</p>";
    assert!(read(&page(html)).is_ok());
}
