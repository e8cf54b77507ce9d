//! What holds of every list of messages, in whichever crate.

/// Name, Chinese and English of one message.
pub type Entry = (String, &'static str, &'static str);

/// The messages of lists that `texts!` declared.
#[macro_export]
macro_rules! texts_of {
    ($locale:ty; $($list:ty),+ $(,)?) => {{
        let mut all: Vec<$crate::texts::Entry> = Vec::new();
        $(all.extend(<$list>::ALL.iter().map(|text| (
            format!("{}::{text:?}", stringify!($list)),
            text.text(<$locale>::ZhCn),
            text.text(<$locale>::En),
        )));)+
        all
    }};
}

/// The indices that a template fills, each once, in order.
fn places(template: &str) -> Vec<usize> {
    let mut places: Vec<usize> = template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split(['}', '|']).next()?.parse().ok())
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Both languages, with the same places to fill.
pub fn assert_complete(texts: &[Entry]) {
    assert!(!texts.is_empty());
    for (name, zh, en) in texts {
        assert!(!zh.trim().is_empty(), "{name} has no Chinese");
        assert!(!en.trim().is_empty(), "{name} has no English");
        assert_eq!(places(zh), places(en), "{name}: {zh} / {en}");
    }
}

/// No Chinese in English sentences, but for words in `quoted`.
pub fn assert_english(texts: &[Entry], quoted: &[&str]) {
    for (name, _, en) in texts {
        let is_quoting = quoted.iter().any(|word| en.contains(word));
        assert!(
            is_quoting || !en.contains(is_chinese),
            "{name} has Chinese in its English: {en}"
        );
    }
}

/// No English in sentences for readers, but for names that have no other form, such as `JSON`.
pub fn assert_chinese(texts: &[Entry], known: &[&str]) {
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

/// As [`assert_chinese`] for sentences that name commands, options and kinds of files.
pub fn assert_technical_chinese(texts: &[Entry]) {
    for (name, zh, en) in texts {
        assert!(
            zh.contains(is_chinese) || en == zh || !zh.contains(' '),
            "{name}: {zh}"
        );
    }
}

/// How many lists the sources below `folder` declare: a test that goes through all of them compares.
pub fn lists_in(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("a folder of sources");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .map(|path| match path.is_dir() {
            true => lists_in(&path),
            false => {
                let source = std::fs::read_to_string(&path).expect("a source file");
                source.matches("\ntexts! {\n").count()
            }
        })
        .sum()
}
