//! The messages of the preview.

use gongkai_i18n::texts;

texts! {
    /// The labels of the panel, and the messages about a file that was read.
    OpenText in open_text {
        Title: "预览我的报告", "Preview a report of your own";
        Lead: "用于发布前预览：网页、文本、Word 和 WPS 文件、电子表格、OFD、带文字的 PDF 或本组件的 JSON。文件只在您的浏览器里读取，不会上传到任何地方。", "A preview before publishing: a web page, a text, a file of Word or WPS, a spreadsheet, an OFD file, a PDF with text or this widget's JSON. The file is read in your browser and is sent nowhere.";
        Drop: "把文件拖到这里，或选择文件：", "Drop a file here, or choose one:";
        Paste: "也可以把报告全文、网页源代码或 JSON 粘贴到这里：", "Or paste the report's text, a page's source or JSON here:";
        Read: "读取粘贴的内容", "Read what is pasted";
        Desk: "年报工作台", "the annual report desk";
        DeskLead: "要改正、补齐读到的数字，或生成上传用的文件，请用", "To correct and complete what is read, or to make the files to upload, use";
        Close: "关闭预览", "Close the preview";
        Nothing: "还没有内容。请先粘贴，或选择一个文件。", "There is nothing yet. Paste something first, or choose a file.";
        Pasted: "粘贴的内容", "what was pasted";
        Whole(agency, year): "已读取“{agency}”{year} 年的报告，下面显示的就是它。表格和数字都已录入，没有发现遗漏。", "The report of {agency} for {year} is read and shown below. All tables and numbers were taken.";
        Gaps(agency, year, count): "已读取“{agency}”{year} 年的报告，下面显示的就是它。有 {count} 处没有录入，发布前请逐项核对并补齐：", "The report of {agency} for {year} is read and shown below. {count} {count|thing was|things were} not taken; check each and add it before publishing:";
        Remarks(count): "{count} 处按以下方式理解，请确认：", "{count} {count|thing was|things were} read as follows; please confirm:";
        More(count): "另有 {count} 项未列出，可用命令行程序 gongkai convert 查看全部。", "{count} more are not listed; the command line, gongkai convert, lists all.";
        Json(file, agency, year): "“{file}”是有效的数据文件，下面显示的就是{agency} {year} 年的报告。", "{file} is a valid data file; the report of {agency} for {year} is shown below.";
        Checks: "核验结果见“核验”一栏。", "What the checks found is in the view “Checks”.";
        Save: "保存 JSON", "Save the JSON";
    }
}
