//! Arbitrary bytes as an OFD file, and as a page of one.

#![no_main]

use libfuzzer_sys::fuzz_target;

const MAIN: &[u8] = b"<OFD><DocRoot>Doc_0/Document.xml</DocRoot></OFD>";
const DOCUMENT: &[u8] = b"<Document><Page BaseLoc='p.xml'/><TemplatePage ID='1' BaseLoc='p.xml'/></Document>";

fuzz_target!(|bytes: &[u8]| {
    gongkai_fuzz::convert("report.ofd", bytes);
    if !bytes.starts_with(b"PK") {
        let parts = [("OFD.xml", MAIN), ("Doc_0/Document.xml", DOCUMENT), ("Doc_0/p.xml", bytes)];
        gongkai_fuzz::convert("report.ofd", &gongkai_fuzz::archive(&parts));
    }
});
