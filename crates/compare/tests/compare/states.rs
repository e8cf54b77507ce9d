//! Catalogues with gaps of all kinds: panels agree with the reports, and no gap becomes a 0.

use crate::data::{Page, built, controller, fictional, measure, report, row};
use crate::rows as cells_of;
use gongkai_catalog::{Catalog, Denominator};
use gongkai_compare::{Controller, Region};
use gongkai_i18n::Locale;
use gongkai_model::Decimal;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

pub const FIRST: u16 = 2019;
pub const LAST: u16 = 2024;
pub const YEARS: usize = 6;

/// The cell of an agency for a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    NoReport,
    Missing,
    Blank,
    Slash,
    Count(i64),
}

impl Says {
    pub fn count(self) -> Option<i64> {
        match self {
            Says::Count(count) => Some(count),
            _ => None,
        }
    }

    pub fn reason(self) -> Option<&'static str> {
        match self {
            Says::NoReport => Some("没有报告"),
            Says::Missing => Some("报告中没有这一项"),
            Says::Blank => Some("空白"),
            Says::Slash => Some("填“/”"),
            Says::Count(_) => None,
        }
    }

    /// Formats it as in a table.
    pub fn cell(self) -> String {
        match (self, self.reason()) {
            (Says::Count(count), _) => grouped(count),
            (Says::Slash, _) => "/".to_owned(),
            (_, reason) => format!("—（{}）", reason.unwrap_or_default()),
        }
    }

    fn json(self) -> Json {
        match self {
            Says::Count(count) => json!(count),
            Says::Slash => json!("/"),
            _ => Json::Null,
        }
    }
}

pub fn grouped(count: i64) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The cells of each agency for 2019 to 2024.
pub type Grid = Vec<[Says; YEARS]>;

fn says() -> impl Strategy<Value = Says> {
    prop_oneof![
        1 => Just(Says::NoReport),
        1 => Just(Says::Missing),
        1 => Just(Says::Blank),
        1 => Just(Says::Slash),
        4 => prop_oneof![0..6_i64, 900..1100_i64].prop_map(Says::Count),
    ]
}

/// Makes a catalogue. The last agency reports every year, so that the catalogue has all years; each
/// agency has at least one report, since a catalogue has no agency without one.
pub fn grids() -> impl Strategy<Value = Grid> {
    prop::collection::vec(prop::array::uniform6(says()), 0..7).prop_map(|mut grid| {
        for agency in &mut grid {
            if *agency == [Says::NoReport; YEARS] {
                agency[0] = Says::Blank;
            }
        }
        grid.push([3, 2, 2, 0, 1000, 4].map(Says::Count));
        grid
    })
}

pub fn name(index: usize) -> String {
    format!("虚构{index}县")
}

pub fn years() -> impl Iterator<Item = u16> {
    FIRST..=LAST
}

pub fn catalog(grid: &Grid) -> Catalog {
    let mut reports = Vec::new();
    for (index, agency) in grid.iter().enumerate() {
        for (year, says) in years().zip(agency) {
            let edition = if year < 2021 { "2019" } else { "2021" };
            let received = [("applications.received", row(says.json()))];
            let fields: &[(&str, Json)] = match says {
                Says::NoReport => continue,
                Says::Missing => &[],
                _ => &received,
            };
            let code = format!("99{index:04}");
            let agency = (name(index), code);
            reports.push(report(
                (&agency.0, Some(&agency.1), ""),
                year,
                edition,
                fields,
            ));
        }
    }
    built(&reports)
}

/// The population of each agency in halves of 万人; `None` if it is not known.
pub fn with_people(mut catalog: Catalog, halves: &[Option<i64>]) -> Catalog {
    let mut people = Denominator::new("people", "常住人口", "Residents", "万人", "虚构示例");
    for index in 0..catalog.agencies().len() {
        let number = halves.get(index).copied().flatten().map(|halves| {
            let half = if halves % 2 == 1 { ".5" } else { ".0" };
            Decimal::parse(&format!("{}{half}", halves / 2)).expect("a decimal")
        });
        people.push(number.as_ref()).expect("it fits");
    }
    catalog.add_denominator(people).expect("one for each place");
    catalog
}

pub fn started(grid: &Grid) -> Controller {
    let controller = controller(catalog(grid), None);
    let names: Vec<String> = controller
        .catalog()
        .agencies()
        .iter()
        .map(|agency| agency.name.clone())
        .collect();
    let wanted: Vec<String> = (0..grid.len()).map(name).collect();
    assert_eq!(
        names, wanted,
        "the agencies stand in the order of their codes"
    );
    controller
}

/// Chooses all agencies.
pub fn all(grid: &Grid) -> Controller {
    let mut controller = started(grid);
    for agency in 0..grid.len() {
        controller.press("add", &agency.to_string());
    }
    controller
}

/// Returns the rows of cells after the heading.
pub fn body(controller: &Controller) -> Vec<Vec<String>> {
    let rows = cells_of(&controller.region(Region::Panel));
    rows.into_iter().skip(1).collect()
}

/// Returns the finding above the figure.
pub fn finding(controller: &Controller) -> String {
    let figure = controller.region(Region::Panel);
    let headings = crate::data::with(&figure, gongkai_view::markup::Name::Class, "finding");
    headings.first().expect("a finding").words()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_table_has_as_many_zeros_as_the_reports_print(grid in grids()) {
        let mut controller = all(&grid);
        controller.press("as", "table");
        let zeros = |controller: &Controller| {
            let cells = body(controller).into_iter().flatten();
            cells.filter(|cell| cell == "0").count()
        };
        let is_zero = |says: &&Says| **says == Says::Count(0);
        let printed = grid.iter().flatten().filter(is_zero).count();
        prop_assert_eq!(zeros(&controller), printed);
        controller.press("kind", "multiples");
        prop_assert_eq!(zeros(&controller), printed);
        controller.press("kind", "distribution");
        let of = |year: usize| grid.iter().filter_map(move |agency| agency.get(year));
        prop_assert_eq!(zeros(&controller), of(5).filter(is_zero).count());
        controller.press("kind", "agencies");
        let cells = cells_of(&controller.rows(0, usize::MAX));
        for (column, year) in [(1, 5), (2, 4)] {
            let zeros = cells.iter().filter(|row| row[column] == "0").count();
            prop_assert_eq!(zeros, of(year).filter(is_zero).count());
        }
    }
}

#[test]
fn what_is_related_and_is_not_0_is_never_shown_as_0() {
    // One application for each 65,000,000 people, and none for the others.
    let grid: Grid = vec![
        [Says::Count(1); YEARS],
        [Says::Count(0); YEARS],
        [3, 2, 2, 0, 1000, 4].map(Says::Count),
    ];
    let catalog = with_people(catalog(&grid), &[Some(13000), Some(200), Some(2)]);
    let mut controller = controller(catalog, None);
    controller.press("kind", "agencies");
    controller.press("by", "people");
    let rows = cells_of(&controller.rows(0, usize::MAX));
    let numbers: Vec<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(numbers, ["0.00015", "0.00", "4.00"]);
}

#[test]
fn whoever_reads_english_finds_the_reason_in_english_marks() {
    let mut grid: Grid = vec![[Says::Count(1); YEARS]];
    grid[0][2] = Says::Blank;
    let mut controller = started(&grid);
    controller.press("as", "table");
    controller.set_locale(Locale::En);
    assert_eq!(body(&controller)[0][3], "— (blank)");
    controller.press("kind", "last-year");
    controller.press("year", "2021");
    let rows = body(&controller);
    let received = rows.iter().find(|row| row[3] == "— (a number is missing)");
    assert!(received.is_some(), "{rows:?}");
}

#[test]
fn money_says_its_unit_wherever_it_is_told() {
    let mut controller = controller(fictional(), None);
    controller.press("kind", "distribution");
    controller.press("measure", "proactive.fees.amount");
    assert_eq!(
        controller.choice().measure,
        measure("proactive.fees.amount")
    );
    assert!(
        finding(&controller).ends_with("不超过 300.50 万元。"),
        "{}",
        finding(&controller)
    );
    let words = controller.region(Region::Panel).words();
    assert!(words.contains("最少 100.50 万元"), "{words}");
}
