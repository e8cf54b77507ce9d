//! The exports of `draw`, the first WebAssembly module: it reads a report and draws the views that most
//! readers open, as HTML, for any choice. The app takes over from it once that has loaded.

use gongkai_model::Report;
use gongkai_view::components::{Panel, first_panel, head, live_regions, source_line};
use gongkai_view::figures::{Display, View};
use gongkai_view::link::Link;
use gongkai_view::markup;
use gongkai_view::request::Request;
use gongkai_view::settings::Settings;
use gongkai_view::state::{Action, State};
use gongkai_view::text::{AppText, app_text};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

// 2 KB (brotli) smaller than the default allocator, dlmalloc.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Explains why a text is not a valid report, for scripts: an object with a stable `code`, the field's
/// `path` and, where known, its `value` as the file writes it and the `line`; undefined if it is valid.
///
/// The sentence for the reader comes from the app.
#[wasm_bindgen]
pub fn refusal(text: &str) -> JsValue {
    let Err(error) = Report::read(text) else {
        return JsValue::UNDEFINED;
    };
    let refusal = Object::new();
    let set = |name: &str, value: JsValue| {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&refusal, &name.into(), &value);
    };
    set("code", error.problem.code().into());
    set("path", error.path.into());
    if let Some(value) = error.value {
        set("value", value.into());
    }
    if let Some(line) = error.line {
        set("line", (line as f64).into());
    }
    refusal.into()
}

/// A report with what the reader has chosen to see of it.
#[wasm_bindgen]
pub struct Prerender {
    report: Report,
    settings: Settings,
    state: State,
    /// Whether the views that only the app draws could not be loaded.
    has_failed: bool,
    /// As HTML, of the last change.
    panel: String,
    announcement: String,
}

#[wasm_bindgen]
impl Prerender {
    /// Undefined if the text is not a valid report. What is shown first is what `link` says, as another
    /// report handed it over, else what the page's fragment says.
    pub fn open(
        text: &str,
        settings: &JsValue,
        width: f64,
        fragment: &str,
        link: Option<String>,
    ) -> Option<Prerender> {
        let report = Report::read(text).ok()?;
        let settings = read(settings);
        let link = link
            .and_then(|link| Link::read(&link, Link::HANDOVER))
            .or_else(|| settings.link(fragment));
        Some(Prerender {
            report,
            state: State::opened(settings.view, settings.locale, width, link.as_ref()),
            settings,
            has_failed: false,
            panel: String::new(),
            announcement: String::new(),
        })
    }

    /// The whole widget as HTML. A browser shows that in a third of the time that it takes to build it
    /// element by element.
    pub fn widget(&self) -> String {
        let request = self.request();
        let mut widget = head(&self.report, &request);
        widget.push(self.drawn(&request).into_element());
        source_line(&self.report, self.state.locale, &mut widget);
        live_regions("", "", &mut widget);
        markup::html(&widget)
    }

    /// The panel as HTML after a change of view, choices or width; empty if it is the same as before.
    pub fn panel(&mut self) -> String {
        std::mem::take(&mut self.panel)
    }

    pub fn show(&mut self, view: &str) {
        if let Some(view) = View::from_id(view) {
            self.apply(Action::Show(view));
        }
    }

    /// Follows a link inside the widget, such as a headline's: to a view, one of its cells, and whether as
    /// `chart` or `table`.
    pub fn follow(&mut self, view: &str, cell: Option<String>, display: Option<String>) {
        if let Some(view) = View::from_id(view) {
            let display = display.and_then(|id| Display::from_id(&id));
            self.apply(Action::Follow(view, cell, display));
        }
    }

    pub fn choose(&mut self, id: &str, value: &str) {
        self.apply(Action::Choose(id.to_owned(), value.to_owned()));
    }

    pub fn switch_display(&mut self) {
        self.apply(Action::Switch);
    }

    /// Selects a mark by its key, and announces its label; the selected mark is deselected.
    pub fn select(&mut self, key: &str, label: &str) {
        let locale = self.state.locale;
        let is_selected = self.state.selected.as_deref() == Some(key);
        self.announcement = if is_selected {
            AppText::Unselected.text(locale).to_owned()
        } else {
            app_text::Selected { label }.text(locale)
        };
        let key = (!is_selected).then(|| key.to_owned());
        self.state.reduce(Action::Select(key));
    }

    /// The key of the mark, or of the cells, that are selected.
    pub fn selected(&self) -> Option<String> {
        self.state.selected.clone()
    }

    /// A new width in CSS pixels.
    pub fn resize(&mut self, width: f64) {
        self.apply(Action::Resize(width));
    }

    /// Takes the element's changed attributes.
    pub fn update(&mut self, settings: &JsValue) {
        let settings = read(settings);
        if let (true, Some(view)) = (settings.view != self.settings.view, settings.view) {
            self.state.reduce(Action::Show(view));
        }
        self.state.reduce(Action::Translate(settings.locale));
        self.settings = settings;
    }

    /// Follows the link in the page's fragment, if there is one.
    pub fn follow_fragment(&mut self, fragment: &str) {
        if let Some(link) = self.settings.link(fragment) {
            self.state.reduce(Action::Restore(link));
        }
    }

    /// Says of the views that only the app draws that they could not be loaded, or are loading again.
    pub fn set_unavailable(&mut self, has_failed: bool) {
        self.has_failed = has_failed;
        self.panel = markup::html(&self.drawn(&self.request()).into_element());
    }

    /// The id of the view that is shown.
    pub fn view(&self) -> String {
        self.state.view.id().to_owned()
    }

    /// What is announced of the last change, for the live region.
    pub fn announcement(&self) -> String {
        self.announcement.clone()
    }

    /// The page's fragment with the widget's part renewed; undefined without a permalink.
    pub fn fragment(&self, fragment: &str) -> Option<String> {
        let name = self.settings.permalink.as_deref()?;
        Some(self.state.link().write(fragment, name))
    }

    /// What is shown, in the form of a link, for the app to go on from.
    pub fn link(&self) -> String {
        self.state.link().write("", Link::HANDOVER)
    }
}

impl Prerender {
    fn drawn(&self, request: &Request) -> Panel {
        let mut panel = first_panel(&self.report, request, self.has_failed);
        panel.select(self.state.selected.as_deref());
        panel
    }

    fn request(&self) -> Request {
        let permalink = self.settings.permalink.is_some();
        self.state.request(self.settings.em, permalink)
    }

    fn apply(&mut self, action: Action) {
        let before = self.state.clone();
        self.state.reduce(action);
        if self.state.differs(&before) {
            let panel = self.drawn(&self.request());
            let announcement = self.state.announcement(&before, &panel.title);
            self.announcement = announcement.unwrap_or_default();
            self.panel = markup::html(&panel.into_element());
        }
    }
}

/// The element's attributes, from an object with a text for each that is set, and the text size, `em`.
fn read(settings: &JsValue) -> Settings {
    let get = |name: &str| Reflect::get(settings, &name.into()).ok();
    let em = get("em").and_then(|em| em.as_f64()).unwrap_or(16.0);
    Settings::new(em, |name| get(name)?.as_string())
}
