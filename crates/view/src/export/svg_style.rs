//! The colours of exported pictures as SVG attributes, since these have no style sheet.

use super::xml::Attributes;
use crate::charts::Paint;
use crate::figures::Tone;
pub(super) use crate::light_theme::*;

pub(super) const FONT: &str = "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', \
                    'Source Han Sans SC', 'WenQuanYi Micro Hei', system-ui, sans-serif";

/// The attributes of a filled shape.
pub(super) fn filled(paint: Paint) -> Attributes<'static> {
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
        // The outline keeps thin links visible where they are steep.
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
        Paint::Named(class) => named(class),
        _ => &[("fill", ACCENT)],
    }
}

/// The attributes of a stroked shape.
pub(super) fn stroked(paint: Paint) -> Attributes<'static> {
    match paint {
        Paint::Grid => &[("stroke", RULE)],
        Paint::Stem => &[("fill", "none"), ("stroke", EDGE), ("stroke-width", "2")],
        Paint::Named(class) => named(class),
        _ => &[("stroke", EDGE)],
    }
}

/// The attributes of a shape of the comparison, by its class; as in style/compare/lines.css.
fn named(class: &str) -> Attributes<'static> {
    /// The attributes of a line, and of its markers.
    macro_rules! line {
        ($colour:literal) => {
            (
                &[
                    ("fill", "none"),
                    ("stroke", $colour),
                    ("stroke-width", "2.5"),
                    ("stroke-linejoin", "round"),
                ],
                &[("fill", $colour)],
            )
        };
    }
    const LINES: [(Attributes<'static>, Attributes<'static>); 6] = [
        line!("#0b57a4"),
        line!("#a1330d"),
        line!("#1a6b3c"),
        line!("#7a3e9d"),
        line!("#8a6100"),
        line!("#4d5a66"),
    ];
    let at = |digit: &str| LINES.get(digit.parse::<usize>().ok()?);
    if let Some((line, _)) = class.strip_prefix("line l").and_then(at) {
        return line;
    }
    if let Some((_, end)) = class.strip_prefix("end l").and_then(at) {
        return end;
    }
    match class {
        "break" => &[("stroke", QUIET), ("stroke-dasharray", "5 4")],
        "quartile" => &[("stroke", EDGE), ("stroke-dasharray", "2 3")],
        "dots" => &[
            ("fill", "none"),
            ("stroke", ACCENT),
            ("stroke-opacity", "0.75"),
            ("stroke-linecap", "round"),
            ("stroke-width", "4.8"),
        ],
        "chosen" => &[("fill", DIFFERENCE)],
        // As in style/compare/tiles.css.
        "tile c0" => &[("fill", PAPER), ("stroke", EDGE)],
        "tile c1" => &[("fill", "#dce9f6"), ("stroke", EDGE)],
        "tile c2" => &[("fill", "#a9cbea"), ("stroke", EDGE)],
        "tile c3" => &[("fill", "#2f6fae"), ("stroke", EDGE)],
        "tile c4" => &[("fill", "#0a3d75"), ("stroke", EDGE)],
        "tile none" => &[
            ("fill", "none"),
            ("stroke", EDGE),
            ("stroke-dasharray", "3 3"),
        ],
        "tile chosen" => &[
            ("fill", "none"),
            ("stroke", DIFFERENCE),
            ("stroke-width", "4"),
        ],
        "count c1" | "count c2" => &[("fill", INK)],
        "count c3" | "count c4" => &[("fill", PAPER)],
        _ => &[("stroke", EDGE)],
    }
}

/// The attributes of text. It has no halo as on the page, which would cover it in programs that do
/// not support paint-order.
pub(super) fn written(paint: Paint) -> Attributes<'static> {
    match paint {
        Paint::Caption => &[("fill", QUIET), ("font-weight", "bold")],
        Paint::Legend | Paint::Tick => &[("fill", QUIET)],
        Paint::Value => &[("fill", INK), ("font-weight", "bold")],
        Paint::Named("on c3" | "on c4") => &[("fill", PAPER)],
        Paint::Named("on none") => &[("fill", QUIET)],
        _ => &[("fill", INK)],
    }
}
