//! Snapshots of drawings.

use super::longde;
use super::snapshot::keep;
use crate::support::figure;
use gongkai_i18n::Locale::{self, En, ZhCn};
use gongkai_model::Report;
use gongkai_view::charts::{Size, draw, thumbnail};
use gongkai_view::export::svg;
use gongkai_view::figures::{Choices, View};

pub(super) fn picture(
    report: &Report,
    view: View,
    chosen: &str,
    locale: Locale,
    (width, em): (f64, f64),
) -> String {
    let mut choices = Choices::default();
    for (id, value) in chosen.split(' ').filter_map(|pair| pair.split_once('=')) {
        assert!(choices.choose(id, value), "{id}={value}");
    }
    let figure = figure(report, view, &choices, locale);
    let drawing = draw(&figure, Size { width, em });
    assert!(!drawing.marks.is_empty(), "nothing is drawn");
    svg(&drawing, &figure.title, &figure.summary)
}

const PHONE: (f64, f64) = (320.0, 16.0);
const PHONE_LARGER: (f64, f64) = (320.0, 22.0);
const TABLET: (f64, f64) = (768.0, 16.0);
const DESKTOP: (f64, f64) = (1280.0, 16.0);
const DESKTOP_LARGER: (f64, f64) = (1280.0, 22.0);

/// One test per picture, so that a failure does not hide another.
macro_rules! pictures {
    ($($name:ident: $view:ident $chosen:literal $locale:ident $size:ident;)+) => {$(
        #[test]
        fn $name() {
            let picture = picture(&longde(), View::$view, $chosen, $locale, $size);
            keep(stringify!($name), &picture);
        }
    )+};
}

pictures! {
    disclosure: Disclosure "" ZhCn TABLET;
    disclosure_phone: Disclosure "" ZhCn PHONE;
    disclosure_desktop_en: Disclosure "" En DESKTOP;
    disclosure_phone_larger_en: Disclosure "" En PHONE_LARGER;
    disclosure_as_printed: Disclosure "sort=printed" ZhCn TABLET;
    disclosure_share: Disclosure "measure=share" ZhCn TABLET;
    disclosure_log: Disclosure "scale=log" ZhCn TABLET;
    disclosure_share_log_phone_en: Disclosure "measure=share scale=log" En PHONE;
    services: Services "" ZhCn TABLET;
    services_phone: Services "" ZhCn PHONE;
    services_desktop_en: Services "" En DESKTOP;
    services_phone_larger_en: Services "" En PHONE_LARGER;
    services_log: Services "sizes=log" ZhCn TABLET;
    services_changes: Services "compare=changes" ZhCn TABLET;
    services_changes_percent: Services "compare=changes change=percent" ZhCn TABLET;
    services_changes_phone_larger_en: Services "compare=changes change=percent" En PHONE_LARGER;
    procurement: Procurement "" ZhCn TABLET;
    procurement_yi: Procurement "unit=yi" ZhCn TABLET;
    procurement_phone_en: Procurement "" En PHONE;
    procurement_desktop_larger: Procurement "" ZhCn DESKTOP_LARGER;
}

#[test]
fn services_2021_edition() {
    let report = gongkai_testing::sample("fictional/county-2022.json");
    let picture = picture(&report, View::Services, "", ZhCn, TABLET);
    keep("services_2021_edition", &picture);
}

/// The bar beside a headline that is a part of a whole.
#[test]
fn overview_part() {
    let overview = figure(&longde(), View::Overview, &Choices::default(), ZhCn);
    let parts = overview.headlines.iter().filter_map(|one| one.part);
    let parts: Vec<f64> = parts.collect();
    assert_eq!(parts.len(), 1, "only the largest category is a part");
    keep(
        "overview_part",
        &svg(&thumbnail(parts[0], 160.0, 10.0), "", ""),
    );
}
