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
    CellsLink, CheckEntry, CheckGroup, ChecksView, by_verdict, checks_across, checks_between,
    checks_line, checks_view, disagreements, tally_sentences, view_of_cell,
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
pub use services::decisions_since;
pub use table::{Column, Table, TableCell, TableRow};

use crate::text::{Text, view_text};
use gongkai_checks::Rule;
use gongkai_i18n::Locale;
use gongkai_model::{CellRef, Remark, Report};

/// One view of one report, in one language, under the reader's choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub view: View,
    /// The finding as one sentence.
    pub title: String,
    /// What a reader must know before the chart.
    pub notices: Vec<Notice>,
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

/// A sentence that goes right below the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    /// The path of the number in section one that is contradicted; `None` for any other notice.
    pub key: Option<String>,
}

impl Notice {
    fn plain(text: String) -> Notice {
        Notice { text, key: None }
    }
}

/// One headline number of the overview.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    pub key: &'static str,
    pub label: &'static str,
    pub value: String,
    pub note: String,
    /// The view that the headline links to.
    pub view: View,
    /// The part of a whole, from 0 to 1, that the note names and a small bar shows.
    pub part: Option<f64>,
}

/// The most bars of a panel, far more than the reports of the corpus list.
const MOST_BARS: usize = 200;

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
    Some(finished(figure(report, choices, locale), report, locale))
}

#[inline(never)]
fn finished(figure: Figure, report: &Report, locale: Locale) -> Figure {
    let mut figure = figure.without_idle_chart().with_remarks(report, locale);
    figure.limit_bars(locale);
    for panel in &mut figure.panels {
        panel.plot.shorten(locale);
    }
    figure
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
    Some(finished(figure(report, choices, locale), report, locale))
}

/// What section one says and the statutory tables contradict under the given rules.
fn contradictions(report: &Report, rules: &[Rule], locale: Locale) -> Vec<Notice> {
    let findings = gongkai_checks::check_text(report);
    let failures = findings
        .iter()
        .filter(|finding| finding.is_failure() && rules.contains(&finding.rule));
    failures
        .filter_map(|finding| {
            let text = gongkai_checks::sentence(locale, report.edition, finding)?;
            let in_table = |cell| matches!(cell, CellRef::Application(..) | CellRef::Review(..));
            let stated = finding.cells.iter().find(|at| !in_table(at.cell));
            let key = stated.map(|at| match at.cell {
                CellRef::StatedReceived | CellRef::StatedCompleted => {
                    "disclosure.applications".to_owned()
                }
                cell => cell.path(),
            });
            Some(Notice { text, key })
        })
        .collect()
}

impl Figure {
    /// The finding, with what contradicts it: for pictures, which have no room for notices.
    pub fn heading(&self, locale: Locale) -> String {
        let mut heading = self.title.clone();
        for notice in self.notices.iter().filter(|notice| notice.key.is_some()) {
            if locale == Locale::En {
                heading.push(' ');
            }
            heading.push_str(&notice.text);
        }
        heading
    }

    /// A figure without a chart, whose title gives the reason.
    fn empty(view: View, reason: Text, locale: Locale) -> Figure {
        Figure {
            view,
            title: reason.text(locale).to_owned(),
            notices: Vec::new(),
            summary: String::new(),
            caveats: Vec::new(),
            controls: Vec::new(),
            panels: Vec::new(),
            headlines: Vec::new(),
            table: Table::default(),
        }
    }

    /// Leaves out a chart of at most one number above zero, which the finding says better.
    fn without_idle_chart(mut self) -> Figure {
        let drawn = self.panels.iter().map(|panel| panel.plot.drawn());
        if drawn.fold(0, usize::saturating_add) < 2 {
            self.panels.clear();
            self.controls.clear();
        }
        self
    }

    /// Leaves to the table what no reader would look through as bars, and what a browser would lay out for minutes.
    fn limit_bars(&mut self, locale: Locale) {
        for panel in &mut self.panels {
            let Plot::Bars(bars) = &mut panel.plot else {
                continue;
            };
            let all = bars.data.len();
            if all > MOST_BARS {
                bars.data.truncate(MOST_BARS);
                self.caveats.push(
                    view_text::BarsLimited {
                        drawn: &gongkai_model::text::digits(MOST_BARS),
                        all: &gongkai_model::text::digits(all),
                    }
                    .text(locale),
                );
            }
        }
    }

    /// Adds the agency's remarks on the numbers of the table.
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
