//! Random numbers that are the same on every machine (SplitMix64). Crates promise that for their uniform
//! numbers only, not for normal ones.

pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64, stream: u64) -> Chance {
        let mut chance = Chance(seed ^ stream.wrapping_mul(0xd134_2543_de82_ef95));
        // Similar seeds give different numbers only after a step or two.
        chance.next();
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to less than `end`; 0 if `end` is 0.
    pub fn below(&mut self, end: i64) -> i64 {
        match u64::try_from(end) {
            Ok(end) if end > 0 => (self.next() % end) as i64,
            _ => 0,
        }
    }

    /// True with a probability of `share` percent.
    pub fn percent(&mut self, share: u32) -> bool {
        self.below(100) < i64::from(share)
    }

    /// A number from 0 to less than 1.
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A nearly normal number of mean 0 and variance 1: a sum of twelve uniform ones, since the last bit of a
    /// logarithm may differ between machines.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// A log-normal integer around `middle` with the spread `sigma`.
    pub fn about(&mut self, middle: f64, sigma: f64) -> i64 {
        let size = middle * power(self.normal() * sigma);
        // Rounds at random, so that small numbers are not always 0.
        let whole = size.floor();
        whole as i64 + i64::from(self.unit() < size - whole)
    }

    /// Divides a number into `N` parts with the given weights.
    pub fn divide<const N: usize>(&mut self, all: i64, weights: [u32; N]) -> [i64; N] {
        let mut parts = [0; N];
        let mut rest = all;
        let mut weight = f64::from(weights.iter().sum::<u32>());
        for (part, own) in parts.iter_mut().zip(weights) {
            if rest == 0 || weight <= 0.0 {
                break;
            }
            let own = f64::from(own);
            let share = (rest as f64 * own / weight * power(self.normal() * 0.3)).floor() as i64;
            let odd = i64::from(self.unit() < own / weight);
            *part = if own >= weight {
                rest
            } else {
                (share + odd).min(rest)
            };
            rest -= *part;
            weight -= own;
        }
        if let Some(first) = parts.first_mut() {
            *first += rest;
        }
        parts
    }
}

/// The exponential function with additions and multiplications only, which are exact everywhere.
fn power(exponent: f64) -> f64 {
    let part = exponent / 256.0;
    let near = 1.0 + part + part * part / 2.0 + part * part * part / 6.0;
    (0..8).fold(near, |value, _| value * value)
}
