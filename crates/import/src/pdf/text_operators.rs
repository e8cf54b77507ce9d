//! Operators that show text (ISO 32000-1, 9.4.3).

use super::canvas::{Canvas, Mark, Visibility};
use super::font::{Code, Font};
use super::geometry::{Bounds, Matrix};
use super::interpreter::FormContext;
use super::lexer::Token;
use std::rc::Rc;

/// The part of a glyph's box that its ink is expected in, as shares of its width and height: digits
/// stand on the baseline and are about as high as capitals.
const INK: [f64; 4] = [0.1, 0.05, 0.8, 0.6];
/// A glyph of which no more than this is within the clipping path cannot be seen, and below the other
/// share it cannot be read.
const UNSEEN: f64 = 0.02;
const READABLE: f64 = 0.8;

pub(super) fn show(
    context: &mut FormContext<'_>,
    operator: &[u8],
    operands: &[Token],
    canvas: &mut Canvas,
) {
    let mut operands = operands;
    if matches!(operator, b"'" | b"\"") {
        if let (b"\"", [Token::Number(word), Token::Number(character), ..]) = (operator, operands) {
            context.state.text.word_spacing = *word;
            context.state.text.character_spacing = *character;
        }
        let leading = context.state.text.leading;
        context.next_line(0.0, -leading);
        operands = operands
            .get(operands.len().saturating_sub(1)..)
            .unwrap_or_default();
    }
    let Some(font) = context.state.text.font.clone() else {
        return;
    };
    for operand in operands {
        match operand {
            Token::Number(back) => {
                let by = -back / 1000.0 * context.state.text.size;
                advance(context, &font, by);
            }
            Token::String(bytes) => {
                for code in font.codes(bytes) {
                    glyph(context, &font, code, canvas);
                    if canvas.is_full {
                        return;
                    }
                }
            }
            _ => {}
        }
    }
}

/// Draws one glyph and moves on behind it.
fn glyph(context: &mut FormContext<'_>, font: &Rc<Font>, code: Code, canvas: &mut Canvas) {
    let text = &context.state.text;
    let size = text.size;
    let spacing = if code.is_space {
        text.word_spacing
    } else {
        0.0
    };
    let length = if font.is_vertical { -1.0 } else { code.width };
    let by = length * size + text.character_spacing + spacing;
    let is_blank = code
        .text
        .as_deref()
        .is_some_and(|text| text.trim().is_empty());
    canvas.follows_space |= is_blank;
    if !is_blank && !context.is_pagination() && canvas.has_room() {
        let mark = mark(context, font, code, canvas);
        canvas.marks.push(mark);
    }
    advance(context, font, by);
}

fn mark(context: &FormContext<'_>, font: &Rc<Font>, code: Code, canvas: &mut Canvas) -> Mark {
    let state = &context.state;
    let text = &state.text;
    let scale = [
        text.size * text.horizontal_scaling,
        0.0,
        0.0,
        text.size,
        0.0,
        text.rise,
    ];
    let matrix = Matrix(scale).then(context.text_matrix).then(state.matrix);
    let (x, y) = if font.is_vertical {
        (-code.width / 2.0, -0.88)
    } else {
        (0.0, 0.0)
    };
    let [left, bottom, width, height] = INK;
    let ink = [
        x + code.width * left,
        y + bottom,
        code.width * width,
        height,
    ];
    let ink = Bounds::of_rectangle(matrix, ink);
    let within = match (ink, state.clip) {
        (Some(ink), Some(clip)) => ink.share_within(clip),
        (Some(_), None) => 1.0,
        (None, _) => 0.0,
    };
    let paint = state.text_paint().filter(|_| !context.is_hidden());
    let visibility = if paint.is_none() || within <= UNSEEN {
        Visibility::Hidden
    } else if within < READABLE {
        Visibility::Obscured
    } else {
        Visibility::Visible
    };
    let [a, b, c, d, _, _] = matrix.0;
    Mark {
        at: matrix.point(x, y),
        along: (a, b),
        width: code.width * a.hypot(b),
        size: c.hypot(d),
        unnamed_in: code.text.is_none().then(|| font.clone()),
        text: code.text.unwrap_or_else(|| "\u{fffd}".to_owned()),
        follows_space: std::mem::take(&mut canvas.follows_space),
        ink,
        color: paint.map(|paint| paint.color),
        visibility,
    }
}

fn advance(context: &mut FormContext<'_>, font: &Font, by: f64) {
    let (x, y) = if font.is_vertical {
        (0.0, by)
    } else {
        (by * context.state.text.horizontal_scaling, 0.0)
    };
    context.text_matrix = Matrix::shift(x, y).then(context.text_matrix);
}
