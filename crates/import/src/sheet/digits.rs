//! The decimal digits of a number, rounded as spreadsheets round.

/// Spreadsheets know this many digits of a number.
const SIGNIFICANT: usize = 15;

/// A number without its sign: digits, and how many of them precede the decimal point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    digits: Vec<u8>,
    point: i32,
}

impl Digits {
    /// `None` for infinity and for what is not a number.
    pub fn of(value: f64) -> Option<Digits> {
        if !value.is_finite() {
            return None;
        }
        let written = format!("{:.*e}", SIGNIFICANT - 1, value.abs());
        let (mantissa, exponent) = written.split_once('e')?;
        let digits = mantissa.bytes().filter(u8::is_ascii_digit);
        let exponent: i32 = exponent.parse().ok()?;
        let mut digits = Digits {
            digits: digits.map(|digit| digit - b'0').collect(),
            point: exponent + 1,
        };
        digits.strip();
        Some(digits)
    }

    fn strip(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.point = 0;
        }
    }

    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// How many digits precede the decimal point. Negative for zeros behind it.
    pub fn point(&self) -> i32 {
        self.point
    }

    /// Multiplies by a power of ten.
    pub fn shift(&mut self, by: i32) {
        if !self.is_zero() {
            self.point = self.point.saturating_add(by);
        }
    }

    /// Rounds to this many digits behind the decimal point. Halves are rounded up.
    pub fn round(&mut self, decimals: usize) {
        let kept = self
            .point
            .saturating_add(i32::try_from(decimals).unwrap_or(i32::MAX));
        let Ok(kept) = usize::try_from(kept) else {
            *self = Digits {
                digits: Vec::new(),
                point: 0,
            };
            return;
        };
        let rounds_up = self.digits.get(kept).is_some_and(|digit| *digit >= 5);
        self.digits.truncate(kept);
        if rounds_up {
            self.add_one();
        }
        self.strip();
    }

    /// Adds one to the last digit.
    fn add_one(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point += 1;
    }

    /// The digits before the decimal point, at least `least`.
    pub fn whole(&self, least: usize) -> String {
        let length = usize::try_from(self.point).unwrap_or_default();
        let digit = |at: usize| self.digits.get(at).copied().unwrap_or_default();
        let zeros = least.saturating_sub(length);
        let digits = (0..length).map(|at| char::from(b'0' + digit(at)));
        std::iter::repeat_n('0', zeros).chain(digits).collect()
    }

    /// The digits behind the decimal point, at least `least`.
    pub fn decimals(&self, least: usize) -> String {
        let all = i32::try_from(self.digits.len()).unwrap_or(i32::MAX);
        let length = usize::try_from(all.saturating_sub(self.point)).unwrap_or_default();
        let digit = |behind: usize| {
            let at = self
                .point
                .saturating_add(i32::try_from(behind).unwrap_or(i32::MAX));
            let at = usize::try_from(at).ok();
            at.and_then(|at| self.digits.get(at))
                .copied()
                .unwrap_or_default()
        };
        let digits = (0..length.max(least)).map(|behind| char::from(b'0' + digit(behind)));
        digits.collect()
    }
}
