//! The texts of the view of the original: the statutory tables and the prose.

use gongkai_i18n::texts;

texts! {
    /// Search, links of numbers to their figures, and notes on whole tables.
    OriginalText {
        Title: "报告的文字和法定表格，按公布时的样子；划线的数字可以点按，查看它所在的图表。", "The report's text and its statutory tables, as they were published; an underlined number leads to its figure.";
        Search: "在原文中查找", "Search the text";
        SearchHint: "可输入词语或数字，例如 3200；不分全角半角、大写小写，空格和千位分隔符不计", "Words or a number, such as 3200; case, width, spaces and thousands separators make no difference";
        Matches: "找到 {0} 处", "{0} {0|match|matches}";
        NoMatch: "没有找到“{0}”", "No match for “{0}”";
        NoText: "文件没有提供报告的文字。", "The file does not give the report's text.";
        LeadsTo: "{0}，在“{1}”中查看", "{0}, shown where it stands in “{1}”";

        OutcomesNumbered: "三、{0}", "III. {0}";
        Numbered: "{0}{1}", "{0} {1}";
        WithNote: "{0}（{1}）", "{0} ({1})";
        Note: "（{0}）", "({0})";
        Comma: "，", ", ";

        AllZero: "全表各格均为 0。", "Every cell of the table is 0.";
        AllBlank: "全表各格均为空白，空白不等于 0。", "Every cell of the table is blank; blank is not 0.";
        AllNotApplicable: "全表各格均填“/”，表示不适用。", "Every cell of the table is “/”, not applicable.";
        AllMissing: "文件没有提供这张表的任何一格。", "The file gives none of the table's cells.";
        NumbersZero: "填有数字的 {0} 格均为 0。", "{0|The cell that has a number is|All cells that have a number are} 0 ({0}).";
        SomeBlank: "有 {0} 格空白，空白不等于 0。", "{0} {0|cell is|cells are} blank; blank is not 0.";
        SomeNotApplicable: "有 {0} 格填“/”，表示不适用。", "{0} {0|cell is|cells are} “/”, not applicable.";
        SomeMissing: "有 {0} 格文件没有提供。", "{0} {0|cell is|cells are} not given in the file.";
    }
}
