//! The root component: one report, one state, and the view that is shown.

use crate::components::{Header, LiveRegion, PanelParts, PanelView, SourceLine, Tabs};
use crate::context_source::ContextSource;
use crate::intent::Intent;
use crate::listener::DelegatedListener;
use crate::width_observer::WidthObserver;
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::components::{
    Context as ReportContext, TabStop, panel, paper_view, widget_frame,
};
use gongkai_view::export::{
    ExportedFile, Shared, export_file, file_name, phone_picture, reference,
};
use gongkai_view::figures::View;
use gongkai_view::link::Link;
use gongkai_view::markup::{self, Name};
use gongkai_view::request::Request;
use gongkai_view::state::{Action, State};
use gongkai_view::text::{AppText, app_text, original_text};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// What the reader selected, for the host page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    pub view: View,
    pub key: String,
    pub label: String,
}

/// What the app asks of the page around it.
#[derive(Clone, Debug, PartialEq)]
pub enum HostRequest {
    /// What was handed over is drawn.
    Ready,
    Select(Selection),
    /// The state has changed: keep this link to it.
    Link(Link),
    Save(ExportedFile),
    CopyLink,
    /// A reference to the report, to be copied.
    Cite(String),
    /// A picture to be shown in the page, as SVG, with what it says.
    ShowPicture(ExportedFile, String),
    /// The whole report.
    Print,
    /// HTML in place of the whole report.
    PrintView(String),
    /// Show the place where readers open a file of their own.
    OpenFile,
}

/// A report with those of the same agency for the year before and after, as far as they are known.
#[derive(Debug)]
pub struct Reports {
    pub report: Rc<Report>,
    /// The report's JSON as it was read.
    pub json: String,
    pub others: Vec<Report>,
}

impl Reports {
    /// What is known beyond these reports.
    pub fn context(&self, source: Option<&ContextSource>, request: &Request) -> ReportContext {
        let mut context = source.map_or_else(ReportContext::default, |source| source.ask(request));
        if !self.others.is_empty() {
            // The whole reports of these years are there, with their remarks.
            context.checks.clear();
        }
        context
    }
}

/// What the app is to go on from.
#[derive(Debug, Default)]
pub struct Handover {
    pub link: Option<Link>,
    /// The key of the mark that the reader points at.
    pub current: Option<String>,
}

#[derive(Properties, Clone)]
pub struct Props {
    pub reports: Rc<Reports>,
    /// Followed once; with another one the host is told again when it is drawn.
    pub handover: Rc<Handover>,
    pub view: Option<View>,
    pub locale: Locale,
    /// The reader's text size in CSS pixels.
    pub em: f64,
    pub width: f64,
    pub permalink: bool,
    /// From the page's address; followed whenever it changes.
    pub link: Option<Link>,
    /// Where other years and peers are known.
    pub context: Option<Rc<ContextSource>>,
    /// What became of the last export.
    pub export: Option<Rc<str>>,
    pub on_request: Callback<HostRequest>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.reports, &other.reports)
            && Rc::ptr_eq(&self.handover, &other.handover)
            && self.view == other.view
            && self.locale == other.locale
            && self.em == other.em
            && self.permalink == other.permalink
            && self.link == other.link
            && is_same(&self.context, &other.context)
            && is_same(&self.export, &other.export)
    }
}

/// Whether both are the very same: the same words about a second file are news.
fn is_same<T: ?Sized>(one: &Option<Rc<T>>, other: &Option<Rc<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

pub enum Message {
    Intent(Intent),
    /// With the new width in CSS pixels; zero while the widget is hidden.
    Resized(f64),
}

pub struct App {
    state: State,
    panel: Rc<PanelParts>,
    title: String,
    /// The panel's marks in reading order.
    stops: Vec<TabStop>,
    root: NodeRef,
    /// A selector of what is to be focused once the page is drawn.
    focus: Option<String>,
    /// The handover that the host page was told of.
    announced: Option<Rc<Handover>>,
    /// What became of the last export.
    export: Option<Rc<str>>,
    _observer: Option<WidthObserver>,
    _listener: Option<DelegatedListener>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<App>) -> App {
        let props = ctx.props();
        let Handover { link, current } = &*props.handover;
        let link = link.as_ref().or(props.link.as_ref());
        let mut state = State::opened(props.view, props.locale, props.width, link);
        state.reduce(Action::Point(current.clone()));
        let (panel, title) = drawn(props, &state);
        App {
            stops: panel.stops(),
            state,
            panel,
            title,
            root: NodeRef::default(),
            focus: None,
            announced: None,
            export: None,
            _observer: None,
            _listener: None,
        }
    }

    fn changed(&mut self, ctx: &Context<App>, old: &Props) -> bool {
        let props = ctx.props();
        if !Rc::ptr_eq(&props.reports.report, &old.reports.report) {
            self.state.reduce(Action::Reset);
        }
        if let (true, Some(view)) = (props.view != old.view, props.view) {
            self.state.reduce(Action::Show(view));
        }
        if props.locale != old.locale {
            self.state.reduce(Action::Translate(props.locale));
        }
        if let (true, Some(link)) = (props.link != old.link, &props.link) {
            self.state.reduce(Action::Restore(link.clone()));
        }
        if !Rc::ptr_eq(&props.handover, &old.handover) {
            let Handover { link, current } = &*props.handover;
            if let Some(link) = link {
                self.state.reduce(Action::Restore(link.clone()));
            }
            self.state.reduce(Action::Point(current.clone()));
        }
        if !is_same(&props.export, &old.export) {
            self.export = props.export.clone();
        }
        self.draw(props);
        true
    }

    fn update(&mut self, ctx: &Context<App>, message: Message) -> bool {
        let props = ctx.props();
        let before = self.state.clone();
        match message {
            Message::Resized(width) if width > 0.0 => self.state.reduce(Action::Resize(width)),
            Message::Resized(_) => {}
            Message::Intent(intent) => self.follow(intent, props),
        }
        if self.state.differs(&before) {
            self.export = None;
            self.draw(props);
            if let Some(text) = self.state.announcement(&before, &self.title) {
                self.state.reduce(Action::Speak(text));
            }
        }
        if self.state.link() != before.link() {
            props.on_request.emit(HostRequest::Link(self.state.link()));
        }
        self.state != before || self.focus.is_some()
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        let Request { size, locale, .. } = self.request(ctx.props());
        let frame = widget_frame(locale, size);
        let width = frame.get(Name::DataWidth).map(str::to_owned);
        let State {
            current, selected, ..
        } = &self.state;
        let active = TabStop::active(&self.stops, current.as_deref(), selected.as_deref());
        let label = active
            .and_then(|place| self.stops.get(place))
            .map(|stop| AttrValue::from(stop.label.clone()));
        html! {
            <div class="widget" lang={locale.tag()} data-width={width} ref={self.root.clone()}>
                <Header report={ctx.props().reports.report.clone()} {locale} />
                <Tabs view={self.state.view} {locale} />
                <PanelView
                    panel={self.panel.clone()}
                    current={current.clone()}
                    selected={selected.clone()}
                    {label}
                    // Tab enters at the active mark, else at the first.
                    entry={active.unwrap_or(0)}
                />
                <SourceLine report={ctx.props().reports.report.clone()} {locale} />
                <LiveRegion class="said" text={self.export.as_deref().unwrap_or_default().to_owned()} />
                <LiveRegion class="spoken" text={self.state.spoken.clone()} />
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<App>, is_first: bool) {
        if is_first {
            let link = ctx.link();
            if let Some(root) = self.root.cast::<web_sys::Element>() {
                let on_resize = link.callback(Message::Resized);
                self._observer = WidthObserver::new(&root, on_resize);
                let on_intent = link.callback(Message::Intent);
                self._listener = Some(DelegatedListener::new(&root, on_intent));
            }
        }
        if let Some(selector) = self.focus.take() {
            focus(&self.root, &selector);
        }
        let handover = &ctx.props().handover;
        let announced = self.announced.as_ref();
        if !announced.is_some_and(|announced| Rc::ptr_eq(announced, handover)) {
            self.announced = Some(handover.clone());
            ctx.props().on_request.emit(HostRequest::Ready);
        }
    }
}

/// The panel of the state's view, and its finding.
fn drawn(props: &Props, state: &State) -> (Rc<PanelParts>, String) {
    let Reports { report, others, .. } = &*props.reports;
    let request = state.request(props.em, props.permalink);
    let mut panel = panel(report, others, &request);
    let context = props.reports.context(props.context.as_deref(), &request);
    panel.add_context(context, &request);
    let title = panel.title.clone();
    (Rc::new(PanelParts::new(panel)), title)
}

const PANEL: &str = "#panel";

impl App {
    fn draw(&mut self, props: &Props) {
        (self.panel, self.title) = drawn(props, &self.state);
        self.stops = self.panel.stops();
    }

    fn request(&self, props: &Props) -> Request {
        self.state.request(props.em, props.permalink)
    }

    fn follow(&mut self, intent: Intent, props: &Props) {
        let key = |place: usize| self.stops.get(place).map(|stop| stop.key.clone());
        match intent {
            Intent::Show(view, is_by_key) => {
                self.state.reduce(Action::Show(view));
                if is_by_key {
                    self.focus = Some(["[data-view=", view.id(), "]"].concat());
                }
            }
            Intent::Follow {
                view,
                cell,
                display,
            } => {
                // In a table the cell itself, in a chart its mark.
                let target = match &cell {
                    Some(_) => "[data-selected],[data-place][tabindex='0'],#panel",
                    None => PANEL,
                };
                self.focus = Some(target.to_owned());
                self.state.reduce(Action::Follow(view, cell, display));
            }
            Intent::Choose(id, value) => self.state.reduce(Action::Choose(id, value)),
            Intent::Search(query) => self.state.reduce(Action::Search(query)),
            Intent::StepToHit(is_forward) => self.step_to_hit(is_forward),
            Intent::Export(kind) => self.export(&kind, props),
            Intent::Point(place) => {
                let key = key(place);
                self.state.reduce(Action::Point(key));
            }
            Intent::Unpoint => self.state.reduce(Action::Point(None)),
            Intent::Move(place) => {
                let place = place.min(self.stops.len().saturating_sub(1));
                let key = key(place);
                self.state.reduce(Action::Point(key));
                self.focus = Some(["[data-place=\"", &place.to_string(), "\"]"].concat());
            }
            Intent::Select(place) => {
                let Some(key) = key(place) else { return };
                // A finger selects without having pointed.
                self.state.reduce(Action::Point(Some(key.clone())));
                self.select(place, key, props);
            }
            Intent::Leave => {
                self.state.reduce(Action::Point(None));
                self.focus = Some(PANEL.to_owned());
            }
            Intent::SwitchDisplay => {
                self.state.reduce(Action::Switch);
                self.focus = Some(".options summary".to_owned());
            }
        }
    }

    /// Scrolls to the next place that the search found, or to the one before, and says which it is.
    fn step_to_hit(&mut self, is_forward: bool) {
        let Some(root) = self.root.cast::<web_sys::Element>() else {
            return;
        };
        let Ok(hits) = root.query_selector_all(".original mark, .original [data-hit]") else {
            return;
        };
        let count = hits.length();
        if count == 0 {
            return;
        }
        let hit = |place: u32| hits.get(place)?.dyn_into::<web_sys::Element>().ok();
        let current = (0..count).find(|place| {
            hit(*place).is_some_and(|hit| hit.has_attribute(Name::DataCurrent.name()))
        });
        let next = match (current, is_forward) {
            (Some(place), true) => (place + 1) % count,
            (Some(place), false) => (place + count - 1) % count,
            (None, true) => 0,
            (None, false) => count - 1,
        };
        if let Some(hit) = current.and_then(hit) {
            let _ = hit.remove_attribute(Name::DataCurrent.name());
        }
        if let Some(hit) = hit(next) {
            // The attribute is not one that Yew knows here, so it stays until the next search.
            let _ = hit.set_attribute(Name::DataCurrent.name(), "");
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            hit.scroll_into_view_with_scroll_into_view_options(&options);
        }
        let text = original_text::AtMatch {
            place: &(next + 1).to_string(),
            count: &count.to_string(),
        };
        let text = text.text(self.state.locale);
        self.state.reduce(Action::Speak(text));
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
        let announcement = app_text::Selected { label: &label }.text(locale);
        self.state.reduce(Action::Select(Some(key.clone())));
        self.state.reduce(Action::Speak(announcement));
        props.on_request.emit(HostRequest::Select(Selection {
            view: self.state.view,
            key,
            label,
        }));
    }

    fn export(&self, kind: &str, props: &Props) {
        let report = &props.reports.report;
        let State { view, choices, .. } = &self.state;
        let Request { locale, size, .. } = self.request(props);
        let request = match kind {
            "print" => Some(HostRequest::Print),
            "print-view" => {
                let Reports { others, .. } = &*props.reports;
                let context =
                    |request: &Request| props.reports.context(props.context.as_deref(), request);
                let sheet = paper_view(report, others, &self.request(props), &context);
                Some(HostRequest::PrintView(markup::html(&sheet)))
            }
            "link" => Some(HostRequest::CopyLink),
            "cite" => {
                let text = reference(report, &today(), &address().unwrap_or_default(), locale);
                Some(HostRequest::Cite(text))
            }
            "share-picture" => {
                let (today, address) = (today(), address());
                let shared = Shared {
                    address: address.as_deref(),
                    today: &today,
                };
                let picture = phone_picture(report, *view, choices, locale, shared);
                picture.map(|text| {
                    let file = ExportedFile {
                        name: file_name(report, Some(*view), "png"),
                        media: "image/png",
                        text,
                    };
                    HostRequest::ShowPicture(file, self.title.clone())
                })
            }
            "open" => Some(HostRequest::OpenFile),
            "json" => Some(HostRequest::Save(ExportedFile {
                name: file_name(report, None, "json"),
                media: "application/json",
                text: props.reports.json.clone(),
            })),
            kind => export_file(report, kind, *view, choices, locale, size).map(HostRequest::Save),
        };
        if let Some(request) = request {
            props.on_request.emit(request);
        }
    }
}

/// The reader's date, such as `2026-11-30`.
fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| {
        let zero = if number < 10 { "-0" } else { "-" };
        [zero, &number.to_string()].concat()
    };
    let year = now.get_full_year().to_string();
    [year, two(now.get_month() + 1), two(now.get_date())].concat()
}

/// The page's address, unless it is only known to this device.
fn address() -> Option<String> {
    let href = web_sys::window()?.location().href().ok()?;
    href.starts_with("http").then_some(href)
}

fn focus(root: &NodeRef, selector: &str) {
    let root: Option<web_sys::Element> = root.cast();
    // Of several selectors the first that finds something, not the first match in the page.
    let found = root.and_then(|root| {
        let mut selectors = selector.split(',');
        selectors.find_map(|selector| root.query_selector(selector).ok().flatten())
    });
    if let Some(element) = found {
        // An SVG element is not an HtmlElement, but it is focused the same way.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}
