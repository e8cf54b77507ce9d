//! The same work for many things, as many at once as the machine can.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// What `work` makes of each thing, in their order; `done` hears of each as soon as it is done.
pub fn each<T: Sync, R: Send>(
    things: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut done: impl FnMut(&T),
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut all: Vec<(usize, R)> = Vec::with_capacity(things.len());
    thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for _ in 0..threads.min(things.len()) {
            let (send, next, work) = (send.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(thing) = things.get(index) else {
                        return;
                    };
                    if send.send((index, work(thing))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        for (index, made) in receive {
            things.get(index).into_iter().for_each(&mut done);
            all.push((index, made));
        }
    });
    all.sort_by_key(|(index, _)| *index);
    all.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn what_is_made_stands_in_the_order_of_what_it_is_made_of() {
        let things: Vec<u64> = (0..500).collect();
        let mut heard = 0;
        let made = each(&things, |thing| thing * 2, |_| heard += 1);
        assert_eq!(
            made,
            things.iter().map(|thing| thing * 2).collect::<Vec<_>>()
        );
        assert_eq!(heard, 500);
        assert!(each(&[] as &[u8], |thing| *thing, |_| {}).is_empty());
    }
}
