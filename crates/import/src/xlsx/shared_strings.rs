//! The texts of cells, which are kept once for the whole workbook.

use super::damaged;
use crate::ImportError;
use crate::docx::{attribute, character};
use crate::word::Look;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A text with the properties that differ from those of its cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RichText {
    pub runs: Vec<(String, Option<Look>)>,
}

#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    strings: Vec<RichText>,
}

impl SharedStrings {
    pub fn read(xml: &str) -> Result<SharedStrings, ImportError> {
        let mut reader = Reader::from_str(xml);
        let mut shared = SharedStrings::default();
        let mut builder = RichTextBuilder::default();
        loop {
            let event = reader
                .read_event()
                .map_err(|_| damaged("xl/sharedStrings.xml"))?;
            if matches!(event, Event::Eof) {
                break;
            }
            let ends_item = matches!(&event, Event::End(element) if element.local_name().as_ref() == "si")
                || matches!(&event, Event::Empty(element) if element.local_name().as_ref() == "si");
            builder.event(&event);
            if ends_item {
                shared.strings.push(builder.take());
            }
        }
        Ok(shared)
    }

    pub fn get(&self, index: usize) -> Option<&RichText> {
        self.strings.get(index)
    }
}

/// Reads the text of an element with `t`, or with `r` that have their own properties.
#[derive(Debug, Default)]
pub(super) struct RichTextBuilder {
    text: RichText,
    look: Option<Look>,
    is_text: bool,
    /// Whether it is in a phonetic guide.
    is_phonetic: bool,
}

impl RichTextBuilder {
    pub fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => self.is_text = true,
                "rPh" => self.is_phonetic = true,
                "r" => self.look = None,
                "rPr" => self.look = Some(Look::default()),
                _ => self.property(element),
            },
            Event::Empty(element) => match element.local_name().as_ref() {
                "rPr" => self.look = Some(Look::default()),
                _ => self.property(element),
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => self.is_text = false,
                "rPh" => self.is_phonetic = false,
                "r" => self.look = None,
                _ => {}
            },
            Event::Text(text) => self.push(&text.xml10_content()),
            Event::CData(text) => self.push(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let c = character(reference).unwrap_or('\u{fffd}');
                self.push(c.encode_utf8(&mut [0; 4]));
            }
            _ => {}
        }
    }

    fn property(&mut self, element: &BytesStart<'_>) {
        if let Some(look) = &mut self.look {
            set_font(look, element);
        }
    }

    fn push(&mut self, text: &str) {
        if self.is_text && !self.is_phonetic {
            match self.text.runs.last_mut() {
                Some((last, look)) if *look == self.look => last.push_str(text),
                _ => self.text.runs.push((text.to_owned(), self.look)),
            }
        }
    }

    pub fn take(&mut self) -> RichText {
        std::mem::take(self).text
    }
}

/// Sets a property of a font.
pub(super) fn set_font(look: &mut Look, element: &BytesStart<'_>) {
    let value = || attribute(element, "val");
    match element.local_name().as_ref() {
        "strike" => look.is_struck = !matches!(value().as_deref(), Some("0" | "false")),
        "vertAlign" => {
            look.is_aligned = matches!(value().as_deref(), Some("superscript" | "subscript"));
        }
        "sz" => {
            let points = value().and_then(|size| size.trim().parse::<f64>().ok());
            look.size = points.map_or(0, |points| (points * 2.0).clamp(1.0, 1000.0) as u32);
        }
        "color" => look.color = super::styles::color(element),
        _ => {}
    }
}
