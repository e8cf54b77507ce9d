//! Files that would exhaust a careless reader's memory: each is refused quickly with one sentence.

use super::*;
use std::io::Write;
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

/// The program's memory limit in kilobytes.
const MOST: u32 = 300 * 1024;

/// Long enough for a debug build on a busy machine.
const SOON: Duration = Duration::from_secs(120);

/// Runs the program with limited memory, if the shell can limit it.
fn bounded(most: u32, arguments: &[&str]) -> Output {
    let output = command(most).args(arguments).output();
    output.expect("the program runs")
}

fn command(most: u32) -> Command {
    let program = env!("CARGO_BIN_EXE_gongkai");
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        let script = format!("ulimit -v {most} && exec \"$0\" \"$@\"");
        shell.args(["-c", &script, program]);
        shell
    } else {
        Command::new(program)
    };
    command.env("LANG", "C.UTF-8");
    command
}

/// Each command that takes the file refuses it, names it in one sentence and writes nothing.
fn refused(file: &Path, words: &str) {
    let folder = folder();
    let out = folder.path().join("out.json");
    let (path, out_path) = (file.display().to_string(), out.display().to_string());
    let start = Instant::now();
    let done = bounded(MOST, &["convert", &path, "-o", &out_path]);
    let said = said(&done);
    assert_eq!(code(&done), 1, "{said}");
    let lines: Vec<&str> = said.lines().collect();
    let [sentence, "Nothing was written."] = lines[..] else {
        panic!("{said}");
    };
    assert!(sentence.contains(&path), "{sentence}");
    assert!(sentence.contains(words), "{sentence}");
    assert!(done.stdout.is_empty());
    assert!(!out.exists());
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

fn sparse(path: &Path, size: u64) {
    let file = std::fs::File::create(path).expect("made");
    file.set_len(size).expect("made that long");
}

/// A .docx with this document.
fn docx(path: &Path, text: impl FnOnce(&mut dyn Write)) {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).expect("made"));
    let options = SimpleFileOptions::default().compression_level(Some(1));
    zip.start_file("[Content_Types].xml", options)
        .expect("a part");
    zip.write_all(
        br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
    )
    .expect("written");
    zip.start_file("word/document.xml", options)
        .expect("a part");
    text(&mut zip);
    zip.finish().expect("written");
}

const BODY: &str = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

#[test]
fn a_file_of_200_mb_is_refused_without_being_read() {
    let folder = folder();
    for name in ["large.html", "large.txt", "large.docx", "large.json"] {
        let file = folder.path().join(name);
        sparse(&file, 200_000_000);
        refused(&file, "limit of 6");
    }
    let file = folder.path().join("large.json").display().to_string();
    // A tenth of its content.
    for command in ["check", "render"] {
        let done = bounded(100 * 1024, &[command, &file]);
        assert_eq!(code(&done), 1, "{}", said(&done));
        assert!(said(&done).contains("limit of 6"), "{}", said(&done));
        assert_eq!(said(&done).lines().count(), 1, "{}", said(&done));
    }
}

#[test]
fn standard_input_without_an_end_is_refused() {
    let folder = folder();
    let file = folder.path().join("large.txt");
    sparse(&file, 2_000_000_000);
    let input = std::fs::File::open(&file).expect("a file");
    let done = command(MOST).args(["convert", "-"]).stdin(input).output();
    let done = done.expect("the program runs");
    assert_eq!(code(&done), 1, "{}", said(&done));
    assert!(said(&done).contains("limit of 6"), "{}", said(&done));
}

#[test]
fn a_zip_bomb_is_refused() {
    let folder = folder();
    let file = folder.path().join("bomb.docx");
    docx(&file, |to| {
        to.write_all(BODY.as_bytes()).expect("written");
        let paragraph = "<w:p><w:r><w:t>政府信息公开工作年度报告</w:t></w:r></w:p>".repeat(10_000);
        for _ in 0..150 {
            to.write_all(paragraph.as_bytes()).expect("written");
        }
    });
    let size = file.metadata().expect("a file").len();
    assert!(size < 5_000_000, "{size}");
    refused(&file, "when unpacked");
}

#[test]
fn a_docx_that_ends_early_is_refused() {
    let folder = folder();
    let whole = folder.path().join("whole.docx");
    docx(&whole, |to| {
        to.write_all(BODY.as_bytes()).expect("written");
        to.write_all(b"</w:body></w:document>").expect("written");
    });
    let bytes = std::fs::read(&whole).expect("a file");
    for part in [bytes.len() / 3, bytes.len() / 2, bytes.len() - 10] {
        let file = folder.path().join("cut.docx");
        std::fs::write(&file, &bytes[..part]).expect("written");
        refused(&file, "damaged");
    }
}

#[test]
fn a_table_of_a_million_cells_is_refused() {
    let folder = folder();
    let row = format!("<tr>{}</tr>", "<td>1</td>".repeat(1000));
    let page = format!(
        "<title>某县2020年政府信息公开工作年度报告</title><table>{}</table>",
        row.repeat(1000)
    );
    let file = folder.path().join("million.html");
    std::fs::write(&file, page).expect("written");
    refused(&file, "more than a report can");
    let spanned = folder.path().join("spans.html");
    let row = "<tr><td colspan=1000 rowspan=65534>1</td></tr>".repeat(1000);
    std::fs::write(&spanned, format!("<table>{row}</table>")).expect("written");
    refused(&spanned, "spans.html");
    let word = folder.path().join("million.docx");
    docx(&word, |to| {
        let cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
        let row = format!("<w:tr>{}</w:tr>", cell.repeat(1000));
        let table = format!(
            "{BODY}<w:tbl>{}</w:tbl></w:body></w:document>",
            row.repeat(1000)
        );
        to.write_all(table.as_bytes()).expect("written");
    });
    refused(&word, "million.docx");
}

#[test]
fn a_page_nested_100_000_deep_is_refused() {
    let folder = folder();
    let deep = 100_000;
    for (name, open) in [
        ("div.html", "<div>"),
        ("table.html", "<table><tr><td>"),
        ("list.html", "<ul><li>"),
        ("b.html", "<b><i>"),
    ] {
        let file = folder.path().join(name);
        std::fs::write(&file, open.repeat(deep)).expect("written");
        refused(&file, name);
    }
    let word = folder.path().join("deep.docx");
    docx(&word, |to| {
        let table = "<w:tbl><w:tr><w:tc>".repeat(deep);
        to.write_all(BODY.as_bytes()).expect("written");
        to.write_all(table.as_bytes()).expect("written");
    });
    refused(&word, "deep.docx");
}

#[test]
fn a_json_nested_100_000_deep_is_refused() {
    let folder = folder();
    let file = folder.path().join("deep.json");
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let text = format!("{{\"format\":\"gongkai-report/1\",\"text\":{deep}}}");
    std::fs::write(&file, text).expect("written");
    let path = file.display().to_string();
    for command in ["check", "render"] {
        let done = bounded(MOST, &[command, &path]);
        assert_eq!(code(&done), 1, "{}", said(&done));
        assert!(said(&done).contains(&path), "{}", said(&done));
        assert_eq!(said(&done).lines().count(), 1, "{}", said(&done));
    }
}

/// A heading followed by a line, a clause, a list or open brackets that never end.
#[test]
fn words_without_an_end_are_refused_or_left_out_soon() {
    let folder = folder();
    let head = "虚构县2020年政府信息公开工作年度报告\n一、总体情况\n主动公开政府信息300条。";
    let text = |piece: &str, bytes: usize| head.to_owned() + &piece.repeat(bytes / piece.len());
    let file = folder.path().join("line.txt");
    std::fs::write(&file, text("召开推进会3次，", 60_000_000)).expect("written");
    refused(&file, "characters");
    for piece in [
        "公开较上年增加3条、",
        "召开推进会3次，",
        "召开推进会3次，\n",
        "1（",
        "1*",
        "未收到申请，",
        "一、总体情况\n",
        "虚构县2020年政府信息公开工作年度报告\n",
    ] {
        // Far longer than a paragraph may be, and slightly shorter.
        for bytes in [200_000, 50_000] {
            std::fs::write(&file, text(piece, bytes)).expect("written");
            let start = Instant::now();
            let done = bounded(MOST, &["convert", &file.display().to_string()]);
            assert_eq!(code(&done), 2, "{piece}: {}", said(&done));
            assert!(start.elapsed() < SOON, "{piece}: {:?}", start.elapsed());
        }
    }
}
