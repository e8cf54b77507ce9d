//! The texts in exported files.

use gongkai_i18n::texts;

texts! {
    /// Column titles, units and notes of exported files.
    ExportText in export_text {
        ColumnAgency: "机关", "agency";
        ColumnDivision: "统计用区划代码", "division code";
        ColumnYear: "年度", "year";
        ColumnEdition: "报告格式版本", "edition of the form";
        ColumnSection: "部分", "section";
        ColumnRow: "行", "row";
        ColumnColumn: "列", "column";
        ColumnValue: "数值", "value";
        ColumnHedge: "约数用词", "hedge";
        ColumnUnit: "单位", "unit";
        ColumnShown: "页面显示", "as shown";
        ColumnCell: "单元格路径", "cell";
        ColumnSourceTitle: "来源标题", "source title";
        ColumnSourceUrl: "来源网址", "source URL";

        TotalCount: "信息总数", "Total of information";
        CategoryCount: "各类信息数量", "Information by category";
        ChannelCount: "各渠道公开数量", "Information by channel";
        ChannelCategoryCount: "渠道所列各类信息数量", "Information by category of a channel";
        ActivityCount: "公开与互动数量", "Activities";
        StatedCount: "正文所述申请数量", "Applications as stated in the text";

        HedgeOver: "余", "over";
        HedgeAbout: "约", "about";
        HedgeNearly: "近", "nearly";

        UnitDocuments: "件", "documents";
        UnitItems: "项", "items";
        UnitDecisions: "件", "decisions";
        UnitProjects: "个", "projects";
        UnitApplications: "件", "applications";
        UnitProceedings: "件", "proceedings";
        UnitAssumed(unit): "{unit}（原表未注明）", "{unit} (not on the form)";

        CreditReport(agency, year): "{agency} {year} 年政府信息公开工作年度报告", "{agency}: annual report on the disclosure of government information, {year}";
        CreditSource(source): "来源：{source}", "Source: {source}";
        CreditUnits(units): "单位：{units}", "Units: {units}";
        CreditMade(today): "图片生成于 {today}", "Picture made on {today}";
        CreditScan: "扫码查看本页", "Scan to open the page";
        Reference(agency, title, published, today, url): "{agency}. {title}[R/OL]. ({published})[{today}]. {url}.", "{agency}. {title}. Published {published}, accessed {today}. {url}";
        ReferenceUndated(agency, title, today, url): "{agency}. {title}[R/OL]. [{today}]. {url}.", "{agency}. {title}. Accessed {today}. {url}";
    }
}
