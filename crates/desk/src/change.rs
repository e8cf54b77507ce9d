//! Changes to a report, each with its inverse.

use crate::cells::{is_in, keep_edition, set_amount, set_cell};
use gongkai_model::{
    Agency, Amount, Applications, Cell, CellRef, Disclosure, Edition, Period, Proactive,
    ProactiveColumn, ProactiveKey, Remark, Report, Section, Source,
};

/// One change to a report: the part and its new value.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The agency that reports.
    Agency(Agency),
    /// The year of the report.
    Year(u16),
    /// The days that the report covers; `None` if it does not state them.
    Period(Option<Period>),
    /// Where the report was published; `None` if that is not known.
    Source(Option<Source>),
    /// A cell of a statutory table. No effect if the form of the report's edition lacks it.
    Cell(CellRef, Cell),
    /// The amount of a row of section two. No effect if the form lacks it.
    Amount(ProactiveKey, Amount),
    /// Several cells at once, as when a block is pasted.
    Cells(Vec<Change>),
    /// Section one.
    Disclosure(Option<Disclosure>),
    /// The edition. Cells that its form lacks are removed.
    Edition(Edition),
    /// The edition and the sections that depend on it: the inverse of `Edition`.
    Form(Box<Form>),
    /// The agency's explanations, all of them.
    Remarks(Vec<Remark>),
    /// The text of the report, all sections.
    Text(Vec<Section>),
}

/// The edition of a report with the sections whose rows and columns depend on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    edition: Edition,
    proactive: Option<Proactive>,
    applications: Option<Applications>,
}

impl Change {
    /// Makes the change and returns its inverse.
    pub fn apply(self, report: &mut Report) -> Change {
        match self {
            Change::Agency(agency) => Change::Agency(std::mem::replace(&mut report.agency, agency)),
            Change::Year(year) => Change::Year(std::mem::replace(&mut report.year, year)),
            Change::Period(period) => Change::Period(std::mem::replace(&mut report.period, period)),
            Change::Source(source) => Change::Source(std::mem::replace(&mut report.source, source)),
            Change::Cell(at, cell) => {
                if !is_in(at, report.edition) {
                    return Change::Cell(at, Cell::Missing);
                }
                Change::Cell(at, set_cell(report, at, cell))
            }
            Change::Amount(row, amount) => {
                if !row
                    .columns(report.edition)
                    .contains(&ProactiveColumn::Amount)
                {
                    return Change::Amount(row, Amount::Missing);
                }
                Change::Amount(row, set_amount(report, row, amount))
            }
            Change::Cells(changes) => {
                let inverses = changes.into_iter().map(|change| change.apply(report));
                let mut inverses: Vec<Change> = inverses.collect();
                inverses.reverse();
                Change::Cells(inverses)
            }
            Change::Disclosure(disclosure) => {
                let disclosure = disclosure.filter(|one| *one != Disclosure::default());
                Change::Disclosure(std::mem::replace(&mut report.disclosure, disclosure))
            }
            Change::Edition(edition) => {
                let before = Form {
                    edition: report.edition,
                    proactive: report.proactive.clone(),
                    applications: report.applications.clone(),
                };
                report.edition = edition;
                keep_edition(report);
                Change::Form(Box::new(before))
            }
            Change::Form(form) => {
                let Form {
                    edition,
                    proactive,
                    applications,
                } = *form;
                Change::Form(Box::new(Form {
                    edition: std::mem::replace(&mut report.edition, edition),
                    proactive: std::mem::replace(&mut report.proactive, proactive),
                    applications: std::mem::replace(&mut report.applications, applications),
                }))
            }
            Change::Remarks(remarks) => {
                Change::Remarks(std::mem::replace(&mut report.remarks, remarks))
            }
            Change::Text(text) => Change::Text(std::mem::replace(&mut report.text, text)),
        }
    }
}

/// The changes that were made and can be undone, and those that were undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The inverses of the changes, the latest last.
    done: Vec<Change>,
    /// What was undone, the latest last.
    undone: Vec<Change>,
}

impl History {
    /// Makes a change. Changes that were undone before can no longer be made again.
    pub fn make(&mut self, change: Change, report: &mut Report) {
        self.done.push(change.apply(report));
        self.undone.clear();
    }

    /// Takes the latest change back. Returns whether there was one.
    pub fn undo(&mut self, report: &mut Report) -> bool {
        let Some(inverse) = self.done.pop() else {
            return false;
        };
        self.undone.push(inverse.apply(report));
        true
    }

    /// Makes the change again that was undone last. Returns whether there was one.
    pub fn redo(&mut self, report: &mut Report) -> bool {
        let Some(change) = self.undone.pop() else {
            return false;
        };
        self.done.push(change.apply(report));
        true
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a change to make again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// How many changes are in effect.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether no change is in effect.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }
}
