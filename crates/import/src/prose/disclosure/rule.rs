//! The rules by which the numbers of section one are assigned.

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// A rule of the prose reader. The rules are tried in this order; the first that fits decides.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Rule {
            $($(#[$doc])* $name,)+
        }

        impl Rule {
            /// Every rule, in order.
            pub const ALL: &[Rule] = &[$(Rule::$name,)+];

            /// The rule's stable name.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Rule::$name => $code,)+
                }
            }
        }
    };
}

rules! {
    /// The number itself can be read in more than one way.
    Unclear = "unclear-number",
    /// The amount of money has no field.
    Money = "money",
    /// A number of a comparison with another year.
    Compared = "compared",
    /// No requests were received.
    RequestsNone = "requests-none",
    /// The requests received.
    RequestsReceived = "requests-received",
    /// The requests completed.
    RequestsCompleted = "requests-completed",
    /// The same number was received and completed.
    RequestsBoth = "requests-both",
    /// An outcome or a kind of applicant has a cell in section three.
    RequestsInTable = "requests-in-table",
    /// It is not known what is said of the requests.
    RequestsUnclear = "requests-unclear",
    /// A number of another year, or of several years together.
    OtherYear = "other-year",
    /// A number of a half, a quarter or a month.
    PartOfYear = "part-of-year",
    /// Everything published so far is not the year's.
    Cumulative = "cumulative",
    /// The part of a cumulative number that belongs to the year is the total.
    TotalOfYear = "total-of-year",
    /// A channel in a list of parts.
    ChannelPart = "channel-part",
    /// A kind of information in a list of parts.
    CategoryPart = "category-part",
    /// A kind of what one channel published.
    ChannelCategory = "channel-category",
    /// A channel that is counted on its own.
    Channel = "channel",
    /// The only channel that is counted, and nothing else states the total.
    TotalOfChannel = "total-of-channel",
    /// The words say that information of every kind was disclosed in the year.
    Total = "total",
    /// The words name information of the agency's own field, and no other kind follows.
    TotalOfField = "total-of-field",
    /// A sum after words that say that information was disclosed.
    TotalContinued = "total-continued",
    /// A total without a unit.
    TotalWithoutUnit = "total-without-unit",
    /// Counts in a row that add up exactly to the total.
    AddsUp = "adds-up",
    /// Something that was done or held.
    Activity = "activity",
    /// A part of what was done or held.
    ActivityPart = "activity-part",
    /// A frequency, or the number of each of several.
    OfEach = "of-each",
    /// Several counts are shared among several names, and it is not known which is whose.
    Shared = "shared",
    /// What a list divides is not known, or it divides a total that is not known.
    PartOfUnknown = "part-of-unknown",
    /// A second list divides the same total in another way.
    SecondDivision = "second-division",
    /// Several statements of the same figure contradict each other.
    Contradiction = "contradiction",
    /// Information of another body, or taken over by others.
    OtherBody = "other-body",
    /// Nothing says what is counted.
    Unknown = "unknown",
}
