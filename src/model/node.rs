//! A serde deserializer over a span of JSON text that remembers where it stands.
//!
//! serde_json alone would give English sentences without a path, and would round a number
//! beyond 64 bits before anyone could name it.

use super::error::{Failure, Problem, Step};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::value::RawValue;
use std::fmt;

/// One JSON value, as the file writes it.
#[derive(Clone, Copy)]
pub(super) struct Node<'de> {
    raw: &'de str,
}

impl<'de> Node<'de> {
    /// Fails only where the text is not JSON.
    pub fn parse(source: &'de str) -> Result<Node<'de>, serde_json::Error> {
        let raw: &RawValue = serde_json::from_str(source)?;
        Ok(Node { raw: raw.get() })
    }

    /// The value of a field of this object.
    pub fn field(self, name: &str) -> Option<&'de str> {
        let Ok(Entries(entries)) = serde_json::from_str(self.raw) else {
            return None;
        };
        entries
            .into_iter()
            .find(|(key, _)| key == name)
            .map(|(_, raw)| raw.get())
    }

    pub fn is_object(self) -> bool {
        self.raw.starts_with('{')
    }

    pub fn raw(self) -> &'de str {
        self.raw
    }

    fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        let not_json = |_| Failure::new(Problem::NotJson);
        match self.raw.as_bytes().first() {
            Some(b'n') => visitor.visit_unit(),
            Some(b't') => visitor.visit_bool(true),
            Some(b'f') => visitor.visit_bool(false),
            Some(b'"') => visitor.visit_string(serde_json::from_str(self.raw).map_err(not_json)?),
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(self.raw).map_err(not_json)?;
                visitor.visit_seq(Items {
                    rest: items.into_iter(),
                    index: 0,
                })
            }
            Some(b'{') => {
                let Entries(entries) = serde_json::from_str(self.raw).map_err(not_json)?;
                visitor.visit_map(Fields {
                    rest: entries.into_iter(),
                    current: None,
                })
            }
            _ => match self.raw.parse::<i64>() {
                Ok(n) => visitor.visit_i64(n),
                Err(_) if self.raw.contains(['.', 'e', 'E']) => {
                    Err(Failure::new(Problem::NotWhole))
                }
                Err(_) => Err(Failure::new(Problem::OutOfRange)),
            },
        }
    }
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Failure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        self.visit(visitor)
            .map_err(|failure| failure.found(self.raw))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        let read = || {
            let word = String::deserialize(self)?;
            let word: StrDeserializer<'_, Failure> = word.as_str().into_deserializer();
            word.deserialize_enum(name, variants, visitor)
        };
        read().map_err(|failure| failure.found(self.raw))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// Every field in the file's order, one written twice included.
struct Entries<'de>(Vec<(String, &'de RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct EntriesVisitor;
        impl<'de> Visitor<'de> for EntriesVisitor {
            type Value = Entries<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        from.deserialize_map(EntriesVisitor)
    }
}

struct Fields<'de> {
    rest: std::vec::IntoIter<(String, &'de RawValue)>,
    current: Option<(String, &'de str)>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Failure;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Failure> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        let word: StrDeserializer<'_, Failure> = key.as_str().into_deserializer();
        let read = seed
            .deserialize(word)
            .map_err(|failure| failure.found(value.get()))?;
        self.current = Some((key, value.get()));
        Ok(Some(read))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Failure> {
        let Some((key, raw)) = self.current.take() else {
            return Err(Failure::new(Problem::NotJson));
        };
        seed.deserialize(Node { raw })
            .map_err(|failure| failure.under(Step::Field(key)))
    }
}

struct Items<'de> {
    rest: std::vec::IntoIter<&'de RawValue>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Failure;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Failure> {
        let Some(raw) = self.rest.next() else {
            return Ok(None);
        };
        let index = self.index;
        self.index += 1;
        seed.deserialize(Node { raw: raw.get() })
            .map(Some)
            .map_err(|failure| failure.under(Step::Index(index)))
    }
}
