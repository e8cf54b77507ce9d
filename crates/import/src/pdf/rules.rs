//! Joins the pieces of rules.

use super::geometry::Rule;

/// Pieces this near belong to one rule, in points: side by side, and one after the other.
const BESIDE: f64 = 1.5;
const BETWEEN: f64 = 3.0;
/// Shorter rules do not bound cells.
const SHORT: f64 = 6.0;

pub(super) fn merged(mut pieces: Vec<Rule>) -> Vec<Rule> {
    pieces.sort_by(|one, other| one.at.total_cmp(&other.at));
    let mut rules: Vec<Rule> = Vec::new();
    let beside = |one: &Rule, other: &Rule| other.at - one.at <= BESIDE / 4.0;
    let mut groups: Vec<Vec<Rule>> = Vec::new();
    for near in pieces.chunk_by(beside) {
        // Pieces that drift slowly away from the first start another rule.
        let start = near.first().map_or(0.0, |rule| rule.at);
        match groups.last_mut() {
            Some(last) if last.first().is_some_and(|rule| start - rule.at <= BESIDE) => {
                last.extend_from_slice(near);
            }
            _ => groups.push(near.to_vec()),
        }
    }
    for mut group in groups {
        let count = group.len() as f64;
        let at = group.iter().map(|rule| rule.at).sum::<f64>() / count;
        group.sort_by(|one, other| one.from.total_cmp(&other.from));
        let mut open: Option<Rule> = None;
        for piece in group {
            match &mut open {
                Some(rule) if piece.from - rule.to <= BETWEEN => rule.to = rule.to.max(piece.to),
                _ => rules.extend(open.replace(Rule { at, ..piece })),
            }
        }
        rules.extend(open);
    }
    rules.retain(|rule| rule.to - rule.from >= SHORT);
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(at: f64, from: f64, to: f64) -> Rule {
        Rule { at, from, to }
    }

    #[test]
    fn pieces_and_dots_become_one_rule() {
        let dots = (0..20).map(|dot| rule(50.0, f64::from(dot) * 2.0, f64::from(dot) * 2.0 + 1.0));
        let mut pieces: Vec<Rule> = dots.collect();
        pieces.extend([
            rule(10.0, 0.0, 20.0),
            rule(10.2, 21.0, 40.0),
            rule(10.0, 60.0, 80.0),
        ]);
        let rules = merged(pieces);
        let ends: Vec<(f64, f64)> = rules.iter().map(|rule| (rule.from, rule.to)).collect();
        assert_eq!(ends, [(0.0, 40.0), (60.0, 80.0), (0.0, 39.0)]);
    }
}
