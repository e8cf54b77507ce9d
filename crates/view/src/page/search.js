// Filters the list of agencies by name or division code.
(function () {
  "use strict";
  var place = document.querySelector(".gongkai-search");
  var field = place && place.querySelector("input");
  if (!field) return;
  var status = place.querySelector("[role=status]");
  var rows = Array.prototype.slice.call(document.querySelectorAll(".gongkai-index tbody tr"));
  place.hidden = false;
  function filter(event) {
    // An input method is in the middle of a word.
    if (event && event.isComposing) return;
    var wanted = field.value.replace(/\s+/g, "").toLowerCase();
    var found = rows.filter(function (row) {
      var name = row.querySelector("th").textContent.replace(/\s+/g, "").toLowerCase();
      row.hidden = name.indexOf(wanted) < 0 && row.getAttribute("data-code").indexOf(wanted) !== 0;
      return !row.hidden;
    });
    status.textContent = wanted ? found.length + " / " + rows.length : "";
  }
  field.addEventListener("input", filter);
  field.addEventListener("compositionend", function () { filter(); });
  // What the browser has filled in again after a visit to a report.
  if (field.value) filter();
})();
