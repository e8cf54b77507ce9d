//! From rows and columns by name to the report's fields, with what cannot be taken on the way.

use crate::number::{amount, cell};
use crate::{Gap, Log, Place, Remark, Subject};
use gongkai_model::{
    Amount, Applications, Block, BlockColumn, BlockKey, Cell, Currency, Documents, Edition, Fees,
    NotProcessed, OtherOutcome, OtherOutcomes, Outcomes, Proactive, ProactiveColumn, ProactiveKey,
    Procurement, Refused, Reviews, Row, RowKey, Services, Unable,
};

/// A cell as printed, and where.
pub type Printed = (Place, String);

/// A row of section two.
#[derive(Clone, Debug)]
pub struct Service {
    pub key: ProactiveKey,
    pub place: Place,
    /// The unit of money that its heading or label prints.
    pub unit: Option<Currency>,
    /// Under which heading, where there is one; else in the form's order.
    pub printed: Vec<(Option<ProactiveColumn>, Printed)>,
}

/// What the tables said, before it is known which edition they are of.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub rows: Vec<(RowKey, Place, Option<[Cell; 7]>)>,
    pub services: Vec<Service>,
    pub blocks: Vec<(BlockKey, BlockColumn, Cell)>,
    /// Editions that column headings and rows are of.
    pub editions: Vec<Edition>,
    /// Fields that were there and could not be taken: they are told already.
    pub told: Vec<String>,
}

impl Found {
    /// A row of section three.
    pub fn row(&mut self, key: RowKey, printed: &[Printed], log: &mut Log) {
        let Some((place, _)) = printed.first() else {
            return;
        };
        let mut cells = [Cell::Missing; 7];
        let mut is_whole = true;
        for (slot, (place, text)) in cells.iter_mut().zip(printed) {
            match cell(text, false) {
                Ok(cell) => *slot = cell,
                Err(gap) => {
                    is_whole = false;
                    log.gap(Some(*place), text, Some(key.path().to_owned()), gap);
                }
            }
        }
        // A row has all its cells or none: the format knows no half a row.
        self.rows.push((key, *place, is_whole.then_some(cells)));
    }

    /// Section two from the rows that were found.
    pub fn proactive(&self, edition: Edition, log: &mut Log) -> Option<Proactive> {
        let mut proactive = Proactive::default();
        let mut seen: Vec<(ProactiveKey, Proactive)> = Vec::new();
        for Service {
            key,
            place,
            unit,
            printed,
        } in &self.services
        {
            let mut one = Proactive::default();
            let columns = key.columns(edition);
            if columns.is_empty() {
                let shown: Vec<&str> = printed.iter().map(|(_, (_, text))| text.as_str()).collect();
                log.gap(
                    Some(*place),
                    &shown.join(" "),
                    Some(key.path().to_owned()),
                    Gap::Edition,
                );
                continue;
            }
            // Without headings a row has all the form's cells, or which they are cannot be told.
            let is_bare = printed.iter().all(|(column, _)| column.is_none());
            if is_bare && printed.len() != columns.len() {
                let shown: Vec<&str> = printed.iter().map(|(_, (_, text))| text.as_str()).collect();
                let gap = Gap::CellCount {
                    expected: columns.len(),
                    found: printed.len(),
                };
                let path = Some(key.path().to_owned());
                log.gap(Some(*place), &shown.join(" "), path, gap);
                continue;
            }
            // Two columns of one name that differ: this year's and another's.
            let named = printed.iter().filter(|(column, _)| column.is_some());
            let is_twice = named.clone().any(|(column, (_, text))| {
                named
                    .clone()
                    .any(|(of, (_, other))| of == column && other != text)
            });
            if is_twice {
                let shown: Vec<&str> = printed.iter().map(|(_, (_, text))| text.as_str()).collect();
                let path = Some(key.path().to_owned());
                log.gap(Some(*place), &shown.join(" "), path, Gap::Ambiguous);
                continue;
            }
            for (index, (column, (place, text))) in printed.iter().enumerate() {
                let Some(column) = column.or_else(|| columns.get(index).copied()) else {
                    continue;
                };
                let path = format!("{}.{}", key.path(), column.field());
                if !columns.contains(&column) {
                    // A column of another row that this one leaves empty.
                    if cell(text, true).is_ok_and(|cell| matches!(cell, Cell::Count(_))) {
                        log.gap(Some(*place), text, Some(path), Gap::Edition);
                    }
                    continue;
                }
                match put(&mut one, *key, column, text, *unit) {
                    Ok(is_without_unit) => {
                        if is_without_unit {
                            log.remark(Some(*place), text, Some(path.clone()), Remark::NoUnit);
                        }
                        log.read(*place, path);
                    }
                    Err(gap) => log.gap(Some(*place), text, Some(path), gap),
                }
            }
            for column in columns {
                let is_there = match column {
                    ProactiveColumn::Amount => {
                        one.amount(*key).is_some_and(|amount| !amount.is_missing())
                    }
                    column => !one.cell(*key, *column).is_missing(),
                };
                let path = format!("{}.{}", key.path(), column.field());
                let is_told = log
                    .notes
                    .iter()
                    .any(|note| note.path.as_deref() == Some(&path));
                if !is_there && !is_told {
                    log.gap(Some(*place), "", Some(path), Gap::NoRow);
                }
            }
            match seen.iter().find(|(other, _)| other == key) {
                Some((_, other)) if *other == one => {
                    log.remark(
                        Some(*place),
                        "",
                        Some(key.path().to_owned()),
                        Remark::TwiceAlike,
                    );
                }
                Some(_) => {
                    log.forget(key.path());
                    log.gap(
                        Some(*place),
                        "",
                        Some(key.path().to_owned()),
                        Gap::TwiceDifferent,
                    );
                    clear(&mut proactive, *key);
                }
                None => {
                    copy(&one, *key, &mut proactive);
                    seen.push((*key, one));
                }
            }
        }
        for key in ProactiveKey::ALL {
            let is_there = self.services.iter().any(|service| service.key == *key);
            let is_told = self.told.iter().any(|path| path == key.path());
            if !key.columns(edition).is_empty() && !is_there && !is_told {
                log.gap(None, "", Some(key.path().to_owned()), Gap::NoRow);
            }
        }
        (!self.services.is_empty()).then_some(proactive)
    }
}

/// Puts one printed cell in its place; whether it is money without a unit.
fn put(
    into: &mut Proactive,
    key: ProactiveKey,
    column: ProactiveColumn,
    text: &str,
    unit: Option<Currency>,
) -> Result<bool, Gap> {
    if column == ProactiveColumn::Amount {
        let value = amount(text, unit)?;
        let is_bare = value.money().is_some_and(|money| money.unit.is_none());
        match key {
            ProactiveKey::Fees => into.fees.get_or_insert_default().amount = value,
            _ => into.procurement.get_or_insert_default().amount = value,
        }
        return Ok(is_bare);
    }
    let value = cell(text, column == ProactiveColumn::Change)?;
    match slot(into, key, column) {
        Some(slot) => *slot = value,
        None => return Err(Gap::Ambiguous),
    }
    Ok(false)
}

/// Where a count of the row and column stands.
fn slot(into: &mut Proactive, key: ProactiveKey, column: ProactiveColumn) -> Option<&mut Cell> {
    match key {
        ProactiveKey::Rules => document(into.rules.get_or_insert_default(), column),
        ProactiveKey::NormativeDocuments => {
            document(into.normative_documents.get_or_insert_default(), column)
        }
        ProactiveKey::Licences => service(into.licences.get_or_insert_default(), column),
        ProactiveKey::OtherServices => service(into.other_services.get_or_insert_default(), column),
        ProactiveKey::Penalties => service(into.penalties.get_or_insert_default(), column),
        ProactiveKey::CompulsoryMeasures => {
            service(into.compulsory_measures.get_or_insert_default(), column)
        }
        ProactiveKey::Fees => fee(into.fees.get_or_insert_default(), column),
        ProactiveKey::Procurement => projects(into.procurement.get_or_insert_default(), column),
    }
}

fn document(row: &mut Documents, column: ProactiveColumn) -> Option<&mut Cell> {
    match column {
        ProactiveColumn::Made => Some(&mut row.made),
        ProactiveColumn::Disclosed => Some(&mut row.disclosed),
        ProactiveColumn::TotalDisclosed => Some(&mut row.total_disclosed),
        ProactiveColumn::Repealed => Some(&mut row.repealed),
        ProactiveColumn::InForce => Some(&mut row.in_force),
        _ => None,
    }
}

fn service(row: &mut Services, column: ProactiveColumn) -> Option<&mut Cell> {
    match column {
        ProactiveColumn::ItemsLastYear => Some(&mut row.items_last_year),
        ProactiveColumn::Change => Some(&mut row.change),
        ProactiveColumn::Decisions => Some(&mut row.decisions),
        _ => None,
    }
}

fn fee(row: &mut Fees, column: ProactiveColumn) -> Option<&mut Cell> {
    match column {
        ProactiveColumn::ItemsLastYear => Some(&mut row.items_last_year),
        ProactiveColumn::Change => Some(&mut row.change),
        _ => None,
    }
}

fn projects(row: &mut Procurement, column: ProactiveColumn) -> Option<&mut Cell> {
    (column == ProactiveColumn::Projects).then_some(&mut row.projects)
}

/// One row of `from`, and nothing else of it.
fn copy(from: &Proactive, key: ProactiveKey, into: &mut Proactive) {
    match key {
        ProactiveKey::Rules => into.rules.clone_from(&from.rules),
        ProactiveKey::NormativeDocuments => into
            .normative_documents
            .clone_from(&from.normative_documents),
        ProactiveKey::Licences => into.licences.clone_from(&from.licences),
        ProactiveKey::OtherServices => into.other_services.clone_from(&from.other_services),
        ProactiveKey::Penalties => into.penalties.clone_from(&from.penalties),
        ProactiveKey::CompulsoryMeasures => into
            .compulsory_measures
            .clone_from(&from.compulsory_measures),
        ProactiveKey::Fees => into.fees.clone_from(&from.fees),
        ProactiveKey::Procurement => into.procurement.clone_from(&from.procurement),
    }
}

fn clear(into: &mut Proactive, key: ProactiveKey) {
    copy(&Proactive::default(), key, into);
}

/// Section three from the rows that were found.
pub fn applications(found: &Found, edition: Edition, log: &mut Log) -> Option<Applications> {
    if found.rows.is_empty() {
        return None;
    }
    let mut applications = Applications::default();
    let mut seen: Vec<(RowKey, Option<[Cell; 7]>)> = Vec::new();
    for (key, place, cells) in &found.rows {
        let path = key.path();
        if !key.is_in(edition) {
            log.gap(Some(*place), "", Some(path.to_owned()), Gap::Edition);
            continue;
        }
        match (seen.iter().find(|(other, _)| other == key), cells) {
            (None, Some(cells)) => {
                log.read(*place, path);
                set(&mut applications, *key, Some(Row(*cells)));
            }
            (Some((_, before)), cells) if before == cells => {
                log.remark(Some(*place), "", Some(path.to_owned()), Remark::TwiceAlike);
            }
            (Some(_), _) => {
                log.forget(path);
                log.gap(Some(*place), "", Some(path.to_owned()), Gap::TwiceDifferent);
                set(&mut applications, *key, None);
            }
            (None, None) => {}
        }
        seen.push((*key, *cells));
    }
    for key in RowKey::of(edition) {
        let is_told = found.told.iter().any(|path| path == key.path());
        if !is_told && !seen.iter().any(|(other, _)| *other == key) {
            log.gap(None, "", Some(key.path().to_owned()), Gap::NoRow);
        }
    }
    Some(applications)
}

fn set(into: &mut Applications, key: RowKey, row: Option<Row>) {
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

/// Section four from the cells that were found.
pub fn reviews(found: &Found, log: &mut Log) -> Option<Reviews> {
    if found.blocks.is_empty() {
        return None;
    }
    let mut reviews = Reviews::default();
    // Two tables on one page that say different things: neither is known to be the report's.
    let differs = |key: &BlockKey| {
        let own = || found.blocks.iter().filter(|(of, ..)| of == key);
        own().any(|(_, column, cell)| own().any(|(_, at, other)| at == column && other != cell))
    };
    let doubtful: Vec<BlockKey> = BlockKey::ALL
        .iter()
        .filter(|key| differs(key))
        .copied()
        .collect();
    for key in &doubtful {
        log.forget(key.path());
        log.gap(None, "", Some(key.path().to_owned()), Gap::TwiceDifferent);
    }
    let sure = found.blocks.iter();
    for (key, column, cell) in sure.filter(|(key, ..)| !doubtful.contains(key)) {
        set_cell(&mut reviews, *key, *column, *cell);
    }
    for key in BlockKey::ALL.iter().filter(|key| !doubtful.contains(key)) {
        for column in BlockColumn::ALL {
            let path = format!("{}.{}", key.path(), column.field());
            let is_told = log
                .notes
                .iter()
                .any(|note| note.path.as_deref() == Some(&path));
            if reviews.cell(*key, *column).is_missing() && !is_told {
                log.gap(None, "", Some(path), Gap::NoRow);
            }
        }
    }
    (doubtful.len() < BlockKey::ALL.len()).then_some(reviews)
}

fn set_cell(into: &mut Reviews, key: BlockKey, column: BlockColumn, cell: Cell) {
    let block = match key {
        BlockKey::Reconsideration => &mut into.reconsideration,
        BlockKey::LitigationDirect => &mut into.litigation_direct,
        BlockKey::LitigationAfterReconsideration => &mut into.litigation_after_reconsideration,
    };
    let block: &mut Block = block.get_or_insert_default();
    match column {
        BlockColumn::Upheld => block.upheld = cell,
        BlockColumn::Corrected => block.corrected = cell,
        BlockColumn::Other => block.other = cell,
        BlockColumn::Pending => block.pending = cell,
        BlockColumn::Total => block.total = cell,
    }
}

/// What a gap says is left out is not there, whatever another row of the same name holds: of two,
/// nobody knows which is the report's. A blank would say that nothing is printed.
pub fn leave_out(
    log: &mut Log,
    proactive: Option<&mut Proactive>,
    applications: Option<&mut Applications>,
    reviews: Option<&mut Reviews>,
) {
    let gaps = log.notes.iter().filter_map(|note| match note.subject {
        Subject::Gap(_) => note.path.clone(),
        Subject::Remark(_) => None,
    });
    let gaps: Vec<String> = gaps.collect();
    // The whole part is named where a row of it is of no known place.
    let is_gap = |path: &str| gaps.iter().any(|gap| gap == path);
    let mut gone: Vec<String> = Vec::new();
    if let Some(proactive) = proactive {
        for key in ProactiveKey::ALL {
            leave_out_cells(proactive, *key, &is_gap, &mut gone);
        }
    }
    if let Some(applications) = applications {
        for key in RowKey::ALL.iter().filter(|key| is_gap(key.path())) {
            if applications.row(*key).is_some() {
                set(applications, *key, None);
                gone.push(key.path().to_owned());
            }
        }
    }
    if let Some(reviews) = reviews {
        for key in BlockKey::ALL {
            for column in BlockColumn::ALL {
                let path = format!("{}.{}", key.path(), column.field());
                let is_there = !reviews.cell(*key, *column).is_missing();
                if is_there && (is_gap(key.path()) || is_gap(&path)) {
                    set_cell(reviews, *key, *column, Cell::Missing);
                    gone.push(path);
                }
            }
        }
    }
    for path in &gone {
        log.forget(path);
    }
    // What was alike twice is not taken even once.
    log.notes.retain(|note| {
        note.subject != Subject::Remark(Remark::TwiceAlike)
            || !note.path.as_deref().is_some_and(is_gap)
    });
}

fn leave_out_cells(
    proactive: &mut Proactive,
    key: ProactiveKey,
    is_gap: &impl Fn(&str) -> bool,
    gone: &mut Vec<String>,
) {
    let is_there = |proactive: &Proactive, column: ProactiveColumn| match column {
        ProactiveColumn::Amount => proactive.amount(key).is_some_and(|of| !of.is_missing()),
        column => !proactive.cell(key, column).is_missing(),
    };
    let mut is_empty = true;
    for column in ProactiveColumn::ALL {
        if !is_there(proactive, *column) {
            continue;
        }
        let path = format!("{}.{}", key.path(), column.field());
        if !is_gap(key.path()) && !is_gap(&path) {
            is_empty = false;
            continue;
        }
        gone.push(path);
        match column {
            ProactiveColumn::Amount => {
                if let Some(fees) = proactive
                    .fees
                    .as_mut()
                    .filter(|_| key == ProactiveKey::Fees)
                {
                    fees.amount = Amount::default();
                }
                let procurement = proactive.procurement.as_mut();
                if let Some(row) = procurement.filter(|_| key == ProactiveKey::Procurement) {
                    row.amount = Amount::default();
                }
            }
            column => {
                if let Some(slot) = slot(proactive, key, *column) {
                    *slot = Cell::Missing;
                }
            }
        }
    }
    if is_empty {
        clear(proactive, key);
    }
}

/// A unit of money that a heading prints, behind what it is the unit of: 金额（万元）, 单位：件、元. Other
/// words hold the character too, such as 多元.
pub fn heading_unit(whole: &str) -> Option<Currency> {
    const NEAR: usize = 8;
    for (word, unit) in [
        ("亿元", Currency::HundredMillionYuan),
        ("万元", Currency::TenThousandYuan),
        ("元", Currency::Yuan),
    ] {
        let is_unit = |(at, _): (usize, &str)| {
            let before = whole.get(..at).unwrap_or_default();
            let near = before.char_indices().rev().nth(NEAR - 1);
            let near = before.get(near.map_or(0, |(start, _)| start)..);
            before.ends_with(['额', '费', '购', '币'])
                || near.is_some_and(|near| near.contains("单位"))
        };
        if whole.match_indices(word).any(is_unit) {
            return Some(unit);
        }
    }
    None
}
