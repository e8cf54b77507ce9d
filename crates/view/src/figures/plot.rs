//! The data of each kind of plot: values, names and labels, without positions.

use super::Scale;
use gongkai_i18n::Locale;

/// A part of a figure with a scale of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub caption: String,
    pub plot: Plot,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Plot {
    /// Horizontal bars from zero; dots on a log scale.
    Bars(Bars),
    /// Last year → this year, one row per kind.
    Dumbbell(Dumbbell),
    /// Gains and losses either side of zero.
    Changes(Bars),
    /// One square per thing, or per round number of things.
    Waffle(Waffle),
    /// Where cases came from and what became of them.
    Sankey(Sankey),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    pub data: Vec<Datum>,
    /// Values that the scale must also cover, though they are not drawn here. Panels with the same
    /// names and the same extra values share their scale.
    pub domain_extra: Vec<Datum>,
    pub scale: Scale,
    pub ticks: TickFormat,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Dumbbell {
    pub data: Vec<DumbbellRow>,
    pub scale: Scale,
    pub ticks: TickFormat,
    /// The legend of the hollow and of the filled dot.
    pub from_name: &'static str,
    pub to_name: &'static str,
    /// The heading of the column of changes.
    pub change_name: &'static str,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Waffle {
    pub datum: Datum,
    /// The number of squares.
    pub count: u32,
    /// The number of things that each square represents.
    pub each: i64,
}

/// Cases on their way through two or three stages, on one linear scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Sankey {
    /// In the reader's order: stage after stage.
    pub nodes: Vec<SankeyNode>,
    /// Only links above zero, sorted by the node they leave, then by the node they enter.
    pub links: Vec<SankeyLink>,
    /// The headings of the first and of the last stage.
    pub from_name: &'static str,
    pub to_name: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    From,
    /// Holds at most one node, where all cases meet.
    Middle,
    To,
}

/// A source of cases, or something that became of them.
#[derive(Clone, Debug, PartialEq)]
pub struct SankeyNode {
    pub key: String,
    pub name: String,
    pub stage: Stage,
    /// The node's own number, whatever its links add up to; `None` if none is printed.
    pub value: Option<f64>,
    pub label: String,
    pub detail: String,
    pub tone: Tone,
}

/// Cases that go from one node to another.
#[derive(Clone, Debug, PartialEq)]
pub struct SankeyLink {
    /// Index into [`Sankey::nodes`].
    pub from: usize,
    /// Index into [`Sankey::nodes`].
    pub to: usize,
    pub value: f64,
    pub tone: Tone,
}

/// How an axis writes the numbers at its ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickFormat {
    Count,
    Percent,
    SignedCount,
    SignedPercent,
    Decimal,
}

/// The data of one mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// The path of the cell; the same in every language and under every choice.
    pub key: String,
    pub name: String,
    /// `None` if no number is printed: the row is drawn, without a bar.
    pub value: Option<f64>,
    /// The upper bound of a hedged value.
    pub upper: Option<f64>,
    /// Where the bar begins; zero except for differences.
    pub from: f64,
    pub label: String,
    /// The sentence shown on hover, on tap and by keyboard.
    pub detail: String,
    pub tone: Tone,
}

/// One row of a [`Dumbbell`]: a value last year and this year.
#[derive(Clone, Debug, PartialEq)]
pub struct DumbbellRow {
    pub key: String,
    pub name: String,
    pub from: Option<f64>,
    pub to: Option<f64>,
    pub from_label: String,
    pub to_label: String,
    pub change_label: String,
    pub detail: String,
}

/// The role of a mark, which decides its colour and pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Muted,
    Difference,
    Gain,
    Loss,
}

impl Plot {
    /// Shortens the numbers that have no room. Details and tables have them whole.
    pub(super) fn shorten(&mut self, locale: Locale) {
        let short = |label: &mut String| *label = gongkai_i18n::brief(locale, label);
        match self {
            Plot::Bars(bars) | Plot::Changes(bars) => {
                let data = bars.data.iter_mut().chain(&mut bars.domain_extra);
                data.for_each(|datum| short(&mut datum.label));
            }
            Plot::Dumbbell(dumbbell) => {
                for row in &mut dumbbell.data {
                    let labels = [
                        &mut row.from_label,
                        &mut row.to_label,
                        &mut row.change_label,
                    ];
                    labels.into_iter().for_each(short);
                }
            }
            Plot::Waffle(waffle) => short(&mut waffle.datum.label),
            Plot::Sankey(_) => {}
        }
    }

    /// How many numbers other than zero the plot draws, at most.
    ///
    /// Under every choice of the reader the same: a view that depends on choices decides by itself
    /// whether it has a chart.
    pub(super) fn drawn(&self) -> usize {
        let is_drawn = |value: Option<f64>| value.is_some_and(|value| value != 0.0);
        match self {
            Plot::Bars(bars) => {
                let data = bars.data.iter();
                data.filter(|datum| is_drawn(datum.value)).count()
            }
            Plot::Waffle(waffle) => usize::from(is_drawn(waffle.datum.value)),
            Plot::Dumbbell(_) | Plot::Changes(_) | Plot::Sankey(_) => usize::MAX,
        }
    }

    /// The key and the detail sentence of each mark.
    pub fn details(&self) -> Vec<(&str, &str)> {
        match self {
            Plot::Bars(bars) | Plot::Changes(bars) => bars
                .data
                .iter()
                .map(|datum| (datum.key.as_str(), datum.detail.as_str()))
                .collect(),
            Plot::Dumbbell(dumbbell) => dumbbell
                .data
                .iter()
                .map(|row| (row.key.as_str(), row.detail.as_str()))
                .collect(),
            Plot::Waffle(waffle) => vec![(&waffle.datum.key, &waffle.datum.detail)],
            Plot::Sankey(sankey) => sankey
                .nodes
                .iter()
                .map(|node| (node.key.as_str(), node.detail.as_str()))
                .collect(),
        }
    }
}
