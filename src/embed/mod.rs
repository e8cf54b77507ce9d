//! The boundary to the host page: what the custom element (`element.js`) calls, and what it is
//! told. Nothing inside knows that there is a page around it.

use crate::app::{Annex, App, More, Props, Wish};
use crate::figures::View;
use crate::i18n::Locale;
use crate::link::Link;
use crate::model::{ReadError, Report};
use crate::request::Request;
use js_sys::{Function, Object, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

/// One widget on the page.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    outlet: Element,
    /// Called with what happened and its details.
    on: Function,
    app: Option<AppHandle<App>>,
    report: Option<Rc<Report>>,
    annex: Annex,
    said: Option<Rc<str>>,
}

#[wasm_bindgen]
impl Widget {
    /// `on(kind, detail)` hears `"ready"` and `"select"`, and what only the page can do: `"annex"`
    /// (try the second module once more) and `"take"` (make a file of what is shown).
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, outlet: Element, on: Function) -> Widget {
        Widget {
            host,
            outlet,
            on,
            app: None,
            report: None,
            annex: Annex::Awaited,
            said: None,
        }
    }

    /// Reads a report and shows it in the place of any earlier one. Where there is none, gives HTML
    /// to be seen until [`Widget::wake`].
    ///
    /// # Errors
    /// An object with `code`, `path`, and where known `value` and `line`; the sentence for the
    /// reader is the annex's to say.
    pub fn show(&mut self, text: &str, settings: &JsValue) -> Result<Option<String>, JsValue> {
        let settings = Settings::of(settings);
        let report = Report::read(text).map_err(|error| to_js(&error))?;
        self.report = Some(Rc::new(report));
        self.annex = Annex::Awaited;
        self.said = None;
        if self.app.is_none() {
            return Ok(self.props(&settings).map(|props| App::sketch(&props)));
        }
        self.render(&settings);
        Ok(None)
    }

    /// Puts in the place of the HTML what answers to the reader; does nothing where that is there.
    pub fn wake(&mut self, settings: &JsValue) {
        if self.app.is_none() {
            self.render(&Settings::of(settings));
        }
    }

    /// Takes what stands for the second module (see `annex`): `ask("panel", request)` and
    /// `ask("extras", request)` give bytes. Undefined says that it cannot be had.
    pub fn attach(&mut self, ask: Option<Function>, settings: &JsValue) {
        self.annex = match ask {
            None => Annex::Failed,
            Some(ask) => Annex::Here(Rc::new(Asked(ask))),
        };
        self.render(&Settings::of(settings));
    }

    /// Says something to those who hear the page.
    pub fn say(&mut self, text: &str, settings: &JsValue) {
        self.said = Some(text.into());
        self.render(&Settings::of(settings));
    }

    /// Takes changed settings; what is shown stays.
    pub fn update(&mut self, settings: &JsValue) {
        self.render(&Settings::of(settings));
    }

    /// Takes everything off the page and frees it.
    pub fn destroy(mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// The second module, asked through the page.
struct Asked(Function);

impl Asked {
    fn bytes(&self, kind: &str, what: &str) -> Vec<u8> {
        let given = self.0.call2(&JsValue::NULL, &kind.into(), &what.into());
        let bytes = given.ok().and_then(|given| given.dyn_into().ok());
        bytes.map_or_else(Vec::new, |bytes: Uint8Array| bytes.to_vec())
    }
}

impl More for Asked {
    fn panel(&self, request: &Request) -> Vec<u8> {
        self.bytes("panel", &request.write())
    }

    fn extras(&self, request: &Request) -> Vec<u8> {
        self.bytes("extras", &request.write())
    }
}

impl Widget {
    fn render(&mut self, settings: &Settings) {
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

    fn props(&self, settings: &Settings) -> Option<Props> {
        let report = self.report.clone()?;
        let page = self.on.clone();
        let name = settings.permalink.clone();
        let on = Callback::from(move |wish| match wish {
            Wish::Ready => tell(&page, "ready", &JsValue::UNDEFINED),
            Wish::Annex => tell(&page, "annex", &JsValue::UNDEFINED),
            Wish::Change(link) => {
                if let Some(name) = &name {
                    write_fragment(&link, name);
                }
            }
            Wish::Select(selection) => {
                let detail = Object::new();
                set(&detail, "view", selection.view.id());
                set(&detail, "key", &selection.key);
                set(&detail, "label", &selection.label);
                tell(&page, "select", &detail);
            }
            Wish::Take(kind, request) => {
                let detail = Object::new();
                set(&detail, "kind", &kind);
                set(&detail, "request", &request);
                tell(&page, "take", &detail);
            }
        });
        Some(Props {
            report,
            view: settings.view,
            locale: settings.locale,
            em: settings.em,
            width: self.width(),
            permalink: settings.permalink.is_some(),
            link: settings
                .permalink
                .as_deref()
                .and_then(|name| Link::read(&fragment(), name)),
            annex: self.annex.clone(),
            said: self.said.clone(),
            on,
        })
    }

    /// The outlet has no width while the fallback stands in its place; its host has.
    fn width(&self) -> f64 {
        let width = self.host.get_bounding_client_rect().width();
        if width > 0.0 { width } else { 640.0 }
    }
}

/// The element's attributes as understood.
struct Settings {
    view: Option<View>,
    locale: Locale,
    em: f64,
    /// The widget's part of the page's fragment; `None` leaves the address alone.
    permalink: Option<String>,
}

impl Settings {
    fn of(settings: &JsValue) -> Settings {
        let text = |name: &str| Reflect::get(settings, &name.into()).ok()?.as_string();
        Settings {
            view: text("view").and_then(|view| View::from_id(&view)),
            locale: Locale::from_tag(text("lang").as_deref().unwrap_or("zh-CN")),
            em: match text("textSize").as_deref() {
                Some("large") => 19.0,
                Some("larger") => 22.0,
                _ => 16.0,
            },
            permalink: text("permalink").map(|name| {
                // Only what may stand in a fragment as it is.
                let name: String = name
                    .chars()
                    .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
                    .collect();
                match name.as_str() {
                    "" | "true" => "gongkai".to_owned(),
                    name => format!("gongkai-{name}"),
                }
            }),
        }
    }
}

fn fragment() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Replaces the entry, so that the reader's way back leaves the page and not a choice.
fn write_fragment(link: &Link, name: &str) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
        return;
    };
    let state = history.state().unwrap_or(JsValue::NULL);
    let fragment = link.write(&fragment(), name);
    // A sandboxed frame may refuse; the link is a convenience and nothing depends on it.
    let _ = history.replace_state_with_url(&state, "", Some(&fragment));
}

fn to_js(error: &ReadError) -> JsValue {
    let object = Object::new();
    set(&object, "code", error.problem.code());
    set(&object, "path", &error.path);
    if let Some(value) = &error.value {
        set(&object, "value", value);
    }
    if let Some(line) = error.line {
        set(&object, "line", &line.to_string());
    }
    object.into()
}

fn set(object: &Object, name: &str, value: &str) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &name.into(), &value.into());
}

fn tell(on: &Function, kind: &str, detail: &JsValue) {
    // What the host does with the news is its own affair.
    let _ = on.call2(&JsValue::NULL, &kind.into(), detail);
}

/// Called with the message of a panic, once, before the instance dies.
#[wasm_bindgen]
pub fn on_panic(report: Function) {
    std::panic::set_hook(Box::new(move |info| {
        let _ = report.call1(&JsValue::NULL, &info.to_string().into());
    }));
}
