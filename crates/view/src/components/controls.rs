//! The reader's choices, each a group of buttons of which one is pressed.

use crate::figures::Control;
use crate::markup::{Element, Name, Tag};
use crate::text::Text;
use gongkai_i18n::Locale;

/// Folds the choices behind one line that says what is chosen, so that the figure begins on the first screen
/// of a phone.
pub fn options(choices: &[Control], locale: Locale, into: &mut Element) {
    if choices.is_empty() {
        return;
    }
    let details = into.open(Tag::Details);
    details.set(Name::Class, "options");
    let summary = details.open(Tag::Summary);
    summary.text(Text::Options.text(locale));
    for (place, choice) in choices.iter().enumerate() {
        if place > 0 {
            summary.text(" · ");
        }
        let mut options = choice.options.iter();
        if let Some(&(_, label)) = options.find(|(value, _)| *value == choice.current) {
            summary.text(label);
        }
    }
    controls(choices, details);
}

pub fn controls(controls: &[Control], into: &mut Element) {
    if controls.is_empty() {
        return;
    }
    let all = into.open(Tag::Div);
    all.set(Name::Class, "controls").set(Name::Part, "controls");
    for control in controls {
        let group = all.open(Tag::Div);
        group.key = Some(control.id.to_owned());
        group
            .set(Name::Class, "control")
            .set(Name::Role, "group")
            .set(Name::AriaLabel, control.label);
        group
            .open(Tag::Span)
            .set(Name::Class, "control-label")
            .set(Name::AriaHidden, "true")
            .text(control.label);
        for &(value, label) in &control.options {
            let pressed = if value == control.current {
                "true"
            } else {
                "false"
            };
            group
                .open(Tag::Button)
                .set(Name::Type, "button")
                .set(Name::DataChoice, control.id)
                .set(Name::DataValue, value)
                .set(Name::AriaPressed, pressed)
                .text(label);
        }
    }
}
