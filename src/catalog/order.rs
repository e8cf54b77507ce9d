//! The order that the reader asks for. Nothing is scored.

use super::number::Ratio;
use super::state::State;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    #[default]
    Rising,
    Falling,
}

/// The indices of the states in order: numbers in the direction, then those without one, which stand
/// last both ways. Equal ones keep the order they have, both ways.
pub fn sorted(states: &[State], direction: Direction) -> Vec<usize> {
    let numbers = states.iter().map(|state| state.number());
    let whole: Option<Vec<Option<i64>>> = numbers
        .clone()
        .map(|number| number.map_or(Some(None), |number| number.as_whole().map(Some)))
        .collect();
    match whole {
        // Most measures are whole numbers, and those are compared in one step.
        Some(whole) => by_key(whole, direction),
        None => by_key::<Ratio>(numbers.collect(), direction),
    }
}

fn by_key<K: Ord>(keys: Vec<Option<K>>, direction: Direction) -> Vec<usize> {
    let mut with: Vec<(K, usize)> = Vec::with_capacity(keys.len());
    let mut without = Vec::new();
    for (index, key) in keys.into_iter().enumerate() {
        match key {
            Some(key) => with.push((key, index)),
            None => without.push(index),
        }
    }
    match direction {
        Direction::Rising => with.sort_by(|one, other| one.0.cmp(&other.0)),
        Direction::Falling => with.sort_by(|one, other| other.0.cmp(&one.0)),
    }
    let with = with.into_iter().map(|(_, index)| index);
    with.chain(without).collect()
}
