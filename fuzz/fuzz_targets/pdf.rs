//! Arbitrary bytes as a PDF file, and as the content of a page of one.

#![no_main]

use libfuzzer_sys::fuzz_target;

const OBJECTS: [&str; 4] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>",
    "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font\
     /Subtype/CIDFontType0/BaseFont/SimSun/DW 1000/W[1 95 500]>>]>>",
];

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::convert("report.pdf", bytes);
    if !bytes.starts_with(b"%PDF") {
        gongkai_fuzz::convert("report.pdf", &page(bytes));
    }
});

/// A file of one page with this content.
fn page(content: &[u8]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut entries = String::from("0000000000 65535 f \n");
    let stream = [
        format!("<</Length {}>>\nstream\n", content.len()).as_bytes(),
        content,
        b"\nendstream",
    ]
    .concat();
    let objects = OBJECTS.iter().map(|object| object.as_bytes()).chain([stream.as_slice()]);
    for (number, object) in (1..).zip(objects) {
        entries += &format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let end = format!(
        "xref\n0 6\n{entries}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(end.bytes());
    file
}
