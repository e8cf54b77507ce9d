//! Properties of every view of any valid report, in each language and under every choice.

use super::*;
use crate::support::choices;
use gongkai_testing::arbitrary::any_report;
use gongkai_view::charts::{Drawing, Shape, Size, draw};
use proptest::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The key of a table's row, and its printed cells.
type Printed = (String, Vec<TableCell>);

/// The printed cells of a view in the order of the form, without calculated numbers.
fn printed(report: &Report, view: View, sort: Sort) -> Vec<Printed> {
    match view {
        View::Overview => overview(report),
        View::Disclosure => disclosure(report, sort),
        View::Services => services(report),
        View::Procurement => procurement(report),
        other => panic!("{other:?} is looked at elsewhere"),
    }
}

fn row(key: &str, cells: Vec<TableCell>) -> Printed {
    (key.to_owned(), cells)
}

fn overview(report: &Report) -> Vec<Printed> {
    let mut rows = Vec::new();
    let disclosure = report.disclosure.as_ref();
    if let Some(total) = disclosure.and_then(|disclosure| disclosure.total.clone()) {
        rows.push(row("disclosure", vec![TableCell::Quantity(total)]));
    }
    let proactive = report.proactive.as_ref();
    let procurement = proactive.and_then(|proactive| proactive.procurement.as_ref());
    if let Some(proactive) = proactive {
        for (key, services) in [
            ("licences", &proactive.licences),
            ("penalties", &proactive.penalties),
        ] {
            let decisions = services.as_ref().map(|row| row.decisions);
            let cell = TableCell::Cell(decisions.unwrap_or_default());
            rows.push(row(key, vec![cell]));
        }
    }
    if let Some(amount @ Amount::Money(_)) = procurement.map(|row| &row.amount) {
        rows.push(row("procurement", vec![TableCell::Amount(amount.clone())]));
    }
    let applications = report.applications.as_ref();
    if let Some(received) = applications.and_then(|table| table.received) {
        rows.push(row("applications", vec![TableCell::Cell(received.0[6])]));
    }
    rows
}

fn disclosure(report: &Report, sort: Sort) -> Vec<Printed> {
    let Some(disclosure) = &report.disclosure else {
        return Vec::new();
    };
    let mut categories: Vec<(usize, &Named)> = disclosure.categories.iter().enumerate().collect();
    if sort == Sort::Size {
        categories.sort_by_key(|(_, named)| Reverse(named.count));
    }
    let mut rows: Vec<Printed> = categories
        .into_iter()
        .map(|(index, named)| {
            let quantity = Quantity {
                count: named.count,
                qualifier: named.qualifier,
                unit: named.unit.clone(),
            };
            let key = format!("disclosure.categories[{index}]");
            (key, vec![TableCell::Quantity(quantity)])
        })
        .collect();
    if let Some(total) = &disclosure.total {
        let cell = TableCell::Quantity(total.clone());
        rows.push(row("disclosure.total", vec![cell]));
    }
    let mut channels: Vec<(usize, &Channel)> = disclosure.channels.iter().enumerate().collect();
    if sort == Sort::Size {
        channels.sort_by_key(|(_, channel)| Reverse(channel.count));
    }
    for (index, channel) in channels {
        let key = format!("disclosure.channels[{index}]");
        for (index, named) in channel.categories.iter().enumerate() {
            let key = format!("{key}.categories[{index}]");
            rows.push((key, vec![TableCell::Quantity(named.quantity())]));
        }
        let at = rows.len() - channel.categories.len();
        rows.insert(at, (key, vec![TableCell::Quantity(channel.quantity())]));
    }
    rows
}

fn services(report: &Report) -> Vec<Printed> {
    let Some(proactive) = &report.proactive else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    for (key, services) in [
        ("proactive.licences", &proactive.licences),
        ("proactive.other_services", &proactive.other_services),
        ("proactive.penalties", &proactive.penalties),
        (
            "proactive.compulsory_measures",
            &proactive.compulsory_measures,
        ),
    ] {
        let Some(services) = services else { continue };
        let decisions = TableCell::Cell(services.decisions);
        rows.push(match report.edition {
            Edition::Form2019 => row(
                key,
                vec![
                    decisions,
                    TableCell::Cell(services.items_last_year),
                    TableCell::Change(services.change),
                ],
            ),
            Edition::Form2021 => (format!("{key}.decisions"), vec![decisions]),
        });
    }
    match (&proactive.fees, report.edition) {
        (Some(fees), Edition::Form2019) => rows.push(row(
            "proactive.fees",
            vec![
                TableCell::Cell(fees.items_last_year),
                TableCell::Change(fees.change),
            ],
        )),
        (Some(fees), Edition::Form2021) if fees.amount != Amount::Missing => {
            let amount = TableCell::Amount(fees.amount.clone());
            rows.push(row("proactive.fees.amount", vec![amount]));
        }
        _ => {}
    }
    rows
}

fn procurement(report: &Report) -> Vec<Printed> {
    let proactive = report.proactive.as_ref();
    let Some(procurement) = proactive.and_then(|proactive| proactive.procurement.as_ref()) else {
        return Vec::new();
    };
    let projects = TableCell::Cell(procurement.projects);
    let amount = TableCell::Amount(procurement.amount.clone());
    vec![
        row("proactive.procurement.projects", vec![projects]),
        row("proactive.procurement.amount", vec![amount]),
    ]
}

/// A table without calculated numbers, and without rows that have nothing else.
fn without_derived(table: &Table) -> Vec<Printed> {
    let is_printed = |cell: &&TableCell| !matches!(cell, TableCell::Derived(_) | TableCell::None);
    table
        .rows
        .iter()
        .map(|row| {
            (
                row.key.clone(),
                row.cells.iter().filter(is_printed).cloned().collect(),
            )
        })
        .filter(|(_, cells): &Printed| !cells.is_empty())
        .collect()
}

/// The number of the report that each mark represents, by its key.
fn drawable(report: &Report) -> BTreeMap<String, [Option<f64>; 2]> {
    let number = |cell: &TableCell| match cell {
        TableCell::Cell(cell) | TableCell::Change(cell) => cell.count().map(i128::from),
        TableCell::Quantity(quantity) => Some(i128::from(quantity.count)),
        _ => None,
    };
    let mut drawable = BTreeMap::new();
    for (key, cells) in [View::Disclosure, View::Services, View::Procurement]
        .into_iter()
        .flat_map(|view| printed(report, view, Sort::Printed))
    {
        let numbers: Vec<Option<i128>> = cells.iter().map(number).collect();
        let ends = match numbers.as_slice() {
            [first @ .., last, change] => {
                if let [decisions] = first {
                    let shown = [decisions.map(|n| n as f64), None];
                    drawable.insert(format!("{key}.decisions"), shown);
                }
                let this = last.zip(*change).map(|(last, change)| last + change);
                let this = this.filter(|this| i64::try_from(*this).is_ok());
                [last.map(|n| n as f64), this.map(|n| n as f64)]
            }
            [one] => [one.map(|n| n as f64), None],
            [] => [None, None],
        };
        drawable.insert(key, ends);
    }
    drawable
}

/// Whether two numbers are equal to more digits than any screen can show.
fn is_near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= other.abs() * 1e-12,
        _ => false,
    }
}

/// The amount of procurement in a unit.
fn amount(report: &Report, unit: MoneyUnit) -> Option<f64> {
    let procurement = report.proactive.as_ref()?.procurement.as_ref()?;
    let unit = match unit {
        MoneyUnit::Wan => Currency::TenThousandYuan,
        MoneyUnit::Yi => Currency::HundredMillionYuan,
    };
    let digits = procurement.amount.money()?.counted_in(unit);
    digits.as_str().parse().ok()
}

fn is_finite(shape: &Shape) -> bool {
    let near = |lengths: &[f64]| lengths.iter().all(|length| length.abs() < 1e6);
    match shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            ..
        } => near(&[*x, *y, *width, *height]) && *width >= 0.0 && *height >= 0.0,
        Shape::Circle { x, y, r, .. } => near(&[*x, *y, *r]) && *r >= 0.0,
        Shape::Line { from, to, .. } => near(&[from.0, from.1, to.0, to.1]),
        Shape::Path { data, .. } => data
            .split(|c: char| c.is_ascii_alphabetic() || c == ' ')
            .filter(|step| !step.is_empty())
            .all(|step| step.parse::<f64>().is_ok_and(|length| near(&[length]))),
        Shape::Text { x, y, size, .. } => near(&[*x, *y, *size]) && *size > 0.0,
    }
}

#[track_caller]
pub(super) fn drawn_soundly(drawing: &Drawing, width: f64) {
    assert_eq!(drawing.width, width);
    assert!(drawing.height.is_finite() && drawing.height >= 0.0);
    for shape in &drawing.guides {
        assert!(is_finite(shape), "{shape:?}");
    }
    for mark in &drawing.marks {
        let place = [mark.x, mark.y, mark.width, mark.height];
        assert!(
            place.iter().all(|length| (0.0..1e6).contains(length)),
            "{mark:?}"
        );
        assert!(mark.y + mark.height <= drawing.height + 0.01, "{mark:?}");
        for shape in &mark.shapes {
            assert!(is_finite(shape), "{shape:?}");
        }
    }
}

fn each_figure(report: &Report, mut see: impl FnMut(&Choices, Locale, &Figure)) {
    for view in &crate::support::FIRST {
        for choices in choices(*view) {
            for locale in Locale::ALL {
                see(&choices, locale, &figure(report, *view, &choices, locale));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_figure_of_any_report_is_drawn_at_any_width(
        report in any_report(),
        width in 200.0..2000.0_f64,
        em in prop_oneof![Just(16.0), Just(19.0), Just(22.0)],
    ) {
        let mut first: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        each_figure(&report, |choices, _, figure| {
            let drawing = draw(figure, Size { width, em });
            drawn_soundly(&drawing, width);
            let keys: BTreeSet<String> = drawing.marks.iter().map(|mark| mark.key.clone()).collect();
            assert_eq!(keys.len(), drawing.marks.len(), "a key stands twice");
            let first = first.entry(figure.view.id()).or_insert_with(|| keys.clone());
            assert_eq!(keys, *first, "{choices:?}");
        });
    }

    #[test]
    fn a_table_holds_exactly_the_numbers_of_the_report(report in any_report()) {
        each_figure(&report, |choices, locale, figure| {
            let table = &figure.table;
            let expected = printed(&report, figure.view, choices.sort);
            assert_eq!(without_derived(table), expected, "{:?} {choices:?}", figure.view);
            for row in &table.rows {
                assert_eq!(row.cells.len() + 1, table.columns.len(), "{row:?}");
                for cell in &row.cells {
                    let shown = cell.shown(locale);
                    let is_text = matches!(cell, TableCell::Derived(_) | TableCell::None);
                    assert!(is_text || !shown.is_empty(), "{cell:?}");
                }
            }
            let keys: BTreeSet<&str> = table.rows.iter().map(|row| row.key.as_str()).collect();
            assert_eq!(keys.len(), table.rows.len(), "a row stands twice");
        });
    }

    #[test]
    fn a_figure_draws_exactly_the_numbers_of_the_report(report in any_report()) {
        let known = drawable(&report);
        let mut drawn = BTreeSet::new();
        // Views without a chart, whose finding says it all.
        let mut idle = BTreeSet::new();
        each_figure(&report, |choices, _, figure| {
            if figure.panels.is_empty() {
                idle.extend(figure.table.rows.iter().map(|row| row.key.clone()));
            }
            drawn.extend(bars(figure).into_iter().map(|datum| datum.key.clone()));
            for span in spans(figure) {
                drawn.insert(span.key.clone());
                assert_eq!(known.get(&span.key), Some(&[span.from, span.to]), "{}", span.key);
            }
            for panel in &figure.panels {
                let data = match &panel.plot {
                    Plot::Bars(bars) => bars.data.as_slice(),
                    Plot::Waffle(squares) => std::slice::from_ref(&squares.datum),
                    Plot::Dumbbell(_) | Plot::Changes(_) | Plot::Sankey(_) => continue,
                };
                for datum in data {
                    let is_share = datum.key.starts_with("disclosure.categories[") && choices.measure == Measure::Share;
                    match known.get(&datum.key) {
                        Some([Some(_), _]) if is_share => {}
                        Some(_) if datum.key == "proactive.procurement.amount" => {
                            let amount = amount(&report, choices.unit);
                            assert!(is_near(datum.value, amount), "{:?} {amount:?}", datum.value);
                        }
                        Some([number, _]) => assert_eq!(datum.value, *number, "{}", datum.key),
                        // A calculated number has its own name beside the printed one.
                        None => assert!(
                            ["disclosure.categories", "disclosure.difference",
                             "proactive.procurement.average"].contains(&datum.key.as_str()),
                            "{}", datum.key
                        ),
                    }
                }
            }
        });
        for (key, [number, _]) in known {
            // Without projects there are no squares.
            let none = key == "proactive.procurement.projects" && number == Some(0.0);
            let is_idle = idle.contains(key.trim_end_matches(".decisions")) || idle.contains(&key);
            assert!(number.is_none() || none || is_idle || drawn.contains(&key), "{key}: {number:?}");
        }
        let amount = amount(&report, MoneyUnit::Wan).is_some();
        let key = "proactive.procurement.amount";
        assert_eq!(drawn.contains(key) || idle.contains(key) && amount, amount);
    }

    #[test]
    fn every_figure_of_any_report_says_something_whole(report in any_report()) {
        let unfilled = |text: &str| (0..10).any(|place| text.contains(&format!("{{{place}")));
        // The report's own texts may contain braces.
        let has_braces = unfilled(&report.write());
        each_figure(&report, |_, _, figure| {
            assert!(!figure.title.is_empty());
            let captions = figure.panels.iter().map(|panel| &panel.caption);
            assert!(figure.caveats.iter().chain(captions).all(|text| !text.is_empty()));
            if !has_braces {
                for text in [&figure.title, &figure.summary] {
                    assert!(!unfilled(text), "{text}");
                }
            }
            for datum in bars(figure) {
                assert_eq!(figure.detail(&datum.key), Some(datum.detail.as_str()));
                assert!(!datum.detail.is_empty());
            }
            let has_numbers = !figure.panels.is_empty() || !figure.headlines.is_empty();
            assert!(!has_numbers || !figure.table.rows.is_empty(), "a figure has its table");
        });
    }
}
