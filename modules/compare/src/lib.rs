//! What the script calls. A catalogue is read once for all widgets that show it; each has its own
//! look at it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gongkai_catalog::catalog_error;
use gongkai_catalog::{AgencySearch, Catalog, Prefetched, ReportHash, read_block};
use gongkai_compare::messages::CompareText;
use gongkai_compare::{Action, Controller, Region, render};
use gongkai_i18n::Locale;
use gongkai_view::charts::Size;
use gongkai_view::markup;
use sha2::{Digest, Sha384};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A catalogue that is on its way.
#[wasm_bindgen]
#[derive(Default)]
pub struct Coming {
    ahead: Prefetched,
}

#[wasm_bindgen]
impl Coming {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Coming {
        Coming::default()
    }

    /// The next of its bytes, cut anywhere.
    pub fn push(&mut self, part: &[u8]) {
        self.ahead.push(part);
    }
}

/// A catalogue, read.
#[wasm_bindgen]
pub struct Data {
    catalog: Rc<Catalog>,
    search: Rc<AgencySearch>,
}

#[wasm_bindgen]
impl Data {
    /// `None` of a file that is no catalogue, or lists no report; `coming` had its parts before.
    pub fn open(bytes: &[u8], coming: Option<Coming>) -> Option<Data> {
        let ahead = coming.map(|coming| coming.ahead).unwrap_or_default();
        let catalog = Catalog::read_prefetched(ahead, std::str::from_utf8(bytes).ok()?).ok()?;
        if catalog.is_empty() {
            return None;
        }
        let search = AgencySearch::new(&catalog);
        Some(Data {
            catalog: Rc::new(catalog),
            search: Rc::new(search),
        })
    }

    /// What the numbers take in memory, nearly, in bytes.
    pub fn bytes(&self) -> usize {
        self.catalog.bytes()
    }

    /// What a widget shows of it, with what `link` keeps; `None` where no report is listed.
    pub fn look(&self, lang: &str, width: f64, em: f64, link: Option<String>) -> Option<Look> {
        let controller = Controller::new(
            self.catalog.clone(),
            self.search.clone(),
            Locale::from_tag(lang),
            Size { width, em },
            link.as_deref(),
        )?;
        Some(Look { controller })
    }

    /// The reports of the same place a year before and after, as far as there are any.
    pub fn beside(&self, report: usize) -> Vec<usize> {
        let place = self.catalog.agency_of(report);
        let year = self.catalog.year(report);
        let (Some(place), Some(year)) = (place, year) else {
            return Vec::new();
        };
        let years = [year.checked_sub(1), year.checked_add(1)];
        let of = |year: Option<u16>| self.catalog.report(place, year?);
        years.into_iter().filter_map(of).collect()
    }

    /// Of a report its path, then either its hash or the path of the file with its hash, the hash
    /// of that, and where in it the report's stands.
    pub fn report(&self, report: usize) -> Vec<String> {
        let (Some(path), Some(hash)) = (self.catalog.file(report), self.catalog.hash(report))
        else {
            return Vec::new();
        };
        match hash {
            ReportHash::Inline(hash) => vec![path, hash.to_owned()],
            ReportHash::InBlock {
                file,
                sha384,
                index,
            } => vec![path, sha384.to_owned(), file.to_owned(), index.to_string()],
        }
    }
}

/// Of a file that is no catalogue, a stable code, the sentence for the reader, the field, the value
/// and the line; only the code of one that is not UTF-8; empty of a catalogue.
#[wasm_bindgen]
pub fn explain(bytes: &[u8], file: &str, lang: &str) -> Vec<String> {
    let locale = Locale::from_tag(lang);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return vec!["encoding".to_owned()];
    };
    match Catalog::read(text) {
        Err(error) => vec![
            error.problem.code().to_owned(),
            catalog_error(locale, file, &error),
            error.path.clone(),
            error.value.clone().unwrap_or_default(),
            error.line.map_or_else(String::new, |line| line.to_string()),
        ],
        Ok(catalog) if catalog.is_empty() => vec![
            "empty".to_owned(),
            CompareText::EmptyCatalog.text(locale).to_owned(),
            String::new(),
            String::new(),
            String::new(),
        ],
        Ok(_) => Vec::new(),
    }
}

/// A sentence by its name: `back`, `opening`, `changed` or `missing`.
#[wasm_bindgen]
pub fn sentence(name: &str, file: &str, lang: &str) -> String {
    let text = match name {
        "back" => CompareText::Back,
        "opening" => CompareText::Opening,
        "changed" => CompareText::ReportChanged,
        _ => CompareText::ReportUnavailable,
    };
    text.with(Locale::from_tag(lang), &[file])
}

/// In base64, as a catalogue has it.
#[wasm_bindgen]
pub fn sha384(bytes: &[u8]) -> String {
    STANDARD.encode(Sha384::digest(bytes))
}

/// The hash at `index` of a file of hashes; `None` where it is no such file.
#[wasm_bindgen]
pub fn hash_in(block: &str, index: usize) -> Option<String> {
    read_block(block).ok()?.into_iter().nth(index)
}

/// One widget's look at a catalogue.
#[wasm_bindgen]
pub struct Look {
    controller: Controller,
}

#[wasm_bindgen]
impl Look {
    /// All of it, as HTML.
    pub fn whole(&self) -> String {
        markup::html(&render::widget(self.controller.model()))
    }

    /// Changes a choice; gives the names of the parts to be made anew.
    pub fn act(&mut self, id: &str, value: &str) -> Vec<String> {
        let action = Action::parse(self.controller.model().catalog(), id, value);
        let regions = action.map_or_else(Vec::new, |action| self.controller.apply(&action));
        let ids = regions.into_iter().map(|region| region.id().to_owned());
        ids.collect()
    }

    /// One part's HTML; empty where there is no such part.
    pub fn part(&self, name: &str) -> String {
        Region::from_id(name).map_or_else(String::new, |region| {
            markup::html(&render::region(self.controller.model(), region))
        })
    }

    /// What has just happened, in words.
    pub fn said(&self) -> String {
        self.controller.model().announcement().to_owned()
    }

    pub fn found(&self, query: &str) -> String {
        markup::html(&render::agency_matches(self.controller.model(), query))
    }

    pub fn row_count(&self) -> usize {
        self.controller.model().row_count()
    }

    /// A table's body with so many rows from `first`, from 0.
    pub fn rows(&self, first: usize, count: usize) -> String {
        markup::html(&render::table_rows(self.controller.model(), first, count))
    }

    /// The rank of the dot next to a point of the drawing.
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        render::nearest_dot(self.controller.model(), x, y)
    }

    /// What a dot says and where it stands; nothing where there is none.
    pub fn dot(&self, rank: usize) -> Vec<JsValue> {
        match render::dot(self.controller.model(), rank) {
            Some(dot) => vec![dot.label.into(), dot.center.0.into(), dot.center.1.into()],
            None => Vec::new(),
        }
    }

    pub fn link(&self) -> String {
        self.controller.link()
    }

    /// Without a link what is shown is as at first.
    pub fn restore(&mut self, link: Option<String>) {
        self.controller.restore(link.as_deref());
    }

    pub fn translate(&mut self, lang: &str) {
        self.controller.set_locale(Locale::from_tag(lang));
    }

    pub fn resize(&mut self, width: f64, em: f64) {
        self.controller.set_size(Size { width, em });
    }
}
