//! From a figure to positions in CSS pixels: a pure function of figure and size.
//!
//! plotters makes the axes and the grid, and places every value; marks are plain values with a
//! key and a label, so that whoever shows them can give each an element of its own.

mod bars;
mod dots;
mod flow;
mod frame;
mod glyph;
mod legend;
mod lines;
mod points;
mod px;
mod ruler;
mod sizes;
mod squares;
mod text;
mod upright;

pub use dots::{Strip, dots};
pub use glyph::glyph;
pub use lines::{lines, multiples};
pub use px::px;
pub(crate) use text::lines as text_lines;

use crate::figures::{Figure, Flow, Plot, Tone};

/// The room that a drawing has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// CSS pixels. The height follows from the content.
    pub width: f64,
    /// The reader's text size in CSS pixels.
    pub em: f64,
}

impl Size {
    /// Too narrow for names beside the bars; they go above them.
    fn is_narrow(self) -> bool {
        self.width < self.em * 38.0
    }
}

/// Everything to be shown, in CSS pixels from the top left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    /// Axes, grid and captions.
    pub guides: Vec<Shape>,
    pub marks: Vec<Mark>,
}

/// One thing that the reader can point at, in the reader's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub key: String,
    /// The whole sentence, for those who hear the chart.
    pub label: String,
    /// The box that answers to a finger; shapes are placed from its top left.
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub shapes: Vec<Shape>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        paint: Paint,
    },
    Circle {
        x: f64,
        y: f64,
        r: f64,
        paint: Paint,
    },
    Line {
        from: (f64, f64),
        to: (f64, f64),
        paint: Paint,
    },
    /// SVG path data.
    Path { data: String, paint: Paint },
    Text {
        x: f64,
        /// Of the baseline.
        y: f64,
        size: f64,
        anchor: Anchor,
        text: String,
        paint: Paint,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// What a shape stands for; a style sheet decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    Grid,
    Axis,
    Tick,
    Caption,
    Legend,
    Name,
    Value,
    Bar(Tone),
    /// The range that a hedge allows.
    Hedge,
    Stem,
    Dot(Tone),
    /// Last year's end of a span.
    DotFrom,
    Square,
    /// Cases on their way from one node to another.
    Band(Tone),
    /// Where bands begin and end.
    Node(Tone),
    /// By its class, for what only the comparison of many reports draws.
    Named(&'static str),
}

impl Paint {
    /// Its class name.
    pub fn class(self) -> &'static str {
        match self {
            Paint::Grid => "grid",
            Paint::Axis => "axis",
            Paint::Tick => "tick",
            Paint::Caption => "caption",
            Paint::Legend => "legend",
            Paint::Name => "name",
            Paint::Value => "value",
            Paint::Bar(Tone::Plain) => "bar",
            Paint::Bar(Tone::Muted) => "bar muted",
            Paint::Bar(Tone::Difference) => "bar difference",
            Paint::Bar(Tone::Gain) => "bar gain",
            Paint::Bar(Tone::Loss) => "bar loss",
            Paint::Hedge => "hedge",
            Paint::Stem => "stem",
            Paint::Dot(Tone::Muted) => "dot muted",
            Paint::Dot(_) => "dot",
            Paint::DotFrom => "dot from",
            Paint::Square => "square",
            Paint::Band(Tone::Muted) => "band muted",
            Paint::Band(_) => "band",
            Paint::Node(Tone::Muted) => "node muted",
            Paint::Node(_) => "node",
            Paint::Named(class) => class,
        }
    }
}

/// How a kind of plot is drawn that the first WebAssembly module does not know.
type DrawFlow = fn(&Flow, &mut Sheet<'_>);

/// As [`draw`], without flows: what only they need is not in the first module. A panel that
/// holds one is left out.
pub fn first(figure: &Figure, size: Size) -> Drawing {
    panels(figure, size, None)
}

/// Draws every panel of a figure, one below the other. A figure without numbers is an empty
/// drawing.
pub fn draw(figure: &Figure, size: Size) -> Drawing {
    panels(figure, size, Some(flow::draw))
}

fn panels(figure: &Figure, size: Size, draw_flow: Option<DrawFlow>) -> Drawing {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    for panel in &figure.panels {
        if draw_flow.is_none() && matches!(panel.plot, Plot::Flow(_)) {
            continue;
        }
        let mut sheet = Sheet {
            size,
            top: drawing.height,
            drawing: &mut drawing,
        };
        sheet.caption(&panel.caption);
        match &panel.plot {
            Plot::Bars(bars) => bars::draw(bars, &mut sheet),
            Plot::Changes(bars) => bars::draw_changes(bars, &mut sheet),
            Plot::Sizes(sizes) => sizes::draw(sizes, &mut sheet),
            Plot::Squares(squares) => squares::draw(squares, &mut sheet),
            Plot::Flow(flow) => {
                if let Some(draw_flow) = draw_flow {
                    draw_flow(flow, &mut sheet);
                }
            }
        }
        let bottom = sheet.top + size.em;
        drawing.height = bottom;
    }
    drawing
}

/// A drawing in the making: what is added goes below `top`.
struct Sheet<'a> {
    size: Size,
    top: f64,
    drawing: &'a mut Drawing,
}

impl Sheet<'_> {
    fn caption(&mut self, caption: &str) {
        let size = self.size.em * 0.9;
        // Captions are bold, and bold is wider than the estimate.
        for line in text::lines(caption, size * 1.12, self.size.width) {
            self.drawing.guides.push(Shape::Text {
                x: 0.0,
                y: self.top + size * 1.2,
                size,
                anchor: Anchor::Start,
                text: line,
                paint: Paint::Caption,
            });
            self.top += size * 1.5;
        }
        self.top += size * 0.3;
    }
}

/// The baseline of text whose middle stands at `middle`.
fn baseline(middle: f64, size: f64) -> f64 {
    middle + size * 0.35
}
