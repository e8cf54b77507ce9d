//! The content of each view: its finding, the values of its marks, its table and its caveats.
//! Positions are calculated by [`charts`](crate::charts).

mod activities;
mod applications;
mod cell_groups;
mod checks;
mod choices;
mod comparison;
mod disclosure;
mod documents;
mod fees;
mod form;
mod mentions;
mod original;
mod overview;
mod plot;
mod procurement;
mod reviews;
mod search;
mod services;
mod table;

pub use applications::{TO_HANDLE, applicant_key};
pub use checks::{
    CellsLink, CheckEntry, CheckGroup, ChecksView, by_verdict, checks_between, checks_line,
    checks_view, disagreements, view_of_cell,
};
pub use choices::*;
pub use comparison::{DotPlot, Line, LinePoint, Lines, NamedDot};
pub use form::{
    Form, FormCell, FormValue, Heading, Scope, section_four, section_three, section_two,
};
pub use original::{Original, Paragraph, Passage, Run, match_count, original};
pub use plot::{
    Bars, Datum, Dumbbell, DumbbellRow, Panel, Plot, Sankey, SankeyLink, SankeyNode, Stage,
    TickFormat, Tone, Waffle,
};
pub use table::{Column, Table, TableCell, TableRow};

use crate::text::{Text, view_text};
use gongkai_i18n::Locale;
use gongkai_model::{Remark, Report};

/// One view of one report, in one language, under the reader's choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub view: View,
    /// The finding as one sentence.
    pub title: String,
    /// A text alternative to the chart.
    pub summary: String,
    /// Notes without which the numbers would be misread.
    pub caveats: Vec<String>,
    pub controls: Vec<Control>,
    /// Drawn from top to bottom; empty if there is no number to draw.
    pub panels: Vec<Panel>,
    pub headlines: Vec<Headline>,
    pub table: Table,
}

/// One headline number of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    pub key: &'static str,
    pub label: &'static str,
    pub value: String,
    pub note: String,
    /// The view that the headline links to.
    pub view: View,
}

/// Marks a remark as the agency's own words.
fn remark(remark: &Remark, locale: Locale) -> String {
    let remark = &remark.text;
    view_text::Remark { remark }.text(locale)
}

/// Whether two paths are the same, or one leads into the value of the other.
fn overlap(one: &str, other: &str) -> bool {
    let (inner, outer) = if one.len() > other.len() {
        (one, other)
    } else {
        (other, one)
    };
    inner
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Builds the figure of a core view, see [`View::is_core`]; `None` for every other view, so that
/// the `draw` module does not contain their code.
pub fn core_figure(
    report: &Report,
    view: View,
    choices: &Choices,
    locale: Locale,
) -> Option<Figure> {
    let figure = match view {
        View::Overview => overview::figure,
        View::Disclosure => disclosure::figure,
        View::Services => services::figure,
        View::Procurement => procurement::figure,
        _ => return None,
    };
    Some(figure(report, choices, locale).with_remarks(report, locale))
}

/// Builds the figure of a view; `None` for the checks and the original text, which have none.
pub fn figure(report: &Report, view: View, choices: &Choices, locale: Locale) -> Option<Figure> {
    let figure = match view {
        View::Activities => activities::figure,
        View::Documents => documents::figure,
        View::Fees => fees::figure,
        View::Applications => applications::figure,
        View::Reviews => reviews::figure,
        _ => return core_figure(report, view, choices, locale),
    };
    Some(figure(report, choices, locale).with_remarks(report, locale))
}

impl Figure {
    /// A figure without a chart, whose title gives the reason.
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

    /// Adds the agency's remarks on the numbers of the table.
    #[inline(never)]
    fn with_remarks(mut self, report: &Report, locale: Locale) -> Figure {
        // The overview's headlines have keys that are not paths of cells.
        if self.view != View::Overview {
            let on_rows = |path: &str| self.table.rows.iter().any(|row| overlap(path, &row.key));
            let remarks = report.remarks.iter();
            let remarks = remarks.filter(|remark| remark.at.0.iter().any(|path| on_rows(path)));
            let remarks: Vec<String> = remarks.map(|one| remark(one, locale)).collect();
            self.caveats.extend(remarks);
        }
        self
    }

    /// The detail sentence of a mark.
    pub fn detail(&self, key: &str) -> Option<&str> {
        let mut details = self.panels.iter().flat_map(|panel| panel.plot.details());
        let found = details.find(|(of, _)| *of == key);
        found.map(|(_, detail)| detail)
    }
}
