//! The scale of values as a plotters coordinate: linear, or logarithmic with room for zero.

use super::text;
use crate::figures::{Scale, TickFormat};
use gongkai_model::text::concat;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use std::ops::Range;

/// The share of a log scale that zero takes up.
const ZERO_SHARE: f64 = 0.12;

/// A domain, its mapping to pixels, and its ticks.
#[derive(Clone, Debug)]
pub(super) struct ValueScale {
    kind: Scale,
    format: TickFormat,
    low: f64,
    high: f64,
    /// The distance between ticks on a linear scale.
    step: f64,
    /// The share of the range that zero takes up on a log scale; 0 if no value is zero.
    zero_share: f64,
    ticks: Vec<f64>,
}

impl ValueScale {
    /// Covers all `values` (and zero, if linear) with about `max_ticks` ticks.
    pub fn new(values: &[f64], kind: Scale, format: TickFormat, max_ticks: usize) -> ValueScale {
        let values = values.iter().copied().filter(|value| value.is_finite());
        let values: Vec<f64> = values.collect();
        let max_ticks = max_ticks.clamp(2, 12);
        match kind {
            Scale::Linear => ValueScale::linear(&values, format, max_ticks),
            Scale::Log => ValueScale::log(&values, format, max_ticks),
        }
    }

    /// A scale with as many ticks as fit in `room` pixels without their labels touching.
    pub fn fitted(
        values: &[f64],
        kind: Scale,
        format: TickFormat,
        room: f64,
        em: f64,
    ) -> ValueScale {
        let mut max_ticks = 8;
        loop {
            let scale = ValueScale::new(values, kind, format, max_ticks);
            let fits = scale.label_interval(room, em * 0.82) == 1;
            if fits || max_ticks <= 2 {
                return scale;
            }
            max_ticks -= 1;
        }
    }

    fn linear(values: &[f64], format: TickFormat, max_ticks: usize) -> ValueScale {
        let low = values.iter().copied().fold(0.0, f64::min);
        let high = values.iter().copied().fold(0.0, f64::max);
        let span = if high > low { high - low } else { 1.0 };
        let is_integer = matches!(format, TickFormat::Count | TickFormat::SignedCount);
        let step = round_step(span / max_ticks as f64, is_integer);
        let first = (low / step).floor();
        let last = (high.max(low + span) / step).ceil();
        let ticks = (0..=(last - first) as usize)
            .map(|index| (first + index as f64) * step)
            .collect();
        ValueScale {
            kind: Scale::Linear,
            format,
            low: first * step,
            high: last * step,
            step,
            zero_share: 0.0,
            ticks,
        }
    }

    fn log(values: &[f64], format: TickFormat, max_ticks: usize) -> ValueScale {
        let positive = || values.iter().copied().filter(|value| *value > 0.0);
        let low = positive().fold(f64::INFINITY, f64::min);
        let high = positive().fold(0.0, f64::max);
        let (low, high) = if high > 0.0 { (low, high) } else { (1.0, 10.0) };
        let first = low.log10().floor();
        let last = high.log10().ceil().max(first + 1.0);
        let decades = (last - first) as usize;
        let has_zero = values.iter().any(|value| *value <= 0.0);
        let powers = (0..=decades)
            .step_by(decades.div_ceil(max_ticks).max(1))
            .map(|index| power_of_ten(first + index as f64));
        let ticks = has_zero.then_some(0.0).into_iter().chain(powers).collect();
        ValueScale {
            kind: Scale::Log,
            format,
            low: power_of_ten(first),
            high: power_of_ten(last),
            step: power_of_ten(first),
            zero_share: if has_zero { ZERO_SHARE } else { 0.0 },
            ticks,
        }
    }

    /// The position of `value` in the range, from 0 to 1.
    fn fraction(&self, value: f64) -> f64 {
        match self.kind {
            Scale::Linear => (value - self.low) / (self.high - self.low),
            Scale::Log if value <= 0.0 => 0.0,
            Scale::Log => {
                let fraction = (value / self.low).ln() / (self.high / self.low).ln();
                self.zero_share + (1.0 - self.zero_share) * fraction
            }
        }
    }

    /// The label of a tick.
    pub fn label(&self, value: f64) -> String {
        match self.format {
            TickFormat::Count => integer(value),
            TickFormat::SignedCount if value > 0.0 => concat(&["+", &integer(value)]),
            TickFormat::SignedCount => integer(value),
            TickFormat::Percent => concat(&[&self.decimal(value), "%"]),
            TickFormat::SignedPercent => {
                let sign = if value > 0.0 { "+" } else { "" };
                concat(&[sign, &self.decimal(value), "%"])
            }
            TickFormat::Decimal => self.decimal(value),
        }
    }

    /// Writes a value with only as many decimals as tell the ticks apart.
    fn decimal(&self, value: f64) -> String {
        let step = match self.kind {
            Scale::Linear => self.step,
            Scale::Log => value.abs().min(1.0),
        };
        let mut places = 0;
        let mut unit = 1.0;
        while step * unit < 0.999 && step > 0.0 && places < 9 {
            places += 1;
            unit *= 10.0;
        }
        if places == 0 {
            return integer(value);
        }
        let units = (value * unit).round() as i64;
        let unit = unit as u64;
        let (whole, rest) = (units.unsigned_abs() / unit, units.unsigned_abs() % unit);
        let sign = if units < 0 { "\u{2212}" } else { "" };
        let whole = gongkai_i18n::grouped(i64::try_from(whole).unwrap_or(i64::MAX));
        let rest = rest.to_string();
        let zeros = "000000000".get(rest.len()..places).unwrap_or_default();
        concat(&[sign, &whole, ".", zeros, &rest])
    }

    /// The least interval at which labels of `size` pixels do not touch in `room` pixels: 1 labels
    /// every tick, 2 every second one.
    pub fn label_interval(&self, room: f64, size: f64) -> usize {
        let all = self.ticks.len().max(1);
        (1..all)
            .find(|interval| self.labels_fit(*interval, room, size))
            .unwrap_or(all)
    }

    fn labels_fit(&self, interval: usize, room: f64, size: f64) -> bool {
        let mut end = f64::NEG_INFINITY;
        let mut ticks = self.ticks.iter().enumerate();
        ticks.all(|(index, tick)| {
            if !self.is_labelled(index, interval) {
                return true;
            }
            let middle = self.fraction(*tick) * room;
            let half = text::width(&self.label(*tick), size) / 2.0;
            let is_clear = middle - half >= end;
            end = middle + half + size * 0.6;
            is_clear
        })
    }

    /// Whether the tick at `index` has a label. Zero always has one: intervals are counted from it.
    pub fn is_labelled(&self, index: usize, interval: usize) -> bool {
        let zero = self.ticks.iter().position(|tick| *tick == 0.0);
        index.abs_diff(zero.unwrap_or(0)).is_multiple_of(interval)
    }

    /// The width of the widest label.
    pub fn widest_label(&self, size: f64) -> f64 {
        let labels = self.ticks.iter().map(|tick| self.label(*tick));
        labels
            .map(|label| text::width(&label, size))
            .fold(0.0, f64::max)
    }

    /// How far the label of the first tick extends to the left of the axis.
    pub fn overhang(&self, size: f64) -> f64 {
        let first = self.ticks.first().map(|tick| self.label(*tick));
        text::width(&first.unwrap_or_default(), size) / 2.0
    }
}

/// Writes an integer in groups of three digits, and one that has no room for them as a power of ten: `1.5 × 10¹⁷`.
fn integer(value: f64) -> String {
    if !value.is_finite() {
        return "∞".to_owned();
    }
    if value.abs() < 1e13 {
        return gongkai_i18n::grouped(value.round() as i64);
    }
    let (mut mantissa, mut exponent) = (value, 0_u64);
    while mantissa.abs() >= 9.95 {
        mantissa /= 10.0;
        exponent += 1;
    }
    let tenths = (mantissa * 10.0).round() as i64;
    let fraction = match tenths.unsigned_abs() % 10 {
        0 => String::new(),
        some => concat(&[".", &some.to_string()]),
    };
    let raised: String = exponent.to_string().chars().map(superscript).collect();
    let whole = gongkai_i18n::grouped(tenths / 10);
    concat(&[&whole, &fraction, " × 10", &raised])
}

fn superscript(digit: char) -> char {
    match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        _ => '⁰',
    }
}

/// Raises ten to an integer power; infinite beyond the range of `f64`.
fn power_of_ten(exponent: f64) -> f64 {
    let factor = if exponent < 0.0 { 0.1 } else { 10.0 };
    (0..exponent.abs().min(400.0) as usize).fold(1.0, |power, _| power * factor)
}

/// Rounds a step up to 1, 2 or 5 × a power of ten.
fn round_step(least: f64, is_integer: bool) -> f64 {
    if is_integer && least <= 1.0 {
        return 1.0;
    }
    let power = power_of_ten(least.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= least * 0.999)
        .unwrap_or(power * 10.0);
    if is_integer {
        step.max(1.0).round()
    } else {
        step
    }
}

impl Ranged for ValueScale {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (from, to): (i32, i32)) -> i32 {
        let room = f64::from(to - from);
        from + (self.fraction(*value).clamp(0.0, 1.0) * room).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for ValueScale {
    fn format_ext(&self, value: &f64) -> String {
        self.label(*value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(scale: &ValueScale) -> Vec<String> {
        scale.ticks.iter().map(|tick| scale.label(*tick)).collect()
    }

    #[test]
    fn a_number_at_the_end_of_all_numbers_ends_its_axis() {
        for kind in [Scale::Linear, Scale::Log] {
            let scale = ValueScale::new(&[-f64::MAX, f64::MAX], kind, TickFormat::Count, 5);
            assert!(labels(&scale).len() < 20);
        }
        assert_eq!(integer(f64::INFINITY), "∞");
        assert_eq!(integer(f64::NAN), "∞");
    }

    #[test]
    fn a_tick_without_room_for_its_digits_is_a_power_of_ten() {
        assert_eq!(integer(5e12), "5,000,000,000,000");
        assert_eq!(integer(1e13), "1 × 10¹³");
        assert_eq!(integer(-1.5e17), "\u{2212}1.5 × 10¹⁷");
        assert_eq!(integer(2e20), "2 × 10²⁰");
    }

    #[test]
    fn a_linear_scale_begins_at_zero_and_holds_its_values() {
        let scale = ValueScale::new(&[1.0, 1699.0], Scale::Linear, TickFormat::Count, 5);
        assert_eq!(labels(&scale), ["0", "500", "1,000", "1,500", "2,000"]);
        assert_eq!(scale.map(&0.0, (0, 1000)), 0);
        assert_eq!(scale.map(&1000.0, (0, 1000)), 500);
    }

    #[test]
    fn a_log_scale_keeps_a_place_for_zero_only_where_there_is_one() {
        let with = ValueScale::new(&[0.0, 12.0, 5138.0], Scale::Log, TickFormat::Count, 6);
        assert_eq!(labels(&with), ["0", "10", "100", "1,000", "10,000"]);
        assert!(with.map(&10.0, (0, 1000)) > with.map(&0.0, (0, 1000)));
        let without = ValueScale::new(&[12.0, 5138.0], Scale::Log, TickFormat::Count, 6);
        assert_eq!(without.map(&10.0, (0, 1000)), 0);
    }

    #[test]
    fn ticks_of_fractions_show_just_the_places_they_need() {
        let scale = ValueScale::new(&[2.12], Scale::Linear, TickFormat::Decimal, 5);
        assert_eq!(labels(&scale), ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"]);
    }

    #[test]
    fn values_without_a_span_still_make_a_scale() {
        for kind in Scale::ALL {
            for values in [&[][..], &[0.0], &[f64::MAX], &[f64::NAN]] {
                let scale = ValueScale::new(values, *kind, TickFormat::Count, 5);
                assert!(scale.ticks.len() >= 2, "{values:?}");
                assert!((0..=100).contains(&scale.map(&0.0, (0, 100))));
            }
        }
    }

    #[test]
    fn gains_and_losses_are_signed() {
        let scale = ValueScale::new(&[-78.0, 8.3], Scale::Linear, TickFormat::SignedPercent, 5);
        assert_eq!(
            labels(&scale),
            ["−80%", "−60%", "−40%", "−20%", "0%", "+20%"]
        );
    }
}
