//! The exports of `context`: what other years and its peers add to the views of one report. It is loaded after
//! the figures, where a page names a catalogue.

use gongkai_catalog::Catalog;
use gongkai_context::{Series, SeriesProblem, problem_note};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::charts::Size;
use gongkai_view::link::Link;
use gongkai_view::request::Request;
use gongkai_view::state::State;
use wasm_bindgen::prelude::*;

// 2 KB (brotli) smaller than the default allocator, dlmalloc.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A report with what is known of its agency's other years and its peers, or why that is not known.
#[wasm_bindgen]
pub struct ReportContext {
    report: Report,
    series: Result<Series, SeriesProblem>,
}

#[wasm_bindgen]
impl ReportContext {
    /// Reads a report and the file with the agency's series; undefined if the report is not valid.
    pub fn open(report: &str, series: &str) -> Option<ReportContext> {
        let report = Report::read(report).ok()?;
        let series = Catalog::read(series)
            .map_err(|_| SeriesProblem::Invalid)
            .and_then(|catalog| Series::new(catalog, &report));
        Some(ReportContext { report, series })
    }

    /// A report whose series could not be found: `missing`, `unreachable`, `invalid` or `tampered`.
    pub fn refused(report: &str, problem: &str) -> Option<ReportContext> {
        Some(ReportContext {
            report: Report::read(report).ok()?,
            series: Err(SeriesProblem::from_id(problem)?),
        })
    }

    /// The stable name of the problem, for scripts; undefined if there is none.
    pub fn problem(&self) -> Option<String> {
        let problem = self.series.as_ref().err()?;
        Some(problem.id().to_owned())
    }

    /// Makes the context of what a link shows, as text for the app.
    pub fn context(&self, link: &str, width: f64, em: f64) -> String {
        let link = Link::read(link, Link::HANDOVER);
        let state = State::opened(None, Locale::default(), width, link.as_ref());
        let request: Request = state.request(em, false);
        let request = Request {
            size: Size { width, em },
            ..request
        };
        let context = match &self.series {
            Ok(series) => series.context(&self.report, &request),
            Err(problem) => problem_note(*problem, request.locale),
        };
        context.encode()
    }
}
