#[path = "../support/mod.rs"]
mod support;
use gongkai::figures::*;
use gongkai::i18n::Locale;
#[test]
fn dump() {
    for name in ["longde-2020.json", "fictional/county-2022.json"] {
    let r = support::sample(name);
    for l in Locale::ALL { for v in View::ALL {
        let f = figure(&r, *v, &Choices::default(), l);
        println!("== {:?} {:?}\n{}\n{}\n{:?}", v, l, f.title, f.summary, f.caveats);
        for h in &f.headlines { println!("H {h:?}"); }
        for p in &f.panels { println!("P {}", p.caption); match &p.plot { Plot::Bars(b)|Plot::Changes(b) => for d in &b.data { println!("   {d:?}"); }, Plot::Sizes(b) => for d in &b.data { println!("   {d:?}"); }, Plot::Squares(s) => println!("  {s:?}") } }
        for row in &f.table.rows { println!("T {row:?}"); }
    }}}
}
