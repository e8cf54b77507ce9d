//! The attributes that affect where a page's text is shown and whether it is visible.

/// The longest value that is kept, in bytes. Longer ones are embedded pictures.
const LONGEST: usize = 4096;

/// The attributes of a start tag.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    pub is_hidden: bool,
    pub rowspan: Option<String>,
    pub colspan: Option<String>,
    pub style: Style,
    pub name: Option<String>,
    pub property: Option<String>,
    pub content: Option<String>,
    pub rel: Option<String>,
    pub href: Option<String>,
    pub value: Option<String>,
    pub alt: Option<String>,
    /// The `type` attribute.
    pub type_name: Option<String>,
}

/// The effects of a `style` attribute on the text of its element.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    /// Not rendered at all: `display:none`.
    pub is_not_rendered: bool,
    /// Invisible or struck out, but taking up space.
    pub is_invisible: bool,
    /// Shown on lines of its own.
    pub is_block: bool,
    /// Shown on the same line as its neighbours, but separated from them.
    pub is_separated: bool,
    /// White space is preserved.
    pub is_preformatted: bool,
}

impl Attributes {
    /// Sets an attribute. The first of two with the same name counts, except that a name without a value
    /// comes before its value.
    pub fn set(&mut self, name: &[u8], value: &[u8]) {
        let slot = match name {
            b"hidden" => {
                self.is_hidden = true;
                return;
            }
            b"style" => {
                self.style = Style::read(&text(value));
                return;
            }
            b"rowspan" => &mut self.rowspan,
            b"colspan" => &mut self.colspan,
            b"name" => &mut self.name,
            b"property" => &mut self.property,
            b"content" => &mut self.content,
            b"rel" => &mut self.rel,
            b"href" => &mut self.href,
            b"value" => &mut self.value,
            b"alt" => &mut self.alt,
            b"type" => &mut self.type_name,
            _ => return,
        };
        if slot.as_ref().is_none_or(String::is_empty) {
            *slot = Some(text(value));
        }
    }
}

fn text(value: &[u8]) -> String {
    let value = if value.len() <= LONGEST { value } else { b"" };
    String::from_utf8_lossy(value).into_owned()
}

impl Style {
    fn read(style: &str) -> Style {
        let style = style.to_ascii_lowercase();
        let mut read = Style::default();
        for declaration in style.split(';') {
            let Some((property, value)) = declaration.split_once(':') else {
                continue;
            };
            let value = value.trim().trim_end_matches("!important").trim_end();
            match (property.trim(), value) {
                ("display", "none") => read.is_not_rendered = true,
                ("display", "inline" | "contents") => {}
                ("display", value) if value.starts_with("inline-") => read.is_separated = true,
                ("display", _) => read.is_block = true,
                ("position", "absolute" | "fixed") => read.is_block = true,
                ("float", "left" | "right") => read.is_block = true,
                ("visibility", "hidden" | "collapse") => read.is_invisible = true,
                ("vertical-align", "super" | "sub") => read.is_separated = true,
                ("font-size", value) => read.is_invisible |= is_zero(value),
                ("text-decoration" | "text-decoration-line", value) => {
                    read.is_invisible |= value.contains("line-through");
                }
                ("white-space", value) => read.is_preformatted = value.starts_with("pre"),
                _ => {}
            }
        }
        read
    }
}

/// Whether a length is zero: 0, 0px, 0.0em.
fn is_zero(size: &str) -> bool {
    let unit = size.trim_start_matches(['0', '.']);
    unit.len() < size.len() && !unit.starts_with(|c: char| c.is_ascii_digit())
}

/// Parses a `colspan` or `rowspan` as HTML does: digits after white space, with anything after them.
pub(super) fn span(value: Option<&str>) -> Option<usize> {
    let value = value?.trim_start();
    let value = value.strip_prefix('+').unwrap_or(value);
    let digits: Vec<usize> = value
        .bytes()
        .take_while(u8::is_ascii_digit)
        .map(|digit| usize::from(digit - b'0'))
        .collect();
    (!digits.is_empty()).then(|| {
        digits.iter().fold(0_usize, |number, digit| {
            number.saturating_mul(10).saturating_add(*digit)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_as_html_reads_them() {
        assert_eq!(span(Some("2")), Some(2));
        assert_eq!(span(Some(" +3px")), Some(3));
        assert_eq!(span(Some("4294967295")), Some(4_294_967_295));
        assert_eq!(span(Some("99999999999999999999999")), Some(usize::MAX));
        assert_eq!(span(Some("-1")), None);
        assert_eq!(span(Some("")), None);
        assert_eq!(span(None), None);
    }

    #[test]
    fn a_style_hides_strikes_and_parts() {
        assert!(Style::read("color:red; DISPLAY : none !important").is_not_rendered);
        assert!(!Style::read("display:inline;mso-hide:all").is_block);
        assert!(Style::read("display:inline-block").is_separated);
        assert!(Style::read("vertical-align:super").is_separated);
        assert!(Style::read("font-size:0px").is_invisible);
        assert!(!Style::read("font-size:0.8em").is_invisible);
        assert!(Style::read("float:left").is_block);
        assert!(Style::read("text-decoration: underline line-through").is_invisible);
        assert!(Style::read("white-space: pre-wrap").is_preformatted);
    }
}
