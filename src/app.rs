//! The root component: one report, one state, the view that is shown.

use crate::charts::{Drawing, Size, draw, glyph};
use crate::components::{
    ChartEvent, chart, controls, findings, header, headlines, table, tabs, words,
};
use crate::figures::{Checked, Choices, Display, Figure, View, figure};
use crate::i18n::{Locale, Text};
use crate::link::Link;
use crate::model::Report;
use crate::state::{Action, State};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

/// What the reader settled on, for the host page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    pub view: View,
    pub key: String,
    pub label: String,
}

#[derive(Properties, Clone)]
pub struct Props {
    pub report: Rc<Report>,
    pub view: Option<View>,
    pub locale: Locale,
    /// The reader's text size in CSS pixels.
    pub em: f64,
    pub width: f64,
    /// From the page's address; followed whenever it changes.
    pub link: Option<Link>,
    /// What the checks say, once they have been run.
    pub checked: Option<Rc<Checked>>,
    /// The first figure of this report stands.
    pub on_ready: Callback<()>,
    pub on_select: Callback<Selection>,
    pub on_change: Callback<Link>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
            && self.view == other.view
            && self.locale == other.locale
            && self.em == other.em
            && self.link == other.link
            && self.checked == other.checked
    }
}

pub enum Message {
    /// With the view: whether the keyboard must follow to its tab.
    Show(View, bool),
    Enter(View),
    Choose(String, String),
    Chart(ChartEvent),
    Measure,
}

pub struct App {
    state: State,
    figure: Figure,
    drawing: Drawing,
    root: NodeRef,
    /// What is to be focused once the page is drawn.
    focus: Option<String>,
    /// The report that the host page was told of.
    told: Option<Rc<Report>>,
    _observer: Option<WidthObserver>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<App>) -> App {
        let props = ctx.props();
        let mut state = State {
            view: props.view.unwrap_or_default(),
            locale: props.locale,
            width: props.width,
            ..State::default()
        };
        if let Some(link) = &props.link {
            state.reduce(Action::Restore(link.clone()));
        }
        let mut app = App {
            figure: figure(&props.report, state.view, &state.choices, state.locale),
            drawing: Drawing::default(),
            state,
            root: NodeRef::default(),
            focus: None,
            told: None,
            _observer: None,
        };
        app.redraw(props.em);
        app
    }

    fn changed(&mut self, ctx: &Context<App>, old: &Props) -> bool {
        let props = ctx.props();
        let mut actions = Vec::new();
        if !Rc::ptr_eq(&props.report, &old.report) {
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
        for action in actions {
            self.state.reduce(action);
        }
        self.refigure(props);
        true
    }

    fn update(&mut self, ctx: &Context<App>, message: Message) -> bool {
        let props = ctx.props();
        let before = self.state.clone();
        match message {
            Message::Show(view, by_key) => {
                self.state.reduce(Action::Show(view));
                if by_key {
                    self.focus = Some(format!("[data-view={}]", view.id()));
                }
            }
            Message::Enter(view) => {
                self.state.reduce(Action::Show(view));
                self.focus = Some(PANEL.to_owned());
            }
            Message::Choose(id, value) => self.state.reduce(Action::Choose(id, value)),
            Message::Measure => {
                if let Some(width) = self.measured() {
                    self.state.reduce(Action::Resize(width));
                }
            }
            Message::Chart(event) => self.chart_event(event, &props.on_select),
        }
        let state = &self.state;
        let is_new = (state.view, state.choices, state.locale)
            != (before.view, before.choices, before.locale);
        if is_new {
            self.refigure(props);
            let spoken = match (self.state.view == before.view, self.state.choices.display) {
                (true, display) if display != before.choices.display => match display {
                    Display::Chart => Text::NowChart,
                    Display::Table => Text::NowTable,
                }
                .with(self.state.locale, &[&self.figure.title]),
                _ => self.figure.title.clone(),
            };
            self.state.reduce(Action::Speak(spoken));
        } else if self.state.width != before.width {
            self.redraw(props.em);
        }
        if is_new || self.state.selected != before.selected {
            props.on_change.emit(self.state.link());
        }
        self.state != before || self.focus.is_some()
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        let props = ctx.props();
        let state = &self.state;
        let locale = state.locale;
        let narrow = state.width < props.em * 38.0;
        html! {
            <div class="widget" data-width={narrow.then_some("narrow")} lang={locale.tag()} ref={self.root.clone()}>
                { header(&props.report, locale) }
                { tabs(state.view, locale, &ctx.link().callback(|(view, by_key)| Message::Show(view, by_key))) }
                <div
                    class="panel" part="panel" id="panel" role="tabpanel" tabindex="-1"
                    aria-labelledby={format!("tab-{}", state.view.id())}
                >
                    <p class="question">{ state.view.question(locale) }</p>
                    <h3 class="finding" part="finding">{ self.figure.title.clone() }</h3>
                    { controls(&self.controls(), &ctx.link().callback(|(id, value)| Message::Choose(id, value))) }
                    { self.body(ctx) }
                    if let (View::Overview, Some(checked)) = (state.view, &props.checked) {
                        { findings(checked) }
                    }
                    { words(&self.figure, locale) }
                </div>
                <div class="spoken" role="status" aria-live="polite">{ state.spoken.clone() }</div>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<App>, first: bool) {
        if first {
            self._observer = self.root.cast::<Element>().and_then(|root| {
                WidthObserver::new(&root, ctx.link().callback(|()| Message::Measure))
            });
        }
        if let Some(selector) = self.focus.take() {
            focus(&self.root, &selector);
        }
        let report = &ctx.props().report;
        if !self
            .told
            .as_ref()
            .is_some_and(|told| Rc::ptr_eq(told, report))
        {
            self.told = Some(report.clone());
            ctx.props().on_ready.emit(());
        }
    }
}

const PANEL: &str = "#panel";

impl App {
    fn refigure(&mut self, props: &Props) {
        let state = &self.state;
        self.figure = figure(&props.report, state.view, &state.choices, state.locale);
        self.redraw(props.em);
    }

    fn redraw(&mut self, em: f64) {
        let width = self.state.width;
        self.drawing = draw(&self.figure, Size { width, em });
    }

    /// Zero while the widget is hidden; the next showing brings the true width.
    fn measured(&self) -> Option<f64> {
        let width = self
            .root
            .cast::<Element>()?
            .get_bounding_client_rect()
            .width();
        (width > 0.0).then_some(width)
    }

    fn has_chart(&self) -> bool {
        !self.drawing.marks.is_empty() || !self.figure.headlines.is_empty()
    }

    fn controls(&self) -> Vec<crate::figures::Control> {
        let mut controls = self.figure.controls.clone();
        if self.has_chart() && !self.figure.table.rows.is_empty() {
            controls.push(self.state.choices.display_control(self.state.locale));
        }
        controls
    }

    fn body(&self, ctx: &Context<App>) -> Html {
        let state = &self.state;
        let (figure, locale) = (&self.figure, state.locale);
        let selected = state.selected.as_deref();
        if state.choices.display == Display::Table || !self.has_chart() {
            return if figure.table.rows.is_empty() {
                Html::default()
            } else {
                table(&figure.table, locale, selected)
            };
        }
        if !figure.headlines.is_empty() {
            let report = &ctx.props().report;
            let small = |view| {
                let plain = crate::figures::figure(report, view, &Choices::default(), locale);
                glyph(&plain, 120.0, 40.0)
            };
            return headlines(
                &figure.headlines,
                locale,
                &small,
                &ctx.link().callback(Message::Enter),
            );
        }
        let current = state.current.as_deref();
        let detail = current.or(selected).and_then(|key| figure.detail(key));
        html! {
            <>
                <p class="detail" part="detail" data-hint={detail.is_none().then_some("")}>
                    { detail.unwrap_or(Text::DetailHint.text(locale)).to_owned() }
                </p>
                { chart(&self.drawing, &figure.title, selected, current, &ctx.link().callback(Message::Chart)) }
                <p class="keys">{ Text::ChartHint.text(locale) }</p>
            </>
        }
    }

    fn chart_event(&mut self, event: ChartEvent, on_select: &Callback<Selection>) {
        let key = |place: usize| self.drawing.marks.get(place).map(|mark| mark.key.clone());
        match event {
            ChartEvent::Point(place) => {
                let key = key(place);
                self.state.reduce(Action::Point(key));
            }
            ChartEvent::Unpoint => self.state.reduce(Action::Point(None)),
            ChartEvent::Move(place) => {
                let place = place.min(self.drawing.marks.len().saturating_sub(1));
                let key = key(place);
                self.state.reduce(Action::Point(key));
                self.focus = Some(format!("[data-place=\"{place}\"]"));
            }
            ChartEvent::Select(place) => {
                let Some(key) = key(place) else { return };
                // A finger selects without having pointed.
                self.state.reduce(Action::Point(Some(key.clone())));
                self.select(key, on_select);
            }
            ChartEvent::Leave => {
                self.state.reduce(Action::Point(None));
                self.focus = Some(PANEL.to_owned());
            }
            ChartEvent::Switch => {
                self.state.reduce(Action::Switch);
                self.focus = Some("[data-choice=as][data-value=table]".to_owned());
            }
        }
    }

    fn select(&mut self, key: String, on_select: &Callback<Selection>) {
        let locale = self.state.locale;
        if self.state.selected.as_ref() == Some(&key) {
            self.state.reduce(Action::Select(None));
            self.state
                .reduce(Action::Speak(Text::Unselected.text(locale).to_owned()));
            return;
        }
        let label = self.figure.detail(&key).unwrap_or_default().to_owned();
        let spoken = Text::Selected.with(locale, &[&label]);
        self.state.reduce(Action::Select(Some(key.clone())));
        self.state.reduce(Action::Speak(spoken));
        on_select.emit(Selection {
            view: self.figure.view,
            key,
            label,
        });
    }
}

/// Watches an element's size for as long as it lives.
struct WidthObserver {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
}

impl WidthObserver {
    fn new(element: &Element, on_resize: Callback<()>) -> Option<WidthObserver> {
        let resized = Closure::<dyn FnMut()>::new(move || on_resize.emit(()));
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(WidthObserver {
            observer,
            _resized: resized,
        })
    }
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn focus(root: &NodeRef, selector: &str) {
    let found = root
        .cast::<Element>()
        .and_then(|root| root.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        // An SVG element is no HtmlElement, but it is focused the same way.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}
