//! The texts of the checks view.

use gongkai_i18n::texts;

texts! {
    /// Headings and choices of the checks view.
    ChecksViewText {
        Listed: "列出", "List";
        ListedOpen: "需要留意的", "What needs a look";
        ListedAll: "全部", "All";
        Item: "{0}：{1}", "{0}: {1}";
        LineNothing: "这份报告没有可以相互核对的数字。", "This report has no numbers that can be checked against each other.";
        LineNone: "核对了 {0} 项数字关系，没有发现不一致。", "{0} {0|relation|relations} between the numbers checked; none disagrees.";
        LineSome: "核对了 {1} 项数字关系，其中 {0} 项不一致。", "Of {1} relations between the numbers, {0} {0|does|do} not agree.";
        Summary: "其余各项中，{0} 项一致，{1} 项在把空白计为 0 时一致，{2} 项因数字不全无法判断，{3} 项可留意。", "Of the others, {0} {0|agrees|agree}, {1} {1|agrees|agree} if blanks are counted as 0, {2} cannot be told because numbers are missing, and {3} {3|is|are} worth a look.";
        Note: "核对的是报告中的数字是否彼此一致，不评价任何机关的工作；报告的数字未作任何改动。", "What is checked is whether the report's numbers agree with each other, not anybody's work; no number was changed.";
        GroupFails: "不一致（{0}）", "Do not agree ({0})";
        GroupNoted: "可留意（{0}）", "Worth a look ({0})";
        GroupUnknown: "无法判断（{0}）", "Cannot tell ({0})";
        GroupBlanks: "把空白计为 0 时一致（{0}）", "Agree if blanks are counted as 0 ({0})";
        GroupHolds: "一致（{0}）", "Agree ({0})";
        Subject: "{0}：{1}", "{0}: {1}";
        Reason: "{0}：{1}。", "{0}: {1}.";
        Way: "在“{0}”中查看这些数字", "See these numbers in “{0}”";
        Beside: "与 {0} 年报告之间的核对", "Between this report and that of {0}";
        More: "查看核验详情", "See the checks in detail";
    }
}
