//! The texts of the view of applications.

use gongkai_i18n::texts;

texts! {
    /// Findings, details and choices of the view of applications.
    ApplicationsText in applications_text {
        FlowFrom: "起点", "Begin with";
        FlowFromApplicants: "申请人", "Applicants";
        FlowFromCases: "新收和结转", "New and carried in";
        Outcomes: "结果", "Outcomes";
        OutcomesGroups: "大类", "Groups";
        OutcomesEach: "逐项", "Each";

        Rate(completed, answered, share): "全年办结 {completed} 件，其中予以公开和部分公开 {answered} 件（{answered} ÷ {completed} = {share}）。", "{answered} of {completed} completed {completed|application was|applications were} granted or partly granted ({answered} ÷ {completed} = {share}).";
        RateOne(completed, row, answered, share, missing): "全年办结 {completed} 件，其中{row} {answered} 件（{answered} ÷ {completed} = {share}）；“{missing}”没有填写数字。", "Of {completed} completed {completed|application|applications}, {row}: {answered} ({answered} ÷ {completed} = {share}); no number is printed for “{missing}”.";
        NoRate(completed): "全年办结 {completed} 件；“予以公开”和“部分公开”没有填写数字。", "{completed} {completed|application|applications} completed; no number is printed for “granted” and “partly granted”.";
        NoneCompleted(received, carried_in, carried_out): "本年新收 {received} 件，上年结转 {carried_in} 件，办结 0 件，结转下年度 {carried_out} 件。", "New this year: {received}; carried in: {carried_in}; completed: 0; carried out to next year: {carried_out}.";
        NoCompleted(received, carried_in): "本年新收 {received} 件，上年结转 {carried_in} 件；办结件数没有填写，或未能读取。", "New this year: {received}; carried in: {carried_in}; no usable number of completed cases.";
        NoApplications: "本年没有收到申请，也没有上年结转。", "No application was received this year and none was carried in from last year.";
        AllZero: "申请表填写的各项都是 0。", "Every number printed in the table is 0.";
        ZeroUnlikeText: "申请表各项都填 0，正文却不是这样写的。", "Every number in the applications table is 0, but the text says otherwise.";
        MoreThan(count): "超过 {count}", "more than {count}";

        CaptionApplicants: "从申请人到办理结果（件）", "From applicants to outcomes (cases)";
        CaptionCases: "从新收和结转到办理结果（件）", "From new and carried-in cases to outcomes (cases)";
        StageApplicants: "申请人", "Who asked";
        StageCases: "来源", "Where from";
        StageOutcomes: "结果", "What they got";
        ColumnRow: "表中各行", "Row of the form";
        ToHandle: "应办理申请", "Cases to handle";

        OutcomeDetail(outcome, cases, completed, share): "{outcome}：{cases} 件，占办结 {completed} 件的 {share}（{cases} ÷ {completed}）。", "{outcome}: {cases} of {completed} completed, {share} ({cases} ÷ {completed}).";
        SourceDetail(source, cases, to_handle, share): "{source}：{cases} 件，占应办理 {to_handle} 件的 {share}（{cases} ÷ {to_handle}）。", "{source}: {cases} of {to_handle} cases to handle, {share} ({cases} ÷ {to_handle}).";
        PlainDetail(name, cases): "{name}：{cases} 件。", "{name}: {cases} {cases|case|cases}.";
        StateDetail(name, state): "{name}：{state}，没有数字。", "{name}: {state}, no number.";
        ApplicantParts(received, carried_in): "其中本年新收 {received}，上年结转 {carried_in}。", " New this year: {received}; carried in: {carried_in}.";
        ApplicantMost(outcomes): "最多的结果：{outcomes}。", " Largest outcomes: {outcomes}.";
        ToHandleDetail(received, carried_in, to_handle): "应办理申请：本年新收 {received} + 上年结转 {carried_in} = {to_handle} 件。", "Cases to handle: new this year {received} + carried in {carried_in} = {to_handle}.";
        Item(name, cases): "{name} {cases} 件", "{name} ({cases})";
        Separator: "、", "; ";

        SummaryFrom(received, carried_in): "本年新收 {received}，上年结转 {carried_in}。", "New this year: {received}; carried in from last year: {carried_in}.";
        SummaryApplicants(applicants): "申请人：{applicants}。", " Applicants: {applicants}.";
        SummaryOutcomes(outcomes): "结果：{outcomes}；其余各项都是 0 或未填。", " Outcomes: {outcomes}; the rest are 0 or not filled in.";
        SummaryAllOutcomes(outcomes): "结果：{outcomes}。", " Outcomes: {outcomes}.";

        CasesNote: "申请表没有写明新收的和上年结转的各有哪些结果，所以两者先并入“应办理申请”，再分到各项结果。", "The form does not say which outcomes the new and the carried-in cases had, so both run into “cases to handle” before the outcomes.";
        ApplicantsNote: "申请人的件数 = 本年新收 + 上年结转，是相加得出的。", "The number beside an applicant is new this year + carried in, added up here.";
        GroupsNote: "不予公开、无法提供、不予处理等大类的件数由表中各项相加，表中没有印出。", "The numbers of groups such as “refused” are added up here from their rows; the form does not print them.";
        CompletedSummed: "办理结果的“总计”没有填写数字，办结件数由各项结果相加。", "No number is printed for the total of outcomes: completed cases are added up from the outcomes.";
        TotalsSummed(rows): "以下各行的“总计”一格没有数字，用六类申请人相加代替：{rows}。", "The total column has no number in these rows, so the six kinds of applicant are added up instead: {rows}.";
        RowsMissing(rows): "以下各行未录入，图表中也没有：{rows}。", "These rows were not read and are not drawn: {rows}.";
        CellsMissing(rows): "以下各行有的格未录入，相加时不含这些格，不等于 0：{rows}。", "Some cells of these rows were not read; sums leave them out, and they are not 0: {rows}.";
        SidesDiffer(from, to, difference): "新收和结转共 {from} 件，各项结果和结转下年度共 {to} 件，相差 {difference} 件；两边按各自的数字、用同一比例画出。", "New and carried-in cases come to {from}, outcomes and carried-out cases to {to}, a difference of {difference}; each side is drawn by its own numbers, on one scale.";
        RowsDiffer(rows): "以下各行的六类申请人相加与“总计”不同，所以图中两端的宽度不一样：{rows}。", "In these rows the six kinds of applicant do not add up to the total, so the two ends of the diagram differ in width: {rows}.";
        ApplicantsDiffer(applicants): "以下申请人的新收和结转与各项结果之和不同，所以图中两端的宽度不一样：{applicants}。", "For these applicants new and carried-in cases differ from the sum of outcomes, so the two ends of the diagram differ in width: {applicants}.";
    }
}
