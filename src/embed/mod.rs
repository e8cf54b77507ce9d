//! The boundary to the host page: what the custom element (`element.js`) calls, and what it is
//! told. Nothing inside knows that there is a page around it.

use crate::app::{Annex, App, Module, Props, Wish};
use gongkai_view::link::Link;
use gongkai_view::request::Request;
use gongkai_view::settings::Settings;
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
    first: Option<Rc<dyn Module>>,
    annex: Annex,
    said: Option<Rc<str>>,
}

#[wasm_bindgen]
impl Widget {
    /// `on(kind, detail)` hears `"ready"` and `"select"`, and what only the page can do: `"annex"`
    /// (try the annex once more) and `"take"` (make a file of what is shown).
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, outlet: Element, on: Function) -> Widget {
        Widget {
            host,
            outlet,
            on,
            app: None,
            first: None,
            annex: Annex::Awaited,
            said: None,
        }
    }

    /// Shows another report, in the place of any earlier one. `ask("head", request)` and
    /// `ask("panel", request, extras)` give bytes: what the first module has drawn of it.
    pub fn show(&mut self, ask: Function, settings: &JsValue) {
        self.first = Some(Rc::new(Asked(ask)));
        self.annex = Annex::Awaited;
        self.said = None;
        self.render(&read(settings));
    }

    /// Takes what stands for the annex (see `annex`): `ask("panel", request)` and
    /// `ask("extras", request)` give bytes. Undefined says that it cannot be had.
    pub fn attach(&mut self, ask: Option<Function>, settings: &JsValue) {
        self.annex = match ask {
            None => Annex::Failed,
            Some(ask) => Annex::Here(Rc::new(Asked(ask))),
        };
        self.render(&read(settings));
    }

    /// Says something to those who hear the page.
    pub fn say(&mut self, text: &str, settings: &JsValue) {
        self.said = Some(text.into());
        self.render(&read(settings));
    }

    /// Takes changed settings; what is shown stays.
    pub fn update(&mut self, settings: &JsValue) {
        self.render(&read(settings));
    }

    /// Takes everything off the page and frees it.
    pub fn destroy(mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// Another module, asked through the page.
struct Asked(Function);

impl Module for Asked {
    fn bytes(&self, kind: &str, request: &Request, extras: &[u8]) -> Vec<u8> {
        let [kind, request] = [kind, &request.write()].map(JsValue::from_str);
        let given = self
            .0
            .call3(&JsValue::NULL, &kind, &request, &Uint8Array::from(extras));
        let bytes = given.ok().and_then(|given| given.dyn_into().ok());
        bytes.map_or_else(Vec::new, |bytes: Uint8Array| bytes.to_vec())
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
        let first = self.first.clone()?;
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
            first,
            view: settings.view,
            locale: settings.locale,
            em: settings.em,
            width: self.width(),
            permalink: settings.permalink.is_some(),
            link: settings.link(&fragment()),
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

/// The element's attributes, from an object with a text for each that is set.
fn read(settings: &JsValue) -> Settings {
    Settings::new(|name| Reflect::get(settings, &name.into()).ok()?.as_string())
}
