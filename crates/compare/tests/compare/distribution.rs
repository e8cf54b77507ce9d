//! The distribution, compared with a plain sort of the reports' numbers.

use crate::data::{Page, controller, many, with};
use crate::states::{Says, all, body, finding, grids, grouped, name, started};
use gongkai_compare::Region;
use gongkai_view::markup::Name;
use proptest::prelude::*;

/// Returns the smallest number that at least this many quarters of the numbers do not exceed.
fn nearest(numbers: &[i64], quarters: usize) -> i64 {
    let fits = |bound: &&i64| {
        numbers.iter().filter(|number| number <= bound).count() * 4 >= numbers.len() * quarters
    };
    *numbers.iter().filter(fits).min().expect("a number")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_words_tell_the_ends_the_quartiles_by_nearest_rank_and_who_has_no_number(grid in grids(), year in 0..6_usize) {
        let mut controller = started(&grid);
        controller.press("kind", "distribution");
        controller.press("year", &(2019 + year).to_string());
        let numbers: Vec<i64> = grid.iter().filter_map(|agency| agency[year].count()).collect();
        let quartile = |quarters| grouped(nearest(&numbers, quarters));
        let words = controller.region(Region::Panel).words();
        let told = format!(
            "最少 {}，四分之一的机关不超过 {}，一半不超过 {}，四分之三不超过 {}，最多 {}。",
            quartile(0), quartile(1), quartile(2), quartile(3), quartile(4),
        );
        prop_assert!(words.contains(&told), "{} in {}", told, words);
        let title = finding(&controller);
        prop_assert!(title.starts_with(&format!("{} 年，{} 个机关中，有一半", 2019 + year, numbers.len())), "{}", title);
        prop_assert!(title.ends_with(&format!("不超过 {} 件。", quartile(2))), "{}", title);
        let without = grid.len() - numbers.len();
        prop_assert_eq!(words.contains(&format!("另有 {without} 个机关没有数字")), without > 0);
        for says in [Says::NoReport, Says::Missing, Says::Blank, Says::Slash] {
            let count = grid.iter().filter(|agency| agency[year] == says).count();
            let reason = format!("{} {count} 个", says.reason().unwrap_or_default());
            prop_assert_eq!(words.contains(&reason), count > 0, "{} in {}", reason, words);
        }
    }

    #[test]
    fn every_place_with_a_number_is_a_dot_that_is_told_and_found_and_nobody_else(grid in grids()) {
        let mut controller = all(&grid);
        controller.press("kind", "distribution");
        let mut ranked: Vec<(i64, usize)> = grid
            .iter()
            .enumerate()
            .filter_map(|(index, agency)| Some((agency[5].count()?, index)))
            .collect();
        ranked.sort();
        for (rank, (count, index)) in ranked.iter().enumerate() {
            let said = controller.dot(rank).expect("a dot").label;
            prop_assert_eq!(said, format!("{} 2024 年：{}", name(*index), grouped(*count)));
        }
        prop_assert_eq!(controller.dot(ranked.len()), None);
    }

    #[test]
    fn the_table_has_every_place_once_with_its_number_or_the_reason(grid in grids(), year in 0..6_usize) {
        let mut controller = started(&grid);
        controller.press("kind", "distribution");
        controller.press("as", "table");
        controller.press("year", &(2019 + year).to_string());
        let mut wanted: Vec<(Option<i64>, usize)> = grid
            .iter()
            .enumerate()
            .map(|(index, agency)| (agency[year].count(), index))
            .collect();
        wanted.sort_by_key(|(count, index)| (count.is_none(), *count, *index));
        let wanted: Vec<Vec<String>> = wanted
            .into_iter()
            .map(|(_, index)| vec![name(index), grid[index][year].cell()])
            .collect();
        prop_assert_eq!(body(&controller), wanted);
    }
}

#[test]
fn a_table_of_too_many_places_is_not_cut_at_a_rank_and_says_where_all_are() {
    let mut controller = controller(many(400), None);
    controller.press("kind", "distribution");
    controller.press("add", "7");
    controller.press("as", "table");
    let mut numbers: Vec<i64> = (0..400).map(|index| index * 7 % 101).collect();
    numbers.sort_unstable();
    let at = |rank: usize| numbers[rank - 1].to_string();
    let rows = body(&controller);
    let wanted = [
        ("最少", at(1)),
        ("四分之一的机关不超过", at(100)),
        ("一半的机关不超过", at(200)),
        ("四分之三的机关不超过", at(300)),
        ("最多", at(400)),
        ("虚构0000县", "0".to_owned()),
        ("虚构0007县", "49".to_owned()),
    ];
    let wanted: Vec<Vec<String>> = wanted
        .map(|(name, number)| vec![name.to_owned(), number])
        .into();
    assert_eq!(rows, wanted);
    assert!(
        controller
            .region(Region::Panel)
            .words()
            .contains("全部机关见“各机关”")
    );
    controller.press("as", "chart");
    assert!(
        !controller
            .region(Region::Panel)
            .words()
            .contains("全部机关见“各机关”")
    );
}

#[test]
fn whoever_is_chosen_and_has_no_number_is_told_with_the_reason() {
    let mut grid = vec![[Says::Count(2); 6], [Says::Count(3); 6]];
    grid[0][5] = Says::Slash;
    let mut controller = started(&grid);
    controller.press("kind", "distribution");
    let words = controller.region(Region::Panel).words();
    assert!(words.contains("虚构0县 2024 年：填“/”。"), "{words}");
    let figure = controller.region(Region::Panel);
    let strip = with(&figure, Name::DataOpen, "strip");
    assert_eq!(strip[0].get(Name::AriaValuemax), Some("1"));
}
