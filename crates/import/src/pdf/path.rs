//! Paths, and the rules among them.

use super::geometry::{Bounds, Matrix, Rule};

/// A filled shape that is no wider than this, in points, is a rule.
const THIN: f64 = 3.0;
/// How far a rule may lean, in points.
const LEAN: f64 = 1.0;

/// The current path, in points of the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, Default)]
struct Part {
    points: Vec<(f64, f64)>,
    is_closed: bool,
    is_curved: bool,
    /// Whether it continues the subpath of the part before it.
    continues: bool,
}

/// A filled subpath that is not a rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shape {
    pub(super) bounds: Bounds,
    pub(super) is_rectangle: bool,
}

/// The rules of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    pub(super) horizontal: Vec<Rule>,
    pub(super) vertical: Vec<Rule>,
}

impl Path {
    pub(super) fn start(&mut self, point: (f64, f64)) {
        self.parts.push(Part {
            points: vec![point],
            ..Part::default()
        });
    }

    pub(super) fn line(&mut self, point: (f64, f64)) {
        match self.parts.last_mut() {
            Some(part) if !part.is_closed => part.points.push(point),
            // After a closed part the next one begins where it began.
            Some(part) => {
                let first = part.points.first().copied().unwrap_or(point);
                self.start(first);
                self.line_on(point);
            }
            None => self.start(point),
        }
    }

    fn line_on(&mut self, point: (f64, f64)) {
        if let Some(part) = self.parts.last_mut() {
            part.points.push(point);
        }
    }

    pub(super) fn curve(&mut self, point: (f64, f64)) {
        if let Some(part) = self.parts.last_mut() {
            part.is_curved = true;
        }
        // Straight parts of a shape with round corners are rules as well.
        let continues = !self.parts.is_empty();
        self.parts.push(Part {
            points: vec![point],
            continues,
            ..Part::default()
        });
    }

    pub(super) fn close(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.is_closed = true;
        }
    }

    pub(super) fn rectangle(&mut self, matrix: Matrix, [x, y, width, height]: [f64; 4]) {
        let corners = [
            (x, y),
            (x + width, y),
            (x + width, y + height),
            (x, y + height),
        ];
        self.parts.push(Part {
            points: corners.map(|(x, y)| matrix.point(x, y)).to_vec(),
            is_closed: true,
            ..Part::default()
        });
    }

    pub(super) fn bounds(&self) -> Option<Bounds> {
        Bounds::around(
            self.parts
                .iter()
                .flat_map(|part| part.points.iter().copied()),
        )
    }

    /// The subpaths that are wider and higher than a rule.
    pub(super) fn shapes(&self) -> impl Iterator<Item = Shape> {
        let subpaths = self.parts.chunk_by(|_, next| next.continues);
        subpaths.filter_map(|parts| {
            let points = parts.iter().flat_map(|part| part.points.iter().copied());
            let bounds = Bounds::around(points)?;
            let is_rectangle = parts.iter().all(|part| part.is_rectangle(bounds));
            let is_thin = bounds.width() <= THIN || bounds.height() <= THIN;
            (!(is_thin && is_rectangle)).then_some(Shape {
                bounds,
                is_rectangle,
            })
        })
    }

    /// The bounds of straight lines that are neither horizontal nor vertical.
    pub(super) fn slanted_lines(&self) -> impl Iterator<Item = Bounds> {
        let lines = self.parts.iter().flat_map(|part| {
            let ends = part.points.iter().skip(1);
            part.points.iter().zip(ends)
        });
        lines.filter_map(|(start, end)| {
            let is_rule = (start.0 - end.0).abs() <= LEAN || (start.1 - end.1).abs() <= LEAN;
            Bounds::around([*start, *end]).filter(|_| !is_rule)
        })
    }

    pub(super) fn stroke(&self, rules: &mut Rules) {
        for part in &self.parts {
            let last = part.points.first().filter(|_| part.is_closed);
            let ends = part.points.iter().skip(1).chain(last);
            for (start, end) in part.points.iter().zip(ends) {
                rules.line(*start, *end);
            }
        }
    }

    pub(super) fn fill(&self, rules: &mut Rules) {
        let mut before: Option<Bounds> = None;
        for part in &self.parts {
            let bounds = part.bounds().filter(|_| !part.is_curved);
            if let Some(bounds) = bounds
                && !rules.thin(bounds)
                && let Some(outer) = before.take()
            {
                rules.frame(outer, bounds);
            }
            before = bounds;
        }
    }
}

impl Part {
    /// Whether all its points are corners of the bounds.
    fn is_rectangle(&self, bounds: Bounds) -> bool {
        let is_near = |one: f64, other: f64| (one - other).abs() <= LEAN;
        let is_corner = |(x, y): &(f64, f64)| {
            (is_near(*x, bounds.left) || is_near(*x, bounds.right))
                && (is_near(*y, bounds.top) || is_near(*y, bounds.bottom))
        };
        !self.is_curved && !self.continues && self.points.iter().all(is_corner)
    }

    fn bounds(&self) -> Option<Bounds> {
        let bounds = Bounds::around(self.points.iter().copied());
        bounds.filter(|_| self.points.len() > 2)
    }
}

impl Rules {
    fn line(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) {
        if (y0 - y1).abs() <= LEAN {
            self.add_horizontal((y0 + y1) / 2.0, x0, x1);
        }
        if (x0 - x1).abs() <= LEAN {
            self.add_vertical((x0 + x1) / 2.0, y0, y1);
        }
    }

    /// Keeps the bounds as a rule if they are thin. A dot may be part of a horizontal or of a vertical
    /// row of dots.
    pub(super) fn thin(&mut self, bounds: Bounds) -> bool {
        let Bounds {
            left,
            top,
            right,
            bottom,
        } = bounds;
        let is_horizontal = bottom - top <= THIN;
        let is_standing = right - left <= THIN;
        if is_horizontal {
            self.add_horizontal((top + bottom) / 2.0, left, right);
        }
        if is_standing {
            self.add_vertical((left + right) / 2.0, top, bottom);
        }
        is_horizontal || is_standing
    }

    /// Keeps the four rules of a frame that is drawn as one shape with another cut out of it.
    fn frame(&mut self, outer: Bounds, inner: Bounds) {
        let is_near = |one: f64, other: f64| (one - other).abs() <= THIN;
        if !(is_near(outer.left, inner.left)
            && is_near(outer.top, inner.top)
            && is_near(outer.right, inner.right)
            && is_near(outer.bottom, inner.bottom))
        {
            return;
        }
        let Bounds {
            left,
            top,
            right,
            bottom,
        } = outer;
        self.add_horizontal(top, left, right);
        self.add_horizontal(bottom, left, right);
        self.add_vertical(left, top, bottom);
        self.add_vertical(right, top, bottom);
    }

    fn add_horizontal(&mut self, y: f64, x0: f64, x1: f64) {
        self.horizontal.extend(rule(y, x0, x1));
    }

    fn add_vertical(&mut self, x: f64, y0: f64, y1: f64) {
        self.vertical.extend(rule(x, y0, y1));
    }
}

fn rule(at: f64, one: f64, other: f64) -> Option<Rule> {
    let is_finite = [at, one, other].iter().all(|number| number.is_finite());
    is_finite.then(|| Rule {
        at,
        from: one.min(other),
        to: one.max(other),
    })
}
