//! What the reader does, by the names that the elements carry.

use super::choice::{By, Choice, Kind, MOST_PLACES, Sort, SortBy};
use super::comparison::{Comparison, Part};
use super::panel;
use crate::messages::CompareText;
use gongkai_catalog::{Catalog, Direction, Measure};
use gongkai_view::figures::{Display, Scale};

/// More letters than any name has.
const LONGEST_QUERY: usize = 80;

impl Comparison {
    /// Changes a choice; gives what is to be made anew, which is no more than follows from it. An
    /// unknown name or value, or one that is chosen already, changes nothing.
    pub fn act(&mut self, id: &str, value: &str) -> Vec<Part> {
        let before = self.choice.clone();
        let stood = (self.may_be_log(), self.is_of_first());
        let mut news = None;
        match (id, value.parse::<usize>().ok()) {
            ("add" | "remove" | "toggle" | "only", Some(place)) => {
                match self.choose_place(id, place) {
                    Placed::Not => {}
                    Placed::So(words) => news = Some(words),
                    Placed::Refused => {
                        self.refusal = self.full(place);
                        self.said = self.refusal.clone();
                        return vec![Part::Places, Part::Said];
                    }
                }
            }
            _ => self.choice.set(&self.catalog, id, value),
        }
        if self.choice == before {
            return Vec::new();
        }
        self.forget();
        let (now, kind) = (&self.choice, self.choice.kind);
        let is_of_other_one = now.places.first() != before.places.first();
        let mut parts = match id {
            // The field above the rows keeps what is being typed.
            "query" => vec![Part::Rows, Part::Fit],
            "sort" if kind == Kind::Places => vec![Part::Heading, Part::Rows],
            "sort" | "whole" | "by" | "year" | "group" | "other" => vec![Part::Figure],
            "toggle" => vec![Part::Places, Part::Rows],
            // The table goes on where the reader stands in it.
            "add" | "remove" | "only" if kind == Kind::Places => vec![Part::Places, Part::Rows],
            "add" | "remove" | "only" if kind.is_of_one() && !is_of_other_one => vec![Part::Places],
            "add" | "remove" | "only" => vec![Part::Places, Part::Figure],
            "kind" => vec![Part::Tabs, Part::Controls, Part::Figure],
            // What may be compared with the measure is another then; only some kinds ask for it.
            "measure" if kind != Kind::Trend => vec![Part::Figure],
            // Buttons say which of them is pressed.
            _ => vec![Part::Controls, Part::Figure],
        };
        let mut also = |part: Part, is_other: bool| {
            if is_other && !parts.contains(&part) {
                parts.push(part);
            }
        };
        // A scale that nothing suits is not offered.
        also(Part::Controls, self.may_be_log() != stood.0);
        let is_forgiven = !std::mem::take(&mut self.refusal).is_empty();
        also(Part::Places, is_forgiven || self.is_of_first() != stood.1);
        if id == "query" {
            // Nobody hears a sentence at every letter.
            self.said.clear();
            return parts;
        }
        self.said = news.unwrap_or_else(|| match id {
            "sort" => panel::order_said(self),
            // What is refused is news, and stands below for those who see it.
            "measure" | "other" | "kind" => panel::refusal(self)
                .into_iter()
                .chain([panel::finding(self)])
                .collect::<Vec<_>>()
                .join(" "),
            _ => panel::finding(self),
        });
        parts.push(Part::Said);
        parts
    }

    fn choose_place(&mut self, id: &str, place: usize) -> Placed {
        let Some(name) = self.catalog.agencies().get(place).map(|place| &place.name) else {
            return Placed::Not;
        };
        let says = |text: CompareText| Placed::So(text.with(self.locale, &[name]));
        let places = &mut self.choice.places;
        let is_chosen = places.contains(&place);
        // In the table a name adds or removes.
        match (id, is_chosen) {
            ("only", _) if *places == [place] => Placed::Not,
            ("only", _) => {
                *places = vec![place];
                says(CompareText::OnlyKept)
            }
            ("remove" | "toggle", true) => {
                places.retain(|chosen| *chosen != place);
                says(CompareText::Removed)
            }
            ("add" | "toggle", false) if places.len() >= MOST_PLACES => Placed::Refused,
            ("add" | "toggle", false) => {
                places.push(place);
                says(CompareText::Added)
            }
            _ => Placed::Not,
        }
    }
}

/// What became of a place.
enum Placed {
    /// Nothing.
    Not,
    /// What is said of it.
    So(String),
    /// It is one too many.
    Refused,
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
            "from" | "to" => {
                let years = catalog.years();
                let year = value.parse().ok().filter(|year| years.contains(year));
                let Some(year) = year else { return };
                // A first year after the last one takes it along, and the other way round.
                (self.from, self.to) = match id {
                    "from" => (year, self.to.max(year)),
                    _ => (self.from.min(year), year),
                };
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
            "whole" if value == "yes" || value == "no" => self.is_whole = value == "yes",
            "query" => {
                let letters = value.chars().filter(|c| !c.is_control());
                self.query = letters.take(LONGEST_QUERY).collect();
            }
            _ => {}
        }
    }
}
