//! Numbers of a catalogue as the reader sees them.

use super::comparison::Comparison;
use super::{By, Choice};
use crate::messages::{CompareText, measure_unit};
use gongkai_catalog::measure_name;
use gongkai_catalog::{
    Answer, Catalog, Divisor, Measure, MeasureUnit, Number, Question, Ratio, Rounded, Value,
};
use gongkai_i18n::Locale;
use gongkai_model::{Cell, Currency};

impl Choice {
    /// What is asked of every report.
    pub(super) fn question(&self) -> Question {
        question(self.measure, self.by)
    }
}

pub(super) fn question(measure: Measure, by: By) -> Question {
    let divisor = match by {
        By::Nothing => None,
        By::Denominator { index, power } => Some(Divisor::Denominator { index, power }),
    };
    Question { measure, divisor }
}

impl Comparison {
    pub(super) fn name_of(&self, place: usize) -> &str {
        let place = self.catalog.agencies().get(place);
        place.map_or("", |place| place.name.as_str())
    }

    /// The measure, with what it is related to.
    pub(super) fn measure_name(&self, measure: Measure) -> String {
        let name = measure_name(self.locale, measure);
        match self.per() {
            Some(per) => CompareText::NameBy.with(self.locale, &[&name, &per]),
            None => name,
        }
    }

    /// `每万人`, where numbers are related to something.
    fn per(&self) -> Option<String> {
        let By::Denominator { index, power } = self.choice.by else {
            return None;
        };
        let unit = &self.catalog.denominators().get(index)?.unit;
        Some(gongkai_catalog::per_unit(self.locale, unit, power))
    }

    /// The years of what shows several.
    pub(super) fn span(&self) -> String {
        let [from, to] = [self.choice.from, self.choice.to].map(|year| year.to_string());
        match from == to {
            true => CompareText::YearOf.with(self.locale, &[&from]),
            false => CompareText::Span.with(self.locale, &[&from, &to]),
        }
    }

    /// Whether any report is of the year before: that before the catalogue's first is nobody's to report.
    pub(super) fn covers_year_before(&self) -> bool {
        let before = self.choice.year.checked_sub(1);
        before.is_some_and(|year| self.catalog.years().contains(&year))
    }

    /// Items that hold commas or years of their own, side by side.
    pub(super) fn listed(&self, items: &[String]) -> String {
        items.join(match self.locale {
            Locale::ZhCn => "、",
            Locale::En => "; ",
        })
    }

    pub(super) fn year_said(&self) -> String {
        CompareText::YearOf.with(self.locale, &[&self.choice.year.to_string()])
    }

    /// For a Chinese sentence, which says what it counts: `46 件`.
    pub(super) fn counted(&self, shown: String, measure: Measure) -> String {
        let is_bare = shown.ends_with(|c: char| c.is_ascii_digit());
        match self.locale {
            Locale::ZhCn if is_bare => {
                [&shown, " ", measure_unit(self.locale, measure.unit())].concat()
            }
            _ => shown,
        }
    }

    /// What stands at the axis.
    pub(super) fn unit(&self, measure: Measure) -> String {
        let unit = measure_unit(self.locale, measure.unit());
        match self.per() {
            Some(per) => CompareText::Per.with(self.locale, &[unit, &per]),
            None => unit.to_owned(),
        }
    }

    /// A report's answer as it is printed, or as it is calculated where it is related to something.
    pub(super) fn shown(&self, report: Option<usize>, measure: Measure) -> Shown {
        self.shown_by(report, measure, Comparison::number)
    }

    /// The same for an axis or a narrow column, whose heading says what the number is related to.
    pub(super) fn shown_alone(&self, report: Option<usize>, measure: Measure) -> Shown {
        self.shown_by(report, measure, Comparison::number_alone)
    }

    fn shown_by(
        &self,
        report: Option<usize>,
        measure: Measure,
        written: fn(&Comparison, Ratio, Measure) -> String,
    ) -> Shown {
        let question = question(measure, self.choice.by);
        let state = self.catalog.answer(report, question);
        match (state, report, question.divisor) {
            (Answer::Number(_), Some(report), None) => Shown {
                text: value(self.locale, &self.catalog.value(report, measure)),
                why: None,
            },
            (Answer::Number(number), ..) => Shown {
                text: written(self, number, measure),
                why: None,
            },
            _ => Shown {
                text: match state {
                    Answer::NotApplicable => "/".to_owned(),
                    _ => "—".to_owned(),
                },
                why: crate::messages::why_not(self.locale, state),
            },
        }
    }

    /// A number in the measure's unit. Money says its unit, as the reports print others than this, and
    /// then also what it is related to, or it would say too much.
    pub(super) fn number(&self, number: Ratio, measure: Measure) -> String {
        let alone = self.number_alone(number, measure);
        match self.per().filter(|_| measure.unit() == MeasureUnit::Money) {
            Some(per) => CompareText::Per.with(self.locale, &[&alone, &per]),
            None => alone,
        }
    }

    /// With places only where it is related or money.
    pub(super) fn number_alone(&self, number: Ratio, measure: Measure) -> String {
        let is_money = measure.unit() == MeasureUnit::Money;
        let number = match is_money {
            true => number.in_units_of(4),
            false => number,
        };
        let rounded = match self.choice.by {
            By::Nothing if !is_money => number.rounded(0),
            _ => rounded(number),
        };
        let sign = if rounded.is_negative { "\u{2212}" } else { "" };
        let shown = [sign, &gongkai_i18n::decimal(&rounded.value)].concat();
        match is_money {
            true => gongkai_i18n::in_currency(self.locale, &shown, Currency::TenThousandYuan),
            false => shown,
        }
    }

    /// How much the year's number is above that of the year before, with its sign, or why nobody can
    /// tell.
    pub(super) fn changed(
        &self,
        now: Option<usize>,
        before: Option<usize>,
        measure: Measure,
    ) -> Shown {
        match change(
            &self.catalog,
            now,
            before,
            question(measure, self.choice.by),
        ) {
            Ok(change) => {
                let sign = if change > zero() { "+" } else { "" };
                Shown {
                    text: [sign, &self.number_alone(change, measure)].concat(),
                    why: None,
                }
            }
            Err(why) => Shown {
                text: "—".to_owned(),
                why: Some(why.text(self.locale)),
            },
        }
    }

    /// What the axis and the marks are drawn by.
    pub(super) fn drawn(&self, number: Ratio, measure: Measure) -> f64 {
        match measure.unit() {
            MeasureUnit::Money => number.in_units_of(4).to_f64(),
            _ => number.to_f64(),
        }
    }
}

/// A cell of a table: what it shows, and why where that is no number.
pub(super) struct Shown {
    pub text: String,
    pub why: Option<&'static str>,
}

impl Shown {
    /// Of a year that no report in the catalogue is of, no place lacks its own.
    pub fn covered(self, is_covered: bool, locale: Locale) -> Shown {
        match is_covered {
            true => self,
            false => Shown {
                why: Some(CompareText::NotCovered.text(locale)),
                ..self
            },
        }
    }

    /// For a table: what is no number says why.
    pub fn cell(&self, locale: Locale) -> String {
        let [opening, closing] = match locale {
            Locale::ZhCn => ["（", "）"],
            Locale::En => [" (", ")"],
        };
        match self.why {
            Some(why) if self.text != "/" => [&self.text, opening, why, closing].concat(),
            _ => self.text.clone(),
        }
    }

    /// For a sentence: the number, or why there is none.
    pub fn said(&self) -> &str {
        self.why.unwrap_or(&self.text)
    }
}

/// A value as the report prints it.
pub(super) fn value(locale: Locale, value: &Value) -> String {
    match value {
        Value::Count(count) => gongkai_i18n::cell(locale, Cell::Count(*count)),
        Value::Stated(stated) => gongkai_i18n::quantity(locale, stated),
        Value::Money(money) => gongkai_i18n::money(locale, money),
        Value::Blank => gongkai_i18n::cell(locale, Cell::Blank),
        Value::NotApplicable => gongkai_i18n::cell(locale, Cell::NotApplicable),
        Value::Missing => gongkai_i18n::cell(locale, Cell::Missing),
    }
}

/// Two places; more of what would be shown as 0 and is none.
fn rounded(number: Ratio) -> Rounded {
    let is_shown = |places: &u8| !number.rounded(*places).value.is_zero();
    match (2..=MOST_DECIMALS).find(is_shown) {
        // A second digit, as 0.001 may be half as much again.
        Some(places) if places > 2 => number.rounded(places.saturating_add(1)),
        _ => number.rounded(2),
    }
}

const MOST_DECIMALS: u8 = 12;

pub(super) fn zero() -> Ratio {
    Number::whole(0).into()
}

/// Why no change between two years is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoChange {
    /// One of the two has no number.
    NoNumber,
    /// The two forms count differently.
    OtherForm,
    /// Of "over 3200" nobody knows how much it is above anything.
    Hedged,
    /// It does not fit.
    TooLarge,
}

impl NoChange {
    fn text(self, locale: Locale) -> &'static str {
        let text = match self {
            NoChange::NoNumber => CompareText::ChangeNoNumber,
            NoChange::OtherForm => CompareText::ChangeOtherForm,
            NoChange::Hedged => CompareText::ChangeHedged,
            NoChange::TooLarge => CompareText::ChangeTooLarge,
        };
        text.text(locale)
    }
}

/// How much a report's number is above that of another of the same place. What both are related to is
/// one number for all years, so their difference is related to it as well.
///
/// # Errors
/// The first reason against it.
pub(super) fn change(
    catalog: &Catalog,
    now: Option<usize>,
    before: Option<usize>,
    question: Question,
) -> Result<Ratio, NoChange> {
    let (Some(now), Some(before)) = (now, before) else {
        return Err(NoChange::NoNumber);
    };
    let measure = question.measure;
    let numbers = [now, before].map(|report| {
        let is_number = catalog.answer(Some(report), question).number().is_some();
        catalog.number(report, measure).filter(|_| is_number)
    });
    let [Some(later), Some(earlier)] = numbers else {
        return Err(NoChange::NoNumber);
    };
    if catalog.edition(now) != catalog.edition(before) {
        return Err(NoChange::OtherForm);
    }
    let is_hedged = |report| match catalog.value(report, measure) {
        Value::Stated(stated) => stated.qualifier.is_some(),
        _ => false,
    };
    if is_hedged(now) || is_hedged(before) {
        return Err(NoChange::Hedged);
    }
    let difference = later.minus(earlier).ok_or(NoChange::TooLarge)?;
    match question.divisor {
        None => Ok(difference.into()),
        Some(Divisor::Denominator { index, power }) => catalog
            .agency_of(now)
            .and_then(|place| catalog.denominators().get(index)?.number(place))
            .and_then(|under| Ratio::new(difference, under))
            .map(|ratio| ratio.per_power(power))
            .ok_or(NoChange::NoNumber),
        // Each year's is related to another number.
        Some(Divisor::Measure(_)) => Err(NoChange::NoNumber),
    }
}
