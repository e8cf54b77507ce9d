//! The texts that only static pages have.

use gongkai_i18n::texts;

texts! {
    /// The texts of a report's static page and of the index of reports.
    PageText in page_text {
        Contents: "本页内容", "On this page";
        Rest: "整份报告", "The whole report";
        Numbers(view): "{view}：数据表", "{view}: the numbers";
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
        InHead: "这一行放进网页的 <head>", "This line goes into the page's <head>";
        InPlace: "从这里起放在要显示报告的地方", "From here: where the report shall stand";
        Description(agency, year): "{agency} {year} 年政府信息公开工作年度报告：图表、数据表和原文。", "Annual disclosure report of {agency} for {year}: figures, tables and text.";
    }
}
