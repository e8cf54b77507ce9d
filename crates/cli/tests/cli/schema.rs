//! `gongkai schema`.

use super::*;

#[test]
fn the_schema_is_printed_or_written_and_is_one_and_the_same() {
    let folder = folder();
    let out = folder.path().join("new/report.schema.json");
    let printed = gongkai(&["schema"]);
    assert_eq!(code(&printed), 0);
    let done = gongkai(&["schema", "-o", &out.display().to_string()]);
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(done.stdout.is_empty());
    assert!(
        said(&done).contains("report.schema.json"),
        "{}",
        said(&done)
    );
    let written = std::fs::read(&out).expect("written");
    assert_eq!(written, printed.stdout);
    let schema: serde_json::Value = serde_json::from_slice(&written).expect("JSON");
    assert_eq!(schema["$id"], "/schema/gongkai-report-1.json");
}

#[test]
fn a_place_that_cannot_be_written_to_is_named() {
    let folder = folder();
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("written");
    let below = file.join("schema.json").display().to_string();
    let done = gongkai(&["schema", "-o", &below]);
    assert_eq!(code(&done), 1);
    assert!(said(&done).contains(&below), "{}", said(&done));
}
