//! What each view says: its finding, its marks' values, its table, its caveats. No positions.

mod activities;
mod applications;
mod cells;
mod choices;
mod comparison;
mod disclosure;
mod documents;
mod fees;
mod form;
mod mentions;
mod original;
mod overview;
mod procurement;
mod reviews;
mod search;
mod services;
mod table;
mod verified;

pub use applications::{TO_HANDLE, applicant_key};
pub use choices::*;
pub use comparison::{Dots, Line, LinePoint, Lines, NamedDot};
pub use form::{
    Form, FormCell, FormValue, Heading, Scope, section_four, section_three, section_two,
};
pub use original::{Original, Paragraph, Passage, Run, found, original};
pub use table::{Column, Table, TableCell, TableRow};
pub use verified::{
    Entry, Group, Verified, Way, by_verdict, disagreements, shown_in, verified, verified_beside,
    verified_line,
};

use crate::text::Text;
use gongkai_i18n::Locale;
use gongkai_model::Report;

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
    /// From where cases came to what became of them.
    Flow(Flow),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    pub data: Vec<Datum>,
    /// What the scale must hold besides, though it is not drawn here: panels that are given the
    /// same, under the same names, share their scale.
    pub beside: Vec<Datum>,
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

/// Cases on their way through two or three stages, on one linear scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// In the reader's order: those of a stage stand together, and a stage after the one before.
    pub nodes: Vec<Node>,
    /// Only above zero; in the order of the nodes that they leave, then of those they enter.
    pub bands: Vec<Band>,
    /// Over the first and the last stage.
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

/// A place that cases leave or enter.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub key: String,
    pub name: String,
    pub stage: Stage,
    /// Its own number, whatever its bands add up to; `None` where none is printed.
    pub value: Option<f64>,
    pub label: String,
    pub detail: String,
    pub tone: Tone,
}

/// Cases that go from one node to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Indices of [`Flow::nodes`].
    pub from: usize,
    pub to: usize,
    pub value: f64,
    pub tone: Tone,
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
    pub view: View,
}

/// Builds the figure of a view that the first module draws; `None` for any other, so that what
/// only the others need is not in it.
pub fn first(report: &Report, view: View, choices: &Choices, locale: Locale) -> Option<Figure> {
    let figure = match view {
        View::Overview => overview::figure,
        View::Disclosure => disclosure::figure,
        View::Services => services::figure,
        View::Procurement => procurement::figure,
        _ => return None,
    };
    Some(figure(report, choices, locale))
}

/// Builds the figure of any view that has one; the checks and the text have none.
pub fn figure(report: &Report, view: View, choices: &Choices, locale: Locale) -> Option<Figure> {
    let figure = match view {
        View::Activities => activities::figure,
        View::Documents => documents::figure,
        View::Fees => fees::figure,
        View::Applications => applications::figure,
        View::Reviews => reviews::figure,
        _ => return first(report, view, choices, locale),
    };
    Some(figure(report, choices, locale))
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
            Plot::Flow(flow) => flow
                .nodes
                .iter()
                .find(|node| node.key == key)
                .map(|node| node.detail.as_str()),
        })
    }
}
