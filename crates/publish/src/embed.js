/* Gives an iframe with a report (….embed.html) the height of its content. It is in both pages, which may be of
   different sites: the report's page tells its height, and the page around it takes only what comes from that
   iframe and from the site of its address. */
(function () {
  var page = document.documentElement;
  function tell() {
    parent.postMessage({ gongkai: "height", height: page.getBoundingClientRect().height }, "*");
  }
  function ask(frame) {
    if (/\.embed\.html/.test(frame.src)) frame.contentWindow.postMessage({ gongkai: "measure" }, "*");
  }
  var isReport = /\.embed\.html$/.test(location.pathname) && parent !== window;
  addEventListener("message", function (event) {
    var data = event.data || {};
    if (isReport) {
      if (data.gongkai === "measure" && event.source === parent) tell();
      return;
    }
    if (data.gongkai !== "height" || !(data.height > 0)) return;
    [].forEach.call(document.querySelectorAll("iframe"), function (frame) {
      if (frame.contentWindow !== event.source || new URL(frame.src).origin !== event.origin) return;
      frame.style.height = Math.min(Math.ceil(data.height), 30000) + "px";
    });
  });
  if (isReport) new ResizeObserver(tell).observe(page);
  else [].forEach.call(document.querySelectorAll("iframe"), ask);
})();
