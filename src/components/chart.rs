//! A drawing as SVG: one tab stop, every mark an element with a name.

use super::shape::{px, shape, translate};
use crate::charts::{Drawing, Mark};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub drawing: Rc<Drawing>,
    pub label: AttrValue,
    /// The id of the element that says in words what the chart shows.
    pub described_by: AttrValue,
    pub selected: Option<AttrValue>,
    /// The mark under the pointer or the keyboard.
    pub current: Option<AttrValue>,
    pub on_point: Callback<Option<AttrValue>>,
    pub on_select: Callback<AttrValue>,
    /// The reader leaves the chart by key.
    pub on_leave: Callback<()>,
    pub on_switch: Callback<()>,
}

#[component]
pub fn Chart(props: &Props) -> Html {
    let svg = use_node_ref();
    let drawing = &props.drawing;
    let at = |key: &Option<AttrValue>| {
        let key = key.as_deref()?;
        drawing.marks.iter().position(|mark| mark.key == key)
    };
    // Where Tab enters: at what is current, else selected, else the first.
    let entry = at(&props.current)
        .or_else(|| at(&props.selected))
        .unwrap_or(0);

    let onkeydown = {
        let (drawing, svg) = (drawing.clone(), svg.clone());
        let (on_select, on_leave) = (props.on_select.clone(), props.on_leave.clone());
        let (on_point, on_switch) = (props.on_point.clone(), props.on_switch.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let Some(here) = index_of(event.target()) else {
                return;
            };
            let last = drawing.marks.len().saturating_sub(1);
            let next = match event.key().as_str() {
                "ArrowDown" | "ArrowRight" => (here + 1).min(last),
                "ArrowUp" | "ArrowLeft" => here.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                "Enter" | " " => {
                    event.prevent_default();
                    if let Some(mark) = drawing.marks.get(here) {
                        on_select.emit(mark.key.clone().into());
                    }
                    return;
                }
                "Escape" => {
                    event.prevent_default();
                    on_leave.emit(());
                    return;
                }
                "t" | "T" => {
                    event.prevent_default();
                    on_switch.emit(());
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            if let Some(mark) = drawing.marks.get(next) {
                on_point.emit(Some(mark.key.clone().into()));
                focus(&svg, next);
            }
        })
    };
    let point = {
        let (drawing, on_point) = (drawing.clone(), props.on_point.clone());
        move |target: Option<web_sys::EventTarget>| {
            if let Some(mark) = index_of(target).and_then(|index| drawing.marks.get(index)) {
                on_point.emit(Some(mark.key.clone().into()));
            }
        }
    };
    let onmouseover = {
        let point = point.clone();
        Callback::from(move |event: MouseEvent| point(event.target()))
    };
    let onfocusin = Callback::from(move |event: FocusEvent| point(event.target()));
    let onmouseout = {
        let (svg, on_point) = (svg.clone(), props.on_point.clone());
        Callback::from(move |event: MouseEvent| {
            let to = event
                .related_target()
                .and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            let stays = svg
                .cast::<Element>()
                .is_some_and(|svg| svg.contains(to.as_ref()));
            if !stays {
                on_point.emit(None);
            }
        })
    };
    let onclick = {
        let (drawing, on_select) = (drawing.clone(), props.on_select.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(mark) = index_of(event.target()).and_then(|index| drawing.marks.get(index))
            {
                on_select.emit(mark.key.clone().into());
            }
        })
    };

    let is = |key: &Option<AttrValue>, mark: &Mark| key.as_deref() == Some(mark.key.as_str());
    let count = drawing.marks.len().to_string();
    html! {
        <svg
            class="figure"
            part="figure"
            role="listbox"
            aria-label={props.label.clone()}
            aria-describedby={props.described_by.clone()}
            width={px(drawing.width)}
            height={px(drawing.height)}
            viewBox={format!("0 0 {} {}", px(drawing.width), px(drawing.height))}
            ref={svg}
            {onkeydown} {onmouseover} {onmouseout} {onfocusin} {onclick}
        >
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="hatch-ground" width="6" height="6" />
                    <rect class="hatch-line" width="2.5" height="6" />
                </pattern>
            </defs>
            <g class="guides" aria-hidden="true">{ for drawing.guides.iter().map(shape) }</g>
            // In the file's order whatever the sorting, so that a mark that moves is the same element
            // and can glide; the reader's order is in aria-posinset and in the keys.
            { for stable_order(&drawing.marks).into_iter().map(|(index, mark)| html! {
                <g
                    key={mark.key.clone()}
                    class={classes!("mark", is(&props.current, mark).then_some("current"), is(&props.selected, mark).then_some("selected"))}
                    role="option"
                    data-key={mark.key.clone()}
                    data-index={index.to_string()}
                    transform={translate(mark.x, mark.y)}
                    tabindex={if index == entry { "0" } else { "-1" }}
                    aria-label={mark.label.clone()}
                    aria-selected={if is(&props.selected, mark) { "true" } else { "false" }}
                    aria-posinset={(index + 1).to_string()}
                    aria-setsize={count.clone()}
                >
                    <rect class="target" width={px(mark.width)} height={px(mark.height)} rx="3" />
                    { for mark.shapes.iter().map(shape) }
                </g>
            }) }
        </svg>
    }
}

/// The marks with their place in the reader's order, sorted by what no choice changes.
fn stable_order(marks: &[Mark]) -> Vec<(usize, &Mark)> {
    let mut order: Vec<(usize, &Mark)> = marks.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| (a.key.len(), &a.key).cmp(&(b.key.len(), &b.key)));
    order
}

/// The place in the reader's order of the mark that holds `target`.
fn index_of(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let element = target?.dyn_into::<Element>().ok()?;
    let mark = element.closest("[data-index]").ok()??;
    mark.get_attribute("data-index")?.parse().ok()
}

fn focus(svg: &NodeRef, index: usize) {
    let mark = svg
        .cast::<Element>()
        .and_then(|svg| {
            svg.query_selector(&format!("[data-index=\"{index}\"]"))
                .ok()
                .flatten()
        })
        .and_then(|mark| mark.dyn_into::<SvgElement>().ok());
    if let Some(mark) = mark {
        let _ = mark.focus();
    }
}
