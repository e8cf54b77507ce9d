//! Which files are overwritten and which are not; nothing is left out without a message.

use super::*;
use std::time::{Duration, SystemTime};

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a text")
}

/// Sets a file's time to later, as a newer copy has it.
fn touch(path: &Path) {
    let file = std::fs::File::options().append(true).open(path);
    let later = SystemTime::now() + Duration::from_secs(60);
    file.and_then(|file| file.set_modified(later))
        .expect("touched");
}

#[test]
fn the_file_that_is_read_is_never_written_over() {
    let folder = folder();
    let source = folder.path().join("a.txt");
    std::fs::copy(fixture("cells-2019.txt"), &source).expect("copied");
    let report = folder.path().join("r.json");
    std::fs::copy(sample("longde-2020.json"), &report).expect("copied");
    let around = folder
        .path()
        .join("../")
        .join(folder.path().file_name().expect("a name"));
    for (command, file, output) in [
        ("convert", &source, source.clone()),
        ("convert", &source, around.join("a.txt")),
        ("convert", &report, report.clone()),
        ("render", &report, report.clone()),
    ] {
        let before = text(file);
        let [file_name, output] = [file, &output].map(|path| path.display().to_string());
        let done = gongkai(&[command, &file_name, "-o", &output]);
        assert_eq!(code(&done), 1, "{command}: {}", said(&done));
        assert!(
            said(&done).contains("would be overwritten"),
            "{}",
            said(&done)
        );
        assert_eq!(text(file), before, "{command}");
    }
    let table = [
        "convert",
        &report.display().to_string(),
        "--format",
        "ndjson",
        "-o",
        &report.display().to_string(),
    ];
    let before = text(&report);
    assert_eq!(code(&gongkai(&table)), 1);
    // A catalogue with a report's name would destroy the report.
    let done = gongkai(&[
        "catalog",
        &folder.path().display().to_string(),
        "-o",
        &report.display().to_string(),
    ]);
    assert_eq!(code(&done), 1, "{}", said(&done));
    assert!(said(&done).contains("is a report"), "{}", said(&done));
    assert_eq!(text(&report), before);
}

#[test]
fn what_a_person_has_corrected_is_kept_when_its_source_changes() {
    let folder = folder();
    let names = ["a", "b"];
    for name in names {
        let source = folder.path().join(name).with_extension("txt");
        std::fs::copy(fixture("cells-2019.txt"), source).expect("copied");
    }
    let path = folder.path().display().to_string();
    let convert = || gongkai(&["convert", "--folder", &path]);
    assert_eq!(code(&convert()), 0);
    let [a, b] = names.map(|name| folder.path().join(name).with_extension("json"));
    let corrected = text(&a).replacen("虚构", "虚构（更正）", 1);
    std::fs::write(&a, &corrected).expect("written");
    for name in names {
        touch(&folder.path().join(name).with_extension("txt"));
    }
    std::fs::write(&b, text(&b)).expect("written");
    let list = folder.path().join("gongkai-convert.csv");
    std::fs::File::options()
        .append(true)
        .open(&list)
        .and_then(|file| file.set_modified(SystemTime::now()))
        .expect("touched");
    // Both sources change, and only a was corrected.
    for name in names {
        let source = folder.path().join(name).with_extension("txt");
        std::fs::write(&source, text(&source) + "\n").expect("written");
    }
    let done = convert();
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert_eq!(text(&a), corrected);
    let kept: Vec<String> = said(&done)
        .lines()
        .filter(|line| line.contains("a.json"))
        .map(str::to_owned)
        .collect();
    assert_eq!(kept.len(), 1, "{}", said(&done));
    assert!(kept[0].contains("delete the JSON"), "{kept:?}");
    // Again, whatever the times.
    touch(&folder.path().join("a.txt"));
    convert();
    assert_eq!(text(&a), corrected);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_a_pipe_a_pipe_and_a_read_only_file_as_it_is() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let report = sample("longde-2020.json");
    let write = |output: &Path| {
        let output = output.display().to_string();
        gongkai(&["render", &report, "--fragment", "-o", &output])
    };
    std::fs::write(at("target.html"), "old").expect("written");
    std::os::unix::fs::symlink(at("target.html"), at("link.html")).expect("linked");
    let done = write(&at("link.html"));
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(at("link.html").is_symlink());
    assert!(text(&at("target.html")).len() > 1000);

    let made = Command::new("mkfifo").arg(at("pipe")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let pipe = at("pipe");
    let reader = std::thread::spawn(move || std::fs::read(pipe).expect("read"));
    let done = write(&at("pipe"));
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(reader.join().expect("an end").len() > 1000);
    assert!(!at("pipe").is_file());

    std::fs::write(at("fixed.html"), "old").expect("written");
    let mut rights = at("fixed.html").metadata().expect("there").permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(at("fixed.html"), rights).expect("set");
    let done = write(&at("fixed.html"));
    assert_eq!(code(&done), 1, "{}", said(&done));
    assert_eq!(text(&at("fixed.html")), "old");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_a_failure_that_is_said() {
    for arguments in [
        &["convert", "longde-2020.json"][..],
        &["check", "longde-2020.json"],
        &["render", "longde-2020.json", "--fragment"],
        &["schema"],
        &["help"],
    ] {
        let full = std::fs::File::options().write(true).open("/dev/full");
        let done = Command::new(env!("CARGO_BIN_EXE_gongkai"))
            .args(arguments.iter().map(|word| match *word {
                "longde-2020.json" => sample(word),
                word => word.to_owned(),
            }))
            .args(["--lang", "en"])
            .stdout(full.expect("a full disk"))
            .output()
            .expect("the program runs");
        assert_eq!(code(&done), 1, "{arguments:?}: {}", said(&done));
        let words = "Cannot write standard output: the disk is full";
        assert!(
            said(&done).contains(words),
            "{arguments:?}: {}",
            said(&done)
        );
    }
}

#[test]
fn a_file_that_is_not_read_is_named_by_every_command_that_passes_it() {
    let folder = folder();
    std::fs::write(
        folder.path().join("old.doc"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    )
    .expect("written");
    std::fs::write(folder.path().join("a.rtf"), b"{\\rtf1 a}").expect("written");
    std::fs::write(folder.path().join("b.docx"), b"\xff\xfe\x00\xd8no zip").expect("written");
    std::fs::write(folder.path().join("c.ofd"), b"PK\x03\x04 but no document").expect("written");
    let path = folder.path().display().to_string();
    let done = gongkai(&["convert", "--folder", &path]);
    assert_eq!(code(&done), 1, "{}", said(&done));
    for words in [
        "old.doc is damaged",
        "a.rtf holds neither",
        "c.ofd is of a kind",
        "b.docx is damaged",
    ] {
        assert!(said(&done).contains(words), "{words}: {}", said(&done));
    }
    assert!(!said(&done).contains("gongkai convert."), "{}", said(&done));
    // A catalogue contains JSON only; a file without JSON of the same name is reported.
    std::fs::copy(
        sample("longde-2020.json"),
        folder.path().join("longde.json"),
    )
    .expect("copied");
    std::fs::write(folder.path().join("longde.html"), "its source").expect("written");
    std::fs::write(folder.path().join("c.txt"), "not converted").expect("written");
    let done = gongkai(&["catalog", &path]);
    assert_eq!(code(&done), 2, "{}", said(&done));
    for name in ["old.doc", "a.rtf", "b.docx", "c.ofd", "c.txt"] {
        assert!(said(&done).contains(name), "{name}: {}", said(&done));
    }
    assert!(!said(&done).contains("longde.html"), "{}", said(&done));
}

#[test]
fn a_page_in_another_folder_finds_its_json() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("data")).expect("made");
    let report = folder.path().join("data/县 2020.json");
    std::fs::copy(sample("longde-2020.json"), &report).expect("copied");
    let bundle = folder.path().join("bundle");
    std::fs::create_dir(&bundle).expect("made");
    std::fs::write(bundle.join("manifest.json"), r#"{"files":{}}"#).expect("written");
    for (output, src) in [
        ("page.html", "data/县%202020.json"),
        ("data/page.html", "县%202020.json"),
        ("pages/new/page.html", "../../data/县%202020.json"),
    ] {
        let path = folder.path().join(output);
        let done = gongkai(&[
            "render",
            &report.display().to_string(),
            "--bundle",
            &bundle.display().to_string(),
            "-o",
            &path.display().to_string(),
        ]);
        assert_eq!(code(&done), 0, "{}", said(&done));
        let page = text(&path);
        assert!(page.contains(&format!("src=\"{src}\"")), "{output}");
        assert!(said(&done).contains(src), "{}", said(&done));
    }
}

#[test]
fn an_output_that_is_no_folder_is_said_once() {
    let folder = folder();
    for name in ["a.txt", "b.txt"] {
        std::fs::copy(fixture("cells-2019.txt"), folder.path().join(name)).expect("copied");
    }
    let out = folder.path().join("a.txt").display().to_string();
    let path = folder.path().display().to_string();
    for lang in ["en", "zh-CN"] {
        let done = gongkai(&["convert", "--folder", &path, "-o", &out, "--lang", lang]);
        assert_eq!(code(&done), 1);
        assert_eq!(said(&done).lines().count(), 2, "{}", said(&done));
        assert!(!said(&done).contains("os error"), "{}", said(&done));
    }
}

#[test]
fn a_mistake_in_a_json_is_told_with_its_line() {
    let folder = folder();
    let good = text(Path::new(&sample("longde-2020.json")));
    let line = good
        .lines()
        .position(|line| line.contains("\"year\""))
        .expect("a year")
        + 1;
    let file = folder.path().join("a.json");
    for (from, to) in [
        ("\"year\": 2020", "\"year\": 20200"),
        ("\"year\": 2020", "\"year\": ,"),
    ] {
        assert!(good.contains(from));
        std::fs::write(&file, good.replacen(from, to, 1)).expect("written");
        let done = gongkai(&["check", &file.display().to_string()]);
        assert_eq!(code(&done), 1);
        let words = format!("a.json (line {line})");
        assert!(said(&done).contains(&words), "{words}: {}", said(&done));
    }
}

#[test]
fn explaining_prints_the_rule_of_each_number_in_section_one() {
    let folder = folder();
    let source = folder.path().join("a.txt");
    let report = "虚构县2020年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息300条，其中网站200条，微信100条。2019年公开280条。\n二、主动公开政府信息情况\n";
    std::fs::write(&source, report).expect("written");
    let file = source.display().to_string();
    let output = folder.path().join("a.json").display().to_string();
    let done = gongkai(&["convert", &file, "-o", &output, "--explain"]);
    for line in [
        "Line 3: “300条” → ",
        "disclosure.total.count",
        "Line 3: “200条” → 网站 (disclosure.channels[0].count): a part of the total, by channel [channel-part]",
        "left out: a number of another year, or of several years [other-year]",
    ] {
        assert!(said(&done).contains(line), "{line}: {}", said(&done));
    }
    let without = gongkai(&["convert", &file, "-o", &output]);
    assert!(!said(&without).contains("[channel-part]"));
    let both = gongkai(&["convert", "--folder", &file, "--explain"]);
    assert_eq!(code(&both), 1);
    assert!(said(&both).contains("--explain needs a single file"));
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_mode_and_a_new_one_follows_the_mask() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let out = folder.path().join("out.json");
    let run = |mask: &str| {
        let program = env!("CARGO_BIN_EXE_gongkai");
        let command = format!("umask {mask}; exec \"$0\" convert \"$1\" -o \"$2\"");
        let status = std::process::Command::new("sh")
            .args(["-c", &command, program])
            .args([fixture("cells-2019.txt"), out.clone()])
            .stderr(std::process::Stdio::null())
            .status();
        assert!(status.expect("run").success());
        out.metadata().expect("a file").permissions().mode() & 0o777
    };
    assert_eq!(run("077"), 0o600);
    std::fs::set_permissions(&out, std::fs::Permissions::from_mode(0o664)).expect("set");
    assert_eq!(run("077"), 0o664);
    std::fs::remove_file(&out).expect("removed");
    assert_eq!(run("002"), 0o664);
}
