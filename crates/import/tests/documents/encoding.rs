//! Decoding files, whatever encoding they declare.

use encoding_rs::{BIG5, GB18030, SHIFT_JIS, WINDOWS_1252};
use gongkai_import::ImportError;
use gongkai_import::encoding::decode;

const TEXT: &str = "政府信息公开工作年度报告（2020年）：主动公开 1,200 条，依申请公开 3 件。";

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[track_caller]
fn is_read(bytes: &[u8], text: &str) {
    assert_eq!(decode(bytes).as_deref(), Ok(text));
}

#[test]
fn a_byte_order_mark_says_what_follows_and_is_no_text() {
    is_read(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), TEXT);
    is_read(&utf_16(&format!("\u{feff}{TEXT}"), u16::to_le_bytes), TEXT);
    is_read(&utf_16(&format!("\u{feff}{TEXT}"), u16::to_be_bytes), TEXT);
}

#[test]
fn utf_16_without_a_mark_is_seen() {
    is_read(&utf_16(TEXT, u16::to_le_bytes), TEXT);
    is_read(&utf_16(TEXT, u16::to_be_bytes), TEXT);
}

#[test]
fn every_name_of_the_chinese_standard_is_read() {
    for label in ["gb2312", "GBK", "gb18030", "utf-8", "iso-8859-1"] {
        let page =
            format!("<meta http-equiv=Content-Type content='text/html; charset={label}'>{TEXT}㐂");
        is_read(&GB18030.encode(&page).0, &page);
    }
}

#[test]
fn a_page_that_says_gbk_and_is_utf_8_is_read_as_what_it_is() {
    let page = format!("<meta charset=gbk>{TEXT}");
    is_read(page.as_bytes(), &page);
}

#[test]
fn big5_is_read_where_it_is_declared() {
    let page = "<meta charset=\"Big5\"><p>政府資訊公開年度報告</p>";
    is_read(&BIG5.encode(page).0, page);
}

#[test]
fn a_damaged_character_does_not_make_another_encoding_of_the_rest() {
    let long = TEXT.repeat(20);
    let damaged = [long.as_bytes(), b"\xe5\xbc 7"].concat();
    is_read(&damaged, &format!("{long}\u{fffd} 7"));
    let damaged = [&GB18030.encode(&long).0, b"\xff7".as_slice()].concat();
    is_read(&damaged, &format!("{long}\u{fffd}7"));
}

#[test]
fn bytes_of_no_chinese_text_are_refused() {
    let latin = WINDOWS_1252
        .encode("Ein Bericht über öffentliche Aufträge, für alle")
        .0;
    assert_eq!(decode(&latin), Err(ImportError::Encoding));
    let kana = SHIFT_JIS.encode("ｱｲｳｴｵ カタカナ").0;
    assert_eq!(decode(&kana), Err(ImportError::Encoding));
    assert_eq!(decode(b"\x80\xff\xfe\x81"), Err(ImportError::Encoding));
}

#[test]
fn nothing_is_an_empty_text() {
    is_read(b"", "");
}
