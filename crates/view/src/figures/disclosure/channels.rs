//! The channels of publication as bars, each followed by its own categories.

use super::{bars, ranked};
use crate::figures::*;
use crate::text::{Text, view_text};
use gongkai_i18n::{Locale, quantity};
use gongkai_model::text::{concat, digits};
use gongkai_model::{Channel, Cover, Disclosure, Named, Quantity};

/// A channel, or a category of one.
struct Part {
    key: String,
    name: String,
    printed: Quantity,
    tone: Tone,
}

/// Adds the channels to the figure, which stays as it is if the report names none.
pub(super) fn add(figure: &mut Figure, disclosure: &Disclosure, choices: &Choices, locale: Locale) {
    let Some(mut largest) = disclosure.channels.first() else {
        return;
    };
    for channel in &disclosure.channels {
        if channel.count > largest.count {
            largest = channel;
        }
    }
    let parts = parts(disclosure, choices.sort);
    let sentence = view_text::ChannelsFinding {
        channels: &digits(disclosure.channels.len()),
        channel: &largest.name,
        count: &quantity(locale, &largest.quantity()),
    }
    .text(locale);
    if figure.panels.is_empty() {
        figure.title = sentence;
    } else {
        if locale == Locale::En && !figure.summary.is_empty() {
            figure.summary.push(' ');
        }
        figure.summary.push_str(&sentence);
    }
    if figure.controls.is_empty() {
        figure.controls = vec![choices.sort_control(locale), choices.scale_control(locale)];
    }
    let is_log = choices.scale == Scale::Log;
    let is_hedged = parts.iter().any(|part| part.printed.qualifier.is_some());
    let has_zero = parts.iter().any(|part| part.printed.count == 0);
    let overlaps = disclosure.channels_cover != Some(Cover::All);
    for (text, applies) in [
        (Text::ChannelsNote, overlaps),
        (Text::HedgeNote, is_hedged),
        (Text::LogNote, is_log),
        (Text::LogZero, is_log && has_zero),
    ] {
        let note = text.text(locale);
        if applies && !figure.caveats.iter().any(|known| known == note) {
            figure.caveats.push(note.to_owned());
        }
    }
    let mut data = Vec::new();
    for part in parts {
        data.push(super::bar(
            &part.key,
            &part.name,
            &part.printed,
            part.tone,
            locale,
        ));
        let name = view_text::Channel {
            channel: &part.name,
        };
        let mut cells = vec![TableCell::Quantity(part.printed)];
        // Shares are of the categories.
        cells.extend(figure.table.columns.get(2).map(|_| TableCell::None));
        figure.table.rows.push(TableRow {
            key: part.key,
            name: name.text(locale),
            cells,
        });
    }
    let caption = Text::ChannelsPanel.text(locale).to_owned();
    let panel = bars(caption, data, choices.scale, TickFormat::Count);
    figure.panels.push(panel);
}

fn parts(disclosure: &Disclosure, sort: Sort) -> Vec<Part> {
    let channels = &disclosure.channels;
    let order = match sort {
        Sort::Size => {
            let named: Vec<Named> = channels.iter().map(Channel::named).collect();
            ranked(&named)
        }
        Sort::Printed => (0..channels.len()).collect(),
    };
    let mut parts = Vec::new();
    for index in order {
        let Some(channel) = channels.get(index) else {
            continue;
        };
        let key = concat(&["disclosure.channels[", &digits(index), "]"]);
        parts.push(Part {
            key: key.clone(),
            name: channel.name.clone(),
            printed: channel.quantity(),
            tone: Tone::Plain,
        });
        for (index, named) in channel.categories.iter().enumerate() {
            parts.push(Part {
                key: concat(&[&key, ".categories[", &digits(index), "]"]),
                name: concat(&[&channel.name, " · ", &named.name]),
                printed: named.quantity(),
                tone: Tone::Muted,
            });
        }
    }
    parts
}
