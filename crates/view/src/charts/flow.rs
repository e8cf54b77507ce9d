//! From where cases came to what became of them: nodes joined by bands, all on one linear scale.
//!
//! Where there is room, nodes stand in columns with their names outside. Where there is not, they
//! stand in one list with their names over the full width, and the bands bow out beside it.

use super::{Anchor, Mark, Paint, Shape, Sheet, baseline, px, text};
use crate::figures::{Band, Flow, Node, Stage};

/// The most lines that a name may take before it is cut.
const NAME_LINES: usize = 6;
/// The least height that a finger finds.
const TARGET: f64 = 44.0;
/// A number above zero never vanishes for being small.
const VISIBLE: f64 = 1.5;
/// Bold letters may be so much wider than the estimate.
const BOLD: f64 = 1.2;

pub(super) fn draw(flow: &Flow, sheet: &mut Sheet<'_>) {
    if sheet.size.is_narrow() {
        list(flow, sheet);
    } else {
        columns(flow, sheet);
    }
}

/// Only what is above zero can be drawn.
fn positive(value: f64) -> f64 {
    if value > 0.0 && value.is_finite() {
        value
    } else {
        0.0
    }
}

fn own(node: &Node) -> f64 {
    positive(node.value.unwrap_or(0.0))
}

fn thickness(value: f64, scale: f64) -> f64 {
    match positive(value) {
        value if value > 0.0 => (value * scale).max(VISIBLE),
        _ => 0.0,
    }
}

/// The cases at each node: its own number, or what its bands bring where that is more.
fn extents(flow: &Flow) -> Vec<f64> {
    let carried = |index: usize, end: fn(&Band) -> usize| -> f64 {
        let bands = flow.bands.iter().filter(|band| end(band) == index);
        bands.map(|band| positive(band.value)).sum()
    };
    flow.nodes
        .iter()
        .enumerate()
        .map(|(index, node)| {
            own(node)
                .max(carried(index, |band| band.from))
                .max(carried(index, |band| band.to))
        })
        .collect()
}

/// The most cases that any stage holds.
fn most(flow: &Flow, extents: &[f64]) -> f64 {
    [Stage::From, Stage::Middle, Stage::To]
        .into_iter()
        .map(|stage| {
            let nodes = flow.nodes.iter().zip(extents);
            let of_stage = nodes.filter(|(node, _)| node.stage == stage);
            of_stage.map(|(_, extent)| *extent).sum()
        })
        .fold(0.0, f64::max)
}

/// Pixels a case, so that the fullest stage takes up `room`.
fn scale(most: f64, room: f64) -> f64 {
    if most > 0.0 { room / most } else { 0.0 }
}

/// The width that the widest name or number would take in one line.
fn widest<'a>(nodes: impl Iterator<Item = &'a Node>, em: f64) -> f64 {
    let wide = |node: &Node| {
        let number = text::width(&node.label, em) * BOLD;
        text::width(&node.name, em).max(number)
    };
    nodes.map(wide).fold(0.0, f64::max)
}

/// A node's name and number, broken into lines.
struct Words {
    name: Vec<String>,
    number: String,
    /// Smaller than the text where the number would not fit.
    number_size: f64,
    em: f64,
}

impl Words {
    fn new(node: &Node, em: f64, room: f64) -> Words {
        let mut name = text::lines(&node.name, em, room);
        if name.len() > NAME_LINES {
            let rest = name.drain(NAME_LINES - 1..).collect::<Vec<_>>().join(" ");
            name.push(text::fit(&rest, em, room));
        }
        let wide = text::width(&node.label, em) * BOLD;
        Words {
            name,
            number: node.label.clone(),
            number_size: if wide > room { em * room / wide } else { em },
            em,
        }
    }

    fn height(&self) -> f64 {
        (self.name.len() + 1) as f64 * self.em * 1.25
    }

    /// The lines with their middle at `middle`; the number comes last.
    fn shapes(&self, x: f64, middle: f64, anchor: Anchor) -> Vec<Shape> {
        let first = middle - self.height() / 2.0 + self.em * 0.625;
        let line = |index: usize, text: &str, size: f64, paint| Shape::Text {
            x,
            y: baseline(first + index as f64 * self.em * 1.25, size),
            size,
            anchor,
            text: text.to_owned(),
            paint,
        };
        let names = self.name.iter().enumerate();
        let mut shapes: Vec<Shape> = names
            .map(|(index, text)| line(index, text, self.em, Paint::Name))
            .collect();
        shapes.push(line(
            self.name.len(),
            &self.number,
            self.number_size,
            Paint::Value,
        ));
        shapes
    }
}

/// Where a node's bar stands, in the drawing.
#[derive(Clone, Copy, Default)]
struct Spot {
    x: f64,
    top: f64,
}

/// A row of a column or of the list.
struct Row {
    index: usize,
    words: Words,
    height: f64,
}

fn rows(flow: &Flow, stage: Stage, extents: &[f64], scale: f64, em: f64, room: f64) -> Vec<Row> {
    flow.nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| node.stage == stage)
        .map(|(index, node)| {
            let words = Words::new(node, em, room);
            let bands = extents.get(index).map_or(0.0, |extent| extent * scale);
            let height = (words.height() + em * 0.6).max(bands + em * 0.6);
            Row {
                index,
                words,
                height: height.max(TARGET),
            }
        })
        .collect()
}

fn height(rows: &[Row]) -> f64 {
    rows.iter().map(|row| row.height).sum()
}

/// The bar of a node in a mark that begins at `origin`.
fn bar(node: &Node, spot: Spot, scale: f64, width: f64, origin: (f64, f64)) -> Shape {
    Shape::Rect {
        x: spot.x - origin.0,
        y: spot.top - origin.1,
        width,
        height: thickness(own(node), scale),
        paint: Paint::Node(node.tone),
    }
}

/// The bands in an order, with the top of each at its two ends: stacked from the top of a bar.
fn stacked<'a>(
    bands: impl Iterator<Item = &'a Band>,
    spots: &[Spot],
    scale: f64,
) -> Vec<(&'a Band, Spot, Spot)> {
    let mut leaving = spots.to_vec();
    let mut entering = spots.to_vec();
    let mut stacked = Vec::new();
    for band in bands {
        let (Some(from), Some(to)) = (leaving.get_mut(band.from), entering.get_mut(band.to)) else {
            continue;
        };
        stacked.push((band, *from, *to));
        let thick = positive(band.value) * scale;
        from.top += thick;
        to.top += thick;
    }
    stacked
}

/// Nodes in columns, names outside, bands between.
fn columns(flow: &Flow, sheet: &mut Sheet<'_>) {
    let (em, width) = (sheet.size.em, sheet.size.width);
    let (gap, bar_width) = (em * 0.5, (em * 0.6).round());
    let room = |stage: Stage, part: f64| {
        let nodes = flow.nodes.iter().filter(|node| node.stage == stage);
        widest(nodes, em).min(width * part)
    };
    let (from_room, to_room) = (room(Stage::From, 0.26), room(Stage::To, 0.34));
    let from_x = from_room + gap;
    let to_x = width - to_room - gap - bar_width;
    // Most ways lead from the middle to the end, so those have more room.
    let middle_x = from_x + (to_x - from_x) * 0.42;
    headings(flow, (from_x + bar_width, to_x), sheet);

    let extents = extents(flow);
    let most_rows = flow
        .nodes
        .iter()
        .filter(|node| node.stage == Stage::To)
        .count();
    let scale = scale(
        most(flow, &extents),
        (em * 16.0).max(most_rows as f64 * TARGET * 0.4),
    );
    let rows = |stage, room| rows(flow, stage, &extents, scale, em, room);
    let from = rows(Stage::From, from_room);
    let to = rows(Stage::To, to_room);
    let middle = rows(Stage::Middle, middle_x - from_x - bar_width - gap);
    // The words of the middle stand above its bar.
    let above = middle
        .first()
        .map_or(0.0, |row| row.words.height() + em * 0.4);
    let extent = |row: &Row| extents.get(row.index).map_or(0.0, |extent| extent * scale);
    let total = height(&from)
        .max(height(&to))
        .max(middle.first().map_or(0.0, |row| above + extent(row) + em));

    let mut spots = vec![Spot::default(); flow.nodes.len()];
    let mut marks = Vec::new();
    let top = sheet.top;
    for (column, x, anchor) in [(&from, from_x, Anchor::End), (&to, to_x, Anchor::Start)] {
        // A short column is spread, but not torn apart.
        let spare = ((total - height(column)) / column.len().max(1) as f64).min(em * 2.0);
        let used = height(column) + spare * column.len() as f64;
        let mut y = top + (total - used) / 2.0;
        for row in column {
            let Some(node) = flow.nodes.get(row.index) else {
                continue;
            };
            y += spare / 2.0;
            let center = row.height / 2.0;
            let spot = Spot {
                x,
                top: y + center - extent(row) / 2.0,
            };
            let (left, right, words_x) = match anchor {
                Anchor::End => (0.0, x + bar_width, x - gap),
                _ => (x, width, x + bar_width + gap),
            };
            let mut shapes = vec![bar(node, spot, scale, bar_width, (left, y))];
            shapes.extend(row.words.shapes(words_x - left, center, anchor));
            marks.push(Mark {
                key: node.key.clone(),
                label: node.detail.clone(),
                x: left,
                y,
                width: right - left,
                height: row.height,
                shapes,
            });
            if let Some(place) = spots.get_mut(row.index) {
                *place = spot;
            }
            y += row.height + spare / 2.0;
        }
    }
    for row in &middle {
        let Some(node) = flow.nodes.get(row.index) else {
            continue;
        };
        // Level with the first node, so that its band runs straight.
        let level = from
            .first()
            .and_then(|first| spots.get(first.index))
            .map_or(top, |spot| spot.top);
        let lowest = top + total - extent(row);
        let spot = Spot {
            x: middle_x,
            top: level.min(lowest).max(top + above),
        };
        let origin = (from_x + bar_width + gap, spot.top - above);
        let mut shapes = vec![bar(node, spot, scale, bar_width, origin)];
        shapes.extend(row.words.shapes(
            middle_x + bar_width - origin.0,
            row.words.height() / 2.0,
            Anchor::End,
        ));
        marks.insert(
            from.len().min(marks.len()),
            Mark {
                key: node.key.clone(),
                label: node.detail.clone(),
                x: origin.0,
                y: origin.1,
                width: middle_x + bar_width - origin.0,
                height: (above + thickness(own(node), scale)).max(TARGET),
                shapes,
            },
        );
        if let Some(place) = spots.get_mut(row.index) {
            *place = spot;
        }
    }
    for (band, from, to) in stacked(flow.bands.iter(), &spots, scale) {
        let thick = thickness(band.value, scale);
        let (x, end) = (from.x + bar_width, to.x);
        let half = (x + end) / 2.0;
        sheet.drawing.guides.push(Shape::Path {
            data: px::path(&[
                ('M', &[x, from.top]),
                ('C', &[half, from.top, half, to.top, end, to.top]),
                ('L', &[end, to.top + thick]),
                (
                    'C',
                    &[
                        half,
                        to.top + thick,
                        half,
                        from.top + thick,
                        x,
                        from.top + thick,
                    ],
                ),
                ('Z', &[]),
            ]),
            paint: Paint::Band(band.tone),
        });
    }
    sheet.drawing.marks.extend(marks);
    sheet.top = top + total;
}

/// The names of the first and the last stage, at the sides where their words stand.
fn headings(flow: &Flow, (from_end, to_start): (f64, f64), sheet: &mut Sheet<'_>) {
    let size = sheet.size.em * 0.9;
    let half = sheet.size.width / 2.0 - size;
    for (x, anchor, name) in [
        (from_end, Anchor::End, flow.from_name),
        (to_start, Anchor::Start, flow.to_name),
    ] {
        // A heading that is wider than its column begins at the edge.
        let wide = text::width(name, size);
        let (x, anchor) = match anchor {
            Anchor::End if wide > x => (0.0, Anchor::Start),
            Anchor::Start if x + wide > sheet.size.width => (sheet.size.width, Anchor::End),
            _ => (x, anchor),
        };
        sheet.drawing.guides.push(Shape::Text {
            x,
            y: baseline(sheet.top + size * 0.7, size),
            size,
            anchor,
            text: text::fit(name, size, half),
            paint: Paint::Legend,
        });
    }
    sheet.top += size * 1.8;
}

/// All nodes in one list, bands bowing out at its right.
fn list(flow: &Flow, sheet: &mut Sheet<'_>) {
    let (em, width) = (sheet.size.em, sheet.size.width);
    let (gap, bar_width) = (em * 0.5, (em * 0.5).round());
    let room = widest(flow.nodes.iter(), em).clamp(width * 0.45, width * 0.6 - gap);
    let x = room + gap;
    // What is left is for the bands to bow out.
    let bow = width - x - bar_width;
    let extents = extents(flow);
    let scale = scale(most(flow, &extents), bow * 0.6);

    let mut spots = vec![Spot::default(); flow.nodes.len()];
    for stage in [Stage::From, Stage::Middle, Stage::To] {
        let rows = rows(flow, stage, &extents, scale, em, room);
        let heading = match stage {
            Stage::From => flow.from_name,
            Stage::Middle => "",
            Stage::To => flow.to_name,
        };
        if !heading.is_empty() && !rows.is_empty() {
            let size = em * 0.9;
            sheet.drawing.guides.push(Shape::Text {
                x: 0.0,
                y: baseline(sheet.top + size * 0.9, size),
                size,
                anchor: Anchor::Start,
                text: text::fit(heading, size, room),
                paint: Paint::Legend,
            });
            sheet.top += size * 1.8;
        }
        for row in rows {
            let Some(node) = flow.nodes.get(row.index) else {
                continue;
            };
            let extent = extents.get(row.index).map_or(0.0, |extent| extent * scale);
            let y = sheet.top;
            let center = row.height / 2.0;
            let spot = Spot {
                x,
                top: y + center - extent / 2.0,
            };
            let mut shapes = vec![bar(node, spot, scale, bar_width, (0.0, y))];
            shapes.extend(row.words.shapes(0.0, center, Anchor::Start));
            sheet.drawing.marks.push(Mark {
                key: node.key.clone(),
                label: node.detail.clone(),
                x: 0.0,
                y,
                width: x + bar_width,
                height: row.height,
                shapes,
            });
            if let Some(place) = spots.get_mut(row.index) {
                *place = spot;
            }
            sheet.top += row.height;
        }
        sheet.top += em * 0.5;
    }
    // The way that leads farthest bows out most, and leaves its bar first.
    let ways = stacked(flow.bands.iter().rev(), &spots, scale);
    let far = |from: &Spot, to: &Spot| (to.top - from.top).max(0.0);
    let farthest = ways
        .iter()
        .map(|(_, from, to)| far(from, to))
        .fold(1.0, f64::max);
    let x = x + bar_width;
    for (band, from, to) in ways {
        let thick = thickness(band.value, scale);
        let reach = bow - 1.0 - thick;
        let inner = reach * (0.1 + 0.9 * far(&from, &to) / farthest);
        // A cubic curve reaches three quarters of the way to its handles.
        let (outer, inner) = (x + (inner + thick) / 0.75, x + inner / 0.75);
        sheet.drawing.guides.push(Shape::Path {
            data: px::path(&[
                ('M', &[x, from.top]),
                (
                    'C',
                    &[outer, from.top, outer, to.top + thick, x, to.top + thick],
                ),
                ('L', &[x, to.top]),
                (
                    'C',
                    &[inner, to.top, inner, from.top + thick, x, from.top + thick],
                ),
                ('Z', &[]),
            ]),
            paint: Paint::Band(band.tone),
        });
    }
}
