//! Parses HTML more strictly than browsers: an unclosed or misplaced element is an error.

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Error, Span, Tokenizer};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub inside: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// Elements without an end tag.
const VOID: [&str; 3] = ["link", "meta", "input"];

/// Elements allowed in paragraphs, headings and links.
const PHRASES: [&str; 6] = ["a", "label", "mark", "span", "strong", "svg"];

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class")
            .is_some_and(|classes| classes.split(' ').any(|one| one == class))
    }

    /// The child elements.
    pub fn children(&self) -> impl Iterator<Item = &Element> {
        self.inside.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// All descendant elements, in document order.
    pub fn all(&self) -> Vec<&Element> {
        let mut all = Vec::new();
        for child in self.children() {
            all.push(child);
            all.extend(child.all());
        }
        all
    }

    pub fn named(&self, name: &str) -> Vec<&Element> {
        let mut all = self.all();
        all.retain(|element| element.name == name);
        all
    }

    pub fn classed(&self, class: &str) -> Vec<&Element> {
        let mut all = self.all();
        all.retain(|element| element.has_class(class));
        all
    }

    #[track_caller]
    pub fn by_id(&self, id: &str) -> &Element {
        let all = self.all();
        let mut found = all.iter().filter(|element| element.get("id") == Some(id));
        let first = found.next().unwrap_or_else(|| panic!("nothing is {id}"));
        assert!(found.next().is_none(), "{id} twice");
        first
    }

    /// All text inside, as without a style sheet.
    pub fn words(&self) -> String {
        let words = self.inside.iter().map(|node| match node {
            Node::Element(element) => element.words(),
            Node::Text(text) => text.clone(),
        });
        words.collect()
    }

    /// The visible text, without texts for screen readers.
    pub fn shown(&self) -> String {
        let shown = self.inside.iter().map(|node| match node {
            Node::Element(element) if element.has_class("spoken") => String::new(),
            Node::Element(element) => element.shown(),
            Node::Text(text) => text.clone(),
        });
        shown.collect()
    }
}

/// Normalizes text as HTML parsers do: without NUL, and with one kind of line break.
pub fn as_html_has_it(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.replace('\0', "\u{fffd}")
}

/// Parses a document or a fragment; its content is in an element without a name.
#[track_caller]
pub fn parse(html: &str) -> Element {
    let mut emitter = CallbackEmitter::new(Collector::default());
    emitter.naively_switch_states(true);
    let mut open = vec![Element::default()];
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let parent = open.last_mut().expect("an element is open");
        let Ok(token) = token;
        match token {
            Token::Start(tag) if VOID.contains(&tag.name.as_str()) => {
                parent.inside.push(Node::Element(tag));
            }
            Token::Start(tag) => open.push(tag),
            Token::End(name) => {
                let closed = open.pop().expect("an element is open");
                assert_eq!(closed.name, name, "closed in another order");
                check(&closed);
                let parent = open.last_mut().expect("an element is open");
                parent.inside.push(Node::Element(closed));
            }
            Token::Text(text) => parent.inside.push(Node::Text(text)),
        }
    }
    assert_eq!(open.len(), 1, "not closed: {:?}", open.last());
    open.pop().expect("the whole")
}

/// Panics if a browser would move an element out of its parent.
fn check(parent: &Element) {
    const SVG: [&str; 8] = [
        "circle", "defs", "g", "line", "path", "pattern", "rect", "text",
    ];
    let may: &[&str] = match parent.name.as_str() {
        "p" | "h1" | "h2" | "h3" | "h4" | "a" | "span" | "strong" | "caption" => &PHRASES,
        "ul" | "ol" => &["li"],
        "table" => &["caption", "thead", "tbody"],
        "thead" | "tbody" => &["tr"],
        "tr" => &["td", "th"],
        "svg" | "g" | "defs" | "pattern" => &SVG,
        "title" | "text" | "rect" | "circle" | "line" | "path" | "script" => &[],
        _ => return,
    };
    for child in parent.children() {
        let (name, parent) = (child.name.as_str(), parent.name.as_str());
        assert!(may.contains(&name), "{name} in {parent}");
    }
    if parent.name == "a" {
        assert!(parent.named("a").is_empty(), "a link in a link");
    }
    if ["ul", "ol", "table", "thead", "tbody", "tr"].contains(&parent.name.as_str()) {
        let text = parent.inside.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        for text in text {
            assert_eq!(text.trim(), "", "text in {}", parent.name);
        }
    }
}

enum Token {
    Start(Element),
    End(String),
    Text(String),
}

#[derive(Default)]
struct Collector {
    tag: Element,
}

impl Callback<Token, ()> for Collector {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: Span<()>) -> Option<Token> {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Element {
                    name: text(name),
                    ..Element::default()
                };
                None
            }
            CallbackEvent::AttributeName { name } => {
                let name = text(name);
                assert!(
                    self.tag.get(&name).is_none(),
                    "{name} twice: {:?}",
                    self.tag
                );
                self.tag.attributes.push((name, String::new()));
                None
            }
            CallbackEvent::AttributeValue { value } => {
                self.tag.attributes.last_mut().expect("an attribute").1 = text(value);
                None
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                assert!(!self_closing, "{:?} closes itself", self.tag);
                Some(Token::Start(std::mem::take(&mut self.tag)))
            }
            CallbackEvent::EndTag { name } => Some(Token::End(text(name))),
            CallbackEvent::String { value } => Some(Token::Text(text(value))),
            CallbackEvent::Comment { value } => panic!("a comment: {:?}", text(value)),
            CallbackEvent::Doctype { .. } => None,
            // Reports may contain characters that pages should not; they are still text.
            CallbackEvent::Error(
                Error::ControlCharacterInInputStream | Error::NoncharacterInInputStream,
            ) => None,
            CallbackEvent::Error(error) => panic!("{error}"),
        }
    }
}
