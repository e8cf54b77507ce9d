//! Arbitrary bytes as a workbook, and as a sheet, the texts and the styles of one.

#![no_main]

use libfuzzer_sys::fuzz_target;

const WORKBOOK: &[u8] = br#"<workbook><sheets><sheet name="1" r:id="1"/></sheets></workbook>"#;
const RELATIONS: &[u8] =
    br#"<r><Relationship Id="1" Type="/worksheet" Target="worksheets/sheet1.xml"/></r>"#;

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::convert("report.xlsx", bytes);
    if !bytes.starts_with(b"PK") {
        let parts = [
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/worksheets/sheet1.xml", bytes),
            ("xl/sharedStrings.xml", bytes),
            ("xl/styles.xml", bytes),
        ];
        gongkai_fuzz::convert("report.xlsx", &gongkai_fuzz::archive(&parts));
    }
});
