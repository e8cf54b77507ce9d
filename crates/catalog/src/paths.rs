//! Paths of a catalogue's files, relative to the catalogue.

/// Tells whether a path stays inside the catalogue's folder: no scheme, no root, no `..`.
pub(super) fn is_safe_path(path: &str) -> bool {
    let is_step = |step: &str| !step.is_empty() && step != "." && step != "..";
    !path.contains(['\\', ':', '\0']) && path.split('/').all(is_step)
}

/// The values that replace the fields of a pattern.
#[derive(Clone, Copy)]
pub(super) struct PathFields<'a> {
    pub name: &'a str,
    pub code: Option<&'a str>,
    pub year: u16,
}

/// Expands a pattern such as `{code}-{year}.json`; `None` if it needs a code and there is none.
pub(super) fn expand_pattern(pattern: &str, with: PathFields<'_>) -> Option<String> {
    let mut path = String::with_capacity(pattern.len().saturating_add(16));
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        path.push_str(before);
        let (name, tail) = after.split_once('}')?;
        match name {
            "name" => path.push_str(with.name),
            "code" => path.push_str(with.code?),
            "code4" => path.push_str(with.code?.get(..4)?),
            "code2" => path.push_str(with.code?.get(..2)?),
            "year" => path.push_str(&with.year.to_string()),
            _ => return None,
        }
        rest = tail;
    }
    path.push_str(rest);
    is_safe_path(&path).then_some(path)
}

/// Tells whether a pattern is valid.
pub(super) fn is_pattern(pattern: &str) -> bool {
    let with = PathFields {
        name: "a",
        code: Some("100000"),
        year: 2020,
    };
    expand_pattern(pattern, with).is_some()
}

/// Infers the pattern of a path by finding the year, the code and the name in it; `None` if the
/// pattern would not expand to the path again.
pub(super) fn infer_pattern(path: &str, with: PathFields<'_>) -> Option<String> {
    let year = with.year.to_string();
    let mut pattern = path.to_owned();
    if path.contains(['{', '}']) {
        return None;
    }
    if let Some(code) = with.code.filter(|code| code.len() > 4) {
        pattern = pattern.replace(code, "{code}");
    }
    if !with.name.is_empty() {
        pattern = pattern.replace(with.name, "{name}");
    }
    // The first two and four digits are folders of provinces and prefectures.
    let folder = |length: usize| with.code.and_then(|code| code.get(..length));
    let steps = pattern.split('/').map(|step| match Some(step) {
        step if step == folder(4) => "{code4}",
        step if step == folder(2) => "{code2}",
        _ => step,
    });
    pattern = steps.collect::<Vec<_>>().join("/").replace(&year, "{year}");
    (expand_pattern(&pattern, with).as_deref() == Some(path)).then_some(pattern)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: PathFields<'_> = PathFields {
        name: "虚构县",
        code: Some("990101"),
        year: 2021,
    };

    #[test]
    fn a_pattern_gives_the_path_back_that_it_was_made_of() {
        for (path, pattern) in [
            ("reports/990101-2021.json", "reports/{code}-{year}.json"),
            ("2021/虚构县.json", "{year}/{name}.json"),
            ("99/9901/990101.json", "{code2}/{code4}/{code}.json"),
            ("a.json", "a.json"),
        ] {
            assert_eq!(infer_pattern(path, HERE).as_deref(), Some(pattern));
            assert_eq!(expand_pattern(pattern, HERE).as_deref(), Some(path));
        }
        assert_eq!(infer_pattern("a{b}.json", HERE), None);
    }

    #[test]
    fn a_path_leads_nowhere_but_below_the_catalogue() {
        for path in ["a.json", "a/b.json", "甲县/2020.json", "..a/b", "a..b"] {
            assert!(is_safe_path(path), "{path}");
        }
        for path in [
            "",
            "/a",
            "a//b",
            "../a",
            "a/../b",
            "./a",
            "https://a",
            "C:\\a",
            "a\\b",
            "a/",
        ] {
            assert!(!is_safe_path(path), "{path}");
        }
        let outside = PathFields { name: "..", ..HERE };
        assert_eq!(expand_pattern("{name}/a.json", outside), None);
        assert!(!is_pattern("{town}.json"));
        assert!(!is_pattern("/{year}.json"));
    }

    #[test]
    fn a_pattern_with_a_code_gives_no_path_to_a_place_without_one() {
        let bare = PathFields { code: None, ..HERE };
        assert_eq!(expand_pattern("{code}.json", bare), None);
        assert_eq!(
            expand_pattern("{year}.json", bare).as_deref(),
            Some("2021.json")
        );
    }
}
