//! JSON values as spans of the text, and how records are read from them.
//!
//! Deserializing with serde would add a third of the widget's size to the WebAssembly modules,
//! report errors in English and without a path, and round numbers beyond 64 bits.

use super::error::{Expected, Failure, Problem};
use super::field_path::Step;
use super::json;
use super::text::split_once;

/// A JSON value as a span of the text.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    raw: &'a str,
}

/// The type of a JSON value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum JsonType {
    Null,
    Bool,
    Text,
    List,
    Object,
    Number,
}

impl<'a> Node<'a> {
    /// # Errors
    /// The byte offset of the first syntax error.
    pub fn parse(source: &'a str) -> Result<Node<'a>, usize> {
        json::parse(source).map(|raw| Node { raw })
    }

    pub fn raw(self) -> &'a str {
        self.raw
    }

    pub fn json_type(self) -> JsonType {
        match self.raw.as_bytes().first() {
            Some(b'n') => JsonType::Null,
            Some(b't' | b'f') => JsonType::Bool,
            Some(b'"') => JsonType::Text,
            Some(b'[') => JsonType::List,
            Some(b'{') => JsonType::Object,
            _ => JsonType::Number,
        }
    }

    /// The value at the end of a path of fields.
    pub fn at(self, path: &[&str]) -> Option<Node<'a>> {
        let mut node = self;
        for name in path {
            let entries = node.entries().ok()?;
            (_, node) = entries.into_iter().find(|(key, _)| key == name)?;
        }
        Some(node)
    }

    /// All fields in the order of the file, including duplicates.
    pub fn entries(self) -> Result<Vec<(String, Node<'a>)>, Failure> {
        if self.json_type() != JsonType::Object {
            return Err(Failure::new(Problem::WrongType(Expected::Object)));
        }
        Ok(json::children(self.raw)
            .into_iter()
            .filter_map(|(key, raw)| Some((json::unescape(key?), Node { raw })))
            .collect())
    }

    pub fn items(self) -> Result<Vec<Node<'a>>, Failure> {
        if self.json_type() != JsonType::List {
            return Err(Failure::new(Problem::WrongType(Expected::List)));
        }
        Ok(json::children(self.raw)
            .into_iter()
            .map(|(_, raw)| Node { raw })
            .collect())
    }

    /// The text of a JSON string; `expected` is for the error.
    pub fn text(self, expected: Expected) -> Result<String, Failure> {
        if self.json_type() != JsonType::Text {
            return Err(Failure::new(Problem::WrongType(expected)));
        }
        Ok(json::unescape(self.raw))
    }

    /// Whether the value is "/", "not applicable", in any escaped form.
    pub fn is_slash(self) -> bool {
        self.json_type() == JsonType::Text && json::unescape(self.raw) == "/"
    }

    pub fn integer(self, expected: Expected) -> Result<i64, Failure> {
        if self.json_type() != JsonType::Number {
            return Err(Failure::new(Problem::WrongType(expected)));
        }
        self.raw.parse().map_err(|_| {
            Failure::new(
                if self.raw.bytes().any(|b| matches!(b, b'.' | b'e' | b'E')) {
                    Problem::NotWhole
                } else {
                    Problem::OutOfRange
                },
            )
        })
    }
}

/// The value of a record's field.
pub(super) trait Read: Sized + Default {
    /// Whether a record must have the field.
    const REQUIRED: bool = true;
    /// The fields inside the value.
    const SHAPE: &'static Shape = &Shape::Plain;

    /// Reads a value; calls [`read_into`](Read::read_into), of which each type has this or that of its own.
    fn read(node: Node<'_>) -> Result<Self, Failure> {
        let mut value = Self::default();
        value.read_into(node)?;
        Ok(value)
    }

    /// Reads in place, which for a large value is less code than to move it. Not inlined, since a record would
    /// repeat the move for each field.
    #[inline(never)]
    fn read_into(&mut self, node: Node<'_>) -> Result<(), Failure> {
        *self = Self::read(node)?;
        Ok(())
    }

    /// Whether the field is omitted when the record is written.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A field of a record.
pub(super) struct Field {
    pub name: &'static str,
    pub required: bool,
    pub shape: &'static Shape,
}

/// What paths can lead into a value. Data, because code for each record would be larger.
pub(super) enum Shape {
    Plain,
    /// Seven cells.
    Row,
    List(&'static Shape),
    Record(&'static [Field]),
    /// Either of two, depending on the edition.
    Either(&'static Shape, &'static Shape),
}

impl Shape {
    /// Whether a path leads to a value of the format, whether or not a file has it. The path begins
    /// with a dot or a bracket, or is empty.
    pub fn has(&self, path: &str) -> bool {
        match self {
            Shape::Either(one, other) => one.has(path) || other.has(path),
            _ if path.is_empty() => true,
            Shape::Plain => false,
            Shape::Row => {
                matches!(path.as_bytes(), [b'[', b'0'..=b'6', b']'])
            }
            Shape::List(item) => {
                let inside = path
                    .strip_prefix('[')
                    .and_then(|path| split_once(path, b']'));
                inside.is_some_and(|(index, rest)| is_index(index) && item.has(rest))
            }
            Shape::Record(fields) => path.strip_prefix('.').is_some_and(|path| {
                let end = path.bytes().position(|b| matches!(b, b'.' | b'['));
                let end = end.unwrap_or(path.len());
                let (name, rest) = path.split_at_checked(end).unwrap_or_default();
                let field = fields.iter().find(|field| field.name == name);
                field.is_some_and(|field| field.shape.has(rest))
            }),
        }
    }
}

/// Whether a text is a number as paths write it, without leading zeros.
fn is_index(text: &str) -> bool {
    text == "0"
        || !text.starts_with('0') && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Calls `put` with each field of an object, by its index in `names`. Rejects unknown, duplicate
/// and missing fields. Shared by all records, so that each adds little code.
pub(super) fn read_fields(
    node: Node<'_>,
    fields: &[Field],
    names: &'static [&'static str],
    put: &mut dyn FnMut(usize, Node<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut seen = vec![false; fields.len()];
    for (name, value) in node.entries()? {
        let problem = match fields.iter().position(|field| field.name == name) {
            None => Problem::UnknownField(names),
            Some(index) => match seen.get_mut(index) {
                Some(seen) if !*seen => {
                    *seen = true;
                    put(index, value)
                        .map_err(|failure| failure.found(value.raw()).under(Step::Field(name)))?;
                    continue;
                }
                _ => Problem::DuplicateField,
            },
        };
        return Err(Failure::new(problem)
            .under(Step::Field(name))
            .found(value.raw()));
    }
    match fields
        .iter()
        .zip(seen)
        .find(|(field, seen)| field.required && !seen)
    {
        None => Ok(()),
        Some((field, _)) => Err(Failure::new(Problem::MissingField)
            .under(Step::Field(field.name.to_owned()))
            .found(node.raw())),
    }
}

/// Declares a record: a struct whose fields are read by name and written in order. A field `name:
/// Type = Rule` is read and described by the rule instead of its type. The comments are also the
/// descriptions in the schema.
macro_rules! record {
    ($(
        $(#[doc = $doc:literal])*
        pub struct $record:ident {
            $( $(#[doc = $field_doc:literal])* pub $field:ident: $type:ty $(= $rule:ty)?, )+
        }
    )+) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
        pub struct $record {
            $(
                $(#[doc = $field_doc])*
                #[serde(skip_serializing_if = "crate::node::Read::is_absent")]
                pub $field: $type,
            )+
        }

        impl $record {
            const FIELDS: &'static [$crate::node::Field] = &[$($crate::node::Field {
                name: stringify!($field),
                required: <$type as $crate::node::Read>::REQUIRED,
                shape: <$type as $crate::node::Read>::SHAPE,
            }),+];
        }

        impl $crate::node::Read for $record {
            const SHAPE: &'static $crate::node::Shape =
                &$crate::node::Shape::Record($record::FIELDS);

            fn read_into(
                &mut self,
                node: $crate::node::Node<'_>,
            ) -> Result<(), $crate::error::Failure> {
                use $crate::node::{Read, read_fields};
                #[allow(non_camel_case_types)]
                enum Index { $($field),+ }
                const NAMES: &[&str] = &[$(stringify!($field)),+];
                read_fields(node, $record::FIELDS, NAMES, &mut |index, value| {
                    $(
                        if index == Index::$field as usize {
                            return record!(@read value, self.$field $(, $rule)?);
                        }
                    )+
                    Ok(())
                })
            }
        }

        impl $crate::schema::Describe for $record {
            fn describe(
                defined: &mut $crate::schema::Definitions,
            ) -> $crate::schema::Schema {
                use $crate::node::Read;
                use $crate::schema::Property;
                defined.record(stringify!($record), &[$($doc),*], |defined| vec![$(Property {
                    name: stringify!($field),
                    comment: &[$($field_doc),*],
                    required: <$type as Read>::REQUIRED,
                    schema: record!(@describe defined, $type $(, $rule)?),
                }),+])
            }
        }
    )+};
    (@read $value:ident, $field:expr) => { Read::read_into(&mut $field, $value) };
    (@read $value:ident, $field:expr, $rule:ty) => {{
        $field = <$rule>::read($value)?;
        Ok(())
    }};
    (@describe $defined:ident, $type:ty) => {
        <$type as $crate::schema::Describe>::describe($defined)
    };
    (@describe $defined:ident, $type:ty, $rule:ty) => {
        <$rule as $crate::schema::Describe>::describe($defined)
    };
}

/// Declares an enum that is written as one of several words.
macro_rules! words {
    ($(
        $(#[doc = $doc:literal])*
        pub enum $name:ident { $( $(#[doc = $word_doc:literal])* $variant:ident = $word:literal, )+ }
    )+) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
        pub enum $name {
            #[default]
            $( $(#[doc = $word_doc])* #[serde(rename = $word)] $variant, )+
        }

        impl $crate::node::Read for $name {
            fn read(node: $crate::node::Node<'_>) -> Result<Self, $crate::error::Failure> {
                use $crate::error::{Expected, Failure, Problem};
                let word = node.text(Expected::Text)?;
                $( if word == $word { return Ok($name::$variant); } )+
                Err(Failure::new(Problem::NotOneOf(&[$($word),+])))
            }
        }

        impl $crate::schema::Describe for $name {
            fn describe(
                defined: &mut $crate::schema::Definitions,
            ) -> $crate::schema::Schema {
                defined.words(stringify!($name), &[$($doc),*], &[$(($word, &[$($word_doc),*])),+])
            }
        }
    )+};
}

impl Read for String {
    fn read(node: Node<'_>) -> Result<String, Failure> {
        node.text(Expected::Text)
    }
}

impl<T: Read> Read for Option<T> {
    const REQUIRED: bool = false;
    const SHAPE: &'static Shape = T::SHAPE;

    fn read_into(&mut self, node: Node<'_>) -> Result<(), Failure> {
        self.insert(T::default()).read_into(node)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Read> Read for Vec<T> {
    const REQUIRED: bool = false;
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);

    fn read_into(&mut self, node: Node<'_>) -> Result<(), Failure> {
        for (index, node) in node.items()?.into_iter().enumerate() {
            let mut item = T::default();
            item.read_into(node)
                .map_err(|failure| failure.found(node.raw).under(Step::Index(index)))?;
            self.push(item);
        }
        Ok(())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}
