//! The texts that only static pages have.

use gongkai_i18n::texts;

texts! {
    /// The texts of a report's static page and of the index of reports.
    PageText in page_text {
        Contents: "本页内容", "On this page";
        Rest: "整份报告", "The whole report";
        Numbers(view): "{view}：数据表", "{view}: the numbers";
        FormIn(view): "统计表见“{view}”", "The statutory table is under “{view}”";
        PreviousYear(year): "← {year} 年", "← {year}";
        NextYear(year): "{year} 年 →", "{year} →";
        OtherYears: "其他年份", "Other years";
        FindAgency: "查找机关（名称或区划代码）", "Find an agency (name or division code)";
        Index: "政府信息公开工作年度报告", "Annual reports on the disclosure of government information";
        IndexLead(reports, agencies): "共 {reports} 份报告，{agencies} 个机关。点击年份查看图表和原文。", "{reports} {reports|report|reports} of {agencies} {agencies|agency|agencies}. Choose a year for figures and text.";
        Compare: "历年与各地比较", "Years and places compared";
        CompareNeeds: "比较各年、各地的数字需要浏览器运行脚本，并且要从网站打开本页，不能从磁盘直接打开。各份报告的图表和原文见上表。", "Comparing years and places needs a browser that runs scripts, and this page from a site and not from a disk. Every report’s figures and text are in the table above.";
        Agency: "机关", "Agency";
        Years: "年份", "Years";
        Back: "全部报告", "All reports";
        Json: "数据文件（JSON）", "The data (JSON)";
        Share: "分享与数据", "Share and data";
        CsvExcel: "表格（CSV，供 Excel）", "Table (CSV for Excel)";
        Csv: "表格（CSV，无字节顺序标记）", "Table (CSV without byte order mark)";
        OneFigure: "单独的图", "Figures by themselves";
        Picture: "图片（SVG）", "Picture (SVG)";
        Alone: "用于嵌入的网页", "Page to embed";
        EmbedLead: "把这几行粘贴到其他网页，就能嵌入这份报告；只嵌入一个图时，用上面该图的网址。", "Paste these lines into another page to embed this report; for one figure, use its address from above.";
        EmbedFolder: "粘贴到其他网站前，请在两处地址前加上本页所在的网址。", "For another site, put the address of this page’s folder before both addresses.";
        Changes: "更正记录", "Changes";
        ChangedOn(date): "{date} 重新发布，与之前不同的是：", "Published anew on {date}, with these differences:";
        ReturnedOn(date): "{date} 恢复发布。", "Published again on {date} after it had been removed.";
        Field: "项目", "Field";
        Before: "之前", "Before";
        After: "之后", "After";
        MoreChanges(count): "另有 {count} 处不同。", "{count} more {count|difference|differences}.";
        Absent: "（没有此项）", "(not there)";
        BlankValue: "（空白）", "(blank)";
        Removed: "报告已撤下", "Report removed";
        RemovedOn(agency, year, date): "{agency} {year} 年政府信息公开工作年度报告已于 {date} 从这里撤下。", "The annual disclosure report of {agency} for {year} was removed from here on {date}.";
        DataOfAll: "全部数据", "All data";
        TableCsv: "每份报告一行（CSV）", "One row per report (CSV)";
        TableParquet: "每份报告一行（Parquet）", "One row per report (Parquet)";
        Feed: "更新订阅（Atom）", "Feed of changes (Atom)";
        FeedAdded: "首次发布。", "Published for the first time.";
        FeedChanged(count): "重新发布，有 {count} 处与之前不同。", "Published anew with {count} {count|difference|differences}.";
        FeedReturned: "恢复发布。", "Published again after it had been removed.";
        FeedRemoved: "已撤下。", "Removed.";
        Code: "区划代码", "Division code";
        PreviewTitle(year): "{year} 年政府信息公开工作年度报告", "Annual report on the disclosure of government information, {year}";
        PreviewLead: "图表、数据表和原文", "Figures, tables and text";
        InHead: "这一行放进网页的 <head>", "This line goes into the page's <head>";
        InPlace: "从这里起放在要显示报告的地方", "From here: where the report shall stand";
        Description(agency, year): "{agency} {year} 年政府信息公开工作年度报告：图表、数据表和原文。", "Annual disclosure report of {agency} for {year}: figures, tables and text.";
    }
}
