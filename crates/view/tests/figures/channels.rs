//! The channels of publication in the disclosure view.

use super::*;
use gongkai_i18n::Locale::{En, ZhCn};

fn channels() -> Report {
    gongkai_testing::sample("fictional/channels-2024.json")
}

/// The keys of the bars of the last panel.
fn last_panel(figure: &Figure) -> (&str, Vec<&str>) {
    let panel = figure.panels.last().expect("a panel");
    let Plot::Bars(bars) = &panel.plot else {
        panic!("{panel:?}");
    };
    let keys = bars.data.iter().map(|datum| datum.key.as_str());
    (&panel.caption, keys.collect())
}

#[test]
fn channels_have_a_panel_under_the_categories() {
    for (locale, caption) in [(ZhCn, "通过哪些渠道公开"), (En, "Through which channels")] {
        let figure = plain(&channels(), View::Disclosure, locale);
        assert_eq!(figure.panels.len(), 3);
        let keys = vec![
            "disclosure.channels[0]",
            "disclosure.channels[0].categories[0]",
            "disclosure.channels[0].categories[1]",
            "disclosure.channels[1]",
            "disclosure.channels[2]",
        ];
        assert_eq!(last_panel(&figure), (caption, keys.clone()));
        let rows = figure.table.rows.iter().map(|row| row.key.as_str());
        let rows: Vec<&str> = rows.filter(|key| key.contains("channels")).collect();
        assert_eq!(rows, keys);
    }
    let figure = plain(&channels(), View::Disclosure, ZhCn);
    let site = bar(&figure, "disclosure.channels[0]");
    assert_eq!((site.value, &*site.label), (Some(812.0), "812"));
    assert_eq!(site.detail, "政府门户网站：812 条。");
    let own = bar(&figure, "disclosure.channels[0].categories[1]");
    assert_eq!(
        (own.tone, &*own.name),
        (Tone::Muted, "政府门户网站 · 公告类")
    );
    says(
        &figure.summary,
        &["所列 3 个渠道中，公开最多的是“政府门户网站”：812 条"],
    );
    let row = figure.table.rows.last().expect("a row");
    assert_eq!(row.name, "渠道：政府公报");
    assert_eq!(row.cells.len(), 2);
    assert_eq!(row.cells[1], TableCell::None);
}

#[test]
fn a_share_is_of_categories_only() {
    let figure = chosen(&channels(), View::Disclosure, "measure=share", ZhCn);
    let site = bar(&figure, "disclosure.channels[0]");
    assert_eq!((site.value, &*site.label), (Some(812.0), "812"));
}

#[test]
fn channels_stand_by_size_or_as_printed_and_keep_their_own_categories() {
    let mut report = channels();
    let disclosure = report.disclosure.as_mut().expect("section one");
    disclosure.channels.reverse();
    let by_size = plain(&report, View::Disclosure, ZhCn);
    let printed = chosen(&report, View::Disclosure, "sort=printed", ZhCn);
    let own = |index| format!("disclosure.channels[2].categories[{index}]");
    let (first, second) = (own(0), own(1));
    let [zero, one, two] = [0, 1, 2].map(|index| format!("disclosure.channels[{index}]"));
    assert_eq!(
        last_panel(&by_size).1,
        [&*two, &first, &second, &one, &zero]
    );
    assert_eq!(
        last_panel(&printed).1,
        [&*zero, &one, &two, &first, &second]
    );
}

#[test]
fn channels_that_may_overlap_are_said_not_to_be_added_up() {
    let note = "各渠道的数量不相加";
    let has_note = |report: &Report| {
        let figure = plain(report, View::Disclosure, ZhCn);
        figure.caveats.iter().any(|caveat| caveat.contains(note))
    };
    let mut report = channels();
    assert!(!has_note(&report));
    for cover in [Some(Cover::Some), None] {
        let disclosure = report.disclosure.as_mut().expect("section one");
        disclosure.channels_cover = cover;
        assert!(has_note(&report), "{cover:?}");
    }
}

#[test]
fn a_hedged_channel_shows_its_range_and_says_so() {
    let mut report = channels();
    let disclosure = report.disclosure.as_mut().expect("section one");
    let channel = &mut disclosure.channels[1];
    (channel.count, channel.qualifier) = (380, Some(Qualifier::Over));
    let figure = plain(&report, View::Disclosure, ZhCn);
    let hedged = bar(&figure, "disclosure.channels[1]");
    assert_eq!((hedged.upper, &*hedged.label), (Some(389.0), "380 余"));
    assert!(figure.caveats.iter().any(|caveat| caveat.contains("斜纹")));
}

#[test]
fn channels_without_categories_or_a_total_are_still_shown() {
    let listed = json!([{ "name": "网站", "count": 138, "unit": "条" }, { "name": "微信", "count": 0 }, { "name": "公报", "count": 1, "unit": "条" }]);
    let alone = bare("2021", json!({ "disclosure": { "channels": listed } }));
    let figure = chosen(&alone, View::Disclosure, "scale=log", En);
    assert_eq!(figure.panels.len(), 1);
    assert_eq!(
        figure.title,
        "Of the 3 channels listed, most was published through “网站”: 138 items."
    );
    assert_eq!(control_ids(&figure), ["sort", "scale"]);
    assert_eq!(figure.table.columns.len(), 2);
    assert_eq!(figure.table.rows.len(), 3);
    assert_eq!(
        figure.caveats.len(),
        3,
        "overlap, log, zero: {:?}",
        figure.caveats
    );
    let disclosure = json!({ "total": { "count": 138 }, "channels": listed });
    let with_total = bare("2021", json!({ "disclosure": disclosure }));
    let figure = plain(&with_total, View::Disclosure, ZhCn);
    assert_eq!(figure.panels.len(), 2);
    says(&figure.title, &["138", "没有列出分类"]);
    says(&figure.summary, &["所列 3 个渠道"]);
}

/// The figures that show a remark on the paths.
fn views_with(report: &Report, at: &[&str]) -> Vec<View> {
    let mut report = report.clone();
    report.remarks = vec![Remark {
        at: Paths(at.iter().map(|path| (*path).to_owned()).collect()),
        rule: None,
        text: "口径不同。".to_owned(),
    }];
    let has_remark = |view: &&View| {
        let figure = plain(&report, **view, ZhCn);
        let remarks = figure.caveats.iter();
        remarks
            .filter(|caveat| *caveat == "机关说明：口径不同。")
            .count()
            == 1
    };
    let views = crate::support::drawn().filter(has_remark);
    views.copied().collect()
}

#[test]
fn a_remark_is_shown_by_the_figures_that_show_its_cells() {
    let report = channels();
    for (path, views) in [
        ("disclosure.total", vec![View::Disclosure]),
        ("disclosure.total.count", vec![View::Disclosure]),
        ("disclosure.categories[2]", vec![View::Disclosure]),
        ("disclosure.channels[0].categories", vec![View::Disclosure]),
        ("proactive.licences.decisions", vec![View::Services]),
        ("proactive.rules", vec![View::Documents]),
        ("applications.received[6]", vec![View::Applications]),
        ("reviews.reconsideration", vec![View::Reviews]),
        ("year", vec![]),
        ("text[0].title", vec![]),
    ] {
        let found = views_with(&report, &[path]);
        let others: Vec<View> = found
            .into_iter()
            .filter(|view| *view != View::Overview)
            .collect();
        assert_eq!(others, views, "{path}");
    }
    let both = views_with(
        &report,
        &["disclosure.total", "disclosure.channels", "reviews"],
    );
    assert_eq!(both, [View::Disclosure, View::Reviews]);
}
