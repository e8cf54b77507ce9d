//! The effect of each HTML element on the layout of text.

/// How an element lays out its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ElementKind {
    /// Part of a line.
    Inline,
    /// Part of a line, but separated from the text around it: a raised footnote sign is not a digit.
    Separated,
    /// On lines of its own.
    Block,
    /// A block that is one paragraph or item. If it is empty, it is an empty line.
    Paragraph,
    /// A block whose white space is preserved.
    Preformatted,
    /// A line break.
    Break,
    /// A block without content.
    Rule,
    /// Not part of the page's text.
    Dropped,
    /// Inline without content.
    Void,
    Table,
    /// `thead`, `tbody` and `tfoot`, with their order on the page.
    Group(u8),
    Row,
    Cell,
    /// The title of a table, above it.
    Caption,
}

/// The kind of an element.
pub(super) fn element_kind(name: &[u8]) -> ElementKind {
    match name {
        b"br" => ElementKind::Break,
        b"hr" => ElementKind::Rule,
        b"table" => ElementKind::Table,
        b"thead" => ElementKind::Group(0),
        b"tbody" => ElementKind::Group(1),
        b"tfoot" => ElementKind::Group(2),
        b"tr" => ElementKind::Row,
        b"td" | b"th" => ElementKind::Cell,
        b"caption" => ElementKind::Caption,
        b"pre" | b"listing" | b"xmp" | b"plaintext" => ElementKind::Preformatted,
        b"p" | b"div" | b"li" | b"dt" | b"dd" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
            ElementKind::Paragraph
        }
        b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"center" | b"details"
        | b"dialog" | b"dir" | b"dl" | b"fieldset" | b"figcaption" | b"figure" | b"footer"
        | b"form" | b"head" | b"header" | b"hgroup" | b"html" | b"legend" | b"main" | b"menu"
        | b"nav" | b"ol" | b"search" | b"section" | b"summary" | b"ul" => ElementKind::Block,
        b"sup" | b"sub" | b"small" | b"button" | b"label" => ElementKind::Separated,
        b"area" | b"base" | b"basefont" | b"bgsound" | b"col" | b"embed" | b"frame" | b"img"
        | b"input" | b"keygen" | b"link" | b"meta" | b"param" | b"source" | b"track" | b"wbr" => {
            ElementKind::Void
        }
        // Form fields and text that is struck out are not part of the page's text.
        b"audio" | b"canvas" | b"datalist" | b"del" | b"iframe" | b"math" | b"noembed"
        | b"noframe" | b"noframes" | b"noscript" | b"object" | b"rp" | b"rt" | b"s" | b"script"
        | b"select" | b"strike" | b"style" | b"svg" | b"template" | b"textarea" | b"title"
        | b"video" => ElementKind::Dropped,
        _ => ElementKind::Inline,
    }
}

/// Whether an element shows something other than text.
pub(super) fn is_object(name: &[u8]) -> bool {
    matches!(
        name,
        b"applet"
            | b"audio"
            | b"canvas"
            | b"embed"
            | b"iframe"
            | b"math"
            | b"meter"
            | b"object"
            | b"progress"
            | b"script"
            | b"select"
            | b"svg"
            | b"v:imagedata"
            | b"video"
    )
}

/// Whether a page never shows the text of an element. The text of other dropped elements may be shown,
/// but is struck out or only for some browsers.
pub(super) fn is_silent(name: &[u8]) -> bool {
    is_object(name)
        || matches!(
            name,
            b"datalist"
                | b"noembed"
                | b"noframe"
                | b"noframes"
                | b"rp"
                | b"style"
                | b"template"
                | b"textarea"
                | b"title"
        )
}

/// The open elements that a start tag closes.
pub(super) struct ImpliedEnd {
    pub elements: &'static [&'static [u8]],
    /// Elements outside the innermost of these stay open.
    pub within: &'static [&'static [u8]],
}

/// The open elements that the start tag of this name closes.
pub(super) fn implied_end(name: &[u8]) -> Option<ImpliedEnd> {
    match name {
        b"li" => Some(ImpliedEnd {
            elements: &[b"li"],
            within: &[b"ul", b"ol", b"menu", b"dir"],
        }),
        b"dt" | b"dd" => Some(ImpliedEnd {
            elements: &[b"dt", b"dd"],
            within: &[b"dl"],
        }),
        _ => None,
    }
}
