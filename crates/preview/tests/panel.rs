//! The panel for a file of the reader's own.

use gongkai_i18n::Locale;
use gongkai_preview::panel;
use gongkai_view::markup::html;

#[test]
fn the_panel_leads_to_the_desk_where_there_is_one() {
    for locale in Locale::ALL {
        let with = html(&panel(locale, Some("/desk/?a=1&b=\"2\"")));
        let link = r#"<a href="/desk/?a=1&amp;b=&quot;2&quot;" data-open="desk">"#;
        assert!(with.contains(link), "{with}");
        let without = html(&panel(locale, None));
        assert!(!without.contains("<a "), "{without}");
    }
}
