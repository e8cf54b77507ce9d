//! The label of the active mark, which the script places beside the mark.

use crate::vdom::plain;
use gongkai_view::components::detail_line;
use gongkai_view::markup::Element;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Empty and hidden.
    pub element: Rc<Element>,
    pub label: Option<AttrValue>,
}

#[component]
pub fn Detail(props: &Props) -> Html {
    match &props.label {
        Some(label) => plain(&detail_line(&props.element, label)),
        None => plain(&props.element),
    }
}
