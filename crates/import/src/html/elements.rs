//! What each element does to the words around and inside it.

/// How an element lays out its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Inside a line.
    Inline,
    /// Inside a line, but never joined with the words beside it: a note's sign is no digit.
    Apart,
    /// On lines of its own.
    Block,
    /// A block that is one paragraph or entry: where it is empty, an empty line stands.
    Leaf,
    /// A block whose spaces and line ends stand as written.
    Kept,
    /// A line end.
    Break,
    /// A block without content.
    Rule,
    /// Nothing of it is a word of the page.
    Dropped,
    /// Without content, and no block.
    Void,
    Table,
    /// `thead`, `tbody` and `tfoot`, in the order in which they are shown.
    Group(u8),
    Row,
    Cell,
    /// A table's own title, above it.
    Caption,
}

pub(super) fn kind(name: &[u8]) -> Kind {
    match name {
        b"br" => Kind::Break,
        b"hr" => Kind::Rule,
        b"table" => Kind::Table,
        b"thead" => Kind::Group(0),
        b"tbody" => Kind::Group(1),
        b"tfoot" => Kind::Group(2),
        b"tr" => Kind::Row,
        b"td" | b"th" => Kind::Cell,
        b"caption" => Kind::Caption,
        b"pre" | b"listing" | b"xmp" | b"plaintext" => Kind::Kept,
        b"p" | b"div" | b"li" | b"dt" | b"dd" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
            Kind::Leaf
        }
        b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"center" | b"details"
        | b"dialog" | b"dir" | b"dl" | b"fieldset" | b"figcaption" | b"figure" | b"footer"
        | b"form" | b"head" | b"header" | b"hgroup" | b"html" | b"legend" | b"main" | b"menu"
        | b"nav" | b"ol" | b"search" | b"section" | b"summary" | b"ul" => Kind::Block,
        b"sup" | b"sub" | b"button" | b"label" => Kind::Apart,
        b"area" | b"base" | b"basefont" | b"bgsound" | b"col" | b"embed" | b"frame" | b"img"
        | b"input" | b"keygen" | b"link" | b"meta" | b"param" | b"source" | b"track" | b"wbr" => {
            Kind::Void
        }
        // What a person fills in is not the page's word, nor what was struck out of it.
        b"audio" | b"canvas" | b"datalist" | b"del" | b"iframe" | b"math" | b"noembed"
        | b"noframe" | b"noframes" | b"noscript" | b"object" | b"rp" | b"rt" | b"s" | b"script"
        | b"select" | b"strike" | b"style" | b"svg" | b"template" | b"textarea" | b"title"
        | b"video" => Kind::Dropped,
        _ => Kind::Inline,
    }
}

/// The open elements that the start of one ends.
pub(super) struct Ends {
    pub elements: &'static [&'static [u8]],
    /// Not beyond the innermost of these.
    pub within: &'static [&'static [u8]],
}

pub(super) fn implied_end(name: &[u8]) -> Option<Ends> {
    match name {
        b"li" => Some(Ends {
            elements: &[b"li"],
            within: &[b"ul", b"ol", b"menu", b"dir"],
        }),
        b"dt" | b"dd" => Some(Ends {
            elements: &[b"dt", b"dd"],
            within: &[b"dl"],
        }),
        _ => None,
    }
}
