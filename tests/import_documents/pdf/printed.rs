//! Pages of the corpus that a browser printed (`print.mjs`): they convert as their HTML does.

use gongkai::import::kind::open;
use gongkai::import::read;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

const PRINTED: [(&str, &str); 4] = [
    ("html-blank-cells", "collapsed"),
    ("html-br-in-labels", "wide"),
    ("extra-rows-html", "halves"),
    ("traditional-utf8", "collapsed"),
];

/// Every number and name of a file, by its path. What only a page has is left out: its paragraphs
/// and what its head says.
fn leaves(path: &Path) -> BTreeMap<String, Value> {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let document = open(&name, &bytes).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let imported = read(&document).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let mut leaves = BTreeMap::new();
    let report = serde_json::to_value(&imported.report).expect("a report is JSON");
    let mut rest = vec![(String::new(), report)];
    while let Some((path, value)) = rest.pop() {
        match value {
            Value::Object(fields) => {
                rest.extend(
                    fields
                        .into_iter()
                        .map(|(key, value)| (format!("{path}.{key}"), value)),
                );
            }
            Value::Array(items) => {
                let items = items.into_iter().enumerate();
                rest.extend(items.map(|(at, value)| (format!("{path}[{at}]"), value)));
            }
            leaf if path.starts_with(".text") || path.starts_with(".source") => drop(leaf),
            leaf => drop(leaves.insert(path, leaf)),
        }
    }
    leaves
}

#[test]
fn a_printed_page_gives_the_cells_of_its_html() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut right = 0;
    for (name, style) in PRINTED {
        let page = leaves(&root.join(format!("corpus/reports/{name}.html")));
        let pdf = leaves(&root.join(format!("import_documents/pdf/{name}.{style}.pdf")));
        let missing: Vec<_> = page
            .keys()
            .filter(|path| !pdf.contains_key(*path))
            .collect();
        let wrong: Vec<_> = pdf
            .iter()
            .filter(|(path, leaf)| page.get(*path) != Some(leaf))
            .collect();
        assert!(
            wrong.is_empty() && missing.is_empty(),
            "{name}: {wrong:?}\nmissing {missing:?}"
        );
        right += pdf.len();
    }
    assert!(right > 700, "{right}");
}
