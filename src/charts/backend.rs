//! A plotters backend that remembers what it was asked to draw.

use super::{Anchor, Paint, Shape};
use plotters::prelude::RGBColor;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

/// plotters rounds to whole pixels, so it draws this many times larger.
pub(super) const FINER: f64 = 10.0;

/// Colours that stand for roles; the style sheet has the real ones.
pub(super) const GRID: RGBColor = RGBColor(1, 0, 0);
pub(super) const AXIS: RGBColor = RGBColor(2, 0, 0);
pub(super) const TICK: RGBColor = RGBColor(3, 0, 0);

pub(super) struct Recording {
    pub size: (u32, u32),
    pub shapes: Rc<RefCell<Vec<Shape>>>,
}

impl Recording {
    fn record(&self, shape: Shape) {
        self.shapes.borrow_mut().push(shape);
    }
}

fn paint(color: BackendColor) -> Option<Paint> {
    match color.rgb {
        _ if color.alpha == 0.0 => None,
        (1, ..) => Some(Paint::Grid),
        (2, ..) => Some(Paint::Axis),
        (3, ..) => Some(Paint::Tick),
        _ => None,
    }
}

fn point((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x) / FINER, f64::from(y) / FINER)
}

impl DrawingBackend for Recording {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(
        &mut self,
        _: BackendCoord,
        _: BackendColor,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if let Some(paint) = paint(style.color()) {
            self.record(Shape::Line {
                from: point(from),
                to: point(to),
                paint,
            });
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let mut points = path.into_iter();
        let mut from = points.next();
        for to in points {
            if let Some(from) = from {
                self.draw_line(from, to, style)?;
            }
            from = Some(to);
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (x, y) = point(at);
        let size = style.size() / FINER;
        self.record(Shape::Text {
            x,
            // plotters anchors tick labels at their top.
            y: y + size,
            size,
            anchor: match style.anchor().h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            text: text.to_owned(),
            paint: Paint::Tick,
        });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        Ok((super::text::width(text, size) as u32, size as u32))
    }
}
