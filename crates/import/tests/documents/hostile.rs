//! Malicious files end in an error, quickly.

use gongkai_import::file_format::open;
use gongkai_import::html::document;
use gongkai_import::{Block, ImportError, Resource, encoding};
use proptest::prelude::*;
use std::time::{Duration, Instant};

const MAX_FILE_SIZE: usize = 200_000;

/// Far more time than a linear pass needs, and far less than a quadratic one.
#[track_caller]
fn soon<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");
    done
}

fn too_many(what: Resource) -> ImportError {
    let limit = MAX_FILE_SIZE;
    ImportError::TooMany { what, limit }
}

#[test]
fn a_million_cells_are_too_many() {
    let html = format!("<table>{}", "<tr>".to_owned() + &"<td>1".repeat(1_000_000));
    assert_eq!(soon(|| document(&html)), Err(too_many(Resource::Cells)));
    let wide = format!("<table>{}", "<tr><td colspan=1000>1<td>2".repeat(300));
    assert_eq!(soon(|| document(&wide)), Err(too_many(Resource::Cells)));
    let lines = "<p>1".repeat(MAX_FILE_SIZE + 1);
    assert_eq!(soon(|| document(&lines)), Err(too_many(Resource::Blocks)));
}

#[test]
fn a_deep_page_is_read_in_one_pass() {
    let deep = [("div", 100_000), ("table", 100_000)];
    let others = ["span hidden", "b", "p", "li", "ul", "x-y", "pre", "sup"];
    let others = others.map(|element| (element, 20_000));
    for (element, depth) in deep.into_iter().chain(others) {
        let name = element.split(' ').next().unwrap_or_default();
        let html = format!(
            "{}甲{}<p>乙",
            format!("<{element}>").repeat(depth),
            format!("</i></{name}>").repeat(depth)
        );
        let read = soon(|| document(&html)).expect(element);
        let last = read.blocks.last();
        let is_last = matches!(last, Some(Block::Line(line)) if line.text.ends_with('乙'));
        assert!(is_last, "{element}: {last:?}");
    }
    let endless = "<div>".repeat(MAX_FILE_SIZE + 1);
    assert_eq!(soon(|| document(&endless)), Err(too_many(Resource::Blocks)));
}

#[test]
fn tables_inside_tables_cost_one_pass() {
    let depth = 30_000;
    for level in [
        "<table><tr><td>一",
        "<table><tr><td>一<td>二",
        "<table><tr><td><p></p>",
        "<table>外<tr><td>一<td>",
    ] {
        let html = level.repeat(depth) + &"</table>".repeat(depth);
        let read = soon(|| document(&html)).expect(level);
        assert!(read.blocks.len() >= depth, "{level}");
    }
}

#[test]
fn what_is_never_closed_is_read_in_one_pass() {
    for part in [
        "<a href=",
        "<!--",
        "<p ",
        "<title>",
        "&nbsp",
        "<table><caption>",
        "<![CDATA[",
        "</p",
    ] {
        let html = part.repeat(50_000);
        // Any result is fine if it comes quickly.
        let _ = soon(|| document(&html));
    }
}

const TAGS: [&str; 37] = [
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "<td rowspan=0 colspan=3>",
    "</td>",
    "<th hidden>",
    "<tbody>",
    "<thead>",
    "</tbody>",
    "<caption>",
    "</caption>",
    "<p>",
    "</p>",
    "<br>",
    "<div>",
    "</div>",
    "<div hidden>",
    "<span style=display:none>",
    "</span>",
    "<pre>",
    "</pre>",
    "<ul>",
    "<li>",
    "</ul>",
    "<ruby>",
    "<rt>",
    "<template>",
    "</template>",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "\n",
    "甲",
    "1",
];

proptest! {
    #[test]
    fn any_order_of_tags_is_read(tags in prop::collection::vec(prop::sample::select(&TAGS[..]), 0..60)) {
        let html = tags.concat();
        let read = document(&html).expect("few enough");
        let lines = html.lines().count().max(1);
        for block in &read.blocks {
            let cells = match block {
                Block::Line(line) => vec![line.location],
                Block::Table(grid) => {
                    prop_assert!(grid.rows.iter().flatten().all(|cell| cell.rows > 0 && cell.columns > 0));
                    grid.rows.iter().flatten().map(|cell| cell.location).collect()
                }
            };
            for place in cells {
                let inside = matches!(place, gongkai_import::Location::SourceLine(line) if (1..=lines).contains(&line));
                prop_assert!(inside, "{:?} of {}", place, lines);
            }
        }
    }

    #[test]
    fn words_stay_on_their_lines(words in prop::collection::vec("[a-z]{1,3}|", 1..30)) {
        let html: String = words.iter().map(|word| format!("<p\r\n>\r\n<!--\n-->{word} <i\n>\n")).collect();
        let read = document(&html).expect("few enough");
        let found: Vec<(String, usize)> = read.blocks.iter().filter_map(|block| match block {
            Block::Line(line) if !line.text.is_empty() => match line.location {
                gongkai_import::Location::SourceLine(at) => Some((line.text.clone(), at)),
                _ => None,
            },
            _ => None,
        }).collect();
        let expected: Vec<(String, usize)> = words.iter().enumerate()
            .filter(|(_, word)| !word.is_empty())
            .map(|(index, word)| (word.clone(), index * 5 + 4))
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn any_bytes_are_opened_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), name in ".{0,8}") {
        let _ = open(&name, &bytes);
        for start in [b"PK\x03\x04".as_slice(), b"MIME-Version: 1\nContent-Type: text/html\n\n", b"<p>"] {
            let _ = open("a.docx", &[start, &bytes].concat());
        }
    }

    #[test]
    fn any_text_is_read_as_itself(text in "\\PC*") {
        // Two bytes may look like a byte order mark, which is not part of the text.
        prop_assume!(!text.starts_with('\u{feff}') && !text.contains('\0'));
        let read = encoding::decode(text.as_bytes());
        prop_assert_eq!(read.as_deref(), Ok(text.as_str()));
        prop_assert!(document(&text).is_ok());
    }
}
