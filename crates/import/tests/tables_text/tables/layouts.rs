//! Whole forms as text, in every layout that has a row or a cell on a line.

use super::form::{Read, report};
use gongkai_model::Edition;

type Print = fn(&[Vec<String>]) -> String;

fn by_line(rows: &[Vec<String>], print: impl Fn(&[String]) -> String) -> String {
    rows.iter().map(|row| print(row) + "\n").collect()
}

fn cells(rows: &[Vec<String>], after: &str) -> String {
    let cells = rows.iter().flatten().filter(|cell| !cell.is_empty());
    cells.map(|cell| format!("{cell}{after}")).collect()
}

/// Layouts that show where a cell ends, with or without empty fields for merged cells.
const SEPARATED: &[(&str, Print)] = &[
    ("tabs", |rows| by_line(rows, |row| row.join("\t"))),
    ("a tab at the end", |rows| {
        by_line(rows, |row| row.join("\t") + "\t")
    }),
    ("tabs and spaces", |rows| {
        by_line(rows, |row| row.join(" \t "))
    }),
    ("tabs, blank lines between", |rows| {
        by_line(rows, |row| row.join("\t") + "\n\n")
    }),
    ("bars", |rows| by_line(rows, |row| row.join("|"))),
    ("a bar at the end", |rows| {
        by_line(rows, |row| row.join(" | ") + " |")
    }),
    ("a bar at the start", |rows| {
        by_line(rows, |row| format!("| {}", row.join(" | ")))
    }),
    ("bars around", |rows| {
        by_line(rows, |row| format!("| {} |", row.join(" | ")))
    }),
    ("markdown", |rows| {
        by_line(rows, |row| {
            format!("| {} |\n|{}", row.join(" | "), "---|".repeat(row.len()))
        })
    }),
    ("full-width bars", |rows| {
        by_line(rows, |row| format!("｜{}｜", row.join("｜")))
    }),
    ("drawn", |rows| {
        by_line(rows, |row| format!("├────┼────┤\n│ {} │", row.join(" │ ")))
    }),
    ("hard spaces at the tabs", |rows| {
        by_line(rows, |row| row.join("\u{a0}\t\u{a0}"))
    }),
];

/// Layouts that only separate cells that are not blank.
const LOOSE: &[(&str, Print)] = &[
    ("a cell a line", |rows| cells(rows, "\n")),
    ("a cell a line, blank lines between", |rows| {
        cells(rows, "\n\n")
    }),
    ("a cell a line, carriage returns", |rows| {
        cells(rows, "\r\n")
    }),
    ("a cell a line, a tab behind", |rows| cells(rows, "\t\n")),
    ("a cell a line, a bar behind", |rows| cells(rows, " |\n")),
    ("a cell a line, a bar before", |rows| cells(rows, "\n| ")),
    ("a cell a line, bars alone", |rows| cells(rows, "\n|\n")),
    ("a cell a line, hard spaces", |rows| {
        cells(rows, "\u{a0}\n\u{3000}")
    }),
    ("spaces", |rows| by_line(rows, |row| row.join(" "))),
    ("many spaces", |rows| {
        by_line(rows, |row| format!("   {}  ", row.join("     ")))
    }),
    ("full-width spaces", |rows| {
        by_line(rows, |row| row.join("\u{3000}"))
    }),
    ("hard spaces", |rows| {
        by_line(rows, |row| row.join("\u{a0}\u{a0}"))
    }),
    ("form feeds between rows", |rows| {
        by_line(rows, |row| format!("\u{c}{}", row.join(" ")))
    }),
];

#[test]
fn a_form_whose_separators_show_is_read_whole() {
    for edition in [Edition::Form2019, Edition::Form2021] {
        for (name, print) in SEPARATED {
            for merged in [false, true] {
                let printed = report(edition, merged, print);
                Read::text(&printed).is_whole(edition, &format!("{name}, {edition:?}, {merged}"));
            }
        }
    }
}

#[test]
fn a_form_without_blanks_is_read_whole_however_its_cells_are_parted() {
    for edition in [Edition::Form2019, Edition::Form2021] {
        for (name, print) in LOOSE {
            let printed = report(edition, false, print);
            Read::text(&printed).is_whole(edition, &format!("{name}, {edition:?}"));
        }
    }
}

/// Each way in which a label or a figure may be written, applied to a whole printed form.
const WRITTEN: &[super::Way] = &[
    ("half-width brackets", |text| {
        text.replace('（', "(").replace('）', ")")
    }),
    ("brackets and spaces", |text| {
        text.replace('（', " ( ").replace('）', " ) ")
    }),
    ("1、", |text| digits_then(text, "、")),
    ("1．", |text| digits_then(text, "．")),
    ("1 .", |text| digits_then(text, " . ")),
    ("circled", |text| {
        let mut text = text.to_owned();
        for (at, circle) in ('①'..='⑧').enumerate() {
            text = text.replace(&format!("\n{}.", at + 1), &format!("\n{circle}"));
        }
        text
    }),
    ("without numbers", |text| {
        let mut text = digits_then(text, "");
        for number in 1..=8 {
            text = text.replace(&format!("\n{number}\u{1}"), "\n");
        }
        for number in [
            "（一）",
            "（二）",
            "（三）",
            "（四）",
            "（五）",
            "（六）",
            "（七）",
        ] {
            text = text.replace(&format!("\n{number}"), "\n");
        }
        text.replace("\n一、本", "\n本")
            .replace("\n二、上", "\n上")
            .replace("\n四、结", "\n结")
    }),
    ("full-width digits", |text| {
        text.chars()
            .map(|c| match c {
                '0'..='9' => char::from_u32(c as u32 + 0xfee0).expect("full-width"),
                '+' => '＋',
                '-' => '－',
                c => c,
            })
            .collect()
    }),
    ("a zero-width space in every label", |text| {
        text.replace('公', "公\u{200b}")
    }),
    ("traditional", |text| {
        let pairs = "资資许許处處罚罰强強制製数數开開总總计計划劃请請类類业業机機构構织織务務审審结結转轉复復议議诉訴讼訟属屬国國执執过過内內报報监監费費项項购購采採规規范範现現废廢对對无無当當应應决決维維纠糾经經后後续續办辦单單个個关關书書举舉档檔门門间間";
        let mut text = text.to_owned();
        let mut chars = pairs.chars();
        while let (Some(simple), Some(traditional)) = (chars.next(), chars.next()) {
            text = text.replace(simple, &traditional.to_string());
        }
        text
    }),
    ("headings in two lines", |text| {
        text.replace("本年新制作数量", "本年新\n制作数量")
            .replace("本年新公开数量", "本年新\n公开数量")
            .replace("对外公开总数量", "对外公开\n总数量")
            .replace("商业企业", "商业\n企业")
            .replace("科研机构", "科研\n机构")
            .replace("社会公益组织", "社会\n公益\n组织")
            .replace("法律服务机构", "法律服\n务机构")
            .replace("处理决定数量", "处理决\n定数量")
            .replace("结果维持", "结果\n维持")
            .replace("结果纠正", "结果\n纠正")
            .replace("尚未审结", "尚未\n审结")
            .replace("本年增/减", "本年\n增/减")
    }),
    ("labels in two lines", |text| {
        text.replace("新收政府", "新收\n政府")
            .replace("其他对外管", "其他对\n外管")
            .replace("行政法规", "行政\n法规")
            .replace("安全一", "安全\n一")
            .replace("大量反复", "大量\n反复")
            .replace("重新出具", "重新\n出具")
            .replace("逾期不补正", "逾期不\n补正")
            .replace("行政事业性", "行政事\n业性")
            .replace("区分处理的，", "区分处理的，\n")
    }),
    ("agency's own words", |text| {
        text.replace("结转下年度", "结转下一年度")
            .replace("总数量\n", "总数量（件）\n")
    }),
    ("a page's number between the rows", |text| {
        text.replace("（三）不予公开", "- 5 -\n（三）不予公开")
            .replace("四、结转", "第 6 页 共 8 页\n四、结转")
    }),
];

fn digits_then(text: &str, mark: &str) -> String {
    let mut text = text.to_owned();
    for number in 1..=8 {
        let new = if mark.is_empty() { "\u{1}" } else { mark };
        text = text.replace(&format!("\n{number}."), &format!("\n{number}{new}"));
    }
    text
}

#[test]
fn labels_and_figures_are_known_however_they_are_written() {
    let cell_a_line: Print = |rows| cells(rows, "\n");
    for edition in [Edition::Form2019, Edition::Form2021] {
        for (name, write) in WRITTEN {
            let printed = write(&report(edition, false, &cell_a_line));
            Read::text(&printed).is_whole(edition, &format!("{name}, {edition:?}"));
        }
    }
}
