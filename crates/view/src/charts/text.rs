//! Estimates the width of text, and cuts or breaks it to fit. Estimates err on the wide side.

use gongkai_model::text::concat;
/// Estimates the width in pixels; a CJK character is one em.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

fn em(c: char) -> f64 {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'j' | 'l' => 0.32,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.95,
        '0'..='9' | '+' | '−' | '<' | '≈' => 0.62,
        'A'..='Z' => 0.72,
        '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' => 0.42,
        '\u{0}'..='\u{1fff}' => 0.57,
        // “” and … are a full em in Chinese fonts, but a line cannot break at them.
        '\u{2000}'..='\u{2e7f}' => 0.99,
        _ => 1.0,
    }
}

/// Cuts text to fit, with an ellipsis at its end.
pub(super) fn fit(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut fitted = String::new();
    let mut used = size;
    for c in text.chars() {
        used += em(c) * size;
        if used > room {
            break;
        }
        fitted.push(c);
    }
    fitted.push('…');
    fitted
}

/// Shortens names that appear together. One that is too long for `room` loses the beginning that
/// all have in common, then its middle, since where they differ and their ends tell names apart.
pub(super) fn names(names: &[&str], size: f64, room: f64) -> Vec<String> {
    let is_shared = |at: usize, c: char| names.iter().all(|name| name.chars().nth(at) == Some(c));
    let first = names.first().filter(|_| names.len() > 1);
    let shared = first.map_or(0, |name| {
        let mut letters = name.chars().enumerate();
        letters
            .by_ref()
            .take_while(|(at, c)| is_shared(*at, *c))
            .count()
    });
    let short = |name: &&str| {
        if width(name, size) <= room {
            return (*name).to_owned();
        }
        // An ellipsis for one letter would save nothing.
        let is_worth_it = shared > 1 && shared < name.chars().count();
        let skipped = if is_worth_it { shared } else { 0 };
        let rest: String = name.chars().skip(skipped).collect();
        let opening = if skipped > 0 { "…" } else { "" };
        let room = room - width(opening, size);
        concat(&[opening, &cut_middle(&rest, size, room)])
    };
    names.iter().map(short).collect()
}

/// Cuts text to fit, with an ellipsis in its middle.
fn cut_middle(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let each = (room - size) / 2.0;
    let fits = |used: &mut f64, c: char| {
        *used += em(c) * size;
        Some(c).filter(|_| *used <= each)
    };
    let head: String = text.chars().scan(0.0, fits).collect();
    let tail: Vec<char> = text.chars().rev().scan(0.0, fits).collect();
    let mut cut = head + "…";
    cut.extend(tail.into_iter().rev());
    cut
}

/// Breaks text into lines that fit: at spaces in Latin text, anywhere in Chinese except before
/// closing punctuation.
pub(crate) fn lines(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    let mut break_at = None;
    let mut earlier = None;
    for c in text.chars() {
        if is_closing(c) && break_at == Some(line.len()) {
            break_at = earlier;
        }
        let wide = em(c) * size;
        if used + wide > room && !line.is_empty() {
            let rest = match break_at {
                Some(at) if at < line.len() => line.split_off(at),
                _ => String::new(),
            };
            lines.push(line.trim_end().to_owned());
            line = rest;
            used = width(&line, size);
            break_at = None;
        }
        line.push(c);
        used += wide;
        if c == ' ' || em(c) >= 1.0 {
            earlier = break_at;
            break_at = Some(line.len());
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Whether a character is closing punctuation, which cannot begin a line.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '）' | '。' | '，' | '、' | '；' | '：' | '！' | '？' | '》' | '”' | '」' | '】'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_with_an_ellipsis_that_fits() {
        let name = "政".repeat(500);
        let fitted = fit(&name, 16.0, 160.0);
        assert!(
            fitted.ends_with('…') && width(&fitted, 16.0) <= 160.0,
            "{fitted}"
        );
        assert_eq!(fit("政务", 16.0, 160.0), "政务");
    }

    #[test]
    fn names_that_begin_alike_keep_what_tells_them_apart() {
        let long = [
            "虚构省甲子甲市丁县人民政府（虚构）",
            "虚构省甲子乙市戊县人民政府（虚构）",
            "虚构省",
        ];
        let cut = names(&long[..2], 10.0, 120.0);
        assert_eq!(cut, ["…甲市丁县人…府（虚构）", "…乙市戊县人…府（虚构）"]);
        let alone = names(&long[..1], 10.0, 110.0);
        assert_eq!(alone, ["虚构省甲子…府（虚构）"]);
        for cut in names(&long, 10.0, 90.0) {
            assert!(width(&cut, 10.0) <= 90.0, "{cut}");
        }
        assert_eq!(names(&long, 10.0, 170.0), long);
    }

    #[test]
    fn no_line_begins_with_what_closes() {
        for room in 5..40 {
            let text = "收到申请总数（每万人），件／每万人）。共计“十”件：丁县人民政府（虚构）";
            let broken = lines(text, 10.0, f64::from(room) * 10.0);
            assert_eq!(broken.concat(), text);
            assert!(
                !broken.iter().any(|line| line.starts_with(is_closing)),
                "{broken:?}"
            );
        }
    }

    #[test]
    fn lines_break_at_spaces_and_lose_nothing() {
        let text = "By category, number (items / sessions)";
        let broken = lines(text, 16.0, 150.0);
        assert!(broken.len() > 1);
        assert!(
            broken.iter().all(|line| width(line, 16.0) <= 150.0),
            "{broken:?}"
        );
        assert_eq!(broken.join(" "), text);
        assert_eq!(lines(&"政".repeat(25), 10.0, 100.0).len(), 3);
    }
}
