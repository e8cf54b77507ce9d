//! Forms as grids of cells, merged as in the form and as portals do.

use super::form::{
    HEADING, OUTCOMES, Printed, Read, cell, grid, group, label, proactive, review, values,
};
use gongkai_import::{Block, Document, Line, Location};
use gongkai_model::{BlockColumn, BlockKey, Cell, Edition, ProactiveColumn, ProactiveKey, RowKey};

pub const APPLICANTS: [&str; 5] = [
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
];

/// Section two. Clauses and rows with fewer columns are widened to the four columns of the table.
pub fn two(edition: Edition) -> Vec<Vec<Printed>> {
    let rows = proactive(edition);
    let widen = |row: Vec<String>| {
        let count = row.len();
        let cells = row.into_iter().enumerate();
        cells
            .map(|(at, text)| match (count, at) {
                (1, _) => (text, 4, 1),
                (2, 1) => (text, 3, 1),
                (3, 2) => (text, 2, 1),
                _ => (text, 1, 1),
            })
            .collect()
    };
    rows.into_iter().map(widen).collect()
}

pub fn headings() -> Vec<Vec<Printed>> {
    vec![
        vec![cell(HEADING, 3, 3), cell("申请人情况", 7, 1)],
        vec![
            cell("自然人", 1, 2),
            cell("法人或其他组织", 5, 1),
            cell("总计", 1, 2),
        ],
        APPLICANTS.iter().map(|name| cell(name, 1, 1)).collect(),
    ]
}

pub fn row(key: RowKey, edition: Edition) -> Vec<Printed> {
    let mut row = Vec::new();
    let is_outcome = key == RowKey::Total || key.is_outcome();
    if key == RowKey::Granted {
        let rows = RowKey::of(edition).filter(|key| *key == RowKey::Total || key.is_outcome());
        row.push(cell("三、本年度办理结果", 1, rows.count()));
    }
    if let Some((name, rows)) = group(key) {
        row.push(cell(name, 1, rows));
    }
    let columns = match (is_outcome, key.group()) {
        (true, Some(_)) => 1,
        (true, None) => 2,
        (false, _) => 3,
    };
    row.push(cell(label(key), columns, 1));
    row.extend(values(key).iter().map(|value| cell(value, 1, 1)));
    row
}

pub fn three(edition: Edition) -> Vec<Vec<Printed>> {
    let rows = RowKey::of(edition).map(|key| row(key, edition));
    headings().into_iter().chain(rows).collect()
}

fn figures(block: BlockKey) -> Vec<Printed> {
    let figures = BlockColumn::ALL
        .iter()
        .map(|column| review(block, *column).to_string());
    figures.map(|figure| (figure, 1, 1)).collect()
}

pub fn four() -> Vec<Vec<Printed>> {
    let names = || OUTCOMES.split(' ');
    let mut second: Vec<Printed> = names().map(|name| cell(name, 1, 2)).collect();
    second.extend([cell("未经复议直接起诉", 5, 1), cell("复议后起诉", 5, 1)]);
    vec![
        vec![cell("行政复议", 5, 1), cell("行政诉讼", 10, 1)],
        second,
        names()
            .chain(names())
            .map(|name| cell(name, 1, 1))
            .collect(),
        BlockKey::ALL
            .iter()
            .flat_map(|block| figures(*block))
            .collect(),
    ]
}

/// Section four as a table of three rows, a block each.
fn four_by_block() -> Vec<Vec<Printed>> {
    let mut first = vec![cell("", 2, 1)];
    first.extend(OUTCOMES.split(' ').map(|name| cell(name, 1, 1)));
    let row = |labels: Vec<Printed>, block| labels.into_iter().chain(figures(block)).collect();
    vec![
        first,
        row(vec![cell("行政复议", 2, 1)], BlockKey::Reconsideration),
        row(
            vec![cell("行政诉讼", 1, 2), cell("未经复议直接起诉", 1, 1)],
            BlockKey::LitigationDirect,
        ),
        row(
            vec![cell("复议后起诉", 1, 1)],
            BlockKey::LitigationAfterReconsideration,
        ),
    ]
}

pub fn tables(tables: Vec<Vec<Vec<Printed>>>) -> Read {
    let titles = [
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ];
    let mut blocks = Vec::new();
    for (at, rows) in tables.into_iter().enumerate() {
        if let Some(title) = titles.get(at) {
            blocks.push(Block::Line(Line {
                location: Location::Line(at),
                text: (*title).to_owned(),
            }));
        }
        blocks.push(Block::Table(grid(rows)));
    }
    Read::document(&Document {
        blocks,
        ..Document::default()
    })
}

pub fn form(edition: Edition) -> Vec<Vec<Vec<Printed>>> {
    vec![two(edition), three(edition), four()]
}

/// Rewrites every cell of the tables.
fn rewritten(edition: Edition, write: impl Fn(&str) -> String) -> Vec<Vec<Vec<Printed>>> {
    let mut form = form(edition);
    for (text, ..) in form.iter_mut().flatten().flatten() {
        *text = write(text);
    }
    form
}

/// Merged cells as some converters print them: the text in the first position, the others empty.
fn unmerged(rows: Vec<Vec<Printed>>, repeats: bool) -> Vec<Vec<Printed>> {
    let mut places: Vec<Vec<Option<String>>> = vec![Vec::new(); rows.len()];
    for (at, row) in rows.into_iter().enumerate() {
        let mut column = 0;
        for (text, columns, height) in row {
            while places[at].get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            for (down, place) in places[at..at + height].iter_mut().enumerate() {
                place.resize(place.len().max(column + columns), None);
                for (across, slot) in place[column..column + columns].iter_mut().enumerate() {
                    let shows = repeats || (down == 0 && across == 0);
                    *slot = Some(if shows { text.clone() } else { String::new() });
                }
            }
        }
    }
    let row = |row: Vec<Option<String>>| {
        row.into_iter()
            .map(|text| (text.unwrap_or_default(), 1, 1))
            .collect()
    };
    places.into_iter().map(row).collect()
}

const EDITIONS: [Edition; 2] = [Edition::Form2019, Edition::Form2021];

#[test]
fn the_form_as_it_is_prescribed_is_read_whole() {
    for edition in EDITIONS {
        tables(form(edition)).is_whole(edition, "three tables");
        tables(vec![two(edition), three(edition), four_by_block()])
            .is_whole(edition, "a row for each block of section four");
        let one = form(edition).into_iter().flatten().collect();
        Read::grid(one).is_whole(edition, "one table of all");
    }
}

#[test]
fn tables_without_the_titles_of_their_sections_are_known_by_their_words() {
    for edition in EDITIONS {
        let blocks = form(edition)
            .into_iter()
            .map(|rows| Block::Table(grid(rows)))
            .collect();
        let document = Document {
            blocks,
            ..Document::default()
        };
        Read::document(&document).is_whole(edition, "no titles");
    }
}

#[test]
fn cells_hold_spaces_notes_and_line_ends() {
    for edition in EDITIONS {
        let ways: [super::Way; 5] = [
            ("nbsp", |text| format!("\u{a0}{text}\u{a0}\n")),
            ("a character a line", |text| {
                text.chars()
                    .map(|c| {
                        if c.is_ascii() {
                            format!("{c}")
                        } else {
                            format!("{c}\n")
                        }
                    })
                    .collect()
            }),
            ("spaces inside", |text| {
                text.chars()
                    .map(|c| {
                        if c.is_ascii() {
                            format!("{c}")
                        } else {
                            format!("{c}　")
                        }
                    })
                    .collect()
            }),
            ("zero width", |text| format!("\u{200b}{text}\u{feff}")),
            ("full width", |text| {
                let wide = |c: char| match c {
                    '0'..='9' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
                    c => c,
                };
                text.chars().map(wide).collect()
            }),
        ];
        for (name, write) in ways {
            tables(rewritten(edition, write)).is_whole(edition, name);
        }
    }
}

#[test]
fn merged_cells_that_were_taken_apart_are_read_whole() {
    for edition in EDITIONS {
        let apart = form(edition)
            .into_iter()
            .map(|rows| unmerged(rows, false))
            .collect();
        tables(apart).is_whole(edition, "empty places");
        let apart = form(edition)
            .into_iter()
            .map(|rows| unmerged(rows, true))
            .collect();
        tables(apart).is_whole(edition, "repeated words");
    }
}

#[test]
fn a_table_that_goes_on_behind_a_pages_end_is_one_table() {
    for edition in EDITIONS {
        for cut in 4..three(edition).len() {
            let mut first = three(edition);
            let rest = first.split_off(cut);
            // A cell that is merged over the cut begins again on the next page.
            let keys: Vec<RowKey> = RowKey::of(edition).collect();
            let key = keys[cut - 3];
            let mut rest = rest;
            if key.group().is_some() && group(key).is_none() {
                rest[0].insert(0, cell("", 1, 1));
                let mut at = 1;
                while keys
                    .get(cut - 3 + at)
                    .is_some_and(|next| next.group() == key.group() && group(*next).is_none())
                {
                    rest[at].insert(0, cell("", 1, 1));
                    at += 1;
                }
            }
            let outcomes: Vec<usize> = (0..rest.len())
                .filter(|at| {
                    let key = keys[cut - 3 + at];
                    key != RowKey::Granted && (key == RowKey::Total || key.is_outcome())
                })
                .collect();
            let is_inside = key != RowKey::Granted && (key == RowKey::Total || key.is_outcome());
            if is_inside {
                for at in outcomes {
                    rest[at].insert(0, cell("", 1, 1));
                }
            }
            for repeats in [false, true] {
                let mut rest = rest.clone();
                if repeats {
                    rest = headings().into_iter().chain(rest).collect();
                }
                let blocks = [two(edition), first.clone(), rest, four()];
                let blocks = blocks
                    .into_iter()
                    .map(|rows| Block::Table(grid(rows)))
                    .collect();
                let document = Document {
                    blocks,
                    ..Document::default()
                };
                let read = Read::document(&document);
                let right = read.is_safe(edition, &format!("cut at {cut}, {repeats}"));
                let whole = read.tally(edition).missing.is_empty();
                assert!(
                    whole,
                    "cut at {cut}, {repeats}: {right} right, {:#?}",
                    read.gaps()
                );
            }
        }
    }
}

#[test]
fn columns_in_another_order_are_told_by_their_headings() {
    for edition in EDITIONS {
        let mut rows = three(edition);
        rows[1].swap(0, 2);
        for row in rows.iter_mut().skip(3) {
            let first = row.len() - 7;
            row.swap(first, first + 6);
        }
        tables(vec![two(edition), rows, four()]).is_whole(edition, "the total in front");
    }
}

#[test]
fn a_column_that_is_not_there_leaves_the_rows_out() {
    for edition in EDITIONS {
        let mut rows = three(edition);
        rows[0][1].1 = 6;
        rows[1][1].1 = 4;
        rows[2].remove(1);
        for row in rows.iter_mut().skip(3) {
            let first = row.len() - 7;
            row.remove(first + 2);
        }
        let read = tables(vec![two(edition), rows, four()]);
        read.is_safe(edition, "no research institutions");
        assert_eq!(read.row(RowKey::Received), None);
    }
}

#[test]
fn a_column_that_a_province_added_is_left_out() {
    for edition in EDITIONS {
        let mut rows = three(edition);
        rows[0][1].1 = 8;
        rows[1].insert(1, cell("港澳台居民", 1, 2));
        for row in rows.iter_mut().skip(3) {
            let first = row.len() - 7;
            row.insert(first + 1, cell("77777", 1, 1));
        }
        let read = tables(vec![two(edition), rows, four()]);
        assert_eq!(
            read.is_safe(edition, "a column more"),
            read.tally(edition).right
        );
        assert_eq!(read.tally(edition).missing, [""; 0]);
    }
}

#[test]
fn values_below_no_name_between_the_others_leave_the_rows_out() {
    for edition in EDITIONS {
        let mut rows = three(edition);
        rows[0][1].1 = 8;
        rows[1].insert(2, cell("", 1, 2));
        for row in rows.iter_mut().skip(3) {
            row.insert(row.len() - 1, cell("77777", 1, 1));
        }
        let read = tables(vec![two(edition), rows, four()]);
        read.is_safe(edition, "a name that is lost");
        assert_eq!(read.row(RowKey::Received), None);
    }
}

#[test]
fn rows_that_a_province_added_are_named_and_the_others_right() {
    for edition in EDITIONS {
        let mut rows = three(edition);
        let mut added = vec![cell("五、其中：通过网络收到的申请", 3, 1)];
        added.extend((0..7).map(|at| cell(&(777 + at).to_string(), 1, 1)));
        rows.push(added);
        let mut two = two(edition);
        two.push(vec![
            cell("行政征收", 1, 1),
            cell("881", 1, 1),
            cell("882", 2, 1),
        ]);
        let read = tables(vec![two, rows, four()]);
        read.is_safe(edition, "rows more");
        assert_eq!(read.tally(edition).missing, [""; 0]);
        let gaps = read.gaps();
        assert!(
            gaps.iter()
                .any(|gap| gap.contains("UnknownRow") && gap.contains("通过网络")),
            "{gaps:?}"
        );
        assert!(
            gaps.iter()
                .any(|gap| gap.contains("行政征收") && gap.contains("881")),
            "{gaps:?}"
        );
    }
}

/// Section three with one row in two parts, as a page break leaves it.
fn broken(edition: Edition, pieces: [(&str, bool); 2]) -> Vec<Vec<Printed>> {
    let mut rows = three(edition);
    for cell in rows.iter_mut().flatten() {
        // Cells that are merged over the row cover one row more.
        cell.2 += usize::from(cell.2 > 5);
    }
    let name = label(RowKey::InternalAffairs);
    let is_it = |row: &Vec<Printed>| row.iter().any(|cell| cell.0 == name);
    let at = rows.iter().position(is_it).expect("the form's row");
    let figures = values(RowKey::InternalAffairs);
    let piece = |(label, is_filled): (&str, bool)| -> Vec<Printed> {
        let value = |value: &String| {
            if is_filled {
                value.clone()
            } else {
                String::new()
            }
        };
        let values = figures.iter().map(|figure| (value(figure), 1, 1));
        [cell(label, 1, 1)].into_iter().chain(values).collect()
    };
    rows.splice(at..=at, pieces.map(piece));
    rows
}

#[test]
fn a_row_in_two_pieces_is_named_and_never_blank() {
    let ways = [
        [("5、属于", true), ("三类内部事务信息", false)],
        [("5、属于三类内部事务", false), ("信息", true)],
        [("5、属于三类内部事务信息", false), ("", true)],
    ];
    for edition in EDITIONS {
        for pieces in ways {
            let read = tables(vec![two(edition), broken(edition, pieces), four()]);
            read.is_safe(edition, &format!("{pieces:?}"));
            assert_eq!(read.row(RowKey::InternalAffairs), None, "{pieces:?}");
            assert!(read.tells(RowKey::InternalAffairs.path()), "{pieces:?}");
            assert_eq!(read.tally(edition).missing.len(), 7, "{pieces:?}");
        }
    }
}

#[test]
fn a_row_of_section_two_beside_numbers_without_a_name_is_not_blank() {
    let mut rows = two(Edition::Form2021);
    let is_it = |row: &Vec<Printed>| row.iter().any(|cell| cell.0 == "行政强制");
    let at = rows.iter().position(is_it).expect("the form's row");
    // A form field that is drawn inside the cell divides it.
    let below = vec![cell("1145", 1, 1), cell("", 2, 1)];
    rows[at][0].2 = 2;
    rows[at][1].0 = String::new();
    rows.insert(at + 1, below);
    let read = tables(vec![rows, three(Edition::Form2021), four()]);
    let key = ProactiveKey::CompulsoryMeasures;
    let cell = read.service(key, ProactiveColumn::Decisions);
    assert_eq!((cell, read.tells(key.path())), (Cell::Missing, true));
    assert_eq!(read.tally(Edition::Form2021).missing.len(), 1);
}

#[test]
fn cells_that_reach_down_into_an_empty_row_are_told_once() {
    for edition in EDITIONS {
        let mut rows = three(edition);
        let is_it = |row: &Vec<Printed>| row.iter().any(|cell| cell.0 == label(RowKey::Total));
        let at = rows.iter().position(is_it).expect("the form's row");
        rows[at].iter_mut().for_each(|cell| cell.2 = 2);
        rows.insert(at + 1, vec![cell("", 1, 1)]);
        let mut four = four();
        four.push(vec![cell("", 1, 1); 15]);
        let read = tables(vec![two(edition), rows, four]);
        read.is_whole(edition, "a row of two");
        assert_eq!(read.gaps(), [""; 0]);
    }
}
