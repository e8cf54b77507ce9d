//! What the reader does, by the names that the elements carry.

use super::choice::{By, Choice, Kind, MOST_PLACES, Sort, SortBy};
use super::comparison::{Comparison, Part};
use super::panel;
use crate::catalog::{Catalog, Direction, Measure};
use crate::figures::{Display, Scale};
use crate::i18n::CompareText;

impl Comparison {
    /// Changes a choice; gives what is to be made anew. An unknown name or value changes nothing.
    pub fn act(&mut self, id: &str, value: &str) -> Vec<Part> {
        let before = self.choice.clone();
        self.said.clear();
        match (id, value.parse::<usize>()) {
            ("add", Ok(place)) => self.add(place),
            ("remove", Ok(place)) => self.remove(place),
            // In the table a name adds or removes.
            ("toggle", Ok(place)) => match before.places.contains(&place) {
                true => self.remove(place),
                false => self.add(place),
            },
            ("only", Ok(place)) if place < self.catalog.places().len() => {
                self.choice.places = vec![place];
            }
            _ => self.choice.set(&self.catalog, id, value),
        }
        if self.choice == before {
            return match self.said.is_empty() {
                true => Vec::new(),
                false => vec![Part::Said],
            };
        }
        self.forget();
        let mut parts = match id {
            "query" => return vec![Part::Rows],
            "sort" | "whole" => vec![Part::Figure],
            "toggle" => vec![Part::Places, Part::Rows],
            "add" | "remove" | "only" => vec![Part::Places, Part::Controls, Part::Figure],
            "kind" => vec![Part::Tabs, Part::Places, Part::Controls, Part::Figure],
            _ => vec![Part::Controls, Part::Figure],
        };
        if self.said.is_empty() {
            self.said = panel::finding(self);
        }
        parts.push(Part::Said);
        parts
    }

    fn add(&mut self, place: usize) {
        if place >= self.catalog.places().len() || self.choice.places.contains(&place) {
            return;
        }
        let name = self.name_of(place).to_owned();
        if self.choice.places.len() >= MOST_PLACES {
            let most = MOST_PLACES.to_string();
            self.said = CompareText::Full.with(self.locale, &[&most, &name]);
            return;
        }
        self.choice.places.push(place);
        self.said = CompareText::Added.with(self.locale, &[&name]);
    }

    fn remove(&mut self, place: usize) {
        self.choice.places.retain(|chosen| *chosen != place);
        self.said = CompareText::Removed.with(self.locale, &[self.name_of(place)]);
    }
}

impl Choice {
    /// What a select or a button with a value says; an unknown one changes nothing. Links are read
    /// by the same.
    pub(super) fn set(&mut self, catalog: &Catalog, id: &str, value: &str) {
        let carried =
            |value: &str| Measure::from_id(value).filter(|measure| catalog.carries(*measure));
        match id {
            "kind" => self.kind = Kind::from_id(value).unwrap_or(self.kind),
            "measure" => {
                if let Some(measure) = carried(value) {
                    self.measure = measure;
                    // A measure beside itself says nothing.
                    self.other = self.other.filter(|other| *other != measure);
                }
            }
            "other" => match value {
                "" => self.other = None,
                value => {
                    let other = carried(value).filter(|other| *other != self.measure);
                    self.other = other.or(self.other);
                }
            },
            "by" => match value {
                "" => self.by = By::Nothing,
                value => {
                    let mut denominators = catalog.denominators().iter();
                    if let Some(index) = denominators.position(|one| one.id == value) {
                        self.by = By::of(catalog, index);
                    }
                }
            },
            "year" => {
                let year = value
                    .parse()
                    .ok()
                    .filter(|year| catalog.years().contains(year));
                self.year = year.unwrap_or(self.year);
            }
            "scale" => self.scale = Scale::from_id(value).unwrap_or(self.scale),
            "as" => self.display = Display::from_id(value).unwrap_or(self.display),
            "group" => match value {
                "" => self.group = None,
                value => {
                    let group = value
                        .parse()
                        .ok()
                        .filter(|group| *group < catalog.groups().len());
                    self.group = group.or(self.group);
                }
            },
            "sort" => {
                if let Some(by) = SortBy::from_id(value) {
                    let direction = match (self.sort.by == by, self.sort.direction) {
                        (true, Direction::Rising) => Direction::Falling,
                        (true, Direction::Falling) => Direction::Rising,
                        // Most readers look for the largest number, and for a name from its start.
                        (false, _) if by == SortBy::Name || by == SortBy::Listed => {
                            Direction::Rising
                        }
                        (false, _) => Direction::Falling,
                    };
                    self.sort = Sort { by, direction };
                }
            }
            "whole" => self.is_whole = value == "yes",
            "query" => self.query = value.chars().take(80).collect(),
            _ => {}
        }
    }
}
