//! Elements as nodes of Yew's virtual DOM, with what the reader points at and has selected.

use gongkai_view::components::Highlight;
use gongkai_view::markup::{Element, Name, Node, Tag};
use std::borrow::Cow;
use std::cell::RefCell;
use yew::AttrValue;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VNode, VTag, VText};

/// An element that nothing is highlighted in.
pub fn plain(element: &Element) -> VNode {
    highlighted(element, &Highlight::default()).into()
}

/// An element with its highlighted marks and cells.
pub fn highlighted(element: &Element, highlight: &Highlight<'_>) -> VTag {
    let mut tag = frame(element, highlight);
    for node in &element.inside {
        tag.add_child(match node {
            Node::Element(element) => highlighted(element, highlight).into(),
            Node::Text(text) => VText::new(text.to_string()).into(),
        });
    }
    tag
}

/// An element with its attributes and nothing inside.
pub fn frame(element: &Element, highlight: &Highlight<'_>) -> VTag {
    let mut tag = VTag::new(AttrValue::Static(element.tag.name()));
    tag.key = element.key.as_deref().map(Key::from);
    let mut names: Vec<Name> = Vec::with_capacity(element.attributes.len() + 3);
    let mut values = Vec::with_capacity(element.attributes.len() + 3);
    let mut set = |name: Name, value: Option<AttrValue>| {
        names.push(name);
        values.push(value.map(AttributeOrProperty::Attribute));
    };
    for (name, value) in &element.attributes {
        if (element.tag, *name) == (Tag::Input, Name::Value) {
            // The attribute is only what a field begins with.
            tag.set_value(value.to_string());
            continue;
        }
        let value = match value {
            Cow::Borrowed(text) => AttrValue::Static(text),
            Cow::Owned(text) => AttrValue::from(text.as_str()),
        };
        set(*name, Some(value));
    }
    for (name, value) in highlight.attributes(element) {
        set(name, value.map(AttrValue::Static));
    }
    tag.set_attributes(attributes(names, values));
    tag
}

/// A list of attributes, and the same as the names that Yew wants.
type NameList = (Vec<Name>, &'static [&'static str]);

thread_local! {
    /// Every list of attributes that has occurred: some fifty, whatever is shown.
    static LISTS: RefCell<Vec<NameList>> = const { RefCell::new(Vec::new()) };
}

/// Yew compares the attributes of two elements one by one where their names are the same list, and
/// such a list must live for ever.
fn attributes(names: Vec<Name>, values: Vec<Option<AttributeOrProperty>>) -> Attributes {
    let keys = LISTS.with_borrow_mut(|lists| {
        let known = lists.iter().find(|(list, _)| *list == names);
        if let Some((_, list)) = known {
            return *list;
        }
        let list: Vec<&'static str> = names.iter().map(|name| name.name()).collect();
        let list: &'static [&'static str] = list.leak();
        lists.push((names, list));
        list
    });
    Attributes::Dynamic {
        keys,
        values: values.into(),
    }
}
