//! The hashes of the listed files.
//!
//! A hash is 48 bytes that do not compress; for twenty thousand reports they would be larger than all
//! the figures. A large catalogue therefore keeps the hashes in separate block files and has only the
//! hash of each block. To open a report, one block is loaded first.

use super::error::{CatalogError, CatalogProblem, ExpectedValue, Fault};
use super::pull::{ObjectSchema, Pull};
use super::write::quote;

/// The value of `format` in a block file.
pub const BLOCK_FORMAT: &str = "gongkai-hashes/1";

/// The largest number of reports whose hashes a built catalogue contains itself.
pub const MAX_INLINE_HASHES: usize = 1000;

/// The number of hashes in a built block.
pub const HASHES_PER_BLOCK: usize = 256;

/// The hashes of all reports: SHA-384 in base64, 64 characters each.
#[derive(Clone, Debug)]
pub(super) enum Hashes {
    /// One hash for each report.
    Inline(Vec<String>),
    Blocks {
        /// The number of hashes in a block, at least one; the last block may have fewer.
        every: usize,
        /// The path and the hash of each block file.
        blocks: Vec<(String, String)>,
    },
}

impl Default for Hashes {
    fn default() -> Hashes {
        Hashes::Inline(Vec::new())
    }
}

/// Where the hash of a report's file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportHash<'a> {
    /// The SHA-384 of the file, in base64.
    Inline(&'a str),
    /// The hash is the item `index` of a block file, which itself has the hash `sha384`.
    InBlock {
        /// The path of the block file relative to the catalogue.
        file: &'a str,
        /// The SHA-384 of the block file, in base64.
        sha384: &'a str,
        /// The index of the report's hash in the block.
        index: usize,
    },
}

impl Hashes {
    pub fn of(&self, report: usize) -> Option<ReportHash<'_>> {
        match self {
            Hashes::Inline(hashes) => hashes.get(report).map(|hash| ReportHash::Inline(hash)),
            Hashes::Blocks { every, blocks } => {
                let (file, sha384) = blocks.get(report.checked_div(*every)?)?;
                Some(ReportHash::InBlock {
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

/// Tells whether a text is 48 bytes in base64.
pub(super) fn is_hash(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    text.len() == 64 && text.bytes().all(is_digit)
}

pub(super) fn read_hash(pull: &mut Pull<'_>) -> Result<String, Fault> {
    let at = pull.at();
    let hash = pull.text(ExpectedValue::Hash)?;
    if is_hash(&hash) {
        Ok(hash.into_owned())
    } else {
        Err(Fault::new(
            CatalogProblem::InvalidValue(ExpectedValue::Hash),
            at,
        ))
    }
}

object_schema!(BLOCK {
    "format": true,
    "sha384": true,
});

/// Writes a block file.
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

/// Reads the hashes of a block file. The caller has checked its bytes against [`ReportHash::InBlock`].
///
/// # Errors
/// The first problem, with its path.
pub fn read_block(text: &str) -> Result<Vec<String>, CatalogError> {
    let mut hashes = Vec::new();
    let mut pull = Pull::new(text);
    let read = pull.object(BLOCK, &mut |pull, field| {
        if field == 0 {
            let at = pull.at();
            return match pull.text(ExpectedValue::Text)?.as_ref() {
                BLOCK_FORMAT => Ok(()),
                _ => Err(Fault::new(CatalogProblem::Format(BLOCK_FORMAT), at)),
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
        assert_eq!(
            error.problem,
            CatalogProblem::InvalidValue(ExpectedValue::Hash)
        );
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
            Some(ReportHash::InBlock { file, index, .. }) => Some((file.to_owned(), index)),
            _ => None,
        };
        assert_eq!(at(2), Some(("a".to_owned(), 2)));
        assert_eq!(at(3), Some(("b".to_owned(), 0)));
        assert_eq!(at(6), None);
    }
}
