//! The exports of `context`: what other years and its peers add to the views of one report. It is loaded after
//! the figures, where a page names a catalogue.
//!
//! The script loads the files that this module names; hashes are compared here, since browsers calculate them only
//! for pages from https.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gongkai_catalog::{
    IndexEntry, Peers, SeriesError, SeriesIndex, SeriesRoot, read_series, series_folder,
};
use gongkai_context::{Series, SeriesProblem, problem_note};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::charts::Size;
use gongkai_view::link::Link;
use gongkai_view::request::Request;
use gongkai_view::state::State;
use sha2::{Digest, Sha384};
use wasm_bindgen::prelude::*;

// 2 KB (brotli) smaller than the default allocator, dlmalloc.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A report with what is known of its agency's other years and its peers, or why that is not known.
#[wasm_bindgen]
pub struct ReportContext {
    report: Report,
    entry: Option<IndexEntry>,
    series: Result<Series, SeriesProblem>,
}

/// The files of an agency, relative to the folder of series.
#[wasm_bindgen(getter_with_clone)]
pub struct ContextFiles {
    #[wasm_bindgen(readonly)]
    pub series: String,
    /// SHA-384 in base64.
    #[wasm_bindgen(readonly)]
    pub series_hash: String,
    /// Empty if the peers are not known.
    #[wasm_bindgen(readonly)]
    pub peers: String,
    #[wasm_bindgen(readonly)]
    pub peers_hash: String,
}

/// The folder of the series files, by the address of the catalogue.
#[wasm_bindgen]
pub fn folder(catalog: &str) -> String {
    series_folder(catalog)
}

/// The root file in that folder.
#[wasm_bindgen]
pub fn root_file() -> String {
    SeriesRoot::FILE.to_owned()
}

#[wasm_bindgen]
impl ReportContext {
    /// Undefined if the report is not valid.
    pub fn open(report: &str) -> Option<ReportContext> {
        Some(ReportContext {
            report: Report::read(report).ok()?,
            entry: None,
            series: Err(SeriesProblem::Missing),
        })
    }

    /// Returns the index file that has the agency, by the content of the root file; undefined if that is not
    /// valid.
    pub fn index_file(&mut self, root: &str) -> Option<String> {
        let Ok(root) = SeriesRoot::read(root) else {
            self.series = Err(SeriesProblem::Invalid);
            return None;
        };
        Some(root.index_file(&self.report.agency.name))
    }

    /// Finds the agency's files in an index file; undefined if it does not have them.
    pub fn find(&mut self, index: &str) -> Option<ContextFiles> {
        let Ok(index) = SeriesIndex::read(index) else {
            self.series = Err(SeriesProblem::Invalid);
            return None;
        };
        let agency = &self.report.agency;
        let entry = index.find(&agency.name, agency.division_code.as_deref())?;
        self.entry = Some(entry.clone());
        let peers = index.peers(entry).cloned().unwrap_or_default();
        Some(ContextFiles {
            series: entry.series.file.clone(),
            series_hash: entry.series.sha384.clone(),
            peers: peers.file,
            peers_hash: peers.sha384,
        })
    }

    /// Takes the agency's series. Returns whether it is used.
    pub fn read(&mut self, series: &[u8]) -> bool {
        self.series = self.checked(series);
        self.series.is_ok()
    }

    /// Takes the file of peers with the hash that it must have. Returns whether it is used.
    pub fn read_peers(&mut self, peers: &[u8], hash: &str) -> bool {
        let text = std::str::from_utf8(peers).ok();
        let peers = text.filter(|_| sha384(peers) == hash).map(Peers::read);
        match (&mut self.series, peers) {
            (Ok(series), Some(Ok(peers))) => {
                series.set_peers(peers);
                true
            }
            _ => false,
        }
    }

    /// Notes that a file could not be loaded: `missing` or `unreachable`.
    pub fn refuse(&mut self, problem: &str) {
        if let Some(problem) = SeriesProblem::from_id(problem) {
            self.series = Err(problem);
        }
    }

    /// The stable name of the problem, for scripts; undefined if the series is used.
    pub fn problem(&self) -> Option<String> {
        let problem = self.series.as_ref().err()?;
        Some(problem.id().to_owned())
    }

    /// Makes the context of what a link shows, as text for the app.
    pub fn context(&self, link: &str, width: f64, em: f64) -> String {
        let link = Link::read(link, Link::HANDOVER);
        let state = State::opened(None, Locale::default(), width, link.as_ref());
        let request = Request {
            size: Size { width, em },
            ..state.request(em, false)
        };
        let context = match &self.series {
            Ok(series) => series.context(&self.report, &request),
            Err(problem) => problem_note(*problem, request.locale),
        };
        context.encode()
    }
}

impl ReportContext {
    fn checked(&self, bytes: &[u8]) -> Result<Series, SeriesProblem> {
        let entry = self.entry.as_ref().ok_or(SeriesProblem::Missing)?;
        if sha384(bytes) != entry.series.sha384 {
            return Err(SeriesProblem::Tampered);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| SeriesProblem::Invalid)?;
        let catalog = read_series(text, entry).map_err(|error| match error {
            SeriesError::Invalid(_) => SeriesProblem::Invalid,
            SeriesError::OtherAgency(_) => SeriesProblem::Foreign,
        })?;
        Series::new(catalog, &self.report)
    }
}

fn sha384(bytes: &[u8]) -> String {
    STANDARD.encode(Sha384::digest(bytes))
}
