//! Access to the cells of a report by reference, including cells of rows that the report lacks.

use gongkai_model::{
    Amount, Applicant, Applications, Block, BlockColumn, BlockKey, Cell, CellRef, Edition,
    OtherOutcome, OtherOutcomes, Outcomes, Proactive, ProactiveColumn, ProactiveKey, Report,
    Reviews, Row, RowKey,
};

/// The cell as printed; missing if the report lacks it. Cells that hold money have [`amount`].
pub fn cell(report: &Report, at: CellRef) -> Cell {
    match at {
        CellRef::Proactive(row, column) => {
            let section = report.proactive.as_ref();
            section.map(|section| section.cell(row, column))
        }
        CellRef::Application(row, column) => {
            let section = report.applications.as_ref();
            section.map(|section| section.cell(row, column))
        }
        CellRef::Review(block, column) => {
            let section = report.reviews.as_ref();
            section.map(|section| section.cell(block, column))
        }
        _ => None,
    }
    .unwrap_or_default()
}

/// The amount of a row of section two; missing if the report lacks it.
pub fn amount(report: &Report, row: ProactiveKey) -> Amount {
    let section = report.proactive.as_ref();
    let amount = section.and_then(|section| section.amount(row));
    amount.cloned().unwrap_or_default()
}

/// Writes a cell of a statutory table and returns what it was. Other references have no effect.
pub fn set_cell(report: &mut Report, at: CellRef, cell: Cell) -> Cell {
    if cell.is_missing() && self::cell(report, at).is_missing() {
        return Cell::Missing;
    }
    let place = match at {
        CellRef::Proactive(row, column) => {
            proactive_mut(report.proactive.get_or_insert_default(), row, column)
        }
        CellRef::Application(row, column) => {
            let section = report.applications.get_or_insert_default();
            Some(applicant_mut(row_mut(section, row), column))
        }
        CellRef::Review(block, column) => {
            let section = report.reviews.get_or_insert_default();
            Some(review_mut(section, block, column))
        }
        _ => None,
    };
    let before = place.map(|place| std::mem::replace(place, cell));
    remove_empty(report);
    before.unwrap_or_default()
}

/// Writes the amount of a row of section two and returns what it was. Rows without one have no effect.
pub fn set_amount(report: &mut Report, row: ProactiveKey, amount: Amount) -> Amount {
    let section = report.proactive.get_or_insert_default();
    let place = match row {
        ProactiveKey::Fees => Some(&mut section.fees.get_or_insert_default().amount),
        ProactiveKey::Procurement => {
            let row = section.procurement.get_or_insert_default();
            Some(&mut row.amount)
        }
        _ => None,
    };
    let before = place.map(|place| std::mem::replace(place, amount));
    remove_empty(report);
    before.unwrap_or_default()
}

/// All cells and amounts that the form of an edition has, in its order.
pub fn form_cells(edition: Edition) -> impl Iterator<Item = CellRef> {
    CellRef::cells().filter(move |cell| is_in(*cell, edition))
}

/// Whether the form of the edition has the cell.
pub fn is_in(cell: CellRef, edition: Edition) -> bool {
    match cell {
        CellRef::Proactive(row, column) => row.columns(edition).contains(&column),
        CellRef::Application(row, _) => row.is_in(edition),
        _ => true,
    }
}

/// Removes the cells that the form of the report's edition lacks.
pub fn keep_edition(report: &mut Report) {
    let edition = report.edition;
    for at in CellRef::cells().filter(|cell| !is_in(*cell, edition)) {
        match at {
            CellRef::Proactive(row, ProactiveColumn::Amount) => {
                set_amount(report, row, Amount::Missing);
            }
            _ => {
                set_cell(report, at, Cell::Missing);
            }
        }
    }
}

fn proactive_mut(
    section: &mut Proactive,
    row: ProactiveKey,
    column: ProactiveColumn,
) -> Option<&mut Cell> {
    use ProactiveColumn as Column;
    match row {
        ProactiveKey::Rules | ProactiveKey::NormativeDocuments => {
            let row = match row {
                ProactiveKey::Rules => &mut section.rules,
                _ => &mut section.normative_documents,
            };
            let row = row.get_or_insert_default();
            match column {
                Column::Made => Some(&mut row.made),
                Column::Disclosed => Some(&mut row.disclosed),
                Column::TotalDisclosed => Some(&mut row.total_disclosed),
                Column::Repealed => Some(&mut row.repealed),
                Column::InForce => Some(&mut row.in_force),
                _ => None,
            }
        }
        ProactiveKey::Licences
        | ProactiveKey::OtherServices
        | ProactiveKey::Penalties
        | ProactiveKey::CompulsoryMeasures => {
            let row = match row {
                ProactiveKey::Licences => &mut section.licences,
                ProactiveKey::OtherServices => &mut section.other_services,
                ProactiveKey::Penalties => &mut section.penalties,
                _ => &mut section.compulsory_measures,
            };
            let row = row.get_or_insert_default();
            match column {
                Column::ItemsLastYear => Some(&mut row.items_last_year),
                Column::Change => Some(&mut row.change),
                Column::Decisions => Some(&mut row.decisions),
                _ => None,
            }
        }
        ProactiveKey::Fees => {
            let row = section.fees.get_or_insert_default();
            match column {
                Column::ItemsLastYear => Some(&mut row.items_last_year),
                Column::Change => Some(&mut row.change),
                _ => None,
            }
        }
        ProactiveKey::Procurement => {
            let row = section.procurement.get_or_insert_default();
            match column {
                Column::Projects => Some(&mut row.projects),
                _ => None,
            }
        }
    }
}

/// The row of section three, inserted if it is missing. The single row 其他处理 of the 2019 form and the
/// three rows of the 2021 form exclude each other: one takes the place of the other.
fn row_mut(section: &mut Applications, key: RowKey) -> &mut Row {
    let outcomes = match key {
        RowKey::Received => return section.received.get_or_insert_default(),
        RowKey::CarriedIn => return section.carried_in.get_or_insert_default(),
        RowKey::CarriedOut => return section.carried_out.get_or_insert_default(),
        _ => section.outcomes.get_or_insert_default(),
    };
    let row = match key {
        RowKey::Granted => &mut outcomes.granted,
        RowKey::PartlyGranted => &mut outcomes.partly_granted,
        RowKey::NotHeld => &mut outcomes.unable.get_or_insert_default().not_held,
        RowKey::NeedsCompiling => &mut outcomes.unable.get_or_insert_default().needs_compiling,
        RowKey::StillUnclear => &mut outcomes.unable.get_or_insert_default().still_unclear,
        RowKey::Petition => &mut outcomes.not_processed.get_or_insert_default().petition,
        RowKey::Repeat => &mut outcomes.not_processed.get_or_insert_default().repeat,
        RowKey::AsksForPublication => {
            let group = outcomes.not_processed.get_or_insert_default();
            &mut group.asks_for_publication
        }
        RowKey::Excessive => &mut outcomes.not_processed.get_or_insert_default().excessive,
        RowKey::AsksToConfirm => {
            let group = outcomes.not_processed.get_or_insert_default();
            &mut group.asks_to_confirm
        }
        RowKey::Other | RowKey::NotCorrectedInTime | RowKey::FeeNotPaid | RowKey::OtherRest => {
            return other_mut(&mut outcomes.other, key);
        }
        RowKey::StateSecret => &mut outcomes.refused.get_or_insert_default().state_secret,
        RowKey::ForbiddenByLaw => &mut outcomes.refused.get_or_insert_default().forbidden_by_law,
        RowKey::ThreeSecuritiesOneStability => {
            let group = outcomes.refused.get_or_insert_default();
            &mut group.three_securities_one_stability
        }
        RowKey::ThirdPartyRights => {
            let group = outcomes.refused.get_or_insert_default();
            &mut group.third_party_rights
        }
        RowKey::InternalAffairs => &mut outcomes.refused.get_or_insert_default().internal_affairs,
        RowKey::Deliberative => &mut outcomes.refused.get_or_insert_default().deliberative,
        RowKey::EnforcementFile => &mut outcomes.refused.get_or_insert_default().enforcement_file,
        RowKey::AdministrativeQuery => {
            let group = outcomes.refused.get_or_insert_default();
            &mut group.administrative_query
        }
        RowKey::Received | RowKey::CarriedIn | RowKey::CarriedOut | RowKey::Total => {
            &mut outcomes.total
        }
    };
    row.get_or_insert_default()
}

fn other_mut(other: &mut Option<OtherOutcome>, key: RowKey) -> &mut Row {
    let is_single = key == RowKey::Other;
    other.take_if(|other| is_single != matches!(other, OtherOutcome::One(_)));
    let rows = other.get_or_insert_with(|| {
        if is_single {
            OtherOutcome::One(Row::default())
        } else {
            OtherOutcome::Divided(Box::default())
        }
    });
    match rows {
        OtherOutcome::One(row) => row,
        OtherOutcome::Divided(rows) => match key {
            RowKey::NotCorrectedInTime => rows.not_corrected_in_time.get_or_insert_default(),
            RowKey::FeeNotPaid => rows.fee_not_paid.get_or_insert_default(),
            _ => rows.other.get_or_insert_default(),
        },
    }
}

fn applicant_mut(row: &mut Row, column: Applicant) -> &mut Cell {
    let [person, business, research, welfare, legal, other, total] = &mut row.0;
    match column {
        Applicant::Person => person,
        Applicant::Business => business,
        Applicant::Research => research,
        Applicant::Welfare => welfare,
        Applicant::Legal => legal,
        Applicant::Other => other,
        Applicant::Total => total,
    }
}

fn review_mut(section: &mut Reviews, block: BlockKey, column: BlockColumn) -> &mut Cell {
    let block = match block {
        BlockKey::Reconsideration => &mut section.reconsideration,
        BlockKey::LitigationDirect => &mut section.litigation_direct,
        BlockKey::LitigationAfterReconsideration => &mut section.litigation_after_reconsideration,
    };
    let block: &mut Block = block.get_or_insert_default();
    match column {
        BlockColumn::Upheld => &mut block.upheld,
        BlockColumn::Corrected => &mut block.corrected,
        BlockColumn::Other => &mut block.other,
        BlockColumn::Pending => &mut block.pending,
        BlockColumn::Total => &mut block.total,
    }
}

/// Removes rows and sections of which every cell is missing, so that a report of the same cells is
/// always the same report.
fn remove_empty(report: &mut Report) {
    if let Some(section) = &mut report.proactive {
        remove_default(&mut section.rules);
        remove_default(&mut section.normative_documents);
        remove_default(&mut section.licences);
        remove_default(&mut section.other_services);
        remove_default(&mut section.penalties);
        remove_default(&mut section.compulsory_measures);
        remove_default(&mut section.fees);
        remove_default(&mut section.procurement);
    }
    remove_default(&mut report.proactive);
    if let Some(section) = &mut report.applications {
        remove_default(&mut section.received);
        remove_default(&mut section.carried_in);
        remove_default(&mut section.carried_out);
        if let Some(outcomes) = &mut section.outcomes {
            remove_empty_outcomes(outcomes);
        }
        remove_default(&mut section.outcomes);
    }
    remove_default(&mut report.applications);
    if let Some(section) = &mut report.reviews {
        remove_default(&mut section.reconsideration);
        remove_default(&mut section.litigation_direct);
        remove_default(&mut section.litigation_after_reconsideration);
    }
    remove_default(&mut report.reviews);
}

fn remove_empty_outcomes(outcomes: &mut Outcomes) {
    remove_default(&mut outcomes.granted);
    remove_default(&mut outcomes.partly_granted);
    remove_default(&mut outcomes.total);
    if let Some(group) = &mut outcomes.refused {
        remove_default(&mut group.state_secret);
        remove_default(&mut group.forbidden_by_law);
        remove_default(&mut group.three_securities_one_stability);
        remove_default(&mut group.third_party_rights);
        remove_default(&mut group.internal_affairs);
        remove_default(&mut group.deliberative);
        remove_default(&mut group.enforcement_file);
        remove_default(&mut group.administrative_query);
    }
    remove_default(&mut outcomes.refused);
    if let Some(group) = &mut outcomes.unable {
        remove_default(&mut group.not_held);
        remove_default(&mut group.needs_compiling);
        remove_default(&mut group.still_unclear);
    }
    remove_default(&mut outcomes.unable);
    if let Some(group) = &mut outcomes.not_processed {
        remove_default(&mut group.petition);
        remove_default(&mut group.repeat);
        remove_default(&mut group.asks_for_publication);
        remove_default(&mut group.excessive);
        remove_default(&mut group.asks_to_confirm);
    }
    remove_default(&mut outcomes.not_processed);
    if let Some(OtherOutcome::Divided(rows)) = &mut outcomes.other {
        remove_default(&mut rows.not_corrected_in_time);
        remove_default(&mut rows.fee_not_paid);
        remove_default(&mut rows.other);
    }
    let is_empty = match &outcomes.other {
        Some(OtherOutcome::One(row)) => *row == Row::default(),
        Some(OtherOutcome::Divided(rows)) => **rows == OtherOutcomes::default(),
        None => false,
    };
    if is_empty {
        outcomes.other = None;
    }
}

fn remove_default<T: Default + PartialEq>(part: &mut Option<T>) {
    if part.as_ref().is_some_and(|part| *part == T::default()) {
        *part = None;
    }
}
