//! A web page as lines and tables: what a reader of the page sees, in the order of its source.
//!
//! No tree is built: one pass over the tokens with a stack of what is open. Time and memory grow
//! with the page and not with its depth.

mod attributes;
mod body;
mod elements;
mod head;
mod line;
mod open;
mod table;
mod tokens;

use super::{Document, ImportError};
use body::Body;
use head::Head;
use std::borrow::Cow;
use tokens::Token;

/// What is kept of one page at most: cells of all tables, and lines and tables together.
const MOST: usize = 200_000;

/// The lines and tables of a page, with its title, address and day of publication where it states
/// them. Places are lines of the source.
///
/// A table is a [`Grid`](super::Grid) where it is one of figures; a table that holds other tables
/// or a single cell lays out the page, and its content stands as lines. Spaces collapse as a
/// browser collapses them, but not-breaking ones become plain spaces and stay.
///
/// # Errors
/// [`ImportError::TooMany`] beyond 200,000 cells, lines or levels.
pub fn document(html: &str) -> Result<Document, ImportError> {
    let html = unix(html);
    let mut head = Head::default();
    let mut body = Body::default();
    for token in tokens::read(&html) {
        match token {
            Token::Start(tag) => {
                head.start(&tag, body.is_hidden());
                body.start(&tag)?;
            }
            Token::End { name, line } => {
                head.end(&name);
                body.end(&name, line)?;
            }
            Token::Text { text, line } => {
                if !head.takes(&text) {
                    body.text(&text, line)?;
                }
            }
            Token::Comment(comment) => head.comment(&comment),
        }
    }
    Ok(Document {
        title: head.title(),
        address: head.address(),
        published: head.published(),
        blocks: body.finish()?,
        ..Document::default()
    })
}

/// With `\n` at every line end, so that positions in the tokens are positions in the page.
fn unix(html: &str) -> Cow<'_, str> {
    if html.contains('\r') {
        Cow::Owned(html.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(html)
    }
}
