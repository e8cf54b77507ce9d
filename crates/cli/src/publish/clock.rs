//! The time that a manifest of addresses records.

use std::time::{SystemTime, UNIX_EPOCH};

/// China Standard Time, in which portals date what they publish.
const OFFSET: u64 = 8 * 3600;

/// The time of this run, such as `2026-12-01T11:00:00+08:00`. `SOURCE_DATE_EPOCH` takes precedence over the clock, so that
/// a folder can be made a second time with the same bytes.
pub fn now() -> String {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok();
    let given = given.and_then(|seconds| seconds.parse().ok());
    let clock = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_secs())
    };
    format(given.unwrap_or_else(clock))
}

/// Formats seconds since 1970 as RFC 3339 has it.
fn format(seconds: u64) -> String {
    let local = seconds.saturating_add(OFFSET);
    let (days, time) = (local / 86_400, local % 86_400);
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (time / 3600, time % 3600 / 60, time % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+08:00")
}

/// The date of a day since 1970-01-01, counted in years that begin in March, so that the leap day is the last.
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days.saturating_add(719_468);
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let date = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 {
        (month + 3, 0)
    } else {
        (month - 9, 1)
    };
    (year + era * 400 + next, month, date)
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn a_time_is_that_of_beijing() {
        for (seconds, wanted) in [
            (0, "1970-01-01T08:00:00+08:00"),
            (951_839_999, "2000-02-29T23:59:59+08:00"),
            (951_840_000, "2000-03-01T00:00:00+08:00"),
            (1_796_094_000, "2026-12-01T11:00:00+08:00"),
            (4_102_416_000, "2100-01-01T00:00:00+08:00"),
        ] {
            assert_eq!(format(seconds), wanted);
        }
    }
}
