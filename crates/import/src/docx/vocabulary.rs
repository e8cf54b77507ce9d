//! The part of WordprocessingML's vocabulary that is read.

use quick_xml::events::{BytesRef, BytesStart};

/// The transitional and the strict namespace of WordprocessingML.
const NAMESPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// The name of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Name {
    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    Text,
    Tab,
    Break,
    Hyphen,
    Symbol,
    Vanish,
    Strike,
    DoubleStrike,
    Color,
    Size,
    Shading,
    Highlight,
    RunStyle,
    ParagraphStyle,
    TableStyle,
    TableProperties,
    NumberingProperties,
    NumberId,
    /// The beginning, middle or end of a field.
    FieldCharacter,
    SimpleField,
    NoteReference,
    /// A picture, drawing, object, equation or other thing that is not text.
    Object,
    OleObject,
    InsertedFile,
    HiddenRow,
    Style,
    BasedOn,
    Align,
    Raised,
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    GridSpan,
    GridBefore,
    VerticalMerge,
    HorizontalMerge,
    /// Deleted text, or in properties, the mark that their owner is deleted.
    Deleted,
    DeletedCell,
    /// Text that was moved to another place.
    Moved,
    /// Not part of the text: former properties, phonetic guides.
    Ignored,
    /// `AlternateContent`: contents for newer and for older programs.
    Alternatives,
    Choice,
    Fallback,
    #[default]
    Other,
}

/// The prefix that the file uses for elements of WordprocessingML.
pub(super) fn prefix(root: &BytesStart<'_>) -> Option<String> {
    let mut attributes = root.attributes();
    attributes.with_checks(false);
    attributes.flatten().find_map(|attribute| {
        let key = attribute.key.as_ref();
        let prefix = match key.strip_prefix("xmlns") {
            Some("") => "",
            Some(rest) => rest.strip_prefix(':')?,
            None => return None,
        };
        NAMESPACES
            .contains(&attribute.value.as_ref())
            .then(|| prefix.to_owned())
    })
}

/// The name of an element, given the prefix of WordprocessingML.
pub(super) fn name(qualified: &str, word: &str) -> Name {
    let (prefix, local) = qualified.split_once(':').unwrap_or(("", qualified));
    if prefix != word {
        return match local {
            "AlternateContent" => Name::Alternatives,
            "Choice" => Name::Choice,
            "Fallback" => Name::Fallback,
            "oMath" | "contentPart" => Name::Object,
            "OLEObject" => Name::OleObject,
            _ => Name::Other,
        };
    }
    match local {
        "p" => Name::Paragraph,
        "pPr" => Name::ParagraphProperties,
        "r" => Name::Run,
        "rPr" => Name::RunProperties,
        "t" => Name::Text,
        "tab" | "ptab" => Name::Tab,
        "br" | "cr" => Name::Break,
        "noBreakHyphen" => Name::Hyphen,
        "sym" => Name::Symbol,
        "vanish" => Name::Vanish,
        "strike" => Name::Strike,
        "dstrike" => Name::DoubleStrike,
        "color" => Name::Color,
        "sz" => Name::Size,
        "shd" => Name::Shading,
        "highlight" => Name::Highlight,
        "rStyle" => Name::RunStyle,
        "pStyle" => Name::ParagraphStyle,
        "tblStyle" => Name::TableStyle,
        "tblPr" => Name::TableProperties,
        "numPr" => Name::NumberingProperties,
        "numId" => Name::NumberId,
        "fldChar" => Name::FieldCharacter,
        "fldSimple" => Name::SimpleField,
        "footnoteReference" | "endnoteReference" => Name::NoteReference,
        "drawing" | "pict" | "object" | "movie" | "control" | "contentPart" => Name::Object,
        "altChunk" | "subDoc" => Name::InsertedFile,
        "hidden" => Name::HiddenRow,
        "style" => Name::Style,
        "basedOn" => Name::BasedOn,
        "vertAlign" => Name::Align,
        "position" => Name::Raised,
        "tbl" => Name::Table,
        "tr" => Name::Row,
        "trPr" => Name::RowProperties,
        "tc" => Name::Cell,
        "tcPr" => Name::CellProperties,
        "gridSpan" => Name::GridSpan,
        "gridBefore" => Name::GridBefore,
        "vMerge" => Name::VerticalMerge,
        "hMerge" => Name::HorizontalMerge,
        "del" => Name::Deleted,
        "cellDel" => Name::DeletedCell,
        "moveFrom" => Name::Moved,
        "rt" | "rPrChange" | "pPrChange" | "tcPrChange" | "trPrChange" | "tblPrChange"
        | "tblPrExChange" | "sectPrChange" | "tblGridChange" | "numberingChange" => Name::Ignored,
        _ => Name::Other,
    }
}

/// The `val` attribute of an element, with any prefix.
pub(super) fn value(element: &BytesStart<'_>) -> Option<String> {
    attribute(element, "val")
}

/// An attribute of an element, with any prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    let mut attributes = attributes.flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name);
    found.map(|attribute| attribute.value.into_owned())
}

/// Whether a property is on: it is if present, unless its value is off.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    let value = value(element);
    !matches!(value.as_deref(), Some("0" | "false" | "off"))
}

/// The `val` attribute as a number.
pub(super) fn number(element: &BytesStart<'_>) -> Option<usize> {
    value(element)?.trim().parse().ok()
}

/// The character of an entity or character reference.
pub(crate) fn character(reference: &BytesRef<'_>) -> Option<char> {
    let name = reference.xml10_content();
    match name.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}
