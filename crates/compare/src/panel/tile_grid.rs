//! The provinces as equal squares, shaded by their sums of one year. Not a map: it has no borders.

use crate::messages::{CompareText, compare_text};
use crate::phrases::grouped_count;
use crate::provinces::{COLUMNS, PROVINCES, Province, ProvinceGroups, ROWS};
use crate::sum_format::{sum_gaps, sum_phrase};
use crate::view_model::ViewModel;
use gongkai_catalog::{ExactSum, FormSum, SumScope, Sums, YearSum};
use gongkai_i18n::Locale;
use gongkai_model::Edition;
use gongkai_view::charts::{Anchor, Drawing, Mark, Paint, Shape, Size};
use gongkai_view::components;
use gongkai_view::markup::{Element, Name, Node, Tag};

/// The number of classes: each has about a quarter of the provinces with a sum.
const CLASSES: usize = 4;
/// The paints of the squares of each class, of their texts, and of the small squares that count the
/// class, so that colour does not carry it alone.
const PAINTS: [[&str; 3]; CLASSES] = [
    ["tile c1", "on c1", "count c1"],
    ["tile c2", "on c2", "count c2"],
    ["tile c3", "on c3", "count c3"],
    ["tile c4", "on c4", "count c4"],
];
/// The paints of a square without a sum, and of one whose province the catalogue does not have.
const WITHOUT_SUM: [&str; 2] = ["tile c0", "on c0"];
const ABSENT: [&str; 2] = ["tile none", "on none"];

/// What the squares show: the sums of one edition of the form in one year.
pub(super) struct Tiles {
    sums: Vec<(Option<YearSum>, Option<FormSum>)>,
    /// The edition in which most reports of the year have a number.
    pub edition: Edition,
    /// The greatest sums of the classes below the last, by nearest rank.
    bounds: Vec<ExactSum>,
}

/// Returns the edition of the form in which most reports of the year have a number.
pub(super) fn main_edition(sums: &Sums, scope: SumScope, year: u16) -> Edition {
    let [old, new] = sums.year(scope, year).forms;
    if old.numbers > new.numbers {
        Edition::Form2019
    } else {
        Edition::Form2021
    }
}

/// Returns the sum of an edition.
pub(super) fn form_of(sum: &YearSum, edition: Edition) -> FormSum {
    let [old, new] = sum.forms;
    match edition {
        Edition::Form2019 => old,
        Edition::Form2021 => new,
    }
}

/// Returns what the squares show.
pub(super) fn tiles(model: &ViewModel, groups: &ProvinceGroups) -> Tiles {
    let (sums, year) = (model.sums(), model.choice().year);
    let edition = main_edition(&sums, SumScope::All, year);
    let sums: Vec<(Option<YearSum>, Option<FormSum>)> = groups
        .iter()
        .map(|group| {
            let sum = group.map(|group| sums.year(SumScope::Group(group), year));
            let form = sum.map(|sum| form_of(&sum, edition));
            (sum, form.filter(|form| form.numbers > 0))
        })
        .collect();
    let forms = sums.iter().filter_map(|(_, form)| form.as_ref());
    let mut totals: Vec<ExactSum> = forms.map(|form| form.total).collect();
    totals.sort_unstable();
    let bound = |quarters: usize| {
        let rank = totals.len().saturating_mul(quarters).div_ceil(CLASSES);
        totals.get(rank.checked_sub(1)?).copied()
    };
    let bounds = (1..CLASSES).filter_map(bound).collect();
    Tiles {
        sums,
        edition,
        bounds,
    }
}

impl Tiles {
    /// Returns the class of a sum, from 0. Equal sums have the same class.
    fn class(&self, sum: ExactSum) -> usize {
        let below = self.bounds.iter().filter(|bound| sum > **bound);
        below.count()
    }

    /// Returns the least and the greatest sum of each class with their number; without empty classes.
    fn ranges(&self) -> Vec<(usize, FormSum, FormSum, usize)> {
        let mut ranges: Vec<(usize, FormSum, FormSum, usize)> = Vec::new();
        let mut forms: Vec<FormSum> = self.sums.iter().filter_map(|(_, form)| *form).collect();
        forms.sort_by_key(|form| form.total);
        for form in forms {
            let class = self.class(form.total);
            match ranges.last_mut() {
                Some((last, _, most, count)) if *last == class => {
                    *most = form;
                    *count = count.saturating_add(1);
                }
                _ => ranges.push((class, form, form, 1)),
            }
        }
        ranges
    }
}

/// Draws the squares with the legend to their right, or below them for lack of room.
pub(super) fn drawing(model: &ViewModel, groups: &ProvinceGroups, size: Size) -> Drawing {
    let tiles = tiles(model, groups);
    let em = size.em;
    let legend = legend(model, &tiles, groups);
    let legend_width = em * 17.0;
    let columns = f64::from(COLUMNS);
    // The legend is beside the squares if these can still be touched and read.
    let beside = (size.width - legend_width - em) / columns;
    let is_beside = beside >= em * 2.8;
    let room = if is_beside {
        beside
    } else {
        size.width / columns
    };
    let pitch = room.min(em * 4.4);
    let mut drawing = Drawing {
        width: size.width,
        height: pitch * f64::from(ROWS),
        ..Drawing::default()
    };
    let (left, top) = if is_beside {
        (pitch * columns + em, em * 0.5)
    } else {
        (0.0, drawing.height + em)
    };
    let room = size.width - left - em * 1.9;
    let bottom = draw_legend(&legend, (left, top, room), em, &mut drawing);
    drawing.height = drawing.height.max(bottom);
    for (province, (group, (sum, form))) in PROVINCES.iter().zip(groups.iter().zip(&tiles.sums)) {
        let class = form.as_ref().map(|form| tiles.class(form.total));
        let is_chosen = group.is_some() && model.choice().group == *group;
        let gap = (pitch * 0.06).max(1.5);
        let side = pitch - gap * 2.0;
        let mut shapes = square(class, group.is_some(), side, 0.0, 0.0);
        if is_chosen {
            shapes.push(frame(side));
        }
        shapes.extend(name(
            province,
            class,
            group.is_some(),
            side,
            em,
            model.locale(),
        ));
        drawing.marks.push(Mark {
            key: ["tile-", province.code].concat(),
            label: label(model, province, &tiles, sum.as_ref(), class),
            x: f64::from(province.column) * pitch + gap,
            y: f64::from(province.row) * pitch + gap,
            width: side,
            height: side,
            shapes,
        });
    }
    drawing
}

fn paints(class: Option<usize>, has_group: bool) -> [&'static str; 3] {
    match class.and_then(|class| PAINTS.get(class)) {
        Some(paints) => *paints,
        None => {
            let [square, text] = if has_group { WITHOUT_SUM } else { ABSENT };
            [square, text, text]
        }
    }
}

/// A square with as many small squares as its class counts.
fn square(class: Option<usize>, has_group: bool, side: f64, x: f64, y: f64) -> Vec<Shape> {
    let [fill, _, count] = paints(class, has_group);
    let rect = |x: f64, y: f64, side: f64, class: &'static str| Shape::Rect {
        x,
        y,
        width: side,
        height: side,
        paint: Paint::Named(class),
    };
    let mut shapes = vec![rect(x, y, side, fill)];
    let marks = class.map_or(0, |class| class.saturating_add(1));
    let small = (side * 0.13).max(3.0);
    let step = small * 1.4;
    let first = x + (side - step * (marks as f64 - 1.0) - small) / 2.0;
    for mark in 0..marks {
        let x = first + step * mark as f64;
        shapes.push(rect(x, y + side * 0.72, small, count));
    }
    shapes
}

/// The outline of the chosen square.
fn frame(side: f64) -> Shape {
    Shape::Rect {
        x: -1.0,
        y: -1.0,
        width: side + 2.0,
        height: side + 2.0,
        paint: Paint::Named("tile chosen"),
    }
}

/// The short name in a square, and a dash if there is no sum.
fn name(
    province: &Province,
    class: Option<usize>,
    has_group: bool,
    side: f64,
    em: f64,
    locale: Locale,
) -> Vec<Shape> {
    let [_, paint, _] = paints(class, has_group);
    let name = province.short_name(locale);
    let letters = match locale {
        Locale::ZhCn => name.chars().count() as f64,
        Locale::En => name.len() as f64 * 0.75,
    };
    let size = (side * 0.94 / letters.max(1.0))
        .min(em * 0.95)
        .min(side * 0.34);
    let text = |y: f64, text: &str| Shape::Text {
        x: side / 2.0,
        y,
        size,
        anchor: Anchor::Middle,
        text: text.to_owned(),
        paint: Paint::Named(paint),
    };
    let mut shapes = vec![text(side * 0.38 + size * 0.35, name)];
    if class.is_none() && has_group {
        shapes.push(text(side * 0.8, "—"));
    }
    shapes
}

/// Says a square in words.
fn label(
    model: &ViewModel,
    province: &Province,
    tiles: &Tiles,
    sum: Option<&YearSum>,
    class: Option<usize>,
) -> String {
    let locale = model.locale();
    let name = province.name(locale);
    let Some(sum) = sum else {
        return compare_text::TileAbsent { name }.text(locale);
    };
    let year = model.choice().year.to_string();
    let form = form_of(sum, tiles.edition);
    let gaps = sum_gaps(locale, sum);
    let sentence = match class {
        Some(class) => compare_text::TileSum {
            name,
            year: &year,
            sum: &sum_phrase(locale, &form, model.choice().measure),
            reports: &grouped_count(form.numbers),
            class: &class.saturating_add(1).to_string(),
            classes: &CLASSES.to_string(),
        }
        .text(locale),
        None => compare_text::TileNoSum { name, year: &year }.text(locale),
    };
    if gaps.is_empty() {
        return sentence;
    }
    compare_text::WithGaps {
        sentence: &sentence,
        gaps: &gaps,
    }
    .text(locale)
}

/// An entry of the legend: the class and whether the catalogue has the province, and its text.
type LegendEntry = (Option<usize>, bool, String);

fn legend(model: &ViewModel, tiles: &Tiles, groups: &ProvinceGroups) -> Vec<LegendEntry> {
    let (locale, measure) = (model.locale(), model.choice().measure);
    let phrase = |form: &FormSum| sum_phrase(locale, form, measure);
    let mut entries: Vec<LegendEntry> = tiles
        .ranges()
        .into_iter()
        .map(|(class, least, most, count)| {
            let count = grouped_count(count);
            let text = if least.total == most.total {
                compare_text::ClassOne {
                    sum: &phrase(&least),
                    count: &count,
                }
                .text(locale)
            } else {
                compare_text::ClassRange {
                    least: &phrase(&least),
                    most: &phrase(&most),
                    count: &count,
                }
                .text(locale)
            };
            (Some(class), true, text)
        })
        .collect();
    let without = tiles.sums.iter().zip(groups);
    let without = without.filter(|((_, form), group)| form.is_none() && group.is_some());
    if without.count() > 0 {
        entries.push((None, true, CompareText::ClassNone.text(locale).to_owned()));
    }
    if groups.iter().any(Option::is_none) {
        entries.push((
            None,
            false,
            CompareText::ClassAbsent.text(locale).to_owned(),
        ));
    }
    entries
}

/// Estimates the width of a text.
fn width(text: &str, size: f64) -> f64 {
    let letters = text.chars().map(|c| if c.is_ascii() { 0.58 } else { 1.0 });
    letters.sum::<f64>() * size
}

/// Draws the legend at its left and top with the room for its texts, and returns its bottom.
fn draw_legend(
    entries: &[LegendEntry],
    (left, top, room): (f64, f64, f64),
    em: f64,
    drawing: &mut Drawing,
) -> f64 {
    let (side, size) = (em * 1.3, em * 0.8125);
    let mut y = top;
    for (class, has_group, text) in entries {
        drawing
            .guides
            .extend(square(*class, *has_group, side, left + 1.0, y));
        // A long range, such as of money, continues below.
        let text = if width(text, size) > room {
            text.replacen(" 至 ", "\n至 ", 1)
                .replacen(" to ", "\nto ", 1)
        } else {
            text.clone()
        };
        let mut lines = text.splitn(2, '\n');
        let first = lines.next().unwrap_or_default();
        let write = |y: f64, text: &str| Shape::Text {
            x: left + side + em * 0.6,
            y,
            size,
            anchor: Anchor::Start,
            text: text.to_owned(),
            paint: Paint::Legend,
        };
        match lines.next() {
            None => drawing
                .guides
                .push(write(y + side / 2.0 + size * 0.35, first)),
            Some(second) => {
                drawing.guides.push(write(y + size * 0.8, first));
                drawing.guides.push(write(y + size * 2.0, second));
            }
        }
        y += side + em * 0.6;
    }
    y
}

/// Adds the squares to the page. The script chooses a group by a square's `data-value`.
pub(super) fn grid(
    model: &ViewModel,
    groups: &ProvinceGroups,
    drawing: &Drawing,
    panel: &mut Element,
) {
    components::chart(drawing, CompareText::TilesLabel.text(model.locale()), panel);
    let Some(Node::Element(svg)) = panel.inside.last_mut() else {
        return;
    };
    svg.set(Name::DataOpen, "tiles");
    let chosen = model.choice().group;
    let mut groups = groups.iter();
    for node in &mut svg.inside {
        let Node::Element(mark) = node else { continue };
        if mark.tag != Tag::G || mark.get(Name::Role).is_none() {
            continue;
        }
        let group = groups.next().copied().flatten();
        let is_chosen = group.is_some() && group == chosen;
        if let Some(group) = group {
            mark.set(Name::DataValue, group.to_string());
        }
        mark.set(Name::AriaSelected, if is_chosen { "true" } else { "false" });
    }
}
