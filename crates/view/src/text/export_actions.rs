//! The ways to export, and their outcomes.

use gongkai_i18n::texts;

texts! {
    /// The ways to export a view or a report, and what is announced of it.
    ExportActionText {
        View: "当前内容", "This view";
        Report: "整份报告", "The whole report";
        Own: "自己的报告", "A report of your own";
        Open: "预览我的报告", "Open a file to preview";
        Csv: "CSV", "CSV";
        CsvBom: "CSV（电子表格软件用）", "CSV for spreadsheet programs";
        Svg: "矢量图 SVG", "Picture, SVG";
        Png: "图片 PNG", "Picture, PNG";
        Json: "数据 JSON", "Data, JSON";
        Link: "复制链接", "Copy link";
        Print: "打印", "Print";
        Saved: "文件已交给浏览器保存。", "The file was handed to the browser to save.";
        Copied: "链接已复制。", "The link is copied.";
        Failed: "没有成功，请重试。", "That did not work; please try again.";
    }
}
