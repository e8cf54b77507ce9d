//! The rules and their origins.

/// The origin of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The form prints it.
    Printed,
    /// It follows from what the cells mean.
    Derived,
}

/// A rule; several may share a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// 1: received + carried in = outcomes' total + carried out, in every column.
    InflowIsOutflow,
    /// 2: the outcomes add up to their total, in every column.
    OutcomesAddUp,
    /// 3: the six applicants add up to 总计, in every row.
    ApplicantsAddUp,
    /// 4: the four results add up to 总计, in every block.
    ResultsAddUp,
    /// 5: nothing but a change is negative.
    NotNegative,
    /// 5: items last year + change ≥ 0.
    ItemsRemain,
    /// 6, a hint: disclosed ≤ total disclosed.
    DisclosedWithinTotal,
    /// 6, a hint: projects > 0 exactly where the amount is.
    ProjectsWithAmount,
    /// 7, a hint: made ≤ in force.
    MadeWithinInForce,
    /// 8: categories that cover all add up to the total.
    CategoriesAddUp,
    /// 8: categories that cover some do not exceed the total.
    CategoriesWithinTotal,
    /// 8b: channels that cover all add up to the total.
    ChannelsAddUp,
    /// 8b: a channel's categories that cover all add up to the channel.
    ChannelCategoriesAddUp,
    /// 9: applications as the text states them and as the table counts them.
    StatedApplications,
    /// 10: "未收到申请" and received.
    NoneReceived,
    /// 10: "均获维持" and the other results.
    AllUpheld,
    /// 11: a percentage in the text is the quotient of the numbers beside it.
    Percentage,
    /// 12: the period lies in the report's year.
    PeriodInYear,
    /// 13: carried out of the year before = carried in, in every column.
    CarriedOver,
    /// 14: last report's items + change = items last year.
    ItemsContinue,
    /// 15: in force = in force before + made − repealed.
    InForceContinues,
}

impl Rule {
    /// All rules, in the order of their numbers.
    pub const ALL: [Rule; 21] = [
        Rule::InflowIsOutflow,
        Rule::OutcomesAddUp,
        Rule::ApplicantsAddUp,
        Rule::ResultsAddUp,
        Rule::NotNegative,
        Rule::ItemsRemain,
        Rule::DisclosedWithinTotal,
        Rule::ProjectsWithAmount,
        Rule::MadeWithinInForce,
        Rule::CategoriesAddUp,
        Rule::CategoriesWithinTotal,
        Rule::ChannelsAddUp,
        Rule::ChannelCategoriesAddUp,
        Rule::StatedApplications,
        Rule::NoneReceived,
        Rule::AllUpheld,
        Rule::Percentage,
        Rule::PeriodInYear,
        Rule::CarriedOver,
        Rule::ItemsContinue,
        Rule::InForceContinues,
    ];

    /// From 1 to 15.
    pub fn number(self) -> u8 {
        match self {
            Rule::InflowIsOutflow => 1,
            Rule::OutcomesAddUp => 2,
            Rule::ApplicantsAddUp => 3,
            Rule::ResultsAddUp => 4,
            Rule::NotNegative | Rule::ItemsRemain => 5,
            Rule::DisclosedWithinTotal | Rule::ProjectsWithAmount => 6,
            Rule::MadeWithinInForce => 7,
            Rule::CategoriesAddUp
            | Rule::CategoriesWithinTotal
            | Rule::ChannelsAddUp
            | Rule::ChannelCategoriesAddUp => 8,
            Rule::StatedApplications => 9,
            Rule::NoneReceived | Rule::AllUpheld => 10,
            Rule::Percentage => 11,
            Rule::PeriodInYear => 12,
            Rule::CarriedOver => 13,
            Rule::ItemsContinue => 14,
            Rule::InForceContinues => 15,
        }
    }

    /// Returns whether the form prints the rule, or it follows from what the cells mean.
    pub fn origin(self) -> Origin {
        match self {
            Rule::InflowIsOutflow => Origin::Printed,
            _ => Origin::Derived,
        }
    }

    /// Whether the rule is only a hint: if it does not hold, that is no contradiction.
    pub fn is_hint(self) -> bool {
        matches!(self.number(), 6 | 7)
    }
}
