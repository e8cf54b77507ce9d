use super::*;

fn stated(words: &str) -> (Option<String>, Option<String>) {
    let stated = disclosure(words).applications.unwrap_or_default();
    (quantity(&stated.received), quantity(&stated.completed))
}

fn both(received: &str, completed: &str) -> (Option<String>, Option<String>) {
    (Some(received.to_owned()), Some(completed.to_owned()))
}

#[test]
fn requests_are_read_as_the_text_states_them() {
    for words in [
        "2020年共受理3件政府信息依公开申请，办结3件，办结率100%。",
        "本年度收到政府信息公开申请3件，已全部办结3件。",
        "收到依申请公开3件，均按时答复3件，属于政府信息公开申请。",
        "全年共收到政府信息公开申请 ３ 件，答复3件。",
    ] {
        assert_eq!(stated(words), both("3件", "3件"), "{words}");
        assert_eq!(left_out(words), [], "{words}");
        assert_eq!(activities(words), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn no_count_is_made_of_words() {
    let words = "收到的政府信息公开申请均已办结。";
    assert_eq!(report_saying(words).report.disclosure, None);
    assert_eq!(left_out(words), []);
}

#[test]
fn none_received_is_nought() {
    let words = "本年度未收到政府信息公开申请。";
    let disclosure = report_saying(words).report.disclosure;
    let applications = disclosure.and_then(|disclosure| disclosure.applications);
    let received = applications.and_then(|stated| stated.received);
    assert_eq!(received.map(|received| received.count), Some(0));
    assert_eq!(left_out(words), []);
    // A date, another year and a comparison are not counts of requests of the year.
    for words in [
        "2020年，本机关未收到政府信息公开申请。",
        "2020年1月1日至12月31日，未收到政府信息公开申请，同比减少3件。",
        "未收到政府信息公开申请，2019年收到3件。",
    ] {
        let (received, completed) = stated(words);
        assert_eq!(
            (received.as_deref(), completed),
            (Some("0"), None),
            "{words}"
        );
    }
    let words = "上半年未收到政府信息公开申请，下半年收到3件。";
    let disclosure = report_saying(words).report.disclosure;
    assert_eq!(
        disclosure.and_then(|disclosure| disclosure.applications),
        None
    );
    // A title does not announce other things.
    let words = "本年度未收到因政府信息公开申请引起的行政复议。";
    assert_eq!(report_saying(words).report.disclosure, None);
}

#[test]
fn different_numbers_of_requests_are_reported() {
    let words = "收到政府信息公开申请3件，办结3件。全年受理政府信息公开申请5件。";
    assert_eq!(stated(words), (None, Some("3件".to_owned())));
    assert_eq!(left_out(words), [Gap::Ambiguous, Gap::Ambiguous]);
}

#[test]
fn outcomes_belong_to_the_form_s_table() {
    let words = "收到政府信息公开申请9件，上年结转2件，予以公开5件，部分公开2件，结转下年度1件。";
    let imported = report_saying(words);
    assert_eq!(stated(words), (Some("9件".to_owned()), None));
    assert_eq!(activities(words), Vec::<String>::new());
    assert_eq!(gaps(&imported), []);
    let remarks = imported
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::Remark(Remark::InTable));
    assert_eq!(remarks.count(), 4);
}

#[test]
fn requests_for_other_things_are_no_requests_for_information() {
    for words in [
        "受理信访投诉申请30件，主动公开政府信息。",
        "受理行政许可申请30件，依申请公开有序。",
    ] {
        assert_eq!(stated(words), (None, None), "{words}");
    }
}

#[test]
fn what_is_done_with_calls_is_not_done_with_requests() {
    let words = "全年共收到依申请公开26件。受理12345热线23456件，办结23400件。";
    assert_eq!(stated(words), (Some("26件".to_owned()), None));
    assert_eq!(
        activities(words),
        ["受理12345热线 23456件", "受理12345热线（办结） 23400件"]
    );
}

#[test]
fn a_next_sentence_still_speaks_of_the_requests() {
    let words =
        "收到政府信息公开申请15件，上年结转1件。截至2020年12月31日，已办结15件，结转下年度1件。";
    assert_eq!(stated(words), both("15件", "15件"));
    assert_eq!(left_out(words), []);
}

#[test]
fn a_heading_says_what_the_requests_are_for() {
    for words in [
        "（二）依申请公开情况\n2020年共收到申请3件，办结3件。",
        "（二）依申请公开。全年受理申请3件，按时答复3件。",
        "二是依申请方面。收到3件申请，已办结3件。",
    ] {
        assert_eq!(stated(words), both("3件", "3件"), "{words}");
        assert_eq!(left_out(words), [], "{words}");
    }
    // Requests of other kinds follow it too.
    for words in [
        "（二）依申请公开。受理低保申请3件。",
        "（二）依申请公开情况\n工作有序。\n（三）政务服务\n全年受理申请3件。",
        "（二）依申请公开情况\n工作有序。\n全年受理申请3件。",
    ] {
        let disclosure = report_saying(words).report.disclosure;
        let stated = disclosure.and_then(|disclosure| disclosure.applications);
        assert_eq!(stated, None, "{words}");
    }
}
