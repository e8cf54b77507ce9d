//! The exports of the module that compares. A catalogue is read once for all widgets that show it; each
//! widget has its own view of it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gongkai_catalog::{AgencySearch, Catalog, Prefetched, ReportHash, catalog_error, read_block};
use gongkai_compare::messages::{CompareText, compare_text};
use gongkai_compare::{Action, Controller, Region, ViewModel, export, render};
use gongkai_i18n::Locale;
use gongkai_view::charts::Size;
use gongkai_view::markup;
use gongkai_view::text::ExportActionText;
use sha2::{Digest, Sha384};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

// 2 KB (brotli) smaller than the default allocator, dlmalloc.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A catalogue that is being downloaded.
#[wasm_bindgen]
#[derive(Default)]
pub struct CatalogStream {
    prefetched: Prefetched,
}

#[wasm_bindgen]
impl CatalogStream {
    #[wasm_bindgen(constructor)]
    pub fn new() -> CatalogStream {
        CatalogStream::default()
    }

    /// Takes the next part of the file, which may end anywhere.
    pub fn push(&mut self, part: &[u8]) {
        self.prefetched.push(part);
    }
}

/// A catalogue that all widgets of the page share.
#[wasm_bindgen]
pub struct SharedCatalog {
    catalog: Rc<Catalog>,
    search: Rc<AgencySearch>,
}

#[wasm_bindgen]
impl SharedCatalog {
    /// Reads a catalogue, of which `stream` may have read columns already. `None` if it is invalid or
    /// lists no report.
    pub fn read(bytes: &[u8], stream: Option<CatalogStream>) -> Option<SharedCatalog> {
        let prefetched = stream.map(|stream| stream.prefetched).unwrap_or_default();
        let text = std::str::from_utf8(bytes).ok()?;
        let catalog = Catalog::read_prefetched(prefetched, text).ok()?;
        if catalog.is_empty() {
            return None;
        }
        let search = AgencySearch::new(&catalog);
        Some(SharedCatalog {
            catalog: Rc::new(catalog),
            search: Rc::new(search),
        })
    }

    /// Makes a view with the choice of a link, or with the initial choice. `None` if the catalogue
    /// carries no measure.
    pub fn view(
        &self,
        lang: &str,
        width: f64,
        em: f64,
        link: Option<String>,
    ) -> Option<ComparisonView> {
        let controller = Controller::new(
            self.catalog.clone(),
            self.search.clone(),
            Locale::from_tag(lang),
            Size { width, em },
            link.as_deref(),
        )?;
        Some(ComparisonView { controller })
    }

    /// Returns the reports of the same agency for the year before and the year after, if there are any.
    #[wasm_bindgen(js_name = adjacentReports)]
    pub fn adjacent_reports(&self, report: usize) -> Vec<usize> {
        let agency = self.catalog.agency_of(report);
        let Some((agency, year)) = agency.zip(self.catalog.year(report)) else {
            return Vec::new();
        };
        let years = [year.checked_sub(1), year.checked_add(1)];
        let report_of = |year: Option<u16>| self.catalog.report(agency, year?);
        years.into_iter().filter_map(report_of).collect()
    }

    /// Returns where the file of a report is.
    #[wasm_bindgen(js_name = reportFile)]
    pub fn report_file(&self, report: usize) -> Option<ReportFile> {
        let path = self.catalog.file(report)?;
        Some(match self.catalog.hash(report)? {
            ReportHash::Inline(hash) => ReportFile {
                path,
                sha384: hash.to_owned(),
                block: None,
                index: 0,
            },
            ReportHash::InBlock {
                file,
                sha384,
                index,
            } => ReportFile {
                path,
                sha384: sha384.to_owned(),
                block: Some(file.to_owned()),
                index,
            },
        })
    }
}

/// Where the file of a report is, and what it must hash to.
#[wasm_bindgen(getter_with_clone)]
pub struct ReportFile {
    /// The path relative to the catalogue.
    #[wasm_bindgen(readonly)]
    pub path: String,
    /// The SHA-384 in base64: of the block file if there is one, else of the report's file.
    #[wasm_bindgen(readonly)]
    pub sha384: String,
    /// The path of the block file that has the hash of the report's file.
    #[wasm_bindgen(readonly)]
    pub block: Option<String>,
    /// The index of the hash in the block file.
    #[wasm_bindgen(readonly)]
    pub index: usize,
}

/// Why a file is not a valid catalogue.
#[wasm_bindgen(getter_with_clone)]
#[derive(Default)]
pub struct InvalidCatalog {
    /// A stable code.
    #[wasm_bindgen(readonly)]
    pub code: String,
    /// The sentence for the reader; empty if the file is not UTF-8.
    #[wasm_bindgen(readonly)]
    pub message: String,
    /// The path of the field.
    #[wasm_bindgen(readonly)]
    pub path: String,
    /// The value as written in the file.
    #[wasm_bindgen(readonly)]
    pub value: Option<String>,
    /// The line in the file, from 1.
    #[wasm_bindgen(readonly)]
    pub line: Option<usize>,
}

/// Explains why a file is not a valid catalogue; `None` if it is valid.
#[wasm_bindgen]
pub fn explain(bytes: &[u8], file: &str, lang: &str) -> Option<InvalidCatalog> {
    let locale = Locale::from_tag(lang);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Some(InvalidCatalog {
            code: "encoding".to_owned(),
            ..InvalidCatalog::default()
        });
    };
    match Catalog::read(text) {
        Err(error) => Some(InvalidCatalog {
            code: error.problem.code().to_owned(),
            message: catalog_error(locale, file, &error),
            path: error.path,
            value: error.value,
            line: error.line,
        }),
        Ok(catalog) if catalog.is_empty() => Some(InvalidCatalog {
            code: "empty".to_owned(),
            message: CompareText::EmptyCatalog.text(locale).to_owned(),
            ..InvalidCatalog::default()
        }),
        Ok(_) => None,
    }
}

/// Labels the button that returns from a report to the comparison.
#[wasm_bindgen(js_name = backLabel)]
pub fn back_label(lang: &str) -> String {
    CompareText::Back.text(Locale::from_tag(lang)).to_owned()
}

/// Announces that a report is being opened.
#[wasm_bindgen(js_name = openingMessage)]
pub fn opening_message(lang: &str) -> String {
    compare_text::Opening { report: "" }.text(Locale::from_tag(lang))
}

/// Says that a file does not have the hash that the catalogue lists.
#[wasm_bindgen(js_name = changedMessage)]
pub fn changed_message(file: &str, lang: &str) -> String {
    compare_text::ReportChanged { file }.text(Locale::from_tag(lang))
}

/// Says that a file cannot be loaded.
#[wasm_bindgen(js_name = unavailableMessage)]
pub fn unavailable_message(file: &str, lang: &str) -> String {
    compare_text::ReportUnavailable { file }.text(Locale::from_tag(lang))
}

/// Computes a SHA-384 in base64, as catalogues have it.
#[wasm_bindgen]
pub fn sha384(bytes: &[u8]) -> String {
    STANDARD.encode(Sha384::digest(bytes))
}

/// Returns the hash at `index` of a block file; `None` if the file is invalid or too short.
#[wasm_bindgen(js_name = hashAt)]
pub fn hash_at(block: &str, index: usize) -> Option<String> {
    read_block(block).ok()?.into_iter().nth(index)
}

/// One widget's view of a catalogue.
#[wasm_bindgen]
pub struct ComparisonView {
    controller: Controller,
}

impl ComparisonView {
    fn model(&self) -> &ViewModel {
        self.controller.model()
    }
}

#[wasm_bindgen]
impl ComparisonView {
    /// Renders the widget as HTML.
    pub fn render(&self) -> String {
        markup::html(&render::widget(self.model()))
    }

    /// Renders the content of a region as HTML; empty for an unknown region.
    #[wasm_bindgen(js_name = renderRegion)]
    pub fn render_region(&self, id: &str) -> String {
        Region::from_id(id).map_or_else(String::new, |region| {
            markup::html(&render::region(self.model(), region))
        })
    }

    /// Applies the choice of a control. Returns the ids of the regions to render again.
    pub fn update(&mut self, id: &str, value: &str) -> Vec<String> {
        let Some(action) = Action::parse(self.model().catalog(), id, value) else {
            return Vec::new();
        };
        let regions = self.controller.apply(&action).into_iter();
        regions.map(|region| region.id().to_owned()).collect()
    }

    /// Returns the text of the live region.
    pub fn announcement(&self) -> String {
        self.model().announcement().to_owned()
    }

    /// Renders the agencies that match a query as HTML.
    #[wasm_bindgen(js_name = renderMatches)]
    pub fn render_matches(&self, query: &str) -> String {
        markup::html(&render::agency_matches(self.model(), query))
    }

    #[wasm_bindgen(js_name = rowCount)]
    pub fn row_count(&self) -> usize {
        self.model().row_count()
    }

    /// Renders the body of the agency table with `count` rows from `first`, from 0, as HTML.
    #[wasm_bindgen(js_name = renderRows)]
    pub fn render_rows(&self, first: usize, count: usize) -> String {
        markup::html(&render::table_rows(self.model(), first, count))
    }

    /// Returns the rank of the dot that is nearest to a point of the drawing.
    #[wasm_bindgen(js_name = nearestDot)]
    pub fn nearest_dot(&self, x: f64, y: f64) -> Option<usize> {
        render::nearest_dot(self.model(), x, y)
    }

    /// Returns a dot by its rank.
    pub fn dot(&self, rank: usize) -> Option<DotInfo> {
        let dot = render::dot(self.model(), rank)?;
        let (x, y) = dot.center;
        Some(DotInfo {
            label: dot.label,
            x,
            y,
        })
    }

    /// Writes the choice for the page's fragment.
    pub fn link(&self) -> String {
        self.controller.link()
    }

    /// Takes the choice of a link, or the initial choice.
    pub fn restore(&mut self, link: Option<String>) {
        self.controller.restore(link.as_deref());
    }

    /// Sets whether the page's address tells what is chosen.
    #[wasm_bindgen(js_name = setHasLink)]
    pub fn set_has_link(&mut self, has_link: bool) {
        self.controller.set_has_link(has_link);
    }

    /// Returns the report that is to be shown instead of the comparison.
    #[wasm_bindgen(js_name = openReport)]
    pub fn open_report(&self) -> Option<usize> {
        self.controller.report()
    }

    /// Notes which report is shown instead of the comparison, for the link.
    #[wasm_bindgen(js_name = setOpenReport)]
    pub fn set_open_report(&mut self, report: Option<usize>) {
        self.controller.set_report(report);
    }

    /// Makes a file; `None` if there is nothing to put into one of the kind. A PNG comes as SVG.
    pub fn export(&self, kind: &str, address: Option<String>, today: &str) -> Option<ExportFile> {
        let file = export::export(self.model(), kind, address.as_deref(), today)?;
        Some(ExportFile {
            name: file.name,
            media: file.media.to_owned(),
            text: file.text,
        })
    }

    /// Writes a reference to what is shown.
    pub fn reference(&self, today: &str, page: &str) -> String {
        export::reference(self.model(), today, page)
    }

    /// Says what is shown.
    pub fn finding(&self) -> String {
        export::finding(self.model())
    }

    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&mut self, lang: &str) {
        self.controller.set_locale(Locale::from_tag(lang));
    }

    pub fn resize(&mut self, width: f64, em: f64) {
        self.controller.set_size(Size { width, em });
    }
}

/// A file for the reader.
#[wasm_bindgen(getter_with_clone)]
pub struct ExportFile {
    #[wasm_bindgen(readonly)]
    pub name: String,
    /// The media type.
    #[wasm_bindgen(readonly)]
    pub media: String,
    #[wasm_bindgen(readonly)]
    pub text: String,
}

/// Says what became of an export: `saved`, `copied`, `cited`, `shown`, `select` or `failed`; or labels the button
/// `save-picture`.
#[wasm_bindgen(js_name = exportMessage)]
pub fn export_message(id: &str, lang: &str) -> String {
    let text = match id {
        "saved" => ExportActionText::Saved,
        "copied" => ExportActionText::Copied,
        "cited" => ExportActionText::Cited,
        "shown" => ExportActionText::Shown,
        "select" => ExportActionText::Select,
        "save-picture" => ExportActionText::SavePicture,
        _ => ExportActionText::Failed,
    };
    text.text(Locale::from_tag(lang)).to_owned()
}

/// A dot of the distribution: its label, and its centre in the drawing.
#[wasm_bindgen(getter_with_clone)]
pub struct DotInfo {
    #[wasm_bindgen(readonly)]
    pub label: String,
    #[wasm_bindgen(readonly)]
    pub x: f64,
    #[wasm_bindgen(readonly)]
    pub y: f64,
}
