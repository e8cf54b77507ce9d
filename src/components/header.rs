//! Whose report this is and for which year, and where it comes from.

use crate::vdom::plain;
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::components::{header, source_line};
use gongkai_view::markup::{Element, Node, Tag};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct Props {
    pub report: Rc<Report>,
    pub locale: Locale,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.report, &other.report) && self.locale == other.locale
    }
}

#[component]
pub fn Header(props: &Props) -> Html {
    let mut holder = Element::new(Tag::Div);
    header(&props.report, props.locale, &mut holder);
    content(&holder)
}

#[component]
pub fn SourceLine(props: &Props) -> Html {
    let mut holder = Element::new(Tag::Div);
    source_line(&props.report, props.locale, &mut holder);
    content(&holder)
}

fn content(holder: &Element) -> Html {
    let elements = holder.inside.iter().filter_map(|node| match node {
        Node::Element(element) => Some(plain(element)),
        Node::Text(_) => None,
    });
    elements.collect()
}
