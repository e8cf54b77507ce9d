//! The texts of the views of activities, documents, fees and reviews.

use gongkai_i18n::texts;

texts! {
    /// Findings, details and column titles of the smaller views.
    SectionsText {
        AskActivities: "开展了哪些公开和互动活动？", "What was done to publish and to listen?";
        AskDocuments: "制发、公开了多少规章和规范性文件？", "How many rules and normative documents were made?";
        AskFees: "行政事业性收费有多少？", "What fees were charged?";
        AskApplications: "谁提出了申请，结果如何？", "Who asked, and what did they get?";
        AskReviews: "公开决定受到了哪些质疑？", "How were decisions challenged?";
        AskChecks: "报告里的数字彼此一致吗？", "Do the numbers agree with each other?";
        AskOriginal: "报告原文说了什么？", "What does the report say?";
        ColumnActivity: "活动", "Activity";
        ColumnCell: "表中各格", "Cell";
        CellName: "{0}：{1}", "{0}: {1}";
        CellDetail: "{0}，{1}：{2}。", "{0}, {1}: {2}.";
        ListComma: "、", ", ";
        SharedScale: "各组用同一刻度，条形长短可以跨组比较。", "All groups share one scale, so bars can be compared across them.";

        ActivitiesFinding: "正文列出公开与互动的 {0} 项数字，共 {1} 种单位；其中{2} {3} 项，最多的是“{4}”：{5}。", "The text gives {0} figures on activities, in {1} units; of the {3} {2}, the largest is “{4}”: {5}.";
        ActivitiesOneUnit: "正文列出公开与互动的 {0} 项数字，最多的是“{1}”：{2}。", "The text gives {0} figures on activities; the largest is “{1}”: {2}.";
        ActivitiesOwnUnits: "正文列出公开与互动的 {0} 项数字，单位各不相同，第一项是“{1}”：{2}。", "The text gives {0} figures on activities, each in a unit of its own; the first is “{1}”: {2}.";
        ActivitiesOne: "正文列出公开与互动的 1 项数字，“{0}”：{1}。", "The text gives one figure on activities, “{0}”: {1}.";
        ActivitiesZero: "正文列出公开与互动的 {0} 项数字，均为 0。", "The text gives {0} {0|figure|figures} on activities; {0|it is|all are} 0.";
        ActivitiesUnit: "以“{0}”计的", "counted in {0}";
        ActivitiesNoUnit: "没有写明单位的", "without a stated unit";
        ActivitiesPanel: "{0}活动", "Activities {0}";
        ActivitiesUnits: "单位不同的数字不能相比，所以各组用各自的刻度，条形长短只在同一组内比较。", "Numbers in different units cannot be compared: each group has a scale of its own, and bars compare only within a group.";
        ActivitiesSummary: "{0} {1} 项，最多“{2}”（{3}），最少“{4}”（{5}）。", "{1} {0}: largest “{2}” ({3}), smallest “{4}” ({5}).";
        ActivitiesSummaryOne: "{0} 1 项：“{1}”（{2}）。", "1 {0}: “{1}” ({2}).";
        UnitAsPrinted: "{0}（{1}）", "{0} ({1})";

        Documents2019: "本年新制作：{0}；对外公开总数：{1}。", "Made this year: {0}; disclosed in total: {1}.";
        Documents2021: "本年制发：{0}；现行有效：{1}。", "Issued this year: {0}; in force: {1}.";
        CountRules: "规章 {0} 件", "{0} {0|rule|rules}";
        CountNormative: "规范性文件 {0} 件", "{0} normative {0|document|documents}";
        CountNormative2021: "行政规范性文件 {0} 件", "{0} administrative normative {0|document|documents}";
        CountNone: "没有填写数字", "no number printed";
        TotalDisclosedNote: "“对外公开总数量”是对外公开的总件数，包括本年新公开的，不是现行有效的件数；2021 年版报告格式改为填写制发、废止和现行有效件数，两版的各栏不能相互比较。", "“Disclosed in total” counts all that is disclosed, this year's included; it is not the number in force. The 2021 edition of the form asks for documents issued, repealed and in force instead: the columns of the two editions cannot be compared.";
        InForceNote: "“现行有效件数”包括往年制发、现在仍有效的文件；2019 年版报告格式填写的是新制作、新公开和对外公开总数量，两版的各栏不能相互比较。", "“In force” includes documents of earlier years that still hold. The 2019 edition of the form asked for documents made, disclosed and disclosed in total: the columns of the two editions cannot be compared.";

        FeesChanged: "行政事业性收费由上年 {0} 项{1}为 {2} 项（{3}）。", "Administrative fees {1} from {0} to {2} {2|item|items} ({3}).";
        FeesStill: "行政事业性收费与上年相同，为 {0} 项。", "Administrative fees stayed at {0} {0|item|items}, as last year.";
        FeesPart: "行政事业性收费：上一年项目数量 {0}，本年增减 {1}，推算不出本年项目数量。", "Administrative fees: items last year {0}, change {1}; items this year cannot be derived.";
        FeesThisYear: "本年项目数量（推算）", "Items this year (derived)";
        FeesItemDetail: "{0}：{1} 项。", "{0}: {1} {1|item|items}.";
        FeesDerivedNote: "本年项目数量 = 上一年项目数量 + 本年增/减，由组件推算，报告未直接印出。", "Items this year = items last year + change: derived here, not printed in the report.";
        FeesCollected: "本年收取行政事业性收费 {0}。", "Administrative fees collected this year: {0}.";
        FeesZero: "本年行政事业性收费金额为 0。", "No administrative fees were collected this year: the amount is 0.";
        FeesEditions: "2019 年版报告格式填写收费的项目数量，2021 年版填写收费的金额：一个是种类数，一个是钱数，不能相互比较。", "The 2019 edition of the form asks for the number of fee items, the 2021 edition for the money collected: one counts kinds, the other is an amount, so the two cannot be compared.";

        ReviewsRate: "行政复议和行政诉讼已审结 {0} 件（维持 {1} + 纠正 {2} + 其他 {3}），其中结果纠正 {2} 件，占 {4}。", "Of {0} concluded {0|reconsideration or lawsuit|reconsiderations and lawsuits} ({1} upheld + {2} corrected + {3} other), {2} of {0} ended in correction: {4}.";
        ReviewsNone: "没有行政复议，也没有行政诉讼。", "There was no reconsideration and no lawsuit.";
        ReviewsZeros: "行政复议和行政诉讼填写了数字的各格均为 0，其余各格没有数字。", "Every number printed on reconsiderations and lawsuits is 0; the other cells hold no number.";
        ReviewsPending: "没有已审结的行政复议和行政诉讼，尚未审结 {0} 件。", "No reconsideration or lawsuit was concluded; {0} {0|is|are} pending.";
        ReviewsNoRate: "行政复议和行政诉讼填写的数字不足以算出结果纠正所占的比例，各格见图和表。", "The numbers printed on reconsiderations and lawsuits do not give a share of corrections; see each cell.";
        ReviewsRateNote: "占比 = 结果纠正 ÷ 已审结；已审结 = 结果维持 + 结果纠正 + 其他结果，尚未审结的不计入。", "Share = corrected ÷ concluded; concluded = upheld + corrected + other result, without those still pending.";
        ReviewsTwiceNote: "三组相加的是件次：复议后起诉的案件，可能在行政复议中已计过一次。", "Adding the three groups counts proceedings: a lawsuit after reconsideration may have been counted there already.";
        ReviewsLeftOut: "{0}：结果有空白、“/”或未提供，未计入占比。", "{0}: a result is blank, “/” or not given, so it is not counted in the share.";
    }
}
