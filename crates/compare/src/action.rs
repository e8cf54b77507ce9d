//! What the reader can do, and its effect on the choice.

use super::choice::{Choice, MAX_AGENCIES, PanelKind, PerUnit, Sort, SortKey, SumsBy};
use gongkai_catalog::{Catalog, Direction, Measure};
use gongkai_view::figures::{Display, Scale};

/// The longest query, in characters; no name is longer.
const MAX_QUERY_LENGTH: usize = 80;

/// A change that the reader asks for. Indices, measures and years are those of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Shows a panel.
    SelectPanel(PanelKind),
    /// Adds an agency to the chosen ones.
    AddAgency(usize),
    /// Removes an agency from the chosen ones.
    RemoveAgency(usize),
    /// Adds the agency, or removes it if it is chosen.
    ToggleAgency(usize),
    /// Adds as many agencies of the group as may be compared at once.
    AddGroup(usize),
    /// Removes all other agencies.
    KeepOnlyAgency(usize),
    /// Shows a measure.
    SetMeasure(Measure),
    /// Shows a second measure of the first agency, or none.
    SetSecondMeasure(Option<Measure>),
    /// Divides the numbers, or no longer.
    SetPerUnit(Option<PerUnit>),
    /// Shows a year.
    SetYear(u16),
    /// Sets the year to compare with; `None` for the year before.
    SetBaseYear(Option<u16>),
    /// Begins the range of years with this one.
    SetFirstYear(u16),
    /// Ends the range of years with this one.
    SetLastYear(u16),
    /// Draws on this scale.
    SetScale(Scale),
    /// Shows the chart or the table.
    SetDisplay(Display),
    /// Shows the agencies of one group only; `None` for all.
    SetGroup(Option<usize>),
    /// Adds up by group or by year.
    SetSumsBy(SumsBy),
    /// Shows the agencies of a group in a panel of all agencies, from which the reader can go back to the
    /// sums.
    OpenGroup(usize, PanelKind),
    /// Goes back to the sums.
    CloseGroup,
    /// Sorts by the column, or reverses the direction if it is sorted by it.
    SortBy(SortKey),
    /// Lists all rows of the agency table, or the first ones.
    ListAllRows(bool),
    /// Lists only the checks that fail, or all.
    ShowOnlyFailing(bool),
    /// Filters the agency table by a text.
    SetQuery(String),
}

impl Action {
    /// Reads an action from the `data-choice` of a control and its value. `None` if the id is unknown or
    /// the catalogue does not have the value. Links are read by the same rules.
    pub fn parse(catalog: &Catalog, id: &str, value: &str) -> Option<Action> {
        let agency = || {
            let index = value.parse().ok();
            index.filter(|index| *index < catalog.agencies().len())
        };
        let measure = || Measure::from_id(value).filter(|measure| catalog.carries(*measure));
        let year = || {
            let year = value.parse().ok();
            year.filter(|year| catalog.years().contains(year))
        };
        let group = || {
            let group = value.parse().ok();
            group.filter(|group| *group < catalog.groups().len())
        };
        Some(match id {
            "kind" => Action::SelectPanel(PanelKind::from_id(value)?),
            "add" => Action::AddAgency(agency()?),
            "remove" => Action::RemoveAgency(agency()?),
            "toggle" => Action::ToggleAgency(agency()?),
            "add-group" => Action::AddGroup(group()?),
            "only" => Action::KeepOnlyAgency(agency()?),
            "measure" => Action::SetMeasure(measure()?),
            "other" if value.is_empty() => Action::SetSecondMeasure(None),
            "other" => Action::SetSecondMeasure(Some(measure()?)),
            "by" if value.is_empty() => Action::SetPerUnit(None),
            "by" => {
                let mut denominators = catalog.denominators().iter();
                let index = denominators.position(|one| one.id == value)?;
                Action::SetPerUnit(Some(PerUnit::of(catalog, index)))
            }
            "year" => Action::SetYear(year()?),
            "base" if value.is_empty() => Action::SetBaseYear(None),
            "base" => Action::SetBaseYear(Some(year()?)),
            "from" => Action::SetFirstYear(year()?),
            "to" => Action::SetLastYear(year()?),
            "scale" => Action::SetScale(Scale::from_id(value)?),
            // A comparison is over years as it is.
            "as" => Action::SetDisplay(
                Display::from_id(value).filter(|display| *display != Display::Years)?,
            ),
            "group" if value.is_empty() => Action::SetGroup(None),
            "group" => Action::SetGroup(Some(group()?)),
            "sums" => Action::SetSumsBy(SumsBy::from_id(value)?),
            "open-group" => Action::OpenGroup(group()?, PanelKind::AgencyTable),
            "open-dots" => Action::OpenGroup(group()?, PanelKind::Distribution),
            "close-group" => Action::CloseGroup,
            "sort" => Action::SortBy(SortKey::from_id(value)?),
            "whole" if value == "yes" => Action::ListAllRows(true),
            "whole" if value == "no" => Action::ListAllRows(false),
            "failing" if value == "yes" => Action::ShowOnlyFailing(true),
            "failing" if value == "no" => Action::ShowOnlyFailing(false),
            "query" => {
                let letters = value.chars().filter(|c| !c.is_control());
                Action::SetQuery(letters.take(MAX_QUERY_LENGTH).collect())
            }
            _ => return None,
        })
    }
}

/// There are [`MAX_AGENCIES`] already, so these were not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooManyAgencies {
    /// The first of them.
    pub agency: usize,
    /// How many there are.
    pub count: usize,
}

impl Choice {
    /// Applies an action. An action that asks for what is chosen already changes nothing.
    ///
    /// # Errors
    /// If it would add too many agencies. As many as there may be have been added.
    pub(crate) fn apply(
        &mut self,
        action: &Action,
        catalog: &Catalog,
    ) -> Result<(), TooManyAgencies> {
        match action {
            Action::SelectPanel(panel) => {
                self.panel = *panel;
                let shows_agencies = panel.shows_all_agencies() && *panel != PanelKind::Sums;
                self.sums_group = self.sums_group.filter(|_| shows_agencies);
            }
            Action::AddAgency(agency) => self.add_agency(*agency)?,
            Action::RemoveAgency(agency) => self.agencies.retain(|chosen| chosen != agency),
            Action::ToggleAgency(agency) if self.agencies.contains(agency) => {
                self.agencies.retain(|chosen| chosen != agency);
            }
            Action::ToggleAgency(agency) => self.add_agency(*agency)?,
            Action::AddGroup(group) => self.add_group(*group, catalog)?,
            Action::KeepOnlyAgency(agency) => self.agencies = vec![*agency],
            Action::SetMeasure(measure) => {
                self.measure = *measure;
                // The second measure must differ from the first.
                self.second_measure = self.second_measure.filter(|second| second != measure);
            }
            Action::SetSecondMeasure(second) => {
                if *second != Some(self.measure) {
                    self.second_measure = *second;
                }
            }
            Action::SetPerUnit(per) => self.per = *per,
            Action::SetYear(year) => {
                self.year = *year;
                self.base_year = self.base_year.filter(|base| base != year);
            }
            Action::SetBaseYear(base) => {
                let is_before = |base: &u16| base.checked_add(1) == Some(self.year);
                self.base_year = base.filter(|base| *base != self.year && !is_before(base));
            }
            // If the first year is after the last, both become the same year.
            Action::SetFirstYear(year) => {
                self.first_year = *year;
                self.last_year = self.last_year.max(*year);
            }
            Action::SetLastYear(year) => {
                self.first_year = self.first_year.min(*year);
                self.last_year = *year;
            }
            Action::SetScale(scale) => self.scale = *scale,
            Action::SetDisplay(display) => self.display = *display,
            Action::SetGroup(group) => self.group = *group,
            Action::SetSumsBy(by) => self.sums_by = *by,
            Action::OpenGroup(group, panel) => {
                self.sums_group = Some(self.group);
                self.group = Some(*group);
                self.panel = *panel;
            }
            Action::CloseGroup => {
                if let Some(group) = self.sums_group.take() {
                    self.group = group;
                    self.panel = PanelKind::Sums;
                }
            }
            Action::SortBy(key) => self.sort = self.sort.by_column(*key),
            Action::ShowOnlyFailing(only_failing) => self.only_failing = *only_failing,
            Action::ListAllRows(lists_all_rows) => self.lists_all_rows = *lists_all_rows,
            Action::SetQuery(query) => self.query.clone_from(query),
        }
        Ok(())
    }

    fn add_agency(&mut self, agency: usize) -> Result<(), TooManyAgencies> {
        if self.agencies.contains(&agency) {
            return Ok(());
        }
        if self.agencies.len() >= MAX_AGENCIES {
            return Err(TooManyAgencies { agency, count: 1 });
        }
        self.agencies.push(agency);
        Ok(())
    }

    fn add_group(&mut self, group: usize, catalog: &Catalog) -> Result<(), TooManyAgencies> {
        let agencies = catalog.agencies().iter().enumerate();
        let missing = agencies
            .filter(|(_, agency)| agency.group == Some(group))
            .map(|(index, _)| index)
            .filter(|agency| !self.agencies.contains(agency));
        let mut missing: Vec<usize> = missing.collect();
        let room = MAX_AGENCIES.saturating_sub(self.agencies.len());
        let excess = missing.split_off(room.min(missing.len()));
        self.agencies.append(&mut missing);
        match excess.first() {
            Some(&agency) => Err(TooManyAgencies {
                agency,
                count: excess.len(),
            }),
            None => Ok(()),
        }
    }
}

impl Sort {
    /// Sorts by a column; by the same column again, in the other direction.
    fn by_column(self, key: SortKey) -> Sort {
        let direction = if self.key == key {
            match self.direction {
                Direction::Rising => Direction::Falling,
                Direction::Falling => Direction::Rising,
            }
        } else if matches!(key, SortKey::Name | SortKey::Listed) {
            Direction::Rising
        } else {
            // Most readers look for the largest number.
            Direction::Falling
        };
        Sort { key, direction }
    }
}
