//! Compiles templates, when the crate that declares them is compiled.

// It never runs on data.
#![allow(clippy::indexing_slicing, clippy::panic)]

/// Joins templates, each followed by a zero byte, and replaces the names of parameters by their
/// indices. Returns as many bytes as fit, and how many there are.
///
/// # Panics
/// If a template names an unknown parameter or lacks one. As this runs at compile time, it is an error of
/// the compiler.
#[doc(hidden)]
pub const fn compile<const LENGTH: usize>(templates: &[(&str, &[&str])]) -> ([u8; LENGTH], usize) {
    let mut compiled = Compiled {
        bytes: [0; LENGTH],
        length: 0,
    };
    let mut index = 0;
    while index < templates.len() {
        let (template, parameters) = templates[index];
        compiled.template(template.as_bytes(), parameters);
        compiled.push(0);
        index += 1;
    }
    (compiled.bytes, compiled.length)
}

struct Compiled<const LENGTH: usize> {
    bytes: [u8; LENGTH],
    length: usize,
}

impl<const LENGTH: usize> Compiled<LENGTH> {
    const fn push(&mut self, byte: u8) {
        if self.length < LENGTH {
            self.bytes[self.length] = byte;
        }
        self.length += 1;
    }

    const fn template(&mut self, template: &[u8], parameters: &[&str]) {
        // One bit for each parameter that the template uses.
        let mut used: u32 = 0;
        let mut at = 0;
        while at < template.len() {
            let byte = template[at];
            self.push(byte);
            at += 1;
            let is_name = byte == b'{'
                && !parameters.is_empty()
                && at < template.len()
                && template[at].is_ascii_alphabetic();
            if is_name {
                let end = name_end(template, at);
                let index = parameter(template, at, end, parameters);
                assert!(index < 10, "a message has at most ten parameters");
                self.push(b'0' + index as u8);
                used |= 1 << index;
                at = end;
            }
        }
        assert!(
            used.count_ones() as usize == parameters.len(),
            "a template lacks a parameter"
        );
    }
}

const fn name_end(template: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < template.len() && (template[end].is_ascii_alphanumeric() || template[end] == b'_') {
        end += 1;
    }
    end
}

/// The index of the parameter that the template names from `start` to `end`.
const fn parameter(template: &[u8], start: usize, end: usize, parameters: &[&str]) -> usize {
    let mut index = 0;
    while index < parameters.len() {
        let name = parameters[index].as_bytes();
        let mut length = 0;
        while length < name.len()
            && start + length < end
            && name[length] == template[start + length]
        {
            length += 1;
        }
        if length == name.len() && start + length == end {
            return index;
        }
        index += 1;
    }
    panic!("a template names an unknown parameter")
}
