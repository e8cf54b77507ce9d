//! Ambiguous tables: what is missing has a gap, and no value is shifted.

use super::form::{Read, applications, figure, proactive, report, reviews, rows_three, service};
use gongkai_import::Location;
use gongkai_model::{
    Applicant, BlockColumn, BlockKey, Cell, Edition, ProactiveColumn, ProactiveKey, RowKey,
};

const EDITIONS: [Edition; 2] = [Edition::Form2019, Edition::Form2021];

fn lines(rows: &[Vec<String>]) -> String {
    let cells = rows.iter().flatten().filter(|cell| !cell.is_empty());
    cells.map(|cell| format!("{cell}\n")).collect()
}

fn tabs(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join("\t") + "\n").collect()
}

fn bars(rows: &[Vec<String>]) -> String {
    rows.iter()
        .map(|row| format!("| {} |\n", row.join(" | ")))
        .collect()
}

fn spaces(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join("  ") + "\n").collect()
}

type Print = fn(&[Vec<String>]) -> String;

const PRINTS: [(&str, Print); 4] = [
    ("lines", lines),
    ("tabs", tabs),
    ("bars", bars),
    ("spaces", spaces),
];

/// The form with one printed figure replaced.
fn with(edition: Edition, merged: bool, print: Print, from: &str, to: &str) -> String {
    let replace = |rows: &[Vec<String>]| {
        let replace = |cell: &String| {
            if cell == from {
                to.to_owned()
            } else {
                cell.clone()
            }
        };
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(replace).collect())
            .collect();
        print(&rows)
    };
    report(edition, merged, &replace)
}

#[test]
fn a_cell_that_disappeared_takes_its_row_and_no_other() {
    for edition in EDITIONS {
        let whole = Read::text(&report(edition, false, &lines))
            .tally(edition)
            .right;
        for key in RowKey::of(edition) {
            for applicant in Applicant::ALL {
                let gone = figure(key, *applicant).to_string();
                // One layout for each position in turn. All layouts at every position take minutes.
                let (name, print) = PRINTS[(key as usize + *applicant as usize) % 2 * 3];
                let read = Read::text(&with(edition, false, print, &gone, ""));
                let right = read.is_safe(edition, &format!("{name}: {key:?} {applicant:?}"));
                assert_eq!(read.row(key), None, "{name}: {key:?} {applicant:?}");
                assert_eq!(right, whole - 7, "{name}: {key:?} {applicant:?}");
            }
        }
    }
}

#[test]
fn a_cell_that_separators_show_to_be_blank_is_blank() {
    for edition in EDITIONS {
        for key in RowKey::of(edition) {
            for applicant in Applicant::ALL {
                let blank = figure(key, *applicant).to_string();
                for (name, print) in [PRINTS[1], PRINTS[2]] {
                    let read = Read::text(&with(edition, true, print, &blank, ""));
                    let row = read.row(key).unwrap_or_else(|| {
                        panic!("{name} {key:?} {applicant:?}: {:#?}", read.gaps())
                    });
                    for other in Applicant::ALL {
                        let expected = if other == applicant {
                            Cell::Blank
                        } else {
                            Cell::Count(figure(key, *other))
                        };
                        assert_eq!(
                            row[*other as usize], expected,
                            "{name} {key:?} {applicant:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn blanks_never_move_a_cell_of_section_two() {
    for edition in EDITIONS {
        for key in ProactiveKey::ALL {
            for column in key.columns(edition) {
                let count = service(*key, *column);
                let printed = match (column, edition) {
                    (ProactiveColumn::Change, _) => format!("{count:+}"),
                    (ProactiveColumn::Amount, Edition::Form2019) => format!("{count}.25万元"),
                    (ProactiveColumn::Amount, _) => format!("{count}.25"),
                    _ => count.to_string(),
                };
                for (name, print) in PRINTS {
                    let read = Read::text(&with(edition, true, print, &printed, ""));
                    for other in key.columns(edition) {
                        let cell = read.service(*key, *other);
                        let is_blank = other == column && *other != ProactiveColumn::Amount;
                        let allowed = if is_blank {
                            vec![Cell::Missing, Cell::Blank]
                        } else {
                            vec![Cell::Missing, Cell::Count(service(*key, *other))]
                        };
                        let layout = format!("{name} {key:?} {column:?} {other:?}");
                        assert!(allowed.contains(&cell), "{layout}: {cell:?}");
                        if name == "bars" && *other != ProactiveColumn::Amount {
                            assert_ne!(cell, Cell::Missing, "{layout} {:#?}", read.gaps());
                        }
                        if cell == Cell::Missing && *other != ProactiveColumn::Amount {
                            assert!(
                                read.tells(&format!("{}.{}", key.path(), other.field())),
                                "{layout}"
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn blanks_never_move_a_cell_of_section_four() {
    for blank in 0..15 {
        for (name, print) in PRINTS {
            let mut rows = reviews();
            rows[3][blank] = String::new();
            let printed = format!("四、政府信息公开行政复议、行政诉讼情况\n{}", print(&rows));
            let read = Read::text(&printed);
            for (at, block) in BlockKey::ALL.iter().enumerate() {
                for (column, key) in BlockColumn::ALL.iter().enumerate() {
                    let cell = read.review(*block, *key);
                    let expected = if at * 5 + column == blank {
                        Cell::Blank
                    } else {
                        Cell::Count(super::form::review(*block, *key))
                    };
                    let is_missing = cell == Cell::Missing;
                    assert!(
                        cell == expected || is_missing,
                        "{name} {blank} {block:?} {key:?}: {cell:?}"
                    );
                    if is_missing {
                        let path = format!("{}.{}", block.path(), key.field());
                        assert!(read.tells(&path), "{name} {blank}: {path}");
                        assert!(name != "bars" && name != "tabs", "{name} {blank}: {path}");
                    }
                }
            }
        }
    }
}

/// Joined, these cells would be a page number (0/0, -3-) or a drawn line.
#[test]
fn a_row_of_few_signs_is_a_row() {
    let shown: [(&[&str], &[Cell]); 3] = [
        (
            &["0", "/", "0"],
            &[Cell::Count(0), Cell::NotApplicable, Cell::Count(0)],
        ),
        (
            &["-", "3", "-"],
            &[Cell::NotApplicable, Cell::Count(3), Cell::NotApplicable],
        ),
        (&["-"; 15], &[Cell::NotApplicable; 15]),
    ];
    for (signs, expected) in shown {
        for (name, print) in [("tabs", tabs as Print), ("bars", bars)] {
            let mut rows = reviews();
            rows[3] = vec![String::new(); 15];
            for (cell, sign) in rows[3].iter_mut().zip(signs) {
                *cell = (*sign).to_owned();
            }
            let printed = format!("四、政府信息公开行政复议、行政诉讼情况\n{}", print(&rows));
            let read = Read::text(&printed);
            let places = BlockKey::ALL
                .iter()
                .flat_map(|block| BlockColumn::ALL.iter().map(|column| (*block, *column)));
            let cells: Vec<Cell> = places.map(|(at, key)| read.review(at, key)).collect();
            let blanks = std::iter::repeat_n(Cell::Blank, 15 - expected.len());
            let expected: Vec<Cell> = expected.iter().copied().chain(blanks).collect();
            assert_eq!(cells, expected, "{name} {signs:?}: {:#?}", read.gaps());
        }
    }
}

#[test]
fn a_bare_page_number_among_a_cell_a_line_is_never_a_figure() {
    for edition in EDITIONS {
        let printed = report(edition, false, &lines);
        let all: Vec<&str> = printed.lines().collect();
        for at in 0..all.len() {
            // Each position has one of them. All of them at every position take minutes.
            let pages = [
                "7",
                "- 7 -",
                "7",
                "— 7 —",
                "第7页",
                "7",
                "第 7 页 共 9 页",
                "7/9",
            ];
            for page in pages.iter().skip(at % pages.len()).take(1) {
                let mut all = all.clone();
                all.insert(at, page);
                let read = Read::text(&all.join("\n"));
                read.is_safe(
                    edition,
                    &format!("{page} at {at}, after {}", all[at.max(1) - 1]),
                );
            }
        }
    }
}

#[test]
fn a_bare_page_number_between_rows_costs_no_cell() {
    for edition in EDITIONS {
        for print in [tabs, bars, spaces] {
            let printed = report(edition, false, &print);
            let all: Vec<&str> = printed.lines().collect();
            for at in 0..all.len() {
                let pages = ["7", "- 7 -", "某某县人民政府"];
                for page in pages.iter().skip(at % pages.len()).take(1) {
                    let mut all = all.clone();
                    all.insert(at, page);
                    let read = Read::text(&all.join("\n"));
                    let layout = format!("{page} at {at}, after {}", all[at.max(1) - 1]);
                    read.is_safe(edition, &layout);
                }
            }
        }
    }
}

#[test]
fn a_line_that_was_lost_is_told() {
    for edition in EDITIONS {
        for (name, print) in PRINTS {
            for merged in [false, true] {
                let printed = report(edition, merged, &print);
                let all: Vec<&str> = printed.lines().collect();
                for at in (usize::from(merged)..all.len()).step_by(6) {
                    let mut all = all.clone();
                    let gone = all.remove(at);
                    let read = Read::text(&all.join("\n"));
                    read.is_safe(edition, &format!("{name}, {merged}: without {at} {gone}"));
                }
            }
        }
    }
}

#[test]
fn a_line_printed_twice_moves_nothing() {
    for edition in EDITIONS {
        for (name, print) in PRINTS {
            let printed = report(edition, false, &print);
            let all: Vec<&str> = printed.lines().collect();
            for at in (0..all.len()).step_by(3) {
                let mut all = all.clone();
                all.insert(at, all[at]);
                let read = Read::text(&all.join("\n"));
                read.is_safe(edition, &format!("{name}: twice {at} {}", all[at]));
            }
        }
    }
}

#[test]
fn two_lines_that_changed_places_move_nothing() {
    for edition in EDITIONS {
        for (name, print) in [("tabs", tabs as Print), ("bars", bars), ("spaces", spaces)] {
            let printed = report(edition, true, &print);
            let all: Vec<&str> = printed.lines().collect();
            // Headings above rows of another kind cannot be detected, so only figures are moved.
            let is_row = |line: &str| {
                line.split(['\t', '|', ' '])
                    .filter(|field| field.trim().parse::<i64>().is_ok())
                    .count()
                    >= 7
            };
            for at in 1..all.len() {
                if !is_row(all[at]) || !is_row(all[at - 1]) {
                    continue;
                }
                let mut all = all.clone();
                all.swap(at, at - 1);
                let read = Read::text(&all.join("\n"));
                read.is_safe(edition, &format!("{name}: {at} {}", all[at]));
            }
        }
    }
}

#[test]
fn a_row_twice_is_taken_once_where_alike_and_not_where_different() {
    let edition = Edition::Form2019;
    let mut rows = applications(edition, true);
    rows.push(rows[5].clone());
    let printed = format!("三、收到和处理政府信息公开申请情况\n{}", tabs(&rows));
    assert!(Read::text(&printed).row(RowKey::Granted).is_some());
    let last = rows.len() - 1;
    rows[last][9] = "31".to_owned();
    let printed = format!("三、收到和处理政府信息公开申请情况\n{}", tabs(&rows));
    let read = Read::text(&printed);
    assert_eq!(read.row(RowKey::Granted), None);
    assert!(
        read.gaps().iter().any(|gap| gap.contains("TwiceDifferent")),
        "{:#?}",
        read.gaps()
    );
}

#[test]
fn a_text_without_the_headings_of_section_three_is_read_by_the_forms_order() {
    for edition in EDITIONS {
        for (name, print) in PRINTS {
            let printed = format!(
                "三、收到和处理政府信息公开申请情况\n{}",
                print(&rows_three(edition, true))
            );
            let read = Read::text(&printed);
            for key in RowKey::of(edition) {
                assert!(read.row(key).is_some(), "{name} {key:?} {:#?}", read.gaps());
            }
        }
    }
}

#[test]
fn six_columns_are_not_seven() {
    for edition in EDITIONS {
        for (name, print) in PRINTS {
            for merged in [false, true] {
                let mut rows = applications(edition, merged);
                for row in rows.iter_mut().skip(3) {
                    let at = row.len() - 5;
                    row.remove(at);
                }
                rows[2].remove(1);
                let printed = format!("三、收到和处理政府信息公开申请情况\n{}", print(&rows));
                let read = Read::text(&printed);
                for key in RowKey::of(edition) {
                    assert_eq!(read.row(key), None, "{name} {key:?} {merged}");
                    assert!(read.tells(key.path()), "{name} {key:?}");
                }
            }
        }
    }
}

#[test]
fn a_separator_behind_every_line_of_six_is_no_seventh_cell() {
    let rows = rows_three(Edition::Form2019, false);
    let mut printed = "三、收到和处理政府信息公开申请情况\n".to_owned();
    for row in rows {
        printed += &(row[..row.len() - 1].join("\t") + "\t\n");
    }
    let read = Read::text(&printed);
    for key in RowKey::of(Edition::Form2019) {
        assert_eq!(read.row(key), None, "{key:?}");
        assert!(read.tells(key.path()), "{key:?}");
    }
}

#[test]
fn columns_in_another_order_are_not_read_by_the_forms() {
    for edition in EDITIONS {
        for (name, print) in PRINTS {
            let swap = |rows: &[Vec<String>]| {
                let mut rows = rows.to_vec();
                for row in &mut rows {
                    if row[0] == "信息内容" && row.len() == 4 {
                        row.swap(1, 3);
                    }
                    let first = super::form::label(RowKey::Received);
                    if row[0] == "商业企业" {
                        row.swap(0, 1);
                    }
                    let _ = first;
                }
                print(&rows)
            };
            let read = Read::text(&report(edition, false, &swap));
            for key in [ProactiveKey::Rules, ProactiveKey::NormativeDocuments] {
                let columns = key.columns(edition);
                let cell = read.service(key, columns[2]);
                let expected = service(key, columns[0]);
                assert!(
                    [Cell::Missing, Cell::Count(expected)].contains(&cell),
                    "{name} {key:?}"
                );
            }
            assert_eq!(
                read.row(RowKey::Received),
                None,
                "{name}: 科研机构 stands before 商业企业"
            );
        }
    }
}

#[test]
fn rows_of_both_editions_are_told() {
    let mut rows = proactive(Edition::Form2021);
    rows.push(vec!["政府集中采购".into(), "3".into(), "12".into()]);
    let read = Read::text(&tabs(&rows));
    assert!(
        read.gaps().iter().any(|gap| gap.contains("Edition")),
        "{:#?}",
        read.gaps()
    );
}

#[test]
fn a_gap_quotes_the_files_own_line_once() {
    let figures = [
        figure(RowKey::CarriedIn, Applicant::Person),
        service(ProactiveKey::Procurement, ProactiveColumn::Projects),
        service(ProactiveKey::Licences, ProactiveColumn::Decisions),
    ];
    for (name, print) in [PRINTS[1], PRINTS[3]] {
        for printed in figures {
            let text = with(
                Edition::Form2019,
                false,
                print,
                &printed.to_string(),
                "约1200",
            );
            let read = Read::text(&text);
            let gaps: Vec<_> = read.log.notes.iter().collect();
            let [gap] = gaps.as_slice() else {
                panic!("{name}: {:#?}", read.gaps());
            };
            let Some(Location::Line(at)) = gap.location else {
                panic!("{name}: {gap:?}");
            };
            let line = text.lines().nth(at - 1).unwrap_or_default();
            assert!(line.contains("约1200"), "{name}: {line}");
            assert_eq!(gap.excerpt, line.trim().replace('\t', " "), "{name}");
        }
    }
}

#[test]
fn what_a_gap_names_is_not_taken_from_another_row_of_that_name() {
    for (name, print) in [PRINTS[1], PRINTS[2]] {
        let key = RowKey::CarriedIn;
        let printed = figure(key, Applicant::Person).to_string();
        let bad = with(Edition::Form2021, true, print, &printed, "约3");
        let row = bad.lines().find(|line| line.contains("约3"));
        let good = report(Edition::Form2021, true, &print);
        let end = good.find("四、政府").expect("section four");
        let (before, after) = good.split_at(end);
        let both = format!("{before}{}\n{after}", row.expect("the row"));
        let read = Read::text(&both);
        assert_eq!(
            (read.row(key), read.tells(key.path())),
            (None, true),
            "{name}"
        );
        assert_eq!(read.tally(Edition::Form2021).missing.len(), 7, "{name}");
    }
}
