//! The command line as a clerk uses it: the real program, its files and exit codes.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

mod catalog;
mod dropped;
mod generate;
mod hostile;
mod outputs;
mod publish;
mod publish_addresses;
mod schema;
mod table;
mod verify;

use std::collections::BTreeSet;
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
    gongkai_testing::folder("crates/import/tests/corpus/reports").join(name)
}

fn sample(name: &str) -> String {
    let path = gongkai_testing::folder("samples").join(name);
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
    gongkai_model::Report::read(&read).expect("a report");
}

#[test]
fn a_report_with_gaps_ends_with_2_is_written_and_each_gap_has_its_line() {
    let file = fixture("cells-reviews-blank.txt");
    let done = gongkai(&["convert", &file.display().to_string()]);
    assert_eq!(code(&done), 2);
    let json = String::from_utf8_lossy(&done.stdout).into_owned();
    gongkai_model::Report::read(&json).expect("a report");
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
        said(&first).contains("3 files: 2 read, 0 with gaps, 1 not converted"),
        "{}",
        said(&first)
    );
    assert!(to.path().join("cells-2019.json").is_file());
    let csv = std::fs::read(to.path().join("gongkai-convert.csv")).expect("a list");
    assert!(csv.starts_with("\u{feff}".as_bytes()));
    let second = gongkai(&["convert", "--folder", source, "-o", target]);
    assert!(
        said(&second).contains("Skipped 2 files that had been converted before"),
        "{}",
        said(&second)
    );
}

/// The cells of a folder's log.
fn listed(folder: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(folder.join("gongkai-convert.csv")).expect("a list");
    let lines = text.trim_start_matches('\u{feff}').split("\r\n");
    lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            let cells = line.trim_matches('"').split("\",\"");
            cells.map(str::to_owned).collect()
        })
        .collect()
}

#[test]
fn what_an_earlier_run_left_out_stays_listed_until_a_person_has_seen_to_it() {
    let (from, to) = (folder(), folder());
    let copy = |name: &str| std::fs::copy(fixture(name), from.path().join(name)).expect("copied");
    copy("cells-2019.txt");
    copy("cells-reviews-blank.txt");
    let arguments = [from.path(), to.path()].map(|path| path.display().to_string());
    let [source, target] = &arguments;
    let convert =
        |lang: &str| gongkai(&["convert", "--folder", source, "-o", target, "--lang", lang]);
    assert_eq!(code(&convert("en")), 2);
    copy("html-twice-alike.html");
    // The next run, in any language, continues and keeps all entries.
    let second = convert("zh-CN");
    assert_eq!(code(&second), 2, "{}", said(&second));
    assert!(
        said(&second).contains("共 3 个文件：全部读取 2，有未录入内容 1"),
        "{}",
        said(&second)
    );
    let rows = listed(to.path());
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[2][0], "cells-reviews-blank.txt");
    assert_eq!(rows[2][1], "有未录入内容");
    assert!(rows[2][3].contains("reviews"), "{rows:?}");
    // A person completes the JSON. Its time tells nothing.
    let json = to.path().join("cells-reviews-blank.json");
    let text = std::fs::read_to_string(&json).expect("JSON");
    std::fs::write(&json, text.replacen("虚构", "虚构（更正）", 1)).expect("written");
    let file = std::fs::File::options().append(true).open(&json);
    file.and_then(|file| file.set_modified(std::time::UNIX_EPOCH))
        .expect("set");
    for _ in 0..2 {
        let done = convert("en");
        assert_eq!(code(&done), 0, "{}", said(&done));
        assert_eq!(listed(to.path())[2][1], "changed since");
    }
    // Without the log the content tells which JSON is as it was written.
    std::fs::remove_file(to.path().join("gongkai-convert.csv")).expect("removed");
    let done = convert("en");
    assert!(said(&done).contains("3 files: 3 read"), "{}", said(&done));
    let kept = said(&done).matches("delete the JSON").count();
    assert_eq!(kept, 1, "{}", said(&done));
    let states: Vec<String> = listed(to.path()).iter().map(|row| row[1].clone()).collect();
    assert_eq!(states, ["result", "read", "changed since", "read"]);
}

#[test]
fn a_source_that_changes_is_converted_again_whatever_its_time() {
    let folder = folder();
    let source = folder.path().join("a.txt");
    std::fs::copy(fixture("cells-2019.txt"), &source).expect("copied");
    let path = folder.path().display().to_string();
    let convert = || gongkai(&["convert", "--folder", &path]);
    assert_eq!(code(&convert()), 0);
    let json = || std::fs::read_to_string(folder.path().join("a.json")).expect("JSON");
    let first = json();
    std::fs::copy(
        fixture("html-twice-alike.html"),
        folder.path().join("b.html"),
    )
    .expect("copied");
    let text = std::fs::read_to_string(&source).expect("text");
    std::fs::write(&source, text.replace("虚构", "示例")).expect("written");
    let file = std::fs::File::options().append(true).open(&source);
    file.and_then(|file| file.set_modified(std::time::UNIX_EPOCH))
        .expect("set");
    let done = convert();
    assert!(json() != first, "{}", said(&done));
    let done = convert();
    assert!(said(&done).contains("Skipped 2 files"), "{}", said(&done));
}

#[test]
fn nothing_in_a_folder_is_passed_over_without_a_word() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    std::fs::copy(fixture("cells-2019.txt"), at("a.txt")).expect("copied");
    std::fs::write(at("~$a.docx"), "Word").expect("written");
    std::fs::write(at("scan.jpg"), "picture").expect("written");
    let elsewhere = tempfile::tempdir().expect("a folder");
    #[cfg(unix)]
    std::os::unix::fs::symlink(elsewhere.path(), at("linked")).expect("linked");
    let path = folder.path().display().to_string();
    for _ in 0..2 {
        let done = gongkai(&["convert", "--folder", &path]);
        assert_eq!(code(&done), 0, "{}", said(&done));
        assert!(
            said(&done)
                .contains("(temporary files that Word keeps while a document is open): ~$a.docx")
        );
        assert!(
            said(&done)
                .contains("1 file or folder was not read (unsupported file types): scan.jpg")
        );
        #[cfg(unix)]
        assert!(said(&done).contains("(links): linked"), "{}", said(&done));
    }
    // A table in CSV is a report if it speaks of disclosure.
    std::fs::write(at("population.csv"), "name,population\n甲县,12\n").expect("written");
    let rows = at("rows.ndjson").display().to_string();
    let table = [
        "convert", "--folder", &path, "--format", "ndjson", "-o", &rows,
    ];
    for command in [table.as_slice(), &["catalog", &path]] {
        let done = gongkai(command);
        assert_eq!(code(&done), 0, "{}", said(&done));
        for name in ["~$a.docx", "scan.jpg", "population.csv"] {
            assert!(said(&done).contains(name), "{name}: {}", said(&done));
        }
    }
    let done = gongkai(&table);
    let beside = "only the JSON was read: a.txt";
    assert!(said(&done).contains(beside), "{}", said(&done));
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_has_listed_what_it_did() {
    let (from, to) = (folder(), folder());
    std::fs::copy(
        fixture("cells-reviews-blank.txt"),
        from.path().join("a.txt"),
    )
    .expect("copied");
    // A pipe, on which the run waits for ever.
    let pipe = from.path().join("b.txt");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("run");
    assert!(made.success());
    let mut running = Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .args(["convert", "--lang", "en", "--folder"])
        .args([from.path(), Path::new("-o"), to.path()])
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the program runs");
    // Opened once the other end is.
    let end = std::fs::File::options()
        .write(true)
        .open(&pipe)
        .expect("open");
    running.kill().expect("killed");
    running.wait().expect("ended");
    drop(end);
    assert!(to.path().join("a.json").is_file());
    let list = to.path().join("gongkai-convert.csv");
    let rows = listed(to.path());
    assert_eq!((rows.len(), rows[1][1].as_str()), (2, "with gaps"));
    // Cut off within a line, as by a crash: the next run removes the incomplete line.
    let mut text = std::fs::read_to_string(&list).expect("a list");
    text.push_str("\"b.txt\",\"re");
    std::fs::write(&list, text).expect("written");
    std::fs::remove_file(&pipe).expect("removed");
    std::fs::copy(fixture("cells-2019.txt"), &pipe).expect("copied");
    let arguments = [from.path(), to.path()].map(|path| path.display().to_string());
    let done = gongkai(&["convert", "--folder", &arguments[0], "-o", &arguments[1]]);
    assert_eq!(code(&done), 2, "{}", said(&done));
    let rows = listed(to.path());
    let states: Vec<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(states, ["result", "with gaps", "read"]);
}

#[test]
fn a_json_in_another_encoding_is_refused_by_every_command_and_named() {
    let folder = folder();
    let text = std::fs::read_to_string(sample("longde-2020.json")).expect("there");
    let gbk = encoding_rs::GB18030.encode(&text).0.into_owned();
    let utf16: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (name, bytes) in [("gbk.json", gbk), ("utf16.json", utf16)] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        let path = path.display().to_string();
        for command in ["convert", "check", "render"] {
            let done = gongkai(&[command, &path]);
            assert_eq!(code(&done), 1, "{command} {name}: {}", said(&done));
            assert!(said(&done).contains("Save it as UTF-8"), "{}", said(&done));
            assert!(done.stdout.is_empty());
        }
    }
    let marked = folder.path().join("marked.json");
    std::fs::write(&marked, ["\u{feff}", &text].concat()).expect("written");
    let marked = marked.display().to_string();
    assert_eq!(code(&gongkai(&["convert", &marked])), 0);
}

#[test]
fn what_is_not_converted_yet_is_told_from_a_broken_json() {
    let file = fixture("cells-2019.txt").display().to_string();
    for command in ["check", "render"] {
        let done = gongkai(&[command, &file, "--lang", "zh-CN"]);
        assert_eq!(code(&done), 1);
        assert!(said(&done).contains("gongkai convert"), "{}", said(&done));
        assert_eq!(said(&done).lines().count(), 1);
    }
}

#[test]
fn why_a_file_cannot_be_had_is_said_in_the_readers_language() {
    let folder = folder();
    let path = folder.path().display().to_string();
    let missing = folder.path().join("a.json").display().to_string();
    for (arguments, words) in [
        (&["convert", &missing][..], "没有这个文件"),
        (&["check", &missing][..], "没有这个文件"),
        (&["publish", &missing, "-o", &path][..], "没有这个文件"),
        (&["convert", &path][..], "是文件夹"),
        (
            &["catalog", &sample("longde-2020.json")][..],
            "这不是文件夹",
        ),
    ] {
        let done = gongkai(&[arguments, &["--lang", "zh-CN"]].concat());
        assert_eq!(code(&done), 1, "{arguments:?}");
        assert!(
            said(&done).contains(words),
            "{arguments:?}: {}",
            said(&done)
        );
        assert!(!said(&done).contains("os error"), "{}", said(&done));
    }
}

#[test]
fn a_dash_is_standard_output() {
    let folder = folder();
    for arguments in [
        &["convert", "longde-2020.json"][..],
        &["schema"][..],
        &["render", "longde-2020.json", "--fragment"][..],
    ] {
        let done = Command::new(env!("CARGO_BIN_EXE_gongkai"))
            .args(arguments.iter().map(|word| match *word {
                "longde-2020.json" => sample(word),
                word => word.to_owned(),
            }))
            .args(["-o", "-"])
            .current_dir(folder.path())
            .output()
            .expect("the program runs");
        assert_eq!(code(&done), 0, "{arguments:?}: {}", said(&done));
        assert!(done.stdout.len() > 1000, "{arguments:?}");
        assert!(!folder.path().join("-").exists(), "{arguments:?}");
    }
}

#[test]
fn pages_are_chinese_whatever_the_machine_speaks_unless_another_language_is_asked_for() {
    let longde = sample("longde-2020.json");
    for (more, words) in [
        (&[][..], "lang=\"zh-CN\""),
        (&["--lang", "en"][..], "lang=\"en\""),
    ] {
        let done = gongkai(&[&["render", &longde, "--fragment"], more].concat());
        let html = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(html.contains(words), "{words}");
    }
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
        said(&done).contains("a.txt would be written to the same file as a.html"),
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
    // The sentences of the page.
    for sentence in [
        "Does not agree  Text and table disagree on applications: 3 received and 3 completed in the text, 0 received and 0 completed in the table.",
        "2 of 60 checks found numbers that do not agree. All 58 others agree.",
    ] {
        assert!(words.contains(sentence), "{sentence}: {words}");
    }
    // The cells to look at, by label and by path.
    let line = |words: &str, name: &str| {
        let mut lines = words.lines().map(str::trim);
        lines.any(|line| line.starts_with("please check: ") && line.contains(name))
    };
    for name in [
        "Outcomes this year: Total (Total), applications.outcomes.total[6]",
        "…; Total of published information as the text states it, disclosure.total",
    ] {
        assert!(line(&words, name), "{name}: {words}");
    }
    let years = ["contradictions-2019.json", "contradictions-2020.json"];
    let [before, after] = years.map(|name| sample(&format!("fictional/{name}")));
    let between = gongkai(&["check", &before, &after]);
    let between = String::from_utf8_lossy(&between.stdout).into_owned();
    assert!(
        between.contains("please check: 2019: ") && between.contains("; 2020: "),
        "{between}"
    );
    let json = gongkai(&["check", "--json", &sample("longde-2020.json")]);
    let findings: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let fails = findings.as_array().expect("a list").iter();
    let fails = fails
        .filter(|finding| finding["verdict"] == "fails")
        .count();
    assert_eq!(fails, 2);
    // The help names exactly the fields that exist.
    let help = gongkai(&["help", "check"]);
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    let fields = help.split(['{', '}']).nth(1).expect("the fields");
    let told: BTreeSet<&str> = fields
        .split([',', ':', '['])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect();
    let first = findings[0].as_object().expect("an object");
    let given: BTreeSet<&str> = first.keys().map(String::as_str).collect();
    assert_eq!(told, given);
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
        (&["convert"][..], "No file given"),
        (&["convert", "a", "--year", "x"][..], "2008"),
        (&["check", "--jason", "a"][..], "--jason"),
        (&["convert", "a.txt", "b.txt"][..], "b.txt"),
        (&["publish", "a"][..], "-o"),
        (&["publish", "a", "b", "-o", "c"][..], "Only one folder"),
        (&["catalog"][..], "No folder given"),
        (&["convert", "--folder", "a", "b"][..], "Only one folder"),
        (&["convert", "a", "--division-code", "64x"][..], "digits"),
        (&["convert", "a", "--url", "javascript:a"][..], "http"),
        (&["render", "a", "--fragment", "--embed"][..], "--embed"),
        (&["schema", "a.json"][..], "a.json"),
        (&["check", "a.json", "--json=yes"][..], "takes no value"),
        (&["publish", "a", "-o", "-"][..], "a folder"),
        (&["convert", "--folder", "a", "-o", "-"][..], "a folder"),
        (&["catalog", "a", "-o", "-"][..], "a file"),
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

#[test]
fn evidence_says_where_each_value_was_read() {
    let folder = folder();
    let path = folder.path().join("evidence.json").display().to_string();
    let file = fixture("html-note-signs.html").display().to_string();
    let done = gongkai(&["convert", &file, "--evidence", &path]);
    assert_eq!(code(&done), 2, "{}", said(&done));
    let note = "Table 2, row 4, row “Applications received this year”, column “Natural persons”";
    assert!(said(&done).contains(note), "{}", said(&done));
    let add = "To add it, insert this into applications.received of the JSON: \"person\": ?";
    assert!(said(&done).contains(add), "{}", said(&done));
    let text = std::fs::read_to_string(&path).expect("a file");
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["format"], "gongkai-evidence/1");
    let evidence = json["evidence"].as_array().expect("a list");
    let found = evidence
        .iter()
        .find(|own| own["field"] == "applications.received[6]");
    let source = &found.expect("the cell")["source"];
    let at = |name: &str| source[name].as_u64().expect("an index") as usize;
    let cell = &json["blocks"][at("block")]["table"]["rows"][at("row")][at("cell")];
    assert_eq!(cell["text"], "194");
    assert_eq!(source["chars"]["end"], 3);
    // What was left out has none.
    assert!(!text.contains("\"applications.received[0]\""));
    let json = sample("longde-2020.json");
    let refused = gongkai(&["convert", &json, "--evidence", &path]);
    assert_eq!(code(&refused), 1);
    assert!(said(&refused).contains("no evidence"), "{}", said(&refused));
}
