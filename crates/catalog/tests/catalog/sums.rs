//! Sums, compared with a slow addition of what the reports print.

use super::*;
use gongkai_model::Edition;
use proptest::prelude::*;

const FEES: &str = "proactive.fees.amount";
const PROCURED: &str = "proactive.procurement.amount";
const RECEIVED: &str = "applications.received[6]";
const TOTAL: &str = "disclosure.total";
const YEARS: [u16; 3] = [2020, 2021, 2022];
const GROUPS: [&str; 2] = ["虚构东省", "虚构西省"];

/// What a report has in a cell of the tests below.
#[derive(Clone, Debug, PartialEq)]
enum Given {
    Absent,
    Blank,
    Stroke,
    /// A number in units of 10^-6, with its hedge and its unit.
    Number(i128, Option<&'static str>, Option<&'static str>),
}

/// One report: whether it is in the form of 2021, its applications, its published total, its money.
type Row = Option<(bool, [Given; 3])>;

const MILLION: i128 = 1_000_000;

fn cell() -> impl Strategy<Value = Given> {
    let count =
        prop_oneof![3 => 0..9_i128, 2 => 0..90_000_i128, 1 => Just(999_999_999_999_999_999)];
    prop_oneof![
        1 => Just(Given::Absent),
        1 => Just(Given::Blank),
        1 => Just(Given::Stroke),
        5 => count.prop_map(|count| Given::Number(count * MILLION, None, None)),
    ]
}

fn stated() -> impl Strategy<Value = Given> {
    let hedge = prop::sample::select(vec![
        None,
        None,
        Some("over"),
        Some("about"),
        Some("nearly"),
    ]);
    let unit = prop::sample::select(vec![None, Some("条"), Some("条"), Some("件"), Some("万条")]);
    prop_oneof![
        1 => Just(Given::Absent),
        4 => (0..50_000_i128, hedge, unit)
            .prop_map(|(count, hedge, unit)| Given::Number(count * MILLION, hedge, unit)),
    ]
}

fn money() -> impl Strategy<Value = Given> {
    let unit = prop::sample::select(vec![None, Some("元"), Some("万元"), Some("亿元")]);
    prop_oneof![
        1 => Just(Given::Absent),
        1 => Just(Given::Blank),
        1 => Just(Given::Stroke),
        5 => (0..99_999_999_999_i128, unit)
            .prop_map(|(digits, unit)| Given::Number(digits, None, unit)),
    ]
}

fn row_of() -> impl Strategy<Value = Row> {
    prop::option::weighted(0.8, (any::<bool>(), (cell(), stated(), money()))).prop_map(|row| {
        row.map(|(is_new, (count, total, amount))| (is_new, [count, total, amount]))
    })
}

fn decimal(digits: i128) -> String {
    format!("{}.{:06}", digits / MILLION, digits % MILLION)
}

fn made(agency: usize, year: u16, row: &Row) -> Option<Report> {
    let (is_new, [count, total, amount]) = row.as_ref()?;
    let plain = |given: &Given| match given {
        Given::Absent => None,
        Given::Blank => Some(json!(null)),
        Given::Stroke => Some(json!("/")),
        Given::Number(digits, ..) => Some(json!((digits / MILLION) as i64)),
    };
    let mut fields: Vec<(&str, Json)> = Vec::new();
    fields.extend(plain(count).map(|cell| ("applications.received", super::row(cell))));
    if let Given::Number(digits, hedge, unit) = total {
        let mut json = json!({ "count": (digits / MILLION) as i64 });
        if let Some(hedge) = hedge {
            json["qualifier"] = json!(hedge);
        }
        if let Some(unit) = unit {
            json["unit"] = json!(unit);
        }
        fields.push(("disclosure.total", json));
    }
    let path = if *is_new { FEES } else { PROCURED };
    fields.extend(match amount {
        Given::Number(digits, _, unit) => {
            let mut json = json!({ "value": decimal(*digits) });
            if let Some(unit) = unit {
                json["unit"] = json!(unit);
            }
            Some((path, json))
        }
        given => plain(given).map(|cell| (path, cell)),
    });
    let edition = if *is_new { "2021" } else { "2019" };
    Some(report(&format!("虚构{agency}县"), year, edition, &fields))
}

/// Adds digit by digit in one loop over everything, without what the product keeps in between.
fn slow(
    rows: &[(usize, Vec<Row>)],
    group: Option<Option<usize>>,
    year: usize,
    is_new: bool,
    at: usize,
) -> (i128, i128, FormSum) {
    let (mut total, mut at_least, mut sum) = (0, 0, FormSum::default());
    for (of, rows) in rows {
        let own = Some(*of).filter(|of| *of < GROUPS.len());
        if group.is_some_and(|group| group != own) {
            continue;
        }
        let Some((form, cells)) = &rows[year] else {
            continue;
        };
        if *form != is_new {
            continue;
        }
        match &cells[at] {
            Given::Absent => sum.missing += 1,
            Given::Blank => sum.blank += 1,
            Given::Stroke => sum.not_applicable += 1,
            Given::Number(_, _, Some("件" | "万条")) => sum.other_unit += 1,
            Given::Number(digits, hedge, unit) => {
                let power = match (at, unit) {
                    (2, Some("元")) => 1,
                    (2, Some("亿元")) => 100_000_000,
                    (2, _) => 10_000,
                    _ => 1,
                };
                total += digits * power;
                sum.numbers += 1;
                match hedge {
                    Some("about") => sum.about += 1,
                    Some("nearly") => sum.nearly += 1,
                    Some(_) => sum.over += 1,
                    None => {}
                }
                if matches!(hedge, None | Some("over")) {
                    at_least += digits * power;
                }
            }
        }
    }
    (total, at_least, sum)
}

fn digits(sum: ExactSum) -> i128 {
    let decimals = format!("{:0<6}", sum.decimals());
    sum.whole() * MILLION + decimals.parse::<i128>().expect("six decimals")
}

fn grouped(reports: &[Report], rows: &[(usize, Vec<Row>)]) -> Catalog {
    let mut catalog = built(reports).catalog;
    catalog.group_by(|agency| {
        let digits: String = agency.name.chars().filter(char::is_ascii_digit).collect();
        let (group, _) = rows.get(digits.parse::<usize>().ok()?)?;
        Some((*GROUPS.get(*group)?).to_owned())
    });
    catalog
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn sums_are_what_a_slow_addition_of_the_reports_gives(
        rows in prop::collection::vec((0..3_usize, prop::collection::vec(row_of(), 3)), 1..9),
    ) {
        let reports: Vec<Report> = rows.iter().enumerate().flat_map(|(agency, (_, rows))| {
            YEARS.iter().zip(rows).filter_map(move |(year, row)| made(agency, *year, row)).collect::<Vec<_>>()
        }).collect();
        prop_assume!(!reports.is_empty());
        let catalog = grouped(&reports, &rows);
        let written = Catalog::read(&catalog.write()).expect("what is written is read");
        let mut scopes = vec![(SumScope::All, None), (SumScope::Ungrouped, Some(None))];
        for (index, name) in written.groups().iter().enumerate() {
            let group = GROUPS.iter().position(|group| group == name);
            scopes.push((SumScope::Group(index), Some(group)));
        }
        for (at, ids) in [vec![RECEIVED], vec![TOTAL], vec![PROCURED, FEES]].into_iter().enumerate() {
            for id in ids {
                let measure = measure(id);
                let sums = Sums::new(&written, measure);
                for (scope, group) in &scopes {
                    let with_reports = |index: &usize| rows[*index].1.iter().any(Option::is_some);
                    let in_scope = |index: &usize| {
                        let own = Some(rows[*index].0).filter(|of| *of < GROUPS.len());
                        group.is_none_or(|group| group == own)
                    };
                    let agencies = (0..rows.len()).filter(with_reports).filter(in_scope);
                    let agencies: Vec<usize> = agencies.collect();
                    prop_assert_eq!(sums.agencies(*scope), agencies.len());
                    for (year, name) in YEARS.iter().enumerate() {
                        let found = sums.year(*scope, *name);
                        let silent = agencies.iter().filter(|agency| rows[**agency].1[year].is_none());
                        prop_assert_eq!(found.no_report, silent.count());
                        for ((edition, form), is_new) in YearSum::EDITIONS.iter().zip(found.forms).zip([false, true]) {
                            let (total, at_least, wanted) = slow(&rows, *group, year, is_new, at);
                            if !measure.is_in(*edition) {
                                prop_assert_eq!(form.not_in_form, wanted.reports());
                                prop_assert_eq!(form.precision(), None);
                                continue;
                            }
                            prop_assert_eq!((digits(form.total), digits(form.at_least)), (total, at_least));
                            let wanted = FormSum { total: form.total, at_least: form.at_least, ..wanted };
                            prop_assert_eq!(form, wanted);
                        }
                    }
                }
            }
        }
    }
}

fn of_totals(totals: &[Json]) -> FormSum {
    let reports: Vec<Report> = totals
        .iter()
        .enumerate()
        .map(|(index, total)| {
            report(
                &format!("虚构{index}县"),
                2022,
                "2021",
                &[("disclosure.total", total.clone())],
            )
        })
        .collect();
    let sums = Sums::new(&built(&reports).catalog, measure(TOTAL));
    sums.year(SumScope::All, 2022).forms[1]
}

#[test]
fn hedged_numbers_make_a_range_and_never_an_exact_sum() {
    let exact = json!({ "count": 10, "unit": "条" });
    let hedged =
        |hedge: &str, count: i64| json!({ "count": count, "qualifier": hedge, "unit": "条" });
    let one = std::slice::from_ref(&exact);
    let precision = |others: &[Json]| of_totals(&[one, others].concat()).precision();
    assert_eq!(precision(&[]), Some(SumPrecision::Exact));
    assert_eq!(precision(&[hedged("over", 5)]), Some(SumPrecision::AtLeast));
    assert_eq!(
        precision(&[hedged("nearly", 5)]),
        Some(SumPrecision::AtMost)
    );
    assert_eq!(precision(&[hedged("about", 5)]), Some(SumPrecision::About));
    let both = [hedged("over", 7), hedged("nearly", 5)];
    assert_eq!(precision(&both), Some(SumPrecision::About));
    let sum = of_totals(&[one, both.as_slice()].concat());
    assert_eq!((sum.total.whole(), sum.at_least.whole()), (22, 17));
}

#[test]
fn without_a_number_there_is_no_sum_and_other_units_are_not_added() {
    let other = json!({ "count": 3, "unit": "万条" });
    let sum = of_totals(&[other.clone(), json!({ "count": 8, "unit": "篇" })]);
    assert_eq!((sum.precision(), sum.numbers, sum.other_unit), (None, 0, 2));
    let sum = of_totals(&[other, json!({ "count": 0, "unit": "条" })]);
    assert_eq!(
        sum.precision(),
        Some(SumPrecision::Exact),
        "a 0 is a number"
    );
}

#[test]
fn amounts_beyond_64_bits_are_exact() {
    let amounts = [
        "999999999999999999",
        "0.000000000000000001",
        "9999999.12345678901",
    ];
    let reports: Vec<Report> = amounts
        .iter()
        .enumerate()
        .map(|(index, value)| {
            let amount = json!({ "value": value, "unit": "亿元" });
            report(&format!("虚构{index}县"), 2022, "2021", &[(FEES, amount)])
        })
        .collect();
    let sums = Sums::new(&built(&reports).catalog, measure(FEES));
    let sum = sums.year(SumScope::All, 2022).forms[1].total;
    assert_eq!(sum.whole(), 100_000_000_000_999_999_812_345_678);
    assert_eq!(sum.decimals(), "9010000001");
    assert!((sum.to_f64() - 1.000_000_000_01e26).abs() < 1e12);
}

#[test]
fn a_fall_of_items_is_subtracted() {
    let path = "proactive.licences.change";
    let change = |name: &str, change: i64| report(name, 2020, "2019", &[(path, json!(change))]);
    let reports = [change("虚构甲县", -9), change("虚构乙县", 4)];
    let sums = Sums::new(&built(&reports).catalog, measure(path));
    let year = sums.year(SumScope::All, 2020);
    assert_eq!(year.forms[0].total.whole(), -5);
    let with: Vec<Edition> = year.with_numbers().map(|(edition, _)| edition).collect();
    assert_eq!(with, [Edition::Form2019]);
}
