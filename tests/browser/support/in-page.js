// The first script of a page that the harness makes: what tests ask of a page in every engine. Chromium 69 runs
// it too. It is on the document, so that the window stays untouched.
(function () {
  /** What should not happen on a page: errors, warnings, refusals by the policy. */
  const complaints = [];
  /** The widget's events. */
  const heard = [];
  /** What was on paper at each printing. */
  const printed = [];

  addEventListener("error", (event) => complaints.push(String(event.error || event.message)));
  addEventListener("unhandledrejection", (event) => complaints.push(String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => complaints.push(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`));
  for (const kind of ["error", "warn"]) {
    const real = console[kind];
    console[kind] = function () {
      complaints.push(Array.from(arguments).join(" "));
      return real.apply(console, arguments);
    };
  }
  for (const kind of ["ready", "complete", "context", "select", "error"]) {
    document.addEventListener(`gongkai-${kind}`, ({ target, detail, bubbles, composed }) => heard.push({ kind, id: target.id, detail, bubbles, composed }));
  }
  // This listener is older than the widget's, which then takes the paper away.
  addEventListener("afterprint", () => {
    const papers = roots().map((root) => root.querySelector(".paper")).filter(Boolean);
    printed.push(
      papers.map((paper) => ({
        views: paper.querySelectorAll("section > .view").length,
        figures: paper.querySelectorAll(".figure").length,
        tables: paper.querySelectorAll("table").length,
        text: paper.textContent,
      })),
    );
  });

  const widgets = () => Array.from(document.querySelectorAll("gongkai-report"));
  const roots = () => widgets().map((one) => one.shadowRoot).filter(Boolean);

  /** Finds elements in the page and in the widgets; `host >> inner` finds in the shadow root of one host. */
  function all(selector) {
    const [host, inner] = selector.split(" >> ");
    if (inner) {
      const root = document.querySelector(host) && document.querySelector(host).shadowRoot;
      return root ? Array.from(root.querySelectorAll(inner)) : [];
    }
    return [document].concat(roots()).reduce((found, root) => found.concat(Array.from(root.querySelectorAll(selector))), []);
  }
  const find = (selector) => all(selector)[0];

  function isShown(node) {
    if (!node) return false;
    const box = node.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(node).visibility === "visible";
  }

  /** What is in front at a point, also inside shadow roots. */
  function front(x, y) {
    let hit = document.elementFromPoint(x, y);
    while (hit && hit.shadowRoot) {
      const inside = hit.shadowRoot.elementFromPoint(x, y);
      if (!inside || inside === hit) break;
      hit = inside;
    }
    return hit;
  }

  /** Returns the point at which a reader would press an element, or nothing as long as it is covered or moves. */
  let last = "";
  function spot(selector) {
    const node = find(selector);
    if (!isShown(node)) return null;
    let box = node.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) {
      node.scrollIntoView({ block: "center", inline: "center" });
      box = node.getBoundingClientRect();
    }
    const now = `${selector} ${box.left} ${box.top} ${box.width} ${box.height}`;
    const isStill = now === last;
    last = now;
    if (!isStill) return null;
    // The middle of a mark may be empty: then the middle of one of its parts.
    for (const part of [node].concat(Array.from(node.querySelectorAll("*")))) {
      const { left, top, width, height } = part.getBoundingClientRect();
      const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
      if (node.contains(front(x, y))) return [x, y];
    }
    // Whatever lies over it may go with the scroll position.
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
    return null;
  }

  /** Tells whether nothing has changed since the last call and nothing moves. */
  let before;
  function isStill() {
    const now = roots().map((root) => root.innerHTML).join();
    // Chromium 69 has no `getAnimations`.
    const moves = roots().some((root) => root.getAnimations && root.getAnimations().some((one) => one.playState === "running"));
    const same = now === before && !moves;
    before = now;
    return same;
  }

  const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const withoutSpoken = (cell) => text(cell.querySelector("[aria-hidden]") || cell);

  /** What a reader sees of one widget: its finding, marks in their order, and table. */
  function read(host) {
    const root = document.querySelector(host || "gongkai-report").shadowRoot;
    const finding = root.querySelector(".finding");
    const table = root.querySelector(".figure-table");
    return {
      finding: finding ? text(finding) : "",
      marks: Array.from(root.querySelectorAll(".mark"))
        .map((mark) => ({
          key: mark.dataset.key,
          place: Number(mark.getAttribute("aria-posinset")),
          label: mark.getAttribute("aria-label"),
          values: Array.from(mark.querySelectorAll("[part=value]"), text),
        }))
        .sort((one, other) => one.place - other.place),
      rows: table ? Array.from(table.querySelectorAll("tbody tr"), (row) => Array.from(row.children, withoutSpoken)) : [],
      checks: Array.from(root.querySelectorAll(".check"), text),
      paragraphs: Array.from(root.querySelectorAll(".original p"), text),
      tiles: Array.from(root.querySelectorAll(".headlines li"), text),
    };
  }

  /** What a reader sees of one element: its own content, the figures, or a notice. */
  function seen(id) {
    const host = document.getElementById(id);
    const root = host.shadowRoot;
    const notice = root.querySelector("[part=notice]");
    return {
      fallback: host.childElementCount > 0 && Array.from(host.children).every(isShown),
      figures: isShown(root.querySelector("[part=root] .finding")),
      notice: isShown(notice)
        ? { message: notice.querySelector("p").textContent, ways: Array.from(notice.querySelectorAll("button, a"), (way) => way.textContent) }
        : null,
    };
  }

  /** What a reader sees of the page's widgets, as the table of docs/reliability.md says it. */
  function glimpse() {
    const found = (selector) => roots().reduce((all, root) => all.concat(Array.from(root.querySelectorAll(selector))), []).filter(isShown);
    const figures = found("[part=root] .finding").length > 0;
    const [sentence] = found("[part=notice] p").concat(found("#panel .reason"));
    return { saw: [figures && "figures", sentence && "a sentence"].filter(Boolean).join(", and "), message: sentence && sentence.textContent };
  }

  /** Gives a file of the reader's own to an input, as its dialog would. */
  function give(selector, name, base64, type) {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name, { type }));
    const input = find(selector);
    input.files = data.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Files that the page gave to the browser to save. */
  const saves = [];
  function catchSaves() {
    const blobs = {};
    const real = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const url = real.call(URL, blob);
      blobs[url] = blob;
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      const [name, reader] = [this.download, new FileReader()];
      reader.onload = () => saves.push({ name, base64: reader.result.split(",")[1] });
      reader.readAsDataURL(blobs[this.href]);
    };
  }

  const focused = () => {
    let one = document.activeElement;
    while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
    return one;
  };

  document.heard = heard;
  document.harness = { complaints, heard, printed, widgets, all, find, isShown, spot, isStill, read, seen, glimpse, give, front, saves, catchSaves, focused, text };
})();
