//! Builds paragraphs and tables from the text and its properties.

use super::File;
use super::MAIN_STREAM;
use super::characters::Characters;
use super::fib::Fib;
use super::paragraphs::ParagraphProperties;
use super::pieces::{Changes, Piece, compressed};
use crate::ImportError;
use crate::ole::{LittleEndian, damaged};
use crate::visible::visible;
use crate::word::tables::Tables;
use crate::word::{Limits, Node, Paragraph, Run};

/// A character of the text with its position in the main stream.
struct Character<'a> {
    c: char,
    at: usize,
    changes: Changes<'a>,
}

/// Reads the main text and then the text boxes.
pub(super) fn read(
    file: &File<'_>,
    fib: &Fib,
    pieces: &[Piece<'_>],
) -> Result<Vec<Node>, ImportError> {
    let mut body = Body {
        file,
        limits: Limits::default(),
        tables: Tables::default(),
        paragraph: Vec::new(),
        fields: Vec::new(),
    };
    body.read(pieces, 0, fib.main_text)?;
    let boxes = fib.main_text.saturating_add(fib.before_text_boxes);
    body.read(pieces, boxes, boxes.saturating_add(fib.text_boxes))?;
    Ok(body.tables.finish())
}

struct Body<'a> {
    file: &'a File<'a>,
    limits: Limits,
    tables: Tables,
    paragraph: Vec<Character<'a>>,
    /// For each open field, whether its instructions are being read.
    fields: Vec<bool>,
}

impl<'a> Body<'a> {
    /// Reads the characters from one number to another.
    fn read(&mut self, pieces: &[Piece<'a>], from: usize, to: usize) -> Result<(), ImportError> {
        let mut read = from;
        for piece in pieces {
            let (first, end) = (piece.from.max(from), piece.to.min(to));
            if first >= end {
                continue;
            }
            let skipped = first.saturating_sub(piece.from);
            let at = piece
                .at
                .saturating_add(skipped.saturating_mul(piece.width()));
            let length = (end - first).saturating_mul(piece.width());
            let bytes = self.file.text.part(at, length);
            let bytes = bytes.ok_or_else(|| damaged(MAIN_STREAM))?;
            self.piece(piece, at, bytes)?;
            read = read.saturating_add(end - first);
        }
        // Pieces that are missing are text that is missing.
        if read < to {
            return Err(damaged(MAIN_STREAM));
        }
        self.end_paragraph(false)
    }

    fn piece(&mut self, piece: &Piece<'a>, at: usize, bytes: &[u8]) -> Result<(), ImportError> {
        if piece.is_compressed {
            for (index, byte) in bytes.iter().enumerate() {
                self.character(compressed(*byte), at + index, piece.changes)?;
            }
            return Ok(());
        }
        let units = (0..bytes.len() / 2).filter_map(|index| bytes.u16_at(index * 2));
        let mut at = at;
        for c in char::decode_utf16(units) {
            let c = c.unwrap_or('\u{fffd}');
            self.character(c, at, piece.changes)?;
            at += c.len_utf16() * 2;
        }
        Ok(())
    }

    fn character(&mut self, c: char, at: usize, changes: Changes<'a>) -> Result<(), ImportError> {
        self.limits.character()?;
        self.paragraph.push(Character { c, at, changes });
        match c {
            '\r' => self.end_paragraph(false),
            '\u{7}' => self.end_paragraph(true),
            // The end of a section ends a paragraph, a page break does not.
            '\u{c}' if self.is_last_of_paragraph(at) => self.end_paragraph(false),
            _ => Ok(()),
        }
    }

    fn is_last_of_paragraph(&self, at: usize) -> bool {
        let range = self.file.paragraphs.at(at);
        range.is_none_or(|range| range.to <= at + 2)
    }

    /// Ends the paragraph, whose last character has its properties.
    fn end_paragraph(&mut self, ends_cell: bool) -> Result<(), ImportError> {
        let characters = std::mem::take(&mut self.paragraph);
        let Some(last) = characters.last() else {
            return Ok(());
        };
        self.limits.node()?;
        let range = self.file.paragraphs.at(last.at);
        let list = range.map(|range| range.properties).unwrap_or_default();
        let style = list.u16_at(0).unwrap_or_default();
        let mut properties = ParagraphProperties::default();
        for list in self.file.styles.paragraph(style) {
            properties.apply(list, self.file.data);
        }
        properties.apply(list.get(2..).unwrap_or_default(), self.file.data);
        properties.change(last.changes, self.file.data);
        let mut paragraph = self.text(&characters, style);
        paragraph.is_numbered = properties.is_numbered;
        paragraph.background = properties.background;
        let depth = properties.depth();
        self.tables.add(paragraph, depth, properties.end(ends_cell));
        Ok(())
    }

    /// The visible characters of a paragraph in a style, without its mark.
    fn text(&mut self, characters: &[Character<'_>], style: u16) -> Paragraph {
        let file = self.file;
        let styles = &file.styles;
        let mut base = Characters::default();
        for list in styles.characters(style) {
            base.apply(list, |_| None);
        }
        let of_style = |number: u16| Some(styles.characters(number).collect::<Vec<_>>().concat());
        let mut paragraph = Paragraph::default();
        let mut range: Option<(usize, usize, Characters)> = None;
        for character in characters {
            let at = character.at;
            let known = range.filter(|(from, to, _)| (*from..*to).contains(&at));
            let mut look = known.map(|(_, _, look)| look).unwrap_or_else(|| {
                let mut look = base;
                if let Some(found) = file.characters.at(at) {
                    look.apply(found.properties, of_style);
                    range = Some((found.from, found.to, look));
                }
                look
            });
            look.change(character.changes, of_style);
            let is_mark = matches!(character.c, '\r' | '\u{7}');
            if is_mark {
                paragraph.is_continued = character.c == '\r' && look.is_deleted;
                continue;
            }
            let is_instruction = self.fields.contains(&true);
            match character.c {
                '\u{13}' => {
                    if !is_instruction {
                        paragraph.runs.push(Run::FieldBegin);
                    }
                    self.fields.push(true);
                }
                '\u{14}' => {
                    if let Some(last) = self.fields.last_mut() {
                        *last = false;
                    }
                    if !self.fields.contains(&true) {
                        paragraph.runs.push(Run::FieldSeparate);
                    }
                }
                '\u{15}' => {
                    self.fields.pop();
                    if !self.fields.contains(&true) {
                        paragraph.runs.push(Run::FieldEnd);
                    }
                }
                _ if is_instruction => {}
                c if look.is_deleted => {
                    let is_marked = paragraph.runs.last() == Some(&Run::Deleted);
                    if !c.is_whitespace() && !is_marked {
                        paragraph.runs.push(Run::Deleted);
                    }
                }
                _ if look.is_symbol => paragraph.runs.push(Run::Object(look.look())),
                '\u{1}' | '\u{8}' if look.is_special => {
                    paragraph.runs.push(Run::Object(look.look()));
                }
                '\u{2}' | '\u{5}' if look.is_special => paragraph.runs.push(Run::NoteReference),
                '\u{b}' | '\u{c}' | '\u{e}' => paragraph.push('\n', look.look()),
                '\t' => paragraph.push('\t', look.look()),
                '\u{1e}' => paragraph.push('-', look.look()),
                c if c.is_control() => {}
                c => {
                    if let Some(c) = visible(c) {
                        paragraph.push(c, look.look());
                    }
                }
            }
        }
        paragraph
    }
}
