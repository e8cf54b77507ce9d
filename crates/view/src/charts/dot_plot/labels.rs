//! Places labels in rows above a dot plot so that none touches another.

use crate::charts::text;

/// A label with the middle of its text and its row, counted from the top.
pub(super) struct Label {
    pub text: String,
    pub middle: f64,
    row: usize,
}

/// Labels in rows.
#[derive(Default)]
pub(super) struct LabelRows {
    pub labels: Vec<Label>,
    rows: usize,
    size: f64,
}

impl LabelRows {
    /// Centres labels at their x positions, each in the first row where it touches no other.
    pub fn centred(labels: &[(f64, String)], size: f64, room: f64) -> LabelRows {
        let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut placed = Vec::with_capacity(labels.len());
        for (x, label) in labels {
            let text = text::fit(label, size, room - size);
            let half = half_width(&text, size);
            let middle = x.min(room - half).max(half.min(room / 2.0));
            let (from, to) = (middle - half, middle + half);
            let is_free =
                |row: &Vec<(f64, f64)>| row.iter().all(|(start, end)| to <= *start || from >= *end);
            let row = rows.iter().position(is_free).unwrap_or(rows.len());
            match rows.get_mut(row) {
                Some(taken) => taken.push((from, to)),
                None => rows.push(vec![(from, to)]),
            }
            placed.push(Label { text, middle, row });
        }
        LabelRows {
            labels: placed,
            rows: rows.len(),
            size,
        }
    }

    /// Places labels to the right of the leader lines that go down from them, each in the lowest
    /// row where no line crosses a label. A line may cross a label only at the right end, where
    /// labels are moved inwards.
    pub fn flags(labels: &[(f64, String)], size: f64, room: f64) -> LabelRows {
        let mut placed: Vec<Label> = labels
            .iter()
            .map(|(x, label)| {
                let text = text::fit(label, size, room - size);
                let half = half_width(&text, size);
                let middle = (x + half).min(room - half).max(half.min(room / 2.0));
                Label {
                    text,
                    middle,
                    row: 0,
                }
            })
            .collect();
        // From right to left, since a line passes the labels to its right.
        let line = |index: usize| labels.get(index).map_or(0.0, |(x, _)| *x);
        let mut order: Vec<usize> = (0..labels.len()).collect();
        order.sort_by(|one, other| line(*other).total_cmp(&line(*one)));
        // From the bottom up.
        let mut rows: Vec<Vec<Flag>> = Vec::new();
        for index in order {
            let Some(label) = placed.get_mut(index) else {
                continue;
            };
            let half = half_width(&label.text, size);
            let flag = Flag {
                line: line(index),
                from: label.middle - half,
                to: label.middle + half,
            };
            label.row = (0..rows.len())
                .find(|row| flag.fits(&rows, *row))
                .unwrap_or(rows.len());
            match rows.get_mut(label.row) {
                Some(flags) => flags.push(flag),
                None => rows.push(vec![flag]),
            }
        }
        for label in &mut placed {
            label.row = rows.len().saturating_sub(1).saturating_sub(label.row);
        }
        LabelRows {
            labels: placed,
            rows: rows.len(),
            size,
        }
    }

    pub fn height(&self) -> f64 {
        self.rows as f64 * self.size * 1.5
    }

    /// The bottom of a label's row, from the top of the first row.
    pub fn row_bottom(&self, label: &Label) -> f64 {
        self.size * 1.5 * (label.row as f64 + 1.0)
    }

    pub fn baseline(&self, label: &Label) -> f64 {
        self.row_bottom(label) - self.size * 0.45
    }
}

fn half_width(text: &str, size: f64) -> f64 {
    text::width(text, size) / 2.0 + size * 0.4
}

/// A leader line with the left and the right end of its label.
struct Flag {
    line: f64,
    from: f64,
    to: f64,
}

impl Flag {
    /// Whether the flag fits in a row among all others.
    fn fits(&self, rows: &[Vec<Flag>], row: usize) -> bool {
        rows.iter().enumerate().all(|(other, flags)| {
            flags.iter().all(|flag| {
                if other < row {
                    !flag.is_crossed_by(self.line)
                } else if other > row {
                    !self.is_crossed_by(flag.line)
                } else {
                    self.to <= flag.from || self.from >= flag.to
                }
            })
        })
    }

    fn is_crossed_by(&self, line: f64) -> bool {
        self.from < line && line < self.to
    }
}
