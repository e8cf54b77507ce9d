//! The WebAssembly module `unpack`, exports only: unpacks the desk's program and the widget's files, which are in its
//! page. Browsers can unpack brotli in responses only.

use brotli_decompressor::Decompressor;
use std::io::Read;
use wasm_bindgen::prelude::*;

/// The bytes that are unpacked at a time.
const BUFFER: usize = 1 << 16;

/// Unpacks what brotli packed; empty if it is damaged.
#[wasm_bindgen]
pub fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    match Decompressor::new(packed, BUFFER).read_to_end(&mut bytes) {
        Ok(_) => bytes,
        Err(_) => Vec::new(),
    }
}
