use super::*;
use gongkai_i18n::Locale;
use gongkai_import::import_note;

fn text(text: &str) -> Vec<(String, Vec<String>)> {
    let sections = imported(text).report.text.into_iter();
    sections
        .map(|section| (section.title, section.paragraphs))
        .collect()
}

const TITLE: &str = "虚构县2020年政府信息公开工作年度报告\n";

fn titles(body: &str) -> Vec<String> {
    text(&format!("{TITLE}{body}"))
        .into_iter()
        .map(|section| section.0)
        .collect()
}

#[test]
fn sections_are_found_however_they_are_numbered() {
    for [one, two, six] in [
        ["一、", "二、", "六、"],
        ["1. ", "2. ", "6. "],
        ["1、", "2、", "6、"],
        ["（一）", "（二）", "（六）"],
        ["(一) ", "(二) ", "(六) "],
        ["第一部分 ", "第二部分 ", "第六部分 "],
        ["", "", ""],
    ] {
        let body = format!(
            "{one}总体情况\n有序开展。\n{two}主动公开政府信息情况\n见表。\n{six}其他需要报告的事项\n无。"
        );
        let expected = ["总体情况", "主动公开政府信息情况", "其他需要报告的事项"];
        assert_eq!(titles(&body), expected, "{one}");
    }
}

#[test]
fn the_usual_wordings_of_all_six_are_known() {
    let body = "一、概述\n二、主动公开政府信息的情况\n三、收到和处理政府信息公开申请情况\n\
        四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n五、存在的主要问题及改进情况\n六、其它需要报告的事项\n无。";
    assert_eq!(titles(body).len(), 6);
}

#[test]
fn a_table_of_contents_and_lower_headings_are_no_sections() {
    let body = "目录\n一、总体情况\n二、主动公开政府信息情况\n六、其他需要报告的事项\n\
        一、总体情况\n（一）主动公开情况\n有序开展。\n（二）依申请公开情况\n没有。\n二、主动公开政府信息情况\n见表。\n六、其他需要报告的事项\n无。";
    let found = text(&format!("{TITLE}{body}"));
    assert_eq!(found.len(), 3);
    let first = found.first().expect("section one");
    assert_eq!(
        first.1,
        [
            "（一）主动公开情况",
            "有序开展。",
            "（二）依申请公开情况",
            "没有。"
        ]
    );
}

#[test]
fn the_page_s_menu_and_foot_are_left_out() {
    let page = "首页\n政务公开\n虚构县2020年政府信息公开工作年度报告\n发布时间：2021-01-20\n一、总体情况\n有序开展。\n\
        六、其他需要报告的事项\n本年度没有其他事项。\n虚构县人民政府\n2021年1月20日\n【打印】【关闭】\n上一篇：虚构县2019年政府信息公开工作年度报告\n版权所有：虚构县人民政府";
    let found = text(page);
    assert_eq!(
        found.last().expect("section six").1,
        ["本年度没有其他事项。"]
    );
    let menu = "虚构县2020年政府信息公开工作年度报告\n一、总体情况\n有序开展。\n六、其他需要报告的事项\n无\n首页\n走进虚构\n政民互动";
    assert_eq!(text(menu).last().expect("section six").1, ["无"]);
}

#[test]
fn paragraphs_are_whole_and_bare() {
    let found = text(&format!(
        "{TITLE}一、总体情况\n**一是完善制度。**严格落实制度，按时督促县政府部门和乡镇人\n\n- 2 -\n\n民政府更新信息。\n　　二是&强化培训。\n六、其他需要报告的事项\n无。"
    ));
    assert_eq!(
        found.first().expect("section one").1,
        [
            "一是完善制度。严格落实制度，按时督促县政府部门和乡镇人民政府更新信息。",
            "二是&强化培训。"
        ]
    );
}

#[test]
fn a_report_without_section_one_says_so() {
    let imported = imported(&format!("{TITLE}六、其他需要报告的事项\n无。"));
    let missing = NoteKind::Gap(Gap::NoTable(FormSection::Disclosure));
    let note = imported.notes.iter().find(|note| note.kind == missing);
    let note = note.expect("a note");
    for (locale, words) in [(Locale::ZhCn, "第一部分"), (Locale::En, "section one")] {
        let sentence = import_note(locale, imported.report.edition, note);
        // Section one is prose.
        assert!(sentence.contains(words), "{sentence}");
        assert!(
            !sentence.contains("表格") && !sentence.contains("table"),
            "{sentence}"
        );
    }
}

#[test]
fn a_paragraph_without_an_end_keeps_its_words_and_loses_its_numbers() {
    let long = format!("{}召开推进会3次。", "召开推进会3次，".repeat(2_600));
    let words = format!("主动公开政府信息300条。\n{long}\n召开发布会4次。");
    let imported = report_saying(&words);
    assert_eq!(imported.report.text[0].paragraphs[1], long);
    let disclosure = imported.report.disclosure.as_ref().expect("figures");
    let total = disclosure.total.as_ref();
    assert_eq!(total.map(|total| total.count), Some(300));
    let activities = &disclosure.activities;
    assert_eq!(activities.len(), 1, "{activities:?}");
    let [(gap, excerpt)] = &gaps(&imported)[..] else {
        panic!("{:?}", gaps(&imported));
    };
    assert_eq!(*gap, Gap::LongParagraph { limit: 20_000 });
    assert!(excerpt.starts_with("召开推进会3次"), "{excerpt}");
}

#[test]
fn more_words_than_a_report_can_have_are_refused() {
    let lines = |count: usize| document(&format!("{}\n", "公开".repeat(500)).repeat(count));
    let what = Resource::Characters;
    let limit = 1_000_000;
    let error = read(&lines(1_001)).expect_err("too many");
    assert_eq!(error, ImportError::TooMany { what, limit });
    let error = read(&lines(1_000)).expect_err("no report");
    assert_eq!(error, ImportError::NotAReport);
}

#[test]
fn what_is_left_out_is_told_by_the_forms_own_name() {
    let named = |path: &str, edition, locale| {
        let note = Note {
            location: None,
            excerpt: String::new(),
            path: Some(path.to_owned()),
            kind: NoteKind::Gap(Gap::NoRow),
            place: None,
        };
        import_note(locale, edition, &note)
    };
    use gongkai_model::Edition::{Form2019, Form2021};
    for (path, edition, words) in [
        (
            "proactive.penalties",
            Form2021,
            "第二部分 主动公开政府信息情况，“行政处罚”一行：",
        ),
        (
            "proactive.normative_documents.made",
            Form2019,
            "，“规范性文件”一行“本年新制作数量”一列：",
        ),
        (
            "proactive.normative_documents",
            Form2021,
            "，“行政规范性文件”一行：",
        ),
        (
            "applications.received",
            Form2021,
            "第三部分 收到和处理申请情况，“本年新收政府信息公开申请数量”一行：",
        ),
        (
            "reviews.reconsideration.total",
            Form2021,
            "，“行政复议”一行“总计”一列：",
        ),
        ("disclosure.total", Form2021, "（字段 disclosure.total）"),
    ] {
        let sentence = named(path, edition, Locale::ZhCn);
        assert!(sentence.contains(words), "{sentence}");
    }
    let cell = named("applications.outcomes.granted[3]", Form2021, Locale::En);
    assert!(
        cell.contains(", column “") && cell.contains("(field applications.outcomes.granted[3])"),
        "{cell}"
    );
}
