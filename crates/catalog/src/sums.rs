//! Sums of a measure by group and year, apart for each edition of the form.
//!
//! Numbers of the two editions are never added: they do not count in quite the same way. A count in
//! another unit than the measure's is not added either. Reports without a number are counted by
//! reason, and none of them counts as 0.

use super::catalog::Catalog;
use super::measure::{Measure, MeasureUnit};
use super::value::Value;
use gongkai_model::{Currency, Decimal, Edition, Qualifier};

/// The decimals of an [`ExactSum`]: no number of a catalogue has more.
const DECIMALS: usize = 18;
const ONE: i128 = 10_i128.pow(18);
/// The unit in which section one's total is added; a count without a unit is in it too.
const PIECES: &str = "条";

/// The sum of numbers with at most 18 digits each, exact however many they are. Money is in 元.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExactSum {
    /// The largest integer that is not above the sum.
    whole: i128,
    /// What is left, in 10^-18; from 0 to below 10^18.
    fraction: i128,
}

impl ExactSum {
    fn whole_number(count: i64) -> ExactSum {
        ExactSum {
            whole: i128::from(count),
            fraction: 0,
        }
    }

    /// `None` for more digits than numbers of a catalogue have.
    fn decimal(value: &Decimal) -> Option<ExactSum> {
        let (whole, fraction) = value
            .as_str()
            .split_once('.')
            .unwrap_or((value.as_str(), ""));
        let fraction = fraction.trim_end_matches('0');
        let zeros = DECIMALS.checked_sub(fraction.len())?;
        let power = 10_i128.checked_pow(u32::try_from(zeros).ok()?)?;
        let digits: i128 = match fraction {
            "" => 0,
            fraction => fraction.parse().ok()?,
        };
        Some(ExactSum {
            whole: whole.parse().ok()?,
            fraction: digits.checked_mul(power)?,
        })
    }

    fn plus(self, other: ExactSum) -> ExactSum {
        let fraction = self.fraction + other.fraction;
        let whole = self.whole.saturating_add(other.whole);
        ExactSum {
            whole: whole.saturating_add(fraction / ONE),
            fraction: fraction % ONE,
        }
    }

    /// Returns the integer part: the largest integer that is not above the sum.
    pub fn whole(self) -> i128 {
        self.whole
    }

    /// Returns the decimals without zeros at their end; empty for an integer. Only sums of money have
    /// any, and these are never below zero.
    pub fn decimals(self) -> String {
        if self.fraction == 0 {
            return String::new();
        }
        let digits = self.fraction.to_string();
        let mut text = "0".repeat(DECIMALS.saturating_sub(digits.len()));
        text.push_str(digits.trim_end_matches('0'));
        text
    }

    /// Converts to a float, for drawing only; a printed number never passes through one.
    pub fn to_f64(self) -> f64 {
        self.whole as f64 + self.fraction as f64 / ONE as f64
    }
}

/// What is known of the true sum of numbers of which some are hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumPrecision {
    /// No number is hedged.
    Exact,
    /// Some are "over" a number: the true sum is not below.
    AtLeast,
    /// Some are "nearly" a number: the true sum is not above.
    AtMost,
    /// Some are "about" a number, or some are above and others below what they state.
    About,
}

/// The sum of a measure over the reports of one group, year and edition, with what it rests on. Each
/// report is counted in exactly one of the numbers below, except that hedged numbers are also in
/// [`FormSum::numbers`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormSum {
    /// The sum of all numbers as stated.
    pub total: ExactSum,
    /// The sum of the numbers that are exact or "over": what the true sum has at least, whatever the
    /// others are.
    pub at_least: ExactSum,
    /// The reports whose numbers are added.
    pub numbers: usize,
    /// Those of them that state "over" a number.
    pub over: usize,
    /// Those of them that state "about" a number.
    pub about: usize,
    /// Those of them that state "nearly" a number.
    pub nearly: usize,
    /// Reports that print the cell empty.
    pub blank: usize,
    /// Reports that print `/`.
    pub not_applicable: usize,
    /// Reports that lack the field.
    pub missing: usize,
    /// Reports that count in another unit, such as 万条 or 篇, which is not converted.
    pub other_unit: usize,
    /// Reports whose form does not have the measure.
    pub not_in_form: usize,
}

impl FormSum {
    fn add_value(&mut self, value: &Value, measure: Measure, edition: Edition) {
        if !measure.is_in(edition) {
            self.not_in_form = self.not_in_form.saturating_add(1);
            return;
        }
        let (number, qualifier) = match value {
            Value::Count(count) => (Some(ExactSum::whole_number(*count)), None),
            Value::Stated(stated) => {
                let unit = stated.unit.as_deref();
                let is_own =
                    measure.unit() != MeasureUnit::Pieces || unit.is_none_or(|unit| unit == PIECES);
                let number = is_own.then(|| ExactSum::whole_number(stated.count));
                (number, stated.qualifier)
            }
            Value::Money(money) => (ExactSum::decimal(&money.counted_in(Currency::Yuan)), None),
            Value::Missing => return self.missing = self.missing.saturating_add(1),
            Value::Blank => return self.blank = self.blank.saturating_add(1),
            Value::NotApplicable => {
                return self.not_applicable = self.not_applicable.saturating_add(1);
            }
        };
        let Some(number) = number else {
            self.other_unit = self.other_unit.saturating_add(1);
            return;
        };
        self.total = self.total.plus(number);
        self.numbers = self.numbers.saturating_add(1);
        match qualifier {
            None => {}
            Some(Qualifier::Over) => self.over = self.over.saturating_add(1),
            Some(Qualifier::About) => self.about = self.about.saturating_add(1),
            Some(Qualifier::Nearly) => self.nearly = self.nearly.saturating_add(1),
        }
        if matches!(qualifier, None | Some(Qualifier::Over)) {
            self.at_least = self.at_least.plus(number);
        }
    }

    fn merge(&mut self, other: &FormSum) {
        self.total = self.total.plus(other.total);
        self.at_least = self.at_least.plus(other.at_least);
        for (count, more) in [
            (&mut self.numbers, other.numbers),
            (&mut self.over, other.over),
            (&mut self.about, other.about),
            (&mut self.nearly, other.nearly),
            (&mut self.blank, other.blank),
            (&mut self.not_applicable, other.not_applicable),
            (&mut self.missing, other.missing),
            (&mut self.other_unit, other.other_unit),
            (&mut self.not_in_form, other.not_in_form),
        ] {
            *count = count.saturating_add(more);
        }
    }

    /// Returns the number of reports.
    pub fn reports(&self) -> usize {
        [
            self.numbers,
            self.blank,
            self.not_applicable,
            self.missing,
            self.other_unit,
            self.not_in_form,
        ]
        .into_iter()
        .fold(0, usize::saturating_add)
    }

    /// Returns what is known of the true sum; `None` if no report has a number. Without a number there
    /// is no sum, which is not the same as 0.
    pub fn precision(&self) -> Option<SumPrecision> {
        if self.numbers == 0 {
            return None;
        }
        Some(match (self.over, self.about, self.nearly) {
            (0, 0, 0) => SumPrecision::Exact,
            (_, 0, 0) => SumPrecision::AtLeast,
            (0, 0, _) => SumPrecision::AtMost,
            _ => SumPrecision::About,
        })
    }
}

/// The agencies over which a sum is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumScope {
    /// All agencies of the catalogue.
    All,
    /// Those of a group, by its index.
    Group(usize),
    /// Those that are in no group.
    Ungrouped,
}

/// The sums of one scope and year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearSum {
    /// Of the reports in the form of 2019, and of those in the form of 2021. They are never added.
    pub forms: [FormSum; 2],
    /// Agencies of the scope without a report of the year.
    pub no_report: usize,
}

impl YearSum {
    /// The editions of [`YearSum::forms`].
    pub const EDITIONS: [Edition; 2] = [Edition::Form2019, Edition::Form2021];

    /// Returns the sums of the editions that have a number, each with its edition.
    pub fn with_numbers(&self) -> impl Iterator<Item = (Edition, &FormSum)> {
        let forms = YearSum::EDITIONS.into_iter().zip(&self.forms);
        forms.filter(|(_, form)| form.numbers > 0)
    }

    /// Returns the number of reports in both forms.
    pub fn reports(&self) -> usize {
        let reports = self.forms.iter().map(FormSum::reports);
        reports.fold(0, usize::saturating_add)
    }
}

/// The sums of one measure by group, year and edition.
#[derive(Clone, Debug)]
pub struct Sums {
    years: Vec<u16>,
    /// For each group the number of its agencies; the last is of those in no group.
    agencies: Vec<usize>,
    /// For each group as above, for each year.
    forms: Vec<[FormSum; 2]>,
}

impl Sums {
    /// Adds up all reports of a catalogue. A measure that it does not carry is missing in each.
    pub fn new(catalog: &Catalog, measure: Measure) -> Sums {
        let years = catalog.years();
        let ungrouped = catalog.groups().len();
        let group_of = |agency: usize| {
            let entry = catalog.agencies().get(agency);
            let group = entry.and_then(|entry| entry.group);
            group.map_or(ungrouped, |group| group.min(ungrouped))
        };
        let mut agencies = vec![0_usize; ungrouped.saturating_add(1)];
        let mut forms = vec![[FormSum::default(); 2]; agencies.len().saturating_mul(years.len())];
        for agency in 0..catalog.agencies().len() {
            let group = group_of(agency);
            if let Some(count) = agencies.get_mut(group) {
                *count = count.saturating_add(1);
            }
            for report in catalog.reports_of(agency) {
                let (Some(year), Some(edition)) = (catalog.year(report), catalog.edition(report))
                else {
                    continue;
                };
                let cell = years.binary_search(&year).ok().and_then(|year| {
                    forms.get_mut(group.saturating_mul(years.len()).saturating_add(year))
                });
                let Some([old, new]) = cell else { continue };
                let form = match edition {
                    Edition::Form2019 => old,
                    Edition::Form2021 => new,
                };
                form.add_value(&catalog.value(report, measure), measure, edition);
            }
        }
        Sums {
            years,
            agencies,
            forms,
        }
    }

    /// Returns the years of the catalogue, sorted.
    pub fn years(&self) -> &[u16] {
        &self.years
    }

    /// Returns the number of agencies of a scope; 0 for a group that does not exist.
    pub fn agencies(&self, scope: SumScope) -> usize {
        self.rows(scope)
            .filter_map(|row| self.agencies.get(row))
            .fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Returns the sums of a scope and year. Where no agency has a report, they rest on 0 reports.
    pub fn year(&self, scope: SumScope, year: u16) -> YearSum {
        let mut sum = YearSum::default();
        if let Ok(column) = self.years.binary_search(&year) {
            for row in self.rows(scope) {
                let index = row.saturating_mul(self.years.len()).saturating_add(column);
                let forms = self.forms.get(index).into_iter().flatten();
                for (form, more) in sum.forms.iter_mut().zip(forms) {
                    form.merge(more);
                }
            }
        }
        sum.no_report = self.agencies(scope).saturating_sub(sum.reports());
        sum
    }

    fn rows(&self, scope: SumScope) -> std::ops::Range<usize> {
        let ungrouped = self.agencies.len().saturating_sub(1);
        match scope {
            SumScope::All => 0..self.agencies.len(),
            SumScope::Group(group) if group < ungrouped => group..group.saturating_add(1),
            SumScope::Group(_) => 0..0,
            SumScope::Ungrouped => ungrouped..self.agencies.len(),
        }
    }
}
