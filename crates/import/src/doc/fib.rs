//! The header of a Word file: where everything is ([MS-DOC] 2.5, the file information block).

use crate::ImportError;
use crate::ole::{LittleEndian, damaged};

/// The signature of Word's files.
const SIGNATURE: u16 = 0xa5ec;
/// The first version with this layout, Word 97.
const WORD_97: u16 = 0xc1;

const IS_ENCRYPTED: u16 = 0x0100;
const USES_TABLE_1: u16 = 0x0200;

/// Where the pairs of position and length begin.
const PAIRS: usize = 154;

/// A part of the table stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    at: usize,
    length: usize,
}

impl Part {
    pub fn of(self, stream: &[u8]) -> Option<&[u8]> {
        stream.part(self.at, self.length)
    }
}

/// The parts of the file that are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fib {
    pub table_stream: &'static str,
    /// How many characters the main text has.
    pub main_text: usize,
    /// How many characters come between the main text and the text boxes.
    pub before_text_boxes: usize,
    pub text_boxes: usize,
    pub styles: Part,
    pub characters: Part,
    pub paragraphs: Part,
    pub pieces: Part,
}

impl Fib {
    pub fn read(stream: &[u8]) -> Result<Fib, ImportError> {
        let short = || damaged("WordDocument");
        let version = stream.u16_at(2).ok_or_else(short)?;
        let flags = stream.u16_at(10).ok_or_else(short)?;
        if stream.u16_at(0) != Some(SIGNATURE) || version < WORD_97 {
            let seems = Some("Word 95");
            return Err(ImportError::UnknownKind { seems });
        }
        if flags & IS_ENCRYPTED != 0 {
            return Err(ImportError::Encrypted);
        }
        let part = |index: usize| {
            let at = PAIRS.saturating_add(index.saturating_mul(8));
            let (at, length) = (stream.size_at(at)?, stream.size_at(at.saturating_add(4))?);
            Some(Part { at, length })
        };
        let count = |at: usize| stream.size_at(at);
        let fib = || {
            // Notes, headers, macros, comments and endnotes.
            let between = [80, 84, 88, 92, 96].into_iter();
            let between = between.map(count).sum::<Option<usize>>()?;
            Some(Fib {
                table_stream: if flags & USES_TABLE_1 == 0 {
                    "0Table"
                } else {
                    "1Table"
                },
                main_text: count(76)?,
                before_text_boxes: between,
                text_boxes: count(100)?,
                styles: part(1)?,
                characters: part(12)?,
                paragraphs: part(13)?,
                pieces: part(33)?,
            })
        };
        fib().ok_or_else(short)
    }
}
