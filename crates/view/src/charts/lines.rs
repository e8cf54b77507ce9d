//! Lines over years: several in one chart, or several charts with the same scale.

use super::axis::Area;
use super::points::{self, TARGET, drawn};
use super::px::path;
use super::scale::ValueScale;
use super::year_axis::YearAxis;
use super::{Anchor, Drawing, Paint, Shape, Size, legend, text};
use crate::figures::{Line, Lines, Scale};

/// Draws all lines in one chart; an empty drawing if there is no number.
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
    let names = match legend::room_at_ends(&figure.lines, em, size.width) {
        _ if figure.lines.len() < 2 => Names::None,
        Some(room) => Names::AtEnds(room),
        None => Names::Above,
    };
    let height = match names {
        // As high as the names are together, however many: they spare the reader a legend.
        Names::AtEnds(_) => height.max(legend::height_at_ends(&figure.lines, em) + em * 2.5),
        _ => height,
    };
    let panel = LinePanel {
        left: 0.0,
        width: size.width,
        height,
        em,
        caption: caption(figure, size.width, em),
        names,
    };
    let scale = ValueScale::new(&values, figure.scale, figure.ticks, 6);
    drawing.height = panel.draw(figure, &scale, 0.0, &mut drawing) + em * 0.5;
    drawing
}

/// Draws a small chart for each figure, all with the same scale, so that heights can be compared.
pub fn multiples(figures: &[Lines], size: Size) -> Drawing {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    let values = values(figures);
    let Some(first) = figures.first().filter(|_| !values.is_empty()) else {
        return drawing;
    };
    let scale = ValueScale::new(&values, first.scale, first.ticks, 4);
    grid(figures, size, &|_| scale.clone(), &mut drawing);
    drawing
}

/// Draws a small chart for each figure, each with its own scale.
pub fn separate(figures: &[Lines], size: Size) -> Drawing {
    let mut drawing = Drawing {
        width: size.width,
        ..Drawing::default()
    };
    let scale = |figure: &Lines| {
        let values = values(std::slice::from_ref(figure));
        ValueScale::new(&values, figure.scale, figure.ticks, 4)
    };
    grid(figures, size, &scale, &mut drawing);
    drawing
}

fn grid(
    figures: &[Lines],
    size: Size,
    scale: &dyn Fn(&Lines) -> ValueScale,
    drawing: &mut Drawing,
) {
    let em = size.em;
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
        // Plots in a row have the same top, however long their captions are.
        let lines = captions.iter().map(Vec::len).max().unwrap_or(0);
        let mut bottom: f64 = top;
        for (column, (figure, mut caption)) in row.iter().zip(captions).enumerate() {
            caption.resize(lines, String::new());
            let panel = LinePanel {
                left: column as f64 * (width + gap),
                width,
                height: em * 9.0,
                em,
                caption,
                names: Names::None,
            };
            bottom = bottom.max(panel.draw(figure, &scale(figure), top, drawing));
        }
        top = bottom + em;
    }
    drawing.height = top;
}

fn values(figures: &[Lines]) -> Vec<f64> {
    let lines = figures.iter().flat_map(|figure| &figure.lines);
    lines
        .flat_map(|line| drawn(line).map(|point| point.value))
        .collect()
}

/// Breaks the caption into lines. It is bold, which is wider than the estimate allows for.
fn caption(figure: &Lines, width: f64, em: f64) -> Vec<String> {
    text::lines(&figure.caption, em * 0.92, width)
}

/// Where the names of lines are.
#[derive(Clone, Copy)]
enum Names {
    None,
    Above,
    /// At the ends of the lines, with the width that they need.
    AtEnds(f64),
}

/// The rectangle of one chart, and the texts around its plot.
struct LinePanel {
    left: f64,
    width: f64,
    /// The height of the plot alone.
    height: f64,
    em: f64,
    caption: Vec<String>,
    names: Names,
}

impl LinePanel {
    /// Draws the chart; returns its bottom.
    fn draw(&self, figure: &Lines, scale: &ValueScale, top: f64, drawing: &mut Drawing) -> f64 {
        let (em, small) = (self.em, self.em * 0.82);
        let right = self.left + self.width;
        let mut top = top;
        for line in &self.caption {
            top += small * 1.5;
            self.write(line, self.left, top - small * 0.3, Paint::Caption, drawing);
        }
        if let Names::Above = self.names {
            let span = (self.left, self.width);
            top = legend::above(&figure.lines, span, top, em, drawing);
        }
        // The unit of the axis, and below it the label of the breaks.
        for line in text::lines(&figure.unit, small, self.width) {
            self.write(&line, self.left, top + small * 1.1, Paint::Tick, drawing);
            top += small * 1.5;
        }
        // A break before the first year or after the last is not shown.
        let years = &figure.years;
        let is_within = |year: &&u16| *years.start() < **year && **year <= *years.end();
        let breaks: Vec<u16> = figure.breaks.iter().filter(is_within).copied().collect();
        let breaks_at = top + small * 1.1;
        if !breaks.is_empty() && !figure.break_label.is_empty() {
            top += small * 1.5;
        }
        let labels = scale.widest_label(small).min(self.width * 0.4);
        let left = self.left + labels + em * 0.5;
        let margin = match self.names {
            Names::AtEnds(room) => room,
            _ => TARGET / 2.0,
        };
        let area = Area {
            left,
            right: (right - margin).max(left + TARGET * 2.0),
            top: top + em * 1.3,
            bottom: top + self.height,
        };
        let axes = YearAxis::new(area, TARGET / 2.0, years, scale);
        let shapes = axes.shapes(area, years, scale, (labels, em));
        drawing.guides.extend(shapes);
        self.breaks(&breaks, &figure.break_label, breaks_at, &axes, drawing);
        let mut ends = Vec::new();
        for (index, line) in figure.lines.iter().enumerate() {
            series(line, index, figure.scale, &axes, drawing);
            let last = drawn(line).next_back();
            ends.extend(last.map(|point| (index, axes.point(point.year, point.value).1)));
        }
        if let Names::AtEnds(_) = self.names {
            let span = (area.top, area.bottom - em * 0.5);
            legend::at_ends(&figure.lines, ends, area.right, span, em, drawing);
        }
        // Numbers are shown only if there is a single line.
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

    /// Draws a dashed line before each of the years, with a label unless that would overlap the
    /// previous one.
    fn breaks(
        &self,
        years: &[u16],
        label: &str,
        label_at: f64,
        axes: &YearAxis,
        drawing: &mut Drawing,
    ) {
        let small = self.em * 0.82;
        let label = text::fit(label, small, self.width);
        let label_width = text::width(&label, small);
        let mut end = f64::NEG_INFINITY;
        for year in years {
            let x = axes.point(*year, 0.0).0 - axes.step / 2.0;
            drawing.guides.push(Shape::Line {
                from: (x, label_at + small * 0.3),
                to: (x, axes.bottom),
                paint: Paint::Named("break"),
            });
            let most = self.left + self.width - label_width;
            let start = (x - label_width / 2.0).min(most).max(self.left);
            if start >= end {
                self.write(&label, start, label_at, Paint::Tick, drawing);
                end = start + label_width + small;
            }
        }
    }
}

/// Draws the connected pieces of a line as one path. On a log scale, zero has no true position, so
/// nothing connects to it.
fn series(line: &Line, index: usize, scale: Scale, axes: &YearAxis, drawing: &mut Drawing) {
    let mut steps: Vec<(char, [f64; 2])> = Vec::new();
    let mut is_open = false;
    for point in &line.points {
        if !point.value.is_finite() {
            is_open = false;
            continue;
        }
        let (x, y) = axes.point(point.year, point.value);
        let has_position = scale == Scale::Linear || point.value > 0.0;
        let is_joined = point.is_joined && is_open && has_position;
        steps.push((if is_joined { 'L' } else { 'M' }, [x, y]));
        is_open = has_position;
    }
    let steps: Vec<(char, &[f64])> = steps
        .iter()
        .map(|(command, point)| (*command, point as &[f64]))
        .collect();
    if steps.iter().any(|(command, _)| *command == 'L') {
        drawing.guides.push(Shape::Path {
            data: path(&steps),
            paint: legend::line(index),
        });
    }
}
