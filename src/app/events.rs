//! What the reader did, told from where on the page it happened. One place listens for all:
//! what an element leads to stands in its attributes.

use gongkai_view::figures::{Display, View};
use gongkai_view::markup::Name;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlInputElement, KeyboardEvent, MouseEvent, Node};

/// Marks are meant by their place in the reader's order.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// With the view: whether the keyboard must follow to its tab.
    Show(View, bool),
    Lead {
        view: View,
        cell: Option<String>,
        display: Option<Display>,
    },
    Choose(String, String),
    Search(String),
    Take(String),
    Retry,
    /// Pointer or focus came to a mark.
    Point(usize),
    /// The pointer left the chart.
    Unpoint,
    /// A key asks for the mark at this place; beyond the end means the last.
    Move(usize),
    Select(usize),
    /// A key asks to leave the chart.
    Leave,
    /// A key asks for the table.
    Switch,
}

/// What is listened for.
pub const KINDS: [&str; 6] = [
    "click",
    "focusin",
    "input",
    "keydown",
    "mouseout",
    "mouseover",
];

/// What an event of one of [`KINDS`] means, where it means anything.
pub fn meaning(event: &Event) -> Option<Meaning> {
    match event.type_().as_str() {
        "click" => clicked(event),
        "input" => typed(event),
        "keydown" => pressed(event.dyn_ref()?),
        "mouseout" => unpointed(event.dyn_ref()?),
        _ => place(&element(event.target())?).map(Meaning::Point),
    }
}

fn clicked(event: &Event) -> Option<Meaning> {
    let target = element(event.target())?;
    let at = target.closest("button, [data-place]").ok()??;
    let get = |name: Name| at.get_attribute(name.name());
    if let Some(view) = get(Name::DataView) {
        return Some(Meaning::Show(View::from_id(&view)?, false));
    }
    if let Some(view) = get(Name::DataLeadsTo) {
        return Some(Meaning::Lead {
            view: View::from_id(&view)?,
            cell: get(Name::DataCell),
            display: get(Name::DataAs).and_then(|id| Display::from_id(&id)),
        });
    }
    if let Some(choice) = get(Name::DataChoice) {
        return Some(Meaning::Choose(choice, get(Name::DataValue)?));
    }
    if let Some(kind) = get(Name::DataTake) {
        return Some(Meaning::Take(kind));
    }
    if get(Name::DataRetry).is_some() {
        return Some(Meaning::Retry);
    }
    place(&at).map(Meaning::Select)
}

fn typed(event: &Event) -> Option<Meaning> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    Some(Meaning::Search(input.value()))
}

fn unpointed(event: &MouseEvent) -> Option<Meaning> {
    let chart = element(event.target())?.closest(".figure").ok()??;
    let to: Option<Node> = event.related_target().and_then(|to| to.dyn_into().ok());
    (!chart.contains(to.as_ref())).then_some(Meaning::Unpoint)
}

/// Takes the key from the page where it means something here.
fn pressed(event: &KeyboardEvent) -> Option<Meaning> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let target = element(event.target())?;
    let key = event.key();
    let meant = match target.get_attribute(Name::DataView.name()) {
        Some(view) => of_tab(View::from_id(&view)?, &key)?,
        None => of_mark(place(&target)?, &key)?,
    };
    event.prevent_default();
    Some(meant)
}

fn of_tab(view: View, key: &str) -> Option<Meaning> {
    let count = View::ALL.len();
    let here = View::ALL.iter().position(|other| *other == view)?;
    let next = match key {
        "ArrowRight" | "ArrowDown" => (here + 1) % count,
        "ArrowLeft" | "ArrowUp" => (here + count - 1) % count,
        "Home" => 0,
        "End" => count - 1,
        _ => return None,
    };
    Some(Meaning::Show(*View::ALL.get(next)?, true))
}

fn of_mark(here: usize, key: &str) -> Option<Meaning> {
    Some(match key {
        "ArrowDown" | "ArrowRight" => Meaning::Move(here + 1),
        "ArrowUp" | "ArrowLeft" => Meaning::Move(here.saturating_sub(1)),
        "Home" => Meaning::Move(0),
        "End" => Meaning::Move(usize::MAX),
        "Enter" | " " => Meaning::Select(here),
        "Escape" => Meaning::Leave,
        "t" | "T" => Meaning::Switch,
        _ => return None,
    })
}

fn element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

/// The place in the reader's order of the mark that holds an element.
fn place(element: &Element) -> Option<usize> {
    let mark = element.closest("[data-place]").ok()??;
    mark.get_attribute(Name::DataPlace.name())?.parse().ok()
}
