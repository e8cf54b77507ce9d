//! Lines over years: one chart of several, or several charts on one scale.

use super::frame::Area;
use super::points::{self, TARGET, drawn};
use super::px::path;
use super::ruler::Ruler;
use super::upright::Upright;
use super::{Anchor, Drawing, Paint, Shape, Size, legend, text};
use crate::figures::{Line, Lines, Scale};

/// All lines in one chart. Without a number it is an empty drawing.
pub fn lines(figure: &Lines, size: Size) -> Drawing {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    let values = values(std::slice::from_ref(figure));
    if values.is_empty() {
        return drawing;
    }
    let em = size.em;
    let height = (size.width * 0.45).clamp(em * 12.0, em * 22.0);
    let names = match legend::room_at_ends(&figure.lines, em, size.width, height - em * 2.0) {
        _ if figure.lines.len() < 2 => Names::None,
        Some(room) if !size.is_narrow() => Names::AtEnds(room),
        _ => Names::Above,
    };
    let panel = Panel {
        left: 0.0,
        width: size.width,
        height,
        em,
        caption: caption(figure, size.width, em),
        names,
    };
    let ruler = Ruler::new(&values, figure.scale, figure.axis, 6);
    drawing.height = panel.draw(figure, &ruler, 0.0, &mut drawing) + em * 0.5;
    drawing
}

/// A small chart each, all on one scale, so that their heights can be compared.
pub fn multiples(figures: &[Lines], size: Size) -> Drawing {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    let values = values(figures);
    let Some(first) = figures.first().filter(|_| !values.is_empty()) else {
        return drawing;
    };
    let em = size.em;
    let ruler = Ruler::new(&values, first.scale, first.axis, 4);
    let gap = em * 1.5;
    let most = (size.width / (em * 15.0)).floor().clamp(1.0, 4.0);
    let columns = (most as usize).min(figures.len()).max(1);
    let width = (size.width - gap * (columns as f64 - 1.0)) / columns as f64;
    let mut top = 0.0;
    for row in figures.chunks(columns) {
        let captions: Vec<_> = row
            .iter()
            .map(|figure| caption(figure, width, em))
            .collect();
        // Plots side by side begin at one height, whatever stands above them.
        let lines = captions.iter().map(Vec::len).max().unwrap_or(0);
        let mut bottom: f64 = top;
        for (column, (figure, mut caption)) in row.iter().zip(captions).enumerate() {
            caption.resize(lines, String::new());
            let panel = Panel {
                left: column as f64 * (width + gap),
                width,
                height: em * 9.0,
                em,
                caption,
                names: Names::None,
            };
            bottom = bottom.max(panel.draw(figure, &ruler, top, &mut drawing));
        }
        top = bottom + em;
    }
    drawing.height = top;
    drawing
}

fn values(figures: &[Lines]) -> Vec<f64> {
    let lines = figures.iter().flat_map(|figure| &figure.lines);
    lines
        .flat_map(|line| drawn(line).map(|point| point.value))
        .collect()
}

/// Captions are bold, and bold is wider than the estimate.
fn caption(figure: &Lines, width: f64, em: f64) -> Vec<String> {
    text::lines(&figure.caption, em * 0.92, width)
}

#[derive(Clone, Copy)]
enum Names {
    None,
    Above,
    /// With the width that they take.
    AtEnds(f64),
}

/// The room of one chart, and what stands around its plot.
struct Panel {
    left: f64,
    width: f64,
    /// Of the plot, without what stands above and below it.
    height: f64,
    em: f64,
    caption: Vec<String>,
    names: Names,
}

impl Panel {
    /// Gives its bottom.
    fn draw(&self, figure: &Lines, ruler: &Ruler, top: f64, drawing: &mut Drawing) -> f64 {
        let (em, small) = (self.em, self.em * 0.82);
        let right = self.left + self.width;
        let mut top = top;
        for line in &self.caption {
            top += small * 1.5;
            self.write(line, self.left, top - small * 0.3, Paint::Caption, drawing);
        }
        if let Names::Above = self.names {
            let place = (self.left, self.width);
            top = legend::above(&figure.lines, place, top, em, drawing);
        }
        // What the numbers are, at the axis; the words at a change of the form, over it.
        for line in text::lines(&figure.unit, small, self.width) {
            self.write(&line, self.left, top + small * 1.1, Paint::Tick, drawing);
            top += small * 1.5;
        }
        // Before the first year nothing changes.
        let years = &figure.years;
        let is_within = |year: &&u16| *years.start() < **year && **year <= *years.end();
        let breaks: Vec<u16> = figure.breaks.iter().filter(is_within).copied().collect();
        let breaks_at = top + small * 1.1;
        if !breaks.is_empty() && !figure.break_label.is_empty() {
            top += small * 1.5;
        }
        let labels = ruler.widest(small).min(self.width * 0.4);
        let left = self.left + labels + em * 0.5;
        let beside = match self.names {
            Names::AtEnds(room) => room,
            _ => TARGET / 2.0,
        };
        let area = Area {
            left,
            right: (right - beside).max(left + TARGET * 2.0),
            top: top + em * 1.3,
            bottom: top + self.height,
        };
        let axes = Upright::new(area, TARGET / 2.0, years, ruler);
        let shapes = axes.shapes(area, years, ruler, (labels, em));
        drawing.guides.extend(shapes);
        self.breaks(&breaks, &figure.break_label, breaks_at, &axes, drawing);
        let mut ends = Vec::new();
        for (index, line) in figure.lines.iter().enumerate() {
            series(line, index, figure.scale, &axes, drawing);
            let last = drawn(line).next_back();
            ends.extend(last.map(|point| (index, axes.at(point.year, point.value).1)));
        }
        if let Names::AtEnds(_) = self.names {
            let span = (area.top, area.bottom - em * 0.5);
            legend::at_ends(&figure.lines, ends, area.right, span, em, drawing);
        }
        // One line alone has room for its numbers.
        let numbers = (figure.lines.len() == 1).then_some((area.left, right));
        for (index, line) in figure.lines.iter().enumerate() {
            let marks = points::marks(line, index, &axes, numbers, em);
            drawing.marks.extend(marks);
        }
        area.bottom + small * 1.9
    }

    fn write(&self, text: &str, x: f64, y: f64, paint: Paint, drawing: &mut Drawing) {
        drawing.guides.push(Shape::Text {
            x,
            y,
            size: self.em * 0.82,
            anchor: Anchor::Start,
            text: text.to_owned(),
            paint,
        });
    }

    /// A dashed line before each of the years, which says what it is where there is room beside the
    /// one before.
    fn breaks(
        &self,
        years: &[u16],
        label: &str,
        label_at: f64,
        axes: &Upright,
        drawing: &mut Drawing,
    ) {
        let small = self.em * 0.82;
        let label = text::fit(label, small, self.width);
        let wide = text::width(&label, small);
        let mut end = f64::NEG_INFINITY;
        for year in years {
            let x = axes.at(*year, 0.0).0 - axes.step / 2.0;
            drawing.guides.push(Shape::Line {
                from: (x, label_at + small * 0.3),
                to: (x, axes.bottom),
                paint: Paint::Named("break"),
            });
            let most = self.left + self.width - wide;
            let start = (x - wide / 2.0).min(most).max(self.left);
            if start >= end {
                self.write(&label, start, label_at, Paint::Tick, drawing);
                end = start + wide + small;
            }
        }
    }
}

/// The joined pieces of a line, in one path. What stands apart on a log scale is joined to nothing.
fn series(line: &Line, index: usize, scale: Scale, axes: &Upright, drawing: &mut Drawing) {
    let mut steps: Vec<(char, [f64; 2])> = Vec::new();
    let mut is_open = false;
    for point in &line.points {
        if !point.value.is_finite() {
            is_open = false;
            continue;
        }
        let (x, y) = axes.at(point.year, point.value);
        let has_place = scale == Scale::Linear || point.value > 0.0;
        let is_joined = point.is_joined && is_open && has_place;
        steps.push((if is_joined { 'L' } else { 'M' }, [x, y]));
        is_open = has_place;
    }
    let steps: Vec<(char, &[f64])> = steps
        .iter()
        .map(|(command, at)| (*command, at as &[f64]))
        .collect();
    if steps.iter().any(|(command, _)| *command == 'L') {
        drawing.guides.push(Shape::Path {
            data: path(&steps),
            paint: legend::line(index),
        });
    }
}
