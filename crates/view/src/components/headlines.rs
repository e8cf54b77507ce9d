//! The overview's headline numbers, each a way into its view.

use super::shape::shape;
use crate::charts::{px, thumbnail};
use crate::figures::Headline;
use crate::markup::{Element, Name, Tag};
use crate::text::view_text;
use gongkai_i18n::Locale;

pub fn headlines(headlines: &[Headline], locale: Locale, into: &mut Element) {
    let list = into.open(Tag::Ul);
    list.set(Name::Class, "headlines")
        .set(Name::Part, "headlines");
    for headline in headlines {
        let item = list.open(Tag::Li);
        item.key = Some(headline.key.to_owned());
        let view = headline.view;
        let tile = item.open(Tag::Button);
        tile.set(Name::Type, "button")
            .set(Name::Class, "tile")
            .set(Name::DataLeadsTo, view.id());
        words(headline, tile);
        if let Some(part) = headline.part {
            let drawing = thumbnail(part, 160.0, 10.0);
            let svg = tile.open(Tag::Svg);
            svg.set(Name::Class, "glyph")
                .set(Name::AriaHidden, "true")
                .set(Name::Width, px(drawing.width))
                .set(Name::Height, px(drawing.height));
            for guide in &drawing.guides {
                shape(guide, svg);
            }
        }
        tile.open(Tag::Span).set(Name::Class, "tile-more").text(
            view_text::GoTo {
                view: view.name(locale),
            }
            .text(locale),
        );
    }
}

fn words(headline: &Headline, tile: &mut Element) {
    for (class, text) in [
        ("tile-label", headline.label),
        ("tile-value", &headline.value),
        ("tile-note", &headline.note),
    ] {
        tile.open(Tag::Span)
            .set(Name::Class, class)
            .text(text.to_owned());
    }
}
