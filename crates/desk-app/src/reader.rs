//! Reads files one after another in a worker, so that the page never freezes and a person can cancel. Where there is no
//! worker the page reads them itself.

use crate::host::Host;
use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use gongkai_desk::{Action, Draft, OpenError, receive};
use gongkai_import::{Overrides, PagesRead};
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::platform::spawn_local;
use yew::prelude::*;

/// A file to be read.
#[derive(Clone)]
pub struct Job {
    pub id: u32,
    pub name: String,
    pub bytes: Rc<[u8]>,
    pub overrides: Overrides,
}

/// Reads files in the order in which they were given.
#[derive(Clone)]
pub struct Reader(Rc<Inner>);

impl PartialEq for Reader {
    fn eq(&self, other: &Reader) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    host: Host,
    /// Told what became of each file.
    on_action: Callback<Action>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    worker: Option<Running>,
    /// No worker can be had here, so the page reads.
    has_no_worker: bool,
    current: Option<Job>,
    waiting: VecDeque<Job>,
}

/// A worker, with the listeners that end with it.
struct Running {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Reader {
    pub fn new(host: Host, on_action: Callback<Action>) -> Reader {
        Reader(Rc::new(Inner {
            host,
            on_action,
            state: RefCell::default(),
        }))
    }

    pub fn host(&self) -> &Host {
        &self.0.host
    }

    /// Adds a file to the queue, and tells the desk that it is being read.
    pub fn read(&self, job: Job) {
        let (id, name) = (job.id, job.name.clone());
        self.0.on_action.emit(Action::Reading { id, name });
        self.enqueue(job);
    }

    /// Like [`Reader::read`], for a file that the desk shows already.
    pub fn enqueue(&self, job: Job) {
        self.0.state.borrow_mut().waiting.push_back(job);
        self.start_next();
    }

    /// Stops reading a file.
    pub fn cancel(&self, id: u32) {
        {
            let mut state = self.0.state.borrow_mut();
            state.waiting.retain(|job| job.id != id);
            if state.current.as_ref().is_none_or(|job| job.id != id) {
                return;
            }
            state.current = None;
            // A worker that is busy hears nothing: it is ended, and the next file gets another.
            state.worker = None;
        }
        self.start_next();
    }

    fn start_next(&self) {
        let job = {
            let mut state = self.0.state.borrow_mut();
            if state.current.is_some() {
                return;
            }
            let Some(job) = state.waiting.pop_front() else {
                return;
            };
            state.current = Some(job.clone());
            if state.worker.is_none() && !state.has_no_worker {
                state.worker = self.start_worker();
                state.has_no_worker = state.worker.is_none();
            }
            let worker = state.worker.as_ref();
            if worker.is_some_and(|running| post(&running.worker, &job).is_ok()) {
                return;
            }
            job
        };
        self.read_here(job);
    }

    /// Reads a file on the page, once it shows that the file is being read.
    fn read_here(&self, job: Job) {
        let reader = self.clone();
        spawn_local(async move {
            TimeoutFuture::new(20).await;
            if !reader.is_current(job.id) {
                return;
            }
            let result = Draft::open(&job.name, &job.bytes, &job.overrides);
            reader.finish(job.id, result);
        });
    }

    fn start_worker(&self) -> Option<Running> {
        let worker = self.0.host.worker().ok()?;
        let reader = self.clone();
        let on_message = EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                reader.hear(&event.data());
            }
        });
        let reader = self.clone();
        let on_error = EventListener::new(&worker, "error", move |_| reader.give_up_worker());
        Some(Running {
            worker,
            _listeners: [on_message, on_error],
        })
    }

    /// The worker could not start, because the browser or a policy forbids it.
    fn give_up_worker(&self) {
        let current = {
            let mut state = self.0.state.borrow_mut();
            state.has_no_worker = true;
            // Not dropped: its own listener is running. It is ended with the page.
            if let Some(running) = state.worker.take() {
                running.worker.terminate();
                spawn_local(async move { drop(running) });
            }
            state.current.clone()
        };
        if let Some(job) = current {
            self.read_here(job);
        }
    }

    /// Takes a message of the worker: it could not start, pages were read, or the file was.
    fn hear(&self, message: &JsValue) {
        let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED);
        if field("broken").is_truthy() {
            self.give_up_worker();
            return;
        }
        let number = |name: &str| field(name).as_f64().map(|number| number as usize);
        let Some(id) = field("id").as_f64().map(|id| id as u32) else {
            return;
        };
        if !self.is_current(id) {
            return;
        }
        if let (Some(done), Some(of)) = (number("done"), number("of")) {
            let pages = PagesRead { done, of };
            self.0.on_action.emit(Action::Progress { id, pages });
        } else if let Some(answer) = field("answer").as_string() {
            self.finish(id, receive(&answer));
        } else {
            // The module has stopped, and would not read another file.
            if let Some(running) = self.0.state.borrow_mut().worker.take() {
                spawn_local(async move { drop(running) });
            }
            self.finish(id, Err(OpenError::Stopped));
        }
    }

    fn is_current(&self, id: u32) -> bool {
        let state = self.0.state.borrow();
        state.current.as_ref().is_some_and(|job| job.id == id)
    }

    fn finish(&self, id: u32, result: Result<Draft, OpenError>) {
        let job = self.0.state.borrow_mut().current.take();
        let action = match result {
            Ok(draft) => Action::Opened {
                id,
                draft: Rc::new(draft),
            },
            Err(error) => Action::Failed {
                id,
                error,
                bytes: job.map(|job| job.bytes).unwrap_or_default(),
            },
        };
        self.0.on_action.emit(action);
        self.start_next();
    }
}

/// Gives a worker a file. Its bytes are copied once, and handed over without another copy.
fn post(worker: &Worker, job: &Job) -> Result<(), JsValue> {
    let bytes = Uint8Array::from(job.bytes.as_ref());
    let message = Object::new();
    let Overrides { agency, year, .. } = &job.overrides;
    let fields: [(&str, JsValue); 5] = [
        ("id", job.id.into()),
        ("name", job.name.as_str().into()),
        ("agency", agency.as_deref().into()),
        ("year", (*year).into()),
        ("bytes", bytes.clone().into()),
    ];
    for (name, value) in fields {
        Reflect::set(&message, &name.into(), &value)?;
    }
    worker.post_message_with_transfer(&message, &Array::of1(&bytes.buffer()))
}
