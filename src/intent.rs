//! What the reader wants, from where on the page an event happened: the element's attributes say it.

use gongkai_view::figures::{Display, View};
use gongkai_view::markup::Name;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlInputElement, KeyboardEvent, MouseEvent, Node};

/// An intent of the reader. Marks are named by their place in reading order.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// A view, and whether by key: the focus then follows to its tab.
    Show(View, bool),
    /// A link inside the widget.
    Follow {
        view: View,
        cell: Option<String>,
        display: Option<Display>,
    },
    Choose(String, String),
    Search(String),
    /// To the next place that the search found, or to the one before.
    StepToHit(bool),
    Export(String),
    /// Pointer or focus came to a mark.
    Point(usize),
    /// The pointer left the chart.
    Unpoint,
    /// A key asks for the mark at this place; past the end it means the last.
    Move(usize),
    Select(usize),
    /// A key asks to leave the chart.
    Leave,
    /// A key asks for the table in place of the chart, or for the chart again.
    SwitchDisplay,
}

/// The events that are listened for.
pub const EVENTS: [&str; 7] = [
    "click",
    "compositionend",
    "focusin",
    "input",
    "keydown",
    "mouseout",
    "mouseover",
];

/// The intent of one of [`EVENTS`], if it has one.
pub fn intent(event: &Event) -> Option<Intent> {
    match event.type_().as_str() {
        "click" => clicked(event),
        "compositionend" => typed(event),
        "input" if !is_composing(event) => typed(event),
        "input" => None,
        "keydown" => pressed(event.dyn_ref()?),
        "mouseout" => unpointed(event.dyn_ref()?),
        _ => place(&element(event.target())?).map(Intent::Point),
    }
}

fn clicked(event: &Event) -> Option<Intent> {
    let target = element(event.target())?;
    let pressed = target
        .closest("button, [data-place], [data-leads-to]")
        .ok()??;
    let get = |name: Name| pressed.get_attribute(name.name());
    if let Some(step) = get(Name::DataStep) {
        return Some(Intent::StepToHit(step == "next"));
    }
    if let Some(view) = get(Name::DataView) {
        return Some(Intent::Show(View::from_id(&view)?, false));
    }
    if let Some(view) = get(Name::DataLeadsTo) {
        return Some(Intent::Follow {
            view: View::from_id(&view)?,
            cell: get(Name::DataCell),
            display: get(Name::DataAs).and_then(|id| Display::from_id(&id)),
        });
    }
    if let Some(choice) = get(Name::DataChoice) {
        return Some(Intent::Choose(choice, get(Name::DataValue)?));
    }
    if let Some(kind) = get(Name::DataExport) {
        return Some(Intent::Export(kind));
    }
    place(&pressed).map(Intent::Select)
}

/// Whether an input method is in the middle of a word: what the field holds is not what the reader looks for.
fn is_composing(event: &Event) -> bool {
    Reflect::get(event, &"isComposing".into()).is_ok_and(|value| value.is_truthy())
}

fn typed(event: &Event) -> Option<Intent> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    Some(Intent::Search(input.value()))
}

fn unpointed(event: &MouseEvent) -> Option<Intent> {
    let chart = element(event.target())?.closest(".figure").ok()??;
    let to: Option<Node> = event.related_target().and_then(|to| to.dyn_into().ok());
    (!chart.contains(to.as_ref())).then_some(Intent::Unpoint)
}

/// Keeps a key that has a meaning here from the page.
fn pressed(event: &KeyboardEvent) -> Option<Intent> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let target = element(event.target())?;
    let key = event.key();
    if key == "Enter" && target.has_attribute(Name::DataSearch.name()) {
        event.prevent_default();
        return Some(Intent::StepToHit(!event.shift_key()));
    }
    // Only buttons are clicked by this key on their own.
    if key == "Enter" && target.get_attribute("role").as_deref() == Some("link") {
        return clicked(event);
    }
    let intent = match target.get_attribute(Name::DataView.name()) {
        Some(view) => tab_key(View::from_id(&view)?, &key)?,
        None if key == "t" || key == "T" => display_key(event, &target)?,
        None => mark_key(place(&target)?, &key)?,
    };
    event.prevent_default();
    Some(intent)
}

fn tab_key(view: View, key: &str) -> Option<Intent> {
    let count = View::ALL.len();
    let here = View::ALL.iter().position(|other| *other == view)?;
    let next = match key {
        "ArrowRight" | "ArrowDown" => (here + 1) % count,
        "ArrowLeft" | "ArrowUp" => (here + count - 1) % count,
        "Home" => 0,
        "End" => count - 1,
        _ => return None,
    };
    Some(Intent::Show(*View::ALL.get(next)?, true))
}

fn mark_key(here: usize, key: &str) -> Option<Intent> {
    Some(match key {
        "ArrowDown" | "ArrowRight" => Intent::Move(here + 1),
        "ArrowUp" | "ArrowLeft" => Intent::Move(here.saturating_sub(1)),
        "Home" => Intent::Move(0),
        "End" => Intent::Move(usize::MAX),
        "Enter" | " " => Intent::Select(here),
        "Escape" => Intent::Leave,
        _ => return None,
    })
}

/// T switches from anywhere in a panel that is both chart and table, but for fields that take letters.
fn display_key(event: &KeyboardEvent, target: &Element) -> Option<Intent> {
    let root: Element = event.current_target()?.dyn_into().ok()?;
    let is_here = target.closest("#panel").ok()?.is_some() && target.tag_name() != "INPUT";
    let has_both = root.query_selector("[data-choice=as]").ok()?.is_some();
    (is_here && has_both).then_some(Intent::SwitchDisplay)
}

fn element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

/// The place in reading order of the mark that an element belongs to.
fn place(element: &Element) -> Option<usize> {
    let mark = element.closest("[data-place]").ok()??;
    mark.get_attribute(Name::DataPlace.name())?.parse().ok()
}
