//! Reading JSON in one pass, value by value, as the catalogue's shape asks for them.
//!
//! A column of twenty thousand numbers is read where it stands: no tree, no list of spans. What
//! the shape does not know is refused at once, so no input makes this recurse.

use super::error::{Expected, Fault, Problem, Step};
use gongkai_model::json::{Scan, unescape};
use std::borrow::Cow;

pub(super) struct Pull<'a> {
    text: &'a str,
    scan: Scan<'a>,
}

/// One field that an object may have.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub name: &'static str,
    pub is_required: bool,
}

/// The fields of an object, and again their names alone.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub fields: &'static [Field],
    pub names: &'static [&'static str],
}

/// Declares a [`Shape`]: each field's name and whether it must be there.
macro_rules! shape {
    ($name:ident { $($field:literal: $is_required:literal,)+ }) => {
        const $name: Shape = Shape {
            fields: &[$(crate::pull::Field {
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

    /// A reader of the same text from another byte on.
    pub fn from(&self, at: usize) -> Pull<'a> {
        let mut pull = Pull::new(self.text);
        pull.scan.at = at;
        pull
    }

    /// Goes on behind what was read before.
    pub fn pass(&mut self, end: usize) {
        self.scan.at = end;
    }

    /// Where the next value begins.
    pub fn at(&mut self) -> usize {
        self.scan.space();
        self.scan.at
    }

    pub fn peek(&mut self) -> Option<u8> {
        self.scan.space();
        self.scan.peek()
    }

    /// # Errors
    /// Where anything follows the one value.
    pub fn end(&mut self) -> Result<(), Fault> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.not_json(self.scan.at)),
        }
    }

    fn not_json(&self, at: usize) -> Fault {
        Fault::new(Problem::NotJson, at)
    }

    fn over(&mut self, word: &str) -> Result<(), Fault> {
        self.scan.space();
        self.scan.word(word).map_err(|at| self.not_json(at))
    }

    /// A value that is of no kind the shape asks for; at the text's end, no value at all.
    pub fn wrong(&mut self, expected: Expected) -> Fault {
        match self.peek() {
            Some(b'"' | b'{' | b'[' | b't' | b'f' | b'n' | b'-' | b'0'..=b'9') => {
                Fault::new(Problem::WrongType(expected), self.scan.at)
            }
            _ => self.not_json(self.scan.at),
        }
    }

    /// Gives every field of an object to `put`, by its place in the shape; refuses what is unknown,
    /// what stands twice and what is missing.
    pub fn object(
        &mut self,
        Shape { fields, names }: Shape,
        put: &mut dyn FnMut(&mut Pull<'a>, usize) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let start = self.at();
        if self.scan.peek() != Some(b'{') {
            return Err(self.wrong(Expected::Object));
        }
        self.scan.at += 1;
        let mut seen = vec![false; fields.len()];
        let mut is_open = self.peek() != Some(b'}');
        while is_open {
            let name = self.string()?;
            self.over(":")?;
            let at = self.at();
            let problem = match fields.iter().position(|field| field.name == name) {
                None => Some(Problem::UnknownField(names)),
                Some(index) => match seen.get_mut(index) {
                    Some(seen) if !*seen => {
                        *seen = true;
                        put(self, index).map_err(|fault| fault.field(&name))?;
                        None
                    }
                    _ => Some(Problem::DuplicateField),
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
        self.over("}")?;
        let missing = fields.iter().zip(seen);
        let mut missing = missing.filter(|(field, seen)| field.is_required && !seen);
        match missing.next() {
            None => Ok(()),
            Some((field, _)) => Err(Fault::new(Problem::MissingField, start).field(field.name)),
        }
    }

    /// Gives every item of a list to `item`; the number of them.
    pub fn list(
        &mut self,
        item: &mut dyn FnMut(&mut Pull<'a>, usize) -> Result<(), Fault>,
    ) -> Result<usize, Fault> {
        if self.peek() != Some(b'[') {
            return Err(self.wrong(Expected::List));
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
        self.over("]")?;
        Ok(length)
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        let from = self.at();
        self.scan.string().map_err(|at| self.not_json(at))?;
        let raw = self.text.get(from..self.scan.at).unwrap_or_default();
        let inside = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        Ok(match inside.contains('\\') {
            true => Cow::Owned(unescape(raw)),
            false => Cow::Borrowed(inside),
        })
    }

    pub fn text(&mut self, expected: Expected) -> Result<Cow<'a, str>, Fault> {
        match self.peek() {
            Some(b'"') => self.string(),
            _ => Err(self.wrong(expected)),
        }
    }

    /// Whether `null` stands here; it is then passed.
    pub fn null(&mut self) -> Result<bool, Fault> {
        if self.peek() != Some(b'n') {
            return Ok(false);
        }
        self.over("null").map(|()| true)
    }

    pub fn truth(&mut self) -> Result<(), Fault> {
        match self.peek() {
            Some(b't') => self.over("true"),
            _ => Err(self.wrong(Expected::True)),
        }
    }

    /// A number as the file writes it.
    pub fn digits(&mut self, expected: Expected) -> Result<&'a str, Fault> {
        let from = self.at();
        match self.scan.peek() {
            Some(b'-' | b'0'..=b'9') => {
                self.scan.number().map_err(|at| self.not_json(at))?;
                Ok(self.text.get(from..self.scan.at).unwrap_or_default())
            }
            _ => Err(self.wrong(expected)),
        }
    }

    pub fn whole(&mut self, expected: Expected) -> Result<i64, Fault> {
        let from = self.at();
        let digits = self.digits(expected)?;
        digits.parse().map_err(|_| {
            let problem = match digits.contains(['.', 'e', 'E']) {
                true => Problem::InvalidValue(expected),
                false => Problem::OutOfRange,
            };
            Fault::new(problem, from)
        })
    }

    /// A count of at most 15 digits that is followed by the next item or the list's end; `None`,
    /// and nothing passed, where anything else stands here.
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

    /// Over a list of numbers, texts and nulls.
    pub fn skip_column(&mut self) -> Result<(), Fault> {
        let mut skip = |pull: &mut Pull<'a>, _| match pull.peek() {
            Some(b'"') => pull.string().map(|_| ()),
            Some(b'n') => pull.over("null"),
            _ => pull.digits(Expected::Count).map(|_| ()),
        };
        self.list(&mut skip).map(|_| ())
    }
}
