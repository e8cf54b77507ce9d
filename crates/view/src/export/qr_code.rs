//! An address as a QR code.

use qrcodegen::{QrCode, QrCodeEcc};

/// The white border that readers need, in modules.
const QUIET_ZONE: i32 = 2;

/// Draws the code as a path in a square of `size` CSS pixels; `None` if the address is too long for a code that
/// a phone could read from a picture.
pub(super) fn qr_path(address: &str, size: f64) -> Option<String> {
    let code = QrCode::encode_text(address, QrCodeEcc::Low).ok()?;
    // Beyond this version a module is smaller than two pixels of a phone.
    if code.version().value() > 15 {
        return None;
    }
    let modules = code.size();
    let step = size / f64::from(modules + 2 * QUIET_ZONE);
    let mut path = String::new();
    for y in 0..modules {
        let mut x = 0;
        while x < modules {
            let start = x;
            while x < modules && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let at = |module: i32| four_decimals(f64::from(module + QUIET_ZONE) * step);
                let (left, top, right, bottom) = (at(start), at(y), at(x), at(y + 1));
                path.push_str(&format!("M{left} {top}H{right}V{bottom}H{left}Z"));
            }
            x += 1;
        }
    }
    Some(path)
}

/// Writes a length with four decimals, since gaps between modules would be seen. By whole numbers: the standard
/// library's way to write an `f64` weighs some 6 KB.
fn four_decimals(length: f64) -> String {
    let parts = (length * 10_000.0).round() as i64;
    let (whole, rest) = (parts / 10_000, parts % 10_000);
    format!("{whole}.{rest:04}")
}
