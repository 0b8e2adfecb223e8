// What changes before a page goes to paper, and comes back after it? What waits is laid in, what is folded unfolds; the
// theme, and the size of the charts, are those of paper.

import { DRAWN, fit } from "./charts/plotly.js";
import { drawNow } from "./charts/queue.js";
import { setTheme, theme } from "./day_and_night.js";
import { finish } from "./laying.js";

const root = document.documentElement;
let before = "light";
let announced = false;
let unfolded = [];

const fitCharts = () => document.querySelectorAll(`.canvas:not(.hidden) ${DRAWN}`).forEach(fit);

function prepare() {
  if (root.classList.contains("printing")) return;
  before = theme();
  setTheme("light");
  root.classList.add("printing");
  finish();
  unfolded = [...document.querySelectorAll(".details:not([open])")];
  unfolded.forEach((details) => details.setAttribute("open", ""));
  drawNow();
  fitCharts();
}

function restore() {
  if (!root.classList.contains("printing")) return;
  setTheme(before);
  root.classList.remove("printing");
  unfolded.forEach((details) => details.removeAttribute("open"));
  fitCharts();
}

export function startPrint() {
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
}
