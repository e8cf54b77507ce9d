//! The texts of the checks view.

use gongkai_i18n::texts;

texts! {
    /// Headings and choices of the checks view.
    ChecksViewText in checks_view_text {
        Listed: "列出", "List";
        ListedOpen: "需要留意的", "What needs a look";
        ListedAll: "全部", "All";
        Item(rule, formulas): "{rule}：{formulas}", "{rule}: {formulas}";
        LineNothing: "这份报告没有可以相互核对的数字。", "This report has no numbers that can be checked against each other.";
        LineNone(relations): "核对了 {relations} 项数字关系，没有发现不一致。", "{relations} {relations|relation|relations} between the numbers checked; none disagrees.";
        LineSome(failed, relations): "核对了 {relations} 项数字关系，其中 {failed} 项不一致。", "Of {relations} relations between the numbers, {failed} {failed|does|do} not agree.";
        Summary(holding, if_blanks_are_zero, cannot_tell, noted): "其余各项中，{holding} 项一致，{if_blanks_are_zero} 项在把空白计为 0 时一致，{cannot_tell} 项因数字不全无法判断，{noted} 项可留意。", "Of the others, {holding} {holding|agrees|agree}, {if_blanks_are_zero} {if_blanks_are_zero|agrees|agree} if blanks are counted as 0, {cannot_tell} cannot be told because numbers are missing, and {noted} {noted|is|are} worth a look.";
        Note: "核对的是报告中的数字是否彼此一致，不评价任何机关的工作；报告的数字未作任何改动。", "What is checked is whether the report's numbers agree with each other, not anybody's work; no number was changed.";
        GroupFails(count): "不一致（{count}）", "Do not agree ({count})";
        GroupNoted(count): "可留意（{count}）", "Worth a look ({count})";
        GroupUnknown(count): "无法判断（{count}）", "Cannot tell ({count})";
        GroupBlanks(count): "把空白计为 0 时一致（{count}）", "Agree if blanks are counted as 0 ({count})";
        GroupHolds(count): "一致（{count}）", "Agree ({count})";
        Subject(subject, rule): "{subject}：{rule}", "{subject}: {rule}";
        Reason(verdict, reason): "{verdict}：{reason}。", "{verdict}: {reason}.";
        Way(view): "在“{view}”中查看这些数字", "See these numbers in “{view}”";
        Beside(year): "与 {year} 年报告之间的核对", "Between this report and that of {year}";
        More: "查看核验详情", "See the checks in detail";
    }
}
