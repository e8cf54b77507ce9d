//! The messages of the importer: notes and errors as sentences in Chinese and English.

use gongkai_i18n::texts;

use crate::{
    ElsewhereKind, Explanation, FormSection, Gap, ImportError, Location, Note, NoteKind, Place,
    ProseRule, Remark, RequiredField, Resource,
};
use gongkai_i18n::{
    Locale, applicant_label, block_column_label, block_label, field_name, proactive_column_label,
    proactive_label, row_name,
};
use gongkai_model::{CellRef, Edition};

texts! {
    /// Locations, notes and errors, one sentence for each.
    ImportText in import_text {
        Line(line): "第 {line} 行", "Line {line}";
        Paragraph(number): "第 {number} 段", "Paragraph {number}";
        Page(page, line): "第 {page} 页第 {line} 行", "Page {page}, line {line}";
        Nowhere: "全文", "The whole file";
        Beginning(beginning): "“{beginning}…”一段", "the paragraph “{beginning}…”";
        TableRow(table, row): "第 {table} 个表格第 {row} 行", "Table {table}, row {row}";
        Both(place, row): "{place}（{row}）", "{place} ({row})";
        Lead(location, sentence): "{location}：{sentence}", "{location}: {sentence}";
        Field(path): "（字段 {path}）", " (field {path})";
        Cell(place, row, column): "{place}，“{row}”一行“{column}”一列", "{place}, row “{row}”, column “{column}”";
        Row(place, row): "{place}，“{row}”一行", "{place}, row “{row}”";
        NamedPlace(place, name): "{place}，{name}", "{place}, {name}";
        Quoted(excerpt): "原文“{excerpt}”。", "the file says “{excerpt}”; ";
        PartDisclosure: "第一部分 总体情况", "section one, general";
        PartProactive: "第二部分 主动公开政府信息情况", "section two, disclosure";
        PartApplications: "第三部分 收到和处理申请情况", "section three, applications";
        PartReviews: "第四部分 行政复议、行政诉讼情况", "section four, reviews";
        NoTable(section): "没有找到{section}的表格，未录入。请核对文件是否完整；如果表格是图片，请换用带文字的版本。", "the table of {section} was not found and is left out. Check that the file is complete; if the table is a picture, use a version with text.";
        NoSectionOne: "没有找到第一部分（总体情况）的标题，这一部分的数字和文字未录入。请核对文件是否完整；如果用了别的标题，请对照原件补上。", "the heading of section one (general) was not found; its figures and text are left out. Check that the file is complete; if it has another heading, add them from the original.";
        NoRow: "没有找到这一行或这一格，未录入。请对照原件补上。", "this row or cell was not found and is left out. Add it from the original.";
        UnknownRow: "规定表格中没有这一行，其中的数字未录入。如确需保留，请写入正文。", "the statutory form has no such row; its numbers are left out. Keep them in the text if they are needed.";
        TwiceDifferent: "同一行出现两次而数字不同，未录入。请核对后补上正确的一行。", "the row occurs twice with different numbers and was left out. Add the right one.";
        CellCount(expected, found): "这一行应有 {expected} 个数，找到 {found} 个，无法判断空的是哪一格，未录入。请对照原件补上。", "this row should have {expected} values, but has {found}: which cell is blank cannot be told, so it is left out. Add it from the original.";
        NotANumber: "这一格不是数字，未录入。请核对后填写整数，空白填 null，不适用填 \"/\"。", "this is not a number and was left out. Put a whole number, null for a blank, or \"/\" for not applicable.";
        NotAnAmount: "这一格不是金额，未录入。请核对后填写数字和单位（元、万元或亿元），空白填 null，不适用填 \"/\"。", "this is not an amount and was left out. Put the number and its unit of money, null for a blank, or \"/\" for not applicable.";
        Unreadable: "这一格里有图片、图形、表单项，或有被遮盖、划去、隐藏、无法识别的文字，数值无法确定，未录入。请对照原件补上。", "this cell holds a picture, a drawing or a form field, or text that is covered, struck out, hidden or unreadable, and is left out. Add it from the original.";
        NotANumberInForm: "这一格不是数字，未录入。请对照原件填写整数；空白、“/”也可以。", "this is not a number and was left out. Enter the whole number of the original, or set the cell to blank or “/”.";
        NotAnAmountInForm: "这一格不是金额，未录入。请对照原件填写数字和单位（元、万元或亿元）；空白、“/”也可以。", "this is not an amount and was left out. Enter the number and its unit of money, or set the cell to blank or “/”.";
        OtherReportInForm: "同一文件中还有另一份报告，未录入。请将它另存为单独的文件，再打开那个文件。", "the file holds another report, which is left out. Save it as a file of its own and open that.";
        RequiredInForm: "没有找到机关名称或年份等必填内容。请填写。", "the agency, the year or another required field was not found. Enter it.";
        Negative: "这里不应是负数（只有“本年增/减”可以为负），未录入。请核对。", "this may not be negative (only a change from last year may) and is left out. Check it.";
        TooLarge: "数字过大，未录入。请核对。", "the number is too large and is left out. Check it.";
        OtherReport: "同一文件中还有另一份报告，未录入。请将它另存为单独的文件再转换，或用 --agency、--year 指定要读的一份。", "the file holds another report, which is left out. Save it as a file of its own and convert that, or name it with --agency and --year.";
        GapEdition: "表头兼有 2019 年版和 2021 年版的样式，或无法区分版本；不属于所用版本的内容未录入。请核对。", "the headings are of both the 2019 and the 2021 form, or do not tell which; what the chosen one lacks is left out. Check it.";
        Ambiguous: "有不止一种理解，且结果不同，未录入。请核对后补上。", "this can be read in more than one way, with different results, and is left out. Add the right one.";
        LooseNumber: "正文中的这个数字不知道属于哪一项，未录入图表。如属公开数量或活动次数，请补上。", "what this number in the text counts is not known; it is left out of the figures. Add it if it counts what was published or done.";
        Reversed: "统计期限的止日早于起日，未录入。请核对后补上。", "this period ends before it begins, and is left out. Add the right one.";
        LongParagraph(limit): "这一段过长（超过 {limit} 字），其中的数字未录入图表，文字照录。请核对文件中的分段；如属公开数量或活动次数，请对照原件补上。", "this paragraph is too long (more than {limit} characters); its numbers are left out of the figures, its words are kept. Check the file's line ends, or add what it counts from the original.";
        ScannedPage: "这一页是图片（扫描件），没有文字，其中的内容未录入。请对照原件补上，或换用带文字的版本。", "this page is a picture (a scan) without text, and what it holds is left out. Add it from the original, or use a version with text.";
        DoubtfulFont: "这种字体的字符编码有误：几个不同的数字用了同一个编码，无法分辨，含有这些数字的内容未录入。请换用该报告的网页版或 Word 原件，或对照原件补上。", "this font names several digits alike, so that they cannot be told apart; whatever holds such a digit is left out. Use the report's web page or Word file, or add the numbers from the original.";
        Attachment: "报告可能在这个附件里；附件的内容未录入。请下载附件，直接转换附件。", "the report may be in this attached file, which was not read. Download it and convert that.";
        Frame: "报告可能在嵌入的另一个页面或文件里；其内容未录入。请打开该页面或文件，另存后转换。", "the report may be in another page or file that is shown within this page and was not read. Open it, save it and convert that.";
        Script: "表格由网页脚本生成，文件里没有表格本身，未录入。请在浏览器中打开网页，待表格显示后全选复制到 Word，存为 .docx 后转换。", "scripts make the tables, which are not in the file itself, and they are left out. Open the page in a browser, copy what it shows into Word and convert that.";
        InsertedFile: "这里插入了另一个文件，其内容未录入。请在 Word 中打开本文件，另存为 .docx 后转换。", "another file is inserted here and was not read. Open this file in Word, save it as .docx again and convert that.";
        EmbeddedSheet: "这里嵌入了一张 Excel 表格，其中的数字未录入。请把它改成 Word 表格后转换，或对照原件补上。", "an Excel sheet is embedded here, and its numbers are left out. Make it a table of Word and convert again, or add the numbers from the original.";
        Elsewhere(file, name, sentence): "“{file}”中没有找到政府信息公开工作年度报告的标题或表格。{name}{sentence}", "{file} holds neither the title nor a table of an annual disclosure report: {name}{sentence}";
        Named(name): "“{name}”：", "{name}: ";
        Required: "缺少机关名称或年份等必填内容。请用 --agency、--year 等选项注明。", "the agency, the year or another required field was not found. Give it with --agency, --year and the like.";
        OtherYear: "表头是另一年版的样式，与年份不符；已按表头录入。", "the headings are of another edition than the year would have; they were followed.";
        HeadingsAssumed: "表头缺失或不完整，已按规定表格的顺序录入。", "headings are missing or cut short; the form's own order was used.";
        NoUnit: "金额没有注明单位；图表按规定表格的单位（万元）显示并注明。", "the amount has no unit; the figures assume the form's own (10,000 yuan) and say so.";
        Misprint(read): "疑为笔误，读作“{read}”。", "taken for a misprint of “{read}”.";
        TwiceAlike: "同一行出现两次，数字相同，已录入一次。", "the row occurs twice with the same numbers and was used once.";
        Skipped: "这段内容不在规定表格的任何一行一列中（如页码、备注栏），已跳过。", "this is in no row and column of the form (such as a page's number, or a column of remarks); it was passed over.";
        NotApplicable(count): "表格中有 {count} 格这样印，均按“不适用”（\"/\"）录入；如果表示没有，应改为 0。", "{count} {count|cell is|cells are} printed so, and taken as not applicable (\"/\"); if none is meant, put 0.";
        AsPrinted: "按原样录入。", "taken as printed.";
        Chosen(read): "报告里写法不止一种，这里用“{read}”。", "this is written in more than one way; “{read}” was used.";
        InTable: "正文中的这个数字与表格重复，以表格为准。", "this number of the text is also in a table; the table's was used.";
        OfEach: "这是频次或每个单位的数量，未录入。", "this is a frequency or the number of each of several; it was not taken.";
        NoField: "正文中的金额没有对应的字段，未录入图表，文字照录。", "an amount of money in the text has no field of its own; it is kept in the text only.";
        RuleUnclear: "数字本身有不止一种读法，未录入", "the number itself can be read in more than one way";
        RuleMoney: "金额没有对应的字段", "an amount of money has no field";
        RuleCompared: "与其他年份比较的数字，未录入", "a number of a comparison with another year";
        RuleRequestsNone: "写明没有收到申请，收到数为 0", "the text says that no applications were received";
        RuleRequestsReceived: "收到、受理的政府信息公开申请", "applications received";
        RuleRequestsCompleted: "办结、答复的政府信息公开申请", "applications dealt with";
        RuleRequestsBoth: "“受理并办结”同时是收到数和办结数", "the same number was received and dealt with";
        RuleRequestsInTable: "办理结果或申请人类别，以第三部分表格为准", "an outcome or kind of applicant, which has a cell in section three";
        RuleRequestsUnclear: "不知道说的是申请的哪一项", "it is not clear what is said of the applications";
        RuleOtherYear: "其他年份或多年合计的数字，未录入", "a number of another year, or of several years";
        RulePartOfYear: "半年、季度或月份的数字，未录入", "a number of a half, quarter or month";
        RuleCumulative: "历年累计不是本年数，未录入", "a sum over all years is not the year's number";
        RuleTotalOfYear: "累计数中属于本年的部分是总数", "the part of a cumulative number that is the year's is the total";
        RuleChannelPart: "总数的组成部分，按渠道", "a part of the total, by channel";
        RuleCategoryPart: "总数的组成部分，按类别", "a part of the total, by kind";
        RuleChannelCategory: "某一渠道公开信息的类别", "a kind of what one channel published";
        RuleChannel: "单独计数的公开渠道", "a channel that is counted on its own";
        RuleTotalOfChannel: "只有这一个渠道计了数，也没有别的总数，所以它就是总数", "the only channel that is counted, and nothing else states the total";
        RuleTotal: "写明全年公开各类信息的总数", "the text states how much was published in the year";
        RuleTotalOfField: "写明公开本机关业务信息的总数，其后没有并列的其他类别", "information of the agency's own field, with no other kind after it";
        RuleTotalContinued: "“共计”“合计”承接前文所说的公开信息", "a sum of the published information that was just named";
        RuleTotalWithoutUnit: "没有写量词的总数", "a total without a measure word";
        RuleAddsUp: "连续几项之和正好等于总数，是它的组成部分", "these numbers add up exactly to the total";
        RuleActivity: "举办、办理的事项", "something done or held";
        RuleActivityPart: "前一事项的组成部分", "a part of what was done";
        RuleOfEach: "频次，或每个单位各自的数量，未录入", "a frequency, or the number of each of several";
        RuleShared: "几个数字由几个名称分担，不知道如何对应，未录入", "several numbers are shared among several names";
        RulePartOfUnknown: "不知道是哪个数的组成部分，未录入", "it is not known what this is a part of";
        RuleSecondDivision: "同一总数的另一种分法，只录入第一种", "a second division of the same total; the first was taken";
        RuleContradiction: "同一项有几个不同的数字，未录入", "the text states this figure more than once, differently";
        RuleOtherBody: "其他单位公开的，或不是本机关公开的信息，未录入", "information of another body";
        RuleUnknown: "不知道数的是什么，未录入", "nothing says what is counted";
        Explained(excerpt, field, reason): "“{excerpt}”读作 {field}：{reason}", "“{excerpt}” → {field}: {reason}";
        LeftOut: "未录入", "left out";
        FieldOnly(name, path): "{name}（{path}）", "{name} ({path})";
        MissingRequired(file, fields): "“{file}”中没有找到{fields}。请注明后再试（命令行选项 --agency、--year）。", "{file} does not say {fields}. Give it and try again (--agency, --year on the command line).";
        MissingRequiredHere(file, fields): "“{file}”中没有找到{fields}。请在全文开头加上标题，写明机关名称和年份（如“某县人民政府2020年政府信息公开工作年度报告”），再读取一次。", "{file} does not say {fields}. Add a title at the beginning with the agency's name and the year, and read it again.";
        Agency: "机关名称", "the agency’s name";
        Year: "年份", "the year";
        And: "和", " and ";
        Comma: "、", ", ";
        OlderForm(file, year): "“{file}”是 {year} 年的报告。规定表格从 2019 年的报告开始使用，之前的报告（概述、主动公开、依申请公开、收费减免等）没有这些表格，不能转换。", "{file} is a report for {year}. The statutory form begins with reports for 2019; earlier ones have other sections and no such tables, and cannot be converted.";
        SchoolYear(file): "“{file}”是学校按学年编写的信息公开报告，没有行政机关的规定表格，不能转换。", "{file} is a school's report on a school year, which does not have the statutory form of administrative bodies, and cannot be converted.";
        NoSuchReport(file, found): "“{file}”中有几份报告：{found}，没有所要的机关或年度的一份。请用 --agency、--year 写出其中一份的全称和年度，或将它另存为单独的文件再转换。", "{file} holds several reports: {found}; none is of the given agency or year. Name one of them with --agency and --year, or save it as a file of its own.";
        NotAReport(file): "“{file}”中没有找到政府信息公开工作年度报告的标题或表格。请确认打开的是年度报告本身。", "{file} holds neither the title nor a table of an annual disclosure report. Check that it is the report itself.";
        MissingRequiredInForm(file, fields): "“{file}”中没有找到{fields}。请在下面填写，再点“按此读取”。", "{file} does not say {fields}. Enter it below, then choose “Read with these”.";
        UnknownKind(file, format): "“{file}”的文件类型（{format}）无法读取。请另存为网页（.html）、文本（.txt）或 .docx 后再试；PDF、OFD、.doc、.wps、.rtf、.odt 和电子表格请用命令行程序 gongkai convert 转换。", "{file} is of a kind that cannot be read ({format}). Save it as a web page (.html), text (.txt) or .docx and try again; PDF, OFD, .doc, .wps, .rtf, .odt and spreadsheets are read by the command line, gongkai convert.";
        UnknownKindHere(file, format): "“{file}”的文件类型（{format}）无法读取。请另存为网页（.html）、文本（.txt）、.docx、.doc、.xlsx 或带文字的 PDF 后再试。", "{file} is of a kind that cannot be read ({format}). Save it as a web page (.html), text (.txt), .docx, .doc, .xlsx or a PDF with text and try again.";
        Unknown: "未知", "unknown";
        NoText(file): "“{file}”里只有图片（扫描件），没有文字，无法读取。请找到排版时的 Word 原件直接转换，或用它重新“导出为 PDF”；没有原件的，请把内容录入 Word 后再转换。", "{file} contains only pictures (a scan) and no text. Convert the Word file that it was printed from, or export that file to PDF again. If there is no such file, type the report into Word first.";
        UnnamedCharacters(file, font): "“{file}”里的文字看得见，却读不出来：字体（{font}）没有注明字符编码。请换用该报告的网页版或 Word 原件；也可以用 Word 原件重新“导出为 PDF”后再试。", "The text in {file} can be seen but not read: its font ({font}) does not say which characters it draws. Use the report's web page or Word file, or export the Word file to PDF again.";
        Encoding(file): "“{file}”的文字编码无法识别。请另存为 UTF-8 编码后再试。", "{file} is in no encoding that is known. Save it as UTF-8 and try again.";
        Damaged(file, part): "“{file}”已损坏或不完整（{part}）。请重新保存或下载后再试。", "{file} is damaged or incomplete ({part}). Save or download it again and try again.";
        Encrypted(file): "“{file}”有密码保护。请先取消密码再试。", "{file} is protected by a password. Remove it and try again.";
        FileTooLarge(file, size, limit): "“{file}”有 {size} MB，超过 {limit} MB 的上限。年度报告通常不到 5 MB，请确认文件是否正确。", "{file} has {size} MB, more than the limit of {limit} MB. A report has rarely more than 5 MB; check that it is the right file.";
        TooMany(file, what, limit): "“{file}”的内容超过了年度报告可能的规模（{what}超过 {limit}），没有读取。请确认文件是否正确。", "{file} holds more than a report can ({what}: more than {limit}) and was not read. Check that it is the right file.";
        Cells: "单元格", "cells";
        Blocks: "段落", "paragraphs";
        Characters: "字符", "characters";
        UnpackedBytes: "解压后的字节", "bytes when unpacked";
        Pages: "页", "pages";
    }
}

/// Names a location, for a person who looks for it.
pub fn import_location(locale: Locale, location: Option<Location>) -> String {
    match location {
        Some(Location::Line(line) | Location::SourceLine(line)) => {
            let line = &line.to_string();
            import_text::Line { line }.text(locale)
        }
        Some(Location::Paragraph(number)) => {
            let number = &number.to_string();
            import_text::Paragraph { number }.text(locale)
        }
        Some(Location::Page { page, line }) => {
            let (page, line) = (&page.to_string(), &line.to_string());
            import_text::Page { page, line }.text(locale)
        }
        None => ImportText::Nowhere.text(locale).to_owned(),
    }
}

/// Names a section of the report.
pub fn import_section(locale: Locale, section: FormSection) -> &'static str {
    let text = match section {
        FormSection::Disclosure => ImportText::PartDisclosure,
        FormSection::Proactive => ImportText::PartProactive,
        FormSection::Applications => ImportText::PartApplications,
        FormSection::Reviews => ImportText::PartReviews,
    };
    text.text(locale)
}

/// Formats a note as a line: where it is, what the document says there, what became of it, and the
/// field.
pub fn import_note(locale: Locale, edition: Edition, note: &Note) -> String {
    let path = note.path.as_deref().filter(|path| !path.is_empty());
    let mut sentence = match &note.kind {
        NoteKind::Gap(gap) => gap_text(locale, gap, path.unwrap_or_default()),
        NoteKind::Remark(remark) => remark_text(locale, remark),
    };
    if let Some(path) = path {
        sentence.push_str(&import_text::Field { path }.text(locale));
    }
    note_line(locale, edition, note, &sentence)
}

/// Like [`import_note`], beside a form in which a person corrects the value: names neither the field of the data file
/// nor options of the command line.
pub fn import_note_in_form(locale: Locale, edition: Edition, note: &Note) -> String {
    let path = note.path.as_deref().unwrap_or_default();
    let sentence = match &note.kind {
        NoteKind::Gap(gap) => match gap_in_form(gap, path) {
            Some(text) => text.text(locale).to_owned(),
            None => gap_text(locale, gap, path),
        },
        NoteKind::Remark(remark) => remark_text(locale, remark),
    };
    note_line(locale, edition, note, &sentence)
}

/// Puts the place and the words of the document before a sentence.
fn note_line(locale: Locale, edition: Edition, note: &Note, sentence: &str) -> String {
    let excerpt = &note.excerpt;
    // An object without text would be quoted as an empty box.
    let has_text = excerpt.chars().any(|char| char != '\u{fffc}');
    let quoted = if has_text {
        import_text::Quoted { excerpt }.text(locale)
    } else {
        String::new()
    };
    let sentence = [&quoted, sentence].concat();
    let location = &place(locale, edition, note);
    let sentence = &sentence;
    import_text::Lead { location, sentence }.text(locale)
}

/// Says why a rule of the prose reader takes a number or leaves it out.
pub fn import_rule(locale: Locale, rule: ProseRule) -> &'static str {
    let text = match rule {
        ProseRule::Unclear => ImportText::RuleUnclear,
        ProseRule::Money => ImportText::RuleMoney,
        ProseRule::Compared => ImportText::RuleCompared,
        ProseRule::RequestsNone => ImportText::RuleRequestsNone,
        ProseRule::RequestsReceived => ImportText::RuleRequestsReceived,
        ProseRule::RequestsCompleted => ImportText::RuleRequestsCompleted,
        ProseRule::RequestsBoth => ImportText::RuleRequestsBoth,
        ProseRule::RequestsInTable => ImportText::RuleRequestsInTable,
        ProseRule::RequestsUnclear => ImportText::RuleRequestsUnclear,
        ProseRule::OtherYear => ImportText::RuleOtherYear,
        ProseRule::PartOfYear => ImportText::RulePartOfYear,
        ProseRule::Cumulative => ImportText::RuleCumulative,
        ProseRule::TotalOfYear => ImportText::RuleTotalOfYear,
        ProseRule::ChannelPart => ImportText::RuleChannelPart,
        ProseRule::CategoryPart => ImportText::RuleCategoryPart,
        ProseRule::ChannelCategory => ImportText::RuleChannelCategory,
        ProseRule::Channel => ImportText::RuleChannel,
        ProseRule::TotalOfChannel => ImportText::RuleTotalOfChannel,
        ProseRule::Total => ImportText::RuleTotal,
        ProseRule::TotalOfField => ImportText::RuleTotalOfField,
        ProseRule::TotalContinued => ImportText::RuleTotalContinued,
        ProseRule::TotalWithoutUnit => ImportText::RuleTotalWithoutUnit,
        ProseRule::AddsUp => ImportText::RuleAddsUp,
        ProseRule::Activity => ImportText::RuleActivity,
        ProseRule::ActivityPart => ImportText::RuleActivityPart,
        ProseRule::OfEach => ImportText::RuleOfEach,
        ProseRule::Shared => ImportText::RuleShared,
        ProseRule::PartOfUnknown => ImportText::RulePartOfUnknown,
        ProseRule::SecondDivision => ImportText::RuleSecondDivision,
        ProseRule::Contradiction => ImportText::RuleContradiction,
        ProseRule::OtherBody => ImportText::RuleOtherBody,
        ProseRule::Unknown => ImportText::RuleUnknown,
    };
    text.text(locale)
}

/// Formats an explanation as a line: where, the number, the field and the rule.
pub fn import_explanation(locale: Locale, edition: Edition, explanation: &Explanation) -> String {
    let excerpt: String = explanation.text.chars().take(80).collect();
    let excerpt = &excerpt.replace('\n', " ");
    let field = match explanation.path.as_deref() {
        Some(path) => {
            let name = explanation.name.clone();
            match &name.or_else(|| field_name(locale, edition, path)) {
                Some(name) => import_text::FieldOnly { name, path }.text(locale),
                None => path.to_owned(),
            }
        }
        None => ImportText::LeftOut.text(locale).to_owned(),
    };
    let reason = import_rule(locale, explanation.rule);
    let code = explanation.rule.code();
    let reason = &[reason, " [", code, "]"].concat();
    let field = &field;
    let sentence = &import_text::Explained {
        excerpt,
        field,
        reason,
    }
    .text(locale);
    let location = &import_location(locale, explanation.location);
    import_text::Lead { location, sentence }.text(locale)
}

/// Names the place of a note as a reader of the document finds it.
fn place(locale: Locale, edition: Edition, note: &Note) -> String {
    let path = note.path.as_deref().unwrap_or_default();
    let section = section_of(path).map(|section| import_section(locale, section));
    let seen = note.place.as_ref().map(|place| match place {
        // The excerpt itself begins the paragraph.
        Place::Line { beginning } if note.excerpt.starts_with(beginning) => String::new(),
        Place::Line { beginning } => import_text::Beginning { beginning }.text(locale),
        Place::Row { table, row } => {
            let (table, row) = (&table.to_string(), &row.to_string());
            import_text::TableRow { table, row }.text(locale)
        }
    });
    let seen = seen.filter(|seen| !seen.is_empty());
    let location = match (note.location, seen, section) {
        (Some(page @ Location::Page { .. }), Some(row), _) => {
            let place = &import_location(locale, Some(page));
            import_text::Both { place, row: &row }.text(locale)
        }
        (Some(line @ (Location::Line(_) | Location::Page { .. })), _, _) => {
            import_location(locale, Some(line))
        }
        (Some(_), Some(seen), _) => seen,
        (None, _, Some(section)) => section.to_owned(),
        (location, None, _) => import_location(locale, location),
        (None, Some(seen), None) => seen,
    };
    named_place(locale, edition, path, &location).unwrap_or(location)
}

/// Adds the names of a field's row and column to a place.
fn named_place(locale: Locale, edition: Edition, path: &str, place: &str) -> Option<String> {
    let name = field_name(locale, edition, path)?;
    Some(match row_and_column(locale, edition, path) {
        Some((row, column)) => import_text::Cell {
            place,
            row: &row,
            column,
        }
        .text(locale),
        None if section_of(path).is_some_and(|section| section != FormSection::Disclosure) => {
            import_text::Row { place, row: &name }.text(locale)
        }
        None => import_text::NamedPlace { place, name: &name }.text(locale),
    })
}

/// The names of the row and column of a cell.
fn row_and_column(locale: Locale, edition: Edition, path: &str) -> Option<(String, &'static str)> {
    match CellRef::cells().find(|cell| cell.path() == path)? {
        CellRef::Proactive(row, column) => Some((
            proactive_label(locale, edition, row).to_owned(),
            proactive_column_label(locale, edition, row, column),
        )),
        CellRef::Application(row, column) => {
            Some((row_name(locale, row), applicant_label(locale, column)))
        }
        CellRef::Review(block, column) => Some((
            block_label(locale, block).to_owned(),
            block_column_label(locale, column),
        )),
        _ => None,
    }
}

/// The section that a field belongs to.
fn section_of(path: &str) -> Option<FormSection> {
    match path.split(['.', '[']).next()? {
        "disclosure" => Some(FormSection::Disclosure),
        "proactive" => Some(FormSection::Proactive),
        "applications" => Some(FormSection::Applications),
        "reviews" => Some(FormSection::Reviews),
        _ => None,
    }
}

/// Explains why something was left out, where that differs in a form.
fn gap_in_form(gap: &Gap, path: &str) -> Option<ImportText> {
    Some(match gap {
        Gap::NotANumber if path.ends_with(".amount") => ImportText::NotAnAmountInForm,
        Gap::NotANumber => ImportText::NotANumberInForm,
        Gap::OtherReport => ImportText::OtherReportInForm,
        Gap::Required => ImportText::RequiredInForm,
        _ => return None,
    })
}

/// Explains why something was left out. `path` is its field, or empty.
fn gap_text(locale: Locale, gap: &Gap, path: &str) -> String {
    let text = match gap {
        Gap::NoTable(FormSection::Disclosure) => ImportText::NoSectionOne,
        Gap::NoTable(section) => {
            let section = import_section(locale, *section);
            return import_text::NoTable { section }.text(locale);
        }
        Gap::NoRow => ImportText::NoRow,
        Gap::UnknownRow => ImportText::UnknownRow,
        Gap::TwiceDifferent => ImportText::TwiceDifferent,
        Gap::CellCount { expected, found } => {
            let (expected, found) = (&expected.to_string(), &found.to_string());
            return import_text::CellCount { expected, found }.text(locale);
        }
        Gap::NotANumber if path.ends_with(".amount") => ImportText::NotAnAmount,
        Gap::NotANumber => ImportText::NotANumber,
        Gap::Unreadable => ImportText::Unreadable,
        Gap::Negative => ImportText::Negative,
        Gap::TooLarge => ImportText::TooLarge,
        Gap::OtherReport => ImportText::OtherReport,
        Gap::Edition => ImportText::GapEdition,
        Gap::Reversed => ImportText::Reversed,
        Gap::Ambiguous => ImportText::Ambiguous,
        Gap::LooseNumber => ImportText::LooseNumber,
        Gap::LongParagraph { limit } => {
            let limit = &limit.to_string();
            return import_text::LongParagraph { limit }.text(locale);
        }
        Gap::ScannedPage => ImportText::ScannedPage,
        Gap::DoubtfulFont => ImportText::DoubtfulFont,
        Gap::Elsewhere(kind) => elsewhere_text(*kind),
        Gap::Required => ImportText::Required,
    };
    text.text(locale).to_owned()
}

fn elsewhere_text(kind: ElsewhereKind) -> ImportText {
    match kind {
        ElsewhereKind::Attachment => ImportText::Attachment,
        ElsewhereKind::Frame => ImportText::Frame,
        ElsewhereKind::Script => ImportText::Script,
        ElsewhereKind::InsertedFile => ImportText::InsertedFile,
        ElsewhereKind::EmbeddedSheet => ImportText::EmbeddedSheet,
    }
}

/// Explains how something was read.
fn remark_text(locale: Locale, remark: &Remark) -> String {
    let text = match remark {
        Remark::EditionOfOtherYear => ImportText::OtherYear,
        Remark::HeadingsAssumed => ImportText::HeadingsAssumed,
        Remark::NoUnit => ImportText::NoUnit,
        Remark::Misprint { read } => return import_text::Misprint { read }.text(locale),
        Remark::TwiceAlike => ImportText::TwiceAlike,
        Remark::Skipped => ImportText::Skipped,
        Remark::InTable => ImportText::InTable,
        Remark::OfEach => ImportText::OfEach,
        Remark::NoField => ImportText::NoField,
        Remark::NotApplicable { count } => {
            let count = &count.to_string();
            return import_text::NotApplicable { count }.text(locale);
        }
        Remark::AsPrinted => ImportText::AsPrinted,
        Remark::Chosen { read } => return import_text::Chosen { read }.text(locale),
    };
    text.text(locale).to_owned()
}

fn field_list(locale: Locale, fields: &[RequiredField]) -> String {
    let names = fields.iter().map(|field| match field {
        RequiredField::Agency => ImportText::Agency.text(locale),
        RequiredField::Year => ImportText::Year.text(locale),
    });
    let and = ImportText::And.text(locale);
    names.collect::<Vec<_>>().join(and)
}

/// Like [`import_error`], above a form that asks for what the file does not say.
pub fn import_error_in_form(locale: Locale, file: &str, error: &ImportError) -> String {
    match error {
        ImportError::MissingRequired { what } => {
            let fields = &field_list(locale, what);
            import_text::MissingRequiredInForm { file, fields }.text(locale)
        }
        _ => import_error(locale, file, error),
    }
}

/// Explains in one sentence why a file could not be read, and what to do.
pub fn import_error(locale: Locale, file: &str, error: &ImportError) -> String {
    match error {
        ImportError::OlderForm { year } => {
            let year = &year.to_string();
            import_text::OlderForm { file, year }.text(locale)
        }
        ImportError::SchoolYear => import_text::SchoolYear { file }.text(locale),
        ImportError::NoSuchReport { found } => {
            let separator = ImportText::Comma.text(locale);
            let found = &found.join(separator);
            import_text::NoSuchReport { file, found }.text(locale)
        }
        ImportError::NotAReport => import_text::NotAReport { file }.text(locale),
        ImportError::Elsewhere { kind, name } => {
            let sentence = elsewhere_text(*kind).text(locale);
            let name = &if name.is_empty() {
                String::new()
            } else {
                import_text::Named { name }.text(locale)
            };
            import_text::Elsewhere {
                file,
                name,
                sentence,
            }
            .text(locale)
        }
        ImportError::MissingRequired { what } => {
            let fields = &field_list(locale, what);
            // Only the command line has options for them.
            if cfg!(target_family = "wasm") {
                import_text::MissingRequiredHere { file, fields }.text(locale)
            } else {
                import_text::MissingRequired { file, fields }.text(locale)
            }
        }
        ImportError::UnknownKind { seems } => {
            let format = seems.unwrap_or(ImportText::Unknown.text(locale));
            // The browser does not read PDF, the command line does.
            if cfg!(feature = "pdf") {
                import_text::UnknownKindHere { file, format }.text(locale)
            } else {
                import_text::UnknownKind { file, format }.text(locale)
            }
        }
        ImportError::NoText => import_text::NoText { file }.text(locale),
        ImportError::UnnamedCharacters { font } => {
            import_text::UnnamedCharacters { file, font }.text(locale)
        }
        ImportError::Encoding => import_text::Encoding { file }.text(locale),
        ImportError::Damaged { part } => import_text::Damaged { file, part }.text(locale),
        ImportError::Encrypted => import_text::Encrypted { file }.text(locale),
        ImportError::TooLarge { size, limit } => {
            let megabytes = |bytes: u64| (bytes / 1_048_576).max(1).to_string();
            let (size, limit) = (&megabytes(*size), &megabytes(*limit));
            import_text::FileTooLarge { file, size, limit }.text(locale)
        }
        ImportError::TooMany { what, limit } => {
            let what = match what {
                Resource::Cells => ImportText::Cells,
                Resource::Blocks => ImportText::Blocks,
                Resource::Characters => ImportText::Characters,
                Resource::UnpackedBytes => ImportText::UnpackedBytes,
                Resource::Pages => ImportText::Pages,
            };
            let what = what.text(locale);
            let limit = &limit.to_string();
            import_text::TooMany { file, what, limit }.text(locale)
        }
    }
}
