//! The effects of styles on where text is shown and whether it is seen.

/// A color as red, green and blue.
pub(super) type Color = [u8; 3];

/// Stands for a background that is not known, such as a picture.
const UNKNOWN: Color = [128; 3];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Display {
    #[default]
    Inline,
    None,
    /// On the same line as its neighbours, but separated from them.
    Separated,
    Block,
}

/// The effects of style sheets and of a `style` attribute on the text of an element. Later declarations
/// take precedence over earlier ones.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Style {
    display: Display,
    is_positioned: bool,
    is_shifted: bool,
    is_floating: bool,
    is_unseen: bool,
    is_transparent: bool,
    is_far_away: bool,
    is_struck: bool,
    is_aligned: bool,
    is_raised: bool,
    is_relative: bool,
    /// White space is preserved.
    pub is_preformatted: bool,
    /// Whether its font size is zero, if it sets one.
    pub is_zero: Option<bool>,
    /// Its font size in pixels, if it states one.
    pub font_size: Option<f32>,
    pub color: Option<Color>,
    pub background: Option<Color>,
    /// Whether it has a picture behind its text.
    pub has_picture: bool,
    /// Whether a rule that may apply would hide or separate the text.
    pub is_doubtful: bool,
}

impl Style {
    /// Applies the declarations of a rule or a `style` attribute.
    pub fn apply(&mut self, declarations: &str) {
        let declarations = declarations.to_ascii_lowercase();
        for declaration in declarations.split(';') {
            if let Some((property, value)) = declaration.split_once(':') {
                let value = value.trim().trim_end_matches("!important").trim_end();
                self.set(property.trim(), value);
            }
        }
    }

    fn set(&mut self, property: &str, value: &str) {
        match property {
            "display" => {
                self.display = match value {
                    "none" => Display::None,
                    "inline" | "contents" => Display::Inline,
                    value if value.starts_with("inline-") => Display::Separated,
                    _ => Display::Block,
                }
            }
            "position" => {
                self.is_positioned = matches!(value, "absolute" | "fixed");
                self.is_relative = value == "relative";
            }
            "top" | "bottom" => {
                self.is_shifted = value.starts_with(['-', '.']) && is_length(value)
                    || value.starts_with(|c: char| c.is_ascii_digit()) && is_length(value);
                self.is_far_away |= is_far(value);
            }
            "left" | "right" | "text-indent" | "margin-left" | "margin-top" => {
                self.is_far_away |= is_far(value);
            }
            "float" => self.is_floating = matches!(value, "left" | "right"),
            "visibility" => self.is_unseen = matches!(value, "hidden" | "collapse"),
            "opacity" => self.is_transparent = is_zero(value),
            "clip" => self.is_transparent = value.starts_with("rect(") && !value.contains("auto"),
            "vertical-align" => {
                let is_word = matches!(value, "super" | "sub" | "text-top" | "top");
                self.is_aligned = is_word || is_length(value);
            }
            "mso-text-raise" => self.is_raised = is_length(value),
            "font-size" => {
                self.is_zero = font_size(value);
                self.font_size = pixels(value);
            }
            "text-decoration" | "text-decoration-line" => {
                self.is_struck = value.contains("line-through");
            }
            "white-space" => self.is_preformatted = value.starts_with("pre"),
            "color" => self.set_color(value),
            "background" | "background-color" | "background-image" => self.set_background(value),
            _ => {}
        }
    }

    pub fn set_color(&mut self, value: &str) {
        if value == "transparent" {
            self.is_transparent = true;
        } else {
            self.is_transparent = false;
            self.color = color(value).or(self.color);
        }
    }

    pub fn set_background(&mut self, value: &str) {
        if matches!(value, "" | "none" | "transparent" | "inherit" | "initial") {
            return;
        }
        let first = value.split_ascii_whitespace().next().unwrap_or_default();
        let is_picture = value.contains("url(") || value.contains("gradient");
        let known = color(value).or_else(|| color(first));
        self.has_picture = is_picture;
        self.background = known.filter(|_| !is_picture).or(Some(UNKNOWN));
    }

    /// Not rendered at all.
    pub fn is_not_rendered(&self) -> bool {
        self.display == Display::None
    }

    /// Invisible or struck out, but taking up space.
    pub fn is_invisible(&self) -> bool {
        self.is_unseen || self.is_transparent || self.is_far_away || self.is_struck
    }

    /// Shown on lines of its own.
    pub fn is_block(&self) -> bool {
        self.display == Display::Block || self.is_positioned || self.is_floating
    }

    /// Shown on the same line as its neighbours, but separated from them.
    pub fn is_separated(&self) -> bool {
        let is_moved = self.is_relative && self.is_shifted;
        self.display == Display::Separated || self.is_aligned || self.is_raised || is_moved
    }

    /// Whether the text may look different or be hidden because of these.
    pub fn hides_or_separates(&self) -> bool {
        let is_hidden = self.is_not_rendered() || self.is_invisible();
        is_hidden || self.is_separated() || self.is_zero == Some(true)
    }

    /// Whether what is inside inherits something that decides whether it is seen.
    pub fn is_inherited(&self) -> bool {
        self.is_zero.is_some() || self.color.is_some() || self.background.is_some()
    }
}

/// Whether a font size is zero. `None` if it depends on that of the element around it.
fn font_size(value: &str) -> Option<bool> {
    if is_zero(value) {
        return Some(true);
    }
    let is_relative = value.ends_with('%') || value.ends_with("em") && !value.ends_with("rem");
    let is_known = !is_relative && !matches!(value, "inherit" | "smaller" | "larger" | "unset");
    is_known.then_some(false)
}

/// A font size in pixels.
fn pixels(value: &str) -> Option<f32> {
    let number = |unit| value.strip_suffix(unit)?.trim().parse::<f32>().ok();
    let points = || number("pt").map(|points| points * 4.0 / 3.0);
    number("px").or_else(points)
}

/// Whether a length is zero: 0, 0px, 0.0em.
fn is_zero(size: &str) -> bool {
    let unit = size.trim_start_matches(['0', '.']);
    unit.len() < size.len() && !unit.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a value is a length other than zero.
fn is_length(value: &str) -> bool {
    let value = value.trim_start_matches(['-', '+']);
    value.starts_with(|c: char| c.is_ascii_digit() || c == '.') && !is_zero(value)
}

/// Whether a distance moves text off the page.
fn is_far(value: &str) -> bool {
    let Some(distance) = value.strip_prefix('-') else {
        return false;
    };
    let unit = distance.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = distance.get(..distance.len().saturating_sub(unit.len()));
    let number = number.and_then(|number| number.parse::<f32>().ok());
    let far = if matches!(unit, "em" | "rem" | "%") {
        40.0
    } else {
        500.0
    };
    number.is_some_and(|number| number >= far)
}

/// Reads a color. `None` if it is not known.
pub(super) fn color(value: &str) -> Option<Color> {
    let value = value.trim();
    if let Some(digits) = value.strip_prefix('#') {
        return hexadecimal(digits);
    }
    if let Some(inside) = value.strip_prefix("rgb") {
        let inside = inside.trim_start_matches('a').strip_prefix('(')?;
        let inside = inside.trim_end_matches(')');
        let mut parts = inside
            .split([',', ' ', '/'])
            .filter(|part| !part.is_empty());
        let mut next = || parts.next()?.trim().parse::<u8>().ok();
        return Some([next()?, next()?, next()?]);
    }
    Some(match value {
        "white" => [255; 3],
        "snow" | "ghostwhite" | "ivory" | "floralwhite" | "mintcream" | "azure" => [250; 3],
        "whitesmoke" => [245; 3],
        "black" | "windowtext" => [0; 3],
        "red" => [255, 0, 0],
        "blue" => [0, 0, 255],
        "green" => [0, 128, 0],
        "yellow" => [255, 255, 0],
        "gray" | "grey" => [128; 3],
        _ => hexadecimal(value)?,
    })
}

fn hexadecimal(digits: &str) -> Option<Color> {
    let number = u32::from_str_radix(digits, 16).ok()?;
    match digits.len() {
        3 => {
            let [_, _, high, low] = number.to_be_bytes();
            Some([high * 17, (low >> 4) * 17, (low & 15) * 17])
        }
        6 | 8 => {
            let number = if digits.len() == 8 {
                number >> 8
            } else {
                number
            };
            let [_, red, green, blue] = number.to_be_bytes();
            Some([red, green, blue])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(style: &str) -> Style {
        let mut read = Style::default();
        read.apply(style);
        read
    }

    #[test]
    fn a_style_hides_strikes_and_parts() {
        assert!(read("color:red; DISPLAY : none !important").is_not_rendered());
        assert!(!read("display:inline;mso-hide:all").is_block());
        assert!(read("display:inline-block").is_separated());
        assert!(read("vertical-align:super").is_separated());
        assert!(read("vertical-align:3pt").is_separated());
        assert!(!read("vertical-align:baseline").is_separated());
        assert!(!read("vertical-align:middle").is_separated());
        assert!(read("position:relative;top:-3.0pt").is_separated());
        assert!(!read("position:relative;top:0").is_separated());
        assert!(read("mso-text-raise:3.0pt").is_separated());
        assert_eq!(read("font-size:0px").is_zero, Some(true));
        assert_eq!(read("font-size:0.8em").is_zero, None);
        assert_eq!(read("font-size:12px").is_zero, Some(false));
        assert!(read("float:left").is_block());
        assert!(read("text-decoration: underline line-through").is_invisible());
        assert!(read("opacity:0").is_invisible());
        assert!(!read("opacity:0.9").is_invisible());
        assert!(read("text-indent:-9999px").is_invisible());
        assert!(!read("text-indent:-21pt").is_invisible());
        assert!(read("color:transparent").is_invisible());
        assert!(read("white-space: pre-wrap").is_preformatted);
    }

    #[test]
    fn colors_are_read() {
        assert_eq!(color("#fff"), Some([255; 3]));
        assert_eq!(color("#FF0080"), Some([255, 0, 128]));
        assert_eq!(color("rgb(255, 255, 255)"), Some([255; 3]));
        assert_eq!(color("rgba(1,2,3,.5)"), Some([1, 2, 3]));
        assert_eq!(color("inherit"), None);
        assert_eq!(read("background:#fff url(a.png)").background, Some(UNKNOWN));
        assert_eq!(
            read("background: #0070c0 none").background,
            Some([0, 112, 192])
        );
    }
}
