//! What the reader may choose, and what is chosen.

use crate::i18n::{Locale, Text};

/// A closed set of options with stable names for links and attributes.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident $label:ident { $($(#[$option_doc:meta])* $option:ident = $id:literal $text:ident),+ $(,)? }) => {
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

            // The views are chosen by tabs and have no control.
            #[allow(dead_code)]
            fn control(self, id: &'static str, locale: Locale) -> Control {
                Control {
                    id,
                    label: Text::$label.text(locale),
                    options: vec![$(($id, Text::$text.text(locale))),+],
                    current: self.id(),
                }
            }
        }
    };
}

choice! {
    /// One question about the report.
    View Views {
        Overview = "overview" ViewOverview,
        Disclosure = "disclosure" ViewDisclosure,
        Services = "services" ViewServices,
        Procurement = "procurement" ViewProcurement,
    }
}

choice! {
    Sort Sort {
        Size = "size" SortSize,
        Printed = "printed" SortPrinted,
    }
}

choice! {
    Measure Measure {
        Count = "count" MeasureCount,
        Share = "share" MeasureShare,
    }
}

choice! {
    Scale Scale {
        Linear = "linear" ScaleLinear,
        Log = "log" ScaleLog,
    }
}

choice! {
    Compare Compare {
        Sizes = "sizes" CompareSizes,
        Changes = "changes" CompareChanges,
    }
}

choice! {
    ChangeAs ChangeAs {
        Number = "number" ChangeNumber,
        Percent = "percent" ChangePercent,
    }
}

choice! {
    MoneyUnit Unit {
        Wan = "wan" UnitWan,
        Yi = "yi" UnitYi,
    }
}

choice! {
    /// The figure or the same numbers as a table.
    Display ShowAs {
        Chart = "chart" ShowChart,
        Table = "table" ShowTable,
    }
}

impl View {
    pub fn name(self, locale: Locale) -> &'static str {
        match self {
            View::Overview => Text::ViewOverview,
            View::Disclosure => Text::ViewDisclosure,
            View::Services => Text::ViewServices,
            View::Procurement => Text::ViewProcurement,
        }
        .text(locale)
    }

    pub fn question(self, locale: Locale) -> &'static str {
        match self {
            View::Overview => Text::AskOverview,
            View::Disclosure => Text::AskDisclosure,
            View::Services => Text::AskServices,
            View::Procurement => Text::AskProcurement,
        }
        .text(locale)
    }
}

/// Everything that the reader has chosen, for all views at once, so that a view that is left
/// and entered again is found as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    pub sort: Sort,
    pub measure: Measure,
    /// Of the disclosure view.
    pub scale: Scale,
    pub compare: Compare,
    pub change: ChangeAs,
    /// Of the services view; its sizes range over four powers of ten in real reports.
    pub sizes_scale: Scale,
    pub unit: MoneyUnit,
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
            sizes_scale: Scale::Log,
            unit: MoneyUnit::Wan,
            display: Display::Chart,
        }
    }
}

/// One choice as the reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    pub id: &'static str,
    pub label: &'static str,
    /// Stable name and label.
    pub options: Vec<(&'static str, &'static str)>,
    pub current: &'static str,
}

impl Choices {
    /// Names under which choices stand in links; the same as [`Control::id`].
    pub const IDS: [&'static str; 8] = [
        "sort", "measure", "scale", "compare", "change", "sizes", "unit", "as",
    ];

    /// Takes one choice by its stable names; an unknown one changes nothing and gives `false`.
    pub fn choose(&mut self, id: &str, value: &str) -> bool {
        fn put<T>(place: &mut T, value: Option<T>) -> bool {
            match value {
                Some(value) => {
                    *place = value;
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
            "as" => put(&mut self.display, Display::from_id(value)),
            _ => false,
        }
    }

    /// The stable name of what is chosen under `id`.
    pub fn chosen(&self, id: &str) -> &'static str {
        match id {
            "sort" => self.sort.id(),
            "measure" => self.measure.id(),
            "scale" => self.scale.id(),
            "compare" => self.compare.id(),
            "change" => self.change.id(),
            "sizes" => self.sizes_scale.id(),
            "unit" => self.unit.id(),
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

    pub fn display_control(&self, locale: Locale) -> Control {
        self.display.control("as", locale)
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
