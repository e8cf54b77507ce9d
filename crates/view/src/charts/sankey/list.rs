//! All nodes in one list, the links curving to its right.

use super::{BarTop, Cases, widest};
use crate::charts::{Anchor, Paint, Shape, Sheet, baseline, px, text};
use crate::figures::{Sankey, Stage};

pub(super) fn draw(sankey: &Sankey, sheet: &mut Sheet<'_>) {
    let (em, width) = (sheet.size.em, sheet.size.width);
    let (gap, bar_width) = (em * 0.5, (em * 0.5).round());
    let room = widest(sankey.nodes.iter(), em)
        .max(width * 0.45)
        .min(width * 0.6 - gap);
    let x = room + gap;
    // The rest of the width is for the curves.
    let curve_room = width - x - bar_width;
    let cases = Cases::new(sankey, curve_room * 0.6);
    let mut bars = vec![BarTop::default(); sankey.nodes.len()];
    for stage in [Stage::From, Stage::Middle, Stage::To] {
        let rows = cases.rows(sankey, stage, em, room);
        let name = match stage {
            Stage::From => sankey.from_name,
            Stage::Middle => "",
            Stage::To => sankey.to_name,
        };
        if !name.is_empty() && !rows.is_empty() {
            heading(name, room, sheet);
        }
        for row in rows {
            let y = sheet.top;
            let center = row.height / 2.0;
            let at = BarTop {
                x,
                top: y + center - cases.extent(row.index) / 2.0,
            };
            let mut shapes = vec![cases.bar(row.node, at, bar_width, (0.0, y))];
            shapes.extend(row.text.shapes(0.0, center, Anchor::Start));
            let mark = row.mark((0.0, y), x + bar_width, row.height, shapes);
            sheet.drawing.marks.push(mark);
            if let Some(bar) = bars.get_mut(row.index) {
                *bar = at;
            }
            sheet.top += row.height;
        }
        sheet.top += em * 0.5;
    }
    links(sankey, &cases, &bars, (x + bar_width, curve_room), sheet);
}

fn heading(name: &str, room: f64, sheet: &mut Sheet<'_>) {
    let size = sheet.size.em * 0.9;
    sheet.drawing.guides.push(Shape::Text {
        x: 0.0,
        y: baseline(sheet.top + size * 0.9, size),
        size,
        anchor: Anchor::Start,
        text: text::fit(name, size, room),
        paint: Paint::Legend,
    });
    sheet.top += size * 1.8;
}

/// Draws the links as curves to the right of `x`. The longer a link, the wider its curve; the
/// longest leaves its bar at the top.
fn links(
    sankey: &Sankey,
    cases: &Cases,
    bars: &[BarTop],
    (x, room): (f64, f64),
    sheet: &mut Sheet<'_>,
) {
    let stacked = cases.stack(sankey.links.iter().rev(), bars);
    let length = |from: &BarTop, to: &BarTop| (to.top - from.top).max(0.0);
    let longest = stacked
        .iter()
        .map(|(_, from, to)| length(from, to))
        .fold(1.0, f64::max);
    for (link, from, to) in stacked {
        let thickness = cases.thickness(link.value);
        let reach = (room - 1.0 - thickness) * (0.1 + 0.9 * length(&from, &to) / longest);
        // A cubic curve reaches three quarters of the way to its handles.
        let (outer, inner) = (x + (reach + thickness) / 0.75, x + reach / 0.75);
        let (from_bottom, to_bottom) = (from.top + thickness, to.top + thickness);
        sheet.drawing.guides.push(Shape::Path {
            data: px::path(&[
                ('M', &[x, from.top]),
                ('C', &[outer, from.top, outer, to_bottom, x, to_bottom]),
                ('L', &[x, to.top]),
                ('C', &[inner, to.top, inner, from_bottom, x, from_bottom]),
                ('Z', &[]),
            ]),
            paint: Paint::Link(link.tone),
        });
    }
}
