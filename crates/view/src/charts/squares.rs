//! Things that can be counted, as squares: one mark, one path.

use super::{Anchor, Mark, Paint, Shape, Sheet, baseline, px};
use crate::figures::Squares;

pub(super) fn draw(squares: &Squares, sheet: &mut Sheet<'_>) {
    let em = sheet.size.em;
    let heading = em * 1.8;
    let side = (em * 0.8).round();
    let pitch = side + 3.0;
    let columns = ((sheet.size.width / pitch).floor() as u32).clamp(1, 50);
    let rows = squares.count.div_ceil(columns).max(1);
    let mut data = String::new();
    for index in 0..squares.count {
        let x = f64::from(index % columns) * pitch;
        let y = heading + f64::from(index / columns) * pitch;
        data.push_str(&px::path(&[
            ('M', &[x, y]),
            ('h', &[side]),
            ('v', &[side]),
            ('h', &[-side]),
            ('z', &[]),
        ]));
    }
    let height = (heading + f64::from(rows) * pitch).max(44.0);
    sheet.drawing.marks.push(Mark {
        key: squares.datum.key.clone(),
        label: squares.datum.detail.clone(),
        x: 0.0,
        y: sheet.top,
        width: sheet.size.width,
        height,
        shapes: vec![
            Shape::Path {
                data,
                paint: Paint::Square,
            },
            Shape::Text {
                x: 0.0,
                y: baseline(em * 0.8, em),
                size: em,
                anchor: Anchor::Start,
                text: squares.datum.name.clone(),
                paint: Paint::Name,
            },
            Shape::Text {
                x: super::text::width(&squares.datum.name, em) + em * 0.6,
                y: baseline(em * 0.8, em),
                size: em,
                anchor: Anchor::Start,
                text: squares.datum.label.clone(),
                paint: Paint::Value,
            },
        ],
    });
    sheet.top += height;
}
