//! What a report says besides its tables: whose it is, its sections, and the figures of its sentences.

mod longde;

use gongkai::import::{Block, Document, Gap, Imported, Line, Place, Subject, read};
use gongkai::model::Report;

fn document(text: &str) -> Document {
    let lines = (1..).zip(text.lines());
    let blocks = lines.map(|(at, text)| {
        Block::Line(Line {
            place: Place::Line(at),
            text: text.to_owned(),
        })
    });
    Document {
        blocks: blocks.collect(),
        ..Document::default()
    }
}

fn imported(text: &str) -> Imported {
    let imported = read(&document(text)).unwrap_or_else(|e| panic!("{e:?}\n{text}"));
    let written = imported.report.write();
    let again = Report::read(&written).unwrap_or_else(|e| panic!("{e:?}\n{written}"));
    assert_eq!(again, imported.report);
    imported
}

/// The gaps that the prose left: whether there is a table is another's affair.
fn gaps(imported: &Imported) -> Vec<(Gap, String)> {
    let notes = imported.notes.iter();
    let gaps = notes.filter_map(|note| match &note.subject {
        Subject::Gap(Gap::NoTable(_) | Gap::Edition) | Subject::Remark(_) => None,
        Subject::Gap(gap) => Some((gap.clone(), note.excerpt.clone())),
    });
    gaps.collect()
}
