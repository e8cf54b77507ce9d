//! Addresses of files. The library that knows all addresses brings a megabyte of tables about
//! international host names, which are not needed to find the files of one site.

/// Whether a target is an address rather than a path.
pub fn is_web(target: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        target
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// The scheme and host of an address; empty for a path.
pub fn origin(address: &str) -> &str {
    if !is_web(address) {
        return "";
    }
    let host = address.find("://").map_or(0, |at| at + 3);
    let end = address
        .get(host..)
        .and_then(|rest| rest.find(['/', '?', '#']))
        .map_or(address.len(), |at| host + at);
    address.get(..end).unwrap_or(address)
}

/// Resolves a reference in the document at an address, or at a path.
pub fn join(base: &str, reference: &str) -> String {
    let reference = reference.trim();
    let reference = reference.split('#').next().unwrap_or(reference);
    let base = base.split(['?', '#']).next().unwrap_or(base);
    if is_web(reference) || reference.is_empty() {
        return if reference.is_empty() {
            base
        } else {
            reference
        }
        .to_owned();
    }
    let origin = origin(base);
    if reference.starts_with("//") {
        let scheme = base.split("//").next().unwrap_or_default();
        return [scheme, reference].concat();
    }
    let path = base.strip_prefix(origin).unwrap_or(base);
    let folder = path
        .rfind('/')
        .map_or("", |at| path.get(..=at).unwrap_or(path));
    let (path, query) = match reference.split_once('?') {
        Some((path, query)) => (path, ["?", query].concat()),
        None => (reference, String::new()),
    };
    let whole = match path.strip_prefix('/') {
        Some(_) if !origin.is_empty() => path.to_owned(),
        _ if folder.is_empty() && !origin.is_empty() => ["/", path].concat(),
        _ => [folder, path].concat(),
    };
    [origin, &normal(&whole), &query].concat()
}

/// Removes `.` and `..` from a path.
fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if parts
                .last()
                .is_some_and(|last| !last.is_empty() && *last != "..") =>
            {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Writes an address as it is sent: only ASCII.
#[cfg(any(test, feature = "verify"))]
pub fn encoded(address: &str) -> String {
    let mut text = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{encoded, join, origin};

    #[test]
    fn a_reference_is_resolved_as_a_browser_does() {
        let page = "https://www.example.gov.cn/xxgk/nb/index.html?id=7#top";
        for (reference, expected) in [
            ("a.json", "https://www.example.gov.cn/xxgk/nb/a.json"),
            ("./a.json", "https://www.example.gov.cn/xxgk/nb/a.json"),
            (
                "../js/a.js?v=1",
                "https://www.example.gov.cn/xxgk/js/a.js?v=1",
            ),
            ("/a.js", "https://www.example.gov.cn/a.js"),
            ("//cdn.example/a.js", "https://cdn.example/a.js"),
            ("http://other.example/a.js#b", "http://other.example/a.js"),
        ] {
            assert_eq!(join(page, reference), expected, "{reference}");
        }
        assert_eq!(join("https://a.example", "b.js"), "https://a.example/b.js");
        assert_eq!(
            join("out/index.html", "reports/a.json"),
            "out/reports/a.json"
        );
        assert_eq!(join("out/gongkai-1/gongkai.js", "../a.html"), "out/a.html");
        assert_eq!(origin(page), "https://www.example.gov.cn");
        assert_eq!(encoded("http://a/县 1.json"), "http://a/%E5%8E%BF%201.json");
    }
}
