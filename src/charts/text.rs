//! How wide text will be. Without a browser to ask, estimates err to the wide side.

/// The width in pixels: a CJK character is one em.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

fn em(c: char) -> f64 {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'j' | 'l' => 0.32,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.95,
        '0'..='9' | '+' | '−' | '<' | '≈' => 0.62,
        'A'..='Z' => 0.72,
        '\u{0}'..='\u{1fff}' => 0.57,
        // “” and … are as wide as a character in a Chinese font, but no place to break a line.
        '\u{2000}'..='\u{2e7f}' => 0.99,
        _ => 1.0,
    }
}

/// The text, or as much of it as fits with an ellipsis.
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

/// Broken into lines that fit: at spaces in Latin text, anywhere in Chinese.
pub(crate) fn lines(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    let mut break_at = None;
    for c in text.chars() {
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
            break_at = Some(line.len());
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
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
