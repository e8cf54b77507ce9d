//! What the reader sees, one part a file. Here drawings become elements.
//!
//! Each is a function of its data and one callback: the widget has one place that remembers and
//! redraws, and a component of Yew's own for every part would weigh more than the parts.

mod chart;
mod controls;
mod findings;
mod header;
mod headlines;
mod shape;
mod table;
mod tabs;
mod words;

pub use chart::{ChartEvent, chart};
pub use controls::controls;
pub use findings::findings;
pub use header::header;
pub use headlines::headlines;
pub use table::table;
pub use tabs::tabs;
pub use words::words;

use yew::Callback;

/// Hears a browser's event and tells what it means, where it means anything.
fn meaning<E: 'static, T: 'static>(
    on: &Callback<T>,
    read: impl Fn(E) -> Option<T> + 'static,
) -> Callback<E> {
    let on = on.clone();
    Callback::from(move |event| {
        if let Some(meant) = read(event) {
            on.emit(meant);
        }
    })
}
