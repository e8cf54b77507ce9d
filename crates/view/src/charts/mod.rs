//! Turns figures into positions in CSS pixels; pure functions of figure and size.
//!
//! plotters lays out axes and grid, and maps every value to its position. Marks are plain values
//! with a key and a label, so that a component can make an element of each.

mod axis;
mod bars;
mod dot_plot;
mod dumbbell;
mod legend;
mod lines;
mod points;
mod px;
mod rows;
mod sankey;
mod scale;
mod sparkline;
mod text;
mod thumbnail;
mod waffle;
mod year_axis;

pub use dot_plot::{DotPlotDrawing, dot_plot};
pub use lines::{lines, multiples, separate};
pub use px::px;
pub use sparkline::{SparkPoint, sparkline};
pub(crate) use text::lines as text_lines;
pub use thumbnail::thumbnail;

use crate::figures::{Figure, Plot, Sankey, Tone};

/// The size that a drawing is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// In CSS pixels. The height follows from the content.
    pub width: f64,
    /// The reader's text size in CSS pixels.
    pub em: f64,
}

impl Size {
    /// Whether names go above the bars, for lack of room beside them.
    fn is_narrow(self) -> bool {
        self.width < self.em * 38.0
    }
}

/// A chart, in CSS pixels from the top left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    /// Axes, grid and captions.
    pub guides: Vec<Shape>,
    pub marks: Vec<Mark>,
}

/// A part of a drawing that the reader can point at.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub key: String,
    /// A sentence for screen readers.
    pub label: String,
    /// The left of the rectangle that responds to a pointer; shapes are relative to its top left.
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
        /// The position of the baseline.
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

/// The role of a shape; the style sheet decides its colours.
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
    /// The range of values that a hedge allows.
    Hedge,
    Stem,
    Dot(Tone),
    /// Last year's dot of a dumbbell.
    DotFrom,
    Square,
    /// A link of a Sankey diagram.
    Link(Tone),
    /// A node of a Sankey diagram.
    Node(Tone),
    /// Any other role, by its class, for charts of the comparison.
    Named(&'static str),
}

impl Paint {
    /// The class name of the role.
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
            Paint::Link(Tone::Muted) => "band muted",
            Paint::Link(_) => "band",
            Paint::Node(Tone::Muted) => "node muted",
            Paint::Node(_) => "node",
            Paint::Named(class) => class,
        }
    }
}

type DrawSankey = fn(&Sankey, &mut Sheet<'_>);

/// Draws a figure of a core view, see [`View::is_core`](crate::figures::View::is_core).
///
/// As [`draw`], but panels with a Sankey diagram are left out, so that the `draw` module does not
/// contain its code.
pub fn draw_core(figure: &Figure, size: Size) -> Drawing {
    draw_panels(figure, size, None)
}

/// Draws all panels of a figure, one below the other; an empty drawing if the figure has no
/// numbers.
pub fn draw(figure: &Figure, size: Size) -> Drawing {
    draw_panels(figure, size, Some(sankey::draw))
}

fn draw_panels(figure: &Figure, size: Size, draw_sankey: Option<DrawSankey>) -> Drawing {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    for panel in &figure.panels {
        if draw_sankey.is_none() && matches!(panel.plot, Plot::Sankey(_)) {
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
            Plot::Dumbbell(dumbbell) => dumbbell::draw(dumbbell, &mut sheet),
            Plot::Waffle(waffle) => waffle::draw(waffle, &mut sheet),
            Plot::Sankey(sankey) => {
                if let Some(draw_sankey) = draw_sankey {
                    draw_sankey(sankey, &mut sheet);
                }
            }
        }
        let bottom = sheet.top + size.em;
        drawing.height = bottom;
    }
    drawing
}

/// A drawing under construction; the next panel goes below `top`.
struct Sheet<'a> {
    size: Size,
    top: f64,
    drawing: &'a mut Drawing,
}

impl Sheet<'_> {
    /// Writes a caption above a panel.
    fn caption(&mut self, caption: &str) {
        let size = self.size.em * 0.9;
        // Captions are bold, which is wider than the estimate.
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

/// The baseline of text that is vertically centred at `middle`.
fn baseline(middle: f64, size: f64) -> f64 {
    middle + size * 0.35
}
