// How does a chart get drawn by plotly, which comes when it is first needed, and which of plotly is not public?

import { keep, targetOf } from "../clicks.js";

// --- public ---

const REST_MS = 120; // A window that is being drawn wider fires at each frame.
const FAILED = "Ce graphique n'a pas pu être chargé : rechargez la page.";

// Boxes are followed here, all by one observer.
const CONFIG = {
  displayModeBar: false,
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: "",
  doubleClick: false,
  scrollZoom: false,
  responsive: false,
  showTips: false,
};

let library = null;
let resting = null;
const wanted = new WeakMap(); // The latest figure of each box.
const sizes = new WeakMap(); // The size that each box is drawn at, where it is drawn.
const resized = new Set();
let pressed = false; // Has a pointer been pressed on a chart that has not answered yet?

function fetched() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = document.body.dataset.plotly;
    script.addEventListener("load", () => resolve(window.Plotly));
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`plotly: ${script.src}`));
    });
    document.head.append(script);
  });
}

// Plotly, asked once; again after a failure.
function plotly() {
  library ??= fetched().catch((error) => {
    library = null;
    throw error;
  });
  return library;
}

// What is hidden has no size: plotly takes one of its own, and it is drawn again when it is shown.
function sizeOf(box) {
  const [width, height] = [box.clientWidth, box.clientHeight];
  return width && height ? { width, height } : {};
}

// Draws again at the size of its box, at once: paper does not wait.
export function fit(box) {
  const [before, now] = [sizes.get(box), sizeOf(box)];
  if (!before || !now.width || (before.width === now.width && before.height === now.height)) return;
  sizes.set(box, now);
  window.Plotly.relayout(box, now);
}

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) resized.add(target);
  window.clearTimeout(resting);
  resting = window.setTimeout(() => {
    resized.forEach(fit);
    resized.clear();
  }, REST_MS);
});

function press() {
  pressed = true;
}

// Plotly tells of one tap of a finger two or three times: what the first puts on, the next would take off.
function clicked(box, { points, event }) {
  if (!pressed) return;
  pressed = false;
  const target = points.length && targetOf(points[0], box.layout.meta?.targets || {});
  if (target) keep(target, event);
}

function tellFailure(box) {
  const told = document.createElement("p");
  told.className = "message";
  told.setAttribute("role", "alert");
  told.textContent = FAILED;
  box.replaceChildren(told);
}

// Draws `figure` into `box`, at its size, now and whenever that changes. Of several that wait, the latest is drawn.
export async function draw(box, figure) {
  wanted.set(box, figure);
  let Plotly;
  try {
    Plotly = await plotly();
  } catch (error) {
    tellFailure(box);
    throw error;
  }
  if (wanted.get(box) !== figure) return;
  const first = !sizes.has(box);
  if (first) box.replaceChildren();
  const size = sizeOf(box);
  sizes.set(box, size);
  await Plotly.react(box, figure.data, { ...figure.layout, ...size }, CONFIG);
  if (!first) return;
  box.addEventListener("pointerdown", press, true);
  box.on("plotly_click", (event) => clicked(box, event));
  observer.observe(box);
}

// Before something else stands in `box`.
export function clear(box) {
  wanted.delete(box);
  observer.unobserve(box);
  resized.delete(box);
  if (sizes.delete(box)) window.Plotly.purge(box);
  box.classList.remove(DRAWN.slice(1));
  box.replaceChildren();
}

// The SVG of `figure`, as text.
export async function drawnAsText(figure, width, height) {
  const Plotly = await plotly();
  const layout = { ...figure.layout, width, height, autosize: false };
  const address = await Plotly.toImage({ data: figure.data, layout }, { format: "svg", width, height });
  return decodeURIComponent(address.slice(address.indexOf(",") + 1));
}

// --- not public: the classes of what it draws ---

export const DRAWN = ".js-plotly-plot";
export const LABELS_ON_DRAWINGS = ".textpoint text";
