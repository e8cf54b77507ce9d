//! The exports of the app: what the custom element (`web/`) calls, and what it is told. Nothing else
//! knows that there is a page around the widget.

use crate::app::{App, Handover, HostRequest, Props, Reports};
use crate::context_source::ContextSource;
use gongkai_i18n::{Locale, read_error};
use gongkai_model::Report;
use gongkai_view::components::paper;
use gongkai_view::export::ExportedFile;
use gongkai_view::link::Link;
use gongkai_view::markup;
use gongkai_view::request::Request;
use gongkai_view::settings::Settings;
use gongkai_view::text::ExportActionText;
use js_sys::{Function, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

/// A width in CSS pixels, until the widget can be measured.
const UNMEASURED: f64 = 640.0;

/// The element's attributes, and what only the page knows.
struct PageSettings {
    settings: Settings,
    /// The width of the widget in CSS pixels.
    width: f64,
    /// The part of the page's address that keeps what is shown.
    fragment: String,
}

/// One widget on the page.
#[wasm_bindgen]
pub struct Widget {
    outlet: Element,
    on_request: Function,
    app: Option<AppHandle<App>>,
    reports: Option<Rc<Reports>>,
    handover: Rc<Handover>,
    context: Option<Rc<ContextSource>>,
    export: Option<Rc<str>>,
}

#[wasm_bindgen]
impl Widget {
    /// `on_request(kind, detail)` is called with `"ready"`, `"select"` (`view`, `key`, `label`), `"link"` (the
    /// widget's `entry` in the page's address), `"save"` and `"picture"` (`name`, `media`, `text`), `"copy-link"`,
    /// `"cite"` (`text`), `"print"` (`text`: HTML in place of the whole report) and `"open-file"`.
    #[wasm_bindgen(constructor)]
    pub fn new(outlet: Element, on_request: Function) -> Widget {
        Widget {
            outlet,
            on_request,
            app: None,
            reports: None,
            handover: Rc::default(),
            context: None,
            export: None,
        }
    }

    /// Shows a report in the place of any earlier one. `others` are reports of the same agency for the year
    /// before and after; invalid ones are left out. See `hand_over` for `link` and `current`.
    ///
    /// Returns false if `text` is not a valid report.
    pub fn show(
        &mut self,
        text: &str,
        others: Vec<String>,
        settings: &JsValue,
        link: Option<String>,
        current: Option<String>,
    ) -> bool {
        let Ok(report) = Report::read(text) else {
            return false;
        };
        let others = others.iter().filter_map(|text| Report::read(text).ok());
        self.reports = Some(Rc::new(Reports {
            report: Rc::new(report),
            json: text.to_owned(),
            others: others.collect(),
        }));
        self.context = None;
        self.export = None;
        self.hand_over(settings, link, current);
        true
    }

    /// Goes on from what was shown before: a link, and the key of the mark that the reader points at. The
    /// request `"ready"` follows when that is drawn.
    pub fn hand_over(&mut self, settings: &JsValue, link: Option<String>, current: Option<String>) {
        self.handover = Rc::new(Handover {
            link: link.and_then(|link| Link::read(&link, Link::HANDOVER)),
            current,
        });
        self.render(&read(settings));
    }

    /// Takes what knows the report's other years and its peers: a function of a link to what is shown, a width and a
    /// text size. It is forgotten with the report.
    pub fn set_context(&mut self, context: Option<Function>, settings: &JsValue) {
        self.context = context.map(|context| Rc::new(ContextSource(context)));
        self.render(&read(settings));
    }

    /// Takes changed settings, and a link in the page's address; what is shown stays otherwise.
    pub fn update(&mut self, settings: &JsValue) {
        self.render(&read(settings));
    }

    /// Announces what became of an export: `saved`, `copied`, `cited`, `shown`, `select` or `failed`, or a sentence.
    pub fn announce(&mut self, outcome: &str, settings: &JsValue) {
        let settings = read(settings);
        let text = match outcome {
            "saved" => Some(ExportActionText::Saved),
            "copied" => Some(ExportActionText::Copied),
            "cited" => Some(ExportActionText::Cited),
            "shown" => Some(ExportActionText::Shown),
            "select" => Some(ExportActionText::Select),
            "failed" => Some(ExportActionText::Failed),
            _ => None,
        };
        let locale = settings.settings.locale;
        self.export = Some(text.map_or(outcome, |text| text.text(locale)).into());
        self.render(&settings);
    }

    /// All views one below the other, figures with tables, as HTML for paper.
    pub fn paper(&self, lang: &str) -> String {
        let Some(reports) = &self.reports else {
            return String::new();
        };
        let context = |request: &Request| reports.context(self.context.as_deref(), request);
        let locale = Locale::from_tag(lang);
        markup::html(&paper(&reports.report, locale, &context))
    }

    /// Removes everything from the page and frees it.
    pub fn destroy(mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

impl Widget {
    fn render(&mut self, settings: &PageSettings) {
        let Some(props) = self.props(settings) else {
            return;
        };
        match &mut self.app {
            Some(app) => app.update(props),
            None => {
                let renderer = Renderer::<App>::with_root_and_props(self.outlet.clone(), props);
                self.app = Some(renderer.render());
            }
        }
    }

    fn props(&self, page: &PageSettings) -> Option<Props> {
        let settings = &page.settings;
        let reports = self.reports.clone()?;
        let host = self.on_request.clone();
        let name = settings.permalink.clone();
        let locale = settings.locale;
        Some(Props {
            reports,
            handover: self.handover.clone(),
            view: settings.view,
            locale: settings.locale,
            em: settings.em,
            width: page.width,
            permalink: settings.permalink.is_some(),
            link: settings.link(&page.fragment),
            context: self.context.clone(),
            export: self.export.clone(),
            on_request: Callback::from(move |request| {
                tell(&host, name.as_deref(), locale, request);
            }),
        })
    }
}

/// Hands a request to the page; `permalink` is the name of the widget's part of its fragment.
fn tell(host: &Function, permalink: Option<&str>, locale: Locale, request: HostRequest) {
    let detail = Object::new();
    let set = |name: &str, value: &str| {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&detail, &name.into(), &value.into());
    };
    let set_file = |ExportedFile { name, media, text }: ExportedFile| {
        set("name", &name);
        set("media", media);
        set("text", &text);
    };
    let kind = match request {
        HostRequest::Ready => "ready",
        HostRequest::Link(link) => {
            let Some(name) = permalink else { return };
            set("entry", &link.write("", name));
            "link"
        }
        HostRequest::Select(selection) => {
            set("view", selection.view.id());
            set("key", &selection.key);
            set("label", &selection.label);
            "select"
        }
        HostRequest::Save(file) => {
            set_file(file);
            "save"
        }
        HostRequest::ShowPicture(file, alt) => {
            set_file(file);
            set("alt", &alt);
            set("label", ExportActionText::SavePicture.text(locale));
            "picture"
        }
        HostRequest::Cite(text) => {
            set("text", &text);
            "cite"
        }
        HostRequest::CopyLink => "copy-link",
        HostRequest::Print => "print",
        HostRequest::PrintView(html) => {
            set("text", &html);
            "print"
        }
        HostRequest::OpenFile => "open-file",
    };
    // What the page does with it is its own affair.
    let _ = host.call2(&JsValue::NULL, &kind.into(), &detail);
}

/// The element's attributes, from an object with a text for each that is set, and what is measured in the page.
fn read(settings: &JsValue) -> PageSettings {
    let get = |name: &str| Reflect::get(settings, &name.into()).ok();
    let number = |name: &str| get(name).and_then(|value| value.as_f64());
    let text = |name: &str| get(name)?.as_string();
    PageSettings {
        settings: Settings::new(number("em").unwrap_or(16.0), text),
        width: number("width").unwrap_or(UNMEASURED),
        fragment: text("fragment").unwrap_or_default(),
    }
}

/// Explains in one sentence why a text is not a valid report; undefined if it is.
#[wasm_bindgen]
pub fn explain(text: &str, file: &str, lang: &str) -> Option<String> {
    let error = Report::read(text).err()?;
    Some(read_error(Locale::from_tag(lang), file, &error))
}

/// Calls `report` with the message of a panic, once, before the instance stops.
#[wasm_bindgen]
pub fn on_panic(report: Function) {
    std::panic::set_hook(Box::new(move |info| {
        let _ = report.call1(&JsValue::NULL, &info.to_string().into());
    }));
}
