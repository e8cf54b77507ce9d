//! The boxes of a drawing's texts, measured with common fonts.

use gongkai_view::charts::{Anchor, Drawing, Mark, Paint, Shape};

/// A text with its box in the drawing's coordinates.
#[derive(Debug)]
pub struct Words<'a> {
    pub text: &'a str,
    pub paint: Paint,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Words<'_> {
    pub fn meets(&self, other: &Words<'_>) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The texts of a mark, except empty ones.
pub fn of_mark(mark: &Mark) -> Vec<Words<'_>> {
    words(&mark.shapes, (mark.x, mark.y))
}

pub fn of_guides(drawing: &Drawing) -> Vec<Words<'_>> {
    words(&drawing.guides, (0.0, 0.0))
}

pub fn of_drawing(drawing: &Drawing) -> Vec<Words<'_>> {
    let mut all = of_guides(drawing);
    all.extend(drawing.marks.iter().flat_map(of_mark));
    all
}

fn words(shapes: &[Shape], (left, top): (f64, f64)) -> Vec<Words<'_>> {
    let placed = |shape| match shape {
        &Shape::Text {
            x,
            y,
            size,
            anchor,
            ref text,
            paint,
        } if !text.is_empty() => {
            let width = width(text, size, paint);
            let before = match anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => width / 2.0,
                Anchor::End => width,
            };
            Some(Words {
                text,
                paint,
                left: left + x - before,
                right: left + x - before + width,
                top: top + y - size * 0.8,
                bottom: top + y + size * 0.2,
            })
        }
        _ => None,
    };
    shapes.iter().filter_map(placed).collect()
}

fn width(text: &str, size: f64, paint: Paint) -> f64 {
    let widths = match paint {
        Paint::Value | Paint::Caption => &BOLD,
        _ => &REGULAR,
    };
    let thousandths = |c: char| match (c as usize).checked_sub(0x20) {
        Some(index) if index < widths.len() => widths[index],
        // The minus sign, the middle dot, and a power of ten.
        _ if "−·×".contains(c) => 590,
        _ if "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c) => 420,
        _ => 1000,
    };
    text.chars().map(thousandths).sum::<u32>() as f64 * size / 1000.0
}

// The widths of ASCII from the space on, in thousandths of the size; the greater of Arial and Noto
// Sans CJK.
const REGULAR: [u32; 95] = [
    278, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 728, 293, 535, 667, 556, 833, 723, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 556, 325, 564, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 500, 377, 607, 521, 802, 500, 521, 500, 338, 270, 338, 584,
];
const BOLD: [u32; 95] = [
    278, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590,
    590, 590, 590, 590, 590, 590, 590, 333, 333, 590, 590, 590, 611, 1007, 722, 722, 722, 722, 667,
    611, 778, 757, 330, 568, 722, 611, 853, 749, 778, 667, 778, 722, 667, 625, 748, 667, 944, 667,
    667, 613, 378, 387, 378, 590, 567, 626, 591, 644, 556, 644, 581, 372, 611, 640, 304, 306, 604,
    315, 964, 641, 626, 644, 644, 436, 556, 421, 637, 576, 863, 562, 574, 511, 389, 296, 389, 590,
];
