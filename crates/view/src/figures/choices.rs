//! The choices that a reader can make.

use crate::text::{ApplicationsText, ChecksViewText, SectionsText, Text};
use gongkai_i18n::Locale;

/// A closed set of options with stable names for links and attributes.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident $texts:ident $label:ident { $($(#[$option_doc:meta])* $option:ident = $id:literal $text:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name { #[default] $($(#[$option_doc])* $option),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$option),+];

            pub fn id(self) -> &'static str {
                match self { $($name::$option => $id),+ }
            }

            pub fn from_id(id: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|option| option.id() == id)
            }

            // Views are chosen by tabs, not by a control.
            #[allow(dead_code)]
            fn control(self, id: &'static str, locale: Locale) -> Control {
                Control {
                    id,
                    label: $texts::$label.text(locale),
                    options: vec![$(($id, $texts::$text.text(locale))),+],
                    current: self.id(),
                }
            }
        }
    };
}

choice! {
    /// One question about the report.
    View Text Views {
        Overview = "overview" ViewOverview,
        Disclosure = "disclosure" ViewDisclosure,
        Activities = "activities" ViewActivities,
        Documents = "documents" ViewDocuments,
        Services = "services" ViewServices,
        Fees = "fees" ViewFees,
        Procurement = "procurement" ViewProcurement,
        Applications = "applications" ViewApplications,
        Reviews = "reviews" ViewReviews,
        Checks = "checks" ViewChecks,
        Original = "text" ViewOriginal,
    }
}

choice! {
    Sort Text Sort {
        Size = "size" SortSize,
        Printed = "printed" SortPrinted,
    }
}

choice! {
    Measure Text Measure {
        Count = "count" MeasureCount,
        Share = "share" MeasureShare,
    }
}

choice! {
    Scale Text Scale {
        Linear = "linear" ScaleLinear,
        Log = "log" ScaleLog,
    }
}

choice! {
    Compare Text Compare {
        Sizes = "sizes" CompareSizes,
        Changes = "changes" CompareChanges,
    }
}

choice! {
    ChangeAs Text ChangeAs {
        Number = "number" ChangeNumber,
        Percent = "percent" ChangePercent,
    }
}

choice! {
    MoneyUnit Text Unit {
        Wan = "wan" UnitWan,
        Yi = "yi" UnitYi,
    }
}

choice! {
    /// Whether a view shows its figure, its table, or the same over the years.
    Display Text ShowAs {
        Chart = "chart" ShowChart,
        Table = "table" ShowTable,
        /// Only where the reports of other years are known; otherwise the figure.
        Years = "years" ShowYears,
    }
}

choice! {
    /// The first stage of the diagram of applications.
    FlowFrom ApplicationsText FlowFrom {
        Applicants = "applicants" FlowFromApplicants,
        /// Cases received this year and carried in.
        Cases = "cases" FlowFromCases,
    }
}

choice! {
    /// How the diagram of applications groups the outcomes.
    OutcomeDetail ApplicationsText Outcomes {
        Groups = "groups" OutcomesGroups,
        /// Every row of the form.
        Each = "each" OutcomesEach,
    }
}

choice! {
    /// Which findings the checks view lists.
    Listed ChecksViewText Listed {
        /// All except those that hold.
        Open = "open" ListedOpen,
        All = "all" ListedAll,
    }
}

impl View {
    /// Whether the `draw` module, which the page loads first, contains the view.
    pub fn is_core(self) -> bool {
        matches!(
            self,
            View::Overview | View::Disclosure | View::Services | View::Procurement
        )
    }

    pub fn name(self, locale: Locale) -> &'static str {
        match self {
            View::Overview => Text::ViewOverview,
            View::Disclosure => Text::ViewDisclosure,
            View::Activities => Text::ViewActivities,
            View::Documents => Text::ViewDocuments,
            View::Services => Text::ViewServices,
            View::Fees => Text::ViewFees,
            View::Procurement => Text::ViewProcurement,
            View::Applications => Text::ViewApplications,
            View::Reviews => Text::ViewReviews,
            View::Checks => Text::ViewChecks,
            View::Original => Text::ViewOriginal,
        }
        .text(locale)
    }

    /// The question that a core view answers; `None` for every other view.
    pub fn core_question(self) -> Option<Text> {
        Some(match self {
            View::Overview => Text::AskOverview,
            View::Disclosure => Text::AskDisclosure,
            View::Services => Text::AskServices,
            View::Procurement => Text::AskProcurement,
            _ => return None,
        })
    }

    /// The question that the view answers.
    pub fn question(self, locale: Locale) -> &'static str {
        if let Some(text) = self.core_question() {
            return text.text(locale);
        }
        match self {
            View::Activities => SectionsText::AskActivities,
            View::Documents => SectionsText::AskDocuments,
            View::Fees => SectionsText::AskFees,
            View::Applications => SectionsText::AskApplications,
            View::Reviews => SectionsText::AskReviews,
            View::Checks => SectionsText::AskChecks,
            _ => SectionsText::AskOriginal,
        }
        .text(locale)
    }
}

/// The choices for all views, so that each view keeps its own when the reader returns to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    pub sort: Sort,
    pub measure: Measure,
    /// The scale of the disclosure view.
    pub scale: Scale,
    pub compare: Compare,
    pub change: ChangeAs,
    /// The scale of the services view.
    pub sizes_scale: Scale,
    pub unit: MoneyUnit,
    pub flow_from: FlowFrom,
    pub outcomes: OutcomeDetail,
    pub listed: Listed,
    pub display: Display,
}

impl Default for Choices {
    fn default() -> Choices {
        Choices {
            sort: Sort::Size,
            measure: Measure::Count,
            scale: Scale::Linear,
            compare: Compare::Sizes,
            change: ChangeAs::Number,
            sizes_scale: Scale::Linear,
            unit: MoneyUnit::Wan,
            flow_from: FlowFrom::Applicants,
            outcomes: OutcomeDetail::Groups,
            listed: Listed::Open,
            display: Display::Chart,
        }
    }
}

/// A control that offers the options of one choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    pub id: &'static str,
    pub label: &'static str,
    /// The id and the label of each option.
    pub options: Vec<(&'static str, &'static str)>,
    pub current: &'static str,
}

impl Choices {
    /// The ids of the choices in links; the same as [`Control::id`].
    pub const IDS: [&'static str; 11] = [
        "sort", "measure", "scale", "compare", "change", "sizes", "unit", "from", "outcomes",
        "listed", "as",
    ];

    /// Makes a choice by the ids of choice and option. Returns `false`, and changes nothing, if
    /// either is unknown.
    pub fn choose(&mut self, id: &str, value: &str) -> bool {
        fn put<T>(choice: &mut T, value: Option<T>) -> bool {
            match value {
                Some(value) => {
                    *choice = value;
                    true
                }
                None => false,
            }
        }
        match id {
            "sort" => put(&mut self.sort, Sort::from_id(value)),
            "measure" => put(&mut self.measure, Measure::from_id(value)),
            "scale" => put(&mut self.scale, Scale::from_id(value)),
            "compare" => put(&mut self.compare, Compare::from_id(value)),
            "change" => put(&mut self.change, ChangeAs::from_id(value)),
            "sizes" => put(&mut self.sizes_scale, Scale::from_id(value)),
            "unit" => put(&mut self.unit, MoneyUnit::from_id(value)),
            "from" => put(&mut self.flow_from, FlowFrom::from_id(value)),
            "outcomes" => put(&mut self.outcomes, OutcomeDetail::from_id(value)),
            "listed" => put(&mut self.listed, Listed::from_id(value)),
            "as" => put(&mut self.display, Display::from_id(value)),
            _ => false,
        }
    }

    /// The id of the chosen option.
    pub fn chosen(&self, id: &str) -> &'static str {
        match id {
            "sort" => self.sort.id(),
            "measure" => self.measure.id(),
            "scale" => self.scale.id(),
            "compare" => self.compare.id(),
            "change" => self.change.id(),
            "sizes" => self.sizes_scale.id(),
            "unit" => self.unit.id(),
            "from" => self.flow_from.id(),
            "outcomes" => self.outcomes.id(),
            "listed" => self.listed.id(),
            "as" => self.display.id(),
            _ => "",
        }
    }

    pub fn sort_control(&self, locale: Locale) -> Control {
        self.sort.control("sort", locale)
    }

    pub fn measure_control(&self, locale: Locale) -> Control {
        self.measure.control("measure", locale)
    }

    pub fn scale_control(&self, locale: Locale) -> Control {
        self.scale.control("scale", locale)
    }

    pub fn compare_control(&self, locale: Locale) -> Control {
        self.compare.control("compare", locale)
    }

    pub fn change_control(&self, locale: Locale) -> Control {
        self.change.control("change", locale)
    }

    pub fn sizes_control(&self, locale: Locale) -> Control {
        self.sizes_scale.control("sizes", locale)
    }

    pub fn unit_control(&self, locale: Locale) -> Control {
        self.unit.control("unit", locale)
    }

    pub fn flow_from_control(&self, locale: Locale) -> Control {
        self.flow_from.control("from", locale)
    }

    pub fn outcomes_control(&self, locale: Locale) -> Control {
        self.outcomes.control("outcomes", locale)
    }

    pub fn listed_control(&self, locale: Locale) -> Control {
        self.listed.control("listed", locale)
    }

    /// Chart or table. The years are added where they are known, see
    /// [`Context`](crate::components::Context).
    pub fn display_control(&self, locale: Locale) -> Control {
        Control {
            id: "as",
            label: Text::ShowAs.text(locale),
            options: vec![
                (Display::Chart.id(), Text::ShowChart.text(locale)),
                (Display::Table.id(), Text::ShowTable.text(locale)),
            ],
            current: self.display.id(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_found_again_by_its_names() {
        for id in Choices::IDS {
            let mut choices = Choices::default();
            let before = choices.chosen(id);
            assert!(choices.choose(id, before), "{id}");
            assert_eq!(choices, Choices::default());
            assert!(!choices.choose(id, "nonsense"));
        }
        assert!(!Choices::default().choose("nonsense", "size"));
    }
}
