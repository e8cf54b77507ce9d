//! Every combination of what a reader may choose in a view.

use gongkai::figures::*;

/// All that change the view's figure; just the defaults where there is nothing to choose.
pub fn choices(view: View) -> Vec<Choices> {
    let ids: &[&str] = match view {
        View::Overview => &[],
        View::Disclosure => &["sort", "measure", "scale"],
        View::Services => &["compare", "change", "sizes"],
        View::Procurement => &["unit"],
    };
    ids.iter().fold(vec![Choices::default()], |combined, id| {
        combined
            .iter()
            .flat_map(|choices| options(id).iter().map(|value| chosen(*choices, id, value)))
            .collect()
    })
}

fn options(id: &str) -> &'static [&'static str] {
    match id {
        "sort" => &["size", "printed"],
        "measure" => &["count", "share"],
        "scale" | "sizes" => &["linear", "log"],
        "compare" => &["sizes", "changes"],
        "change" => &["number", "percent"],
        "unit" => &["wan", "yi"],
        other => panic!("no choice is named {other}"),
    }
}

fn chosen(mut choices: Choices, id: &str, value: &str) -> Choices {
    assert!(choices.choose(id, value), "{id}: {value}");
    choices
}
