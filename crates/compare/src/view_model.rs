//! The state that panels and controls show.

use super::choice::{Choice, PanelKind, PerUnit, SumsBy};
use super::number_format::NumberFormat;
use super::provinces::{self, ProvinceGroups};
use super::row_order::row_order;
use gongkai_catalog::{
    AgencySearch, Catalog, Distribution, Measure, SumScope, Sums, comparable, distribution,
};
use gongkai_i18n::Locale;
use gongkai_view::charts::{DotPlotDrawing, Size};
use gongkai_view::figures::{Scale, view_of_cell};
use std::cell::OnceCell;
use std::rc::Rc;

/// A catalogue, which all widgets of the page share, with one widget's choice.
///
/// Panels and controls read it; only the [`Controller`](crate::Controller) changes it.
#[derive(Clone, Debug)]
pub struct ViewModel {
    catalog: Rc<Catalog>,
    search: Rc<AgencySearch>,
    choice: Choice,
    locale: Locale,
    size: Size,
    /// Whether the page's address tells what is chosen.
    has_link: bool,
    /// The text of the live region for screen readers.
    announcement: String,
    /// Why something that the reader asked for is not shown; it is visible above the chosen agencies.
    notice: String,
    /// The rows of the agency table, computed on demand.
    rows: OnceCell<Rc<[usize]>>,
    /// The dots of the distribution, drawn on demand.
    dots: OnceCell<Rc<AgencyDots>>,
    /// The sums of the chosen measure, added up on demand.
    sums: OnceCell<Rc<Sums>>,
    /// The group of each province, found on demand.
    provinces: OnceCell<Option<ProvinceGroups>>,
}

/// The drawn distribution, and the agency of each dot.
#[derive(Debug)]
pub(crate) struct AgencyDots {
    pub drawing: DotPlotDrawing,
    pub agencies: Vec<usize>,
}

impl ViewModel {
    /// Makes a model with the initial choice; `None` for a catalogue without a report.
    pub(crate) fn new(
        catalog: Rc<Catalog>,
        search: Rc<AgencySearch>,
        locale: Locale,
        size: Size,
    ) -> Option<ViewModel> {
        let choice = Choice::initial(&catalog)?;
        Some(ViewModel {
            catalog,
            search,
            choice,
            locale,
            size,
            has_link: false,
            announcement: String::new(),
            notice: String::new(),
            rows: OnceCell::new(),
            dots: OnceCell::new(),
            sums: OnceCell::new(),
            provinces: OnceCell::new(),
        })
    }

    pub(crate) fn set_choice(&mut self, choice: Choice) {
        if choice.measure != self.choice.measure {
            self.sums = OnceCell::new();
        }
        self.choice = choice;
        self.forget_computed();
    }

    pub(crate) fn set_locale(&mut self, locale: Locale) {
        self.locale = locale;
        self.forget_computed();
    }

    pub(crate) fn set_size(&mut self, size: Size) {
        self.size = size;
        self.dots = OnceCell::new();
    }

    pub(crate) fn set_has_link(&mut self, has_link: bool) {
        self.has_link = has_link;
    }

    pub(crate) fn has_link(&self) -> bool {
        self.has_link
    }

    pub(crate) fn set_announcement(&mut self, announcement: String) {
        self.announcement = announcement;
    }

    pub(crate) fn set_notice(&mut self, notice: String) {
        self.notice = notice;
    }

    fn forget_computed(&mut self) {
        self.rows = OnceCell::new();
        self.dots = OnceCell::new();
    }

    /// The catalogue.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    pub(crate) fn search(&self) -> &AgencySearch {
        &self.search
    }

    /// What the reader chose.
    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    pub(crate) fn size(&self) -> Size {
        self.size
    }

    /// Returns the text of the live region for screen readers.
    pub fn announcement(&self) -> &str {
        &self.announcement
    }

    pub(crate) fn notice(&self) -> &str {
        &self.notice
    }

    /// Returns the agencies of the table in the reader's order, filtered.
    pub(crate) fn rows(&self) -> Rc<[usize]> {
        let rows = || row_order(&self.catalog, &self.search, &self.choice).into();
        self.rows.get_or_init(rows).clone()
    }

    /// Returns the number of rows of the agency table.
    pub fn row_count(&self) -> usize {
        self.rows().len()
    }

    /// Returns the drawn distribution; draws it if it has changed.
    pub(crate) fn dots(&self, draw: impl FnOnce() -> AgencyDots) -> Rc<AgencyDots> {
        self.dots.get_or_init(|| Rc::new(draw())).clone()
    }

    /// Returns the sums of the chosen measure.
    pub(crate) fn sums(&self) -> Rc<Sums> {
        let sums = || Rc::new(Sums::new(&self.catalog, self.choice.measure));
        self.sums.get_or_init(sums).clone()
    }

    /// Returns the agencies over which the sums are taken.
    pub(crate) fn sum_scope(&self) -> SumScope {
        self.choice.group.map_or(SumScope::All, SumScope::Group)
    }

    /// Returns what the sums are shown by: years if there are no groups to tell apart.
    pub(crate) fn sums_by(&self) -> SumsBy {
        if self.catalog.groups().len() < 2 {
            SumsBy::Years
        } else {
            self.choice.sums_by
        }
    }

    /// Tells whether the sums of all groups in one year are shown.
    pub(crate) fn shows_sums_of_groups(&self) -> bool {
        self.choice.panel == PanelKind::Sums && self.sums_by() == SumsBy::Groups
    }

    /// Returns the group of each province; `None` if the groups are not provinces.
    pub(crate) fn provinces(&self) -> Option<&ProvinceGroups> {
        let find = || provinces::province_groups(&self.catalog);
        self.provinces.get_or_init(find).as_ref()
    }

    /// Returns what the numbers of the panel are divided by.
    pub(crate) fn per(&self) -> Option<PerUnit> {
        self.choice
            .per
            .filter(|_| self.choice.panel != PanelKind::Sums)
    }

    /// Returns the format of numbers, divided as the reader chose.
    pub(crate) fn numbers(&self) -> NumberFormat<'_> {
        NumberFormat::new(&self.catalog, self.locale, self.per())
    }

    /// Groups the catalogue's measures by the view that shows them, in the form's order. Each group has
    /// the view's name.
    pub(crate) fn measures_by_view(&self) -> Vec<(&'static str, Vec<Measure>)> {
        let mut views: Vec<(&'static str, Vec<Measure>)> = Vec::new();
        for measure in self.catalog.measures() {
            let Some(view) = view_of_cell(measure.cell()) else {
                continue;
            };
            let name = view.name(self.locale);
            match views.iter_mut().find(|(known, _)| *known == name) {
                Some((_, measures)) => measures.push(measure),
                None => views.push((name, vec![measure])),
            }
        }
        views
    }

    pub(crate) fn agency_name(&self, agency: usize) -> &str {
        let agency = self.catalog.agencies().get(agency);
        agency.map_or("", |agency| agency.name.as_str())
    }

    /// Returns the agencies of the chosen group.
    pub(crate) fn agencies_in_group(&self) -> Vec<usize> {
        let group = self.choice.group;
        let agencies = self.catalog.agencies().iter().enumerate();
        agencies
            .filter(|(_, agency)| group.is_none() || agency.group == group)
            .map(|(index, _)| index)
            .collect()
    }

    pub(crate) fn distribution(&self) -> Distribution {
        let agencies = self.agencies_in_group();
        let choice = &self.choice;
        distribution(&self.catalog, agencies, choice.question(), choice.year)
    }

    /// Returns an agency's reports of the chosen year and of the year that it is compared with.
    pub(crate) fn two_reports(&self, agency: usize) -> [Option<usize>; 2] {
        self.choice.two_reports(&self.catalog, agency)
    }

    /// Tells whether the catalogue has any report of the year that the chosen one is compared with. If it
    /// has none, no agency is to blame for the lack.
    pub(crate) fn covers_compared_year(&self) -> bool {
        self.catalog.years().contains(&self.choice.compared_year())
    }

    /// Returns the second measure, if the panel shows one and it may be compared with the first.
    pub(crate) fn second_measure(&self) -> Option<Measure> {
        let choice = &self.choice;
        let second = choice
            .second_measure
            .filter(|_| choice.panel == PanelKind::Trend)?;
        comparable(choice.measure, second).ok().map(|()| second)
    }

    /// Tells whether a log scale can be offered. It cannot if a measure may be negative.
    pub(crate) fn allows_log_scale(&self) -> bool {
        let mut measures = [Some(self.choice.measure), self.second_measure()]
            .into_iter()
            .flatten();
        !measures.any(Measure::may_be_negative)
    }

    /// Returns the chosen scale, or the linear one for measures that a log scale does not suit. The
    /// choice itself is kept for other measures.
    pub(crate) fn scale(&self) -> Scale {
        if self.allows_log_scale() {
            self.choice.scale
        } else {
            Scale::Linear
        }
    }

    /// Tells whether only the first of the chosen agencies is shown.
    pub(crate) fn shows_only_first_agency(&self) -> bool {
        self.choice.panel.shows_one_agency() || self.second_measure().is_some()
    }
}
