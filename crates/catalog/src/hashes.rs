//! What every listed file must hash to.
//!
//! A hash is 48 bytes that no compression shortens; of twenty thousand reports they would weigh more
//! than all their figures. So a large catalogue keeps them in block files of their own and carries
//! the hash of each block: who opens a report loads one block first.

use super::error::{CatalogError, Expected, Fault, Problem};
use super::pull::{Pull, Shape};
use super::write::quote;

/// The value of `format` in a block file.
pub const BLOCK_FORMAT: &str = "gongkai-hashes/1";

/// Up to so many reports, a catalogue that is built carries their hashes itself.
pub const INLINE: usize = 1000;

/// How many reports' hashes a block that is built holds.
pub const PER_BLOCK: usize = 256;

/// SHA-384 in base64, each of 64 characters.
#[derive(Clone, Debug)]
pub(super) enum Hashes {
    /// One for each report.
    Inline(Vec<String>),
    Blocks {
        /// How many reports a block holds; the last may hold fewer. At least one.
        every: usize,
        /// The path of each block, and its own hash.
        blocks: Vec<(String, String)>,
    },
}

impl Default for Hashes {
    fn default() -> Hashes {
        Hashes::Inline(Vec::new())
    }
}

/// How a report's file is held to its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash<'a> {
    /// The file's own SHA-384, in base64.
    Here(&'a str),
    /// It is the item `index` of the block file, whose own SHA-384 is `sha384`.
    InBlock {
        file: &'a str,
        sha384: &'a str,
        index: usize,
    },
}

impl Hashes {
    pub fn of(&self, report: usize) -> Option<Hash<'_>> {
        match self {
            Hashes::Inline(hashes) => hashes.get(report).map(|hash| Hash::Here(hash)),
            Hashes::Blocks { every, blocks } => {
                let (file, sha384) = blocks.get(report.checked_div(*every)?)?;
                Some(Hash::InBlock {
                    file,
                    sha384,
                    index: report.checked_rem(*every)?,
                })
            }
        }
    }

    pub fn bytes(&self) -> usize {
        let each = size_of::<String>().saturating_add(64);
        match self {
            Hashes::Inline(hashes) => hashes.len().saturating_mul(each),
            Hashes::Blocks { blocks, .. } => blocks.len().saturating_mul(each).saturating_mul(2),
        }
    }
}

/// Whether a text is 48 bytes in base64.
pub(super) fn is_hash(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    text.len() == 64 && text.bytes().all(is_digit)
}

pub(super) fn read_hash(pull: &mut Pull<'_>) -> Result<String, Fault> {
    let at = pull.at();
    let hash = pull.text(Expected::Hash)?;
    match is_hash(&hash) {
        true => Ok(hash.into_owned()),
        false => Err(Fault::new(Problem::InvalidValue(Expected::Hash), at)),
    }
}

shape!(BLOCK {
    "format": true,
    "sha384": true,
});

/// A block file's text.
pub fn write_block(hashes: &[String]) -> String {
    let mut json = format!("{{\"format\":\"{BLOCK_FORMAT}\",\"sha384\":[\n");
    for (index, hash) in hashes.iter().enumerate() {
        if index > 0 {
            json.push_str(",\n");
        }
        quote(hash, &mut json);
    }
    json.push_str("\n]}\n");
    json
}

/// The hashes in a block file, whose bytes are to be held to [`Hash::InBlock`] before.
///
/// # Errors
/// The first thing that is wrong, with its path.
pub fn read_block(text: &str) -> Result<Vec<String>, CatalogError> {
    let mut hashes = Vec::new();
    let mut pull = Pull::new(text);
    let read = pull.object(BLOCK, &mut |pull, field| {
        if field == 0 {
            let at = pull.at();
            return match pull.text(Expected::Text)?.as_ref() {
                BLOCK_FORMAT => Ok(()),
                _ => Err(Fault::new(Problem::Format(BLOCK_FORMAT), at)),
            };
        }
        let mut item = |pull: &mut Pull<'_>, _| {
            hashes.push(read_hash(pull)?);
            Ok(())
        };
        pull.list(&mut item).map(|_| ())
    });
    match read.and_then(|()| pull.end()) {
        Ok(()) => Ok(hashes),
        Err(fault) => Err(fault.into_error(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_gives_back_its_hashes_and_refuses_what_is_none() {
        let hashes = vec!["A".repeat(64), "b/+0".repeat(16)];
        assert_eq!(read_block(&write_block(&hashes)), Ok(hashes.clone()));
        assert_eq!(read_block(&write_block(&[])), Ok(Vec::new()));
        let short = write_block(&hashes).replace("AAAA\"", "AAA\"");
        let error = read_block(&short).expect_err("63 characters");
        assert_eq!(error.path, "sha384[0]");
        assert_eq!(error.problem, Problem::InvalidValue(Expected::Hash));
        assert_eq!(error.line, Some(2));
        let other = write_block(&hashes).replace("hashes/1", "hashes/2");
        assert_eq!(read_block(&other).expect_err("another").path, "format");
    }

    #[test]
    fn a_report_finds_its_hash_in_its_block() {
        let block = |name: &str| (name.to_owned(), "A".repeat(64));
        let hashes = Hashes::Blocks {
            every: 3,
            blocks: vec![block("a"), block("b")],
        };
        let at = |report| match hashes.of(report) {
            Some(Hash::InBlock { file, index, .. }) => Some((file.to_owned(), index)),
            _ => None,
        };
        assert_eq!(at(2), Some(("a".to_owned(), 2)));
        assert_eq!(at(3), Some(("b".to_owned(), 0)));
        assert_eq!(at(6), None);
    }
}
