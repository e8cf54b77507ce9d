//! The sums of all agencies: each group in one year, or the chosen group over the years.

use super::sums_table::{link_groups, scope_name, table};
use super::tile_grid::{self, form_of, main_edition};
use super::{mark_detail, open_panel};
use crate::choice::SumsBy;
use crate::messages::{CompareText, compare_text};
use crate::phrases::grouped_count;
use crate::sum_format::{
    edition_name, plotted_sum, sum_at_point, sum_gaps, sum_hedges, sum_phrase,
};
use crate::view_model::ViewModel;
use gongkai_catalog::{EditionChange, FormSum, MeasureUnit, YearSum, edition_change};
use gongkai_i18n::Locale;
use gongkai_model::Edition;
use gongkai_view::charts::{self, Drawing, Size};
use gongkai_view::components::{self, summary_and_caveats};
use gongkai_view::figures::{Display, Line, LinePoint, Lines, Scale, TickFormat};
use gongkai_view::markup::{Element, Name, Tag};

/// Returns the sums of the chosen group and year.
fn chosen_sum(model: &ViewModel) -> YearSum {
    model.sums().year(model.sum_scope(), model.choice().year)
}

pub(super) fn finding(model: &ViewModel) -> String {
    match model.sums_by() {
        SumsBy::Groups => year_finding(model),
        SumsBy::Years => years_finding(model),
    }
}

/// Writes a sum after a Chinese word: an exact one begins with a number, which takes a space.
fn phrase(model: &ViewModel, form: &FormSum) -> String {
    let sum = sum_phrase(model.locale(), form, model.choice().measure);
    match model.locale() {
        Locale::ZhCn if sum.starts_with(|c: char| c.is_ascii_digit() || c == '\u{2212}') => {
            [" ", &sum].concat()
        }
        _ => sum,
    }
}

/// States the sum of one year, or that of each edition of the form.
fn year_finding(model: &ViewModel) -> String {
    let (locale, choice) = (model.locale(), model.choice());
    let sum = chosen_sum(model);
    let year = &choice.year.to_string();
    let scope = &scope_name(model, model.sum_scope());
    let measure = &model.numbers().measure_name(choice.measure);
    let forms: Vec<&FormSum> = sum.with_numbers().map(|(_, form)| form).collect();
    match forms.as_slice() {
        [form] => compare_text::SumFinding {
            year,
            scope,
            measure,
            sum: &phrase(model, form),
            reports: &grouped_count(form.numbers),
        }
        .text(locale),
        [old, new, ..] => compare_text::SumTwoForms {
            year,
            scope,
            measure,
            old: &phrase(model, old),
            old_reports: &grouped_count(old.numbers),
            new: &phrase(model, new),
            new_reports: &grouped_count(new.numbers),
        }
        .text(locale),
        [] => compare_text::SumNone {
            year,
            scope,
            measure,
            reasons: &sum_gaps(locale, &sum),
        }
        .text(locale),
    }
}

/// States the first and the last sum. Within a year that has both editions, that of more reports.
fn years_finding(model: &ViewModel) -> String {
    let (locale, choice) = (model.locale(), model.choice());
    let (sums, scope) = (model.sums(), model.sum_scope());
    let known: Vec<(u16, Edition, FormSum)> = sums
        .years()
        .iter()
        .map(|year| {
            let edition = main_edition(&sums, scope, *year);
            (*year, edition, form_of(&sums.year(scope, *year), edition))
        })
        .filter(|(.., form)| form.numbers > 0)
        .collect();
    let scope = &scope_name(model, scope);
    let measure = &model.numbers().measure_name(choice.measure);
    let (Some((first_year, old, first)), Some((last_year, new, last))) =
        (known.first(), known.last())
    else {
        return compare_text::SumNever { scope, measure }.text(locale);
    };
    let (first, last) = (&phrase(model, first), &phrase(model, last));
    let (first_year, last_year) = (&first_year.to_string(), &last_year.to_string());
    if first_year == last_year {
        return compare_text::SumOneYear {
            scope,
            measure,
            year: last_year,
            sum: last,
        }
        .text(locale);
    }
    let text = if old == new {
        CompareText::SumYears
    } else {
        CompareText::SumYearsAcrossForms
    };
    text.with(
        locale,
        &[scope, measure, first_year, first, last_year, last],
    )
}

/// Draws the squares or the lines in any size.
pub(super) fn drawing(model: &ViewModel, size: Size) -> Drawing {
    match (model.sums_by(), model.provinces()) {
        (SumsBy::Groups, Some(groups)) => tile_grid::drawing(model, groups, size),
        (SumsBy::Groups, None) => Drawing::default(),
        (SumsBy::Years, _) => charts::lines(&lines(model), size),
    }
}

/// Tells whether there is something to draw.
pub(super) fn has_chart(model: &ViewModel) -> bool {
    let sums = model.sums();
    let has_number = |year: u16| sums.year(model.sum_scope(), year).with_numbers().count() > 0;
    match model.sums_by() {
        SumsBy::Groups => model.provinces().is_some(),
        SumsBy::Years => sums.years().iter().any(|year| has_number(*year)),
    }
}

/// Makes a line for each edition of the form, so that none crosses its change.
fn lines(model: &ViewModel) -> Lines {
    let (locale, measure) = (model.locale(), model.choice().measure);
    let (sums, scope) = (model.sums(), model.sum_scope());
    let years = sums.years();
    let line = |edition: Edition| {
        let mut points = Vec::new();
        let mut last: Option<u16> = None;
        for year in years {
            let form = form_of(&sums.year(scope, *year), edition);
            if form.numbers == 0 {
                continue;
            }
            points.push(LinePoint {
                key: format!("{}-{year}", edition_name(Locale::En, edition)),
                year: *year,
                value: plotted_sum(form.total, measure),
                shown: sum_at_point(locale, &form, measure),
                label: compare_text::SumPoint {
                    year: &year.to_string(),
                    form: edition_name(locale, edition),
                    sum: &sum_phrase(locale, &form, measure),
                    reports: &grouped_count(form.numbers),
                }
                .text(locale),
                is_joined: last.and_then(|last| last.checked_add(1)) == Some(*year),
            });
            last = Some(*year);
        }
        Line {
            name: edition_name(locale, edition).to_owned(),
            points,
        }
    };
    let lines: Vec<Line> = YearSum::EDITIONS.into_iter().map(line).collect();
    // The first year of the newer form, if the older was before it.
    let first = |line: Option<&Line>| Some(line?.points.first()?.year);
    let old = first(lines.first());
    let change = first(lines.last()).filter(|new| old.is_some_and(|old| old < *new));
    let lines: Vec<Line> = lines
        .into_iter()
        .filter(|line| !line.points.is_empty())
        .collect();
    Lines {
        caption: String::new(),
        ticks: if measure.unit() == MeasureUnit::Money {
            TickFormat::Decimal
        } else if measure.may_be_negative() {
            TickFormat::SignedCount
        } else {
            TickFormat::Count
        },
        scale: Scale::Linear,
        unit: model.numbers().axis_unit(measure),
        years: years.first().copied().unwrap_or_default()
            ..=years.last().copied().unwrap_or_default(),
        breaks: change.into_iter().collect(),
        break_label: CompareText::Break.text(locale).to_owned(),
        lines,
    }
}

pub(super) fn panel(model: &ViewModel) -> Element {
    let mut panel = open_panel(model, CompareText::AskSums);
    let is_chart = model.choice().display == Display::Chart && has_chart(model);
    if model.sums_by() == SumsBy::Groups {
        group_links(model, &mut panel);
    }
    if is_chart {
        figure(model, &mut panel);
    }
    let by_groups = model.sums_by() == SumsBy::Groups;
    if by_groups || !is_chart {
        let hint = Some(CompareText::SumsTableHint).filter(|_| by_groups);
        if let Some(hint) = hint {
            panel
                .open(Tag::P)
                .set(Name::Class, "hint how")
                .text(hint.text(model.locale()));
        }
        let mut element = Element::new(Tag::Div);
        element.set(Name::Class, "sums-table");
        super::scrolling_table(model, &table(model), &mut element);
        if by_groups {
            link_groups(model, &mut element);
        }
        panel.push(element);
    } else {
        let paper = panel.open(Tag::Div);
        paper.set(Name::Class, "on-paper");
        components::table(&table(model), model.locale(), paper);
    }
    summary_and_caveats(
        &summary(model),
        &caveats(model, is_chart),
        model.locale(),
        &mut panel,
    );
    panel
}

/// Adds the buttons that lead to the agencies of the chosen group.
fn group_links(model: &ViewModel, panel: &mut Element) {
    let locale = model.locale();
    let Some(group) = model.choice().group else {
        return;
    };
    let name = scope_name(model, model.sum_scope());
    let line = panel.open(Tag::Div);
    line.set(Name::Class, "selects");
    for (id, text) in [
        ("open-group", CompareText::OpenGroup),
        ("open-dots", CompareText::OpenGroupDots),
    ] {
        line.open(Tag::Button)
            .set(Name::Type, "button")
            .set(Name::Class, "way")
            .set(Name::DataChoice, id)
            .set(Name::DataValue, group.to_string())
            .text(text.with(locale, &[&name]));
    }
    line.open(Tag::Button)
        .set(Name::Type, "button")
        .set(Name::Class, "way")
        .set(Name::DataChoice, "group")
        .set(Name::DataValue, "")
        .text(CompareText::SumsOfAll.text(locale));
}

fn figure(model: &ViewModel, panel: &mut Element) {
    let locale = model.locale();
    let drawing = drawing(model, model.size());
    let keys = match (model.sums_by(), model.provinces()) {
        (SumsBy::Groups, Some(groups)) => {
            tile_grid::grid(model, groups, &drawing, panel);
            CompareText::TileKeys
        }
        _ => {
            components::chart(&drawing, &finding(model), panel);
            CompareText::LineChartKeys
        }
    };
    mark_detail(model, panel);
    panel
        .open(Tag::P)
        .set(Name::Class, "keys")
        .text(keys.text(locale));
}

/// Says what the sums rest on: the hedged numbers, and the reports and agencies without a number.
fn summary(model: &ViewModel) -> String {
    if model.sums_by() == SumsBy::Years {
        return String::new();
    }
    let locale = model.locale();
    let sum = chosen_sum(model);
    let mut sentences: Vec<String> = Vec::new();
    for (edition, form) in sum.with_numbers() {
        let hedges = sum_hedges(locale, form);
        if !hedges.is_empty() {
            sentences.push(
                compare_text::SumHedges {
                    form: edition_name(locale, edition),
                    hedges: &hedges,
                }
                .text(locale),
            );
        }
    }
    let gaps = sum_gaps(locale, &sum);
    if !gaps.is_empty() && sum.with_numbers().count() > 0 {
        sentences.push(compare_text::SumWithout { gaps: &gaps }.text(locale));
    }
    sentences.join(match locale {
        Locale::ZhCn => "",
        Locale::En => " ",
    })
}

fn caveats(model: &ViewModel, is_chart: bool) -> Vec<String> {
    let (locale, measure) = (model.locale(), model.choice().measure);
    let mut caveats = vec![CompareText::SumRests];
    if model.sums_by() == SumsBy::Years && edition_change(measure) == EditionChange::Breaks {
        caveats.push(CompareText::SumForms);
    }
    if model.shows_sums_of_groups() {
        let two_forms = model
            .sums()
            .year(gongkai_catalog::SumScope::All, model.choice().year);
        if two_forms.with_numbers().count() > 1 {
            caveats.push(CompareText::SumForms);
            if is_chart {
                caveats.push(CompareText::TileForms);
            }
        }
        caveats.push(CompareText::SumSize);
        if is_chart {
            caveats.push(CompareText::TileCaveat);
        }
    }
    if measure.unit() == MeasureUnit::Pieces {
        caveats.push(CompareText::SumHedgeCaveat);
    }
    caveats
        .into_iter()
        .map(|caveat| caveat.text(locale).to_owned())
        .collect()
}
