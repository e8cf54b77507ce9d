//! Interprets the content of pages: glyphs, rules and pictures with their positions (ISO 32000-1,
//! 8 and 9).

use super::annotations::{Annotation, Shown};
use super::canvas::{Canvas, Cover, GLYPHS};
use super::color::Color;
use super::font::Font;
use super::geometry::{Bounds, Drawn, Frame, Matrix};
use super::graphics_state::GraphicsState;
use super::layers::Layers;
use super::lexer::{Lexer, Token};
use super::path::Path;
use super::{UNPACKED, operators, page_rotation, too_many, unpacked, visibility};
use crate::{ImportError, Resource};
use lopdf::{Dictionary, Document, Error, Object, Stream};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// Forms within forms; a few levels occur.
const LEVELS: usize = 16;
/// More operands before an operator than any file has.
const OPERANDS: usize = 65_536;
/// What one page may draw, in bytes of its content: it bounds the memory that its glyphs take.
const PAGE: usize = 16 << 20;
/// The least that a stream counts for, in bytes: it bounds the number of small forms that draw each
/// other.
const STREAM: usize = 512;

/// Interprets page after page and keeps the fonts.
pub(super) struct Interpreter<'a> {
    pub(super) file: &'a Document,
    pub(super) layers: Layers,
    pub(super) fonts: HashMap<usize, Rc<Font>>,
    /// How much more content is read, in bytes, over all pages.
    left: usize,
    /// Visible characters, and how many of them the file does not name.
    pub(super) characters: usize,
    pub(super) unnamed: usize,
    /// A font that does not name its characters.
    pub(super) unnamed_font: Option<String>,
    /// Fonts that name several digits alike.
    pub(super) doubtful_fonts: BTreeSet<String>,
}

/// A content stream that is being interpreted: a page's, or a form XObject's.
pub(super) struct FormContext<'a> {
    pub(super) lexer: Lexer,
    pub(super) resources: Option<&'a Dictionary>,
    pub(super) state: GraphicsState,
    pub(super) saved: Vec<GraphicsState>,
    pub(super) text_matrix: Matrix,
    pub(super) line_matrix: Matrix,
    pub(super) path: Path,
    /// Whether the current path will clip once it is painted.
    pub(super) will_clip: bool,
    /// The marked-content sequences that are open.
    pub(super) marked_content: Vec<MarkedContent>,
}

/// What a marked-content sequence means for what is in it (14.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkedContent {
    Plain,
    /// A page's header, footer or number.
    Pagination,
    /// A layer that is switched off.
    Hidden,
}

impl<'a> FormContext<'a> {
    fn new(
        bytes: Vec<u8>,
        resources: Option<&'a Dictionary>,
        state: GraphicsState,
    ) -> FormContext<'a> {
        FormContext {
            lexer: Lexer::new(bytes),
            resources,
            state,
            saved: Vec::new(),
            text_matrix: Matrix::IDENTITY,
            line_matrix: Matrix::IDENTITY,
            path: Path::default(),
            will_clip: false,
            marked_content: Vec::new(),
        }
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.line_matrix = Matrix::shift(x, y).then(self.line_matrix);
        self.text_matrix = self.line_matrix;
    }

    pub(super) fn is_pagination(&self) -> bool {
        self.marked_content.contains(&MarkedContent::Pagination)
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.marked_content.contains(&MarkedContent::Hidden)
    }
}

impl<'a> Interpreter<'a> {
    pub(super) fn new(file: &'a Document) -> Interpreter<'a> {
        Interpreter {
            file,
            layers: Layers::read(file),
            fonts: HashMap::new(),
            left: UNPACKED,
            characters: 0,
            unnamed: 0,
            unnamed_font: None,
            doubtful_fonts: BTreeSet::new(),
        }
    }

    /// Draws a page and its annotations.
    ///
    /// # Errors
    /// [`ImportError::TooMany`], and [`lopdf::Error`] as [`ImportError::Damaged`] with `part`.
    pub(super) fn page(
        &mut self,
        contents: &[&Stream],
        resources: Option<&'a Dictionary>,
        annotations: &[Annotation<'a>],
        frame: Frame,
        part: &str,
    ) -> Result<Drawn, ImportError> {
        let mut canvas = Canvas::default();
        let mut bytes = Vec::new();
        for stream in contents {
            bytes.extend(self.unpack(stream, &mut canvas, part)?);
            // Tokens do not continue in the next stream.
            bytes.push(b'\n');
        }
        let state = GraphicsState::new(frame.matrix);
        let page = FormContext::new(bytes, resources, state);
        self.run(page, &mut canvas, part)?;
        for annotation in annotations {
            self.annotation(annotation, frame, &mut canvas, part)?;
        }
        if canvas.is_full {
            return Err(too_many(Resource::Characters, GLYPHS));
        }
        visibility::resolve(&mut canvas)?;
        self.count(&canvas);
        Ok(page_rotation::upright(canvas, frame))
    }

    /// Interprets a content stream with all forms that it draws.
    fn run(
        &mut self,
        context: FormContext<'a>,
        canvas: &mut Canvas,
        part: &str,
    ) -> Result<(), ImportError> {
        let mut contexts = vec![context];
        while let Some(context) = contexts.last_mut() {
            let Some(form) = self.interpret(context, canvas) else {
                contexts.pop();
                continue;
            };
            if contexts.len() < LEVELS {
                let inner = self.form(form, contexts.last(), canvas, part)?;
                contexts.push(inner);
            }
        }
        Ok(())
    }

    fn unpack(
        &mut self,
        stream: &Stream,
        canvas: &mut Canvas,
        part: &str,
    ) -> Result<Vec<u8>, ImportError> {
        let room = PAGE.saturating_sub(canvas.bytes).min(self.left);
        let bytes = stream.get_plain_content_with_limit(room);
        let bytes = bytes.map_err(|error| match error {
            Error::Decompress(_) if is_limit(&error) => unpacked(),
            _ => super::damaged(part),
        })?;
        // The library does not limit streams that are not compressed.
        if bytes.len() > room || room == 0 {
            return Err(unpacked());
        }
        let cost = bytes.len().max(STREAM);
        canvas.bytes = canvas.bytes.saturating_add(cost);
        self.left = self.left.saturating_sub(cost);
        Ok(bytes)
    }

    /// Begins a form XObject (8.10).
    fn form(
        &mut self,
        form: &'a Stream,
        outer: Option<&FormContext<'a>>,
        canvas: &mut Canvas,
        part: &str,
    ) -> Result<FormContext<'a>, ImportError> {
        let bytes = self.unpack(form, canvas, part)?;
        let own = form.dict.get_deref(b"Resources", self.file);
        let resources = own.and_then(Object::as_dict).ok();
        let mut state = match outer {
            Some(outer) => outer.state.clone(),
            None => GraphicsState::new(Matrix::IDENTITY),
        };
        if let Ok(matrix) = form.dict.get_deref(b"Matrix", self.file) {
            state.matrix = numbers(matrix).map_or(state.matrix, |m| Matrix(m).then(state.matrix));
        }
        let bbox = form.dict.get_deref(b"BBox", self.file).ok();
        if let Some([x0, y0, x1, y1]) = bbox.and_then(numbers)
            && let Some(bounds) = Bounds::of_rectangle(state.matrix, [x0, y0, x1 - x0, y1 - y0])
        {
            state.intersect_clip(bounds);
        }
        if form.dict.has(b"Group") {
            state.group_alpha *= state.fill.alpha;
            (state.fill.alpha, state.stroke.alpha) = (1.0, 1.0);
        }
        let resources = resources.or(outer.and_then(|outer| outer.resources));
        let mut context = FormContext::new(bytes, resources, state);
        let outer_content = outer.map(|outer| outer.marked_content.as_slice());
        let outer_content = outer_content.unwrap_or_default();
        for content in [MarkedContent::Pagination, MarkedContent::Hidden] {
            if outer_content.contains(&content) {
                context.marked_content.push(content);
            }
        }
        if self.layers.hides(self.file, &form.dict) {
            context.marked_content.push(MarkedContent::Hidden);
        }
        Ok(context)
    }

    /// Draws an annotation's appearance into its rectangle (12.5.5).
    fn annotation(
        &mut self,
        annotation: &Annotation<'a>,
        frame: Frame,
        canvas: &mut Canvas,
        part: &str,
    ) -> Result<(), ImportError> {
        let [x0, y0, x1, y1] = annotation.rectangle;
        let area = Bounds::of_rectangle(frame.matrix, [x0, y0, x1 - x0, y1 - y0]);
        let Some(area) = area else {
            return Ok(());
        };
        match annotation.shown {
            Shown::Appearance(stream) => {
                let Some(matrix) = annotation.placement(self.file, stream) else {
                    return Ok(());
                };
                let state = GraphicsState::new(matrix.then(frame.matrix));
                let mut outer = FormContext::new(Vec::new(), None, state);
                if annotation.is_hidden || self.layers.hides(self.file, annotation.dictionary) {
                    outer.marked_content.push(MarkedContent::Hidden);
                }
                let form = self.form(stream, Some(&outer), canvas, part)?;
                let first = canvas.marks.len();
                self.run(form, canvas, part)?;
                canvas.doubt_other_text(first, annotation.value.as_deref());
            }
            Shown::Unknown => canvas.pictures.push(area),
            Shown::Strikes => canvas.cover(Cover {
                bounds: area,
                before: canvas.marks.len(),
                color: Color::Unknown,
            }),
        }
        Ok(())
    }

    /// Interprets up to the next form, which is returned, or to the end.
    fn interpret(
        &mut self,
        context: &mut FormContext<'a>,
        canvas: &mut Canvas,
    ) -> Option<&'a Stream> {
        let mut operands: Vec<Token> = Vec::new();
        while let Some(token) = context.lexer.next() {
            let operator = match token {
                Token::Operator(word) if !is_constant(&word) => word,
                operand => {
                    if operands.len() < OPERANDS {
                        operands.push(operand);
                    }
                    continue;
                }
            };
            if operator == b"Do" {
                let form = self.xobject(context, &operands, canvas);
                if form.is_some() {
                    return form;
                }
            } else if !operators::path(context, &operator, &operands, canvas)
                && !self.with_resources(context, &operator, &operands, canvas)
            {
                operators::state(context, &operator, &operands);
            }
            operands.clear();
        }
        None
    }

    /// Draws an image, or returns a form to be interpreted.
    fn xobject(
        &self,
        context: &FormContext<'a>,
        operands: &[Token],
        canvas: &mut Canvas,
    ) -> Option<&'a Stream> {
        let Some(Token::Name(name)) = operands.last() else {
            return None;
        };
        let object = self.resource(context, b"XObject", name)?;
        let stream = object.as_stream().ok()?;
        let kind = stream.dict.get(b"Subtype").and_then(Object::as_name);
        if matches!(kind, Ok(b"Form")) {
            return Some(stream);
        }
        if context.is_hidden() || self.layers.hides(self.file, &stream.dict) {
            return None;
        }
        let has_mask = [b"SMask".as_slice(), b"Mask", b"ImageMask"]
            .into_iter()
            .any(|key| stream.dict.has(key));
        canvas.image(&context.state, !has_mask);
        None
    }

    fn count(&mut self, canvas: &Canvas) {
        for mark in canvas.marks.iter().filter(|mark| mark.is_seen()) {
            self.characters += 1;
            if let Some(font) = &mark.unnamed_in {
                self.unnamed += 1;
                self.unnamed_font.get_or_insert_with(|| font.name.clone());
                if font.is_doubtful() {
                    self.doubtful_fonts.insert(font.name.clone());
                }
            }
        }
    }
}

/// Whether a word is a value and not an operator.
fn is_constant(word: &[u8]) -> bool {
    matches!(word, b"true" | b"false" | b"null")
}

/// An array of exactly `COUNT` numbers.
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
