//! What the reader compares.

use gongkai_catalog::default_power;
use gongkai_catalog::{Catalog, Direction, Measure};
use gongkai_view::figures::{Display, Scale};

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

impl Kind {
    pub const ALL: [Kind; 6] = [
        Kind::Trend,
        Kind::Multiples,
        Kind::Distribution,
        Kind::Places,
        Kind::Beside,
        Kind::Checks,
    ];

    /// Its name in links.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Trend => "trend",
            Kind::Multiples => "multiples",
            Kind::Distribution => "distribution",
            Kind::Places => "places",
            Kind::Beside => "beside",
            Kind::Checks => "checks",
        }
    }

    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// What a number is related to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    #[default]
    Nothing,
    /// By its index among the catalogue's; for each 10^`power` of its unit.
    Denominator { index: usize, power: u8 },
}

impl By {
    /// One person is too few to be read: of a unit that is a single one, 10,000 are taken.
    pub(super) fn of(catalog: &Catalog, index: usize) -> By {
        let denominator = catalog.denominators().get(index);
        let power = denominator.map_or(0, |one| default_power(&one.unit));
        By::Denominator { index, power }
    }
}

impl Kind {
    /// Whether the places' years are drawn beside each other.
    pub(super) fn is_of_years(self) -> bool {
        matches!(self, Kind::Trend | Kind::Multiples)
    }

    /// Whether only the first of the chosen places is shown.
    pub(super) fn is_of_one(self) -> bool {
        matches!(self, Kind::Beside | Kind::Checks)
    }
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

impl SortBy {
    pub const ALL: [SortBy; 5] = [
        SortBy::Listed,
        SortBy::Name,
        SortBy::Number,
        SortBy::Before,
        SortBy::Change,
    ];

    /// Its name in links.
    pub fn id(self) -> &'static str {
        match self {
            SortBy::Listed => "listed",
            SortBy::Name => "name",
            SortBy::Number => "number",
            SortBy::Before => "before",
            SortBy::Change => "change",
        }
    }

    pub fn from_id(id: &str) -> Option<SortBy> {
        SortBy::ALL.into_iter().find(|by| by.id() == id)
    }
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
    /// The first year of what shows several; both are years of the catalogue.
    pub from: u16,
    /// The last one, never before [`Choice::from`].
    pub to: u16,
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
            from: catalog.years().first().copied()?,
            to: catalog.years().last().copied()?,
            scale: Scale::Linear,
            display: Display::Chart,
            group: None,
            query: String::new(),
            sort: Sort::default(),
            is_whole: false,
        })
    }
}
