//! A drawing as SVG: one tab stop, every mark an element with a name.

use super::meaning;
use super::shape::{shape, translate};
use super::words::SUMMARY;
use crate::charts::{Drawing, Mark, px};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, Node};
use yew::prelude::*;

/// What the reader did in the chart; marks are meant by their place in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartEvent {
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

/// `current` is under the pointer or the keyboard, `selected` is settled on; both are keys.
pub fn chart(
    drawing: &Drawing,
    label: &str,
    selected: Option<&str>,
    current: Option<&str>,
    on: &Callback<ChartEvent>,
) -> Html {
    let place = |key: Option<&str>| {
        drawing
            .marks
            .iter()
            .position(|mark| Some(mark.key.as_str()) == key)
    };
    // Where Tab enters: at what is current, else selected, else the first.
    let entry = place(current).or_else(|| place(selected)).unwrap_or(0);
    let onkeydown = meaning(on, |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return None;
        }
        let here = place_of(event.target())?;
        let meant = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => ChartEvent::Move(here + 1),
            "ArrowUp" | "ArrowLeft" => ChartEvent::Move(here.saturating_sub(1)),
            "Home" => ChartEvent::Move(0),
            "End" => ChartEvent::Move(usize::MAX),
            "Enter" | " " => ChartEvent::Select(here),
            "Escape" => ChartEvent::Leave,
            "t" | "T" => ChartEvent::Switch,
            _ => return None,
        };
        event.prevent_default();
        Some(meant)
    });
    let onmouseover = meaning(on, |event: MouseEvent| {
        place_of(event.target()).map(ChartEvent::Point)
    });
    let onfocusin = meaning(on, |event: FocusEvent| {
        place_of(event.target()).map(ChartEvent::Point)
    });
    let onclick = meaning(on, |event: MouseEvent| {
        place_of(event.target()).map(ChartEvent::Select)
    });
    let onmouseout = meaning(on, |event: MouseEvent| {
        let from: Element = event.target()?.dyn_into().ok()?;
        let chart = from.closest(".figure").ok()??;
        let to: Option<Node> = event.related_target().and_then(|to| to.dyn_into().ok());
        (!chart.contains(to.as_ref())).then_some(ChartEvent::Unpoint)
    });
    let count = drawing.marks.len().to_string();
    let (width, height) = (px(drawing.width), px(drawing.height));
    html! {
        <svg
            class="figure"
            part="figure"
            role="listbox"
            aria-label={label.to_owned()}
            aria-describedby={SUMMARY}
            viewBox={format!("0 0 {width} {height}")}
            {width} {height}
            {onkeydown} {onmouseover} {onmouseout} {onfocusin} {onclick}
        >
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="hatch-ground" width="6" height="6" />
                    <rect class="hatch-line" width="2.5" height="6" />
                </pattern>
            </defs>
            <g class="guides" aria-hidden="true">{ for drawing.guides.iter().map(shape) }</g>
            // In an order that no choice changes, so that a mark that moves is the same element and
            // can glide; the reader's order is in aria-posinset and in the keys.
            { for stable_order(&drawing.marks).into_iter().map(|(place, mark)| {
                let is = |key: Option<&str>| key == Some(mark.key.as_str());
                html! {
                    <g
                        key={mark.key.clone()}
                        class="mark"
                        data-current={is(current).then_some("")}
                        role="option"
                        data-key={mark.key.clone()}
                        data-place={place.to_string()}
                        transform={translate(mark.x, mark.y)}
                        tabindex={if place == entry { "0" } else { "-1" }}
                        aria-label={mark.label.clone()}
                        aria-selected={if is(selected) { "true" } else { "false" }}
                        aria-posinset={(place + 1).to_string()}
                        aria-setsize={count.clone()}
                    >
                        <rect class="target" width={px(mark.width)} height={px(mark.height)} rx="3" />
                        { for mark.shapes.iter().map(shape) }
                    </g>
                }
            }) }
        </svg>
    }
}

/// The marks with their place in the reader's order, sorted by what no choice changes: by key,
/// but shorter ones first, so that the tenth comes after the second.
fn stable_order(marks: &[Mark]) -> Vec<(usize, &Mark)> {
    let mut order: Vec<(usize, &Mark)> = Vec::with_capacity(marks.len());
    let rank = |mark: &Mark| (mark.key.len(), mark.key.clone());
    for (place, mark) in marks.iter().enumerate() {
        let at = order.partition_point(|(_, other)| rank(other) < rank(mark));
        order.insert(at, (place, mark));
    }
    order
}

/// The place in the reader's order of the mark that holds `target`.
fn place_of(target: Option<EventTarget>) -> Option<usize> {
    let element: Element = target?.dyn_into().ok()?;
    let mark = element.closest("[data-place]").ok()??;
    mark.get_attribute("data-place")?.parse().ok()
}
