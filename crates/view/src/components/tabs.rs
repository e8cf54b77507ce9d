//! The views as tabs.

use crate::figures::View;
use crate::markup::{Element, Name, Tag};
use crate::text::Text;
use gongkai_i18n::Locale;

pub fn tabs(current: View, locale: Locale, into: &mut Element) {
    let list = into.open(Tag::Div);
    list.set(Name::Class, "tabs")
        .set(Name::Part, "tabs")
        .set(Name::Role, "tablist")
        .set(Name::AriaLabel, Text::Views.text(locale));
    for view in View::ALL {
        let (selected, stop) = if *view == current {
            ("true", "0")
        } else {
            ("false", "-1")
        };
        list.open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::Role, "tab")
            .set(Name::Id, tab_id(*view))
            .set(Name::DataView, view.id())
            .set(Name::AriaSelected, selected)
            .set(Name::AriaControls, "panel")
            .set(Name::Tabindex, stop)
            .text(view.name(locale));
    }
}

pub fn tab_id(view: View) -> String {
    ["tab-", view.id()].concat()
}
