//! Colours, as far as they decide whether text can be seen on its background.

use lopdf::{Document, Object};

/// Colours that differ by less than this in every component look alike.
const CONTRAST: f64 = 0.1;

/// A colour that was set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Color {
    /// Red, green and blue from 0 to 1.
    Rgb([f64; 3]),
    /// A pattern, or a colour of a space that is not evaluated.
    Unknown,
}

impl Color {
    pub(super) const BLACK: Color = Color::Rgb([0.0; 3]);
    pub(super) const WHITE: Color = Color::Rgb([1.0; 3]);

    /// Whether text of this colour cannot be seen on the other. Unknown colours are visible.
    pub(super) fn is_lost_on(self, other: Color) -> bool {
        let (Color::Rgb(one), Color::Rgb(other)) = (self, other) else {
            return false;
        };
        one.iter()
            .zip(other)
            .all(|(one, other)| (one - other).abs() < CONTRAST)
    }
}

/// A colour space, by how its components become red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColorSpace {
    Gray,
    Rgb,
    Cmyk,
    /// An amount of ink of one kind: 0 is white.
    Tint,
    Unknown,
}

impl ColorSpace {
    /// Reads the name or array that describes a colour space (ISO 32000-1, 8.6).
    pub(super) fn read(file: &Document, space: &Object) -> ColorSpace {
        let array = space.as_array().ok();
        let name = match array {
            Some(array) => array.first().and_then(|first| first.as_name().ok()),
            None => space.as_name().ok(),
        };
        match name {
            Some(b"DeviceGray" | b"CalGray" | b"G") => ColorSpace::Gray,
            Some(b"DeviceRGB" | b"CalRGB" | b"RGB") => ColorSpace::Rgb,
            Some(b"DeviceCMYK" | b"CMYK") => ColorSpace::Cmyk,
            Some(b"Separation") => ColorSpace::Tint,
            Some(b"ICCBased") => {
                let profile = array.and_then(|array| array.get(1));
                let profile = profile.and_then(|profile| file.dereference(profile).ok());
                let profile = profile.and_then(|(_, profile)| profile.as_stream().ok());
                let components = profile.and_then(|profile| {
                    let count = profile.dict.get_deref(b"N", file).ok()?;
                    count.as_i64().ok()
                });
                match components {
                    Some(1) => ColorSpace::Gray,
                    Some(3) => ColorSpace::Rgb,
                    Some(4) => ColorSpace::Cmyk,
                    _ => ColorSpace::Unknown,
                }
            }
            _ => ColorSpace::Unknown,
        }
    }

    /// The colour that a space starts with.
    pub(super) fn initial(self) -> Color {
        match self {
            ColorSpace::Unknown => Color::Unknown,
            _ => Color::BLACK,
        }
    }

    pub(super) fn color(self, components: &[f64]) -> Color {
        match (self, components) {
            (ColorSpace::Gray, [gray]) => Color::Rgb([*gray; 3]),
            (ColorSpace::Tint, [tint]) => Color::Rgb([1.0 - tint; 3]),
            (ColorSpace::Rgb, [red, green, blue]) => Color::Rgb([*red, *green, *blue]),
            (ColorSpace::Cmyk, [cyan, magenta, yellow, black]) => {
                let light = |ink: f64| (1.0 - ink - black).max(0.0);
                Color::Rgb([light(*cyan), light(*magenta), light(*yellow)])
            }
            _ => Color::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_is_lost_on_white_however_it_is_set() {
        let white = [
            ColorSpace::Gray.color(&[1.0]),
            ColorSpace::Rgb.color(&[1.0, 0.98, 1.0]),
            ColorSpace::Cmyk.color(&[0.0; 4]),
            ColorSpace::Tint.color(&[0.0]),
        ];
        for color in white {
            assert!(color.is_lost_on(Color::WHITE), "{color:?}");
            assert!(!color.is_lost_on(Color::BLACK), "{color:?}");
        }
        assert!(!Color::Unknown.is_lost_on(Color::Unknown));
    }
}
