// What changes before a page goes to paper, and comes back after it? What waits is laid in, what is folded unfolds; the
// theme, and the size of the charts, are those of paper; each page says at its head whom it is about.

import { DRAWN, fit } from "./charts/plotly.js";
import { drawNow } from "./charts/queue.js";
import { setTheme, theme } from "./day_and_night.js";
import { finish } from "./laying.js";

const root = document.documentElement;
const runningHead = document.createElement("style");
let before = "light";
let announced = false;
let unfolded = [];

const fitCharts = () => document.querySelectorAll(`.canvas:not(.hidden) ${DRAWN}`).forEach(fit);

// A text as a style sheet quotes it.
const quoted = (text) => `"${text.replace(/["\\\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;

// The sentence of the selection, in the margin of every page: a page may be handed on without the first.
function headPages() {
  const told = document.getElementById("headline").textContent.trim();
  runningHead.textContent = `@page { @top-left { content: ${quoted(told)} } }`;
  document.head.append(runningHead);
}

function prepare() {
  if (root.classList.contains("printing")) return;
  before = theme();
  setTheme("light");
  root.classList.add("printing");
  finish();
  headPages();
  unfolded = [...document.querySelectorAll(".details:not([open])")];
  unfolded.forEach((details) => details.setAttribute("open", ""));
  drawNow();
  fitCharts();
}

function restore() {
  if (!root.classList.contains("printing")) return;
  setTheme(before);
  root.classList.remove("printing");
  runningHead.remove();
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
