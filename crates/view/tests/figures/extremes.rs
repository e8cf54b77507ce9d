//! The largest numbers that a report may contain.

use super::*;
use gongkai_i18n::Locale::{En, ZhCn};
use gongkai_view::charts::{Paint, Shape, Size, draw};

const MOST: &str = "9,223,372,036,854,775,807";

#[test]
fn a_this_year_beyond_64_bits_is_not_made_up() {
    let row = json!({ "items_last_year": i64::MAX, "change": 1, "decisions": i64::MAX });
    let report = bare(
        "2019",
        json!({ "proactive": { "licences": row, "penalties": row } }),
    );
    let figure = plain(&report, View::Services, ZhCn);
    let cells = cells(&figure, "proactive.licences");
    assert_eq!(cells[..2], [count(i64::MAX), count(i64::MAX)]);
    assert_eq!(cells[3], derived("—"));
    assert_eq!(span(&figure, "proactive.licences").to, None);
    for text in [&figure.title, &figure.summary] {
        assert!(!text.contains('−'), "{text}");
    }
}

#[test]
fn a_fall_to_nothing_from_the_largest_number_is_a_hundred_per_cent() {
    let row = json!({ "items_last_year": i64::MAX, "change": -i64::MAX, "decisions": 0 });
    let report = bare("2019", json!({ "proactive": { "licences": row } }));
    let figure = plain(&report, View::Services, En);
    assert_eq!(
        cells(&figure, "proactive.licences")[3..],
        [derived("0"), derived("−100.0%")]
    );
    says(&figure.summary, &[MOST, "fell", "to 0"]);
}

#[test]
fn sums_of_the_largest_numbers_never_turn_negative() {
    let category = json!({ "name": "甲", "count": i64::MAX, "qualifier": "over" });
    let row = json!({ "items_last_year": i64::MAX, "change": 0, "decisions": i64::MAX });
    let report = bare(
        "2019",
        json!({
            "disclosure": {
                "total": { "count": i64::MAX, "qualifier": "about" },
                "categories_cover": "all",
                "categories": [category, category],
            },
            "proactive": { "licences": row, "penalties": row },
        }),
    );
    for view in &crate::support::FIRST {
        for choices in crate::support::choices(*view) {
            for locale in Locale::ALL {
                let figure = figure(&report, *view, &choices, locale);
                for text in [&figure.title, &figure.summary] {
                    assert!(!text.contains('−'), "{text}");
                }
                for datum in bars(&figure) {
                    assert!(datum.value.is_none_or(|value| value >= 0.0), "{datum:?}");
                    assert!(datum.upper.is_none_or(|high| high >= 0.0), "{datum:?}");
                }
            }
        }
    }
    let overview = plain(&report, View::Overview, ZhCn);
    assert_eq!(overview.headlines[1].value, format!("{MOST} 件"));
}

fn ticks(figure: &Figure) -> Vec<String> {
    let size = Size {
        width: 1920.0,
        em: 16.0,
    };
    let guides = draw(figure, size).guides.into_iter();
    let tick = |shape| match shape {
        Shape::Text {
            text,
            paint: Paint::Tick,
            ..
        } => Some(text),
        _ => None,
    };
    guides.filter_map(tick).collect()
}

#[test]
fn an_axis_that_ends_beyond_64_bits_says_its_own_numbers() {
    let categories =
        json!([{ "name": "甲", "count": i64::MAX }, { "name": "乙", "count": i64::MAX }]);
    let report = bare(
        "2019",
        json!({ "disclosure": { "categories": categories } }),
    );
    for scale in ["scale=linear", "scale=log"] {
        let ticks = ticks(&chosen(&report, View::Disclosure, scale, ZhCn));
        let last = ticks.last().map(String::as_str);
        assert_eq!(last, Some("1 × 10¹⁹"), "{ticks:?}");
        assert!(!ticks.iter().any(|tick| tick == MOST), "{ticks:?}");
    }
    let amount = json!({ "value": format!("95{}", "0".repeat(20)), "unit": "万元" });
    let procurement = json!({ "projects": 1, "amount": amount });
    let report = bare(
        "2019",
        json!({ "proactive": { "procurement": procurement } }),
    );
    let ticks = ticks(&plain(&report, View::Procurement, ZhCn));
    assert_eq!(
        ticks.last().map(String::as_str),
        Some("1 × 10²²"),
        "{ticks:?}"
    );
}

#[test]
fn money_is_shown_digit_for_digit_however_long() {
    let digits = format!("{}.{}", "9".repeat(30), "1".repeat(12));
    let procurement = json!({ "projects": 2, "amount": { "value": digits, "unit": "亿元" } });
    let report = bare(
        "2019",
        json!({ "proactive": { "procurement": procurement } }),
    );
    for locale in Locale::ALL {
        let figure = plain(&report, View::Procurement, locale);
        let shown = cells(&figure, "proactive.procurement.amount")[0].shown(locale);
        let kept: String = shown
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        let point = kept.find('.').unwrap_or(kept.len());
        let same = match locale {
            ZhCn => kept.clone(),
            // In yuan, the point is eight places further right.
            En => format!(
                "{}.{}{}",
                &kept[..point - 8],
                &kept[point - 8..point],
                &kept[point + 1..]
            ),
        };
        assert!(same.starts_with(&digits), "{shown}");
    }
}

#[test]
fn of_50_000_categories_200_are_drawn_and_all_are_in_the_table() {
    let categories: Vec<Json> = (0..50_000)
        .map(|index| json!({ "name": format!("类别{index}"), "count": index }))
        .collect();
    let disclosure = json!({ "categories_cover": "all", "categories": categories });
    let report = bare("2019", json!({ "disclosure": disclosure }));
    let figure = plain(&report, View::Disclosure, ZhCn);
    let drawn = bars(&figure);
    assert_eq!(drawn.len(), 200);
    assert_eq!(
        (drawn[0].name.as_str(), drawn[0].value),
        ("类别49999", Some(49_999.0))
    );
    let told = "图中只画前 200 项，全部 50000 项见表格。";
    assert!(
        figure.caveats.iter().any(|one| one == told),
        "{:?}",
        figure.caveats
    );
    assert_eq!(figure.table.rows.len(), 50_001);
}
