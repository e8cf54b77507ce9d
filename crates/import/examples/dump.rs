fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let doc = gongkai_import::open("report.pdf", &bytes).unwrap();
    if std::env::args().nth(2).is_some() {
        for block in &doc.blocks {
            match block {
                gongkai_import::Block::Table(grid) => {
                    for row in &grid.rows {
                        println!(
                            "| {}",
                            row.iter()
                                .map(|c| format!("{}[{}x{}]", c.text, c.columns, c.rows))
                                .collect::<Vec<_>>()
                                .join(" | ")
                        );
                    }
                }
                other => println!("{other:?}"),
            }
        }
    }
    let imported = gongkai_import::read(&doc).unwrap();
    println!("{}", imported.report.write());
    for n in imported.notes {
        println!("{n:?}");
    }
}
