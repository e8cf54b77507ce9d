//! Reports whose numbers agree.

use super::{edition, qualifier};
use crate::{put, report};
use gongkai_model::*;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// The numbers from which a consistent report is made.
#[derive(Clone, Debug)]
struct Figures {
    edition: Edition,
    year: u16,
    outcomes: Vec<[i64; 6]>,
    carried_out: [i64; 6],
    carried_in_of: [i64; 6],
    results: [[i64; 4]; 3],
    items: [(i64, i64, i64); 5],
    documents: [(i64, i64, i64); 2],
    categories: Vec<(i64, Option<Qualifier>)>,
    not_listed: i64,
    cover_all: bool,
    projects: i64,
}

/// Mostly small numbers, so that zeros and equal numbers occur.
fn count() -> BoxedStrategy<i64> {
    prop_oneof![2 => Just(0_i64), 2 => 0..20_i64, 1 => 0..1_000_000_i64].boxed()
}

fn counts<const N: usize>() -> BoxedStrategy<[i64; N]> {
    vec(count(), N)
        .prop_map(|counts| counts.try_into().expect("as many as asked for"))
        .boxed()
}

/// `N` rows of three.
fn triples<const N: usize>() -> BoxedStrategy<[(i64, i64, i64); N]> {
    vec((count(), count(), count()), N)
        .prop_map(|rows| rows.try_into().expect("as many as asked for"))
        .boxed()
}

/// A report of either edition to which every rule applies, and holds.
pub fn agreeing() -> BoxedStrategy<Report> {
    let results = (counts(), counts(), counts()).prop_map(|(a, b, c)| [a, b, c]);
    (
        (edition(), 2019..2030_u16),
        (vec(counts(), 26), counts(), counts()),
        results.boxed(),
        (triples(), triples()),
        (
            vec((count(), qualifier()), 1..15),
            count(),
            any::<bool>(),
            count(),
        ),
    )
        .prop_map(|(head, table, results, section_two, section_one)| {
            filled_in(&Figures {
                edition: head.0,
                year: head.1,
                outcomes: table.0,
                carried_out: table.1,
                carried_in_of: table.2,
                results,
                items: section_two.0,
                documents: section_two.1,
                categories: section_one.0,
                not_listed: section_one.1,
                cover_all: section_one.2,
                projects: section_one.3,
            })
        })
        .boxed()
}

fn filled_in(figures: &Figures) -> Report {
    let edition = figures.edition;
    let year = figures.year;
    let mut json = json!({
        "format": FORMAT,
        "agency": { "name": "某县人民政府" },
        "year": year,
        "period": { "from": format!("{year}-01-01"), "to": format!("{year}-12-31") },
        "edition": edition,
    });
    let row = |six: [i64; 6]| -> Value {
        let mut row = six.to_vec();
        row.push(six.iter().sum());
        json!(row)
    };
    let mut total = [0; 6];
    let outcomes = RowKey::of(edition).filter(|key| key.is_outcome());
    for (key, six) in outcomes.zip(&figures.outcomes) {
        for (sum, n) in total.iter_mut().zip(six) {
            *sum += n;
        }
        put(&mut json, key.path(), row(*six));
    }
    // All that was not carried in was received this year.
    let mut received = total;
    let mut carried_in = [0; 6];
    for index in 0..6 {
        let all = total[index] + figures.carried_out[index];
        carried_in[index] = figures.carried_in_of[index] % (all + 1);
        received[index] = all - carried_in[index];
    }
    put(&mut json, RowKey::Total.path(), row(total));
    put(
        &mut json,
        RowKey::CarriedOut.path(),
        row(figures.carried_out),
    );
    put(&mut json, RowKey::CarriedIn.path(), row(carried_in));
    put(&mut json, RowKey::Received.path(), row(received));

    for (block, results) in BlockKey::ALL.iter().zip(figures.results) {
        let total: i64 = results.iter().sum();
        let cells = results.into_iter().chain([total]);
        for (column, n) in BlockColumn::ALL.iter().zip(cells) {
            put(
                &mut json,
                &format!("{}.{}", block.path(), column.field()),
                n,
            );
        }
    }
    section_two(&mut json, figures);

    let listed: i64 = figures.categories.iter().map(|(count, _)| count).sum();
    let categories: Vec<Value> = figures
        .categories
        .iter()
        .enumerate()
        .map(|(index, (count, qualifier))| {
            let mut category = json!({ "name": format!("第 {index} 类"), "count": count });
            if let Some(qualifier) = qualifier {
                category["qualifier"] = json!(qualifier);
            }
            category
        })
        .collect();
    let (cover, stated) = if figures.cover_all {
        ("all", listed)
    } else {
        ("some", listed + figures.not_listed)
    };
    let received: i64 = received.iter().sum();
    let completed: i64 = total.iter().sum();
    json["disclosure"] = json!({
        "total": { "count": stated },
        "categories_cover": cover,
        "categories": categories,
        "applications": { "received": { "count": received }, "completed": { "count": completed } },
    });
    report(&json)
}

fn section_two(json: &mut Value, figures: &Figures) {
    let old = figures.edition == Edition::Form2019;
    let rows = ["rules", "normative_documents"];
    for (row, (made, second, third)) in rows.iter().zip(figures.documents) {
        json["proactive"][row] = if old {
            json!({ "made": made, "disclosed": second, "total_disclosed": second + third })
        } else {
            json!({ "made": made, "repealed": second, "in_force": made + third })
        };
    }
    let rows = [
        "licences",
        "other_services",
        "penalties",
        "compulsory_measures",
        "fees",
    ];
    for (row, (items, change, decisions)) in rows.iter().zip(figures.items) {
        json["proactive"][row] = match (*row, old) {
            ("fees", true) => json!({ "items_last_year": items, "change": change - items }),
            ("fees", false) => json!({ "amount": { "value": items.to_string(), "unit": "万元" } }),
            ("other_services", false) => continue,
            (_, true) => json!({
                "items_last_year": items, "change": change - items, "decisions": decisions,
            }),
            (_, false) => json!({ "decisions": decisions }),
        };
    }
    if old {
        let amount = if figures.projects > 0 { "0.50" } else { "0.00" };
        json["proactive"]["procurement"] = json!({
            "projects": figures.projects,
            "amount": { "value": amount, "unit": "万元" },
        });
    }
}
