//! PDF files that are broken or made to be too much end with an error, soon.

use super::build::{HELVETICA, file, page, pages, stream, words};
use crate::{grid, rows, shown};
use gongkai_import::pdf::document;
use gongkai_import::{Document, ImportError, Resource};
use lopdf::{Dictionary, Stream};
use proptest::prelude::*;
use std::time::{Duration, Instant};

#[track_caller]
fn soon(bytes: &[u8]) -> Result<Document, ImportError> {
    let start = Instant::now();
    let done = document(bytes);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");
    done
}

fn is_damaged(result: &Result<Document, ImportError>) -> bool {
    matches!(result, Err(ImportError::Damaged { .. }))
}

#[test]
fn a_file_that_ends_early_is_damaged_or_still_the_same() {
    let whole = page(&words(50, 700, "12"), HELVETICA);
    for end in 0..whole.len() {
        let read = soon(whole.get(..end).unwrap_or_default());
        match read {
            Ok(document) => assert_eq!(shown(&document), ["12"], "{end}"),
            Err(ImportError::Damaged { .. } | ImportError::NoText) => {}
            Err(other) => panic!("{end}: {other:?}"),
        }
    }
}

#[test]
fn a_chain_of_tables_that_never_ends_is_left() {
    let whole = page(&words(50, 700, "1"), HELVETICA);
    let text = String::from_utf8(whole).expect("ASCII");
    let start = text.find("xref\n").expect("a table");
    let looped = text.replace("/Root 1 0 R", &format!("/Root 1 0 R/Prev {start}"));
    match soon(looped.as_bytes()) {
        Ok(document) => assert_eq!(shown(&document), ["1"]),
        refused => assert!(is_damaged(&refused), "{refused:?}"),
    }
}

#[test]
fn content_that_unpacks_to_too_much_is_refused() {
    let mut packed = Stream::new(Dictionary::new(), vec![b' '; 200 << 20]);
    packed.compress().expect("a stream");
    let content = stream("/Filter/FlateDecode", &packed.content);
    assert!(content.len() < 1 << 20);
    let objects = [
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()),
        (3, b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>".to_vec()),
        (4, content),
    ];
    let refused = soon(&file(&objects, ""));
    let is_refused = matches!(
        refused,
        Err(ImportError::TooMany {
            what: Resource::UnpackedBytes,
            ..
        })
    );
    assert!(is_refused, "{refused:?}");
}

#[test]
fn a_million_operators_are_read_in_one_pass() {
    let content = "q Q\n".repeat(1_000_000) + &words(50, 700, "1");
    let read = soon(&page(&content, HELVETICA)).expect("a page");
    assert_eq!(shown(&read), ["1"]);
    let rules = "1 1 m 9 9 l S 1 1 m 9 1 l S\n".repeat(100_000) + &words(50, 700, "1");
    assert!(soon(&page(&rules, HELVETICA)).is_ok());
}

#[test]
fn a_million_words_at_one_place_end() {
    let content = format!("BT /F 10 Tf 50 700 Td {} ET", "(1) Tj ".repeat(1_000_000));
    let _ = soon(&page(&content, HELVETICA)).expect("a page");
}

#[test]
fn forms_within_themselves_are_left() {
    let form = |inner: &str| {
        let entries =
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R/Y 11 0 R>>>>";
        stream(entries, inner.as_bytes())
    };
    let content = format!("/X Do {}", words(50, 700, "1"));
    let cycle = [form("/Y Do"), form("/X Do")];
    let bytes = pages(&[&content], HELVETICA, &cycle, "/XObject<</X 10 0 R>>");
    assert_eq!(shown(&soon(&bytes).expect("a page")), ["1"]);
    // Each draws both twice: more than anybody can wait for.
    let tree = [
        form("/X Do /Y Do /X Do /Y Do"),
        form("/Y Do /X Do /X Do /Y Do"),
    ];
    let bytes = pages(&[&content], HELVETICA, &tree, "/XObject<</X 10 0 R>>");
    let refused = soon(&bytes);
    assert!(
        matches!(refused, Err(ImportError::TooMany { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_tree_of_pages_within_itself_is_left() {
    let objects = [
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (
            2,
            b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9/Parent 3 0 R>>".to_vec(),
        ),
        (
            3,
            b"<</Type/Pages/Kids[2 0 R]/Count 9/Parent 2 0 R>>".to_vec(),
        ),
    ];
    let refused = soon(&file(&objects, ""));
    assert!(is_damaged(&refused), "{refused:?}");
}

#[test]
fn deep_arrays_end() {
    let deep = "[".repeat(200_000);
    let content = format!("{deep} {}", words(50, 700, "1"));
    let _ = soon(&page(&content, HELVETICA));
    let objects = [
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (
            2,
            format!("<</Type/Pages/Kids {deep}{}>>", "]".repeat(200_000)).into_bytes(),
        ),
    ];
    let refused = soon(&file(&objects, ""));
    assert!(is_damaged(&refused), "{refused:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn bytes_of_any_kind_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = document(&bytes);
        let _ = document(&[b"%PDF-1.4\n".as_slice(), &bytes].concat());
        let content = String::from_utf8_lossy(&bytes).into_owned();
        let _ = document(&page(&content, HELVETICA));
    }

    #[test]
    fn a_file_with_changed_bytes_does_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)
    ) {
        let rules = "100 100 200 30 re S 200 100 m 200 130 l S ";
        let content = format!("{rules}{}{}", words(110, 110, "12"), words(210, 110, "3"));
        let mut bytes = pages(&[&content, &content], super::NUMBERS, &[], "");
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
        }
        let _ = document(&bytes);
    }
}

#[test]
fn more_glyphs_pictures_or_shapes_than_a_page_has_end() {
    let glyphs = format!("BT /F 10 Tf 50 700 Td ({}) Tj ET", "1".repeat(2 << 20));
    let refused = soon(&page(&glyphs, HELVETICA));
    assert!(
        matches!(refused, Err(ImportError::TooMany { .. })),
        "{refused:?}"
    );
    let shapes = "0 g 1 1 9 9 re f 2 2 9 9 re f\n".repeat(50_000) + &words(50, 700, "1");
    let refused = soon(&page(&shapes, HELVETICA));
    assert!(
        matches!(refused, Err(ImportError::TooMany { .. })),
        "{refused:?}"
    );
    let lines: String = (0..90)
        .map(|at| 10 + 6 * at)
        .map(|at| format!("{at} 10 m {at} 590 l S 10 {at} m 590 {at} l S\n"))
        .collect();
    let drawings = "0 0 m 600 0 l 300 800 l f\n".repeat(20_000);
    let content = lines + &drawings + &words(50, 100, "1");
    let read = soon(&page(&content, HELVETICA)).expect("a page");
    // Not one of its cells passes for blank.
    assert!(!rows(grid(&read)).join("").contains("||"));
}
