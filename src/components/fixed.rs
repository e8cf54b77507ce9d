//! A part of a panel that depends on nothing that the reader points at or selects.

use crate::vdom::plain;
use gongkai_view::markup::Element;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub element: Rc<Element>,
}

#[component]
pub fn Fixed(props: &Props) -> Html {
    plain(&props.element)
}
