/* In the page of a report for an iframe: shows the view that the address names (….embed.html?view=services), and tells
   its height to the page around it, once that page has asked, and to no other site. */
(function () {
  var page = document.documentElement;
  var wanted = /[?&]view=([a-z]+)/.exec(location.search);
  var report = document.querySelector("gongkai-report");
  if (wanted && report) {
    report.setAttribute("view", wanted[1]);
    page.classList.add("gongkai-one");
    // The page has another view, which the widget may replace at once, whatever moves.
    var rest = report.querySelector("[data-gongkai=rest]");
    if (rest) rest.removeAttribute("data-gongkai");
  }
  if (parent === window) return;
  var site;
  function tell() {
    if (site) parent.postMessage({ gongkai: "height", height: page.getBoundingClientRect().height }, site);
  }
  addEventListener("message", function (event) {
    if (event.source !== parent || (event.data || {}).gongkai !== "measure") return;
    // A page from a disk has no site to name.
    site = event.origin === "null" ? "*" : event.origin;
    tell();
  });
  new ResizeObserver(tell).observe(page);
})();
