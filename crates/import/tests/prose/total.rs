use super::*;

#[test]
fn a_total_keeps_its_hedge_and_its_unit() {
    for (words, expected) in [
        ("主动公开政府信息3200余条。", "over 3200条"),
        ("主动公开政府信息 3200 多条。", "over 3200条"),
        ("主动公开政府信息3200条以上。", "over 3200条"),
        ("主动公开政府信息超过3200条。", "over 3200条"),
        ("主动公开政府信息逾3200条。", "over 3200条"),
        ("主动公开政府信息不少于3200条。", "over 3200条"),
        ("主动公开政府信息约3200条。", "about 3200条"),
        ("主动公开政府信息3200条左右。", "about 3200条"),
        ("主动公开政府信息近3200条。", "nearly 3200条"),
        ("主动公开政府信息3200条。", "3200条"),
        ("主动公开政府信息３，２００条。", "3200条"),
        ("主动公开政府信息3,200件。", "3200件"),
        ("主动公开政府信息1.2万条。", "12000条"),
        ("主动公开政府信息1.2万余条。", "over 12000条"),
        ("主动公开政府信息1万多条。", "over 10000条"),
        ("主动公开政府信息500多条。", "over 500条"),
        ("主动公开政府信息五十二条。", "52条"),
        ("主動公開政府信息300條。", "300條"),
    ] {
        assert_eq!(total(words).as_deref(), Some(expected), "{words}");
        assert_eq!(left_out(words), [], "{words}");
    }
}

#[test]
fn a_total_is_known_by_what_it_is_of() {
    for words in [
        "2020年，全县共主动公开政府信息300条。",
        "截至2020年12月31日，我县共公开各类政府信息300条。",
        "虚构县人民政府全年主动公开信息300条。",
        "虚构县2020年度主动公开政府信息总数为300条。",
        "一是主动公开300条政府信息。",
        "全年通过各种渠道公开政府信息300条。",
        "全年共发布各类信息300条。",
        "（一）主动公开。本年度公开政府信息共计300条。",
        "二〇二〇年，主动公开政府信息300条。",
    ] {
        assert_eq!(total(words).as_deref(), Some("300条"), "{words}");
    }
}

#[test]
fn a_part_of_the_year_of_the_place_or_of_the_channels_is_no_total() {
    for words in [
        "上半年主动公开政府信息300条。",
        "县教育局主动公开政府信息300条。",
        "各乡镇主动公开政府信息300条。",
        "2019年主动公开政府信息300条。",
        "2008年以来累计公开政府信息300条。",
        "发布疫情信息300条。",
        "去年主动公开政府信息300条。",
        // Everything that was ever published.
        "截至2020年12月31日，我县累计公开各类政府信息300条。",
        "截至2020年底，累计主动公开政府信息300条。",
        "网站开通以来共发布信息300条。",
    ] {
        assert_eq!(total(words), None, "{words}");
    }
}

#[test]
fn what_one_channel_published_is_the_total_unless_another_is_counted() {
    for words in [
        "通过政府网站主动公开政府信息300条。",
        "2020年，我局在门户网站公开信息300条。",
        "通过政府信息公开专栏主动公开信息300条。",
        "通过微信公众号渠道公开政府信息300条。",
    ] {
        assert_eq!(total(words).as_deref(), Some("300条"), "{words}");
        assert_eq!(left_out(words), [], "{words}");
    }
    let words = "通过政府网站发布信息81条，微信108条。";
    assert_eq!(total(words), None);
    assert_eq!(channels(words), ["政府网站 81条", "微信 108条"]);
}

#[test]
fn two_different_totals_are_reported_and_neither_is_taken() {
    let words = "主动公开政府信息3200条。全年共主动公开政府信息3500条。";
    assert_eq!(total(words), None);
    assert_eq!(left_out(words), [Gap::Ambiguous, Gap::Ambiguous]);
    let hedged = "主动公开政府信息3200余条。共主动公开政府信息3215条。";
    assert_eq!(total(hedged), None);
    let alike = "主动公开政府信息3200条。全年共主动公开政府信息3200条。";
    assert_eq!(total(alike).as_deref(), Some("3200条"));
}

#[test]
fn a_number_that_can_be_read_in_two_ways_is_reported() {
    for words in [
        "主动公开政府信息3 200条。",
        "主动公开政府信息300至500条。",
        "主动公开政府信息300-500条。",
        "主动公开政府信息近3000余条。",
        "主动公开政府信息不超过3000条。",
        "主动公开政府信息不足3000条。",
        "主动公开政府信息1万2千条。",
        "主动公开政府信息1.5条。",
        "主动公开政府信息99999999999999999999条。",
        "主动公开政府信息12*3条。",
        "主动公开政府信息12*条。",
    ] {
        assert_eq!(report_saying(words).report.disclosure, None, "{words}");
        assert_eq!(left_out(words), [Gap::Ambiguous], "{words}");
    }
}

#[test]
fn a_total_knows_its_line() {
    let imported = report_saying("工作有序开展。\n主动公开政府信息300条。");
    let reading = imported
        .readings
        .iter()
        .find(|r| r.path == "disclosure.total.count");
    assert_eq!(
        reading.map(|reading| reading.location),
        Some(Location::Line(4))
    );
}

#[test]
fn a_channel_named_right_before_is_that_of_the_total() {
    let words = "通过县政府门户网站，主动公开政府信息300条。";
    assert_eq!(total(words).as_deref(), Some("300条"));
    assert_eq!(channels(words), ["县政府门户网站 300条"]);
    let site = "政府网站总访问量20000次，信息发布总数3456条。";
    assert_eq!(total(site), None);
    // It is not said whether this is all, or what the site published.
    assert_eq!(activities(site), ["政府网站总访问量 20000次"]);
    assert_eq!(left_out(site), [Gap::LooseNumber]);
}

#[test]
fn a_colon_before_the_number_keeps_its_name() {
    let words = "公开政府信息数量：1256条，其中工作动态：800条，政策法规：456条。";
    assert_eq!(total(words).as_deref(), Some("1256条"));
    assert_eq!(categories(words), ["工作动态 800条", "政策法规 456条"]);
}

#[test]
fn what_is_said_of_another_year_in_the_same_clause_hides_no_total() {
    for words in [
        "全年主动公开政府信息3200条较上年增加215条。",
        "主动公开政府信息3200条比上年增长12%。",
        "2020年主动公开政府信息3200条同比上升3%，其中政策文件20条占比20.5%、其他类3180条。",
    ] {
        assert_eq!(total(words).as_deref(), Some("3200条"), "{words}");
        assert_eq!(left_out(words), [], "{words}");
    }
    let words = "主动公开政府信息3200条，其中政策文件20条占比20.5%、其他类3180条。";
    let found = disclosure(words);
    assert_eq!(named(&found.categories), ["政策文件 20条", "其他类 3180条"]);
    let words =
        "主动公开政府信息3200条，其中政策文件20条较2019年增加3条、其他类3180条比上年减少2条。";
    let found = disclosure(words);
    assert_eq!(named(&found.categories), ["政策文件 20条", "其他类 3180条"]);
    assert_eq!(named(&found.activities), Vec::<String>::new());
}

#[test]
fn a_unit_may_stand_in_brackets_and_a_total_may_have_none() {
    for (words, expected) in [
        ("主动公开政府信息1234（条）。", "1234条"),
        ("主动公开政府信息1234条（次）。", "1234条（次）"),
        ("2020年主动公开政府信息总数1234。", "1234"),
        ("主动公开政府信息数量：1234，其中政策文件20条。", "1234"),
    ] {
        assert_eq!(total(words).as_deref(), Some(expected), "{words}");
        assert_eq!(left_out(words), [], "{words}");
    }
    for words in [
        "主动公开政府信息已逾12%。",
        "主动公开政府信息，电话0000-6017831。",
        "主动公开政府信息12,34条。",
        "主动公开政府信息1，2304条。",
        "主动公开政府信息12, 34条。",
    ] {
        let disclosure = report_saying(words).report.disclosure;
        let total = disclosure.and_then(|disclosure| disclosure.total);
        assert_eq!(total, None, "{words}");
    }
}

#[test]
fn a_number_written_in_full_is_a_number() {
    for (words, expected) in [
        ("主动公开政府信息三千二百余条。", "over 3200条"),
        ("主动公开政府信息约一万二千条。", "about 12000条"),
        ("主动公开政府信息一千零五条。", "1005条"),
        ("主动公开政府信息三百二十条。", "320条"),
    ] {
        assert_eq!(total(words).as_deref(), Some(expected), "{words}");
        assert_eq!(left_out(words), [], "{words}");
    }
    // Ten thousand and two, or twelve thousand.
    let words = "主动公开政府信息一万二条。";
    assert_eq!(total(words), None);
    assert_eq!(left_out(words), [Gap::Ambiguous]);
}

#[test]
fn several_years_together_are_not_the_year() {
    for words in [
        "五年来累计主动公开政府信息300条。",
        "近三年共主动公开政府信息300条。",
    ] {
        assert_eq!(report_saying(words).report.disclosure, None, "{words}");
        assert_eq!(left_out(words), [Gap::LooseNumber], "{words}");
    }
    for words in [
        "一年来主动公开政府信息300条。",
        "二〇二〇年共主动公开政府信息300条。",
    ] {
        assert_eq!(total(words).as_deref(), Some("300条"), "{words}");
    }
}

#[test]
fn a_part_that_is_a_total_itself_leaves_it_open_which_is_meant() {
    let words = "全年共发布信息1234条，其中主动公开政府信息800条。";
    assert_eq!(report_saying(words).report.disclosure, None);
    assert_eq!(left_out(words), [Gap::Ambiguous, Gap::Ambiguous]);
}
