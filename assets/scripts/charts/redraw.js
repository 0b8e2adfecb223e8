// In which order are charts redrawn? Those in sight first, and one at a time: each is seen as soon as it is drawn.

import { setProps } from "../dash.js";

const due = new Map(); // The figures that came with answers and are not drawn yet, by the card that shows each.
let waiting = false;

const canvasOf = (name) => document.querySelector(`#${CSS.escape(name)} > .canvas`);

// How far below or above the screen a chart stands, in pixels; infinite where another screen hides it.
function distance(name) {
  const canvas = canvasOf(name);
  if (!canvas?.offsetParent) return Infinity;
  const { top, bottom } = canvas.getBoundingClientRect();
  return Math.max(top - window.innerHeight, -bottom, 0);
}

function draw(name) {
  const figure = due.get(name);
  due.delete(name);
  const canvas = canvasOf(name);
  if (!canvas) return;
  setProps({ part: "figure", view: name }, { figure });
  delete canvas.dataset.due;
}

function drawNext() {
  waiting = false;
  const [nearest] = [...due.keys()].sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return;
  draw(nearest);
  wait();
}

// The browser may paint what has been drawn before it draws more.
function wait() {
  if (waiting || !due.size) return;
  waiting = true;
  window.setTimeout(drawNext, 0);
}

// The function of a clientside callback: `figures` by the name of the card, as an answer brings them.
export function redraw(figures) {
  for (const [name, figure] of Object.entries(figures || {})) {
    due.set(name, figure);
    const canvas = canvasOf(name);
    if (canvas) canvas.dataset.due = "";
  }
  if (!waiting) drawNext();
}

// Before another page takes the place of these charts.
export const redrawAll = () => [...due.keys()].forEach(draw);
