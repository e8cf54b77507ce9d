//! The views as tabs.

use crate::vdom::plain;
use gongkai_i18n::Locale;
use gongkai_view::components::tabs;
use gongkai_view::figures::View;
use gongkai_view::markup::{Element, Node, Tag};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: View,
    pub locale: Locale,
}

#[component]
pub fn Tabs(props: &Props) -> Html {
    let mut holder = Element::new(Tag::Div);
    tabs(props.view, props.locale, &mut holder);
    let elements = holder.inside.iter().filter_map(|node| match node {
        Node::Element(element) => Some(plain(element)),
        Node::Text(_) => None,
    });
    elements.collect()
}
