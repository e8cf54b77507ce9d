//! The panel of a view, part by part: only the parts that change are compared with the page.

use super::cells::Cells;
use super::chart::Chart;
use super::detail::Detail;
use super::fixed::Fixed;
use crate::vdom::frame;
use gongkai_view::components::{Highlight, Panel, PartKind, TabStop};
use gongkai_view::markup::{Element, Name};
use std::rc::Rc;
use yew::prelude::*;

/// The parts of a panel, shared with the components that show them.
#[derive(PartialEq)]
pub struct PanelParts {
    frame: Element,
    parts: Vec<(PartKind, Rc<Element>)>,
}

impl PanelParts {
    pub fn new(panel: Panel) -> PanelParts {
        let parts = panel.parts.into_iter();
        PanelParts {
            frame: panel.frame,
            parts: parts
                .map(|part| (part.kind, Rc::new(part.element)))
                .collect(),
        }
    }

    /// The marks in reading order.
    pub fn stops(&self) -> Vec<TabStop> {
        TabStop::all(self.parts.iter().map(|(_, element)| &**element))
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub panel: Rc<PanelParts>,
    pub current: Option<AttrValue>,
    pub selected: Option<AttrValue>,
    /// The label of the mark that the reader points at.
    pub label: Option<AttrValue>,
    pub entry: usize,
}

#[component]
pub fn PanelView(props: &Props) -> Html {
    let Props { panel, .. } = props;
    let tab = panel.frame.get(Name::AriaLabelledby).unwrap_or_default();
    let part = |(place, (kind, element)): (usize, &(PartKind, Rc<Element>))| {
        let element = element.clone();
        // Each view has its own elements, so that choices opened in one are folded in the next.
        let key = [tab, "-", &place.to_string()].concat();
        match kind {
            PartKind::Fixed => html! { <Fixed {key} {element} /> },
            PartKind::Detail => html! { <Detail {key} {element} label={props.label.clone()} /> },
            PartKind::Cells => {
                html! { <Cells {key} {element} selected={props.selected.clone()} /> }
            }
            PartKind::Chart => html! {
                <Chart
                    {key}
                    {element}
                    current={props.current.clone()}
                    selected={props.selected.clone()}
                    entry={props.entry}
                />
            },
        }
    };
    let mut tag = frame(&panel.frame, &Highlight::default());
    tag.add_children(panel.parts.iter().enumerate().map(part));
    tag.into()
}
