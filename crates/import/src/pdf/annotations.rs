//! Annotations and form fields, as viewers show them (ISO 32000-1, 12.5 and 12.7).

use super::geometry::{Bounds, Matrix};
use super::interpreter::numbers;
use lopdf::{Dictionary, Document, Object, Stream, decode_text_string};

/// More than any page has.
const ANNOTATIONS: usize = 20_000;
/// More levels than any tree of fields has.
const LEVELS: usize = 32;
/// Flags of an annotation that is not shown on screen.
const HIDDEN: i64 = 1 << 1;
const NO_VIEW: i64 = 1 << 5;

pub(super) struct Annotation<'a> {
    pub(super) dictionary: &'a Dictionary,
    pub(super) rectangle: [f64; 4],
    pub(super) shown: Shown<'a>,
    pub(super) is_hidden: bool,
    /// The value of a text field whose appearance viewers are asked to make anew.
    pub(super) value: Option<String>,
}

#[derive(Clone, Copy)]
pub(super) enum Shown<'a> {
    Appearance(&'a Stream),
    /// Something that each viewer draws in its own way.
    Unknown,
    /// A line through the text below.
    Strikes,
}

impl Annotation<'_> {
    /// The matrix that fits an appearance into the annotation's rectangle.
    pub(super) fn placement(&self, file: &Document, appearance: &Stream) -> Option<Matrix> {
        let bbox: [f64; 4] = numbers(appearance.dict.get_deref(b"BBox", file).ok()?)?;
        let matrix = appearance.dict.get_deref(b"Matrix", file).ok();
        let matrix = matrix.and_then(numbers).map_or(Matrix::IDENTITY, Matrix);
        let [x0, y0, x1, y1] = bbox;
        let from = Bounds::of_rectangle(matrix, [x0, y0, x1 - x0, y1 - y0])?;
        let [x0, y0, x1, y1] = self.rectangle;
        let to = Bounds::around([(x0, y0), (x1, y1)])?;
        let scale = |to: f64, from: f64| if from > 0.0 { to / from } else { 1.0 };
        let x = scale(to.width(), from.width());
        let y = scale(to.height(), from.height());
        Some(Matrix([
            x,
            0.0,
            0.0,
            y,
            to.left - from.left * x,
            to.top - from.top * y,
        ]))
    }
}

/// The annotations of a page that show something.
pub(super) fn annotations<'a>(file: &'a Document, page: &'a Dictionary) -> Vec<Annotation<'a>> {
    let listed = page.get_deref(b"Annots", file).and_then(Object::as_array);
    let listed = listed.map(Vec::as_slice).unwrap_or_default();
    let makes_anew = needs_appearances(file);
    let read = |object: &'a Object| {
        let (_, object) = file.dereference(object).ok()?;
        annotation(file, object.as_dict().ok()?, makes_anew)
    };
    listed.iter().take(ANNOTATIONS).filter_map(read).collect()
}

fn annotation<'a>(
    file: &'a Document,
    dictionary: &'a Dictionary,
    makes_anew: bool,
) -> Option<Annotation<'a>> {
    let rectangle = numbers(dictionary.get_deref(b"Rect", file).ok()?)?;
    let flags = dictionary.get_deref(b"F", file).and_then(Object::as_i64);
    let kind = dictionary
        .get_deref(b"Subtype", file)
        .ok()?
        .as_name()
        .ok()?;
    let value = field_value(file, dictionary);
    let shown = match appearance(file, dictionary) {
        _ if kind == b"Popup" => return None,
        Some(stream) => Shown::Appearance(stream),
        None => match kind {
            b"StrikeOut" => Shown::Strikes,
            b"Widget" => value.as_ref().map(|_| Shown::Unknown)?,
            b"FreeText" | b"Stamp" | b"Square" | b"Circle" | b"Polygon" | b"PolyLine" | b"Line"
            | b"Ink" | b"Redact" => Shown::Unknown,
            _ => return None,
        },
    };
    Some(Annotation {
        dictionary,
        rectangle,
        shown,
        is_hidden: flags.unwrap_or(0) & (HIDDEN | NO_VIEW) != 0,
        value: value.filter(|_| makes_anew && kind == b"Widget"),
    })
}

/// The normal appearance of an annotation (12.5.5).
fn appearance<'a>(file: &'a Document, dictionary: &'a Dictionary) -> Option<&'a Stream> {
    let appearances = dictionary.get_deref(b"AP", file).ok()?.as_dict().ok()?;
    match appearances.get_deref(b"N", file).ok()? {
        Object::Stream(stream) => Some(stream),
        Object::Dictionary(states) => {
            let state = dictionary.get_deref(b"AS", file).ok()?.as_name().ok()?;
            states.get_deref(state, file).ok()?.as_stream().ok()
        }
        _ => None,
    }
}

/// The text of a field's value; of a button, its state.
fn field_value(file: &Document, dictionary: &Dictionary) -> Option<String> {
    let mut field = dictionary;
    for _ in 0..LEVELS {
        if let Ok(value) = field.get_deref(b"V", file) {
            return match value {
                Object::String(..) => decode_text_string(value).ok(),
                Object::Name(state) if state != b"Off" => {
                    Some(String::from_utf8_lossy(state).into_owned())
                }
                _ => None,
            }
            .filter(|value| !value.trim().is_empty());
        }
        field = field.get_deref(b"Parent", file).ok()?.as_dict().ok()?;
    }
    None
}

fn needs_appearances(file: &Document) -> bool {
    let form = || {
        let form = file.catalog().ok()?.get_deref(b"AcroForm", file).ok()?;
        let flag = form.as_dict().ok()?.get_deref(b"NeedAppearances", file);
        flag.ok()?.as_bool().ok()
    };
    form().unwrap_or(false)
}
