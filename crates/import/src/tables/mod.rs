//! The statutory tables of sections two, three and four, from cells and from text in any layout.
//!
//! `from_text` and `from_grid` bring both layouts to rows of labels and values;
//! `proactive`, `applications` and `reviews` read the rows of each section; `assemble` makes the
//! report's fields of them.
//!
//! Rows and columns are recognised by the form's words. If a row has not as many values as the form
//! and nothing shows which cells are blank, the whole row is left out: a shifted number is worse than
//! a missing one.

mod applications;
mod assemble;
mod from_grid;
mod from_text;
mod labelled_row;
mod parts;
mod proactive;
mod reviews;
mod sheet;

use super::{Block, Document, FormSection, Gap, Line, Log};
use assemble::Collected;
use gongkai_model::{Applications, Edition, Proactive, Reviews};
#[cfg(feature = "pdf")]
pub(crate) use parts::part_begun_by;
pub(crate) use parts::part_of_section_title;
use parts::{part_of_line, part_without_heading};
pub(crate) use sheet::split_sheets;

/// The contents of the statutory tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    /// By headings and rows; `None` if they do not tell.
    pub edition: Option<Edition>,
    /// Section two, if its table was found.
    pub proactive: Option<Proactive>,
    /// Section three, likewise.
    pub applications: Option<Applications>,
    /// Section four, likewise.
    pub reviews: Option<Reviews>,
    /// For each block of the document, whether it belongs to one of the tables.
    pub in_tables: Vec<bool>,
}

/// Reads the tables of sections two, three and four.
pub fn read(document: &Document, log: &mut Log) -> Tables {
    let mut collected = Collected::default();
    let mut in_tables = vec![false; document.blocks.len()];
    let mut part: Option<FormSection> = None;
    // The part that the report's own headings announce.
    let mut section: Option<FormSection> = None;
    let mut lines: Vec<(usize, &Line)> = Vec::new();
    let mut continuation = from_grid::Continuation::default();
    let blocks = document.blocks.iter().enumerate();
    for ((index, block), is_in_table) in blocks.zip(&mut in_tables) {
        match block {
            Block::Table(grid) => {
                from_text::read(part, &mut lines, &mut collected, log);
                let grid = (index, grid);
                *is_in_table = from_grid::read(grid, part, &mut continuation, &mut collected, log);
            }
            Block::Line(line) => {
                section = part_of_section_title(&line.text).unwrap_or(section);
                let next = part_of_line(&line.text, part);
                let next = next.or_else(|| part_without_heading(&line.text, section));
                if next != part {
                    from_text::read(part, &mut lines, &mut collected, log);
                    part = next;
                }
                if part.is_some() {
                    lines.push((index, line));
                    *is_in_table = true;
                }
            }
        }
    }
    from_text::read(part, &mut lines, &mut collected, log);
    assemble(&collected, in_tables, log)
}

/// Makes the report's fields of the rows.
fn assemble(collected: &Collected, in_tables: Vec<bool>, log: &mut Log) -> Tables {
    let edition = collected.edition(log);
    let mut proactive = edition.and_then(|edition| assemble::proactive(collected, edition, log));
    let mut applications = assemble::applications(collected, edition.unwrap_or_default(), log);
    let mut reviews = assemble::reviews(collected, log);
    assemble::leave_out_gaps(
        log,
        proactive.as_mut(),
        applications.as_mut(),
        reviews.as_mut(),
    );
    let mut report_missing = |part: FormSection, path: &str| {
        log.gap(None, "", Some(path.to_owned()), Gap::NoTable(part));
    };
    if proactive.is_none() {
        report_missing(FormSection::Proactive, "proactive");
    }
    if applications.is_none() {
        report_missing(FormSection::Applications, "applications");
    }
    // If it was printed twice with different values, a gap says so already.
    if reviews.is_none() && collected.reviews.is_empty() {
        report_missing(FormSection::Reviews, "reviews");
    }
    Tables {
        edition,
        proactive,
        applications,
        reviews,
        in_tables,
    }
}
