use super::*;

const THREE: [&str; 3] = ["政策文件 20条", "政府公报 4期", "其他类 176条"];

#[test]
fn a_list_behind_the_total_divides_it_however_it_is_punctuated() {
    for words in [
        "主动公开政府信息200条。其中，政策文件20条，政府公报4期，其他类176条。",
        "主动公开政府信息200条，其中：政策文件20条、政府公报4期、其他类176条。",
        "主动公开政府信息200条。其中:政策文件20条；政府公报4期；其他类176条。",
        "主动公开政府信息200条，其中政策文件20条,政府公报4期,其他类176条。",
        "主动公开政府信息200条其中政策文件20条，政府公报4期，其他类176条。",
        "主动公开政府信息200条，其中：\n政策文件20条；\n政府公报4期；\n其他类176条。",
        "主动公开政府信息200条，其中一是政策文件20条；二是政府公报4期；三是其他类176条。",
        "主动公开政府信息200条，其中政策文件20条，占10%，政府公报4期，占2%，其他类176条，占88%。",
        "主动公开政府信息200条，其中政策文件20条占10%、政府公报4期占2%、其他类176条占88%。",
        "主动公开政府信息200条，其中发布政策文件共20条，政府公报共4期，其他类共计176条。",
    ] {
        let found = disclosure(words);
        assert_eq!(named(&found.categories), THREE, "{words}");
        assert_eq!(found.categories_cover, Some(Cover::All), "{words}");
        assert_eq!(left_out(words), [], "{words}");
        assert_eq!(named(&found.activities), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn a_list_that_adds_up_divides_the_total_and_a_shorter_one_names_some() {
    let cover = |words: &str| disclosure(words).categories_cover;
    assert_eq!(
        cover("主动公开政府信息200条，其中政策文件150条，工作动态50条。"),
        Some(Cover::All)
    );
    assert_eq!(
        cover("主动公开政府信息200余条，其中政策文件150条，工作动态80条。"),
        Some(Cover::All)
    );
    assert_eq!(
        cover("主动公开政府信息200条，其中政策文件150条，工作动态20条。"),
        Some(Cover::Some)
    );
    assert_eq!(cover("主动公开政府信息200条。"), None);
}

#[test]
fn what_stands_before_the_number_may_stand_behind_it() {
    let words = "主动公开政府信息200条，其中20条政策文件、180条其他信息。";
    assert_eq!(categories(words), ["政策文件 20条", "其他信息 180条"]);
}

#[test]
fn an_activity_behind_the_list_is_no_category() {
    let words = "主动公开政府信息200条，其中政策文件150条，其他50条，举办新闻发布会3场。";
    assert_eq!(categories(words), ["政策文件 150条", "其他 50条"]);
    assert_eq!(activities(words), ["新闻发布会 3场"]);
    let words = "主动公开政府信息200条，其中政策文件150条，举办新闻发布会3场。";
    assert_eq!(categories(words), ["政策文件 150条"]);
    assert_eq!(activities(words), ["新闻发布会 3场"]);
}

#[test]
fn a_name_of_two_words_keeps_both() {
    let words = "主动公开政府信息200条，其中公示、公告类154条，其他类46条。";
    assert_eq!(categories(words), ["公示、公告类 154条", "其他类 46条"]);
}

#[test]
fn a_list_within_a_list_is_reported() {
    let words = "主动公开政府信息200条，其中政策文件150条，其中转载30条，工作动态50条。";
    let found = disclosure(words);
    assert_eq!(named(&found.categories), ["政策文件 150条"]);
    assert_eq!(found.categories_cover, Some(Cover::Some));
    assert_eq!(left_out(words), [Gap::Ambiguous, Gap::Ambiguous]);
}

#[test]
fn a_second_division_of_the_same_total_is_reported() {
    let words = "主动公开政府信息200条，其中动态150条，公告50条。主动公开政府信息200条，其中政策20条，其他180条。";
    assert_eq!(categories(words), ["动态 150条", "公告 50条"]);
    assert_eq!(left_out(words), [Gap::Ambiguous, Gap::Ambiguous]);
}

#[test]
fn parts_of_an_unsure_total_are_not_taken() {
    let words = "主动公开政府信息200条，其中政策文件150条。共主动公开政府信息300条。";
    assert_eq!(report_saying(words).report.disclosure, None);
    assert_eq!(left_out(words).len(), 3);
}

#[test]
fn parts_of_an_activity_bear_its_name() {
    let words = "推送微信500条，其中原创200条。";
    assert_eq!(activities(words), ["微信 500条", "微信（原创） 200条"]);
}

#[test]
fn parts_of_nothing_known_are_reported() {
    let words = "工作有序开展，其中网站150条。";
    assert_eq!(report_saying(words).report.disclosure, None);
    assert_eq!(left_out(words), [Gap::Ambiguous]);
}

#[test]
fn a_category_cut_by_a_page_is_whole() {
    let words = "主动公开政府信息200条。其中，政策文件20条，政府信息\n\n- 3 -\n\n公开年报 40 条，其他类140条。";
    assert_eq!(
        categories(words),
        ["政策文件 20条", "政府信息公开年报 40条", "其他类 140条"]
    );
}

#[test]
fn the_items_of_a_list_may_be_sentences() {
    let words =
        "主动公开政府信息200条，其中：\n一是政策文件20条。\n二是政府公报4期。\n三是其他类176条。";
    let found = disclosure(words);
    assert_eq!(named(&found.categories), THREE);
    assert_eq!(found.categories_cover, Some(Cover::All));
    assert_eq!(named(&found.activities), Vec::<String>::new());
    // Activities, and sentences that are not items, are not categories.
    let words = "主动公开政府信息200条，其中：一是政策文件20条。二是召开会议4期。政府公报3期。";
    assert_eq!(named(&disclosure(words).categories), ["政策文件 20条"]);
}
