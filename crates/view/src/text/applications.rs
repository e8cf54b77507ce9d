//! The texts of the view of applications.

use gongkai_i18n::texts;

texts! {
    /// Findings, details and choices of the view of applications.
    ApplicationsText {
        FlowFrom: "起点", "Begin with";
        FlowFromApplicants: "申请人", "Applicants";
        FlowFromCases: "新收和结转", "New and carried in";
        Outcomes: "结果", "Outcomes";
        OutcomesGroups: "大类", "Groups";
        OutcomesEach: "逐项", "Each";

        Rate: "全年办结 {0} 件，其中予以公开和部分公开 {1} 件（{1} ÷ {0} = {2}）。", "{1} of {0} completed {0|application was|applications were} granted or partly granted ({1} ÷ {0} = {2}).";
        RateOne: "全年办结 {0} 件，其中{1} {2} 件（{2} ÷ {0} = {3}）；“{4}”没有填写数字。", "Of {0} completed {0|application|applications}, {1}: {2} ({2} ÷ {0} = {3}); no number is printed for “{4}”.";
        NoRate: "全年办结 {0} 件；“予以公开”和“部分公开”没有填写数字。", "{0} {0|application|applications} completed; no number is printed for “granted” and “partly granted”.";
        NoneCompleted: "本年新收 {0} 件，上年结转 {1} 件，办结 0 件，结转下年度 {2} 件。", "New this year: {0}; carried in: {1}; completed: 0; carried out to next year: {2}.";
        NoCompleted: "本年新收 {0} 件，上年结转 {1} 件；没有填写可用的办结数字。", "New this year: {0}; carried in: {1}; no usable number of completed cases is printed.";
        NoApplications: "本年没有收到申请，也没有上年结转。", "No application was received this year and none was carried in from last year.";
        AllZero: "表中填写的数字均为 0。", "Every number printed in the table is 0.";
        MoreThan: "超过 {0}", "more than {0}";

        CaptionApplicants: "从申请人到办理结果（件）", "From applicants to outcomes (cases)";
        CaptionCases: "从新收和结转到办理结果（件）", "From new and carried-in cases to outcomes (cases)";
        StageApplicants: "申请人", "Who asked";
        StageCases: "来源", "Where from";
        StageOutcomes: "结果", "What they got";
        ColumnRow: "表中各行", "Row of the form";
        ToHandle: "应办理申请", "Cases to handle";

        OutcomeDetail: "{0}：{1} 件，占办结 {2} 件的 {3}（{1} ÷ {2}）。", "{0}: {1} of {2} completed, {3} ({1} ÷ {2}).";
        SourceDetail: "{0}：{1} 件，占应办理 {2} 件的 {3}（{1} ÷ {2}）。", "{0}: {1} of {2} cases to handle, {3} ({1} ÷ {2}).";
        PlainDetail: "{0}：{1} 件。", "{0}: {1} {1|case|cases}.";
        StateDetail: "{0}：{1}，没有数字。", "{0}: {1}, no number.";
        ApplicantParts: "其中本年新收 {0}，上年结转 {1}。", " New this year: {0}; carried in: {1}.";
        ApplicantMost: "最多的结果：{0}。", " Largest outcomes: {0}.";
        ToHandleDetail: "应办理申请：本年新收 {0} + 上年结转 {1} = {2} 件。", "Cases to handle: new this year {0} + carried in {1} = {2}.";
        Item: "{0} {1} 件", "{0} ({1})";
        Separator: "、", "; ";

        SummaryFrom: "本年新收 {0}，上年结转 {1}。", "New this year: {0}; carried in from last year: {1}.";
        SummaryApplicants: "申请人：{0}。", " Applicants: {0}.";
        SummaryOutcomes: "结果：{0}；其余没有大于 0 的数字。", " Outcomes: {0}; the rest have no number above 0.";
        SummaryAllOutcomes: "结果：{0}。", " Outcomes: {0}.";

        CasesNote: "申请表没有写明新收的和上年结转的各有哪些结果，所以两者先并入“应办理申请”，再分到各项结果。", "The form does not say which outcomes the new and the carried-in cases had, so both run into “cases to handle” before the outcomes.";
        ApplicantsNote: "申请人的件数 = 本年新收 + 上年结转，由组件相加。", "The number beside an applicant is new this year + carried in, added up here.";
        GroupsNote: "不予公开、无法提供、不予处理等大类的件数由表中各项相加，表中没有印出。", "The numbers of groups such as “refused” are added up here from their rows; the form does not print them.";
        CompletedSummed: "办理结果的“总计”没有填写数字，办结件数由各项结果相加。", "No number is printed for the total of outcomes: completed cases are added up from the outcomes.";
        TotalsSummed: "以下各行的“总计”一格没有数字，用六类申请人相加代替：{0}。", "The total column has no number in these rows, so the six kinds of applicant are added up instead: {0}.";
        RowsMissing: "报告没有提供以下各行，图表中也没有：{0}。", "The report does not give these rows, and they are not drawn: {0}.";
        SidesDiffer: "新收和结转共 {0} 件，各项结果和结转下年度共 {1} 件，相差 {2} 件；两边按各自的数字、用同一比例画出。", "New and carried-in cases come to {0}, outcomes and carried-out cases to {1}, a difference of {2}; each side is drawn by its own numbers, on one scale.";
        RowsDiffer: "以下各行的六类申请人相加与“总计”不同，图中的带与条因此不等宽：{0}。", "In these rows the six kinds of applicant do not add up to the total, so bands and bars differ in width: {0}.";
        ApplicantsDiffer: "以下申请人的新收和结转与各项结果之和不同，图中的带与条因此不等宽：{0}。", "For these applicants new and carried-in cases differ from the sum of outcomes, so bands and bars differ in width: {0}.";
    }
}
