//! Reads the smaller values of a catalogue.

use crate::denominator::Denominator;
use crate::error::{CatalogProblem, ExpectedValue, Fault};
use crate::hashes::{Hashes, read_hash};
use crate::paths::is_safe_path;
use crate::pull::{ObjectSchema, Pull};
use crate::value::split_decimal;
use gongkai_model::Edition;

object_schema!(DENOMINATOR {
    "id": true,
    "name": true,
    "unit": true,
    "source": true,
    "values": true,
});
object_schema!(NAME {
    "zh": true,
    "en": true,
});
object_schema!(HASHES {
    "every": false,
    "files": false,
    "sha384": true,
});

pub(super) fn texts(pull: &mut Pull<'_>) -> Result<Vec<String>, Fault> {
    let mut texts = Vec::new();
    pull.list(&mut |pull, _| {
        texts.push(pull.text(ExpectedValue::Text)?.into_owned());
        Ok(())
    })?;
    Ok(texts)
}

pub(super) fn size(pull: &mut Pull<'_>, expected: ExpectedValue) -> Result<usize, Fault> {
    let at = pull.at();
    let size = usize::try_from(pull.whole(expected)?);
    size.map_err(|_| Fault::new(CatalogProblem::InvalidValue(expected), at))
}

pub(super) fn edition(pull: &mut Pull<'_>) -> Result<Edition, Fault> {
    let at = pull.at();
    match pull.text(ExpectedValue::Edition)?.as_ref() {
        "2019" => Ok(Edition::Form2019),
        "2021" => Ok(Edition::Form2021),
        _ => Err(Fault::new(
            CatalogProblem::InvalidValue(ExpectedValue::Edition),
            at,
        )),
    }
}

pub(super) fn safe_path(pull: &mut Pull<'_>) -> Result<String, Fault> {
    let at = pull.at();
    let path = pull.text(ExpectedValue::Path)?;
    if !is_safe_path(&path) {
        let problem = CatalogProblem::InvalidValue(ExpectedValue::Path);
        return Err(Fault::new(problem, at));
    }
    Ok(path.into_owned())
}

pub(super) fn denominator(pull: &mut Pull<'_>) -> Result<Denominator, Fault> {
    let mut one = Denominator::default();
    pull.object(DENOMINATOR, &mut |pull, field| {
        match DENOMINATOR.names.get(field).copied().unwrap_or_default() {
            "id" => one.id = pull.text(ExpectedValue::Text)?.into_owned(),
            "name" => pull.object(NAME, &mut |pull, field| {
                let name = pull.text(ExpectedValue::Text)?.into_owned();
                match field {
                    0 => one.zh = name,
                    _ => one.en = name,
                }
                Ok(())
            })?,
            "unit" => one.unit = pull.text(ExpectedValue::Text)?.into_owned(),
            "source" => one.source = pull.text(ExpectedValue::Text)?.into_owned(),
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

/// Reads a number of a denominator: whole, or a decimal in quotes.
fn number(pull: &mut Pull<'_>) -> Result<Option<(i64, u8)>, Fault> {
    let at = pull.at();
    let written = match pull.peek() {
        Some(b'n') => return pull.null().map(|_| None),
        Some(b'"') => pull.text(ExpectedValue::Number)?,
        _ => pull.digits(ExpectedValue::Number)?.into(),
    };
    let number = split_decimal(&written);
    number
        .map(Some)
        .ok_or_else(|| Fault::new(CatalogProblem::InvalidValue(ExpectedValue::Number), at))
}

pub(super) fn hashes(pull: &mut Pull<'_>) -> Result<Hashes, Fault> {
    let at = pull.at();
    let mut every = None;
    let mut files: Option<Vec<String>> = None;
    let mut hashes: Vec<String> = Vec::new();
    pull.object(HASHES, &mut |pull, field| {
        let at = pull.at();
        match HASHES.names.get(field).copied().unwrap_or_default() {
            "every" => match size(pull, ExpectedValue::Size)? {
                0 => {
                    return Err(Fault::new(
                        CatalogProblem::InvalidValue(ExpectedValue::Size),
                        at,
                    ));
                }
                size => every = Some(size),
            },
            "files" => {
                let mut paths = Vec::new();
                pull.list(&mut |pull, _| {
                    paths.push(safe_path(pull)?);
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
        (Some(_), None) => Err(Fault::new(CatalogProblem::MissingField, at).field("files")),
        (None, Some(_)) => Err(Fault::new(CatalogProblem::MissingField, at).field("every")),
        (Some(every), Some(files)) => {
            let (found, wanted) = (hashes.len(), files.len());
            if found != wanted {
                let problem = CatalogProblem::Length { found, wanted };
                return Err(Fault::without_position(problem).field("sha384"));
            }
            let blocks = files.into_iter().zip(hashes).collect();
            Ok(Hashes::Blocks { every, blocks })
        }
    }
}
