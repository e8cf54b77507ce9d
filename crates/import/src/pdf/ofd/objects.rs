//! The objects of a page: texts, paths and pictures.

use super::super::canvas::{Canvas, Mark, Visibility};
use super::super::color::Color;
use super::super::geometry::{Bounds, Matrix};
use super::super::graphics_state::GraphicsState;
use super::super::path::Path;
use super::package::four;
use crate::docx::attribute;
use quick_xml::events::BytesStart;

/// Points of 1/72 inch in a millimetre.
pub(super) const MILLIMETRE: f64 = 72.0 / 25.4;
/// The most points of a path.
const MOST: usize = 100_000;
/// The part of an em that the ink of a character fills.
const INK: [f64; 4] = [0.05, -0.75, 0.9, 0.8];

/// What an element of a page draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Text,
    Path,
    Picture,
}

/// An object while it is read.
#[derive(Debug)]
pub(super) struct Object {
    pub kind: Kind,
    /// From the object's own millimetres to points of the page.
    matrix: Matrix,
    bounds: Option<Bounds>,
    /// The width of the object in its own millimetres; `None` if it is stretched.
    width: Option<f64>,
    size: f64,
    horizontal_scale: f64,
    fills: bool,
    strokes: bool,
    pub fill: Option<Color>,
    pub stroke: Option<Color>,
    alpha: f64,
    is_hidden: bool,
}

impl Object {
    pub fn new(kind: Kind, element: &BytesStart<'_>) -> Object {
        let value = |name: &str| attribute(element, name);
        let number = |name: &str| value(name).and_then(|number| number.trim().parse::<f64>().ok());
        let is_on = |name: &str, default: bool| {
            value(name).map_or(default, |value| value == "true" || value == "1")
        };
        let [x, y, width, height] = value("Boundary")
            .and_then(|area| four(&area))
            .unwrap_or_default();
        let own = value("CTM")
            .and_then(|matrix| six(&matrix))
            .unwrap_or(Matrix::IDENTITY);
        let page = Matrix([
            MILLIMETRE,
            0.0,
            0.0,
            MILLIMETRE,
            x * MILLIMETRE,
            y * MILLIMETRE,
        ]);
        Object {
            kind,
            matrix: own.then(page),
            bounds: Bounds::of_rectangle(page, [0.0, 0.0, width, height]),
            width: (own == Matrix::IDENTITY).then_some(width),
            size: number("Size").unwrap_or_default(),
            horizontal_scale: number("HScale").unwrap_or(1.0),
            fills: is_on("Fill", kind == Kind::Text),
            strokes: is_on("Stroke", kind == Kind::Path),
            fill: None,
            stroke: None,
            alpha: number("Alpha").unwrap_or(255.0) / 255.0,
            is_hidden: !is_on("Visible", true),
        }
    }

    /// The state in which the object is drawn.
    fn state(&self) -> GraphicsState {
        let mut state = GraphicsState::new(self.matrix);
        state.fill.color = self.fill.unwrap_or(Color::BLACK);
        state.stroke.color = self.stroke.unwrap_or(Color::BLACK);
        state.fill.alpha = if self.fills { self.alpha } else { 0.0 };
        state.stroke.alpha = if self.strokes { self.alpha } else { 0.0 };
        state
    }

    /// Draws the characters of a piece of text.
    pub fn text(&self, code: &TextCode, text: &str, canvas: &mut Canvas) {
        let state = self.state();
        let paint = if self.fills {
            state.fills_visibly().then_some(state.fill)
        } else {
            state.strokes_visibly().then_some(state.stroke)
        };
        let paint = paint.filter(|_| !self.is_hidden);
        let (mut x, mut y) = (code.x, code.y);
        for (at, c) in text.chars().enumerate() {
            if !canvas.has_room() {
                return;
            }
            let is_blank = c.is_whitespace();
            canvas.follows_space |= is_blank;
            let em = self.size * if c.is_ascii() { 0.6 } else { 1.0 };
            let step = code.along.get(at).copied();
            // The last character reaches up to the end of the object.
            let rest = self.width.map(|width| width - x);
            let width = step.or(rest).filter(|width| *width > 0.0);
            let width = width.map_or(em, |width| width.min(em));
            if !is_blank {
                let [a, b, c_, d, ..] = self.matrix.0;
                let [left, top, wide, high] = INK;
                let ink = [
                    x + width * left,
                    y + self.size * top,
                    width * wide,
                    self.size * high,
                ];
                canvas.marks.push(Mark {
                    at: self.matrix.point(x, y),
                    along: (a, b),
                    width: width * a.hypot(b) * self.horizontal_scale,
                    size: self.size * c_.hypot(d),
                    text: c.to_string(),
                    unnamed_in: None,
                    follows_space: std::mem::take(&mut canvas.follows_space),
                    ink: Bounds::of_rectangle(self.matrix, ink),
                    color: paint.map(|paint| paint.color),
                    visibility: if paint.is_some() {
                        Visibility::Visible
                    } else {
                        Visibility::Hidden
                    },
                });
            }
            // A text that states no distances runs on by the width of its characters.
            x += step.unwrap_or(if code.has_down { 0.0 } else { em });
            y += code.down.get(at).copied().unwrap_or_default();
        }
    }

    /// Draws a path, whose commands are letters with numbers.
    pub fn path(&self, data: &str, canvas: &mut Canvas) {
        if self.is_hidden {
            return;
        }
        let mut path = Path::default();
        let mut words = data.split_whitespace().take(MOST);
        while let Some(command) = words.next() {
            let numbers = match command {
                "S" | "M" | "L" => 2,
                "Q" => 4,
                "B" => 6,
                "A" => 7,
                "C" => {
                    path.close();
                    continue;
                }
                _ => continue,
            };
            let numbers: Vec<f64> = words
                .by_ref()
                .take(numbers)
                .map_while(|word| word.parse().ok())
                .collect();
            let [.., x, y] = *numbers.as_slice() else {
                break;
            };
            let point = self.matrix.point(x, y);
            match command {
                "S" | "M" => path.start(point),
                "L" => path.line(point),
                _ => path.curve(point),
            }
        }
        let state = self.state();
        if self.fills && state.fills_visibly() {
            canvas.fill(&path, &state);
        }
        if self.strokes && state.strokes_visibly() {
            canvas.stroke(&path, &state);
        }
    }

    /// Draws something that is not text, where the object is.
    pub fn picture(&self, canvas: &mut Canvas) {
        if let Some(bounds) = self.bounds.filter(|_| !self.is_hidden) {
            canvas.pictures.push(bounds);
        }
    }
}

/// The position of a piece of text and the distances between its characters, in millimetres.
#[derive(Clone, Debug, Default)]
pub(super) struct TextCode {
    x: f64,
    y: f64,
    along: Vec<f64>,
    down: Vec<f64>,
    has_down: bool,
}

impl TextCode {
    /// A piece that states no position follows the one before.
    pub fn new(element: &BytesStart<'_>, before: &TextCode) -> TextCode {
        let value = |name: &str| attribute(element, name);
        let number = |name: &str| value(name).and_then(|number| number.trim().parse::<f64>().ok());
        let down = value("DeltaY").map(|list| distances(&list));
        TextCode {
            x: number("X").unwrap_or(before.x),
            y: number("Y").unwrap_or(before.y),
            along: value("DeltaX")
                .map(|list| distances(&list))
                .unwrap_or_default(),
            has_down: down.is_some(),
            down: down.unwrap_or_default(),
        }
    }
}

/// A list of distances, in which `g 3 5` is three times 5.
fn distances(list: &str) -> Vec<f64> {
    let mut distances = Vec::new();
    let mut words = list.split_whitespace();
    while let Some(word) = words.next() {
        let (count, distance) = if word == "g" {
            let count = words.next().and_then(|count| count.parse::<usize>().ok());
            (count.unwrap_or_default(), words.next().unwrap_or_default())
        } else {
            (1, word)
        };
        let distance = distance.parse::<f64>().unwrap_or_default();
        let room = MOST.saturating_sub(distances.len());
        distances.extend(std::iter::repeat_n(distance, count.min(room)));
    }
    distances
}

fn six(text: &str) -> Option<Matrix> {
    let numbers = text
        .split_whitespace()
        .map_while(|number| number.parse::<f64>().ok());
    let numbers: Vec<f64> = numbers.filter(|number| number.is_finite()).collect();
    Some(Matrix(numbers.try_into().ok()?))
}

/// A color in the color space of most files.
pub(super) fn color(element: &BytesStart<'_>) -> Color {
    let value = attribute(element, "Value").unwrap_or_default();
    let parts = value
        .split_whitespace()
        .map(|part| part.parse::<f64>().ok());
    match parts.collect::<Option<Vec<f64>>>().as_deref() {
        Some([red, green, blue]) => Color::Rgb([red / 255.0, green / 255.0, blue / 255.0]),
        Some([grey]) => Color::Rgb([grey / 255.0; 3]),
        Some([]) => Color::BLACK,
        _ => Color::Unknown,
    }
}
