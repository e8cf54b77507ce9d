//! Finds numbers in the prose that are figures of the report, to link them to their cells.
//!
//! A number counts as a figure only if its words allow no other reading: a link to a wrong cell is
//! worse than no link. Prose is always in the report's own language.

mod context;
mod likeness;
mod numbers;
mod prose;
mod tables;
mod vocabulary;

use super::View;
use super::checks::view_of_cell;
use super::search::fold;
use context::Context;
use gongkai_model::{CellRef, Report};
use numbers::numbers;

/// The part of a paragraph that states a figure: the number with its hedge and its unit.
pub(super) struct Mention {
    /// A byte index into the paragraph.
    pub start: usize,
    pub end: usize,
    pub view: View,
    /// The path of the figure's cell.
    pub key: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Target {
    Cell(CellRef),
    Activity(usize),
}

impl Target {
    fn key(self) -> String {
        match self {
            Target::Cell(cell) => cell.path(),
            Target::Activity(index) => ["disclosure.activities[", &index.to_string(), "]"].concat(),
        }
    }

    fn view(self) -> Option<View> {
        match self {
            Target::Cell(CellRef::StatedReceived | CellRef::StatedCompleted) => {
                Some(View::Applications)
            }
            Target::Cell(cell) => view_of_cell(cell),
            Target::Activity(_) => Some(View::Activities),
        }
    }
}

/// A figure that a number may be, and the range of the folded text that states it.
struct Match {
    target: Target,
    start: usize,
    end: usize,
}

/// Finds the figures that a paragraph states, in order. `title` is the title of its section.
pub(super) fn mentions(report: &Report, title: &str, paragraph: &str) -> Vec<Mention> {
    let folded = fold(paragraph);
    let mut found = Vec::new();
    let mut last = 0;
    for number in numbers(&folded, paragraph) {
        let context = Context::new(report, title, &folded.text, &number, last);
        last = number.end;
        let Some(context) = context else {
            continue;
        };
        let Some(found_match) = context.figure() else {
            continue;
        };
        let (start, end) = folded.source(found_match.start, found_match.end);
        last = found_match.end;
        if let Some(view) = found_match.target.view() {
            found.push(Mention {
                start,
                end,
                view,
                key: found_match.target.key(),
            });
        }
    }
    found
}
