//! Names of published files.

use std::path::Path;

/// The most bytes of a slug: with an extension and a number, any file system accepts it.
const LONGEST: usize = 150;

/// Turns a file's path into a name that is safe on any server and system, and that `is_taken` does not
/// refuse. It is in lower case, because some systems do not distinguish case.
pub fn slug(inside: &Path, is_taken: impl Fn(&str) -> bool) -> String {
    let name = inside.with_extension("");
    let parts: Vec<String> = name
        .iter()
        .map(|part| part.to_string_lossy().to_lowercase())
        .collect();
    let mut slug = String::new();
    for c in parts.join("-").chars() {
        let is_safe = c.is_alphanumeric() || matches!(c, '-' | '_');
        if slug.len() + c.len_utf8() > LONGEST {
            break;
        }
        slug.push(if is_safe { c } else { '-' });
    }
    if slug.is_empty() || slug == "index" {
        "report".clone_into(&mut slug);
    }
    if !is_taken(&slug) {
        return slug;
    }
    (2..)
        .map(|number| format!("{slug}-{number}"))
        .find(|name| !is_taken(name))
        .unwrap_or(slug)
}

#[cfg(test)]
mod tests {
    use super::slug;
    use std::path::Path;

    fn slugs(paths: &[&str]) -> Vec<String> {
        let mut slugs: Vec<String> = Vec::new();
        for path in paths {
            let name = slug(Path::new(path), |name| slugs.iter().any(|s| s == name));
            slugs.push(name);
        }
        slugs
    }

    #[test]
    fn names_are_safe_everywhere_and_never_the_same() {
        assert_eq!(
            slugs(&[
                "隆德 (2020).json",
                "A.json",
                "a.json",
                "a-2.json",
                "a/2.html"
            ]),
            ["隆德--2020-", "a", "a-2", "a-2-2", "a-2-3"]
        );
        assert_eq!(slugs(&["Index.json", "index.docx"]), ["report", "report-2"]);
    }

    #[test]
    fn a_deep_folder_makes_no_name_that_is_too_long() {
        let deep = format!("{}/{}.json", "县".repeat(80), "年".repeat(80));
        let [first, second] = &slugs(&[&deep, &deep])[..] else {
            panic!("two names");
        };
        assert_eq!(first.len(), 150);
        assert!(second.len() < 160 && first != second);
    }
}
