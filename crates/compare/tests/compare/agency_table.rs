//! The agency table, compared with a plain, slow evaluation of the reports.

use crate::data::{Page, controller, fictional, with};
use crate::rows as cells_of;
use crate::states::{Grid, Says, YEARS, catalog, grids, grouped, name, started, with_people};
use gongkai_compare::{Controller, Region};
use gongkai_view::markup::Name;
use proptest::prelude::*;

fn table(controller: &Controller) -> Vec<Vec<String>> {
    cells_of(&controller.rows(0, usize::MAX))
}

/// Formats a cell of the table that lists all rows, with the reason after the sign.
fn cell(says: Says) -> String {
    match says {
        Says::Slash => "/填“/”".to_owned(),
        _ => match says.reason() {
            Some(reason) => format!("—{reason}"),
            None => says.cell(),
        },
    }
}

fn signed(change: i64) -> String {
    match change {
        0 => "0".to_owned(),
        1.. => format!("+{}", grouped(change)),
        _ => format!("\u{2212}{}", grouped(change)),
    }
}

/// Sorts the agencies by key; equal ones keep their order, and those without a key come last in theirs.
fn naive<K: PartialOrd + Copy>(keys: &[Option<K>], is_falling: bool) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for (agency, key) in keys.iter().enumerate() {
        let Some(key) = key else { continue };
        let stands_before = |other: &usize| match (keys[*other], is_falling) {
            (Some(other), true) => other >= *key,
            (Some(other), false) => other <= *key,
            (None, _) => false,
        };
        let at = order
            .iter()
            .take_while(|other| stands_before(other))
            .count();
        order.insert(at, agency);
    }
    let without = (0..keys.len()).filter(|agency| keys[*agency].is_none());
    order.extend(without.collect::<Vec<_>>());
    order
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_place_is_a_row_with_its_numbers_or_the_reasons_in_the_order_asked_for(
        grid in grids(),
        year in 1..YEARS,
        by in prop::sample::select(vec!["number", "before", "change"]),
        is_falling in any::<bool>(),
    ) {
        let mut controller = started(&grid);
        controller.press("kind", "agencies");
        controller.press("year", &(2019 + year).to_string());
        controller.press("sort", by);
        if !is_falling {
            controller.press("sort", by);
        }
        let change = |agency: &[Says; YEARS]| {
            let both = agency[year].count().zip(agency[year - 1].count());
            // The form of 2021 differs.
            both.filter(|_| year != 2).map(|(now, before)| now - before)
        };
        let keys: Vec<Option<i64>> = grid
            .iter()
            .map(|agency| match by {
                "number" => agency[year].count(),
                "before" => agency[year - 1].count(),
                _ => change(agency),
            })
            .collect();
        let wanted: Vec<Vec<String>> = naive(&keys, is_falling)
            .into_iter()
            .map(|index| {
                let agency = &grid[index];
                let told = match (change(agency), agency[year].count(), agency[year - 1].count()) {
                    (Some(change), ..) => signed(change),
                    (None, Some(_), Some(_)) => "—格式不同".to_owned(),
                    _ => "—缺数字".to_owned(),
                };
                let open = if agency[year] == Says::NoReport { "" } else { "打开" };
                vec![name(index), cell(agency[year]), cell(agency[year - 1]), told, open.to_owned()]
            })
            .collect();
        prop_assert_eq!(table(&controller), wanted);
    }

    #[test]
    fn what_is_related_is_ordered_by_exact_shares_and_so_is_its_change(
        grid in grids(),
        halves in prop::collection::vec(prop::option::of(1..400_i64), 8),
        by in prop::sample::select(vec!["number", "change"]),
        is_falling in any::<bool>(),
    ) {
        let mut controller = controller(with_people(catalog(&grid), &halves), None);
        controller.press("kind", "agencies");
        controller.press("by", "people");
        controller.press("sort", by);
        if !is_falling {
            controller.press("sort", by);
        }
        // Twice the number, divided by the halves; floats of this size are exact enough to sort.
        let keys: Vec<Option<f64>> = grid
            .iter()
            .zip(&halves)
            .map(|(agency, halves)| {
                let number = match by {
                    "number" => agency[5].count()?,
                    _ => agency[5].count()? - agency[4].count()?,
                };
                Some((2 * number) as f64 / halves.map(|halves| halves as f64)?)
            })
            .collect();
        let order: Vec<String> = naive(&keys, is_falling).into_iter().map(name).collect();
        let rows = table(&controller);
        let shown: Vec<String> = rows.iter().map(|row| row[0].clone()).collect();
        prop_assert_eq!(shown, order);
        for row in rows {
            let index = (0..grid.len()).find(|index| name(*index) == row[0]).expect("a place");
            let column = if by == "number" { 1 } else { 3 };
            match keys[index] {
                Some(key) => {
                    let text = row[column].replace(['+', ','], "").replace('\u{2212}', "-");
                    let number: f64 = text.parse().expect("a number");
                    prop_assert!((number - key).abs() <= 0.005 + 1e-9, "{} is not {}", text, key);
                    prop_assert_eq!(number == 0.0, key == 0.0);
                }
                None => prop_assert!(row[column].starts_with(['—', '/']), "{:?}", row),
            }
        }
    }

    #[test]
    fn the_filter_leaves_those_whose_name_fits(grid in grids(), digit in 0..8_usize) {
        let mut controller = started(&grid);
        controller.press("kind", "agencies");
        let query = format!("{digit}县");
        controller.press("query", &query);
        let fit: Vec<String> = (0..grid.len()).map(name).filter(|name| name.contains(&query)).collect();
        prop_assert_eq!(controller.row_count(), fit.len());
        let shown: Vec<String> = if fit.is_empty() {
            vec!["没有符合筛选条件的机关。".to_owned()]
        } else {
            fit
        };
        let rows: Vec<String> = table(&controller).into_iter().map(|row| row[0].clone()).collect();
        prop_assert_eq!(rows, shown);
    }
}

#[test]
fn a_row_opens_its_own_years_report_and_tells_whether_its_place_is_chosen() {
    let mut controller = controller(fictional(), None);
    controller.press("kind", "agencies");
    controller.press("year", "2019");
    controller.press("sort", "number");
    controller.press("add", "3");
    let body = controller.rows(0, usize::MAX);
    let mut opened = Vec::new();
    for agency in 0..controller.catalog().agencies().len() {
        let buttons = with(&body, Name::DataValue, &agency.to_string());
        let of_place = |button: &&gongkai_view::markup::Element| {
            button.get(Name::DataChoice) == Some("toggle")
        };
        let button = buttons.iter().find(of_place).expect("a name");
        let pressed = button.get(Name::AriaPressed);
        assert_eq!(
            pressed,
            Some(if [0, 3].contains(&agency) {
                "true"
            } else {
                "false"
            })
        );
        opened.extend(
            controller
                .catalog()
                .report(agency, 2019)
                .map(|report| report.to_string()),
        );
    }
    let mut reports: Vec<String> = with(&body, Name::DataChoice, "report")
        .iter()
        .map(|button| button.get(Name::DataValue).unwrap_or_default().to_owned())
        .collect();
    reports.sort();
    opened.sort();
    // Two of the six have no report for 2019.
    assert_eq!((reports.len(), &reports), (4, &opened));
}

#[test]
fn only_the_groups_places_are_rows() {
    let mut controller = controller(fictional(), None);
    controller.press("kind", "agencies");
    for group in 0..controller.catalog().groups().len() {
        controller.press("group", &group.to_string());
        let agencies = controller.catalog().agencies().iter();
        let wanted: Vec<&str> = agencies
            .filter(|agency| agency.group == Some(group))
            .map(|agency| agency.name.as_str())
            .collect();
        let rows = table(&controller);
        let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(names, wanted);
        assert!(!names.is_empty());
    }
    assert!(
        controller
            .region(Region::Panel)
            .words()
            .contains("3 个机关都有数字")
    );
}

#[test]
fn what_nobody_has_is_a_table_of_reasons() {
    let grid: Grid = vec![[Says::Blank; YEARS], [Says::Slash; YEARS]];
    let mut controller = started(&grid);
    controller.press("kind", "agencies");
    controller.press("sort", "number");
    let rows = table(&controller);
    assert_eq!(rows[0][1..4], ["—空白", "—空白", "—缺数字"]);
    assert_eq!(rows[1][1..4], ["/填“/”", "/填“/”", "—缺数字"]);
    assert!(
        controller
            .region(Region::Panel)
            .words()
            .contains("2 个机关都没有这一项的数字")
    );
}
