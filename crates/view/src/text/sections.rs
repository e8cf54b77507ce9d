//! The texts of the views of activities, documents, fees and reviews.

use gongkai_i18n::texts;

texts! {
    /// Findings, details and column titles of the smaller views.
    SectionsText in sections_text {
        AskActivities: "开展了哪些公开和互动活动？", "What was done to publish and to listen?";
        AskDocuments: "制发、公开了多少规章和规范性文件？", "How many rules and normative documents were issued?";
        AskFees: "行政事业性收费有多少？", "What fees were charged?";
        AskApplications: "谁提出了申请，结果如何？", "Who asked, and what did they get?";
        AskReviews: "有没有人就信息公开申请行政复议或提起诉讼？", "Did anyone seek a review or sue over disclosure?";
        AskChecks: "报告里应当对得上的数字，都对得上吗？", "Do the numbers agree with each other?";
        AskOriginal: "报告原文说了什么？", "What does the report say?";
        ColumnActivity: "活动", "Activity";
        ColumnCell: "表中各项", "Cell";
        CellName(heading, label): "{heading}：{label}", "{heading}: {label}";
        CellDetail(group, column, value): "{group}，{column}：{value}。", "{group}, {column}: {value}.";
        ListComma: "、", ", ";
        ListAnd: "、", " and ";
        GroupZeros(group): "{group}：各项都是 0。", "{group}: every number is 0.";
        GroupSlashes(group): "{group}：各项都填“/”。", "{group}: every cell is marked “/”.";
        GroupBlanks(group): "{group}：各项都空白。", "{group}: every cell is blank.";
        SharedScale: "各组用同一刻度，条形长短可以跨组比较。", "All groups share one scale, so bars can be compared across them.";
        DecisionsSince(year, changes): "与 {year} 年的报告相比，{changes}。", "Compared with the report for {year}: {changes}.";
        DecisionsRose(kind, before, now): "{kind}决定由 {before} 件增加到 {now} 件", "decisions on {kind} rose from {before} to {now}";
        DecisionsFell(kind, before, now): "{kind}决定由 {before} 件减少到 {now} 件", "decisions on {kind} fell from {before} to {now}";
        DecisionsSame(kind, now): "{kind}决定两年都是 {now} 件", "decisions on {kind} were {now} in both years";
        ItemsAreKinds: "下面有上年数的事项是种类数，与办理的件数不是一回事。", "The numbers of last year below are kinds of matters, which are not decisions.";
        ActivitiesMany(activities, first, second): "正文提到 {activities} 项工作，例如{first}、{second}。", "The text mentions {activities} activities, such as {first} and {second}.";
        ActivitiesOther(activities, first): "正文提到 {activities} 项工作：{first}，其余都是 0。", "The text mentions {activities} activities: {first}; all others are 0.";
        ActivityCount(activity, count): "“{activity}” {count}", "“{activity}” ({count})";

        ActivitiesOne(activity): "正文提到 1 项工作：{activity}。", "The text mentions one activity: {activity}.";
        ActivitiesZero(activities): "正文提到 {activities} 项工作，数字都是 0。", "The text mentions {activities} {activities|activity|activities}; {activities|its number is|all numbers are} 0.";
        ActivitiesUnit(unit): "单位：{unit}", "counted in {unit}";
        ActivitiesNoUnit: "没有写明单位", "without a stated unit";
        ActivitiesPanel(counted): "{counted}", "Activities {counted}";
        ActivitiesUnits: "单位不同的数字不能相比，所以各组用各自的刻度，条形长短只在同一组内比较。", "Numbers in different units cannot be compared: each group has a scale of its own, and bars compare only within a group.";
        ActivitiesSummary(counted, activities, largest, largest_count, smallest, smallest_count): "{counted}，{activities} 项，最多“{largest}”（{largest_count}），最少“{smallest}”（{smallest_count}）。", "{activities} {counted}: largest “{largest}” ({largest_count}), smallest “{smallest}” ({smallest_count}).";
        ActivitiesSummaryOne(counted, activity, count): "{counted}，1 项：“{activity}”（{count}）。", "1 {counted}: “{activity}” ({count}).";
        UnitAsPrinted(word, printed): "{word}（{printed}）", "{word} ({printed})";

        Documents2019(made, disclosed): "本年新制作{made}；对外公开的总数是{disclosed}。", "This year {made} were made; {disclosed} are disclosed in total.";
        Documents2021(made, in_force): "本年制发{made}；现行有效的是{in_force}。", "This year {made} were issued; {in_force} are in force.";
        CountRules(count): "规章 {count} 件", "{count} {count|rule|rules}";
        CountNormative(count): "规范性文件 {count} 件", "{count} normative {count|document|documents}";
        CountNormative2021(count): "行政规范性文件 {count} 件", "{count} administrative normative {count|document|documents}";
        CountNone: "（没有填写）", "a number not filled in";
        TotalDisclosedNote: "“对外公开总数量”是对外公开的总件数，包括本年新公开的，不是现行有效的件数；2021 年版报告格式改为填写制发、废止和现行有效件数，两版的各栏不能相互比较。", "“Disclosed in total” counts all that is disclosed, this year's included; it is not the number in force. The 2021 edition of the form asks for documents issued, repealed and in force instead: the columns of the two editions cannot be compared.";
        InForceNote: "“现行有效件数”包括往年制发、现在仍有效的文件；2019 年版报告格式填写的是新制作、新公开和对外公开总数量，两版的各栏不能相互比较。", "“In force” includes documents of earlier years that still hold. The 2019 edition of the form asked for documents made, disclosed and disclosed in total: the columns of the two editions cannot be compared.";

        FeesChanged(last_year, direction, this_year, change): "行政事业性收费由上年的 {last_year} 项{direction}到 {this_year} 项（{change}）。", "Administrative fees {direction} from {last_year} to {this_year} {this_year|item|items} ({change}).";
        FeesStill(fees): "行政事业性收费与上年相同，为 {fees} 项。", "Administrative fees stayed at {fees} {fees|item|items}, as last year.";
        FeesPart(last_year, change): "行政事业性收费：上一年项目数量 {last_year}，本年增减 {change}，推算不出本年项目数量。", "Administrative fees: items last year {last_year}, change {change}; items this year cannot be derived.";
        FeesThisYear: "本年项目数量（推算）", "Items this year (derived)";
        FeesItemDetail(name, count): "{name}：{count} 项。", "{name}: {count} {count|item|items}.";
        FeesDerivedNote: "本年项目数量 = 上一年项目数量 + 本年增/减，是推算的，报告没有直接写出。", "Items this year = items last year + change: derived here, not printed in the report.";
        FeesCollected(amount): "本年收取行政事业性收费 {amount}。", "Administrative fees collected this year: {amount}.";
        FeesZero: "本年行政事业性收费金额为 0。", "No administrative fees were collected this year: the amount is 0.";
        FeesEditions: "2019 年版报告格式填写收费的项目数量，2021 年版填写收费的金额：一个是种类数，一个是钱数，不能相互比较。", "The 2019 edition of the form asks for the number of fee items, the 2021 edition for the money collected: one counts kinds, the other is an amount, so the two cannot be compared.";

        ReviewsRate(concluded, upheld, corrected, other, share): "行政复议和行政诉讼已审结 {concluded} 件（维持 {upheld} + 纠正 {corrected} + 其他 {other}），其中结果纠正 {corrected} 件，占 {share}。", "Of {concluded} concluded {concluded|reconsideration or lawsuit|reconsiderations and lawsuits} ({upheld} upheld + {corrected} corrected + {other} other), {corrected} of {concluded} ended in correction: {share}.";
        ReviewsNone: "没有行政复议，也没有行政诉讼。", "There was no reconsideration and no lawsuit.";
        ReviewsZeros: "行政复议和行政诉讼填了数字的各项都是 0，其余没有填写。", "Every number printed on reconsiderations and lawsuits is 0; the other cells hold no number.";
        ReviewsPending(pending): "没有已审结的行政复议和行政诉讼，尚未审结 {pending} 件。", "No reconsideration or lawsuit was concluded; {pending} {pending|is|are} pending.";
        ReviewsNoRate: "行政复议和行政诉讼填写的数字不足以算出结果纠正所占的比例，各项见图和表。", "The numbers printed on reconsiderations and lawsuits do not give a share of corrections; see each cell.";
        ReviewsRateNote: "占比 = 结果纠正 ÷ 已审结；已审结 = 结果维持 + 结果纠正 + 其他结果，尚未审结的不计入。", "Share = corrected ÷ concluded; concluded = upheld + corrected + other result, without those still pending.";
        ReviewsTwiceNote: "三组相加的是件次：复议后起诉的案件，可能在行政复议中已计过一次。", "Adding the three groups counts proceedings: a lawsuit after reconsideration may have been counted there already.";
        ReviewsLeftOut(blocks): "{blocks}：结果有空白、“/”或未录入，未计入占比。", "{blocks}: a result is blank, “/” or was not read, so it is not counted in the share.";
    }
}
