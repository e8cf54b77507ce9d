//! From plain elements to what Yew compares with the page, with what changes at every movement of
//! the pointer filled in: the current and the selected mark, and the line of details.

use gongkai_view::markup::{Element, Name, Node, Tag};
use std::cell::RefCell;
use yew::AttrValue;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VTag, VText};

/// What the reader points at and has settled on.
#[derive(Clone, Copy, Default)]
pub struct Look<'a> {
    pub current: Option<&'a str>,
    /// One or more cells, with spaces between.
    pub selected: Option<&'a str>,
    /// Said in place of the hint.
    pub detail: Option<&'a str>,
    /// The mark that the keyboard comes to first.
    pub entry: usize,
}

/// Whether what is selected is `key`, in it, or holds it: a cell is in its row, and a row in its
/// group.
pub fn covers(selected: Option<&str>, key: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    selected
        .into_iter()
        .flat_map(|cells| cells.split(' '))
        .any(|cell| within(cell, key) || within(key, cell))
}

pub fn node(element: &Element, look: &Look<'_>) -> VTag {
    let mut tag = VTag::new(AttrValue::Static(element.tag.name()));
    tag.key = element.key.as_deref().map(Key::from);
    let mut names: Vec<&'static str> = Vec::with_capacity(element.attributes.len() + 3);
    let mut values = Vec::with_capacity(element.attributes.len() + 3);
    let mut set = |name: Name, value: Option<AttrValue>| {
        names.push(name.name());
        values.push(value.map(AttributeOrProperty::Attribute));
    };
    let told = look
        .detail
        .filter(|_| element.get(Name::DataHint).is_some());
    for (name, value) in &element.attributes {
        if (element.tag, *name) == (Tag::Input, Name::Value) {
            // The attribute is only what a field begins with.
            tag.set_value(value.to_string());
            continue;
        }
        let value = match value {
            std::borrow::Cow::Borrowed(text) => AttrValue::Static(text),
            std::borrow::Cow::Owned(text) => AttrValue::from(text.as_str()),
        };
        let hidden = *name == Name::DataHint && told.is_some();
        set(*name, (!hidden).then_some(value));
    }
    let flag = |so: bool| so.then_some(AttrValue::Static(""));
    if let Some(key) = element.get(Name::DataKey) {
        let selected = covers(look.selected, key);
        if let Some(place) = element.get(Name::DataPlace) {
            let is_entry = place.parse() == Ok(look.entry);
            set(Name::DataCurrent, flag(look.current == Some(key)));
            set(
                Name::Tabindex,
                Some(AttrValue::Static(if is_entry { "0" } else { "-1" })),
            );
            set(
                Name::AriaSelected,
                Some(AttrValue::Static(if selected { "true" } else { "false" })),
            );
        } else {
            set(Name::DataSelected, flag(selected));
        }
    }
    tag.set_attributes(attributes(names, values));
    match told {
        Some(detail) => tag.add_child(VText::new(detail.to_owned()).into()),
        None => {
            for inside in &element.inside {
                tag.add_child(match inside {
                    Node::Element(element) => node(element, look).into(),
                    Node::Text(text) => VText::new(text.to_string()).into(),
                });
            }
        }
    }
    tag
}

thread_local! {
    /// Every list of names that has been seen: some fifty, whatever is shown.
    static LISTS: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// Yew compares the attributes of two elements place by place where their names are one list, and
/// such a list must live for ever.
fn attributes(names: Vec<&'static str>, values: Vec<Option<AttributeOrProperty>>) -> Attributes {
    let keys = LISTS.with_borrow_mut(|lists| {
        let known = lists.iter().find(|list| ***list == *names);
        match known {
            Some(list) => *list,
            None => {
                let list: &'static [&'static str] = names.leak();
                lists.push(list);
                list
            }
        }
    });
    Attributes::Dynamic {
        keys,
        values: values.into(),
    }
}
