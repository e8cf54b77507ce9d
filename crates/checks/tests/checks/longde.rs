//! A real report, with exactly its known contradictions.

use super::*;

#[test]
fn has_exactly_its_two_known_contradictions() {
    let report = gongkai_testing::sample("longde-2020.json");
    assert_eq!(
        failing(&report),
        [Rule::CategoriesAddUp, Rule::StatedApplications]
    );
    let findings = check(&report);
    let tally = Tally::of(&findings);
    assert_eq!((tally.failures, tally.noted, tally.cannot_tell), (2, 0, 0));
    for finding in &findings {
        let number = finding.rule.number();
        let expected = match number {
            8 | 9 => Verdict::Fails,
            _ => Verdict::Holds,
        };
        assert_eq!(finding.verdict, expected, "{finding:?}");
    }
    for (number, count) in [(1, 7), (2, 7), (3, 23), (4, 3), (5, 13), (6, 3), (12, 1)] {
        let found = findings.iter().filter(|f| f.rule.number() == number);
        assert_eq!(found.count(), count, "rule {number}");
    }
}

#[test]
fn categories_and_total_differ_by_what_even_their_hedges_do_not_cover() {
    let findings = check(&gongkai_testing::sample("longde-2020.json"));
    let finding = only(&findings, Rule::CategoriesAddUp);
    assert_eq!(
        finding.formulas[0].difference,
        Some(Difference {
            printed: 1036,
            least: 937
        })
    );
    assert_eq!(Formula::sum(&finding.formulas[0].left), (4236, 4335));
    assert_eq!(Formula::sum(&finding.formulas[0].right), (3200, 3299));
    let paths: Vec<String> = finding.cells.iter().map(|cell| cell.path()).collect();
    assert_eq!(paths.len(), 15);
    assert_eq!(
        paths.first().map(String::as_str),
        Some("disclosure.categories[0]")
    );
    assert_eq!(paths.last().map(String::as_str), Some("disclosure.total"));

    let finding = only(&findings, Rule::StatedApplications);
    let differences = finding.formulas.iter().map(|formula| formula.difference);
    let three = Some(Difference {
        printed: 3,
        least: 3,
    });
    assert_eq!(differences.collect::<Vec<_>>(), [three, three]);
    let paths: Vec<String> = finding.cells.iter().map(|cell| cell.path()).collect();
    assert_eq!(
        paths,
        [
            "disclosure.applications.received",
            "applications.received[6]",
            "disclosure.applications.completed",
            "applications.outcomes.total[6]",
        ]
    );
}

#[test]
fn is_put_into_words_in_both_languages() {
    let findings = check(&gongkai_testing::sample("longde-2020.json"));
    let finding = only(&findings, Rule::CategoriesAddUp);
    let words = |locale| {
        [
            gongkai_checks::formulas(locale, finding, Detail::Brief),
            gongkai_checks::verdict(locale, finding),
        ]
    };
    assert_eq!(
        words(Locale::ZhCn),
        [
            "1,600 余 + 31 + … + 1,365 = 4,236 至 4,335 ≠ 3,200 余（即 3,200 至 3,299）",
            "不一致，相差 1,036（按“余”“约”等说法或空白放宽，也至少 937）",
        ]
    );
    assert_eq!(
        words(Locale::En),
        [
            "over 1,600 + 31 + … + 1,365 = 4,236 to 4,335 ≠ over 3,200 (3,200 to 3,299)",
            "Does not agree: differs by 1,036 (at least 937, allowing for “over”, “about” and blanks)",
        ]
    );
    let whole = gongkai_checks::formulas(Locale::ZhCn, finding, Detail::Full);
    assert_eq!(whole.matches(" + ").count(), 13, "{whole}");

    let items: Vec<String> = of_rule(&findings, Rule::ItemsRemain)
        .iter()
        .map(|finding| gongkai_checks::formulas(Locale::ZhCn, finding, Detail::Full))
        .collect();
    assert_eq!(
        items,
        [
            "387 − 302 = 85 ≥ 0",
            "5,138 − 3,898 = 1,240 ≥ 0",
            "45 − 10 = 35 ≥ 0",
            "0 + 0 = 0 ≥ 0",
            "12 + 1 = 13 ≥ 0",
        ]
    );
}
