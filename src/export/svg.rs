//! A drawing as an SVG document that stands by itself: no style sheet, no script, nothing fetched.

use crate::charts::{Anchor, Drawing, Mark, Paint, Shape, px};
use crate::figures::Tone;

// The light theme's.
const INK: &str = "#1b1f24";
const QUIET: &str = "#525c67";
const PAPER: &str = "#ffffff";
const RULE: &str = "#d3d9df";
const EDGE: &str = "#76808b";
const ACCENT: &str = "#0b57a4";
const MUTED: &str = "#76828e";
const LOSS: &str = "#9a5b00";
const DIFFERENCE: &str = "#a1330d";
const FONT: &str = "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', \
                    'Source Han Sans SC', 'WenQuanYi Micro Hei', system-ui, sans-serif";

type Attributes<'a> = &'a [(&'a str, &'a str)];

/// The drawing as a picture named `title`; `description` says in words what it shows.
///
/// One CSS pixel is one user unit. The same drawing gives the same text, whatever else stands on
/// the page: the one id that it may hold, of the hatch, means the same everywhere. What cannot be
/// seen (a dot without a radius, a line of a name that is empty) is left out. Characters that XML
/// cannot hold become U+FFFD.
pub fn svg(drawing: &Drawing, title: &str, description: &str) -> String {
    let (width, height) = (px(drawing.width), px(drawing.height));
    let mut xml = Xml::default();
    xml.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("role", "img"),
            ("class", "figure"),
            ("viewBox", &format!("0 0 {width} {height}")),
            ("width", &width),
            ("height", &height),
            ("font-family", FONT),
        ],
    );
    xml.leaf("title", &[], title);
    if !description.is_empty() {
        xml.leaf("desc", &[], description);
    }
    if shapes(drawing).any(|shape| is_painted(shape, Paint::Hedge)) {
        hatch(&mut xml);
    }
    // A reader's program may show pictures on a dark ground.
    xml.empty(
        "rect",
        &[
            ("class", "ground"),
            ("width", &width),
            ("height", &height),
            ("fill", PAPER),
        ],
    );
    xml.open("g", &[("class", "guides")]);
    for guide in &drawing.guides {
        shape(&mut xml, guide);
    }
    xml.close("g");
    for one in &drawing.marks {
        mark(&mut xml, one);
    }
    xml.close("svg");
    xml.0
}

fn shapes(drawing: &Drawing) -> impl Iterator<Item = &Shape> {
    let marked = drawing.marks.iter().flat_map(|mark| &mark.shapes);
    drawing.guides.iter().chain(marked)
}

fn is_painted(shape: &Shape, wanted: Paint) -> bool {
    match shape {
        Shape::Rect { paint, .. }
        | Shape::Circle { paint, .. }
        | Shape::Line { paint, .. }
        | Shape::Path { paint, .. }
        | Shape::Text { paint, .. } => *paint == wanted && is_visible(shape),
    }
}

fn is_visible(shape: &Shape) -> bool {
    match shape {
        Shape::Rect { width, height, .. } => *width > 0.0 && *height > 0.0,
        Shape::Circle { r, .. } => *r > 0.0,
        Shape::Line { .. } => true,
        Shape::Path { data, .. } => !data.is_empty(),
        Shape::Text { text, .. } => !text.is_empty(),
    }
}

/// The pattern of what a hedge allows.
fn hatch(xml: &mut Xml) {
    xml.open("defs", &[]);
    xml.open(
        "pattern",
        &[
            ("id", "hatch"),
            ("width", "6"),
            ("height", "6"),
            ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", "rotate(45)"),
        ],
    );
    let stripe = |class, width, fill| {
        [
            ("class", class),
            ("width", width),
            ("height", "6"),
            ("fill", fill),
        ]
    };
    xml.empty("rect", &stripe("hatch-ground", "6", PAPER));
    xml.empty("rect", &stripe("hatch-line", "2.5", ACCENT));
    xml.close("pattern");
    xml.close("defs");
}

fn mark(xml: &mut Xml, mark: &Mark) {
    xml.open(
        "g",
        &[("class", "mark"), ("transform", &translate(mark.x, mark.y))],
    );
    xml.leaf("title", &[], &mark.label);
    for one in &mark.shapes {
        shape(xml, one);
    }
    xml.close("g");
}

fn shape(xml: &mut Xml, shape: &Shape) {
    if !is_visible(shape) {
        return;
    }
    match shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            paint,
        } => xml.painted(
            "rect",
            *paint,
            &[
                ("x", &px(*x)),
                ("y", &px(*y)),
                ("width", &px(*width)),
                ("height", &px(*height)),
            ],
            filled(*paint),
        ),
        Shape::Circle { x, y, r, paint } => xml.painted(
            "circle",
            *paint,
            &[("cx", &px(*x)), ("cy", &px(*y)), ("r", &px(*r))],
            filled(*paint),
        ),
        Shape::Line { from, to, paint } => xml.painted(
            "line",
            *paint,
            &[
                ("x1", &px(from.0)),
                ("y1", &px(from.1)),
                ("x2", &px(to.0)),
                ("y2", &px(to.1)),
            ],
            stroked(*paint),
        ),
        Shape::Path { data, paint } => {
            let look = match paint {
                Paint::Stem => stroked(*paint),
                _ => filled(*paint),
            };
            xml.painted("path", *paint, &[("d", data)], look);
        }
        Shape::Text {
            x,
            y,
            size,
            anchor,
            text,
            paint,
        } => {
            let (x, y, size) = (px(*x), px(*y), px(*size));
            let mut attributes = vec![
                ("class", paint.class()),
                ("x", &x),
                ("y", &y),
                ("font-size", &size),
            ];
            attributes.extend(match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some(("text-anchor", "middle")),
                Anchor::End => Some(("text-anchor", "end")),
            });
            attributes.extend(written(*paint));
            xml.leaf("text", &attributes, text);
        }
    }
}

fn filled(paint: Paint) -> Attributes<'static> {
    match paint {
        Paint::Bar(Tone::Difference) => &[
            ("fill", "none"),
            ("stroke", DIFFERENCE),
            ("stroke-width", "2"),
            ("stroke-dasharray", "4 3"),
        ],
        Paint::Bar(Tone::Muted) | Paint::Dot(Tone::Muted) => &[("fill", MUTED)],
        Paint::Bar(Tone::Loss) => &[("fill", LOSS)],
        Paint::Hedge => &[("fill", "url(#hatch)")],
        Paint::Stem => &[("fill", EDGE)],
        Paint::DotFrom => &[("fill", PAPER), ("stroke", MUTED), ("stroke-width", "2")],
        _ => &[("fill", ACCENT)],
    }
}

fn stroked(paint: Paint) -> Attributes<'static> {
    match paint {
        Paint::Grid => &[("stroke", RULE)],
        Paint::Stem => &[("fill", "none"), ("stroke", EDGE), ("stroke-width", "2")],
        _ => &[("stroke", EDGE)],
    }
}

// Words have no halo as on the page: a program that does not know paint-order would hide them in it.
fn written(paint: Paint) -> Attributes<'static> {
    match paint {
        Paint::Caption => &[("fill", QUIET), ("font-weight", "bold")],
        Paint::Legend | Paint::Tick => &[("fill", QUIET)],
        Paint::Value => &[("fill", INK), ("font-weight", "bold")],
        _ => &[("fill", INK)],
    }
}

fn translate(x: f64, y: f64) -> String {
    format!("translate({} {})", px(x), px(y))
}

/// XML text in the making, an element a line.
#[derive(Default)]
struct Xml(String);

impl Xml {
    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.0.push_str(">\n");
    }

    fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push_str(">\n");
    }

    fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.0.push_str("/>\n");
    }

    /// An element that holds nothing but text.
    fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.tag(name, attributes);
        self.0.push('>');
        self.text(text);
        self.close(name);
    }

    fn painted(&mut self, name: &str, paint: Paint, place: Attributes<'_>, look: Attributes<'_>) {
        let class = [("class", paint.class())];
        let attributes: Vec<(&str, &str)> =
            class.iter().chain(place).chain(look).copied().collect();
        self.empty(name, &attributes);
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // Else a parser would make it a line feed.
                '\r' => self.0.push_str("&#13;"),
                '\t' | '\n' => self.0.push(c),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.0.push('\u{fffd}'),
                _ => self.0.push(c),
            }
        }
    }
}
