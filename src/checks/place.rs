//! Where in a report a number stands.

use crate::model::{Applicant, BlockColumn, BlockKey, ProactiveColumn, ProactiveKey, RowKey};

/// A cell or a passage of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Year,
    PeriodFrom,
    PeriodTo,
    /// The total of published information that section one states.
    Total,
    /// A listed category, by its index.
    Category(usize),
    StatedReceived,
    StatedCompleted,
    Proactive(ProactiveKey, ProactiveColumn),
    Application(RowKey, Applicant),
    Review(BlockKey, BlockColumn),
    /// A paragraph, by the indices of its section and its own.
    Paragraph(usize, usize),
}

impl Place {
    /// Every cell that either edition's form may have, in the form's order.
    pub fn cells() -> impl Iterator<Item = Place> {
        let proactive = ProactiveKey::ALL.iter().flat_map(|&row| {
            let columns = ProactiveColumn::ALL.iter().copied();
            columns.map(move |column| Place::Proactive(row, column))
        });
        let applications = RowKey::ALL.iter().flat_map(|&row| {
            let columns = Applicant::ALL.iter().copied();
            columns.map(move |column| Place::Application(row, column))
        });
        let reviews = BlockKey::ALL.iter().flat_map(|&block| {
            let columns = BlockColumn::ALL.iter().copied();
            columns.map(move |column| Place::Review(block, column))
        });
        proactive.chain(applications).chain(reviews)
    }

    /// As a [`ReadError`](crate::model::ReadError) names it: `applications.received[6]`.
    pub fn path(self) -> String {
        let number = |n: usize| n.to_string();
        match self {
            Place::Year => "year".to_owned(),
            Place::PeriodFrom => "period.from".to_owned(),
            Place::PeriodTo => "period.to".to_owned(),
            Place::Total => "disclosure.total".to_owned(),
            Place::Category(index) => ["disclosure.categories[", &number(index), "]"].concat(),
            Place::StatedReceived => "disclosure.applications.received".to_owned(),
            Place::StatedCompleted => "disclosure.applications.completed".to_owned(),
            Place::Proactive(row, column) => [row.path(), ".", column.field()].concat(),
            Place::Application(row, column) => [row.path(), "[", column.field(), "]"].concat(),
            Place::Review(block, column) => [block.path(), ".", column.field()].concat(),
            Place::Paragraph(section, index) => {
                let (section, index) = (number(section), number(index));
                ["text[", &section, "].paragraphs[", &index, "]"].concat()
            }
        }
    }
}

/// A place in the report of one year, so that a finding can speak of two reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellRef {
    pub year: u16,
    pub place: Place,
}

impl CellRef {
    /// See [`Place::path`].
    pub fn path(self) -> String {
        self.place.path()
    }
}
