//! Pages of the corpus that a browser printed (`print.mjs`): they convert as their HTML does.

use gongkai_import::file_format::open;
use gongkai_import::read;
use gongkai_model::Row;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

const PRINTED: [(&str, &str); 7] = [
    ("html-blank-cells", "collapsed"),
    ("html-br-in-labels", "wide"),
    ("extra-rows-html", "halves"),
    ("traditional-utf8", "collapsed"),
    ("title-station", "bare"),
    ("html-blank-cells", "centred"),
    ("old-portal-2019", "own"),
];

/// Every number and name of a file, by its path. What only a page has is left out: its paragraphs
/// and what its head says.
fn leaves(path: &Path) -> BTreeMap<String, Value> {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let document = open(&name, &bytes).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let imported = read(&document).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    leaves_of(serde_json::to_value(&imported.report).expect("a report is JSON"))
}

/// A cell of section three is named by its index, whether or not its row lacks cells.
pub fn leaves_of(report: Value) -> BTreeMap<String, Value> {
    let mut leaves = BTreeMap::new();
    let mut rest = vec![(String::new(), report)];
    while let Some((path, value)) = rest.pop() {
        match value {
            Value::Object(fields) => rest.extend(fields.into_iter().map(|(key, value)| {
                let column = Row::COLUMNS.iter().position(|name| *name == key);
                match column.filter(|_| path.starts_with(".applications.") && !value.is_array()) {
                    Some(index) if !value.is_object() => (format!("{path}[{index}]"), value),
                    _ => (format!("{path}.{key}"), value),
                }
            })),
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
        let pdf = leaves(&root.join(format!("documents/pdf/{name}.{style}.pdf")));
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

#[test]
fn a_table_that_the_paper_cuts_gives_no_figures_of_a_number() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let page = leaves(&root.join("corpus/reports/old-portal-2019.html"));
    let pdf = leaves(&root.join("documents/pdf/old-portal-2019.cut.pdf"));
    // A sentence that is cut off looks like any other.
    let figures = pdf.iter().filter(|(_, leaf)| !leaf.is_string());
    let wrong: Vec<_> = figures
        .filter(|(path, leaf)| page.get(*path) != Some(leaf))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(
        !pdf.keys()
            .any(|path| path.starts_with(".applications.received"))
    );
    assert!(pdf.len() > 40, "{}", pdf.len());
}
