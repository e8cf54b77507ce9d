//! Builds paragraphs and tables from the tokens.

use super::fonts::Fonts;
use super::rows::RowDefinition;
use super::state::{Destination, State};
use super::tokens::{Token, Tokens};
use crate::ole::properties::code_page_encoding;
use crate::visible::visible;
use crate::word::tables::{End, Tables};
use crate::word::{Limits, MAX_DEPTH, Node, Paragraph, Run, too_many};
use crate::{ImportError, Resource};
use encoding_rs::{Encoding, WINDOWS_1252};

/// The deepest nesting of groups. Word writes a few dozen levels.
const MAX_LEVELS: usize = 2_000;

pub(super) fn read(bytes: &[u8]) -> Result<(Option<String>, Vec<Node>), ImportError> {
    let mut body = Body::default();
    for token in Tokens::of(bytes) {
        body.token(token)?;
        if body.is_done {
            break;
        }
    }
    // A file that ends before its last group is truncated.
    if !body.is_done {
        let part = "rtf".to_owned();
        return Err(ImportError::Damaged { part });
    }
    body.finish()
}

#[derive(Default)]
struct Body {
    fonts: Fonts,
    /// The encoding of the file.
    encoding: Option<&'static Encoding>,
    state: State,
    /// The states of the groups around the current one.
    outer: Vec<State>,
    is_done: bool,
    /// Bytes that are not decoded yet, all in one font.
    bytes: Vec<u8>,
    /// The first half of a character in two units.
    high: Option<u16>,
    /// How many bytes are still to be passed over, because they repeat a character of `\u`.
    replaced: usize,
    title: String,
    limits: Limits,
    paragraph: Paragraph,
    /// The paragraphs whose text boxes are being read.
    around_text_box: Vec<Paragraph>,
    tables: Tables,
    row: RowDefinition,
    nested_row: RowDefinition,
}

type Step = Result<(), ImportError>;

impl Body {
    fn token(&mut self, token: Token<'_>) -> Step {
        if let Token::Byte(byte) = token {
            self.state.is_new = false;
            return self.byte(byte);
        }
        self.decode()?;
        // `\u` may be followed by escaped bytes only.
        self.replaced = 0;
        match token {
            Token::Open => {
                if self.outer.len() >= MAX_LEVELS {
                    return Err(too_many(Resource::Blocks, MAX_LEVELS));
                }
                let inner = self.state.inner();
                self.outer.push(std::mem::replace(&mut self.state, inner));
            }
            Token::Close => return self.close(),
            Token::Word(word, number) => {
                let is_new = std::mem::take(&mut self.state.is_new);
                return self.word(word, number, is_new);
            }
            Token::Sign('*') if self.state.is_new => self.state.is_optional = true,
            Token::Sign(sign) => {
                self.state.is_new = false;
                match sign {
                    '~' => self.character('\u{a0}')?,
                    '_' => self.character('-')?,
                    '\\' | '{' | '}' => self.byte(u8::try_from(sign).unwrap_or(b'?'))?,
                    _ => {}
                }
            }
            Token::Byte(_) => {}
        }
        Ok(())
    }

    fn close(&mut self) -> Step {
        let is_body = self.state.destination == Destination::Body;
        if self.state.is_field && is_body {
            self.paragraph.runs.push(Run::FieldEnd);
        }
        if self.state.is_text_box {
            if !self.paragraph.runs.is_empty() {
                self.end(self.state.outer_depth, End::Paragraph)?;
            }
            self.paragraph = self.around_text_box.pop().unwrap_or_default();
        }
        match self.outer.pop() {
            Some(outer) => self.state = outer,
            None => self.is_done = true,
        }
        self.is_done |= self.outer.is_empty();
        Ok(())
    }

    fn byte(&mut self, byte: u8) -> Step {
        if self.replaced > 0 {
            self.replaced -= 1;
            return Ok(());
        }
        match self.state.destination {
            Destination::Skipped | Destination::Metadata | Destination::FontTable => Ok(()),
            Destination::ColorTable => {
                if byte == b';' {
                    self.fonts.colors.end();
                }
                Ok(())
            }
            Destination::Body | Destination::Title => {
                self.limits.character()?;
                self.bytes.push(byte);
                Ok(())
            }
        }
    }

    /// Decodes the bytes that were read.
    fn decode(&mut self) -> Step {
        if self.bytes.is_empty() {
            return Ok(());
        }
        let bytes = std::mem::take(&mut self.bytes);
        let encoding = self.encoding.unwrap_or(WINDOWS_1252);
        let text = self.fonts.decode(&bytes, self.state.font, encoding);
        text.chars().try_for_each(|c| self.character(c))
    }

    fn character(&mut self, c: char) -> Step {
        self.limits.character()?;
        match self.state.destination {
            Destination::Title => self.title.push(c),
            Destination::Body if self.state.is_deleted => {
                let is_marked = self.paragraph.runs.last() == Some(&Run::Deleted);
                if !c.is_whitespace() && !is_marked {
                    self.paragraph.runs.push(Run::Deleted);
                }
            }
            Destination::Body if self.fonts.is_symbols(self.state.font) && !c.is_whitespace() => {
                self.paragraph.runs.push(Run::Object(self.state.look));
            }
            Destination::Body => {
                let c = if c == '\t' || c == '\n' {
                    Some(c)
                } else {
                    visible(c)
                };
                if let Some(c) = c {
                    self.paragraph.push(c, self.state.look);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Reads a unit of UTF-16.
    fn unit(&mut self, number: i32) -> Step {
        let unit = u16::try_from(number & 0xffff).unwrap_or_default();
        self.replaced = self.state.replacements;
        let units = self.high.take().into_iter().chain([unit]);
        let is_high = (0xd800..0xdc00).contains(&unit);
        if is_high {
            self.high = Some(unit);
            return Ok(());
        }
        for c in char::decode_utf16(units) {
            self.character(c.unwrap_or('\u{fffd}'))?;
        }
        Ok(())
    }

    fn word(&mut self, word: &str, number: Option<i32>, is_new: bool) -> Step {
        if is_new && self.destination(word) {
            return Ok(());
        }
        match self.state.destination {
            Destination::Skipped | Destination::Metadata => return Ok(()),
            Destination::FontTable => {
                match (word, number) {
                    ("f", Some(font)) => self.fonts.start(font),
                    ("fcharset", Some(set)) => self.fonts.set(set),
                    _ => {}
                }
                return Ok(());
            }
            Destination::ColorTable => {
                let parts = ["red", "green", "blue"];
                if let Some(at) = parts.iter().position(|part| *part == word) {
                    self.fonts.colors.component(at, number.unwrap_or_default());
                }
                return Ok(());
            }
            Destination::Body | Destination::Title => {}
        }
        if self.look(word, number) || self.paragraph_property(word, number) {
            return Ok(());
        }
        let color = number.and_then(|number| self.fonts.colors.get(number));
        let row = if self.state.is_nested_row {
            &mut self.nested_row
        } else {
            &mut self.row
        };
        if row.set(word, number, color) {
            return Ok(());
        }
        match word {
            "ansicpg" => {
                let code_page = number.and_then(|number| u16::try_from(number).ok());
                self.encoding = code_page.and_then(code_page_encoding);
            }
            "u" => return self.unit(number.unwrap_or_default()),
            "uc" => {
                let count = number.and_then(|number| usize::try_from(number).ok());
                self.state.replacements = count.unwrap_or(1).min(100);
            }
            "par" | "sect" => return self.end(self.state.depth, End::Paragraph),
            "cell" => return self.end(1, End::Cell),
            "nestcell" => return self.end(self.state.depth.max(2), End::Cell),
            "row" => return self.end(1, End::Row(self.row.row())),
            "nestrow" => {
                let row = self.nested_row.row();
                return self.end(self.state.depth.max(2), End::Row(row));
            }
            "line" | "page" | "column" => return self.character('\n'),
            "tab" => return self.character('\t'),
            _ => {
                if let Some(c) = sign(word) {
                    return self.character(c);
                }
            }
        }
        Ok(())
    }

    /// Sets what the text of a group is for. Returns whether the word is a destination.
    fn destination(&mut self, word: &str) -> bool {
        let state = &mut self.state;
        let is_body = state.destination == Destination::Body;
        match word {
            "fonttbl" => state.destination = Destination::FontTable,
            "colortbl" => state.destination = Destination::ColorTable,
            "info" => state.destination = Destination::Metadata,
            "title" if state.destination == Destination::Metadata => {
                state.destination = Destination::Title;
            }
            "upr" => state.has_alternative = true,
            "ud" => {
                if let Some(outer) = self.outer.last() {
                    state.destination = outer.destination;
                }
            }
            "field" if is_body => {
                state.is_field = true;
                self.paragraph.runs.push(Run::FieldBegin);
            }
            "fldrslt" if is_body => self.paragraph.runs.push(Run::FieldSeparate),
            "pict" | "object" | "do" | "mmath" if is_body => {
                self.paragraph.runs.push(Run::Object(state.look));
                state.destination = Destination::Skipped;
            }
            "shp" if is_body => self.paragraph.runs.push(Run::Object(state.look)),
            "shptxt" if is_body => {
                state.is_text_box = true;
                state.outer_depth = state.depth;
                let paragraph = std::mem::take(&mut self.paragraph);
                self.around_text_box.push(paragraph);
            }
            "nesttableprops" if is_body => state.is_nested_row = true,
            "shpinst" | "shpgrp" | "shppict" if is_body => {}
            "footnote" | "annotation" if is_body => {
                self.paragraph.runs.push(Run::NoteReference);
                state.destination = Destination::Skipped;
            }
            "listtext" | "pntext" if is_body => {
                // The number that older programs show.
                state.destination = Destination::Skipped;
                if let Some(outer) = self.outer.last_mut() {
                    outer.is_numbered = true;
                }
            }
            word if SKIPPED.contains(&word) => state.destination = Destination::Skipped,
            _ if state.is_optional => state.destination = Destination::Skipped,
            _ => return false,
        }
        true
    }

    /// Sets a property of characters. Returns whether the word is one.
    fn look(&mut self, word: &str, number: Option<i32>) -> bool {
        let is_on = number != Some(0);
        let color = || number.and_then(|number| self.fonts.colors.get(number));
        let look = &mut self.state.look;
        match word {
            "plain" => self.state.reset_characters(),
            "v" => look.is_hidden = is_on,
            "strike" | "striked" => look.is_struck = is_on,
            "super" | "sub" => look.is_aligned = is_on,
            "nosupersub" => look.is_aligned = false,
            "up" => look.raised = number.unwrap_or(6),
            "dn" => look.raised = number.unwrap_or(6).saturating_neg(),
            "fs" => {
                look.size = number
                    .and_then(|size| u32::try_from(size).ok())
                    .unwrap_or(24)
            }
            "cf" => look.color = color(),
            "cb" | "chcbpat" | "highlight" => look.background = color(),
            "deleted" => self.state.is_deleted = is_on,
            "f" => self.state.font = number.unwrap_or_default(),
            _ => return false,
        }
        true
    }

    /// Sets a property of paragraphs. Returns whether the word is one.
    fn paragraph_property(&mut self, word: &str, number: Option<i32>) -> bool {
        let count = number.and_then(|number| usize::try_from(number).ok());
        let state = &mut self.state;
        match word {
            "pard" => state.reset_paragraph(),
            "intbl" => state.depth = state.depth.max(1),
            "itap" => state.depth = count.unwrap_or_default().min(MAX_DEPTH),
            "ls" => state.is_numbered = count.unwrap_or_default() > 0,
            "cbpat" => state.background = number.and_then(|number| self.fonts.colors.get(number)),
            _ => return false,
        }
        true
    }

    fn end(&mut self, depth: usize, end: End) -> Step {
        if self.state.destination != Destination::Body {
            return Ok(());
        }
        self.limits.node()?;
        let mut paragraph = std::mem::take(&mut self.paragraph);
        paragraph.is_numbered = self.state.is_numbered;
        paragraph.background = self.state.background;
        paragraph.is_continued = self.state.is_deleted && end == End::Paragraph;
        self.tables.add(paragraph, depth, end);
        Ok(())
    }

    fn finish(mut self) -> Result<(Option<String>, Vec<Node>), ImportError> {
        self.decode()?;
        if !self.paragraph.runs.is_empty() {
            self.end(self.state.depth, End::Paragraph)?;
        }
        let title = Some(self.title).filter(|title| !title.is_empty());
        Ok((title, self.tables.finish()))
    }
}

/// Destinations whose text is not part of the report's.
const SKIPPED: [&str; 25] = [
    "stylesheet",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "generator",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "nonshppict",
    "nonesttables",
    "shprslt",
    "fldinst",
    "xe",
    "tc",
    "rxe",
    "bkmkstart",
    "bkmkend",
    "filetbl",
    "sp",
];

/// The character that a word stands for.
fn sign(word: &str) -> Option<char> {
    Some(match word {
        "emdash" => '—',
        "endash" => '–',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "bullet" => '•',
        "emspace" | "enspace" | "qmspace" => ' ',
        _ => return None,
    })
}
