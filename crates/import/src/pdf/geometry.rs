//! Positions on a page: points of 1/72 inch, x to the right and y down once a page is turned upright.

/// `[a b c d e f]` of ISO 32000-1, 8.3.3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn shift(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This first, then the other.
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

/// The shown part of a page, and how it is turned to be upright.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    /// From the page's own units to points from the upper left corner.
    pub(super) matrix: Matrix,
}

impl Frame {
    /// `quarters` is how often the page is turned clockwise by 90 degrees.
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

/// A character as it stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Its left end on the baseline.
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    /// The font's height.
    pub(super) size: f64,
    pub(super) text: String,
    /// A space was drawn before it.
    pub(super) spaced: bool,
}

impl Glyph {
    pub(super) fn end(&self) -> f64 {
        self.x + self.width
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

/// What is drawn on a page, upright.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawn {
    pub(super) width: f64,
    pub(super) height: f64,
    /// In the order in which they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// Lying rules: `at` is y.
    pub(super) lying: Vec<Rule>,
    /// Standing rules: `at` is x.
    pub(super) standing: Vec<Rule>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_page_is_upright_with_its_corner_at_the_upper_left() {
        let bounds = [10.0, 20.0, 110.0, 220.0];
        // The corner of the page's own units that is shown at the upper left.
        let corners = [(10.0, 220.0), (10.0, 20.0), (110.0, 20.0), (110.0, 220.0)];
        for (quarters, (x, y)) in (0..).zip(corners) {
            let frame = Frame::new(bounds, quarters);
            assert_eq!(frame.matrix.point(x, y), (0.0, 0.0), "{quarters}");
            let across = if quarters % 2 == 0 { 100.0 } else { 200.0 };
            assert_eq!(frame.width, across, "{quarters}");
        }
    }
}
