//! Draws a page.

use super::super::canvas::{Canvas, GLYPHS};
use super::super::geometry::{Drawn, Frame, Matrix};
use super::super::{page_rotation, visibility};
use super::objects::{Kind, MILLIMETRE, Object, TextCode, color};
use super::package::{four, text_of};
use super::{damaged, too_many};
use crate::docx::{attribute, character};
use crate::{ImportError, Resource};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The identifiers of the templates that a page uses.
pub(super) fn templates(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut templates = Vec::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element)
                if element.local_name().as_ref() == "Template" && templates.len() < 100 =>
            {
                templates.extend(attribute(&element, "TemplateID"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    templates
}

/// Draws a page with its templates below it.
pub(super) fn draw(
    xml: &str,
    templates: &[String],
    area: Option<[f64; 4]>,
    part: &str,
) -> Result<Drawn, ImportError> {
    let own = text_of(xml, "PhysicalBox").and_then(|area| four(&area));
    // A4 is assumed where the file gives no size.
    let [_, _, width, height] = own.or(area).unwrap_or([0.0, 0.0, 210.0, 297.0]);
    let mut canvas = Canvas::default();
    for xml in templates.iter().map(String::as_str).chain([xml]) {
        Page::default().read(xml, &mut canvas, part)?;
    }
    if canvas.is_full {
        return Err(too_many(Resource::Characters, GLYPHS));
    }
    visibility::resolve(&mut canvas)?;
    let frame = Frame {
        width: width * MILLIMETRE,
        height: height * MILLIMETRE,
        matrix: Matrix::IDENTITY,
    };
    Ok(page_rotation::upright(canvas, frame))
}

#[derive(Default)]
struct Page {
    object: Option<Object>,
    code: TextCode,
    /// The text of the piece, or the commands of the path, that is being read.
    data: Option<String>,
    levels: usize,
}

impl Page {
    fn read(&mut self, xml: &str, canvas: &mut Canvas, part: &str) -> Result<(), ImportError> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().map_err(|_| damaged(part))? {
                Event::Start(element) => {
                    self.levels += 1;
                    self.start(&element);
                }
                Event::Empty(element) => {
                    self.start(&element);
                    self.end(element.local_name().as_ref(), canvas);
                }
                Event::End(element) => {
                    self.levels = self.levels.saturating_sub(1);
                    self.end(element.local_name().as_ref(), canvas);
                }
                Event::Text(text) => self.text(&text.xml10_content()),
                Event::CData(text) => self.text(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let c = character(&reference).unwrap_or('\u{fffd}');
                    self.text(c.encode_utf8(&mut [0; 4]));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        // A part that ends before its last element is truncated.
        if self.levels > 0 {
            return Err(damaged(part));
        }
        Ok(())
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let new = |kind: Kind| Some(Object::new(kind, element));
        match element.local_name().as_ref() {
            "TextObject" => {
                self.object = new(Kind::Text);
                self.code = TextCode::default();
            }
            "PathObject" => self.object = new(Kind::Path),
            "ImageObject" | "CompositeObject" => self.object = new(Kind::Picture),
            "FillColor" => {
                if let Some(object) = &mut self.object {
                    object.fill = Some(color(element));
                }
            }
            "StrokeColor" => {
                if let Some(object) = &mut self.object {
                    object.stroke = Some(color(element));
                }
            }
            "TextCode" => {
                self.code = TextCode::new(element, &self.code);
                self.data = Some(String::new());
            }
            "AbbreviatedData" => self.data = Some(String::new()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(data) = &mut self.data {
            data.push_str(text);
        }
    }

    fn end(&mut self, name: &str, canvas: &mut Canvas) {
        match (name, &self.object) {
            ("TextCode", Some(object)) => {
                let text = self.data.take().unwrap_or_default();
                object.text(&self.code, &text, canvas);
            }
            ("AbbreviatedData", Some(object)) if object.kind == Kind::Path => {
                let data = self.data.take().unwrap_or_default();
                object.path(&data, canvas);
            }
            ("AbbreviatedData", _) => self.data = None,
            ("ImageObject" | "CompositeObject", Some(object)) => {
                object.picture(canvas);
                self.object = None;
            }
            ("TextObject" | "PathObject", _) => self.object = None,
            _ => {}
        }
    }
}
