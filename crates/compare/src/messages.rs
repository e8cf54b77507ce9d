//! Messages: labels of the controls, findings and caveats.

use gongkai_catalog::{Answer, MeasureUnit};
use gongkai_i18n::{Locale, texts};

texts! {
    /// Labels of the reader's choices, findings and caveats of the panels, and reasons for gaps.
    CompareText in compare_text {
        Title: "政府信息公开工作年度报告：历年与各地", "Annual reports on information disclosure: years and places";
        CatalogSize(agencies, reports, first, last): "{agencies} 个机关，{reports} 份报告，{first} 年至 {last} 年", "{agencies} {agencies|agency|agencies}, {reports} {reports|report|reports}, {first} to {last}";
        Fictional: "这里的机关和数字都是虚构的，仅供演示和测量。", "The agencies and numbers here are fictional, for demonstration and measurement.";

        Tabs: "比较方式", "Ways to compare";
        Trend: "历年", "Over years";
        Multiples: "逐个看", "One by one";
        Distribution: "分布", "Distribution";
        AgencyTable: "各机关", "All agencies";
        YearOverYear: "两年对照", "Two years";
        Checks: "跨年核验", "Checks between years";
        AskTrend: "几年来有什么变化？", "How did it change over the years?";
        AskMultiples: "各机关几年来分别是怎样的？", "How did each agency's numbers change?";
        AskDistribution: "各机关之间相差多少？", "How much do the agencies differ?";
        AskAgencyTable: "各机关的数字是多少？", "What are the numbers of all agencies?";
        AskYearOverYear: "两年之间，各项数字有什么变化？", "How did the numbers change between two years?";
        AskChecks: "前后两年的报告能对上吗？", "Do the reports of two years agree?";

        FindAgency: "查找机关（名称、区划代码或拼音首字母）", "Find an agency (name, division code or pinyin initials)";
        Matches(count): "找到 {count} 个", "{count} found";
        FirstMatches(count, listed): "找到 {count} 个，列出前 {listed} 个；再多输入几个字可以缩小范围。", "{count} found, the first {listed} are listed; type more to narrow it down.";
        NoMatches: "没有找到名称、代码或拼音首字母相符的机关。", "No agency has such a name, code or initials.";
        ChosenAgencies: "已选机关", "Chosen agencies";
        Remove(agency): "去掉 {agency}", "Remove {agency}";
        KeepOnly(agency): "只看 {agency}", "Only {agency}";
        KeepOnlyShort: "只看", "Only";
        OnlyKept(agency): "只保留 {agency}。", "Only {agency} is kept.";
        ChosenCount(count, most): "已选 {count} 个，最多 {most} 个。", "{count} chosen, at most {most}.";
        OnlyFirstShown(agency): "这里只显示第一个：{agency}。", "Only the first is shown here: {agency}.";
        NoneChosen: "还没有选择机关。请在“选项”里查找并加入。", "No agency is chosen yet. Find one under “Options” and add it.";
        TooManyAgencies(most, agency): "最多同时比较 {most} 个机关。请先去掉一个，再加入 {agency}。", "At most {most} agencies are compared at once. Remove one before adding {agency}.";
        LinkAgencyMissing(agency): "链接中的 {agency} 不在这份目录里，未能显示。", "The link names {agency}, which this catalogue does not list; it is not shown.";
        LinkAgenciesMissing(agency, count): "链接中的 {agency} 等 {count} 个机关不在这份目录里，未能显示。", "The link names {count} agencies that this catalogue does not list, {agency} among them; they are not shown.";
        LinkYearsMissing(wanted, shown): "链接中的年份 {wanted} 不全在这份目录里，或不成区间；这里显示 {shown}。", "Some years in this link ({wanted}) are missing from the catalogue or out of order. Showing {shown}.";
        Added(agency): "已加入 {agency}。", "{agency} is added.";
        Removed(agency): "已去掉 {agency}。", "{agency} is removed.";

        AddGroup(group, count): "加入“{group}”的全部 {count} 个机关", "Add all {count} of “{group}”";
        GroupAdded(group): "已加入“{group}”的全部机关。", "All of “{group}” are added.";
        GroupCut(most, count, agency): "最多同时比较 {most} 个机关，“{agency}”等 {count} 个没有加入。要看全部，请用“分布”或“各机关”。", "At most {most} agencies are compared at once; {count} were not added, {agency} among them. “Distribution” and “All agencies” show all.";
        LinkReportMissing(report): "链接中的报告 {report} 不在这份目录里，未能打开。", "The link opens the report {report}, which this catalogue does not list.";
        ChosenFirst(agency, count): "{agency}等 {count} 个机关", "{agency} and others, {count} in all";
        AllAgencies(count): "全部 {count} 个机关", "all {count} {count|agency|agencies}";
        TwoYears(base, year): "{base} 年与 {year} 年", "{base} and {year}";

        Measure: "指标", "Measure";
        SecondMeasure: "再看一项指标（只用于第一个机关）", "Second measure (first agency only)";
        NoSecondMeasure: "不加", "None";
        NotComparable(measure): "{measure}（不能相比）", "{measure} (not comparable)";
        Only2019(measure): "{measure}（仅旧版报告）", "{measure} (form of 2019 only)";
        Only2021(measure): "{measure}（仅新版报告）", "{measure} (form of 2021 only)";
        PerLabel: "换算", "Per";
        NotDivided: "不换算", "Not divided";
        Year: "年份", "Year";
        BaseYear: "对比年份", "Compared with";
        YearBefore(year): "上一年（{year}）", "the year before ({year})";
        FirstYear: "起始年份", "From year";
        LastYear: "截止年份", "To year";
        Group: "范围", "Within";
        AllGroups: "全部", "All";
        Filter: "筛选机关", "Filter the agencies";
        ListAllRows: "全部列出（便于浏览器查找和打印）", "List all rows (for searching in the browser and printing)";
        ListVisibleRows: "只列出看到的部分", "List only visible rows";
        ShowAgreeing(count): "查看对得上的 {count} 处", "Show the {count} that agree";
        OnlyFailing: "只看两年之间对不上的", "Only those that do not agree between years";
        AlsoAgreeing: "也看都对得上的", "Also those that agree";
        NoneFailing: "没有对不上的数字。", "No numbers disagree.";
        NoRowsFailing: "没有两年之间数字对不上的机关。", "No agency has numbers that do not agree between years.";

        Pieces: "条", "items";
        Documents: "件", "documents";
        Items: "项", "items";
        Decisions: "件", "decisions";
        Projects: "个", "projects";
        Money: "万元", "10,000 yuan";
        Cases: "件", "cases";
        Per(unit, per): "{unit}／{per}", "{unit} {per}";
        NamePer(name, per): "{name}（{per}）", "{name} ({per})";

        NoReport: "没有报告", "no report";
        NotCovered: "目录不含该年", "year not in this catalogue";
        NotInEdition: "该年报告格式没有这一项", "not in that year's form";
        NotCarried: "目录未收录", "not in the catalogue";
        Missing: "报告中没有这一项", "not in the report";
        Blank: "空白", "blank";
        NotApplicable: "填“/”", "marked “/”";
        OtherUnit: "原文以万条等单位表述，不作换算", "stated in a larger unit, not converted";
        NoDivisor: "没有可换算的基数", "no number to divide by";

        Point(name, year, shown): "{name} {year} 年：{shown}", "{name}, {year}: {shown}";
        NoNumbers: "所选机关在这些年份都没有这一项的数字。", "None of the chosen agencies has a number for this in these years.";
        TrendOneYear(agency, year, measure, shown): "{agency}：{year} 年{measure}为 {shown}。", "{agency}: {measure}, {shown} in {year}.";
        TrendChange(agency, first_year, measure, first, last_year, last): "{agency}：{first_year} 年{measure}为 {first}，{last_year} 年为 {last}。", "{agency}: {measure}, {first} in {first_year} and {last} in {last_year}.";
        TrendAcrossForms(agency, first_year, measure, first, last_year, last): "{agency}：{first_year} 年{measure}为 {first}，{last_year} 年为 {last}（其间报告格式变更）。", "{agency}: {measure}, {first} in {first_year} and {last} in {last_year} (the form changed between them).";
        TrendAgencies(count, measure, years): "{count} 个机关的{measure}，{years}。", "{measure}: {count} agencies, {years}.";
        TrendExtremes(year, measure, most, most_shown, least, least_shown): "{year} 年{measure}：{most}最多，{most_shown}；{least}最少，{least_shown}。", "{measure} in {year}: most in {most}, {most_shown}; fewest in {least}, {least_shown}.";
        TrendEqual(year, measure, count, shown): "{year} 年{measure}：{count} 个机关都是 {shown}。", "{measure} in {year}: {shown} in each of {count} agencies.";
        SameScale: "各图用同一刻度，高度可以互相比较。", "All charts have the same scale, so heights can be compared.";
        TrendTwoMeasures(agency, measures, years): "{agency}：{measures}，{years}。", "{agency}: {measures}, {years}.";
        YearRange(first, last): "{first} 年至 {last} 年", "{first} to {last}";
        InYears(years, finding): "{years}：{finding}", "{years}: {finding}";
        Gaps(gaps): "没有数字的年份（不是 0）：{gaps}。", "Years without a number (not 0): {gaps}.";
        Gap(name, years, reason): "{name} {years} 年（{reason}）", "{name} {years} ({reason})";
        Latest(name, year, shown): "{name} {year} 年为 {shown}", "{name} {shown} in {year}";
        Break: "报告格式变更", "new form";
        BreakCaveat: "虚线处报告格式由 2019 年版改为 2021 年版，前后统计口径不尽相同，所以线不相连。", "At the dashed line the form changed from the 2019 to the 2021 edition. The editions count differently, so no line crosses it.";
        BreakAgencies(changes): "虚线处报告格式由 2019 年版改为 2021 年版，各机关不在同一年：{changes}。每条线只在本机关变更处断开，不受其他虚线影响；前后统计口径不尽相同。", "At the dashed lines the form changed from the 2019 to the 2021 edition, in different years: {changes}. Each agency's line breaks only at its own change; the editions count differently.";
        BreakYears(years): "报告格式由 2019 年版改为 2021 年版（{years}起），前后统计口径不尽相同。", "The form changed from the 2019 to the 2021 edition (from {years}). The editions count differently.";
        BreakAgenciesTable(changes): "报告格式由 2019 年版改为 2021 年版，各机关不在同一年：{changes}；前后统计口径不尽相同。", "The form changed from the 2019 to the 2021 edition, in different years: {changes}. The editions count differently.";
        BreakOne(agency, year): "{agency} {year} 年", "{agency} in {year}";
        BreakSome(agency, count, year): "{agency}等 {count} 个机关 {year} 年", "{count} agencies in {year}, {agency} among them";
        BreakOthers(count): "其余 {count} 个机关在所选年份没有变更", "{count} {count|other|others} not in these years";
        LogCaveat: "对数刻度：每相差十倍，距离相等；距离表示倍数，不表示差额。", "Log scale: each factor of ten has the same length; distances show ratios, not differences.";
        LogZeroCaveat: "0 不在对数刻度上，单独标在轴的下端，也不与其他点相连。", "A log scale has no 0; zeros are marked separately at the lower end, and no line leads to them.";
        Refused(first, second, reason): "“{first}”和“{second}”没有放在一起：{reason}", "“{first}” and “{second}” are not shown together: {reason}";
        HedgeCaveat: "主动公开总数取自文字表述，可能带有“余”“约”等字样，按所写数字显示。", "Totals of section one are taken from the text and may be approximate (“over”, “about”); they are drawn as stated.";
        GapCaveat: "没有报告、空白、“/”和 0 是不同的情况；前三者不画点，也不连线。", "No report, blank, “/” and 0 are different things; the first three have no point and no line.";
        GapDifferent: "没有报告、空白、“/”和 0 是不同的情况。", "No report, blank, “/” and 0 are different things.";

        DistributionFinding(year, count, measure, median): "{year} 年，{count} 个机关中，有一半{measure}不超过 {median}。", "{measure}, {year}: half of {count} agencies had no more than {median}.";
        DistributionEmpty(year, measure, reasons): "{year} 年没有机关有“{measure}”的数字：{reasons}。", "In {year} no agency has a number for “{measure}”: {reasons}.";
        DistributionSummary(least, quarter, half, three_quarters, most): "最少 {least}，四分之一的机关不超过 {quarter}，一半不超过 {half}，四分之三不超过 {three_quarters}，最多 {most}。", "The least is {least}; a quarter do not exceed {quarter}, half {half}, three quarters {three_quarters}; the most is {most}.";
        WithoutNumber(count, reasons): "另有 {count} 个机关没有数字（{reasons}），未画出，也不计为 0。", "{count} more {count|agency has|agencies have} no number ({reasons}); they are not drawn and not counted as 0.";
        ReasonCount(reason, count): "{reason} {count} 个", "{reason}: {count}";
        Quartile1(shown): "四分之一 ≤ {shown}", "a quarter ≤ {shown}";
        Quartile2(shown): "一半 ≤ {shown}", "half ≤ {shown}";
        Quartile3(shown): "四分之三 ≤ {shown}", "three quarters ≤ {shown}";
        QuartileCaveat: "四分位数取某个机关实际的数字，不作插值。", "Each quartile is the actual number of an agency; nothing is interpolated.";
        DotCaveat: "图中每个点是一个机关，位置不表示好坏。", "Each dot is an agency; no position is better than another.";
        Least: "最少", "the least";
        Quarter: "四分之一的机关不超过", "a quarter do not exceed";
        Half: "一半的机关不超过", "half do not exceed";
        ThreeQuarters: "四分之三的机关不超过", "three quarters do not exceed";
        Most: "最多", "the most";
        ShortenedTableCaveat: "机关较多，此表只列出两端、四分位数和已选机关；全部机关见“各机关”。", "There are many agencies: this table has only the smallest and largest numbers, the quartiles and the chosen agencies. “All agencies” lists all.";
        RoundedCaveat: "换算得出的数字四舍五入，比较和排序按未取舍的数字进行。", "Converted numbers are rounded; comparisons and sorting use the unrounded numbers.";
        Source(name, unit, source): "{name}：{unit}，来源：{source}", "{name}: {unit}, source: {source}";
        DotPlotLabel: "各机关的分布，用左右方向键逐个查看", "All agencies by number; arrow keys go from one to the next";
        LineChartKeys: "键盘：方向键移动，Home / End 到首尾，Esc 离开，T 切换为表格。", "Keyboard: arrow keys move, Home and End jump, Esc leaves, T shows the table.";
        DotPlotKeys: "键盘：左右方向键逐个查看，Home / End 到首尾。", "Keyboard: arrow keys go from agency to agency, Home and End to the first and last.";

        AgencyTableFinding(year, measure, counted, least, most, median): "{year} 年{measure}：{counted}，最少 {least}，最多 {most}，有一半不超过 {median}。", "{measure} in {year}: {counted}; from {least} to {most}, half no more than {median}.";
        AgencyTableNone(year, measure, counted): "{year} 年{measure}：{counted}。", "{measure} in {year}: {counted}.";
        AllHaveNumbers(count): "{count} 个机关都有数字", "all {count} {count|agency|agencies} with a number";
        SomeHaveNumbers(without, count): "{count} 个机关有数字，另 {without} 个没有", "{count} {count|agency|agencies} with a number, {without} without";
        NoneHaveNumbers(count): "{count} 个机关都没有这一项的数字", "none of {count} {count|agency|agencies} has a number";
        OrderCaveat: "排序由读者选择，不是评比。", "The order is the reader's choice, not a ranking.";
        AgencyTableHint: "点机关名称，加入或移出比较。", "Click an agency's name to add it to the comparison or remove it.";
        Agency: "机关", "Agency";
        SortedRising(column): "已按“{column}”由小到大排列。", "Sorted by “{column}”, ascending.";
        SortedFalling(column): "已按“{column}”由大到小排列。", "Sorted by “{column}”, descending.";
        YearLabel(year): "{year} 年", "{year}";
        Change: "增减", "Change";
        ChangeNoNumber: "缺数字", "a number is missing";
        ChangeOtherForm: "格式不同", "the forms differ";
        ChangeHedged: "原文为约数", "an approximate number";
        ChangeTooLarge: "数字过大", "the number is too large";
        Report: "报告", "Report";
        OpenReport(agency, year): "打开 {agency} {year} 年的报告", "Open the report of {agency} for {year}";
        OpenShort: "打开", "Open";
        RowsLabel: "各机关的数字，可滚动", "Numbers of all agencies, scrollable";
        NoRows: "没有符合筛选条件的机关。", "No agency matches the filter.";

        Sums: "合计", "Totals";
        AskSums: "各机关合起来是多少？", "What do the agencies add up to?";
        SumsBy: "按", "By";
        ByGroup: "地区", "place";
        ByYear: "历年", "year";
        SumFinding(year, scope, measure, sum, reports): "{year} 年，{scope}的{measure}合计{sum}，依据 {reports} 份报告的数字。", "{measure}, {scope}, {year}: {sum} in total, from the numbers of {reports} {reports|report|reports}.";
        SumTwoForms(year, scope, measure, old, old_reports, new, new_reports): "{year} 年，{scope}的{measure}：旧版报告合计{old}（{old_reports} 份），新版报告合计{new}（{new_reports} 份）。口径不尽相同，两者不相加。", "{measure}, {scope}, {year}: {old} in {old_reports} {old_reports|report|reports} in the form of 2019, {new} in {new_reports} in that of 2021. The forms count differently, so the two are not added.";
        SumNone(year, scope, measure, reasons): "{year} 年，{scope}没有一份报告有“{measure}”的数字，所以没有合计（{reasons}）。", "In {year} no report of {scope} has a number for “{measure}”, so there is no total ({reasons}).";
        SumNever(scope, measure): "{scope}没有一份报告有“{measure}”的数字，所以没有合计。", "No report of {scope} has a number for “{measure}”, so there is no total.";
        SumOneYear(scope, measure, year, sum): "{scope}的{measure}：{year} 年合计{sum}。", "{measure}, {scope}: {sum} in {year}.";
        SumYears(scope, measure, first_year, first, last_year, last): "{scope}的{measure}：{first_year} 年合计{first}，{last_year} 年合计{last}。", "{measure}, {scope}: {first} in {first_year} and {last} in {last_year}.";
        SumYearsAcrossForms(scope, measure, first_year, first, last_year, last): "{scope}的{measure}：{first_year} 年合计{first}，{last_year} 年合计{last}（其间报告格式变更，不宜直接相比）。", "{measure}, {scope}: {first} in {first_year} and {last} in {last_year} (the form changed between them, so the two are not alike).";
        SumAtLeast(sum): "至少 {sum}", "at least {sum}";
        SumAtMost(sum): "不超过 {sum}", "at most {sum}";
        SumAbout(sum, least): "约 {sum}（至少 {least}）", "about {sum} (at least {least})";
        SumHedges(form, hedges): "相加的数字中有约数（{form}：{hedges}），所以合计是一个范围。", "Some of the numbers are approximate ({form}: {hedges}), so the total is a range.";
        SumWithout(gaps): "没有数字的不计为 0：{gaps}。", "Whatever has no number is not counted as 0: {gaps}.";
        ReportCount(reason, count): "{reason} {count} 份", "{reason}: {count}";
        SilentAgencies(count): "{count} 个机关没有报告", "{count} {count|agency|agencies} without a report";
        SumOtherUnit: "以“条”以外的单位表述", "stated in another unit";
        HedgedOver: "写“余”的", "“over”";
        HedgedAbout: "写“约”的", "“about”";
        HedgedNearly: "写“近”的", "“nearly”";
        Form2019: "2019 年版", "form of 2019";
        Form2021: "2021 年版", "form of 2021";
        Ungrouped: "其他机关", "other agencies";
        SumPoint(year, form, sum, reports): "{year} 年（{form}）：{sum}，{reports} 份报告有数字", "{year} ({form}): {sum}, from {reports} {reports|report|reports}";
        ColumnNumbers: "有数字的报告", "Reports with a number";
        ColumnBlank: "空白", "Blank";
        ColumnSlash: "填“/”", "Marked “/”";
        ColumnMissing: "报告中没有这一项", "Not in the report";
        ColumnOtherUnit: "以其他单位表述", "In another unit";
        ColumnNotInForm: "格式没有这一项", "Not in the form";
        ColumnNoReport: "没有报告的机关", "Agencies without a report";
        SumsTableHint: "点地区名称，查看该地区各机关的数字。", "Click a place to see the numbers of its agencies.";
        OpenGroup(group): "{group}：各机关的数字", "{group}: all agencies";
        OpenGroupDots(group): "{group}：分布", "{group}: distribution";
        SumsOfAll: "合计全部地区", "Total of all places";
        BackToSums: "← 回到合计", "← Back to the totals";
        GroupOpened(group, finding): "{group}：{finding}", "{group}: {finding}";
        SumRests: "合计只包括有数字的报告：空白、“/”、缺项和没有报告都不计为 0。", "A total includes only reports with a number: blanks, “/”, missing fields and missing reports are not counted as 0.";
        SumForms: "两版报告格式口径不尽相同：合计分开计算，从不跨版相加，线也不相连。", "The two editions of the form count differently: their totals are kept apart and never added, and no line joins them.";
        SumSize: "合计与机关、报告的多少有关，不表示好坏。", "A total depends on how many agencies and reports there are; no total is better than another.";
        SumHedgeCaveat: "原文写“余”的，合计至少为所写数字之和；写“近”的，不超过；有“约”或两者都有的，只是约数，并给出可以确定的下限。只相加以“条”为单位或未写单位的总数。", "With “over”, the total is at least the sum of the stated numbers; with “nearly”, at most; with “about”, or with both, it is approximate, and a certain lower bound is given. Only totals counted in items, or without a unit, are added.";
        TilesLabel: "各省级地区的方格，用方向键移动，回车选择", "Squares of the provinces; arrow keys move, Enter chooses";
        TileKeys: "键盘：方向键在方格间移动，Home / End 到首尾，回车选择地区，再按一次取消，Esc 离开，T 切换为表格。", "Keyboard: arrow keys move between squares, Home and End jump, Enter chooses a place and again unchooses it, Esc leaves, T shows only the table.";
        TileSum(name, year, sum, reports, class, classes): "{name} {year} 年：{sum}，{reports} 份报告有数字，第 {class} 档（共 {classes} 档，由少到多）", "{name}, {year}: {sum}, from {reports} {reports|report|reports}; class {class} of {classes}";
        TileNoSum(name, year): "{name} {year} 年：没有可以相加的数字", "{name}, {year}: no number to add";
        TileAbsent(name): "{name}：目录没有这个地区的报告", "{name}: no reports in this catalogue";
        WithGaps(sentence, gaps): "{sentence}（{gaps}）", "{sentence} ({gaps})";
        ClassRange(least, most, count): "{least} 至 {most}（{count} 个）", "{least} to {most} ({count})";
        ClassOne(sum, count): "{sum}（{count} 个）", "{sum} ({count})";
        ClassNone: "— 没有可以相加的数字", "— no number to add";
        ClassAbsent: "目录没有这个地区的报告", "no reports in this catalogue";
        TileForms: "该年兼有两版报告：方格只显示多数报告所用的一版，另一版见表。", "The year has reports in both forms: the squares show only the one that most reports use; the table has both.";
        TileCaveat: "方格大小相同，只表示大致方位，不是地图。各档按合计由少到多分，每档约四分之一的地区；小方块越多，档次越高。", "The squares have equal size and lie only roughly as the places do; this is not a map. Each class has about a quarter of the places, by total; more small squares mean a higher class.";
        PrecisionExact: "确数", "exact";
        PrecisionAtLeast: "至少", "at least";
        PrecisionAtMost: "不超过", "at most";
        PrecisionAbout: "约", "about";
        ColumnGroup: "范围", "group";
        ColumnSum: "合计", "total";
        ColumnPrecision: "精确程度", "precision";
        ColumnLeast: "可以确定的下限", "certain lower bound";
        ColumnOver: "其中写“余”的", "of these “over”";
        ColumnAbout: "其中写“约”的", "of these “about”";
        ColumnNearly: "其中写“近”的", "of these “nearly”";

        YearOverYearFinding(agency, year, previous, rose, fell, stayed): "{agency}：{year} 年与 {previous} 年相比，{rose} 项数字增加，{fell} 项减少，{stayed} 项不变。", "{agency}: from {previous} to {year}, {rose} {rose|number|numbers} rose, {fell} fell and {stayed} stayed the same.";
        YearOverYearNoReport(agency, year): "{agency}没有 {year} 年的报告。", "{agency} has no report for {year}.";
        YearOverYearOneReport(agency, missing, year): "{agency}没有 {missing} 年的报告，只能显示 {year} 年的数字。", "{agency} has no report for {missing}; only the numbers of {year} are shown.";
        YearOverYearNotCovered(agency, missing, year): "{agency}：目录不含 {missing} 年，只显示 {year} 年的数字。", "{agency}: the catalogue has no reports for {missing}; only the numbers of {year} are shown.";
        YearOverYearOtherForm(agency, year, previous): "{agency}：{year} 年与 {previous} 年的报告格式不同，数字并列显示，不计算增减。", "{agency}: the forms of {year} and {previous} differ; their numbers are shown side by side without a change.";
        YearOverYearFormCaveat: "两年使用不同版本的报告格式，口径不尽相同，所以不计算增减。", "The two years use different editions of the form; no change is calculated.";
        Item: "项目", "Item";

        ColumnMeasure: "指标", "measure";
        ColumnPer: "换算", "divided by";
        ColumnNote: "没有数字的原因", "why there is no number";
        ColumnCheck: "核对", "check";
        ColumnVerdict: "结果", "verdict";
        ColumnFormula: "算式", "formula";
        ChangeOf(measure): "{measure}增减", "change in {measure}";
        TitleWithUnit(name, unit): "{name}（{unit}）", "{name} ({unit})";
        CreditCatalog(title): "数据：{title}", "Data: {title}";
        Reference(title, finding, today, url): "{title}：{finding}[DB/OL]. [{today}]. {url}.", "{title}: {finding}. Accessed {today}. {url}";
        ShownTable: "当前内容的数字", "the numbers that are now shown";
        AllTable: "全部数字的表格（CSV，可用 Excel 打开）", "Table of all numbers (CSV, for Excel)";
        AllTableNote: "全部机关、年份和指标，每份报告一行", "all agencies, years and measures, one report a row";
        AllTablePlain: "全部数字的表格（CSV，不带文件头标记）", "Table of all numbers (CSV without byte order mark)";
        CiteNote: "供文章、论文注明来源", "a reference to this comparison";

        ChecksFinding(agency, checks, failures, pairs): "{agency}：相邻两年之间 {checks} 处应当对得上的数字，核对后有 {failures} 处对不上{pairs}。", "{agency}: {failures} of {checks} {checks|check|checks} between consecutive years found numbers that do not agree{pairs}.";
        ChecksAgree(agency, checks): "{agency}：相邻两年之间 {checks} 处应当对得上的数字，核对后没有发现对不上的。", "{agency}: {checks} {checks|check|checks} between consecutive years found no numbers that disagree.";
        ChecksAgreeUndecided(agency, checks, undecided): "{agency}：相邻两年之间 {checks} 处应当对得上的数字，没有发现对不上的，{undecided} 处因缺少数字无法判断。", "{agency}: {checks} {checks|check|checks} between consecutive years found no numbers that disagree; {undecided} could not be decided because numbers are missing.";
        ChecksNone(agency): "{agency}没有相邻两年的报告可以核对。", "{agency} has no two consecutive reports to check.";
        ChecksCaveat: "核对的是前后两年的报告能否衔接，不评价任何机关的工作；报告的数字未作任何改动。", "These checks compare the reports of two years; they do not rate anybody's work. No number was changed.";
        ChecksUndecided(agency, checks, failures, undecided, pairs): "{agency}：相邻两年之间 {checks} 处应当对得上的数字，有 {failures} 处对不上{pairs}，{undecided} 处因缺少数字无法判断。", "{agency}: {failures} of {checks} {checks|check|checks} between consecutive years found numbers that do not agree{pairs}; {undecided} could not be decided because numbers are missing.";
        ChecksFailing(pairs): "（{pairs}）", " ({pairs})";
        YearPair(earlier, later): "{earlier} 年与 {later} 年", "{earlier} and {later}";

        Back: "← 回到比较", "← Back to the comparison";
        Opening(report): "正在打开 {report}……", "Opening {report}…";
        ReportChanged(file): "报告文件 {file} 与目录不符：内容在目录生成后被改动过，或上传不完整，因此没有显示。请网站管理员重新生成目录（gongkai catalog），或恢复原文件。", "The report {file} is not the file that the catalogue lists: it has been changed or is incomplete, so it is not shown. Build the catalogue again (gongkai catalog) or restore the file.";
        ReportUnavailable(file): "报告文件 {file} 无法取得。请稍后重试，或由网站管理员核对该文件是否在目录所在的文件夹中。", "The report {file} could not be loaded. Try again later, or check that the file is in the catalogue's folder.";
        EmptyCatalog: "这个目录里没有报告。", "This catalogue contains no reports.";
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
