//! The texts of the view of the original: the statutory tables and the prose.

use gongkai_i18n::texts;

texts! {
    /// Search, links of numbers to their figures, and notes on whole tables.
    OriginalText in original_text {
        Title: "报告的文字和法定表格，按报告内容重新排版；划线的数字可以点按，查看它所在的图表。", "The report’s text, which is in Chinese only, and its statutory tables, laid out anew; an underlined number leads to its figure.";
        TitleProse: "报告的文字；表格见以上各部分。", "The report's text; its tables are in the parts above.";
        Search: "在原文中查找", "Search the text";
        SearchHint: "可输入词语或数字，例如 3200；不分全角半角、大写小写，空格和千位分隔符不计", "Words or a number, such as 3200; case, width, spaces and thousands separators make no difference";
        Matches(count): "找到 {count} 处", "{count} {count|match|matches}";
        AtMatch(place, count): "第 {place} 处，共 {count} 处", "{place} of {count}";
        Previous: "上一处", "Previous";
        Next: "下一处", "Next";
        NoMatch(query): "没有找到“{query}”", "No match for “{query}”";
        NoText: "报告的文字未录入。", "The report's text was not read.";
        LeadsTo(number, view): "{number}，在“{view}”中查看", "{number}, shown where it stands in “{view}”";

        OutcomesNumbered(label): "三、{label}", "III. {label}";
        Numbered(number, label): "{number}{label}", "{number} {label}";
        WithNote(label, note): "{label}（{note}）", "{label} ({note})";
        Note(note): "（{note}）", "({note})";
        Comma: "，", ", ";

        AllZero: "表中各项都是 0。", "Every cell of the table is 0.";
        AllBlank: "表中各项都是空白，空白不等于 0。", "Every cell of the table is blank; blank is not 0.";
        AllNotApplicable: "表中各项都填“/”，表示不适用。", "Every cell of the table is “/”, not applicable.";
        AllMissing: "这张表未录入。", "This table was not read.";
        NumbersZero(count): "填了数字的 {count} 项都是 0。", "{count|The cell that has a number is|All cells that have a number are} 0 ({count}).";
        SomeBlank(count): "有 {count} 项空白，空白不等于 0。", "{count} {count|cell is|cells are} blank; blank is not 0.";
        SomeNotApplicable(count): "有 {count} 项填“/”，表示不适用。", "{count} {count|cell is|cells are} “/”, not applicable.";
        SomeMissing(count): "有 {count} 项未录入。", "{count} {count|cell was|cells were} not read.";
        OpenTable(caption, note): "{caption}：{note}展开表格", "{caption}: {note} Show the table";
    }
}
