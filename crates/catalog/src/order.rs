//! Sorting in the order that the reader asks for. Nothing is scored.

use super::answer::Answer;
use super::number::Ratio;
use std::cmp::Ordering;

/// The direction of sorting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The smallest number first.
    #[default]
    Rising,
    /// The largest number first.
    Falling,
}

/// Returns the indices of the answers in sorted order. Answers without a number come last in both
/// directions, and equal ones keep their order in both.
pub fn sorted_indices(answers: &[Answer], direction: Direction) -> Vec<usize> {
    let numbers = answers.iter().map(|answer| answer.number());
    let whole: Option<Vec<Option<i64>>> = numbers
        .clone()
        .map(|number| number.map_or(Some(None), |number| number.as_whole().map(Some)))
        .collect();
    match whole {
        // Most measures are whole numbers, which are compared in one step.
        Some(whole) => sort_by_key(whole, direction),
        None => sort_by_key(
            numbers
                .map(|number| number.map(ApproximateRatio::from))
                .collect(),
            direction,
        ),
    }
}

/// A number with its approximation. Exact products are computed only for numbers that are close.
struct ApproximateRatio {
    approximate: f64,
    exact: Ratio,
}

impl From<Ratio> for ApproximateRatio {
    fn from(exact: Ratio) -> ApproximateRatio {
        ApproximateRatio {
            approximate: exact.to_f64(),
            exact,
        }
    }
}

impl Ord for ApproximateRatio {
    fn cmp(&self, other: &ApproximateRatio) -> Ordering {
        let difference = (self.approximate - other.approximate).abs();
        // Far more than the error of dividing and multiplying by ten.
        if difference > 1e-9 * self.approximate.abs().max(other.approximate.abs()) {
            self.approximate.total_cmp(&other.approximate)
        } else {
            self.exact.cmp(&other.exact)
        }
    }
}

impl PartialOrd for ApproximateRatio {
    fn partial_cmp(&self, other: &ApproximateRatio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for ApproximateRatio {
    fn eq(&self, other: &ApproximateRatio) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for ApproximateRatio {}

fn sort_by_key<K: Ord>(keys: Vec<Option<K>>, direction: Direction) -> Vec<usize> {
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
            let near = ApproximateRatio::from(one).cmp(&ApproximateRatio::from(other));
            prop_assert_eq!(near, one.cmp(&other));
        }
    }

    #[test]
    fn numbers_that_a_float_cannot_tell_apart_are_ordered() {
        let state = |count| {
            Answer::Number(Ratio::new(Number::whole(count), Number::whole(3)).expect("above zero"))
        };
        let states = [
            state(i64::MAX),
            state(i64::MAX - 1),
            Answer::Blank,
            state(i64::MAX - 2),
        ];
        assert_eq!(sorted_indices(&states, Direction::Rising), [3, 1, 0, 2]);
        assert_eq!(sorted_indices(&states, Direction::Falling), [0, 1, 3, 2]);
    }
}
