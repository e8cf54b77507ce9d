//! The texts of the views of activities, documents, fees and reviews.

use gongkai_i18n::texts;

texts! {
    /// Findings, details and column titles of the smaller views.
    SectionsText in sections_text {
        AskActivities: "开展了哪些公开和互动活动？", "What was done to publish and to listen?";
        AskDocuments: "制发、公开了多少规章和规范性文件？", "How many rules and normative documents were made?";
        AskFees: "行政事业性收费有多少？", "What fees were charged?";
        AskApplications: "谁提出了申请，结果如何？", "Who asked, and what did they get?";
        AskReviews: "公开决定受到了哪些质疑？", "How were decisions challenged?";
        AskChecks: "报告里的数字彼此一致吗？", "Do the numbers agree with each other?";
        AskOriginal: "报告原文说了什么？", "What does the report say?";
        ColumnActivity: "活动", "Activity";
        ColumnCell: "表中各格", "Cell";
        CellName(heading, label): "{heading}：{label}", "{heading}: {label}";
        CellDetail(group, column, value): "{group}，{column}：{value}。", "{group}, {column}: {value}.";
        ListComma: "、", ", ";
        SharedScale: "各组用同一刻度，条形长短可以跨组比较。", "All groups share one scale, so bars can be compared across them.";

        ActivitiesFinding(activities, units, unit, of_unit, activity, count): "正文列出公开与互动的 {activities} 项数字，共 {units} 种单位；其中{unit} {of_unit} 项，最多的是“{activity}”：{count}。", "The text gives {activities} figures on activities, in {units} units; of the {of_unit} {unit}, the largest is “{activity}”: {count}.";
        ActivitiesOneUnit(activities, activity, count): "正文列出公开与互动的 {activities} 项数字，最多的是“{activity}”：{count}。", "The text gives {activities} figures on activities; the largest is “{activity}”: {count}.";
        ActivitiesOwnUnits(activities, activity, count): "正文列出公开与互动的 {activities} 项数字，单位各不相同，第一项是“{activity}”：{count}。", "The text gives {activities} figures on activities, each in a unit of its own; the first is “{activity}”: {count}.";
        ActivitiesOne(activity, count): "正文列出公开与互动的 1 项数字，“{activity}”：{count}。", "The text gives one figure on activities, “{activity}”: {count}.";
        ActivitiesZero(activities): "正文列出公开与互动的 {activities} 项数字，均为 0。", "The text gives {activities} {activities|figure|figures} on activities; {activities|it is|all are} 0.";
        ActivitiesUnit(unit): "以“{unit}”计的", "counted in {unit}";
        ActivitiesNoUnit: "没有写明单位的", "without a stated unit";
        ActivitiesPanel(counted): "{counted}活动", "Activities {counted}";
        ActivitiesUnits: "单位不同的数字不能相比，所以各组用各自的刻度，条形长短只在同一组内比较。", "Numbers in different units cannot be compared: each group has a scale of its own, and bars compare only within a group.";
        ActivitiesSummary(counted, activities, largest, largest_count, smallest, smallest_count): "{counted} {activities} 项，最多“{largest}”（{largest_count}），最少“{smallest}”（{smallest_count}）。", "{activities} {counted}: largest “{largest}” ({largest_count}), smallest “{smallest}” ({smallest_count}).";
        ActivitiesSummaryOne(counted, activity, count): "{counted} 1 项：“{activity}”（{count}）。", "1 {counted}: “{activity}” ({count}).";
        UnitAsPrinted(word, printed): "{word}（{printed}）", "{word} ({printed})";

        Documents2019(made, disclosed): "本年新制作：{made}；对外公开总数：{disclosed}。", "Made this year: {made}; disclosed in total: {disclosed}.";
        Documents2021(made, in_force): "本年制发：{made}；现行有效：{in_force}。", "Issued this year: {made}; in force: {in_force}.";
        CountRules(count): "规章 {count} 件", "{count} {count|rule|rules}";
        CountNormative(count): "规范性文件 {count} 件", "{count} normative {count|document|documents}";
        CountNormative2021(count): "行政规范性文件 {count} 件", "{count} administrative normative {count|document|documents}";
        CountNone: "没有填写数字", "no number printed";
        TotalDisclosedNote: "“对外公开总数量”是对外公开的总件数，包括本年新公开的，不是现行有效的件数；2021 年版报告格式改为填写制发、废止和现行有效件数，两版的各栏不能相互比较。", "“Disclosed in total” counts all that is disclosed, this year's included; it is not the number in force. The 2021 edition of the form asks for documents issued, repealed and in force instead: the columns of the two editions cannot be compared.";
        InForceNote: "“现行有效件数”包括往年制发、现在仍有效的文件；2019 年版报告格式填写的是新制作、新公开和对外公开总数量，两版的各栏不能相互比较。", "“In force” includes documents of earlier years that still hold. The 2019 edition of the form asked for documents made, disclosed and disclosed in total: the columns of the two editions cannot be compared.";

        FeesChanged(last_year, direction, this_year, change): "行政事业性收费由上年 {last_year} 项{direction}为 {this_year} 项（{change}）。", "Administrative fees {direction} from {last_year} to {this_year} {this_year|item|items} ({change}).";
        FeesStill(fees): "行政事业性收费与上年相同，为 {fees} 项。", "Administrative fees stayed at {fees} {fees|item|items}, as last year.";
        FeesPart(last_year, change): "行政事业性收费：上一年项目数量 {last_year}，本年增减 {change}，推算不出本年项目数量。", "Administrative fees: items last year {last_year}, change {change}; items this year cannot be derived.";
        FeesThisYear: "本年项目数量（推算）", "Items this year (derived)";
        FeesItemDetail(name, count): "{name}：{count} 项。", "{name}: {count} {count|item|items}.";
        FeesDerivedNote: "本年项目数量 = 上一年项目数量 + 本年增/减，由组件推算，报告未直接印出。", "Items this year = items last year + change: derived here, not printed in the report.";
        FeesCollected(amount): "本年收取行政事业性收费 {amount}。", "Administrative fees collected this year: {amount}.";
        FeesZero: "本年行政事业性收费金额为 0。", "No administrative fees were collected this year: the amount is 0.";
        FeesEditions: "2019 年版报告格式填写收费的项目数量，2021 年版填写收费的金额：一个是种类数，一个是钱数，不能相互比较。", "The 2019 edition of the form asks for the number of fee items, the 2021 edition for the money collected: one counts kinds, the other is an amount, so the two cannot be compared.";

        ReviewsRate(concluded, upheld, corrected, other, share): "行政复议和行政诉讼已审结 {concluded} 件（维持 {upheld} + 纠正 {corrected} + 其他 {other}），其中结果纠正 {corrected} 件，占 {share}。", "Of {concluded} concluded {concluded|reconsideration or lawsuit|reconsiderations and lawsuits} ({upheld} upheld + {corrected} corrected + {other} other), {corrected} of {concluded} ended in correction: {share}.";
        ReviewsNone: "没有行政复议，也没有行政诉讼。", "There was no reconsideration and no lawsuit.";
        ReviewsZeros: "行政复议和行政诉讼填写了数字的各格均为 0，其余各格没有数字。", "Every number printed on reconsiderations and lawsuits is 0; the other cells hold no number.";
        ReviewsPending(pending): "没有已审结的行政复议和行政诉讼，尚未审结 {pending} 件。", "No reconsideration or lawsuit was concluded; {pending} {pending|is|are} pending.";
        ReviewsNoRate: "行政复议和行政诉讼填写的数字不足以算出结果纠正所占的比例，各格见图和表。", "The numbers printed on reconsiderations and lawsuits do not give a share of corrections; see each cell.";
        ReviewsRateNote: "占比 = 结果纠正 ÷ 已审结；已审结 = 结果维持 + 结果纠正 + 其他结果，尚未审结的不计入。", "Share = corrected ÷ concluded; concluded = upheld + corrected + other result, without those still pending.";
        ReviewsTwiceNote: "三组相加的是件次：复议后起诉的案件，可能在行政复议中已计过一次。", "Adding the three groups counts proceedings: a lawsuit after reconsideration may have been counted there already.";
        ReviewsLeftOut(blocks): "{blocks}：结果有空白、“/”或未提供，未计入占比。", "{blocks}: a result is blank, “/” or not given, so it is not counted in the share.";
    }
}
