//! A number found in prose, with its hedge.

words! {
    /// How the prose hedges a number.
    pub enum Qualifier {
        /// 余, 多, 以上: at least the count.
        Over = "over",
        /// 约, 左右: either side of the count.
        About = "about",
        /// 近: at most the count.
        Nearly = "nearly",
    }
}

record! {
    /// A count as prose states it: `3200 余条` is 3200, over, 条.
    pub struct Quantity {
        /// The number as printed.
        pub count: i64,
        /// How the prose hedges the number.
        pub qualifier: Option<Qualifier>,
        /// The printed measure word, such as 条.
        pub unit: Option<String>,
    }
}

impl Quantity {
    /// The range of counts that the words allow, both ends included.
    ///
    /// "Over 3200" is 3200 to 3299: the last nonzero digit stays the same.
    pub fn range(&self) -> (i64, i64) {
        let step = step(self.count);
        let (below, above) = match self.qualifier {
            None => (0, 0),
            Some(Qualifier::Over) => (0, step - 1),
            Some(Qualifier::Nearly) => (step - 1, 0),
            Some(Qualifier::About) => (step / 2, step / 2),
        };
        (
            self.count.saturating_sub(below).max(0),
            self.count.saturating_add(above),
        )
    }
}

/// The place value of the last nonzero digit; 1 for zero.
fn step(count: i64) -> i64 {
    let mut step = 1;
    let mut rest = count;
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        step *= 10;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(count: i64, qualifier: Option<Qualifier>) -> (i64, i64) {
        Quantity {
            count,
            qualifier,
            unit: None,
        }
        .range()
    }

    #[test]
    fn a_hedge_reaches_to_one_more_of_the_last_digit_that_is_not_zero() {
        assert_eq!(range(3200, Some(Qualifier::Over)), (3200, 3299));
        assert_eq!(range(3200, Some(Qualifier::Nearly)), (3101, 3200));
        assert_eq!(range(3200, Some(Qualifier::About)), (3150, 3250));
        assert_eq!(range(1605, Some(Qualifier::Over)), (1605, 1605));
        assert_eq!(range(3200, None), (3200, 3200));
        assert_eq!(range(0, Some(Qualifier::Over)), (0, 0));
    }

    #[test]
    fn a_hedged_number_at_the_edge_of_i64_does_not_overflow() {
        let (low, high) = range(9_000_000_000_000_000_000, Some(Qualifier::Over));
        assert_eq!(low, 9_000_000_000_000_000_000);
        assert_eq!(high, i64::MAX);
    }
}
