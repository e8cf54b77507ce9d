//! The tokens of a page, each with its source line.

use super::attributes::Attributes;
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// A token of a page.
#[derive(Debug)]
pub(super) enum Token {
    Start(Box<Tag>),
    End { name: Vec<u8>, line: usize },
    Text { text: String, line: usize },
    Comment(String),
}

/// A start tag; names are in lower case.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub name: Vec<u8>,
    pub attributes: Attributes,
    pub line: usize,
}

/// The longest comment that may be a browser's note about where a page was saved from, in bytes.
const LONGEST_COMMENT: usize = 2000;

/// Splits a page into tokens.
pub(super) fn read(html: &str) -> impl Iterator<Item = Token> + '_ {
    let mut emitter = CallbackEmitter::new(Collector {
        lines: Lines::new(html),
        tag: Tag::default(),
        attribute: None,
    });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).map(|token| match token {
        Ok(token) => token,
        Err(never) => match never {},
    })
}

/// Collects the events of the tokenizer into tokens.
struct Collector<'a> {
    lines: Lines<'a>,
    tag: Tag,
    attribute: Option<Vec<u8>>,
}

impl Callback<Token, usize> for Collector<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<Token> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.attribute = None;
                self.tag = Tag {
                    name: name.to_owned(),
                    attributes: Attributes::default(),
                    line: self.lines.at(span.start),
                };
                None
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.attributes.set(name, b"");
                self.attribute = Some(name.to_owned());
                None
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some(name) = self.attribute.take() {
                    self.tag.attributes.set(&name, value);
                }
                None
            }
            CallbackEvent::CloseStartTag { .. } => {
                Some(Token::Start(Box::new(std::mem::take(&mut self.tag))))
            }
            CallbackEvent::EndTag { name } => Some(Token::End {
                name: name.to_owned(),
                line: self.lines.at(span.start),
            }),
            CallbackEvent::String { value } => Some(Token::Text {
                text: String::from_utf8_lossy(value).into_owned(),
                line: self.lines.at(span.start),
            }),
            CallbackEvent::Comment { value } => (value.len() <= LONGEST_COMMENT)
                .then(|| Token::Comment(String::from_utf8_lossy(value).into_owned())),
            CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => None,
        }
    }
}

/// Counts lines up to increasing positions.
struct Lines<'a> {
    bytes: &'a [u8],
    position: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(html: &'a str) -> Self {
        let bytes = html.as_bytes();
        Lines {
            bytes,
            position: 0,
            line: 1,
        }
    }

    fn at(&mut self, position: usize) -> usize {
        let passed = self.bytes.get(self.position..position).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.position = self.position.max(position);
        self.line
    }
}
