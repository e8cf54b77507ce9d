//! The reader's choices, each a group of buttons of which one is pressed.

use crate::figures::Control;
use crate::markup::{Element, Name, Tag};

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
