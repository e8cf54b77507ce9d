//! Operators that need no resources: paths, clipping, and the graphics and text state.

use super::canvas::Canvas;
use super::color::ColorSpace;
use super::geometry::Matrix;
use super::graphics_state::RenderingMode;
use super::interpreter::{FormContext, MarkedContent};
use super::lexer::Token;

/// More saved states or open marked-content sequences than any file has.
const STATES: usize = 512;

/// Runs an operator on paths or pictures; returns false for other operators.
pub(super) fn path(
    context: &mut FormContext<'_>,
    operator: &[u8],
    operands: &[Token],
    canvas: &mut Canvas,
) -> bool {
    let matrix = context.state.matrix;
    let numbers = last_numbers(operands);
    let point = |[.., x, y]: [f64; 6]| matrix.point(x, y);
    match operator {
        b"m" => context.path.start(point(numbers)),
        b"l" => context.path.line(point(numbers)),
        b"c" | b"v" | b"y" => context.path.curve(point(numbers)),
        b"h" => context.path.close(),
        b"re" => {
            let [_, _, x, y, width, height] = numbers;
            context.path.rectangle(matrix, [x, y, width, height]);
        }
        b"W" | b"W*" => context.will_clip = true,
        b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"n" => {
            paint(context, operator, canvas);
        }
        b"sh" => canvas.shading(&context.state),
        b"ID" => {
            context.lexer.skip_inline_image();
            if !context.is_hidden() {
                let is = |token: &Token, names: [&[u8]; 2]| matches!(token, Token::Name(name) if names.contains(&name.as_slice()));
                let is_mask = operands.windows(2).any(|pair| match pair {
                    [key, Token::Operator(value)] => {
                        is(key, [b"IM", b"ImageMask"]) && value == b"true"
                    }
                    [key, _] => is(key, [b"IM", b"ImageMask"]),
                    _ => false,
                });
                canvas.image(&context.state, !is_mask);
            }
        }
        _ => return false,
    }
    true
}

/// Strokes or fills the current path, and clips with it if that was asked for.
fn paint(context: &mut FormContext<'_>, operator: &[u8], canvas: &mut Canvas) {
    let mut path = std::mem::take(&mut context.path);
    if matches!(operator, b"s" | b"b" | b"b*") {
        path.close();
    }
    let strokes = matches!(operator, b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*");
    let fills = matches!(operator, b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*");
    if !context.is_hidden() {
        if fills && context.state.fills_visibly() {
            canvas.fill(&path, &context.state);
        }
        if strokes && context.state.strokes_visibly() {
            canvas.stroke(&path, &context.state);
        }
    }
    if std::mem::take(&mut context.will_clip)
        && let Some(bounds) = path.bounds()
    {
        context.state.intersect_clip(bounds);
    }
}

/// Runs an operator that sets the graphics or text state.
pub(super) fn state(context: &mut FormContext<'_>, operator: &[u8], operands: &[Token]) {
    let numbers = last_numbers(operands);
    let [.., x, y] = numbers;
    let text = &mut context.state.text;
    match operator {
        b"q" if context.saved.len() < STATES => context.saved.push(context.state.clone()),
        b"Q" => {
            if let Some(saved) = context.saved.pop() {
                context.state = saved;
            }
        }
        b"cm" => context.state.matrix = Matrix(numbers).then(context.state.matrix),
        b"BT" => {
            context.text_matrix = Matrix::IDENTITY;
            context.line_matrix = Matrix::IDENTITY;
        }
        b"Tc" => text.character_spacing = y,
        b"Tw" => text.word_spacing = y,
        b"Tz" => text.horizontal_scaling = y / 100.0,
        b"TL" => text.leading = y,
        b"Ts" => text.rise = y,
        b"Tr" => text.mode = RenderingMode::of_number(y),
        b"Td" => context.next_line(x, y),
        b"TD" => {
            text.leading = -y;
            context.next_line(x, y);
        }
        b"Tm" => {
            context.line_matrix = Matrix(numbers);
            context.text_matrix = context.line_matrix;
        }
        b"T*" => {
            let leading = text.leading;
            context.next_line(0.0, -leading);
        }
        b"EMC" => {
            context.marked_content.pop();
        }
        _ => color(context, operator, operands),
    }
}

/// Runs an operator that sets a colour (8.6.8).
fn color(context: &mut FormContext<'_>, operator: &[u8], operands: &[Token]) {
    let space = match operator {
        b"g" | b"G" => Some(ColorSpace::Gray),
        b"rg" | b"RG" => Some(ColorSpace::Rgb),
        b"k" | b"K" => Some(ColorSpace::Cmyk),
        b"sc" | b"scn" | b"SC" | b"SCN" => None,
        _ => return,
    };
    let is_fill = matches!(operator, b"g" | b"rg" | b"k" | b"sc" | b"scn");
    let paint = if is_fill {
        &mut context.state.fill
    } else {
        &mut context.state.stroke
    };
    paint.space = space.unwrap_or(paint.space);
    let components: Vec<f64> = operands
        .iter()
        .filter_map(|operand| match operand {
            Token::Number(number) => Some(*number),
            _ => None,
        })
        .collect();
    paint.color = paint.space.color(&components);
}

pub(super) fn begin_marked_content(context: &mut FormContext<'_>, content: MarkedContent) {
    if context.marked_content.len() < STATES {
        context.marked_content.push(content);
    }
}

/// The last six operands as numbers, 0 where there are fewer.
fn last_numbers(operands: &[Token]) -> [f64; 6] {
    let mut last = [0.0; 6];
    for (place, operand) in last.iter_mut().rev().zip(operands.iter().rev()) {
        if let Token::Number(number) = operand {
            *place = *number;
        }
    }
    last
}
