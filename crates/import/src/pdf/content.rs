//! What the pages draw: characters and rules with their positions (ISO 32000-1, 8 and 9).

use super::font::Font;
use super::geometry::{Drawn, Frame, Matrix};
use super::lexer::{Lexer, Token};
use super::path::{Path, Rules};
use super::state::State;
use super::upright::{Mark, upright};
use super::{UNPACKED, unpacked};
use crate::ImportError;
use lopdf::{Dictionary, Document, Error, Object, Stream};
use std::collections::HashMap;
use std::rc::Rc;

/// Content inside content; a few levels occur.
const LEVELS: usize = 16;
/// Saved states, and words before an operator; nobody's file has as many.
const STATES: usize = 512;
const WORDS: usize = 65_536;
/// What one page may draw, in bytes of its content: it bounds the memory that its characters take.
const PAGE: usize = 16 << 20;
/// What a stream counts for at least, in bytes: small ones that draw each other are many.
const STREAM: usize = 512;

/// Draws page after page and keeps the fonts.
pub(super) struct Painter<'a> {
    file: &'a Document,
    fonts: HashMap<usize, Rc<Font>>,
    /// How much more content is read, in bytes, over all pages.
    left: usize,
    /// Visible characters, and how many of them the file does not name.
    pub(super) characters: usize,
    pub(super) unnamed: usize,
    /// A font whose characters are not named.
    pub(super) unnamed_font: Option<String>,
}

/// A stream of content that is being drawn.
struct Level<'a> {
    lexer: Lexer,
    resources: Option<&'a Dictionary>,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    path: Path,
    /// For each open mark, whether it is around a page's header or footer.
    marks: Vec<bool>,
}

impl<'a> Level<'a> {
    fn new(bytes: Vec<u8>, resources: Option<&'a Dictionary>, state: State) -> Level<'a> {
        Level {
            lexer: Lexer::new(bytes),
            resources,
            state,
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            path: Path::default(),
            marks: Vec::new(),
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }
}

/// What a page has drawn so far.
#[derive(Default)]
struct Page {
    marks: Vec<Mark>,
    rules: Rules,
    spaced: bool,
    /// How much of [`PAGE`] is taken.
    bytes: usize,
}

impl<'a> Painter<'a> {
    pub(super) fn new(file: &'a Document) -> Painter<'a> {
        Painter {
            file,
            fonts: HashMap::new(),
            left: UNPACKED,
            characters: 0,
            unnamed: 0,
            unnamed_font: None,
        }
    }

    /// # Errors
    /// [`ImportError::TooMany`] and [`lopdf::Error`] as [`ImportError::Damaged`] with `part`.
    pub(super) fn page(
        &mut self,
        contents: &[&Stream],
        resources: Option<&'a Dictionary>,
        frame: Frame,
        part: &str,
    ) -> Result<Drawn, ImportError> {
        let mut page = Page::default();
        let mut bytes = Vec::new();
        for stream in contents {
            bytes.extend(self.content(stream, &mut page, part)?);
            // Words do not go on in the next stream.
            bytes.push(b'\n');
        }
        let mut levels = vec![Level::new(bytes, resources, State::new(frame.matrix))];
        while let Some(level) = levels.last_mut() {
            let Some(form) = self.draw(level, &mut page) else {
                levels.pop();
                continue;
            };
            if levels.len() < LEVELS {
                let inner = self.form(form, &levels, &mut page, part)?;
                levels.push(inner);
            }
        }
        Ok(upright(page.marks, page.rules, frame))
    }

    fn content(
        &mut self,
        stream: &Stream,
        page: &mut Page,
        part: &str,
    ) -> Result<Vec<u8>, ImportError> {
        let room = PAGE.saturating_sub(page.bytes).min(self.left);
        let bytes = stream.get_plain_content_with_limit(room);
        let bytes = bytes.map_err(|error| match error {
            Error::Decompress(_) if is_limit(&error) => unpacked(),
            _ => super::damaged(part),
        })?;
        // What is not packed is not limited by the library.
        if bytes.len() > room || room == 0 {
            return Err(unpacked());
        }
        let cost = bytes.len().max(STREAM);
        page.bytes = page.bytes.saturating_add(cost);
        self.left = self.left.saturating_sub(cost);
        Ok(bytes)
    }

    /// A piece of content that stands by itself (8.10).
    fn form(
        &mut self,
        form: &'a Stream,
        levels: &[Level<'a>],
        page: &mut Page,
        part: &str,
    ) -> Result<Level<'a>, ImportError> {
        let bytes = self.content(form, page, part)?;
        let outer = levels.last();
        let own = form.dict.get_deref(b"Resources", self.file);
        let resources = own.and_then(Object::as_dict).ok();
        let mut state = match outer {
            Some(outer) => outer.state.clone(),
            None => State::new(Matrix::IDENTITY),
        };
        if let Ok(matrix) = form.dict.get_deref(b"Matrix", self.file) {
            state.matrix = numbers(matrix).map_or(state.matrix, |m| Matrix(m).then(state.matrix));
        }
        let resources = resources.or(outer.and_then(|outer| outer.resources));
        let mut level = Level::new(bytes, resources, state);
        let is_running = outer.is_some_and(|outer| outer.marks.contains(&true));
        level.marks.push(is_running);
        Ok(level)
    }

    /// Draws up to the next form, which is returned, or to the end.
    fn draw(&mut self, level: &mut Level<'a>, page: &mut Page) -> Option<&'a Stream> {
        let mut words: Vec<Token> = Vec::new();
        while let Some(token) = level.lexer.next() {
            let Token::Operator(operator) = token else {
                if words.len() < WORDS {
                    words.push(token);
                }
                continue;
            };
            if operator == b"Do" {
                let form = self.picture(level, &words, page);
                if form.is_some() {
                    return form;
                }
            } else if !paint(level, &operator, &words, page)
                && !self.write(level, &operator, &words, page)
            {
                set(level, &operator, &words);
            }
            words.clear();
        }
        None
    }

    fn picture(&self, level: &Level<'a>, words: &[Token], page: &mut Page) -> Option<&'a Stream> {
        let Some(Token::Name(name)) = words.last() else {
            return None;
        };
        let listed = level.resources?.get_deref(b"XObject", self.file).ok()?;
        let object = listed.as_dict().ok()?.get_deref(name, self.file).ok()?;
        let stream = object.as_stream().ok()?;
        let kind = stream.dict.get(b"Subtype").and_then(Object::as_name);
        if matches!(kind, Ok(b"Form")) {
            return Some(stream);
        }
        // Some programs draw rules as pictures of a point.
        let mut square = Path::default();
        square.rectangle(level.state.matrix, [0.0, 0.0, 1.0, 1.0]);
        square.fill(&mut page.rules);
        None
    }

    /// Fonts and text; whether the operator is one of theirs.
    fn write(
        &mut self,
        level: &mut Level<'a>,
        operator: &[u8],
        words: &[Token],
        page: &mut Page,
    ) -> bool {
        match operator {
            b"Tf" => {
                if let [.., Token::Name(name), Token::Number(size)] = words {
                    level.state.font = self.font(level.resources, name);
                    level.state.size = *size;
                }
            }
            b"gs" => self.state(level, words),
            b"Tj" | b"TJ" => self.show(level, words, page),
            b"'" | b"\"" => {
                if let (b"\"", [Token::Number(word), Token::Number(letter), ..]) = (operator, words)
                {
                    level.state.between_words = *word;
                    level.state.between_letters = *letter;
                }
                let leading = level.state.leading;
                level.next_line(0.0, -leading);
                let text = words.len().saturating_sub(1);
                self.show(level, words.get(text..).unwrap_or_default(), page);
            }
            _ => return false,
        }
        true
    }

    fn font(&mut self, resources: Option<&'a Dictionary>, name: &[u8]) -> Option<Rc<Font>> {
        let fonts = resources?.get_deref(b"Font", self.file).ok()?;
        let font = fonts.as_dict().ok()?.get_deref(name, self.file).ok()?;
        self.known(font.as_dict().ok()?)
    }

    fn known(&mut self, font: &'a Dictionary) -> Option<Rc<Font>> {
        // The file is not changed meanwhile, so every font stays where it is.
        let place = std::ptr::from_ref(font).addr();
        let file = self.file;
        let read = || Rc::new(Font::read(file, font));
        Some(self.fonts.entry(place).or_insert_with(read).clone())
    }

    /// A named set of settings, which may hold a font.
    fn state(&mut self, level: &mut Level<'a>, words: &[Token]) {
        let found = || {
            let Some(Token::Name(name)) = words.last() else {
                return None;
            };
            let listed = level.resources?.get_deref(b"ExtGState", self.file).ok()?;
            let set = listed.as_dict().ok()?.get_deref(name, self.file).ok()?;
            let font = set.as_dict().ok()?.get_deref(b"Font", self.file).ok()?;
            let [font, size] = font.as_array().ok()?.as_slice() else {
                return None;
            };
            let (_, font) = self.file.dereference(font).ok()?;
            Some((font.as_dict().ok()?, size.as_float().ok()?))
        };
        if let Some((font, size)) = found() {
            level.state.font = self.known(font);
            level.state.size = f64::from(size);
        }
    }

    fn show(&mut self, level: &mut Level<'a>, words: &[Token], page: &mut Page) {
        let Some(font) = level.state.font.clone() else {
            return;
        };
        for word in words {
            match word {
                Token::Number(back) => {
                    let by = -back / 1000.0 * level.state.size;
                    advance(level, &font, by);
                }
                Token::Text(bytes) => self.text(level, &font, bytes, page),
                _ => {}
            }
        }
    }

    fn text(&mut self, level: &mut Level<'a>, font: &Font, bytes: &[u8], page: &mut Page) {
        for code in font.codes(bytes) {
            let state = &level.state;
            let size = state.size;
            let scale = Matrix([size * state.stretch, 0.0, 0.0, size, 0.0, state.rise]);
            let matrix = scale.then(level.text).then(state.matrix);
            let is_shown = !state.is_invisible && !level.marks.contains(&true);
            let is_blank = code
                .text
                .as_deref()
                .is_some_and(|text| text.trim().is_empty());
            page.spaced |= is_blank;
            if is_shown && !is_blank {
                self.characters += 1;
                if code.text.is_none() {
                    self.unnamed += 1;
                    self.unnamed_font.get_or_insert_with(|| font.name.clone());
                }
                let origin = match font.is_vertical {
                    true => (-code.width / 2.0, -0.88),
                    false => (0.0, 0.0),
                };
                let [a, b, c, d, _, _] = matrix.0;
                page.marks.push(Mark {
                    at: matrix.point(origin.0, origin.1),
                    along: (a, b),
                    width: code.width * a.hypot(b),
                    size: c.hypot(d),
                    text: code.text.unwrap_or_else(|| "\u{fffd}".to_owned()),
                    spaced: std::mem::take(&mut page.spaced),
                });
            }
            let state = &level.state;
            let word = if code.is_space {
                state.between_words
            } else {
                0.0
            };
            let length = if font.is_vertical { -1.0 } else { code.width };
            let by = length * size + state.between_letters + word;
            advance(level, font, by);
        }
    }
}

fn advance(level: &mut Level<'_>, font: &Font, by: f64) {
    let (x, y) = match font.is_vertical {
        true => (0.0, by),
        false => (by * level.state.stretch, 0.0),
    };
    level.text = Matrix::shift(x, y).then(level.text);
}

/// Paths; whether the operator is one of theirs.
fn paint(level: &mut Level<'_>, operator: &[u8], words: &[Token], page: &mut Page) -> bool {
    let matrix = level.state.matrix;
    let numbers = last_numbers(words);
    let point = |[.., x, y]: [f64; 6]| matrix.point(x, y);
    match operator {
        b"m" => level.path.start(point(numbers)),
        b"l" => level.path.line(point(numbers)),
        b"c" | b"v" | b"y" => level.path.curve(point(numbers)),
        b"h" => level.path.close(),
        b"re" => {
            let [_, _, x, y, width, height] = numbers;
            level.path.rectangle(matrix, [x, y, width, height]);
        }
        b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"n" => {
            let mut path = std::mem::take(&mut level.path);
            if matches!(operator, b"s" | b"b" | b"b*") {
                path.close();
            }
            if matches!(operator, b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*") {
                path.stroke(&mut page.rules);
            }
            if matches!(operator, b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*") {
                path.fill(&mut page.rules);
            }
        }
        b"ID" => level.lexer.skip_picture(),
        _ => return false,
    }
    true
}

/// Settings.
fn set(level: &mut Level<'_>, operator: &[u8], words: &[Token]) {
    let numbers = last_numbers(words);
    let [.., x, y] = numbers;
    match operator {
        b"q" if level.saved.len() < STATES => level.saved.push(level.state.clone()),
        b"Q" => level.state = level.saved.pop().unwrap_or_else(|| level.state.clone()),
        b"cm" => level.state.matrix = Matrix(numbers).then(level.state.matrix),
        b"BT" => {
            level.text = Matrix::IDENTITY;
            level.line = Matrix::IDENTITY;
        }
        b"Tc" => level.state.between_letters = y,
        b"Tw" => level.state.between_words = y,
        b"Tz" => level.state.stretch = y / 100.0,
        b"TL" => level.state.leading = y,
        b"Ts" => level.state.rise = y,
        b"Tr" => level.state.is_invisible = y == 3.0 || y == 7.0,
        b"Td" => level.next_line(x, y),
        b"TD" => {
            level.state.leading = -y;
            level.next_line(x, y);
        }
        b"Tm" => {
            level.line = Matrix(numbers);
            level.text = level.line;
        }
        b"T*" => {
            let leading = level.state.leading;
            level.next_line(0.0, -leading);
        }
        b"BMC" | b"BDC" if level.marks.len() < STATES => level.marks.push(is_running(words)),
        b"EMC" => {
            level.marks.pop();
        }
        _ => {}
    }
}

/// `/Artifact <</Type /Pagination …>>`: headers, footers and page numbers (14.8.2.2).
fn is_running(words: &[Token]) -> bool {
    let is = |token: &Token, name: &[u8]| matches!(token, Token::Name(found) if found == name);
    words.first().is_some_and(|first| is(first, b"Artifact"))
        && words.iter().any(|word| is(word, b"Pagination"))
}

/// The last six numbers, 0 where there are fewer.
fn last_numbers(words: &[Token]) -> [f64; 6] {
    let mut last = [0.0; 6];
    for (place, word) in last.iter_mut().rev().zip(words.iter().rev()) {
        if let Token::Number(number) = word {
            *place = *number;
        }
    }
    last
}

/// An array of numbers, if it has as many.
pub(super) fn numbers<const COUNT: usize>(object: &Object) -> Option<[f64; COUNT]> {
    let array = object.as_array().ok()?;
    let numbers: Vec<f64> = array
        .iter()
        .filter_map(|number| number.as_float().ok().map(f64::from))
        .collect();
    numbers.try_into().ok()
}

fn is_limit(error: &Error) -> bool {
    let Error::Decompress(error) = error else {
        return false;
    };
    matches!(error, lopdf::DecompressError::MemoryLimitExceeded { .. })
}
