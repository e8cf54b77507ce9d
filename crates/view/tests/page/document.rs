//! Whole pages, the snippet to paste, and the index of reports.

use super::html::{Element, as_html_has_it, parse};
use super::{longde, samples};
use gongkai_i18n::Locale::{self, En, ZhCn};
use gongkai_testing::arbitrary::{any_report, text};
use gongkai_view::figures::View;
use gongkai_view::page::{
    Bundle, IndexEntry, IndexFiles, PageFiles, PageFrame, PageOptions, fragment, page, snippet,
};
use proptest::prelude::*;

fn bundle() -> Bundle {
    let of = |name: &str, hash: &str| (name.to_owned(), hash.to_owned());
    Bundle {
        base: "gongkai/".to_owned(),
        integrity: vec![
            of("gongkai.css", "sha384-other"),
            of("gongkai.js", "sha384-script"),
            of("gongkai-static-first.css", "sha384-first"),
            of("gongkai-static.css", "sha384-style"),
        ],
    }
}

fn options(locale: Locale) -> PageOptions {
    PageOptions {
        locale,
        view: View::default(),
        bundle: bundle(),
        src: "reports/longde-2020.json".to_owned(),
        catalog: String::new(),
        address: String::new(),
        index: "index.html".to_owned(),
        previous: None,
        next: None,
        desk: String::new(),
        frame: PageFrame::default(),
        files: PageFiles::default(),
    }
}

#[test]
fn the_tag_names_the_desk_where_there_is_one() {
    let report = longde();
    let with = PageOptions {
        desk: "desk/index.html".to_owned(),
        ..options(Locale::ZhCn)
    };
    let tag = " desk=\"desk/index.html\" permalink>";
    assert!(page(&report, &with).contains(tag));
    assert!(!page(&report, &options(Locale::ZhCn)).contains(" desk="));
}

fn index(entries: &[IndexEntry], catalog: Option<&str>, bundle: &Bundle, locale: Locale) -> String {
    let frame = PageFrame::default();
    let files = IndexFiles::default();
    let search = Some("search.js");
    gongkai_view::page::index(entries, catalog, search, bundle, &frame, &files, locale)
}

const FIRST: [&str; 2] = ["gongkai/gongkai-static-first.css", "sha384-first"];
const ALL: [&str; 2] = ["gongkai/gongkai-static.css", "sha384-style"];

fn styles(whole: &Element) -> Vec<[&str; 2]> {
    let links = whole.named("link").into_iter();
    links
        .filter(|link| link.get("rel") == Some("stylesheet"))
        .map(|link| ["href", "integrity"].map(|name| link.get(name).unwrap_or_default()))
        .collect()
}

/// The snippet without its comments.
fn uncommented(lines: &str) -> Element {
    let lines = lines.lines().filter(|line| !line.starts_with("<!-- "));
    parse(&lines.collect::<Vec<_>>().join("\n"))
}

/// Pages may be opened from a disk, where browsers reject style sheets with a hash.
const OF_PAGE: [[&str; 2]; 2] = [[FIRST[0], ""], [ALL[0], ""]];

fn loads_its_files(whole: &Element, sheets: [[&str; 2]; 2]) {
    assert_eq!(styles(whole), sheets);
    let script = whole.named("script");
    assert_eq!(script.len(), 1);
    assert_eq!(script[0].get("src"), Some("gongkai/gongkai.js"));
    assert_eq!(script[0].get("integrity"), Some("sha384-script"));
    assert!(script[0].get("defer").is_some());
    assert_eq!(script[0].words(), "", "a strict policy runs nothing inline");
}

/// Asserts that no level of headings is skipped.
fn headings_are_in_order(whole: &Element) {
    let all = whole.all();
    let levels = all
        .iter()
        .filter_map(|one| one.name.strip_prefix('h')?.parse::<u8>().ok());
    let mut before = 0;
    for level in levels {
        assert!(level <= before + 1, "h{level} after h{before}");
        before = level;
    }
    assert_eq!(whole.named("h1").len(), 1);
}

#[test]
fn a_page_says_its_language_its_encoding_and_whose_report_it_is() {
    for report in samples() {
        for locale in Locale::ALL {
            let html = page(&report, &options(locale));
            assert!(html.starts_with("<!doctype html>\n"));
            let charset = html.find("<meta charset=\"utf-8\">").expect("an encoding");
            assert!(charset < 200, "browsers look no further than 1024 bytes");
            let whole = parse(&html);
            assert_eq!(whole.named("html")[0].get("lang"), Some(locale.tag()));
            let title = whole.named("title")[0].words();
            assert!(
                title.contains(&report.agency.name) && title.contains(&report.year.to_string())
            );
            let named = |name| {
                whole
                    .named("meta")
                    .into_iter()
                    .find(|meta| meta.get("name") == Some(name))
                    .and_then(|meta| meta.get("content"))
            };
            assert!(named("viewport").is_some_and(|view| view.contains("width=device-width")));
            assert!(named("description").is_some_and(|text| text.contains(&report.agency.name)));
            assert_eq!(whole.named("main").len(), 1);
            headings_are_in_order(&whole);
            loads_its_files(&whole, OF_PAGE);
        }
    }
}

#[test]
fn a_page_is_found_from_the_list_and_leads_to_the_data() {
    let whole = parse(&page(&longde(), &options(ZhCn)));
    let ways: Vec<_> = whole.named("nav")[0]
        .named("a")
        .iter()
        .map(|a| a.get("href"))
        .collect();
    assert_eq!(ways, [Some("index.html"), Some("reports/longde-2020.json")]);
    let alone = PageOptions {
        index: String::new(),
        ..options(ZhCn)
    };
    assert!(parse(&page(&longde(), &alone)).named("nav").is_empty());
}

#[test]
fn a_page_names_agency_and_year_and_leads_to_the_years_around_it() {
    let options = PageOptions {
        previous: Some((2019, "longde-2019.html".to_owned())),
        next: Some((2021, "longde-2021.html".to_owned())),
        ..options(ZhCn)
    };
    let whole = parse(&page(&longde(), &options));
    let title = "隆德县人民政府 2020 年政府信息公开工作年度报告";
    assert_eq!(whole.named("h1")[0].words(), title);
    assert_eq!(whole.named("title")[0].words(), title);
    let ways: Vec<_> = whole.named("nav")[0]
        .named("a")
        .iter()
        .map(|a| (a.get("rel"), a.get("href"), a.words()))
        .collect();
    assert_eq!(
        ways[2..],
        [
            (
                Some("prev"),
                Some("longde-2019.html"),
                "← 2019 年".to_owned()
            ),
            (
                Some("next"),
                Some("longde-2021.html"),
                "2021 年 →".to_owned()
            ),
        ]
    );
}

#[test]
fn the_portals_own_parts_are_around_a_page_and_around_the_list() {
    let frame = PageFrame {
        header: "<header>门户</header>\n".to_owned(),
        footer: "<footer>备案号</footer>\n".to_owned(),
    };
    let options = PageOptions {
        frame: frame.clone(),
        ..options(ZhCn)
    };
    let list = gongkai_view::page::index(
        &[],
        None,
        None,
        &bundle(),
        &frame,
        &IndexFiles::default(),
        ZhCn,
    );
    for html in [page(&longde(), &options), list] {
        let body = html.find("<body").unwrap_or_default();
        let main = html.find("<main").unwrap_or_default();
        let header = html.find(&frame.header).unwrap_or_default();
        assert!(body < header && header < main);
        assert!(html.ends_with("<footer>备案号</footer>\n</body>\n</html>\n"));
    }
}

#[test]
fn what_the_widget_needs_is_asked_for_below_the_first_figure() {
    let html = page(&longde(), &options(ZhCn));
    let figure = html.find("</ul>").expect("the headlines");
    for file in [
        "gongkai/gongkai.js\" as=\"script\" integrity=\"sha384-script\"",
        "gongkai/gongkai-draw.wasm\" as=\"fetch\" crossorigin",
        "reports/longde-2020.json\" as=\"fetch\" crossorigin",
    ] {
        let link = ["<link rel=\"preload\" href=\"", file].concat();
        let at = html.find(&link).unwrap_or_else(|| panic!("no {link}"));
        assert!(at > figure, "{file} must not delay the figure");
    }
}

#[test]
fn the_list_is_in_the_order_of_the_codes_and_a_long_one_has_a_search() {
    let agencies = ["丁", "丙", "乙", "壬", "己", "甲", "庚", "辛", "戊", "癸"];
    let entries: Vec<IndexEntry> = agencies
        .iter()
        .enumerate()
        .map(|(place, name)| IndexEntry {
            code: Some((990100 - place).to_string()),
            ..entry(&format!("虚构{name}县"), 2020, "a.html")
        })
        .collect();
    let whole = parse(&index(&entries, None, &bundle(), ZhCn));
    let rows: Vec<String> = whole.named("tbody")[0]
        .children()
        .map(|row| row.named("th")[0].words())
        .collect();
    let expected: Vec<String> = agencies
        .iter()
        .rev()
        .map(|name| format!("虚构{name}县"))
        .collect();
    assert_eq!(rows, expected);
    assert_eq!(whole.named("input").len(), 1);
    assert_eq!(whole.named("script")[0].get("src"), Some("search.js"));
    let few = parse(&index(&entries[..9], None, &bundle(), ZhCn));
    assert!(few.named("input").is_empty() && few.named("script").is_empty());
}

#[test]
fn what_is_pasted_is_a_line_for_the_head_and_the_tag_with_the_report_and_the_script() {
    let options = PageOptions {
        src: "a \"b\"&c.json".to_owned(),
        ..options(En)
    };
    let lines = snippet(&longde(), &options);
    assert!(lines.starts_with("<!-- This line goes into the page's <head> -->\n<link "));
    assert!(lines.contains("\n<!-- From here: where the report shall stand -->\n<gongkai-report "));
    let pasted = uncommented(&lines);
    let names: Vec<&str> = pasted.children().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["link", "gongkai-report", "script"]);
    loads_its_files(&pasted, [FIRST, ALL]);
    let tag = pasted.named("gongkai-report")[0];
    assert_eq!(tag.get("src"), Some("a \"b\"&c.json"));
    assert_eq!(tag.get("lang"), Some("en"));
    let parts: Vec<&Element> = tag.children().collect();
    let [first, style, rest] = parts[..] else {
        panic!("{parts:?}");
    };
    // Only what is below the style sheet waits for it.
    assert_eq!(style.get("href"), Some(ALL[0]));
    let whole = parse(&fragment(&longde(), View::default(), "", En));
    assert_eq!(vec![first, rest], whole.children().collect::<Vec<_>>());
}

/// Browsers render what is above a style sheet link before it has loaded, but nothing below it.
#[test]
fn the_first_figure_waits_for_its_own_styles_only() {
    let options = PageOptions {
        view: View::Disclosure,
        ..options(ZhCn)
    };
    let pasted = uncommented(&snippet(&longde(), &options));
    let panel = pasted
        .all()
        .into_iter()
        .find(|one| one.get("part") == Some("panel"))
        .expect("a panel");
    let inside: Vec<&str> = panel.children().map(|one| one.name.as_str()).collect();
    let link = inside.iter().position(|name| *name == "link");
    let figure = inside.iter().rposition(|name| *name == "svg");
    assert_eq!(link, figure.map(|at| at + 1), "{inside:?}");
    assert!(inside.contains(&"p"), "{inside:?}");
}

#[test]
fn a_first_view_with_a_table_has_all_styles_in_the_head() {
    for view in View::ALL {
        let options = PageOptions {
            view: *view,
            ..options(ZhCn)
        };
        let pasted = uncommented(&snippet(&longde(), &options));
        let first = pasted.named("gongkai-report")[0]
            .children()
            .next()
            .expect("a first view");
        let has_table = !first.named("table").is_empty();
        let expected = match view {
            View::Applications | View::Reviews | View::Original => vec![ALL],
            _ => vec![FIRST, ALL],
        };
        assert_eq!(styles(&pasted), expected, "{view:?}");
        assert_eq!(has_table, expected.len() == 1, "{view:?}");
    }
}

#[test]
fn the_tag_begins_with_the_view_that_its_page_shows_first() {
    let overview = parse(&page(&longde(), &options(ZhCn)));
    assert_eq!(overview.named("gongkai-report")[0].get("view"), None);
    let options = PageOptions {
        view: View::Procurement,
        ..options(ZhCn)
    };
    let whole = parse(&page(&longde(), &options));
    let tag = whole.named("gongkai-report")[0];
    assert_eq!(tag.get("view"), Some("procurement"));
    let sections = tag.named("section");
    assert_eq!(sections[0].get("id"), Some("gongkai-procurement"));
}

#[test]
fn a_file_that_the_manifest_lacks_has_no_hash_rather_than_a_wrong_one() {
    let mut options = options(ZhCn);
    let files = &mut options.bundle.integrity;
    files.retain(|(name, _)| name != "gongkai.js");
    let pasted = uncommented(&snippet(&longde(), &options));
    assert_eq!(pasted.named("script")[0].get("integrity"), None);
    assert_eq!(styles(&pasted), [FIRST, ALL]);
}

fn entry(agency: &str, year: u16, page: &str) -> IndexEntry {
    IndexEntry {
        agency: agency.to_owned(),
        code: None,
        year,
        page: page.to_owned(),
    }
}

#[test]
fn agencies_of_one_name_are_told_apart_in_the_list_by_their_codes() {
    let of = |code: Option<&str>, year: u16| IndexEntry {
        code: code.map(str::to_owned),
        ..entry(
            "虚构鼓楼区",
            year,
            &format!("{}-{year}.html", code.unwrap_or("none")),
        )
    };
    let rows = |entries: &[IndexEntry]| -> Vec<String> {
        let whole = parse(&index(entries, None, &bundle(), ZhCn));
        let rows = whole.named("tbody")[0].children();
        // Without the column of codes.
        let shown = rows.map(|row| {
            let cells: Vec<&Element> = row.children().collect();
            assert_eq!(cells.len(), 3);
            [cells[0].words(), cells[2].words()].concat()
        });
        shown.collect()
    };
    assert_eq!(
        rows(&[
            of(Some("990102"), 2020),
            of(Some("990101"), 2020),
            of(Some("990102"), 2021)
        ]),
        [
            "虚构鼓楼区（990101）2020 ",
            "虚构鼓楼区（990102）2021 2020 "
        ]
    );
    // An entry without a code belongs to the only agency of its name.
    assert_eq!(
        rows(&[of(Some("990101"), 2020), of(None, 2021)]),
        ["虚构鼓楼区2021 2020 "]
    );
    assert_eq!(
        rows(&[
            of(Some("990101"), 2020),
            of(None, 2021),
            of(Some("990102"), 2020)
        ])
        .len(),
        3
    );
}

#[test]
fn the_list_has_each_agency_once_with_its_years_from_the_latest() {
    let entries = [
        entry("虚构乙县", 2020, "b-2020.html"),
        entry("虚构甲县 <b>", 2019, "a-2019.html"),
        entry("虚构甲县 <b>", 2021, "a-2021.html"),
    ];
    let whole = parse(&index(&entries, None, &bundle(), ZhCn));
    headings_are_in_order(&whole);
    assert!(whole.named("script").is_empty(), "a list needs none");
    let compared = parse(&index(&entries, Some("catalog.json"), &bundle(), ZhCn));
    headings_are_in_order(&compared);
    assert!(!compared.named("script").is_empty());
    let widget = compared.named("gongkai-report");
    assert_eq!(widget[0].get("src"), Some("catalog.json"));
    let rows: Vec<(String, Vec<(String, String)>)> = whole.named("tbody")[0]
        .children()
        .map(|row| {
            let links = row
                .named("a")
                .iter()
                .map(|a| (a.words(), a.get("href").unwrap_or_default().to_owned()))
                .collect();
            (row.named("th")[0].words(), links)
        })
        .collect();
    let link = |year: &str, page: &str| (year.to_owned(), page.to_owned());
    assert_eq!(
        rows,
        [
            ("虚构乙县".to_owned(), vec![link("2020", "b-2020.html")]),
            (
                "虚构甲县 <b>".to_owned(),
                vec![link("2021", "a-2021.html"), link("2019", "a-2019.html")]
            ),
        ]
    );
    assert!(whole.named("p")[0].words().contains('3'));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_report_under_any_name_is_a_whole_page(report in any_report(), src in text()) {
        let named = PageOptions { src: src.clone(), ..options(En) };
        let whole = parse(&page(&report, &named));
        loads_its_files(&whole, OF_PAGE);
        let given = as_html_has_it(&src);
        assert_eq!(whole.named("gongkai-report")[0].get("src"), Some(given.as_str()));
    }
}
