//! What other years add to a report's views.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it says"
)]

use gongkai_catalog::{Catalog, Extract, Measure, Peers, Value, build};
use gongkai_context::{Series, SeriesProblem, problem_note};
use gongkai_i18n::Locale;
use gongkai_model::{Cell, Report};
use gongkai_view::charts::Size;
use gongkai_view::components::{
    Context, Panel, PartKind, YearsPanel, panel, paper, without_context,
};
use gongkai_view::figures::{Choices, Display, View};
use gongkai_view::markup::{Element, Name, Tag, html};
use gongkai_view::page::{fragment, fragment_in_context};
use gongkai_view::request::Request;

/// The reports of a fictional county for seven years, in both forms.
fn county() -> Vec<Report> {
    gongkai_testing::samples("fictional", "county")
}

fn catalog(reports: &[Report]) -> Catalog {
    let hash = "A".repeat(64);
    let extracts = reports.iter().map(|report| {
        let file = format!("{}.json", report.year);
        Extract::of(file, hash.clone(), report, &Measure::all()).expect("fit for a catalogue")
    });
    let built = build(extracts.collect(), &Measure::all(), &|_: &str| {
        String::new()
    });
    assert!(built.omitted.is_empty());
    built.catalog
}

fn of_year(reports: &[Report], year: u16) -> &Report {
    let mut found = reports.iter().filter(|report| report.year == year);
    found.next().expect("a report of that year")
}

fn series(reports: &[Report], year: u16) -> Series {
    Series::new(catalog(reports), of_year(reports, year)).expect("a series of that report")
}

fn request(view: View, display: Display, locale: Locale) -> Request {
    Request {
        view,
        choices: Choices {
            display,
            ..Choices::default()
        },
        locale,
        size: Size {
            width: 720.0,
            em: 16.0,
        },
        permalink: false,
        query: String::new(),
    }
}

fn years(reports: &[Report], year: u16, view: View) -> YearsPanel {
    let request = request(view, Display::Years, Locale::ZhCn);
    let context = series(reports, year).context(of_year(reports, year), &request);
    context.years.expect("a view with measures")
}

fn all(parts: &YearsPanel) -> Element {
    let mut holder = Element::new(Tag::Div);
    for part in &parts.parts {
        holder.push(part.element.clone());
    }
    holder
}

/// The texts of the cells of each row, by its key.
fn rows(element: &Element) -> Vec<(String, Vec<String>)> {
    let mut rows = Vec::new();
    element.elements(&mut |row| {
        let Some(key) = row.get(Name::DataKey).filter(|_| row.tag == Tag::Tr) else {
            return;
        };
        let mut cells = Vec::new();
        row.elements(&mut |cell| {
            if cell.tag == Tag::Td {
                cells.push(cell.words());
            }
        });
        rows.push((key.to_owned(), cells));
    });
    rows
}

const VIEWS: [View; 8] = [
    View::Overview,
    View::Disclosure,
    View::Documents,
    View::Services,
    View::Fees,
    View::Procurement,
    View::Applications,
    View::Reviews,
];

#[test]
fn every_number_over_the_years_is_that_of_the_plain_report() {
    let reports = county();
    let mut compared = 0;
    for view in VIEWS {
        let panel = years(&reports, 2021, view);
        for (key, cells) in rows(&all(&panel)) {
            let id = key.strip_prefix("years.").expect("a measure");
            let measure = Measure::from_id(id).expect("a measure");
            assert_eq!(cells.len(), reports.len(), "{view:?} {id}");
            for (report, cell) in reports.iter().zip(cells) {
                if !measure.is_in(report.edition) {
                    assert_eq!(cell, "无此项");
                    continue;
                }
                let expected = match Value::of(report, measure) {
                    Value::Count(count) => gongkai_i18n::cell(Locale::ZhCn, Cell::Count(count)),
                    Value::Stated(stated) => gongkai_i18n::quantity(Locale::ZhCn, &stated),
                    Value::Money(money) => gongkai_i18n::money(Locale::ZhCn, &money),
                    _ => {
                        assert!(!cell.contains(|c: char| c.is_ascii_digit()), "{cell}");
                        continue;
                    }
                };
                assert_eq!(cell, expected, "{view:?} {id} {}", report.year);
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn a_line_ends_where_the_form_changes_and_where_a_year_is_missing() {
    let mut reports = county();
    reports.retain(|report| report.year != 2023);
    let panel = years(&reports, 2021, View::Applications);
    let whole = all(&panel);
    let mut paths = Vec::new();
    whole.elements(&mut |element| {
        if element.get(Name::Part) == Some("line l0") && element.tag == Tag::Path {
            paths.push(element.get(Name::D).unwrap_or_default().to_owned());
        }
    });
    let first = paths.first().expect("a line");
    // 2019 and 2020, 2021 and 2022, and what is after the gap.
    assert_eq!(first.matches('M').count(), 3, "{first}");
    let text = whole.words();
    assert!(text.contains("2021 年起报告格式有调整"), "{text}");
    assert!(text.contains("留空，不按 0 计"), "{text}");
    let (_, cells) = &rows(&whole)[0];
    assert!(cells.contains(&"无报告".to_owned()), "{cells:?}");
}

#[test]
fn a_blank_of_another_year_is_no_zero() {
    let mut reports = county();
    for report in &mut reports {
        if let (2020, Some(applications)) = (report.year, &mut report.applications) {
            let row = applications.received.as_mut().expect("a row");
            row.0[6] = Cell::Blank;
        }
    }
    let panel = years(&reports, 2021, View::Applications);
    let mut keys = Vec::new();
    all(&panel).elements(&mut |element| {
        keys.extend(element.get(Name::DataKey).map(str::to_owned));
    });
    let has = |year: u16| keys.contains(&format!("years.applications.received.6.{year}"));
    assert!(has(2019) && !has(2020) && has(2021));
    let request = request(View::Overview, Display::Chart, Locale::ZhCn);
    let context = series(&reports, 2021).context(of_year(&reports, 2021), &request);
    let tile = context.tiles.iter().find(|(key, _)| key == "applications");
    let (_, tile) = tile.expect("a tile");
    assert!(tile.words().contains("2020 年 空白"), "{}", tile.words());
}

#[test]
fn a_file_that_does_not_fit_the_report_is_refused_with_its_reason() {
    let mut reports = county();
    for report in &mut reports {
        report.agency.division_code = Some("990000".to_owned());
    }
    let of = |change: fn(&mut Report)| {
        let mut report = of_year(&reports, 2021).clone();
        change(&mut report);
        Series::new(catalog(&reports), &report).map(|_| ())
    };
    assert_eq!(of(|_| {}), Ok(()));
    assert_eq!(
        of(|report| report.agency.name.push('乙')),
        Err(SeriesProblem::Foreign)
    );
    assert_eq!(
        of(|report| report.agency.division_code = Some("110000".to_owned())),
        Err(SeriesProblem::Foreign)
    );
    assert_eq!(of(|report| report.year = 2030), Err(SeriesProblem::Stale));
    let change = |report: &mut Report| {
        let applications = report.applications.as_mut().expect("section three");
        applications.received.as_mut().expect("a row").0[6] = Cell::Blank;
    };
    assert_eq!(of(change), Err(SeriesProblem::Stale));
    let longde = gongkai_testing::sample("longde-2020.json");
    let many = [reports.clone(), vec![longde]].concat();
    let many = Series::new(catalog(&many), of_year(&reports, 2021));
    assert_eq!(many.map(|_| ()), Err(SeriesProblem::Invalid));
}

#[test]
fn a_problem_is_one_sentence_and_nothing_else() {
    for id in [
        "missing",
        "unreachable",
        "invalid",
        "tampered",
        "foreign",
        "stale",
    ] {
        let problem = SeriesProblem::from_id(id).expect(id);
        for locale in Locale::ALL {
            let context = problem_note(problem, locale);
            let [note] = context.notes.as_slice() else {
                panic!("one note");
            };
            assert_eq!(note.words(), problem.text(locale));
            let expected = Context {
                notes: context.notes.clone(),
                ..Context::default()
            };
            assert_eq!(context, expected);
        }
    }
    assert_eq!(SeriesProblem::from_id("nonsense"), None);
}

#[test]
fn both_printed_numbers_are_shown_with_their_difference() {
    let reports = county();
    let now = of_year(&reports, 2020);
    let before = of_year(&reports, 2019);
    let mut compared = 0;
    for view in VIEWS {
        let request = request(view, Display::Chart, Locale::ZhCn);
        let context = series(&reports, 2020).context(now, &request);
        let Some(note) = context.notes.first() else {
            assert_eq!(view, View::Overview);
            continue;
        };
        for (key, cells) in rows(note) {
            let measure = Measure::from_id(key.strip_prefix("last-year.").unwrap()).unwrap();
            let [last, this, change] = cells.as_slice() else {
                panic!("three cells");
            };
            if let [Value::Count(one), Value::Count(other)] =
                [before, now].map(|report| Value::of(report, measure))
            {
                let shown = |count| gongkai_i18n::cell(Locale::ZhCn, Cell::Count(count));
                assert_eq!([last, this], [&shown(one), &shown(other)]);
                let change = change.replace('\u{2212}', "-").replace(['+', ','], "");
                assert_eq!(change.parse(), Ok(other - one), "{key}");
                compared += 1;
            }
        }
    }
    assert!(compared > 10, "{compared}");
    // In the first year there is nothing to compare with.
    let first = of_year(&reports, reports[0].year);
    let request = request(View::Services, Display::Chart, Locale::ZhCn);
    let context = series(&reports, first.year).context(first, &request);
    assert!(context.notes.is_empty());
}

#[test]
fn the_checks_between_years_are_those_of_the_whole_reports() {
    let reports = gongkai_testing::samples("fictional", "contradictions");
    let report = of_year(&reports, 2020);
    for locale in Locale::ALL {
        let request = request(View::Checks, Display::Chart, locale);
        let others: Vec<Report> = [2019, 2021]
            .map(|year| of_year(&reports, year).clone())
            .to_vec();
        let context = series(&reports, 2020).context(report, &request);
        let words: Vec<String> = context.checks.iter().map(Element::words).collect();
        assert!(!words.is_empty());
        let whole = panel(report, &others, &request);
        let whole: Vec<String> = whole
            .parts
            .iter()
            .map(|part| part.element.words())
            .collect();
        for text in &words {
            assert!(whole.contains(text), "{text}");
        }
    }
}

/// Figures of five counties whose applications are 100, 200, 249, 300 and 400.
fn peers() -> Peers {
    let figures = |printed: &str, values: [&str; 3]| {
        let [lower, median, upper] = values;
        format!(r#""printed":[{printed}],"lower":[{lower}],"median":[{median}],"upper":[{upper}]"#)
    };
    let received = figures("5", ["200", "249", "300"]);
    let few = figures("3", ["1", "2", "3"]);
    let text = format!(
        r#"{{"format":"gongkai-peers/1","group":"虚构省","kind":"county-government","places":6,
        "year":[2021],"reports":[5],"measures":[
        {{"id":"applications.received[6]",{received}}},
        {{"id":"applications.outcomes.granted[6]",{few}}}]}}"#
    );
    Peers::read(&text).expect("a file of peers")
}

#[test]
fn a_number_is_shown_among_its_peers_and_never_as_a_rank() {
    let reports = county();
    let report = of_year(&reports, 2021);
    let mut series = series(&reports, 2021);
    series.set_peers(peers());
    let context = |view| series.context(report, &request(view, Display::Chart, Locale::ZhCn));
    let notes = context(View::Applications).notes;
    let note = notes.last().expect("a note");
    assert_eq!((note.tag, note.get(Name::Open)), (Tag::Details, None));
    let rows = rows(note);
    let [(key, cells)] = rows.as_slice() else {
        panic!("three of the agencies printed the other number: {rows:?}");
    };
    assert_eq!(key, "peers.applications.received[6]");
    assert_eq!(
        cells,
        &["249", "200", "249", "300", "5 个中的 5 个", "等于中位数"]
    );
    let words = note.words();
    assert!(words.contains("虚构省的县级政府共 6 个"), "{words}");
    assert!(words.contains("不是排名"), "{words}");
    // The overview has the same measure, other views none.
    assert_eq!(context(View::Overview).notes.len(), 1);
    assert_eq!(context(View::Disclosure).notes.len(), 1);
}

/// The panel of a view of the report for 2021 with its context.
fn whole_panel(view: View, display: Display, locale: Locale) -> Panel {
    let reports = county();
    let report = of_year(&reports, 2021);
    let request = request(view, display, locale);
    let mut panel = panel(report, &[], &request);
    panel.add_context(series(&reports, 2021).context(report, &request), &request);
    panel
}

#[test]
fn every_view_with_measures_offers_the_years_and_keeps_its_way_back() {
    for view in VIEWS {
        for display in [Display::Chart, Display::Table, Display::Years] {
            let panel = whole_panel(view, display, Locale::ZhCn);
            let mut options = Vec::new();
            for part in &panel.parts {
                part.element.elements(&mut |element| {
                    if element.get(Name::DataChoice) == Some("as") {
                        options.push((
                            element.get(Name::DataValue).unwrap_or_default().to_owned(),
                            element.get(Name::AriaPressed) == Some("true"),
                        ));
                    }
                });
            }
            let values: Vec<&str> = options.iter().map(|(value, _)| value.as_str()).collect();
            assert!(
                values == ["chart", "table", "years"] || values == ["chart", "years"],
                "{view:?} {display:?}: {values:?}"
            );
            if display == Display::Years {
                assert_eq!(options.last(), Some(&("years".to_owned(), true)));
                let charts = panel
                    .parts
                    .iter()
                    .filter(|part| part.kind == PartKind::Chart);
                assert_eq!(charts.count(), 1, "{view:?}");
            }
            let last = panel.parts.last().expect("parts");
            assert_eq!(last.element.get(Name::Class), Some("export"));
        }
    }
}

#[test]
fn without_a_context_nothing_changes() {
    let reports = county();
    let report = of_year(&reports, 2021);
    for view in View::ALL {
        let request = request(*view, Display::Chart, Locale::En);
        let plain = panel(report, &[], &request);
        let mut with = plain.clone();
        with.add_context(Context::default(), &request);
        assert_eq!(with, plain);
        // A link to the years shows the figure.
        let request = self::request(*view, Display::Years, Locale::En);
        assert_eq!(panel(report, &[], &request).title, plain.title);
    }
}

#[test]
fn a_context_survives_the_way_to_another_module() {
    let reports = county();
    let report = of_year(&reports, 2021);
    for view in View::ALL {
        for display in [Display::Chart, Display::Years] {
            let request = request(*view, display, Locale::ZhCn);
            let context = series(&reports, 2021).context(report, &request);
            assert_eq!(Context::decode(&context.encode()), context);
        }
    }
}

/// Writes the panels as pages, to be looked at: `LOOK=folder cargo test -p gongkai-context pages`.
#[test]
fn pages_to_look_at() {
    let Some(folder) = std::env::var_os("LOOK") else {
        return;
    };
    for view in VIEWS {
        for (name, display) in [("chart", Display::Chart), ("years", Display::Years)] {
            let panel = whole_panel(view, display, Locale::ZhCn).into_element();
            let path = std::path::Path::new(&folder).join(format!("{}-{name}.html", view.id()));
            std::fs::write(path, html(&panel)).expect("a folder");
        }
    }
}

#[test]
fn a_series_of_whole_reports_is_that_of_their_catalogue() {
    let reports = county();
    let all: Vec<&Report> = reports.iter().collect();
    let report = of_year(&reports, 2021);
    let made = Series::of_reports(&all, report).expect("a series");
    for view in View::ALL {
        let request = request(*view, Display::Years, Locale::En);
        let expected = series(&reports, 2021).context(report, &request);
        assert_eq!(made.context(report, &request), expected);
    }
    assert!(Series::of_reports(&[], report).is_none());
    assert!(Series::of_reports(&all, &gongkai_testing::sample("longde-2020.json")).is_none());
}

#[test]
fn static_pages_and_paper_show_the_years_too() {
    let reports = county();
    let report = of_year(&reports, 2021);
    let series = series(&reports, 2021);
    let context = |request: &Request| series.context(report, request);
    for locale in Locale::ALL {
        let with = fragment_in_context(report, View::default(), "", locale, &context);
        let without = fragment(report, View::default(), "", locale);
        assert_eq!(with.matches("class=\"tile-years\"").count(), 5);
        assert_eq!(without.matches("tile-years").count(), 0);
        assert!(with.contains("data-years") && !without.contains("data-years"));
        // A table of years for each view that has numbers in these reports.
        let tables = |html: &str| html.matches("<table").count();
        assert_eq!(tables(&with), tables(&without) + VIEWS.len());
        assert!(with.contains("8,673") && !without.contains("8,673"));
        let sheet = html(&paper(report, locale, &context));
        assert!(sheet.contains("8,673") && sheet.contains("tile-years"));
        let plain = html(&paper(report, locale, &without_context));
        assert!(!plain.contains("8,673"));
    }
}

#[test]
fn a_finding_across_the_change_of_form_says_so() {
    let all = county();
    let across = years(&all, 2024, View::Services).title;
    assert!(across.contains("其间报告格式有调整"), "{across}");
    let after: Vec<Report> = all.into_iter().filter(|one| one.year > 2020).collect();
    let within = years(&after, 2024, View::Services).title;
    assert!(
        within.contains("2021 年 10,482 件，2025 年 12,017 件。"),
        "{within}"
    );
}
