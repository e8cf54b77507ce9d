use super::*;

#[track_caller]
fn one(words: &str, expected: &str) {
    assert_eq!(activities(words), [expected], "{words}");
    assert_eq!(left_out(words), [], "{words}");
}

#[test]
fn what_was_done_is_named_by_the_words_before_the_number() {
    one("全年召开新闻发布会12场。", "新闻发布会 12场");
    one("一是举办“政府开放日”活动40期。", "“政府开放日”活动 40期");
    one("2020年，全县开展政务公开培训3次。", "政务公开培训 3次");
    one("通过多种渠道回应公众关切863次。", "回应公众关切 863次");
    one("收到群众留言 56 条。", "收到群众留言 56条");
    one("网站点击量达1.2万次。", "网站点击量 12000次");
    one("制作政策图解共20余件。", "政策图解 over 20件");
    one("召开政务公开推进会两次。", "政务公开推进会 2次");
    one("县政府办公室牵头，组织召开推进会3次。", "推进会 3次");
    one("意见征集6期。", "意见征集 6期");
}

#[test]
fn what_was_done_is_named_by_the_words_behind_the_number() {
    one("明确3名专职人员承担政务公开工作。", "专职人员 3名");
    one(
        "关停“甲乙”“丙丁”等16个功能不明确、更新不及时的政务新媒体。",
        "关停政务新媒体 16个",
    );
    one("新增5个公开专栏。", "新增公开专栏 5个");
    one("举办3期培训班。", "培训班 3期");
    one("采纳20条意见建议。", "采纳意见建议 20条");
}

#[test]
fn several_in_a_row_keep_their_own_names() {
    let words = "公开政府常务会议14期，在线访谈6期、意见征集6期。";
    assert_eq!(
        activities(words),
        ["政府常务会议 14期", "在线访谈 6期", "意见征集 6期"]
    );
    let words = "对13个乡（镇）、26个县政府部门政务公开工作进行重点督导。";
    assert_eq!(
        activities(words),
        ["重点督导乡（镇） 13个", "重点督导县政府部门 26个"]
    );
    let words = "举办培训班3期，120人次。";
    assert_eq!(activities(words), ["培训班 3期", "培训班 120人次"]);
    let words = "举办培训班3期120人次。";
    assert_eq!(activities(words), ["培训班 3期", "培训班 120人次"]);
    let words = "举办培训班3期和新闻发布会2场。";
    assert_eq!(activities(words), ["培训班 3期", "新闻发布会 2场"]);
}

#[test]
fn a_misprinted_unit_is_read_and_said() {
    let imported = report_saying("关停“甲”等16各政务新媒体。");
    let found = imported.report.disclosure.as_ref().expect("an activity");
    assert_eq!(named(&found.activities), ["关停政务新媒体 16个"]);
    let misprint = Remark::Misprint {
        read: "16个".to_owned(),
    };
    let note = imported
        .notes
        .iter()
        .find(|note| note.kind == NoteKind::Remark(misprint.clone()));
    let note = note.expect("the remark");
    assert_eq!(note.path.as_deref(), Some("disclosure.activities[0].count"));
    assert_eq!(
        (note.location, note.excerpt.as_str()),
        (Some(Location::Line(3)), "16各")
    );
}

#[test]
fn dates_shares_names_and_durations_are_neither_counts_nor_gaps() {
    for words in [
        "依照《条例》第五十条和《2020年要点30条》（宁政办发〔2020〕32 号）编制。",
        "90%以上事项实现了“网上可办”，同比增长12.5个百分点。",
        "接入“163”审批平台和12345热线，落实“三审三校”。",
        "实行24小时巡查、24值班制，电话0954-6017831，20个工作日内答复。",
        "2020年3月1日起施行，党的十九届五中全会精神。",
        "投入资金30万元，推广5G和A4打印。",
        "每月通报1次，每季度召开会议1次。",
        "各部门均明确 1 名专兼职人员。",
        "坚持一网通办，公开一批信息，办好一件事。",
        "比上年增加300条，同比增加20条。",
        "自2019年5月15日至2020年12月31日，历时一年半。",
    ] {
        let imported = report_saying(words);
        assert_eq!(imported.report.disclosure, None, "{words}");
        assert_eq!(gaps(&imported), [], "{words}");
    }
}

#[test]
fn a_count_without_a_name_is_reported_with_its_place() {
    for words in ["共300条。", "其间，300条。", "截至目前已有 20 个。"] {
        let imported = report_saying(words);
        assert_eq!(imported.report.disclosure, None, "{words}");
        assert_eq!(left_out(words), [Gap::LooseNumber], "{words}");
        let note = imported
            .notes
            .iter()
            .find(|note| note.kind == NoteKind::Gap(Gap::LooseNumber));
        assert_eq!(note.and_then(|note| note.location), Some(Location::Line(3)));
    }
}

#[test]
fn counts_shared_out_or_of_another_year_are_reported() {
    assert_eq!(
        left_out("网站和微信共推送300条、200条。"),
        [Gap::Ambiguous, Gap::Ambiguous]
    );
    assert_eq!(left_out("2019年召开推进会3次。"), [Gap::LooseNumber]);
    assert_eq!(left_out("各乡镇均发布信息20条。"), [Gap::LooseNumber]);
    assert_eq!(
        left_out("召开推进会3次（含视频会议2次）。"),
        [Gap::LooseNumber]
    );
}

#[test]
fn a_hedge_that_is_part_of_a_word_is_none() {
    one("受理预约30次。", "受理预约 30次");
}

#[test]
fn one_each_is_no_count_and_a_change_is_none() {
    for words in [
        "各乡镇（街道）、部门明确1名分管领导和1名专职人员。",
        "每个村设置1个公开栏。",
    ] {
        assert_eq!(report_saying(words).report.disclosure, None, "{words}");
        assert_eq!(left_out(words), [], "{words}");
    }
    let words = "政务新媒体账号由45个减少到23个。";
    assert_eq!(report_saying(words).report.disclosure, None);
    assert!(!left_out(words).is_empty());
    one("组织各乡镇、各部门召开推进会3次。", "推进会 3次");
}

#[test]
fn a_part_ends_where_something_else_is_counted() {
    let words = "推送微信500条，其中原创200条，召开会议3次。";
    assert_eq!(
        activities(words),
        ["微信 500条", "微信（原创） 200条", "会议 3次"]
    );
}
