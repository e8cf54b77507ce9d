//! The rows and columns of the form as enums, in printed order.

use super::{Amount, Applications, Block, Cell, Edition, OtherOutcome, Proactive, Reviews, Row};

/// Declares enums of rows or columns in the form's order, each with its part of a path.
macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident $path:ident { $($key:ident $word:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the keys are named like the fields of the format")]
        pub enum $name { $($key,)+ }

        impl $name {
            /// All of them, in the form's order.
            pub const ALL: &'static [$name] = &[$($name::$key,)+];

            /// As in the path of a [`ReadError`](super::ReadError).
            pub fn $path(self) -> &'static str {
                match self { $($name::$key => $word,)+ }
            }
        }
    )+};
}

keys! {
    /// A row of section three. The 2019 form has `Other`, which the 2021 form divides into three
    /// rows; see [`RowKey::is_in`].
    RowKey path {
        Received "applications.received",
        CarriedIn "applications.carried_in",
        Granted "applications.outcomes.granted",
        PartlyGranted "applications.outcomes.partly_granted",
        StateSecret "applications.outcomes.refused.state_secret",
        ForbiddenByLaw "applications.outcomes.refused.forbidden_by_law",
        ThreeSecuritiesOneStability "applications.outcomes.refused.three_securities_one_stability",
        ThirdPartyRights "applications.outcomes.refused.third_party_rights",
        InternalAffairs "applications.outcomes.refused.internal_affairs",
        Deliberative "applications.outcomes.refused.deliberative",
        EnforcementFile "applications.outcomes.refused.enforcement_file",
        AdministrativeQuery "applications.outcomes.refused.administrative_query",
        NotHeld "applications.outcomes.unable.not_held",
        NeedsCompiling "applications.outcomes.unable.needs_compiling",
        StillUnclear "applications.outcomes.unable.still_unclear",
        Petition "applications.outcomes.not_processed.petition",
        Repeat "applications.outcomes.not_processed.repeat",
        AsksForPublication "applications.outcomes.not_processed.asks_for_publication",
        Excessive "applications.outcomes.not_processed.excessive",
        AsksToConfirm "applications.outcomes.not_processed.asks_to_confirm",
        Other "applications.outcomes.other",
        NotCorrectedInTime "applications.outcomes.other.not_corrected_in_time",
        FeeNotPaid "applications.outcomes.other.fee_not_paid",
        OtherRest "applications.outcomes.other.other",
        Total "applications.outcomes.total",
        CarriedOut "applications.carried_out",
    }
    /// A heading of section three above several rows.
    RowGroup field {
        Refused "refused",
        Unable "unable",
        NotProcessed "not_processed",
        Other "other",
    }
    /// A column of section three; its field is its index in the row.
    Applicant field {
        Person "0",
        Business "1",
        Research "2",
        Welfare "3",
        Legal "4",
        Other "5",
        Total "6",
    }
    /// A row of section two.
    ProactiveKey path {
        Rules "proactive.rules",
        NormativeDocuments "proactive.normative_documents",
        Licences "proactive.licences",
        OtherServices "proactive.other_services",
        Penalties "proactive.penalties",
        CompulsoryMeasures "proactive.compulsory_measures",
        Fees "proactive.fees",
        Procurement "proactive.procurement",
    }
    /// A column of section two; see [`ProactiveKey::columns`] for the columns of a row.
    ProactiveColumn field {
        Made "made",
        Disclosed "disclosed",
        TotalDisclosed "total_disclosed",
        Repealed "repealed",
        InForce "in_force",
        ItemsLastYear "items_last_year",
        Change "change",
        Decisions "decisions",
        Projects "projects",
        Amount "amount",
    }
    /// A block of section four.
    BlockKey path {
        Reconsideration "reviews.reconsideration",
        LitigationDirect "reviews.litigation_direct",
        LitigationAfterReconsideration "reviews.litigation_after_reconsideration",
    }
    /// A column of a block of section four.
    BlockColumn field {
        Upheld "upheld",
        Corrected "corrected",
        Other "other",
        Pending "pending",
        Total "total",
    }
}

impl RowKey {
    /// Whether the edition's form has the row.
    pub fn is_in(self, edition: Edition) -> bool {
        match self {
            RowKey::Other => edition == Edition::Form2019,
            RowKey::NotCorrectedInTime | RowKey::FeeNotPaid | RowKey::OtherRest => {
                edition == Edition::Form2021
            }
            _ => true,
        }
    }

    /// The edition's rows in printed order.
    pub fn of(edition: Edition) -> impl Iterator<Item = RowKey> {
        let rows = RowKey::ALL.iter().copied();
        rows.filter(move |row| row.is_in(edition))
    }

    /// The heading above the row, if there is one.
    pub fn group(self) -> Option<RowGroup> {
        let (group, _) = self
            .path()
            .strip_prefix("applications.outcomes.")?
            .split_once('.')?;
        let mut groups = RowGroup::ALL.iter().copied();
        groups.find(|key| key.field() == group)
    }

    /// Whether the row is an outcome, which the total of 办理结果 includes.
    pub fn is_outcome(self) -> bool {
        self != RowKey::Total && self.path().starts_with("applications.outcomes.")
    }
}

impl Row {
    /// Returns the cell of a column.
    pub fn of(&self, applicant: Applicant) -> Cell {
        self.0.get(applicant as usize).copied().unwrap_or_default()
    }
}

impl Applications {
    /// The row as printed; `None` if the file lacks it.
    pub fn row(&self, key: RowKey) -> Option<&Row> {
        let outcomes = self.outcomes.as_ref();
        let refused = outcomes.and_then(|outcomes| outcomes.refused.as_ref());
        let unable = outcomes.and_then(|outcomes| outcomes.unable.as_ref());
        let not_processed = outcomes.and_then(|outcomes| outcomes.not_processed.as_ref());
        let (one, divided) = match outcomes.and_then(|outcomes| outcomes.other.as_ref()) {
            Some(OtherOutcome::One(row)) => (Some(row), None),
            Some(OtherOutcome::Divided(rows)) => (None, Some(rows)),
            None => (None, None),
        };
        match key {
            RowKey::Received => self.received.as_ref(),
            RowKey::CarriedIn => self.carried_in.as_ref(),
            RowKey::Granted => outcomes?.granted.as_ref(),
            RowKey::PartlyGranted => outcomes?.partly_granted.as_ref(),
            RowKey::StateSecret => refused?.state_secret.as_ref(),
            RowKey::ForbiddenByLaw => refused?.forbidden_by_law.as_ref(),
            RowKey::ThreeSecuritiesOneStability => refused?.three_securities_one_stability.as_ref(),
            RowKey::ThirdPartyRights => refused?.third_party_rights.as_ref(),
            RowKey::InternalAffairs => refused?.internal_affairs.as_ref(),
            RowKey::Deliberative => refused?.deliberative.as_ref(),
            RowKey::EnforcementFile => refused?.enforcement_file.as_ref(),
            RowKey::AdministrativeQuery => refused?.administrative_query.as_ref(),
            RowKey::NotHeld => unable?.not_held.as_ref(),
            RowKey::NeedsCompiling => unable?.needs_compiling.as_ref(),
            RowKey::StillUnclear => unable?.still_unclear.as_ref(),
            RowKey::Petition => not_processed?.petition.as_ref(),
            RowKey::Repeat => not_processed?.repeat.as_ref(),
            RowKey::AsksForPublication => not_processed?.asks_for_publication.as_ref(),
            RowKey::Excessive => not_processed?.excessive.as_ref(),
            RowKey::AsksToConfirm => not_processed?.asks_to_confirm.as_ref(),
            RowKey::Other => one,
            RowKey::NotCorrectedInTime => divided?.not_corrected_in_time.as_ref(),
            RowKey::FeeNotPaid => divided?.fee_not_paid.as_ref(),
            RowKey::OtherRest => divided?.other.as_ref(),
            RowKey::Total => outcomes?.total.as_ref(),
            RowKey::CarriedOut => self.carried_out.as_ref(),
        }
    }

    /// Returns a cell of the table; missing if the file lacks the row.
    pub fn cell(&self, row: RowKey, column: Applicant) -> Cell {
        self.row(row).map(|row| row.of(column)).unwrap_or_default()
    }
}

impl ProactiveKey {
    /// The columns of the row in the edition's form; empty if the form lacks the row.
    pub fn columns(self, edition: Edition) -> &'static [ProactiveColumn] {
        use ProactiveColumn::*;
        use ProactiveKey::*;
        match (self, edition) {
            (Rules | NormativeDocuments, Edition::Form2019) => &[Made, Disclosed, TotalDisclosed],
            (Rules | NormativeDocuments, Edition::Form2021) => &[Made, Repealed, InForce],
            (Licences | OtherServices | Penalties | CompulsoryMeasures, Edition::Form2019) => {
                &[ItemsLastYear, Change, Decisions]
            }
            (Licences | Penalties | CompulsoryMeasures, Edition::Form2021) => &[Decisions],
            (Fees, Edition::Form2019) => &[ItemsLastYear, Change],
            (Fees, Edition::Form2021) => &[Amount],
            (Procurement, Edition::Form2019) => &[Projects, Amount],
            (OtherServices | Procurement, Edition::Form2021) => &[],
        }
    }
}

impl Proactive {
    /// The cell as printed; missing if the row has no such column, or if the cell is an amount.
    pub fn cell(&self, row: ProactiveKey, column: ProactiveColumn) -> Cell {
        let documents = match row {
            ProactiveKey::Rules => self.rules.as_ref(),
            ProactiveKey::NormativeDocuments => self.normative_documents.as_ref(),
            _ => None,
        };
        let services = match row {
            ProactiveKey::Licences => self.licences.as_ref(),
            ProactiveKey::OtherServices => self.other_services.as_ref(),
            ProactiveKey::Penalties => self.penalties.as_ref(),
            ProactiveKey::CompulsoryMeasures => self.compulsory_measures.as_ref(),
            _ => None,
        };
        let fees = self.fees.as_ref().filter(|_| row == ProactiveKey::Fees);
        let procurement = self.procurement.as_ref();
        let cell = match column {
            ProactiveColumn::Made => documents.map(|row| row.made),
            ProactiveColumn::Disclosed => documents.map(|row| row.disclosed),
            ProactiveColumn::TotalDisclosed => documents.map(|row| row.total_disclosed),
            ProactiveColumn::Repealed => documents.map(|row| row.repealed),
            ProactiveColumn::InForce => documents.map(|row| row.in_force),
            ProactiveColumn::ItemsLastYear => services
                .map(|row| row.items_last_year)
                .or(fees.map(|row| row.items_last_year)),
            ProactiveColumn::Change => services
                .map(|row| row.change)
                .or(fees.map(|row| row.change)),
            ProactiveColumn::Decisions => services.map(|row| row.decisions),
            ProactiveColumn::Projects => procurement
                .filter(|_| row == ProactiveKey::Procurement)
                .map(|row| row.projects),
            ProactiveColumn::Amount => None,
        };
        cell.unwrap_or_default()
    }

    /// The amount of the row; `None` if the file lacks the row, or if the row has none.
    pub fn amount(&self, row: ProactiveKey) -> Option<&Amount> {
        match row {
            ProactiveKey::Fees => self.fees.as_ref().map(|row| &row.amount),
            ProactiveKey::Procurement => self.procurement.as_ref().map(|row| &row.amount),
            _ => None,
        }
    }
}

impl Reviews {
    /// The block as printed; `None` if the file lacks it.
    pub fn block(&self, key: BlockKey) -> Option<&Block> {
        match key {
            BlockKey::Reconsideration => self.reconsideration.as_ref(),
            BlockKey::LitigationDirect => self.litigation_direct.as_ref(),
            BlockKey::LitigationAfterReconsideration => {
                self.litigation_after_reconsideration.as_ref()
            }
        }
    }

    /// Returns a cell of the table; missing if the file lacks the block.
    pub fn cell(&self, block: BlockKey, column: BlockColumn) -> Cell {
        let Some(block) = self.block(block) else {
            return Cell::Missing;
        };
        match column {
            BlockColumn::Upheld => block.upheld,
            BlockColumn::Corrected => block.corrected,
            BlockColumn::Other => block.other,
            BlockColumn::Pending => block.pending,
            BlockColumn::Total => block.total,
        }
    }
}
