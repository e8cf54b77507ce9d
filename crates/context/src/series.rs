//! A catalogue of one agency that fits a report, and what it adds to the report's views.

use crate::messages::ContextText;
use crate::{charts, checks, last_year, measures, peers, tiles};
use gongkai_catalog::{Catalog, Extract, Measure, Peers, Value, build};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::components::Context;
use gongkai_view::figures::{Display, View};
use gongkai_view::markup::{Element, Name, Tag};
use gongkai_view::request::Request;

/// The reports of one agency over the years.
#[derive(Clone, Debug)]
pub struct Series {
    pub(crate) catalog: Catalog,
    /// The year of the report that is shown.
    pub(crate) year: u16,
    /// The index of that report.
    pub(crate) report: usize,
    peers: Option<Peers>,
}

/// Why there is no context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesProblem {
    /// There is no file, or the catalogue does not list the agency.
    Missing,
    /// The file could not be loaded.
    Unreachable,
    /// The file is no valid catalogue of one agency.
    Invalid,
    /// The file does not have the hash that the catalogue lists.
    Tampered,
    /// The file is about another agency.
    Foreign,
    /// The file does not have this report, or has other numbers of it.
    Stale,
}

impl SeriesProblem {
    const ALL: [(SeriesProblem, &'static str, ContextText); 6] = [
        (SeriesProblem::Missing, "missing", ContextText::Missing),
        (
            SeriesProblem::Unreachable,
            "unreachable",
            ContextText::Unreachable,
        ),
        (SeriesProblem::Invalid, "invalid", ContextText::Invalid),
        (SeriesProblem::Tampered, "tampered", ContextText::Tampered),
        (SeriesProblem::Foreign, "foreign", ContextText::Foreign),
        (SeriesProblem::Stale, "stale", ContextText::Stale),
    ];

    /// Finds a problem by its stable name.
    pub fn from_id(id: &str) -> Option<SeriesProblem> {
        let mut all = SeriesProblem::ALL.iter();
        all.find(|(_, name, _)| *name == id)
            .map(|(problem, ..)| *problem)
    }

    /// The stable name, for scripts.
    pub fn id(self) -> &'static str {
        let mut all = SeriesProblem::ALL.iter();
        let found = all.find(|(problem, ..)| *problem == self);
        found.map_or("", |(_, id, _)| id)
    }

    /// The sentence for the reader.
    pub fn text(self, locale: Locale) -> &'static str {
        let mut all = SeriesProblem::ALL.iter();
        let found = all.find(|(problem, ..)| *problem == self);
        found.map_or("", |(.., text)| text.text(locale))
    }
}

/// A context with one sentence alone: why other years are not shown.
pub fn problem_note(problem: SeriesProblem, locale: Locale) -> Context {
    let mut note = Element::new(Tag::P);
    note.set(Name::Class, "context")
        .set(Name::Role, "note")
        .text(problem.text(locale));
    Context {
        notes: vec![note],
        ..Context::default()
    }
}

impl Series {
    /// Takes a catalogue that is to have the report among those of its one agency.
    ///
    /// # Errors
    /// If it is about another agency or several, or differs from the report in any number.
    pub fn new(catalog: Catalog, report: &Report) -> Result<Series, SeriesProblem> {
        let [agency] = catalog.agencies() else {
            return Err(SeriesProblem::Invalid);
        };
        let is_same_code = match (&agency.code, &report.agency.division_code) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        if agency.name != report.agency.name || !is_same_code {
            return Err(SeriesProblem::Foreign);
        }
        let index = catalog.report(0, report.year);
        let index = index.ok_or(SeriesProblem::Stale)?;
        let differs = |measure: &Measure| {
            measure.is_in(report.edition)
                && catalog.value(index, *measure) != Value::of(report, *measure)
        };
        let is_stale = catalog.edition(index) != Some(report.edition)
            || catalog.measures().any(|measure| differs(&measure));
        if is_stale {
            return Err(SeriesProblem::Stale);
        }
        Ok(Series {
            catalog,
            year: report.year,
            report: index,
            peers: None,
        })
    }

    /// Makes the series of a report from the whole reports of its agency, the report among them: for pages that are
    /// rendered where these are at hand. `None` if no catalogue can hold them.
    pub fn of_reports(reports: &[&Report], report: &Report) -> Option<Series> {
        let measures = Measure::all();
        let extracts: Vec<Extract> = reports
            .iter()
            .filter_map(|report| {
                // Nothing asks for the files.
                let file = [&report.year.to_string(), ".json"].concat();
                Extract::of(file, "A".repeat(64), report, &measures).ok()
            })
            .collect();
        let built = build(extracts, &measures, &|_: &str| String::new());
        Series::new(built.catalog, report).ok()
    }

    /// Adds the figures of the agency's peers.
    pub fn set_peers(&mut self, peers: Peers) {
        self.peers = Some(peers);
    }

    /// What the other years add to a view of the report that the series was made for.
    pub fn context(&self, report: &Report, request: &Request) -> Context {
        let view = request.view;
        let has_years = self.catalog.len() > 1
            && measures::of_view(view)
                .iter()
                .any(|measure| self.has_number(*measure));
        let is_chosen = has_years && request.choices.display == Display::Years;
        Context {
            tiles: if view == View::Overview {
                tiles::tiles(self, request.locale)
            } else {
                Vec::new()
            },
            has_years,
            years: is_chosen.then(|| charts::panel(self, request)),
            notes: self.notes(view, is_chosen, request.locale),
            checks: if view == View::Checks {
                checks::between(self, report, request.locale)
            } else {
                Vec::new()
            },
        }
    }

    fn notes(&self, view: View, is_over_years: bool, locale: Locale) -> Vec<Element> {
        // Over the years both numbers are shown anyway.
        let last_year = if is_over_years {
            None
        } else {
            last_year::note(self, view, locale)
        };
        let peers = self.peers.as_ref();
        let peers = peers.and_then(|peers| peers::note(self, peers, view, locale));
        last_year.into_iter().chain(peers).collect()
    }

    fn has_number(&self, measure: Measure) -> bool {
        (0..self.catalog.len()).any(|report| self.catalog.number(report, measure).is_some())
    }

    /// The first and the last year with a report.
    pub(crate) fn years(&self) -> std::ops::RangeInclusive<u16> {
        let years = self.catalog.years();
        let first = years.first().copied().unwrap_or(self.year);
        let last = years.last().copied().unwrap_or(self.year);
        first..=last
    }

    /// The report of the year before.
    pub(crate) fn before(&self) -> Option<usize> {
        self.catalog.report(0, self.year.checked_sub(1)?)
    }
}
