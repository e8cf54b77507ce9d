//! A drawing as an SVG document that stands by itself: no style sheet, no script, nothing fetched.

use crate::charts::{Anchor, Drawing, Mark, Paint, Shape, px, text_lines};
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
    document(drawing, title, description, None)
}

/// What stands around a drawing.
pub(super) struct Words<'a> {
    /// The size of ordinary text, in CSS pixels.
    pub em: f64,
    pub heading: &'a str,
    pub credit: &'a [String],
}

/// As [`svg`], with words around the drawing where there are any.
pub(super) fn document(
    drawing: &Drawing,
    title: &str,
    description: &str,
    words: Option<&Words<'_>>,
) -> String {
    let framed = words.map(|words| Framed::new(drawing, words));
    let (width, height) = match &framed {
        Some(framed) => (px(framed.width), px(framed.height)),
        None => (px(drawing.width), px(drawing.height)),
    };
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
    match &framed {
        Some(framed) => framed.write(drawing, &mut xml),
        None => contents(drawing, &mut xml),
    }
    xml.close("svg");
    xml.0
}

fn contents(drawing: &Drawing, xml: &mut Xml) {
    xml.open("g", &[("class", "guides")]);
    for guide in &drawing.guides {
        shape(xml, guide);
    }
    xml.close("g");
    for one in &drawing.marks {
        mark(xml, one);
    }
}

/// A drawing with a heading above it, credits below it and a margin around all.
struct Framed {
    margin: f64,
    /// Of the heading and of the credits: text size, baseline of the first line, lines.
    heading: (f64, f64, Vec<String>),
    credit: (f64, f64, Vec<String>),
    /// Where the drawing begins.
    top: f64,
    width: f64,
    height: f64,
}

/// From baseline to baseline, as a part of the text size.
const LEADING: f64 = 1.45;

impl Framed {
    fn new(drawing: &Drawing, words: &Words<'_>) -> Framed {
        let em = words.em;
        let margin = em;
        let (large, small) = (em * 1.25, em * 0.8125);
        // Bold letters are wider than the estimate.
        let heading = text_lines(words.heading, large * 1.12, drawing.width);
        let credit = words.credit.iter();
        let credit: Vec<String> = credit
            .flat_map(|line| text_lines(line, small, drawing.width))
            .collect();
        let first = margin + large;
        let top = first + (heading.len() as f64 - 1.0).max(0.0) * large * LEADING + em;
        let below = top + drawing.height + em * 0.5 + small;
        let last = below + (credit.len() as f64 - 1.0).max(0.0) * small * LEADING;
        Framed {
            margin,
            top,
            width: drawing.width + margin * 2.0,
            height: last + margin,
            heading: (large, first, heading),
            credit: (small, below, credit),
        }
    }

    fn write(&self, drawing: &Drawing, xml: &mut Xml) {
        let bold = [("class", "finding"), ("fill", INK), ("font-weight", "bold")];
        self.lines(&self.heading, &bold, xml);
        let place = translate(self.margin, self.top);
        xml.open("g", &[("class", "drawing"), ("transform", &place)]);
        contents(drawing, xml);
        xml.close("g");
        let quiet = [("class", "credit"), ("fill", QUIET)];
        self.lines(&self.credit, &quiet, xml);
    }

    fn lines(&self, block: &(f64, f64, Vec<String>), look: Attributes<'_>, xml: &mut Xml) {
        let (size, first, lines) = block;
        let x = px(self.margin);
        let written = px(*size);
        let mut baseline = *first;
        for line in lines {
            let y = px(baseline);
            let place = [("x", x.as_str()), ("y", &y), ("font-size", &written)];
            let attributes: Vec<(&str, &str)> = look.iter().chain(&place).copied().collect();
            xml.leaf("text", &attributes, line);
            baseline += size * LEADING;
        }
    }
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
        // The line keeps a thin band in sight where it runs steep.
        Paint::Link(Tone::Muted) => &[
            ("fill", MUTED),
            ("fill-opacity", "0.28"),
            ("stroke", MUTED),
            ("stroke-opacity", "0.4"),
            ("stroke-width", "0.5"),
        ],
        Paint::Link(_) => &[
            ("fill", ACCENT),
            ("fill-opacity", "0.28"),
            ("stroke", ACCENT),
            ("stroke-opacity", "0.4"),
            ("stroke-width", "0.5"),
        ],
        Paint::Node(Tone::Muted) => &[("fill", MUTED)],
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
