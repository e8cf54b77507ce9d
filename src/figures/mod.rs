//! What each view says: its finding, its marks' values, its table, its caveats. No positions.

mod checked;
mod choices;
mod disclosure;
mod overview;
mod procurement;
mod services;
mod table;

pub use checked::checked;
pub use choices::*;
pub use table::{Column, Table, TableCell, TableRow};

use crate::i18n::{Locale, Text};
use crate::model::Report;

/// One view of one report, in one language, under the reader's choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub view: View,
    /// The finding as one sentence.
    pub title: String,
    /// In words, what a sighted reader sees.
    pub summary: String,
    /// What a reader must know to read the numbers rightly.
    pub caveats: Vec<String>,
    pub controls: Vec<Control>,
    /// Drawn from top to bottom; empty where there is no number to draw.
    pub panels: Vec<Panel>,
    pub headlines: Vec<Headline>,
    pub table: Table,
}

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
    /// Last year → this year, a row a kind.
    Sizes(Sizes),
    /// Gains and losses either side of zero.
    Changes(Bars),
    /// Countable squares.
    Squares(Squares),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    pub data: Vec<Datum>,
    pub scale: Scale,
    pub axis: Axis,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sizes {
    pub data: Vec<Span>,
    pub scale: Scale,
    pub axis: Axis,
    /// Words for the hollow and the filled dot.
    pub from_name: &'static str,
    pub to_name: &'static str,
    /// Over the column of changes.
    pub change_name: &'static str,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Squares {
    pub datum: Datum,
    /// Whole squares, and how many things one stands for.
    pub count: u32,
    pub each: i64,
}

/// How an axis writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    Count,
    Percent,
    SignedCount,
    SignedPercent,
    Decimal,
}

/// One mark's worth of data.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// The path of the cell; stable over languages and choices.
    pub key: String,
    pub name: String,
    /// `None` where no number is printed: the row is drawn, without a bar.
    pub value: Option<f64>,
    /// Where the hedge lets the value reach.
    pub high: Option<f64>,
    /// Where the bar begins; zero but for differences.
    pub from: f64,
    pub label: String,
    /// The sentence that hover, tap and keyboard give alike.
    pub detail: String,
    pub tone: Tone,
}

/// A datum with two ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    pub key: String,
    pub name: String,
    pub from: Option<f64>,
    pub to: Option<f64>,
    pub from_label: String,
    pub to_label: String,
    pub change_label: String,
    pub detail: String,
}

/// What a mark is, for its colour and pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Muted,
    Difference,
    Gain,
    Loss,
}

/// One headline number of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    pub key: &'static str,
    pub label: &'static str,
    pub value: String,
    pub note: String,
    /// The view that it leads to.
    pub view: Option<View>,
}

/// How far a report agrees with itself, for the overview. Worked out by a module of its own (see
/// `checker`), which is fetched once the first figure stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How many relations between numbers were looked at, and how many do not agree.
    pub line: String,
    /// A sentence for each that does not, with its arithmetic.
    pub disagreements: Vec<String>,
}

/// Builds the figure of one view.
pub fn figure(report: &Report, view: View, choices: &Choices, locale: Locale) -> Figure {
    match view {
        View::Overview => overview::figure(report, choices, locale),
        View::Disclosure => disclosure::figure(report, choices, locale),
        View::Services => services::figure(report, choices, locale),
        View::Procurement => procurement::figure(report, choices, locale),
    }
}

impl Figure {
    /// A view that has nothing to draw, and says why.
    fn empty(view: View, reason: Text, locale: Locale) -> Figure {
        Figure {
            view,
            title: reason.text(locale).to_owned(),
            summary: String::new(),
            caveats: Vec::new(),
            controls: Vec::new(),
            panels: Vec::new(),
            headlines: Vec::new(),
            table: Table::default(),
        }
    }

    /// The detail sentence of a mark.
    pub fn detail(&self, key: &str) -> Option<&str> {
        self.panels.iter().find_map(|panel| match &panel.plot {
            Plot::Bars(bars) | Plot::Changes(bars) => bars
                .data
                .iter()
                .find(|datum| datum.key == key)
                .map(|datum| datum.detail.as_str()),
            Plot::Sizes(sizes) => sizes
                .data
                .iter()
                .find(|span| span.key == key)
                .map(|span| span.detail.as_str()),
            Plot::Squares(squares) => {
                (squares.datum.key == key).then_some(squares.datum.detail.as_str())
            }
        })
    }
}
