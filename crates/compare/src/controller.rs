//! Changes the view model: the only place that does.

use super::action::{Action, TooManyAgencies};
use super::choice::{Choice, MAX_AGENCIES, PanelKind};
use super::controls;
use super::link::{self, RestoredLink};
use super::panel;
use super::phrases::{year_label, year_range};
use super::region::Region;
use super::view_model::ViewModel;
use crate::messages::{CompareText, compare_text};
use gongkai_catalog::{AgencySearch, Catalog};
use gongkai_i18n::Locale;
use gongkai_view::charts::Size;
use std::rc::Rc;

/// Owns the view model of one widget, and changes it by the reader's actions.
#[derive(Clone, Debug)]
pub struct Controller {
    model: ViewModel,
    /// The report that is shown instead of the comparison, by its index.
    report: Option<usize>,
}

impl Controller {
    /// Starts with the choice of a link, which is the widget's part of the page's fragment, or with the
    /// initial choice. `None` for a catalogue without a report.
    pub fn new(
        catalog: Rc<Catalog>,
        search: Rc<AgencySearch>,
        locale: Locale,
        size: Size,
        link: Option<&str>,
    ) -> Option<Controller> {
        let model = ViewModel::new(catalog, search, locale, size)?;
        let mut controller = Controller {
            model,
            report: None,
        };
        if link.is_some() {
            controller.restore(link);
        }
        Some(controller)
    }

    /// The catalogue with the choice as it is.
    pub fn model(&self) -> &ViewModel {
        &self.model
    }

    /// Writes the choice as the widget's part of a page's fragment, without its key.
    pub fn link(&self) -> String {
        link::write(self.model.catalog(), self.model.choice(), self.report)
    }

    /// Returns the report that is shown instead of the comparison, by its index.
    pub fn report(&self) -> Option<usize> {
        self.report
    }

    /// Notes which report is shown instead of the comparison, which its link then says.
    pub fn set_report(&mut self, report: Option<usize>) {
        self.report = report;
    }

    /// Applies an action. Returns the regions to render again, which are only those that it changes; none
    /// if it asks for what is chosen already.
    pub fn apply(&mut self, action: &Action) -> Vec<Region> {
        let before = self.model.choice().clone();
        let options_before = controls::options_line(&self.model);
        let had_chart = panel::has_chart(&self.model);
        let allowed_log_scale = self.model.allows_log_scale();
        let showed_only_first = self.model.shows_only_first_agency();
        let mut after = before.clone();
        let excess = after.apply(action, self.model.catalog()).err();
        if after == before {
            let Some(excess) = excess else {
                return Vec::new();
            };
            let notice = too_many_agencies(&self.model, excess);
            self.model.set_notice(notice.clone());
            self.model.set_announcement(notice);
            return vec![Region::Agencies, Region::Announcement];
        }
        let mut regions = Region::changed_by(action, &before, &after);
        let had_notice = !self.model.notice().is_empty();
        self.model.set_choice(after);
        let notice = excess.map(|excess| too_many_agencies(&self.model, excess));
        self.model.set_notice(notice.clone().unwrap_or_default());
        let mut add_if = |region: Region, is_changed: bool| {
            if is_changed && !regions.contains(&region) {
                regions.push(region);
            }
        };
        // The log scale is offered only if it suits the measures.
        add_if(
            Region::Controls,
            self.model.allows_log_scale() != allowed_log_scale,
        );
        add_if(
            Region::Agencies,
            had_notice || self.model.shows_only_first_agency() != showed_only_first,
        );
        let announcement = notice.unwrap_or_else(|| announcement(&self.model, action));
        self.model.set_announcement(announcement);
        if controls::options_line(&self.model) != options_before {
            regions.push(Region::Options);
        }
        // Another chart has the same exports, whose places stay open.
        if panel::has_chart(&self.model) != had_chart {
            regions.push(Region::Exports);
        }
        // No announcement at each keystroke.
        if !matches!(action, Action::SetQuery(_)) {
            regions.push(Region::Announcement);
        }
        regions
    }

    /// Takes the choice of a link. Whatever the link does not mention is as in the initial choice;
    /// without a link, everything is.
    pub fn restore(&mut self, link: Option<&str>) {
        let catalog = self.model.catalog();
        let restored = match link {
            Some(link) => link::read(catalog, link),
            None => Choice::initial(catalog).map(RestoredLink::from),
        };
        let Some(restored) = restored else {
            return;
        };
        self.model.set_choice(restored.choice.clone());
        self.report = restored.report;
        let notice = link_notice(&self.model, &restored);
        self.model.set_notice(notice.clone());
        self.model.set_announcement(notice);
    }

    /// Sets the language. What was announced is forgotten.
    pub fn set_locale(&mut self, locale: Locale) {
        self.model.set_locale(locale);
        self.model.set_announcement(String::new());
        self.model.set_notice(String::new());
    }

    /// Sets whether the page's address tells what is chosen.
    pub fn set_has_link(&mut self, has_link: bool) {
        self.model.set_has_link(has_link);
    }

    /// Sets the width and the text size that charts are drawn for.
    pub fn set_size(&mut self, size: Size) {
        self.model.set_size(size);
    }
}

/// Announces an action that has been applied.
fn announcement(model: &ViewModel, action: &Action) -> String {
    let about =
        |text: CompareText, agency: usize| text.with(model.locale(), &[model.agency_name(agency)]);
    match action {
        Action::SetQuery(_) => String::new(),
        Action::KeepOnlyAgency(agency) => about(CompareText::OnlyKept, *agency),
        Action::AddAgency(agency) => about(CompareText::Added, *agency),
        Action::AddGroup(group) => {
            let group = model.catalog().groups().get(*group);
            compare_text::GroupAdded {
                group: group.map_or("", String::as_str),
            }
            .text(model.locale())
        }
        Action::OpenGroup(group, _) => {
            let group = model.catalog().groups().get(*group);
            compare_text::GroupOpened {
                group: group.map_or("", String::as_str),
                finding: &panel::finding(model),
            }
            .text(model.locale())
        }
        Action::RemoveAgency(agency) => about(CompareText::Removed, *agency),
        Action::ToggleAgency(agency) if model.choice().agencies.contains(agency) => {
            about(CompareText::Added, *agency)
        }
        Action::ToggleAgency(agency) => about(CompareText::Removed, *agency),
        Action::SortBy(_) => panel::sort_announcement(model),
        // A measure that cannot be shown is announced; it is also visible in the panel.
        Action::SetMeasure(_) | Action::SetSecondMeasure(_) | Action::SelectPanel(_) => {
            let sentences: Vec<String> = panel::second_measure_refusal(model)
                .into_iter()
                .chain([panel::finding(model)])
                .collect();
            sentences.join(" ")
        }
        // The finding may be the same for other years.
        Action::SetFirstYear(_) | Action::SetLastYear(_) => compare_text::InYears {
            years: &year_range(model),
            finding: &panel::finding(model),
        }
        .text(model.locale()),
        _ => panel::finding(model),
    }
}

/// Says that more agencies than the most were asked for.
fn too_many_agencies(model: &ViewModel, excess: TooManyAgencies) -> String {
    let agency = excess.agency;
    if excess.count > 1 {
        return compare_text::GroupCut {
            most: &MAX_AGENCIES.to_string(),
            count: &excess.count.to_string(),
            agency: model.agency_name(agency),
        }
        .text(model.locale());
    }
    let most = MAX_AGENCIES.to_string();
    compare_text::TooManyAgencies {
        most: &most,
        agency: model.agency_name(agency),
    }
    .text(model.locale())
}

/// Says which parts of a link are not shown; empty if all are.
fn link_notice(model: &ViewModel, restored: &RestoredLink) -> String {
    let locale = model.locale();
    let agencies = match (restored.missing_agencies.as_slice(), restored.first_excess) {
        ([], None) => None,
        ([], Some(agency)) => Some(too_many_agencies(
            model,
            TooManyAgencies { agency, count: 1 },
        )),
        ([missing], _) => Some(compare_text::LinkAgencyMissing { agency: missing }.text(locale)),
        ([first, ..], _) => {
            let count = restored.missing_agencies.len().to_string();
            Some(
                compare_text::LinkAgenciesMissing {
                    agency: first,
                    count: &count,
                }
                .text(locale),
            )
        }
    };
    // Only about the years that the panel shows.
    let choice = model.choice();
    let years = match choice.panel {
        panel if panel.shows_year_range() => {
            let wanted = restored.invalid_years.as_deref();
            wanted.map(|wanted| (wanted, year_range(model)))
        }
        PanelKind::Checks => None,
        _ => {
            let wanted = restored.invalid_year.as_deref();
            wanted.map(|wanted| (wanted, year_label(locale, choice.year)))
        }
    };
    let years = years.map(|(wanted, shown)| {
        compare_text::LinkYearsMissing {
            wanted,
            shown: &shown,
        }
        .text(locale)
    });
    let report = restored.missing_report.as_deref();
    let report = report.map(|report| compare_text::LinkReportMissing { report }.text(locale));
    let sentences = agencies.into_iter().chain(years).chain(report);
    let sentences: Vec<String> = sentences.collect();
    sentences.join(match locale {
        Locale::ZhCn => "",
        Locale::En => " ",
    })
}
