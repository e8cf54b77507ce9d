use super::*;
use proptest::prelude::*;

/// Words of reports in random order.
fn scraps() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "主动公开",
        "政府信息",
        "其中",
        "，",
        "。",
        "：",
        "；",
        "、",
        "\n",
        "一、总体情况\n",
        "二、主动公开政府信息情况\n",
        "3200",
        "余",
        "条",
        "件",
        "1.2",
        "万",
        "约",
        "近",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "第",
        "号",
        "%",
        "2020年",
        "1月",
        "1日",
        "至",
        "办结",
        "收到",
        "申请",
        "信息公开",
        "举办",
        "培训",
        "人次",
        "其他类",
        "十二",
        "两",
        "等",
        "16各",
        "对",
        "进行",
        "督导",
        " ",
        "\u{3000}",
        "-",
        "虚构县",
        "人民政府",
        "报告",
        "公布",
        "统计期限",
        "发布时间：",
        "均",
        "每",
        "分别",
        "占",
        "的",
        "是",
        "一",
        "999999999999999",
        "ＡＢ",
        "０",
    ]);
    prop::collection::vec(words, 0..80).prop_map(|words| words.concat())
}

fn accepted(text: &str) -> Result<(), TestCaseError> {
    if let Ok(imported) = read(&document(text)) {
        let written = imported.report.write();
        prop_assert_eq!(Report::read(&written), Ok(imported.report));
        for note in &imported.notes {
            prop_assert!(note.excerpt.chars().count() <= 80);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        accepted(&text)?;
    }

    #[test]
    fn any_scraps_of_a_report_make_one_that_can_be_read_again(above in scraps(), one in scraps(), below in scraps()) {
        accepted(&format!(
            "{above}\n虚构县2020年政府信息公开工作年度报告\n一、总体情况\n{one}\n六、其他需要报告的事项\n{below}"
        ))?;
        accepted(&above)?;
    }

    #[test]
    fn a_printed_count_is_the_count_that_is_read(count in 0_i64..1_000_000_000_000, hedge in 0_usize..4, grouped: bool) {
        let digits = if grouped { thousands(count) } else { count.to_string() };
        let (printed, qualifier) = match hedge {
            0 => (format!("{digits}条"), None),
            1 => (format!("{digits}余条"), Some(Qualifier::Over)),
            2 => (format!("约{digits}条"), Some(Qualifier::About)),
            _ => (format!("近{digits}条"), Some(Qualifier::Nearly)),
        };
        let total = disclosure(&format!("主动公开政府信息{printed}。")).total;
        prop_assert_eq!(total, Some(Quantity { count, qualifier, unit: Some("条".to_owned()) }));
    }

    #[test]
    fn no_category_gets_another_s_number(counts in prop::collection::vec(0_i64..100_000, 1..12)) {
        let names = ["甲类", "乙类", "丙类", "丁类", "戊类", "己类", "庚类", "辛类", "壬类", "癸类", "子类", "丑类"];
        let list: Vec<String> = names.iter().zip(&counts).map(|(name, count)| format!("{name}信息{count}条")).collect();
        let found = disclosure(&format!("主动公开政府信息200条。其中，{}。", list.join("，"))).categories;
        let read: Vec<i64> = found.iter().map(|item| item.count).collect();
        prop_assert_eq!(read, counts);
    }
}

fn thousands(count: i64) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
