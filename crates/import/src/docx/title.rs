//! The title in the properties of a Word file.

use super::vocabulary::character;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Reads the Dublin Core title. `None` if it is missing or blank.
pub(crate) fn read(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut title = String::new();
    let mut is_title = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => is_title = element.local_name().as_ref() == "title",
            Event::Text(text) if is_title => title.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if is_title => title.extend(character(&reference)),
            Event::End(_) if is_title => break,
            Event::Eof => break,
            _ => {}
        }
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
