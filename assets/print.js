// What changes before a page goes to paper, and comes back after it? The theme, and the size of the charts.
"use strict";
(function () {
  const root = document.documentElement;
  let theme = "light";
  let announced = false;

  // At once: plotly's own answer to a change of size comes after the browser has laid the paper out. A Sankey would
  // glide to its new size for half a second, unless it is drawn as for the first time.
  function fit() {
    document.querySelectorAll(".canvas:not(.hidden) .js-plotly-plot").forEach((graph) => {
      if (!graph._fullLayout) return;
      graph.querySelectorAll(".sankey, .first-render").forEach((drawn) => drawn.remove());
      window.Plotly.relayout(graph, { autosize: true });
    });
  }

  function prepare() {
    if (root.classList.contains("printing")) return;
    theme = root.getAttribute("data-bs-theme");
    root.setAttribute("data-bs-theme", "light");
    root.classList.add("printing");
    fit();
  }

  function restore() {
    if (!root.classList.contains("printing")) return;
    root.setAttribute("data-bs-theme", theme);
    root.classList.remove("printing");
    fit();
  }

  window.addEventListener("beforeprint", () => {
    announced = true;
    prepare();
  });
  window.addEventListener("afterprint", () => {
    announced = false;
    restore();
  });
  // Tools that show a page as on paper announce no printing. A preview that has been announced turns this on and off.
  window.matchMedia("print").addEventListener("change", (media) => {
    if (announced) return;
    if (media.matches) prepare();
    else restore();
  });
})();
