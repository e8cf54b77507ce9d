//! Section three of the report, from its rows.

use super::Collected;
use crate::{Gap, Log, Remark};
use gongkai_model::{
    Applications, Cell, Edition, NotProcessed, OtherOutcome, OtherOutcomes, Outcomes, Refused, Row,
    RowKey, Unable,
};

/// Makes section three of the rows that were read. `None` if there are none.
pub fn applications(
    collected: &Collected,
    edition: Edition,
    log: &mut Log,
) -> Option<Applications> {
    if collected.applications.is_empty() {
        return None;
    }
    let mut applications = Applications::default();
    let mut read: Vec<(RowKey, [Cell; 7])> = Vec::new();
    for row in &collected.applications {
        let (key, location) = (row.key, Some(row.location));
        let path = || Some(key.path().to_owned());
        if !key.is_in(edition) {
            log.gap(location, "", path(), Gap::Edition);
            continue;
        }
        match read.iter().find(|(other, _)| *other == key) {
            None => {
                if row.cells.iter().any(|cell| !cell.is_missing()) {
                    log.read(row.location, key.path());
                    log.evidence.extend(row.evidence.iter().cloned());
                    set_row(&mut applications, key, Some(Row(row.cells)));
                }
            }
            Some((_, before)) if !contradict(before, &row.cells) => {
                log.remark(location, "", path(), Remark::TwiceAlike);
            }
            Some(_) => {
                log.forget(key.path());
                log.gap(location, "", path(), Gap::TwiceDifferent);
                set_row(&mut applications, key, None);
            }
        }
        read.push((key, row.cells));
    }
    for key in RowKey::of(edition) {
        if !collected.is_reported(key.path()) && !read.iter().any(|(other, _)| *other == key) {
            log.gap(None, "", Some(key.path().to_owned()), Gap::NoRow);
        }
    }
    Some(applications)
}

/// Whether two readings of a row differ in a cell that both have.
fn contradict(one: &[Cell; 7], other: &[Cell; 7]) -> bool {
    let mut pairs = one.iter().zip(other);
    pairs.any(|(one, other)| !one.is_missing() && !other.is_missing() && one != other)
}

/// Sets or clears a row.
pub fn set_row(into: &mut Applications, key: RowKey, row: Option<Row>) {
    fn outcomes(into: &mut Applications) -> &mut Outcomes {
        into.outcomes.get_or_insert_default()
    }
    fn refused(into: &mut Applications) -> &mut Refused {
        outcomes(into).refused.get_or_insert_default()
    }
    fn unable(into: &mut Applications) -> &mut Unable {
        outcomes(into).unable.get_or_insert_default()
    }
    fn not_processed(into: &mut Applications) -> &mut NotProcessed {
        outcomes(into).not_processed.get_or_insert_default()
    }
    if matches!(
        key,
        RowKey::NotCorrectedInTime | RowKey::FeeNotPaid | RowKey::OtherRest
    ) {
        let other = &mut outcomes(into).other;
        let mut rows = match other.take() {
            Some(OtherOutcome::Divided(rows)) => rows,
            _ => Box::<OtherOutcomes>::default(),
        };
        match key {
            RowKey::NotCorrectedInTime => rows.not_corrected_in_time = row,
            RowKey::FeeNotPaid => rows.fee_not_paid = row,
            _ => rows.other = row,
        }
        *other = Some(OtherOutcome::Divided(rows));
        return;
    }
    match key {
        RowKey::Received => into.received = row,
        RowKey::CarriedIn => into.carried_in = row,
        RowKey::Granted => outcomes(into).granted = row,
        RowKey::PartlyGranted => outcomes(into).partly_granted = row,
        RowKey::StateSecret => refused(into).state_secret = row,
        RowKey::ForbiddenByLaw => refused(into).forbidden_by_law = row,
        RowKey::ThreeSecuritiesOneStability => refused(into).three_securities_one_stability = row,
        RowKey::ThirdPartyRights => refused(into).third_party_rights = row,
        RowKey::InternalAffairs => refused(into).internal_affairs = row,
        RowKey::Deliberative => refused(into).deliberative = row,
        RowKey::EnforcementFile => refused(into).enforcement_file = row,
        RowKey::AdministrativeQuery => refused(into).administrative_query = row,
        RowKey::NotHeld => unable(into).not_held = row,
        RowKey::NeedsCompiling => unable(into).needs_compiling = row,
        RowKey::StillUnclear => unable(into).still_unclear = row,
        RowKey::Petition => not_processed(into).petition = row,
        RowKey::Repeat => not_processed(into).repeat = row,
        RowKey::AsksForPublication => not_processed(into).asks_for_publication = row,
        RowKey::Excessive => not_processed(into).excessive = row,
        RowKey::AsksToConfirm => not_processed(into).asks_to_confirm = row,
        RowKey::Other => outcomes(into).other = row.map(OtherOutcome::One),
        RowKey::Total => outcomes(into).total = row,
        RowKey::CarriedOut => into.carried_out = row,
        RowKey::NotCorrectedInTime | RowKey::FeeNotPaid | RowKey::OtherRest => {}
    }
}
