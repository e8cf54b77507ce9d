//! Lengths as text.

/// Writes CSS pixels with one decimal, finer than any screen. Printing integers keeps the standard
/// library's code for printing floats out of the WebAssembly modules.
pub fn px(length: f64) -> String {
    let mut text = String::new();
    push(&mut text, length);
    text
}

/// Appends a length to `text`, written as by [`px`].
pub fn push(text: &mut String, length: f64) {
    let tenths = (length * 10.0).round() as i64;
    if tenths < 0 {
        text.push('-');
    }
    let tenths = tenths.unsigned_abs();
    text.push_str(&(tenths / 10).to_string());
    if !tenths.is_multiple_of(10) {
        text.push('.');
        text.push_str(&(tenths % 10).to_string());
    }
}

/// Writes SVG path data from commands and their coordinates.
pub(super) fn path(steps: &[(char, &[f64])]) -> String {
    let mut data = String::new();
    for (command, coordinates) in steps {
        data.push(*command);
        for (index, coordinate) in coordinates.iter().enumerate() {
            if index > 0 {
                data.push(' ');
            }
            push(&mut data, *coordinate);
        }
    }
    data
}
