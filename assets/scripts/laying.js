// How does an answer become the page? What is in sight is laid in at once, the rest when that has been painted.

import { drawChart, dropCharts, FIGURE } from "./charts/draw.js";
import { remember, restore } from "./charts/marks.js";
import { DRAWN } from "./charts/plotly.js";
import { focusKept } from "./focus.js";

const page = () => document.getElementById("page");
const cardOf = (name) => document.getElementById(name);
const partOf = (name) => document.querySelector(`[data-part="${CSS.escape(name)}"]`);

const LATEST_MS = 500; // How long a chart below the screen waits at most.

let waiting = new Map(); // The parts that are not laid in yet, by the card that they are of.
let charts = new Set(); // The canvases whose figures plotly has not drawn yet.
let running = false;

// The cards in sight. The browser tells of them by itself: to ask where a card stands has it lay the whole page out.
const inSight = new Set();
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) inSight.add(target);
    else inSight.delete(target);
  }
});

// The digests of the parts that the page shows, by which the server leaves them out.
export const known = () =>
  Object.fromEntries(
    [...document.querySelectorAll("[data-part]")].map(({ dataset }) => [dataset.part, dataset.digest]),
  );

// The browser paints what has been laid in. A page that is not looked at paints nothing: it is not waited for.
const painted = () =>
  new Promise((resolve) => {
    if (document.hidden) resolve();
    else window.requestAnimationFrame(() => window.setTimeout(resolve, 0));
  });

// What is below the screen waits until nobody waits for anything else.
const rested = () =>
  new Promise((resolve) => {
    if (window.requestIdleCallback) window.requestIdleCallback(resolve, { timeout: LATEST_MS });
    else window.setTimeout(resolve, 0);
  });

// How far below or above the screen an element stands, in pixels; infinite where another screen hides it.
function distance(element) {
  if (!element?.offsetParent) return Infinity;
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(top - window.innerHeight, -bottom, 0);
}

const nearest = (elements) => [...elements].sort((a, b) => distance(a) - distance(b));

function lay(name, [digest, html]) {
  const place = partOf(name);
  if (!place) return;
  place.dataset.digest = digest;
  if (name.endsWith("/chart")) layChart(place, html);
  else
    focusKept(place, () => {
      place.innerHTML = html;
    });
}

// A chart that plotly has drawn is drawn again in its place; any other is replaced.
function layChart(place, html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  const canvas = made.content.firstElementChild;
  const old = place.firstElementChild;
  if (old?.querySelector(DRAWN) && canvas.querySelector(FIGURE)) {
    for (const name of ["class", "style"]) old.setAttribute(name, canvas.getAttribute(name));
    old.querySelector(FIGURE).replaceWith(canvas.querySelector(FIGURE));
    awaitFigure(old);
    return;
  }
  dropCharts(place);
  remember(place);
  place.replaceChildren(canvas);
  restore(place);
  awaitFigure(canvas);
}

function awaitFigure(canvas) {
  if (!canvas.querySelector(FIGURE)) return;
  canvas.dataset.due = "";
  charts.add(canvas);
}

function layCard(name) {
  const parts = waiting.get(name);
  waiting.delete(name);
  for (const [part, made] of parts) lay(part, made);
}

async function drawNext(canvas) {
  if (distance(canvas) > 0) await rested();
  if (!charts.delete(canvas) || !canvas.isConnected) return;
  await drawChart(canvas).catch(console.error);
  // Another figure may have come meanwhile.
  if (!charts.has(canvas)) delete canvas.dataset.due;
}

// Once what stood before has been painted: lays in what is below the screen, then has plotly draw, the nearest first,
// one chart a frame.
async function next() {
  await painted();
  finish();
  if (charts.size) await drawNext(nearest(charts)[0]);
}

async function run() {
  if (running || !(waiting.size || charts.size)) return;
  running = true;
  await next().catch(console.error);
  running = false;
  run();
}

// Lays in what is not laid in yet, at once: what is asked next leaves out what the page shows.
export function finish() {
  [...waiting.keys()].forEach(layCard);
}

// The parts of an answer, by their names, each with its digest: those of the cards in sight at once.
export function layParts(parts) {
  for (const [name, made] of Object.entries(parts)) {
    const [card] = name.split("/");
    waiting.set(card, [...(waiting.get(card) || []), [name, made]]);
  }
  [...waiting.keys()].filter((name) => inSight.has(cardOf(name))).forEach(layCard);
  run();
}

// Another page.
export function layPage(name, html) {
  waiting = new Map();
  charts = new Set();
  dropCharts(page());
  page().innerHTML = html;
  restore(page());
  page().className = `page page-${name}`;
  document.body.dataset.shownPage = name;
  watchCards();
  drawFigures();
}

// Learns which cards of the page that is there are in sight.
export function watchCards() {
  watcher.disconnect();
  inSight.clear();
  page()
    .querySelectorAll("article")
    .forEach((card) => watcher.observe(card));
}

// Has plotly draw the figures of the page that is there.
export function drawFigures() {
  page().querySelectorAll(".canvas").forEach(awaitFigure);
  run();
}

// What says the same already is left alone: screen readers would tell it again.
function put(id, html) {
  const place = document.getElementById(id);
  const made = document.createElement("template");
  made.innerHTML = html;
  if (made.innerHTML !== place.innerHTML) place.replaceChildren(made.content);
}

// What stands above the page.
export function laySelection({ headline, chips, messages }) {
  put("headline", headline);
  const bar = document.getElementById("chips");
  focusKept(bar, () => put("chips", chips));
  put("messages", messages);
  unchoose();
}

// What has been pressed has had its answer, or will have none.
export function unchoose() {
  document.querySelectorAll("[data-chosen]").forEach(({ dataset }) => {
    delete dataset.chosen;
  });
}

// A message in place of others.
export function tell(text, kind) {
  const box = document.createElement("div");
  box.className = `alert alert-${kind}`;
  box.setAttribute("role", "alert");
  box.textContent = text;
  document.getElementById("messages").replaceChildren(box);
}
