//! The names of exported files.

use super::longde;
use gongkai_model::Report;
use gongkai_testing::arbitrary;
use gongkai_view::export::file_name;
use gongkai_view::figures::View;
use proptest::prelude::*;

fn of(agency: &str) -> Report {
    let mut report = longde();
    report.agency.name = agency.to_owned();
    report
}

#[test]
fn a_name_says_agency_year_and_view() {
    let disclosure = Some(View::Disclosure);
    assert_eq!(
        file_name(&longde(), disclosure, "csv"),
        "隆德县人民政府-2020-disclosure.csv"
    );
    assert_eq!(
        file_name(&longde(), None, "json"),
        "隆德县人民政府-2020.json"
    );
}

#[test]
fn what_file_systems_refuse_is_replaced() {
    for (agency, name) in [
        ("../../etc/passwd", "_.._etc_passwd-2020.csv"),
        (".hidden", "hidden-2020.csv"),
        ("a<b>:\"|?*\\c", "a_b_______c-2020.csv"),
        ("a\u{0}b\nc", "a_b_c-2020.csv"),
        ("gpj\u{202e}", "gpj_-2020.csv"),
        ("50%#a", "50__a-2020.csv"),
        ("end. ", "end-2020.csv"),
        ("", "report-2020.csv"),
        (" . ", "report-2020.csv"),
        ("CON", "CON-2020.csv"),
    ] {
        assert_eq!(file_name(&of(agency), None, "csv"), name, "{agency:?}");
    }
}

proptest! {
    #[test]
    fn any_agency_gives_a_name_that_every_file_system_takes(report in arbitrary::any_report()) {
        let name = file_name(&report, Some(View::Services), "svg");
        let end = format!("-{}-services.svg", report.year);
        prop_assert!(name.ends_with(&end) && name.len() > end.len(), "{name:?}");
        prop_assert!(name.len() <= 255 - " (10)".len());
        prop_assert!(!name.starts_with(['.', ' ']));
        let refused = |c: char| c.is_control() || "/\\:*?\"<>|\u{202e}".contains(c);
        prop_assert!(!name.contains(refused), "{name:?}");
    }
}
