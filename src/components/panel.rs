//! The panel of a view, part by part: only the parts that change are compared with the page.

use super::cells::Cells;
use super::chart::Chart;
use super::detail::Detail;
use super::fixed::Fixed;
use crate::vdom::frame;
use gongkai_view::components::{Highlight, Panel, PartKind, TabStop};
use gongkai_view::markup::Element;
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
    let part = |(kind, element): &(PartKind, Rc<Element>)| {
        let element = element.clone();
        match kind {
            PartKind::Fixed => html! { <Fixed {element} /> },
            PartKind::Detail => html! { <Detail {element} label={props.label.clone()} /> },
            PartKind::Cells => html! { <Cells {element} selected={props.selected.clone()} /> },
            PartKind::Chart => html! {
                <Chart
                    {element}
                    current={props.current.clone()}
                    selected={props.selected.clone()}
                    entry={props.entry}
                />
            },
        }
    };
    let mut tag = frame(&panel.frame, &Highlight::default());
    tag.add_children(panel.parts.iter().map(part));
    tag.into()
}
