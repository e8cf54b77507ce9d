//! The order and the filter of the table of places.

use crate::choice::SortBy;
use crate::comparison::Comparison;
use crate::words::change;
use gongkai_catalog::{Answer, Direction, sorted_indices};
use std::rc::Rc;

/// The places in the reader's order, after the filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Order {
    pub places: Vec<usize>,
}

impl Comparison {
    pub(crate) fn order(&self) -> Rc<Order> {
        self.order
            .get_or_init(|| {
                Rc::new(Order {
                    places: self.ordered(),
                })
            })
            .clone()
    }

    fn ordered(&self) -> Vec<usize> {
        let choice = &self.choice;
        let group = choice.group;
        // What fits better stands first, where the reader asks for no other order.
        let mut places = self.search.find(&choice.query);
        if group.is_some() {
            places.retain(|place| {
                self.catalog
                    .agencies()
                    .get(*place)
                    .is_some_and(|place| place.group == group)
            });
        }
        let order = match choice.sort.by {
            SortBy::Listed => {
                if choice.sort.direction == Direction::Falling {
                    places.reverse();
                }
                return places;
            }
            SortBy::Name => {
                let mut named: Vec<usize> = (0..places.len()).collect();
                let name = |index: &usize| places.get(*index).map(|place| self.name_of(*place));
                named.sort_by(|one, other| name(one).cmp(&name(other)));
                if choice.sort.direction == Direction::Falling {
                    named.reverse();
                }
                named
            }
            SortBy::Number | SortBy::Before | SortBy::Change => {
                let states: Vec<Answer> =
                    places.iter().map(|place| self.sorted_by(*place)).collect();
                sorted_indices(&states, choice.sort.direction)
            }
        };
        order
            .into_iter()
            .filter_map(|index| places.get(index).copied())
            .collect()
    }

    fn sorted_by(&self, place: usize) -> Answer {
        let choice = &self.choice;
        let [now, before] = self.two_years(place);
        match choice.sort.by {
            SortBy::Before => self.catalog.answer(before, choice.question()),
            SortBy::Change => change(&self.catalog, now, before, choice.question())
                .map_or(Answer::Missing, Answer::Number),
            _ => self.catalog.answer(now, choice.question()),
        }
    }
}
