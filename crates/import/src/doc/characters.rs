//! The properties of characters that decide how they are read.

use super::pieces::Changes;
use super::property::{Properties, Property};
use crate::ole::LittleEndian;
use crate::word::{Color, Look};

/// The properties of a run of characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Characters {
    is_hidden: bool,
    is_struck: bool,
    is_double_struck: bool,
    pub is_deleted: bool,
    /// Whether a control character stands for something other than text.
    pub is_special: bool,
    pub is_symbol: bool,
    is_aligned: bool,
    raised: i32,
    size: u32,
    color: Option<Color>,
    background: Option<Color>,
    highlight: Option<Color>,
}

/// The colors that are numbered from 1 on; 0 is the automatic color.
const COLORS: [Color; 16] = [
    [0, 0, 0],
    [0, 0, 255],
    [0, 255, 255],
    [0, 255, 0],
    [255, 0, 255],
    [255, 0, 0],
    [255, 255, 0],
    [255, 255, 255],
    [0, 0, 128],
    [0, 128, 128],
    [0, 128, 0],
    [128, 0, 128],
    [128, 0, 0],
    [128, 128, 0],
    [128, 128, 128],
    [192, 192, 192],
];

/// Half of black and white: neither dark nor white text has this color.
const GREY: Color = [128; 3];

impl Characters {
    pub fn look(&self) -> Look {
        Look {
            is_hidden: self.is_hidden,
            is_struck: self.is_struck || self.is_double_struck,
            is_aligned: self.is_aligned,
            raised: self.raised,
            size: self.size,
            color: self.color,
            background: self.highlight.or(self.background),
        }
    }

    /// Applies the properties in a list. `style` has those of the character style with a number.
    pub fn apply(&mut self, list: &[u8], style: impl Fn(u16) -> Option<Vec<u8>>) {
        // A list may reset the properties to those of the paragraph's style.
        let base = *self;
        let mut of_style = base;
        for property in Properties::of(list) {
            match property.number {
                // The number of a character style.
                0x4a30 => {
                    let list = style(property.short()).unwrap_or_default();
                    for property in Properties::of(&list) {
                        self.set(&property, &base);
                    }
                    of_style = *self;
                }
                0x2a33 => {
                    *self = Characters {
                        is_special: self.is_special,
                        ..base
                    };
                }
                _ => self.set(&property, &of_style),
            }
        }
    }

    /// Applies the changes of a piece.
    pub fn change(&mut self, changes: Changes<'_>, style: impl Fn(u16) -> Option<Vec<u8>>) {
        match changes {
            Changes::None => {}
            Changes::Several(list) => self.apply(list, style),
            Changes::One(number, value) => {
                let number = match number {
                    0x41 => 0x0800,
                    0x57 => 0x0837,
                    0x5c => 0x083c,
                    0x62 => 0x2a42,
                    0x68 => 0x2a48,
                    _ => return,
                };
                let value = &[value];
                self.set(&Property { number, value }, &Characters::default());
            }
        }
    }

    fn set(&mut self, property: &Property<'_>, style: &Characters) {
        let value = property.byte();
        let toggled = |of_style: bool| match value {
            0x80 => of_style,
            0x81 => !of_style,
            value => value != 0,
        };
        match property.number {
            0x0800 => self.is_deleted = value != 0,
            0x083c | 0x0818 => self.is_hidden = toggled(style.is_hidden),
            0x0837 => self.is_struck = toggled(style.is_struck),
            0x2a53 => self.is_double_struck = toggled(style.is_double_struck),
            0x0855 => self.is_special = value != 0,
            0x6a09 => {
                self.is_special = true;
                self.is_symbol = true;
            }
            0x2a48 => self.is_aligned = value != 0,
            0x4845 => self.raised = i32::from(property.short().cast_signed()),
            0x4a43 => self.size = u32::from(property.short()),
            0x2a42 => self.color = numbered_color(value),
            0x6870 => self.color = color(property.value),
            0x2a0c => self.highlight = numbered_color(value),
            0x4866 => self.background = old_shading(property.short()),
            0xca71 => self.background = shading(property.value),
            _ => {}
        }
    }
}

fn numbered_color(number: u8) -> Option<Color> {
    let at = usize::from(number).checked_sub(1)?;
    COLORS.get(at).copied()
}

/// A color of four bytes. `None` for the automatic color.
pub(super) fn color(value: &[u8]) -> Option<Color> {
    let [red, green, blue, kind] = *value.part(0, 4)? else {
        return None;
    };
    (kind != 0xff).then_some([red, green, blue])
}

/// The color that a pattern of two colors shows, roughly. `None` for the automatic color.
fn pattern(fore: Option<Color>, back: Option<Color>, pattern: u16) -> Option<Color> {
    match pattern {
        0 | 0xffff => back,
        1 => Some(fore.unwrap_or([0; 3])),
        // From 2.5 to 20 percent of the foreground.
        2..=5 | 35..=37 if fore.is_none() && back.is_none() => Some([230; 3]),
        _ => Some(GREY),
    }
}

/// A shading in two bytes: numbers of two colors and of a pattern.
pub(super) fn old_shading(value: u16) -> Option<Color> {
    let part = |shift: u16, mask: u16| u8::try_from((value >> shift) & mask).unwrap_or_default();
    let (fore, back) = (numbered_color(part(0, 31)), numbered_color(part(5, 31)));
    pattern(fore, back, value >> 10)
}

/// A shading in ten bytes: two colors and a pattern.
pub(super) fn shading(value: &[u8]) -> Option<Color> {
    let back = color(value.get(4..)?);
    pattern(color(value), back, value.u16_at(8)?)
}
