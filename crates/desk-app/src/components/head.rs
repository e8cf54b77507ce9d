//! The agency, the year, the period and the source of the report.

use super::text_input::TextInput;
use crate::messages::{DeskText, desk_text};
use crate::state::{use_desk, use_draft, use_locale};
use gongkai_desk::{Action, Change, Content, is_in};
use gongkai_model::{CellRef, Date, Edition, Period, Source};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[component]
pub fn Head() -> Html {
    let desk = use_desk();
    let locale = use_locale();
    let Some(draft) = use_draft() else {
        return Html::default();
    };
    let report = draft.report();
    let make = {
        let desk = desk.clone();
        move |change: Change| desk.dispatch(Action::Make(change))
    };
    let agency = report.agency.clone();
    let on_agency = {
        let (make, agency) = (make.clone(), agency.clone());
        Callback::from(move |name: String| {
            let mut agency = agency.clone();
            agency.name = name.trim().to_owned();
            make(Change::Agency(agency));
        })
    };
    let on_code = {
        let (make, agency) = (make.clone(), agency.clone());
        Callback::from(move |code: String| {
            let mut agency = agency.clone();
            agency.division_code = Some(code.trim().to_owned()).filter(|code| !code.is_empty());
            make(Change::Agency(agency));
        })
    };
    let on_year = {
        let make = make.clone();
        Callback::from(move |year: String| {
            if let Ok(year) = year.trim().parse() {
                make(Change::Year(year));
            }
        })
    };
    let period = report.period.clone();
    let on_day = |is_from: bool| {
        let (make, period, year) = (make.clone(), period.clone(), report.year);
        Callback::from(move |day: String| {
            let date = Date::parse(&day);
            let first = Date {
                year,
                month: 1,
                day: 1,
            };
            let last = Date {
                year,
                month: 12,
                day: 31,
            };
            let mut period = period.clone().unwrap_or(Period {
                from: first,
                to: last,
            });
            match (date, is_from) {
                (Some(date), true) => period.from = date,
                (Some(date), false) => period.to = date,
                (None, _) => return make(Change::Period(None)),
            }
            make(Change::Period(Some(period)));
        })
    };
    let source = report.source.clone().unwrap_or_default();
    let with_source = |set: fn(&mut Source, String)| {
        let (make, source) = (make.clone(), source.clone());
        Callback::from(move |text: String| {
            let mut source = source.clone();
            set(&mut source, text.trim().to_owned());
            make(Change::Source(
                Some(source).filter(|one| *one != Source::default()),
            ));
        })
    };
    let edition = report.edition;
    let other = match edition {
        Edition::Form2019 => Edition::Form2021,
        Edition::Form2021 => Edition::Form2019,
    };
    let lost = CellRef::cells().filter(|at| {
        is_in(*at, edition) && !is_in(*at, other) && !Content::of(report, *at).is_missing()
    });
    let lost = lost.count();
    let on_edition = {
        let make = make.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let edition = if chosen == "2021" {
                Edition::Form2021
            } else {
                Edition::Form2019
            };
            make(Change::Edition(edition));
        })
    };
    let text = |text: DeskText| AttrValue::Static(text.text(locale));
    let optional = |text: &Option<String>| AttrValue::from(text.clone().unwrap_or_default());
    let day =
        |date: Option<Date>| AttrValue::from(date.map(|day| day.to_string()).unwrap_or_default());
    html! {
        <div class="desk-head">
            <TextInput label={text(DeskText::AgencyName)} value={agency.name.clone()} on_change={on_agency} />
            <TextInput label={text(DeskText::Year)} value={report.year.to_string()} size=6 on_change={on_year} />
            <TextInput label={text(DeskText::DivisionCode)} value={optional(&agency.division_code)} size=14 on_change={on_code} />
            <TextInput label={text(DeskText::PeriodFrom)} kind="date" size=12
                value={day(period.as_ref().map(|period| period.from))} on_change={on_day(true)} />
            <TextInput label={text(DeskText::PeriodTo)} kind="date" size=12
                value={day(period.as_ref().map(|period| period.to))} on_change={on_day(false)} />
            <TextInput label={text(DeskText::SourceTitle)} value={optional(&source.title)}
                on_change={with_source(|source, text| source.title = Some(text).filter(|text| !text.is_empty()))} />
            <TextInput label={text(DeskText::SourceAddress)} value={optional(&source.url)}
                on_change={with_source(|source, text| source.url = Some(text).filter(|text| !text.is_empty()))} />
            <TextInput label={text(DeskText::Published)} kind="date" size=12 value={day(source.published)}
                on_change={with_source(|source, text| source.published = Date::parse(&text))} />
            <label class="desk-field">
                <span>{ DeskText::Edition.text(locale) }</span>
                <select onchange={on_edition}>
                    <option value="2019" selected={edition == Edition::Form2019}>{ DeskText::Edition2019.text(locale) }</option>
                    <option value="2021" selected={edition == Edition::Form2021}>{ DeskText::Edition2021.text(locale) }</option>
                </select>
            </label>
            if lost > 0 {
                <p class="desk-hint">{ desk_text::EditionLoses { count: &lost.to_string() }.text(locale) }</p>
            }
        </div>
    }
}
