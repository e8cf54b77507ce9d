//! What the widget says of its own while it answers.

use gongkai_i18n::texts;

texts! {
    /// All that the module with the root component says: its list is apart, since a list is
    /// compiled in whole.
    AppText in app_text {
        Selected(label): "已选定：{label}", "Selected: {label}";
        Unselected: "已取消选定", "Selection cleared";
        NowTable(finding): "已切换为表格：{finding}", "Now a table: {finding}";
        NowChart(finding): "已切换为图：{finding}", "Now a chart: {finding}";
        ShowThisYear: "本年", "This year";
        MoreLoading: "正在载入这一部分……", "Loading this part …";
        MoreFailed: "这一部分没有载入，其余部分不受影响。", "This part could not be loaded; the others are not affected.";
        MoreRetry: "重试", "Try again";
    }
}
