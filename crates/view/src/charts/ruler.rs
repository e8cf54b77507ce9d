//! One scale for plotters: linear or logarithmic, with a place for zero on the latter.

use crate::figures::{Axis, Scale};
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use std::ops::Range;

/// A domain, how it maps to pixels, and how its ticks are written.
#[derive(Clone, Debug)]
pub(super) struct Ruler {
    scale: Scale,
    axis: Axis,
    low: f64,
    high: f64,
    /// The distance of ticks on a linear scale.
    step: f64,
    /// The share of the room that zero takes on a log scale.
    gutter: f64,
    ticks: Vec<f64>,
}

impl Ruler {
    /// A ruler that holds all `values` (and zero, on a linear scale) with about `most` ticks.
    pub fn new(values: &[f64], scale: Scale, axis: Axis, most: usize) -> Ruler {
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        let most = most.clamp(2, 12);
        match scale {
            Scale::Linear => {
                let low = finite().fold(0.0, f64::min);
                let high = finite().fold(0.0, f64::max);
                let span = if high > low { high - low } else { 1.0 };
                let whole = matches!(axis, Axis::Count | Axis::SignedCount);
                let step = step(span / most as f64, whole);
                let (first, last) = ((low / step).floor(), (high.max(low + span) / step).ceil());
                let ticks = (0..=(last - first) as usize)
                    .map(|index| (first + index as f64) * step)
                    .collect();
                Ruler {
                    scale,
                    axis,
                    low: first * step,
                    high: last * step,
                    step,
                    gutter: 0.0,
                    ticks,
                }
            }
            Scale::Log => {
                let positive = || finite().filter(|value| *value > 0.0);
                let low = positive().fold(f64::INFINITY, f64::min);
                let high = positive().fold(0.0, f64::max);
                let (low, high) = if high > 0.0 { (low, high) } else { (1.0, 10.0) };
                let first = low.log10().floor();
                let last = high.log10().ceil().max(first + 1.0);
                let decades = (last - first) as usize;
                let every = decades.div_ceil(most).max(1);
                let has_zero = finite().any(|value| value <= 0.0);
                let mut ticks: Vec<f64> = (0..=decades)
                    .step_by(every)
                    .map(|index| ten(first + index as f64))
                    .collect();
                if has_zero {
                    ticks.insert(0, 0.0);
                }
                Ruler {
                    scale,
                    axis,
                    low: ten(first),
                    high: ten(last),
                    step: ten(first),
                    gutter: if has_zero { 0.12 } else { 0.0 },
                    ticks,
                }
            }
        }
    }

    /// Where `value` stands between 0 and 1.
    fn place(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear => (value - self.low) / (self.high - self.low),
            Scale::Log if value <= 0.0 => 0.0,
            Scale::Log => {
                let place = (value / self.low).ln() / (self.high / self.low).ln();
                self.gutter + (1.0 - self.gutter) * place
            }
        }
    }

    /// A tick as the reader sees it.
    pub fn label(&self, value: f64) -> String {
        match self.axis {
            Axis::Count => whole(value),
            Axis::SignedCount if value > 0.0 => format!("+{}", whole(value)),
            Axis::SignedCount => whole(value),
            Axis::Percent => format!("{}%", self.short(value)),
            Axis::SignedPercent => {
                let sign = if value > 0.0 { "+" } else { "" };
                format!("{sign}{}%", self.short(value))
            }
            Axis::Decimal => self.short(value),
        }
    }

    /// With no more places than the ticks need.
    fn short(&self, value: f64) -> String {
        let step = match self.scale {
            Scale::Linear => self.step,
            Scale::Log => value.abs().min(1.0),
        };
        let mut places = 0;
        let mut scale = 1.0;
        while step * scale < 0.999 && step > 0.0 && places < 9 {
            places += 1;
            scale *= 10.0;
        }
        if places == 0 {
            return whole(value);
        }
        let units = (value * scale).round() as i64;
        let scale = scale as u64;
        let (whole, rest) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
        let sign = if units < 0 { "\u{2212}" } else { "" };
        let whole = gongkai_i18n::grouped(i64::try_from(whole).unwrap_or(i64::MAX));
        format!("{sign}{whole}.{rest:0places$}")
    }

    /// Every how many ticks a label of `size` pixels can stand in `room` pixels without touching
    /// the next; one where all of them can.
    pub fn every(&self, room: f64, size: f64) -> usize {
        let all = self.ticks.len().max(1);
        (1..all)
            .find(|every| self.is_clear(*every, room, size))
            .unwrap_or(all)
    }

    fn is_clear(&self, every: usize, room: f64, size: f64) -> bool {
        let mut end = f64::NEG_INFINITY;
        let mut ticks = self.ticks.iter().enumerate();
        ticks.all(|(index, tick)| {
            if !self.is_labelled(index, every) {
                return true;
            }
            let middle = self.place(*tick) * room;
            let half = super::text::width(&self.label(*tick), size) / 2.0;
            let clear = middle - half >= end;
            end = middle + half + size * 0.6;
            clear
        })
    }

    /// Whether the tick at `index` is among every so many, counted from zero, which always is.
    pub fn is_labelled(&self, index: usize, every: usize) -> bool {
        let zero = self.ticks.iter().position(|tick| *tick == 0.0);
        index.abs_diff(zero.unwrap_or(0)).is_multiple_of(every)
    }

    /// The width of the widest label, beside an upright axis.
    pub fn widest(&self, size: f64) -> f64 {
        let labels = self.ticks.iter().map(|tick| self.label(*tick));
        labels
            .map(|label| super::text::width(&label, size))
            .fold(0.0, f64::max)
    }

    /// How far the label of the first tick reaches to its left.
    pub fn overhang(&self, size: f64) -> f64 {
        let first = self.ticks.first().map(|tick| self.label(*tick));
        super::text::width(&first.unwrap_or_default(), size) / 2.0
    }
}

/// A whole number in groups of three; an axis may end beyond 64 bits, and at the end of all numbers.
fn whole(value: f64) -> String {
    if !value.is_finite() {
        "∞".to_owned()
    } else if value.abs() < 9e18 {
        gongkai_i18n::grouped(value.round() as i64)
    } else {
        whole(value / 1000.0) + ",000"
    }
}

/// A power of ten; the exponent is whole. Beyond the last number it is infinite.
fn ten(exponent: f64) -> f64 {
    let factor = if exponent < 0.0 { 0.1 } else { 10.0 };
    (0..exponent.abs().min(400.0) as usize).fold(1.0, |power, _| power * factor)
}

/// The next of 1, 2, 5 × a power of ten that is at least `least`.
fn step(least: f64, whole: bool) -> f64 {
    if whole && least <= 1.0 {
        return 1.0;
    }
    let power = ten(least.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= least * 0.999)
        .unwrap_or(power * 10.0);
    if whole { step.max(1.0).round() } else { step }
}

impl Ranged for Ruler {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let room = f64::from(to - from);
        from + (self.place(*value).clamp(0.0, 1.0) * room).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Ruler {
    fn format_ext(&self, value: &f64) -> String {
        self.label(*value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(ruler: &Ruler) -> Vec<String> {
        ruler.ticks.iter().map(|tick| ruler.label(*tick)).collect()
    }

    #[test]
    fn a_number_at_the_end_of_all_numbers_ends_its_axis() {
        for scale in [Scale::Linear, Scale::Log] {
            let ruler = Ruler::new(&[-f64::MAX, f64::MAX], scale, Axis::Count, 5);
            assert!(labels(&ruler).len() < 20);
        }
        assert_eq!(whole(f64::INFINITY), "∞");
        assert_eq!(whole(f64::NAN), "∞");
    }

    #[test]
    fn a_linear_ruler_begins_at_zero_and_holds_its_values() {
        let ruler = Ruler::new(&[1.0, 1699.0], Scale::Linear, Axis::Count, 5);
        assert_eq!(labels(&ruler), ["0", "500", "1,000", "1,500", "2,000"]);
        assert_eq!(ruler.map(&0.0, (0, 1000)), 0);
        assert_eq!(ruler.map(&1000.0, (0, 1000)), 500);
    }

    #[test]
    fn a_log_ruler_keeps_a_place_for_zero_only_where_there_is_one() {
        let with = Ruler::new(&[0.0, 12.0, 5138.0], Scale::Log, Axis::Count, 6);
        assert_eq!(labels(&with), ["0", "10", "100", "1,000", "10,000"]);
        assert!(with.map(&10.0, (0, 1000)) > with.map(&0.0, (0, 1000)));
        let without = Ruler::new(&[12.0, 5138.0], Scale::Log, Axis::Count, 6);
        assert_eq!(without.map(&10.0, (0, 1000)), 0);
    }

    #[test]
    fn ticks_of_fractions_show_just_the_places_they_need() {
        let ruler = Ruler::new(&[2.12], Scale::Linear, Axis::Decimal, 5);
        assert_eq!(labels(&ruler), ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"]);
    }

    #[test]
    fn values_without_a_span_still_make_a_ruler() {
        for scale in Scale::ALL {
            for values in [&[][..], &[0.0], &[f64::MAX], &[f64::NAN]] {
                let ruler = Ruler::new(values, *scale, Axis::Count, 5);
                assert!(ruler.ticks.len() >= 2, "{values:?}");
                assert!((0..=100).contains(&ruler.map(&0.0, (0, 100))));
            }
        }
    }

    #[test]
    fn gains_and_losses_are_signed() {
        let ruler = Ruler::new(&[-78.0, 8.3], Scale::Linear, Axis::SignedPercent, 5);
        assert_eq!(
            labels(&ruler),
            ["−80%", "−60%", "−40%", "−20%", "0%", "+20%"]
        );
    }
}
