//! The data of the charts of many reports. The comparison fills it in from a catalogue; here it is
//! only numbers and texts.

use super::{Scale, TickFormat};
use std::ops::RangeInclusive;

/// Lines over years on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// The text above the chart; empty if the panel's heading suffices.
    pub caption: String,
    pub ticks: TickFormat,
    pub scale: Scale,
    /// The unit, written beside the axis.
    pub unit: String,
    pub years: RangeInclusive<u16>,
    /// The first years of a new edition of the form, each with a dashed line before it.
    pub breaks: Vec<u16>,
    /// The label of the dashed lines.
    pub break_label: String,
    pub lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub name: String,
    /// Only years with a number, in ascending order.
    pub points: Vec<LinePoint>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LinePoint {
    pub key: String,
    pub year: u16,
    pub value: f64,
    /// The number as written beside the point.
    pub shown: String,
    /// A sentence for screen readers.
    pub label: String,
    /// Whether a line connects the point to the one before.
    pub is_joined: bool,
}

/// A distribution, one dot per value.
#[derive(Clone, Debug, PartialEq)]
pub struct DotPlot {
    pub ticks: TickFormat,
    pub scale: Scale,
    pub unit: String,
    /// In ascending order.
    pub values: Vec<f64>,
    /// The values of the quartile lines, and their labels.
    pub quartiles: Vec<(f64, String)>,
    pub named: Vec<NamedDot>,
}

/// A dot that the reader chose to see by name.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedDot {
    /// Index into [`DotPlot::values`].
    pub at: usize,
    pub key: String,
    pub name: String,
    pub shown: String,
    pub label: String,
}
