//! A tab for each way to compare.

use crate::choice::PanelKind;
use crate::messages::CompareText;
use crate::view_model::ViewModel;
use gongkai_i18n::Locale;
use gongkai_view::markup::{Element, Name, Tag};

fn tab_label(locale: Locale, panel: PanelKind) -> &'static str {
    let text = match panel {
        PanelKind::Trend => CompareText::Trend,
        PanelKind::Multiples => CompareText::Multiples,
        PanelKind::Distribution => CompareText::Distribution,
        PanelKind::AgencyTable => CompareText::AgencyTable,
        PanelKind::Sums => CompareText::Sums,
        PanelKind::YearOverYear => CompareText::YearOverYear,
        PanelKind::Checks => CompareText::Checks,
    };
    text.text(locale)
}

pub(crate) fn tabs(model: &ViewModel) -> Element {
    let locale = model.locale();
    let mut list = Element::new(Tag::Div);
    list.set(Name::Class, "tabs")
        .set(Name::Part, "tabs")
        .set(Name::Role, "tablist")
        .set(Name::AriaLabel, CompareText::Tabs.text(locale));
    for panel in PanelKind::ALL {
        let is_selected = panel == model.choice().panel;
        list.open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::Role, "tab")
            .set(Name::Id, panel.tab_id())
            .set(Name::DataChoice, "kind")
            .set(Name::DataValue, panel.id())
            .set(
                Name::AriaSelected,
                if is_selected { "true" } else { "false" },
            )
            .set(Name::AriaControls, "panel")
            .set(Name::Tabindex, if is_selected { "0" } else { "-1" })
            .text(tab_label(locale, panel));
    }
    list
}
