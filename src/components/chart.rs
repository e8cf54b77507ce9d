//! A chart: one tab stop, of whose marks one is current and one may be selected.

use crate::vdom::highlighted;
use gongkai_view::components::Highlight;
use gongkai_view::markup::Element;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub element: Rc<Element>,
    /// The key of the mark that the reader points at.
    pub current: Option<AttrValue>,
    pub selected: Option<AttrValue>,
    /// The place of the mark that Tab enters at.
    pub entry: usize,
}

#[component]
pub fn Chart(props: &Props) -> Html {
    let highlight = Highlight {
        current: props.current.as_deref(),
        selected: props.selected.as_deref(),
        entry: props.entry,
    };
    highlighted(&props.element, &highlight).into()
}
