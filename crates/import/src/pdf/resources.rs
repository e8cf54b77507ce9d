//! Operators that need resources: fonts, colour spaces, graphics state parameters and marked content
//! (ISO 32000-1, 7.8.3).

use super::canvas::Canvas;
use super::color::ColorSpace;
use super::font::Font;
use super::interpreter::{FormContext, Interpreter, MarkedContent};
use super::lexer::Token;
use super::{operators, text_operators};
use lopdf::{Dictionary, Object};
use std::rc::Rc;

impl<'a> Interpreter<'a> {
    /// A resource of the context, by its category and name.
    pub(super) fn resource(
        &self,
        context: &FormContext<'a>,
        category: &[u8],
        name: &[u8],
    ) -> Option<&'a Object> {
        let listed = context.resources?.get_deref(category, self.file).ok()?;
        listed.as_dict().ok()?.get_deref(name, self.file).ok()
    }

    /// Runs an operator that needs resources; returns false for other operators.
    pub(super) fn with_resources(
        &mut self,
        context: &mut FormContext<'a>,
        operator: &[u8],
        operands: &[Token],
        canvas: &mut Canvas,
    ) -> bool {
        match operator {
            b"Tf" => {
                if let [.., Token::Name(name), Token::Number(size)] = operands {
                    let font = self.resource(context, b"Font", name);
                    let font = font.and_then(|font| font.as_dict().ok());
                    context.state.text.font = font.map(|font| self.font(font));
                    context.state.text.size = *size;
                }
            }
            b"gs" => self.graphics_state(context, operands),
            b"cs" | b"CS" => {
                if let Some(Token::Name(name)) = operands.last() {
                    let space = self.color_space(context, name);
                    let paint = match operator {
                        b"cs" => &mut context.state.fill,
                        _ => &mut context.state.stroke,
                    };
                    (paint.space, paint.color) = (space, space.initial());
                }
            }
            b"BMC" | b"BDC" => {
                let content = self.marked_content(context, operands);
                operators::begin_marked_content(context, content);
            }
            b"Tj" | b"TJ" | b"'" | b"\"" => {
                text_operators::show(context, operator, operands, canvas);
            }
            _ => return false,
        }
        true
    }

    fn font(&mut self, font: &'a Dictionary) -> Rc<Font> {
        // The file is not changed, so the address of a dictionary identifies a font.
        let address = std::ptr::from_ref(font).addr();
        let file = self.file;
        let read = || Rc::new(Font::read(file, font));
        self.fonts.entry(address).or_insert_with(read).clone()
    }

    fn color_space(&self, context: &FormContext<'a>, name: &[u8]) -> ColorSpace {
        match self.resource(context, b"ColorSpace", name) {
            Some(space) => ColorSpace::read(self.file, space),
            None => ColorSpace::read(self.file, &Object::Name(name.to_vec())),
        }
    }

    /// Applies a graphics state parameter dictionary (8.4.5).
    fn graphics_state(&mut self, context: &mut FormContext<'a>, operands: &[Token]) {
        let Some(Token::Name(name)) = operands.last() else {
            return;
        };
        let set = self.resource(context, b"ExtGState", name);
        let Some(set) = set.and_then(|set| set.as_dict().ok()) else {
            return;
        };
        let entry = |key: &[u8]| set.get_deref(key, self.file).ok();
        let number = |key: &[u8]| entry(key)?.as_float().ok().map(f64::from);
        let state = &mut context.state;
        state.fill.alpha = number(b"ca").unwrap_or(state.fill.alpha);
        state.stroke.alpha = number(b"CA").unwrap_or(state.stroke.alpha);
        if let Some(mode) = entry(b"BM") {
            let is_normal = |mode: &Object| matches!(mode.as_name(), Ok(b"Normal" | b"Compatible"));
            let is_blended = match mode.as_array() {
                Ok(modes) => !modes.first().is_some_and(is_normal),
                Err(_) => !is_normal(mode),
            };
            state.is_blended = is_blended;
        }
        if let Some(mask) = entry(b"SMask") {
            state.is_blended |= mask.as_dict().is_ok();
        }
        if let Some([font, size]) = entry(b"Font").and_then(|font| font.as_array().ok()?.get(..2)) {
            let font = self.file.dereference(font).ok();
            let font = font.and_then(|(_, font)| font.as_dict().ok());
            if let (Some(font), Ok(size)) = (font, size.as_float()) {
                context.state.text.font = Some(self.font(font));
                context.state.text.size = f64::from(size);
            }
        }
    }

    /// Tells what the marked-content sequence means that begins with these operands.
    fn marked_content(&self, context: &FormContext<'a>, operands: &[Token]) -> MarkedContent {
        let is = |token: &Token, name: &[u8]| matches!(token, Token::Name(found) if found == name);
        match operands {
            // /Artifact <</Type /Pagination …>>: headers, footers and page numbers (14.8.2.2).
            [tag, properties @ ..]
                if is(tag, b"Artifact")
                    && properties.iter().any(|token| is(token, b"Pagination")) =>
            {
                MarkedContent::Pagination
            }
            [tag, Token::Name(name), ..] if is(tag, b"OC") => {
                let listed = context
                    .resources
                    .and_then(|resources| resources.get_deref(b"Properties", self.file).ok());
                let group = listed.and_then(|listed| listed.as_dict().ok()?.get(name).ok());
                if group.is_some_and(|group| self.layers.is_off(self.file, group)) {
                    MarkedContent::Hidden
                } else {
                    MarkedContent::Plain
                }
            }
            _ => MarkedContent::Plain,
        }
    }
}
