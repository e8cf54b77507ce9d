//! Strategies for any valid report of either edition, and for reports whose numbers agree.

mod agreeing;

pub use agreeing::agreeing;

use gongkai_model::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

pub fn edition() -> impl Strategy<Value = Edition> {
    prop_oneof![Just(Edition::Form2019), Just(Edition::Form2021)]
}

/// Mostly small numbers, so that zeros and equal numbers occur, and sometimes the largest.
pub fn number() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => 0..10_i64,
        4 => 0..100_000_i64,
        1 => 0..=i64::MAX,
        1 => Just(i64::MAX),
    ]
}

/// A cell of a table as printed; never missing.
pub fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        1 => Just(Cell::Blank),
        1 => Just(Cell::NotApplicable),
        4 => number().prop_map(Cell::Count),
    ]
}

fn or_missing(cell: impl Strategy<Value = Cell>) -> impl Strategy<Value = Cell> {
    option::weighted(0.8, cell).prop_map(Option::unwrap_or_default)
}

fn any_cell() -> impl Strategy<Value = Cell> {
    or_missing(cell())
}

fn any_change() -> impl Strategy<Value = Cell> {
    or_missing(prop_oneof![
        1 => Just(Cell::Blank),
        1 => Just(Cell::NotApplicable),
        3 => (-1000..1000_i64).prop_map(Cell::Count),
        1 => any::<i64>().prop_map(Cell::Count),
    ])
}

/// A row of which mostly no cell is missing, and never all.
pub fn row() -> impl Strategy<Value = Row> {
    let cells = prop_oneof![4 => vec(cell(), 7), 1 => vec(any_cell(), 7)];
    let has_cell = |cells: &Vec<Cell>| cells.iter().any(|cell| !cell.is_missing());
    let cells = cells.prop_filter("a cell", has_cell);
    cells.prop_map(|cells| Row(cells.try_into().expect("seven cells")))
}

/// Any text: control characters, quotes, right-to-left text, markup, or empty.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
        1 => Just("<script>alert(1)</script>".to_owned()),
        1 => Just("\u{645}\u{631}\u{62d}\u{628}\u{627} \u{202e}".to_owned()),
        1 => Just("\"\\/\u{0}\u{2028}\n".to_owned()),
        2 => Just("2020 年共受理 3 件，办结 2 件，办结率 100%。未收到申请，均获维持。".to_owned()),
        1 => Just("字".repeat(500)),
    ]
}

fn decimal() -> impl Strategy<Value = Decimal> {
    let digits = |length| vec(0..10_u8, length);
    (digits(1..25_usize), digits(0..12_usize)).prop_map(|(whole, fraction)| {
        let written = |part: Vec<u8>| -> String { part.iter().map(u8::to_string).collect() };
        let (whole, fraction) = (written(whole), written(fraction));
        let text = if fraction.is_empty() {
            whole
        } else {
            format!("{whole}.{fraction}")
        };
        Decimal::parse(&text).expect("a decimal")
    })
}

fn money() -> impl Strategy<Value = Money> {
    let unit = prop_oneof![
        Just(Currency::Yuan),
        Just(Currency::TenThousandYuan),
        Just(Currency::HundredMillionYuan),
    ];
    (decimal(), option::of(unit)).prop_map(|(value, unit)| Money { value, unit })
}

fn amount() -> BoxedStrategy<Amount> {
    prop_oneof![
        1 => Just(Amount::Missing),
        1 => Just(Amount::Blank),
        1 => Just(Amount::NotApplicable),
        3 => money().prop_map(Amount::Money),
    ]
    .boxed()
}

pub fn qualifier() -> impl Strategy<Value = Option<Qualifier>> {
    option::of(prop_oneof![
        Just(Qualifier::Over),
        Just(Qualifier::About),
        Just(Qualifier::Nearly),
    ])
}

fn quantity() -> BoxedStrategy<Quantity> {
    (number(), qualifier(), option::of(text()))
        .prop_map(|(count, qualifier, unit)| Quantity {
            count,
            qualifier,
            unit,
        })
        .boxed()
}

fn named() -> impl Strategy<Value = Named> {
    (text(), quantity()).prop_map(|(name, quantity)| Named {
        name,
        count: quantity.count,
        qualifier: quantity.qualifier,
        unit: quantity.unit,
    })
}

fn cover() -> BoxedStrategy<Option<Cover>> {
    option::of(prop_oneof![Just(Cover::All), Just(Cover::Some)]).boxed()
}

fn channel() -> BoxedStrategy<Channel> {
    (named(), cover(), vec(named(), 0..3))
        .prop_map(|(named, categories_cover, categories)| Channel {
            name: named.name,
            count: named.count,
            qualifier: named.qualifier,
            unit: named.unit,
            categories_cover,
            categories,
        })
        .boxed()
}

/// Mostly no channels, since most reports have none.
fn channels() -> BoxedStrategy<Vec<Channel>> {
    prop_oneof![2 => Just(Vec::new()), 1 => vec(channel(), 1..4)].boxed()
}

/// The cells that the form of either edition prints.
pub fn form_cells() -> impl Iterator<Item = CellRef> {
    let is_printed = |row: ProactiveKey, column| {
        let editions = [Edition::Form2019, Edition::Form2021];
        editions
            .iter()
            .any(|edition| row.columns(*edition).contains(&column))
    };
    CellRef::cells().filter(move |cell| match *cell {
        CellRef::Proactive(row, column) => is_printed(row, column),
        _ => true,
    })
}

/// The path of any cell, and of some that are not cells.
fn path() -> impl Strategy<Value = String> {
    let cells: Vec<String> = form_cells().map(CellRef::path).collect();
    let others = [
        "disclosure.total",
        "disclosure.categories",
        "disclosure.categories[0]",
        "disclosure.channels[0].categories[1].count",
        "disclosure.applications.received",
        "applications.outcomes.refused",
        "proactive",
        "text[0].paragraphs[12]",
        "year",
    ];
    prop_oneof![
        prop::sample::select(cells),
        prop::sample::select(others.map(str::to_owned).to_vec()),
    ]
}

fn remark() -> BoxedStrategy<Remark> {
    (vec(path(), 1..3), option::of(1..=15_u8), text())
        .prop_map(|(at, rule, text)| Remark {
            at: Paths(at),
            rule,
            text,
        })
        .boxed()
}

fn disclosure() -> BoxedStrategy<Disclosure> {
    let stated =
        (option::of(quantity()), option::of(quantity())).prop_map(|(received, completed)| {
            StatedApplications {
                received,
                completed,
            }
        });
    (
        option::of(quantity()),
        cover(),
        vec(named(), 0..6),
        cover(),
        channels(),
        vec(named(), 0..4),
        option::of(stated),
    )
        .prop_map(
            |(
                total,
                categories_cover,
                categories,
                channels_cover,
                channels,
                activities,
                applications,
            )| Disclosure {
                total,
                categories_cover,
                categories,
                channels_cover,
                channels,
                activities,
                applications,
            },
        )
        .boxed()
}

fn documents(edition: Edition) -> BoxedStrategy<Documents> {
    [any_cell(), any_cell(), any_cell()]
        .prop_map(move |[made, second, third]| match edition {
            Edition::Form2019 => Documents {
                made,
                disclosed: second,
                total_disclosed: third,
                ..Documents::default()
            },
            Edition::Form2021 => Documents {
                made,
                repealed: second,
                in_force: third,
                ..Documents::default()
            },
        })
        .boxed()
}

fn services(edition: Edition) -> BoxedStrategy<Services> {
    (any_cell(), any_change(), any_cell())
        .prop_map(move |(items_last_year, change, decisions)| match edition {
            Edition::Form2019 => Services {
                items_last_year,
                change,
                decisions,
            },
            Edition::Form2021 => Services {
                decisions,
                ..Services::default()
            },
        })
        .boxed()
}

fn fees(edition: Edition) -> BoxedStrategy<Fees> {
    (any_cell(), any_change(), amount())
        .prop_map(move |(items_last_year, change, amount)| match edition {
            Edition::Form2019 => Fees {
                items_last_year,
                change,
                ..Fees::default()
            },
            Edition::Form2021 => Fees {
                amount,
                ..Fees::default()
            },
        })
        .boxed()
}

fn proactive(edition: Edition) -> BoxedStrategy<Proactive> {
    let procurement =
        (any_cell(), amount()).prop_map(|(projects, amount)| Procurement { projects, amount });
    (
        option::of(documents(edition)),
        option::of(documents(edition)),
        option::of(services(edition)),
        option::of(services(edition)),
        option::of(services(edition)),
        option::of(services(edition)),
        option::of(fees(edition)),
        option::of(procurement),
    )
        .prop_map(move |rows| {
            let old = edition == Edition::Form2019;
            Proactive {
                rules: rows.0,
                normative_documents: rows.1,
                licences: rows.2,
                other_services: rows.3.filter(|_| old),
                penalties: rows.4,
                compulsory_measures: rows.5,
                fees: rows.6,
                procurement: rows.7.filter(|_| old),
            }
        })
        .boxed()
}

/// Section three, in which each row and each group may be missing.
fn applications(edition: Edition) -> BoxedStrategy<Applications> {
    let rows = || vec(option::weighted(0.9, row()), 26);
    (rows(), vec(prop::bool::weighted(0.9), 5))
        .prop_map(move |(rows, there)| {
            let row = |key: RowKey| rows.get(key as usize).copied().flatten();
            let group = |index: usize| there.get(index).copied().unwrap_or_default();
            let outcomes = Outcomes {
                granted: row(RowKey::Granted),
                partly_granted: row(RowKey::PartlyGranted),
                refused: group(0).then(|| Refused {
                    state_secret: row(RowKey::StateSecret),
                    forbidden_by_law: row(RowKey::ForbiddenByLaw),
                    three_securities_one_stability: row(RowKey::ThreeSecuritiesOneStability),
                    third_party_rights: row(RowKey::ThirdPartyRights),
                    internal_affairs: row(RowKey::InternalAffairs),
                    deliberative: row(RowKey::Deliberative),
                    enforcement_file: row(RowKey::EnforcementFile),
                    administrative_query: row(RowKey::AdministrativeQuery),
                }),
                unable: group(1).then(|| Unable {
                    not_held: row(RowKey::NotHeld),
                    needs_compiling: row(RowKey::NeedsCompiling),
                    still_unclear: row(RowKey::StillUnclear),
                }),
                not_processed: group(2).then(|| NotProcessed {
                    petition: row(RowKey::Petition),
                    repeat: row(RowKey::Repeat),
                    asks_for_publication: row(RowKey::AsksForPublication),
                    excessive: row(RowKey::Excessive),
                    asks_to_confirm: row(RowKey::AsksToConfirm),
                }),
                other: match edition {
                    Edition::Form2019 => row(RowKey::Other).map(OtherOutcome::One),
                    Edition::Form2021 => group(3).then(|| {
                        OtherOutcome::Divided(Box::new(OtherOutcomes {
                            not_corrected_in_time: row(RowKey::NotCorrectedInTime),
                            fee_not_paid: row(RowKey::FeeNotPaid),
                            other: row(RowKey::OtherRest),
                        }))
                    }),
                },
                total: row(RowKey::Total),
            };
            Applications {
                received: row(RowKey::Received),
                carried_in: row(RowKey::CarriedIn),
                outcomes: group(4).then_some(outcomes),
                carried_out: row(RowKey::CarriedOut),
            }
        })
        .boxed()
}

fn block() -> BoxedStrategy<Block> {
    [any_cell(), any_cell(), any_cell(), any_cell(), any_cell()]
        .prop_map(|[upheld, corrected, other, pending, total]| Block {
            upheld,
            corrected,
            other,
            pending,
            total,
        })
        .boxed()
}

fn reviews() -> BoxedStrategy<Reviews> {
    [
        option::of(block()),
        option::of(block()),
        option::of(block()),
    ]
    .prop_map(
        |[
            reconsideration,
            litigation_direct,
            litigation_after_reconsideration,
        ]| Reviews {
            reconsideration,
            litigation_direct,
            litigation_after_reconsideration,
        },
    )
    .boxed()
}

fn date() -> impl Strategy<Value = Date> {
    (1..=9999_u16, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Date { year, month, day })
}

fn source() -> BoxedStrategy<Source> {
    let text = || option::of(text());
    (text(), text(), option::of(date()))
        .prop_map(|(title, url, published)| Source {
            title,
            url,
            published,
        })
        .boxed()
}

fn section() -> BoxedStrategy<Section> {
    (text(), vec(text(), 0..3))
        .prop_map(|(title, paragraphs)| Section { title, paragraphs })
        .boxed()
}

/// Any valid report.
pub fn any_report() -> impl Strategy<Value = Report> {
    edition().prop_flat_map(|edition| {
        let head = (
            (text(), option::of(text())),
            2008..=2200_u16,
            option::of((date(), date())),
            option::of(source()),
        );
        let body = (
            option::weighted(0.8, disclosure()),
            option::weighted(0.8, proactive(edition)),
            option::weighted(0.8, applications(edition)),
            option::weighted(0.8, reviews()),
            vec(remark(), 0..3),
            vec(section(), 0..3),
        );
        (head, body).prop_map(move |(head, body)| {
            let ((name, division_code), year, period, source) = head;
            let (disclosure, proactive, applications, reviews, remarks, text) = body;
            Report {
                format: FORMAT.to_owned(),
                agency: Agency {
                    name,
                    division_code,
                },
                year,
                period: period.map(|(from, to)| Period { from, to }),
                edition,
                source,
                disclosure,
                proactive,
                applications,
                reviews,
                remarks,
                text,
            }
        })
    })
}
