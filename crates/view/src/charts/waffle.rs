//! Countable things as squares, all in one path and one mark.

use super::{Anchor, Mark, Paint, Shape, Sheet, baseline, px, text};
use crate::figures::Waffle;

pub(super) fn draw(waffle: &Waffle, sheet: &mut Sheet<'_>) {
    let em = sheet.size.em;
    let heading = em * 1.8;
    let side = (em * 0.8).round();
    let pitch = side + 3.0;
    let columns = ((sheet.size.width / pitch).floor() as u32).clamp(1, 50);
    let rows = waffle.count.div_ceil(columns).max(1);
    let mut data = String::new();
    for index in 0..waffle.count {
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
    let datum = &waffle.datum;
    let height = (heading + f64::from(rows) * pitch).max(44.0);
    let words = |x: f64, text: &str, paint| Shape::Text {
        x,
        y: baseline(em * 0.8, em),
        size: em,
        anchor: Anchor::Start,
        text: text.to_owned(),
        paint,
    };
    let label_x = text::width(&datum.name, em) + em * 0.6;
    sheet.drawing.marks.push(Mark {
        key: datum.key.clone(),
        label: datum.detail.clone(),
        x: 0.0,
        y: sheet.top,
        width: sheet.size.width,
        height,
        shapes: vec![
            Shape::Path {
                data,
                paint: Paint::Square,
            },
            words(0.0, &datum.name, Paint::Name),
            words(label_x, &datum.label, Paint::Value),
        ],
    });
    sheet.top += height;
}
