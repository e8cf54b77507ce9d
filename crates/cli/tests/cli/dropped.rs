//! Files and folders given without a command, as a file manager does when they are dropped on the program.

use super::publish::Portal;
use super::*;

/// Runs the program in the folder of a portal whose widget is where it is looked for first.
fn drop_on_program(portal: &Portal, path: &str) -> Output {
    std::fs::rename(portal.at("bundle"), portal.at("dist")).expect("renamed");
    Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .arg(portal.at(path))
        .current_dir(portal.at(""))
        .env("LANG", "zh_CN.UTF-8")
        .output()
        .expect("the program runs")
}

#[test]
fn a_dropped_file_is_converted_and_becomes_a_folder_of_pages_beside_it() {
    let portal = Portal::with(&[]);
    let source = std::fs::read_to_string(fixture("cells-2019.txt")).expect("a report");
    portal.put("年报.txt", &source);
    let done = drop_on_program(&portal, "年报.txt");
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(portal.at("年报.json").is_file());
    assert!(portal.at("年报-网页/index.html").is_file());
    assert!(portal.at("年报-网页/年报.html").is_file());
    assert!(
        said(&done).contains("正在处理“年报.txt”"),
        "{}",
        said(&done)
    );
}

#[test]
fn json_beside_a_dropped_file_is_kept_since_somebody_may_have_corrected_it() {
    let portal = Portal::with(&[]);
    let corrected = std::fs::read_to_string(sample("longde-2020.json")).expect("a sample");
    portal.put("年报.json", &corrected);
    portal.put("年报.txt", "没有报告");
    let done = drop_on_program(&portal, "年报.txt");
    assert_eq!(code(&done), 0, "{}", said(&done));
    let kept = std::fs::read_to_string(portal.at("年报.json")).expect("there");
    assert_eq!(kept, corrected);
    assert!(portal.at("年报-网页/年报.html").is_file());
}

#[test]
fn a_dropped_folder_becomes_pages_and_what_cannot_be_read_is_reported() {
    let portal = Portal::with(&[("隆德.json", "longde-2020.json")]);
    let source = std::fs::read_to_string(fixture("cells-2019.txt")).expect("a report");
    portal.put("reports/年报.txt", &source);
    portal.put("reports/信.txt", "尊敬的读者：您好。");
    let done = drop_on_program(&portal, "reports");
    assert_eq!(code(&done), 1, "{}", said(&done));
    assert!(said(&done).contains("信.txt"), "{}", said(&done));
    assert!(portal.at("reports-网页/隆德.html").is_file());
    assert!(portal.at("reports-网页/年报.html").is_file());
}

#[test]
fn pages_of_a_dropped_file_are_not_read_as_reports() {
    let portal = Portal::with(&[("隆德.json", "longde-2020.json")]);
    let done = drop_on_program(&portal, "reports/隆德.json");
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(portal.at("reports/隆德-网页/隆德.html").is_file());
    let reports = portal.at("reports").display().to_string();
    let table = portal.at("cells.ndjson").display().to_string();
    let arguments = [
        "convert", "--folder", &reports, "--format", "ndjson", "-o", &table,
    ];
    let done = gongkai(&arguments);
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(said(&done).contains("1 file: 1 read"), "{}", said(&done));
}

#[test]
fn what_is_neither_a_command_nor_a_file_is_named() {
    let done = gongkai(&["no-such-thing"]);
    assert_eq!(code(&done), 1);
    assert!(said(&done).contains("no-such-thing"), "{}", said(&done));
}
