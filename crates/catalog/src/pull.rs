//! A pull parser for JSON: the schema asks for one value after the other, in a single pass.
//!
//! A column of twenty thousand numbers is read in place, without a tree or a list of spans. Fields that
//! the schema does not know are errors, so no input makes this recurse.

use super::error::{CatalogProblem, ExpectedValue, Fault};
use gongkai_model::field_path::Step;
use gongkai_model::json::{Scan, unescape};
use std::borrow::Cow;

pub(super) struct Pull<'a> {
    text: &'a str,
    scan: Scan<'a>,
}

/// A field that an object may have.
#[derive(Clone, Copy)]
pub(super) struct FieldSchema {
    pub name: &'static str,
    pub is_required: bool,
}

/// The fields of an object, and their names alone for error messages.
#[derive(Clone, Copy)]
pub(super) struct ObjectSchema {
    pub fields: &'static [FieldSchema],
    pub names: &'static [&'static str],
}

/// Declares an [`ObjectSchema`]: the name of each field and whether it is required.
macro_rules! object_schema {
    ($name:ident { $($field:literal: $is_required:literal,)+ }) => {
        const $name: ObjectSchema = ObjectSchema {
            fields: &[$(crate::pull::FieldSchema {
                name: $field,
                is_required: $is_required,
            },)+],
            names: &[$($field,)+],
        };
    };
}

impl<'a> Pull<'a> {
    pub fn new(text: &'a str) -> Pull<'a> {
        Pull {
            text,
            scan: Scan::new(text),
        }
    }

    /// Makes a parser of the same text that starts at another byte.
    pub fn restarted_at(&self, at: usize) -> Pull<'a> {
        let mut pull = Pull::new(self.text);
        pull.scan.at = at;
        pull
    }

    /// Continues at the byte `end`, after a value that was read elsewhere.
    pub fn skip_to(&mut self, end: usize) {
        self.scan.at = end;
    }

    /// Returns the offset of the next value.
    pub fn at(&mut self) -> usize {
        self.scan.space();
        self.scan.at
    }

    pub fn peek(&mut self) -> Option<u8> {
        self.scan.space();
        self.scan.peek()
    }

    /// Expects the end of the text.
    ///
    /// # Errors
    /// If anything follows the one value.
    pub fn end(&mut self) -> Result<(), Fault> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.not_json(self.scan.at)),
        }
    }

    fn not_json(&self, at: usize) -> Fault {
        Fault::new(CatalogProblem::NotJson, at)
    }

    fn expect_word(&mut self, word: &str) -> Result<(), Fault> {
        self.scan.space();
        self.scan.word(word).map_err(|at| self.not_json(at))
    }

    /// Makes the fault for a value of another type than expected, or for the lack of any value.
    pub fn wrong_type(&mut self, expected: ExpectedValue) -> Fault {
        match self.peek() {
            Some(b'"' | b'{' | b'[' | b't' | b'f' | b'n' | b'-' | b'0'..=b'9') => {
                Fault::new(CatalogProblem::WrongType(expected), self.scan.at)
            }
            _ => self.not_json(self.scan.at),
        }
    }

    /// Reads an object: calls `put` for each field with its index in the schema. Unknown, repeated and
    /// missing fields are errors.
    pub fn object(
        &mut self,
        ObjectSchema { fields, names }: ObjectSchema,
        put: &mut dyn FnMut(&mut Pull<'a>, usize) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let start = self.at();
        if self.scan.peek() != Some(b'{') {
            return Err(self.wrong_type(ExpectedValue::Object));
        }
        self.scan.at += 1;
        let mut seen = vec![false; fields.len()];
        let mut is_open = self.peek() != Some(b'}');
        while is_open {
            let name = self.string()?;
            self.expect_word(":")?;
            let at = self.at();
            let problem = match fields.iter().position(|field| field.name == name) {
                None => Some(CatalogProblem::UnknownField(names)),
                Some(index) => match seen.get_mut(index) {
                    Some(seen) if !*seen => {
                        *seen = true;
                        put(self, index).map_err(|fault| fault.field(&name))?;
                        None
                    }
                    _ => Some(CatalogProblem::DuplicateField),
                },
            };
            if let Some(problem) = problem {
                return Err(Fault::new(problem, at).field(&name));
            }
            is_open = self.peek() == Some(b',');
            if is_open {
                self.scan.at += 1;
            }
        }
        self.expect_word("}")?;
        let missing = fields.iter().zip(seen);
        let mut missing = missing.filter(|(field, seen)| field.is_required && !seen);
        match missing.next() {
            None => Ok(()),
            Some((field, _)) => {
                Err(Fault::new(CatalogProblem::MissingField, start).field(field.name))
            }
        }
    }

    /// Reads a list: calls `item` for each item with its index. Returns the number of items.
    pub fn list(
        &mut self,
        item: &mut dyn FnMut(&mut Pull<'a>, usize) -> Result<(), Fault>,
    ) -> Result<usize, Fault> {
        if self.peek() != Some(b'[') {
            return Err(self.wrong_type(ExpectedValue::List));
        }
        self.scan.at += 1;
        let mut length = 0;
        let mut is_open = self.peek() != Some(b']');
        while is_open {
            item(self, length).map_err(|fault| fault.under(Step::Index(length)))?;
            length += 1;
            is_open = self.peek() == Some(b',');
            if is_open {
                self.scan.at += 1;
            }
        }
        self.expect_word("]")?;
        Ok(length)
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        let from = self.at();
        self.scan.string().map_err(|at| self.not_json(at))?;
        let raw = self.text.get(from..self.scan.at).unwrap_or_default();
        let inside = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        Ok(if inside.contains('\\') {
            Cow::Owned(unescape(raw))
        } else {
            Cow::Borrowed(inside)
        })
    }

    /// Reads a string.
    pub fn text(&mut self, expected: ExpectedValue) -> Result<Cow<'a, str>, Fault> {
        match self.peek() {
            Some(b'"') => self.string(),
            _ => Err(self.wrong_type(expected)),
        }
    }

    /// Reads `null` if it is the next value; `false` if it is not.
    pub fn null(&mut self) -> Result<bool, Fault> {
        if self.peek() != Some(b'n') {
            return Ok(false);
        }
        self.expect_word("null").map(|()| true)
    }

    /// Reads `true`.
    pub fn truth(&mut self) -> Result<(), Fault> {
        match self.peek() {
            Some(b't') => self.expect_word("true"),
            _ => Err(self.wrong_type(ExpectedValue::True)),
        }
    }

    /// Reads a number as the file writes it.
    pub fn digits(&mut self, expected: ExpectedValue) -> Result<&'a str, Fault> {
        let from = self.at();
        match self.scan.peek() {
            Some(b'-' | b'0'..=b'9') => {
                self.scan.number().map_err(|at| self.not_json(at))?;
                Ok(self.text.get(from..self.scan.at).unwrap_or_default())
            }
            _ => Err(self.wrong_type(expected)),
        }
    }

    /// Reads a whole number.
    pub fn whole(&mut self, expected: ExpectedValue) -> Result<i64, Fault> {
        let from = self.at();
        let digits = self.digits(expected)?;
        digits.parse().map_err(|_| {
            let problem = if digits.contains(['.', 'e', 'E']) {
                CatalogProblem::InvalidValue(expected)
            } else {
                CatalogProblem::OutOfRange
            };
            Fault::new(problem, from)
        })
    }

    /// Reads a count of at most 15 digits that is followed by the next item or the end of the list.
    /// For anything else it returns `None` and reads nothing.
    pub fn plain_count(&mut self) -> Option<i64> {
        let rest = self.text.as_bytes().get(self.scan.at..)?;
        let mut count = 0_i64;
        let mut length = 0;
        for byte in rest.iter().take(16) {
            match byte {
                b'0'..=b'9' => count = count * 10 + i64::from(byte - b'0'),
                b',' | b']' => break,
                _ => return None,
            }
            length += 1;
        }
        // JSON has no leading zeros.
        let is_plain = match rest.first() {
            Some(b'0') => length == 1,
            _ => (1..=15).contains(&length),
        };
        if is_plain {
            self.scan.at += length;
        }
        is_plain.then_some(count)
    }

    /// Skips a list of numbers, strings and nulls.
    pub fn skip_column(&mut self) -> Result<(), Fault> {
        let mut skip = |pull: &mut Pull<'a>, _| match pull.peek() {
            Some(b'"') => pull.string().map(|_| ()),
            Some(b'n') => pull.expect_word("null"),
            _ => pull.digits(ExpectedValue::Count).map(|_| ()),
        };
        self.list(&mut skip).map(|_| ())
    }
}
