//! Sums of all agencies, compared with a plain addition of the reports' numbers.

use crate::data::{Page, built, controller, fictional, many, report, row, with};
use crate::states::{Grid, Says, body, catalog, finding, grids, grouped};
use gongkai_catalog::Catalog;
use gongkai_compare::{Controller, PanelKind, Region, SumsBy, export};
use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::markup::Name;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

const GROUPS: [&str; 2] = ["虚构东市", "虚构西市"];

/// Puts every other agency in the second group.
fn in_two_groups(mut catalog: Catalog) -> Catalog {
    let mut index = 0;
    catalog.group_by(|_| {
        index += 1;
        Some(GROUPS[(index - 1) % 2].to_owned())
    });
    catalog
}

fn sums_of(catalog: Catalog, year: &str) -> Controller {
    let mut controller = controller(catalog, None);
    controller.press("kind", "sums");
    controller.press("year", year);
    controller
}

/// The codes and names of provinces with fictional agencies, and how many applications each received.
fn provinces(numbers: &[(&str, Json)]) -> Catalog {
    let reports: Vec<Report> = numbers
        .iter()
        .enumerate()
        .map(|(index, (code, number))| {
            let name = format!("虚构{index}局");
            let code = format!("{code}9{index:03}");
            report(
                (&name, Some(&code), ""),
                2024,
                "2021",
                &[("applications.received", row(number.clone()))],
            )
        })
        .collect();
    let mut catalog = built(&reports);
    catalog.is_fictional = true;
    catalog.group_by(|agency| Some(format!("虚构{}省", agency.code.as_deref()?.get(..2)?)));
    catalog
}

fn tiles(controller: &Controller) -> Vec<(String, Option<String>, String)> {
    let panel = controller.region(Region::Panel);
    with(&panel, Name::Class, "mark")
        .iter()
        .map(|mark| {
            let text = |name| mark.get(name).unwrap_or_default().to_owned();
            let group = mark.get(Name::DataValue).map(str::to_owned);
            (text(Name::DataKey), group, text(Name::AriaLabel))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_table_has_the_sum_of_each_group_and_what_it_rests_on(grid in grids(), year in 0..6_usize) {
        prop_assume!(grid.len() > 1);
        let controller = sums_of(in_two_groups(catalog(&grid)), &(2019 + year).to_string());
        let row = |name: &str, agencies: &dyn Fn(usize) -> bool| -> Vec<String> {
            let cells = grid.iter().enumerate().filter(|(index, _)| agencies(*index));
            let cells: Vec<Says> = cells.map(|(_, cells)| cells[year]).collect();
            let numbers: Vec<i64> = cells.iter().filter_map(|cell| cell.count()).collect();
            let count = |says: Says| cells.iter().filter(|cell| **cell == says).count().to_string();
            let sum = if numbers.is_empty() { "—".to_owned() } else { grouped(numbers.iter().sum()) };
            vec![
                name.to_owned(), sum, numbers.len().to_string(),
                count(Says::Blank), count(Says::Slash), count(Says::Missing), count(Says::NoReport),
            ]
        };
        let all = format!("全部 {} 个机关", grid.len());
        let wanted = vec![
            row(GROUPS[0], &|index| index % 2 == 0),
            row(GROUPS[1], &|index| index % 2 == 1),
            row(&all, &|_| true),
        ];
        prop_assert_eq!(body(&controller), wanted);
    }

    #[test]
    fn the_finding_has_the_sum_and_how_many_reports_it_rests_on(grid in grids(), year in 0..6_usize) {
        prop_assume!(grid.len() > 1);
        let controller = sums_of(in_two_groups(catalog(&grid)), &(2019 + year).to_string());
        let numbers: Vec<i64> = grid.iter().filter_map(|agency| agency[year].count()).collect();
        let wanted = format!(
            "{} 年，全部 {} 个机关的新收信息公开申请合计 {} 件，依据 {} 份报告的数字。",
            2019 + year, grid.len(), grouped(numbers.iter().sum()), numbers.len(),
        );
        prop_assert_eq!(finding(&controller), wanted);
    }

    #[test]
    fn squares_with_greater_sums_never_have_a_lower_class_and_classes_are_quarters(
        numbers in prop::collection::vec(prop_oneof![Just(0_i64), 0..9_i64, 0..100_000_i64], 31),
    ) {
        let codes = ["11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65"];
        let given: Vec<(&str, Json)> = codes.iter().zip(&numbers).map(|(code, number)| (*code, json!(number))).collect();
        let controller = sums_of(provinces(&given), "2024");
        let mut found: Vec<(i64, usize)> = tiles(&controller)
            .into_iter()
            .filter_map(|(key, group, label)| {
                group?;
                let class = label.split("第 ").nth(1)?.chars().next()?.to_digit(10)?;
                let code = key.strip_prefix("tile-")?.to_owned();
                let index = codes.iter().position(|known| *known == code)?;
                Some((numbers[index], class as usize))
            })
            .collect();
        prop_assert_eq!(found.len(), 31);
        found.sort_unstable();
        prop_assert!(found.is_sorted_by(|one, other| one.1 <= other.1 && (one.0 < other.0 || one.1 == other.1)), "{:?}", found);
        // As many sums are above a class as the quarters say, unless equal ones are in the way.
        for class in 1..4_usize {
            let within = found.iter().filter(|(_, of)| *of <= class).count();
            prop_assert!(within * 4 >= found.len() * class, "{} of {:?}", class, found);
        }
    }
}

fn of_forms(reports: &[(&str, u16, &str, Json)]) -> Catalog {
    let reports: Vec<Report> = reports
        .iter()
        .enumerate()
        .map(|(index, (name, year, edition, number))| {
            let code = format!("99{index:04}");
            report(
                (name, Some(&code), ""),
                *year,
                edition,
                &[("applications.received", row(number.clone()))],
            )
        })
        .collect();
    built(&reports)
}

#[test]
fn the_two_forms_of_a_year_are_never_added() {
    let catalog = in_two_groups(of_forms(&[
        ("虚构甲县", 2021, "2019", json!(10)),
        ("虚构乙县", 2021, "2021", json!(5)),
        ("虚构丙县", 2021, "2021", json!(7)),
    ]));
    let mut controller = sums_of(catalog, "2021");
    assert_eq!(
        finding(&controller),
        "2021 年，全部 3 个机关的新收信息公开申请：旧版报告合计 10 件（1 份），新版报告合计 12 件（2 份）。口径不尽相同，两者不相加。"
    );
    let names: Vec<String> = body(&controller).iter().map(|row| row[0].clone()).collect();
    assert_eq!(
        names,
        [
            "虚构东市（2019 年版）",
            "虚构东市（2021 年版）",
            "虚构西市（2021 年版）",
            "全部 3 个机关（2019 年版）",
            "全部 3 个机关（2021 年版）",
        ]
    );
    assert!(body(&controller).iter().flatten().all(|cell| cell != "22"));
    controller.press("sums", "years");
    let panel = controller.region(Region::Panel);
    let lines: Vec<_> = with(&panel, Name::Part, "line l0")
        .into_iter()
        .chain(with(&panel, Name::Part, "line l1"))
        .collect();
    for line in lines {
        let path = line.get(Name::D).unwrap_or_default();
        assert!(!path.contains('L'), "one point a form: {path}");
    }
}

#[test]
fn years_have_a_line_for_each_form_that_does_not_cross_the_change() {
    let grid: Grid = vec![[1, 2, 3, 4, 5, 6].map(Says::Count); 3];
    let mut controller = controller(catalog(&grid), None);
    controller.press("kind", "sums");
    assert_eq!(
        finding(&controller),
        "全部 3 个机关的新收信息公开申请：2019 年合计 3 件，2024 年合计 18 件（其间报告格式变更，不宜直接相比）。"
    );
    let panel = controller.region(Region::Panel);
    let (old, new) = (
        with(&panel, Name::Part, "line l0"),
        with(&panel, Name::Part, "line l1"),
    );
    let count = |lines: &[gongkai_view::markup::Element]| {
        let paths = lines.iter().filter_map(|line| line.get(Name::D));
        paths
            .flat_map(|path| {
                path.chars()
                    .filter(|c| "ML".contains(*c))
                    .collect::<Vec<_>>()
            })
            .count()
    };
    assert_eq!(
        (count(&old), count(&new)),
        (2, 4),
        "2019 and 2020; 2021 to 2024"
    );
    assert_eq!(with(&panel, Name::Part, "break").len(), 1);
    controller.press("as", "table");
    let rows = body(&controller);
    assert_eq!(rows[0][..3], ["2019 年（2019 年版）", "3", "3"]);
    assert_eq!(rows[5][..3], ["2024 年（2021 年版）", "18", "3"]);
}

#[test]
fn hedged_totals_are_ranges_with_their_reasons() {
    let total = |name: &str, code: &str, json: Json| {
        report(
            (name, Some(code), ""),
            2024,
            "2021",
            &[("disclosure.total", json)],
        )
    };
    let catalog = built(&[
        total(
            "虚构甲县",
            "990001",
            json!({ "count": 3000, "qualifier": "over", "unit": "条" }),
        ),
        total("虚构乙县", "990002", json!({ "count": 20, "unit": "条" })),
        total("虚构丙县", "990003", json!({ "count": 2, "unit": "万条" })),
        total(
            "虚构丁县",
            "990004",
            json!({ "count": 9, "qualifier": "about", "unit": "条" }),
        ),
    ]);
    let mut controller = controller(in_two_groups(catalog), None);
    controller.press("kind", "sums");
    controller.press("measure", "disclosure.total");
    assert_eq!(
        finding(&controller),
        "2024 年，全部 4 个机关的主动公开政府信息总数合计约 3,029 条（至少 3,020 条），依据 3 份报告的数字。"
    );
    let rows = body(&controller);
    assert_eq!(rows[0][1], "至少 3,000");
    assert_eq!(rows[1][1], "约 29（至少 20）");
    let words = controller.region(Region::Panel).words();
    assert!(words.contains("写“余”的 1 份，写“约”的 1 份"), "{words}");
    assert!(words.contains("以“条”以外的单位表述 1 份"), "{words}");
    controller.set_locale(Locale::En);
    assert!(finding(&controller).contains("about 3,029 (at least 3,020) in total"));
}

#[test]
fn without_any_number_there_is_no_sum_and_no_0() {
    let catalog = in_two_groups(of_forms(&[
        ("虚构甲县", 2024, "2021", Json::Null),
        ("虚构乙县", 2024, "2021", json!("/")),
    ]));
    let controller = sums_of(catalog, "2024");
    assert_eq!(
        finding(&controller),
        "2024 年，全部 2 个机关没有一份报告有“新收信息公开申请”的数字，所以没有合计（空白 1 份，填“/” 1 份）。"
    );
    assert!(body(&controller).iter().all(|row| row[1] == "—"));
}

#[test]
fn a_group_leads_to_its_agencies_and_back() {
    let mut controller = controller(fictional(), None);
    controller.press("kind", "sums");
    let before = controller.choice().clone();
    let panel = controller.region(Region::Panel);
    let buttons = with(&panel, Name::DataChoice, "open-group");
    let names: Vec<String> = buttons
        .iter()
        .map(gongkai_view::markup::Element::words)
        .collect();
    assert_eq!(names, ["虚构东省", "虚构西省"]);
    for (id, kind) in [
        ("open-group", PanelKind::AgencyTable),
        ("open-dots", PanelKind::Distribution),
    ] {
        controller.press(id, "1");
        assert_eq!(
            (controller.choice().panel, controller.choice().group),
            (kind, Some(1))
        );
        assert!(controller.announcement().starts_with("虚构西省："));
        let link = controller.link();
        let again = crate::data::controller(fictional(), Some(&link));
        assert_eq!(again.choice(), controller.choice(), "{link}");
        assert_eq!(
            with(
                &again.region(Region::Panel),
                Name::DataChoice,
                "close-group"
            )
            .len(),
            1
        );
        controller.press("close-group", "");
        assert_eq!(*controller.choice(), before);
    }
    // Another tab is another question.
    controller.press("open-group", "0");
    controller.press("kind", "trend");
    controller.press("kind", "agencies");
    assert!(
        with(
            &controller.region(Region::Panel),
            Name::DataChoice,
            "close-group"
        )
        .is_empty()
    );
}

#[test]
fn a_link_keeps_what_the_sums_are_shown_by_and_where_to_go_back_to() {
    let mut shown = controller(fictional(), None);
    shown.press("kind", "sums");
    shown.press("sums", "years");
    shown.press("group", "1");
    let again = controller(fictional(), Some(&shown.link()));
    assert_eq!(again.choice(), shown.choice());
    assert_eq!(again.choice().sums_by, SumsBy::Years);
    shown.press("open-group", "0");
    assert_eq!(shown.choice().sums_group, Some(Some(1)));
    let again = controller(fictional(), Some(&shown.link()));
    assert_eq!(again.choice(), shown.choice());
    // Without a group there is nothing to go back from.
    let odd = controller(fictional(), Some("compare:agencies,back:~"));
    assert_eq!(odd.choice().sums_group, None);
}

#[test]
fn squares_are_only_of_provinces_and_all_of_them_are_named() {
    let controller = sums_of(
        provinces(&[
            ("11", json!(5)),
            ("44", json!(900)),
            ("44", json!("/")),
            ("65", Json::Null),
        ]),
        "2024",
    );
    let tiles = tiles(&controller);
    assert_eq!(tiles.len(), 34);
    let label = |code: &str| {
        let key = format!("tile-{code}");
        let tile = tiles.iter().find(|(known, ..)| *known == key);
        tile.expect("a square").2.clone()
    };
    assert_eq!(
        label("11"),
        "北京 2024 年：5 件，1 份报告有数字，第 1 档（共 4 档，由少到多）"
    );
    assert_eq!(
        label("44"),
        "广东 2024 年：900 件，1 份报告有数字，第 3 档（共 4 档，由少到多）（填“/” 1 份）"
    );
    assert_eq!(label("65"), "新疆 2024 年：没有可以相加的数字（空白 1 份）");
    for (code, name) in [("71", "台湾"), ("81", "香港"), ("82", "澳门")] {
        assert_eq!(label(code), format!("{name}：目录没有这个地区的报告"));
    }
    // Of the two invented provinces, which have no real code, there is a list alone.
    let listed = sums_of(fictional(), "2024");
    assert!(with(&listed.region(Region::Panel), Name::DataOpen, "tiles").is_empty());
    assert!(export::export(listed.model(), "svg", None, "2026-12-01").is_none());
}

/// Fictional numbers in all provinces but those that publish no such reports, for the kept picture.
fn whole_country() -> Catalog {
    let codes = [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
        "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
        "65",
    ];
    let given: Vec<(&str, Json)> = codes
        .iter()
        .enumerate()
        .map(|(index, code)| match *code {
            "54" => (*code, Json::Null),
            code => (code, json!((index * index * 37 + 911) % 2503)),
        })
        .collect();
    provinces(&given)
}

/// `UPDATE_SNAPSHOTS=1 cargo test -p gongkai-compare` writes the pictures anew; look at each changed
/// picture before committing it.
#[track_caller]
fn keep(name: &str, picture: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots")
        .join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, picture).expect("a folder that can be written");
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == picture,
        "{} has changed",
        path.display()
    );
}

#[test]
fn the_squares_and_the_lines_are_drawn_as_kept() {
    let picture = |controller: &Controller, kind: &str| {
        let file = export::export(controller.model(), kind, None, "2026-12-01");
        file.expect("a picture").text
    };
    let mut tiles = sums_of(whole_country(), "2024");
    tiles.press("group", "18");
    keep("tiles.svg", &picture(&tiles, "svg"));
    keep("tiles-phone.svg", &picture(&tiles, "share-picture"));
    tiles.set_locale(Locale::En);
    keep("tiles-en.svg", &picture(&tiles, "svg"));
    let grid: Grid = vec![[1200, 1300, 2400, 2500, 4100, 6300].map(Says::Count); 3];
    let mut lines = controller(catalog(&grid), None);
    lines.press("kind", "sums");
    keep("sums-by-year.svg", &picture(&lines, "svg"));
}

#[test]
fn a_square_chooses_its_group() {
    let mut controller = sums_of(provinces(&[("11", json!(5)), ("44", json!(900))]), "2024");
    let regions = controller.press("group", "1");
    assert!(regions.contains(&Region::Controls) && regions.contains(&Region::Panel));
    assert!(finding(&controller).starts_with("2024 年，虚构44省的新收信息公开申请合计 900 件"));
    let panel = controller.region(Region::Panel);
    assert_eq!(with(&panel, Name::AriaSelected, "true").len(), 1);
    assert_eq!(with(&panel, Name::Part, "tile chosen").len(), 1);
}

#[test]
fn files_have_the_sums_as_they_are_shown() {
    let mut shown = sums_of(
        in_two_groups(catalog(&vec![
            [
                Says::Count(2),
                Says::Blank,
                Says::Slash,
                Says::Count(4),
                Says::Count(0),
                Says::Count(9)
            ];
            3
        ])),
        "2020",
    );
    let text = |shown: &Controller, kind: &str| {
        let file = export::export(shown.model(), kind, None, "2026-12-01");
        file.expect(kind).text
    };
    let csv = text(&shown, "csv");
    let rows: Vec<Vec<&str>> = csv
        .trim_end()
        .split("\r\n")
        .map(|row| row.split(',').collect())
        .collect();
    assert_eq!(rows[0].len(), 19);
    let cell = "applications.received[6]";
    assert_eq!(
        rows[1],
        [
            "虚构东市",
            "2020",
            "2019",
            "新收信息公开申请",
            "",
            "",
            "",
            "件",
            "0",
            "0",
            "0",
            "0",
            "2",
            "0",
            "0",
            "0",
            "0",
            "0",
            cell
        ]
    );
    shown.press("year", "2022");
    let csv = text(&shown, "csv");
    assert!(
        csv.contains("全部 3 个机关,2022,2021,新收信息公开申请,12,确数,12,件,3,"),
        "{csv}"
    );
    shown.press("sums", "years");
    let svg = text(&shown, "svg");
    assert!(
        svg.contains("2021 年版") && svg.contains("class=\"break\""),
        "{svg}"
    );
    let tiles = sums_of(provinces(&[("11", json!(5)), ("44", json!(900))]), "2024");
    let svg = text(&tiles, "svg");
    assert!(svg.contains("广东") && svg.contains("#2f6fae"), "{svg}");
}

#[test]
fn money_is_added_in_yuan_exactly() {
    let fees = |name: &str, code: &str, value: &str, unit: &str| {
        let amount = json!({ "value": value, "unit": unit });
        report(
            (name, Some(code), ""),
            2024,
            "2021",
            &[("proactive.fees.amount", amount)],
        )
    };
    let catalog = built(&[
        fees("虚构甲县", "990001", "99999999999999.123", "亿元"),
        fees("虚构乙县", "990002", "21207.84", "万元"),
        fees("虚构丙县", "990003", "0.05", "元"),
    ]);
    let mut controller = controller(in_two_groups(catalog), None);
    controller.press("kind", "sums");
    controller.press("measure", "proactive.fees.amount");
    assert!(
        finding(&controller)
            .ends_with("合计 10,000,000,000,000,124,378,400.05 元，依据 3 份报告的数字。"),
        "{}",
        finding(&controller)
    );
}

#[test]
fn numbers_are_not_divided_and_one_group_has_only_years() {
    let mut controller = controller(fictional(), None);
    controller.press("by", "population");
    controller.press("kind", "sums");
    assert!(!finding(&controller).contains("每万人"));
    assert!(with(&controller.region(Region::Controls), Name::DataChoice, "by").is_empty());
    let mut one = crate::data::controller(many(3), None);
    one.press("kind", "sums");
    assert!(with(&one.region(Region::Controls), Name::DataChoice, "sums").is_empty());
    assert_eq!(
        finding(&one),
        "全部 3 个机关的新收信息公开申请：2024 年合计 21 件。"
    );
}
