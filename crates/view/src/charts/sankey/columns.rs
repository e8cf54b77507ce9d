//! Nodes in columns, their names outside, the links between them.

use super::{BarTop, Cases, Row, TARGET, own_value, total_height, widest};
use crate::charts::{Anchor, Mark, Paint, Shape, Sheet, baseline, px, text};
use crate::figures::{Sankey, Stage};

pub(super) fn draw(sankey: &Sankey, sheet: &mut Sheet<'_>) {
    let columns = Columns::new(sankey, sheet.size.width, sheet.size.em);
    headings(sankey, &columns, sheet);
    columns.draw(sankey, sheet);
}

/// The horizontal positions of the columns, and their rows.
struct Columns<'a> {
    em: f64,
    width: f64,
    /// The distance between a bar and its text.
    gap: f64,
    bar_width: f64,
    cases: Cases,
    /// The left of the bars of each stage.
    from_x: f64,
    middle_x: f64,
    to_x: f64,
    from: Vec<Row<'a>>,
    middle: Vec<Row<'a>>,
    to: Vec<Row<'a>>,
}

impl<'a> Columns<'a> {
    fn new(sankey: &'a Sankey, width: f64, em: f64) -> Columns<'a> {
        let (gap, bar_width) = (em * 0.5, (em * 0.6).round());
        let nodes = |stage: Stage| sankey.nodes.iter().filter(move |node| node.stage == stage);
        let from_room = widest(nodes(Stage::From), em).min(width * 0.26);
        let to_room = widest(nodes(Stage::To), em).min(width * 0.34);
        let from_x = from_room + gap;
        let to_x = width - to_room - gap - bar_width;
        // Most links go from the middle to the end, so they get more room.
        let middle_x = from_x + (to_x - from_x) * 0.42;
        let room = (em * 16.0).max(nodes(Stage::To).count() as f64 * TARGET * 0.4);
        let cases = Cases::new(sankey, room);
        let middle_room = middle_x - from_x - bar_width - gap;
        Columns {
            em,
            width,
            gap,
            bar_width,
            from: cases.rows(sankey, Stage::From, em, from_room),
            middle: cases.rows(sankey, Stage::Middle, em, middle_room),
            to: cases.rows(sankey, Stage::To, em, to_room),
            cases,
            from_x,
            middle_x,
            to_x,
        }
    }

    /// The height of the text above the bar of the middle stage.
    fn above_middle(&self) -> f64 {
        let row = self.middle.first();
        row.map_or(0.0, |row| row.text.height() + self.em * 0.4)
    }

    fn height(&self) -> f64 {
        let middle = self.middle.first().map_or(0.0, |row| {
            self.above_middle() + self.cases.extent(row.index) + self.em
        });
        total_height(&self.from)
            .max(total_height(&self.to))
            .max(middle)
    }

    fn draw(&self, sankey: &Sankey, sheet: &mut Sheet<'_>) {
        let (top, height) = (sheet.top, self.height());
        let mut bars = vec![BarTop::default(); sankey.nodes.len()];
        let mut marks = Vec::new();
        let outer = [
            (&self.from, self.from_x, Anchor::End),
            (&self.to, self.to_x, Anchor::Start),
        ];
        for (rows, x, anchor) in outer {
            marks.extend(self.column(rows, (x, anchor), (top, height), &mut bars));
        }
        let middle = self.middle_column((top, height), &mut bars);
        let before_last_stage = self.from.len().min(marks.len());
        marks.splice(before_last_stage..before_last_stage, middle);
        self.links(sankey, &bars, sheet);
        sheet.drawing.marks.extend(marks);
        sheet.top = top + height;
    }

    /// Draws the first or the last stage, vertically centred.
    fn column(
        &self,
        rows: &[Row<'_>],
        (x, anchor): (f64, Anchor),
        (top, height): (f64, f64),
        bars: &mut [BarTop],
    ) -> Vec<Mark> {
        // The rows of a short column are spread, but not too far apart.
        let content = total_height(rows);
        let spare = ((height - content) / rows.len().max(1) as f64).min(self.em * 2.0);
        let used = content + spare * rows.len() as f64;
        let mut y = top + (height - used) / 2.0;
        let mut marks = Vec::with_capacity(rows.len());
        for row in rows {
            y += spare / 2.0;
            let center = row.height / 2.0;
            let at = BarTop {
                x,
                top: y + center - self.cases.extent(row.index) / 2.0,
            };
            let (left, right, text_x) = match anchor {
                Anchor::End => (0.0, x + self.bar_width, x - self.gap),
                _ => (x, self.width, x + self.bar_width + self.gap),
            };
            let mut shapes = vec![self.cases.bar(row.node, at, self.bar_width, (left, y))];
            shapes.extend(row.text.shapes(text_x - left, center, anchor));
            marks.push(row.mark((left, y), right - left, row.height, shapes));
            if let Some(bar) = bars.get_mut(row.index) {
                *bar = at;
            }
            y += row.height + spare / 2.0;
        }
        marks
    }

    /// Draws the middle stage, its text above its bar.
    fn middle_column(&self, (top, height): (f64, f64), bars: &mut [BarTop]) -> Vec<Mark> {
        let above = self.above_middle();
        let mut marks = Vec::new();
        for row in &self.middle {
            // Level with the first node, so that the link between them is straight.
            let first = self.from.first().and_then(|first| bars.get(first.index));
            let level = first.map_or(top, |bar| bar.top);
            let lowest = top + height - self.cases.extent(row.index);
            let at = BarTop {
                x: self.middle_x,
                top: level.min(lowest).max(top + above),
            };
            let right = self.middle_x + self.bar_width;
            let origin = (self.from_x + self.bar_width + self.gap, at.top - above);
            let mut shapes = vec![self.cases.bar(row.node, at, self.bar_width, origin)];
            let text_middle = row.text.height() / 2.0;
            let text = row.text.shapes(right - origin.0, text_middle, Anchor::End);
            shapes.extend(text);
            let height = above + self.cases.thickness(own_value(row.node));
            marks.push(row.mark(origin, right - origin.0, height.max(TARGET), shapes));
            if let Some(bar) = bars.get_mut(row.index) {
                *bar = at;
            }
        }
        marks
    }

    fn links(&self, sankey: &Sankey, bars: &[BarTop], sheet: &mut Sheet<'_>) {
        for (link, from, to) in self.cases.stack(sankey.links.iter(), bars) {
            let thickness = self.cases.thickness(link.value);
            let (start, end) = (from.x + self.bar_width, to.x);
            let half = (start + end) / 2.0;
            let (from_bottom, to_bottom) = (from.top + thickness, to.top + thickness);
            sheet.drawing.guides.push(Shape::Path {
                data: px::path(&[
                    ('M', &[start, from.top]),
                    ('C', &[half, from.top, half, to.top, end, to.top]),
                    ('L', &[end, to_bottom]),
                    (
                        'C',
                        &[half, to_bottom, half, from_bottom, start, from_bottom],
                    ),
                    ('Z', &[]),
                ]),
                paint: Paint::Link(link.tone),
            });
        }
    }
}

/// Writes the names of the first and of the last stage above their columns.
fn headings(sankey: &Sankey, columns: &Columns<'_>, sheet: &mut Sheet<'_>) {
    let size = sheet.size.em * 0.9;
    let half = sheet.size.width / 2.0 - size;
    let from_end = columns.from_x + columns.bar_width;
    for (x, anchor, name) in [
        (from_end, Anchor::End, sankey.from_name),
        (columns.to_x, Anchor::Start, sankey.to_name),
    ] {
        // A heading that is wider than its column begins at the edge.
        let width = text::width(name, size);
        let (x, anchor) = match anchor {
            Anchor::End if width > x => (0.0, Anchor::Start),
            Anchor::Start if x + width > sheet.size.width => (sheet.size.width, Anchor::End),
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
