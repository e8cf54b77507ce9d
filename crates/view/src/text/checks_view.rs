//! The texts of the checks view.

use gongkai_i18n::texts;

texts! {
    /// Headings and choices of the checks view.
    ChecksViewText in checks_view_text {
        Listed: "列出", "List";
        ListedOpen: "对不上的和供参考的", "What does not agree";
        ListedAll: "全部", "All";
        LineNothing: "这份报告没有可以相互核对的数字。", "This report has no numbers that can be checked against each other.";
        LineNone(checks): "{checks} 处应当对得上的数字，核对后没有发现对不上的。", "{checks} {checks|check|checks} found no numbers that disagree.";
        LineSome(failed, checks): "{checks} 处应当对得上的数字，核对后有 {failed} 处对不上。", "{failed} of {checks} {checks|check|checks} found numbers that do not agree.";
        Summary(list): "其余各处：{list}。", "Of the others, {list}.";
        AllHold(count): "其余 {count} 处都一致。", "All {count} others agree.";
        SomeHold(count): "{count} 处一致", "{count} {count|agrees|agree}";
        SomeBlanks(count): "{count} 处把空白算作 0 时一致", "{count} {count|agrees|agree} if blanks are counted as 0";
        SomeUnknown(count): "{count} 处因数字不全无法判断", "{count} could not be decided because numbers are missing";
        SomeNoted(count): "{count} 处供参考", "{count} {count|is|are} for your information";
        AndMore(count): "还有 {count} 处，见“核验”。", "{count} more, see “Checks”.";
        Note: "核对的是报告中的数字是否彼此一致，不评价任何机关的工作；报告的数字未作任何改动。", "What is checked is whether the report's numbers agree with each other, not anybody's work; no number was changed.";
        GroupFails(count): "对不上（{count}）", "Do not agree ({count})";
        GroupNoted(count): "供参考（{count}）", "For your information ({count})";
        GroupUnknown(count): "无法判断（{count}）", "Cannot tell ({count})";
        GroupBlanks(count): "把空白算作 0 时一致（{count}）", "Agree if blanks are counted as 0 ({count})";
        GroupHolds(count): "一致（{count}）", "Agree ({count})";
        Subject(subject, rule): "{subject}：{rule}", "{subject}: {rule}";
        Reason(verdict, reason): "{verdict}：{reason}。", "{verdict}: {reason}.";
        Way(view): "在“{view}”中查看这些数字", "See these numbers in “{view}”";
        Beside(year): "与 {year} 年报告之间的核对", "Between this report and that of {year}";
        More: "查看核验详情", "See the checks in detail";
    }
}
