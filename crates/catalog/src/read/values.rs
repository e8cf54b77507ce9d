//! The smaller values of a catalogue.

use crate::error::{Expected, Fault, Problem};
use crate::files::is_path;
use crate::hashes::{Hashes, read_hash};
use crate::pull::{Pull, Shape};
use crate::store::Denominator;
use crate::value::parts;
use gongkai_model::Edition;

shape!(DENOMINATOR {
    "id": true,
    "name": true,
    "unit": true,
    "source": true,
    "values": true,
});
shape!(NAME {
    "zh": true,
    "en": true,
});
shape!(HASHES {
    "every": false,
    "files": false,
    "sha384": true,
});

pub(super) fn texts(pull: &mut Pull<'_>) -> Result<Vec<String>, Fault> {
    let mut texts = Vec::new();
    pull.list(&mut |pull, _| {
        texts.push(pull.text(Expected::Text)?.into_owned());
        Ok(())
    })?;
    Ok(texts)
}

pub(super) fn size(pull: &mut Pull<'_>, expected: Expected) -> Result<usize, Fault> {
    let at = pull.at();
    let size = usize::try_from(pull.whole(expected)?);
    size.map_err(|_| Fault::new(Problem::InvalidValue(expected), at))
}

pub(super) fn edition(pull: &mut Pull<'_>) -> Result<Edition, Fault> {
    let at = pull.at();
    match pull.text(Expected::Edition)?.as_ref() {
        "2019" => Ok(Edition::Form2019),
        "2021" => Ok(Edition::Form2021),
        _ => Err(Fault::new(Problem::InvalidValue(Expected::Edition), at)),
    }
}

pub(super) fn path_of(pull: &mut Pull<'_>) -> Result<String, Fault> {
    let at = pull.at();
    let path = pull.text(Expected::Path)?;
    match is_path(&path) {
        true => Ok(path.into_owned()),
        false => Err(Fault::new(Problem::InvalidValue(Expected::Path), at)),
    }
}

pub(super) fn denominator(pull: &mut Pull<'_>) -> Result<Denominator, Fault> {
    let mut one = Denominator::default();
    pull.object(DENOMINATOR, &mut |pull, field| {
        match DENOMINATOR.names.get(field).copied().unwrap_or_default() {
            "id" => one.id = pull.text(Expected::Text)?.into_owned(),
            "name" => pull.object(NAME, &mut |pull, field| {
                let name = pull.text(Expected::Text)?.into_owned();
                match field {
                    0 => one.zh = name,
                    _ => one.en = name,
                }
                Ok(())
            })?,
            "unit" => one.unit = pull.text(Expected::Text)?.into_owned(),
            "source" => one.source = pull.text(Expected::Text)?.into_owned(),
            _ => {
                let values = &mut one.values;
                pull.list(&mut |pull, _| {
                    values.push(number(pull)?);
                    Ok(())
                })?;
            }
        }
        Ok(())
    })?;
    Ok(one)
}

/// A denominator's number: whole, or a decimal in quotes.
fn number(pull: &mut Pull<'_>) -> Result<Option<(i64, u8)>, Fault> {
    let at = pull.at();
    let written = match pull.peek() {
        Some(b'n') => return pull.null().map(|_| None),
        Some(b'"') => pull.text(Expected::Number)?,
        _ => pull.digits(Expected::Number)?.into(),
    };
    let number = parts(&written);
    number
        .map(Some)
        .ok_or_else(|| Fault::new(Problem::InvalidValue(Expected::Number), at))
}

pub(super) fn hashes(pull: &mut Pull<'_>) -> Result<Hashes, Fault> {
    let at = pull.at();
    let mut every = None;
    let mut files: Option<Vec<String>> = None;
    let mut hashes: Vec<String> = Vec::new();
    pull.object(HASHES, &mut |pull, field| {
        let at = pull.at();
        match HASHES.names.get(field).copied().unwrap_or_default() {
            "every" => match size(pull, Expected::Size)? {
                0 => return Err(Fault::new(Problem::InvalidValue(Expected::Size), at)),
                size => every = Some(size),
            },
            "files" => {
                let mut paths = Vec::new();
                pull.list(&mut |pull, _| {
                    paths.push(path_of(pull)?);
                    Ok(())
                })?;
                files = Some(paths);
            }
            _ => {
                pull.list(&mut |pull, _| {
                    hashes.push(read_hash(pull)?);
                    Ok(())
                })?;
            }
        }
        Ok(())
    })?;
    match (every, files) {
        (None, None) => Ok(Hashes::Inline(hashes)),
        (Some(_), None) => Err(Fault::new(Problem::MissingField, at).field("files")),
        (None, Some(_)) => Err(Fault::new(Problem::MissingField, at).field("every")),
        (Some(every), Some(files)) => {
            let (found, wanted) = (hashes.len(), files.len());
            if found != wanted {
                let problem = Problem::Length { found, wanted };
                return Err(Fault::nowhere(problem).field("sha384"));
            }
            let blocks = files.into_iter().zip(hashes).collect();
            Ok(Hashes::Blocks { every, blocks })
        }
    }
}
