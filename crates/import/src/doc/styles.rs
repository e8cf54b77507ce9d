//! The styles of a Word file, by their numbers ([MS-DOC] 2.9.271).

use crate::ole::LittleEndian;

#[derive(Debug, Default)]
struct Style<'a> {
    based_on: usize,
    paragraph: &'a [u8],
    characters: &'a [u8],
}

#[derive(Debug, Default)]
pub(super) struct Styles<'a> {
    styles: Vec<Style<'a>>,
}

/// A longer chain of styles based on each other is a circle.
const MAX_CHAIN: usize = 12;

const PARAGRAPH_STYLE: u16 = 1;
const CHARACTER_STYLE: u16 = 2;

impl<'a> Styles<'a> {
    /// Reads the styles up to the first that is cut off.
    pub fn read(part: &'a [u8]) -> Styles<'a> {
        let mut styles = Styles::default();
        let header = usize::from(part.u16_at(0).unwrap_or_default());
        let count = part.u16_at(2).unwrap_or_default();
        // How long the part of each style is that all have.
        let base = usize::from(part.u16_at(4).unwrap_or_default());
        let mut at = header + 2;
        for _ in 0..count {
            let Some(length) = part.u16_at(at).map(usize::from) else {
                break;
            };
            let Some(style) = part.part(at + 2, length) else {
                break;
            };
            styles
                .styles
                .push(read_style(style, base).unwrap_or_default());
            at += 2 + length + length % 2;
        }
        styles
    }

    /// The style and those that it is based on, the last of these first.
    fn chain(&self, number: u16) -> Vec<&Style<'a>> {
        let mut chain = Vec::new();
        let mut number = usize::from(number);
        while let Some(style) = self.styles.get(number)
            && chain.len() < MAX_CHAIN
        {
            chain.push(style);
            number = style.based_on;
        }
        chain.reverse();
        chain
    }

    /// The lists of paragraph properties of a style.
    pub fn paragraph(&self, number: u16) -> impl Iterator<Item = &'a [u8]> {
        let chain = self.chain(number).into_iter();
        chain.map(|style| style.paragraph)
    }

    /// The lists of character properties of a style.
    pub fn characters(&self, number: u16) -> impl Iterator<Item = &'a [u8]> {
        let chain = self.chain(number).into_iter();
        chain.map(|style| style.characters)
    }
}

fn read_style(style: &[u8], base: usize) -> Option<Style<'_>> {
    let (kind, based_on) = (style.u16_at(2)? & 15, style.u16_at(2)? >> 4);
    let name = usize::from(style.u16_at(base)?);
    // After the name and its final zero come the lists, each at an even position.
    let mut at = base + 2 + (name + 1) * 2;
    let mut list = || {
        at += at % 2;
        let length = usize::from(style.u16_at(at)?);
        let list = style.part(at + 2, length)?;
        at += 2 + length;
        Some(list)
    };
    let mut read = Style {
        based_on: usize::from(based_on),
        ..Style::default()
    };
    match kind {
        PARAGRAPH_STYLE => {
            // The number of the style itself comes first.
            read.paragraph = list().and_then(|list| list.get(2..)).unwrap_or_default();
            read.characters = list().unwrap_or_default();
        }
        CHARACTER_STYLE => read.characters = list().unwrap_or_default(),
        _ => {}
    }
    Some(read)
}
