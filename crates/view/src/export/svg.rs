//! A drawing as a standalone SVG document, without style sheets, scripts and external resources.

use super::svg_style::*;
use super::xml::{Attributes, Xml};
use crate::charts::{Anchor, Drawing, Mark, Paint, Shape, px, text_lines};

/// Writes a drawing as a picture with a title and a description.
///
/// One CSS pixel is one user unit. The output depends only on the drawing, and can be inlined many
/// times in a page: its only id is that of the hatch, which is always the same. Invisible shapes (a
/// dot without a radius, an empty text) are left out. Characters that XML does not allow become
/// U+FFFD.
pub fn svg(drawing: &Drawing, title: &str, description: &str) -> String {
    document(drawing, title, description, None)
}

/// The texts around a drawing.
pub(super) struct Caption<'a> {
    /// The text size, in CSS pixels.
    pub em: f64,
    pub heading: &'a str,
    pub credit: &'a [String],
    /// A small line above the heading; may be empty.
    pub kicker: &'a str,
    /// To the right of the credits.
    pub code: Option<Code<'a>>,
}

/// The place of a QR code, which a script draws: an empty path that names the address and the size.
#[derive(Clone, Copy)]
pub(super) struct Code<'a> {
    pub address: &'a str,
    /// Of the square, in CSS pixels.
    pub size: f64,
}

/// As [`svg`], with texts above and below the drawing.
pub(super) fn document(
    drawing: &Drawing,
    title: &str,
    description: &str,
    caption: Option<&Caption<'_>>,
) -> String {
    let framed = caption.map(|caption| Framed::new(drawing, caption));
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
    // Some programs show pictures on a dark background.
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
    xml.finish()
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

/// A drawing with a heading above it, credits below it, and a margin.
struct Framed<'a> {
    margin: f64,
    kicker: TextBlock,
    heading: TextBlock,
    credit: TextBlock,
    code: Option<Code<'a>>,
    /// The top of the drawing.
    top: f64,
    width: f64,
    height: f64,
}

/// Lines of text below each other.
struct TextBlock {
    size: f64,
    /// The baseline of the first line.
    first: f64,
    lines: Vec<String>,
}

/// The distance between baselines, relative to the text size.
const LEADING: f64 = 1.45;

impl<'a> Framed<'a> {
    fn new(drawing: &Drawing, caption: &Caption<'a>) -> Framed<'a> {
        let em = caption.em;
        let margin = em;
        let (large, small) = (em * 1.25, em * 0.8125);
        // Bold text is wider than the estimate.
        let heading = text_lines(caption.heading, large * 1.12, drawing.width);
        let code_width = caption.code.map_or(0.0, |code| code.size + em * 0.5);
        let credit = caption.credit.iter();
        let credit: Vec<String> = credit
            .flat_map(|line| text_lines(line, small, drawing.width - code_width))
            .collect();
        let kicker = match caption.kicker {
            "" => Vec::new(),
            kicker => text_lines(kicker, small, drawing.width),
        };
        let first = margin + large + kicker.len() as f64 * small * LEADING;
        let top = first + (heading.len() as f64 - 1.0).max(0.0) * large * LEADING + em;
        let below = top + drawing.height + em * 0.5 + small;
        let last = below + (credit.len() as f64 - 1.0).max(0.0) * small * LEADING;
        let code_bottom = caption.code.map_or(0.0, |code| below - small + code.size);
        Framed {
            margin,
            top,
            code: caption.code,
            width: drawing.width + margin * 2.0,
            height: last.max(code_bottom) + margin,
            kicker: TextBlock {
                size: small,
                first: margin + small,
                lines: kicker,
            },
            heading: TextBlock {
                size: large,
                first,
                lines: heading,
            },
            credit: TextBlock {
                size: small,
                first: below,
                lines: credit,
            },
        }
    }

    fn write(&self, drawing: &Drawing, xml: &mut Xml) {
        let bold = [("class", "finding"), ("fill", INK), ("font-weight", "bold")];
        let quiet = [("class", "credit"), ("fill", QUIET)];
        self.lines(&self.kicker, &quiet, xml);
        self.lines(&self.heading, &bold, xml);
        let offset = translate(self.margin, self.top);
        xml.open("g", &[("class", "drawing"), ("transform", &offset)]);
        contents(drawing, xml);
        xml.close("g");
        self.lines(&self.credit, &quiet, xml);
        if let Some(code) = &self.code {
            let left = self.width - self.margin - code.size;
            let top = self.credit.first - self.credit.size;
            let transform = translate(left, top);
            xml.empty(
                "path",
                &[
                    ("class", "code"),
                    ("transform", &transform),
                    ("data-address", code.address),
                    ("data-size", &px(code.size)),
                    ("fill", INK),
                ],
            );
        }
    }

    fn lines(&self, block: &TextBlock, style: Attributes<'_>, xml: &mut Xml) {
        let size = block.size;
        let x = px(self.margin);
        let font_size = px(size);
        let mut baseline = block.first;
        for line in &block.lines {
            let y = px(baseline);
            let position = [("x", x.as_str()), ("y", &y), ("font-size", &font_size)];
            let attributes: Vec<(&str, &str)> = style.iter().chain(&position).copied().collect();
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

/// Defines the pattern of hedges.
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
        } => painted(
            xml,
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
        Shape::Circle { x, y, r, paint } => painted(
            xml,
            "circle",
            *paint,
            &[("cx", &px(*x)), ("cy", &px(*y)), ("r", &px(*r))],
            filled(*paint),
        ),
        Shape::Line { from, to, paint } => painted(
            xml,
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
            let style = match paint {
                Paint::Stem => stroked(*paint),
                _ => filled(*paint),
            };
            painted(xml, "path", *paint, &[("d", data)], style);
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

fn translate(x: f64, y: f64) -> String {
    format!("translate({} {})", px(x), px(y))
}

/// Writes a shape with the class and the style of its role.
fn painted(
    xml: &mut Xml,
    name: &str,
    paint: Paint,
    position: Attributes<'_>,
    style: Attributes<'_>,
) {
    let class = [("class", paint.class())];
    let attributes: Vec<(&str, &str)> =
        class.iter().chain(position).chain(style).copied().collect();
    xml.empty(name, &attributes);
}
