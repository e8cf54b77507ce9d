//! Reads a web page into the lines and tables that a reader of the page sees, in source order.
//!
//! No tree is built: one pass over the tokens with a stack of open elements. Time and memory grow with
//! the size of the page and not with its depth.

mod attributes;
mod body;
mod body_tables;
mod elements;
mod line;
mod metadata;
mod open_elements;
mod style;
mod stylesheet;
mod table;
mod tokens;

use super::tables::split_sheets;
use super::{Document, ImportError};
use body::Body;
use metadata::Metadata;
use std::borrow::Cow;
use stylesheet::Stylesheet;
use tokens::Token;

/// The most cells, and the most lines and tables, of a page.
const MOST: usize = 200_000;

/// Reads the lines and tables of a page, with its title, address and date of publication. Locations are
/// lines of the source.
///
/// A table of figures becomes a [`Grid`](super::Grid). A table that contains other tables or a single
/// cell lays out the page, and its contents become lines. White space is collapsed as in a browser, but
/// no-break spaces become spaces and are kept.
///
/// # Errors
/// [`ImportError::TooMany`] beyond 200,000 cells, lines or levels.
pub fn document(html: &str) -> Result<Document, ImportError> {
    let html = unix_line_ends(html);
    let mut metadata = Metadata::default();
    let mut body = Body::default();
    body.styles = stylesheet(&html);
    for token in tokens::read(&html) {
        match token {
            Token::Start(mut tag) => {
                body.set_style(&mut tag);
                metadata.start(&tag, body.is_hidden());
                body.start(&tag)?;
            }
            Token::End { name, line } => {
                metadata.end(&name);
                body.end(&name, line)?;
            }
            Token::Text { text, line } => {
                if !metadata.title_text(&text) {
                    body.text(&text, line)?;
                }
            }
            Token::Comment(comment) => metadata.comment(&comment),
        }
    }
    Ok(Document {
        title: metadata.title(),
        address: metadata.address(),
        published: metadata.published(),
        elsewhere: std::mem::take(&mut body.elsewhere),
        blocks: split_sheets(body.finish()?),
        ..Document::default()
    })
}

/// Reads the style sheets of a page, which apply to the whole of it.
fn stylesheet(html: &str) -> Stylesheet {
    let mut sheet = Stylesheet::default();
    let mut css: Option<String> = None;
    if !html.contains("<style") && !html.contains("<STYLE") {
        return sheet;
    }
    for token in tokens::read(html) {
        match token {
            Token::Start(tag) if tag.name == b"style" => css = Some(String::new()),
            Token::Text { text, .. } => {
                if let Some(css) = &mut css {
                    css.push_str(&text);
                }
            }
            Token::End { name, .. } if name == b"style" => {
                if let Some(css) = css.take() {
                    sheet.add(&css);
                }
            }
            _ => {}
        }
    }
    sheet
}

/// Converts line ends to `\n`, so that positions in the tokens are positions in the page.
fn unix_line_ends(html: &str) -> Cow<'_, str> {
    if html.contains('\r') {
        Cow::Owned(html.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(html)
    }
}
