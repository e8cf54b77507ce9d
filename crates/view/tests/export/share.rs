//! What readers send to others: a picture made for a phone, and a reference.

use super::longde;
use gongkai_i18n::Locale;
use gongkai_view::export::{Shared, phone_picture, reference};
use gongkai_view::figures::{Choices, View};

fn picture(view: View, address: Option<&str>) -> Option<String> {
    let shared = Shared {
        address,
        today: "2026-11-30",
    };
    phone_picture(&longde(), view, &Choices::default(), Locale::ZhCn, shared)
}

#[test]
fn a_picture_for_a_phone_names_agency_finding_source_and_day() {
    for view in [View::Overview, View::Disclosure, View::Procurement] {
        let svg = picture(view, None).unwrap_or_default();
        for text in [
            "隆德县人民政府 2020 年政府信息公开工作年度报告",
            "来源：隆德县",
            "2026-11-30",
        ] {
            assert!(svg.contains(text), "{view:?}: {text}");
        }
        assert!(
            !svg.contains("class=\"code\""),
            "{view:?}: a code of nothing"
        );
    }
}

#[test]
fn the_address_becomes_a_code_if_a_phone_can_read_it() {
    let svg = picture(
        View::Disclosure,
        Some("https://example.gov.cn/zfxxgk/2020.html"),
    );
    let code = "data-address=\"https://example.gov.cn/zfxxgk/2020.html\" data-size=\"96\"";
    assert!(svg.is_some_and(|svg| svg.contains("class=\"code\"") && svg.contains(code)));
    let long = ["https://example.gov.cn/", &"a".repeat(500)].concat();
    let svg = picture(View::Disclosure, Some(&long));
    assert!(svg.is_some_and(|svg| !svg.contains("class=\"code\"")));
}

#[test]
fn a_view_without_figure_and_numbers_has_no_picture() {
    assert_eq!(picture(View::Original, None), None);
    assert_eq!(picture(View::Checks, None), None);
}

#[test]
fn a_reference_names_agency_title_day_and_address() {
    let mut report = longde();
    let cite = |report: &_, locale| reference(report, "2026-11-30", "https://here/", locale);
    assert_eq!(
        cite(&report, Locale::ZhCn),
        "隆德县人民政府. 隆德县 2020 年政府信息公开工作年度报告[R/OL]. [2026-11-30]. https://here/."
    );
    report.source = None;
    assert_eq!(
        cite(&report, Locale::ZhCn),
        "隆德县人民政府. 隆德县人民政府 2020 年政府信息公开工作年度报告[R/OL]. [2026-11-30]. https://here/."
    );
    assert!(cite(&report, Locale::En).contains("Accessed 2026-11-30. https://here/"));
}
