//! The prose against the numbers: rules 10 and 11.
//!
//! Only words that can hardly mean anything else are read; all others have no finding.

use super::cell_in_year::CellInYear;
use super::clauses::{self, Number};
use super::finding::{Finding, Formula, Percent, Relation, Term, Value, Verdict};
use super::rule::Rule;
use super::{section_four, section_three};
use gongkai_model::text::{around, consists_of, contains};
use gongkai_model::{
    Applicant, Applications, BlockColumn, BlockKey, Cell, CellRef, Report, Reviews, RowKey,
};

/// The greatest distance in clauses between a percentage and its numbers.
const MAX_DISTANCE: usize = 8;

pub(super) fn check(report: &Report, findings: &mut Vec<Finding>) {
    let mut percentages = Vec::new();
    for (section, part) in report.text.iter().enumerate() {
        for (index, paragraph) in part.paragraphs.iter().enumerate() {
            let at = CellInYear {
                year: report.year,
                cell: CellRef::Paragraph(section, index),
            };
            let text = clauses::normalize(paragraph);
            for segment in clauses::segments(&text) {
                findings.extend(none_received(report, segment, at));
                findings.extend(all_upheld(report, segment, at));
                if segment.bytes().any(|byte| byte == b'%') {
                    percent(segment, at, &mut percentages);
                }
            }
        }
    }
    findings.append(&mut percentages);
}

const NOT_RECEIVED: [&str; 4] = ["未收到", "没有收到", "未接到", "没有接到"];

/// Words allowed before "未收到". Any other might limit it to a part of the year or of the agency.
const WHOLE_YEAR: [&str; 38] = [
    "截至",
    "截止",
    "12月31日",
    "年底",
    "年末",
    "度",
    "本年",
    "全年",
    "当年",
    "年",
    "报告期",
    "期间",
    "内",
    "，",
    "我县",
    "我市",
    "我区",
    "我省",
    "我镇",
    "我乡",
    "我局",
    "我委",
    "我办",
    "我厅",
    "我单位",
    "我机关",
    "本县",
    "本市",
    "本区",
    "本机关",
    "本单位",
    "本级",
    "全县",
    "全市",
    "全区",
    "依申请公开",
    "方面",
    "共",
];

/// Words allowed after "未收到". Any other might limit it to a kind of application.
const ANY_APPLICATION: [&str; 26] = [
    "任何", "公民", "、", "法人", "和", "或者", "或", "及", "与", "其他", "其它", "组织", "的",
    "有关", "关于", "要求", "提出", "提交", "政府", "信息", "依", "公开", "申请", "事项", "件",
    "情况",
];

/// Checks a statement that no application was received.
fn none_received(report: &Report, segment: &str, at: CellInYear) -> Option<Finding> {
    let (before, after) = NOT_RECEIVED
        .iter()
        .find_map(|phrase| around(segment, phrase))?;
    let year = report.year.to_string();
    let mut scope: Vec<&str> = vec![&year, &report.agency.name];
    scope.extend(WHOLE_YEAR);
    let what = after
        .split(['，', ',', '（', '('])
        .next()
        .unwrap_or_default();
    let is_general = consists_of(before, &scope)
        && contains(what, "申请")
        && consists_of(what, &ANY_APPLICATION);
    if !is_general {
        return None;
    }
    let nothing = Applications::default();
    let table = report.applications.as_ref().unwrap_or(&nothing);
    let received = section_three::term(table, report.year, RowKey::Received, Applicant::Total);
    let none = Term::cell(at, Cell::Count(0));
    Finding::of(
        Rule::NoneReceived,
        vec![Formula::sums(vec![received], Relation::Equal, vec![none])],
    )
}

const UPHELD: [&str; 7] = [
    "均获维持",
    "均获得维持",
    "均予维持",
    "均予以维持",
    "均被维持",
    "全部维持",
    "均维持",
];

/// Words that may limit "均获维持" to a part of the cases.
const LIMITING: [&str; 17] = [
    "纠正",
    "撤销",
    "其中",
    "驳回",
    "未",
    "审结",
    "复议后",
    "经复议",
    "上年",
    "上一年",
    "去年",
    "往年",
    "以前",
    "一审",
    "二审",
    "部分",
    "除",
];

/// Checks a statement that all decisions were upheld.
fn all_upheld(report: &Report, segment: &str, at: CellInYear) -> Option<Finding> {
    UPHELD.iter().find(|phrase| segment.contains(**phrase))?;
    let year = i64::from(report.year);
    let is_limited = LIMITING.iter().any(|word| contains(segment, word))
        || clauses::numbers(segment).iter().any(|number| {
            let after = segment.get(number.end..).unwrap_or_default();
            after.starts_with('月') || (after.starts_with('年') && number.digits != year)
        });
    if is_limited {
        return None;
    }
    let nothing = Reviews::default();
    let table = report.reviews.as_ref().unwrap_or(&nothing);
    let blocks = BlockKey::ALL.iter().filter(|block| match block {
        BlockKey::Reconsideration => contains(segment, "复议"),
        _ => contains(segment, "诉讼"),
    });
    let others = [
        BlockColumn::Corrected,
        BlockColumn::Other,
        BlockColumn::Pending,
    ];
    let formulas = blocks.map(|&block| {
        let others = others.map(|column| section_four::term(table, report.year, block, column));
        let none = Term::cell(at, Cell::Count(0));
        Formula::sums(others.to_vec(), Relation::Equal, vec![none])
    });
    Finding::of(Rule::AllUpheld, formulas.collect())
}

/// The X of "X率100%", which the clause with the number must contain too.
const RATES: [&str; 12] = [
    "办结",
    "按时办结",
    "按期办结",
    "答复",
    "按时答复",
    "按期答复",
    "及时答复",
    "回复",
    "按时回复",
    "办理",
    "处理",
    "受理",
];
/// Words between 率 and its percentage.
const LINKS: [&str; 7] = ["均为", "为", "均达到", "均达", "达到", "达", "是"];
/// Words for a share of the number that 其中 divides.
const SHARES: [&str; 4] = ["占比为", "占比达", "占比", "占"];
/// Words for a share of a total, which may be another number.
const SHARES_OF_TOTAL: [&str; 6] = [
    "占总数的",
    "占总量的",
    "占全部申请的",
    "占申请总数的",
    "占申请总量的",
    "占比约为",
];

/// Checks the percentages of a segment.
fn percent(segment: &str, at: CellInYear, findings: &mut Vec<Finding>) {
    let clauses = clauses::clauses(segment);
    for index in 1..clauses.len() {
        let near = clauses
            .get(index.saturating_sub(MAX_DISTANCE)..=index)
            .unwrap_or_default();
        if let Some((clause, before)) = near.split_last() {
            findings.extend(rate(clause, before, at).or_else(|| share(clause, before, at)));
        }
    }
}

/// Checks a rate, as in "受理3件，办结3件，办结率100%".
fn rate(clause: &str, before: &[&str], at: CellInYear) -> Option<Finding> {
    let (word, stated) = clause.split_once('率')?;
    RATES.iter().find(|rate| **rate == word)?;
    let link = LINKS.iter().find_map(|link| stated.strip_prefix(link));
    let stated = percentage(link.unwrap_or(stated))?;
    let (done, earlier) = before.split_last()?;
    if !contains(done, word) || done.contains(['未', '不', '无']) {
        return None;
    }
    let part = clauses::only_count(done)?;
    let mut wholes = Vec::new();
    for clause in earlier {
        for number in clauses::numbers(clause) {
            if number.unit == part.unit {
                if number.is_hedged || number.places > 0 {
                    return None;
                }
                wholes.push(number);
            }
        }
    }
    let quotient = |wholes: &[Number]| {
        let terms = wholes.iter().map(|whole| term(whole, at));
        Formula::quotient(
            term(&part, at),
            terms.collect(),
            Term::new(Some(at), Value::Percent(stated)),
        )
    };
    // The whole may be one number or the sum of all, such as received and carried in.
    let each = wholes.iter().rev().map(std::slice::from_ref);
    let matching = each
        .chain([wholes.as_slice()])
        .map(quotient)
        .find(|formula| formula.verdict == Verdict::Holds);
    let formula = match (matching, wholes.as_slice()) {
        (Some(formula), _) => formula,
        // Only a single adjacent number is certain to be the whole.
        (None, [whole]) if earlier.last().and_then(|c| clauses::only_count(c)) == Some(*whole) => {
            quotient(&[*whole])
        }
        _ => return None,
    };
    Finding::of(Rule::Percentage, vec![formula])
}

/// Checks a share, as in "办结805件，其中予以公开275件，占34.2%".
fn share(clause: &str, before: &[&str], at: CellInYear) -> Option<Finding> {
    let of = |words: &[&str]| {
        let mut stated = words.iter().filter_map(|word| clause.strip_prefix(word));
        stated.find_map(percentage)
    };
    let plain = of(&SHARES);
    let stated = plain.or_else(|| of(&SHARES_OF_TOTAL))?;
    let (named, earlier) = before.split_last()?;
    let part = clauses::only_count(named).filter(|part| part.end == named.len())?;
    let divided = before.iter().rposition(|clause| clause.starts_with("其中"));
    let whole = match divided {
        Some(index) => before.get(index.checked_sub(1)?)?,
        None => earlier.last()?,
    };
    let whole = clauses::only_count(whole).filter(|whole| whole.unit == part.unit)?;
    let formula = Formula::quotient(
        term(&part, at),
        vec![term(&whole, at)],
        Term::new(Some(at), Value::Percent(stated)),
    );
    let is_certain = divided.is_some() && plain.is_some();
    if formula.verdict == Verdict::Holds || is_certain {
        Finding::of(Rule::Percentage, vec![formula])
    } else {
        None
    }
}

fn term(number: &Number, at: CellInYear) -> Term {
    Term::cell(at, Cell::Count(number.digits))
}

/// Reads a text that consists of an exact percentage.
fn percentage(text: &str) -> Option<Percent> {
    let number = clauses::numbers(text).first().copied()?;
    let is_exact = number.unit == Some('%') && number.start == 0 && number.end == text.len();
    (is_exact && number.places <= 6).then_some(Percent {
        digits: number.digits,
        places: number.places,
    })
}
