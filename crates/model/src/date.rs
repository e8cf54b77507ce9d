//! A calendar day, `YYYY-MM-DD`.

use super::error::{Expected, Failure, Problem};
use super::node::{Node, Read};
use super::text::split;
use serde::{Serialize, Serializer};
use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// Parses `YYYY-MM-DD`; `None` unless the day exists in the Gregorian calendar.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = split(text, b'-');
        let mut part = |digits: usize| -> Option<u16> {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)? as u8, part(2)? as u8);
        let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => 0,
        };
        (parts.next().is_none() && (1..=days).contains(&day)).then_some(Date { year, month, day })
    }

    /// Writes `YYYY-MM-DD`.
    pub fn text(self) -> String {
        let mut text = String::new();
        for (number, places) in [(self.year, 4), (self.month.into(), 2), (self.day.into(), 2)] {
            if !text.is_empty() {
                text.push('-');
            }
            let digit = |place| char::from(b'0' + (number / 10_u16.pow(place) % 10) as u8);
            text.extend((0..places).rev().map(digit));
        }
        text
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Read for Date {
    fn read(node: Node<'_>) -> Result<Date, Failure> {
        Date::parse(&node.text(Expected::Date)?)
            .ok_or_else(|| Failure::new(Problem::InvalidValue(Expected::Date)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        assert!(Date::parse("2020-02-29").is_some());
        for wrong in [
            "2019-02-29",
            "2020-13-01",
            "2020-1-1",
            "2020-01-01-",
            "２０２０-01-01",
            "",
            "2020-00-10",
            "2020-01-00",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }
}
