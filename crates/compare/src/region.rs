//! The regions of the widget, each of which is rendered by itself.

use super::action::Action;
use super::choice::{Choice, PanelKind};

/// A region of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// The title, and what the catalogue holds.
    Header,
    /// The tabs of the panels.
    Tabs,
    /// The search for agencies, and those that are chosen.
    Agencies,
    /// The choices other than agencies.
    Controls,
    /// The line that says what is chosen, on which the agencies and the controls are folded.
    Options,
    /// The panel with its figure or table.
    Panel,
    /// The headings of the agency table only.
    TableHead,
    /// The rows of the agency table only.
    TableRows,
    /// The number of rows that match the filter of the agency table.
    MatchCount,
    /// The places to download, share and print.
    Exports,
    /// The live region for screen readers.
    Announcement,
}

impl Region {
    /// All regions, in the order of the page.
    pub const ALL: [Region; 11] = [
        Region::Header,
        Region::Tabs,
        Region::Agencies,
        Region::Controls,
        Region::Options,
        Region::Panel,
        Region::TableHead,
        Region::TableRows,
        Region::MatchCount,
        Region::Exports,
        Region::Announcement,
    ];

    /// Returns the value of its `data-region`.
    pub fn id(self) -> &'static str {
        match self {
            Region::Header => "head",
            Region::Tabs => "tabs",
            Region::Agencies => "agencies",
            Region::Controls => "controls",
            Region::Options => "options",
            Region::Panel => "figure",
            Region::TableHead => "heading",
            Region::TableRows => "rows",
            Region::MatchCount => "match-count",
            Region::Exports => "exports",
            Region::Announcement => "announcement",
        }
    }

    /// Returns the region with this id.
    pub fn from_id(id: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.id() == id)
    }

    /// Returns the regions that an action changes, given the choice before and after it.
    pub(crate) fn changed_by(action: &Action, before: &Choice, after: &Choice) -> Vec<Region> {
        let panel = after.panel;
        match action {
            // The search field itself keeps the text that is being typed.
            Action::SetQuery(_) => vec![Region::TableRows, Region::MatchCount],
            Action::SortBy(_) if panel == PanelKind::AgencyTable => {
                vec![Region::TableHead, Region::TableRows]
            }
            // A tile chooses a group too.
            Action::SetGroup(_) if panel == PanelKind::Sums => {
                vec![Region::Controls, Region::Panel]
            }
            Action::SortBy(_)
            | Action::ListAllRows(_)
            | Action::SetPerUnit(_)
            | Action::SetGroup(_)
            | Action::ShowOnlyFailing(_)
            | Action::SetSecondMeasure(_) => vec![Region::Panel],
            // Each offers the years that the other is not.
            Action::SetBaseYear(_) => vec![Region::Controls, Region::Panel],
            Action::ToggleAgency(_) => vec![Region::Agencies, Region::TableRows],
            Action::AddAgency(_)
            | Action::AddGroup(_)
            | Action::RemoveAgency(_)
            | Action::KeepOnlyAgency(_) => {
                let has_same_first = after.agencies.first() == before.agencies.first();
                if panel == PanelKind::AgencyTable {
                    // The table keeps its scroll position.
                    vec![Region::Agencies, Region::TableRows]
                } else if panel.shows_one_agency() && has_same_first {
                    vec![Region::Agencies]
                } else {
                    vec![Region::Agencies, Region::Panel]
                }
            }
            Action::SelectPanel(_) | Action::OpenGroup(..) | Action::CloseGroup => {
                vec![Region::Tabs, Region::Controls, Region::Panel]
            }
            // Only the trend offers a second measure, which depends on the first.
            Action::SetMeasure(_) if panel != PanelKind::Trend => vec![Region::Panel],
            // Each control shows the current choice.
            Action::SetMeasure(_)
            | Action::SetYear(_)
            | Action::SetFirstYear(_)
            | Action::SetLastYear(_)
            | Action::SetScale(_)
            | Action::SetDisplay(_)
            | Action::SetSumsBy(_) => vec![Region::Controls, Region::Panel],
        }
    }
}
