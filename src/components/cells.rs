//! A table or a text, of which cells, rows or numbers may be selected.

use crate::vdom::highlighted;
use gongkai_view::components::Highlight;
use gongkai_view::markup::Element;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub element: Rc<Element>,
    /// One or more cells, separated by spaces.
    pub selected: Option<AttrValue>,
}

#[component]
pub fn Cells(props: &Props) -> Html {
    let highlight = Highlight {
        selected: props.selected.as_deref(),
        ..Highlight::default()
    };
    highlighted(&props.element, &highlight).into()
}
