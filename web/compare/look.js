import { sentence } from "gongkai-compare";
import { partName, readPart, writePart } from "./fragment.js";
import { marks, strip } from "./marks.js";
import { focusIn, nearby, rows } from "./rows.js";

/** After the last letter, in milliseconds: nobody hears a count at every one. */
const PAUSE = 700;

/** CSS pixels of the text, as in the reports' widget. */
const SIZES = { large: 19, larger: 22 };

/**
 * One widget's look at a catalogue: HTML from the WebAssembly, made anew part by part.
 * @param {import("gongkai-compare").Data} data
 * @param {import("./module.js").Page} page
 * @param {(report: number) => Promise<{file: string, json: string, others: string[]}>} fetched
 */
export function look(data, { place, settings, tell, preview, close }, fetched) {
  const em = () => SIZES[settings().textSize] || 16;
  const width = () => place.getBoundingClientRect().width || 640;
  const fragment = () => {
    const { permalink } = settings();
    return permalink === undefined ? undefined : readPart(partName(permalink));
  };
  let lang = settings().lang;
  let size = { width: width(), em: em() };
  const own = data.look(lang, size.width, size.em, fragment());
  const body = document.createElement("div");
  /** Above a report that is open. */
  const bar = document.createElement("div");
  bar.className = "back";
  bar.hidden = true;
  place.append(bar, body);
  /** @type {ReturnType<typeof rows> | null} */
  let table = null;
  /** Tells a report from one that was asked for after it. */
  let run = 0;
  /** What the reader looks for, which a new part would forget. */
  let sought = "";
  let isFree = false;
  /** Whether what is shown came with a link that was followed on this page. */
  let isBrought = false;
  /** What is said once the reader stops typing, by name. @type {Record<string, number>} */
  const pauses = {};

  const part = (name) => body.querySelector(`[data-part=${name}]`);
  const detail = (text) => {
    const detail = part("detail");
    if (!detail || detail.textContent === text) return;
    detail.textContent = text;
    detail.removeAttribute("data-hint");
  };
  const say = (text) => {
    clearTimeout(pauses.found);
    part("said").textContent = text;
  };
  /** @param {string} name @param {() => void} then */
  const later = (name, then) => {
    clearTimeout(pauses[name]);
    pauses[name] = setTimeout(() => isFree || then(), PAUSE);
  };

  /** What answers in the part with the figure. */
  function wake() {
    const figure = part("figure");
    marks(figure, detail);
    strip(figure, own, detail);
    const scroller = figure.querySelector("[data-open=rows]");
    table = scroller && rows(scroller, own);
  }

  function whole() {
    const focused = focusIn(body);
    body.innerHTML = own.whole();
    wake();
    if (focused) focused(body);
  }

  function renew(name) {
    const old = part(name);
    const focused = focusIn(old);
    const again = nearby(old);
    old.innerHTML = own.part(name);
    if (name === "places") {
      part("found").innerHTML = own.found(sought);
      old.querySelector("[data-search]").value = sought;
    }
    if (name === "figure") wake();
    if (!focused || focused(old)) return;
    // What had the focus is gone: its neighbourhood has it.
    const next = (again && again()) || old.querySelector(name === "figure" ? "#panel" : "button, input, select");
    if (next) next.focus({ preventScroll: true });
  }

  function act(id, value) {
    const parts = own.act(id, value);
    for (const name of parts) {
      if (name === "said") say(own.said());
      else if (name === "fit") later(name, () => part(name) && renew(name));
      else if (name !== "rows") renew(name);
      else if (table) table.renew(id === "query" || id === "sort");
      else renew("figure");
    }
    if (!parts.length) return;
    forgive();
    keep();
    tell("select", { view: "compare", key: id, label: value });
  }

  function keep() {
    const { permalink } = settings();
    if (permalink !== undefined) writePart(partName(permalink), own.link());
  }

  async function open(report) {
    const mine = ++run;
    const scroll = [scrollX, scrollY];
    const focused = focusIn(body);
    const isCurrent = () => mine === run && !isFree;
    forgive();
    say(sentence("opening", "", lang));
    let found;
    try {
      found = await fetched(report);
    } catch (error) {
      if (isCurrent()) refuse(error.message);
      return;
    }
    if (!isCurrent()) return;
    const scroller = part("figure").querySelector("[data-open=rows]");
    const top = scroller && scroller.scrollTop;
    const back = document.createElement("button");
    back.type = "button";
    back.textContent = sentence("back", "", lang);
    back.onclick = () => {
      run += 1;
      close();
      bar.hidden = true;
      bar.textContent = "";
      place.append(body);
      const { permalink } = settings();
      if (permalink !== undefined) writePart(`${partName(permalink)}-report`, null);
      measure();
      if (table) table.goTo(top);
      scrollTo(scroll[0], scroll[1]);
      if (focused) focused(body);
    };
    bar.textContent = "";
    bar.append(back);
    bar.hidden = false;
    // Not only hidden: the report has elements of the same ids, and one page may have one of each.
    body.remove();
    preview(found.json, found.file, found.others);
    back.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }

  function forgive() {
    const old = part("refusal");
    if (old) old.remove();
  }

  /** Says above the figure why a report is not shown. */
  function refuse(sentence) {
    forgive();
    const notice = document.createElement("p");
    notice.className = "refused";
    notice.setAttribute("role", "alert");
    notice.setAttribute("data-part", "refusal");
    notice.textContent = sentence;
    part("figure").before(notice);
    notice.scrollIntoView({ block: "nearest" });
  }

  /** The reader has gone on to something else. */
  function forgive() {
    const old = part("refusal");
    if (old) old.remove();
  }

  const listeners = {
    click({ target }) {
      const button = target.closest("button[data-choice]");
      if (!button) return;
      const [id, value] = [button.getAttribute("data-choice"), button.getAttribute("data-value")];
      if (id === "report") open(Number(value));
      else act(id, value);
    },
    change({ target }) {
      if (target.localName === "select") act(target.getAttribute("data-choice"), target.value);
    },
    input({ target }) {
      const what = target.getAttribute("data-search");
      if (what === "places") {
        sought = target.value;
        part("found").innerHTML = own.found(sought);
        later("found", () => {
          const count = part("found").querySelector(".hint");
          say(count ? count.textContent : "");
        });
      } else if (what === "rows") {
        act("query", target.value);
      }
    },
    keydown(event) {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isPlain && /^t$/i.test(event.key) && event.target.closest("#panel") && event.target.localName !== "input") {
        const other = body.querySelector("[data-choice=as][aria-pressed=false]");
        if (other) act("as", other.getAttribute("data-value"));
        return;
      }
      const tab = event.target.closest("[role=tab]");
      if (!tab) return;
      const tabs = Array.prototype.slice.call(body.querySelectorAll("[role=tab]"));
      const at = tabs.indexOf(tab);
      const last = tabs.length - 1;
      const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      act("kind", tabs[next].getAttribute("data-value"));
      body.querySelectorAll("[role=tab]")[next].focus();
    },
  };
  for (const kind of Object.keys(listeners)) body.addEventListener(kind, listeners[kind]);

  /** Draws anew where the room is another. */
  function measure() {
    const now = { width: width(), em: em() };
    // Hidden it has none.
    if (isFree || !body.offsetParent) return;
    if (Math.abs(now.width - size.width) < 1 && now.em === size.em) return;
    size = now;
    own.resize(now.width, now.em);
    whole();
  }
  const observer = window.ResizeObserver && new ResizeObserver(measure);
  if (observer) observer.observe(place);
  else addEventListener("resize", measure);
  whole();

  return {
    update() {
      if (settings().lang !== lang) {
        lang = settings().lang;
        own.translate(lang);
        whole();
        const back = bar.querySelector("button");
        if (back) back.textContent = sentence("back", "", lang);
      }
      measure();
    },

    follow() {
      const link = fragment();
      // Back from such a link all is as at first; a link of the host's own, as to the page's top, takes nothing away.
      if (link === undefined && !isBrought) return;
      isBrought = link !== undefined;
      if (link === own.link()) return;
      own.restore(link);
      whole();
      say(own.said());
    },

    free() {
      isFree = true;
      if (observer) observer.disconnect();
      else removeEventListener("resize", measure);
      place.remove();
      own.free();
    },
  };
}
