//! The views as tabs, and the text size.

use crate::figures::View;
use crate::markup::{Element, Name, Tag};
use crate::text::Text;
use gongkai_i18n::Locale;
use gongkai_model::text::concat;

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
    text_size(locale, into);
}

/// The buttons that make the text smaller and larger. They are answered by web/text-size.js.
pub fn text_size(locale: Locale, into: &mut Element) {
    let sizes = into.open(Tag::Div);
    sizes.set(Name::Class, "sizes");
    for (step, sign, name) in [
        ("-1", "A−", Text::SmallerText),
        ("1", "A+", Text::LargerText),
    ] {
        sizes
            .open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::DataSize, step)
            .set(Name::AriaLabel, name.text(locale))
            .text(sign);
    }
}

pub fn tab_id(view: View) -> String {
    concat(&["tab-", view.id()])
}
