//! Finding agencies.

use super::*;
use proptest::prelude::*;
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| built(&agencies()).catalog);

fn agencies() -> Vec<Report> {
    [
        ("Jia甲县人民政府", "990101"),
        ("Yi乙县人民政府", "990102"),
        ("Yijia乙县甲镇", "990103"),
        ("99号镇", "880000"),
    ]
    .iter()
    .map(|(name, code)| report(name, 2021, "2021", &[("agency.division_code", json!(code))]))
    .collect()
}

fn found(query: &str) -> Vec<String> {
    let catalog = &*CATALOG;
    let found = AgencySearch::new(catalog).find(query).into_iter();
    found
        .map(|agency| catalog.agencies()[agency].name.clone())
        .collect()
}

#[test]
fn a_place_is_found_by_its_name_its_code_and_its_initials() {
    assert_eq!(found("乙县"), ["Yi乙县人民政府", "Yijia乙县甲镇"]);
    assert_eq!(found("990102"), ["Yi乙县人民政府"]);
    assert_eq!(found("yijia"), ["Yijia乙县甲镇"]);
    assert_eq!(found("县人民"), ["Jia甲县人民政府", "Yi乙县人民政府"]);
    assert!(found("戊县").is_empty());
}

#[test]
fn a_code_is_found_by_its_beginning_only() {
    assert!(found("0102").is_empty());
    // A name with this prefix comes before the codes.
    assert_eq!(found("99").first().map(String::as_str), Some("99号镇"));
    assert_eq!(found("99").len(), 4);
}

#[test]
fn capitals_and_full_width_letters_make_no_difference() {
    assert_eq!(found("ＹＩＪＩＡ"), found("yijia"));
    assert_eq!(found("YiJia"), found("yijia"));
    assert_eq!(found("９９０１０２"), found("990102"));
}

#[test]
fn every_word_must_fit_and_no_word_finds_all() {
    assert_eq!(found("jia　甲镇"), ["Yijia乙县甲镇"]);
    assert_eq!(found(" ").len(), 4);
}

proptest! {
    #[test]
    fn a_search_finds_just_what_a_look_at_every_place_finds(query in "[jJyiａ甲乙县 0-9]{0,3}") {
        let catalog = &*CATALOG;
        let mut found = AgencySearch::new(catalog).find(&query);
        found.sort_unstable();
        let query = query.replace('ａ', "a").to_lowercase();
        let slow: Vec<usize> = (0..catalog.agencies().len())
            .filter(|&index| {
                let agency = &catalog.agencies()[index];
                query.split_whitespace().all(|word| {
                    agency.name.to_lowercase().contains(word)
                        || agency.code.as_ref().is_some_and(|code| code.starts_with(word))
                        || agency.initials.to_lowercase().contains(word)
                })
            })
            .collect();
        prop_assert_eq!(found, slow);
    }
}
