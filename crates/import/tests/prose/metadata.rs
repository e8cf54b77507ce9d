use super::*;

const BODY: &str =
    "\n一、总体情况\n有序开展。\n二、主动公开政府信息情况\n见表。\n六、其他需要报告的事项\n无。";

fn of(above: &str) -> Imported {
    imported(&format!("{above}{BODY}"))
}

fn failure(above: &str) -> ImportError {
    let text = format!("{above}{BODY}");
    read(&document(&text))
        .map(|found| found.report)
        .expect_err(above)
}

fn missing(what: &[RequiredField]) -> ImportError {
    ImportError::MissingRequired {
        what: what.to_vec(),
    }
}

#[test]
fn titles_name_the_agency_and_the_year_in_any_order() {
    for (title, agency, year) in [
        (
            "虚构县 2020 年政府信息公开工作年度报告",
            "虚构县人民政府",
            2020,
        ),
        (
            "虚构县人民政府2020年政府信息公开工作年度报告",
            "虚构县人民政府",
            2020,
        ),
        (
            "虚构县人民政府信息公开工作2021年度报告",
            "虚构县人民政府",
            2021,
        ),
        (
            "虚构市财政局2021年度政府信息公开年度报告",
            "虚构市财政局",
            2021,
        ),
        (
            "2022年度虚构县青禾镇人民政府信息公开工作年度报告",
            "虚构县青禾镇人民政府",
            2022,
        ),
        (
            "2022年虚构县青禾镇政府信息公开年报",
            "虚构县青禾镇人民政府",
            2022,
        ),
        (
            "虚构市财政局政府信息公开工作年度报告（2021年）",
            "虚构市财政局",
            2021,
        ),
        (
            "关于虚构市财政局2021年政府信息公开工作情况的报告",
            "虚构市财政局",
            2021,
        ),
        (
            "虚构市财政局关于２０２１年度政府信息公开工作的报告",
            "虚构市财政局",
            2021,
        ),
        (
            "虚构县人民政府办公室二〇二一年政府信息公开工作年度报告",
            "虚构县人民政府办公室",
            2021,
        ),
        (
            "《虚构县人民政府2020年政府信息公开工作年度报告》",
            "虚构县人民政府",
            2020,
        ),
        (
            "首页 > 年报 > 虚构县人民政府2020年政府信息公开工作年度报告",
            "虚构县人民政府",
            2020,
        ),
        (
            "虚构縣財政局2020年政府信息公開工作年度報告",
            "虚构縣財政局",
            2020,
        ),
        (
            "虚 构 县 人民政府 2020 年政府信息公开工作年度报告",
            "虚构县人民政府",
            2020,
        ),
        (
            "虚构县人民政府\n2020年政府信息公开工作年度报告",
            "虚构县人民政府",
            2020,
        ),
        (
            "虚构县人民政府2020年政府信息\n公开工作年度报告",
            "虚构县人民政府",
            2020,
        ),
        (
            "虚构县人民政府\n政府信息公开工作年度报告\n（2020年度）",
            "虚构县人民政府",
            2020,
        ),
    ] {
        let report = of(title).report;
        assert_eq!(
            (report.agency.name.as_str(), report.year),
            (agency, year),
            "{title}"
        );
    }
}

#[test]
fn a_place_read_as_its_government_is_said() {
    let chosen = |title: &str| {
        let notes = of(title).notes;
        let path = Some("agency.name".to_owned());
        notes.iter().any(|note| {
            note.path == path && matches!(note.kind, NoteKind::Remark(Remark::Chosen { .. }))
        })
    };
    assert!(chosen("虚构县2020年政府信息公开工作年度报告"));
    assert!(!chosen("虚构县财政局2020年政府信息公开工作年度报告"));
}

#[test]
fn an_agency_that_is_not_named_is_asked_for() {
    for title in [
        "关于2021年度政府信息公开工作情况的报告",
        "2021年政府信息公开工作年度报告",
        "我局2021年政府信息公开工作年度报告",
        "虚构县人民政府门户网站\n2021年政府信息公开工作年度报告",
    ] {
        assert_eq!(failure(title), missing(&[RequiredField::Agency]), "{title}");
    }
}

#[test]
fn a_signature_or_an_announcement_names_the_agency() {
    let text = format!("2021年政府信息公开工作年度报告{BODY}\n虚构县财政局\n2022年1月20日");
    let signed = imported(&text);
    assert_eq!(signed.report.agency.name, "虚构县财政局");
    assert_eq!(
        signed.report.text.last().expect("section six").paragraphs,
        ["无。"]
    );
    let announced = of(
        "2021年政府信息公开工作年度报告\n现将虚构县财政局2021年政府信息公开工作年度报告公布如下：",
    );
    assert_eq!(announced.report.agency.name, "虚构县财政局");
}

#[test]
fn what_is_given_wins_and_is_no_gap() {
    let given = Overrides {
        agency: Some(" 虚构县财政局 ".to_owned()),
        year: Some(2022),
        division_code: Some("990001".to_owned()),
        address: Some("https://example.org/a.html".to_owned()),
        published: Date::parse("2023-01-05"),
    };
    let document = document(&format!("关于政府信息公开工作情况的报告{BODY}"));
    let found = read_with(&document, &given).expect("a report");
    let report = found.report;
    assert_eq!(
        (report.agency.name.as_str(), report.year),
        ("虚构县财政局", 2022)
    );
    assert_eq!(report.agency.division_code.as_deref(), Some("990001"));
    let source = report.source.expect("a source");
    assert_eq!(source.url.as_deref(), Some("https://example.org/a.html"));
    assert_eq!(source.published, Date::parse("2023-01-05"));
    let required = NoteKind::Gap(Gap::Required);
    assert!(
        !found
            .notes
            .iter()
            .any(|note| note.kind == required || note.kind == NoteKind::Gap(Gap::Ambiguous))
    );
}

#[test]
fn a_year_out_of_range_is_not_given() {
    let given = Overrides {
        year: Some(3000),
        ..Overrides::default()
    };
    let document = document(&format!("虚构县财政局政府信息公开工作年度报告{BODY}"));
    let failure = read_with(&document, &given).map(|found| found.report);
    assert_eq!(failure, Err(missing(&[RequiredField::Year])));
}

#[test]
fn the_period_gives_the_year_that_the_title_lacks() {
    let text = "虚构县财政局政府信息公开工作年度报告\n本报告所列数据的统计期限自2020年1月1日起至12月31日止。";
    let report = of(text).report;
    assert_eq!(report.year, 2020);
    let period = report.period.expect("a period");
    assert_eq!(
        (period.from.to_string(), period.to.to_string()),
        ("2020-01-01".to_owned(), "2020-12-31".to_owned())
    );
}

#[test]
fn a_period_is_printed_or_there_is_none() {
    let period = |line: &str| {
        of(&format!(
            "虚构县财政局2020年政府信息公开工作年度报告\n{line}"
        ))
        .report
        .period
    };
    for line in [
        "数据的统计期限自 2020 年 1 月 1 日起至 2020 年 12 月 31 日止。",
        "报告中数据统计期限为2020年1月1日至2020年12月31日。",
        "统计期限：2020年1月1日—12月31日。",
        "统计期限自二〇二〇年一月一日起至二〇二〇年十二月三十一日止。",
        "统计时间为2020.1.1-2020.12.31。",
    ] {
        assert!(period(line).is_some_and(|p| p.to.month == 12), "{line}");
    }
    assert_eq!(period("本报告统计2020年的情况。"), None);
    assert_eq!(period("会议于2020年1月1日至2020年1月3日召开。"), None);
    assert_eq!(period("统计期限自2020年12月31日至2020年1月1日。"), None);
    // A misprinted year is kept, so that its check fails.
    let misprint = period("统计期限自2021年1月1日起至2020年12月31日止。").expect("a period");
    assert!(misprint.to < misprint.from);
}

#[test]
fn two_different_periods_are_reported() {
    let text = "虚构县财政局2020年政府信息公开工作年度报告\n统计期限自2020年1月1日至2020年12月31日。\n统计期限自2019年1月1日至2019年12月31日。";
    let imported = of(text);
    assert_eq!(imported.report.period, None);
    assert!(
        imported
            .notes
            .iter()
            .any(|n| n.path.as_deref() == Some("period")
                && n.kind == NoteKind::Gap(Gap::Ambiguous))
    );
}

#[test]
fn the_day_of_publication_is_not_the_day_of_an_update() {
    let published = |line: &str| {
        let source = of(&format!(
            "虚构县财政局2020年政府信息公开工作年度报告\n{line}"
        ))
        .report
        .source;
        source
            .and_then(|source| source.published)
            .map(|date| date.to_string())
    };
    for line in [
        "发布时间：2021-01-20 10:30 来源：虚构县财政局",
        "发布日期 2021年1月20日",
        "【发布时间】2021/01/20",
        "来源：虚构网 发布时间: 2021.1.20 浏览次数：300次",
        "日期：2021-01-20",
        "发布时间：2021-01-20\n更新时间：2026-03-01",
    ] {
        assert_eq!(published(line).as_deref(), Some("2021-01-20"), "{line}");
    }
    for line in [
        "更新时间：2026-03-01",
        "最后更新日期：2026-03-01",
        "发布时间：2019-01-20",
        "发布时间：2021-01-20\n发布时间：2021-02-20",
    ] {
        assert_eq!(published(line), None, "{line}");
    }
}

#[test]
fn links_to_other_years_around_the_report_do_not_mislead() {
    let title = "虚构县财政局2020年政府信息公开工作年度报告";
    let text = format!(
        "虚构县财政局2022年政府信息公开工作年度报告\n虚构县财政局2021年政府信息公开工作年度报告\n{title}\n更新时间：2026-01-01{BODY}\n\
        统计期限自2020年1月1日起至2020年12月31日止。\n上一篇：虚构县财政局2019年政府信息公开工作年度报告\nCopyright 2025"
    );
    let imported = imported(&text);
    assert_eq!(imported.report.year, 2020);
    assert_eq!(
        imported.report.source.and_then(|s| s.title).as_deref(),
        Some(title)
    );
    let read = title.to_owned();
    assert!(
        imported
            .notes
            .iter()
            .any(|note| note.kind == NoteKind::Remark(Remark::Chosen { read: read.clone() }))
    );
}

#[test]
fn titles_of_several_years_that_nothing_tells_apart_are_asked_for() {
    let text =
        "虚构县财政局2022年政府信息公开工作年度报告\n虚构县财政局2021年政府信息公开工作年度报告";
    assert!(matches!(failure(text), ImportError::MissingRequired { .. }));
}

#[test]
fn the_file_s_own_title_counts_without_the_site_s_name() {
    for suffix in [
        " - 虚构县人民政府门户网站",
        "_虚构市政府网",
        "|虚构县",
        "-年报-虚构县人民政府",
    ] {
        let mut document = document(&format!("政府信息公开{BODY}"));
        document.title = Some(format!(
            "虚构县财政局2021年政府信息公开工作年度报告{suffix}"
        ));
        let report = read(&document).expect("a report").report;
        assert_eq!(
            (report.agency.name.as_str(), report.year),
            ("虚构县财政局", 2021),
            "{suffix}"
        );
    }
}

#[test]
fn what_is_no_report_is_refused() {
    for text in [
        "",
        "通知\n关于召开会议的通知。",
        "虚构县政府信息公开指南\n第一条",
        "政府信息公开年报\n网站地图",
        "虚构县2020年政府信息公开工作要点评估报告",
    ] {
        assert_eq!(
            read(&document(text)).map(|found| found.report),
            Err(ImportError::NotAReport),
            "{text}"
        );
    }
}

#[test]
fn notes_and_readings_follow_the_file() {
    let text = format!(
        "虚构县财政局2020年政府信息公开工作年度报告\n发布时间：2021-01-20{BODY}\n统计期限自2020年1月1日至2020年12月31日。"
    );
    let readings = imported(&text).readings;
    let places: Vec<Location> = readings.iter().map(|reading| reading.location).collect();
    assert!(places.is_sorted() && places.len() >= 5, "{places:?}");
}
