//! The ways to download, share and print, and their outcomes.

use gongkai_i18n::texts;

texts! {
    /// The ways to download, share and print, each with a note on what it is for, and what is announced of it.
    ExportActionText {
        ViewTable: "表格（CSV，可用 Excel 打开）", "Table (CSV, for Excel)";
        ViewTableNote: "当前内容的数字", "the numbers of this view";
        ReportTable: "整份报告的表格（CSV，可用 Excel 打开）", "Table of the whole report (CSV, for Excel)";
        ReportTableNote: "报告里的全部数字，每行一个", "every number of the report, one a row";
        More: "更多格式", "More formats";
        Png: "图片（PNG）", "Picture (PNG)";
        PngNote: "当前的图，可插入文档", "this chart, for documents";
        Svg: "矢量图（SVG）", "Drawing (SVG)";
        SvgNote: "放大不模糊，供排版使用", "sharp at any size, for print and layout";
        ReportPng: "全部图表的图片（PNG）", "All charts in one picture (PNG)";
        ReportPictureNote: "整份报告的图，从上到下排列", "the report's charts below each other";
        ReportSvg: "全部图表的矢量图（SVG）", "All charts in one drawing (SVG)";
        Csv: "表格（CSV，不带文件头标记）", "Table (CSV without byte order mark)";
        CsvNote: "供程序读取", "for programs";
        ReportCsv: "整份报告的表格（CSV，不带文件头标记）", "Table of the whole report (CSV without byte order mark)";
        Json: "数据文件（JSON）", "Data file (JSON)";
        JsonNote: "本报告的全部内容，供程序读取", "all of this report, for programs";
        Link: "复制链接", "Copy link";
        LinkNote: "打开后就是现在看到的内容", "opens what is now shown";
        PageLinkNote: "本页的网址", "the address of this page";
        Picture: "生成图片", "Make a picture";
        PictureNote: "适合手机，长按即可保存或转发", "made for a phone: press and hold to save or send it";
        Cite: "引用格式", "Cite";
        CiteNote: "供文章、论文注明来源", "a reference to the report";
        PrintView: "打印当前内容", "Print this view";
        PrintViewNote: "只有现在看到的图和表", "only what is now shown";
        PrintReport: "打印整份报告", "Print the report";
        PrintReportNote: "全部图、表和正文", "all charts, tables and the text";
        Open: "预览我的报告", "Preview a report of your own";
        Saved: "文件已交给浏览器保存。", "The file was handed to the browser to save.";
        Copied: "链接已复制。", "The link is copied.";
        Cited: "引用格式已复制。", "The reference is copied.";
        Shown: "图片已生成，见下。", "The picture is below.";
        SavePicture: "保存图片", "Save the picture";
        Select: "没能自动复制，请复制下面选中的文字。", "It could not be copied; please copy the selected text below.";
        Failed: "没有成功，请重试。", "That did not work; please try again.";
    }
}
