use gongkai_i18n::Locale;
use gongkai_model::Report;
use gongkai_view::charts::Size;
use gongkai_view::components::*;
use gongkai_view::figures::{Choices, View};
use gongkai_view::markup;
use gongkai_view::request::Request;
fn main() {
    let out = std::env::args().nth(1).unwrap();
    for (name, file) in [
        ("longde", "samples/longde-2020.json"),
        ("county", "samples/fictional/county-2020.json"),
    ] {
        let text = std::fs::read_to_string(file).unwrap();
        let report = Report::read(&text).unwrap();
        for locale in Locale::ALL {
            for width in [328.0, 720.0, 1052.0] {
                for view in View::ALL {
                    let request = Request {
                        view: *view,
                        choices: Choices::default(),
                        locale,
                        size: Size { width, em: 16.0 },
                        permalink: true,
                        query: String::new(),
                    };
                    let mut widget = head(&report, &request);
                    widget.push(panel(&report, &[], &request).into_element());
                    source_line(&report, locale, &mut widget);
                    live_regions("", "", &mut widget);
                    let l = if locale == Locale::En { "en" } else { "zh" };
                    std::fs::write(
                        format!("{out}/{name}-{}-{l}-{width}.html", view.id()),
                        markup::html(&widget),
                    )
                    .unwrap();
                }
            }
            let l = if locale == Locale::En { "en" } else { "zh" };
            std::fs::write(
                format!("{out}/{name}-paper-{l}.html"),
                markup::html(&paper(&report, locale)),
            )
            .unwrap();
        }
    }
}
