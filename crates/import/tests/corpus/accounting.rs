//! Every number that a person sees in a table is in the report or in a note, and evidence quotes the
//! document.

use crate::fixture;
use gongkai_import::{
    Block, Document, Gap, Imported, Location, Note, NoteKind, Source, open, read_with,
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A number in a table: its passage, its location and its text.
struct Seen {
    block: usize,
    cell: Option<(usize, usize)>,
    locations: BTreeSet<Location>,
    text: String,
}

/// Whether a text is a number as a form prints it, and not a label with a number in it.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_other = |c: char| "+-−－—,，.．件项个条次宗份元万".contains(c);
    text.contains(is_digit) && text.chars().all(|c| is_digit(c) || is_other(c))
}

fn numbers(document: &Document) -> Vec<Seen> {
    let mut seen = Vec::new();
    for (block, content) in document.blocks.iter().enumerate() {
        match content {
            Block::Table(grid) => {
                for (row, cells) in grid.rows.iter().enumerate() {
                    // A note about a row is at any of its cells.
                    let locations: BTreeSet<Location> =
                        cells.iter().map(|cell| cell.location).collect();
                    let numbers = cells.iter().enumerate();
                    seen.extend(numbers.filter(|(_, cell)| is_number(&cell.text)).map(
                        |(index, cell)| Seen {
                            block,
                            cell: Some((row, index)),
                            locations: locations.clone(),
                            text: cell.text.trim().to_owned(),
                        },
                    ));
                }
            }
            Block::Line(line) => {
                let is_separator = |c: char| matches!(c, '\t' | '|' | '｜' | '│' | '┃' | '¦');
                let fields: Vec<&str> = line.text.split(is_separator).map(str::trim).collect();
                let filled: Vec<&str> = fields.into_iter().filter(|one| !one.is_empty()).collect();
                // The number of the row comes before its label.
                let own = match filled.as_slice() {
                    [number, label, rest @ ..] if is_number(number) && !is_number(label) => rest,
                    all => all,
                };
                let numbers: Vec<&&str> = own.iter().filter(|field| is_number(field)).collect();
                // A line with one number may be anything.
                for field in numbers.iter().filter(|_| numbers.len() > 1) {
                    seen.push(Seen {
                        block,
                        cell: None,
                        locations: BTreeSet::from([line.location]),
                        text: (**field).to_string(),
                    });
                }
            }
        }
    }
    seen
}

fn is_read(seen: &Seen, imported: &Imported) -> bool {
    imported.evidence.iter().any(|evidence| {
        let source = &evidence.source;
        source.block == seen.block
            && source.row.zip(source.cell) == seen.cell
            && evidence.text.contains(&seen.text)
    })
}

fn is_noted(seen: &Seen, notes: &[Note]) -> bool {
    notes.iter().any(|note| {
        let is_here = note.location.is_some_and(|at| is_at(seen, at));
        // A note on a second report or a second row stands for all that is in it.
        let is_of_other = matches!(
            note.kind,
            NoteKind::Gap(Gap::OtherReport | Gap::TwiceDifferent)
        );
        is_here || is_of_other || note.excerpt.contains(&seen.text)
    })
}

/// Whether a note's location is that of a number's row. The row of a text begins a line or two above
/// its numbers.
fn is_at(seen: &Seen, at: Location) -> bool {
    seen.locations.iter().any(|own| match (own, at) {
        (Location::Line(own), Location::Line(at)) => (at..=at + 2).contains(own),
        _ => *own == at,
    })
}

/// The text of a passage; `None` if the document has no such passage.
fn passage(document: &Document, source: &Source) -> Option<String> {
    let text = match (document.blocks.get(source.block)?, source.row, source.cell) {
        (Block::Line(line), None, None) => &line.text,
        (Block::Table(grid), Some(row), Some(cell)) => &grid.rows.get(row)?.get(cell)?.text,
        _ => return None,
    };
    let length = source.chars.end.checked_sub(source.chars.start)?;
    Some(text.chars().skip(source.chars.start).take(length).collect())
}

fn files() -> Vec<(String, Vec<u8>)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut files: Vec<(String, Vec<u8>)> = fixture::all()
        .into_iter()
        .map(|fixture| (fixture.file, fixture.bytes))
        .collect();
    for folder in ["documents/faults", "documents/pdf"] {
        let entries = std::fs::read_dir(tests.join(folder)).expect("a folder");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().expect("a name").to_string_lossy();
            if [".pdf", ".docx", ".html"]
                .iter()
                .any(|end| name.ends_with(end))
            {
                files.push((name.into_owned(), std::fs::read(&path).expect("a file")));
            }
        }
    }
    files
}

fn all() -> Vec<(String, Document, Imported)> {
    let given = gongkai_import::Overrides {
        agency: Some("虚构县人民政府".to_owned()),
        year: Some(2022),
        ..Default::default()
    };
    let read = |(name, bytes): (String, Vec<u8>)| {
        let document = open(&name, &bytes).ok()?;
        // Refused with a sentence.
        let imported = read_with(&document, &given).ok()?;
        Some((name, document, imported))
    };
    files().into_iter().filter_map(read).collect()
}

#[test]
fn every_number_in_a_table_is_read_or_noted() {
    let mut lost = Vec::new();
    let mut count = 0;
    for (name, document, imported) in all() {
        for seen in numbers(&document) {
            count += 1;
            if !is_read(&seen, &imported) && !is_noted(&seen, &imported.notes) {
                lost.push(format!(
                    "{name}: {} at {:?}",
                    seen.text,
                    seen.locations.first()
                ));
            }
        }
    }
    assert!(count > 10_000, "{count}");
    assert_eq!(lost, [""; 0], "of {count}");
}

#[test]
fn evidence_quotes_the_document() {
    for (name, document, imported) in all() {
        assert!(!imported.evidence.is_empty(), "{name}");
        for evidence in &imported.evidence {
            let quoted = passage(&document, &evidence.source);
            let quoted = quoted.unwrap_or_else(|| panic!("{name}: {evidence:?}"));
            assert_eq!(quoted, evidence.text, "{name}: {evidence:?}");
        }
    }
}
