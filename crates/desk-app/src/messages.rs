//! The texts of the desk.

use gongkai_i18n::texts;

texts! {
    /// The labels of the desk and its messages.
    DeskText in desk_text {
        Title: "年报工作台", "Annual report desk";
        Lead: "把年报放进来，核对读到的数字，拿走网站要用的文件。", "Put the annual report in, check the numbers read from it, and take away the files for your website.";
        StepOpen: "放入年报文件", "Put in the report";
        StepMend: "对照原文，核对、补齐数字", "Check and complete the numbers beside the source";
        StepTake: "预览，然后拿走要上传的文件", "Preview it, and take away what to upload";
        Private: "全程在您的浏览器里进行：不联网，不上传任何内容。", "Everything happens in your browser: no network, nothing is uploaded.";
        Choose: "选择年报文件", "Choose report files";
        ChooseMore: "再打开文件", "Open more files";
        Drop: "也可以把文件拖到这里。", "Or drop files here.";
        Formats: "可以放 Word、WPS、PDF、Excel、OFD、网页、文本，也可以放以前保存的数据文件（JSON）。可一次放多份。", "Word, WPS, PDF, Excel, OFD, web pages and text, or a data file (JSON) saved earlier; several at once.";
        Paste: "或者从 Word、WPS、Excel、网页复制报告全文，粘贴到这里", "Or copy the whole report in Word, WPS, Excel or a browser and paste it here";
        ReadPasted: "读取粘贴的内容", "Read what is pasted";
        Pasted: "粘贴的内容", "pasted text";
        Files: "文件", "Files";
        Close(file): "移出“{file}”", "Remove {file}";
        CloseShort: "移出", "Remove";
        Cancel(file): "取消读取“{file}”", "Stop reading {file}";
        CancelShort: "取消", "Cancel";
        Reading: "正在读取……", "Reading…";
        ReadingPage(done, of): "正在读取，第 {done} 页，共 {of} 页", "Reading page {done} of {of}";
        Stopped(file): "“{file}”读到一半停住了：文件可能已损坏，或者太大。请用 Word、WPS 打开它，另存为 .docx 后再试。", "Reading {file} stopped halfway: it may be damaged or too large. Open it in Word or WPS, save it as .docx and try again.";
        NotRead: "未能读取", "Could not be read";
        Gaps(count): "还有 {count} 处要核对", "{count} {count|thing|things} to check";
        Checked: "已核对", "Checked";
        Saved: "已交付", "Handed over";
        AgencyName: "机关名称", "Name of the agency";
        Year: "报告年度", "Report year";
        ReadAgain: "按此读取", "Read with these";
        Undo: "撤销", "Undo";
        Redo: "重做", "Redo";
        Source: "原文", "Source";
        SourceHint: "点数字，找到它填在哪一格。", "Choose a number to find its cell.";
        NoSource: "这份报告是从数据文件打开的，没有原文可对照。", "This report was opened from a data file, so there is no source to compare with.";
        PageForm: "填写", "Form";
        PageChecks: "核验", "Checks";
        PagePreview: "预览", "Preview";
        PageHandOver: "交付", "Hand over";
        Head: "基本信息", "About the report";
        DivisionCode: "统计用区划代码（可不填）", "Division code (optional)";
        PeriodFrom: "统计期限起", "Period from";
        PeriodTo: "统计期限止", "Period to";
        SourceTitle: "报告标题", "Title of the report";
        SourceAddress: "报告网址", "Address of the report";
        Published: "公布日期", "Date of publication";
        Edition: "表格式样", "Edition of the form";
        Edition2019: "2019 年式样（2019、2020 年度）", "2019 form (for 2019 and 2020)";
        Edition2021: "2021 年式样（2021 年度起）", "2021 form (from 2021 on)";
        EditionLoses(count): "换成这种式样会去掉它没有的 {count} 个数字；可以撤销。", "{count} {count|number|numbers} that this form lacks will be removed; this can be undone.";
        SectionOne: "一、总体情况", "I. Overview";
        SectionTwo: "二、主动公开政府信息情况", "II. Proactive disclosure";
        SectionThree: "三、收到和处理政府信息公开申请情况", "III. Applications received and processed";
        SectionFour: "四、政府信息公开行政复议、行政诉讼情况", "IV. Reconsideration and litigation";
        Prose: "正文", "Text of the report";
        Paragraphs(count): "{count} 段", "{count} {count|paragraph|paragraphs}";
        SectionTitle: "小标题", "Heading";
        ParagraphsHint: "一行是一段。", "One paragraph a line.";
        AddSection: "添加一部分", "Add a section";
        NewSection: "新的部分", "New section";
        Total: "主动公开总数", "Total published";
        Categories: "信息种类", "Kinds of information";
        Channels: "公开渠道", "Channels";
        ChannelKinds(name): "“{name}”公开的信息种类", "Kinds of information published through {name}";
        Activities: "活动与互动", "Activities";
        StatedReceived: "正文所述收到申请", "Applications received, by the text";
        StatedCompleted: "正文所述办结申请", "Applications completed, by the text";
        Name: "名称", "Name";
        Count: "数量", "Number";
        Unit: "单位", "Unit";
        Hedge: "约数", "Hedge";
        Exact: "（确数）", "(exact)";
        Over: "余、多", "over";
        Nearly: "近", "nearly";
        About: "约", "about";
        CoverAll: "各项之和就是总数", "They add up to the total";
        CoverSome: "只列出一部分", "Only some are listed";
        CoverUnknown: "没有说明", "Not stated";
        Cover: "与总数的关系", "Relation to the total";
        Add: "添加一行", "Add a row";
        Remove(name): "删除“{name}”", "Remove {name}";
        RemoveShort: "删除", "Remove";
        Up(name): "上移“{name}”", "Move {name} up";
        StatusRead: "读自原文", "Read from the source";
        StatusAssumed: "已读取，待确认", "Read, to be confirmed";
        StatusLeftOut: "原文有，未能读取", "In the source, not read";
        StatusMissing: "未录入", "Not entered";
        StatusMended: "手工填写", "Entered by hand";
        Blank: "空白", "Blank";
        Slash: "/（不适用）", "/ (not applicable)";
        Zero: "0", "0";
        NotEntered: "未录入", "Not entered";
        SetTo: "这一格：", "This cell:";
        NoCell: "选中表格中的一格，这里显示它的来源，并可设为空白、“/”或未录入。", "Choose a cell of the form: its source is shown here, and it can be set to blank, “/” or not entered.";
        PutInto(text): "把“{text}”填入这一格", "Put “{text}” into this cell";
        Picked(text): "原文中的“{text}”还没有填入表格。", "“{text}” in the source is not in the form yet.";
        PutIntoWhich: "填入……", "Put it into…";
        PutIntoOther(text): "把“{text}”填入哪一格", "The cell to put “{text}” into";
        ChooseCell: "要填入表格，请选中要填的那一格。", "To put it into the form, choose the cell.";
        ErrorNotANumber(text): "“{text}”不是整数。这里可填整数、“/”或留空。", "“{text}” is not a whole number. Enter a whole number, “/”, or nothing.";
        ErrorNotAnAmount(text): "“{text}”不是金额。请填数字和单位，如 21207.84 万元。", "“{text}” is not an amount. Enter a number and its unit, such as 21207.84 万元.";
        ErrorNegative(text): "“{text}”是负数，只有“本年增减”可以为负。", "“{text}” is negative; only a change from last year can be.";
        ErrorTooLarge(text): "“{text}”位数太多。", "“{text}” has too many digits.";
        ErrorComma(text): "“{text}”里的逗号不是千位分隔符。", "The comma in “{text}” does not separate thousands.";
        PasteProblems(count, texts): "{count} 项没有填入：{texts}", "{count} {count|item was|items were} not filled in: {texts}";
        NextNote: "下一处要核对", "Next to check";
        NoNotes: "没有要核对的了。", "Nothing is left to check.";
        NotesLeft(count): "还有 {count} 处要核对", "{count} left to check";
        Confirm: "确认无误", "Confirm";
        ConfirmKey: "按 Ctrl+Enter：确认，并到下一处", "Ctrl+Enter confirms and goes on";
        ChecksAgree(count): "{count} 处应当对得上的数字都对得上。", "All {count} checks of the numbers agree.";
        ChecksFail(count, failed): "{count} 处应当对得上的数字，有 {failed} 处对不上：", "{failed} of {count} checks found numbers that do not agree:";
        ShowCells: "看这些格", "Show the cells";
        Explanation: "本机关的说明（可不写，会显示在核验结果旁）", "Explanation by the agency (optional; shown beside the finding)";
        PreviewWidth: "预览宽度", "Width";
        Phone: "手机", "Phone";
        Desktop: "电脑", "Desktop";
        PreviewLanguage: "预览语言", "Language of the preview";
        Invalid: "报告还不能交付：", "The report cannot be handed over yet:";
        NoAgency: "请填写机关名称。", "Enter the name of the agency.";
        Folder: "上传到网站的文件夹", "The folder for your website";
        FolderUse(count): "把下面 {count} 份年报做成一个压缩包。解压后整个文件夹上传到网站即可，里面有网页、数据和图表组件，不用改任何代码。", "One ZIP of {count} {count|report|reports}. Unpack it and upload the whole folder: pages, data and the widget are in it, and no code needs changing.";
        SaveFolder: "保存要上传的文件夹（ZIP）", "Save the folder to upload (ZIP)";
        Making: "正在生成……", "Making it…";
        FolderFailed: "没有生成。请刷新页面后再试。", "It could not be made. Reload the page and try again.";
        FolderWithout(files): "这些还不能交付，没有放入：{files}", "Not complete yet and not in it: {files}";
        FolderSame(files): "与另一份是同一机关、同一年度，没有放入：{files}", "Not in it, because another report is of the same agency and year: {files}";
        FolderHint: "以前发布过的年报也要放进来（打开它们的数据文件），首页才会一起列出。", "Reports that were published before belong in it too (open their data files), or the list will lack them.";
        OneReport: "只要这一份年报的文件", "Files of this report alone";
        SaveJson: "保存数据文件（JSON）", "Save the data file (JSON)";
        SavePage: "保存网页（HTML）", "Save the page (HTML)";
        JsonUse: "数据文件供图表组件读取，也可以下次在这里打开，继续修改。", "The widget reads the data file; it can also be opened here again.";
        PageUse: "网页与数据文件、gongkai 文件夹一起上传。没有脚本的浏览器也能阅读。", "Upload the page with the data file and the gongkai folder. Browsers without scripts can read it too.";
        EmbedLines: "嵌入已有网页时粘贴的代码", "Lines to paste into an existing page";
        Changes(count): "与打开时相比，改动了 {count} 格", "{count} {count|cell differs|cells differ} from when the report was opened";
        ChangedParts(parts): "表格以外改动了：{parts}", "Also changed: {parts}";
        Period: "统计期限", "Period";
        SourcePart: "报告标题、网址或公布日期", "title, address or date of the report";
        Explanations: "本机关的说明", "Explanations by the agency";
        Comma: "、", ", ";
        NoChanges: "与打开时相比，表格没有改动。", "The tables are as they were opened.";
        ChangeHeads: "栏目|打开时|现在", "Cell|As opened|Now";
        SavedAs(file): "已交给浏览器保存：{file}", "Handed to the browser to save: {file}";
        Keep: "在这台电脑的这个浏览器里保留草稿，下次可以接着做（公用电脑请不要选）", "Keep the draft in this browser on this computer, to go on later (not on a shared computer)";
        KeepRefused: "这个浏览器不允许保留草稿。请保存数据文件，下次打开它即可继续。", "This browser does not keep drafts. Save the data file and open it again to go on.";
        Kept: "打开上次保留的草稿", "Open the draft kept last time";
        KeptName: "保留的草稿", "kept draft";
        Page(number): "第 {number} 页", "Page {number}";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongkai_i18n::Locale;
    use gongkai_testing::texts::*;
    use gongkai_testing::texts_of;

    #[test]
    fn every_text_is_there_in_both_languages() {
        let all = texts_of!(Locale; DeskText);
        assert_complete(&all);
    }
}
