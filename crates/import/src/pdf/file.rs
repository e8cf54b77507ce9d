//! The file: its pages, with the resources and contents of each.

use super::annotations::annotations;
use super::geometry::{Drawn, Frame};
use super::interpreter::{Interpreter, numbers};
use super::{PAGES, damaged, too_many, unpacked};
use crate::{ImportError, Resource};
use lopdf::{
    DecompressError, Dictionary, Document, Error, LoadOptions, Object, ObjectId, Stream,
    decode_text_string,
};

/// The most bytes that an object or cross-reference stream is unpacked to.
const PART: usize = 16 << 20;
/// More levels than any page tree has.
const LEVELS: usize = 64;

pub(super) fn open(bytes: &[u8]) -> Result<Document, ImportError> {
    let options = LoadOptions::with_max_decompressed_size(PART);
    let file = Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
            ImportError::Encrypted
        }
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => unpacked(),
        Error::Xref(_) => damaged("xref"),
        _ => damaged("trailer"),
    })?;
    // A file that needs no password was decrypted.
    if file.trailer.has(b"Encrypt") {
        Err(ImportError::Encrypted)
    } else {
        Ok(file)
    }
}

pub(super) fn pages(file: &Document) -> Result<Vec<ObjectId>, ImportError> {
    let pages: Vec<ObjectId> = file.page_iter().take(PAGES + 1).collect();
    match pages.len() {
        0 => Err(damaged("Pages")),
        count if count > PAGES => Err(too_many(Resource::Pages, PAGES)),
        _ => Ok(pages),
    }
}

pub(super) fn draw<'a>(
    file: &'a Document,
    interpreter: &mut Interpreter<'a>,
    id: ObjectId,
    number: usize,
) -> Result<Drawn, ImportError> {
    let part = format!("Page {number}");
    let page = file.get_dictionary(id).map_err(|_| damaged(&part))?;
    let resources = inherited(file, page, b"Resources");
    let resources = resources.and_then(|resources| resources.as_dict().ok());
    let bounds = |key: &[u8]| {
        let bounds: [f64; 4] = numbers(inherited(file, page, key)?)?;
        let [x0, y0, x1, y1] = bounds;
        let is_area = (x1 - x0).abs() > 1.0 && (y1 - y0).abs() > 1.0;
        is_area.then_some(bounds)
    };
    // A4 is assumed where the file gives no size.
    let whole = bounds(b"MediaBox").unwrap_or([0.0, 0.0, 595.0, 842.0]);
    let turned = inherited(file, page, b"Rotate").and_then(|angle| angle.as_float().ok());
    let quarters = match turned.unwrap_or(0.0).rem_euclid(360.0) {
        90.0 => 1,
        180.0 => 2,
        270.0 => 3,
        _ => 0,
    };
    let frame = Frame::new(bounds(b"CropBox").unwrap_or(whole), quarters);
    let contents = contents(file, page).ok_or_else(|| damaged(&part))?;
    let annotations = annotations(file, page);
    interpreter.page(&contents, resources, &annotations, frame, &part)
}

/// The content streams of a page; `None` if one of them is missing.
fn contents<'a>(file: &'a Document, page: &'a Dictionary) -> Option<Vec<&'a Stream>> {
    let Ok(contents) = page.get(b"Contents") else {
        return Some(Vec::new());
    };
    let (_, contents) = file.dereference(contents).ok()?;
    let listed = match contents {
        Object::Array(listed) => listed.as_slice(),
        Object::Null => &[],
        one => std::slice::from_ref(one),
    };
    let stream = |object: &'a Object| file.dereference(object).ok()?.1.as_stream().ok();
    listed.iter().map(stream).collect()
}

/// An entry of a page, or the one that it inherits from the page tree.
fn inherited<'a>(file: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..LEVELS {
        if let Ok(found) = node.get_deref(key, file) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", file).ok()?.as_dict().ok()?;
    }
    None
}

pub(super) fn title(file: &Document) -> Option<String> {
    let about = file.trailer.get_deref(b"Info", file).ok()?.as_dict().ok()?;
    let title = decode_text_string(about.get_deref(b"Title", file).ok()?).ok()?;
    let title = title.trim();
    (!title.is_empty()).then(|| title.to_owned())
}
