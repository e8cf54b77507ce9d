//! Kept pictures: `tests/snapshots/*.svg`, which any browser opens.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p gongkai-view --test drawings` writes them anew; look at each
//! changed picture before committing it.

use std::fs;
use std::path::Path;

/// The colours of the charts of the comparison in the light theme. Exported pictures have none,
/// because the comparison exports no pictures.
const COMPARISON: &str = "\
<style>
[class~='line'] { fill: none; stroke-width: 2.5px; }
[class~='end'] { stroke: #ffffff; stroke-width: 1px; }
.line.l0 { stroke: #0b57a4; } .end.l0 { fill: #0b57a4; }
.line.l1 { stroke: #a1330d; } .end.l1 { fill: #a1330d; }
.line.l2 { stroke: #1a6b3c; } .end.l2 { fill: #1a6b3c; }
.line.l3 { stroke: #7a3e9d; } .end.l3 { fill: #7a3e9d; }
.line.l4 { stroke: #8a6100; } .end.l4 { fill: #8a6100; }
.line.l5 { stroke: #4d5a66; } .end.l5 { fill: #4d5a66; }
.break { stroke: #525c67; stroke-dasharray: 5 4; stroke-width: 1.5px; }
.dots { fill: none; opacity: 0.75; stroke: #0b57a4; stroke-linecap: round; stroke-width: 4.8px; }
.quartile { stroke: #76808b; stroke-dasharray: 2 3; stroke-width: 1.5px; }
.leader { stroke: #76808b; stroke-width: 1px; }
.chosen { fill: #a1330d; stroke: #ffffff; stroke-width: 1.5px; }
</style>
";

/// Compares a picture with the kept one.
#[track_caller]
pub fn keep(name: &str, picture: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let path = folder.join(name).with_extension("svg");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, picture).expect("a folder that can be written");
        return;
    }
    let kept = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    if kept == picture {
        return;
    }
    let (mut old, mut new) = (kept.lines(), picture.lines());
    let changed = std::iter::from_fn(|| match (old.next(), new.next()) {
        (None, None) => None,
        lines => Some(lines),
    });
    let changed = changed.enumerate().find(|(_, (old, new))| old != new);
    panic!(
        "{} has changed, first in {changed:#?}; see tests/drawings/snapshot.rs for how to update it",
        path.display()
    );
}

/// As [`keep`], for a chart of the comparison.
#[track_caller]
pub fn keep_comparison(name: &str, picture: &str) {
    let (title, rest) = picture.split_once("</title>\n").expect("a title");
    keep(name, &[title, "</title>\n", COMPARISON, rest].concat());
}
