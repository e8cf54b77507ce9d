//! Whether a report's numbers agree with each other, in words.
//!
//! The report disagrees with itself; nobody is accused.

use crate::{
    CellInYear, Finding, Formula, Origin, Percent, Relation, Rule, Sign, Term, Value, Verdict,
};
use gongkai_i18n::{
    BLANK, Locale, amount, applicant_label, block_label, cell_name, group, grouped, hedged,
    proactive_label, row_name, spoken, texts,
};
use gongkai_model::{Amount, Cell, CellRef, Edition};

texts! {
    /// Rules, verdicts and what connects numbers.
    CheckText {
        InflowIsOutflow: "本年新收与上年结转之和，等于办理结果总计与结转下年度之和", "Applications received and carried in together equal the outcomes' total and those carried out";
        OutcomesAddUp: "各项办理结果相加，等于办理结果总计", "The outcomes add up to their total";
        ApplicantsAddUp: "六类申请人相加，等于该行总计", "The six kinds of applicant add up to the row's total";
        ResultsAddUp: "四种结果相加，等于总计", "The four results add up to the total";
        NotNegative: "除“本年增/减”外，没有负数", "No number but a change is negative";
        ItemsRemain: "上一年项目数量加本年增/减，不小于 0", "Items last year and the change together are not below 0";
        DisclosedWithinTotal: "本年新公开数量不超过对外公开总数量", "Those disclosed this year do not exceed those disclosed in total";
        ProjectsWithAmount: "采购项目数量与采购总金额，或都为 0，或都大于 0", "Procurement projects and their amount are both 0 or both above 0";
        MadeWithinInForce: "本年制发件数不超过现行有效件数", "Documents issued this year do not exceed those in force";
        CategoriesAddUp: "所列各类信息相加，等于正文所述总数", "The listed categories add up to the total that the text states";
        CategoriesWithinTotal: "所列部分类别相加，不超过正文所述总数", "The categories that are listed do not exceed the total that the text states";
        StatedApplications: "正文所述的申请数量与申请表一致", "Applications as the text states them agree with the table";
        NoneReceived: "正文写明未收到申请，申请表中新收为 0", "The text says that no application was received, and the table has 0";
        AllUpheld: "正文写明均获维持，纠正、其他结果和尚未审结为 0", "The text says that all were upheld, and corrected, other and pending are 0";
        Percentage: "正文中的百分比，等于旁边两数之比", "A percentage in the text is the quotient of the numbers beside it";
        PeriodInYear: "统计期限在报告年度之内", "The period covered lies in the report's year";
        CarriedOver: "上一年结转下年度的数量，等于这一年的上年结转数量", "Those carried out of one year equal those carried in to the next";
        ItemsContinue: "前一年项目数量加增减，等于后一年所填的上一年项目数量", "One year's items and change together equal the next report's items last year";
        InForceContinues: "现行有效件数，等于上年现行有效加本年制发减本年废止", "Those in force equal those in force the year before, plus issued, less repealed";

        OriginPrinted: "报表中印明的关系", "printed on the form itself";
        OriginDerived: "由各格含义得出的关系", "follows from what the cells mean";

        Holds: "一致", "Agrees";
        HoldsIfBlanksAreZero: "把空白计为 0 时一致", "Agrees if blanks are counted as 0";
        CannotTell: "无法判断", "Cannot tell";
        Fails: "不一致", "Does not agree";
        Noted: "可留意", "Worth a look";
        DiffersBy: "{0}，相差 {1}", "{0}: differs by {1}";
        DiffersByEach: "{0}，分别相差 {1}", "{0}: differences of {1}";
        DiffersAtLeast: "{0}（考虑“余”“约”等说法或空白，至少 {1}）", "{0} (at least {1}, allowing for “over”, “about” and blanks)";
        And: "、", " and ";
        Between: "；", "; ";

        Range: "{0} 至 {1}", "{0} to {1}";
        Against: "{0}，对照 {1}", "{0} against {1}";
        Pair: "{0}，{1}", "{0}, {1}";

        IsBlank: "“{0}”为空白", "“{0}” is blank";
        IsNotApplicable: "“{0}”填的是“/”", "“{0}” is “/”";
        IsMissing: "没有“{0}”的数字", "there is no number for “{0}”";
        More: "{0}等", "{0} and more";
        CoverUnknown: "报告没有说明所列类别是否包括全部信息", "the report does not say whether the categories listed cover all";
        DividedByZero: "除数为 0", "it would divide by 0";

        CellOfYear: "{0} 年：{1}", "{0}: {1}";
    }
}

/// The rule in one sentence.
pub fn rule_name(locale: Locale, rule: Rule) -> &'static str {
    let text = match rule {
        Rule::InflowIsOutflow => CheckText::InflowIsOutflow,
        Rule::OutcomesAddUp => CheckText::OutcomesAddUp,
        Rule::ApplicantsAddUp => CheckText::ApplicantsAddUp,
        Rule::ResultsAddUp => CheckText::ResultsAddUp,
        Rule::NotNegative => CheckText::NotNegative,
        Rule::ItemsRemain => CheckText::ItemsRemain,
        Rule::DisclosedWithinTotal => CheckText::DisclosedWithinTotal,
        Rule::ProjectsWithAmount => CheckText::ProjectsWithAmount,
        Rule::MadeWithinInForce => CheckText::MadeWithinInForce,
        Rule::CategoriesAddUp => CheckText::CategoriesAddUp,
        Rule::CategoriesWithinTotal => CheckText::CategoriesWithinTotal,
        Rule::StatedApplications => CheckText::StatedApplications,
        Rule::NoneReceived => CheckText::NoneReceived,
        Rule::AllUpheld => CheckText::AllUpheld,
        Rule::Percentage => CheckText::Percentage,
        Rule::PeriodInYear => CheckText::PeriodInYear,
        Rule::CarriedOver => CheckText::CarriedOver,
        Rule::ItemsContinue => CheckText::ItemsContinue,
        Rule::InForceContinues => CheckText::InForceContinues,
    };
    text.text(locale)
}

/// Who states the rule.
pub fn rule_origin(locale: Locale, rule: Rule) -> &'static str {
    let text = match rule.origin() {
        Origin::Printed => CheckText::OriginPrinted,
        Origin::Derived => CheckText::OriginDerived,
    };
    text.text(locale)
}

/// The verdict in a word or two; a hint that does not hold has its own.
pub fn verdict_word(locale: Locale, finding: &Finding) -> &'static str {
    let text = match finding.verdict {
        Verdict::Holds => CheckText::Holds,
        Verdict::HoldsIfBlanksAreZero => CheckText::HoldsIfBlanksAreZero,
        Verdict::CannotTell => CheckText::CannotTell,
        Verdict::Fails if finding.rule.is_hint() => CheckText::Noted,
        Verdict::Fails => CheckText::Fails,
    };
    text.text(locale)
}

/// The verdict with its difference: `不一致，相差 1,036（…至少 937）`.
pub fn verdict(locale: Locale, finding: &Finding) -> String {
    let word = verdict_word(locale, finding);
    let differences: Vec<String> = finding
        .formulas
        .iter()
        .filter_map(|formula| formula.difference)
        .map(|difference| {
            let printed = wide(difference.printed);
            if difference.least == difference.printed {
                printed
            } else {
                CheckText::DiffersAtLeast.with(locale, &[&printed, &wide(difference.least)])
            }
        })
        .collect();
    let text = match differences.len() {
        0 => return word.to_owned(),
        1 => CheckText::DiffersBy,
        _ => CheckText::DiffersByEach,
    };
    text.with(
        locale,
        &[word, &differences.join(CheckText::And.text(locale))],
    )
}

/// What the finding is about, where its rule is held against several rows, columns or blocks.
pub fn subject(locale: Locale, edition: Edition, finding: &Finding) -> Option<String> {
    let place = finding.cells.first()?.cell;
    let label = match (place, finding.rule) {
        (CellRef::Application(row, _), Rule::ApplicantsAddUp) => {
            return Some(row_name(locale, row));
        }
        (
            CellRef::Application(_, applicant),
            Rule::InflowIsOutflow | Rule::OutcomesAddUp | Rule::CarriedOver,
        ) => applicant_label(locale, applicant),
        (CellRef::Review(block, _), _) => block_label(locale, block),
        (CellRef::Proactive(row, _), _) => proactive_label(locale, edition, row),
        _ => return None,
    };
    Some(label.to_owned())
}

/// Why nothing can be told, where that is so.
pub fn reason(locale: Locale, edition: Edition, finding: &Finding) -> Option<String> {
    if finding.verdict != Verdict::CannotTell {
        return None;
    }
    let terms = || {
        let formulas = finding.formulas.iter();
        formulas
            .filter(|formula| formula.verdict == Verdict::CannotTell)
            .flat_map(|formula| formula.left.iter().chain(&formula.right))
    };
    let without_number = terms().filter(|term| term.is_blank() || term.is_unknown());
    let mut named: Vec<String> = without_number
        .take(4)
        .filter_map(|term| {
            let text = match &term.value {
                Value::Cell(Cell::Blank)
                | Value::Change(Cell::Blank)
                | Value::Amount(Amount::Blank) => CheckText::IsBlank,
                Value::Cell(Cell::NotApplicable)
                | Value::Change(Cell::NotApplicable)
                | Value::Amount(Amount::NotApplicable) => CheckText::IsNotApplicable,
                _ => CheckText::IsMissing,
            };
            let name = cell_name(locale, edition, term.cell?.cell);
            Some(text.with(locale, &[&name]))
        })
        .collect();
    let more = named.len() > 3;
    named.truncate(3);
    if named.is_empty() {
        let text = match finding.rule {
            Rule::Percentage => CheckText::DividedByZero,
            _ => CheckText::CoverUnknown,
        };
        return Some(text.text(locale).to_owned());
    }
    let list = named.join(CheckText::Between.text(locale));
    Some(if more {
        CheckText::More.with(locale, &[&list])
    } else {
        list
    })
}

/// As [`cell_name`], with the year, for findings between two reports.
pub fn cell_name_of_year(locale: Locale, edition: Edition, at: CellInYear) -> String {
    let name = cell_name(locale, edition, at.cell);
    CheckText::CellOfYear.with(locale, &[&at.year.to_string(), &name])
}

/// How much of a long sum is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    Full,
    /// Of a sum of more than six terms no zeros, and then the first two and the last.
    Brief,
}

/// The most terms that are all written in brief.
const LONG: usize = 6;

/// The finding's formulas with the numbers filled in: `387 − 302 = 85 ≥ 0`.
pub fn formulas(locale: Locale, finding: &Finding, detail: Detail) -> String {
    let written = finding
        .formulas
        .iter()
        .map(|one| formula(locale, one, detail));
    let written: Vec<String> = written.collect();
    written.join(CheckText::Between.text(locale))
}

/// One formula with the numbers filled in, and the sum of each side that is one.
pub fn formula(locale: Locale, formula: &Formula, detail: Detail) -> String {
    let left = match formula.relation {
        Relation::Quotient => division(locale, &formula.left, detail),
        _ => side(locale, &formula.left, detail),
    };
    let right = side(locale, &formula.right, detail);
    let fails = formula.verdict == Verdict::Fails;
    match formula.relation {
        _ if formula.verdict == Verdict::CannotTell => {
            CheckText::Against.with(locale, &[&left, &right])
        }
        Relation::Quotient if fails => match quotient(formula) {
            Some(exact) => format!("{left} = {exact} ≠ {right}"),
            None => format!("{left} ≠ {right}"),
        },
        Relation::Quotient => format!("{left} = {right}"),
        Relation::Together => {
            let left = beside_zero(&left, &formula.left);
            let right = beside_zero(&right, &formula.right);
            CheckText::Pair.with(locale, &[&left, &right])
        }
        Relation::Equal => compared(
            locale,
            formula,
            [left, right],
            if fails { "≠" } else { "=" },
        ),
        Relation::AtMost => compared(
            locale,
            formula,
            [left, right],
            if fails { ">" } else { "≤" },
        ),
        Relation::AtLeast => compared(
            locale,
            formula,
            [left, right],
            if fails { "<" } else { "≥" },
        ),
    }
}

/// Two sums with the sign between them; sums of hedged numbers stand apart, each as its range.
fn compared(locale: Locale, formula: &Formula, written: [String; 2], sign: &str) -> String {
    let [left, right] = written;
    let (left_sum, right_sum) = (Formula::sum(&formula.left), Formula::sum(&formula.right));
    let (many_left, many_right) = (formula.left.len() > 1, formula.right.len() > 1);
    if left_sum.0 != left_sum.1 || right_sum.0 != right_sum.1 {
        let with_range = |side: String, (low, high): (i128, i128), many: bool| {
            if low != high {
                let range = CheckText::Range.with(locale, &[&wide(low), &wide(high)]);
                [&side, " = ", &range].concat()
            } else if many {
                [&side, " = ", &wide(low)].concat()
            } else {
                side
            }
        };
        let left = with_range(left, left_sum, many_left);
        let right = with_range(right, right_sum, many_right);
        return [&left, CheckText::Between.text(locale), &right].concat();
    }
    // Equal sides that are both sums share theirs: 10 + 2 = 12 = 9 + 3.
    let equal = sign == "=";
    let mut chain = left;
    if many_left && (!equal || many_right) {
        chain = [&chain, " = ", &wide(left_sum.0)].concat();
    }
    chain = [&chain, " ", sign, " "].concat();
    if many_right && !equal {
        chain = [&chain, &wide(right_sum.0), " = "].concat();
    }
    chain + &right
}

/// `a ÷ b`, `a ÷ (b + c)`.
fn division(locale: Locale, terms: &[Term], detail: Detail) -> String {
    let (part, wholes) = terms.split_at_checked(1).unwrap_or_default();
    let part = side(locale, part, detail);
    let divisor = side(locale, wholes, detail);
    match wholes.len() {
        1 => [&part, " ÷ ", &divisor].concat(),
        _ => [&part, " ÷ (", &divisor, ")"].concat(),
    }
}

fn beside_zero(written: &str, terms: &[Term]) -> String {
    let above = terms.iter().any(is_above_zero);
    [written, if above { " > 0" } else { " = 0" }].concat()
}

fn is_above_zero(term: &Term) -> bool {
    match &term.value {
        Value::Cell(Cell::Count(n)) => *n > 0,
        Value::Amount(Amount::Money(money)) => !money.value.is_zero(),
        _ => false,
    }
}

/// The exact quotient of a formula, in per cent, to the places of the stated one but at least one.
fn quotient(formula: &Formula) -> Option<String> {
    let (part, wholes) = formula.left.split_first()?;
    let Value::Percent(stated) = formula.right.first()?.value else {
        return None;
    };
    let places = stated.places.max(1);
    let part = Formula::sum(std::slice::from_ref(part)).0;
    let whole = Formula::sum(wholes).0;
    let scaled = part.checked_mul(10_i128.checked_pow(places.checked_add(2)?)?)?;
    let rounded = scaled.checked_mul(2)?.checked_add(whole)?;
    let digits = rounded.checked_div(whole.checked_mul(2)?)?;
    Some(percent(Percent {
        digits: i64::try_from(digits).ok()?,
        places,
    }))
}

fn percent(percent: Percent) -> String {
    let width = percent.places as usize;
    let digits = format!("{:0width$}", percent.digits, width = width + 1);
    let (whole, fraction) = digits
        .split_at_checked(digits.len().saturating_sub(width))
        .unwrap_or((&digits, ""));
    let point = if fraction.is_empty() { "" } else { "." };
    [&group(whole), point, fraction, "%"].concat()
}

/// The terms of a side with their signs.
fn side(locale: Locale, terms: &[Term], detail: Detail) -> String {
    let zero = |term: &&Term| term.value == Value::Cell(Cell::Count(0));
    let mut shown: Vec<&Term> = terms.iter().collect();
    if detail == Detail::Brief && terms.len() > LONG && !terms.iter().all(|term| zero(&term)) {
        shown.retain(|term| !zero(term));
    }
    let last = shown.len().saturating_sub(1);
    let cut = detail == Detail::Brief && shown.len() > LONG;
    let mut written = String::new();
    for (index, term) in shown.into_iter().enumerate() {
        if cut && index >= 2 && index < last {
            if index == 2 {
                written.push_str(" + …");
            }
            continue;
        }
        let (negative, number) = written_term(locale, term);
        match (written.is_empty(), negative) {
            (true, false) => {}
            (true, true) => written.push('−'),
            (false, false) => written.push_str(" + "),
            (false, true) => written.push_str(" − "),
        }
        written.push_str(&number);
    }
    written
}

/// Whether the term is taken away, and its number without a sign.
fn written_term(locale: Locale, term: &Term) -> (bool, String) {
    let minus = term.sign == Sign::Minus;
    match &term.value {
        Value::Cell(Cell::Count(n)) | Value::Change(Cell::Count(n)) => {
            (minus != (*n < 0), wide(i128::from(*n).abs()))
        }
        Value::Cell(cell) | Value::Change(cell) => (minus, spoken(locale, *cell)),
        Value::Amount(Amount::Blank) => (minus, spoken(locale, Cell::Blank)),
        Value::Amount(Amount::NotApplicable) => (minus, spoken(locale, Cell::NotApplicable)),
        Value::Amount(printed) => (minus, amount(locale, printed)),
        Value::Quantity(quantity) => (minus, hedged(locale, quantity.count, quantity.qualifier)),
        Value::Percent(stated) => (minus, percent(*stated)),
        Value::Year(year) => (minus, year.to_string()),
    }
}

/// As [`grouped`], for sums beyond 64 bits.
fn wide(n: i128) -> String {
    if let Ok(n) = i64::try_from(n) {
        return grouped(n);
    }
    // Two halves, so that no formatting of 128 bits is linked in.
    const HALF: u128 = 1_000_000_000_000_000_000;
    let (high, low) = (n.unsigned_abs() / HALF, n.unsigned_abs() % HALF);
    let halves = (u64::try_from(high), u64::try_from(low));
    let (Ok(high), Ok(low)) = halves else {
        return BLANK.to_owned();
    };
    let digits = group(&format!("{high}{low:018}"));
    if n < 0 {
        format!("−{digits}")
    } else {
        digits
    }
}
