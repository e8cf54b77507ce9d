//! The attributes that affect where a page's text is shown and whether it is visible.

use super::style::Style;

/// The longest value that is kept, in bytes. Longer ones are embedded pictures.
const LONGEST: usize = 4096;

/// The attributes of a start tag.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    pub is_hidden: bool,
    pub class: Option<String>,
    pub id: Option<String>,
    /// The `style` attribute.
    pub own_style: Option<String>,
    pub color: Option<String>,
    pub background: Option<String>,
    pub width: Option<String>,
    pub height: Option<String>,
    pub src: Option<String>,
    pub data: Option<String>,
    pub rowspan: Option<String>,
    pub colspan: Option<String>,
    /// The effects of the page's style sheets and of the `style` attribute.
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

impl Attributes {
    /// Sets an attribute. The first of two with the same name counts, except that a name without a value
    /// comes before its value.
    pub fn set(&mut self, name: &[u8], value: &[u8]) {
        let slot = match name {
            b"hidden" => {
                self.is_hidden = true;
                return;
            }
            b"style" => &mut self.own_style,
            b"class" => &mut self.class,
            b"id" => &mut self.id,
            b"color" => &mut self.color,
            b"bgcolor" => &mut self.background,
            b"width" => &mut self.width,
            b"height" => &mut self.height,
            b"src" => &mut self.src,
            b"data" => &mut self.data,
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
}
