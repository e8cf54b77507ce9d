//! A [`Context`] as text, in which one module hands it to another of the same version.
//!
//! Tokens end with U+001F. Each begins with its kind; tags and attributes are their numbers.

use super::context::{Context, YearsPanel};
use super::panel::{Part, PartKind};
use crate::markup::{Element, Name, Node, Tag};
use gongkai_model::text::split;

const END: char = '\u{1f}';
/// The character of the tag and of the attribute with the number 0.
const FIRST: u32 = 0x100;

const KINDS: [(char, PartKind); 4] = [
    ('f', PartKind::Fixed),
    ('d', PartKind::Detail),
    ('m', PartKind::Chart),
    ('c', PartKind::Cells),
];

impl Context {
    /// Writes the context for [`Context::decode`].
    pub fn encode(&self) -> String {
        let mut out = String::new();
        for (key, tile) in &self.tiles {
            token('i', key, &mut out);
            write(tile, &mut out);
        }
        if self.has_years {
            token('y', "", &mut out);
        }
        if let Some(years) = &self.years {
            token('h', &years.title, &mut out);
            for part in &years.parts {
                let kind = KINDS.iter().find(|(_, kind)| *kind == part.kind);
                token(kind.map_or('f', |(kind, _)| *kind), "", &mut out);
                write(&part.element, &mut out);
            }
        }
        for (kind, elements) in [('n', &self.notes), ('v', &self.checks)] {
            for element in elements {
                token(kind, "", &mut out);
                write(element, &mut out);
            }
        }
        out
    }

    /// Reads what [`Context::encode`] has written; anything else is left out.
    pub fn decode(text: &str) -> Context {
        let mut context = Context::default();
        let mut tokens = split(text, END as u8);
        while let Some((kind, text)) = next(&mut tokens) {
            match kind {
                'y' => context.has_years = true,
                'h' => {
                    context.years = Some(YearsPanel {
                        title: text.to_owned(),
                        parts: Vec::new(),
                    });
                }
                _ => {
                    let Some(element) = read(&mut tokens) else {
                        break;
                    };
                    let part = KINDS.iter().find(|(part, _)| *part == kind);
                    match (kind, part, &mut context.years) {
                        ('i', ..) => context.tiles.push((text.to_owned(), element)),
                        ('n', ..) => context.notes.push(element),
                        ('v', ..) => context.checks.push(element),
                        (_, Some(&(_, kind)), Some(years)) => {
                            years.parts.push(Part { kind, element });
                        }
                        _ => {}
                    }
                }
            }
        }
        context
    }
}

fn token(kind: char, text: &str, out: &mut String) {
    out.push(kind);
    // The end of a token is no character that a page can show.
    out.extend(text.chars().filter(|c| *c != END));
    out.push(END);
}

fn number(number: usize) -> char {
    let number = u32::try_from(number).unwrap_or_default();
    char::from_u32(FIRST.saturating_add(number)).unwrap_or_default()
}

fn write(element: &Element, out: &mut String) {
    out.push('<');
    out.push(number(element.tag as usize));
    out.push(END);
    if let Some(key) = &element.key {
        token('#', key, out);
    }
    for (name, value) in &element.attributes {
        out.push('@');
        out.push(number(*name as usize));
        out.extend(value.chars().filter(|c| *c != END));
        out.push(END);
    }
    for node in &element.inside {
        match node {
            Node::Element(element) => write(element, out),
            Node::Text(text) => token('t', text, out),
        }
    }
    token('>', "", out);
}

fn next<'a>(tokens: &mut impl Iterator<Item = &'a str>) -> Option<(char, &'a str)> {
    let token = tokens.next()?;
    let mut chars = token.chars();
    Some((chars.next()?, chars.as_str()))
}

/// Reads the name with the number that a token begins with, and what follows it.
fn named<'a, T: Copy>(names: &[T], text: &'a str) -> Option<(T, &'a str)> {
    let mut chars = text.chars();
    let number = u32::from(chars.next()?).checked_sub(FIRST)?;
    let name = names.get(usize::try_from(number).ok()?)?;
    Some((*name, chars.as_str()))
}

/// Reads one element with all that is inside.
fn read<'a>(tokens: &mut impl Iterator<Item = &'a str>) -> Option<Element> {
    let mut open: Vec<Element> = Vec::new();
    while let Some((kind, text)) = next(tokens) {
        match kind {
            '<' => open.push(Element::new(named(Tag::ALL, text)?.0)),
            '>' => {
                let element = open.pop()?;
                match open.last_mut() {
                    Some(outer) => outer.push(element),
                    None => return Some(element),
                }
            }
            _ => {
                let element = open.last_mut()?;
                match kind {
                    '#' => element.key = Some(text.to_owned()),
                    't' => {
                        element.text(text.to_owned());
                    }
                    _ => {
                        let (name, value) = named(Name::ALL, text)?;
                        element.set(name, value.to_owned());
                    }
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_context_is_read_back_as_it_was_written() {
        let mut element = Element::new(Tag::Div);
        element
            .set(Name::Class, "context")
            .set(Name::Y2, "")
            .text("<甲>\n");
        element.open(Tag::Ul).open(Tag::Li).key = Some("k".to_owned());
        element.text("");
        let part = |kind| Part {
            kind,
            element: element.clone(),
        };
        let context = Context {
            tiles: vec![("disclosure".to_owned(), element.clone())],
            has_years: true,
            years: Some(YearsPanel {
                title: "历年".to_owned(),
                parts: KINDS.iter().map(|(_, kind)| part(*kind)).collect(),
            }),
            notes: vec![element.clone(), Element::new(Tag::P)],
            checks: vec![element.clone()],
        };
        assert_eq!(Context::decode(&context.encode()), context);
        assert_eq!(Context::decode(""), Context::default());
    }

    #[test]
    fn what_is_cut_off_is_left_out_and_nothing_panics() {
        let mut element = Element::new(Tag::P);
        element.text("text");
        let context = Context {
            notes: vec![element],
            ..Context::default()
        };
        let whole = context.encode();
        for (at, _) in whole.char_indices() {
            let read = Context::decode(&whole[..at]);
            assert!(read.notes.len() <= 1);
        }
    }

    #[test]
    fn the_end_of_a_token_in_a_text_ends_none() {
        let mut element = Element::new(Tag::P);
        element.text("a\u{1f}b");
        let context = Context {
            notes: vec![element],
            ..Context::default()
        };
        let read = Context::decode(&context.encode());
        assert_eq!(
            read.notes.first().map(Element::words).as_deref(),
            Some("ab")
        );
    }
}
