//! The tables of the three sections, as grids that the readers of ruled tables take.

mod applications;
mod names;
mod proactive;
mod reviews;
mod table;

use super::{Found, Placed, Zone};
use crate::labels::normalize_label;
use crate::{FormSection, GridCell, Location};

/// How far beside a label's lines the baseline of its values may be, in heights of the font.
const BESIDE: f64 = 0.6;

/// The tables of a section, from top to bottom; none if one of them cannot be read.
pub(super) fn read(part: FormSection, mut zone: Zone) -> Vec<Found> {
    let mut all = Vec::new();
    loop {
        let found = match part {
            _ if zone.words.iter().any(|placed| placed.word.is_turned) => None,
            FormSection::Applications => applications::read(&zone),
            FormSection::Proactive => proactive::read(&zone),
            FormSection::Reviews => reviews::read(&zone),
            FormSection::Disclosure => None,
        };
        let Some(found) = found else {
            return Vec::new();
        };
        zone.words.retain(|placed| placed.word.y > found.last);
        all.push(found);
        if !zone
            .words
            .iter()
            .any(|placed| is_name(part, &placed.word.text))
        {
            return all;
        }
    }
}

/// Whether a word is the name of a column, which only a further table of the section has.
fn is_name(part: FormSection, text: &str) -> bool {
    let text = normalize_label(text);
    match part {
        FormSection::Applications => ["申请人情况", "自然人", "商业企业"].contains(&text.as_str()),
        FormSection::Proactive => text == "信息内容",
        FormSection::Reviews => {
            ["行政复议", "行政诉讼", "复议后起诉"].contains(&text.as_str()) || text.contains("结果")
        }
        FormSection::Disclosure => false,
    }
}

fn cell(location: Location, text: String) -> GridCell {
    GridCell {
        location,
        text,
        columns: 1,
        rows: 1,
    }
}

fn location(placed: &Placed) -> Location {
    Location::Page {
        page: placed.page,
        line: placed.line,
    }
}
