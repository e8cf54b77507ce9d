//! The names of what is published.

use std::path::Path;

/// In bytes: with its ending and a number, any file system takes it.
const LONGEST: usize = 150;

/// A name that any server and any system can hold, made of a file's path; `is_taken` says whether
/// another report has it. In small letters, because some systems do not tell them from capitals.
pub fn stem(inside: &Path, is_taken: impl Fn(&str) -> bool) -> String {
    let name = inside.with_extension("");
    let parts: Vec<String> = name
        .iter()
        .map(|part| part.to_string_lossy().to_lowercase())
        .collect();
    let mut safe = String::new();
    for c in parts.join("-").chars() {
        let is_safe = c.is_alphanumeric() || matches!(c, '-' | '_');
        if safe.len() + c.len_utf8() > LONGEST {
            break;
        }
        safe.push(if is_safe { c } else { '-' });
    }
    if safe.is_empty() || safe == "index" {
        "report".clone_into(&mut safe);
    }
    if !is_taken(&safe) {
        return safe;
    }
    (2..)
        .map(|number| format!("{safe}-{number}"))
        .find(|name| !is_taken(name))
        .unwrap_or(safe)
}

#[cfg(test)]
mod tests {
    use super::stem;
    use std::path::Path;

    fn stems(paths: &[&str]) -> Vec<String> {
        let mut stems: Vec<String> = Vec::new();
        for path in paths {
            let name = stem(Path::new(path), |name| stems.iter().any(|s| s == name));
            stems.push(name);
        }
        stems
    }

    #[test]
    fn names_are_safe_everywhere_and_never_the_same() {
        assert_eq!(
            stems(&[
                "隆德 (2020).json",
                "A.json",
                "a.json",
                "a-2.json",
                "a/2.html"
            ]),
            ["隆德--2020-", "a", "a-2", "a-2-2", "a-2-3"]
        );
        assert_eq!(stems(&["Index.json", "index.docx"]), ["report", "report-2"]);
    }

    #[test]
    fn a_deep_folder_makes_no_name_that_is_too_long() {
        let deep = format!("{}/{}.json", "县".repeat(80), "年".repeat(80));
        let [first, second] = &stems(&[&deep, &deep])[..] else {
            panic!("two names");
        };
        assert_eq!(first.len(), 150);
        assert!(second.len() < 160 && first != second);
    }
}
