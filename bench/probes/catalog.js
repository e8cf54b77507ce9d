// Measures when a page with a catalogue is usable; `pageEvent` is the event by which the page says so.

/** Memory of the page's WebAssembly instances, which a script's heap does not count. */
const memories = [];
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  const { exports } = made.instance || made;
  memories.push(Object.values(exports).find((one) => one instanceof WebAssembly.Memory));
  return made;
};

const usable = deferred();
document.addEventListener(
  pageEvent,
  async () => {
    await frames(1);
    usable.resolve(await painted());
  },
  { once: true },
);

Object.assign(window.bench, {
  usable: usable.promise,
  wasmBytes: () => memories.reduce((sum, memory) => sum + (memory ? memory.buffer.byteLength : 0), 0),
});
