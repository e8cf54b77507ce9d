//! Series, distributions, shares and orders, compared with a slow evaluation of the reports.

use super::*;
use proptest::prelude::*;
use std::cmp::Ordering;

/// A cell that a report of an agency may have.
#[derive(Clone, Debug)]
enum Given {
    NoReport,
    Absent,
    Blank,
    Stroke,
    Count(i64),
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        1 => Just(Given::NoReport),
        1 => Just(Given::Absent),
        1 => Just(Given::Blank),
        1 => Just(Given::Stroke),
        6 => (0..8_i64).prop_map(Given::Count),
        2 => (0..100_000_i64).prop_map(Given::Count),
    ]
}

const RECEIVED: &str = "applications.received[6]";
const YEARS: std::ops::RangeInclusive<u16> = 2019..=2023;

fn name(agency: usize) -> String {
    format!("虚构{agency:02}县")
}

fn one(agency: usize, year: u16, given: &Given) -> Option<Report> {
    let cell = match given {
        Given::NoReport => return None,
        Given::Absent => None,
        Given::Blank => Some(json!(null)),
        Given::Stroke => Some(json!("/")),
        Given::Count(count) => Some(json!(count)),
    };
    let fields: Vec<(&str, Json)> = cell
        .map(|cell| ("applications.received", row(cell)))
        .into_iter()
        .collect();
    let edition = if year < 2021 { "2019" } else { "2021" };
    Some(report(&name(agency), year, edition, &fields))
}

/// Computes the expected answer from the data.
fn wanted(given: &Given) -> Answer {
    match given {
        Given::NoReport => Answer::NoReport,
        Given::Absent => Answer::Missing,
        Given::Blank => Answer::Blank,
        Given::Stroke => Answer::NotApplicable,
        Given::Count(count) => Answer::Number(Number::whole(*count).into()),
    }
}

fn count(state: &Given) -> Option<i64> {
    match state {
        Given::Count(count) => Some(*count),
        _ => None,
    }
}

fn place_named(catalog: &Catalog, name: &str) -> Option<usize> {
    catalog
        .agencies()
        .iter()
        .position(|agency| agency.name == name)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_series_is_what_the_reports_have_year_by_year(
        data in prop::collection::vec(given(), 5),
    ) {
        let reports: Vec<Report> = YEARS.zip(&data).filter_map(|(year, given)| one(0, year, given)).collect();
        prop_assume!(!reports.is_empty());
        let catalog = built(&reports).catalog;
        let series = series(&catalog, 0, measure(RECEIVED).into(), YEARS);
        prop_assert_eq!(series.points.len(), data.len());
        let mut runs: Vec<Vec<(u16, i64)>> = Vec::new();
        for ((point, year), given) in series.points.iter().zip(YEARS).zip(&data) {
            prop_assert_eq!((point.year, point.answer), (year, wanted(given)));
            if let Some(count) = count(given) {
                // A run continues if the year before has a number, but not into 2021.
                match runs.last_mut().filter(|run| year != 2021 && run.last().is_some_and(|last| last.0 + 1 == year)) {
                    Some(run) => run.push((year, count)),
                    None => runs.push(vec![(year, count)]),
                }
            }
        }
        let found: Vec<Vec<(u16, Ratio)>> = series.runs();
        let runs: Vec<Vec<(u16, Ratio)>> = runs
            .into_iter()
            .map(|run| run.into_iter().map(|(year, count)| (year, Number::whole(count).into())).collect())
            .collect();
        // If 2021 has no report, the break precedes the next report.
        let is_plain = matches!(data.get(2), Some(Given::Count(_)));
        if is_plain {
            prop_assert_eq!(found, runs);
        } else {
            prop_assert_eq!(found.concat(), runs.concat());
        }
    }

    #[test]
    fn a_distribution_has_every_place_once_and_quartiles_by_the_nearest_rank(
        data in prop::collection::vec(given(), 1..40),
    ) {
        let mut reports: Vec<Report> = (0..).zip(&data).filter_map(|(agency, given)| one(agency, 2022, given)).collect();
        // A report of another year puts the agency into the catalogue.
        for agency in 0..data.len() {
            reports.extend(one(agency, 2021, &Given::Absent));
        }
        let catalog = built(&reports).catalog;
        let agencies = 0..catalog.agencies().len();
        let distribution = distribution(&catalog, agencies, measure(RECEIVED).into(), 2022);
        let mut counts: Vec<i64> = data.iter().filter_map(count).collect();
        counts.sort_unstable();
        let numbers: Vec<Ratio> = distribution.ranked.iter().map(|mark| mark.number).collect();
        let wanted: Vec<Ratio> = counts.iter().map(|&count| Number::whole(count).into()).collect();
        prop_assert_eq!(numbers, wanted);
        let without = |wanted: fn(&Given) -> bool| data.iter().filter(|given| wanted(given)).count();
        let expected = GapCounts {
            no_report: without(|given| matches!(given, Given::NoReport)),
            missing: without(|given| matches!(given, Given::Absent)),
            blank: without(|given| matches!(given, Given::Blank)),
            not_applicable: without(|given| matches!(given, Given::Stroke)),
            ..GapCounts::default()
        };
        prop_assert_eq!(distribution.gaps, expected);
        prop_assert_eq!(distribution.gaps.total() + distribution.ranked.len(), data.len());
        for mark in &distribution.ranked {
            let name = &catalog.agencies()[mark.agency].name;
            let index = (0..data.len()).find(|index| self::name(*index) == *name).expect("a place");
            prop_assert_eq!(count(&data[index]).map(|count| Number::whole(count).into()), Some(mark.number));
        }
        // The smallest number that at least this many quarters of the numbers do not exceed.
        let rank = |quarters: usize| counts.iter().copied().find(|&number| {
            4 * counts.iter().filter(|&&other| other <= number).count() >= quarters * counts.len()
        });
        let slow = [rank(1), rank(2), rank(3)].map(|rank| rank.map(|rank| Ratio::from(Number::whole(rank))));
        let found = distribution.quartiles();
        prop_assert_eq!(found.is_some(), !counts.is_empty());
        if let Some(found) = found {
            prop_assert_eq!(found.map(Some), slow);
        }
    }

    #[test]
    fn an_order_is_stable_and_what_has_no_number_stands_last_both_ways(
        data in prop::collection::vec(given(), 0..40), scale in prop_oneof![Just(1_i64), Just(3)],
    ) {
        let state = |given: &Given| match wanted(given) {
            Answer::Number(number) if scale != 1 => {
                Answer::Number(Ratio::new(Number::whole(count(given).unwrap_or_default()), Number::whole(scale)).unwrap_or(number))
            }
            other => other,
        };
        let states: Vec<Answer> = data.iter().map(state).collect();
        for direction in [Direction::Rising, Direction::Falling] {
            // A plain insertion sort.
            let mut slow: Vec<usize> = Vec::new();
            for index in 0..data.len() {
                let behind = |&other: &usize| match (count(&data[index]), count(&data[other])) {
                    (Some(own), Some(other)) => {
                        let order = own.cmp(&other);
                        order == if direction == Direction::Rising { Ordering::Less } else { Ordering::Greater }
                    }
                    (Some(_), None) => true,
                    (None, _) => false,
                };
                let at = slow.iter().position(behind).unwrap_or(slow.len());
                slow.insert(at, index);
            }
            prop_assert_eq!(sorted_indices(&states, direction), slow);
        }
    }

    #[test]
    fn a_rate_is_the_quotient_and_without_a_divisor_there_is_none(
        data in prop::collection::vec((given(), prop::option::of((0..5000_i64, 0..3_u8))), 1..12),
    ) {
        let reports: Vec<Report> = data.iter().enumerate().map(|(agency, (given, _))| match one(agency, 2022, given) {
            Some(report) => report,
            None => report(&name(agency), 2021, "2021", &[]),
        }).collect();
        let mut catalog = built(&reports).catalog;
        let mut people = Denominator::new("p", "人口", "Population", "万人", "虚构");
        for (_, people_of) in &data {
            let value = people_of.map(|(digits, decimals)| {
                let decimals = usize::from(decimals);
                let mut text = format!("{digits:0>width$}", width = decimals + 1);
                if decimals > 0 {
                    text.insert(text.len() - decimals, '.');
                }
                Decimal::parse(&text).expect("a decimal")
            });
            people.push(value.as_ref()).expect("fits");
        }
        catalog.add_denominator(people).expect("as many as places");
        let question = Question {
            measure: measure(RECEIVED),
            divisor: Some(Divisor::Denominator { index: 0, power: 1 }),
        };
        for (agency, (given, people)) in data.iter().enumerate() {
            let place_index = place_named(&catalog, &name(agency)).expect("a place");
            prop_assert_eq!(place_index, agency);
            let state = catalog.answer(catalog.report(agency, 2022), question);
            match (count(given), people) {
                (None, _) => prop_assert_eq!(state, wanted(given)),
                (Some(_), None | Some((0, _))) => prop_assert_eq!(state, Answer::NoDivisor),
                (Some(count), Some((digits, decimals))) => {
                    // count × 10 ÷ (digits ÷ 10^decimals), in whole numbers.
                    let over = Number::whole(count * 10 * 10_i64.pow(u32::from(*decimals)));
                    let wanted = Ratio::new(over, Number::whole(*digits)).expect("above zero");
                    prop_assert_eq!(state, Answer::Number(wanted));
                }
            }
        }
    }
}

#[test]
fn the_break_stands_where_the_form_changes_also_for_one_who_changes_late() {
    let of = |year, edition: &str| {
        report(
            "晚县",
            year,
            edition,
            &[("applications.received", row(json!(5)))],
        )
    };
    let catalog = built(&[
        of(2020, "2019"),
        of(2021, "2019"),
        of(2022, "2019"),
        of(2023, "2021"),
    ])
    .catalog;
    let series = series(&catalog, 0, measure(RECEIVED).into(), 2019..=2024);
    let breaks: Vec<u16> = series
        .points
        .iter()
        .filter(|point| point.is_after_break)
        .map(|point| point.year)
        .collect();
    assert_eq!(breaks, [2023]);
    let years: Vec<Vec<u16>> = series
        .runs()
        .iter()
        .map(|run| run.iter().map(|at| at.0).collect())
        .collect();
    assert_eq!(years, [vec![2020, 2021, 2022], vec![2023]]);
}

#[test]
fn a_gap_over_the_change_still_breaks() {
    let of = |year, edition: &str| {
        report(
            "甲县",
            year,
            edition,
            &[("applications.received", row(json!(5)))],
        )
    };
    let catalog = built(&[of(2020, "2019"), of(2022, "2021")]).catalog;
    let series = series(&catalog, 0, measure(RECEIVED).into(), 2020..=2022);
    let marks: Vec<(Answer, bool)> = series
        .points
        .iter()
        .map(|point| (point.answer, point.is_after_break))
        .collect();
    let five = Answer::Number(Number::whole(5).into());
    assert_eq!(
        marks,
        [(five, false), (Answer::NoReport, false), (five, true)]
    );
}

#[test]
fn a_measure_that_the_form_does_not_have_is_not_missing_but_not_in_it() {
    let catalog = built(&county()).catalog;
    let state = |id: &str, year| catalog.answer(catalog.report(0, year), measure(id).into());
    assert_eq!(
        state("proactive.procurement.amount", 2021),
        Answer::NotInEdition
    );
    assert_eq!(state("proactive.fees.amount", 2020), Answer::NotInEdition);
    assert!(matches!(
        state("proactive.procurement.amount", 2020),
        Answer::Number(_)
    ));
    assert!(matches!(
        state("proactive.fees.amount", 2021),
        Answer::Number(_)
    ));
    assert_eq!(state("proactive.fees.amount", 2010), Answer::NoReport);
}

#[test]
fn money_is_compared_in_one_unit_and_shown_in_its_own() {
    let fees = |name: &str, value: &str, unit: &str| {
        let amount = json!({ "value": value, "unit": unit });
        report(name, 2021, "2021", &[("proactive.fees.amount", amount)])
    };
    let catalog = built(&[
        fees("甲县", "0.5", "亿元"),
        fees("乙县", "4999.99", "万元"),
        fees("丙县", "50000000", "元"),
    ])
    .catalog;
    let id = measure("proactive.fees.amount");
    let found = distribution(&catalog, 0..3, id.into(), 2021);
    let names: Vec<&str> = found
        .ranked
        .iter()
        .map(|mark| catalog.agencies()[mark.agency].name.as_str())
        .collect();
    assert_eq!(names[0], "乙县");
    assert_eq!(found.ranked[1].number, found.ranked[2].number);
    let shown = catalog.value(place_named(&catalog, "甲县").expect("a place"), id);
    let Value::Money(money) = shown else {
        panic!("{shown:?}");
    };
    assert_eq!(
        (money.value.as_str(), money.unit),
        ("0.5", Some(Currency::HundredMillionYuan))
    );
}

#[test]
fn a_count_in_ten_thousands_is_for_people_to_read() {
    let total = |unit: &str| {
        let total = json!({ "count": 32, "qualifier": "over", "unit": unit });
        let catalog =
            built(&[report("甲县", 2021, "2021", &[("disclosure.total", total)])]).catalog;
        catalog.answer(Some(0), measure("disclosure.total").into())
    };
    assert_eq!(total("条"), Answer::Number(Number::whole(32).into()));
    assert_eq!(total("万条"), Answer::OtherUnit);
}

#[test]
fn a_share_of_the_same_report_has_its_own_divisor() {
    let of = |name: &str, granted, total| {
        let fields = [
            ("applications.outcomes.granted", row(json!(granted))),
            ("applications.outcomes.total", row(json!(total))),
        ];
        report(name, 2021, "2021", &fields)
    };
    let catalog = built(&[of("甲县", 1, 3), of("乙县", 0, 0)]).catalog;
    let question = Question {
        measure: measure("applications.outcomes.granted[6]"),
        divisor: Some(Divisor::Measure(measure("applications.outcomes.total[6]"))),
    };
    let state = |name: &str| {
        let agency = place_named(&catalog, name).expect("a place");
        catalog.answer(catalog.report(agency, 2021), question)
    };
    let third = Ratio::new(Number::whole(1), Number::whole(3)).expect("above zero");
    assert_eq!(state("甲县"), Answer::Number(third));
    assert_eq!(state("乙县"), Answer::NoDivisor);
}
