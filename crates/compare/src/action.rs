//! What the reader can do, and its effect on the choice.

use super::choice::{Choice, MAX_AGENCIES, PanelKind, PerUnit, Sort, SortKey};
use gongkai_catalog::{Catalog, Direction, Measure};
use gongkai_view::figures::{Display, Scale};

/// The longest query, in characters; no name is longer.
const MAX_QUERY_LENGTH: usize = 80;

/// A change that the reader asks for. Indices, measures and years are those of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    SelectPanel(PanelKind),
    AddAgency(usize),
    RemoveAgency(usize),
    /// Adds the agency, or removes it if it is chosen.
    ToggleAgency(usize),
    /// Removes all other agencies.
    KeepOnlyAgency(usize),
    SetMeasure(Measure),
    SetSecondMeasure(Option<Measure>),
    SetPerUnit(Option<PerUnit>),
    SetYear(u16),
    SetFirstYear(u16),
    SetLastYear(u16),
    SetScale(Scale),
    SetDisplay(Display),
    SetGroup(Option<usize>),
    /// Sorts by the column, or reverses the direction if it is sorted by it.
    SortBy(SortKey),
    ListAllRows(bool),
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
        Some(match id {
            "kind" => Action::SelectPanel(PanelKind::from_id(value)?),
            "add" => Action::AddAgency(agency()?),
            "remove" => Action::RemoveAgency(agency()?),
            "toggle" => Action::ToggleAgency(agency()?),
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
            "from" => Action::SetFirstYear(year()?),
            "to" => Action::SetLastYear(year()?),
            "scale" => Action::SetScale(Scale::from_id(value)?),
            "as" => Action::SetDisplay(Display::from_id(value)?),
            "group" if value.is_empty() => Action::SetGroup(None),
            "group" => {
                let group = value.parse().ok();
                let group = group.filter(|group| *group < catalog.groups().len())?;
                Action::SetGroup(Some(group))
            }
            "sort" => Action::SortBy(SortKey::from_id(value)?),
            "whole" if value == "yes" => Action::ListAllRows(true),
            "whole" if value == "no" => Action::ListAllRows(false),
            "query" => {
                let letters = value.chars().filter(|c| !c.is_control());
                Action::SetQuery(letters.take(MAX_QUERY_LENGTH).collect())
            }
            _ => return None,
        })
    }
}

/// There are [`MAX_AGENCIES`] already, so this one was not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooManyAgencies {
    pub agency: usize,
}

impl Choice {
    /// Applies an action. An action that asks for what is chosen already changes nothing.
    ///
    /// # Errors
    /// If it would add one agency too many.
    pub(crate) fn apply(&mut self, action: &Action) -> Result<(), TooManyAgencies> {
        match action {
            Action::SelectPanel(panel) => self.panel = *panel,
            Action::AddAgency(agency) => self.add_agency(*agency)?,
            Action::RemoveAgency(agency) => self.agencies.retain(|chosen| chosen != agency),
            Action::ToggleAgency(agency) if self.agencies.contains(agency) => {
                self.agencies.retain(|chosen| chosen != agency);
            }
            Action::ToggleAgency(agency) => self.add_agency(*agency)?,
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
            Action::SetYear(year) => self.year = *year,
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
            Action::SortBy(key) => self.sort = self.sort.by_column(*key),
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
            return Err(TooManyAgencies { agency });
        }
        self.agencies.push(agency);
        Ok(())
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
