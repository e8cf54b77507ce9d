//! Checks of the messages of any crate.

/// Name, Chinese and English of one message.
pub type Message = (String, &'static str, &'static str);

/// Collects the messages of lists declared by `texts!`.
#[macro_export]
macro_rules! texts_of {
    ($locale:ty; $($list:ty),+ $(,)?) => {{
        let mut all: Vec<$crate::texts::Message> = Vec::new();
        $(all.extend(<$list>::ALL.iter().map(|text| (
            format!("{}::{text:?}", stringify!($list)),
            text.text(<$locale>::ZhCn),
            text.text(<$locale>::En),
        )));)+
        all
    }};
}

/// The indices of the parameters of a template, sorted and each once.
fn parameters(template: &str) -> Vec<usize> {
    let mut indices: Vec<usize> = template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split(['}', '|']).next()?.parse().ok())
        .collect();
    indices.sort_unstable();
    indices.dedup();
    indices
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Asserts that messages exist in both languages, with the same parameters.
pub fn assert_complete(texts: &[Message]) {
    assert!(!texts.is_empty());
    for (name, zh, en) in texts {
        assert!(!zh.trim().is_empty(), "{name} has no Chinese");
        assert!(!en.trim().is_empty(), "{name} has no English");
        assert_eq!(parameters(zh), parameters(en), "{name}: {zh} / {en}");
    }
}

/// Asserts that English messages contain no Chinese except the words in `quoted`.
pub fn assert_english(texts: &[Message], quoted: &[&str]) {
    for (name, _, en) in texts {
        let is_quoting = quoted.iter().any(|word| en.contains(word));
        assert!(
            is_quoting || !en.contains(is_chinese),
            "{name} has Chinese in its English: {en}"
        );
    }
}

/// Asserts that Chinese messages contain no English except the words in `known`, such as `JSON`.
pub fn assert_chinese(texts: &[Message], known: &[&str]) {
    for (name, zh, _) in texts {
        let words = zh.split(|c: char| !c.is_ascii_alphabetic());
        let foreign: Vec<&str> = words
            .filter(|word| !word.is_empty() && !known.contains(word))
            .collect();
        assert!(
            foreign.is_empty(),
            "{name} has English in its Chinese: {foreign:?}"
        );
    }
}

/// As [`assert_chinese`], for messages that name commands, options and file formats.
pub fn assert_technical_chinese(texts: &[Message]) {
    for (name, zh, en) in texts {
        assert!(
            zh.contains(is_chinese) || en == zh || !zh.contains(' '),
            "{name}: {zh}"
        );
    }
}

/// Counts the lists that the sources below `folder` declare, so that a test can prove that it has
/// them all.
pub fn lists_in(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("a folder of sources");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .map(|path| {
            if path.is_dir() {
                return lists_in(&path);
            }
            let source = std::fs::read_to_string(&path).expect("a source file");
            source.matches("\ntexts! {\n").count()
        })
        .sum()
}
