//! Paths, and the rules among them.

use super::geometry::{Matrix, Rule};

/// A filled shape that is no wider than this, in points, is a rule.
const THIN: f64 = 3.0;
/// How far a rule may lean, in points.
const LEAN: f64 = 1.0;

/// The path that is being built, in points of the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, Default)]
struct Part {
    points: Vec<(f64, f64)>,
    is_closed: bool,
    is_curved: bool,
}

/// The rules of a page, lying and standing.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    pub(super) lying: Vec<Rule>,
    pub(super) standing: Vec<Rule>,
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
            // Behind a closed part the next begins where it began.
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
        self.start(point);
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
            is_curved: false,
        });
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
        let mut before: Option<[f64; 4]> = None;
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
    fn bounds(&self) -> Option<[f64; 4]> {
        let first = self.points.first()?;
        let start = [first.0, first.1, first.0, first.1];
        let bounds = self.points.iter().fold(start, |bounds, point| {
            let [left, top, right, bottom] = bounds;
            let (x, y) = *point;
            [left.min(x), top.min(y), right.max(x), bottom.max(y)]
        });
        (self.points.len() > 2).then_some(bounds)
    }
}

impl Rules {
    fn line(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) {
        if (y0 - y1).abs() <= LEAN {
            self.lie((y0 + y1) / 2.0, x0, x1);
        }
        if (x0 - x1).abs() <= LEAN {
            self.stand((x0 + x1) / 2.0, y0, y1);
        }
    }

    /// Whether the bounds are those of a rule, which is kept. A dot may be of a lying or of a
    /// standing row of dots.
    pub(super) fn thin(&mut self, [left, top, right, bottom]: [f64; 4]) -> bool {
        let is_lying = bottom - top <= THIN;
        let is_standing = right - left <= THIN;
        if is_lying {
            self.lie((top + bottom) / 2.0, left, right);
        }
        if is_standing {
            self.stand((left + right) / 2.0, top, bottom);
        }
        is_lying || is_standing
    }

    /// A frame drawn as one shape with another cut out of it.
    fn frame(&mut self, first: [f64; 4], second: [f64; 4]) {
        let near = |pair: (&f64, &f64)| (pair.0 - pair.1).abs() <= THIN;
        if !first.iter().zip(&second).all(near) {
            return;
        }
        let [left, top, right, bottom] = first;
        self.lie(top, left, right);
        self.lie(bottom, left, right);
        self.stand(left, top, bottom);
        self.stand(right, top, bottom);
    }

    fn lie(&mut self, y: f64, x0: f64, x1: f64) {
        self.lying.extend(rule(y, x0, x1));
    }

    fn stand(&mut self, x: f64, y0: f64, y1: f64) {
        self.standing.extend(rule(x, y0, y1));
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
