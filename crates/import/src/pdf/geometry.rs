//! Positions on a page, in points of 1/72 inch: x to the right and y down.

use super::canvas::Rectangle;

/// `[a b c d e f]` of ISO 32000-1, 8.3.3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn shift(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Applies this matrix first, then the other.
    pub(super) fn then(self, other: Matrix) -> Matrix {
        let [a, b, c, d, e, f] = self.0;
        let [k, l, m, n, o, p] = other.0;
        Matrix([
            a * k + b * m,
            a * l + b * n,
            c * k + d * m,
            c * l + d * n,
            e * k + f * m + o,
            e * l + f * n + p,
        ])
    }

    pub(super) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Bounds {
    /// The smallest bounds around all points; `None` without points, or where one is not finite.
    pub(super) fn around(points: impl IntoIterator<Item = (f64, f64)>) -> Option<Bounds> {
        let mut points = points.into_iter();
        let (x, y) = points.next()?;
        let (left, top, right, bottom) = (x, y, x, y);
        let start = Bounds {
            left,
            top,
            right,
            bottom,
        };
        let bounds = points.fold(start, |bounds, (x, y)| Bounds {
            left: bounds.left.min(x),
            top: bounds.top.min(y),
            right: bounds.right.max(x),
            bottom: bounds.bottom.max(y),
        });
        let edges = [bounds.left, bounds.top, bounds.right, bounds.bottom];
        edges.iter().all(|edge| edge.is_finite()).then_some(bounds)
    }

    /// The bounds of a rectangle after a matrix was applied to it.
    pub(super) fn of_rectangle(matrix: Matrix, [x, y, width, height]: [f64; 4]) -> Option<Bounds> {
        let corners = [
            (x, y),
            (x + width, y),
            (x + width, y + height),
            (x, y + height),
        ];
        Bounds::around(corners.map(|(x, y)| matrix.point(x, y)))
    }

    pub(super) fn width(self) -> f64 {
        (self.right - self.left).max(0.0)
    }

    pub(super) fn height(self) -> f64 {
        (self.bottom - self.top).max(0.0)
    }

    pub(super) fn area(self) -> f64 {
        self.width() * self.height()
    }

    pub(super) fn center(self) -> (f64, f64) {
        (
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        )
    }

    pub(super) fn intersection(self, other: Bounds) -> Bounds {
        Bounds {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    pub(super) fn contains(self, (x, y): (f64, f64)) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    /// How much of these bounds lies within the others, from 0 to 1.
    pub(super) fn share_within(self, other: Bounds) -> f64 {
        let area = self.area();
        if area > 0.0 {
            self.intersection(other).area() / area
        } else if other.contains(self.center()) {
            1.0
        } else {
            0.0
        }
    }

    /// Smaller by this share of its width and height on each side.
    pub(super) fn shrunk(self, share: f64) -> Bounds {
        let (x, y) = (self.width() * share, self.height() * share);
        Bounds {
            left: self.left + x,
            top: self.top + y,
            right: self.right - x,
            bottom: self.bottom - y,
        }
    }
}

/// The visible part of a page, and how it is rotated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    /// From default user space to points from the upper left corner.
    pub(super) matrix: Matrix,
}

impl Frame {
    /// `quarters` is how often the page is rotated clockwise by 90 degrees.
    pub(super) fn new(bounds: [f64; 4], quarters: i64) -> Frame {
        let [x0, y0, x1, y1] = bounds;
        let (left, right) = (x0.min(x1), x0.max(x1));
        let (bottom, top) = (y0.min(y1), y0.max(y1));
        let (width, height) = (right - left, top - bottom);
        let (width, height, matrix) = match quarters.rem_euclid(4) {
            1 => (height, width, [0.0, 1.0, 1.0, 0.0, -bottom, -left]),
            2 => (width, height, [-1.0, 0.0, 0.0, 1.0, right, -bottom]),
            3 => (height, width, [0.0, -1.0, -1.0, 0.0, top, right]),
            _ => (width, height, [1.0, 0.0, 0.0, -1.0, -left, top]),
        };
        Frame {
            width,
            height,
            matrix: Matrix(matrix),
        }
    }
}

/// The direction of text, as a clockwise rotation of text that runs to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quarter {
    None,
    Down,
    UpsideDown,
    Up,
}

impl Quarter {
    const ALL: [Quarter; 4] = [
        Quarter::None,
        Quarter::Down,
        Quarter::UpsideDown,
        Quarter::Up,
    ];

    /// The direction once the page is rotated until text in the other direction runs to the right.
    pub(super) fn relative_to(self, other: Quarter) -> Quarter {
        let place = |quarter| Quarter::ALL.iter().position(|each| *each == quarter);
        let (own, other) = (place(self).unwrap_or(0), place(other).unwrap_or(0));
        let turns = (own + 4 - other) % 4;
        Quarter::ALL.get(turns).copied().unwrap_or(Quarter::None)
    }
}

/// A glyph on the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Its left end on the baseline.
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    /// Its advance width in the direction of its text.
    pub(super) along: f64,
    /// The font's height.
    pub(super) size: f64,
    pub(super) text: String,
    /// Whether a space was drawn before it.
    pub(super) follows_space: bool,
    /// The direction of its text. Its position is that of an upright glyph with the same centre.
    pub(super) turn: Quarter,
}

impl Glyph {
    pub(super) fn end(&self) -> f64 {
        self.x + self.width
    }

    /// The part of its box that the ink of a digit fills.
    pub(super) fn ink(&self) -> Bounds {
        Bounds {
            left: self.x + self.width * 0.1,
            top: self.y - self.size * 0.65,
            right: self.end() - self.width * 0.1,
            bottom: self.y - self.size * 0.05,
        }
    }

    /// Half the height of a letter above the baseline.
    pub(super) fn middle(&self) -> f64 {
        self.y - self.size * 0.35
    }
}

/// A straight rule: at this x (or y) from one y (or x) to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// A page with at most this many glyphs, and with a picture over this share of it, was scanned: a
/// page's number may have been printed on it.
const SCAN: (usize, f64) = (20, 0.5);

/// A page's glyphs, rules and pictures, upright.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawn {
    pub(super) width: f64,
    pub(super) height: f64,
    /// In drawing order.
    pub(super) glyphs: Vec<Glyph>,
    /// `at` is y.
    pub(super) horizontal: Vec<Rule>,
    /// `at` is x.
    pub(super) vertical: Vec<Rule>,
    /// The ink of glyphs that are not seen, or not wholly.
    pub(super) unseen: Vec<Bounds>,
    /// Images and drawings, which may hold anything.
    pub(super) pictures: Vec<Bounds>,
    pub(super) rectangles: Vec<Rectangle>,
}

impl Drawn {
    /// Whether the page is a picture with hardly any text.
    pub(super) fn is_scan(&self) -> bool {
        let (glyphs, share) = SCAN;
        let page = Bounds {
            left: 0.0,
            top: 0.0,
            right: self.width,
            bottom: self.height,
        };
        let is_large = |picture: &Bounds| page.share_within(*picture) >= share;
        self.glyphs.len() <= glyphs && self.pictures.iter().any(is_large)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_page_is_upright_with_its_corner_at_the_upper_left() {
        let bounds = [10.0, 20.0, 110.0, 220.0];
        // The corner of user space that is shown at the upper left.
        let corners = [(10.0, 220.0), (10.0, 20.0), (110.0, 20.0), (110.0, 220.0)];
        for (quarters, (x, y)) in (0..).zip(corners) {
            let frame = Frame::new(bounds, quarters);
            assert_eq!(frame.matrix.point(x, y), (0.0, 0.0), "{quarters}");
            let across = if quarters % 2 == 0 { 100.0 } else { 200.0 };
            assert_eq!(frame.width, across, "{quarters}");
        }
    }
}
