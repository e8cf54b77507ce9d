use super::*;

fn cover(words: &str) -> Option<Cover> {
    disclosure(words).channels_cover
}

#[test]
fn two_channels_beside_each_other_are_no_total() {
    for (words, expected) in [
        ("网站81条，微信108条。", ["网站 81条", "微信 108条"]),
        (
            "政府网站公开信息2000条，政务新媒体公开信息1200条。",
            ["政府网站 2000条", "政务新媒体 1200条"],
        ),
        (
            "通过门户网站发布信息81条；在“虚构发布”微信公众号推送文章108篇。",
            ["门户网站 81条", "“虚构发布”微信公众号 108篇"],
        ),
        (
            "微信和微博分别发布信息81条、108条。",
            ["微信 81条", "微博 108条"],
        ),
    ] {
        let words = format!("全年发布信息情况：{words}");
        assert_eq!(total(&words), None, "{words}");
        assert_eq!(channels(&words), expected, "{words}");
        assert_eq!(cover(&words), None, "{words}");
        assert_eq!(left_out(&words), [], "{words}");
    }
}

#[test]
fn one_channel_alone_is_the_total_as_well() {
    for words in [
        "通过门户网站主动公开政府信息300条。",
        "门户网站全年发布信息300条。",
        "2020年在门户网站公开政府信息300条。",
    ] {
        assert_eq!(total(words).as_deref(), Some("300条"), "{words}");
        assert_eq!(channels(words), ["门户网站 300条"], "{words}");
        assert_eq!(cover(words), None, "{words}");
    }
    // The platform is not one channel.
    let words = "通过政府信息公开平台公开政府信息共计300条。";
    assert_eq!(total(words).as_deref(), Some("300条"));
    assert_eq!(channels(words), Vec::<String>::new());
}

#[test]
fn parts_that_are_channels_divide_the_total_by_channel() {
    for words in [
        "主动公开政府信息200条，其中网站150条，微信50条。",
        "主动公开政府信息200条（其中：网站150条，微信50条）。",
        "主动公开政府信息200条，其中，通过网站发布150条、通过微信发布50条。",
        "主动公开政府信息200条：网站150条，微信50条。",
        "主动公开政府信息200条。按渠道分，网站150条，微信50条。",
    ] {
        assert_eq!(channels(words), ["网站 150条", "微信 50条"], "{words}");
        assert_eq!(categories(words), Vec::<String>::new(), "{words}");
        assert_eq!(cover(words), Some(Cover::All), "{words}");
        assert_eq!(left_out(words), [], "{words}");
    }
    let words = "主动公开政府信息200条，其中通过网站发布120条。";
    assert_eq!(cover(words), Some(Cover::Some));
    let beside = "主动公开政府信息200条。此外，微信公众号推送文章90篇。";
    assert_eq!(total(beside).as_deref(), Some("200条"));
    assert_eq!(channels(beside), ["微信公众号 90篇"]);
    assert_eq!(cover(beside), Some(Cover::Some));
}

#[test]
fn a_channel_has_its_own_kinds() {
    let words = "主动公开政府信息200条，其中网站150条（动态100条、公告50条），微信50条。";
    assert_eq!(
        channels(words),
        ["网站 150条（动态 100条、公告 50条）", "微信 50条"]
    );
    let words = "局网站发布信息150条，其中动态100条，公告50条；微信公众号推送信息50条。";
    assert_eq!(
        channels(words),
        ["局网站 150条（动态 100条、公告 50条）", "微信公众号 50条"]
    );
    assert_eq!(total(words), None);
}

#[test]
fn accounts_visits_and_followers_are_no_channels() {
    for words in [
        "开通政务新媒体16个。",
        "网站访问量达30000次。",
        "微信公众号关注用户2000人。",
        "网站设置专栏12个。",
    ] {
        assert_eq!(channels(words), Vec::<String>::new(), "{words}");
        assert_eq!(total(words), None, "{words}");
    }
}

#[test]
fn a_gazette_is_a_channel_only_beside_channels() {
    let kinds = "主动公开政府信息200条，其中政策文件196条，政府公报4期。";
    assert_eq!(categories(kinds), ["政策文件 196条", "政府公报 4期"]);
    let beside = "主动公开政府信息200条，其中门户网站180条，政府公报20条。";
    assert_eq!(channels(beside), ["门户网站 180条", "政府公报 20条"]);
}
