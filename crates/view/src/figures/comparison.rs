//! What the charts of many reports are drawn from. Whoever fills them knows the catalogue; here are
//! only numbers, where lines may go, and words.

use super::Axis;
use super::Scale;
use std::ops::RangeInclusive;

/// Lines over years on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// Above the chart; empty where the panel's heading says it.
    pub caption: String,
    pub axis: Axis,
    pub scale: Scale,
    /// What the numbers count, beside the axis.
    pub unit: String,
    pub years: RangeInclusive<u16>,
    /// First years of another form: a dashed line stands before each.
    pub breaks: Vec<u16>,
    /// What stands at the dashed line.
    pub break_label: String,
    pub lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub name: String,
    /// By rising years, only those with a number.
    pub points: Vec<LinePoint>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LinePoint {
    pub key: String,
    pub year: u16,
    pub value: f64,
    /// The number as it stands at the mark.
    pub shown: String,
    /// The whole sentence, for those who hear it.
    pub label: String,
    /// A line comes from the point before: nothing lies between that breaks it.
    pub is_joined: bool,
}

/// Every place a dot on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    pub axis: Axis,
    pub scale: Scale,
    pub unit: String,
    /// Rising.
    pub values: Vec<f64>,
    /// Where the quartile lines stand, and what they say.
    pub quartiles: Vec<(f64, String)>,
    pub named: Vec<NamedDot>,
}

/// A dot that the reader chose to see by name.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedDot {
    /// Its index among [`Dots::values`].
    pub at: usize,
    pub key: String,
    pub name: String,
    pub shown: String,
    pub label: String,
}
