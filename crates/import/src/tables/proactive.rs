//! Section two: its rows, from text or cells.

use super::assemble::{Collected, ProactiveRow};
use super::labelled_row::{LabelledRow, Source, Values, has_values_in_adjacent_row, report_extra};
use crate::labels::{normalize_label, proactive_row};
use crate::{Gap, Log, Remark};
use gongkai_model::{Edition, ProactiveColumn, ProactiveKey};

/// A row of section two. A value has no column where no heading names one.
pub type Row = LabelledRow<Option<ProactiveColumn>>;

/// Reads the rows of a table of section two.
pub fn read(rows: &[Row], collected: &mut Collected, log: &mut Log) {
    for (index, row) in rows.iter().enumerate() {
        collected.editions.extend(&row.editions);
        let label = normalize_label(&row.label);
        let Some(key) = proactive_row(&label) else {
            match row_with_approximate_value(&label) {
                Some(key) => collected.report(key.path(), row, Gap::NotANumber, log),
                None => row.report_unknown(1, log),
            }
            continue;
        };
        if matches!(key, ProactiveKey::OtherServices | ProactiveKey::Procurement) {
            collected.editions.push(Edition::Form2019);
        }
        let is_known = |row: &Row| proactive_row(&normalize_label(&row.label)).is_some();
        if row.source == Source::Grid
            && row.is_blank()
            && has_values_in_adjacent_row(rows, index, is_known)
        {
            collected.report(key.path(), row, Gap::Ambiguous, log);
            continue;
        }
        match &row.values {
            Values::None => {}
            Values::Unassigned(gap) => collected.report(key.path(), row, gap.clone(), log),
            Values::Assigned {
                cells,
                extra,
                is_heading_assumed,
            } => {
                let Some(location) = row.location else {
                    continue;
                };
                report_extra(extra, key.path(), log);
                if *is_heading_assumed {
                    let path = Some(key.path().to_owned());
                    log.remark(Some(location), &row.label, path, Remark::HeadingsAssumed);
                }
                collected.proactive.push(ProactiveRow {
                    key,
                    location,
                    unit: row.unit,
                    cells: cells.clone(),
                });
            }
        }
    }
}

/// The row whose first value is not a number and was therefore read as part of the label:
/// 行政许可约1200.
fn row_with_approximate_value(label: &str) -> Option<ProactiveKey> {
    let text = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let row = text.strip_suffix(['约', '近', '超', '逾'])?;
    (text.len() < label.len()).then(|| proactive_row(row))?
}

/// The numbers of cells that the editions of the form print in a row, the older edition first. Used
/// where no heading names the columns.
pub fn form_widths(key: ProactiveKey) -> Vec<usize> {
    let editions = [Edition::Form2019, Edition::Form2021];
    let widths = editions.map(|edition| key.columns(edition).len());
    let mut widths: Vec<usize> = widths.into_iter().filter(|width| *width > 0).collect();
    widths.dedup();
    widths
}
