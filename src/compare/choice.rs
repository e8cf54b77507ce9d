//! What the reader compares.

use crate::catalog::{Catalog, Direction, Measure};
use crate::figures::{Display, Scale};

/// How many places are compared at once; more names than that cannot be told apart in a chart.
pub const MOST_PLACES: usize = 12;

/// The ways to compare, each a tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The chosen places in one chart, over the years.
    #[default]
    Trend,
    /// The chosen places, a small chart each, on one scale.
    Multiples,
    /// All places in one year.
    Distribution,
    /// All places in one year as a table.
    Places,
    /// One place, last year beside this year, every view.
    Beside,
    /// One place: what must hold between its years.
    Checks,
}

/// What a number is related to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    #[default]
    Nothing,
    /// By its index among the catalogue's; for each 10^`power` of its unit.
    Denominator { index: usize, power: u8 },
}

/// The table's order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort {
    pub by: SortBy,
    pub direction: Direction,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The catalogue's own order, or with a query how well it fits.
    #[default]
    Listed,
    Name,
    /// The year's number.
    Number,
    /// The number of the year before.
    Before,
    /// Their difference.
    Change,
}

/// All that the reader chose. Places are named by their index in the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub kind: Kind,
    /// In the reader's order, each once, at most [`MOST_PLACES`].
    pub places: Vec<usize>,
    pub measure: Measure,
    /// A second measure beside it, of the first place; refused where the two must not be compared.
    pub other: Option<Measure>,
    pub by: By,
    /// The year of what shows one year.
    pub year: u16,
    pub scale: Scale,
    pub display: Display,
    /// Only the places of this group, in what shows all of them.
    pub group: Option<usize>,
    /// Filters the table's places.
    pub query: String,
    pub sort: Sort,
    /// Every row of the table at once, for the browser's own search.
    pub is_whole: bool,
}

impl Choice {
    /// What is shown first: the applications received, of the first place, in the latest year.
    /// `None` of a catalogue without a report or a measure.
    pub fn of(catalog: &Catalog) -> Option<Choice> {
        let received = Measure::from_id("applications.received[6]");
        let carried = received.filter(|measure| catalog.carries(*measure));
        Some(Choice {
            kind: Kind::default(),
            places: vec![0],
            measure: carried.or_else(|| catalog.measures().next())?,
            other: None,
            by: By::default(),
            year: catalog.years().last().copied()?,
            scale: Scale::Linear,
            display: Display::Chart,
            group: None,
            query: String::new(),
            sort: Sort::default(),
            is_whole: false,
        })
    }
}
