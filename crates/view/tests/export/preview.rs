//! The picture that other sites show with a link.

use super::longde;
use gongkai_i18n::Locale;
use gongkai_view::export::preview_picture;
use gongkai_view::figures::{Choices, View, figure};

#[test]
fn headline_numbers_keep_their_units() {
    let report = longde();
    for locale in [Locale::ZhCn, Locale::En] {
        let picture = preview_picture(&report, locale);
        let figure = figure(&report, View::Overview, &Choices::default(), locale);
        let headlines = figure.expect("an overview").headlines;
        assert!(headlines.len() >= 4);
        for headline in headlines.iter().take(4) {
            let whole = format!(">{}</text>", headline.value);
            assert!(picture.contains(&whole), "{} in {picture}", headline.value);
        }
    }
}
