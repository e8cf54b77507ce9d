#[test]
fn dump() {
    let name = std::env::var("F").unwrap();
    let bytes = std::fs::read(format!("tests/corpus/reports/{name}")).unwrap();
    let d = gongkai::import::open(&name, &bytes).unwrap();
    println!("{:?} {:?} {:?}", d.title, d.address, d.published);
    for b in d.blocks {
        match b {
            gongkai::import::Block::Line(l) => println!("{:?} {:?}", l.place, l.text),
            gongkai::import::Block::Table(g) => {
                for r in g.rows {
                    println!(
                        "  ROW {}",
                        r.iter()
                            .map(|c| format!("{:?}x{}x{}", c.text, c.columns, c.rows))
                            .collect::<Vec<_>>()
                            .join(" ")
                    );
                }
            }
        }
    }
}
#[test]
fn same() {
    use crate::layouts::{Layout, write};
    let grids = |r: &gongkai::model::Report, l| {
        let (n, b) = write(r, l);
        gongkai::import::open(&n, &b)
            .unwrap()
            .blocks
            .into_iter()
            .filter_map(|b| match b {
                gongkai::import::Block::Table(g) => Some(
                    g.rows
                        .into_iter()
                        .map(|r| {
                            r.into_iter()
                                .map(|c| (c.text.trim().to_owned(), c.columns, c.rows))
                                .collect::<Vec<_>>()
                        })
                        .collect::<Vec<_>>(),
                ),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    for n in 2019..=2025 {
        let r = crate::support::sample(&format!("fictional/county-{n}.json"));
        let (a, b) = (grids(&r, Layout::HtmlTables), grids(&r, Layout::Docx));
        assert_eq!(a.len(), 3);
        assert_eq!(a, b);
    }
}
