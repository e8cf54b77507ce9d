//! The order that the reader asks for. Nothing is scored.

use super::number::Ratio;
use super::state::State;
use std::cmp::Ordering;

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
        None => by_key(
            numbers.map(|number| number.map(Near::from)).collect(),
            direction,
        ),
    }
}

/// A number with what it nearly is: exact products are only made of those that lie close.
struct Near {
    nearly: f64,
    exact: Ratio,
}

impl From<Ratio> for Near {
    fn from(exact: Ratio) -> Near {
        Near {
            nearly: exact.to_f64(),
            exact,
        }
    }
}

impl Ord for Near {
    fn cmp(&self, other: &Near) -> Ordering {
        let apart = (self.nearly - other.nearly).abs();
        // Far above what dividing and multiplying by ten can have lost.
        match apart > 1e-9 * self.nearly.abs().max(other.nearly.abs()) {
            true => self.nearly.total_cmp(&other.nearly),
            false => self.exact.cmp(&other.exact),
        }
    }
}

impl PartialOrd for Near {
    fn partial_cmp(&self, other: &Near) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Near {
    fn eq(&self, other: &Near) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Near {}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = Ratio> {
        let digits = || prop_oneof![1..20_i64, Just(i64::MAX), Just(i64::MAX - 1), 1..i64::MAX];
        (digits(), any::<bool>(), -64..64_i32, digits(), -64..64_i32).prop_map(
            |(over, is_negative, power, under, by)| {
                let over = if is_negative { -over } else { over };
                let under = Number::new(under, by);
                Ratio::new(Number::new(over, power), under).expect("above zero")
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_nearly_known_is_ordered_as_what_is_exactly_known(one in number(), other in number()) {
            let near = Near::from(one).cmp(&Near::from(other));
            prop_assert_eq!(near, one.cmp(&other));
        }
    }

    #[test]
    fn numbers_that_a_float_cannot_tell_apart_are_ordered() {
        let state = |count| {
            State::Number(Ratio::new(Number::whole(count), Number::whole(3)).expect("above zero"))
        };
        let states = [
            state(i64::MAX),
            state(i64::MAX - 1),
            State::Blank,
            state(i64::MAX - 2),
        ];
        assert_eq!(sorted(&states, Direction::Rising), [3, 1, 0, 2]);
        assert_eq!(sorted(&states, Direction::Falling), [0, 1, 3, 2]);
    }
}
