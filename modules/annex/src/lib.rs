//! The annex, a WebAssembly module: whatever is not on the way to the first figure. It draws the
//! views that the first module does not, runs the checks, says what is wrong with a broken file,
//! and makes what a reader takes away.

use gongkai_i18n::{Locale, read_error};
use gongkai_model::Report;
use gongkai_view::components::{any_panel, extras, paper};
use gongkai_view::export::{File, file};
use gongkai_view::markup;
use gongkai_view::request::Request;
use gongkai_view::text::TakeText;
use wasm_bindgen::prelude::*;

/// Says of a text that is no report what is wrong with `file` and what to do, in the language
/// `lang`; `None` of a report.
#[wasm_bindgen]
pub fn explain(text: &str, file: &str, lang: &str) -> Option<String> {
    let error = Report::read(text).err()?;
    Some(read_error(Locale::from_tag(lang), file, &error))
}

/// What is said of what a reader has taken: `saved`, `copied` or `failed`.
#[wasm_bindgen]
pub fn said(what: &str, lang: &str) -> String {
    let text = match what {
        "saved" => TakeText::Saved,
        "copied" => TakeText::Copied,
        _ => TakeText::Failed,
    };
    text.text(Locale::from_tag(lang)).to_owned()
}

/// One report.
#[wasm_bindgen]
pub struct Annex {
    report: Report,
    /// Of the same agency, the years before and after it, where they are at hand.
    others: Vec<Report>,
}

#[wasm_bindgen]
impl Annex {
    /// `None` of a text that is no report.
    pub fn open(text: &str) -> Option<Annex> {
        let report = Report::read(text).ok()?;
        let others = Vec::new();
        Some(Annex { report, others })
    }

    /// Takes a report of the year before or after; a text that is none is left out.
    pub fn beside(&mut self, text: &str) {
        self.others.extend(Report::read(text).ok());
    }

    /// The panel that a request asks for, as `markup` writes it; empty where the request is none.
    pub fn panel(&self, request: &str) -> Vec<u8> {
        let Some(request) = Request::read(request) else {
            return Vec::new();
        };
        markup::write(&any_panel(&self.report, &self.others, &request))
    }

    /// What is added to a panel of the first module's, as `markup` writes it; empty where the
    /// request is none.
    pub fn extras(&self, request: &str) -> Vec<u8> {
        let Some(request) = Request::read(request) else {
            return Vec::new();
        };
        markup::write(&extras(&self.report, &request))
    }

    /// A file to take away: its name, its type and its text; nothing where there is no such `kind`.
    pub fn file(&self, kind: &str, request: &str) -> Vec<String> {
        let Some(request) = Request::read(request) else {
            return Vec::new();
        };
        let Request {
            view,
            choices,
            locale,
            size,
            ..
        } = request;
        match file(&self.report, kind, view, &choices, locale, size) {
            Some(File { name, media, text }) => vec![name, media.to_owned(), text],
            None => Vec::new(),
        }
    }

    /// All views one below the other, figures with tables, as HTML for paper.
    pub fn printed(&self, lang: &str) -> String {
        markup::html(&paper(&self.report, Locale::from_tag(lang)))
    }
}
