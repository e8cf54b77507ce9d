//! Messages: labels of the controls, findings and caveats.

use gongkai_catalog::{Answer, MeasureUnit};
use gongkai_i18n::{Locale, texts};

texts! {
    /// Labels of the reader's choices, findings and caveats of the panels, and reasons for gaps.
    CompareText {
        Title: "政府信息公开工作年度报告：历年与各地", "Annual reports on information disclosure: years and places";
        CatalogSize: "{0} 个机关，{1} 份报告，{2} 年至 {3} 年", "{0} {0|body|bodies}, {1} {1|report|reports}, {2} to {3}";
        Fictional: "这里的机关和数字都是虚构的，仅供演示和测量。", "The bodies and numbers here are made up, for demonstration and measuring.";

        Tabs: "比较方式", "Ways to compare";
        Trend: "历年", "Over years";
        Multiples: "逐个看", "One by one";
        Distribution: "分布", "Distribution";
        AgencyTable: "各机关", "All bodies";
        YearOverYear: "与上年对照", "Beside last year";
        Checks: "跨年核验", "Checks between years";
        AskTrend: "几年来有什么变化？", "How did it change over the years?";
        AskMultiples: "各机关几年来分别是怎样的？", "How did each body's numbers go?";
        AskDistribution: "各机关之间相差多少？", "How far apart are the bodies?";
        AskAgencyTable: "各机关的数字是多少？", "What are the numbers of all bodies?";
        AskYearOverYear: "与上一年相比，各项数字怎样？", "How do this year's numbers stand beside last year's?";
        AskChecks: "前后两年的报告能对上吗？", "Do the reports of two years agree?";

        FindAgency: "查找机关（名称、区划代码或拼音首字母）", "Find a body (name, division code or pinyin initials)";
        Matches: "找到 {0} 个", "{0} found";
        FirstMatches: "找到 {0} 个，列出前 {1} 个；再多输入几个字可以缩小范围。", "{0} found, the first {1} are listed; type more to narrow it down.";
        NoMatches: "没有找到名称、代码或拼音首字母相符的机关。", "No body has such a name, code or initials.";
        ChosenAgencies: "已选机关", "Chosen bodies";
        Remove: "去掉 {0}", "Remove {0}";
        KeepOnly: "只看 {0}", "Only {0}";
        KeepOnlyShort: "只看", "Only";
        OnlyKept: "只保留 {0}。", "Only {0} is kept.";
        ChosenCount: "已选 {0} 个，最多 {1} 个。", "{0} chosen, at most {1}.";
        OnlyFirstShown: "这里只显示第一个：{0}。", "Only the first is shown here: {0}.";
        NoneChosen: "还没有选择机关。请在上面查找并加入。", "No body is chosen yet. Find one above and add it.";
        TooManyAgencies: "最多同时比较 {0} 个机关。请先去掉一个，再加入 {1}。", "At most {0} bodies are compared at once. Remove one before adding {1}.";
        LinkAgencyMissing: "链接中的 {0} 不在这份目录里，未能显示。", "The link names {0}, which this catalogue does not list; it is not shown.";
        LinkAgenciesMissing: "链接中的 {0} 等 {1} 个机关不在这份目录里，未能显示。", "The link names {1} bodies that this catalogue does not list, {0} among them; they are not shown.";
        LinkYearsMissing: "链接中的年份 {0} 不全在这份目录里，或不成区间；这里显示 {1}。", "Some years in this link ({0}) are missing from the catalogue or out of order. Showing {1}.";
        Added: "已加入 {0}。", "{0} is added.";
        Removed: "已去掉 {0}。", "{0} is removed.";

        Measure: "指标", "Measure";
        SecondMeasure: "再看一项指标（只用于第一个机关）", "And another (first body only)";
        NoSecondMeasure: "不加", "None";
        NotComparable: "{0}（不能相比）", "{0} (not comparable)";
        Only2019: "{0}（仅旧版报告）", "{0} (form of 2019 only)";
        Only2021: "{0}（仅新版报告）", "{0} (form of 2021 only)";
        PerLabel: "换算", "Per";
        NotDivided: "不换算", "Not divided";
        Year: "年份", "Year";
        FirstYear: "起始年份", "From year";
        LastYear: "截止年份", "To year";
        Group: "范围", "Within";
        AllGroups: "全部", "All";
        Filter: "筛选机关", "Filter the bodies";
        ListAllRows: "全部列出（便于浏览器查找和打印）", "List all (for the browser's search and paper)";
        ListVisibleRows: "只列出看到的部分", "List only what is in sight";

        Pieces: "条", "items";
        Documents: "件", "documents";
        Items: "项", "items";
        Decisions: "件", "decisions";
        Projects: "个", "projects";
        Money: "万元", "10,000 yuan";
        Cases: "件", "cases";
        Per: "{0}／{1}", "{0} {1}";
        NamePer: "{0}（{1}）", "{0} ({1})";

        NoReport: "没有报告", "no report";
        NotCovered: "目录不含该年", "year not in this catalogue";
        NotInEdition: "该年报告格式没有这一项", "not in that year's form";
        NotCarried: "目录未收录", "not carried by the catalogue";
        Missing: "报告中没有这一项", "not in the report";
        Blank: "空白", "blank";
        NotApplicable: "填“/”", "marked “/”";
        OtherUnit: "原文以万条等单位表述，不作换算", "stated in a unit that multiplies, not converted";
        NoDivisor: "没有可换算的基数", "nothing to relate it to";

        Point: "{0} {1} 年：{2}", "{0}, {1}: {2}";
        NoNumbers: "所选机关在这些年份都没有这一项的数字。", "None of the chosen bodies has a number for this in these years.";
        TrendOneYear: "{0}：{1} 年{2}为 {3}。", "{0}: {2}, {3} in {1}.";
        TrendChange: "{0}：{1} 年{2}为 {3}，{4} 年为 {5}。", "{0}: {2}, {3} in {1} and {5} in {4}.";
        TrendAcrossForms: "{0}：{1} 年{2}为 {3}，{4} 年为 {5}（其间报告格式变更）。", "{0}: {2}, {3} in {1} and {5} in {4} (the form changed between them).";
        TrendAgencies: "{0} 个机关的{1}，{2}。", "{1}: {0} bodies, {2}.";
        TrendTwoMeasures: "{0}：{1}，{2}。", "{0}: {1}, {2}.";
        MultiplesFinding: "{0} 个机关的{1}，{2}，同一刻度。", "{1}: {0} {0|body|bodies}, {2}, on one scale.";
        YearRange: "{0} 年至 {1} 年", "{0} to {1}";
        Gaps: "没有数字的年份（不是 0）：{0}。", "Years without a number (not 0): {0}.";
        Gap: "{0} {1} 年（{2}）", "{0} {1} ({2})";
        Latest: "{0} {1} 年为 {2}", "{0} {2} in {1}";
        Break: "报告格式变更", "new form";
        BreakCaveat: "虚线处报告格式由 2019 年版改为 2021 年版，前后统计口径不尽相同，所以线不相连。", "At the dashed line the form changed from the 2019 to the 2021 edition. They do not count quite alike, so no line crosses it.";
        BreakAgencies: "虚线处报告格式由 2019 年版改为 2021 年版，各机关不在同一年：{0}。每条线只在本机关变更处断开，不受其他虚线影响；前后统计口径不尽相同。", "At the dashed lines the form changed from the 2019 to the 2021 edition, not everywhere in one year: {0}. Each body's line breaks at its own change and at no other; the editions do not count quite alike.";
        BreakYears: "报告格式由 2019 年版改为 2021 年版（{0}起），前后统计口径不尽相同。", "The form changed from the 2019 to the 2021 edition (from {0}). They do not count quite alike.";
        BreakAgenciesTable: "报告格式由 2019 年版改为 2021 年版，各机关不在同一年：{0}；前后统计口径不尽相同。", "The form changed from the 2019 to the 2021 edition, not everywhere in one year: {0}. They do not count quite alike.";
        BreakOne: "{0} {1} 年", "{0} in {1}";
        BreakSome: "{0}等 {1} 个机关 {2} 年", "{1} bodies in {2}, {0} among them";
        BreakOthers: "其余 {0} 个机关在所选年份没有变更", "{0} {0|other|others} not in these years";
        LogCaveat: "对数刻度：每相差十倍，距离相等；距离表示倍数，不表示差额。", "Log scale: each tenfold takes the same distance; distances are ratios, not differences.";
        LogZeroCaveat: "0 不在对数刻度上，单独标在轴的下端，也不与其他点相连。", "0 has no place on a log scale; it stands apart at the lower end, and no line leads to it.";
        Refused: "“{0}”和“{1}”没有放在一起：{2}", "“{0}” and “{1}” are not shown together: {2}";
        HedgeCaveat: "主动公开总数取自文字表述，可能带有“余”“约”等字样，按所写数字显示。", "Totals of section one are from prose and may be hedged (“over”, “about”); they are drawn as stated.";
        GapCaveat: "没有报告、空白、“/”和 0 是不同的情况；前三者不画点，也不连线。", "No report, blank, “/” and 0 are different things; the first three have no point and no line.";
        GapDifferent: "没有报告、空白、“/”和 0 是不同的情况。", "No report, blank, “/” and 0 are different things.";

        DistributionFinding: "{0} 年，{1} 个机关中，有一半{2}不超过 {3}。", "{2}, {0}: half of {1} bodies had no more than {3}.";
        DistributionEmpty: "{0} 年没有机关有“{1}”的数字：{2}。", "In {0} no body has a number for “{1}”: {2}.";
        DistributionSummary: "最少 {0}，四分之一的机关不超过 {1}，一半不超过 {2}，四分之三不超过 {3}，最多 {4}。", "The least is {0}; a quarter do not exceed {1}, half {2}, three quarters {3}; the most is {4}.";
        WithoutNumber: "另有 {0} 个机关没有数字（{1}），未画出，也不计为 0。", "{0} more {0|body has|bodies have} no number ({1}); they are not drawn and not counted as 0.";
        ReasonCount: "{0} {1} 个", "{0}: {1}";
        Quartile1: "四分之一 ≤ {0}", "a quarter ≤ {0}";
        Quartile2: "一半 ≤ {0}", "half ≤ {0}";
        Quartile3: "四分之三 ≤ {0}", "three quarters ≤ {0}";
        QuartileCaveat: "四分位数取某个机关实际的数字，不作插值。", "Quartiles are numbers that some body has; nothing is interpolated.";
        DotCaveat: "图中每个点是一个机关，位置不表示好坏。", "Every dot is a body; no position is better than another.";
        Least: "最少", "the least";
        Quarter: "四分之一的机关不超过", "a quarter do not exceed";
        Half: "一半的机关不超过", "half do not exceed";
        ThreeQuarters: "四分之三的机关不超过", "three quarters do not exceed";
        Most: "最多", "the most";
        ShortenedTableCaveat: "机关较多，此表只列出两端、四分位数和已选机关；全部机关见“各机关”。", "There are many bodies: this table has the ends, the quartiles and those that are chosen; all are under “All bodies”.";
        RoundedCaveat: "换算得出的数字四舍五入，比较和排序按未取舍的数字进行。", "Numbers that are converted are rounded; comparing and sorting go by the unrounded ones.";
        Source: "{0}：{1}，来源：{2}", "{0}: {1}, source: {2}";
        DotPlotLabel: "各机关的分布，用左右方向键逐个查看", "All bodies by number; arrow keys go from one to the next";
        LineChartKeys: "键盘：方向键移动，Home / End 到首尾，Esc 离开，T 切换为表格。", "Keyboard: arrow keys move, Home and End jump, Esc leaves, T shows the table.";
        DotPlotKeys: "键盘：左右方向键逐个查看，Home / End 到首尾。", "Keyboard: arrow keys go from body to body, Home and End to the first and last.";

        AgencyTableFinding: "{0} 年{1}：{2}，最少 {3}，最多 {4}，有一半不超过 {5}。", "{1} in {0}: {2}; from {3} to {4}, half no more than {5}.";
        AgencyTableNone: "{0} 年{1}：{2}。", "{1} in {0}: {2}.";
        AllHaveNumbers: "{0} 个机关都有数字", "all {0} {0|body|bodies} with a number";
        SomeHaveNumbers: "{1} 个机关有数字，另 {0} 个没有", "{1} {1|body|bodies} with a number, {0} without";
        NoneHaveNumbers: "{0} 个机关都没有这一项的数字", "none of {0} {0|body|bodies} has a number";
        OrderCaveat: "排序由读者选择，不是评比。", "The order is the reader's choice and no rating.";
        AgencyTableHint: "点机关名称，加入或移出比较。", "A body's name adds it to the comparison or removes it.";
        Agency: "机关", "Body";
        SortedRising: "已按“{0}”由小到大排列。", "In the order of “{0}”, rising.";
        SortedFalling: "已按“{0}”由大到小排列。", "In the order of “{0}”, falling.";
        YearLabel: "{0} 年", "{0}";
        Change: "增减", "Change";
        ChangeNoNumber: "缺数字", "a number is lacking";
        ChangeOtherForm: "格式不同", "the forms differ";
        ChangeHedged: "原文为约数", "a hedged number";
        ChangeTooLarge: "数字过大", "too large a number";
        Report: "报告", "Report";
        OpenReport: "打开 {0} {1} 年的报告", "Open the report of {0} for {1}";
        OpenShort: "打开", "Open";
        RowsLabel: "各机关的数字，可滚动", "Numbers of all bodies, scrollable";
        NoRows: "没有符合筛选条件的机关。", "No body fits the filter.";

        YearOverYearFinding: "{0}：{2} 年与 {1} 年相比，{3} 项数字增加，{4} 项减少，{5} 项不变。", "{0}: from {1} to {2}, {3} {3|number|numbers} rose, {4} fell and {5} stayed the same.";
        YearOverYearNoReport: "{0}没有 {1} 年的报告。", "{0} has no report for {1}.";
        YearOverYearOneReport: "{0}没有 {1} 年的报告，只能显示 {2} 年的数字。", "{0} has no report for {1}; only the numbers of {2} are shown.";
        YearOverYearNotCovered: "{0}：目录不含 {1} 年，只显示 {2} 年的数字。", "{0}: the catalogue has no reports for {1}; only the numbers of {2} are shown.";
        YearOverYearOtherForm: "{0}：{1} 年与 {2} 年的报告格式不同，数字并列显示，不计算增减。", "{0}: the forms of {1} and {2} differ; their numbers stand beside each other and no change is computed.";
        YearOverYearFormCaveat: "两年使用不同版本的报告格式，口径不尽相同，所以不计算增减。", "The two years use different editions of the form; no change is computed.";
        Item: "项目", "Item";

        ChecksFinding: "{0}：相邻两年之间 {1} 处应当对得上的数字，核对后有 {2} 处对不上{3}。", "{0}: {2} of {1} {1|check|checks} between consecutive years found numbers that do not agree{3}.";
        ChecksNone: "{0}没有相邻两年的报告可以核对。", "{0} has no two consecutive reports to check.";
        ChecksCaveat: "核对的是前后两年的报告能否衔接，不评价任何机关的工作；报告的数字未作任何改动。", "What is checked is whether two years' reports fit together, not anybody's work; no number was changed.";
        ChecksUndecided: "{0}：相邻两年之间 {1} 处应当对得上的数字，有 {2} 处对不上{4}，{3} 处因缺少数字无法判断。", "{0}: {2} of {1} {1|check|checks} between consecutive years found numbers that do not agree{4}; {3} cannot be told for want of a number.";
        ChecksFailing: "（{0}）", " ({0})";
        YearPair: "{0} 年与 {1} 年", "{0} and {1}";

        Back: "← 回到比较", "← Back to the comparison";
        Opening: "正在打开 {0}……", "Opening {0}…";
        ReportChanged: "报告文件 {0} 与目录不符：内容在目录生成后被改动过，或上传不完整，因此没有显示。请网站管理员重新生成目录（gongkai catalog），或恢复原文件。", "The report {0} is not the file that the catalogue lists: it was changed since or came incomplete, so it is not shown. Build the catalogue again (gongkai catalog) or restore the file.";
        ReportUnavailable: "报告文件 {0} 无法取得。请稍后重试，或由网站管理员核对该文件是否在目录所在的文件夹中。", "The report {0} cannot be had. Try again later, or check that the file is in the catalogue's folder.";
        EmptyCatalog: "这个目录里没有报告。", "This catalogue lists no report.";
    }
}

/// Names the unit of a measure.
pub fn measure_unit(locale: Locale, unit: MeasureUnit) -> &'static str {
    let text = match unit {
        MeasureUnit::Pieces => CompareText::Pieces,
        MeasureUnit::Documents => CompareText::Documents,
        MeasureUnit::Items => CompareText::Items,
        MeasureUnit::Decisions => CompareText::Decisions,
        MeasureUnit::Projects => CompareText::Projects,
        MeasureUnit::Money => CompareText::Money,
        MeasureUnit::Applications | MeasureUnit::Reviews => CompareText::Cases,
    };
    text.text(locale)
}

/// Says why there is no number; `None` if there is one.
pub fn missing_reason(locale: Locale, answer: Answer) -> Option<&'static str> {
    let text = match answer {
        Answer::NoReport => CompareText::NoReport,
        Answer::NotInEdition => CompareText::NotInEdition,
        Answer::NotCarried => CompareText::NotCarried,
        Answer::Missing => CompareText::Missing,
        Answer::Blank => CompareText::Blank,
        Answer::NotApplicable => CompareText::NotApplicable,
        Answer::OtherUnit => CompareText::OtherUnit,
        Answer::NoDivisor => CompareText::NoDivisor,
        Answer::Number(_) => return None,
    };
    Some(text.text(locale))
}
