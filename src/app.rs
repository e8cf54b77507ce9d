//! The root component: one report, one state, the view that is shown.

use crate::charts::{Drawing, Size, draw};
use crate::components::{Chart, Controls, FigureTable, Findings, Headlines, Tabs};
use crate::figures::{Display, Figure, View, figure};
use crate::i18n::{Locale, Text};
use crate::link::Link;
use crate::model::{Edition, Report};
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
    }
}

#[component]
pub fn App(props: &Props) -> Html {
    let state = use_reducer(|| {
        let state = State {
            view: props.view.unwrap_or_default(),
            locale: props.locale,
            width: props.width,
            ..State::default()
        };
        match &props.link {
            Some(link) => Rc::unwrap_or_clone(Rc::new(state).reduce(Action::Restore(link.clone()))),
            None => state,
        }
    });
    use_followed(props, &state);
    let root = use_node_ref();
    let panel = use_node_ref();
    use_width(&root, &state);

    let report = &props.report;
    let figure = {
        let (report, view, choices, locale) =
            (report.clone(), state.view, state.choices, state.locale);
        use_memo((report_id(&report), view, choices, locale), move |_| {
            figure(&report, view, &choices, locale)
        })
    };
    let drawing: Rc<Drawing> = {
        let figure = figure.clone();
        let size = Size {
            width: state.width,
            em: props.em,
        };
        use_memo(
            (figure.clone(), size.width.to_bits(), size.em.to_bits()),
            move |_| draw(&figure, size),
        )
    };
    {
        let (on_ready, id) = (props.on_ready.clone(), report_id(report));
        use_effect_with(id, move |_| on_ready.emit(()));
    }
    {
        let (on_change, link) = (props.on_change.clone(), state.link());
        let first = use_mut_ref(|| true);
        use_effect_with(link, move |link| {
            // The address is written when the reader changes something, not on arrival.
            if !first.replace(false) {
                on_change.emit(link.clone());
            }
        });
    }

    let locale = state.locale;
    let on_show = {
        let (state, report) = (state.clone(), report.clone());
        Callback::from(move |view: View| {
            let shown = crate::figures::figure(&report, view, &state.choices, state.locale);
            state.dispatch(Action::Show(view));
            state.dispatch(Action::Speak(shown.title));
        })
    };
    let on_choose = {
        let (state, title) = (state.clone(), figure.title.clone());
        Callback::from(move |(id, value): (&'static str, &'static str)| {
            state.dispatch(Action::Choose(id, value));
            if id == "as" {
                let mut next = (*state).clone();
                next.choices.choose(id, value);
                state.dispatch(Action::Speak(next.display_spoken(&title)));
            }
        })
    };
    let has_chart = !drawing.marks.is_empty() || !figure.headlines.is_empty();
    let display = if has_chart {
        state.choices.display
    } else {
        Display::Table
    };
    let em = props.em;
    let narrow = state.width < em * 38.0;

    html! {
        <div class={classes!("widget", narrow.then_some("narrow"))} lang={locale.tag()} ref={root}>
            { header(report, locale) }
            <Tabs current={state.view} {locale} {on_show} />
            <div
                class="panel" part="panel" id="panel" role="tabpanel" tabindex="-1" ref={panel.clone()}
                aria-labelledby={format!("tab-{}", state.view.id())}
            >
                <p class="question">{ state.view.question(locale) }</p>
                <h3 class="finding" part="finding">{ figure.title.clone() }</h3>
                <Controls controls={controls(&figure, &state, has_chart)} {on_choose} />
                { match display {
                    Display::Table => html! {
                        if !figure.table.rows.is_empty() {
                            <FigureTable table={figure.table.clone()} {locale} selected={state.selected.clone()} />
                        }
                    },
                    Display::Chart if figure.headlines.is_empty() => chart(&figure, &drawing, &state, props, &panel),
                    Display::Chart => html! {
                        <Headlines
                            headlines={figure.headlines.clone()}
                            report={report.clone()}
                            {locale}
                            on_show={
                                let (state, panel) = (state.clone(), panel.clone());
                                Callback::from(move |view| {
                                    state.dispatch(Action::Show(view));
                                    focus(&panel);
                                })
                            }
                        />
                    },
                } }
                { words(&figure, locale) }
            </div>
            <div class="spoken" role="status" aria-live="polite">{ state.spoken.clone() }</div>
        </div>
    }
}

/// Two reports at one address cannot live at once, so the address tells them apart.
fn report_id(report: &Rc<Report>) -> usize {
    Rc::as_ptr(report) as usize
}

/// Lets the state follow what the host page changes.
#[hook]
fn use_followed(props: &Props, state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    let first = use_mut_ref(|| true);
    {
        let dispatcher = dispatcher.clone();
        let first = first.clone();
        use_effect_with(props.view, move |view| {
            if let (Some(view), false) = (*view, *first.borrow()) {
                dispatcher.dispatch(Action::Show(view));
            }
        });
    }
    {
        let dispatcher = dispatcher.clone();
        let first = first.clone();
        use_effect_with(props.locale, move |locale| {
            if !*first.borrow() {
                dispatcher.dispatch(Action::Translate(*locale));
            }
        });
    }
    {
        let dispatcher = dispatcher.clone();
        let first = first.clone();
        use_effect_with(props.link.clone(), move |link| {
            if let (Some(link), false) = (link.clone(), *first.borrow()) {
                dispatcher.dispatch(Action::Restore(link));
            }
        });
    }
    use_effect_with(report_id(&props.report), move |_| {
        if !first.replace(false) {
            dispatcher.dispatch(Action::Reset);
        }
    });
}

#[hook]
fn use_width(root: &NodeRef, state: &UseReducerHandle<State>) {
    let (root, dispatcher) = (root.clone(), state.dispatcher());
    use_effect_with((), move |()| {
        let observed = root.cast::<Element>();
        let target = observed.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            // Zero while the widget is hidden; the next showing brings the true width.
            if let Some(width) = target
                .as_ref()
                .map(|root| root.get_bounding_client_rect().width())
                && width > 0.0
            {
                dispatcher.dispatch(Action::Resize(width));
            }
        });
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(root)) = (&observer, &observed) {
            observer.observe(root);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(resized);
        }
    });
}

fn header(report: &Report, locale: Locale) -> Html {
    let year = report.year.to_string();
    let mut facts = Vec::new();
    if let Some(period) = &report.period {
        facts.push(Text::Period.with(locale, &[&period.from.to_string(), &period.to.to_string()]));
    }
    let edition = match report.edition {
        Edition::Form2019 => Text::Edition2019,
        Edition::Form2021 => Text::Edition2021,
    };
    facts.push(edition.text(locale).to_owned());
    let source = report.source.as_ref();
    let url = source
        .and_then(|source| source.url.clone())
        // Anything but the web could run code.
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let title = source.and_then(|source| source.title.clone());
    html! {
        <header part="header">
            <h2>{ Text::Heading.with(locale, &[&report.agency.name, &year]) }</h2>
            <p class="facts">
                { for facts.into_iter().map(|fact| html! { <span class="fact">{ fact }</span> }) }
                if let Some(title) = title { <span class="fact">{ title }</span> }
                if let Some(href) = url {
                    <span class="fact"><a {href} rel="noopener noreferrer">{ Text::SourceLink.text(locale) }</a></span>
                }
            </p>
        </header>
    }
}

fn controls(figure: &Figure, state: &State, has_chart: bool) -> Vec<crate::figures::Control> {
    let mut controls = figure.controls.clone();
    if has_chart && !figure.table.rows.is_empty() {
        controls.push(state.choices.display_control(state.locale));
    }
    controls
}

fn chart(
    figure: &Rc<Figure>,
    drawing: &Rc<Drawing>,
    state: &UseReducerHandle<State>,
    props: &Props,
    panel: &NodeRef,
) -> Html {
    if drawing.marks.is_empty() {
        return Html::default();
    }
    let locale = state.locale;
    let on_select = {
        let (state, figure, on_select) = (state.clone(), figure.clone(), props.on_select.clone());
        Callback::from(move |key: AttrValue| {
            let detail = figure.detail(&key).unwrap_or_default().to_owned();
            if state.selected.as_ref() == Some(&key) {
                let spoken = Text::Unselected.text(state.locale).to_owned();
                state.dispatch(Action::Select(None, spoken));
                return;
            }
            let spoken = Text::Selected.with(state.locale, &[&detail]);
            on_select.emit(Selection {
                view: figure.view,
                key: key.to_string(),
                label: detail,
            });
            state.dispatch(Action::Select(Some(key), spoken));
        })
    };
    let on_point = {
        let state = state.clone();
        Callback::from(move |key| state.dispatch(Action::Point(key)))
    };
    let on_leave = {
        let (state, panel) = (state.clone(), panel.clone());
        Callback::from(move |()| {
            state.dispatch(Action::Point(None));
            focus(&panel);
        })
    };
    let on_switch = {
        let (state, panel, figure) = (state.clone(), panel.clone(), figure.clone());
        Callback::from(move |()| {
            let mut next = (*state).clone();
            next.choices.choose("as", Display::Table.id());
            state.dispatch(Action::Switch);
            state.dispatch(Action::Speak(next.display_spoken(&figure.title)));
            focus_in(&panel, "[data-choice=as][data-value=table]");
        })
    };
    let shown = state.current.as_deref().or(state.selected.as_deref());
    let detail = shown.and_then(|key| figure.detail(key));
    html! {
        <>
            <Chart
                drawing={drawing.clone()}
                label={figure.title.clone()}
                described_by="summary"
                selected={state.selected.clone()}
                current={state.current.clone()}
                {on_point} {on_select} {on_leave} {on_switch}
            />
            <p class={classes!("detail", detail.is_none().then_some("hint"))} part="detail">
                { detail.unwrap_or(Text::DetailHint.text(locale)).to_owned() }
            </p>
        </>
    }
}

fn words(figure: &Figure, locale: Locale) -> Html {
    html! {
        <>
            if !figure.summary.is_empty() {
                <p class="summary" id="summary">
                    <strong>{ Text::Summary.text(locale) }</strong>{ " " }{ figure.summary.clone() }
                </p>
            }
            if !figure.caveats.is_empty() {
                <ul class="caveats" aria-label={Text::Notes.text(locale)}>
                    { for figure.caveats.iter().map(|caveat| html! { <li>{ caveat.clone() }</li> }) }
                </ul>
            }
        </>
    }
}

fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

fn focus_in(node: &NodeRef, selector: &str) {
    let found = node
        .cast::<Element>()
        .and_then(|element| element.query_selector(selector).ok().flatten())
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        let _ = element.focus();
    }
}
