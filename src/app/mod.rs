//! The root component: one report, one state, the view that is shown.

mod ears;
mod events;
mod nodes;
mod width;

use ears::Ears;
use events::Meaning;
use gongkai_i18n::Locale;
use gongkai_view::components::waiting;
use gongkai_view::figures::{Display, View};
use gongkai_view::link::Link;
use gongkai_view::markup::{Element, Name, Tag, read};
use gongkai_view::request::Request;
use gongkai_view::state::{Action, State};
use gongkai_view::text::AppText;
use nodes::{Look, covers, node};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use width::WidthObserver;
use yew::prelude::*;

/// What the reader settled on, for the host page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    pub view: View,
    pub key: String,
    pub label: String,
}

/// Another module that has read the report and draws it.
pub trait Module {
    /// The first one's `head` and `panel` (of the views that it draws, with what the second adds);
    /// the second one's `panel` (of the others) and `extras` (what it adds). Elements, as [`read`]
    /// takes them; nothing where they cannot be made.
    fn bytes(&self, kind: &str, request: &Request, extras: &[u8]) -> Vec<u8>;
}

/// Whether the annex is there.
#[derive(Clone, Default)]
pub enum Annex {
    #[default]
    Awaited,
    Here(Rc<dyn Module>),
    Failed,
}

impl PartialEq for Annex {
    fn eq(&self, other: &Annex) -> bool {
        match (self, other) {
            (Annex::Here(one), Annex::Here(other)) => Rc::ptr_eq(one, other),
            (Annex::Awaited, Annex::Awaited) | (Annex::Failed, Annex::Failed) => true,
            _ => false,
        }
    }
}

/// What the widget asks of the page around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The first figure of this report stands.
    Ready,
    Select(Selection),
    /// What is shown is another: a link to it.
    Change(Link),
    /// The annex, once more.
    Annex,
    /// A file, a link or a print: the kind, and what is shown.
    Take(String, String),
}

#[derive(Properties, Clone)]
pub struct Props {
    /// What has read the report: another one for another report.
    pub first: Rc<dyn Module>,
    pub view: Option<View>,
    pub locale: Locale,
    /// The reader's text size in CSS pixels.
    pub em: f64,
    pub width: f64,
    pub permalink: bool,
    /// From the page's address; followed whenever it changes.
    pub link: Option<Link>,
    pub annex: Annex,
    /// What became of the last file that was taken.
    pub said: Option<Rc<str>>,
    pub on: Callback<Wish>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.first, &other.first)
            && self.view == other.view
            && self.locale == other.locale
            && self.em == other.em
            && self.permalink == other.permalink
            && self.link == other.link
            && self.annex == other.annex
            && same(&self.said, &other.said)
    }
}

/// The same news, not only the same words: a second file is news again.
fn same(one: &Option<Rc<str>>, other: &Option<Rc<str>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

pub enum Message {
    Means(Meaning),
    Measure,
}

/// A mark as the keyboard knows it.
struct Stop {
    key: String,
    label: String,
}

pub struct App {
    state: State,
    /// The widget without its panel.
    head: Element,
    panel: Element,
    /// The panel's marks in the reader's order.
    stops: Vec<Stop>,
    root: NodeRef,
    /// What is to be focused once the page is drawn.
    focus: Option<String>,
    /// What had read the report that the host page was told of.
    told: Option<Rc<dyn Module>>,
    /// What became of the last file that was taken.
    said: Option<Rc<str>>,
    _observer: Option<WidthObserver>,
    _ears: Option<Ears>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<App>) -> App {
        App::new(ctx.props())
    }

    fn changed(&mut self, ctx: &Context<App>, old: &Props) -> bool {
        let props = ctx.props();
        let mut actions = Vec::new();
        if !Rc::ptr_eq(&props.first, &old.first) {
            actions.push(Action::Reset);
        }
        if let (true, Some(view)) = (props.view != old.view, props.view) {
            actions.push(Action::Show(view));
        }
        if props.locale != old.locale {
            actions.push(Action::Translate(props.locale));
        }
        if let (true, Some(link)) = (props.link != old.link, &props.link) {
            actions.push(Action::Restore(link.clone()));
        }
        if !same(&props.said, &old.said) {
            self.said = props.said.clone();
        }
        for action in actions {
            self.state.reduce(action);
        }
        self.draw(props);
        true
    }

    fn update(&mut self, ctx: &Context<App>, message: Message) -> bool {
        let props = ctx.props();
        let before = self.state.clone();
        match message {
            Message::Measure => {
                if let Some(width) = self.measured() {
                    self.state.reduce(Action::Resize(width));
                }
            }
            Message::Means(meaning) => self.hear(meaning, props),
        }
        if self.state.differs(&before) {
            // What was said of the last file is no news any more.
            self.said = None;
            self.draw(props);
            if let Some(spoken) = self.news(&before) {
                self.state.reduce(Action::Speak(spoken));
            }
        }
        if self.state.link() != before.link() {
            props.on.emit(Wish::Change(self.state.link()));
        }
        self.state != before || self.focus.is_some()
    }

    fn view(&self, _: &Context<App>) -> Html {
        let state = &self.state;
        let selected = state.selected.as_deref();
        let at = |stop: &&Stop| match &state.current {
            Some(current) => stop.key == *current,
            None => covers(selected, &stop.key),
        };
        let current = self.stops.iter().find(at);
        let look = Look {
            current: state.current.as_deref(),
            selected,
            detail: current.map(|stop| stop.label.as_str()),
            // Where Tab enters: at what is current, else selected, else the first.
            entry: self.stops.iter().position(|stop| at(&stop)).unwrap_or(0),
        };
        let mut widget = node(&self.head, &look);
        let said = self.said.as_deref().unwrap_or_default();
        widget.add_child(node(&self.panel, &look).into());
        widget.add_child(node(&region("said", said), &look).into());
        widget.add_child(node(&region("spoken", &state.spoken), &look).into());
        widget.node_ref = self.root.clone();
        widget.into()
    }

    fn rendered(&mut self, ctx: &Context<App>, first: bool) {
        if first {
            let link = ctx.link();
            if let Some(root) = self.root.cast::<web_sys::Element>() {
                let measure = link.callback(|()| Message::Measure);
                self._observer = WidthObserver::new(&root, measure);
                self._ears = Some(Ears::new(&root, link.callback(Message::Means)));
            }
        }
        if let Some(selector) = self.focus.take() {
            focus(&self.root, &selector);
        }
        let first = &ctx.props().first;
        let told = self.told.as_ref();
        if !told.is_some_and(|told| Rc::ptr_eq(told, first)) {
            self.told = Some(first.clone());
            ctx.props().on.emit(Wish::Ready);
        }
    }
}

/// Text that is read out when it changes.
fn region(class: &'static str, text: &str) -> Element {
    let mut region = Element::new(Tag::P);
    region
        .set(Name::Class, class)
        .set(Name::Role, "status")
        .set(Name::AriaLive, "polite")
        .text(text.to_owned());
    region
}

const PANEL: &str = "#panel";

impl App {
    fn new(props: &Props) -> App {
        let link = props.link.as_ref();
        let mut app = App {
            state: State::opened(props.view, props.locale, props.width, link),
            head: Element::new(Tag::Div),
            panel: Element::new(Tag::Div),
            stops: Vec::new(),
            root: NodeRef::default(),
            focus: None,
            told: None,
            said: None,
            _observer: None,
            _ears: None,
        };
        app.draw(props);
        app
    }

    fn draw(&mut self, props: &Props) {
        let request = self.request(props);
        let Request { view, locale, .. } = request;
        let head = read(&props.first.bytes("head", &request, &[]));
        self.head = head.unwrap_or_else(|| Element::new(Tag::Div));
        let panel = match &props.annex {
            Annex::Here(annex) if !view.is_first() => read(&annex.bytes("panel", &request, &[])),
            Annex::Failed if !view.is_first() => None,
            annex => {
                let extras = match annex {
                    Annex::Here(annex) => annex.bytes("extras", &request, &[]),
                    _ => Vec::new(),
                };
                read(&props.first.bytes("panel", &request, &extras))
            }
        };
        self.panel = panel.unwrap_or_else(|| waiting(view, locale, true));
        let mut stops: Vec<Option<Stop>> = Vec::new();
        self.panel.elements(&mut |element| {
            let place = element.get(Name::DataPlace).and_then(|at| at.parse().ok());
            let (Some(place), Some(key)) = (place, element.get(Name::DataKey)) else {
                return;
            };
            let place: usize = place;
            if stops.len() <= place {
                stops.resize_with(place + 1, || None);
            }
            if let Some(stop) = stops.get_mut(place) {
                *stop = Some(Stop {
                    key: key.to_owned(),
                    label: element.get(Name::AriaLabel).unwrap_or_default().to_owned(),
                });
            }
        });
        self.stops = stops.into_iter().flatten().collect();
    }

    fn request(&self, props: &Props) -> Request {
        self.state.request(props.em, props.permalink)
    }

    /// What is said aloud of a change; a change of width is none.
    fn news(&self, before: &State) -> Option<String> {
        let state = &self.state;
        if state.width != before.width || state.query != before.query {
            // The number of matches stands in a region of its own.
            return None;
        }
        let mut title = String::new();
        self.panel.elements(&mut |element| {
            if element.tag == Tag::H3 && title.is_empty() {
                title = element.words();
            }
        });
        let display = state.choices.display;
        if state.view != before.view || display == before.choices.display {
            return Some(title);
        }
        let text = match display {
            Display::Chart => AppText::NowChart,
            Display::Table => AppText::NowTable,
        };
        Some(text.with(state.locale, &[&title]))
    }

    /// Zero while the widget is hidden; the next showing brings the true width.
    fn measured(&self) -> Option<f64> {
        let root: web_sys::Element = self.root.cast()?;
        let width = root.get_bounding_client_rect().width();
        (width > 0.0).then_some(width)
    }

    fn hear(&mut self, meaning: Meaning, props: &Props) {
        let key = |place: usize| self.stops.get(place).map(|stop| stop.key.clone());
        match meaning {
            Meaning::Show(view, by_key) => {
                self.state.reduce(Action::Show(view));
                if by_key {
                    self.focus = Some(["[data-view=", view.id(), "]"].concat());
                }
            }
            Meaning::Lead {
                view,
                cell,
                display,
            } => {
                let to = match &cell {
                    // In a table the cell itself, in a chart its mark.
                    Some(_) => "[data-selected],[data-place][tabindex='0'],#panel",
                    None => PANEL,
                };
                self.focus = Some(to.to_owned());
                self.state.reduce(Action::Lead(view, cell, display));
            }
            Meaning::Choose(id, value) => self.state.reduce(Action::Choose(id, value)),
            Meaning::Search(query) => self.state.reduce(Action::Search(query)),
            Meaning::Take(kind) => {
                let request = self.request(props).write();
                props.on.emit(Wish::Take(kind, request));
            }
            Meaning::Retry => props.on.emit(Wish::Annex),
            Meaning::Point(place) => {
                let key = key(place);
                self.state.reduce(Action::Point(key));
            }
            Meaning::Unpoint => self.state.reduce(Action::Point(None)),
            Meaning::Move(place) => {
                let place = place.min(self.stops.len().saturating_sub(1));
                let key = key(place);
                self.state.reduce(Action::Point(key));
                self.focus = Some(["[data-place=\"", &place.to_string(), "\"]"].concat());
            }
            Meaning::Select(place) => {
                let Some(key) = key(place) else { return };
                // A finger selects without having pointed.
                self.state.reduce(Action::Point(Some(key.clone())));
                self.select(place, key, props);
            }
            Meaning::Leave => {
                self.state.reduce(Action::Point(None));
                self.focus = Some(PANEL.to_owned());
            }
            Meaning::Switch => {
                self.state.reduce(Action::Switch);
                self.focus = Some("[data-choice=as][data-value=table]".to_owned());
            }
        }
    }

    fn select(&mut self, place: usize, key: String, props: &Props) {
        let locale = self.state.locale;
        if self.state.selected.as_ref() == Some(&key) {
            self.state.reduce(Action::Select(None));
            self.state
                .reduce(Action::Speak(AppText::Unselected.text(locale).to_owned()));
            return;
        }
        let stop = self.stops.get(place);
        let label = stop.map(|stop| stop.label.clone()).unwrap_or_default();
        let spoken = AppText::Selected.with(locale, &[&label]);
        self.state.reduce(Action::Select(Some(key.clone())));
        self.state.reduce(Action::Speak(spoken));
        props.on.emit(Wish::Select(Selection {
            view: self.state.view,
            key,
            label,
        }));
    }
}

fn focus(root: &NodeRef, selector: &str) {
    let root: Option<web_sys::Element> = root.cast();
    // Of several the first that is there, not the first on the page.
    let found = root.and_then(|root| {
        let mut each = selector.split(',');
        each.find_map(|selector| root.query_selector(selector).ok().flatten())
    });
    if let Some(element) = found {
        // An SVG element is no HtmlElement, but it is focused the same way.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}
