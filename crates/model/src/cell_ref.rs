//! References to the cells of a report.

use crate::{Applicant, BlockColumn, BlockKey, ProactiveColumn, ProactiveKey, RowKey};

/// A cell or a passage of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellRef {
    /// The year of the report.
    Year,
    /// The first day of the period.
    PeriodFrom,
    /// The last day of the period.
    PeriodTo,
    /// The total of published information that section one states.
    Total,
    /// A listed category, by its index.
    Category(usize),
    /// A channel, by its index.
    Channel(usize),
    /// A category of a channel, by the indices of the channel and its own.
    ChannelCategory(usize, usize),
    /// The applications received, as section one states them.
    StatedReceived,
    /// The applications completed, as section one states them.
    StatedCompleted,
    /// A cell of section two.
    Proactive(ProactiveKey, ProactiveColumn),
    /// A cell of section three.
    Application(RowKey, Applicant),
    /// A cell of section four.
    Review(BlockKey, BlockColumn),
    /// A paragraph, by the indices of its section and its own.
    Paragraph(usize, usize),
}

impl CellRef {
    /// All cells of sections two, three and four in either edition, in the form's order.
    pub fn cells() -> impl Iterator<Item = CellRef> {
        let proactive = ProactiveKey::ALL.iter().flat_map(|&row| {
            let columns = ProactiveColumn::ALL.iter().copied();
            columns.map(move |column| CellRef::Proactive(row, column))
        });
        let applications = RowKey::ALL.iter().flat_map(|&row| {
            let columns = Applicant::ALL.iter().copied();
            columns.map(move |column| CellRef::Application(row, column))
        });
        let reviews = BlockKey::ALL.iter().flat_map(|&block| {
            let columns = BlockColumn::ALL.iter().copied();
            columns.map(move |column| CellRef::Review(block, column))
        });
        proactive.chain(applications).chain(reviews)
    }

    /// The path as in a [`ReadError`](crate::ReadError): `applications.received[6]`.
    pub fn path(self) -> String {
        let number = |n: usize| n.to_string();
        match self {
            CellRef::Year => "year".to_owned(),
            CellRef::PeriodFrom => "period.from".to_owned(),
            CellRef::PeriodTo => "period.to".to_owned(),
            CellRef::Total => "disclosure.total".to_owned(),
            CellRef::Category(index) => ["disclosure.categories[", &number(index), "]"].concat(),
            CellRef::Channel(index) => ["disclosure.channels[", &number(index), "]"].concat(),
            CellRef::ChannelCategory(channel, index) => {
                let (channel, index) = (number(channel), number(index));
                [
                    "disclosure.channels[",
                    &channel,
                    "].categories[",
                    &index,
                    "]",
                ]
                .concat()
            }
            CellRef::StatedReceived => "disclosure.applications.received".to_owned(),
            CellRef::StatedCompleted => "disclosure.applications.completed".to_owned(),
            CellRef::Proactive(row, column) => [row.path(), ".", column.field()].concat(),
            CellRef::Application(row, column) => [row.path(), "[", column.field(), "]"].concat(),
            CellRef::Review(block, column) => [block.path(), ".", column.field()].concat(),
            CellRef::Paragraph(section, index) => {
                let (section, index) = (number(section), number(index));
                ["text[", &section, "].paragraphs[", &index, "]"].concat()
            }
        }
    }
}
