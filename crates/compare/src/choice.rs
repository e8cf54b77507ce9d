//! The reader's choices.

use gongkai_catalog::{Catalog, Direction, Divisor, Measure, Question, default_power};
use gongkai_view::figures::{Display, Scale};

/// The largest number of agencies that are compared at once. More lines cannot be told apart in a chart.
pub const MAX_AGENCIES: usize = 12;

/// The ways to compare, each with its tab and panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PanelKind {
    /// The chosen agencies over the years, in one chart.
    #[default]
    Trend,
    /// The chosen agencies over the years, each in a small chart on the same scale.
    Multiples,
    /// All agencies in one year, each a dot.
    Distribution,
    /// All agencies in one year, as a table.
    AgencyTable,
    /// The sums of all agencies, by group or by year.
    Sums,
    /// One agency: all numbers of two years.
    YearOverYear,
    /// One agency: the checks between its years.
    Checks,
}

impl PanelKind {
    /// All panels, in the order of their tabs.
    pub const ALL: [PanelKind; 7] = [
        PanelKind::Trend,
        PanelKind::Multiples,
        PanelKind::Distribution,
        PanelKind::AgencyTable,
        PanelKind::Sums,
        PanelKind::YearOverYear,
        PanelKind::Checks,
    ];

    /// Returns its id in links and in the page.
    pub fn id(self) -> &'static str {
        match self {
            PanelKind::Trend => "trend",
            PanelKind::Multiples => "multiples",
            PanelKind::Distribution => "distribution",
            PanelKind::AgencyTable => "agencies",
            PanelKind::Sums => "sums",
            PanelKind::YearOverYear => "last-year",
            PanelKind::Checks => "checks",
        }
    }

    /// Returns the panel with this id.
    pub fn from_id(id: &str) -> Option<PanelKind> {
        PanelKind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Returns the element id of its tab.
    pub(crate) fn tab_id(self) -> String {
        ["tab-", self.id()].concat()
    }

    /// Tells whether it shows a range of years.
    pub(crate) fn shows_year_range(self) -> bool {
        matches!(self, PanelKind::Trend | PanelKind::Multiples)
    }

    /// Tells whether it shows a year beside the one that it is compared with.
    pub(crate) fn compares_two_years(self) -> bool {
        matches!(self, PanelKind::AgencyTable | PanelKind::YearOverYear)
    }

    /// Tells whether it shows only the first of the chosen agencies.
    pub(crate) fn shows_one_agency(self) -> bool {
        matches!(self, PanelKind::YearOverYear | PanelKind::Checks)
    }

    /// Tells whether it shows all agencies of the group instead of the chosen ones.
    pub(crate) fn shows_all_agencies(self) -> bool {
        matches!(
            self,
            PanelKind::Distribution | PanelKind::AgencyTable | PanelKind::Sums
        )
    }
}

/// What the sums are shown by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SumsBy {
    /// Each group in one year.
    #[default]
    Groups,
    /// The chosen group over all years.
    Years,
}

impl SumsBy {
    /// Returns its id in links and in the page.
    pub fn id(self) -> &'static str {
        match self {
            SumsBy::Groups => "groups",
            SumsBy::Years => "years",
        }
    }

    /// Returns the one with this id.
    pub fn from_id(id: &str) -> Option<SumsBy> {
        let mut all = [SumsBy::Groups, SumsBy::Years].into_iter();
        all.find(|by| by.id() == id)
    }
}

/// Division by a denominator of the catalogue, such as its population.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PerUnit {
    /// The index of the denominator in the catalogue.
    pub denominator: usize,
    /// Numbers are per 10^`power` of the denominator's unit.
    pub power: u8,
}

impl PerUnit {
    /// Divides by a denominator with the power that its unit is usually given in.
    pub(crate) fn of(catalog: &Catalog, denominator: usize) -> PerUnit {
        let unit = catalog.denominators().get(denominator).map(|one| &one.unit);
        PerUnit {
            denominator,
            power: unit.map_or(0, |unit| default_power(unit)),
        }
    }
}

impl From<PerUnit> for Divisor {
    fn from(per: PerUnit) -> Divisor {
        Divisor::Denominator {
            index: per.denominator,
            power: per.power,
        }
    }
}

/// The order of the agency table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The column.
    pub key: SortKey,
    /// Whether it ascends or descends.
    pub direction: Direction,
}

/// What the agency table is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortKey {
    /// The order of the catalogue; with a query, the best matches first.
    #[default]
    Listed,
    /// The name of the agency.
    Name,
    /// The number of the chosen year.
    Number,
    /// The number of the year that it is compared with.
    PreviousNumber,
    /// The difference between the two.
    Change,
}

impl SortKey {
    /// All keys, the default first.
    pub const ALL: [SortKey; 5] = [
        SortKey::Listed,
        SortKey::Name,
        SortKey::Number,
        SortKey::PreviousNumber,
        SortKey::Change,
    ];

    /// Returns its id in links and in the page.
    pub fn id(self) -> &'static str {
        match self {
            SortKey::Listed => "listed",
            SortKey::Name => "name",
            SortKey::Number => "number",
            SortKey::PreviousNumber => "before",
            SortKey::Change => "change",
        }
    }

    /// Returns the key with this id.
    pub fn from_id(id: &str) -> Option<SortKey> {
        SortKey::ALL.into_iter().find(|key| key.id() == id)
    }
}

/// Everything that the reader chose. Agencies are identified by their index in the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The panel that is shown.
    pub panel: PanelKind,
    /// In the order in which they were added; without duplicates, at most [`MAX_AGENCIES`].
    pub agencies: Vec<usize>,
    /// The measure that is shown.
    pub measure: Measure,
    /// A second measure of the first agency in the same chart. It is not shown if the two must not be
    /// compared.
    pub second_measure: Option<Measure>,
    /// What the numbers are divided by; `None` for the numbers themselves.
    pub per: Option<PerUnit>,
    /// The year of panels that show one year.
    pub year: u16,
    /// The year that [`Choice::year`] is compared with, never the same one; `None` for the year before it.
    pub base_year: Option<u16>,
    /// The first year of panels that show several. Both are years of the catalogue.
    pub first_year: u16,
    /// The last year of panels that show several, never before [`Choice::first_year`].
    pub last_year: u16,
    /// The scale of the chart.
    pub scale: Scale,
    /// The chart or its table.
    pub display: Display,
    /// The group whose agencies are shown in panels of all agencies; `None` for all.
    pub group: Option<usize>,
    /// What the sums are shown by, if the catalogue has groups.
    pub sums_by: SumsBy,
    /// If the agencies of a group were opened from the sums, the group that was chosen there.
    pub sums_group: Option<Option<usize>>,
    /// The filter of the agency table.
    pub query: String,
    /// The order of the agency table.
    pub sort: Sort,
    /// Whether only agencies and checks are shown whose numbers do not agree between years.
    pub only_failing: bool,
    /// Whether the agency table has all rows in the page, for the browser's own search and for paper.
    pub lists_all_rows: bool,
}

impl Choice {
    /// Makes the initial choice: the applications received by the first agency, up to the latest year.
    /// `None` for a catalogue without a report or a measure.
    pub fn initial(catalog: &Catalog) -> Option<Choice> {
        let received = Measure::from_id("applications.received[6]");
        let carried = received.filter(|measure| catalog.carries(*measure));
        let years = catalog.years();
        let (first_year, last_year) = (years.first().copied()?, years.last().copied()?);
        Some(Choice {
            panel: PanelKind::default(),
            agencies: vec![0],
            measure: carried.or_else(|| catalog.measures().next())?,
            second_measure: None,
            per: None,
            year: last_year,
            base_year: None,
            first_year,
            last_year,
            scale: Scale::Linear,
            display: Display::Chart,
            group: None,
            sums_by: SumsBy::default(),
            sums_group: None,
            query: String::new(),
            sort: Sort::default(),
            only_failing: false,
            lists_all_rows: false,
        })
    }

    /// Returns the year that the chosen one is compared with.
    pub(crate) fn compared_year(&self) -> u16 {
        self.base_year.unwrap_or(self.year.saturating_sub(1))
    }

    /// Returns an agency's reports of the chosen year and of the year that it is compared with.
    pub(crate) fn two_reports(&self, catalog: &Catalog, agency: usize) -> [Option<usize>; 2] {
        [self.year, self.compared_year()].map(|year| catalog.report(agency, year))
    }

    /// Returns the question to ask of each report.
    pub(crate) fn question(&self) -> Question {
        Question {
            measure: self.measure,
            divisor: self.per.map(Divisor::from),
        }
    }
}
