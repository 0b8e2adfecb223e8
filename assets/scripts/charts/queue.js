// When does plotly draw each chart? Those in sight at once; those below the screen when nobody waits for anything else.

import { isSeen } from "../sight.js";
import { drawChart, FIGURE } from "./draw.js";

const LATEST_MS = 500; // How long a chart below the screen waits at most.

let due = new Set(); // The canvases whose figures plotly has not drawn yet.
let drawing = Promise.resolve(); // One chart after the other: a figure that comes later is drawn later.
let resting = false;

// How far below or above the screen an element stands, in pixels; infinite where another screen hides it.
function distance(element) {
  if (!element.offsetParent) return Infinity;
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(top - window.innerHeight, -bottom, 0);
}

const nearest = () => [...due].sort((a, b) => distance(a) - distance(b))[0];
const dueInSight = () => [...due].filter(isSeen);

const rested = () =>
  new Promise((resolve) => {
    if (window.requestIdleCallback) window.requestIdleCallback(resolve, { timeout: LATEST_MS });
    else window.setTimeout(resolve, 0);
  });

async function drawOne(canvas) {
  if (!due.delete(canvas) || !canvas.isConnected) return;
  await drawChart(canvas).catch(console.error);
  // Another figure may have come meanwhile.
  if (!due.has(canvas)) delete canvas.dataset.due;
}

function drawInTurn(canvases) {
  drawing = canvases.reduce((before, canvas) => before.then(() => drawOne(canvas)), drawing);
  return drawing;
}

async function drawWhenRested() {
  if (!due.size) return;
  await rested();
  if (due.size) await drawInTurn([nearest()]);
  await drawWhenRested();
}

// The figure of `canvas`, if it has one, is to be drawn.
export function enqueue(canvas) {
  if (!canvas.querySelector(FIGURE)) return;
  canvas.dataset.due = "";
  due.add(canvas);
}

// Another page is about to stand in place of this one.
export function forget() {
  due = new Set();
}

// The first chart in sight, for the frame that comes.
export const drawFirst = () => drawInTurn(dueInSight().slice(0, 1));

// All of them, for paper: it does not wait.
export const drawNow = () => drawInTurn([...due]);

// Those in sight, for one frame: a frame for each would take longer in all. Then the rest, one whenever there is time.
export async function drawAll() {
  await drawInTurn(dueInSight());
  if (resting) return;
  resting = true;
  await drawWhenRested();
  resting = false;
}
