//! The command line as a clerk meets it: the real program, its files and its exit codes.

mod catalog;
mod hostile;
mod publish;
mod schema;
mod table;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

fn gongkai(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_gongkai");
    let output = Command::new(program)
        .args(arguments)
        .env("LANG", "C.UTF-8")
        .output();
    output.expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus/reports")
        .join(name)
}

fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name);
    path.display().to_string()
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn a_report_that_is_read_whole_ends_with_0_and_its_json_is_checked() {
    let folder = folder();
    let out = folder.path().join("out.json");
    let file = fixture("cells-2019.txt");
    let done = gongkai(&[
        "convert",
        &file.display().to_string(),
        "-o",
        &out.display().to_string(),
    ]);
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(
        said(&done).contains("Nothing was left out"),
        "{}",
        said(&done)
    );
    assert!(
        said(&done).contains("section three, applications"),
        "{}",
        said(&done)
    );
    let read = std::fs::read_to_string(&out).expect("written");
    gongkai::model::Report::read(&read).expect("a report");
}

#[test]
fn a_report_with_gaps_ends_with_2_is_written_and_each_gap_has_its_line() {
    let file = fixture("cells-reviews-blank.txt");
    let done = gongkai(&["convert", &file.display().to_string()]);
    assert_eq!(code(&done), 2);
    let json = String::from_utf8_lossy(&done.stdout).into_owned();
    gongkai::model::Report::read(&json).expect("a report");
    assert!(said(&done).contains("Line "), "{}", said(&done));
    assert!(said(&done).contains("field reviews"), "{}", said(&done));
    let chinese = gongkai(&["convert", &file.display().to_string(), "--lang", "zh-CN"]);
    assert!(said(&chinese).contains("未录入"), "{}", said(&chinese));
}

#[test]
fn what_is_no_report_ends_with_1_and_leaves_the_old_file_alone() {
    let folder = folder();
    let out = folder.path().join("out.json");
    std::fs::write(&out, "old").expect("written");
    let letter = folder.path().join("letter.txt");
    std::fs::write(&letter, "尊敬的读者：您好。").expect("written");
    let (letter, path) = (letter.display().to_string(), out.display().to_string());
    let done = gongkai(&["convert", &letter, "-o", &path]);
    assert_eq!(code(&done), 1);
    assert!(
        said(&done).contains("Nothing was written"),
        "{}",
        said(&done)
    );
    assert_eq!(std::fs::read_to_string(&out).expect("there"), "old");
    let missing = gongkai(&["convert", "no-such-file.txt", "-o", &path]);
    assert_eq!(code(&missing), 1);
    assert!(said(&missing).contains("no-such-file.txt"));
}

#[test]
fn a_folder_goes_on_past_a_bad_file_and_where_it_stopped() {
    let from = folder();
    let to = folder();
    for name in ["cells-2019.txt", "html-twice-alike.html"] {
        std::fs::copy(fixture(name), from.path().join(name)).expect("copied");
    }
    std::fs::write(from.path().join("bad.txt"), "没有报告").expect("written");
    let arguments = [
        from.path().display().to_string(),
        to.path().display().to_string(),
    ];
    let [source, target] = &arguments;
    let first = gongkai(&["convert", "--folder", source, "-o", target]);
    assert_eq!(code(&first), 1, "{}", said(&first));
    assert!(
        said(&first).contains("3 files: 2 read, 0 with gaps, 1 not read"),
        "{}",
        said(&first)
    );
    assert!(to.path().join("cells-2019.json").is_file());
    let csv = std::fs::read(to.path().join("gongkai-convert.csv")).expect("a list");
    assert!(csv.starts_with("\u{feff}".as_bytes()));
    let second = gongkai(&["convert", "--folder", source, "-o", target]);
    assert!(
        said(&second).contains("2 files done before"),
        "{}",
        said(&second)
    );
}

#[test]
fn a_run_that_goes_on_says_again_what_was_not_understood_before() {
    let from = folder();
    for name in ["cells-2019.txt", "two-totals.txt"] {
        std::fs::copy(fixture(name), from.path().join(name)).expect("copied");
    }
    let source = from.path().display().to_string();
    let arguments = ["convert", "--folder", &source];
    let list = from.path().join("gongkai-convert.csv");
    let listed = || std::fs::read_to_string(&list).expect("a list");
    let first = gongkai(&arguments);
    assert_eq!(code(&first), 2, "{}", said(&first));
    let rows = listed();
    assert!(rows.contains("disclosure.total"), "{rows}");
    let second = gongkai(&arguments);
    assert_eq!(code(&second), 2, "{}", said(&second));
    assert!(
        said(&second).contains("2 files: 1 read, 1 with gaps, 0 not read"),
        "{}",
        said(&second)
    );
    assert_eq!(listed(), rows);
    // A run that was cut off left no list: it is made again, and what a person has put right stays.
    std::fs::remove_file(&list).expect("removed");
    let json = from.path().join("two-totals.json");
    std::fs::write(&json, "put right").expect("written");
    let third = gongkai(&arguments);
    assert_eq!(code(&third), 2, "{}", said(&third));
    assert_eq!(listed(), rows);
    assert_eq!(std::fs::read_to_string(&json).expect("there"), "put right");
}

#[test]
fn a_folder_where_a_file_is_wanted_is_told_how_to_be_converted() {
    let folder = folder();
    let path = folder.path().display().to_string();
    let output = gongkai(&["convert", &path]);
    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("--folder"), "{}", said(&output));
}

#[test]
fn two_files_for_one_output_are_named_and_neither_overwrites_the_other() {
    let from = folder();
    std::fs::copy(fixture("cells-2019.txt"), from.path().join("a.txt")).expect("copied");
    std::fs::copy(fixture("html-twice-alike.html"), from.path().join("a.html")).expect("copied");
    let done = gongkai(&["convert", "--folder", &from.path().display().to_string()]);
    assert_eq!(code(&done), 1);
    assert!(
        said(&done).contains("same file as a.html"),
        "{}",
        said(&done)
    );
}

#[test]
fn a_check_ends_with_1_where_one_fails_and_says_which() {
    let longde = gongkai(&["check", &sample("longde-2020.json")]);
    assert_eq!(code(&longde), 1);
    let words = String::from_utf8_lossy(&longde.stdout).into_owned();
    assert!(words.contains("1,036"), "{words}");
    let json = gongkai(&["check", "--json", &sample("longde-2020.json")]);
    let findings: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let fails = findings.as_array().expect("a list").iter();
    let fails = fails
        .filter(|finding| finding["verdict"] == "fails")
        .count();
    assert_eq!(fails, 2);
    let sound = gongkai(&["check", &sample("fictional/county-2021.json")]);
    assert_eq!(
        code(&sound),
        0,
        "{}",
        String::from_utf8_lossy(&sound.stdout)
    );
}

#[test]
fn a_mistake_in_the_arguments_is_one_sentence_in_the_readers_language() {
    for (arguments, words) in [
        (&["convret"][..], "convret"),
        (&["convert"][..], "Name a file"),
        (&["convert", "a", "--year", "x"][..], "2008"),
        (&["check", "--jason", "a"][..], "--jason"),
        (&["convert", "a.txt", "b.txt"][..], "b.txt"),
        (&["publish", "a"][..], "-o"),
        (&["schema", "a.json"][..], "a.json"),
    ] {
        let done = gongkai(arguments);
        assert_eq!(code(&done), 1, "{arguments:?}");
        assert!(
            said(&done).contains(words),
            "{arguments:?}: {}",
            said(&done)
        );
        assert_eq!(said(&done).trim().lines().count(), 1, "{arguments:?}");
    }
    let chinese = gongkai(&["convret", "--lang", "zh-CN"]);
    assert!(said(&chinese).contains("没有"), "{}", said(&chinese));
}

#[test]
fn every_command_has_help_in_both_languages() {
    for command in ["convert", "check", "render", "publish", "schema", "catalog"] {
        for (lang, word) in [("en", "Usage"), ("zh-CN", "用法")] {
            let help = gongkai(&["help", command, "--lang", lang]);
            assert_eq!(code(&help), 0);
            assert!(
                String::from_utf8_lossy(&help.stdout).contains(word),
                "{command} {lang}"
            );
        }
    }
}
