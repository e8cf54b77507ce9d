//! Reports as the rows of one table: from a file, a folder, a pipe, a list of names.

use super::*;
use std::io::Write;
use std::process::Stdio;

/// Like [`gongkai`], with input on standard input.
fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .args(arguments)
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input).expect("taken");
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

fn rows(bytes: &[u8]) -> Vec<serde_json::Value> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("a row"))
        .collect()
}

/// The agency and year of each report, in the order of its first row.
fn reports(rows: &[serde_json::Value]) -> Vec<String> {
    let mut reports: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {}", row["file"].as_str().unwrap_or("-"), row["year"]))
        .collect();
    reports.dedup();
    reports
}

#[test]
fn a_report_on_standard_input_is_rows_on_standard_output() {
    let file = std::fs::read(fixture("cells-2019.txt")).expect("there");
    let done = piped(&["convert", "-", "--format", "ndjson"], &file);
    assert_eq!(code(&done), 0, "{}", said(&done));
    let cells = rows(&done.stdout);
    assert!(cells.len() > 150, "{}", cells.len());
    assert!(cells.iter().all(|row| row["file"].is_null()));
    let json = gongkai(&["convert", &fixture("cells-2019.txt").display().to_string()]);
    let of_json = piped(&["convert", "-", "--format", "ndjson"], &json.stdout);
    assert_eq!(code(&of_json), 0, "{}", said(&of_json));
    assert_eq!(rows(&of_json.stdout), cells, "by way of the JSON");
}

#[test]
fn a_blank_is_a_row_without_a_value_and_a_stroke_is_another_thing() {
    let text = std::fs::read_to_string(sample("longde-2020.json")).expect("there");
    let mut report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    report["applications"]["received"] = serde_json::json!([null, "/", 0, 0, 0, 0, null]);
    let input = report.to_string();
    let done = piped(&["convert", "-", "--format", "ndjson"], input.as_bytes());
    let cells = rows(&done.stdout);
    let at = |path: &str| cells.iter().find(|row| row["path"] == path).expect("a row");
    let blank = at("applications.received[0]");
    assert!(blank["value"].is_null());
    assert_eq!(blank["printed"], "blank");
    assert_eq!(at("applications.received[1]")["printed"], "not_applicable");
    assert_eq!(at("applications.received[2]")["value"], 0);
    let wide = piped(
        &["convert", "-", "--format", "ndjson", "--rows", "report"],
        input.as_bytes(),
    );
    let wide = rows(&wide.stdout);
    assert_eq!(wide.len(), 1);
    assert!(wide[0]["applications_received"].is_null());
    let paths = serde_json::json!(["applications.received[0]", "applications.received[6]"]);
    assert_eq!(wide[0]["blank_paths"], paths);
}

#[test]
fn a_folder_is_one_table_past_a_bad_file_with_each_report_once() {
    let from = folder();
    for name in ["cells-2019.txt", "html-twice-alike.html"] {
        std::fs::copy(fixture(name), from.path().join(name)).expect("copied");
    }
    let source = from.path().display().to_string();
    let converted = gongkai(&["convert", "--folder", &source]);
    assert_eq!(code(&converted), 0, "{}", said(&converted));
    std::fs::copy(sample("longde-2020.json"), from.path().join("longde.json")).expect("copied");
    std::fs::write(from.path().join("bad.txt"), "没有报告").expect("written");
    let table = from.path().join("all.ndjson").display().to_string();
    let arguments = [
        "convert", "--folder", &source, "--format", "ndjson", "-o", &table,
    ];
    let done = gongkai(&arguments);
    assert_eq!(code(&done), 1, "{}", said(&done));
    assert!(said(&done).contains("bad.txt"), "{}", said(&done));
    assert!(
        said(&done).contains("4 files: 3 read, 0 with gaps, 1 not converted"),
        "{}",
        said(&done)
    );
    assert!(said(&done).contains("2 files have a JSON file of the same name"));
    let first = std::fs::read(&table).expect("written");
    let files: Vec<String> = reports(&rows(&first))
        .iter()
        .map(|report| report.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        files,
        ["cells-2019.json", "html-twice-alike.json", "longde.json"]
    );
    gongkai(&arguments);
    assert_eq!(std::fs::read(&table).expect("written"), first, "run again");
}

#[test]
fn a_json_is_read_instead_of_its_source_whatever_their_times() {
    let from = folder();
    let source = from.path().join("a.txt");
    std::fs::copy(sample("longde-2020.json"), from.path().join("a.json")).expect("copied");
    std::fs::copy(fixture("cells-2019.txt"), &source).expect("copied");
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(60);
    let file = std::fs::File::options().append(true).open(&source);
    file.and_then(|file| file.set_modified(later)).expect("set");
    let folder = from.path().display().to_string();
    let done = gongkai(&["convert", "--folder", &folder, "--format", "ndjson"]);
    assert_eq!(code(&done), 0, "{}", said(&done));
    let found = reports(&rows(&done.stdout));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("a.json "), "{found:?}");
    assert!(
        said(&done).contains("1 file has a JSON file of the same name"),
        "{}",
        said(&done)
    );
}

#[test]
fn a_folder_without_any_report_leaves_the_old_table() {
    let from = folder();
    std::fs::write(from.path().join("bad.txt"), "没有报告").expect("written");
    let table = from.path().join("all.parquet");
    std::fs::write(&table, "old").expect("written");
    let (source, path) = (
        from.path().display().to_string(),
        table.display().to_string(),
    );
    let done = gongkai(&[
        "convert", "--folder", &source, "--format", "parquet", "-o", &path,
    ]);
    assert_eq!(code(&done), 1);
    assert!(
        said(&done).contains("Nothing was written"),
        "{}",
        said(&done)
    );
    assert_eq!(std::fs::read(&table).expect("there"), b"old");
    let left = std::fs::read_dir(from.path()).expect("there").count();
    assert_eq!(left, 2, "no half of a file beside it");
}

#[test]
fn names_on_standard_input_are_read_one_a_line() {
    let first = sample("fictional/county-2019.json");
    let second = fixture("cells-2019.txt").display().to_string();
    let names = format!("{first}\r\n\nno-such-file.txt\n{second}");
    let arguments = [
        "convert", "--folder", "-", "--format", "ndjson", "--rows", "report",
    ];
    let done = piped(&arguments, names.as_bytes());
    assert_eq!(code(&done), 1, "{}", said(&done));
    assert!(said(&done).contains("no-such-file.txt"), "{}", said(&done));
    let rows = rows(&done.stdout);
    let files: Vec<&str> = rows.iter().filter_map(|row| row["file"].as_str()).collect();
    assert_eq!(files, [first, second]);
}

#[test]
fn parquet_is_the_same_in_a_file_and_in_a_pipe() {
    let out = folder();
    let path = out.path().join("a.parquet").display().to_string();
    let file = sample("longde-2020.json");
    let arguments = ["convert", &file, "--format", "parquet"];
    let piped = gongkai(&arguments);
    assert_eq!(code(&piped), 0, "{}", said(&piped));
    let written = gongkai(&[arguments.as_slice(), &["-o", &path]].concat());
    assert_eq!(code(&written), 0, "{}", said(&written));
    let bytes = std::fs::read(&path).expect("written");
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    assert_eq!(bytes, piped.stdout);
}

#[test]
fn a_report_with_gaps_is_in_the_table_and_ends_with_2() {
    let file = fixture("cells-reviews-blank.txt").display().to_string();
    let done = piped(
        &["convert", "--folder", "-", "--format", "ndjson"],
        file.as_bytes(),
    );
    assert_eq!(code(&done), 2, "{}", said(&done));
    assert!(said(&done).contains("Line "), "{}", said(&done));
    assert!(rows(&done.stdout).len() > 100);
}

#[test]
fn a_converted_report_takes_what_the_person_knows_better() {
    let file = sample("longde-2020.json");
    let done = gongkai(&["convert", &file, "--division-code", "640423000000"]);
    assert_eq!(code(&done), 0, "{}", said(&done));
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(json["agency"]["division_code"], "640423000000");
    assert_eq!(json["year"], 2020);
}

#[test]
fn what_only_tables_have_is_refused_without_one() {
    for (arguments, words) in [
        (&["convert", "a.txt", "--rows", "report"][..], "--format"),
        (&["convert", "--folder", "-"][..], "--format"),
        (&["convert", "a.txt", "--format", "csv"][..], "ndjson"),
        (
            &["convert", "a.txt", "--format", "ndjson", "--rows", "row"][..],
            "cell or report",
        ),
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
}
