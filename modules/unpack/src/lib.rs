//! The WebAssembly module `unpack`, exports only: unpacks the desk's program, which is in its page. The oldest browser
//! that is supported has no function for that.

use flate2::read::ZlibDecoder;
use std::io::Read;
use wasm_bindgen::prelude::*;

/// Unpacks what zlib packed; empty if it is damaged.
#[wasm_bindgen]
pub fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    match ZlibDecoder::new(packed).read_to_end(&mut bytes) {
        Ok(_) => bytes,
        Err(_) => Vec::new(),
    }
}
