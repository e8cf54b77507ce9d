//! Small PDF files.

pub const HELVETICA: &str =
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
/// Codes of two bytes: 1 is 规, 2 is 章, from 0x10 on the digits.
pub const NUMBERS: &str = "<</Type/Font/Subtype/Type0/BaseFont/Numbers/Encoding/Identity-H\
    /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Numbers/DW 1000/W[16[500] 17 25 500]>>]\
    /ToUnicode 9 0 R>>";
pub const UNNAMED: &str = "<</Type/Font/Subtype/Type0/BaseFont/Unnamed/Encoding/Identity-H\
    /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Unnamed/DW 1000>>]>>";
pub const GBK: &str = "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H\
    /DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/DW 1000/W[814 939 500]>>]>>";
/// Codes are UTF-16: see [`han`].
pub const HAN: &str = "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H\
    /DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/DW 1000/W[1 95 500]>>]>>";
const TO_UNICODE: &[u8] = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
    2 beginbfchar <0001> <89C4> <0002> <7AE0> endbfchar\n\
    2 beginbfrange <0010> <0011> <0030> <0012> <0019> [<0032> <0033> <0034> <0035> <0036> <0037> <0038> <0039>] endbfrange";

/// Objects by their numbers, with the table of where they stand.
pub fn file(objects: &[(usize, Vec<u8>)], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut entries = String::from("0 1\n0000000000 65535 f \n");
    for (number, object) in objects {
        entries += &format!("{number} 1\n{:010} 00000 n \n", bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    let size = objects
        .iter()
        .map(|(number, _)| number + 1)
        .max()
        .unwrap_or(1);
    let end = format!(
        "xref\n{entries}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n"
    );
    bytes.extend(end.bytes());
    bytes
}

pub fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{entries}/Length {}>>\nstream\n", content.len()).into_bytes();
    bytes.extend(content);
    bytes.extend(b"\nendstream");
    bytes
}

/// A page for each content; `more` are objects from 10 on, `resources` entries beside the font `F`.
pub fn pages(contents: &[&str], font: &str, more: &[Vec<u8>], resources: &str) -> Vec<u8> {
    let kids: String = (0..contents.len())
        .map(|at| format!("{} 0 R ", 100 + 2 * at))
        .collect();
    let tree = format!(
        "<</Type/Pages/Kids[{kids}]/Count {}/MediaBox[0 0 600 800]/Resources<</Font<</F 8 0 R>>{resources}>>>>",
        contents.len()
    );
    let mut objects = vec![
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (2, tree.into_bytes()),
        (8, font.as_bytes().to_vec()),
        (9, stream("", TO_UNICODE)),
    ];
    objects.extend((10..).zip(more.iter().cloned()));
    for (at, content) in contents.iter().enumerate() {
        let number = 100 + 2 * at;
        let page = format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", number + 1);
        objects.push((number, page.into_bytes()));
        objects.push((number + 1, stream("", content.as_bytes())));
    }
    file(&objects, "")
}

pub fn page(content: &str, font: &str) -> Vec<u8> {
    pages(&[content], font, &[], "")
}

/// Words at a place, in a font of 10 points.
pub fn words(x: i32, y: i32, text: &str) -> String {
    format!("BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n")
}

/// Words at a place, in the font [`HAN`] of 10 points.
pub fn han(x: i32, y: i32, text: &str) -> String {
    let codes: String = text
        .encode_utf16()
        .map(|unit| format!("{unit:04X}"))
        .collect();
    format!("BT /F 10 Tf {x} {y} Td <{codes}> Tj ET\n")
}

/// The rules of a table of cells 60 points wide and 30 high, from its upper left corner.
pub fn rules(x: i32, y: i32, columns: i32, rows: i32) -> String {
    let (right, bottom) = (x + 60 * columns, y - 30 * rows);
    let lying = (0..=rows).map(|row| {
        let at = y - 30 * row;
        format!("{x} {at} m {right} {at} l S\n")
    });
    let standing = (0..=columns).map(|column| {
        let at = x + 60 * column;
        format!("{at} {y} m {at} {bottom} l S\n")
    });
    lying.chain(standing).collect()
}
